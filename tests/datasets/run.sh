#!/bin/sh
# Every file of datasets/ is strict CSV with known sources and stands in the README as it is, and the
# program reads it; the few cells that are of another kind than their column are said.
#   run.sh REPOSITORY PROGRAM
set -eu
root=$1
program=$2

cd "$root/datasets"
number=0
failed=0
report() {
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number $2"
    else
        echo "not ok $number $2"
        failed=1
    fi
}

for file in */*.csv; do
    status=0
    awk -f "$root/tests/datasets/strict.awk" reference/sources.csv "$file" || status=1
    iconv -f UTF-8 -t UTF-8 "$file" >/dev/null || status=1
    report $status "/datasets/strict/$file"

    rows=$(($(wc -l <"$file") - 1))
    columns=$(head -n 1 "$file" | tr ',' ' ')
    status=0
    awk -v title="### $file" -v row="$rows: \`$columns\`" '
        $0 == title { inside = 1; next }
        /^#/ { inside = 0 }
        inside && index($0, "| Rows, columns | " row) { found = 1 }
        END { exit !found }' README.md || status=1
    report $status "/datasets/described/$file"

    status=0
    read=$("$program" inspect "$file" 2>&1) || status=1
    printf '%s\n' "$read" | grep -qx "rows=$rows" || status=1
    # Some columns hold a year among dates, or words among numbers: those cells are said and left out.
    printf '%s\n' "$read" | grep '^cartouche:' | grep -qv 'left out$' && status=1
    [ $status -eq 0 ] || printf '%s\n' "$read" | sed 's/^/# /'
    report $status "/datasets/read/$file"
done
echo "1..$number"
exit $failed
