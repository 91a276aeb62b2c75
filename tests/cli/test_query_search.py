"""hemero-query search: the JSON of the contract, what the options do, the text, the sample's ten queries."""
import json
import re
import subprocess
import unittest

from support import DONE, NO_HITS, USAGE, SampleTest, environment, program, run


class TenQueries(SampleTest):
    """What a reader of the sample expects to find; keys of pages are their file names without number and extension."""

    EXPECTED = {
        "ambassade Kaboul talibans": {
            "apo-20210816-0117", "mdb-2023-06-13-kaboul", "mdb-2023-06-14-kaboul-maj", "cdl-88214", "02", "05", "21"},
        "chef d'oeuvre volé": {"08", "11", "DA/2024/06/12/0031"},
        "greve SNCF": {"apo-20191205-0342", "04", "06", "18"},
        '"exercice antiterroriste"': {"apo-20230525-0208", "22", "24"},
        "presqu'ile de Trevezel": {"25", "apo-20180312-0044", "ta-20240506-2"},
        '"49.3"': {"13", "mdb-2015-02-18-procedure", "mdb-2024-12-05-motion"},
        "prud'hommes": {"01", "23", "26", "cdl-61877"},
        '"ne déposerait pas le bilan"': {"15"},
        '"états généraux"': {"01", "cdl-57032"},
        "Lodz Izmir": {"11", "DA/2024/06/12/0031"},
    }  # fmt: skip

    def test_all_that_match_and_nothing_else(self):
        for text, expected in self.EXPECTED.items():
            with self.subTest(text):
                answer = self.search(text, "-n", "100", "--copies", "all")
                full = [hit["key"] for hit in answer["hits"] if not hit["partial"]]
                self.assertEqual({re.sub(r"^(\d\d)-.*\.txt$", r"\1", key) for key in full}, expected)
                self.assertEqual(answer["total"], {"value": len(expected), "exact": True})

    def test_with_and_without_accents_capitals_and_hyphens(self):
        for text, same in (
            ("ambassade Kaboul talibans", "AMBASSADES kaboul TALIBAN"),
            ("greve SNCF", "grèves s.n.c.f."),
            ('"exercice antiterroriste"', "« Exercice anti-terroriste »"),
            ("presqu'ile de Trevezel", "PRESQU’ÎLE TRÉVEZEL"),
            ('"49.3"', '"49-3"'),
            ("prud'hommes", "prudhommes"),
            ("Lodz Izmir", "Łódź İzmir"),
        ):
            with self.subTest(same):
                self.assertEqual(sorted(self.keys(same, "--match", "all")), sorted(self.keys(text, "--match", "all")))

    def test_debris_of_pages_is_not_found(self):
        for text in ("newsletter cookies", '"articles similaires"', '"partager sur facebook"', '"lire aussi"'):
            with self.subTest(text):
                self.assertEqual(self.keys(text, "--match", "all"), [])


class Json(SampleTest):
    PAGE = {"version": int, "query": dict, "complete": bool, "total": dict, "texts": dict,
            "partial_from": (int, type(None)),
            "took_ms": (int, float), "suggestion": (str, type(None)), "relaxations": list, "hits": list}  # fmt: skip
    QUERY = {"text": str, "match": str, "tree": str, "notices": list}
    TOTAL = {"value": int, "exact": bool}
    RELAXATION = {"change": str, "query": str, "total": dict}
    HIT = {"rank": int, "id": int, "key": str, "score": (int, float), "partial": bool, "missing": list, "title": str,
           "title_highlights": list, "date": (str, type(None)), "source": str, "section": str, "authors": list,
           "url": str, "path": str, "snippets": list, "copies": (dict, type(None))}  # fmt: skip
    SNIPPET = {"text": str, "highlights": list, "starts_mid": bool, "ends_mid": bool}

    def assert_members(self, value, members):
        self.assertEqual(list(value), list(members))
        for name, kind in members.items():
            self.assertIsInstance(value[name], kind, name)
            if kind is int:
                self.assertNotIsInstance(value[name], bool, name)

    def assert_ranges(self, text, ranges):
        last = -1
        for begin, end in ranges:
            self.assertTrue(last < begin < end <= len(text), (text, ranges))
            last = end

    def assert_page(self, page):
        self.assert_members(page, self.PAGE)
        self.assertEqual(page["version"], 1)
        self.assert_members(page["query"], self.QUERY)
        self.assert_members(page["total"], self.TOTAL)
        self.assertIn(page["query"]["match"], ("auto", "all", "any"))
        for notice in page["query"]["notices"]:
            self.assertIsInstance(notice, str)
        for relaxation in page["relaxations"]:
            self.assert_members(relaxation, self.RELAXATION)
            self.assert_members(relaxation["total"], self.TOTAL)
        for hit in page["hits"]:
            self.assert_members(hit, self.HIT)
            self.assert_ranges(hit["title"], hit["title_highlights"])
            self.assertTrue(all(isinstance(author, str) for author in hit["authors"]))
            if hit["date"]:
                self.assertRegex(hit["date"], r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$")
            for snippet in hit["snippets"]:
                self.assert_members(snippet, self.SNIPPET)
                self.assert_ranges(snippet["text"], snippet["highlights"])

    def test_members_and_types(self):
        for text in ("grève", "ambassade Kaboul talibans", "chef d'oeuvre volé", "zzyzx", "greve zzyzx", '"', "-grève",
                     "date:2019", "", "œuvre 北京 😀"):  # fmt: skip
            with self.subTest(text):
                self.assert_page(self.search(text, "--snippets", "3"))

    def test_it_is_one_line(self):
        self.assertEqual(self.query("search", "--format", "json", "grève").stdout.count("\n"), 1)

    def test_offsets_count_code_points(self):
        hits = self.search("Lodz Izmir")["hits"]
        page = next(hit for hit in hits if hit["key"].startswith("11-"))
        snippet = page["snippets"][0]
        shown = [snippet["text"][begin:end] for begin, end in snippet["highlights"]]
        self.assertEqual(shown, ["Łódź", "İzmir"])

    def test_decomposed_text_is_highlighted_with_its_accents(self):
        hits = self.search("tempête Trévezel")["hits"]
        page = next(hit for hit in hits if hit["key"].startswith("25-"))
        shown = [page["title"][begin:end] for begin, end in page["title_highlights"]]
        self.assertEqual(shown, ["Tempe\u0302te", "Tre\u0301vezel"])

    def test_partial_hits_follow_the_others(self):
        answer = self.search("chef d'oeuvre volé")
        partial = [hit["partial"] for hit in answer["hits"]]
        self.assertEqual(partial, sorted(partial))
        self.assertIn(True, partial)
        self.assertEqual(answer["partial_from"], partial.index(True) + 1)
        self.assertEqual(answer["total"]["value"], partial.index(True))

    def test_json_lines_are_the_hits(self):
        lines = self.query("search", "--format", "jsonl", "grève").json_lines()
        self.assertEqual(lines, self.search("grève")["hits"])
        self.assertEqual(self.query("search", "--format", "jsonl", "zzyzx", status=NO_HITS).stdout, "")

    def test_bytes_that_are_no_utf8(self):
        command = [str(program("hemero-query")), "search", "-a", str(self.archive), "--format", "json"]
        done = subprocess.run([*command, b"gr\xe8ve SNCF"], capture_output=True, env=environment())
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertEqual(json.loads(done.stdout)["total"]["value"], 4)


class Address(SampleTest):
    """A query that is nothing but the address of a page asks for its article."""

    def setUp(self):
        super().setUp()
        self.article = self.query("show", 1, "--format", "json").json()
        self.bare = self.article["url"].removeprefix("https://www.")

    def test_however_it_is_written(self):
        for address in (self.article["url"], self.bare, f"http://{self.bare}/", f"{self.bare}#x", f" {self.bare} "):
            with self.subTest(address):
                answer = self.search(address)
                self.assertEqual([hit["id"] for hit in answer["hits"]], [1])
                self.assertEqual(answer["total"], {"value": 1, "exact": True})
                self.assertEqual(answer["query"]["tree"], f"url:{address.strip()}")
                self.assertIn("is an address", answer["query"]["notices"][0])
                self.assertEqual(self.query("search", "--ids", address).stdout, "1\n")
                self.assertEqual(self.query("search", "--count", address).stdout, "1\n")
                self.assertIn(f"url:{address.strip()}", self.query("explain", address).stdout)

    def test_as_text_in_both_languages(self):
        self.assertIn("\n    [1] 2021-08-16 · ", self.query("search", self.bare).stdout)
        self.assertIn("est une adresse", self.search(self.bare, "--lang", "fr")["query"]["notices"][0])

    def test_what_else_is_asked_for_holds(self):
        for options, found in ((("--from", "2021"), 1), (("--to", "2021-08"), 1), (("--from", "2021-08-17"), 0),
                               (("--to", "2020"), 0), (("--source", "agence presse ouest"), 1),
                               (("--offset", "1"), 0)):  # fmt: skip
            with self.subTest(options):
                self.assertEqual(self.keys(self.article["url"], *options), [self.article["key"]] * found)

    def test_an_address_of_no_article_is_said_to_be_one(self):
        answer = self.search("https://nulle.example/part")
        self.assertEqual(answer["hits"], [])
        self.assertIn("no article has the address “https://nulle.example/part”", answer["query"]["notices"][0])
        self.assertIsNone(answer["suggestion"])

    def test_what_is_none(self):
        """An address among words, and what only looks like one, are words as ever."""
        for text in (f"{self.article['url']} kaboul", "km/h", "url:agence-presse-ouest.example"):
            with self.subTest(text):
                notices = self.search(text)["query"]["notices"]
                self.assertFalse([notice for notice in notices if "address" in notice])


class Options(SampleTest):
    def test_count(self):
        self.assertEqual(self.query("search", "--count", "greve", "SNCF").stdout, "4\n")
        self.assertEqual(self.query("search", "--count", "zzyzx", status=NO_HITS).stdout, "0\n")
        self.assertEqual(self.query("search", "--count", "chef d'oeuvre volé").stdout, "3\n", "no partial ones")
        self.assertEqual(self.query("search", "--count", "--match", "any", "greve", "SNCF").stdout,
                         f"{self.search('greve SNCF', '--match', 'any')['total']['value']}\n")  # fmt: skip

    def test_limit_and_offset(self):
        whole = self.keys("grève", "-n", "100")
        self.assertGreater(len(whole), 4)
        self.assertEqual(self.keys("grève", "-n", "2"), whole[:2])
        self.assertEqual(self.keys("grève", "-n", "2", "--offset", "2"), whole[2:4])
        pages = [key for offset in range(0, len(whole), 3) for key in self.keys("grève", "-n", "3", "--offset", offset)]
        self.assertEqual(pages, whole)
        self.assertEqual(self.keys("grève", "--offset", "1000"), [])
        self.assertEqual(self.search("grève", "-n", "2", "--offset", "2")["hits"][0]["rank"], 3)

    def test_sort(self):
        def dates(order):
            page = self.search("grève", "--sort", order, "-n", "100", "--copies", "all")
            return [hit["date"] for hit in page["hits"]]

        self.assertEqual(dates("newest"), sorted(dates("relevance"), reverse=True))
        self.assertEqual(dates("oldest"), sorted(dates("relevance")))

    def test_a_lone_star_means_every_article(self):
        everything = self.query("search", "--count").stdout
        for command in (["search", "--count"], ["search", "--ids"], ["search", "-n", "5"]):
            self.assertEqual(self.query(*command, "*").stdout, self.query(*command, "").stdout, command)
        self.assertEqual(self.query("search", "--count", " * ").stdout, everything)
        self.assertEqual(self.query("search", "*").stderr, "")
        self.assertEqual(self.query("facets", "--fields", "source", "*").stdout.splitlines()[1:],
                         self.query("facets", "--fields", "source").stdout.splitlines()[1:])  # fmt: skip
        self.query("search", "--selective", "*", status=USAGE)

    def test_from_and_to(self):
        def dates(*options):
            return [hit["date"] for hit in self.search("la", *options, "-n", "100")["hits"]]

        every = [date for date in dates() if date]
        self.assertEqual(sorted(dates("--from", "2021")), sorted(date for date in every if date >= "2021"))
        self.assertEqual(sorted(dates("--to", "2018")), sorted(date for date in every if date < "2019"))
        self.assertEqual(sorted(dates("--from", "2019-12", "--to", "2020-07-27")),
                         sorted(date for date in every if "2019-12" <= date < "2020-07-28"))  # fmt: skip
        self.assertEqual(self.keys("la date:2019-12..2020-07-27", "-n", "100"),
                         self.keys("la", "--from", "2019-12", "--to", "2020-07-27", "-n", "100"))  # fmt: skip

    def test_source(self):
        for source in ("Agence Presse Ouest", "agence presse ouest"):
            hits = self.search("la", "--source", source, "-n", "100")["hits"]
            self.assertEqual({hit["source"] for hit in hits}, {"Agence Presse Ouest"})
        self.assertEqual(self.keys("la", "--source", "Agency"), [])

    def test_match(self):
        everything = self.search("grève SNCF retraites", "--match", "all")
        anything = self.search("grève SNCF retraites", "--match", "any")
        automatic = self.search("grève SNCF retraites", "-n", "100")
        self.assertEqual([a["query"]["match"] for a in (everything, anything, automatic)], ["all", "any", "auto"])
        self.assertLess(everything["total"]["value"], anything["total"]["value"])
        self.assertEqual(automatic["total"], everything["total"])
        self.assertGreater(len(automatic["hits"]), everything["total"]["value"])

    def test_snippets(self):
        def counts(number):
            return [len(hit["snippets"]) for hit in self.search("grève trains", "--snippets", number)["hits"]]

        self.assertEqual(set(counts("0")), {0})
        self.assertEqual(set(counts("1")), {1})
        self.assertLessEqual(max(counts("3")), 3)
        self.assertGreater(max(counts("3")), 1)

    def test_a_query_that_starts_with_a_dash(self):
        without = self.query("search", "--count", "--", "-grève").stdout
        everything = 64
        self.assertEqual(int(without), everything - int(self.query("search", "--count", "grève").stdout))
        self.assertEqual(self.query("search", "--count", "-grève").stdout, without)

    def test_words_of_several_arguments_are_one_query(self):
        self.assertEqual(self.keys("greve SNCF"), [hit["key"] for hit in self.query(
            "search", "--format", "json", "greve", "SNCF").json()["hits"]])  # fmt: skip

    def test_archive_of_the_environment(self):
        done = run("hemero-query", "search", "--count", "greve", "SNCF", env={"HEMERO_ARCHIVE": str(self.archive)})
        self.assertEqual((done.status, done.stdout), (DONE, "4\n"))


class Text(SampleTest):
    def test_nothing_but_data_on_stdout(self):
        done = self.query("search", "grève")
        self.assertEqual(done.stderr, "")
        self.assertRegex(done.stdout, r"^\d+ articles, \d+ distinct texts\n\n 1\. ")

    def test_nothing_found(self):
        done = self.query("search", "zzyzx", status=NO_HITS)
        self.assertIn("No article has all of these words.", done.stdout)
        self.assertIn("zzyzx", done.stdout)

    def test_in_french(self):
        for how in ({"LC_ALL": "fr_FR.UTF-8"}, {"LC_ALL": None, "LANG": "fr_FR.UTF-8"},
                    {"LC_ALL": None, "LANG": "fr_CA"}):  # fmt: skip
            self.assertIn("Aucun article", self.query("search", "zzyzx", status=NO_HITS, env=how).stdout)
        self.assertIn("Aucun article", self.query("search", "--lang", "fr", "zzyzx", status=NO_HITS).stdout)
        done = self.query("search", "--lang", "en", "zzyzx", status=NO_HITS, env={"LC_ALL": "fr_FR.UTF-8"})
        self.assertIn("No article", done.stdout)
        notices = self.search('grève ET "', "--lang", "fr")["query"]["notices"]
        self.assertEqual(len(notices), 2)
        for notice in notices:
            self.assertRegex(notice, r"guillemet|opérateur")


if __name__ == "__main__":
    unittest.main()
