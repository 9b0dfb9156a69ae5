# Names of files, and files that must not be touched. Read by run.sh.

begin output-over-input
mkdir x
ln -s data.csv link.svg
ln data.csv hard.svg
for output in data.csv ./data.csv ./x/../data.csv "$scratch/w/data.csv" link.svg hard.svg; do
    run 2 draw --format svg -o "$output"
    says 'is the input'
done
run 2 "$program" bar link.svg -x name -y value --format svg -o hard.svg
status=0
"$program" bar - -x name -y value --format svg -o data.csv <data.csv 2>"$scratch/stderr" || status=$?
judge 2
run 2 draw -o out.svg -o ./x/../out.svg
says out.svg
same data.csv "$scratch/data.csv"
folder_is . data.csv hard.svg link.svg x
finish

begin output-names
mkdir folder folder.svg
ln -s target.svg dangling.svg
ln -s loop.svg loop.svg
: >file
run 3 draw -o folder.svg
says folder
run 3 draw --format svg -o folder
run 3 draw -o missing/out.svg
says mkdir
run 3 draw -o file/out.svg
run 3 draw -o loop.svg
run 3 draw -o "$(printf '%0300d' 0).svg"
run 2 draw -o ''
run 0 draw -o dangling.svg
same target.svg "$scratch/new.svg"
[ -L dangling.svg ] || wrong "the link was replaced"
run 3 draw --mkdir -o file/deep/out.svg
run 0 draw --mkdir -o a/b/out.svg
same a/b/out.svg "$scratch/new.svg"
folder_is . a a/b a/b/out.svg dangling.svg data.csv file folder folder.svg loop.svg target.svg
finish

begin all-outputs-or-none
cp "$scratch/old" out.svg
mkdir folder.png
run 3 draw -o out.svg -o folder.png
run 4 draw -o out.svg -o out.png --max-pixels 1000
same out.svg "$scratch/old"
folder_is . data.csv folder.png out.svg
finish

begin hostile-names
newline=$(printf 'a\nb')
for hostile in -n.csv "$newline.csv" '%s%n%99999d.csv' '< touch pwned.csv' '|touch pwned.csv' '$(touch pwned).csv' \
    "$(printf '%0240d' 0).csv" "$(printf '\377\376.csv')" '*.csv' 'a b.csv' '{stem}.csv' '한국.csv'; do
    cp data.csv "./$hostile"
    # In the name of an output a brace that opens no name is written twice.
    output=$(printf '%s.' "$hostile" | sed 's/{/{{/g')svg
    run 0 "$program" bar -x name -y value --title Trade -o "./$output" -- "$hostile"
    same_picture "./$hostile.svg" "$scratch/new.svg"
    run 2 "$program" bar -x name -y nothing -o out.svg -- "$hostile"
    [ "$(wc -l <"$scratch/stderr")" = 1 ] || wrong "not one line for $hostile"
    rm -f "./$hostile" "./$hostile.svg"
done
folder_is . data.csv
finish

begin permissions
(umask 077 && draw -o private.svg) || wrong "status $?"
(umask 022 && draw -o public.svg) || wrong "status $?"
[ "$(ls -l private.svg | cut -c1-10)" = -rw------- ] || wrong "private.svg can be read"
[ "$(ls -l public.svg | cut -c1-10)" = -rw-r--r-- ] || wrong "public.svg cannot be read"
chmod 640 public.svg
draw -o public.svg
[ "$(ls -l public.svg | cut -c1-10)" = -rw-r----- ] || wrong "the permissions of public.svg changed"
finish

# Root may write anywhere.
begin no-permission
if [ "$(id -u)" = 0 ] && have setpriv; then
    as_nobody="setpriv --reuid 65534 --regid 65534 --clear-groups"
    $as_nobody test -x "$program" || as_nobody=
elif [ "$(id -u)" = 0 ]; then
    as_nobody=
else
    as_nobody=env
fi
if [ -n "$as_nobody" ]; then
    mkdir closed open
    chmod 777 . open
    cp "$scratch/old" closed/out.svg
    cp data.csv secret.csv
    chmod 0 secret.csv
    chmod 555 closed
    run 3 $as_nobody "$program" bar data.csv -x name -y value -o closed/out.svg
    run 3 $as_nobody "$program" bar data.csv -x name -y value -o closed/new.svg
    run 3 $as_nobody "$program" bar data.csv -x name -y value --mkdir -o closed/deep/new.svg
    run 1 $as_nobody "$program" bar secret.csv -x name -y value -o open/out.svg
    same closed/out.svg "$scratch/old"
    folder_is closed out.svg
    [ -z "$(ls -A open)" ] || wrong "open holds something"
    finish
else
    skip no-permission "root, and the program cannot be run as another user"
fi
