#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import, stories and packs on the command line."""
import json
import shutil
import subprocess
import sys

from clitest import DUTCH_PACK, ENGLISH_PACK, SOURCE, TIME, equal, holds, main, require_keys

IMPORT_KEYS = ["source", "kind", "added", "updated", "unchanged", "withdrawn", "skipped"]
STORY_ALWAYS = ["id", "uid", "version", "status", "kind", "language", "title", "message", "cleared", "favourite"]
STORY_SOMETIMES = [
    "body", "why", "avoid", "disclosure", "contact", "contact_address", "organisation", "my_role", "note", "dismissed",
    "themes", "values", "audiences", "hashtags", "proof", "roles", "prompts", "variants", "links", "media", "talk",
    "usable_from", "usable_until", "used_at", "source",
]
KINDS = {"story", "fact", "quote", "message", "question", "role", "event", "vacancy"}


def check_story(story):
    require_keys(story, STORY_ALWAYS, STORY_SOMETIMES)
    for key in ("id", "version"):
        holds(isinstance(story[key], int) and story[key] > 0, key, story[key])
    for key in ("uid", "title", "message", "language"):
        holds(isinstance(story[key], str) and story[key], key, story[key])
    holds(story["status"] in ("current", "withdrawn"))
    holds(story["kind"] in KINDS)
    for key in ("usable_from", "usable_until", "used_at"):
        holds(key not in story or TIME.match(story[key]), key)
    for key in ("themes", "values", "audiences", "hashtags", "prompts"):
        holds(all(isinstance(text, str) and text for text in story.get(key, [])), key)
    for key in ("proof", "roles", "variants", "links", "media"):
        holds(all(isinstance(part, dict) and part for part in story.get(key, [])), key)


def test_import(desk):
    result = desk.import_pack()
    require_keys(result, IMPORT_KEYS)
    equal(result["kind"], "storypack")
    equal(result["source"], str(DUTCH_PACK))
    equal([result[key] for key in ("added", "updated", "unchanged", "withdrawn", "skipped")], [15, 0, 0, 0, []])
    result = desk.import_pack()
    equal([result[key] for key in ("added", "updated", "unchanged", "withdrawn")], [0, 0, 15, 0])
    desk.sound()


def test_import_several(desk):
    results = desk.json("import", "--as", "storypack", DUTCH_PACK, ENGLISH_PACK)
    equal([result["added"] for result in results], [15, 15])
    equal(desk.json("stories", "list")["total"], 30)


def test_import_folder(desk):
    folder = desk.folder / "packs"
    folder.mkdir()
    shutil.copy(DUTCH_PACK, folder / "b.storypack.xml")
    shutil.copy(ENGLISH_PACK, folder / "a.xml")
    (folder / "other.xml").write_text("<rss version='2.0'/>")
    (folder / "read me.txt").write_text("No pack")
    shutil.copy(SOURCE / "data/storypack/storypack.rng", folder)
    results = desk.json("import", folder)
    equal([result["source"] for result in results], [str(folder / "a.xml"), str(folder / "b.storypack.xml")])
    empty = desk.folder / "empty"
    empty.mkdir()
    desk.error(3, "unknown-format", "import", empty)


def test_import_dry_run(desk):
    equal(desk.json("import", "--dry-run", DUTCH_PACK)[0]["added"], 15)
    equal(desk.json("stories", "list")["total"], 0)


def test_import_goes_on(desk):
    """What is wrong with one source does not keep the others out."""
    broken = desk.folder / "broken.storypack.xml"
    broken.write_text("<storypack")
    answer = desk.json("import", broken, DUTCH_PACK, status=3)
    require_keys(answer, ["error", "sources"])
    equal(answer["error"]["code"], "malformed")
    require_keys(answer["sources"][0], ["source", "error"])
    equal(answer["sources"][1]["added"], 15)
    equal(desk.json("stories", "list")["total"], 15)


def test_import_goes_on_without_a_source(desk):
    """Neither does what holds no pack, or can't be looked into."""
    empty = desk.folder / "empty"
    empty.mkdir()
    for source, status, code in ((empty, 3, "unknown-format"), ("https://example.org/a.storypack", 1, "failed")):
        answer = desk.json("import", "--dry-run", source, DUTCH_PACK, status=status)
        equal(answer["error"]["code"], code)
        equal([item["source"] for item in answer["sources"]], [str(source), str(DUTCH_PACK)])
        equal((answer["sources"][0]["error"]["code"], answer["sources"][1]["added"]), (code, 15))


def test_import_text(desk):
    output = desk.run("import", DUTCH_PACK)
    holds(str(DUTCH_PACK) in output and "15" in output, output)
    holds("\033" not in output, "colour in a pipe")


def test_list(desk):
    desk.import_pack()
    answer = desk.json("stories", "list")
    require_keys(answer, ["total", "stories"])
    equal(answer["total"], 15)
    for story in answer["stories"]:
        check_story(story)
    ids = [story["id"] for story in answer["stories"]]
    equal(ids, sorted(ids, reverse=True))
    used = set()
    for story in answer["stories"]:
        used.update(story)
    equal(set(STORY_ALWAYS + STORY_SOMETIMES) - used, {"my_role", "note", "dismissed", "used_at", "media"} - used)


def test_list_pages(desk):
    desk.import_pack()
    every = [story["id"] for story in desk.json("stories", "list")["stories"]]
    pages = []
    for offset in range(0, 20, 4):
        answer = desk.json("stories", "list", "--limit", 4, "--offset", offset)
        equal(answer["total"], 15)
        pages += [story["id"] for story in answer["stories"]]
    equal(pages, every)
    equal(desk.json("stories", "list", "--limit", 0), {"total": 15, "stories": []})
    desk.error(2, "usage", "stories", "list", "--limit", "-1")


def test_filters(desk):
    desk.import_pack()
    stories = desk.json("stories", "list")["stories"]
    theme = stories[0]["themes"][0]
    audience = stories[0]["audiences"][0]

    def ids(*filters):
        return {story["id"] for story in desk.json("stories", "list", *filters)["stories"]}

    def having(condition):
        return {story["id"] for story in stories if condition(story)}

    equal(ids("--theme", theme), having(lambda story: theme in story["themes"]))
    equal(ids("--theme", theme.upper()), ids("--theme", theme))
    other = next(label for story in stories for label in story["themes"] if label != theme)
    equal(ids("--theme", theme, "--theme", other),
          having(lambda story: theme in story["themes"] or other in story["themes"]))
    equal(ids("--audience", audience), having(lambda story: audience in story["audiences"]))
    equal(ids("--kind", "fact"), having(lambda story: story["kind"] == "fact"))
    equal(ids("--language", "nl"), having(lambda story: story["language"] == "nl"))
    equal(ids("--language", "fr"), set())
    holds(ids("--usable") <= having(lambda story: story["status"] == "current" and story["cleared"]))
    equal(ids("--unused"), ids())
    desk.error(2, "usage", "stories", "list", "--kind", "rumour")


def test_search(desk):
    desk.import_pack()
    answer = desk.json("stories", "search", "wond")
    require_keys(answer, ["total", "stories"])
    holds(answer["total"] >= 2)
    scores = []
    for story in answer["stories"]:
        require_keys(story, ["id", "uid", "title", "excerpt", "score"])
        scores.append(story["score"])
        holds(story["excerpt"] and "\n" not in story["excerpt"])
        holds(len(story["excerpt"]) <= 160)
    equal(scores, sorted(scores, reverse=True))
    equal(answer["stories"][0]["uid"], "not-for-the-wound")
    equal(desk.json("stories", "search", "wond muur")["total"], 1)
    equal(desk.json("stories", "search", "wond -muur")["total"], answer["total"] - 1)
    equal(desk.json("stories", "search", "eendentr*")["stories"][0]["uid"], "duck-stairs")
    equal(desk.json("stories", "search", "\"natte muur\"")["total"], 1)
    equal(desk.json("stories", "search", "wond", "--kind", "quote")["total"], 1)


def test_any_query_is_legal(desk):
    desk.import_pack()
    for query in ("", " ", "\"", "\"a", "*", "-", "--", "-*", "(", ")", "AND", "NOT OR", "a:b", "title:x", "^x", "a+b",
                  "{a}", "\\", "'", ";", "%", "-night", "-h*", "NEAR(a b)", "ä́", "🦆", "a" * 5000, "a\nb"):
        arguments = ["--", query] if query.startswith("--") else [query]
        require_keys(desk.json("stories", "search", *arguments), ["total", "stories"])


def test_show(desk):
    desk.import_pack()
    story = desk.find_story("duck-stairs")
    shown = desk.json("stories", "show", story["id"])
    check_story(shown)
    equal(shown, story)
    output = desk.run("stories", "show", story["id"])
    holds(story["title"] in output and story["message"] in output)
    desk.error(1, "not-found", "stories", "show", 12345)
    desk.error(2, "usage", "stories", "show", "duck")
    desk.error(2, "usage", "stories", "show", "0")
    desk.error(2, "usage", "stories", "show")
    desk.error(2, "usage", "stories", "show", story["id"], "5")


def test_add(desk):
    wanted = {
        "uid": "mine", "version": 3, "kind": "quote", "language": "nl", "title": "Mijn eigen verhaal",
        "message": "Het was stil op de gang.", "body": "Twee alinea’s.\n\nMeer niet.", "why": "Zomaar",
        "themes": ["Zorg", "Nacht"], "audiences": ["Buren"], "prompts": ["Wat zag jij?"],
        "proof": [{"text": "Rooster", "link": "https://example.org/", "date": "2026-11-01"}],
        "roles": [{"name": "Nachtzuster", "text": "Vertel"}],
        "talk": {"spoken": "Kort", "questions": [{"ask": "Waarom?", "answer": "Daarom"}]},
        "usable_until": "2030-01-01T00:00:00+01:00", "favourite": True, "note": "Van mij",
    }
    path = desk.folder / "story.json"
    path.write_text(json.dumps(wanted))
    story = desk.json("stories", "add", path)
    check_story(story)
    for key, value in wanted.items():
        if key != "usable_until":
            equal(story[key], value)
    holds("source" not in story)
    shown = desk.run("stories", "show", story["id"])
    holds("2029-12-31" in shown and "2030-01-01" not in shown, "a person is told the last day, not the first one after it")
    equal(desk.json("stories", "search", "stil gang")["stories"][0]["id"], story["id"])

    # What was printed can be read again; the same uid is the same story.
    again = desk.json("stories", "add", "-", text=json.dumps(story))
    equal(again["id"], story["id"])
    equal(desk.json("stories", "list")["total"], 1)
    story["title"] = "Een andere titel"
    equal(desk.json("stories", "add", "-", text=json.dumps(story))["title"], "Een andere titel")
    equal(desk.json("stories", "search", "eigen verhaal")["total"], 0)
    desk.sound()


def test_add_little(desk):
    story = desk.json("stories", "add", "-", text='{"title":"A","message":"B"}')
    check_story(story)
    equal((story["version"], story["status"], story["kind"], story["language"], story["cleared"]),
          (1, "current", "story", "en", True))
    other = desk.json("stories", "add", "-", text='{"title":"A","message":"B"}')
    holds(other["uid"] != story["uid"] and other["id"] != story["id"])


def test_add_pack(desk):
    equal(desk.json("stories", "add", DUTCH_PACK)[0]["added"], 15)
    result = desk.json("stories", "add", "-", text=ENGLISH_PACK.read_text())[0]
    equal((result["source"], result["added"]), ("-", 15))
    zipped = desk.folder / "zipped.storypack"
    subprocess.run([SOURCE / "tools/make-pack", DUTCH_PACK, zipped], check=True)
    with open(zipped, "rb") as file:
        result = desk.json("stories", "add", "-", stdin=file)[0]
    equal((result["source"], result["unchanged"]), ("-", 15))
    holds("“-”" in desk.error(3, "malformed", "stories", "add", "-", text="<storypack"))


def test_add_wrong(desk):
    for text, code in (
            ("{", "malformed"), ('{"title":"A","message":"B"', "malformed"), ("{}", "invalid"), ("[]", "invalid"),
            ('{"title":"A"}', "invalid"), ('{"title":"","message":"B"}', "invalid"),
            ('{"title":1,"message":"B"}', "invalid"), ('{"title":null,"message":"B"}', "invalid"),
            ('{"title":"A","message":"B","themes":"x"}', "invalid"),
            ('{"title":"A","message":"B","themes":[1]}', "invalid"),
            ('{"title":"A","message":"B","proof":["x"]}', "invalid"),
            ('{"title":"A","message":"B","talk":[]}', "invalid"),
            ('{"title":"A","message":"B","version":0}', "invalid"),
            ('{"title":"A","message":"B","version":99999999999}', "invalid"),
            ('{"title":"A","message":"B","kind":"rumour"}', "invalid"),
            ('{"title":"A","message":"B","usable_from":"soon"}', "invalid"),
            ('{"title":"A","message":"B","titel":"C"}', "invalid"),
            ('{"title":"A","message":"B","cleared":"yes"}', "invalid"),
            ('{"a":' * 100000, "too-large"), ("[" * 1000000, "too-large"),
            ("", "malformed"), ("Dear diary", "unknown-format")):
        desk.error(3, code, "stories", "add", "-", text=text)
    equal(desk.json("stories", "list")["total"], 0)
    (desk.folder / "latin.json").write_bytes(b'{"title":"\xe9","message":"B"}')
    desk.error(3, "malformed", "stories", "add", desk.folder / "latin.json")
    desk.error(1, "not-found", "stories", "add", desk.folder / "missing.json")


def test_remove(desk):
    desk.import_pack()
    story = desk.find_story("duck-stairs")
    equal(desk.json("stories", "remove", story["id"])["id"], story["id"])
    equal(desk.json("stories", "list")["total"], 14)
    desk.error(1, "not-found", "stories", "show", story["id"])
    desk.error(1, "not-found", "stories", "remove", story["id"])
    equal(desk.json("stories", "search", "eendentrap")["total"], 0)


def test_pack_check(desk):
    equal(desk.json("pack", "check", DUTCH_PACK), {"valid": True, "problems": []})
    broken = desk.folder / "broken.xml"
    lines = DUTCH_PACK.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if "<title" in line and number > 20)
    lines[at] = "<rumour/>"
    broken.write_text("\n".join(lines))
    answer = desk.json("pack", "check", broken, status=3)
    require_keys(answer, ["valid", "problems"])
    equal(answer["valid"], False)
    holds(any(problem.get("line") == at + 1 for problem in answer["problems"]), answer)
    for problem in answer["problems"]:
        require_keys(problem, ["message"], ["line"])
    holds("broken.xml" in desk.run("pack", "check", broken, status=3))
    broken.write_text("No XML")
    answer = desk.json("pack", "check", broken, status=3)
    holds(not answer["valid"] and len(answer["problems"]) >= 1, answer)
    desk.error(1, "not-found", "pack", "check", desk.folder / "missing.xml")


def test_pack_export(desk):
    desk.import_pack()
    target = desk.folder / "out.storypack.xml"
    answer = desk.json("pack", "export", target)
    equal(answer, {"valid": True, "problems": [], "file": str(target), "records": 15})
    equal(desk.json("pack", "check", target), {"valid": True, "problems": []})
    result = desk.json("import", target)[0]
    equal([result[key] for key in ("added", "updated", "unchanged", "withdrawn")], [0, 0, 15, 0])
    story = desk.find_story("duck-stairs")
    answer = desk.json("pack", "export", target, "--theme", story["themes"][0])
    equal(answer["records"], desk.json("stories", "list", "--theme", story["themes"][0])["total"])
    desk.error(1, "not-found", "pack", "export", target, "--theme", "Nothing")


def test_pack_export_mixture(desk):
    """Stories of two packs with the same uids, and one of one's own, become one valid pack."""
    desk.json("import", DUTCH_PACK, ENGLISH_PACK)
    desk.json("stories", "add", "-", text='{"title":"A","message":"B"}')
    for name in ("out.storypack.xml", "out.storypack"):
        target = desk.folder / name
        equal(desk.json("pack", "export", target)["records"], 31)
        equal(desk.json("pack", "check", target), {"valid": True, "problems": []})


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
