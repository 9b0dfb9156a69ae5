# What cannot be beaten: the module with one string, libcsv with empty callbacks; and PNG writers on our pixels.
[ -z "$tiny" ] || return 0
heading "Bar chart to png, against the module with one string (at most 1.5 times)"
measure "$runs" -- 'floor: module, one string, PNG' \
    "$build/bench/floor_png" "$build/lib/cartouche/raster.so" "$scratch/floor.png" \
    -- cartouche "$cartouche" bar "$root/datasets/trade/singapore_yearly.csv" -x year -y total -o "$scratch/bar.png"
heading "The figures of output/ as PNG, the same pixels (fewer bytes than cairo's writer in less time)"
"$build/bench/png_writers" 5 output/*.png output/gallery/*.png | sed 's/^/    /'
rows=10000000
for kind in number time; do
    heading "10 million rows, a $kind and a number, into typed columns (at most 1.5 times the floor)"
    "$build/bench/make_csv" $rows $kind >"$scratch/rows.csv"
    measure 3 -- 'floor: libcsv, empty callbacks' "$build/bench/floor_libcsv" "$scratch/rows.csv" \
        -- 'cartouche reader' "$build/bench/read_csv" "$scratch/rows.csv" $rows
    rm "$scratch/rows.csv"
done
