"""What counts the same articles tells the same number: search, facets and timeline, for every operator; compared with
SQL and with a plain scan of the texts."""
import re
import sqlite3
import unittest

from support import DONE, NO_HITS, SOURCE, SampleTest, run

SINGLE = ("source", "section", "language", "site", "year", "month", "day")  # fields of which an article has one value


def documented():
    """The queries in the first two columns of the tables of docs/query-language.md."""
    queries = []
    for line in (SOURCE / "docs" / "query-language.md").read_text("utf-8").splitlines():
        if line.startswith("| `"):
            for cell in line.split("|")[1:3]:
                queries += re.findall(r"`([^`]+)`", cell)
    return [query for query in queries if not query.endswith(":")]


# What the sample has articles for, an operator a row.
FOUND = ("", "grève", "la", "le maire", '"le maire"', "« états généraux »", "=maire", "=Kaboul", "grève ET maire",
         "grève OU ministre", "maire SAUF grève", "maire -grève", "-grève", "(grève OU ministre) maire",
         "le PRÈS/6 maire", "le AVANT/6 maire", "MÊME:phrase(le maire)", "MÊME:paragraphe(le maire)", "minist*",
         "a*", "maitre~", "étudiant~-étudié", "le>=3", '"le maire">=2', "titre:kaboul", "chapo:le", "texte:grève",
         "auteur:vasseur", "source:forez", "rubrique:culture", "motcle:talibans", "url:agence-presse-ouest.example",
         "date:2021", "avant:2019", "après:2020", "date:2018..2020-06")  # fmt: skip


def restricts(options, field):
    """Whether options leave out articles by the field, which is counted without them."""
    time = field in ("year", "month", "day")
    names = ("--from", "--to") if time else ("--" + field, "--not-" + field)
    pairs = zip(options[::2], options[1::2])
    return any(name in names or (name, value) == ("--without", "date" if time else field) for name, value in pairs)


class Sums(SampleTest):
    def lines(self, *args):
        done = run("hemero-query", *args[:1], "-a", self.archive, *args[1:])
        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
        return done

    def sums(self, query, *options):
        """What each of them says, by its name."""
        total = int(self.lines("search", "--count", *options, "--", query).stdout)
        told = {"ids": len(self.lines("search", "--ids", *options, "--", query).stdout.split())}
        fields = ",".join((*SINGLE, "author"))
        facets = self.lines("facets", "-n", 1000, "--fields", fields, "--format", "json", *options, "--", query).json()
        told["facets"] = facets["total"]
        for facet in facets["facets"]:
            if facet["field"] != "author" and not restricts(options, facet["field"]):
                told[facet["field"]] = sum(value["articles"] for value in facet["values"])
        below = ("source", "year", "month", "section", "author")
        page = self.lines("search", "--format", "json", "--match", "all", "--facets", ",".join(below), *options, "--",
                          query).json()  # fmt: skip
        told["page"] = page["total"]["value"]
        for facet, whole in zip(page["facets"], below):
            expected = next(each for each in facets["facets"] if each["field"] == whole)
            self.assertEqual(facet["distinct"], expected["distinct"])
            self.assertEqual(facet["values"], expected["values"][: len(facet["values"])], (query, whole))
        return total, told

    def check(self, query, *options):
        total, told = self.sums(query, *options)
        self.assertEqual(told, {name: total for name in told}, query)
        return total

    def check_timelines(self, queries, *options):
        """Four at a time, as many as one timeline compares."""
        for begin in range(0, len(queries), 4):
            for step in ("week", "month"):
                four = queries[begin : begin + 4]
                answer = self.lines("timeline", "--step", step, "--format", "json", *options, "--", *four).json()
                for query, series in zip(four, answer["series"]):
                    count = int(self.lines("search", "--count", *options, "--", query).stdout)
                    told = sum(count["articles"] for count in (*series["counts"], *series["coarse"]))
                    self.assertEqual((series["total"], told), (count, count), query)

    def test_every_operator_that_finds_something(self):
        for query in FOUND:
            with self.subTest(query):
                self.assertGreater(self.check(query), 0)
        self.check_timelines(FOUND)

    def test_every_query_of_the_document(self):
        queries = documented()
        self.assertGreater(len(queries), 40)
        for query in queries:
            with self.subTest(query):
                self.check(query)
        self.check_timelines(queries)

    def test_an_address(self):
        with sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True) as connection:
            numbers = [number for number, in connection.execute("SELECT id FROM articles ORDER BY id LIMIT 3")]
        for number in numbers:
            url = self.query("show", number, "--format", "json").json()["url"]
            self.assertEqual(self.check(url), 1)

    def test_under_restrictions(self):
        for options in (("--source", "forez"), ("--not-source", "forez", "--from", "2018"), ("--section", "culture"),
                        ("--author", "Vasseur", "--to", "2021"), ("--without", "date"),
                        ("--without", "section", "--section", "Politique"), ("--language", "français"),
                        ("--not-language", "fr"), ("--site", "agence-presse-ouest.example"),
                        ("--not-site", "agence-presse-ouest.example", "--from", "2018"),
                        ("--without", "site")):  # fmt: skip
            for query in ("", "maire"):
                with self.subTest(options=options, query=query):
                    self.check(query, *options)
            self.check_timelines(("", "le", "maire", "-grève"), *options)

    def test_fields_are_what_the_catalogue_says(self):
        with sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True) as connection:
            for query, condition in (("", "1"), ("date:2021", "date LIKE '2021%'"), ("avant:2019", "date < '2020'"),
                                     ("après:2020", "date >= '2020'"),
                                     ("date:2018..2020", "date >= '2018' AND date < '2021'"),
                                     ("date:2021-08", "date LIKE '2021-08%'"), ("source:forez", "source LIKE '%Forez'"),
                                     ("rubrique:culture", "section = 'Culture'"),
                                     ("auteur:vasseur", "authors LIKE '%Vasseur%'"),
                                     ("-source:forez", "coalesce(source, '') NOT LIKE '%Forez'")):  # fmt: skip
                with self.subTest(query):
                    (expected,) = connection.execute(f"SELECT count(*) FROM articles WHERE {condition}").fetchone()
                    self.assertGreater(expected, 0)
                    self.assertEqual(self.check(query), expected)

    def test_exact_words_are_what_a_scan_of_the_texts_finds(self):
        numbers = self.query("search", "--ids", "").stdout.split()
        texts = []
        for number in numbers:
            article = self.query("show", number, "--format", "json").json()
            parts = [article["title"], *(zone["text"] for zone in article["zones"] if zone["kind"] != "debris")]
            texts.append(set(re.findall(r"\w+", "\n".join(parts))))
        for word in ("maire", "grève", "ville", "années", "Kaboul", "préfecture", "salle", "ministre"):
            with self.subTest(word):
                same = str.casefold if word.islower() else str
                expected = sum(any(same(each) == word for each in words) for words in texts)
                self.assertGreater(expected, 0)
                self.assertEqual(self.check(f"={word}"), expected)


if __name__ == "__main__":
    unittest.main()
