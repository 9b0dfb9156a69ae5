# The tables and figures that the clients are shown. Sourced by run.sh.

# Always the same dots: a generator of Park and Miller's kind, so small that every awk counts exactly.
make_tables() {
    awk 'BEGIN {
        seed = 42
        print "a,b,kind"
        for (i = 0; i < 40000; i++) {
            sum = 0
            for (k = 0; k < 6; k++) {
                seed = seed * 16807 % 2147483647
                sum += seed / 2147483647
                if (k == 2)
                    first = sum
            }
            printf "%.4f,%.4f,%s\n", first, sum - 1, i % 3 ? "common" : "rare"
        }
    }' >made/dots.csv
    cat >made/korean.csv <<'EOF'
나라,점수
태국,41.5
싱가포르,38
베트남,27.25
필리핀,19
인도네시아,12
EOF
    cat >made/hostile.csv <<'EOF'
name,total
"<script>alert('cell')</script>",9
"""><img src=x onerror=alert(1)>",8
"=HYPERLINK(""javascript:alert(1)"")",7
=cmd|' /C calc'!A0,6
"]]><foreignObject>",5
&lt;b&gt; &nbsp; &#1;,4
</text></svg><script>alert(3)</script>,3
--><!-- {{7*7}} ${7*7},2
EOF
    # Direction marks that would turn a name around, and a control character.
    printf 'left \342\200\256thgir\342\200\254 \342\201\246x\342\201\251,1.5\nbell \007 and \302\205 next line,1\n' >>made/hostile.csv
}

# An SVG as a user has it and a PNG to compare with.
draw_figures() {
    while read -r name arguments; do
        case $name in
        '' | '#'*) continue ;;
        esac
        eval "\"\$program\" $arguments -o 'ours/$name.svg' -o 'ours/$name.png'" || return 1
    done <"$here/figures.txt"
}

# Every label of a figure as a line. Ours are one <text> a line.
labels_of() {
    sed -n 's/.*<text[^>]*>\([^<]*\)<\/text>.*/\1/p' "$1" |
        sed "s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&#39;/'/g; s/&amp;/\&/g"
}
