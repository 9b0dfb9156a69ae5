# Pipes, devices and closed descriptors. Read by run.sh.

begin standard-output-into-a-closed-pipe
: >"$scratch/stderr"
for command in "line $scratch/long.csv -x x -y y --format svg -o -" "completion bash" man; do
    { sleep 0.1; status=0; "$program" $command 2>"$scratch/stderr" || status=$?; echo $status >status; } | :
    status=$(cat status)
    judge 3
done
finish

begin closed-streams
draw -o out.svg -o out.png >&- 2>&- </dev/null || wrong "status $?"
same_picture out.svg "$scratch/new.svg"
same out.png "$scratch/new.png"
draw -o in.svg <&- || wrong "status $?"
same_picture in.svg "$scratch/new.svg"
status=0
draw --format svg -o - >&- 2>"$scratch/stderr" || status=$?
judge 3
status=0
"$program" bar -x name -y value -o none.svg <&- 2>"$scratch/stderr" || status=$?
judge 1
[ ! -e none.svg ] || wrong "a figure of nothing"
finish

if [ -c /dev/full ]; then
    begin nothing-is-lost-in-silence
    for command in --help --version "list charts" "describe bar" "inspect data.csv" "completion zsh" \
        "bar --help" "bar data.csv -x name -y value" "bar data.csv -x name -y value -o /dev/stdout --format png" \
        "bar data.csv -x name -y value --format svg -o /dev/full"; do
        status=0
        "$program" $command >/dev/full 2>"$scratch/stderr" </dev/null || status=$?
        judge 3
        [ "$status" = 3 ] || wrong "after $command"
    done
    finish
else
    skip nothing-is-lost-in-silence "no /dev/full"
fi

begin inputs-that-are-none
: >empty.csv
mkdir folder.csv
for input in missing.csv empty.csv folder.csv /dev/null missing/data.csv data.csv/x; do
    run 1 "$program" bar "$input" -x name -y value -o out.svg
    says "$(basename "$input")"
done
folder_is . data.csv empty.csv folder.csv
finish

begin input-without-end
run '1|4' timeout 10 "$program" bar /dev/zero -x name -y value -o out.svg
status=0
yes 1,2 | timeout 20 "$program" bar - -x 1 -y 2 --max-bytes 10000000 -o out.svg 2>"$scratch/stderr" || status=$?
judge 4
says --max-bytes
folder_is . data.csv
finish

begin pipes
mkfifo in out
cat data.csv >in &
run 0 "$program" bar in -x name -y value --title Trade -o out.svg
same_picture out.svg "$scratch/new.svg"
cat out >piped.svg &
run 0 draw --format svg -o out
wait
same_picture piped.svg "$scratch/new.svg"
[ -p out ] || wrong "the pipe was replaced"
{ head -c 20 data.csv; sleep 0.2; tail -c +21 data.csv; } | draw -o slow.svg 2>"$scratch/stderr"
"$program" bar -x name -y value --title Trade --format svg <data.csv >stdout.svg 2>"$scratch/stderr"
same_picture stdout.svg "$scratch/new.svg"
finish

begin appending-to-standard-output
echo first >all
"$program" bar data.csv -x name -y value --title Trade --format svg -o /dev/stdout >>all 2>"$scratch/stderr" || wrong "status $?"
{ echo first; cat "$scratch/new.svg"; } | cmp -s - all || wrong "what stood in the file is gone"
finish

begin input-cut-while-read
for moment in 0 01 02 04 08 16; do
    cp "$scratch/long.csv" cut.csv
    "$program" line cut.csv -x x -y y -o out.svg 2>"$scratch/stderr" &
    child=$!
    sleep "0.0$moment"
    : >cut.csv
    status=0
    wait $child || status=$?
    judge '0|1'
done
finish

begin nine-descriptors
cp "$scratch/old" out.png
run '0|1|3' sh -c 'ulimit -n 9; exec "$0" bar data.csv -x name -y value --title Trade -o out.png' "$program"
old_or_new out.png "$scratch/new.png"
finish
