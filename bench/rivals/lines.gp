# Five lines with a legend: gnuplot -c lines.gp png|svg CSV OUT
folder = ARG0[1:strlen(ARG0) - 8]
csv = ARG2
call folder."terminal.gp" ARG1 ARG3
set xlabel "month"
set yrange [0:*]
set key outside right center
plot for [k=0:4] csv using 1:(strcol(3) eq sprintf("S%d", k) ? $2 : NaN) \
    with lines linewidth 1.5 * scale title sprintf("S%d", k)
