#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Check that groff has nothing to remark on the manual pages, and that they are not empty.
#
# usage: check-manual.sh PAGE ...
set -eu

for page; do
  remarks=$(groff -man -Kutf8 -Tutf8 -ww -z "$page" 2>&1)
  [ -z "$remarks" ] || { echo "$remarks" >&2; exit 1; }
  groff -man -Kutf8 -Tutf8 -P-c -P-b -P-u "$page" | grep -q NAME || { echo "$page shows nothing" >&2; exit 1; }
done
