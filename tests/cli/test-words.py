#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completion of the shell know every word that the program does, and no other."""
import configparser
import re
import shutil
import subprocess
import sys

from clitest import SOURCE, Skip, equal, holds, main

COMPLETION = SOURCE / "data/completions/ambassador-cli"
EVERYWHERE = ["--database", "--help", "--json"]
# What bash-completion brings along, as far as it is used.
COMPLETE = r"""
_init_completion () { words=("${COMP_WORDS[@]}") cword=$COMP_CWORD cur=${words[cword]} prev=${words[cword-1]}; }
_filedir () { COMPREPLY=(); }
source "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_ambassador_cli
printf '%s\n' "${COMPREPLY[@]}"
"""


def complete(*words):
    """What the shell offers for the last of the words."""
    if not shutil.which("bash"):
        raise Skip("there is no bash")
    done = subprocess.run(["bash", "-c", COMPLETE, "bash", COMPLETION, "ambassador-cli", *words], capture_output=True,
                          text=True, check=True)
    equal(done.stderr, "")
    return sorted(done.stdout.split())


def read_manual():
    text = (SOURCE / "data/man/ambassador-cli.1").read_text(encoding="utf-8")
    text = re.sub(r"\\f[A-Z]", " ", text.replace("\\-", "-"))
    return set(re.findall(r"[\w-]*\w", text)), text


def list_commands(desk):
    lines = desk.run("--help").split("Commands:\n")[1].splitlines()
    return [line.split("  ")[1] for line in lines if line.startswith("  ")]


def list_options(desk, command):
    return sorted(set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", desk.run(*command.split(), "--help"), re.M)))


def list_values(desk, *arguments):
    """The program names what would have been right."""
    return sorted(desk.error(2, "usage", *arguments).split(": ")[1].rstrip(".").split(", "))


def test_commands(desk):
    _, manual = read_manual()
    commands = list_commands(desk)
    first = {command.split()[0] for command in commands}
    equal([word for word in complete("") if not word.startswith("-")], sorted(first))
    for word in first:
        verbs = sorted(command.split()[1] for command in commands if command.startswith(word + " "))
        if verbs:
            equal(complete(word, ""), sorted(verbs + EVERYWHERE))
        holds(re.search(r"\b%s\b" % word, manual), word)
        for verb in verbs:
            holds(re.search(r"\b%s [^\n]*\b%s\b" % (word, verb), manual), word, verb)


def test_options(desk):
    words, _ = read_manual()
    for command in list_commands(desk):
        options = list_options(desk, command)
        holds(set(EVERYWHERE) <= set(options), options)
        equal((command, complete(*command.split(), "--")), (command, options))
        holds(set(options) <= words, command, set(options) - words)


def test_values(desk):
    words, _ = read_manual()
    wrong = "?"
    for arguments in (["log", "add", "--kind"], ["stories", "list", "--kind"], ["drafts", "list", "--state"],
                      ["log", "stats", "--by"], ["import", "--as"]):
        values = list_values(desk, *arguments, wrong, *(["x"] if arguments[0] == "import" else []))
        equal((arguments, complete(*arguments, "")), (arguments, values))
        holds(set(values) <= words, arguments, set(values) - words)


def test_fields(desk):
    words, _ = read_manual()
    fields = list_values(desk, "profile", "set", "?", "x")
    equal([word for word in complete("profile", "set", "") if not word.startswith("-")], fields)
    holds(set(fields) <= words, set(fields) - words)


def test_channels(desk):
    words, _ = read_manual()
    channels = configparser.ConfigParser(interpolation=None)
    channels.read(SOURCE / "data/channels.ini", encoding="utf-8")
    equal(complete("check", "--channel", ""), sorted(channels.sections()))
    holds(set(channels.sections()) <= words, set(channels.sections()) - words)


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
