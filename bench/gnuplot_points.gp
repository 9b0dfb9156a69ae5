# Points in five colours: gnuplot -c gnuplot_points.gp CSV OUT
set terminal pngcairo size 1600,1000 font "Liberation Sans,24"
set output ARG2
set datafile separator ","
unset key
plot ARG1 using 1:2:(strstrt("ABCDE", strcol(3))) every ::1 with points pointtype 7 pointsize 0.3 linecolor variable
