# A bar chart of 12 rows, cold, 1600 x 1000 pixels: gnuplot draws the same figure.
csv=$root/datasets/trade/singapore_yearly.csv
for format in png svg; do
    heading "Bar chart of 12 rows to $format"
    programs=(-- cartouche "$cartouche" bar "$csv" -x year -y total
        --title "Singapore's trade with North Korea" -o "$scratch/bar.$format")
    [ -z "$rivals" ] || case $format in
    png) programs+=(-- "gnuplot pngcairo" gnuplot -c bench/gnuplot.gp pngcairo 1600 1000 24 "$csv" "$scratch/rival.png") ;;
    svg) programs+=(-- "gnuplot svg" gnuplot -c bench/gnuplot.gp svg 800 500 12 "$csv" "$scratch/rival.svg") ;;
    esac
    measure "$runs" "${programs[@]}"
    bytes "$scratch/bar.$format" "$scratch/rival.$format"
done
