# The world with a colour for each country and ten arcs; and the relations map of output/ against a bar chart.
printf 'iso3,value\n' >"$scratch/world.csv"
sed -n 's/^{ "..", "\([A-Z]*\)", \([0-9]*\), .*/\1,\2/p' src/geo/country_table.inc |
    grep -E '^(USA|CAN|MEX|BRA|ARG|CHL|PER|COL|GBR|FRA|DEU|ESP|ITA|POL|UKR|RUS|CHN|IND|IDN|AUS|JPN|KAZ|IRN|SAU|TUR|EGY|DZA|LBY|SDN|ETH|KEN|COD|ZAF|NGA|MLI|TCD|MDG|MNG|THA|VNM|PHL|MMR|PAK),' \
        >>"$scratch/world.csv"
printf 'from,to,weight\n' >"$scratch/arcs.csv"
weight=0
for to in USA BRA IND ZAF AUS RUS GBR JPN NGA ARG; do
    weight=$((weight + 7))
    echo "CHN,$to,$weight" >>"$scratch/arcs.csv"
done
printf '> \n104 36\n%s\n' '-99 39' '-52 -10' '79 22' '24 -29' '134 -25' '96 62' '-2 54' '138 37' '8 9' '-65 -35' |
    sed 's/^> $/>/' >"$scratch/arcs.txt"
! has npm || node "$modules/d3_world.mjs" "$scratch/world.csv" - "$scratch/boundaries.gmt"
for format in png svg; do
    row "map-$format" "Map of the world, fills and 10 arcs, to $format" || continue
    draws cartouche "$scratch/world.$format" "$cartouche" map "$scratch/arcs.csv" --from from --to to --weight weight \
        --areas "$scratch/world.csv" --area-key iso3 --fill value --extent world --curve geodesic \
        -o "$scratch/world.$format"
    rival npm 'd3-geo by hand' "$scratch/d3.$format" \
        node "$modules/d3_world.mjs" "$scratch/world.csv" "$scratch/arcs.txt" "$scratch/d3.$format"
    [ $format = svg ] || ! has npm || rival gmt GMT "$scratch/gmt.png" \
        "$rivals/gmt_world.sh" "$scratch/boundaries.gmt" "$scratch/arcs.txt" "$scratch/gmt.png"
    measured "$few"
done
relations_map=$(sed -n 's/^map \(.*\) -o output\/relations-map.svg.*/\1/p' output/figures.txt)
for format in png svg; do
    row "relations-$format" "The relations map to $format, against the bar chart (png: at most 3 times)" || continue
    eval "arguments=($relations_map)"
    draws 'bar chart' "$scratch/bar.$format" "$cartouche" bar "$root/datasets/trade/singapore_yearly.csv" -x year -y total \
        --title "Singapore's trade with North Korea" -o "$scratch/bar.$format"
    draws 'relations map' "$scratch/map.$format" "$cartouche" map "${arguments[@]}" -o "$scratch/map.$format"
    measured "$runs"
done
if row links-svg "1,000 links between 200 places to svg (less than 1,000 ms)"; then
    awk 'BEGIN { print "id,lat,lon"; for (i = s = 0; i < 200; i++) {
        s = (s * 69069 + 1) % 4294967296; lat = s / 4294967296 * 120 - 55
        s = (s * 69069 + 1) % 4294967296; printf "p%d,%.3f,%.3f\n", i, lat, s / 4294967296 * 360 - 180 } }' \
        >"$scratch/places.csv"
    awk -v part="$part" 'BEGIN { print "from,to,w"; for (i = 0; i < 200; i += part) for (k = 0; k < 5; k++)
        printf "p%d,p%d,%d\n", i, (i + 7 + 13 * k) % 200, i * k % 50 + 1 }' >"$scratch/links.csv"
    draws cartouche "$scratch/links.svg" "$cartouche" map "$scratch/links.csv" --from from --to to --weight w \
        --places "$scratch/places.csv" -o "$scratch/links.svg"
    measured "$fewest"
fi
