"""hemero-index backup, restore and compact: an archive is kept elsewhere, whole and at any time, and comes back."""
import fcntl
import json
import shutil
import sqlite3
import struct
import subprocess
import unittest

from support import BAD_DATA, CANNOT_CREATE, DONE, LOCKED, NO_ARCHIVE, PARTLY, ArchiveTest, environment, program, run


def article(name, text="Il descend au village."):
    return {"id": name, "title": f"Le {name}", "text": text}


class BackupTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.backup = self.folder / "backup"
        self.back = self.folder / "back"
        self.add_articles(*(article(f"loup{i}") for i in range(20)))
        self.add_articles(article("lynx"), article("loup1", "Il remonte."))

    def restore(self, *args, status=DONE):
        done = run("hemero-index", "restore", "-a", self.back, self.backup, *args)
        self.assert_status(status, done)
        return done

    def stored(self):
        """What lies in the backup: name → when it was written."""
        return {path.name: path.stat().st_mtime_ns for path in (self.backup / "files").iterdir()}

    def said(self, archive):
        """Everything that an archive tells: its history, and answers with their scores."""
        queries = self.write("queries.tsv", "".join(f"{word}\t{word}\n" for word in ("village", "loup1", "remonte")))
        return [run("hemero-index", "export", "-a", archive).stdout,
                run("hemero-query", "batch", "-a", archive, "--format", "trec", queries).stdout]  # fmt: skip


class Backup(BackupTest):
    def test_what_is_restored_is_the_archive(self):
        self.write("archive/synonyms.tsv", "loup\tbête\n")
        before = self.said(self.archive)
        self.assertIn("21 articles backed up and read back", self.index("backup", self.backup).stderr)
        self.assertIn("is whole: 21 articles", self.restore("--dry-run").stderr)
        self.assertFalse(self.back.exists())
        self.assertIn("21 articles restored", self.restore().stderr)
        self.assertEqual(self.said(self.back), before)
        self.assertEqual((self.back / "synonyms.tsv").read_text(), "loup\tbête\n")
        self.archive = self.back
        self.assertEqual(self.index("status", "--format", "json").json()["unfinished"], [])
        self.add_articles(article("renard"))
        self.assertEqual(self.keys("renard"), ["renard"])

    def test_what_a_reader_keeps_goes_with_it(self):
        self.query("dossiers", "add", "loups", 1, "--note", "à relire")
        self.query("searches", "save", "lynx", "lynx")
        self.index("backup", self.backup)
        first = self.stored()
        self.index("backup", self.backup)
        self.assertEqual(self.stored(), first)
        self.restore()
        kept = self.back / "user.sqlite"
        for file in (kept, *self.backup.glob("files/user.sqlite.*")):
            self.assertEqual(file.stat().st_mode & 0o777, 0o600, file)
        done = run("hemero-query", "dossiers", "show", "loups", "-a", self.back)
        self.assertIn("à relire", done.stdout)
        self.assertIn("lynx", run("hemero-query", "searches", "-a", self.back).stdout)
        (self.back / "archive.sqlite").unlink()
        kept.write_bytes(b"newer")
        self.restore()
        self.assertEqual(kept.read_bytes(), b"newer")

    def test_what_a_reader_keeps_is_no_reason_to_have_no_backup(self):
        self.query("searches", "save", "lynx", "lynx")
        self.write("archive/user.sqlite", "no database")
        done = self.index("backup", self.backup, status=PARTLY)
        self.assertIn("21 articles backed up and read back", done.stderr)
        self.assertRegex(done.stderr, "user.sqlite: left out: .* is not a database")
        self.restore()
        self.assertFalse((self.back / "user.sqlite").exists())

    def test_only_what_is_new_is_copied(self):
        self.add_articles(*(article(f"ours{i}", f"Un texte, le {i}.") for i in range(1100)))
        self.index("backup", self.backup)
        first = self.stored()
        self.index("backup", self.backup)
        self.assertEqual(self.stored(), first)
        self.add_articles(article("renard", "Une part à côté de la première."))
        self.index("backup", self.backup)
        second = self.stored()
        self.assertFalse([name for name in second if name in first and second[name] != first[name]])
        names = [{name.rsplit(".", 1)[0] for name in stored} for stored in (first, second)]
        self.assertIn("part-000003.streams", names[0])
        self.assertEqual(names[1] - names[0], {f"part-000004.{name}" for name in (
            "columns.2", "iamglass", "manifest.tsv", "postlist.glass", "streams", "streams.offsets")})  # fmt: skip
        self.assertEqual({name.rsplit(".", 1)[0] for name in set(first) - set(second)}, {"archive.sqlite", "parts.tsv"})
        self.restore()
        self.assertEqual(self.said(self.back), self.said(self.archive))

    def test_what_a_killed_backup_left_is_in_nobodys_way(self):
        for name in ("new", "new-journal", "new-wal", "new-shm"):
            for there in (False, True):
                with self.subTest(name, there_is_a_backup=there):
                    self.write(f"backup/files/{name}", "what SQLite was writing")
                    self.index("backup", self.backup)
                    self.assertFalse([left for left in self.stored() if left.startswith("new")])
                    self.restore("--dry-run")
            shutil.rmtree(self.backup)

    def test_while_a_writer_is_at_work(self):
        before = self.said(self.archive)
        command = [str(program("hemero-index")), "add", "-a", str(self.archive), "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()) as adding:
            for i in range(2100):  # so many that they are being written, and are not committed
                adding.stdin.write(json.dumps(article(f"ours{i}")).encode() + b"\n")
            adding.stdin.flush()
            while not list((self.archive / "index").glob("part-*/streams.new")):
                pass
            self.index("backup", self.backup)
            adding.stdin.close()
            self.assertEqual(adding.wait(60), DONE)
        self.restore()
        self.assertEqual(self.said(self.back), before)

    def test_rot_is_noticed_and_mended_by_the_next_backup(self):
        self.index("backup", self.backup)
        for path in [*(self.backup / "files").iterdir(), self.backup / "backup.tsv"]:
            with self.subTest(path.name):
                sound = path.read_bytes()
                rotten = bytearray(sound)
                rotten[len(rotten) // 2] ^= 1
                path.write_bytes(rotten)
                self.assertIn(path.name, self.restore("--dry-run", status=BAD_DATA).stderr)
                self.restore(status=BAD_DATA)
                self.assertFalse(self.back.exists())
                if path.name != "backup.tsv":
                    self.index("backup", self.backup)
                    self.restore("--dry-run")
                path.write_bytes(sound)

    def test_a_damaged_catalogue_does_not_replace_a_sound_one(self):
        self.index("backup", self.backup)
        before = self.stored()
        with open(self.archive / "archive.sqlite", "r+b") as catalogue:
            catalogue.seek(16384 * 3)
            catalogue.write(b"rot" * 1000)
        self.index("backup", self.backup, status=BAD_DATA)
        self.assertEqual({name: time for name, time in self.stored().items() if name != "new"}, before)
        self.restore()

    def test_an_archive_without_an_index_is_backed_up(self):
        shutil.rmtree(self.archive / "index")
        self.assertIn("no index", self.index("backup", self.backup).stderr)
        self.assertIn("no index", self.restore().stderr)
        self.archive = self.back
        self.index("rebuild")
        self.assertEqual(self.keys("lynx"), ["lynx"])

    def test_a_link_in_a_backup_is_not_followed(self):
        self.backup.mkdir()
        (self.folder / "elsewhere").mkdir()
        (self.backup / "files").symlink_to(self.folder / "elsewhere")
        self.assertIn("symbolic link", self.index("backup", self.backup, status=CANNOT_CREATE).stderr)
        self.assertEqual(list((self.folder / "elsewhere").iterdir()), [])

    def test_folders_that_are_no_backups(self):
        other = self.folder / "other"
        self.assert_status(DONE, run("hemero-index", "add", "-a", other, self.write("x.jsonl", [article("x")])))
        self.assert_status(DONE, run("hemero-index", "backup", "-a", other, self.folder / "of-other"))
        self.write("mine/these.odt", "precious")
        self.write("hers/files/these.odt", "precious")
        for folder, said in (("mine", "these.odt"), ("hers", "these.odt"), ("other", "archive.sqlite"),
                             ("of-other", "another archive"), ("archive/backup", "lies in the archive"),
                             ("archive", "lies in the archive")):  # fmt: skip
            with self.subTest(folder):
                before = sorted((self.folder / folder).rglob("*"))
                self.assertIn(said, self.index("backup", self.folder / folder, status=CANNOT_CREATE).stderr)
                self.assertEqual(sorted((self.folder / folder).rglob("*")), before)
        self.index("backup", self.backup)
        with open(self.backup / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.index("backup", self.backup, status=LOCKED)


class Restore(BackupTest):
    def setUp(self):
        super().setUp()
        self.index("backup", self.backup)

    def test_what_does_not_fit_is_refused(self):
        def an_archive():
            shutil.copytree(self.archive, self.back)

        def a_log():
            self.write("back/archive.sqlite-wal", "x")

        def a_folder_of_ones_own():
            self.write("back/index/these.odt", "precious")

        def an_index_of_another():
            run("hemero-index", "add", "-a", self.back, self.write("x.jsonl", [article("x")]))
            (self.back / "archive.sqlite").unlink()

        for harm, said in ((an_archive, "archive.sqlite"), (a_log, "archive.sqlite-wal"),
                           (a_folder_of_ones_own, "these.odt"), (an_index_of_another, "another archive")):  # fmt: skip
            with self.subTest(harm.__name__):
                harm()
                before = sorted(self.back.rglob("*"))
                self.assertIn(said, self.restore(status=CANNOT_CREATE).stderr)
                self.assertEqual(sorted(self.back.rglob("*")), before)
                shutil.rmtree(self.back)
        self.restore()

    def test_what_is_no_backup(self):
        done = run("hemero-index", "restore", "-a", self.back, self.folder / "none")
        self.assert_status(NO_ARCHIVE, done)
        self.assertFalse(self.back.exists())

    def test_a_lost_catalogue_comes_back(self):
        before = self.said(self.archive)
        (self.archive / "archive.sqlite").unlink()
        self.assertIn("hemero-index restore", self.add_articles(article("renard"), status=BAD_DATA).stderr)
        self.index("restore", self.backup)
        self.assertEqual(self.said(self.archive), before)


class Compact(BackupTest):
    def test_what_a_restore_that_lost_its_power_left_is_removed(self):
        backup, restored = self.folder / "backup", self.folder / "restored"
        self.add_articles({"id": "1", "title": "Un loup", "text": "Un loup passe."})
        self.index("backup", backup)
        # A journal by which the draft was empty before (sqlite.org/fileformat2.html): to undo it loses everything.
        numbers = struct.pack(">IIIII", 0, 7, 0, 512, 16384)
        journal = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + numbers.ljust(504, b"\0")
        self.write("restored/archive.sqlite.restoring-journal", journal)
        self.archive = restored
        self.index("restore", backup)
        self.assertEqual([each.name for each in restored.iterdir() if "restoring" in each.name], [])
        self.assertEqual(self.query("search", "--count", "loup").stdout, "1\n")

    def test_an_archive_becomes_small(self):
        self.add_articles(*(article(f"ours{i}") for i in range(1100)))
        self.add_articles(article("hibou"))
        self.index("remove", "--id", *range(30, 60))
        before = self.said(self.archive)
        parts = self.index("parts", "--format", "json").json()["parts"]
        self.assertEqual([part["dead"] for part in parts], [30, 0])
        self.assertIn(" MB now", self.index("compact").stderr)
        (part,) = self.index("parts", "--format", "json").json()["parts"]
        self.assertEqual((part["articles"], part["dead"]), (1092, 0))
        self.assertEqual(self.said(self.archive), before)
        with sqlite3.connect(self.archive / "archive.sqlite") as connection:
            self.assertEqual(connection.execute("PRAGMA freelist_count").fetchone(), (0,))
        self.index("compact")
        self.add_articles(article("renard"))
        self.assertEqual(self.keys("renard"), ["renard"])


if __name__ == "__main__":
    unittest.main()
