"""Killing hemero-index at any moment loses nothing that was committed: the next run goes on.

Each round starts a command and kills it (SIGKILL) somewhere between its first and its last moment, then runs `add` to
its end. HEMERO_KILLS sets the number of kills (default 25), HEMERO_SEED the moments.
"""
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import time

from support import ArchiveTest, environment, program, run

KILLS = int(os.environ.get("HEMERO_KILLS", "25"))
SEED = int(os.environ.get("HEMERO_SEED", "1"))
WORDS = "SELECT surface, occurrences, inside FROM vocabulary WHERE occurrences <> 0 ORDER BY surface"


class Articles:
    """What the archive should hold: key → version, and batches of short articles that add and change."""

    def __init__(self, chance):
        self.chance = chance
        self.versions = {}

    def batch(self, size):
        """Some new articles and new versions of some old ones, as records."""
        old = self.chance.sample(sorted(self.versions), min(len(self.versions), size // 10))
        new = [f"k{len(self.versions) + i}" for i in range(size)]
        for key in old + new:
            self.versions[key] = self.versions.get(key, 0) + 1
        return [self.record(key) for key in old + new]

    def record(self, key):
        number = int(key[1:])
        text = f"Le texte commun parle du groupe{number % 11} et du mot{number % 97}. Version{self.versions[key]}."
        return {"id": key, "title": f"Article {number}", "text": text, "date": f"20{number % 20 + 10}-01-01"}


class Protocol(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(SEED)
        self.articles = Articles(self.chance)

    def kill_within(self, seconds, *args):
        """Runs a command and kills it at a random moment; whether it was still running."""
        command = [str(program("hemero-index")), *map(str, args)]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment()) as process:
            try:
                process.wait(self.chance.uniform(0, seconds))
                return False
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                return True

    def rows(self, sql):
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        with contextlib.closing(connection):
            return connection.execute(sql).fetchall()

    def check_catalogue(self):
        self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])
        self.assertEqual(self.rows("SELECT count(*) FROM article"), [(len(self.articles.versions),)])
        self.assertEqual(
            self.rows("SELECT count(*) FROM article JOIN version ON version.id = version_id "
                      "WHERE version.article_id <> article.id OR version.seq IS NULL"), [(0,)])  # fmt: skip

    def check_index_folder(self):
        """What the list of parts names, and nothing that a killed run left."""
        lines = [line.split("\t") for line in (self.archive / "index/parts.tsv").read_text().splitlines()]
        named = {"parts.tsv"} | {line[1] for line in lines if line[0] == "copies"}
        named |= {name for line in lines if line[0] == "part" for name in (line[1], line[-1])}
        self.assertEqual({path.name for path in (self.archive / "index").iterdir()}, named - {""})

    def answers(self):
        """Scores of many articles for many words: equal when the postings are."""
        words = [f"groupe{i}" for i in range(11)] + [f"mot{i}" for i in range(97)] + ["article", "commun"]
        words += [f"version{i}" for i in range(1, 9)]
        queries = self.write("queries.tsv", "".join(f"{word}\t{word}\n" for word in words))
        done = run("hemero-query", "batch", "-a", self.archive, queries, "-n", 2000, "--format", "trec")
        self.assert_status(0, done)
        return done.stdout

    def count(self, word):
        """How many articles a search finds."""
        return int(run("hemero-query", "search", "-a", self.archive, "--count", word).stdout)

    def test_kills_lose_nothing(self):
        kills = 0
        rounds = 0
        seconds = {}
        while kills < KILLS:
            size = (9000, 300, 40, 2500, 300)[rounds % 5]
            rounds += 1
            path = self.write("batch.jsonl", self.articles.batch(size))
            command = ("rebuild", "-a", self.archive) if rounds % 4 == 0 else ("add", "-a", self.archive, path)
            for _ in range(1 + rounds % 3):  # also one kill after the other
                kills += self.kill_within(seconds.get(size, 0.5), *command)
            start = time.monotonic()
            done = self.add(path)
            seconds[size] = time.monotonic() - start + 0.02
            self.assertIn(" 0 skipped", done.stderr)
            self.check_catalogue()
            self.check_index_folder()
        self.assertFalse(self.index("status", "--format", "json").json()["index_behind"])
        self.check_whole()

    def test_kills_of_removals_lose_nothing(self):
        size = 3000
        everything = self.write("all.jsonl", self.articles.batch(size))
        self.add(everything)
        removed = set()
        kills = 0
        seconds = 1.0
        while kills < KILLS and len(removed) < size - 200:
            chosen = self.chance.sample(range(1, size + 1), self.chance.choice((1, 30, 200)))
            ids = self.write("ids", "".join(f"{number}\n" for number in chosen))
            command = ("remove", "-a", self.archive, "--ids", ids, "--reason", "essai")
            for _ in range(self.chance.choice((1, 1, 2))):
                kills += self.kill_within(seconds, *command)
            if self.chance.random() < 0.3:
                self.add(everything)  # catches up and brings nothing back
            start = time.monotonic()
            self.index(*command[:1], *command[3:])
            seconds = time.monotonic() - start + 0.02
            removed |= set(chosen)
            self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
            self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])
            self.assertEqual(self.rows("SELECT count(*) FROM removal"), [(len(removed),)])
            self.assertEqual(self.count("commun"), size - len(removed))
            self.check_index_folder()
        before = self.answers()
        words = self.rows(WORDS)
        self.index("rebuild")
        self.assertEqual(self.answers(), before)
        self.assertEqual(self.rows(WORDS), words)

    def check_whole(self):
        self.assertEqual(self.count("commun"), len(self.articles.versions))
        expected = {f"version{v}": 0 for v in range(1, 9)}
        for version in self.articles.versions.values():
            expected[f"version{version}"] += 1
        for word, count in expected.items():
            self.assertEqual(self.count(word), count, word)
        before = self.answers()
        words = self.rows(WORDS)
        self.index("rebuild")
        self.check_index_folder()
        self.assertEqual(self.answers(), before)
        self.assertEqual(self.rows(WORDS), words)
