# Compares what a step gave (status, folder/stdout, folder/stderr) with its expectations.
function wrong(text)
{
    print text
    bad = 1
}

# TRUE when the line is what the pattern says; * stands for any text.
function matches(line, pattern, n, piece, i, at)
{
    n = split(pattern, piece, "*")
    if (n <= 1)
        return line == pattern
    if (substr(line, 1, length(piece[1])) != piece[1])
        return 0
    line = substr(line, length(piece[1]) + 1)
    for (i = 2; i < n; i++) {
        at = index(line, piece[i])
        if (at == 0 && piece[i] != "")
            return 0
        if (piece[i] != "")
            line = substr(line, at + length(piece[i]))
    }
    return length(line) >= length(piece[n]) && \
        substr(line, length(line) - length(piece[n]) + 1) == piece[n]
}

# Compares a stream with the lines wanted; "..." stands for any number of lines.
function compare(stream, want, count, file, got, lines, i, j, loose)
{
    file = folder "/" stream
    lines = 0
    while ((getline got[lines + 1] < file) > 0)
        lines++
    j = 1
    for (i = 1; i <= count; i++) {
        if (want[i] == "...") {
            loose = 1
            continue
        }
        if (loose)
            while (j <= lines && !matches(got[j], want[i]))
                j++
        loose = 0
        if (j > lines) {
            wrong(stream ": missing: " want[i])
            break
        }
        if (!matches(got[j], want[i])) {
            wrong(stream " line " j ": wanted: " want[i])
            break
        }
        j++
    }
    if (!loose && !bad && j <= lines)
        wrong(stream " line " j ": not wanted: " got[j])
    if (bad)
        for (j = 1; j <= lines; j++)
            print stream "> " got[j]
}

function exists(file)
{
    return system("test -e '" folder "/work/" file "'") == 0
}

/^(stdout|stderr):$/ {
    stream = substr($0, 1, length($0) - 1)
    asked[stream] = 1
    next
}
/^status: / {
    wanted_status = $2
    stream = ""
    next
}
/^exists: / {
    if (!exists($2))
        wrong($2 " is not there")
    stream = ""
    next
}
/^absent: / {
    if (exists($2))
        wrong($2 " is there")
    stream = ""
    next
}
/^$/ { # Ends a section; an empty line that is expected is written as "\e".
    stream = ""
    next
}
stream == "stdout" { out[++n_out] = $0 == "\\e" ? "" : $0; next }
stream == "stderr" { err[++n_err] = $0 == "\\e" ? "" : $0; next }
/^#/ { next }
{ wrong("line of no section: " $0) }

END {
    # What a case does not mention is expected to be silence and success.
    if (status != wanted_status + 0)
        wrong("status " status ", wanted " wanted_status + 0)
    compare("stdout", out, n_out + 0)
    compare("stderr", err, n_err + 0)
    exit bad
}
