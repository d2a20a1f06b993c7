#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Let a fuzzer run for an hour, or for FUZZ_SECONDS, on a copy of its corpus that grows in the build folder.
#
# usage: fuzz-for-long.sh FUZZER DICTIONARY CORPUS
set -eu

grown=$(dirname "$1")/corpus-$(basename "$3")
mkdir -p "$grown"
exec "$1" -max_total_time="${FUZZ_SECONDS:-3600}" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
  -artifact_prefix="$grown-" -dict="$2" "$grown" "$3"
