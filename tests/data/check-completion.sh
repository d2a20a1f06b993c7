#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Check what the shell offers after the words of ambassador-cli.
#
# usage: check-completion.sh BASH-COMPLETION COMPLETION
set -eu
# shellcheck disable=SC1090 # given
source "$1"
# shellcheck disable=SC1090
source "$2"

# Completes the last of the words and compares what is offered, in its order.
expect ()
{
  local offered=$1
  shift
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMP_LINE=$*
  COMP_POINT=${#COMP_LINE}
  COMPREPLY=()
  _ambassador_cli
  if [[ "${COMPREPLY[*]}" != "$offered" ]]; then
    echo "'$COMP_LINE' offers '${COMPREPLY[*]}', not '$offered'" >&2
    exit 1
  fi
}

expect "stories" ambassador-cli sto
expect "--database" ambassador-cli --d
expect "search show" ambassador-cli stories s
expect "search show" ambassador-cli --json --database file.db stories s
expect "headline" ambassador-cli profile set head
expect "show set" ambassador-cli profile s
expect "mastodon" ambassador-cli check --channel mas
expect "message meeting" ambassador-cli log add --kind me
expect "message" ambassador-cli stories list --kind me
expect "csv" ambassador-cli export c
expect "--dry-run --database" ambassador-cli import --d
expect "" ambassador-cli log add --text any
