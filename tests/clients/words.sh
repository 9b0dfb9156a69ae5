# Whether words can be found in what a client made of a figure. Sourced by run.sh.

# White space is up to the one who takes text out of a PDF.
squeeze() {
    tr -d ' \n\r\t\f\302\240' | tr -d '\302\240'
}

# Every label stands in the PDF that the client made.
has_labels() {
    pdftotext "$1/$2.pdf" "$1/$2.txt" || return 1
    squeezed=$(squeeze <"$1/$2.txt")
    labels_of "ours/$2.svg" >"$1/$2.labels"
    lost=0
    while IFS= read -r label; do
        case $squeezed in
        *"$(printf '%s' "$label" | squeeze)"*) ;;
        *)
            echo "not found: $label"
            lost=1
            ;;
        esac
    done <"$1/$2.labels"
    return $lost
}

find_words() {
    for name in $names; do
        check "$1/words/$name" has_labels "$1" "$name"
    done
}
