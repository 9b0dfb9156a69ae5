#!/bin/sh
# Takes a .pptx apart and says, a line each, what a strict reader would refuse: parts that are not
# XML, links that lead nowhere or that nobody declared, parts without a type, SVG outside the profile.
#   check_deck.sh PROFILE.rng FILE.pptx
# Then it prints the names of the parts.
set -eu

profile=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unzip -q "$2" -d "$scratch/deck"
unzip -Z1 "$2" >"$scratch/names"
cd "$scratch/deck"

[ "$(head -n 1 "$scratch/names")" = '[Content_Types].xml' ] || echo 'the list of types is not first'

attribute() { # attribute NAME FILE: the values of one attribute
    grep -oE "(^|[ ])$1=\"[^\"]*\"" "$2" | sed 's/^[^"]*"//; s/"$//'
}

while IFS= read -r part; do
    case $part in
    *.png) continue ;;
    *.svg) xmllint --noout --relaxng "$profile" "$part" 2>&1 | grep -v ' validates$' || true ;;
    *) xmllint --noout "$part" 2>&1 || true ;;
    esac
done <"$scratch/names"

# Every part has a type, and every type a part.
types='[Content_Types].xml'
attribute PartName "$types" | sort >"$scratch/overrides"
attribute Extension "$types" >"$scratch/extensions"
while IFS= read -r part; do
    [ "$part" = "$types" ] && continue
    grep -qxF "/$part" "$scratch/overrides" ||
        { grep -qxF "${part##*.}" "$scratch/extensions" && [ "${part##*.}" != xml ]; } ||
        echo "no type: $part"
done <"$scratch/names"
while IFS= read -r name; do
    [ -f ".$name" ] || echo "a type without a part: $name"
done <"$scratch/overrides"

# Every link leads to a part, and every link that a part uses is declared.
grep '\.rels$' "$scratch/names" >"$scratch/rels"
while IFS= read -r rels; do
    folder=$(dirname "$(dirname "$rels")")
    source=$folder/$(basename "$rels" .rels)
    attribute Target "$rels" | while IFS= read -r target; do
        [ -f "$folder/$target" ] || echo "$rels: nothing at $target"
    done
    attribute Id "$rels" | sort >"$scratch/declared"
    [ -z "$(uniq -d "$scratch/declared")" ] || echo "$rels: one id twice"
    [ "$source" = ./ ] || [ ! -f "$source" ] || {
        grep -oE ' r:(id|embed)="[^"]*"' "$source" | sed 's/^[^"]*"//; s/"$//' | sort -u |
            comm -23 - "$scratch/declared" | sed "s|^|$source: not declared: |"
    }
done <"$scratch/rels"
grep -vxF "$types" "$scratch/names" | while IFS= read -r part; do
    case $part in
    *.xml)
        rels=$(dirname "$part")/_rels/$(basename "$part").rels
        ! grep -q ' r:\(id\|embed\)=' "$part" || [ -f "$rels" ] || echo "no links: $part"
        ;;
    esac
done

sort "$scratch/names"
