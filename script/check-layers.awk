# First the table of rooms, a line "--", then the includes as grep -n prints them.
BEGIN {
    # Where foreign headers may stand: each library has its room.
    split("cairo ft2build freetype", names, " ")
    for (i in names)
        home[names[i]] = "raster shaper"
    home["png"] = "raster"
    split("pango hb fontconfig", names, " ")
    for (i in names)
        home[names[i]] = "shaper"
    home["csv"] = "data"
    home["libxml"] = "xml"
    # What stands at the top of src is no room: cartouche.c joins all of them, and the program is a
    # user of the public header like any other.
    uses["cli"] = " "
}

function complain(text)
{
    print "check-layers: " text
    bad = 1
}

# TRUE when room a may see room b, by way of any room in between.
function may_see(a, b, n, next_rooms, i)
{
    if (a == b || index(uses[a], " " b " "))
        return 1
    n = split(uses[a], next_rooms, " ")
    for (i = 1; i <= n; i++)
        if (may_see(next_rooms[i], b))
            return 1
    return 0
}

function check_project(where, room, header, target)
{
    if (room == "")
        return
    if (header == "cartouche.h") {
        if (room != "cli")
            complain(where ": only the program and cartouche.c include cartouche.h")
        return
    }
    if (header !~ /^[a-z_]+\/[a-z0-9_]+\.(h|inc)$/) {
        complain(where ": \"" header "\" is no room/file.h")
        return
    }
    target = header
    sub(/\/.*/, "", target)
    if (!(target in uses))
        complain(where ": \"" header "\" is in no room of the table")
    else if (!may_see(room, target))
        complain(where ": " room " may not see " target)
}

function check_foreign(where, room, file, header, stem)
{
    stem = header
    sub(/^.*\//, "", stem)
    sub(/[-.].*/, "", stem)
    if (header ~ /^libxml\//)
        stem = "libxml"
    if (header ~ /^(freetype|harfbuzz|pango|cairo|fontconfig)/)
        stem = substr(header, 1, match(header "/", /[^a-z]/) - 1)
    sub(/^harfbuzz$/, "hb", stem)
    sub(/^(pangocairo|pangofc|pangoft2)$/, "pango", stem)
    if (stem in home && !index(" " home[stem] " ", " " room " "))
        complain(where ": <" header "> belongs in " home[stem])
    if (stem == "csv") {
        if (csv_file != "" && csv_file != file)
            complain(where ": csv.h is already included by " csv_file)
        csv_file = file
    }
}

$0 == "--" {
    in_includes = 1
    next
}

!in_includes && /^[ \t]*ct_(layer|module)\([a-z]/ {
    line = $0
    sub(/^[ \t]*ct_(layer|module)\(/, "", line)
    sub(/\).*/, "", line)
    n = split(line, word, " ")
    uses[word[1]] = " "
    keyword = ""
    for (i = 2; i <= n; i++) {
        if (word[i] == "USES" || word[i] == "LINK")
            keyword = word[i]
        else if (keyword == "USES")
            uses[word[1]] = uses[word[1]] word[i] " "
    }
    next
}
!in_includes { next }

{
    # file:line:  #include <header>
    split($0, part, ":")
    file = part[1]
    where = "src/" file ":" part[2]
    room = ""
    if (index(file, "/")) {
        room = file
        sub(/\/.*/, "", room)
        if (!(room in uses)) {
            complain(where ": room " room " is not in the table")
            next
        }
    }
    if (match($0, /"[^"]*"/)) {
        check_project(where, room, substr($0, RSTART + 1, RLENGTH - 2))
    } else if (match($0, /<[^>]*>/)) {
        check_foreign(where, room, file, substr($0, RSTART + 1, RLENGTH - 2))
    } else if (match($0, /FT_[A-Z_]+_H/)) {
        check_foreign(where, room, file, "freetype")
    } else {
        complain(where ": neither \"file\" nor <file>")
    }
    count++
}

END {
    if (count == 0)
        complain("no #include found")
    exit bad
}
