"""hemero-index export: everything that became of the articles, read back by add."""
import fcntl
import json
import re
import resource
import signal
import sqlite3
import subprocess
import unittest

from support import DONE, IO, LOCKED, NO_ARCHIVE, PARTLY, SAMPLE, ArchiveTest, environment, program, run


def article(key, text="Le loup dort.", **fields):
    return {"id": key, "title": f"Titre de {key}", "text": text, **fields}


STORED = "SELECT article.id, key, version.id = version_id, title, date, date_text, authors, source.name, section, " \
    "language, url, origin.path, keywords, hex(content_hash), hex(zones), text_bytes FROM article " \
    "LEFT JOIN version ON article_id = article.id LEFT JOIN source ON source.id = source_id " \
    "LEFT JOIN origin ON origin.id = origin_id ORDER BY version.id"  # fmt: skip


class ExportTest(ArchiveTest):
    def rows(self, archive, sql=STORED):
        connection = sqlite3.connect(f"file:{archive}/archive.sqlite?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def export(self, *args):
        return self.index("export", *args)

    def copy(self, *options):
        """A second archive, made of the export of the first."""
        text = self.export(*options).stdout
        copy = self.folder / "copy"
        done = run("hemero-index", "add", "-a", copy, "-", stdin=text)
        self.assert_status(DONE, done)
        return copy, done

    def answer(self, archive, *query):
        done = run("hemero-query", "search", "-a", archive, "--format", "json", "-n", "100", *query)
        return re.sub(r'"took_ms":[0-9.]+', "", done.stdout)

    def assert_same(self, copy):
        self.assertEqual(self.rows(copy), self.rows(self.archive))
        for query in (["loup"], ["grève"], ["--sort", "newest", "--match", "any", "le la grève maire"], ["macron"]):
            self.assertEqual(self.answer(copy, *query), self.answer(self.archive, *query))
        for number, in self.rows(self.archive, "SELECT id FROM article WHERE version_id IS NOT NULL"):
            command = ("show", number, "--format", "json", "-a")
            shown = [run("hemero-query", *command, archive).stdout for archive in (copy, self.archive)]
            self.assertEqual(*shown)

    def live(self):
        """An archive with a life: versions, removals, a return, pages with debris."""
        self.add(SAMPLE / "articles.jsonl", SAMPLE / "pages")
        self.add_articles(article("k1", "Un.\nDeux.", author="A; B", keywords=["x", "y"], date="11 août 2021 à 18h03"),
                          article("k2", "", date="hier"), article("k3", "« L’été »\u2028\t\x01 fin."))  # fmt: skip
        self.add_articles(article("k1", "Le loup hurle."), article("k3", "Le lynx."))
        self.add_articles(article("k1", "Un.\nDeux.", author="A; B", keywords=["x", "y"], date="11 août 2021 à 18h03"))
        self.index("remove", "--id", 3, 9, 66, "--reason", "démenti")
        self.add_articles(article("k2", "Le loup revient."), options=("--restore",))


class RoundTrip(ExportTest):
    def add_articles(self, *articles, options=(), **how):
        return self.add(self.write("articles.jsonl", list(articles)), *options, **how)

    def test_what_a_machine_made_of_print(self):
        page = ("<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'><Layout><Page><PrintSpace><TextBlock><TextLine>"
                "<String CONTENT='Un' WC='0.5'/><SP/><String CONTENT='loup' WC='0.9'/></TextLine></TextBlock>"
                "</PrintSpace></Page></Layout></alto>")  # fmt: skip
        self.add(self.write("page.xml", page))
        self.add_articles(article("k1", "Le loup hurle."))
        copy, _ = self.copy()
        self.assert_same(copy)
        self.index("rebuild")
        for archive in (self.archive, copy):
            lines = run("hemero-index", "export", "-a", archive).stdout.splitlines()
            started = self.rows(archive, "SELECT started FROM version JOIN run ON run.id = run_id ORDER BY version.id")
            self.assertEqual([json.loads(line)["stored"] for line in lines], [time for time, in started])
            self.assertEqual(self.rows(archive, "SELECT ocr_confidence FROM version ORDER BY id"), [(0.7,), (None,)])
        self.assertIn("70 %", self.query("show", 1).stdout)
        self.assertNotIn("%", self.query("show", 2).stdout)

    def test_everything_comes_back(self):
        self.live()
        copy, done = self.copy()
        self.assert_same(copy)
        self.assertIn("3 articles removed", done.stderr)
        self.assertEqual(self.rows(copy, "SELECT article_id, reason, lasting FROM removal ORDER BY id"),
                         [(66, "démenti", 1), (3, "démenti", 1), (9, "démenti", 1)])  # fmt: skip
        self.assertEqual(self.rows(copy, "SELECT count(*) FROM run"), [(1,)])

    def test_twice_is_once(self):
        self.live()
        copy, _ = self.copy()
        before = self.rows(copy)
        text = self.export().stdout
        done = run("hemero-index", "add", "-a", copy, "-", stdin=text)
        self.assertIn(f"0 added, 0 updated, {text.count(chr(10))} unchanged, 0 skipped", done.stderr)
        self.assertEqual(self.rows(copy), before)
        self.add("-", stdin=text)
        self.assertEqual(self.rows(self.archive), before)

    def test_what_was_begun_is_finished(self):
        self.live()
        lines = self.export().stdout.split("\n")  # a text may hold U+2028
        copy = self.folder / "copy"
        for end in (5, 40, 66, 69, len(lines)):
            run("hemero-index", "add", "-a", copy, "-", stdin="\n".join(lines[:end]) + "\n")
        self.assert_same(copy)

    def test_current_versions_only(self):
        self.live()
        lines = [json.loads(line) for line in self.export("--current").stdout.splitlines()]
        self.assertEqual([line["key"] for line in lines],
                         [key for key, in self.rows(self.archive, "SELECT key FROM article JOIN version "
                          "ON version.id = version_id ORDER BY version.id")])  # fmt: skip
        copy, _ = self.copy("--current")
        self.assertEqual([row[1] for row in self.rows(copy)], [line["key"] for line in lines])

    def test_a_local_history_is_not_lost(self):
        self.add_articles(article("k1", "Un."))
        self.add_articles(article("k1", "Deux."))
        text = self.export().stdout
        self.archive = self.folder / "other"
        self.add_articles(article("k1", "Le nôtre."))
        self.assertIn("0 added, 2 updated", self.add("-", stdin=text).stderr)
        self.assertIn("0 added, 0 updated, 2 unchanged", self.add("-", stdin=text).stderr)
        self.assertEqual(len(self.rows(self.archive)), 3)

    def test_nothing_said_of_all_records_changes_an_export(self):
        self.add_articles({"id": "k1", "title": "T", "text": "X."})
        text = self.export().stdout
        copy = self.folder / "copy"
        run("hemero-index", "add", "-a", copy, "--source", "Le Matin", "-", stdin=text)
        self.assertEqual(self.rows(copy), self.rows(self.archive))


class Output(ExportTest):
    def test_to_a_file_and_to_standard_output(self):
        self.add_articles(article("k1"))
        path = self.folder / "out.jsonl"
        done = self.export(path)
        self.assertEqual(done.stdout, "")
        self.assertIn("1 versions and 0 removals exported", done.stderr)
        self.assertEqual(path.read_text(), self.export("-").stdout)
        line = json.loads(path.read_text())
        self.assertEqual(list(line), ["hemero_export", "key", "number", "stored", "title", "date", "date_text",
                                      "authors", "source", "section", "language", "url", "path", "keywords",
                                      "zones"])  # fmt: skip
        self.assertEqual(line["zones"], [{"kind": "paragraph", "text": "Le loup dort."}])

    def test_reading_changes_nothing(self):
        self.add_articles(article("k1"))
        before = (self.archive / "archive.sqlite").read_bytes()
        self.export()
        self.assertEqual((self.archive / "archive.sqlite").read_bytes(), before)

    def test_what_cannot_be(self):
        self.assert_status(NO_ARCHIVE, run("hemero-index", "export", "-a", self.folder / "none"))
        self.add_articles(article("k1"))
        done = run("hemero-index", "export", "-a", self.archive, self.folder / "no" / "file")
        self.assertNotEqual(done.status, DONE)
        self.assertIn("no/file", done.stderr)

    @unittest.skipUnless(subprocess.run(["test", "-e", "/dev/full"]).returncode == 0, "there is no /dev/full")
    def test_a_full_disk_is_told(self):
        self.add_articles(article("k1"))
        self.index("export", "/dev/full", status=IO)
        with open("/dev/full", "w") as full:
            command = [str(program("hemero-index")), "export", "-a", str(self.archive)]
            done = subprocess.run(command, stdout=full, stderr=subprocess.DEVNULL, env=environment())
            self.assertEqual(done.returncode, IO)

    def test_an_export_that_fails_leaves_the_file_as_it_was(self):
        self.add_articles(*(article(f"k{i}", "Le loup dort. " * 200) for i in range(50)))
        before = self.write("kept/archive.jsonl", "a good export\n")
        before.chmod(0o640)
        link = self.folder / "link.jsonl"
        link.symlink_to(before)

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

        for name in (before, link):
            command = [str(program("hemero-index")), "export", "-a", str(self.archive), str(name)]
            done = subprocess.run(command, stderr=subprocess.PIPE, env=environment(), preexec_fn=small_files)
            self.assertEqual(done.returncode, IO, done.stderr)
            self.assertEqual(before.read_text(), "a good export\n")
            self.assertEqual([path.name for path in before.parent.iterdir()], ["archive.jsonl"])
        self.index("export", link)
        self.assertEqual(len(before.read_text().splitlines()), 50)
        self.assertEqual((before.stat().st_mode & 0o777, link.is_symlink()), (0o640, True))

    def test_what_a_killed_export_left_is_taken_over_and_another_one_is_not_disturbed(self):
        self.add_articles(article("k1"))
        draft = self.write("kept/archive.jsonl.hemero-new", "half of an export, and more than there is now" * 100)
        kept = self.folder / "kept/archive.jsonl"
        self.index("export", kept)
        self.assertEqual(kept.read_text(), self.index("export").stdout)
        self.assertEqual([path.name for path in kept.parent.iterdir()], ["archive.jsonl"])
        with open(draft, "w") as other:
            fcntl.flock(other, fcntl.LOCK_EX)
            self.assertIn("in use by another program", self.index("export", kept, status=LOCKED).stderr)
            self.assertTrue(draft.exists())

    def test_broken_lines_are_skipped_with_their_place(self):
        self.add_articles(article("k1"))
        good = self.export().stdout
        bad = ['{"hemero_export": 1, "key": "k2", "number": 1, "zones": [{"kind": "menu", "text": "x"}]}',
               '{"hemero_export": 1, "key": "", "number": 1, "zones": []}', '{"hemero_export": 1, "key": "k2"}',
               '{"hemero_export": 9, "key": "k2", "number": 1, "zones": []}', '{"hemero_export": 1, "key']  # fmt: skip
        path = self.write("x.jsonl", "\n".join(bad) + "\n" + good)
        self.archive = self.folder / "other"
        done = self.add("--strict", path, status=PARTLY)
        self.assertIn("1 added, 0 updated, 0 unchanged, 5 skipped (broken_json 5)", done.stderr)
        for line in range(1, 6):
            self.assertIn(f"x.jsonl:{line}: ", done.stderr)

    def test_explain_shows_it(self):
        self.add_articles(article("k1"))
        path = self.folder / "out.jsonl"
        self.export(path)
        shown = json.loads(run("hemero-index", "explain", "--format", "jsonl", path).stdout)
        self.assertEqual((shown["key"], shown["text"]), ("k1", "Le loup dort."))


if __name__ == "__main__":
    unittest.main()
