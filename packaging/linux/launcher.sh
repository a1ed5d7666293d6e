#!/bin/sh
# Starts the program under two names, trainer-app and trainer-cli. LAYOUT.md tells what it does, and why.
self=$(readlink -f "$0")
home=${self%/*}
case ${0##*/} in
trainer-cli) module=trainer_app.cli.program ;;
*) module=trainer_app ;;
esac
place=$home
[ -w "$home" ] || place=${XDG_DATA_HOME:-$HOME/.local/share}/trainer-app-program

# read_number FILE: sets $number to the first line, or to nothing if that is no number of a version.
read_number() {
    number=
    [ -r "$1" ] && IFS= read -r number <"$1"
    case $number in
    [!0-9]* | *[!0-9a-z.+-]*) number= ;;
    esac
}

# put FILE NUMBER: writes it whole or not at all.
put() {
    printf '%s\n' "$2" >"$1.part" && sync "$1.part" && mv "$1.part" "$1"
}

holds() {
    [ -n "$2" ] && [ -f "$1/versions/$2/trainer_app.zip" ]
}

# is_newer ONE OTHER
is_newer() {
    [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$1" ]
}

# A version that did not show its window twice gives way to the one before.
count_start() {
    read_number "$place/before.txt"
    before=$number
    read_number "$place/current.txt"
    if [ "$(wc -c <"$place/unseen.txt")" -lt 2 ] || [ "$number" = "$before" ] || [ -z "$number" ]; then
        printf . >>"$place/unseen.txt"
    elif [ -n "$before" ]; then
        put "$place/failed.txt" "$number" && put "$place/current.txt" "$before" && rm -f "$place/unseen.txt"
    elif [ "$place" != "$home" ]; then
        put "$place/failed.txt" "$number" && rm -f "$place/current.txt" "$place/unseen.txt"
    fi
}

choose_version() {
    read_number "$home/current.txt"
    own=$number
    if ! holds "$home" "$own"; then
        own=$(ls "$home/versions" | sort -V | while read -r each; do holds "$home" "$each" && echo "$each"; done | tail -n 1)
    fi
    chosen=$home/versions/$own
    [ "$place" = "$home" ] && return
    read_number "$place/current.txt"
    if holds "$place" "$number" && is_newer "$number" "$own" &&
        grep -q "\"needs_runtime\": *\"$(cat "$home/runtime/ID")\"" "$place/versions/$number/release.json"; then
        chosen=$place/versions/$number
    fi
}

if [ ! -f "$TRAINER_APP_PROGRAM/trainer_app.zip" ]; then
    [ $module = trainer_app ] && [ -w "$place/unseen.txt" ] && count_start
    choose_version
    TRAINER_APP_PROGRAM=$chosen
    export TRAINER_APP_PROGRAM
fi
exec "$home/runtime/bin/python3.13" -I -B -X utf8 -m $module "$@"
