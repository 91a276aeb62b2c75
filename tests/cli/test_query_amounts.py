"""hemero-query amounts: amounts of money beside the words of a query; compared with show and search."""
import csv
import functools
import io
import unittest

from support import CUT_SHORT, NO_HITS, USAGE, ArchiveTest, SampleTest
from text_oracle import folded

COLUMNS = ["line", "id", "date", "source", "title", "value", "currency", "amount", "sentence", "paragraph", "begin",
           "end"]  # fmt: skip
QUERIES = ("travaux", "le", "« millions d’euros »", "a*")


class AmountsTest(SampleTest):
    def lines(self, *args):
        return self.query("amounts", "-n", "all", "--format", "jsonl", *args).json_lines()

    @functools.cache
    def text(self, number):
        zones = self.query("show", number, "--format", "json").json()["zones"]
        return "\n".join(zone["text"] for zone in zones), [zone["text"] for zone in zones if zone["kind"] != "debris"]


class Lines(AmountsTest):
    def test_amounts_are_what_is_printed(self):
        lines = self.lines("*")
        self.assertGreater(len(lines), 20)
        for line in lines:
            text, paragraphs = self.text(line["id"])
            self.assertEqual(text[line["begin"] : line["end"]], line["amount"])
            self.assertIn(line["amount"], line["sentence"])
            self.assertIn(line["sentence"], paragraphs[line["paragraph"] - 1])
            self.assertEqual(line["highlights"], [])

    def test_those_of_a_query_have_its_words_in_their_sentence(self):
        everything = {(line["id"], line["begin"]): line for line in self.lines("*")}
        for query in QUERIES:
            with self.subTest(query):
                ids = set(self.query("search", "--ids", "--", query).stdout.split())
                lines = self.lines("--", query)
                self.assertTrue(lines)
                for line in lines:
                    self.assertIn(str(line["id"]), ids)
                    self.assertTrue(line["highlights"])
                    same = everything[line["id"], line["begin"]]
                    self.assertEqual({**line, "line": 0, "highlights": []}, {**same, "line": 0})
        for line in self.lines('"travaux"'):
            for begin, end in line["highlights"]:
                self.assertEqual(folded(line["sentence"][begin:end]), "travaux")

    def test_bounds_and_currencies(self):
        everything = self.lines("*")
        for least, most in ((0, 1000), (1000, 1e6), (1e6, 1e18)):
            asked = [line for line in everything if least <= line["value"] <= most]
            told = self.lines("--least", least, "--most", most, "*")
            self.assertEqual([line["amount"] for line in told], [line["amount"] for line in asked])
        for code in ("EUR", "usd"):
            self.assertEqual({line["currency"] for line in self.lines("--currency", code, "*")}, {code.upper()})

    def test_orders(self):
        lines = self.lines("--sort", "amount", "*")
        self.assertEqual([line["line"] for line in lines], list(range(1, len(lines) + 1)))
        keys = [(line["currency"], -line["value"]) for line in lines]
        self.assertEqual(keys, sorted(keys))
        dates = [line["date"] or "9999" for line in self.lines("--sort", "oldest", "*")]
        self.assertEqual(dates, sorted(dates))


class Forms(AmountsTest):
    def test_csv_has_what_json_lines_have(self):
        done = self.query("amounts", "-n", "all", "--format", "csv", "*")
        table = list(csv.reader(io.StringIO(done.stdout, newline="")))
        self.assertEqual(table[0], COLUMNS)
        lines = self.lines("*")
        self.assertEqual([float(row[5]) for row in table[1:]], [line["value"] for line in lines])
        self.assertEqual([row[7] for row in table[1:]], [line["amount"] for line in lines])
        self.assertIn(f"{len(lines)} amounts", done.stderr)

    def test_nothing_is_found(self):
        self.assertIn("no word of the query stands beside an amount",
                      self.query("amounts", "date:2021", status=NO_HITS).stderr)  # fmt: skip
        self.assertIn("amounts is what --least", self.query("amounts", "--least", "1e17", "*", status=NO_HITS).stderr)

    def test_usage(self):
        for arguments in (("--least", "-1", "le"), ("--sort", "speaker", "le"), ("--currency", "XYZ", "le"), ()):
            self.query("amounts", *arguments, status=USAGE)
        self.assertIn("EUR", self.query("amounts", "--currency", "XYZ", "le", status=USAGE).stderr)

    def test_time_that_is_over(self):
        done = self.query("amounts", "--deadline", "0.000001", "--format", "json", "le", status=CUT_SHORT)
        self.assertFalse(done.json()["complete"])


class Values(ArchiveTest):
    def test_values(self):
        self.add_articles({"id": "1", "title": "Un pont", "date": "2021-03-01",
                           "text": "Le pont coûte de 10 à 15 millions d’euros. La route, 3,50 dollars."})  # fmt: skip
        lines = self.query("amounts", "--format", "jsonl", "pont").json_lines()
        self.assertEqual([(line["value"], line["currency"], line["amount"]) for line in lines],
                         [(10000000, "EUR", "10"), (15000000, "EUR", "15 millions d’euros")])  # fmt: skip
        text = self.query("amounts", "--lang", "fr", "route").stdout
        self.assertIn("· 3,50 USD\n    La **route**, 3,50 dollars.\n", text)


if __name__ == "__main__":
    unittest.main()
