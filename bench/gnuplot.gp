# The same figure by gnuplot, for bench/run: gnuplot -c gnuplot.gp TERMINAL WIDTH HEIGHT FONTSIZE CSV OUT
set terminal @ARG1 size ARG2,ARG3 font "Liberation Sans,".ARG4
set output ARG6
set datafile separator ","
set title "Singapore's trade with North Korea"
set ylabel "thousand Singapore dollars"
set style fill solid
set boxwidth 0.7
set grid ytics
set border 1
set yrange [0:*]
unset key
plot ARG5 using 0:4:xtic(1) every ::1 with boxes linecolor rgb "#12436D"
