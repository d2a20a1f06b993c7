#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check what a schema can't say about the sample packs.

usage: check-sample-packs.py MAKE-PACK PACK.storypack ...

They are the first thing that a person sees and what writers of packs copy from, so they keep to
what the program asks of everybody: lengths, alternative texts, proofs, open questions. All packs
given hold the same stories, and making one again gives the same bytes.
"""
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

NAMESPACE = "{https://ambassadortoolkit.github.io/ns/storypack/1}"
KINDS = {"story", "fact", "quote", "message", "question", "role", "event", "vacancy"}
LIMITS = {"x": 280, "bluesky": 300, "mastodon": 500, "linkedin": 3000}
BODY_WORDS = range(80, 201)
SPOKEN_WORDS = range(60, 91)
STORIES = 15
IMAGE_BYTES = 20000
ADDRESS = re.compile(r"(https://www\.example\.org/|mailto:[a-z]+@example\.org$)")


def children(element, name):
    return element.findall(NAMESPACE + name)


def text(element, name):
    return element.findtext(NAMESPACE + name, default="")


def check_story(story, values, archive):
    if len(text(story, "body").split()) not in BODY_WORDS:
        yield f"the body has {len(text(story, 'body').split())} words"
    for field in ("title", "message", "why", "avoid", "disclosure", "contact"):
        if not text(story, field):
            yield f"no {field}"
    for field in ("theme", "value", "audience", "hashtag", "proof", "role", "prompt"):
        if not children(story, field):
            yield f"no {field}"
    for value in children(story, "value"):
        if value.text not in values:
            yield f"“{value.text}” is not a desired value"
    for prompt in children(story, "prompt"):
        if "?" not in prompt.text:
            yield f"a prompt asks nothing: {prompt.text}"
    for variant in children(story, "variant"):
        length = len(variant.text)
        if length > LIMITS.get(variant.get("channel"), 100000):
            yield f"the variant for {variant.get('channel')} has {length} characters"
    for talk in children(story, "talk"):
        if len(text(talk, "spoken").split()) not in SPOKEN_WORDS:
            yield f"the spoken version has {len(text(talk, 'spoken').split())} words"
        if not children(talk, "question"):
            yield "a talk card without a question"
    for media in children(story, "media"):
        if archive.getinfo(media.get("file")).file_size > IMAGE_BYTES:
            yield f"{media.get('file')} is too large"


def check_prose(element):
    for node in element.iter():
        words = node.text or ""
        if words.strip() and words != words.strip():
            yield f"white space around “{words.strip()[:40]}”"
        if re.search(r"['\"]|  |(?<!\n)\n(?!\n)| $|\.\.\.", words.strip(), re.MULTILINE):
            yield f"untypographic: “{words.strip()[:60]}”"
        for name in ("href", "address"):
            if node.get(name) and not ADDRESS.match(node.get(name)):
                yield f"{node.get(name)} is not an example address"


def check_pack(pack, archive):
    values = {text(value, "name") for value in children(pack, "desired-value")}
    stories = children(pack, "story")
    if len(stories) != STORIES:
        yield f"{len(stories)} stories instead of {STORIES}"
    if {story.get("kind") for story in stories} != KINDS:
        yield "not every kind of story is there"
    yield from check_prose(pack)
    for story in stories:
        for problem in check_story(story, values, archive):
            yield f"{story.get('id')}: {problem}"


def outline(pack):
    """What translations have in common: everything but the words."""
    return [
        (story.get("id"), story.get("version"), story.get("kind"), story.get("status"),
         story.get("from"), story.get("until"), story.get("cleared"),
         [(part.tag, part.get("date"), part.get("file")) for part in story
          if not part.tag.endswith(("variant", "hashtag"))])
        for story in children(pack, "story")
    ]


def make_again(make_pack, archive):
    """Unpacks an archive and makes it once more."""
    with tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder)
        target = pathlib.Path(folder) / "again.storypack"
        subprocess.run([make_pack, pathlib.Path(folder) / "pack.xml", target], check=True)
        return target.read_bytes()


def main():
    make_pack, *paths = sys.argv[1:]
    problems = []
    first = None
    for path in map(pathlib.Path, paths):
        content = path.read_bytes()
        archive = zipfile.ZipFile(io.BytesIO(content))
        pack = ElementTree.fromstring(archive.read("pack.xml"))
        found = list(check_pack(pack, archive))
        if make_again(make_pack, archive) != content:
            found.append("made again it is another file")
        first = first or outline(pack)
        found += [f"{theirs[0]}: its outline differs from that in the other languages"
                  for ours, theirs in zip(first, outline(pack)) if ours != theirs]
        problems += [f"{path.name}: {problem}" for problem in found]
    print("\n".join(problems) or "the sample packs are as they should be")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
