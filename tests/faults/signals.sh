# Ends at any moment. Read by run.sh.

draw_long() {
    "$program" line "$scratch/long.csv" -x x -y y -o "$1"
}
draw_long "$scratch/long.png" 2>/dev/null

# litter ALLOWED: how many files beside the figure may stay.
check_after_signal() {
    old_or_new out.png "$scratch/long.png"
    strays=$(find . -name '.*cartouche-tmp' | wc -l)
    [ "$strays" -le "$1" ] || wrong "$strays unfinished files stayed"
    folder_is . $(find . -name '.*cartouche-tmp' | sed 's|^\./||') data.csv out.png
}
for signal in INT TERM HUP KILL; do
    begin "signal-$signal"
    case $signal in
    INT) ending=130 allowed=0 ;;
    TERM) ending=143 allowed=0 ;;
    HUP) ending=129 allowed=0 ;;
    KILL) ending=137 allowed=1 ;;
    esac
    for moment in 01 02 03 04 05 06 07 08 09 10 12 14 16 18 20 25 30 35 40 50 60 80; do
        cp "$scratch/old" out.png
        status=0
        timeout --preserve-status -s $signal "0.0$moment" \
            "$program" line "$scratch/long.csv" -x x -y y -o out.png 2>"$scratch/stderr" || status=$?
        # The shell that runs the tests may have the signal ignored.
        judge "0|$ending"
        check_after_signal $allowed
    done
    # What a killed run left behind goes with the next.
    run 0 draw_long out.png
    folder_is . data.csv out.png
    finish
done 2>/dev/null

signal_at() {
    begin "signal-$1-at-$2"
    cp "$scratch/old" out.svg
    status=0
    env ASAN_OPTIONS=detect_leaks=0 strace -qq -o /dev/null -e "trace=$2" -e "inject=$2:signal=$1" \
        -P "$scratch/w/.out.svg.0.cartouche-tmp" \
        "$program" bar data.csv -x name -y value --title Trade -o "$scratch/w/out.svg" \
        2>"$scratch/stderr" || status=$?
    judge "$3"
    old_or_new out.svg "$scratch/new.svg"
    if [ "$1" = KILL ]; then
        run 0 draw -o out.svg
        same out.svg "$scratch/new.svg"
    fi
    folder_is . data.csv out.svg
    finish
}
if have strace && strace -qq -o /dev/null -e trace=write -e inject=write:error=EIO:when=9 true 2>/dev/null; then
    for call in openat write fsync close rename; do
        signal_at TERM $call 143
        signal_at INT $call 130
        signal_at KILL $call 137
    done
else
    skip signal-at-calls "no strace"
fi 2>/dev/null

begin four-runs-onto-one-output
for i in 1 2 3 4; do
    draw -o out.svg 2>"stderr.$i" &
done
wait
: >"$scratch/stderr"
cat stderr.* >"$scratch/stderr"
rm -f stderr.*
status=0
judge 0
same out.svg "$scratch/new.svg"
folder_is . data.csv out.svg
finish
