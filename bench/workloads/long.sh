# Many rows: a line of a million and of ten million, and ten million summed by country and year.
rows=$((1000000 / part))
walk='BEGIN { print "t,value"; for (i = s = 0; i < rows; i++) { s = (s * 69069 + 1) % 4294967296
    y += s / 4294967296 - 0.5; printf "%d,%.4f\n", i, y } }'
line_of() { # FORMAT ROWS RUNS
    heading "Line of $2 rows to $1"
    awk -v rows="$2" "$walk" >"$scratch/long.csv"
    programs=(-- cartouche "$cartouche" line "$scratch/long.csv" -x t -y value -o "$scratch/long.$1")
    [ -z "$rivals" ] || case $1 in
    png) terminal="pngcairo size 1600,1000" ;;
    svg) terminal="svg size 800,500" ;;
    esac
    [ -z "$rivals" ] || programs+=(-- "gnuplot $1" gnuplot -e "set terminal $terminal; set output '$scratch/rival.$1';
        set datafile separator ','; plot '$scratch/long.csv' skip 1 with lines notitle")
    measure "$3" "${programs[@]}"
    bytes "$scratch/long.$1" "$scratch/rival.$1"
}
line_of svg "$rows" 5
line_of png $((rows * 10)) 3
rm "$scratch/long.csv"

heading "Sums of $((rows * 10)) rows by country and year, ten lines, to png"
awk -v rows=$((rows * 10)) 'BEGIN { print "country,year,value"
    n = split("Brunei Cambodia Indonesia Laos Malaysia Myanmar Philippines Singapore Thailand Vietnam", names, " ")
    for (i = s = 0; i < rows; i++) { s = (s * 69069 + 1) % 4294967296; a = s / 4294967296
        printf "%s,%d,%.2f\n", names[int(a * n) + 1], 2000 + int(a * 1000) % 20, a * 1000 } }' >"$scratch/groups.csv"
programs=(-- cartouche "$cartouche" line "$scratch/groups.csv" -x year -y 'sum(value)' --color country
    -o "$scratch/groups.png")
sums='mawk -F, "NR > 1 { s[\$2 \",\" \$1] += \$3 } END { for (k in s) { split(k, p, \",\"); print p[1] \",\" s[k] \",\" p[2] } }" '
[ -z "$rivals" ] || programs+=(-- 'mawk and gnuplot' sh -c
    "(echo year,value,country; $sums $scratch/groups.csv | sort) >$scratch/sums.csv
    gnuplot -e \"set terminal pngcairo size 1600,1000; set output '$scratch/rival.png'; set datafile separator ',';
    plot for [c in 'Brunei Cambodia Indonesia Laos Malaysia Myanmar Philippines Singapore Thailand Vietnam'] '$scratch/sums.csv' skip 1 using 1:(strcol(3) eq c ? \\\$2 : NaN) with lines title c\"")
measure 3 "${programs[@]}"
bytes "$scratch/groups.png"
rm "$scratch/groups.csv"
