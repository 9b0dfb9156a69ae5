# Ten lines with a legend out of "country,year,value": gnuplot -c sums.gp png|svg CSV OUT
folder = ARG0[1:strlen(ARG0) - 7]
csv = ARG2
call folder."terminal.gp" ARG1 ARG3
set ylabel "value, million"
set key outside right center
array names[10] = ["Brunei", "Cambodia", "Indonesia", "Laos", "Malaysia", "Myanmar", "Philippines", \
    "Singapore", "Thailand", "Viet Nam"]
plot for [k=1:10] csv using 2:(strcol(1) eq names[k] ? $3 / 1e6 : NaN) with lines linewidth 1.5 * scale title names[k]
