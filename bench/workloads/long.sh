# A line of a million and of ten million rows: a walk without a trend.
walk='BEGIN { print "t,value"; for (i = s = 0; i < rows; i++) { s = (s * 69069 + 1) % 4294967296
    y += s / 4294967296 - 0.5; printf "%d,%.4f\n", i, y } }'
for format in svg png; do
    rows=$((1000000 / part))
    [ $format = svg ] || rows=$((rows * 10))
    row "long-$format" "Line of $rows rows to $format" || continue
    awk -v rows="$rows" "$walk" >"$scratch/long.csv"
    draws cartouche "$scratch/long.$format" "$cartouche" line "$scratch/long.csv" -x t -y value -o "$scratch/long.$format"
    rival npm 'ECharts, sampling minmax' "$scratch/echarts.$format" \
        node "$modules/echarts.cjs" long "$scratch/long.csv" "$scratch/echarts.$format"
    rival gnuplot gnuplot "$scratch/gnuplot.$format" \
        gnuplot -c "$rivals/long.gp" "$format" "$scratch/long.csv" "$scratch/gnuplot.$format"
    rival pandas 'matplotlib and pandas' "$scratch/matplotlib.$format" \
        /usr/bin/python3 "$rivals/matplotlib_charts.py" long "$scratch/long.csv" "$scratch/matplotlib.$format"
    measured "$([ $format = svg ] && echo "$few" || echo "$fewest")"
    rm "$scratch/long.csv"
done
