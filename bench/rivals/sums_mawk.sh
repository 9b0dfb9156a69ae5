#!/bin/sh
# Sums by country and year with mawk, drawn by gnuplot: sums_mawk.sh CSV OUT.png
set -eu
here=$(dirname "$0")
mawk -F, 'NR > 1 { sums[$1 "," $2] += $3 }
    END { for (group in sums) print group "," sums[group] }' "$1" | sort >"$2.csv"
exec gnuplot -c "$here/sums.gp" png "$2.csv" "$2"
