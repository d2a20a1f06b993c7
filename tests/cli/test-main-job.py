#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a story pack to one's history and back, on the command line."""
import csv
import datetime
import io
import json
import sys

from clitest import TIME, equal, holds, main, require_keys

DRAFT_ALWAYS = ["id", "state", "variants", "created_at", "updated_at"]
DRAFT_SOMETIMES = ["language", "text", "stories", "planned_at", "zone", "deleted_at"]
ENTRY_ALWAYS = ["id", "kind", "online", "at", "confirmed", "private"]
ENTRY_SOMETIMES = [
    "channel", "place", "audience", "with", "title", "text", "link", "language", "stories", "own_words", "reached",
    "reached_indirectly", "results", "heard", "tags", "follow_up", "follow_up_at", "outcome", "evidence", "reward",
    "draft",
]


def check_uses(uses):
    for use in uses:
        require_keys(use, ["id", "version"])
        holds(isinstance(use["id"], int) and isinstance(use["version"], int))


def check_draft(draft):
    require_keys(draft, DRAFT_ALWAYS, DRAFT_SOMETIMES)
    holds(isinstance(draft["id"], int))
    holds(draft["state"] in ("idea", "draft", "planned", "shared", "archived"))
    for variant in draft["variants"]:
        require_keys(variant, ["channel", "text", "follows"])
    check_uses(draft.get("stories", []))
    for key in ("created_at", "updated_at", "planned_at", "deleted_at"):
        holds(key not in draft or TIME.match(draft[key]), key)


def check_entry(entry):
    require_keys(entry, ENTRY_ALWAYS, ENTRY_SOMETIMES)
    holds(isinstance(entry["id"], int) and isinstance(entry["online"], bool))
    holds(TIME.match(entry["at"]))
    check_uses(entry.get("stories", []))
    for result in entry.get("results", []):
        require_keys(result, ["at"], ["views", "reactions", "comments", "reshares", "clicks"])
        holds(TIME.match(result["at"]))
    for heard in entry.get("heard", []):
        require_keys(heard, ["id", "tone", "at"], ["quote", "group", "name", "value", "cause", "action"])


def test_main_job(desk):
    """Open a pack, find a story, write in one's own words, check, share, find it back; talk; count."""
    desk.import_pack()
    desk.json("profile", "set", "name", "Sanne Veenstra")
    desk.json("profile", "set", "organisation", "Coöperatie Zonneveld")
    story = desk.json("stories", "search", "natte muur", "--usable", "--unused")["stories"][0]
    equal(story["uid"], "wet-wall")
    whole = desk.json("stories", "show", story["id"])

    copied = whole["message"]
    own = "Ik zag deze week zelf hoe dat gaat, en ik ben er trots op."
    draft = desk.json("drafts", "new", "--story", story["id"], "--channel", "linkedin", "--text", copied + " " + own)
    check_draft(draft)
    equal(draft["state"], "draft")
    equal(draft["language"], "nl")
    equal(draft["stories"], [{"id": story["id"], "version": whole["version"]}])
    equal([variant["channel"] for variant in draft["variants"]], ["linkedin"])

    report = desk.json("check", "--channel", "linkedin", "--story", story["id"], "-", text=draft["text"] + "\n")
    passage = report["own_words"]["passages"][0]
    equal(passage["story"], story["id"])
    equal(draft["text"].encode()[passage["start"]:passage["end"]].decode().strip("., "), copied.strip("., "))
    holds(0.0 < report["own_words"]["share"] < 1.0)
    holds("disclosure" in [issue["id"] for issue in report["issues"]])

    text = own + " Ik werk bij Coöperatie Zonneveld."
    desk.json("drafts", "edit", draft["id"], "--text", text)
    issues = [issue["id"] for issue in desk.json("check", "-", text=text)["issues"]]
    holds("disclosure" not in issues and "own-words" not in issues, issues)

    entry = desk.json("share", draft["id"], "--channel", "linkedin", "--at", "2026-11-20T09:30:00+01:00",
                      "--link", "https://www.linkedin.com/feed/update/urn:li:share:7131199200000000000")
    check_entry(entry)
    equal((entry["kind"], entry["channel"], entry["online"], entry["confirmed"]), ("post", "linkedin", True, True))
    equal((entry["text"], entry["at"], entry["draft"]), (text, "2026-11-20T09:30:00+01:00", draft["id"]))
    equal(entry["own_words"], 1.0)
    equal(entry["stories"], draft["stories"])
    equal(desk.json("drafts", "show", draft["id"])["state"], "shared")
    equal(desk.json("stories", "show", story["id"])["used_at"][:10], "2026-11-20")
    holds(story["id"] not in [found["id"] for found in desk.json("stories", "list", "--unused")["stories"]])

    # The text is frozen: the draft may change, the log does not.
    desk.json("drafts", "edit", draft["id"], "--text", "Iets anders")
    equal(desk.json("log", "show", entry["id"])["text"], text)

    talk = desk.json("log", "add", "--kind", "conversation", "--with", "Buren", "--text", "Over de natte muur verteld",
                     "--at", "2026-11-21", "--heard", "Fijn dat jullie kijken", "--value", "Dichtbij", "--tone", "2",
                     "--heard", "Duurde het lang?", "--tone", "-1")
    check_entry(talk)
    equal((talk["kind"], talk["online"], talk["with"]), ("conversation", False, "Buren"))
    equal([(heard["quote"], heard["tone"], heard.get("value")) for heard in talk["heard"]],
          [("Fijn dat jullie kijken", 2, "Dichtbij"), ("Duurde het lang?", -1, None)])

    found = desk.json("log", "list", "--search", "natte muur")
    require_keys(found, ["total", "entries"])
    equal([item["id"] for item in found["entries"]], [talk["id"]])
    equal([item["id"] for item in desk.json("log", "list")["entries"]], [talk["id"], entry["id"]])
    desk.json("log", "result", entry["id"], "--views", "100", "--reactions", "5", "--at", "2026-11-21T10:00+01:00")
    results = desk.json("log", "result", entry["id"], "--views", "240")["results"]
    equal([(result["views"], result.get("reactions")) for result in results], [(100, 5), (240, None)])

    stats = desk.json("log", "stats")
    equal(stats, [{"key": "2026-11", "entries": 2, "online": 1, "offline": 1, "heard": 2, "views_measured": 1,
                   "views_median": 240.0, "own_words_measured": 1, "own_words_median": 1.0}])
    themes = desk.json("log", "stats", "--by", "theme")
    equal([group["key"] for group in themes], sorted([""] + whole["themes"]))
    desk.sound()


def test_drafts(desk):
    empty = desk.json("drafts", "new")
    check_draft(empty)
    equal(empty["state"], "idea")
    equal(len(empty["variants"]), 1)
    draft = desk.json("drafts", "new", "--channel", "x", "--channel", "mastodon", "--text", "-", text="Van buiten\n")
    equal(draft["text"], "Van buiten")
    equal([(variant["channel"], variant["follows"]) for variant in draft["variants"]], [("x", True), ("mastodon", True)])
    equal(desk.json("drafts", "new", "-", text="Ook zo")["text"], "Ook zo")

    edited = desk.json("drafts", "edit", draft["id"], "--channel", "x", "--text", "Kort")
    equal(edited["text"], "Van buiten")
    equal([(variant["text"], variant["follows"]) for variant in edited["variants"]],
          [("Kort", False), ("Van buiten", True)])
    edited = desk.json("drafts", "edit", draft["id"], "--text", "Nieuw", "--at", "2027-01-05T10:00:00+01:00")
    equal([variant["text"] for variant in edited["variants"]], ["Kort", "Nieuw"])
    equal((edited["state"], edited["planned_at"], edited["zone"]), ("planned", "2027-01-05T10:00:00+01:00", "Europe/Amsterdam"))
    edited = desk.json("drafts", "edit", draft["id"], "--at", "")
    holds(edited["state"] == "draft" and not {"planned_at", "zone"} & set(edited), edited)
    equal(desk.json("drafts", "edit", draft["id"], "--state", "archived")["state"], "archived")

    answer = desk.json("drafts", "list")
    require_keys(answer, ["total", "drafts"])
    equal(answer["total"], 3)
    equal(answer["drafts"][0]["id"], draft["id"])
    for item in answer["drafts"]:
        check_draft(item)
    equal([item["id"] for item in desk.json("drafts", "list", "--state", "idea")["drafts"]], [empty["id"]])
    holds("Nieuw" in desk.run("drafts", "list"))
    holds("Kort" in desk.run("drafts", "show", draft["id"]))

    holds("deleted_at" in desk.json("drafts", "remove", draft["id"]))
    equal(desk.json("drafts", "list")["total"], 2)
    for verb in ("show", "edit", "remove"):
        desk.error(1, "not-found", "drafts", verb, draft["id"])
    desk.error(1, "not-found", "share", draft["id"], "--channel", "x")
    desk.error(1, "not-found", "drafts", "new", "--story", "5")
    desk.error(2, "usage", "drafts", "new", "--channel", "smoke-signals")
    desk.error(2, "usage", "drafts", "list", "--state", "lost")
    desk.error(2, "usage", "drafts", "new", "words")
    desk.error(2, "usage", "share", empty["id"])
    desk.error(2, "usage", "share", empty["id"], "--channel", "smoke-signals")
    equal(desk.json("drafts", "list")["total"], 2)


def test_check(desk):
    text = "🦆" * 10 + " é"
    path = desk.folder / "text.txt"
    path.write_text(text)
    report = desk.json("check", "--channel", "x", "--channel", "linkedin", "--channel", "bluesky", "--channel", "email",
                       "--language", "nl", path)
    require_keys(report, ["channels", "own_words", "readability", "issues"])
    for channel in report["channels"]:
        require_keys(channel, ["channel", "unit", "length", "over"], ["limit", "remaining"])
    equal([(channel["channel"], channel["unit"], channel["length"], channel.get("limit")) for channel in report["channels"]],
          [("x", "x-weight", 22, 280), ("linkedin", "utf-16", 22, 3000), ("bluesky", "graphemes", 12, 300),
           ("email", "graphemes", 12, None)])
    require_keys(report["own_words"], ["words", "copied", "share", "passages"])
    require_keys(report["readability"], ["formula"], ["score", "grade"])
    equal(report["readability"]["formula"], "flesch-douma")

    report = desk.json("check", "--channel", "x", "-", text="a" * 300)
    equal((report["channels"][0]["over"], report["channels"][0]["remaining"]), (True, -20))
    issue = report["issues"][0]
    require_keys(issue, ["id", "severity", "start", "end", "message"], ["why"])
    equal((issue["id"], issue["severity"]), ("length", "error"))
    easy = desk.json("check", "--language", "en", "-", text="I see a cat. It is big. I like it. We sat. It ran off.")
    require_keys(easy["readability"], ["formula", "score", "grade"])
    equal((easy["readability"]["formula"], easy["readability"]["grade"]), ("flesch", "very-easy"))

    holds(len(desk.json("check", text="")["channels"]) >= 13)
    equal(desk.json("check", text="")["own_words"]["words"], 0)
    holds("280" in desk.run("check", "--channel", "x", "-", text="Hello"))
    path.write_bytes(b"caf\xe9")
    desk.error(3, "malformed", "check", path)
    desk.error(1, "not-found", "check", desk.folder / "missing.txt")
    desk.error(1, "not-found", "check", "--story", "5", text="x")
    desk.error(2, "usage", "check", "--channel", "smoke-signals", text="x")


def test_log(desk):
    entry = desk.json("log", "add")
    check_entry(entry)
    equal((entry["kind"], entry["online"]), ("conversation", False))
    now = datetime.datetime.now().astimezone()
    holds(abs((datetime.datetime.fromisoformat(entry["at"]) - now).total_seconds()) < 60)

    entry = desk.json("log", "add", "--kind", "article", "--at", "2026-03-29T01:30:00-05:00", "--title", "Kop", "--text",
                      "Regel een\nRegel twee", "--link", "https://example.org/a", "--place", "Utrecht", "--audience",
                      "Studenten", "--language", "nl", "--reached", "40", "--reached-indirectly", "100", "--tag", "a",
                      "--tag", "b", "--follow-up", "Bellen", "--follow-up-at", "2026-04-01", "--outcome", "Een vraag",
                      "--evidence", "Zij belde", "--reward", "Taart", "--private")
    check_entry(entry)
    equal(entry["at"], "2026-03-29T01:30:00-05:00")
    equal((entry["reached"], entry["reached_indirectly"], entry["tags"], entry["private"], entry["online"]),
          (40, 100, ["a", "b"], True, True))
    equal(desk.json("log", "show", entry["id"]), entry)
    holds("Regel twee" in desk.run("log", "show", entry["id"]))

    edited = desk.json("log", "edit", entry["id"], "--text", "Anders", "--place", "", "--heard", "Goed")
    equal((edited["text"], edited["title"], edited["at"], edited["tags"]), ("Anders", "Kop", entry["at"], ["a", "b"]))
    holds("place" not in edited and edited["heard"][0]["quote"] == "Goed")
    equal(desk.json("log", "list", "--search", "regel")["total"], 0)

    # An empty text takes away whatever was there.
    emptied = desk.json("log", "edit", entry["id"], "--text", "", "--tag", "", "--follow-up", "", "--follow-up-at", "")
    check_entry(emptied)
    holds(not {"text", "own_words", "tags", "follow_up", "follow_up_at"} & set(emptied), emptied)

    desk.json("log", "remove", entry["id"])
    equal(desk.json("log", "list")["total"], 1)
    for arguments in (["show"], ["edit"], ["remove"], ["result", "--views", "1"]):
        desk.error(1, "not-found", "log", arguments[0], entry["id"], *arguments[1:])


def test_log_channel_tells_online(desk):
    equal(desk.json("log", "add", "--kind", "message", "--channel", "email")["online"], True)
    equal(desk.json("log", "add", "--kind", "interview", "--channel", "in-person")["online"], False)
    equal(desk.json("log", "add", "--kind", "interview", "--channel", "linkedin")["online"], True)
    equal(desk.json("log", "add", "--kind", "post")["online"], True)


def test_log_wrong(desk):
    entry = desk.json("log", "add")
    for arguments in (["--kind", "rumour"], ["--at", "yesterday"], ["--at", "2026-02-30"], ["--channel", "smoke-signals"],
                      ["--tone", "1"], ["--heard", "x", "--tone", "3"], ["--heard", "x", "--tone", "nice"],
                      ["--value", "v"], ["--story", "x"], ["--reached", "many"], ["--reached", "-1"],
                      ["--reached-indirectly", "-7"], ["words"], ["--bogus"]):
        desk.error(2, "usage", "log", "add", *arguments)
    desk.error(1, "not-found", "log", "add", "--story", "5")
    desk.error(2, "usage", "log", "result", entry["id"])
    desk.error(2, "usage", "log", "result", entry["id"], "--views", "-3")
    desk.error(2, "usage", "log", "result", entry["id"], "--views", "3", "--clicks", "-3")
    desk.error(2, "usage", "log", "list", "--since", "spring")
    equal(desk.json("log", "list")["total"], 1)


def test_log_filters(desk):
    for day in range(1, 8):
        desk.json("log", "add", "--at", "2026-11-0%dT23:30:00+01:00" % day, "--channel", "x" if day % 2 else "mastodon",
                  "--kind", "post" if day < 4 else "comment", "--text", "Dag %d" % day)

    def days(*filters):
        entries = desk.json("log", "list", *filters)["entries"]
        return [int(entry["text"].split()[1]) for entry in entries]

    equal(days(), [7, 6, 5, 4, 3, 2, 1])
    equal(days("--since", "2026-11-03T00:00:00+01:00", "--until", "2026-11-05T00:00:00+01:00"), [4, 3])
    equal(days("--channel", "mastodon"), [6, 4, 2])
    equal(days("--kind", "post"), [3, 2, 1])
    equal(days("--kind", "post", "--channel", "x"), [3, 1])
    equal(days("--search", "dag", "--limit", "2", "--offset", "1"), [6, 5])
    equal(desk.json("log", "list", "--limit", "2")["total"], 7)
    equal(days("--channel", "nowhere"), [])


def test_until_is_the_whole_day(desk):
    desk.json("log", "add", "--at", "2026-11-05T23:59")
    desk.json("log", "add", "--at", "2026-11-06T00:00")
    equal(desk.json("log", "list", "--until", "2026-11-05")["total"], 1)
    equal(desk.json("log", "list", "--since", "2026-11-06")["total"], 1)
    equal(len(desk.json("log", "stats", "--by", "day", "--until", "2026-11-05")), 1)


def test_stats(desk):
    equal(desk.json("log", "stats"), [])
    rows = [
        # At this moment it is 2027 in Amsterdam, and still 2026 in New York.
        ("2027-01-01T00:30:00+01:00", "post", "x", 10), ("2026-12-31T18:30:00-05:00", "post", "x", 20),
        ("2026-12-28T12:00:00+01:00", "comment", "mastodon", 40), ("2026-12-27T12:00:00+01:00", "lecture", "in-person", None),
    ]
    for at, kind, channel, views in rows:
        entry = desk.json("log", "add", "--at", at, "--kind", kind, "--channel", channel, "--audience", channel.upper())
        if views is not None:
            # What was read last counts, whenever it was noted.
            desk.json("log", "result", entry["id"], "--views", views, "--at", "2027-02-01")
            desk.json("log", "result", entry["id"], "--views", 5, "--at", "2027-01-15")
            desk.json("log", "result", entry["id"], "--reactions", 5, "--at", "2027-03-01")

    def counts(by, *filters):
        groups = desk.json("log", "stats", "--by", by, *filters)
        for group in groups:
            require_keys(group, ["key", "entries", "online", "offline", "heard", "views_measured", "own_words_measured"],
                         ["views_median", "own_words_median"])
            equal(group["entries"], group["online"] + group["offline"])
            equal("views_median" in group, group["views_measured"] > 0)
        return [(group["key"], group["entries"], group.get("views_median")) for group in groups]

    equal(counts("year"), [("2026", 3, 30.0), ("2027", 1, 10.0)])
    equal(counts("month"), [("2026-12", 3, 30.0), ("2027-01", 1, 10.0)])
    equal(counts("day"), [("2026-12-27", 1, None), ("2026-12-28", 1, 40.0), ("2026-12-31", 1, 20.0),
                          ("2027-01-01", 1, 10.0)])
    # The 28th is a Monday; week 53 of 2026 goes on into the new year.
    equal(counts("week"), [("2026-W52", 1, None), ("2026-W53", 3, 20.0)])
    equal(counts("channel"), [("in-person", 1, None), ("mastodon", 1, 40.0), ("x", 2, 15.0)])
    equal(counts("kind"), [("comment", 1, 40.0), ("lecture", 1, None), ("post", 2, 15.0)])
    equal(counts("audience"), [("IN-PERSON", 1, None), ("MASTODON", 1, 40.0), ("X", 2, 15.0)])
    equal(counts("theme"), [("", 4, 20.0)])
    equal(counts("year", "--since", "2027-01-01T00:00:00+01:00"), [("2026", 1, 20.0), ("2027", 1, 10.0)])
    desk.error(2, "usage", "log", "stats", "--by", "mood")
    holds("2026-12" in desk.run("log", "stats"))
    # A person reads names, a script the words it can ask with.
    names = desk.run("log", "stats", "--by", "channel")
    holds(names.startswith("Channel ") and "Mastodon " in names and "in-person" not in names, names)
    names = desk.run("log", "stats", "--by", "kind")
    holds(names.startswith("Kind ") and "Guest lecture " in names, names)


def test_profile(desk):
    equal(desk.json("profile", "show"), {})
    desk.json("profile", "set", "name", "Sanne")
    desk.json("profile", "set", "headline", "Verpleegkundige", "--language", "nl")
    desk.json("profile", "set", "headline", "Nurse", "--language", "en")
    profile = desk.json("profile", "set", "themes", "Wijkzorg", "Leren")
    equal(profile, {"name": "Sanne", "headline": {"en": "Nurse", "nl": "Verpleegkundige"},
                    "themes": ["Wijkzorg", "Leren"]})
    equal(desk.json("profile", "show"), profile)
    equal(desk.json("profile", "set", "themes", "Leren")["themes"], ["Leren"])
    holds("themes" not in desk.json("profile", "set", "themes", ""))
    holds("Verpleegkundige" in desk.run("profile", "show"))
    versions = desk.json("profile", "history")
    equal(len(versions), 1)
    require_keys(versions[0], ["id", "saved_at", "profile"])
    equal(versions[0]["profile"], desk.json("profile", "show"))
    desk.error(2, "usage", "profile", "set", "shoe-size", "42")
    desk.error(2, "usage", "profile", "set", "name")
    desk.error(2, "usage", "profile", "set", "name", "Sanne", "Veenstra")


def test_photo(desk):
    picture = desk.folder / "me.png"
    picture.write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(64))
    photo = desk.json("profile", "set", "photo", picture)["photo"]
    equal(len(photo), 64)
    with open(picture, "rb") as file:
        equal(desk.json("profile", "set", "photo", "-", stdin=file)["photo"], photo)
    (desk.folder / "me.txt").write_text("A nurse")
    desk.error(3, "unknown-format", "profile", "set", "photo", desk.folder / "me.txt")
    desk.error(1, "not-found", "profile", "set", "photo", desk.folder / "missing.png")


def test_export(desk):
    text = "Een; \"twee\"\ndrie, =1+1"
    desk.json("log", "add", "--text", text, "--with", "Buren")
    desk.json("log", "add", "--kind", "post", "--channel", "x", "--text", "🦆")
    target = desk.folder / "log.json"
    equal(desk.json("export", "json", target), {"file": str(target), "records": 2})
    entries = json.loads(target.read_text())["entries"]
    equal([entry["text"] for entry in entries], ["🦆", text])
    for entry in entries:
        check_entry(entry)
    equal(json.loads(desk.run("export", "json", "-")), json.loads(target.read_text()))

    target = desk.folder / "log.csv"
    equal(desk.json("export", "csv", target), {"file": str(target), "records": 2})
    equal(desk.run("export", "csv", "-"), target.read_bytes().decode())
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode().lstrip("\ufeff"), newline="")))
    equal(len(rows), 2)
    equal(rows[0]["text"], "🦆")
    equal(rows[1]["with"], "Buren")
    holds("2" in desk.run("export", "csv", target))
    desk.error(2, "usage", "export", "parchment", target)
    desk.error(2, "usage", "export", "csv")


def test_backup_and_restore(desk):
    desk.json("log", "add", "--text", "Eerst")
    copy = desk.folder / "copy.db"
    answer = desk.json("backup", copy)
    equal(answer, {"ok": True, "problems": [], "file": str(copy)})
    equal(desk.json("verify", database=copy), {"ok": True, "problems": []})
    desk.json("log", "add", "--text", "Later")
    answer = desk.json("restore", copy)
    require_keys(answer, ["ok", "problems", "kept"])
    equal([entry["text"] for entry in desk.json("log", "list")["entries"]], ["Eerst"])
    equal(desk.json("log", "list", database=answer["kept"])["total"], 2)
    desk.sound()

    # On a new machine there is no folder yet, and nothing to keep.
    other = desk.folder / "new" / "folder" / "ambassador.db"
    equal(desk.json("restore", copy, database=other), {"ok": True, "problems": []})
    equal(desk.json("log", "list", database=other)["total"], 1)


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
