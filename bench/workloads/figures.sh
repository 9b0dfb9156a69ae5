# 200 figures of 50 tables (line, bar, scatter, histogram), PNG and SVG each: 400 files.
folder=$scratch/figures
mkdir "$folder"
bench/make_figures "$folder"
only=()
[ -z "$tiny" ] || only=(--only 'region-01-*')
heading "200 figures, PNG and SVG each: one batch, and by others"
programs=(-- 'cartouche batch' "$cartouche" batch "$folder/figures.ini" --force --quiet "${only[@]}")
if [ -n "$rivals" ]; then
    programs+=(-- 'cartouche, a command each' env "CARTOUCHE=$cartouche" sh -c "cd '$folder' && . ./single.sh")
    programs+=(-- 'gnuplot, two processes' sh -c
        "cd '$folder' && { gnuplot gnuplot1.gp & gnuplot gnuplot2.gp; wait; }")
    ! /usr/bin/python3 -c 'import matplotlib' 2>/dev/null ||
        programs+=(-- 'matplotlib, two processes' sh -c "cd '$folder' && script='$root/bench/figures_matplotlib.py' &&
            { /usr/bin/python3 \$script 1 figures.ini & /usr/bin/python3 \$script 2 figures.ini; wait; }")
fi
measure 3 "${programs[@]}"
heading "The same batch again, with nothing changed (less than 100 ms)"
measure 5 -- 'cartouche batch' "$cartouche" batch "$folder/figures.ini" --quiet "${only[@]}"
