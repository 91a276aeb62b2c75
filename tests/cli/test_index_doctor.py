"""hemero-index doctor: what a person who helps would ask for, whatever state the archive is in."""
import fcntl
import os
import shutil
import unittest

from support import DONE, PROBLEMS, ArchiveTest


class Doctor(ArchiveTest):
    def findings(self, status=DONE, **how):
        found = self.index("doctor", "--format", "json", status=status, **how).json()
        self.assertEqual(found["version"], 1)
        return {row["name"]: (row["value"], row["problem"]) for row in found["findings"]}

    def test_a_healthy_archive(self):
        self.add_articles({"id": "k1", "title": "Un loup"})
        found = self.findings()
        self.assertEqual({problem for _, problem in found.values()}, {None})
        for name in ("archive_format", "analysis", "Xapian", "SQLite", "ICU", "zstd", "locale", "language", "config",
                     "archive", "file_system", "free_bytes", "rights", "writer", "catalogue_bytes", "log_bytes",
                     "index_bytes", "run", "articles", "unfinished"):  # fmt: skip
            self.assertIn(name, found)
            self.assertTrue(found[name][0] or name == "file_system", name)
        self.assertEqual(found["archive"][0], str(self.archive))
        self.assertEqual(found["unfinished"][0], "none")

    def test_text_in_both_languages(self):
        self.add_articles({"id": "k1", "title": "Un loup"})
        english = self.index("doctor").stdout
        self.assertIn("file system", english)
        self.assertNotIn("problem", english)
        self.assertIn("système de fichiers", self.index("doctor", "--lang", "fr").stdout)

    def test_reader_of_pdf(self):
        self.add_articles({"id": "k1", "title": "Un loup"})
        program = self.write("bin/pdftotext", "#!/bin/sh\necho pdftotext version 25.03.0 >&2\necho Copyright >&2\n")
        program.chmod(0o755)
        for path, value in (
            (program.parent, "pdftotext version 25.03.0"),
            (self.folder, "none: PDFs cannot be read (pdftotext, package poppler-utils)"),
        ):
            with self.subTest(value):
                self.assertEqual(self.findings(env={"PATH": str(path)})["pdftotext"], (value, None))

    def test_why_this_language(self):
        self.write("config/hemero/config", "lang = fr\n")
        for why, env, args in (
            ("the locale says so", {}, []),
            ("d’après la locale", {"LC_ALL": "fr_FR.UTF-8"}, []),
            ("d’après --lang", {}, ["--lang", "fr"]),
            ("d’après le fichier de configuration", {"XDG_CONFIG_HOME": str(self.folder / "config")}, []),
        ):
            with self.subTest(why):
                self.assertIn(why, self.index("doctor", *args, env=env, status=PROBLEMS).stdout)

    def test_no_archive(self):
        found = self.findings(PROBLEMS)
        self.assertIn("there is no archive", found["state"][1])
        self.assertFalse(self.archive.exists())

    def test_broken_in_many_ways(self):
        def cut_index():
            shutil.rmtree(self.archive / "index")

        def cut_catalogue():
            (self.archive / "archive.sqlite").write_bytes(b"nothing" * 3000)

        def newer():
            import sqlite3

            connection = sqlite3.connect(self.archive / "archive.sqlite")
            connection.execute("PRAGMA user_version = 99")
            connection.close()

        def empty():
            (self.archive / "archive.sqlite").write_bytes(b"")

        for reason, harm in (("no index", cut_index), ("no catalogue of ours", cut_catalogue), ("a newer one", newer),
                             ("never finished", empty)):  # fmt: skip
            with self.subTest(reason):
                shutil.rmtree(self.archive, ignore_errors=True)
                self.add_articles({"id": "k1", "title": "Un loup"})
                harm()
                found = self.findings(PROBLEMS)
                self.assertTrue(found["state"][1])
                self.assertIn("problem: ", self.index("doctor", status=PROBLEMS).stdout)

    def test_who_writes(self):
        self.add_articles({"id": "k1", "title": "Un loup"})
        with open(self.archive / "lock", "r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(self.findings()["writer"][0], f"process {os.getpid()}")
        self.assertEqual(self.findings()["writer"][0], "nobody at the moment")

    def test_a_run_that_was_cut_short(self):
        import sqlite3

        self.add_articles({"id": "k1", "title": "Un loup"})
        connection = sqlite3.connect(self.archive / "archive.sqlite")
        connection.execute("UPDATE run SET finished = NULL")
        connection.commit()
        connection.close()
        self.assertIn("cut short", self.findings(PROBLEMS)["run"][1])


if __name__ == "__main__":
    unittest.main()
