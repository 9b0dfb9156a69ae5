#!/bin/sh
# Draws one golden case with the fixed measurer and compares scene and SVG, byte for byte.
#   run.sh CASE DRAW      README.md beside this file says what a case holds
# CARTOUCHE_UPDATE=1 renews what is expected. On failure actual.* and diff.svg stay in the case.
set -eu
case_folder=$(cd "$1" && pwd)
draw=$2
name=$(basename "$case_folder")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
rm -f "$case_folder"/actual.* "$case_folder/diff.svg"
cp -R "$case_folder" "$scratch/case"
cd "$scratch/case"

# The command holds what follows the program's name, quoted as for a shell, on one line or several.
arguments=$(grep -v '^#' command | tr '\n' ' ')
if ! eval "\"\$draw\" $arguments -o actual.scene -o actual.svg" </dev/null 2>actual.stderr; then
    sed 's/^/# /' actual.stderr
    echo "not ok 1 /cases/$name/draws"
    echo "1..1"
    exit 1
fi
echo "ok 1 /cases/$name/draws"

if [ -n "${CARTOUCHE_UPDATE-}" ]; then
    for kind in scene svg; do
        cp "actual.$kind" "$case_folder/expected.$kind"
    done
    if [ -s actual.stderr ]; then
        cp actual.stderr "$case_folder/expected.stderr"
    else
        rm -f "$case_folder/expected.stderr"
    fi
    echo "1..1"
    exit 0
fi

# The two figures side by side, and their difference: an SVG needs no tool to show it.
pane() {
    sed -e '/^<?xml/d' -e "1,/<svg/s/<svg/<svg x=\"$2\" y=\"0\"/" "$1"
}
write_diff() {
    width=$(sed -n '1,/<svg/s/.*<svg[^>]* width="\([0-9]*\).*/\1/p' actual.svg)
    height=$(sed -n '1,/<svg/s/.*<svg[^>]* height="\([0-9]*\).*/\1/p' actual.svg)
    step=$((${width:-800} + 20))
    {
        echo "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"$((step * 3))\" height=\"${height:-500}\">"
        [ ! -f expected.svg ] || pane expected.svg 0
        pane actual.svg $step
        echo '<g style="isolation:isolate">'
        [ ! -f expected.svg ] || pane expected.svg $((2 * step))
        echo '<g style="mix-blend-mode:difference">'
        pane actual.svg $((2 * step))
        echo '</g></g></svg>'
    } >diff.svg
}

number=1
failed=0
touch actual.stderr
[ -f expected.stderr ] || : >expected.stderr
for kind in scene svg stderr; do
    number=$((number + 1))
    if cmp -s "expected.$kind" "actual.$kind"; then
        echo "ok $number /cases/$name/$kind"
    else
        diff -u "expected.$kind" "actual.$kind" 2>&1 | head -n 40 | sed 's/^/# /'
        echo "not ok $number /cases/$name/$kind"
        cp "actual.$kind" "$case_folder/"
        failed=1
    fi
done
if [ $failed -ne 0 ]; then
    write_diff
    cp diff.svg "$case_folder/"
    echo "# look at $case_folder/diff.svg; CARTOUCHE_UPDATE=1 takes the new figure as expected"
fi
echo "1..$number"
exit $failed
