# What cannot be beaten: the module with one string, libcsv with empty callbacks; and PNG writers on our pixels.
[ -z "$tiny" ] || return 0
if row floors-png "Bar chart to png, against the module with one string (at most 1.5 times)"; then
    draws 'floor: module, one string, PNG' "$scratch/floor.png" \
        "$build/bench/floor_png" "$build/lib/cartouche/raster.so" "$scratch/floor.png"
    draws cartouche "$scratch/bar.png" "$cartouche" bar "$root/datasets/trade/singapore_yearly.csv" -x year -y total \
        -o "$scratch/bar.png"
    measured "$runs"
fi
if row floors-writers "The figures of output/ as PNG, the same pixels (fewer bytes than cairo's writer in less time)"; then
    "$build/bench/png_writers" 5 output/*.png output/gallery/*.png | sed 's/^/    /'
fi
rows=10000000
for kind in number time; do
    row "floors-$kind" "10 million rows, a $kind and a number, into typed columns (at most 1.5 times the floor)" || continue
    "$tools/make_csv" $rows $kind >"$scratch/rows.csv"
    draws 'floor: libcsv, empty callbacks' - "$build/bench/floor_libcsv" "$scratch/rows.csv"
    draws 'cartouche reader' - "$build/bench/read_csv" "$scratch/rows.csv" $rows
    measured "$fewest"
    rm "$scratch/rows.csv"
done
