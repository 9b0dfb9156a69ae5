#!/bin/sh
# Provokes the faults that a file system, a shell and a machine can have, and looks at what is left:
# the old figure or the whole new one, no litter, one line that says what was wrong, the documented
# exit status. Faults that need a tool or a right that is not there are skipped.
#   run.sh PROGRAM
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
# Other users run some of the cases.
chmod 755 "$scratch"

number=0
failed=0
name=
why=
begin() {
    name=$1
    why=
    rm -rf "$scratch/w"
    mkdir "$scratch/w"
    cd "$scratch/w" || exit 1
    cp "$scratch/data.csv" data.csv
}
wrong() {
    why="$why$*
"
}
finish() {
    number=$((number + 1))
    if [ -z "$why" ]; then
        echo "ok $number /faults/$name"
    else
        printf '%s' "$why" | sed 's/^/# /'
        [ ! -s "$scratch/stderr" ] || head -n 5 "$scratch/stderr" | sed 's/^/# stderr: /'
        echo "not ok $number /faults/$name"
        failed=1
    fi
}
skip() {
    number=$((number + 1))
    echo "ok $number /faults/$1 # SKIP $2"
}
have() {
    command -v "$1" >/dev/null 2>&1
}

# run STATUS COMMAND…: STATUS may be several, "0|3". What goes wrong is said in lines of ours.
run() {
    wanted=$1
    shift
    status=0
    "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
    judge "$wanted"
}
judge() {
    case "|$1|" in
    *"|$status|"*) ;;
    *) wrong "status $status, wanted $1" ;;
    esac
    # A shell says itself how a signal ended the program.
    if grep -v -e '^Killed' -e '^Terminated' -e '^Hangup' "$scratch/stderr" | grep -q -v '^cartouche: '; then
        wrong "a line on standard error is not ours"
    elif [ "$status" -ge 1 ] && [ "$status" -le 4 ] && ! grep -q 'error: ' "$scratch/stderr"; then
        wrong "status $status without an error"
    fi
}
says() {
    grep -q -e "$1" "$scratch/stderr" || wrong "standard error does not say $1"
}
# The files of a folder are exactly these.
folder_is() {
    found=$(cd "$1" && find . ! -name . | LC_ALL=C sort | sed 's|^\./||' | tr '\n' ' ')
    shift
    [ "$found" = "$(printf '%s ' "$@")" ] || wrong "folder holds $found, wanted $*"
}
same() {
    cmp -s "$1" "$2" || wrong "$1 differs from $2"
}
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
