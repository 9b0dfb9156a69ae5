# Sets the terminal and the output for a script of this folder: call "terminal.gp" png|svg OUT.
# PNG has twice the pixels of the 800 x 500 units of SVG, so fonts and lines are twice as large.
scale = ARG1 eq "png" ? 2 : 1
if (scale == 2) {
    set terminal pngcairo size 1600,1000 font "Liberation Sans,24"
} else {
    set terminal svg size 800,500 font "Liberation Sans,12"
}
set output ARG2
set datafile separator ","
set border 1
set tics nomirror
set ytics scale 0
set grid ytics linetype 1 linecolor rgb "#dddddd"
