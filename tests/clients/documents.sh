# Builds the documents of docs/ with the commands that their READMEs print, and looks at what comes out. Sourced by
# run.sh; what was built stays in its folder "docs".

# The shell blocks of a README, one after the other, up to the first command that fails.
run_readme() {
    awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on' README.md >"$work/made/commands.sh"
    [ -s "$work/made/commands.sh" ] && sh -e "$work/made/commands.sh"
}

enter() {
    cd "$work/docs/$1"
    check "documents/$1/commands-work-as-printed" run_readme
}

# has FILE TEXT…: each text stands in it.
has() {
    file=$1
    shift
    for text; do
        grep -qF -- "$text" "$file" || {
            echo "not found in $file: $text"
            return 1
        }
    done
}

counts() { # counts N FILE TEXT: N lines of it hold the text
    found=$(grep -cF -- "$3" "$2" || true)
    [ "$found" -eq "$1" ] || {
        echo "$found lines of $2 hold \"$3\", not $1"
        return 1
    }
}

pdf_words() {
    pdftotext "$1" "$1.txt" || return 1
    shift
    has "$@"
}

# The width of a word in a PDF, in hundredths of a point.
word_width() {
    pdftotext -bbox "$1" "$work/made/words"
    sed -n "s/.*xMin=\"\([0-9.]*\)\" .* xMax=\"\([0-9.]*\)\" .*>$2<.*/\1 \2/p" "$work/made/words" |
        awk '{ printf "%.0f\n", ($2 - $1) * 100 }' | head -n 1
}

# A word of the figure is as wide in the report as in the figure, and the figure is as wide as it was asked to be:
# 160 mm are 453.54 pt.
true_size() {
    for pair in trade:Observatory response:honest; do
        alone=$(word_width "${pair%:*}.pdf" "${pair#*:}")
        inside=$(word_width report.pdf "${pair#*:}")
        echo "$pair: $alone, $inside"
        [ -n "$alone" ] && [ $((inside - alone)) -ge -1 ] && [ $((inside - alone)) -le 1 ] || return 1
        pdfinfo "${pair%:*}.pdf" | grep -q '^Page size: *453\.54' || return 1
    done
}

no_bitmap_fonts() {
    pdffonts "$1" >"$work/made/fonts"
    has "$work/made/fonts" Liberation && ! grep 'Type 3' "$work/made/fonts"
}

redrawn() { # a second build finds all figures by their names
    touch "$work/made/before"
    sleep 1
    run_readme
    [ -z "$(find cartouche-figures -newer "$work/made/before")" ]
}

fails_with() { # fails_with EDIT TEXT…: the report, edited, ends the build with these words
    sed "$1" report.md >wrong.md
    shift
    rm -f wrong.html
    ! pandoc --lua-filter cartouche.lua wrong.md -o wrong.html 2>"$work/made/wrong.log" || return 1
    [ ! -e wrong.html ] && has "$work/made/wrong.log" "$@"
}

docx_has() {
    unzip -p report.docx word/document.xml >"$work/made/document.xml"
    has "$work/made/document.xml" "$@"
}

profile_kept() {
    for file in "$@"; do
        cartouche check "$file" || return 1
    done
}

deck_is_sound() {
    "$root/tests/support/check_deck.sh" "$root/src/profile/profile.rng" deck.pptx >"$work/made/parts"
    counts 2 "$work/made/parts" .svg && counts 2 "$work/made/parts" .png && counts 6 "$work/made/parts" ppt/slides/ &&
        ! grep ' ' "$work/made/parts"
}

same_svg() {
    unzip -p deck.pptx ppt/media/figure2.svg | cmp - trade.svg &&
        unzip -p deck.pptx ppt/media/figure3.svg | cmp - response.svg
}

impress_has() {
    unzip -p deck.odp content.xml >"$work/made/content.xml"
    has "$work/made/content.xml" "$@"
}

# What Impress shows of a slide, beside our PNG.
shows() { # shows PAGE FIGURE
    pdftoppm -png -singlefile -r 96 -f "$1" -l "$1" deck.pdf "page-$1" &&
        "$box_diff" "$2.png" "page-$1.png" 2 2 "page-$1.diff.png"
}

page_shows() { # page_shows PAGE FIGURE
    pdftoppm -png -singlefile -r 96 -f "$1" -l "$1" pages.pdf "pages-$1" &&
        "$box_diff" "$2.png" "pages-$1.png" 1 2 "pages-$1.diff.png"
}

in_browser() {
    chromium --headless --no-sandbox --virtual-time-budget=5000 --dump-dom "file://$PWD/index.html" \
        >"$work/made/dom.html" 2>/dev/null
    has "$work/made/dom.html" 'class="reveal-viewport' 'trade with ASEAN has all but ended</text>' '60.8%</text>'
}

build_documents() {
    rm -rf docs bin
    cp -R "$root/docs" docs
    mkdir bin
    ln -s "$program" bin/cartouche
    PATH=$work/bin:$PATH
    export PATH
    unset CARTOUCHE

    enter latex
    check documents/latex/figures-have-their-true-size true_size
    check documents/latex/nothing-sticks-out sh -c '! grep -E "Overfull|undefined" report.log'
    check documents/latex/words-are-found pdf_words report.pdf report.pdf.txt \
        'trade with ASEAN has all but ended' '60.8%' 'Figure 2: Answers of 1,008 experts'
    check documents/latex/fonts-are-outlines no_bitmap_fonts report.pdf

    enter markdown
    check documents/markdown/html-tells-what-figures-show has report.html 'alt="Line chart of ' 'alt="Bar chart of ' '.svg"' \
        '<figcaption'
    check documents/markdown/svg-is-in-the-profile profile_kept cartouche-figures/*.svg
    check documents/markdown/docx-tells-what-figures-show docx_has 'descr="Line chart of ' 'descr="Bar chart of ' ImageCaption
    check documents/markdown/words-are-found-in-the-pdf pdf_words report.pdf report.pdf.txt \
        'trade with ASEAN has all but ended' '60.8%' 'Answers of 1,008 experts'
    check documents/markdown/what-did-not-change-is-not-drawn-again redrawn
    check documents/markdown/program-says-what-is-wrong fails_with 's/y=asean_total/y=asean_totl/' \
        'no column "asean_totl"' 'asean_total' 'block "#trade"'
    check documents/markdown/block-without-data fails_with 's/data=[^ ]*by_year.csv//' 'block "#trade": it names no data'
    check documents/markdown/line-that-is-no-option fails_with 's/^y-label =/y-label/' 'the line "y-label" is no "option = value"'
    check documents/markdown/value-of-a-block-is-no-command fails_with 's/^y-unit = .*/y-unit = $(touch hacked)\nx-scale = logg/' logg
    check documents/markdown/nothing-was-run test ! -e hacked

    enter impress
    check documents/impress/parts-links-and-types deck_is_sound
    check documents/impress/svg-parts-are-the-figures same_svg
    check documents/impress/titles-and-descriptions-survive impress_has 'presentation:class="title"' \
        'trade with ASEAN has all but ended' 'Line chart of ' 'Bar chart of '
    check documents/impress/shows-the-line shows 2 trade
    check documents/impress/shows-the-bars shows 3 response
    check documents/impress/pages-are-as-large-as-their-figures sh -c 'pdfinfo -l 2 pages.pdf | grep -c "size: *960 x 540 pts" | grep -qx 2'
    check documents/impress/words-are-found-on-the-pages pdf_words pages.pdf pages.pdf.txt \
        'trade with ASEAN has all but ended' '60.8%' 'Observatory of Economic Complexity'
    check documents/impress/fonts-of-pages-are-outlines no_bitmap_fonts pages.pdf
    check documents/impress/first-page-is-the-line page_shows 1 trade
    check documents/impress/second-page-is-the-bars page_shows 2 response
    check documents/impress/three-slides sh -c 'pdfinfo deck.pdf | grep -q "^Pages: *3$"'

    enter reveal
    check documents/reveal/figures-are-in-the-page counts 2 index.html '<svg '
    check documents/reveal/page-runs-in-chromium in_browser
    cd "$work"
}
