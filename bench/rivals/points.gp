# Discs in five colours with a legend: gnuplot -c points.gp png|svg CSV OUT
folder = ARG0[1:strlen(ARG0) - 9]
csv = ARG2
call folder."terminal.gp" ARG1 ARG3
set xlabel "x"
set ylabel "y"
set key outside right center
plot csv using 1:2:(strstrt("ABCDE", strcol(3))) every ::1 \
    with points pointtype 7 pointsize 0.15 * scale linecolor variable notitle, \
    for [k=1:5] NaN with points pointtype 7 linecolor k title "ABCDE"[k:k]
