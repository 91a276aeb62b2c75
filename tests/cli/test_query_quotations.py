"""hemero-query quotations: what is quoted, and who says it; compared with show and the texts themselves."""
import csv
import functools
import io
import re
import unittest

from support import CUT_SHORT, NO_HITS, USAGE, ArchiveTest, SampleTest, run_in_terminal
from text_oracle import folded, words_of

COLUMNS = ["line", "id", "date", "source", "title", "speaker", "told", "text", "paragraph", "begin", "end"]
MARKS = "\"«»“”"
QUERIES = ("ministre", "grève OU ministre", "« le maire »", "a*", "le -ministre", "texte:ministre")


class QuotationsTest(SampleTest):
    def lines(self, *args):
        return self.query("quotations", "-n", "all", "--format", "jsonl", *args).json_lines()

    @functools.cache
    def zones(self, number):
        return self.query("show", number, "--format", "json").json()["zones"]


class Lines(QuotationsTest):
    def test_a_star_means_all_quotations(self):
        told = self.query("quotations", "-n", "all", "--format", "json", "*").json()
        self.assertGreater(told["quotations"], 50)
        self.assertEqual(told["quotations"], len(told["lines"]))
        self.assertEqual(told["holding"], len({line["id"] for line in told["lines"]}))
        self.assertTrue(all(line["highlights"] == [] for line in told["lines"]))

    def test_quotations_are_what_is_printed_between_marks(self):
        for line in self.lines("*"):
            zones = self.zones(line["id"])
            text = "\n".join(zone["text"] for zone in zones)
            self.assertEqual(text[line["begin"] : line["end"]], line["text"])
            self.assertIn(text[: line["begin"]].rstrip()[-1], MARKS, line)
            self.assertEqual(line["text"], line["text"].strip())
            paragraphs = [zone["text"] for zone in zones if zone["kind"] != "debris"]
            self.assertIn(line["text"].split("\n")[0], paragraphs[line["paragraph"] - 1])
            self.assertEqual(line["speaker"] is None, line["told"] is None)
            if line["speaker"]:
                self.assertIn(line["speaker"].split()[-1], text)

    def test_those_of_a_query_are_those_with_its_words(self):
        everything = {(line["id"], line["begin"]): line for line in self.lines("*")}
        for query in QUERIES:
            with self.subTest(query):
                lines = self.lines("--", query)
                self.assertTrue(lines)
                ids = set(self.query("search", "--ids", "--", query).stdout.split())
                for line in lines:
                    self.assertIn(str(line["id"]), ids)
                    self.assertTrue(line["highlights"])
                    same = {**everything[line["id"], line["begin"]]}
                    self.assertEqual({**line, "line": 0, "highlights": []}, {**same, "line": 0})

    def test_every_word_that_stands_in_a_quotation_is_found(self):
        found = {(line["id"], line["begin"]) for line in self.lines('"ministre"')}
        for line in self.lines("*"):
            words = [folded(word) for part in words_of(line["text"]) for word in part]
            self.assertEqual((line["id"], line["begin"]) in found, "ministre" in words, line)

    def test_highlights_are_the_words_of_the_query(self):
        for line in self.lines('"ministre"'):
            for begin, end in line["highlights"]:
                self.assertEqual(folded(line["text"][begin:end]), "ministre")


class Orders(QuotationsTest):
    def test_orders(self):
        for order in ("newest", "oldest", "source", "speaker"):
            with self.subTest(order):
                lines = self.query("quotations", "-n", "all", "--sort", order, "--format", "json", "*").json()["lines"]
                self.assertEqual([line["line"] for line in lines], list(range(1, len(lines) + 1)))
                dates = [line["date"] or "" for line in lines]
                if order == "newest":
                    self.assertEqual(dates, sorted(dates, reverse=True))
                elif order == "oldest":
                    self.assertEqual(dates, sorted(dates, key=lambda date: date or "9999"))
                elif order == "source":
                    sources = [folded(line["source"]) for line in lines]
                    self.assertEqual(sources, sorted(sources))
                else:
                    named = [line["speaker"] is not None for line in lines]
                    self.assertEqual(named, sorted(named, reverse=True))

    def test_pages_make_the_whole(self):
        whole = self.lines("--sort", "speaker", "*")
        pages = [line for offset in range(0, len(whole) + 9, 9)
                 for line in self.query("quotations", "--sort", "speaker", "-n", 9, "--offset", offset, "--format",
                                        "jsonl", "*").json_lines()]  # fmt: skip
        self.assertEqual(pages, whole)


class Forms(QuotationsTest):
    def test_csv_has_what_json_lines_have(self):
        done = self.query("quotations", "-n", "all", "--format", "csv", "*")
        table = list(csv.reader(io.StringIO(done.stdout, newline="")))
        self.assertEqual(table[0], COLUMNS)
        lines = self.lines("*")
        shown = [["" if line[name] is None else str(line[name]) for name in COLUMNS] for line in lines]
        guarded = [["'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell else cell for cell in row]
                   for row in shown]  # fmt: skip
        self.assertEqual(table[1:], guarded)
        self.assertIn(f"{len(lines)} quotations", done.stderr)

    def test_a_terminal_has_colour_and_its_width(self):
        done = run_in_terminal("hemero-query", "quotations", "--no-pager", "-a", self.archive, '"ministre"', columns=70)
        self.assertIn("\x1b[1;31mministre\x1b[0m", done.stdout)
        lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in done.stdout.splitlines()]
        self.assertLessEqual(max(map(len, lines)), 70)

    def test_nothing_is_found(self):
        done = self.query("quotations", "date:2021", status=NO_HITS)
        self.assertIn("no word of the query stands in a quotation", done.stderr)
        self.assertTrue(done.stdout.startswith("0 quotations"))
        done = self.query("quotations", "--by", "zzyzx", "*", status=NO_HITS)
        self.assertRegex(done.stderr, r"none of \d+ quotations is by “zzyzx”")

    def test_usage(self):
        for arguments in (("-n", "0", "maire"), ("--sort", "right", "maire"), ("--by", "!", "maire"), ()):
            self.query("quotations", *arguments, status=USAGE)
        self.assertIn("--by Garnier", self.query("quotations", "--by", "!", "maire", status=USAGE).stderr)

    def test_time_that_is_over(self):
        done = self.query("quotations", "--deadline", "0.000001", "--format", "json", "le", status=CUT_SHORT)
        self.assertFalse(done.json()["complete"])


class Speakers(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(
            {"id": "1", "title": "Un", "date": "2021-03-01",
             "text": "« Le pont ne rouvrira pas », a prévenu Gérard Collomb. « Le pont est trop vieux », a-t-il "
                     "ajouté. « Il faut un autre pont. »"},
            {"id": "2", "title": "Deux", "date": "2021-03-02",
             "text": "« Un pont coûte trop cher », selon M. Collomb.\n« Le pont est à tous », dit Éva Tessier-Bel."},
            {"id": "3", "title": "Trois", "date": "2021-03-03",
             "text": "« Le pont est beau le soir », dit un voisin. Le maire cite « Le Pont d'Avignon »."},
        )  # fmt: skip

    def speakers(self, *args):
        done = self.query("quotations", "--sort", "oldest", "--format", "jsonl", *args)
        return [(line["speaker"], line["told"]) for line in done.json_lines()]

    def test_who_says_it(self):
        collomb = [("Gérard Collomb", "named"), ("Gérard Collomb", "carried"), ("Gérard Collomb", "continued"),
                   ("M. Collomb", "named")]  # fmt: skip
        self.assertEqual(self.speakers("pont"), [*collomb, ("Éva Tessier-Bel", "named"), (None, None)])
        for name in ("collomb", "COLLOMB", " Collomb "):
            self.assertEqual(self.speakers("--by", name, "pont"), collomb)
        self.assertEqual(self.speakers("--by", "gerard collomb", "pont"), collomb[:3])
        self.assertEqual(self.speakers("--by", "Eva bel", "*"), [("Éva Tessier-Bel", "named")])
        self.query("quotations", "--by", "collom", "pont", status=NO_HITS)

    def test_speakers_are_sorted_by_their_last_names(self):
        done = self.query("quotations", "--sort", "speaker", "--format", "jsonl", "pont")
        speakers = [line["speaker"] for line in done.json_lines()]
        self.assertEqual(speakers, ["Éva Tessier-Bel", "M. Collomb", *["Gérard Collomb"] * 3, None])

    def test_what_the_context_tells_is_said_to_be_so(self):
        for lang, told in (("en", "Gérard Collomb (by the context)"),
                           ("fr", "Gérard Collomb (attribué d’après le contexte)")):  # fmt: skip
            done = self.query("quotations", "--lang", lang, "--sort", "oldest", "pont")
            self.assertEqual(done.stdout.count(told), 2)
        self.assertIn("    «\u00a0Le **pont** ne rouvrira pas\u00a0»\n", done.stdout)


if __name__ == "__main__":
    unittest.main()
