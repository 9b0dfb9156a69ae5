# A million points in five colours, as smooth discs.
rows=$((1000000 / part))
if row scatter-png "Scatter of $rows points, 5 colours, to png"; then
    awk -v rows="$rows" 'BEGIN { print "x,y,category"; for (i = s = 0; i < rows; i++) {
        s = (s * 69069 + 1) % 4294967296; a = s / 4294967296; s = (s * 69069 + 1) % 4294967296; b = s / 4294967296
        printf "%.4f,%.4f,%c\n", a * a + b, b * b - a, 65 + int(a * 5) } }' >"$scratch/points.csv"
    draws cartouche "$scratch/points.png" "$cartouche" scatter "$scratch/points.csv" -x x -y y --color category \
        -o "$scratch/points.png"
    rival pandas 'matplotlib and pandas' "$scratch/matplotlib.png" \
        /usr/bin/python3 "$rivals/matplotlib_charts.py" points "$scratch/points.csv" "$scratch/matplotlib.png"
    rival gnuplot gnuplot "$scratch/gnuplot.png" \
        gnuplot -c "$rivals/points.gp" png "$scratch/points.csv" "$scratch/gnuplot.png"
    measured "$fewest"
fi
