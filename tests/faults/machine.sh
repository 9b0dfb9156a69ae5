# Locales, fonts, limits of the machine. Read by run.sh.

begin same-bytes-everywhere
mkdir home there
sleep 1 # A clock in a file would show.
for setting in LC_ALL=C LC_ALL=de_DE.UTF-8 LC_ALL=fr_FR.UTF-8 LC_ALL=nonsense LANG=tr_TR.UTF-8 LC_NUMERIC=de_DE.UTF-8 \
    TZ=Pacific/Auckland TZ=nonsense "HOME=$PWD/home" HOME=/nowhere "XDG_CACHE_HOME=$PWD/home" \
    SOURCE_DATE_EPOCH=1 G_MESSAGES_DEBUG=all LANGUAGE=ko; do
    for kind in svg png pdf; do
        run 0 env "$setting" "$program" bar data.csv -x name -y value --title Trade -o "out.$kind"
        cmp -s "out.$kind" "$scratch/new.$kind" || wrong "another $kind under $setting"
    done
done
(cd there && "$program" bar ../data.csv -x name -y value --title Trade -o out.svg -o out.png -o out.pdf) || wrong "status $?"
for kind in svg png pdf; do
    same "there/out.$kind" "$scratch/new.$kind"
done
finish

begin no-fonts
mkdir fonts
cat >fonts.conf <<EOF
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$PWD/fonts</dir><cachedir>$PWD/fonts</cachedir></fontconfig>
EOF
printf 'name,value\n한국,5\nThailand,3\n' >korea.csv
for kind in png pdf; do
    run 0 env FONTCONFIG_FILE="$PWD/fonts.conf" "$program" bar korea.csv -x name -y value -o "out.$kind"
    says 'warning: no font has the letter "한" (U+D55C)'
    [ "$(wc -l <"$scratch/stderr")" = 1 ] || wrong "the warning stands more than once"
done
run 0 env FONTCONFIG_FILE="$PWD/fonts.conf" "$program" bar korea.csv -x name -y value -o text.svg
[ ! -s "$scratch/stderr" ] || wrong "text that is not drawn has no missing letters"
run 0 env FONTCONFIG_FILE="$PWD/fonts.conf" "$program" bar korea.csv -x name -y value --svg-text outlines -o outlines.svg
says 'U+D55C'
run 1 env FONTCONFIG_FILE="$PWD/fonts.conf" "$program" bar korea.csv -x name -y value --strict -o strict.png -o strict.svg
[ ! -e strict.svg ] && [ ! -e strict.png ] || wrong "a strict figure was written"
# A folder of broken fonts.
head -c 3000 "$program" >fonts/LiberationSans-Regular.ttf
run 0 env FONTCONFIG_FILE="$PWD/fonts.conf" "$program" bar korea.csv -x name -y value -o out.png
finish

begin limits-name-their-option
run 4 draw --max-rows 2 -o out.svg
says --max-rows
run 4 draw --max-bytes 20 -o out.svg
says --max-bytes
run 4 draw --max-cell 5 -o out.svg
says --max-cell
run 4 draw --width 20000 --height 20000 --scale 32 -o out.png
says --max-pixels
folder_is . data.csv
finish

begin small-stack
run 0 sh -c 'ulimit -s 256; exec "$0" bar data.csv -x name -y value --title Trade -o out.png' "$program"
same out.png "$scratch/new.png"
finish

# A sanitizer reserves terabytes.
if [ $sanitized = no ]; then
    begin little-memory
    for megabytes in 20 40 60 80 100 150 200 300 500; do
        cp "$scratch/old" out.png
        sh -c 'ulimit -v "$1"; exec "$0" line "$2" -x x -y y -o out.png' "$program" \
            $((megabytes * 1024)) "$scratch/long.csv" >/dev/null 2>&1
        old_or_new out.png "$scratch/long.png"
        folder_is . data.csv out.png
    done
    finish
else
    skip little-memory "the program is built with a sanitizer"
fi

if have strace && strace -qq -o /dev/null -e trace=write true 2>/dev/null; then
    begin neither-network-nor-programs
    run 0 env ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o trace -e trace=%network,execve \
        "$program" bar data.csv -x name -y value -o out.svg -o out.png -o out.pdf
    grep -v -e '+++' trace | grep -v -e '^[0-9]* *execve("'"$program"'"' >other
    [ ! -s other ] || wrong "$(head -n 1 other)"
    finish
else
    skip neither-network-nor-programs "no strace"
fi
