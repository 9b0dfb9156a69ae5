# 200 figures of 50 tables (line, bar, scatter, histogram), PNG and SVG each: 400 files.
folder=$scratch/figures
mkdir "$folder"
bench/make_figures "$folder"
choice=()
[ -z "$tiny" ] || choice=(--only 'region-01-*')
if row figures "200 figures, PNG and SVG each: one batch, and by others"; then
    draws 'cartouche batch' "$folder/out" "$cartouche" batch "$folder/figures.ini" --force --quiet "${choice[@]}"
    if [ -z "$tiny" ]; then
        draws 'cartouche, a command each' "$folder/single" env "CARTOUCHE=$cartouche" sh -c "cd '$folder' && . ./single.sh"
        rival gnuplot 'gnuplot, two processes' "$folder/gnuplot" sh -c \
            "cd '$folder' && { gnuplot gnuplot1.gp & gnuplot gnuplot2.gp; wait; }"
        rival matplotlib 'matplotlib, two processes' "$folder/matplotlib" sh -c \
            "cd '$folder' && script='$rivals/figures_matplotlib.py' &&
            { /usr/bin/python3 \$script 1 figures.ini & /usr/bin/python3 \$script 2 figures.ini; wait; }"
    fi
    measured "$fewest"
    row figures-again "The same batch again, with nothing changed (less than 100 ms)" || true
    draws 'cartouche batch' "$folder/out" "$cartouche" batch "$folder/figures.ini" --quiet "${choice[@]}"
    measured "$few"
fi
