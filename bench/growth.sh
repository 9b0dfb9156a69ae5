#!/bin/sh
# How time and memory grow with the rows: a line of all of them, and sums of groups of them.
#   bench/growth.sh [MOST_ROWS] [RUNS]
# Both should grow in a straight line at most; from some 100,000 rows on memory should not grow.
set -eu

cd "$(dirname "$0")/.."
most=${1-10000000}
runs=${2-3}
script/bootstrap
cmake --preset release >/dev/null
cmake --build build/release --target all bench >/dev/null

build=$(pwd)/build/release
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The row of one program out of the table of measure, with the number of rows before it.
measure_rows() {
    rows=$1
    shift
    "$build/bench/measure" "$runs" -- rows "$build/bin/cartouche" line "$scratch/rows.csv" \
        --max-rows 1000000000 --max-bytes 100000000000 "$@" |
        awk -v rows="$rows" '/^. rows/ { printf "%12d %10s %10s %10s\n", rows, $4, $6, $12 }'
}

for kind in number groups; do
    case $kind in
    number) set -- -x t -y value -o "$scratch/line.svg" ;;
    groups) set -- -x year -y 'sum(value)' --color country -o "$scratch/groups.png" ;;
    esac
    printf '\n%s\n%12s %10s %10s %10s\n' "$kind: $*" rows 'wall ms' 'cpu ms' 'peak MiB'
    rows=1000
    while [ "$rows" -le "$most" ]; do
        "$build/bench/make_csv" "$rows" "$kind" >"$scratch/rows.csv"
        measure_rows "$rows" "$@"
        rows=$((rows * 10))
    done
done
