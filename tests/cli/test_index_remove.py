"""hemero-index remove: what is taken back, what stays on record, and how it comes back."""
import sqlite3
import unittest

from support import BAD_DATA, DONE, NO_ARCHIVE, PARTLY, USAGE, ArchiveTest, run


def article(key, text="Le loup dort.", **fields):
    return {"id": key, "title": f"Titre de {key}", "text": text, **fields}


class RemoveTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.stored = [
            article("k1", "Le loup dort.", source="Le Matin", date="2019-05"),
            article("k2", "Le lynx dort.", source="Le Matin", date="2020-06-15"),
            article("k3", "Le renard mange.", source="Le Soir", date="2021"),
            article("k4", "Le renard dort.", source="Le Soir"),
        ]
        self.add_articles(*self.stored)

    def rows(self, sql):
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def left(self):
        return sorted(key for key, in self.rows("SELECT key FROM articles"))

    def remove(self, *args, **how):
        return self.index("remove", *args, **how)


class Selecting(RemoveTest):
    def test_what_goes(self):
        numbers = self.write("numbers", "1\n\n 4\r\n")
        cases = [
            (["--id", 1], ["k2", "k3", "k4"]),
            (["--id", 1, 3, "--id", 2], ["k4"]),
            (["--ids", numbers], ["k2", "k3"]),
            (["--ids", numbers, "--id", 2], ["k3"]),
            (["--source", "Le Soir"], ["k1", "k2"]),
            (["--before", "2020-06"], ["k2", "k3", "k4"]),
            (["--before", "2021-03"], ["k3", "k4"]),
            (["--source", "Le Matin", "--before", "2020"], ["k2", "k3", "k4"]),
            (["--id", 2, 3, "--source", "Le Soir"], ["k1", "k2", "k4"]),
            (["--source", "Le Midi"], ["k1", "k2", "k3", "k4"]),
        ]
        for i, (args, left) in enumerate(cases):
            with self.subTest(args):
                self.archive = self.folder / f"archive{i}"
                self.add_articles(*self.stored)
                done = self.remove("--yes", *args)
                self.assertRegex(done.stderr.splitlines()[-1],
                                 rf"^{4 - len(left)} removed, 0 removed before, 0 unknown in ")
                self.assertEqual(self.left(), left)
                self.assertEqual(sorted(self.keys("titre", "--match", "all")), left)

    def test_what_a_query_finds(self):
        found = self.query("search", "--ids", "--", "dort -lynx").stdout
        self.assertEqual(sorted(found.split()), ["1", "4"])
        self.remove("--ids", "-", stdin=found)
        self.assertEqual(self.left(), ["k2", "k3"])
        nothing = self.query("search", "--ids", "dort loup", status=1).stdout
        self.assertEqual(nothing, "")
        self.remove("--ids", "-", stdin=nothing)
        self.assertEqual(self.left(), ["k2", "k3"])

    def test_a_query(self):
        listed = self.remove("--query", "dort -lynx", "--dry-run").stdout
        self.assertEqual([line.split("\t")[0] for line in listed.splitlines()], ["1", "4"])
        self.assertEqual(len(self.left()), 4)
        self.remove("--yes", "--query", "dort -lynx", "--before", "2020")
        self.assertEqual(self.left(), ["k2", "k3", "k4"])
        done = self.remove("--query", "dort loup")
        self.assertIn("0 removed", done.stderr)
        self.remove("--yes", "--query", "lynx", "--id", "3")
        self.assertEqual(self.left(), ["k4"])

    def test_a_query_that_cannot_be_searched_removes_nothing(self):
        (self.archive / "index" / "parts.tsv").write_text("part-999999\n")
        done = self.remove("--query", "dort", status=BAD_DATA)
        self.assertIn("dort", done.stderr)
        self.assertEqual(len(self.left()), 4)

    def test_ids_of_all_matches_and_of_no_others(self):
        many = [article(f"m{i}", "La truite nage.") for i in range(150)]
        self.add_articles(*many, article("half", "La truite dort."))
        self.assertEqual(len(self.query("search", "--ids", "truite nage").stdout.split()), 150)

    def test_dry_run_lists_and_changes_nothing(self):
        done = self.remove("--source", "Le Matin", "--dry-run")
        self.assertEqual(done.stdout, "1\t2019-05\tLe Matin\tTitre de k1\n2\t2020-06-15\tLe Matin\tTitre de k2\n")
        self.assertEqual(len(self.left()), 4)
        self.assertEqual(self.rows("SELECT count(*) FROM run"), [(1,)])

    def test_unknown_articles_are_named(self):
        done = self.remove("--id", 1, 99, status=PARTLY)
        self.assertIn("99", done.stderr)
        self.assertEqual(self.left(), ["k2", "k3", "k4"])
        done = self.remove("--id", 1, status=DONE)
        self.assertIn("0 removed, 1 removed before", done.stderr)

    def test_usage(self):
        self.remove(status=USAGE)
        self.remove("--reason", "x", status=USAGE)
        self.remove("--id", "x", status=USAGE)
        self.remove("--before", "hier", status=USAGE)
        done = self.remove("--ids", "-", stdin="1\nk2\n", status=BAD_DATA)
        self.assertIn("-:2:", done.stderr)
        self.assertEqual(len(self.left()), 4)
        done = run("hemero-index", "remove", "-a", self.folder / "none", "--id", "1")
        self.assert_status(NO_ARCHIVE, done)


class Afterwards(RemoveTest):
    def test_nothing_finds_a_removed_article(self):
        self.remove("--id", 1, "--reason", "démenti")
        self.assertEqual(self.keys("loup", "--match", "all"), [])
        self.assertEqual(self.query("search", "--count", "dort").stdout, "2\n")
        self.assertEqual(self.query("terms", "lou", status=1).stdout, "")
        status = self.index("status", "--format", "json").json()
        self.assertEqual((status["articles"], status["removed"], status["versions"]), (3, 1, 4))
        self.assertIn("removed", self.index("status").stdout)
        self.assertEqual(self.rows("SELECT reason, run_id, lasting FROM removal"), [("démenti", 2, 1)])

    def test_copies_are_counted_without_it(self):
        text = " ".join(f"mot{i}" for i in range(60))
        self.add_articles(*(article(f"c{i}", text, date=f"2020-01-0{i}") for i in (1, 2, 3)))
        self.assertEqual(self.search("mot7")["hits"][0]["copies"]["count"], 3)
        first = self.search("mot7", "--sort", "oldest", "--copies", "all")["hits"][0]
        self.assertEqual(first["key"], "c1")
        self.remove("--id", first["id"])
        hit = self.search("mot7")["hits"][0]
        self.assertEqual(hit["copies"]["count"], 2)
        self.assertEqual(hit["copies"]["earliest"]["date"], "2020-01-02")

    def test_it_stays_removed_until_somebody_insists(self):
        self.remove("--id", 1)
        path = self.write("again.jsonl", [article("k1", "Le loup hurle."), self.stored[1]])
        done = self.add(path, "--strict")
        self.assertIn("0 added, 0 updated, 1 unchanged, 1 skipped (removed 1)", done.stderr)
        self.assertIn("--restore", done.stderr)
        self.assertEqual(self.keys("loup", "--match", "all"), [])
        self.add(self.write("once more.jsonl", [article("k1")]))  # nothing else in the file, and no bad data
        done = self.add(path, "--restore")
        self.assertIn("1 added, 0 updated, 1 unchanged, 0 skipped", done.stderr)
        self.assertEqual(self.search("hurle")["hits"][0]["id"], 1)
        self.assertIn("0 added, 1 updated", self.add(self.write("once more.jsonl", [article("k1")])).stderr)

    def test_a_rebuild_finds_the_same(self):
        self.remove("--id", 1)
        before = self.search("dort renard", "--match", "any")["hits"]
        self.index("rebuild")
        self.assertEqual(self.search("dort renard", "--match", "any")["hits"], before)

    def test_messages_in_french(self):
        done = self.remove("--id", 1, 99, "--lang", "fr", status=PARTLY)
        self.assertIn("il n’y a pas d’article 99", done.stderr)
        self.assertIn("retirés\u00a0: 1", done.stderr)


if __name__ == "__main__":
    unittest.main()
