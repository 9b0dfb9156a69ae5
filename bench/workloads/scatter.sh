# A million points in five colours, as smooth discs.
rows=$((1000000 / part))
awk -v rows="$rows" 'BEGIN { print "x,y,category"; for (i = s = 0; i < rows; i++) {
    s = (s * 69069 + 1) % 4294967296; a = s / 4294967296; s = (s * 69069 + 1) % 4294967296; b = s / 4294967296
    printf "%.4f,%.4f,%c\n", a * a + b, b * b - a, 65 + int(a * 5) } }' >"$scratch/points.csv"
heading "Scatter of $rows points, 5 colours, to png"
programs=(-- cartouche "$cartouche" scatter "$scratch/points.csv" -x x -y y --color category
    -o "$scratch/points.png")
[ -z "$rivals" ] || programs+=(-- "gnuplot pngcairo" gnuplot -c bench/gnuplot_points.gp "$scratch/points.csv" "$scratch/rival.png")
measure 3 "${programs[@]}"
bytes "$scratch/points.png" "$scratch/rival.png"
