# How time and memory grow with the rows, from a file and from a pipe: a line of all rows, and sums of groups.
# The exponent is that of the processor time of the last tenfold, without what a thousand rows take: 1 is a straight line.
for kind in number groups; do
    case $kind in
    number) name=growth-line title='Line of all rows, to svg' options=(-x t -y value -o "$scratch/growth.svg") ;;
    groups) name=growth-sums title='Sums by country and year, to png'
        options=(-x year -y 'sum(value)' --color country -o "$scratch/growth.png") ;;
    esac
    options+=(--max-rows 1000000000 --max-bytes 100000000000)
    row "$name" "$title, as the rows grow" || continue
    : >"$scratch/growth"
    for ((rows = 1000; rows <= most; rows *= 10)); do
        "$tools/make_csv" "$rows" $kind >"$scratch/rows.csv"
        "$tools/measure" "$fewest" -- file "$cartouche" line "$scratch/rows.csv" "${options[@]}" \
            -- pipe sh -c 'file=$1 && shift && cat "$file" | "$@"' - "$scratch/rows.csv" "$cartouche" line - "${options[@]}" \
            2>"$scratch/errors" | sed "s/^/$rows\t/" >>"$scratch/growth"
    done
    rm "$scratch/rows.csv"
    awk -F '\t' '
        BEGIN { print "| from | rows | wall ms | cpu ms | ms of a million | peak MiB | exponent |"
            print "| :-- | --: | --: | --: | --: | --: | --: |" }
        NF < 7 { print "| " $2 " | " $1 " | failed | | | | |"; next }
        $1 == 1000 { start[$2] = $6 }
        { cpu[$2, $1] = $6 - start[$2]
            before = $1 >= 1000000 && cpu[$2, $1 / 10] > 0 ? sprintf("%.2f", log(cpu[$2, $1] / cpu[$2, $1 / 10]) / log(10)) : ""
            printf "| %s | %d | %.1f | %.1f | %.1f | %.1f | %s |\n", $2, $1, $3, $6, $3 / $1 * 1e6, $7, before }' \
        <(sort -s -t "$(printf '\t')" -k 2,2 "$scratch/growth")
done
