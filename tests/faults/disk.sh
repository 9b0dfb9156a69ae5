# Disks that fill up, calls that fail. Read by run.sh.

on_full_disk() {
    own_mounts sh -c 'mount -t tmpfs -o size=12k tmpfs disk && cp "$1/old" disk/old.svg || exit 99
        status=0
        "$2" line "$1/long.csv" -x x -y y -o disk/new.svg 2>err1 || status=$?
        "$2" line "$1/long.csv" -x x -y y -o disk/old.svg 2>err2 || status=$status/$?
        cmp disk/old.svg "$1/old" && [ "$(ls -A disk)" = old.svg ] && echo "$status"' \
        sh "$scratch" "$program"
}
if have unshare && (cd "$scratch" && mkdir probe && own_mounts mount -t tmpfs tmpfs probe) 2>/dev/null; then
    begin full-disk
    mkdir disk
    : >"$scratch/stderr"
    [ "$(on_full_disk)" = 3/3 ] || wrong "a full disk left something or was not said"
    grep -q 'the disk is full' err1 && grep -q 'the disk is full' err2 || wrong "the reason is not said"
    finish
else
    skip full-disk "no right to mount"
fi

# The last of three files finds no room: the others, which are whole by then, do not take their names either.
disk_for_two() {
    own_mounts sh -c 'mount -t tmpfs -o size=28k tmpfs disk || exit 99
        for file in a.svg b.png c.csv; do cp "$1/old" "disk/$file"; done
        status=0
        "$2" bar data.csv -x name -y value --data-table disk/c.csv -o disk/a.svg -o disk/b.png 2>err1 || status=$?
        for file in a.svg b.png c.csv; do cmp "disk/$file" "$1/old" || status=changed; done
        [ "$(ls -A disk | tr "\n" " ")" = "a.svg b.png c.csv " ] && echo "$status"' \
        sh "$scratch" "$program"
}
if [ -d "$scratch/probe" ]; then
    begin full-disk-between-outputs
    mkdir disk
    : >"$scratch/stderr"
    [ "$(disk_for_two)" = 3 ] || wrong "one of three files is new, or it was not said"
    grep -q 'b.png": the disk is full' err1 || wrong "the reason is not said"
    finish
else
    skip full-disk-between-outputs "no right to mount"
fi

begin file-size-limit
cp "$scratch/old" out.svg
run 3 sh -c 'ulimit -f 1; "$0" bar data.csv -x name -y value --mkdir -o new.svg' "$program"
says 'limit on the size of a file'
run 3 sh -c 'ulimit -f 1; "$0" bar data.csv -x name -y value -o out.svg' "$program"
same out.svg "$scratch/old"
cp "$scratch/old" out.csv
run 3 sh -c 'ulimit -f 8; "$0" bar data.csv -x name -y value --data-table out.csv -o out.svg -o out.png' "$program"
says 'out.png": it would be larger'
same out.csv "$scratch/old"
same out.svg "$scratch/old"
folder_is . data.csv out.csv out.svg
finish

# Every call of a kind in turn: 1st, 2nd, 3rd … until none is left to fail.
fail_calls() {
    begin "failing-$1-$2"
    n=1
    while [ $n -le 60 ]; do
        rm -f out.svg
        cp "$scratch/old" out.svg
        run '0|1|3' env ASAN_OPTIONS=detect_leaks=0 strace -qq -o trace -e "trace=$1" \
            -e "inject=$1:error=$2:when=$n" $3 \
            "$program" bar "$PWD/data.csv" -x name -y value --title Trade -o "$PWD/out.svg"
        old_or_new out.svg "$scratch/new.svg"
        if [ "$status" = 0 ]; then
            same out.svg "$scratch/new.svg"
        else
            same out.svg "$scratch/old"
        fi
        grep -q INJECTED trace || break
        rm -f trace
        folder_is . data.csv out.svg
        n=$((n + 1))
    done
    [ $n -gt 1 ] || wrong "no $1 was called"
    finish
}
if have strace && strace -qq -o "$scratch/trace" -e trace=write -e inject=write:error=EIO:when=9 true 2>/dev/null; then
    # Only what touches the two files; the loader's own calls are not ours.
    near="-P $scratch/w/out.svg -P $scratch/w/.out.svg.0.cartouche-tmp -P $scratch/w"
    fail_calls write ENOSPC "$near"
    fail_calls write EINTR "$near"
    fail_calls fsync EIO "$near"
    fail_calls rename EACCES ""
    fail_calls close EIO "$near"
    fail_calls openat EMFILE "$near"
    fail_calls openat EACCES "-P $scratch/w/data.csv"
    fail_calls read EIO "-P $scratch/w/data.csv"
    fail_calls flock ENOLCK ""
    fail_calls fcntl EMFILE "$near"
else
    skip failing-calls "no strace"
fi

begin folder-removed-while-drawing
mkdir folder
mkfifo pipe
"$program" bar pipe -x name -y value -o folder/out.svg 2>"$scratch/stderr" &
child=$!
exec 9>pipe
rmdir folder
cat data.csv >&9
exec 9>&-
status=0
wait $child || status=$?
judge 3
says 'folder'
folder_is . data.csv pipe
finish
