#!/bin/sh
# Shows a set of figures to the programs that people put them into, and holds what they draw and find to our
# own PNG. A program that is not there is a failure. Called by `script/test clients`.
#   run.sh REPOSITORY CARTOUCHE BOX_DIFF FOLDER
# FOLDER keeps everything that was drawn; where pictures differ, FOLDER/CLIENT/NAME.diff.png shows where.
# When all is well the state that was seen is recorded in tests/clients/stamp.
set -eu
root=$1
program=$2
box_diff=$3
work=$4
here=$root/tests/clients

mkdir -p "$work"
cd "$work"
rm -rf ours made office ./*.log ./*/*.png ./*/*.pdf
mkdir -p ours made
ln -sfn "$root/datasets" datasets
passed=0
failed=0

say() {
    case $1 in
    ok)
        passed=$((passed + 1))
        echo "ok $((passed + failed)) /clients/$2${3:+ # $3}"
        ;;
    *)
        failed=$((failed + 1))
        echo "not ok $((passed + failed)) /clients/$2${3:+ # $3}"
        ;;
    esac
}

# check NAME COMMAND…: one check; what a failure says is shown.
check() {
    name=$1
    shift
    if "$@" >said.log 2>&1; then
        say ok "$name"
    else
        tail -n 20 said.log | sed 's/^/# /'
        say fail "$name"
    fi
}

. "$here/figures.sh"
. "$here/renderers.sh"
. "$here/words.sh"
. "$here/documents.sh"

make_tables
check figures-are-drawn draw_figures
names=$(grep -v '^#' "$here/figures.txt" | cut -d' ' -f1)
for name in $names; do
    check "profile/$name" "$program" check "ours/$name.svg"
done

check node-modules-are-there install_modules
for client in librsvg inkscape libreoffice impress cairosvg weasyprint resvg; do
    mkdir -p "$client"
    check "$client/runs" "render_$client"
    compare "$client"
done

browser_modes='img inline twice hidden hostile dark rtl vertical purified purified-svg'
# shellcheck disable=SC2086 # a list of words
mkdir -p $browser_modes
check chromium/runs browse
take_results browser.log
for client in $browser_modes; do
    compare "$client"
done
check svgo/runs shrink
take_results svgo.log

find_words librsvg
find_words impress

build_documents

echo "1..$((passed + failed))"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && "$here/stamp.sh" "$root" >"$here/stamp"
