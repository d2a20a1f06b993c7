#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Check the sample packs against both forms of the schema, by another program than ours.
#
# usage: check-packs.sh SOURCE-DIRECTORY
set -eu
cd "$1/data"

xmllint --noout --nonet --relaxng storypack/storypack.rng packs/*.storypack.xml
jing storypack/storypack.rng packs/*.storypack.xml
jing -c storypack/storypack.rnc packs/*.storypack.xml
