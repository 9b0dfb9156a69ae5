# Bars of a yearly table: gnuplot -c bar.gp png|svg CSV OUT
folder = ARG0[1:strlen(ARG0) - 6]
csv = ARG2
call folder."terminal.gp" ARG1 ARG3
set title "Singapore's trade with North Korea"
set ylabel "thousand Singapore dollars"
set format y "%'.0f"
set style fill solid
set boxwidth 0.7
set yrange [0:*]
unset key
plot csv using 0:4:xtic(1) every ::1 with boxes linecolor rgb "#12436D", \
    csv using 0:4:4 every ::1 with labels offset 0,0.6
