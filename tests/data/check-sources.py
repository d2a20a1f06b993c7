#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that each source file names its licence and stays small enough to be read.

usage: check-sources.py SOURCE-DIRECTORY
"""
import pathlib
import sys

LICENCE = "SPDX-License-Identifier: "
LINES = {".c": 800, ".ui": 300}
FUNCTION_LINES = 60
NEEDS_LICENCE = (".c", ".h", ".py", ".rnc", ".rng", ".sh", ".sql", ".svg", ".ui", ".css", ".in")
FOLDERS = ("data", "src", "tests", "tools", "ui")
HEAD = 600


def is_script(path):
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def long_functions(text):
    """Yields where a function begins that is too long; its braces stand in the first column."""
    begin = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{":
            begin = number
        elif line == "}" and begin is not None:
            if number - begin - 1 > FUNCTION_LINES:
                yield begin, number - begin - 1
            begin = None


def check_file(path, name):
    problems = []
    text = path.read_text(encoding="utf-8", errors="replace")
    needs_licence = path.suffix in NEEDS_LICENCE or (not path.suffix and is_script(path))
    # A desktop or service file begins with its group, and its licence is that of the project.
    if path.name.endswith((".desktop.in", ".service.in")):
        needs_licence = False
    if needs_licence and LICENCE not in text[:HEAD]:
        problems.append("%s: no SPDX line at its beginning" % name)
    count = text.count("\n")
    if count > LINES.get(path.suffix, count):
        problems.append("%s: %d lines, at most %d" % (name, count, LINES[path.suffix]))
    if path.suffix == ".c":
        problems += ["%s:%d: a function of %d lines, at most %d" % (name, begin, length, FUNCTION_LINES)
                     for begin, length in long_functions(text)]
    return problems


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    count = 0
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("**/*")):
            name = path.relative_to(root)
            if not path.is_file() or "fixtures" in name.parts or "__pycache__" in name.parts:
                continue
            problems += check_file(path, name)
            count += 1
    print("\n".join(problems) or "%d files, as they should be" % count)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
