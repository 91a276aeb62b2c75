"""hemero-index purge: what was removed is nowhere in the folder any more."""
import json
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from support import BAD_DATA, NO_ARCHIVE, PARTLY, ArchiveTest, environment, program, run

NAMES = ("Zyxgarde", "zyxgarde", "ZYXGARDE", "xyloquax")  # as printed, folded; a word of an older version


class PurgeTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        chance = random.Random(7)
        words = [f"mot{i}" for i in range(3000)]

        def text(name):
            """Each text has sentences of its own; those of the removed one are in the samples of the dictionary."""
            return " ".join(f"{' '.join(chance.sample(words, 12))} {name} dort." for _ in range(30))

        rows = [{"id": f"k{i}", "title": f"Titre {i}", "text": text("Martin"), "source": "Le Matin"}
                for i in range(300)]  # fmt: skip
        self.secret = [{"id": f"zyxgarde-{i}", "title": f"Zyxgarde {i}", "text": text("Zyxgarde"),
                        "author": "A. Zyxgarde", "source": "Gazette Zyxgarde", "url": "https://zyxgarde.example/"}
                       for i in range(40)]  # fmt: skip
        rows[100:100] = self.secret
        old = [dict(row, text=text("xyloquax")) for row in self.secret]
        self.add("-", stdin=self.json_lines(old))
        self.add("-", stdin=self.json_lines(rows))
        self.assertTrue(self.traces())

    def json_lines(self, rows):
        return "".join(json.dumps(row) + "\n" for row in rows)

    def rows(self, sql):
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def purge(self, *args, **how):
        return self.index("purge", "--yes", *args, **how)

    def traces(self):
        """The files of the archive in which a name stands, compressed texts unpacked through `export`."""
        files = [path for path in self.archive.rglob("*") if path.is_file()]
        found = [path.name for path in files if any(name.encode() in path.read_bytes() for name in NAMES)]
        exported = self.index("export").stdout
        return found + ["export"] * any(name in exported for name in NAMES)

    def secret_ids(self):
        return [number for number, in self.rows("SELECT id FROM articles WHERE key LIKE 'zyxgarde%'")]


class Purge(PurgeTest):
    def test_removed_articles_are_erased(self):
        self.index("remove", "--id", *self.secret_ids())
        self.assertTrue(self.traces())
        before = self.search("mot7 mot8", "--match", "any", "-n", "100")["hits"]
        done = self.purge()
        self.assertIn("40 articles erased", done.stderr)
        self.assertEqual(self.traces(), [])
        self.assertEqual(self.search("mot7 mot8", "--match", "any", "-n", "100")["hits"], before)
        self.assertEqual(self.rows("SELECT count(*), count(DISTINCT dictionary_id) FROM version"), [(300, 1)])
        self.assertEqual(self.rows("SELECT count(*) FROM dictionary WHERE id > 0"), [(1,)])
        self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])
        self.assertIn("0 articles erased", self.purge().stderr)

    def test_removing_and_erasing_in_one(self):
        self.purge("--source", "Gazette Zyxgarde", "--reason", "tribunal")
        self.assertEqual(self.traces(), [])
        self.assertEqual(self.rows("SELECT DISTINCT reason FROM removal"), [("tribunal",)])
        self.purge("--id", 9999, status=PARTLY)

    def test_what_was_erased_stays_away(self):
        self.purge("--source", "Gazette Zyxgarde")
        again = self.add("-", stdin=self.json_lines(self.secret))
        self.assertIn("0 added, 0 updated, 0 unchanged, 40 skipped (removed 40)", again.stderr)
        self.assertEqual(self.traces(), [])
        self.assertIn("40 added", self.add("--restore", "-", stdin=self.json_lines(self.secret)).stderr)
        self.assertEqual(len(self.secret_ids()), 40)

    def test_the_index_is_that_of_a_rebuild(self):
        self.purge("--source", "Gazette Zyxgarde")
        query = ("martin mot1 mot2 mot3", "--match", "any", "-n", "100")
        before = self.search(*query)["hits"]
        self.index("rebuild")
        self.assertEqual(self.search(*query)["hits"], before)

    def test_a_query_that_cannot_be_searched_leaves_everything(self):
        (self.archive / "index" / "parts.tsv").write_text("part-999999\n")
        runs = self.index("imports").stdout
        self.assertIn("“martin” could not be searched", self.purge("--query", "martin", status=BAD_DATA).stderr)
        self.assertEqual(self.index("imports").stdout, runs)
        self.assertTrue(self.traces())

    def test_dry_run(self):
        self.index("remove", "--id", self.secret_ids()[0], "--reason", "tribunal")
        done = self.index("purge", "--dry-run", "--source", "Gazette Zyxgarde")
        self.assertEqual(len(done.stdout.splitlines()), 40)
        self.assertIn("tribunal", done.stdout)
        self.assertTrue(self.traces())

    def test_no_archive(self):
        self.assert_status(NO_ARCHIVE, run("hemero-index", "purge", "-a", self.folder / "none"))

    def test_a_reader_that_keeps_the_log_is_told(self):
        reader = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM version").fetchone()
        done = self.purge("--source", "Gazette Zyxgarde", status=PARTLY)
        self.assertIn("again", done.stderr)
        reader.close()
        self.purge()
        self.assertEqual(self.traces(), [])

    def test_a_purge_that_was_killed_is_finished_by_the_next_writer(self):
        self.index("remove", "--yes", "--source", "Gazette Zyxgarde")
        command = [str(program("hemero-index")), "purge", "--yes", "-a", str(self.archive)]
        start = time.monotonic()
        chance = random.Random(3)
        seconds = 0.7
        for _ in range(8):
            with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment()) as process:
                try:
                    process.wait(chance.uniform(0, seconds))
                    break
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
            self.assertLess(time.monotonic() - start, 60)
        pending = self.rows("SELECT count(*) FROM setting WHERE name = 'purge'")[0][0]
        self.add("-", stdin='{"id": "k0", "title": "Autre"}\n')
        if pending:
            self.assertEqual(self.traces(), [])
        self.purge()
        self.assertEqual(self.traces(), [])
        self.assertEqual(self.query("search", "--count", "martin").stdout, "299\n")


if __name__ == "__main__":
    unittest.main()
