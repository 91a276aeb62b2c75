"""hemero-index status and rebuild."""
import os
import signal
import subprocess
import time

from support import BAD_DATA, NO_ARCHIVE, SAMPLE, USAGE, ArchiveTest, environment, program


class Status(ArchiveTest):
    def status(self):
        return self.index("status", "--format", "json").json()

    def test_json(self):
        self.add_articles(
            {"id": "k1", "title": "Un loup", "text": "Il dort.", "date": "2021-08-11", "source": "Le Matin"},
            {"id": "k2", "title": "Un lynx", "date": "1999", "source": "Le Soir"},
        )
        self.add_articles({"id": "k1", "title": "Un ours", "date": "2021-08-12", "source": "Le Matin"})
        found = self.status()
        self.assertEqual(found["version"], 1)
        self.assertEqual(found["archive"], str(self.archive))
        expected = {"articles": 2, "versions": 3, "sources": 2, "words": 4, "surfaces": 3, "text_bytes": 14,
                    "first_date": "1999", "last_date": "2021-08-11", "runs": 2, "index_behind": False}  # fmt: skip
        self.assertEqual({key: found[key] for key in expected}, expected)
        self.assertRegex(found["uuid"], r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        for time_of in ("created", "last_run"):
            self.assertRegex(found[time_of], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertIsInstance(found["direct_postings"], bool)
        self.assertGreater(found["catalogue_bytes"], 0)
        self.assertGreater(found["index_bytes"], 0)

    def test_text_in_both_languages(self):
        self.add(SAMPLE / "articles.jsonl")
        english = self.index("status").stdout
        self.assertIn("38 (38 versions)", english)
        self.assertIn("2015-", english)
        french = self.index("status", "--lang", "fr").stdout
        self.assertIn("38 (38 versions)", french)
        self.assertIn("dernier passage", french)
        self.assertNotIn("last run", french)

    def test_sizes_add_up_to_the_files(self):
        self.add(SAMPLE / "articles.jsonl")
        found = self.index("status", "--sizes", "--format", "json").json()
        self.assertEqual(list(found["sizes"]),
                         ["texts", "fields", "vocabulary", "copies", "postings", "streams", "other"])  # fmt: skip
        self.assertEqual(sum(found["sizes"].values()), found["catalogue_bytes"] + found["index_bytes"])
        for part in ("texts", "fields", "vocabulary", "postings", "streams"):
            self.assertGreater(found["sizes"][part], 0, part)
        self.assertNotIn("sizes", self.status())
        self.assertRegex(self.index("status", "--sizes").stdout, r"(?m)^token streams +[\d.]+ MB +[\d.]+$")
        self.assertIn("suites de mots", self.index("status", "--sizes", "--lang", "fr").stdout)
        self.assertNotIn("token streams", self.index("status").stdout)

    def test_an_archive_of_nothing(self):
        (self.folder / "empty").mkdir()
        self.add(self.folder / "empty")
        found = self.status()
        self.assertEqual((found["articles"], found["words"], found["first_date"]), (0, 0, ""))
        self.index("status", "--sizes")

    def test_reading_changes_nothing(self):
        self.add_articles({"id": "k1", "title": "Un loup"})
        before = self.modified()
        self.index("status")
        self.assertEqual(self.modified(), before)

    def modified(self):
        """When each file was changed last; the log that SQLite keeps beside its file is nobody's business."""
        files = (path for path in self.archive.rglob("*") if path.is_file())
        return {path: path.stat().st_mtime_ns for path in files if not path.name.endswith(("-wal", "-shm"))}

    def test_no_archive(self):
        self.index("status", status=NO_ARCHIVE)
        self.archive.mkdir()
        self.index("status", status=NO_ARCHIVE)
        self.index("status", "--format", "yaml", status=USAGE)

    def test_an_index_that_is_behind_says_so(self):
        self.add_articles({"id": "k0", "title": "Un loup"})
        rows = "".join(f'{{"id": "k{i}", "title": "Un titre {i}"}}\n' for i in range(1, 9001))
        command = [str(program("hemero-index")), "add", "-a", str(self.archive), "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()) as process:
            process.stdin.write(rows.encode())
            process.stdin.flush()
            deadline = time.monotonic() + 60
            while self.status()["articles"] == 1 and time.monotonic() < deadline:
                time.sleep(0.05)  # the first 8,192 are being committed
            os.kill(process.pid, signal.SIGKILL)
        found = self.status()
        self.assertEqual((found["articles"], found["index_behind"]), (8193, True))
        self.assertIn("behind", self.index("status").stdout)
        self.add_articles({"id": "k0", "title": "Un loup"})
        self.assertFalse(self.status()["index_behind"])

    def test_an_archive_without_its_index(self):
        self.add_articles({"id": "k1", "title": "Un loup"})
        for path in sorted((self.archive / "index").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        done = self.index("status", status=BAD_DATA)
        self.assertIn("hemero-index rebuild", done.stderr)
        done = self.index("rebuild")
        self.assertIn("1 article", done.stderr)
        self.assertEqual(self.status()["articles"], 1)


class Rebuild(ArchiveTest):
    def test_a_rebuild_finds_the_same_and_says_how_much(self):
        self.add(SAMPLE / "articles.jsonl")
        self.add_articles({"id": "cdl-88214", "title": "Changé"})
        before = self.index("status", "--format", "json").json()
        done = self.index("rebuild")
        self.assertEqual(done.stdout, "")
        self.assertIn("38 articles indexed anew", done.stderr)
        after = self.index("status", "--format", "json").json()
        for changing in ("index_bytes", "catalogue_bytes"):
            before.pop(changing), after.pop(changing)
        self.assertEqual(before, after)
