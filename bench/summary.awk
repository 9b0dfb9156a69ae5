# The goals beside what was measured, as a Markdown table: awk -f summary.awk goals measured.tsv
# A line of measured.tsv is the row and then a line of bench/measure with the bytes.
FILENAME == ARGV[1] {
    if (/^#/)
        next
    split($0, goal, "|")
    row[++rows] = goal[1]; work[rows] = goal[2]; faster[rows] = goal[3]; bytes[rows] = goal[4]; memory[rows] = goal[5]
    next
}
FNR == 1 { FS = "\t"; $0 = $0 }
NF < 7 { next }
!($1 in ours) { ours[$1] = $3; our_memory[$1] = $7; our_bytes[$1] = $8; next }
$2 !~ /^cartouche/ {
    split($2, words, /[ ,]/)
    if (!(($1, words[1]) in rival) || $3 < rival[$1, words[1]])
        rival[$1, words[1]] = $3
    if (!($1 in best) || $3 < best[$1]) {
        best[$1] = $3
        best_name[$1] = $2
    }
}
function say(text) { reached = reached (reached == "" ? "" : "; ") text }
function want(text) { wanted = wanted (wanted == "" ? "" : "; ") text }
function judge(i,    id, n, k, part, goal, time, times) {
    id = row[i]; reached = wanted = ""; met = "yes"
    n = split(faster[i], part, ";")
    for (k = 1; k <= n; k++) {
        split(part[k], goal, " ")
        time = (id, goal[2]) in rival ? rival[id, goal[2]] : goal[3]
        times = time / ours[id]
        want(goal[1] " × " goal[2])
        say(sprintf("%.2f ×%s", times, (id, goal[2]) in rival ? "" : " (of " goal[3] " ms, an earlier run)"))
        if (times < goal[1])
            met = "no"
    }
    if (bytes[i] != "") {
        want("at most " bytes[i] / 1000 " kB"); say(sprintf("%.1f kB", our_bytes[id] / 1000))
        if (our_bytes[id] > bytes[i])
            met = "no"
    }
    if (memory[i] != "") {
        want("at most " memory[i] " MiB"); say(sprintf("%.0f MiB", our_memory[id]))
        if (our_memory[id] > memory[i])
            met = "no"
    }
}
END {
    print "| work | ours, ms | best rival | its ms | factor | goal | reached | met |"
    print "| :-- | --: | :-- | --: | --: | :-- | :-- | :-- |"
    for (i = 1; i <= rows; i++) {
        id = row[i]
        if (!(id in ours))
            continue
        judge(i)
        printf "| %s | %.1f | %s | %s | %s | %s | %s | %s |\n", work[i], ours[id], id in best ? best_name[id] : "none here",
            id in best ? sprintf("%.1f", best[id]) : "", id in best ? sprintf("%.2f", best[id] / ours[id]) : "", wanted, reached, met
    }
}
