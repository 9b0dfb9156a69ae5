#!/bin/sh
# The faults of a night: many figures at once, ended at any moment, on full disks, beside each other. What is left is
# whole; the next run makes it what an unbroken one would have made.
#   batch.sh PROGRAM
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
. "$here/harness.sh"
printf 'name,value\nThailand,5\nVietnam,3\nKorea,4\n' >"$scratch/data.csv"

# manifest N [BAD…]: N figures in figures.ini, those of the numbers BAD with data that are not there.
manifest() {
    n=$1
    shift
    printf '[defaults]\nchart = bar\nx = name\ny = value\nmkdir = on\n' >figures.ini
    i=1
    while [ $i -le "$n" ]; do
        data=data.csv
        case " $* " in
        *" $i "*) data=missing-$i.csv ;;
        esac
        printf '[f%03d]\ndata = %s\ntitle = Figure %d\noutput = out/%03d.svg\n' $i "$data" $i $i
        [ $((i % 4)) != 0 ] || printf 'output = out/%03d.png\n' $i
        i=$((i + 1))
    done >>figures.ini
}
batch() {
    "$program" batch figures.ini "$@"
}
prints() {
    grep -q -e "$1" "$scratch/stdout" || wrong "standard output does not say $1"
}
# The names and bytes of a folder, temporaries as well.
folder_sum() {
    (cd "$1" && find . -type f | LC_ALL=C sort | xargs cksum)
}
milliseconds() {
    echo $(($(date +%s%N) / 1000000))
}

begin reference
manifest 16
began=$(milliseconds)
run 0 batch --quiet
whole=$(($(milliseconds) - began))
folder_sum out >"$scratch/unbroken"
[ "$(wc -l <"$scratch/unbroken")" = 20 ] || wrong "20 files wanted"
finish
is_unbroken() {
    folder_sum out | cmp -s - "$scratch/unbroken" || wrong "$1 is not what an unbroken run makes"
}

begin killed-at-20-moments
manifest 16
moment=0
cut=0
while [ $moment -lt 20 ]; do
    rm -rf out
    setsid "$program" batch figures.ini --quiet 2>/dev/null &
    child=$!
    sleep "$(awk "BEGIN { print $whole * ($moment + 0.5) / 20000 }")"
    kill -KILL $child 2>/dev/null && cut=$((cut + 1))
    wait $child
    run 0 batch --quiet
    is_unbroken "the run after a kill at moment $moment"
    moment=$((moment + 1))
done 2>/dev/null
[ $cut -ge 10 ] || wrong "only $cut runs were killed before they ended"
finish

for signal in INT TERM; do
    begin "signal-$signal-within-100-ms"
    manifest 16
    case $signal in
    INT) ending=130 ;;
    TERM) ending=143 ;;
    esac
    : >"$scratch/times"
    moment=1
    while [ $moment -le 9 ]; do
        rm -rf out
        # A shell without job control starts its children with the signal ignored.
        env --default-signal=INT "$program" batch figures.ini --quiet 2>"$scratch/stderr" &
        child=$!
        sleep "$(awk "BEGIN { print $whole * $moment / 10500 }")"
        began=$(milliseconds)
        kill -$signal $child 2>/dev/null
        status=0
        wait $child || status=$?
        echo $(($(milliseconds) - began)) >>"$scratch/times"
        judge "0|$ending"
        [ ! -d out ] || [ -z "$(find out -name '.*')" ] || wrong "a stray stayed"
        [ ! -d out ] || (cd out && find . -type f | LC_ALL=C sort | xargs -r cksum) >"$scratch/part"
        [ ! -d out ] || [ -z "$(grep -v -x -F -f "$scratch/unbroken" "$scratch/part")" ] || wrong "a file is half done"
        moment=$((moment + 1))
    done 2>/dev/null
    middle=$(sort -n "$scratch/times" | sed -n 5p)
    [ "$middle" -le 100 ] || wrong "$middle ms to end"
    run 0 batch --quiet
    is_unbroken "the run after it"
    finish
done

begin two-batches-on-one-folder
manifest 16
for round in 1 2 3; do
    batch --quiet --force 2>"stderr.1" &
    first=$!
    batch --quiet --force 2>"stderr.2" &
    second=$!
    status=0
    wait $first || status=$?
    wait $second || status=$?
    cat stderr.1 stderr.2 >"$scratch/stderr"
    judge 0
    is_unbroken "round $round"
done
finish

begin jobs-change-nothing
manifest 16 3 7
run 1 batch --jobs 1
cp "$scratch/stderr" one
cp "$scratch/stdout" one.out
folder_sum out >one.sum
rm -rf out
run 1 batch --jobs 7
cmp -s one "$scratch/stderr" || wrong "other messages"
cmp -s one.out "$scratch/stdout" || wrong "other lines"
folder_sum out | cmp -s - one.sum || wrong "other bytes"
finish

begin seven-of-a-hundred-fail
manifest 100 4 17 18 40 66 99 100
run 1 batch
[ "$(find out -name '*.svg' | wc -l)" = 93 ] || wrong "93 figures wanted"
[ "$(grep -c 'error: ' "$scratch/stderr")" = 7 ] || wrong "7 lines wanted"
grep 'error: ' "$scratch/stderr" | sed 's/.*missing-\([0-9]*\).*/\1/' | tr '\n' ' ' | grep -q '^4 17 18 40 66 99 100 $' ||
    wrong "the errors are not in the order of the manifest"
prints '^100 figures: 93 drawn, 7 failed$'
finish

begin a-second-run-draws-nothing
manifest 100
run 0 batch --quiet
folder_sum out >sum
find out -type f -exec touch -d '2001-01-01' {} +
run 0 batch
prints '^100 figures: 100 unchanged$'
[ -z "$(find out -newermt 2001-01-02 -type f)" ] || wrong "files were written again"
folder_sum out | cmp -s - sum || wrong "other bytes"
finish

small_disk() {
    own_mounts sh -c 'mount -t tmpfs -o size=64k tmpfs out || exit 99
        status=0
        "$1" batch figures.ini 2>messages >totals || status=$?
        [ -z "$(find out -name ".*" -type f)" ] || status=stray
        cp out/* kept/
        exec echo "$status"' sh "$program"
}
if have unshare && (cd "$scratch" && mkdir probe && own_mounts mount -t tmpfs tmpfs probe) 2>/dev/null; then
    begin disk-of-64-kib
    manifest 16
    mkdir out kept
    : >"$scratch/stderr"
    [ "$(small_disk)" = 3 ] || wrong "status, or strays"
    grep -q 'the disk is full' messages || wrong "the reason is not said"
    failed_figures=$(grep -c 'error: ' messages)
    grep -q " $failed_figures failed" totals || wrong "not one line for each figure"
    (cd kept && find . -type f | LC_ALL=C sort | xargs cksum) | grep -v -x -F -f "$scratch/unbroken" >"$scratch/odd"
    [ ! -s "$scratch/odd" ] || wrong "a file is half done"
    [ "$(find kept -type f | wc -l)" -ge 1 ] || wrong "nothing was written while there was room"
    run 0 batch --quiet
    is_unbroken "the run with room"
    finish
else
    skip disk-of-64-kib "no right to mount"
fi

begin limit-on-files
manifest 16
run 3 sh -c 'ulimit -f 1; exec "$0" batch figures.ini' "$program"
says 'limit on the size of a file'
[ -z "$(find out -name '.*')" ] || wrong "a stray stayed"
run 0 batch --quiet
is_unbroken "the run without a limit"
finish

begin read-only-folder
manifest 8
mkdir out
chmod 555 out
if touch out/probe 2>/dev/null; then
    # A superuser writes anywhere but where nothing is written at all.
    rm -f out/probe
    if have unshare && own_mounts true 2>/dev/null; then
        run 3 own_mounts sh -c 'mount -t tmpfs -o ro tmpfs out && exec "$0" batch figures.ini' "$program"
        says 'read-only'
        [ "$(grep -c 'error: ' "$scratch/stderr")" = 8 ] || wrong "one line for each figure wanted"
    fi
else
    run 3 batch
    says 'no permission'
    [ "$(grep -c 'error: ' "$scratch/stderr")" = 8 ] || wrong "one line for each figure wanted"
fi
chmod 755 out
folder_is . data.csv figures.ini out
finish
echo "1..$number"
exit $failed
