# Splits a case file into NNN.command and NNN.expected in folder.
/^[$%] / {
    base = sprintf("%s/%03d", folder, ++steps)
    # "$ arguments" runs the program; "% command" is plain shell.
    print (/^\$/ ? "cartouche " : "") substr($0, 3) > (base ".command")
    printf "" > (base ".expected")
    next
}
steps == 0 && (/^#/ || /^$/) { next }
steps == 0 {
    print "split.awk: " FILENAME ":" FNR ": a case begins with \"$ arguments\"" > "/dev/stderr"
    exit 1
}
{ print > (base ".expected") }
