"""hemero-query search when it cannot answer: no archive, a damaged one, another version; and beside a writer."""
import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import unittest

from support import (
    BAD_DATA, CUT_SHORT, DONE, NO_ARCHIVE, NO_HITS, OTHER_VERSION, USAGE, ArchiveTest, SampleTest, environment, program,
    run,
)  # fmt: skip


class ExitStatus(SampleTest):
    def failure(self, status, *arguments, hint=None, **how):
        done = run("hemero-query", *arguments, **how)
        self.assert_status(status, done)
        self.assertEqual(done.stdout, "")
        self.assertTrue(done.stderr.startswith("hemero-query: "), done.stderr)
        if hint:
            self.assertIn(hint, done.stderr)
        return done.stderr

    def copy(self):
        """A copy of the sample's archive that may be broken."""
        return pathlib.Path(shutil.copytree(self.archive, self.folder / "copy"))

    def test_hits_or_none(self):
        for options in ((), ("--format", "json"), ("--format", "jsonl"), ("--count",)):
            self.query("search", *options, "grève", status=DONE)
            self.query("search", *options, "zzyzx", status=NO_HITS)
            self.query("search", *options, "", status=DONE)  # the newest

    def test_usage(self):
        for arguments in ((), ("find",), ("explain",), ("search", "-n", "0", "x"), ("search", "--from", "hier", "x"),
                          ("show",), ("batch",), ("search", "--format", "pdf", "x")):  # fmt: skip
            with self.subTest(arguments):
                hints = {"search --from": "2021-08", "find": "hemero-query search"}
                self.failure(USAGE, *arguments, hint=hints.get(" ".join(arguments[:2]), "--help"))

    def test_the_time_is_over(self):
        hurry = ("--deadline", "0.000001")
        phrase = "« la grève »"
        shown = self.query("search", *hurry, phrase, status=CUT_SHORT).stdout
        self.assertIn("the time of 0.00 s", shown)
        self.assertIn("No article was found in that time.", shown)  # not that there is none
        self.assertNotIn("No article has", shown)
        answer = self.query("search", "--format", "json", *hurry, phrase, status=CUT_SHORT).json()
        self.assertEqual((answer["complete"], answer["total"]["exact"], answer["hits"]), (False, False, []))
        for options in (("--count",), ("--ids",), ("--format", "csv")):
            self.assertIn("the time of", self.query("search", *options, *hurry, phrase, status=CUT_SHORT).stderr)
        done = self.query("batch", *hurry, "-", stdin=f"q1\t{phrase}\n", status=CUT_SHORT)
        self.assertIn("Note on q1: not everything", done.stderr)
        self.assertFalse(self.query("similar", "--format", "json", *hurry, "1", status=CUT_SHORT).json()["complete"])
        self.assertIn("the time of", self.query("explain", *hurry, "g*").stdout)
        self.assertTrue(self.query("search", "--format", "json", "--deadline", "0", phrase).json()["complete"])

    def test_no_archive(self):
        missing = self.folder / "missing"
        for command in (("search", "x"), ("show", "1"), ("explain", "x"), ("batch", "-")):
            with self.subTest(command):
                self.assertIn(str(missing), self.failure(NO_ARCHIVE, *command, "-a", missing, hint="hemero-index add"))
        self.assertFalse(missing.exists())
        (self.folder / "empty").mkdir()
        self.failure(NO_ARCHIVE, "search", "x", "-a", self.folder / "empty", hint="hemero-index add")

    def test_an_archive_that_is_something_else(self):
        for content, status in ((b"", NO_ARCHIVE), (b"not a database" * 100, BAD_DATA)):
            copied = self.copy()
            for file in copied.glob("archive.sqlite*"):
                file.unlink()
            (copied / "archive.sqlite").write_bytes(content)
            self.failure(status, "search", "x", "-a", copied)
            self.assertEqual((copied / "archive.sqlite").read_bytes(), content, "it is left as it is")
            shutil.rmtree(copied)

    def test_a_damaged_index(self):
        def remove(path):
            path.unlink()

        def cut(path):
            path.write_bytes(path.read_bytes()[:100])

        def overwrite(path):
            path.write_bytes(os.urandom(path.stat().st_size))

        damages = (
            ("parts.tsv", remove), ("parts.tsv", cut), ("parts.tsv", overwrite),
            ("part-000001/iamglass", remove), ("part-000001/iamglass", overwrite),
            ("part-000001/postlist.glass", cut), ("part-000001/postlist.glass", overwrite),
            ("part-000001/streams", cut), ("part-000001/streams.offsets", cut),
        )  # fmt: skip
        for name, damage in damages:
            with self.subTest(name=name, damage=damage.__name__):
                copied = self.copy()
                damage(copied / "index" / name)
                self.failure(BAD_DATA, "search", '"la grève"', "-a", copied, hint="hemero-index rebuild")
                self.assert_status(DONE, run("hemero-index", "rebuild", "-a", copied))
                self.assert_status(DONE, run("hemero-query", "search", '"la grève"', "-a", copied))
                shutil.rmtree(copied)

    def test_an_index_of_another_archive(self):
        copied = self.copy()
        with contextlib.closing(sqlite3.connect(copied / "archive.sqlite")) as connection, connection:
            connection.execute("UPDATE setting SET value = 'another' WHERE name = 'uuid'")
        self.failure(OTHER_VERSION, "search", "x", "-a", copied, hint="rebuild")

    def test_a_catalogue_of_another_version(self):
        copied = self.copy()
        connection = sqlite3.connect(copied / "archive.sqlite")
        connection.execute("PRAGMA user_version = 9999")
        connection.commit()
        connection.close()
        self.failure(OTHER_VERSION, "search", "x", "-a", copied)

    def test_errors_speak_french(self):
        message = self.failure(NO_ARCHIVE, "search", "--lang", "fr", "-a", self.folder / "missing", "x")
        self.assertIn("il n’y a pas d’archive", message)


class WhileAWriterAdds(ArchiveTest):
    def test_every_search_answers_on_a_sound_state(self):
        articles = [{"id": f"k{i}", "title": f"Article {i}", "text": f"La grève numéro {i} du groupe {i % 7}."}
                    for i in range(4000)]  # fmt: skip
        self.add_articles(*articles[:50])
        path = self.write("more.jsonl", articles)
        command = [str(program("hemero-index")), "add", "-a", str(self.archive), "--jobs", "1", str(path)]
        seen = set()
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment()) as writer:
            while writer.poll() is None:
                answer = self.search('"la grève"', "-n", "3", "--snippets", "1")
                self.assertEqual(len(answer["hits"]), 3)
                self.assertEqual(answer["hits"][0]["snippets"][0]["highlights"], [[0, 8]])
                seen.add(answer["total"]["value"])
            self.assertEqual(writer.returncode, DONE)
        self.assertGreaterEqual(min(seen), 50)
        self.assertEqual(self.query("search", "--count", '"la grève"').stdout, "4000\n")


if __name__ == "__main__":
    unittest.main()
