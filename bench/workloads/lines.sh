# Five lines of 60 points, cold.
awk 'BEGIN { print "month,value,series"; for (k = 0; k < 5; k++) { y = 50
    for (i = s = 0; i < 60; i++) { s = (s * 69069 + 7 * k + 1) % 4294967296; y += s / 4294967296 * 10 - 5
        printf "%d,%.2f,S%d\n", i, y, k } } }' >"$scratch/lines.csv"
for format in png svg; do
    row "lines-$format" "Five lines of 60 points to $format" || continue
    draws cartouche "$scratch/lines.$format" "$cartouche" line "$scratch/lines.csv" -x month -y value --color series \
        -o "$scratch/lines.$format"
    small_rivals lines "$scratch/lines.csv" "$format"
    measured "$runs"
done
