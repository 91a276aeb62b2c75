"""What both programs say of an archive that is being made, never was, is empty, or waits for a rebuild."""
import contextlib
import fcntl
import json
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from support import BAD_DATA, DONE, LOCKED, NO_ARCHIVE, NO_HITS, OTHER_VERSION, ArchiveTest, environment, program, run

READING = (("search", "loup"), ("search", "--count"), ("explain", "loup"), ("terms", "l"), ("similar", "1"))
WOLF = {"id": "a", "title": "Un loup", "text": "Il dort."}


class States(ArchiveTest):
    def reads(self, status, *said, lang="en"):
        """Every command that reads the index, and status, leave with this exit status and these words."""
        done = [self.query(*command, "--lang", lang, status=status) for command in READING]
        done.append(self.index("status", "--lang", lang, status=status))
        for each in done:
            self.assertEqual(each.stdout, "")
            for text in said:
                self.assertIn(text, each.stderr)
        return done

    @contextlib.contextmanager
    def held_add(self, *records):
        """An add that waits for more on its standard input, once the archive's catalogue is there."""
        command = [str(program("hemero-index")), "add", "-a", str(self.archive), "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()) as adding:
            for record in records:
                adding.stdin.write(json.dumps(record).encode() + b"\n")
            adding.stdin.flush()
            while adding.poll() is None and self.query_status() == NO_ARCHIVE:
                time.sleep(0.01)
            yield adding
            if adding.poll() is None:
                adding.stdin.close()
                self.assertEqual(adding.wait(60), DONE)

    def query_status(self):
        return run("hemero-query", "search", "-a", self.archive, "x").status

    def index_status(self, command, *args):
        return run("hemero-index", command, "-a", self.archive, *args).status

    @contextlib.contextmanager
    def lock(self):
        with open(self.archive / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def test_being_made(self):
        with self.held_add(WOLF):
            for done in self.reads(LOCKED, "the archive in ", "is being made", "can be searched when"):
                self.assertNotIn("rebuild", done.stderr)
            self.reads(LOCKED, "est en cours de création", lang="fr")
        self.assertEqual(self.query("search", "--count", "loup").stdout, "1\n")

    def test_never_finished(self):
        with self.held_add() as adding:
            adding.send_signal(signal.SIGKILL)
            adding.wait(60)
        self.reads(NO_ARCHIVE, "was never finished", "hemero-index add")
        self.add_articles(WOLF)
        self.query("search", "loup")

    def test_empty(self):
        empty = self.folder / "nothing"
        empty.mkdir()
        self.add(empty)
        self.says_empty()
        self.add_articles(WOLF)
        self.index("remove", "--id", "1")
        self.says_empty()

    def says_empty(self):
        for arguments in (("search", "loup"), ("search",)):
            done = self.query(*arguments, status=NO_HITS)
            self.assertEqual(done.stdout, "Note: the archive is empty: “hemero-index add” puts articles into it\n\n")
        self.assertIn("l’archive est vide", self.query("search", "--lang", "fr", "loup", status=NO_HITS).stdout)
        self.assertIn("the archive is empty", self.search("loup")["query"]["notices"][0])
        self.assertIn("the archive is empty", self.index("status").stdout)
        self.assertIn("l’archive est vide", self.index("status", "--lang", "fr").stdout)

    def test_the_lock_is_removed_under_a_writer(self):
        self.add_articles(WOLF)
        lynx = self.write("lynx.jsonl", [{**WOLF, "id": "b", "title": "Un lynx"}])
        with self.held_add({**WOLF, "id": "c", "title": "Un renard"}):
            while self.index_status("places", "--forget", "none") != LOCKED:
                time.sleep(0.01)
            (self.archive / "lock").unlink()
            begun = self.write("archive/index/part-000009/streams", "what the first one is writing")
            self.add(lynx, status=LOCKED)
            self.assertTrue(begun.exists())
        self.add(lynx)
        self.assertEqual(self.query("search", "--count", "loup OU lynx OU renard").stdout, "3\n")

    def test_a_catalogue_that_went_its_own_way(self):
        self.add_articles(WOLF)
        other = self.folder / "other"
        shutil.copytree(self.archive, other)
        self.add_articles({**WOLF, "id": "b"})
        path = self.write("c.jsonl", [{**WOLF, "id": "c", "text": "Il court au loin."}])
        self.assert_status(DONE, run("hemero-index", "add", "-a", other, path))
        shutil.copy(other / "archive.sqlite", self.archive)
        self.reads(OTHER_VERSION, "belongs to another state", "hemero-index rebuild")
        self.index("remove", "--id", "1", status=OTHER_VERSION)
        self.index("rebuild")
        self.assertEqual(sorted(self.keys("loup")), ["a", "c"])

    def test_articles_without_an_index(self):
        self.add_articles(WOLF)
        shutil.rmtree(self.archive / "index")
        self.reads(BAD_DATA, "have no index yet", "hemero-index rebuild")
        with self.lock():
            self.reads(LOCKED, "is being made")
        self.index("rebuild")
        self.query("search", "loup")

    def test_waiting_for_a_rebuild(self):
        self.add_articles(WOLF)
        with contextlib.closing(sqlite3.connect(self.archive / "archive.sqlite")) as connection, connection:
            connection.execute("UPDATE setting SET value = 'another' WHERE name = 'uuid'")
        self.reads(OTHER_VERSION, "belongs to another state", "hemero-index rebuild")
        with self.lock():
            for done in self.reads(LOCKED, "is being rebuilt"):
                self.assertNotIn("run “hemero-index", done.stderr)
        self.index("rebuild")
        self.query("search", "loup")


if __name__ == "__main__":
    unittest.main()
