# A bar chart of 12 rows, cold.
csv=$root/datasets/trade/singapore_yearly.csv
for format in png svg; do
    row "bar-$format" "Bar chart of 12 rows to $format" || continue
    draws cartouche "$scratch/bar.$format" "$cartouche" bar "$csv" -x year -y total \
        --title "Singapore's trade with North Korea" -o "$scratch/bar.$format"
    small_rivals bar "$csv" "$format"
    measured "$runs"
done
