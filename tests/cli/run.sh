#!/bin/sh
# Runs one case file against the program, in a fresh folder that holds a copy of tests/cli/data as
# data. README.md beside this file says how a case reads.
#   run.sh CASE.test PROGRAM
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case_file=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
PATH=$(cd "$(dirname "$2")" && pwd):$PATH
export PATH

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/work" "$scratch/steps"
cp -R "$here/data" "$scratch/work/data"
awk -v folder="$scratch/steps" -f "$here/split.awk" "$case_file"

cd "$scratch/work"
name=$(basename "$case_file" .test)
number=0
failed=0
for step in "$scratch"/steps/*.command; do
    number=$((number + 1))
    status=0
    command=$(cat "$step")
    # A subshell, so that a case may leave with exit.
    (eval "$command") >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
    expected=${step%.command}.expected
    if awk -v status="$status" -v folder="$scratch" -f "$here/match.awk" "$expected" >"$scratch/why"; then
        printf '%s\n' "ok $number /cli/$name: $command"
    else
        sed 's/^/# /' "$scratch/why"
        printf '%s\n' "not ok $number /cli/$name: $command"
        failed=1
    fi
done
echo "1..$number"
exit $failed
