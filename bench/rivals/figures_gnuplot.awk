# A gnuplot script that draws every second figure of the manifest of bench/make_figures to PNG and SVG.
#   awk -F= -v half=1|2 -f figures_gnuplot.awk figures.ini
BEGIN { print "set datafile separator \",\"; unset key; set border 1; set grid ytics; set style fill solid" }

function plot_one(format) {
    printf "set output \"gnuplot/%s.%s\"\n", name, format
    if (chart == "line")
        printf "plot \"%s\" every ::1 using 1:3 with lines linecolor rgb \"#12436D\"\n", data
    else if (chart == "bar")
        printf "plot \"%s\" every ::1 using 2:3 smooth frequency with boxes linecolor rgb \"#12436D\"\n", data
    else if (chart == "scatter")
        printf "plot \"%s\" every ::1 using 3:4 with points pointtype 7 linecolor rgb \"#12436D\"\n", data
    else
        printf "plot \"%s\" every ::1 using (10*floor($3/10)+5):(1) smooth frequency with boxes linecolor rgb \"#12436D\"\n", data
}

/^\[/ { mine = ++n % 2 == half % 2; name = substr($0, 2, length($0) - 2) }
/^chart=/ { chart = $2 }
/^data=/ { data = $2 }
/^title=/ { title = $2 }
/^$/ && mine {
    printf "set title \"%s\"\n", title
    print chart == "line" ? "set xdata time; set timefmt \"%Y-%m-%d\"; set format x \"%b\"" : "set xdata; set format x \"%g\""
    print "set boxwidth " (chart == "histogram" ? 9 : 0.7)
    print "set yrange [" (chart == "bar" || chart == "histogram" ? 0 : "*") ":*]"
    print "set terminal pngcairo size 1600,1000 font \"Liberation Sans,24\""
    plot_one("png")
    print "set terminal svg size 800,500 font \"Liberation Sans,12\""
    plot_one("svg")
}
