# One function a client: ours/NAME.svg becomes CLIENT/NAME.png. Sourced by run.sh.

# At most so many of the boxes may differ, in percent.
allowed_of() {
    case $1 in
    libreoffice | impress) echo 2 ;;
    *) echo 1 ;;
    esac
}

# The side of a box, px. CairoSVG and LibreOffice Draw round the advance of each letter to a unit of their own, so that
# a line drifts by a px or two; the others place letters as we do.
box_of() {
    case $1 in
    libreoffice | cairosvg) echo 3 ;;
    *) echo 2 ;;
    esac
}

compare() {
    for name in $names; do
        if told=$("$box_diff" "ours/$name.png" "$1/$name.png" "$(allowed_of "$1")" "$(box_of "$1")" \
            "$1/$name.diff.png" 2>&1); then
            say ok "$1/$name" "$told"
        else
            say fail "$1/$name" "$told"
        fi
    done
}

install_modules() {
    command -v node && command -v npm || return 1
    cp "$here"/*.mjs "$here"/package.json .
    # The lock tells whether what is installed is what is asked for.
    cmp -s "$here/package-lock.json" installed-lock.json && return 0
    cp "$here/package-lock.json" package-lock.json
    npm ci --ignore-scripts --no-audit --no-fund && cp "$here/package-lock.json" installed-lock.json
}

page_to_png() {
    pdftoppm -png -singlefile -r 192 "$1.pdf" "$1"
}

render_librsvg() {
    for name in $names; do
        rsvg-convert --zoom 2 "ours/$name.svg" -o "librsvg/$name.png" || return 1
        rsvg-convert -f pdf "ours/$name.svg" -o "librsvg/$name.pdf" || return 1
    done
}

render_inkscape() {
    for name in $names; do
        echo "file-open:$work/ours/$name.svg; export-filename:$work/inkscape/$name.png; export-dpi:192; export-do; file-close;"
    done >inkscape/actions
    command -v inkscape && inkscape --shell <inkscape/actions
}

# A settings folder of its own, so that no other run and no user's settings matter.
office() {
    soffice "-env:UserInstallation=file://$work/office" --headless --norestore --convert-to "$@"
}

render_libreoffice() {
    (cd ours && office png --outdir ../libreoffice ./*.svg)
}

# A deck of one slide, as large as the figure, which fills it.
impress_deck() {
    width=$(sed -n '1s/.* width="\([0-9.]*\)".*/\1/p' "ours/$1.svg")
    height=$(sed -n '1s/.* height="\([0-9.]*\)".*/\1/p' "ours/$1.svg")
    size=$(awk -v w="$width" -v h="$height" 'BEGIN { printf "%.4fin %.4fin", w / 96, h / 96 }')
    sed -e "s/@WIDTH@/${size% *}/g; s/@HEIGHT@/${size#* }/g" -e '/@PICTURE@/,$d' "$here/deck.fodp.in"
    base64 "ours/$1.svg"
    sed -e '1,/@PICTURE@/d' "$here/deck.fodp.in"
}

render_impress() {
    for name in $names; do
        impress_deck "$name" >"impress/$name.fodp"
    done
    (cd impress && office pdf ./*.fodp) || return 1
    for name in $names; do
        page_to_png "impress/$name" || return 1
    done
}

render_cairosvg() {
    for name in $names; do
        cairosvg -s 2 "ours/$name.svg" -o "cairosvg/$name.png" || return 1
    done
}

render_weasyprint() {
    for name in $names; do
        width=$(sed -n '1s/.* width="\([0-9.]*\)".*/\1/p' "ours/$name.svg")
        height=$(sed -n '1s/.* height="\([0-9.]*\)".*/\1/p' "ours/$name.svg")
        {
            echo "<style>@page{size:${width}px ${height}px;margin:0}body{margin:0}img{display:block}</style>"
            echo "<img src='../ours/$name.svg' alt=''>"
        } >"weasyprint/$name.html"
        weasyprint "weasyprint/$name.html" "weasyprint/$name.pdf" || return 1
        page_to_png "weasyprint/$name" || return 1
    done
}

render_resvg() {
    node resvg.mjs ours resvg
}

# Prints "ok NAME TOLD" and "fail NAME TOLD".
browse() {
    node browser.mjs ours . >browser.log
}

shrink() {
    node svgo.mjs ours >svgo.log
}

take_results() {
    while read -r verdict name told; do
        say "$verdict" "$name" "$told"
    done <"$1"
}
