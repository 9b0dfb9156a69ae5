# Five lines of 60 points, cold, 1600 x 1000 pixels.
awk 'BEGIN { print "month,value,series"; for (k = 0; k < 5; k++) { y = 50
    for (i = s = 0; i < 60; i++) { s = (s * 69069 + 7 * k + 1) % 4294967296; y += s / 4294967296 * 10 - 5
        printf "%d,%.2f,S%d\n", i, y, k } } }' >"$scratch/lines.csv"
for format in png svg; do
    heading "Five lines of 60 points to $format"
    programs=(-- cartouche "$cartouche" line "$scratch/lines.csv" -x month -y value --color series
        -o "$scratch/lines.$format")
    [ -z "$rivals" ] || case $format in
    png) programs+=(-- "gnuplot pngcairo" gnuplot -c bench/gnuplot_lines.gp pngcairo 1600 1000 24 "$scratch/lines.csv" "$scratch/rival.png") ;;
    svg) programs+=(-- "gnuplot svg" gnuplot -c bench/gnuplot_lines.gp svg 800 500 12 "$scratch/lines.csv" "$scratch/rival.svg") ;;
    esac
    measure "$runs" "${programs[@]}"
    bytes "$scratch/lines.$format" "$scratch/rival.$format"
done
