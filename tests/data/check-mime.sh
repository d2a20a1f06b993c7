#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Check that the desktop knows a story pack by its name and, where it has another one, by its root element.
#
# usage: check-mime.sh PACKAGE.xml
set -eu
package=$1

XDG_DATA_HOME=$(mktemp -d)
export XDG_DATA_HOME
trap 'rm -rf "$XDG_DATA_HOME"' EXIT
mkdir -p "$XDG_DATA_HOME/mime/packages"
cp "$package" "$XDG_DATA_HOME/mime/packages/"
update-mime-database "$XDG_DATA_HOME/mime"

expect_type ()
{
  found=$(gio info --attributes=standard::content-type "$XDG_DATA_HOME/$1" | sed -n 's/.*content-type: //p')
  [ "$found" = "$2" ] || { echo "$1 is taken for $found, not for $2" >&2; exit 1; }
}

pack='<storypack xmlns="https://ambassadortoolkit.github.io/ns/storypack/1" version="1" id="a" language="en"/>'
printf '<?xml version="1.0"?>\n%s\n' "$pack" >"$XDG_DATA_HOME/night.storypack.xml"
printf '<?xml version="1.0"?>\n<other/>\n' >"$XDG_DATA_HOME/other.xml"
printf 'PK\003\004' >"$XDG_DATA_HOME/night.storypack"

expect_type night.storypack.xml application/vnd.ambassador.storypack+xml
expect_type night.storypack application/vnd.ambassador.storypack+zip
expect_type other.xml application/xml
grep -q '^https://ambassadortoolkit.github.io/ns/storypack/1 storypack application/vnd.ambassador.storypack+xml$' \
  "$XDG_DATA_HOME/mime/XMLnamespaces"
