#!/bin/sh
# Adding a chart type takes one new file and one row: done on a copy, built, listed and drawn.
#   add_chart.sh REPOSITORY
set -eu
root=$1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
copy=$scratch/copy
mkdir "$copy"
cp -R "$root/CMakeLists.txt" "$root/src" "$root/bench" "$copy"

# The dummy is the bar chart under another name.
sed -e 's/chart_bar/chart_dummy/g' -e 's/\.name = "bar"/.name = "dummy"/' "$copy/src/charts/bar.c" >"$copy/src/charts/dummy.c"
sed -i '/CHART(bar)/a CHART(dummy)' "$copy/src/charts/chart_table.inc"

number=0
failed=0
check() {
    name=$1
    shift
    number=$((number + 1))
    if "$@" >"$scratch/said" 2>&1; then
        echo "ok $number /add-chart/$name"
    else
        tail -n 20 "$scratch/said" | sed 's/^/# /'
        echo "not ok $number /add-chart/$name"
        failed=1
    fi
}
touches_two_files() {
    diff -rq "$root/src" "$copy/src" >"$scratch/changes" || true
    cat "$scratch/changes"
    [ "$(wc -l <"$scratch/changes")" -eq 2 ] &&
        grep -q 'chart_table.inc differ' "$scratch/changes" &&
        grep -q 'charts: dummy.c$' "$scratch/changes"
}
listed() {
    "$scratch/build/bin/cartouche" list charts | grep '^dummy'
}
check touches-one-new-file-and-one-row touches_two_files
check configures cmake -S "$copy" -B "$scratch/build" -G Ninja -DBUILD_TESTING=OFF \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS_DEBUG=-O0
check builds cmake --build "$scratch/build" --parallel 2 --target cartouche
check is-listed listed
check is-described "$scratch/build/bin/cartouche" describe dummy
check draws "$scratch/build/bin/cartouche" dummy "$root/datasets/trade/singapore_yearly.csv" \
    -x year -y total -o "$scratch/dummy.svg"
echo "1..$number"
exit $failed
