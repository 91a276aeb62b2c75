"""Archives that somebody sent: whatever they hold, commands end with an answer, or with what is wrong and where."""
import contextlib
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import struct
import subprocess
import time
import unittest

from support import BAD_DATA, DONE, PARTLY, SampleTest, environment, program, run

SANITIZED = bool(os.environ.get("HEMERO_SANITIZE"))
MOST_MEMORY = 512 << 20  # bytes
LARGEST = 2**63 - 1
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"

# What a stranger's hand does to a catalogue, what the message names, and why.
SCHEMAS = (
    (f"DROP TABLE site_line; CREATE VIEW site_line AS {ENDLESS} SELECT 's' || x AS site, 'l' AS line FROM c",
     "site_line", "a view without an end in the place of a table"),
    (f"DROP VIEW articles; CREATE VIEW articles AS {ENDLESS} SELECT x AS id, '' AS date, '' AS title FROM c",
     "articles", "a view of ours that is another one"),
    ("CREATE VIEW mine AS SELECT 1", "mine", "a view too many"),
    ("CREATE TABLE mine (x)", "mine", "a table too many"),
    ("CREATE VIRTUAL TABLE mine USING fts5(x)", "mine", "a virtual table, which runs code of SQLite"),
    ("CREATE INDEX mine ON article (abs(key))", "mine", "an index of an expression"),
    ("CREATE TRIGGER mine AFTER INSERT ON run BEGIN DELETE FROM article; END", "mine", "a trigger"),
    ("DROP TABLE removal", "removal", "a table less"),
    ("DROP INDEX version_by_date", "version_by_date", "an index less"),
    ("ALTER TABLE source ADD COLUMN more TEXT", "source", "a column too many"),
    ("ALTER TABLE source ADD COLUMN more TEXT AS (hex(zeroblob(100000000)))", "source", "a column that is computed"),
)  # fmt: skip

# Values that no writer of ours stores, what the message names, and what is asked. "" for what answers: the value is
# harmless there, or costs its article only.
VALUES = (
    ("UPDATE word SET id = 4294967295 WHERE surface = 'grève'", "", ("search", "grève")),
    ("UPDATE word SET id = -1 WHERE surface = 'grève'", "", ("search", "grève")),
    ("UPDATE word SET family = 4294967295 WHERE surface = 'grève'", "family", ("search", "grève")),
    ("UPDATE word SET family = -1", "family", ("search", "grève")),
    ("UPDATE word SET occurrences = -5", "", ("search", "grève")),
    (f"UPDATE word SET occurrences = {LARGEST}", "", ("search", "gr* grève~")),
    (f"UPDATE version SET text_bytes = {LARGEST}", "", ("show", "1")),
    ("UPDATE version SET text_bytes = -1", "", ("show", "1")),
    ("UPDATE version SET text_bytes = 1073741824", "", ("search", "grève")),
    ("UPDATE version SET date = '9999999-99-99', date_text = printf('%.9999d', 0)", "", ("search", "grève")),
    ("UPDATE version SET content_hash = x'00'", "", ("search", "grève")),
    ("UPDATE version SET zones = zeroblob(1000000)", "", ("search", "grève")),
    (f"UPDATE article SET id = {LARGEST} WHERE id = 1", "", ("search", "grève")),
    ("UPDATE article SET id = 4294967297 WHERE id = 1", "", ("search", "grève")),
    ("UPDATE dictionary SET bytes = zeroblob(400000)", "", ("search", "grève")),
    ("UPDATE address_block SET block = 4000000000", "block", ("search", "https://www.example.org/nothing")),
    ("UPDATE address_block SET block = -1, numbers = zeroblob(10000000)", "block", ("search", "https://example.org/")),
    ("UPDATE setting SET value = printf('%.99999999d', 0) WHERE name = 'created'", "", ("search", "grève")),
    (f"UPDATE batch SET seq = {LARGEST}", "another state", ("search", "grève")),
)  # fmt: skip

# The same of what writers read.
WRITTEN = (
    ("UPDATE signature_block SET block = -5", "block"),
    ("UPDATE signature_block SET block = 6000000", ""),
    ("UPDATE signature_block SET signatures = zeroblob(100000000)", ""),
    ("UPDATE copy SET first_id = -1", "first_id"),
    (f"UPDATE sqlite_sequence SET seq = {LARGEST}", "seq"),
    ("UPDATE word SET id = 4294967295 WHERE surface = 'grève'", ""),
    ("UPDATE word_block SET words = x'104100'", "word_block"),
    ("UPDATE word_block SET words = x'1041'", ""),
    ("UPDATE word_block SET words = zeroblob(900)", "word_block"),
)

FILES = ("index/parts.tsv", "index/part-000001/streams", "index/part-000001/streams.offsets",
         "index/part-000001/manifest.tsv", "index/part-000001/postlist.glass", "index/part-000001/position.glass",
         "archive.sqlite", "archive.sqlite-wal", "archive.sqlite-journal", "synonyms.tsv")  # fmt: skip


def execute(archive, statements):
    with contextlib.closing(sqlite3.connect(archive / "archive.sqlite")) as connection, connection:
        connection.executescript("PRAGMA foreign_keys = OFF;" + statements)


def limited():
    """A program that swells ends, rather than the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def pages_without_end(archive, table):
    """Makes a table one of which each page but the last names a thousand times the one below it: 10^15 rows."""
    path = archive / "archive.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,), = connection.execute("PRAGMA page_size")
        (root,), = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    content = bytearray(path.read_bytes())
    pages = len(content) // size
    leaf = content[(root - 1) * size : root * size]
    below = pages + 1
    content += leaf
    for level in range(5):
        cells = 1000
        page = bytearray(size)
        page[0] = 5
        struct.pack_into(">HHHB", page, 1, 0, cells, size - 5 * cells, 0)
        struct.pack_into(">I", page, 8, below)
        for i in range(cells):
            at = size - 5 * (i + 1)
            struct.pack_into(">H", page, 12 + 2 * i, at)
            struct.pack_into(">IB", page, at, below, 1)
        below += 1
        if level < 4:
            content += page
        else:
            content[(root - 1) * size : root * size] = page
    struct.pack_into(">I", content, 28, len(content) // size)
    path.write_bytes(content)


class Strangers(SampleTest):
    def setUp(self):
        super().setUp()
        self.copied = self.folder / "copy"

    def fresh_copy(self):
        shutil.rmtree(self.copied, ignore_errors=True)
        return pathlib.Path(shutil.copytree(self.archive, self.copied))

    def run_limited(self, name, *arguments, timeout=60):
        limits = {} if SANITIZED else {"preexec_fn": limited}
        command = [program(name), arguments[0], "-a", self.copied, *arguments[1:]]
        return subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=timeout, check=False,
                              stdin=subprocess.DEVNULL, **limits)  # fmt: skip

    def refused(self, named, *command):
        done = self.run_limited(*command)
        self.assertEqual(done.returncode, BAD_DATA, done.stderr)
        self.assertIn(named, done.stderr)
        return done.stderr

    def test_other_tables_than_ours_are_refused_by_name(self):
        for statements, name, why in SCHEMAS:
            with self.subTest(why):
                execute(self.fresh_copy(), statements)
                for command in (("hemero-query", "search", "grève"), ("hemero-query", "list", "sources"),
                                ("hemero-index", "status"), ("hemero-index", "export", "-"),
                                ("hemero-index", "rebuild"), ("hemero-index", "add", self.folder)):  # fmt: skip
                    said = self.refused(f"“{name}”", *command)
                    self.assertIn("repair", said)
                self.assertNotEqual(self.run_limited("hemero-index", "check").returncode, DONE)

    def test_what_sql_tools_leave_of_ours_is_ours(self):
        execute(self.fresh_copy(), "VACUUM; REINDEX")
        self.assertEqual(self.run_limited("hemero-query", "search", "grève").returncode, DONE)

    def test_values_that_nobody_stores(self):
        for statements, named, command in VALUES:
            with self.subTest(statements):
                execute(self.fresh_copy(), statements)
                done = self.run_limited("hemero-query", *command)
                expected = (BAD_DATA, 76) if named else (DONE, 1, PARTLY)
                self.assertIn(done.returncode, expected, done.stderr)
                self.assertIn(named, done.stderr)
                self.assertIn(self.run_limited("hemero-index", "check", "--full").returncode, (DONE, 1, BAD_DATA))

    def test_values_that_writers_meet(self):
        more = self.write("more.jsonl", [{"id": "one more", "title": "Une grève de plus", "text": "Encore une grève."}])
        for statements, named in WRITTEN:
            with self.subTest(statements):
                execute(self.fresh_copy(), statements)
                done = self.run_limited("hemero-index", "add", more)
                self.assertIn(done.returncode, (BAD_DATA,) if named else (DONE, PARTLY), done.stderr)
                self.assertIn(named, done.stderr)
                done = self.run_limited("hemero-index", "rebuild")
                self.assertIn(done.returncode, (DONE, PARTLY, BAD_DATA), done.stderr)

    def test_what_is_no_file(self):
        kinds = {
            "pipe": os.mkfifo,
            "device": lambda path: path.symlink_to("/dev/zero"),
            "folder": lambda path: path.mkdir(),
        }
        for name in FILES:
            for kind, make in kinds.items():
                with self.subTest(name=name, kind=kind):
                    path = self.fresh_copy() / name
                    path.unlink(missing_ok=True)
                    make(path)
                    self.refused(pathlib.Path(name).name, "hemero-query", "search", "--synonyms", "grève")
                    if "synonyms" not in name:
                        self.assertIn(self.run_limited("hemero-index", "check").returncode, (1, BAD_DATA, 66, 74))

    def test_a_journal_has_no_other_file_removed(self):
        """SQLite removes the file that the end of a journal names when it undoes what the journal says."""
        precious = self.write("precious.txt", "precious")
        page = 16384
        pages = (self.fresh_copy() / "archive.sqlite").stat().st_size // page
        magic, name = bytes.fromhex("d9d505f920a163d7"), str(precious).encode()
        journal = (magic + struct.pack(">5I", 0, 0, pages, 512, page)).ljust(512, b"\0")
        journal += struct.pack(">I", 2**30 // page + 1) + name + struct.pack(">2I", len(name), sum(name)) + magic
        (self.copied / "archive.sqlite-journal").write_bytes(journal)
        self.run_limited("hemero-query", "search", "grève")
        for command in (("add", precious), ("rebuild",)):
            self.refused("archive.sqlite-journal", "hemero-index", *command)
            self.assertTrue(precious.exists())

    def test_a_table_without_an_end_has_more_rows_than_room(self):
        pages_without_end(self.fresh_copy(), "source")
        self.refused("room", "hemero-query", "search", "--source", "Le Courrier", "grève")
        self.refused("room", "hemero-index", "remove", "--source", "Le Courrier", "--yes")
        pages_without_end(self.fresh_copy(), "run")
        self.refused("room", "hemero-index", "imports")
        self.refused("room", "hemero-index", "status")
        pages_without_end(self.fresh_copy(), "total")
        self.refused("room", "hemero-index", "add", self.write("more.txt", "Une grève de plus."))
        pages_without_end(self.fresh_copy(), "origin")
        self.refused("archive.sqlite is damaged", "hemero-index", "purge", "--yes")
        pages_without_end(self.fresh_copy(), "signature_block")
        self.refused("“block”", "hemero-index", "add", self.write("more.txt", "Une grève de plus."))

    def test_versions_without_end_come_once(self):
        sound = self.index("export").stdout
        pages_without_end(self.fresh_copy(), "version")
        self.assertEqual(self.run_limited("hemero-index", "export").stdout, sound)
        self.assertIn(self.run_limited("hemero-index", "repair").returncode, (DONE, PARTLY))
        self.assertEqual(self.run_limited("hemero-index", "export").stdout, sound)

    def test_a_signal_ends_what_reads_without_end(self):
        pages_without_end(self.fresh_copy(), "source")
        os.truncate(self.copied / "archive.sqlite", 1 << 36)  # which has room for many rows
        for command in (("hemero-index", "status"),):
            with self.subTest(command), subprocess.Popen(
                [program(command[0]), command[1], "-a", self.copied, *command[2:]], env=environment(),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            ) as process:  # fmt: skip
                time.sleep(1)
                self.assertIsNone(process.poll())
                process.terminate()
                try:
                    self.assertNotEqual(process.wait(10), DONE)
                finally:
                    process.send_signal(signal.SIGKILL)


if __name__ == "__main__":
    unittest.main()
