"""The notes of a query, for every command that takes one; and queries that only exclude, where they would destroy."""
import unittest

from support import DONE, NO_HITS, USAGE, ArchiveTest

ANIMALS = ("loup", "lynx", "renard", "ours")

# A query, and what the note on it says in English and in French.
NOTED = (
    ("date:11/08/21", "is no date", "n’est pas une date"),
    ("-date:hier", "is no date", "n’est pas une date"),
    ("titer:loup", "there is no field “titer”", "il n’y a pas de champ"),
    ("loup ET", "an operator lacks a word", "un opérateur"),
    ('loup "dort', "a quotation mark has no partner", "un guillemet"),
    ("loup zzyzx", "no article prints “zzyzx”", "aucun article n’imprime"),
)


class NotesTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*({"id": name, "title": f"Le {name} dort.", "source": "Le Matin", "date": "2019"}
                            for name in ANIMALS))  # fmt: skip

    def left(self):
        return self.query("search", "--count", "dort").stdout.strip()


class Notes(NotesTest):
    def told(self, done, note):
        """A note stands on standard error, once, and not among the data."""
        self.assertEqual(done.stderr.count(note), 1, done.stderr)
        self.assertNotIn(note, done.stdout)

    def test_of_a_search(self):
        for query, english, french in NOTED:
            for options in (("--count",), ("--ids",), ("--format", "jsonl")):
                with self.subTest(query, options=options):
                    hits = self.search(query, "--match", "all")["hits"]
                    status = DONE if hits else NO_HITS
                    for lang, note in (("en", english), ("fr", french)):
                        done = self.query("search", "--match", "all", "--lang", lang, *options, "--", query,
                                          status=status)  # fmt: skip
                        self.told(done, note)

    def test_where_they_are_printed_they_are_printed_once(self):
        for options in ((), ("--format", "json")):
            done = self.query("search", *options, "titer:loup", status=NO_HITS)
            self.assertEqual((done.stdout.count("titer”"), done.stderr), (1, ""))

    def test_of_a_batch(self):
        path = self.write("queries.tsv", "q1\tloup\nq2\ttiter:loup\nq3\tloup ET\n")
        for form in ("trec", "jsonl"):
            done = self.query("batch", "--format", form, path)
            lines = done.stderr.splitlines()
            self.assertEqual([line.split(":")[0] for line in lines], ["Note on q2", "Note on q3"])
        done = self.query("batch", "--lang", "fr", path)
        self.assertIn("Remarque sur q2\u00a0: il n’y a pas de champ", done.stderr)

    def test_of_what_removes(self):
        for command in ("remove", "purge"):
            for query, english, french in NOTED:
                for lang, note in (("en", english), ("fr", french)):
                    with self.subTest(command, query=query, lang=lang):
                        self.told(self.index(command, "--lang", lang, "--query", query, "--dry-run"), note)


class OnlyExclusions(NotesTest):
    ROWS = (
        ("-xyzzy", 4, "nothing is excluded"),
        ("-loup", 3, ""),
        ("-date:hier", 4, "no date: words"),
        ("SAUF loup", 3, ""),
        ("-loup -lynx", 2, ""),
        ("-(loup OU lynx)", 2, ""),
        ("renard OU -loup", 3, "either way"),
        ("(-loup) ET (-lynx)", 2, ""),
        ("-date:2019 -titre:ours", 0, "nothing is left"),
        ("   ", 4, "no words"),
    )

    def test_a_search_finds_the_rest(self):
        for query, articles, reason in self.ROWS:
            with self.subTest(query, reason=reason):
                done = self.query("search", "--count", "--", query, status=DONE if articles else NO_HITS)
                self.assertEqual(done.stdout, f"{articles}\n")

    def test_what_removes_refuses_them(self):
        for command in ("remove", "purge"):
            for query, articles, reason in self.ROWS:
                with self.subTest(command, query=query, reason=reason):
                    done = self.index(command, "--yes", "--query", query, status=USAGE)
                    self.assertIn(f"articles that it finds: {articles}\n", done.stderr)
                    self.assertIn("needs --all", done.stderr)
                    self.assertEqual((done.stdout, self.left()), ("", "4"))
                    self.assertEqual("is no date" in done.stderr, "hier" in query)
        french = self.index("remove", "--lang", "fr", "--query", "-xyzzy", status=USAGE).stderr
        self.assertIn("articles trouvés\u00a0: 4\n", french)
        self.assertIn("demande --all", french)

    def test_what_names_something_is_no_such_query(self):
        for query, left in (("loup -xyzzy", "3"), ("date:2019 -(lynx OU renard OU ours)", "3"), ("-(-lynx)", "2")):
            self.index("remove", "--yes", "--query", query)
            self.assertEqual(self.left(), left, query)

    def test_all_is_said(self):
        self.index("remove", "--all", "--id", "1", status=USAGE)
        self.index("remove", "--query", "-loup", "--dry-run")  # a look is free
        self.index("remove", "--yes", "--all", "--query", "-loup")
        self.assertEqual(self.left(), "1")
        self.index("purge", "--yes", "--all", "--query", "-xyzzy")
        self.assertEqual(self.index("status", "--format", "json").json()["versions"], 0)

    def test_selective_is_for_any_script(self):
        done = self.query("search", "--ids", "--selective", "-xyzzy", status=USAGE)
        self.assertEqual(done.stdout, "")
        self.assertEqual(self.query("search", "--ids", "--selective", "loup").stdout, "1\n")


if __name__ == "__main__":
    unittest.main()
