#!/bin/sh
# Provokes the faults that a file system, a shell and a machine can have, and looks at what is left:
# the old figure or the whole new one, no litter, one line that says what was wrong, the documented
# exit status. Faults that need a tool or a right that is not there are skipped.
#   run.sh PROGRAM
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
. "$here/harness.sh"
# The same picture; what it says about itself names its own file.
same_picture() {
    sed 's/ data-[ch][a-z]*="[^"]*"//g' "$1" >"$scratch/left"
    sed 's/ data-[ch][a-z]*="[^"]*"//g' "$2" | cmp -s - "$scratch/left" || wrong "$1 differs from $2"
}
# The old figure or the whole new one.
old_or_new() {
    cmp -s "$1" "$scratch/old" || cmp -s "$1" "$2" || wrong "$1 is neither the old nor the new figure"
}
draw() {
    "$program" bar data.csv -x name -y value --title Trade "$@"
}

printf 'name,value\nThailand,5\nVietnam,3\nKorea,4\n' >"$scratch/data.csv"
echo "the figure of last year" >"$scratch/old"
awk 'BEGIN { print "x,y"; for (i = 0; i < 60000; i++) print i "," (i * 7919) % 1009 }' >"$scratch/long.csv"
begin reference
for kind in svg png pdf; do
    run 0 draw -o "$scratch/new.$kind"
done
finish
sanitized=no
if grep -q -a -e __asan_init "$program"; then
    sanitized=yes
fi
. "$here/disk.sh"
. "$here/signals.sh"
. "$here/streams.sh"
. "$here/names.sh"
. "$here/machine.sh"
echo "1..$number"
exit $failed
