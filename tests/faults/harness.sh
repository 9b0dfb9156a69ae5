# A scratch folder for each fault, and what is looked at afterwards. Read by the programs of this folder, which set
# program.
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
# Other users run some of the cases.
chmod 755 "$scratch"

number=0
failed=0
name=
why=
begin() {
    name=$1
    why=
    rm -rf "$scratch/w"
    mkdir "$scratch/w"
    cd "$scratch/w" || exit 1
    cp "$scratch/data.csv" data.csv
}
wrong() {
    why="$why$*
"
}
finish() {
    number=$((number + 1))
    if [ -z "$why" ]; then
        echo "ok $number /faults/$name"
    else
        printf '%s' "$why" | sed 's/^/# /'
        [ ! -s "$scratch/stderr" ] || head -n 5 "$scratch/stderr" | sed 's/^/# stderr: /'
        echo "not ok $number /faults/$name"
        failed=1
    fi
}
skip() {
    number=$((number + 1))
    echo "ok $number /faults/$1 # SKIP $2"
}
have() {
    command -v "$1" >/dev/null 2>&1
}

# run STATUS COMMAND…: STATUS may be several, "0|3". What goes wrong is said in lines of ours.
run() {
    wanted=$1
    shift
    status=0
    "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
    judge "$wanted"
}
judge() {
    case "|$1|" in
    *"|$status|"*) ;;
    *) wrong "status $status, wanted $1" ;;
    esac
    # A shell says itself how a signal ended the program.
    if grep -v -e '^Killed' -e '^Terminated' -e '^Hangup' "$scratch/stderr" | grep -q -v '^cartouche: '; then
        wrong "a line on standard error is not ours"
    elif [ "$status" -ge 1 ] && [ "$status" -le 4 ] && ! grep -q 'error: ' "$scratch/stderr"; then
        wrong "status $status without an error"
    fi
}
says() {
    grep -q -e "$1" "$scratch/stderr" || wrong "standard error does not say $1"
}
# The files of a folder are exactly these.
folder_is() {
    found=$(cd "$1" && find . ! -name . | LC_ALL=C sort | sed 's|^\./||' | tr '\n' ' ')
    shift
    [ "$found" = "$(printf '%s ' "$@")" ] || wrong "folder holds $found, wanted $*"
}
same() {
    cmp -s "$1" "$2" || wrong "$1 differs from $2"
}
# Inside a mount namespace of its own: nothing stays mounted, whatever happens.
own_mounts() {
    if [ "$(id -u)" = 0 ]; then
        unshare -m "$@"
    else
        unshare -rm "$@"
    fi
}
