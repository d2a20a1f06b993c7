#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill the program two hundred times, each time at another moment of something that it does.

Whatever was answered with success before is there afterwards, and what was under way is there as a
whole or not at all. Takes minutes, so it is among the long tests.

usage: test-kills.py PROGRAM SOURCE [TEST ...]
"""
import os
import random
import subprocess
import sys
import time

from clitest import SOURCE, equal, holds, main

KILLS_PER_TEST = 25
WORDS = "dijk water zorg straat buurt regen brug nacht brief loket".split()


def kill_at_many_moments(desk, begin, look):
    """Kills what begin(number) starts, at moments within the time that it takes when nobody kills it.

    look(number, done) looks at what is there; done tells whether the program had ended well before.
    """
    started = time.monotonic()
    equal(begin(0).wait(timeout=120), 0)
    longest = time.monotonic() - started
    look(0, True)
    n_killed = number = 0
    while n_killed < KILLS_PER_TEST:
        number += 1
        holds(number < 20 * KILLS_PER_TEST, "too few were killed in time:", n_killed)
        process = begin(number)
        time.sleep(longest * random.random())
        process.kill()
        process.communicate()
        n_killed += process.returncode != 0
        look(number, process.returncode == 0)
        desk.sound()
    print("# killed %d times within %.0f ms" % (n_killed, longest * 1000))


def make_pack(desk, stories, seed):
    path = desk.folder / ("%d-%d.storypack.xml" % (stories, seed))
    with open(path, "wb") as out:
        subprocess.run([SOURCE / "tools/make-large-pack", "--seed", str(seed), str(stories)], stdout=out, check=True)
    return path


def test_import(desk):
    """Each edition of a pack arrives whole or not at all."""
    seen = []

    def look(number, done):
        total = desk.json("stories", "list")["total"]
        holds(total % 1500 == 0, "half an import:", total)
        if done:
            seen.append(number)
        holds(total // 1500 >= len(seen), "lost an import:", total, seen)

    kill_at_many_moments(desk, lambda number: desk.start("import", make_pack(desk, 1500, number)), look)


def test_update(desk):
    """A pack that replaces another: all stories are of one edition."""
    texts = make_pack(desk, 1500, 1).read_text()
    editions = [desk.folder / ("edition-%d.storypack.xml" % number) for number in range(2)]
    editions[0].write_text(texts)
    editions[1].write_text(texts.replace("<title>", "<title>Nieuw "))

    def look(number, done):
        total = desk.json("stories", "list")["total"]
        changed = desk.json("stories", "search", "nieuw", "--limit", "1")["total"]
        equal(total, 1500)
        if done:
            equal(changed, 1500 if number % 2 else 0)
        holds(changed in (0, 1500), "two editions at once:", changed)

    kill_at_many_moments(desk, lambda number: desk.start("import", editions[number % 2]), look)


def test_log(desk):
    """An entry that was confirmed is there, once."""
    confirmed = []

    def begin(number):
        text = "Gesprek %d over %s" % (number, random.choice(WORDS))
        return desk.start("log", "add", "--kind", "conversation", "--text", text, "--heard", "Mooi", "--tone", "1")

    def look(number, done):
        if done:
            confirmed.append(number)
        found = [entry["text"].split()[1] for entry in desk.json("log", "list", "--limit", "1000")["entries"]]
        equal(len(found), len(set(found)))
        holds(set(map(str, confirmed)) <= set(found), "lost:", confirmed, found)
        equal(desk.json("log", "list", "--search", "Gesprek")["total"], len(found))

    kill_at_many_moments(desk, begin, look)


def test_draft(desk):
    """A draft has the text of one save or of the one before, and is found by it."""
    draft = str(desk.json("drafts", "new", "--text", "Versie 0")["id"])
    texts = []
    last = [0]

    def begin(number):
        path = desk.folder / "text"
        texts.append("Versie %d %s" % (number, " ".join(random.choices(WORDS, k=4000))))
        path.write_text(texts[number])
        with open(path, "rb") as text:
            return subprocess.Popen(desk.command("drafts", "edit", draft, "--text", "-"), stdin=text,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def look(number, done):
        text = desk.json("drafts", "show", draft)["text"]
        holds(text == texts[number] or (not done and text == texts[last[0]]), "a text of no save:", text[:40])
        last[0] = texts.index(text)

    kill_at_many_moments(desk, begin, look)


def test_profile(desk):
    """A field has one text or the other, and each text has its version."""
    before = [None]

    def look(number, done):
        name = desk.json("profile", "show")["name"]
        holds(name in ("Sanne %d" % number, before[0]), name, before)
        holds(not done or name == "Sanne %d" % number)
        before[0] = name
        holds(desk.json("profile", "history"))

    kill_at_many_moments(desk, lambda number: desk.start("profile", "set", "name", "Sanne %d" % number), look)


def test_backup(desk):
    """A backup that is there is whole."""
    desk.json("import", make_pack(desk, 1500, 1))
    target = desk.folder / "copy.db"

    def look(number, done):
        holds(target.exists() or not done)
        if target.exists():
            equal(desk.json("stories", "list", database=target)["total"], 1500)
            equal(desk.json("verify", "--deep", database=target)["ok"], True)

    kill_at_many_moments(desk, lambda number: desk.start("backup", target), look)


def test_restore(desk):
    """The database is the one before or the one that comes back; the one before is kept."""
    desk.json("import", make_pack(desk, 1500, 1))
    copies = [desk.folder / ("copy-%d.db" % number) for number in range(2)]
    desk.json("backup", copies[0])
    desk.json("log", "add", "--text", "Later")
    desk.json("backup", copies[1])

    def look(number, done):
        equal(desk.json("stories", "list")["total"], 1500)
        entries = desk.json("log", "list")["total"]
        holds(entries in (0, 1), entries)
        holds(not done or entries == number % 2, "not restored:", entries)

    kill_at_many_moments(desk, lambda number: desk.start("restore", copies[number % 2]), look)


def test_two_writers(desk):
    """One of two programs is killed; what the other was told stays, and nobody waits for the dead."""
    pack = make_pack(desk, 1500, 1)
    n_entries = [0]

    def look(number, done):
        desk.json("log", "add", "--text", "Entry %d" % number)
        n_entries[0] += 1
        equal(desk.json("log", "list")["total"], n_entries[0])
        holds(desk.json("stories", "list")["total"] in (0, 1500))

    def begin(number):
        desk.json("stories", "list")
        edition = desk.folder / "edition.storypack.xml"
        edition.write_text(pack.read_text().replace("<title>", "<title>%s " % random.choice(WORDS)))
        return desk.start("import", edition)

    kill_at_many_moments(desk, begin, look)


if __name__ == "__main__":
    seed = os.environ.get("SEED", str(random.randrange(2 ** 32)))
    print("# SEED=%s" % seed)
    random.seed(seed)
    sys.exit(main(sys.modules[__name__]))
