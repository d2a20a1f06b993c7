#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that each layer of src/ includes headers of the layers below it only, and that each
library is used in the layers that it is for.

usage: check-layers.py SOURCE-DIRECTORY
"""
import pathlib
import re
import sys

BELOW = {
    "core": [],
    "text": ["core"],
    "records": ["core", "text"],
    "storage": ["core", "text", "records"],
    "formats": ["core", "text", "records"],
    "services": ["core", "text", "records", "storage", "formats"],
    "lists": ["core", "text", "records", "storage", "formats", "services"],
    "gui": ["core", "text", "records", "storage", "formats", "services", "lists"],
    "cli": ["core", "text", "records", "storage", "formats", "services"],
}

LIBRARIES = {
    "gtk/": ["gui"],
    "adwaita.h": ["gui"],
    "sqlite3.h": ["storage"],
    "libxml/": ["formats"],
    "archive": ["formats"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^">]+)[">]')


def check_file(path, layer, homes):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, name = match.groups()
        if quote == '"':
            home = homes.get(name.rsplit("/", 1)[-1], layer)
            if home != layer and home not in BELOW[layer]:
                yield "%s:%d: %s is of %s, which is not below %s" % (path, number, name, home, layer)
        else:
            for library, layers in LIBRARIES.items():
                if name.startswith(library) and layer not in layers:
                    yield "%s:%d: <%s> is for %s" % (path, number, name, ", ".join(layers))


def main():
    source = pathlib.Path(sys.argv[1]) / "src"
    homes = {header.name: header.relative_to(source).parts[0] for header in source.glob("*/**/*.h")}
    problems = []
    for folder in sorted(entry for entry in source.iterdir() if entry.is_dir()):
        if folder.name not in BELOW:
            problems.append("%s: no layer of this name" % folder)
            continue
        for path in sorted(folder.glob("**/*.[ch]")):
            problems += check_file(path, folder.name, homes)
    print("\n".join(problems) or "%d headers, each in its place" % len(homes))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
