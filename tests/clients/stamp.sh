#!/bin/sh
# A hash of all that decides what the clients are shown, and of what they are: scene, text, writers, fonts, themes, the
# profile, the sources of the documents, and this folder.
#   stamp.sh REPOSITORY
set -eu
cd "$1"
find src/scene src/text src/theme src/backend src/raster src/deck src/profile/profile.rng tests/clients \
    tests/support/box_diff.c tests/support/check_deck.sh docs/*/README.md docs/latex/report.tex docs/markdown/cartouche.lua \
    docs/markdown/report.md docs/reveal/package.json docs/reveal/slides.html \
    -type f ! -name stamp | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d ' ' -f 1
