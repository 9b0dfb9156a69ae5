# The lines of bench/measure as a Markdown table.
BEGIN {
    FS = "\t"
    print "| | wall ms | least to most | cpu ms | × wall | × cpu | peak MiB | bytes |"
    print "| :-- | --: | --: | --: | --: | --: | --: | --: |"
}
NF < 6 { printf "| %s | failed | | | | | | |\n", $1; next }
!wall { wall = $2; cpu = $5 > 0 ? $5 : 0.1 }
{ printf "| %s | %.1f | %.1f to %.1f | %.1f | %.2f | %.2f | %.1f | %s |\n", $1, $2, $3, $4, $5, $2 / wall, $5 / cpu, $6, $7 }
