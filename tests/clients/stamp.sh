#!/bin/sh
# A hash of all that decides what the clients are shown, and of what they are: scene, text, writers, fonts, themes, the
# profile, and this folder.
#   stamp.sh REPOSITORY
set -eu
cd "$1"
find src/scene src/text src/theme src/backend src/raster src/profile/profile.rng tests/clients tests/support/box_diff.c \
    -type f ! -name stamp | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d ' ' -f 1
