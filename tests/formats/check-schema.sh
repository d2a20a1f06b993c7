#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The XML form of the schema is the one that trang makes of the compact form.
#
# usage: check-schema.sh SOURCE-DIRECTORY
set -eu
folder=$1/data/storypack
made=$(mktemp --suffix=.rng)
trap 'rm -f "$made"' EXIT
trang "$folder/storypack.rnc" "$made"
if ! cmp "$made" "$folder/storypack.rng"; then
  echo 'make it anew: trang data/storypack/storypack.rnc data/storypack/storypack.rng' >&2
  exit 1
fi
