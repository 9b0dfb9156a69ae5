# Five lines with a legend: gnuplot -c gnuplot_lines.gp TERMINAL WIDTH HEIGHT FONTSIZE CSV OUT
set terminal @ARG1 size ARG2,ARG3 font "Liberation Sans,".ARG4
set output ARG6
set datafile separator ","
set grid ytics
set border 1
plot for [k=0:4] ARG5 using 1:(strcol(3) eq sprintf("S%d", k) ? $2 : NaN) with lines linewidth 2 title sprintf("S%d", k)
