#!/bin/sh
# Golden files that change say that the same input gives other bytes: figures drawn before must be drawn again, and
# only the render revision tells. revision.txt holds the revision and a hash of the golden files that belong to it.
#   revision.sh REPOSITORY [--write]
set -eu
cd "$1"
source=src/figure/command.c
revision=$(sed -n 's/^#define RENDER_REVISION \([0-9]*\)$/\1/p' $source)
# The hash of a figure has the revision in it: without it, or nothing would ever agree.
hash=$(cat tests/cases/*/expected.svg | sed 's/ data-hash="[0-9a-f]*"//' | sha256sum | cut -d ' ' -f 1)
if [ "${2-}" = --write ]; then
    echo "$revision $hash" >tests/cases/revision.txt
    exit 0
fi
read -r known_revision known_hash <tests/cases/revision.txt
echo "1..1"
if [ "$revision $hash" = "$known_revision $known_hash" ]; then
    echo "ok 1 /cases/revision"
    exit 0
fi
if [ "$hash" = "$known_hash" ]; then
    echo "# RENDER_REVISION was raised, and no golden file has changed"
else
    echo "# golden files have changed: script/renew raises RENDER_REVISION in $source and renews them"
fi
echo "not ok 1 /cases/revision"
exit 1
