# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line have in common: a program to call, a database of its own for
each test, and results in the words of TAP.

A test script is called with the program and the root of the source tree.
"""
import hashlib
import inspect
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
SOURCE = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else pathlib.Path()
DUTCH_PACK = SOURCE / "data/packs/zonneveld-nl.storypack.xml"
ENGLISH_PACK = SOURCE / "data/packs/zonneveld-en.storypack.xml"


# What is ignored here is ignored by what is started from here, as a shell does with what runs in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Skip(Exception):
    """This machine can't run the test."""


def equal(found, wanted):
    if found != wanted:
        raise AssertionError("found %r, not %r" % (found, wanted))


def holds(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(part) for part in what) or "it does not hold")


def require_keys(record, always, sometimes=()):
    """Each key that must be there is, and no other than may be."""
    missing = set(always) - set(record)
    unknown = set(record) - set(always) - set(sometimes)
    holds(not missing, "missing:", sorted(missing))
    holds(not unknown, "unknown:", sorted(unknown))


class Desk:
    """A folder with a database, and the program that works on it."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ambassador-cli-"))
        self.database = self.folder / "ambassador.db"

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, *arguments, database=None):
        return [PROGRAM, "--database", str(database or self.database)] + [str(argument) for argument in arguments]

    def start(self, *arguments, **options):
        """Starts the program without waiting for it."""
        return subprocess.Popen(self.command(*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **options)

    def run(self, *arguments, status=0, text=None, database=None, **options):
        """Calls the program as a person does; gives what it printed."""
        options.setdefault("stdout", subprocess.PIPE)
        if "stdin" not in options:
            options["input"] = b"" if text is None else text.encode()
        done = subprocess.run(self.command(*arguments, database=database), stderr=subprocess.PIPE, check=False,
                              timeout=120, **options)
        errors = done.stderr.decode()
        if done.returncode != status:
            raise AssertionError("%s: status %d, not %d: %s" % (" ".join(map(str, arguments)), done.returncode,
                                                                 status, errors))
        # An error is one line; anything else that is said there is a fault of the program.
        if status in (0,):
            equal(errors, "")
        elif status in (1, 2, 130) or errors:
            holds(errors.startswith("ambassador-cli: ") and errors.count("\n") == 1 and errors.endswith("\n"),
                  "not one line of error:", repr(errors))
        self.errors = errors
        return (done.stdout or b"").decode()

    def json(self, *arguments, **options):
        """Calls the program as a script does; gives the value it printed."""
        output = self.run("--json", *arguments, **options)
        holds(output.endswith("\n") and output.count("\n") == 1, "not one line of JSON:", output[:200])
        return json.loads(output)

    def error(self, status, code, *arguments, **options):
        """Calls the program for what goes wrong; gives the message."""
        answer = self.json(*arguments, status=status, **options)
        require_keys(answer, ["error"], ["sources"])
        require_keys(answer["error"], ["code", "message"])
        equal(answer["error"]["code"], code)
        holds(answer["error"]["message"] in self.errors, "two messages:", answer, self.errors)
        # Without --json nothing is printed but the line of the error.
        equal(self.run(*arguments, status=status, **options), "")
        return answer["error"]["message"]

    def import_pack(self, pack=DUTCH_PACK):
        return self.json("import", pack)[0]

    def find_story(self, uid):
        found = self.json("stories", "list", "--limit", 1000)["stories"]
        return next(story for story in found if story["uid"] == uid)

    def sound(self):
        equal(self.json("verify", "--deep"), {"ok": True, "problems": []})

    def hash(self, path=None):
        return hashlib.sha256((path or self.database).read_bytes()).hexdigest()

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())


def main(module):
    """Runs every function of a script that begins with test_, each at a desk of its own."""
    tests = [(name, function) for name, function in inspect.getmembers(module, inspect.isfunction)
             if name.startswith("test_") and (len(sys.argv) < 4 or name in sys.argv[3:])]
    print("1..%d" % len(tests))
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        desk = Desk()
        try:
            function(desk)
            print("ok %d %s" % (number, name))
        except Skip as reason:
            print("ok %d %s # SKIP %s" % (number, name, reason))
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print("not ok %d %s" % (number, name))
        finally:
            desk.close()
        sys.stdout.flush()
    return 1 if failed else 0
