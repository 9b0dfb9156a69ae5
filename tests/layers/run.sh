#!/bin/sh
# The table of rooms holds, and the check that says so can fail.
#   run.sh REPOSITORY
set -eu
root=$1
check=$root/script/check-layers

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
number=0
failed=0
report() {
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number /layers/$2"
    else
        echo "not ok $number /layers/$2"
        failed=1
    fi
}

status=0
"$check" "$root/src" || status=1
report $status every-include-is-allowed

# poisoned ROOM/FILE INCLUDE NAME: with one more line the check must fail, and say where.
poisoned() {
    rm -rf "$scratch/src"
    cp -R "$root/src" "$scratch/src"
    mkdir -p "$scratch/src/$(dirname "$1")"
    printf '#include %s\n' "$2" >>"$scratch/src/$1"
    status=0
    if said=$("$check" "$scratch/src"); then
        status=1
    fi
    case $said in
    *"src/$1:"*) ;;
    *) status=1 ;;
    esac
    report $status "$3"
}
poisoned base/poison.c '"scene/node.h"' base-may-not-see-scene
poisoned layout/poison.h '"mark/mark.h"' layout-may-not-see-marks
poisoned mark/poison.c '"backend/output_format.h"' marks-know-no-formats
poisoned backend/poison.c '"charts/chart.h"' backends-know-no-charts
poisoned cli/poison.c '"base/error.h"' the-program-sees-the-public-header-only
poisoned scene/poison.c '<cairo.h>' cairo-stays-in-its-modules
poisoned raster/poison.c '<pango/pangocairo.h>' pango-stays-in-shaper
poisoned backend/poison.c '<png.h>' libpng-stays-in-raster
poisoned profile/poison.c '<libxml/parser.h>' libxml-stays-in-xml
poisoned transform/poison.c '<csv.h>' libcsv-stays-in-data
poisoned data/poison.c '<csv.h>' one-file-includes-libcsv
poisoned plot/poison.c '"../base/error.h"' no-way-around-the-rooms
poisoned cellar/poison.c '<glib.h>' every-room-is-in-the-table

rm -rf "$scratch/src"
cp -R "$root/src" "$scratch/src"
printf '#include "base/error.h"\n' >"$scratch/src/guide/harmless.c"
status=0
"$check" "$scratch/src" || status=1
report $status a-room-sees-what-its-rooms-see
echo "1..$number"
exit $failed
