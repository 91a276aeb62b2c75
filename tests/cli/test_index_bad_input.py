"""hemero-index add and what may go wrong with its input, its archive and its disk: never a crash, never a loss."""
import contextlib
import fcntl
import json
import os
import resource
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

from support import (
    BAD_DATA,
    CANNOT_CREATE,
    DONE,
    IO,
    LOCKED,
    NO_ARCHIVE,
    OTHER_VERSION,
    PARTLY,
    PERMISSION,
    ArchiveTest,
    Run,
    environment,
    heed_ctrl_c,
    program,
)

GIGABYTE = 1_000_000_000


def articles(count, first=0, words=4):
    return [{"id": f"k{i}", "title": f"Titre {i}", "text": " ".join(f"mot{i * j * 7919 % 3001}" for j in range(words))}
            for i in range(first, first + count)]  # fmt: skip

# Bytes. The thread sanitizer keeps four beside each of the program's; the address sanitizer holds back what was freed.
SANITIZER = os.environ.get("HEMERO_SANITIZE", "")
MOST_MEMORY = 300_000_000 * (5 if "thread" in SANITIZER else 2 if "address" in SANITIZER else 1)


class BadInputTest(ArchiveTest):
    def count(self):
        """The articles stored."""
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        with contextlib.closing(connection):
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            return connection.execute("SELECT count(*) FROM article").fetchone()[0]

    def found(self, word):
        """How many articles a search for the word finds."""
        return int(self.query("search", "--count", word).stdout)

    @staticmethod
    def query_is_built():
        return program("hemero-query").exists()

    def start(self, *args, **how):
        command = [str(program("hemero-index")), "add", "-a", str(self.archive), *map(str, args)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, env=environment(), **{**pipes, **how})

    def run_as(self, *args, **how):
        """hemero-index add as another user or under limits."""
        with self.start(*args, **how) as process:
            out, err = process.communicate(b"")
        return Run(process.returncode, out.decode(), err.decode("utf-8", "surrogateescape"))


class Files(BadInputTest):
    def test_what_is_not_utf8_is_decoded(self):
        page = "Un été à Boréon\n\nL’œuvre coûte 3 €, a dit le maire à la presse réunie dans le hall.\n"
        self.add(self.write("a.txt", page.encode("cp1252")))
        line = json.dumps({"id": "k", "title": "Légende d’œuvre"}, ensure_ascii=False)
        self.add(self.write("a.jsonl", line.encode("cp1252")))
        connection = sqlite3.connect(f"{self.archive}/archive.sqlite")
        with contextlib.closing(connection):
            titles = connection.execute("SELECT title FROM articles ORDER BY id").fetchall()
        self.assertEqual(titles, [("Un été à Boréon",), ("Légende d’œuvre",)])

    def test_files_without_an_article(self):
        cases = [
            ("empty.txt", b"", "empty"),
            ("blank.txt", b" \n\n\t", "empty"),
            ("empty.jsonl", b"", "empty"),
            ("program.txt", b"\x7fELF" + bytes(range(256)) * 20, "binary"),
            ("page.jsonl", b"<html>\n", "broken_json"),
            ("cut.jsonl.gz", None, "damaged"),
            ("empty.rss", b"<rss/>", "empty"),
            ("picture.xml", b"<svg/>", "unknown_format"),
        ]
        for name, content, reason in cases:
            with self.subTest(name):
                path = self.write(name, "x" * 100)
                path.write_bytes(path.read_bytes()[:15] if content is None else content)
                done = self.index("add", path, status=PARTLY if reason == "damaged" else BAD_DATA)
                self.assertIn(f"1 skipped ({reason} 1)", done.stderr)
                self.assertIn(str(path), done.stderr)

    def test_damage_in_the_middle_keeps_what_came_before(self):
        path = self.write("a.jsonl.gz", [{**row, "text": os.urandom(300).hex()} for row in articles(3000)])
        path.write_bytes(path.read_bytes()[:-100_000])
        done = self.index("add", path, status=PARTLY)
        self.assertIn("skipped (damaged 1)", done.stderr)
        self.assertGreater(self.count(), 1000)

    def test_the_rest_is_stored_when_some_paths_cannot_be_read(self):
        good = self.write("good.jsonl", articles(3))
        done = self.index("add", self.folder / "none.txt", good, self.folder / "deep" / "none", status=PARTLY)
        self.assertIn("3 added", done.stderr)
        self.assertIn("unreadable 2", done.stderr)
        self.assertIn("it does not exist", done.stderr)

    def test_a_path_that_is_not_there_makes_no_archive(self):
        self.index("add", self.folder / "none.txt", status=PARTLY)
        self.assertFalse(self.archive.exists())

    def test_a_folder_that_links_to_itself_ends(self):
        self.write("in/a.txt", "Un titre\n")
        (self.folder / "in" / "again").symlink_to(self.folder / "in")
        done = self.add(self.folder / "in")
        self.assertIn("1 added", done.stderr)
        self.assertIn("folder_loop 1", done.stderr)

    def test_an_unreadable_file_is_skipped(self):
        self.folder.chmod(0o777)
        self.write("in/good.txt", "Un titre\n")
        self.write("in/secret.txt", "Secret\n").chmod(0)
        how = {"user": 65534} if os.geteuid() == 0 else {}
        try:
            done = self.run_as(self.folder / "in", **how)
        except PermissionError:
            self.skipTest("nobody may run the program where it is")
        self.assert_status(PARTLY, done)
        self.assertIn("permission denied", done.stderr)
        self.assertIn("1 added", done.stderr)


class Huge(BadInputTest):
    """Slow tests: a gigabyte goes through the program in each."""

    def add_measured(self, *args, feed=None):
        """The run, and the most memory it had, in bytes."""
        with tempfile.TemporaryFile() as errors, self.start(*args, stderr=errors, stdout=subprocess.DEVNULL) as process:
            with contextlib.suppress(BrokenPipeError):
                for block in feed or ():
                    process.stdin.write(block)
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            return Run(process.returncode, "", errors.read().decode()), usage.ru_maxrss * 1024

    def test_hostile_xml_is_told_and_what_came_before_is_kept(self):
        feed = "<rss><channel><item><guid>k</guid><title>Un</title></item>"
        bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 20))
        cases = [
            ("bomb.rss", f"<!DOCTYPE rss [<!ENTITY e0 'ha'>{bomb}]><rss><item><title>&e19;</title></item></rss>", 0),
            ("file.rss", "<!DOCTYPE rss [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + feed + "&e;</channel></rss>", 0),
            ("deep.rss", feed + "<item>" + "<a>" * 100_000, 1),
            ("cut.rss", feed + "<item><title>De", 1),
            ("tag.rss", feed + "<item " + "a" * 5_000_000, 1),
        ]
        for name, content, kept in cases:
            with self.subTest(name):
                done = self.index("add", "--dry-run", self.write(name, content), status=PARTLY)
                self.assertIn(f"{kept} added", done.stderr)
                self.assertIn("broken_xml 1", done.stderr)
                self.assertIn(f"{name}:1: ", done.stderr)

    def test_an_item_of_a_gigabyte_on_the_standard_input(self):
        def blocks():
            yield b"<rss><channel><item><title>Un</title></item><item><title>"
            for _ in range(GIGABYTE // 1_000_000):
                yield b"x " * 500_000
            yield b"</title></item><item><title>Deux</title></item></channel></rss>"

        done, memory = self.add_measured("-", feed=blocks())
        self.assert_status(DONE, done)
        self.assertIn("2 added", done.stderr)
        self.assertIn("too_long 1", done.stderr)
        self.assertLess(memory, MOST_MEMORY)

    def test_a_line_of_a_gigabyte_on_the_standard_input(self):
        def lines():
            yield b'{"id": "k1", "title": "Un"}\n{"title": "'
            for _ in range(GIGABYTE // 1_000_000):
                yield b"x" * 1_000_000
            yield b'"}\n{"id": "k2", "title": "Deux"}\n'

        done, memory = self.add_measured("-", feed=lines())
        self.assert_status(DONE, done)
        self.assertIn("2 added", done.stderr)
        self.assertIn("-:2: ", done.stderr)
        self.assertIn("too_long 1", done.stderr)
        self.assertLess(memory, MOST_MEMORY)

    def test_a_file_of_a_gigabyte_of_zeros(self):
        for name, reason in (("a.jsonl", "too_long"), ("a.txt", "too_long")):
            with self.subTest(name):
                path = self.write(name, "")
                os.truncate(path, GIGABYTE)
                done, memory = self.add_measured(path)
                self.assert_status(BAD_DATA, done)
                self.assertIn(f"{reason} 1", done.stderr)
                self.assertLess(memory, MOST_MEMORY)


class Archives(BadInputTest):
    def test_a_file_in_the_place_of_the_archive(self):
        self.write("archive", "un fichier")
        done = self.index("add", self.write("a.jsonl", articles(1)), status=CANNOT_CREATE)
        self.assertIn("it exists already", done.stderr)
        self.assertEqual(self.archive.read_text(), "un fichier")

    def test_a_place_below_a_file(self):
        self.write("file", "x")
        self.archive = self.folder / "file" / "archive"
        self.index("add", self.write("a.jsonl", articles(1)), status=CANNOT_CREATE)

    def test_a_place_that_cannot_be_written(self):
        path = self.write("a.jsonl", articles(1))
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        how = {"user": 65534} if os.geteuid() == 0 else {}
        try:
            done = self.run_as(path, **how)
        except PermissionError:
            self.skipTest("nobody may run the program where it is")
        self.assert_status(PERMISSION, done)
        self.assertIn("permission denied", done.stderr)

    def test_an_archive_of_another_version(self):
        path = self.write("a.jsonl", articles(1))
        self.add(path)
        with contextlib.closing(sqlite3.connect(f"{self.archive}/archive.sqlite")) as connection:
            connection.execute("PRAGMA user_version = 99")
        for command in (("add", path), ("status",), ("rebuild",)):
            done = self.index(*command, status=OTHER_VERSION)
            self.assertIn("format 99", done.stderr)

    def test_an_index_of_another_version_is_rebuilt(self):
        path = self.write("a.jsonl", articles(1))
        self.add(path)
        with contextlib.closing(sqlite3.connect(f"{self.archive}/archive.sqlite")) as connection, connection:
            connection.execute("UPDATE setting SET value = 'other' WHERE name = 'analyzer'")
        done = self.index("add", path, status=OTHER_VERSION)
        self.assertIn("hemero-index rebuild", done.stderr)
        self.index("rebuild")
        self.assertIn("1 unchanged", self.add(path).stderr)

    def test_files_that_are_no_archive_stay_as_they_are(self):
        path = self.write("a.jsonl", articles(1))
        foreign = self.folder / "foreign.sqlite"
        with contextlib.closing(sqlite3.connect(foreign)) as connection, connection:
            connection.execute("CREATE TABLE theirs (x)")
        for content in (b"not a database at all" * 1000, foreign.read_bytes()):
            file = self.write("archive/archive.sqlite", content)
            for command in (("add", path), ("status",), ("rebuild",)):
                self.index(*command, status=BAD_DATA)
            self.assertEqual(file.read_bytes(), content)

    def test_no_archive(self):
        for command in ("status", "rebuild"):
            done = self.index(command, status=NO_ARCHIVE)
            self.assertIn("there is no archive", done.stderr)
        self.assertFalse(self.archive.exists())

    def test_a_locked_archive(self):
        path = self.write("a.jsonl", articles(1))
        self.add(path)
        with open(self.archive / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for command in (("add", path), ("rebuild",)):
                done = self.index(*command, status=LOCKED)
                self.assertIn("another program is writing", done.stderr)
            self.index("status")  # reading goes on
        self.add(path)

    def test_a_damaged_index_is_rebuilt(self):
        path = self.write("a.jsonl", articles(5))
        self.add(path)
        for damage in ("iamglass", "postlist.glass", "streams"):
            part = next((self.archive / "index").glob("part-*"))
            (part / damage).write_bytes(b"x" * 10)
            done = self.index("add", path, status=BAD_DATA)
            self.assertIn("hemero-index rebuild", done.stderr)
            self.index("rebuild")
            self.assertIn("5 unchanged", self.add(path).stderr)


class FullDisk(BadInputTest):
    def setUp(self):
        super().setUp()
        self.first = self.write("first.jsonl", articles(20))
        self.more = self.write("more.jsonl", articles(3000, first=100, words=100))

    def sizes_of_whole(self):
        """The sizes of the files of an archive that holds everything."""
        place, self.archive = self.archive, self.folder / "whole"
        self.add(self.first, self.more)
        sizes = [path.stat().st_size for path in self.archive.rglob("*") if path.is_file()]
        self.archive = place
        return sizes

    def check_goes_on(self):
        """Nothing stored is lost, and with room again the same command completes."""
        self.assertEqual(self.index("status", "--format", "json").json()["articles"], self.count())
        self.add(self.more)
        self.assertEqual(self.count(), 3020)
        self.assertFalse(self.index("status", "--format", "json").json()["index_behind"])
        self.assertEqual(self.found("titre"), 3020)

    def test_files_that_may_grow_no_more(self):
        def limit(size):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        largest = max(self.sizes_of_whole())
        self.add(self.first)
        for share in (10, 30, 60, 90):
            with self.subTest(share):
                size = largest * share // 100
                done = self.run_as(self.more, preexec_fn=lambda size=size: limit(size), restore_signals=False)
                self.assert_status(IO, done)
                self.assertRegex(done.stderr, "full|too large|disk I/O error")
                self.assertGreaterEqual(self.count(), 20)
        self.check_goes_on()

    def mount(self, size):
        """A small file system of its own in the place of the archive."""
        options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(self.archive)]
        self.archive.mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", *options], capture_output=True).returncode != 0:
            self.skipTest("only root can mount a small file system")
        self.addCleanup(subprocess.run, ["umount", str(self.archive)], check=True)

    def test_a_file_system_that_is_full(self):
        total = sum(self.sizes_of_whole())
        self.mount(total)
        self.add(self.first)
        for share in (40, 60, 80, 95):
            with self.subTest(share):
                self.resize(total * share // 100)
                done = self.index("add", self.more, status=IO)
                self.assertIn("full", done.stderr)
                self.assertGreaterEqual(self.count(), 20)
        self.resize(10 * total)
        self.check_goes_on()

    def resize(self, size):
        subprocess.run(["mount", "-o", f"remount,size={size}", str(self.archive)], check=True)

    def test_rejects_that_cannot_be_written(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full here")
        done = self.index("add", "--rejects", "/dev/full", self.write("a.jsonl", "broken\n"), status=IO)
        self.assertIn("the disk is full", done.stderr)


class Interrupted(BadInputTest):
    def interrupt(self, number, rows):
        """Adds from a pipe, sends the signal when most has been read, and gives the run."""
        lines = [json.dumps(row).encode() + b"\n" for row in rows]
        process = self.start("-", preexec_fn=heed_ctrl_c)
        reader = {}
        thread = threading.Thread(target=lambda: reader.update(err=process.stderr.read()))
        thread.start()
        process.stdin.write(b"".join(lines[:6000]))
        process.stdin.flush()  # the pipe holds a few hundred of them at most
        process.send_signal(number)
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(b"".join(lines[6000:]))
            process.stdin.close()
        process.wait(timeout=60)
        thread.join()
        process.stdout.close()
        process.stderr.close()
        return Run(process.returncode, "", reader["err"].decode())

    def test_a_signal_ends_what_has_nothing_to_finish(self):
        self.add_articles({"id": "a", "title": "Titre", "text": "Texte"})
        writer = sqlite3.connect(self.archive / "archive.sqlite", isolation_level=None)
        self.addCleanup(writer.close)
        writer.execute("BEGIN IMMEDIATE")  # others wait for it
        for command in (("rebuild",), ("zones", "--learn"), ("purge", "--id", "1", "--yes"), ("purge", "--ids", "-"),
                        ("remove", "--ids", "-"), ("explain", "-")):  # fmt: skip
            with self.subTest(command):
                archive = () if command[0] == "explain" else ("-a", str(self.archive))
                process = subprocess.Popen([program("hemero-index"), command[0], *archive, *command[1:]],
                                           stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(),
                                           preexec_fn=heed_ctrl_c)  # fmt: skip
                with process.stdin:
                    time.sleep(0.1)
                    process.send_signal(signal.SIGINT)
                    self.assertEqual(process.wait(2), -signal.SIGINT)

    def test_a_stop_stores_what_was_read_and_the_next_run_goes_on(self):
        rows = articles(20_000)
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number.name):
                self.archive = self.folder / number.name
                done = self.interrupt(number, rows)
                self.assert_status(130, done)
                self.assertIn("finishing what was read; Ctrl-C again to end at once\n", done.stderr)
                self.assertIn("run the same command to go on", done.stderr)
                stored = self.count()
                self.assertIn(f"{stored} added", done.stderr)
                self.assertGreater(stored, 4000)
                self.assertLess(stored, 20_000)
                if self.query_is_built():
                    self.assertEqual(self.found("titre"), stored)
                again = self.add("-", stdin="".join(json.dumps(row) + "\n" for row in rows))
                self.assertIn(f"{20_000 - stored} added, 0 updated, {stored} unchanged", again.stderr)
                self.assertEqual(self.count(), 20_000)


if __name__ == "__main__":
    unittest.main()
