#!/bin/sh
# The public header compiles alone, without GLib, as strict C17 and as C++17.
#   run.sh REPOSITORY CC CXX
set -eu
root=$1
cc=$2
cxx=$3

number=0
failed=0
compiles() {
    name=$1
    shift
    number=$((number + 1))
    if printf '#include "cartouche.h"\nextern const char *use(void);\nconst char *use(void) { return ct_version(); }\n' |
        "$@" -pedantic-errors -Wall -Wextra -Werror -fsyntax-only -I"$root/src" -; then
        echo "ok $number /header/$name"
    else
        echo "not ok $number /header/$name"
        failed=1
    fi
}
compiles alone-as-c17 "$cc" -std=c17 -Wmissing-prototypes -x c
compiles alone-as-cxx17 "$cxx" -std=c++17 -x c++
echo "1..$number"
exit $failed
