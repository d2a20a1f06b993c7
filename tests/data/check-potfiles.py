#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that po/POTFILES lists each file with text to translate, no other, and in order.

usage: check-potfiles.py SOURCE-DIRECTORY
"""
import pathlib
import re
import sys

CALL = re.compile(r'\b(?:_|N_|C_|NC_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2) ?\(\s*(?:\w+,\s*)?"')
PROPERTY = re.compile(r'translatable="(?:yes|true)"')
MERGED = (".desktop.in", ".metainfo.xml.in", ".mime.xml.in")


def has_text(path):
    if path.name.endswith(MERGED):
        return True
    if path.suffix == ".c" or path.suffix == ".h":
        return bool(CALL.search(path.read_text(encoding="utf-8")))
    if path.suffix == ".ui":
        return bool(PROPERTY.search(path.read_text(encoding="utf-8")))
    return False


def main():
    root = pathlib.Path(sys.argv[1])
    lines = (root / "po" / "POTFILES").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    found = {
        str(path.relative_to(root))
        for folder in ("data", "src", "ui")
        for path in (root / folder).glob("**/*")
        if path.is_file() and has_text(path)
    }
    problems = ["%s: has text to translate, is not in po/POTFILES" % name
                for name in sorted(found - set(listed))]
    problems += ["%s: is in po/POTFILES, has no text to translate" % name
                 for name in sorted(set(listed) - found)]
    if listed != sorted(set(listed)):
        problems.append("po/POTFILES: not in order, or a line stands in it twice")
    print("\n".join(problems) or "%d files" % len(listed))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
