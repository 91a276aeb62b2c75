"""hemero-query list: what the articles have, with counts; and how --like, formats and removals change it."""
import csv
import io
import sqlite3
import unittest

from support import DONE, NO_ARCHIVE, NO_HITS, USAGE, ArchiveTest, SampleTest, run

CURRENT = "FROM article JOIN version ON version.id = version_id LEFT JOIN source ON source.id = source_id"
VALUES = {
    "sources": "coalesce(name, '')", "sections": "section", "languages": "language", "years": "substr(date, 1, 4)",
}  # fmt: skip


class Lists(SampleTest):
    def listed(self, *args, **how):
        rows = (line.split("\t") for line in self.query("list", *args, **how).stdout.splitlines())
        return [(value, int(articles)) for value, articles in rows]

    def rows(self, sql):
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        self.addCleanup(connection.close)
        return connection.execute(sql).fetchall()

    def test_the_counts_are_those_of_sql(self):
        for what, column in VALUES.items():
            order = "1" if what == "years" else "2 DESC, 1"
            with self.subTest(what):
                expected = self.rows(f"SELECT {column}, count(*) {CURRENT} WHERE {column} <> '' "
                                     f"GROUP BY 1 ORDER BY {order}")  # fmt: skip
                self.assertGreater(len(expected), 0)
                self.assertEqual(self.listed(what), expected)

    def test_an_article_counts_for_each_of_its_authors(self):
        articles = [set(authors.split("\n")) for (authors,) in self.rows(f"SELECT authors {CURRENT}")]
        every = set().union(*articles) - {""}
        expected = {name: sum(name in names for names in articles) for name in every}
        self.assertEqual(dict(self.listed("authors")), expected)
        self.assertGreater(sum(expected.values()), sum(1 for names in articles if names != {""}), "some have two")

    def test_like_is_a_part_as_readers_type_it(self):
        courrier = [row for row in self.listed("sources") if "Courrier" in row[0]]
        self.assertEqual(len(courrier), 1)
        for typed in ("courrier", "COURRIER DE LA", "e courr", "Côurrier"):
            with self.subTest(typed):
                self.assertEqual(self.listed("sources", "--like", typed), courrier)
        self.assertEqual(self.listed("years", "--like", "202"),
                         [row for row in self.listed("years") if "202" in row[0]])  # fmt: skip
        self.assertEqual(self.listed("sources", "--like", ""), self.listed("sources"))
        self.assertEqual(self.query("list", "sources", "--like", "zzyzx", status=NO_HITS).stdout, "")

    def test_formats(self):
        values = self.listed("sources")
        members = [{"value": value, "articles": articles} for value, articles in values]
        self.assertEqual(self.query("list", "sources", "--format", "json").json(), {"version": 1, "values": members})
        table = list(csv.reader(io.StringIO(self.query("list", "sources", "--format", "csv").stdout)))
        self.assertEqual(table, [["value", "articles"], *([value, str(articles)] for value, articles in values)])

    def test_usage(self):
        for arguments in ((), ("keywordz",), ("sources", "authors"), ("sources", "--format", "jsonl")):
            with self.subTest(arguments):
                self.query("list", *arguments, status=USAGE)
        self.assert_status(NO_ARCHIVE, run("hemero-query", "list", "sources", "-a", self.folder / "none"))


class Changes(ArchiveTest):
    def test_what_was_removed_or_replaced_does_not_count(self):
        loup = {"id": "a", "title": "Un loup", "text": "Il dort.", "source": "Le Matin", "date": "2019"}
        lynx = {"id": "b", "title": "Un lynx", "text": "Il dort.", "source": "Le Soir", "date": "2021-05-03",
                "authors": ["A", "B\tC", "A"]}  # fmt: skip
        self.add_articles(loup, lynx, {"id": "c", "title": "Un ours", "text": "Il mange.", "source": "Le Soir"})
        self.assertEqual(self.query("list", "sources").stdout, "Le Soir\t2\nLe Matin\t1\n")
        self.assertEqual(self.query("list", "years").stdout, "2019\t1\n2021\t1\n")
        self.assertEqual(self.query("list", "authors").stdout, "A\t1\nB C\t1\n", "once an article, on one line")
        self.index("remove", "--id", 3)
        self.add_articles({**loup, "source": "Le Midi"})
        self.assertEqual(self.query("list", "sources").stdout, "Le Midi\t1\nLe Soir\t1\n")
        self.index("remove", "--id", 1, 2)
        self.query("list", "sources", status=NO_HITS)


if __name__ == "__main__":
    unittest.main()
