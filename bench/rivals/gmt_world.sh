#!/bin/sh
# The world coloured by value, with arcs, by GMT: gmt_world.sh BOUNDARIES.gmt ARCS.txt OUT.png
set -eu
folder=$(dirname "$3")/gmt
mkdir -p "$folder"
cd "$folder"
gmt begin world png E200
gmt makecpt -C#dcebf7,#12436d -T0/900 -Z
gmt basemap -Rd -JN20c -Bg0 --MAP_FRAME_PEN=thinnest,gray
gmt plot "$1" -C -G+z -W0.25p,white
gmt plot "$2" -W1p,orange
gmt colorbar -DJBC+w8c -B180
gmt end
mv world.png "$3"
