#!/bin/sh
# Every chart with each file of tests/data/ugly, at three sizes: a picture in the profile, or one clear refusal.
#   ugly.sh REPOSITORY PROGRAM
set -u
root=$1
program=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
number=0
failed=0

# draw NAME ARGUMENTS…: one figure; ok when it is drawn and valid, or refused in one line.
draw() {
    name=$1
    shift
    number=$((number + 1))
    rm -f "$scratch/a.svg"
    timeout 60 "$program" "$@" -o "$scratch/a.svg" >"$scratch/out" 2>"$scratch/err"
    status=$?
    if [ $status -eq 0 ]; then
        if command -v xmllint >/dev/null; then
            xmllint --noout --relaxng "$root/src/profile/profile.rng" "$scratch/a.svg" 2>"$scratch/err" || status=99
        fi
    elif [ $status -le 2 ] && [ "$(grep -c '^cartouche: .*error: ' "$scratch/err")" -eq 1 ] &&
        [ ! -e "$scratch/a.svg" ]; then
        status=0
    fi
    if [ $status -eq 0 ]; then
        echo "ok $number /ugly/$name"
    else
        echo "not ok $number /ugly/$name"
        sed 's/^/# /' "$scratch/err"
        failed=1
    fi
}

cd "$root/tests/data/ugly"
for file in *.csv; do
    count=0
    while read -r chart options; do
        case $chart in '#'* | '') continue ;; esac
        count=$((count + 1))
        eval "draw \"$file/$chart-$count\" $chart $file $options"
        eval "draw \"$file/$chart-$count/small\" $chart $file $options --width 400 --height 300"
        eval "draw \"$file/$chart-$count/slide\" $chart $file $options --preset slide --theme dark"
    done <commands.txt
done
"$program" list charts | while read -r chart _; do
    grep -q "^$chart " commands.txt || echo "$chart"
done >"$scratch/missing"
number=$((number + 1))
if [ -s "$scratch/missing" ]; then
    echo "not ok $number /ugly/every-chart-is-here"
    sed 's/^/# /' "$scratch/missing"
    failed=1
else
    echo "ok $number /ugly/every-chart-is-here"
fi
echo "1..$number"
exit $failed
