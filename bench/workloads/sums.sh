# Ten million rows summed by country and year.
rows=$((10000000 / part))
if row sums-png "Sums of $rows rows by country and year, ten lines, to png"; then
    "$tools/make_csv" "$rows" groups >"$scratch/groups.csv"
    draws cartouche "$scratch/sums.png" "$cartouche" line "$scratch/groups.csv" -x year -y 'sum(value)' --color country \
        -o "$scratch/sums.png"
    ! has gnuplot || rival npm 'DuckDB and gnuplot' "$scratch/duckdb.png" \
        "$rivals/sums_duckdb.sh" "$modules/duckdb.cjs" "$scratch/groups.csv" "$scratch/duckdb.png"
    ! has mawk || rival gnuplot 'mawk and gnuplot' "$scratch/mawk.png" \
        "$rivals/sums_mawk.sh" "$scratch/groups.csv" "$scratch/mawk.png"
    rival pandas 'pandas and matplotlib' "$scratch/pandas.png" \
        /usr/bin/python3 "$rivals/matplotlib_charts.py" sums "$scratch/groups.csv" "$scratch/pandas.png"
    ! has ggplot2 || rival data.table 'data.table and ggplot2' "$scratch/ggplot2.png" \
        Rscript --vanilla "$rivals/ggplot2.R" sums "$scratch/groups.csv" "$scratch/ggplot2.png"
    measured "$fewest"
    rm "$scratch/groups.csv"
fi
