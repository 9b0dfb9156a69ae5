# strict.awk SOURCES.csv FILE.csv: RFC 4180 with LF and no line break in a cell, a source column with
# keys of SOURCES.csv in every row.
function fail(text)
{
    printf "# %s:%d: %s\n", FILENAME, FNR, text
    bad = 1
}

# Splits a line into field[1..n]; returns n, or 0 when the quotes are wrong.
function split_csv(line, n)
{
    n = 0
    while (1) {
        if (line ~ /^"/) {
            if (!match(line, /^"([^"]|"")*"/))
                return 0
            field[++n] = substr(line, 2, RLENGTH - 2)
            line = substr(line, RLENGTH + 1)
        } else {
            match(line, /^[^,"]*/)
            field[++n] = substr(line, 1, RLENGTH)
            line = substr(line, RLENGTH + 1)
        }
        if (line == "")
            return n
        if (line !~ /^,/)
            return 0
        line = substr(line, 2)
    }
}

/\r/ { fail("carriage return") }
{ n = split_csv($0) }
n == 0 {
    fail("quotes")
    next
}
FNR == 1 {
    width = n
    column = 0
    for (i = 1; i <= n; i++)
        if (field[i] == "source")
            column = i
    if (!column)
        fail("no source column")
    files++
    next
}
n != width { fail(n " fields, not " width) }
files == 1 { known[field[column]] = 1 }
# The list of sources may itself be the file under test.
files == 2 && column {
    keys = split(field[column], key, ";")
    if (keys == 0)
        fail("no source")
    for (i = 1; i <= keys; i++)
        if (!(key[i] in known))
            fail("unknown source " key[i])
}
END { exit bad || files < 2 }
