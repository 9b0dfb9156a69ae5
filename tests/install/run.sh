#!/bin/sh
# What cmake --install gives: all of it, usable from another folder, exporting and needing no more
# than it should.
#   run.sh REPOSITORY BUILD CC "CFLAGS"
set -eu
root=$1
build=$2
cc=$3
cflags=$4

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix="$scratch/a prefix"
number=0
failed=0
check() {
    name=$1
    shift
    number=$((number + 1))
    if "$@" >"$scratch/said" 2>&1; then
        echo "ok $number /install/$name"
    else
        sed 's/^/# /' "$scratch/said"
        echo "not ok $number /install/$name"
        failed=1
    fi
}

check installs cmake --install "$build" --prefix "$prefix"
libdir=$(dirname "$(find "$prefix" -name libcartouche.so)")
library=$libdir/libcartouche.so
program=$prefix/bin/cartouche

for file in include/cartouche.h share/man/man1/cartouche.1 \
    share/bash-completion/completions/cartouche share/zsh/site-functions/_cartouche \
    share/fish/vendor_completions.d/cartouche.fish; do
    check "has/$file" test -s "$prefix/$file"
done
check has/the-raster-module test -s "$libdir/cartouche/raster.so"
check has/the-shaper-module test -s "$libdir/cartouche/shaper.so"
check has/the-xml-module test -s "$libdir/cartouche/xml.so"
check has/the-profile test -s "$prefix/share/cartouche/profile.rng"
check has/the-pc-file test -s "$libdir/pkgconfig/cartouche.pc"

exports_only_ct() {
    nm -D --defined-only "$library" | awk '{ print $NF }' | sed 's/@.*//' >"$scratch/exported"
    grep -q '^ct_version$' "$scratch/exported" && ! grep -v '^ct_' "$scratch/exported"
}
check exports-ct-and-nothing-else exports_only_ct

needs_no_more() {
    objdump -p "$1" | awk '$1 == "NEEDED" { print $2 }' >"$scratch/needed"
    cat "$scratch/needed"
    test -s "$scratch/needed" &&
        ! grep -qvE '^(lib(glib-2\.0|gmodule-2\.0|csv|m|c|dl|pthread|asan|ubsan)|libcartouche)\.so' "$scratch/needed"
}
check library-needs-glib-and-libcsv-only needs_no_more "$library"
check program-needs-glib-and-the-library-only needs_no_more "$program"

no_build_path() {
    ! objdump -p "$1" | grep -E 'R(UN)?PATH' | grep -F "$build"
}
check program-remembers-no-build-folder no_build_path "$program"
check soname-has-the-major-version sh -c 'objdump -p "$1" | grep -q "SONAME *libcartouche.so.0$"' - "$library"

cd "$scratch"
check program-runs "$program" --version
check program-opens-the-module-beside-it "$program" bar "$root/datasets/poll/dprk_response.csv" \
    -x percent -y option -o installed.png
check program-draws-an-svg "$program" bar "$root/datasets/poll/dprk_response.csv" \
    -x percent -y option -o installed.svg
check program-checks-with-the-installed-profile "$program" check installed.svg
check man-page-is-roff grep -q '^\.TH CARTOUCHE 1' "$prefix/share/man/man1/cartouche.1"
check bash-completion-is-bash bash -n "$prefix/share/bash-completion/completions/cartouche"

export PKG_CONFIG_PATH="$libdir/pkgconfig"
# pkg-config quotes the blanks of the prefix for a shell.
build_example() {
    eval "'$cc' -std=c17 -Wpedantic -Wall -Wextra -Werror $cflags -o example" \
        "'$root/tests/install/example.c'" "$(pkg-config --cflags --libs cartouche)"
}
check example-builds-against-the-pc-file build_example
export LD_LIBRARY_PATH="$libdir"
check example-draws ./example "$root/datasets/poll/dprk_response.csv" example.svg
check example-wrote-a-figure grep -q 'Answers to one question' example.svg
check example-fails-with-a-message sh -c '! ./example nowhere.csv none.svg && test ! -e none.svg'
echo "1..$number"
exit $failed
