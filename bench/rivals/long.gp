# One line of many rows: gnuplot -c long.gp png|svg CSV OUT
folder = ARG0[1:strlen(ARG0) - 7]
csv = ARG2
call folder."terminal.gp" ARG1 ARG3
set xlabel "t"
set ylabel "value"
unset key
plot csv using 1:2 every ::1 with lines linewidth 1.5 * scale linecolor rgb "#12436D"
