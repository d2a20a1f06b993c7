#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong on the command line: each thing gets one line, its exit status, and leaves the
database as it was."""
import fcntl
import hashlib
import json
import os
import pathlib
import pty
import re
import resource
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import time
import zipfile

from clitest import DUTCH_PACK, ENGLISH_PACK, PROGRAM, SOURCE, Skip, equal, holds, main, require_keys

# Commands that read, and commands that write.
READING = (["stories", "list"], ["log", "list"], ["drafts", "list"], ["profile", "show"], ["log", "stats"],
           ["stories", "search", "zorg"], ["export", "json", "-"])
WRITING = (["import", DUTCH_PACK], ["log", "add", "--text", "x"], ["drafts", "new", "--text", "x"],
           ["profile", "set", "name", "x"])
USER_VERSION_AT = 60
F_OFD_SETLK = 37
LARGE = 20000


def make_large_pack(desk, stories=LARGE):
    path = desk.folder / "large.storypack.xml"
    with open(path, "wb") as file:
        subprocess.run([sys.executable, str(SOURCE / "tools/make-large-pack"), str(stories)], stdout=file, check=True)
    return path


def refuse(desk, code):
    """Neither reading nor writing gets anywhere, and the file stays as it was, byte by byte."""
    before = desk.hash()
    files = set(desk.files())
    for command in READING + WRITING:
        if command[:2] == ["export", "json"]:
            equal(desk.run(*command, status=4), "")
        else:
            desk.error(4, code, *command)
        equal(desk.hash(), before)
    holds(set(desk.files()) <= files | {"ambassador.db.lock"}, desk.files())


def test_not_a_database(desk):
    desk.database.write_text("Dear diary, today I held a hand.\n" * 100)
    refuse(desk, "not-ours")
    desk.error(4, "not-ours", "verify")


def test_database_of_another_program(desk):
    other = sqlite3.connect(desk.database)
    other.execute("CREATE TABLE story (id INTEGER PRIMARY KEY, title TEXT)")
    other.execute("INSERT INTO story (title) VALUES ('x')")
    other.commit()
    other.close()
    refuse(desk, "not-ours")
    desk.error(4, "not-ours", "verify")


def test_empty_file(desk):
    desk.database.write_bytes(b"")
    refuse(desk, "damaged")


def test_folder(desk):
    desk.database.mkdir()
    desk.error(4, "not-ours", "log", "list")
    desk.error(4, "not-ours", "log", "add")


def test_newer_version(desk):
    desk.import_pack()
    with open(desk.database, "r+b") as file:
        file.seek(USER_VERSION_AT)
        file.write(struct.pack(">I", 99))
    refuse(desk, "too-new")
    holds("99" in desk.error(4, "too-new", "verify"))


def test_damaged(desk):
    """The pages of the tables are gone; what is asked of them gets an answer of one line."""
    desk.import_pack()
    page = 4096
    with open(desk.database, "r+b") as file:
        for number in range(1, os.path.getsize(desk.database) // page):
            file.seek(number * page)
            file.write(b"\xff" * page)
    before = desk.hash()
    for command in (["stories", "list"], ["log", "list"], ["stories", "search", "zorg"], ["import", ENGLISH_PACK]):
        desk.error(4, "damaged", *command)
        equal(desk.hash(), before)
    answer = desk.json("verify", status=4)
    require_keys(answer, ["ok", "problems"])
    equal(answer["ok"], False)
    holds(answer["problems"] and all(isinstance(problem, str) for problem in answer["problems"]))
    holds(desk.run("verify", "--deep", status=4))
    equal(desk.hash(), before)


def test_damaged_here_and_there(desk):
    """Whatever is broken, the program tells of it: it neither crashes nor hangs."""
    desk.import_pack()
    desk.json("log", "add", "--text", "Over de natte muur verteld")
    whole = desk.database.read_bytes()
    for place in range(0, len(whole), 4096 * 7):
        for offset in (100, 1000):
            desk.database.write_bytes(whole[:place + offset] + b"\xa5" * 64 + whole[place + offset + 64:])
            for command in (["verify", "--deep"], ["stories", "list"], ["stories", "search", "muur"], ["log", "list"]):
                done = subprocess.run(desk.command(*command), capture_output=True, check=False, timeout=60)
                holds(done.returncode in (0, 1, 4), command, place, offset, done.returncode, done.stderr)
            for name in ("-wal", "-shm"):
                path = desk.folder / ("ambassador.db" + name)
                if path.exists():
                    path.unlink()


def test_truncated(desk):
    desk.import_pack()
    whole = desk.database.read_bytes()
    for size in (1, 50, 99, 100, 4095, 4096, len(whole) // 2):
        desk.database.write_bytes(whole[:size])
        for command in (["stories", "list"], ["log", "add"], ["verify"]):
            done = subprocess.run(desk.command(*command), capture_output=True, check=False, timeout=60)
            holds(done.returncode in (1, 4) or (command == ["log", "add"] and done.returncode == 0), command, size,
                  done.returncode)
            holds(done.returncode == 0 or done.stdout or done.stderr.count(b"\n") == 1, done.stderr)


def test_broken_packs(desk):
    desk.import_pack()
    whole = DUTCH_PACK.read_text()
    deep = "<a>" * 200 + "</a>" * 200
    laughs = "<!DOCTYPE s [<!ENTITY a 'ha'>" + "".join(
        "<!ENTITY %s '%s'>" % (chr(98 + n), "&%s;" % chr(97 + n) * 10) for n in range(9)) + "]>"
    outside = "<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    head = whole.index("?>") + 2
    cases = {
        "empty.xml": "",
        "text.xml": "Dear diary",
        "other.xml": "<rss version='2.0'><channel/></rss>",
        "cut.xml": whole[:len(whole) // 2],
        "end.xml": whole[:-20],
        "trailing.xml": whole + "<more/>",
        "deep.xml": whole.replace("</storypack>", deep + "</storypack>"),
        "laughs.xml": whole[:head] + laughs + whole[head:].replace("<title>", "<title>&j;", 1),
        "outside.xml": whole[:head] + outside + whole[head:].replace("<title>", "<title>&a;", 1),
        "element.xml": whole.replace("</storypack>", "<rumour/></storypack>"),
        "version.xml": whole.replace("storypack/1", "storypack/9"),
        "attribute.xml": whole.replace("<storypack ", "<storypack x=\"%s\" " % ("a" * 20000000), 1),
        "encoding.xml": whole.replace('encoding="UTF-8"', 'encoding="UTF-16"', 1),
        "nul.xml": whole.replace("<title>", "<title>\0", 1),
    }
    for name, text in cases.items():
        path = desk.folder / name
        path.write_bytes(text.encode())
        answer = desk.json("import", path, status=3)
        require_keys(answer, ["error", "sources"])
        holds(name in answer["error"]["message"], name, answer["error"]["message"])
        holds("root:" not in answer["error"]["message"])
        equal(desk.json("stories", "list")["total"], 15)
        equal(desk.json("pack", "check", path, status=3)["valid"], False)
    (desk.folder / "bytes.xml").write_bytes(whole.encode().replace(b"<title>", b"<title>\xff\xfe", 1))
    desk.json("import", desk.folder / "bytes.xml", status=3)
    desk.sound()


def test_broken_zips(desk):
    whole = DUTCH_PACK.read_bytes()

    def make(name, *files):
        path = desk.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file, content in files:
                archive.writestr(file, content)
        return path

    good = make("good.storypack", ("pack.xml", whole))
    picture = re.search(r"media/[A-Za-z0-9._-]+", whole.decode()).group()
    link = zipfile.ZipInfo("media/link.png")
    link.external_attr = 0o120777 << 16
    cut = desk.folder / "cut.storypack"
    cut.write_bytes(good.read_bytes()[:-200])
    paths = [
        make("slip.storypack", ("pack.xml", whole), ("../../slipped.png", b"x")),
        make("absolute.storypack", ("pack.xml", whole), ("/tmp/slipped.png", b"x")),
        make("link.storypack", ("pack.xml", whole), (link, b"/etc/passwd")),
        make("bomb.storypack", ("pack.xml", whole.replace(b"</storypack>", b" " * 300000000 + b"</storypack>"))),
        make("picture.storypack", ("pack.xml", whole), (picture, bytes(300000000))),
        make("none.storypack", ("read-me.txt", b"x")),
        cut,
    ]
    for path in paths:
        answer = desk.json("import", path, status=3)
        holds(path.name in answer["error"]["message"], answer)
        equal(desk.json("stories", "list")["total"], 0)
    holds(not (desk.folder.parent / "slipped.png").exists())
    equal(desk.json("import", good)[0]["added"], 15)
    desk.sound()


def test_wrong_at_the_end(desk):
    """A mistake in the last story of a large pack leaves nothing of the others."""
    path = make_large_pack(desk, 2000)
    text = path.read_text()
    at = text.rindex("<title")
    path.write_text(text[:at] + "<rumour/>" + text[at:])
    answer = desk.json("import", path, status=3)
    equal(answer["error"]["code"], "invalid")
    equal(desk.json("stories", "list")["total"], 0)
    desk.sound()


def test_missing_file(desk):
    answer = desk.json("import", desk.folder / "missing.xml", status=1)
    equal(answer["error"]["code"], "not-found")
    desk.error(1, "not-found", "restore", desk.folder / "missing.db")
    desk.error(1, "failed", "import", "https://example.org/pack.storypack.xml")
    for command in (["check"], ["stories", "add"], ["profile", "set", "photo"]):
        message = desk.error(1, "failed", *command, "https://example.org/a")
        holds("https://example.org/a" in message, message)
    desk.error(1, "failed", "verify", database=desk.folder / "missing.db")
    holds("missing.db" not in desk.files())


def test_backup_of_nothing(desk):
    """A database that is looked for in the wrong place must not replace a good copy by an empty one."""
    desk.json("log", "add", "--text", "x")
    copy = desk.folder / "copy.db"
    desk.json("backup", copy)
    before = desk.hash(copy)
    missing = desk.folder / "missing.db"
    holds("missing.db" in desk.error(1, "not-found", "backup", copy, database=missing))
    equal(desk.hash(copy), before)
    holds(not missing.exists())


def test_wrong_usage(desk):
    for arguments in ([], ["dance"], ["stories"], ["stories", "dance"], ["log"], ["import"], ["import", "--as", "feed", "x"],
                      ["stories", "list", "--bogus"], ["stories", "list", "extra"], ["--bogus"], ["stories", "list", "--limit"],
                      ["stories", "list", "--limit", "many"], ["verify", "--deeply"], ["backup"], ["restore"], ["share"]):
        desk.error(2, "usage", *arguments)
    done = subprocess.run([os.fsencode(word) for word in desk.command("log", "add", "--text")] + [b"caf\xe9"],
                          capture_output=True, check=False)
    equal(done.returncode, 2)
    holds("ambassador.db" not in desk.files())


def test_help_and_version(desk):
    holds("stories search" in desk.run("--help"))
    holds("QUERY" in desk.run("stories", "search", "--help"))
    holds("--theme" in desk.run("stories", "search", "-h"))
    holds("stories show" in desk.run("stories", "--help"))
    holds(desk.run("--version").startswith("ambassador-cli "))
    require_keys(desk.json("--version"), ["version"])
    holds("ambassador.db" not in desk.files())


def test_every_command_has_help(desk):
    commands = [line.split("  ")[1] for line in desk.run("--help").split("Commands:\n")[1].splitlines() if line.startswith("  ")]
    holds(len(commands) >= 29, commands)
    for command in commands:
        holds("ambassador-cli %s [OPTION" % command in desk.run(*command.split(), "--help"), command)


def test_json_anywhere(desk):
    json.loads(subprocess.run([PROGRAM, "stories", "list", "--json", "--database", str(desk.database)],
                              capture_output=True, check=True).stdout)


def test_json_as_a_word(desk):
    """What only looks like the option is none."""
    holds(not desk.run("log", "add", "--text", "--json").startswith("{"))
    equal(desk.json("log", "list")["entries"][0]["text"], "--json")
    holds(not desk.run("stories", "search", "--", "--json").startswith("{"))


def test_linked_database(desk):
    """A database may be kept elsewhere, with a link in its place."""
    desk.json("log", "add", "--text", "x")
    link = desk.folder / "link.db"
    link.symlink_to(desk.database)
    for command in READING + WRITING + (["verify"], ["backup", desk.folder / "copy.db"]):
        desk.run("--json", *command, database=link)
    equal(desk.json("log", "list")["total"], 2)
    holds(link.is_symlink() and "link.db-wal" not in desk.files() and "link.db.lock" not in desk.files(), desk.files())


def test_default_database(desk):
    environment = dict(os.environ, XDG_DATA_HOME=str(desk.folder / "data"), GSETTINGS_BACKEND="memory")
    subprocess.run([PROGRAM, "--json", "log", "add"], env=environment, capture_output=True, check=True)
    path = desk.folder / "data/ambassador/ambassador.db"
    equal(path.stat().st_mode & 0o777, 0o600)
    equal(path.parent.stat().st_mode & 0o777, 0o700)


def test_unwritable_output(desk):
    desk.json("log", "add", "--text", "x")
    target = desk.folder / "missing" / "log.csv"
    for command in (["export", "csv", target], ["export", "json", target], ["backup", target],
                    ["export", "csv", "/dev/full"], ["export", "csv", desk.folder]):
        done = subprocess.run(desk.command("--json", *command), capture_output=True, check=False)
        equal(done.returncode, 1)
        require_keys(json.loads(done.stdout), ["error"])
    desk.import_pack()
    desk.json("pack", "export", target, status=1)
    equal(sorted(set(desk.files()) - {"ambassador.db-wal", "ambassador.db-shm"}), ["ambassador.db", "ambassador.db.lock"])


def test_output_keeps_what_was_there(desk):
    """A file that is there is replaced by a whole one, or not at all."""
    desk.json("log", "add", "--text", "x")
    target = desk.folder / "log.csv"
    target.write_text("what was there")
    desk.error(2, "usage", "export", "parchment", target)
    equal(target.read_text(), "what was there")


def test_full_output(desk):
    desk.import_pack()
    for command in (["stories", "list"], ["--json", "stories", "list"], ["export", "csv", "-"], ["export", "json", "-"],
                    ["--help"]):
        with open("/dev/full", "wb") as full:
            desk.run(*command, status=1, stdout=full)


def test_output_over_the_database(desk):
    desk.json("log", "add", "--text", "x")
    desk.import_pack()
    before = desk.json("log", "list")
    os.link(desk.database, desk.folder / "link.db")
    os.symlink(desk.database, desk.folder / "symlink.db")
    for name in ("ambassador.db", "ambassador.db-wal", "ambassador.db.lock", "link.db", "symlink.db"):
        target = desk.folder / name
        for command in (["backup", target], ["export", "csv", target], ["export", "json", target], ["pack", "export", target]):
            if target.exists():
                desk.error(1, "failed", *command)
    equal(desk.json("log", "list"), before)
    desk.sound()


def limit_file_size():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1500000, 1500000))


def test_full_disk(desk):
    """A disk that has no more room for the database: what was there stays, nothing of the rest is."""
    desk.json("log", "add", "--text", "x")
    path = make_large_pack(desk, 3000)
    done = subprocess.run(desk.command("--json", "import", path), capture_output=True, check=False, preexec_fn=limit_file_size,
                          restore_signals=False)
    equal(done.returncode, 1)
    require_keys(json.loads(done.stdout), ["error", "sources"])
    equal(done.stderr.count(b"\n"), 1)
    equal(desk.json("stories", "list")["total"], 0)
    equal(desk.json("log", "list")["total"], 1)
    desk.sound()
    equal(desk.json("import", DUTCH_PACK)[0]["added"], 15)


def wait_for_thread(process, name):
    """Until the program has come so far."""
    folder = "/proc/%d/task" % process.pid
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if any(pathlib.Path(folder, task, "comm").read_text().strip() == name for task in os.listdir(folder)):
            return
        time.sleep(0.002)
    raise AssertionError("no thread of the name " + name)


def wait_for_journal(desk, process, size):
    """Until the import has written much that is not committed."""
    journal = desk.folder / "ambassador.db-wal"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Skip("the import was too quick to be interrupted")
        if journal.exists() and journal.stat().st_size > size:
            return
        time.sleep(0.002)
    raise AssertionError("the import did not write")


def read_terminal(terminal):
    """All that is shown, until nobody is left who would show more."""
    shown = b""
    try:
        while True:
            shown += os.read(terminal, 4096)
    except OSError:
        os.close(terminal)
        return shown


def test_progress(desk):
    """On a terminal one sees how far an import is; at its end the line is empty again."""
    terminal, ours = pty.openpty()
    process = subprocess.Popen(desk.command("--json", "import", make_large_pack(desk, 3000)), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=ours)
    os.close(ours)
    shown = read_terminal(terminal).decode()
    output, _ = process.communicate(timeout=60)
    equal((process.returncode, json.loads(output)[0]["added"]), (0, 3000))
    steps = [int(step) for step in re.findall(r"\r *(\d+) %", shown)]
    holds(len(steps) >= 2 and steps == sorted(steps) and steps[-1] == 100, shown)
    holds(shown.endswith("\r\033[K"), repr(shown))


def test_interrupt(desk):
    """Ctrl+C in the middle of a large import leaves no trace of it."""
    desk.import_pack()
    path = make_large_pack(desk)
    before, files = desk.hash(), desk.files()
    for number in (signal.SIGINT, signal.SIGTERM):
        process = desk.start("--json", "import", path)
        wait_for_journal(desk, process, 1000000)
        process.send_signal(number)
        output, errors = process.communicate(timeout=60)
        equal(process.returncode, 130)
        equal(json.loads(output)["error"]["code"], "interrupted")
        equal(errors.count(b"\n"), 1)
        equal((desk.hash(), desk.files()), (before, files))
        equal(desk.json("stories", "list")["total"], 15)
        desk.sound()


def test_interrupt_that_is_ignored(desk):
    """Under nohup, and in the background of a script, a signal that is ignored stays so."""
    path = make_large_pack(desk, 3000)
    for number in (signal.SIGHUP, signal.SIGINT):
        process = desk.start("--json", "import", "--dry-run", path, preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
        wait_for_thread(process, "amb-write")
        process.send_signal(number)
        output, errors = process.communicate(timeout=60)
        equal((process.returncode, errors), (0, b""))
        equal(json.loads(output)[0]["added"], 3000)


def test_interrupt_several(desk):
    """What was committed before stays."""
    path = make_large_pack(desk)
    process = desk.start("--json", "import", DUTCH_PACK, path)
    wait_for_journal(desk, process, 3000000)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    equal(process.returncode, 130)
    sources = json.loads(output)["sources"]
    equal(sources[0]["added"], 15)
    equal(sources[1]["error"]["code"], "interrupted")
    equal(desk.json("stories", "list")["total"], 15)


def test_interrupt_while_waiting(desk):
    """Nothing comes in: Ctrl+C ends the waiting."""
    process = subprocess.Popen(desk.command("check", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    wait_for_thread(process, "amb-signals")
    process.send_signal(signal.SIGINT)
    # communicate() would close the input: the text would end there, and whichever came first would win.
    process.wait(timeout=60)
    output, errors = process.communicate()
    equal((process.returncode, output, errors.count(b"\n")), (130, b"", 1))


def test_killed(desk):
    """Nobody can say goodbye when they are killed."""
    desk.import_pack()
    path = make_large_pack(desk)
    process = desk.start("import", path)
    wait_for_journal(desk, process, 1000000)
    process.kill()
    process.communicate()
    equal(desk.json("stories", "list")["total"], 15)
    desk.sound()
    desk.json("log", "add", "--text", "Verder")
    equal(desk.json("import", DUTCH_PACK)[0]["unchanged"], 15)


class Lock:
    """What another program that writes holds."""

    def __init__(self, desk):
        self.descriptor = os.open(str(desk.database) + ".lock", os.O_RDWR | os.O_CREAT, 0o600)

    def __enter__(self):
        fcntl.fcntl(self.descriptor, F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 1, 0))
        return self

    def __exit__(self, *_):
        os.close(self.descriptor)


def test_locked(desk):
    """Another program is writing: who reads goes on at once, who writes says so and can try again."""
    desk.import_pack()
    with Lock(desk):
        begin = time.monotonic()
        for command in READING:
            desk.run("--json", *command)
        holds(time.monotonic() - begin < 4.0, "reading waited for the lock")
        equal(desk.json("log", "add", "--text", "x", status=1)["error"]["code"], "busy")
    equal(desk.json("log", "list")["total"], 0)
    desk.json("log", "add", "--text", "x")


def test_two_writers(desk):
    desk.json("log", "add", "--text", "first")
    processes = [desk.start("--json", "log", "add", "--text", "Entry %d" % number) for number in range(12)]
    processes += [desk.start("--json", "import", pack) for pack in (DUTCH_PACK, ENGLISH_PACK)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        equal((process.returncode, errors), (0, b""))
    equal(desk.json("log", "list")["total"], 13)
    equal(desk.json("stories", "list")["total"], 30)
    desk.sound()


def test_new_database_by_two(desk):
    processes = [desk.start("--json", "log", "add") for _ in range(6)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        equal((process.returncode, errors), (0, b""))
    equal(desk.json("log", "list")["total"], 6)
    equal([name for name in desk.files() if ".new" in name], [])


class Window:
    """Another program that has the database open. It has to be another: whoever closes a file drops all the locks that
    their own process has on it."""

    CODE = """import sqlite3, sys
connection = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True, isolation_level=None)
for line in sys.stdin:
    print((connection.execute(line).fetchone() or [""])[0], flush=True)
"""

    def __init__(self, desk):
        self.process = subprocess.Popen([sys.executable, "-c", self.CODE, str(desk.database)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def execute(self, sql):
        self.process.stdin.write(sql + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def test_while_open(desk):
    """A window has the database open, and a page of it half read."""
    count = "SELECT count (*) FROM story"
    desk.import_pack()
    window = Window(desk)
    window.execute("BEGIN")
    equal(window.execute(count), "15")
    equal(desk.json("import", ENGLISH_PACK)[0]["added"], 15)
    desk.json("log", "add", "--text", "x")
    equal(desk.json("stories", "list")["total"], 30)
    equal(window.execute(count), "15")
    window.execute("COMMIT")
    equal(window.execute(count), "30")

    copy = desk.folder / "copy.db"
    desk.json("backup", copy)
    desk.error(1, "busy", "restore", copy)
    equal([name for name in desk.files() if "replaced" in name or "restore" in name], [])
    window.close()
    desk.json("restore", copy)


def test_restore_of_what_is_no_copy(desk):
    desk.json("log", "add", "--text", "x")
    copy = desk.folder / "copy.db"
    desk.json("backup", copy)
    whole = copy.read_bytes()
    before = desk.hash()
    newer = whole[:USER_VERSION_AT] + struct.pack(">I", 99) + whole[USER_VERSION_AT + 4:]
    cases = {"diary.db": (b"Dear diary", "unknown-format"), "newer.db": (newer, "unsupported"),
             "cut.db": (whole[:len(whole) // 2], "malformed"), "empty.db": (b"", "unknown-format"),
             "noise.db": (whole[:8192] + b"\xff" * (len(whole) - 8192), "malformed")}
    for name, (content, code) in cases.items():
        path = desk.folder / name
        path.write_bytes(content)
        message = desk.error(3, code, "restore", path)
        holds(name in message and ".restore" not in message, message)
        equal(desk.hash(), before)
        equal(desk.hash(path), hashlib.sha256(content).hexdigest())
    desk.error(1, "failed", "restore", desk.database)
    equal([name for name in desk.files() if "replaced" in name or "restore" in name], [])
    equal(desk.json("log", "list")["total"], 1)


def test_nothing_tells_a_terminal_what_to_do(desk):
    story = {"title": "\u001b[2J\u009b31mRed\u0007", "message": "A\u001b]0;owned\u0007B", "themes": ["\u001b[1mBold"]}
    stored = desk.json("stories", "add", "-", text=json.dumps(story))
    for command in (["stories", "list"], ["stories", "show", stored["id"]], ["stories", "search", "red"]):
        output = desk.run(*command)
        holds(not any(ord(character) < 32 and character != "\n" or 127 <= ord(character) < 160 for character in output),
              repr(output))
    done = subprocess.run(desk.command("\u001b[2J"), capture_output=True, check=False)
    equal((done.returncode, done.stderr.count(b"\033")), (2, 0))


def test_no_locale(desk):
    """In the C locale, as a server has it, nothing of a text is lost."""
    for locale in ("C", "POSIX"):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": locale, "HOME": str(desk.folder)}
        equal(desk.json("log", "add", "--text", "Één 🦆 naïef", env=environment)["text"], "Één 🦆 naïef")
        holds("Één 🦆 naïef" in desk.run("log", "list", env=environment))
        headline = desk.json("profile", "set", "headline", "Nurse", env=environment)["headline"]
        equal(headline, {"en": "Nurse"})


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
