#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Check that the pack for the benchmarks is valid, the same each time, and without repetitions.
#
# usage: check-large-pack.sh MAKE-LARGE-PACK SCHEMA
set -eu
make_large_pack=$1
schema=$2
stories=800

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Says what is wrong and ends.
fail ()
{
  echo "$1" >&2
  exit 1
}

"$make_large_pack" "$stories" > "$folder/first.xml"
"$make_large_pack" "$stories" > "$folder/again.xml"
"$make_large_pack" --seed 2 "$stories" > "$folder/other.xml"

xmllint --noout --nonet --relaxng "$schema" "$folder/first.xml" "$folder/other.xml"
cmp "$folder/first.xml" "$folder/again.xml"

for kind in story fact quote message question role event vacancy; do
  for language in nl en; do
    grep -q "<story .*kind=\"$kind\".* language=\"$language\"" "$folder/first.xml" ||
      fail "no $kind in $language"
  done
done

bodies=$(cat "$folder/first.xml" "$folder/other.xml" | grep '<body>' | sort -u | wc -l)
[ "$bodies" -eq $((2 * stories)) ] || fail "only $bodies of $((2 * stories)) stories begin differently"
