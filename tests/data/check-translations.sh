#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Check that each translation is whole: every text of the sources is there, none of them is a guess.
#
# usage: check-translations.sh SOURCE-DIRECTORY
set -eu
cd "$1"

template=$(mktemp)
trap 'rm -f "$template"' EXIT
xgettext --files-from=po/POTFILES --from-code=UTF-8 --output="$template" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
sed -i 's/charset=CHARSET/charset=UTF-8/' "$template"

while read -r language; do
  msgfmt --check --output-file=/dev/null "po/$language.po"
  msgcmp "po/$language.po" "$template"
done <po/LINGUAS
