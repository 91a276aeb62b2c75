"""hemero-query kwic: every occurrence in its line; compared with search, show and the texts themselves."""
import csv
import functools
import io
import re
import unicodedata
import unittest
from collections import Counter

from support import CUT_SHORT, DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, run_in_terminal
from text_oracle import folded, words_of

COLUMNS = ["line", "id", "date", "source", "title", "left", "pivot", "right", "paragraph", "sentence", "begin", "end"]

# Of every operator one that finds something in data/sample, and whose words stand in the texts.
QUERIES = (
    "grève", "maire commune", "la grève", '"états généraux"', "« états généraux »", "=Kaboul", "grève OU ministre",
    "ministre -grève", "ministre SAUF grève", "(grève OU maire) ET commune", "titre:kaboul", "chapo:maire",
    "texte:maire", "a*", "kabul~", "le PRÈS/6 maire", "le AVANT/6 maire", "MÊME:phrase(le maire)",
    "MÊME:paragraphe(le maire)", "le>=3", "maire~-maires", "date:2021 maire", "après:2020 maire", "avant:2022 maire",
    "saint vaast", "l'état", "20h30", "49.3", "sncf", "S.N.C.F.", "aujourd'hui", "par",
)  # fmt: skip
RELATED = (("--match", "any", "grève kaboul"), ("--synonyms", "usa"), ("--ocr", "ambassade"),
           ("--from", "2019", "maire"), ("--to", "2020", "maire"))  # fmt: skip


def number_of_words(text):
    return sum(map(len, words_of(text)))


class KwicTest(SampleTest):
    def lines(self, *args):
        return self.query("kwic", "-n", "all", "--format", "jsonl", *args).json_lines()

    @functools.cache
    def texts(self, number):
        """The title and the text of an article, and the paragraphs that are read."""
        shown = self.query("show", number, "--format", "json").json()
        paragraphs = [zone["text"] for zone in shown["zones"] if zone["kind"] != "debris"]
        return shown["title"], "\n".join(zone["text"] for zone in shown["zones"]), paragraphs


class Lines(KwicTest):
    def test_every_article_that_is_found_has_a_line(self):
        for query in QUERIES:
            with self.subTest(query):
                ids = self.query("search", "--ids", "--", query).stdout.split()
                self.assertTrue(ids)
                told = self.query("kwic", "--copies", "all", "-n", "all", "--format", "json", "--", query).json()
                self.assertEqual({str(line["id"]) for line in told["lines"]}, set(ids))
                self.assertEqual((told["total"], told["read"], told["holding"]), (len(ids),) * 3)
                self.assertEqual(told["occurrences"], len(told["lines"]))
                collapsed = self.query("kwic", "-n", "all", "--format", "json", "--", query).json()
                self.assertEqual(len({line["id"] for line in collapsed["lines"]}), told["texts"])

    def test_options_mean_what_they_mean_to_search(self):
        for *options, query in RELATED:
            with self.subTest(options):
                if not options[0].startswith("--match"):
                    options += ["--match", "all"]
                ids = self.query("search", "--ids", *options, query, status=DONE).stdout.split()
                lines = self.lines("--copies", "all", *options, query)
                self.assertEqual({str(line["id"]) for line in lines}, set(ids))

    def test_lines_are_what_is_printed(self):
        for query in QUERIES:
            for context in (0, 3, 7):
                for line in self.lines("--context", context, "--", query):
                    title, text, paragraphs = self.texts(line["id"])
                    printed = text if line["paragraph"] else title
                    self.assertEqual(printed[line["begin"] : line["end"]], line["pivot"])
                    begin = line["begin"] - len(line["left"])
                    whole = line["left"] + line["pivot"] + line["right"]
                    self.assertEqual(printed[begin : begin + len(whole)], whole)
                    paragraph = paragraphs[line["paragraph"] - 1] if line["paragraph"] else title
                    self.assertIn(whole, paragraph)
                    if not paragraph.startswith(whole):
                        self.check_side("left", 0, line, context)
                    if not paragraph.endswith(whole):
                        self.check_side("right", -1, line, context)

    def check_side(self, side, last, line, context):
        """As many words as were asked for; more where the last one is a compound, which is not cut."""
        words = number_of_words(line["left"] + "a") - 1 if side == "left" else number_of_words(line["right"])
        pieces = [piece for piece in map(number_of_words, line[side].replace("-\n", "-").split()) if piece] or [0]
        self.assertGreaterEqual(words, context, line)
        self.assertLess(words - pieces[last], max(context, 1), line)

    def test_all_occurrences_of_a_form_are_there(self):
        for word in ("maire", "greve", "sncf", "kaboul", "etat"):
            with self.subTest(word):
                ids = self.query("search", "--ids", f'"{word}"').stdout.split()
                told = Counter(str(line["id"]) for line in self.lines("--copies", "all", f'"{word}"'))
                for number in ids:
                    title, _, paragraphs = self.texts(number)
                    words = [folded(each) for text in (title, *paragraphs) for part in words_of(text) for each in part]
                    self.assertEqual(told[number], words.count(word), number)

    def test_sentences_are_numbered_in_their_paragraph(self):
        for line in self.lines('"maire"'):
            title, _, paragraphs = self.texts(line["id"])
            parts = words_of(paragraphs[line["paragraph"] - 1] if line["paragraph"] else title)
            self.assertIn("maire", [folded(word) for word in parts[line["sentence"] - 1]], line)


class Orders(KwicTest):
    def sorted_by(self, order, query):
        return self.query("kwic", "-n", "all", "--sort", order, "--format", "json", query).json()["lines"]

    def test_orders(self):
        late = "9999"  # articles without a date come last
        keys = {
            "right": lambda line: [folded(w) for part in words_of(line["right"]) for w in part][:3],
            "left": lambda line: [folded(w) for part in words_of(line["left"]) for w in part][::-1][:3],
            "form": lambda line: [folded(w) for part in words_of(line["pivot"]) for w in part],
            "oldest": lambda line: [], "source": lambda line: [folded(line["source"])],
        }  # fmt: skip
        for query in ("maire", "grève", "« le maire »"):
            for order, key in keys.items():
                with self.subTest(query=query, order=order):
                    lines = self.sorted_by(order, query)
                    self.assertGreater(len(lines), 5)
                    self.assertEqual([line["line"] for line in lines], list(range(1, len(lines) + 1)))
                    expected = sorted(lines, key=lambda line: (key(line), line["date"] or late, line["id"],
                                                               line["paragraph"], line["begin"]))  # fmt: skip
                    self.assertEqual([self.place(line) for line in lines], [self.place(line) for line in expected])
            lines = self.sorted_by("newest", query)
            dates = [line["date"] or "" for line in lines]
            self.assertEqual(dates, sorted(dates, reverse=True))

    @staticmethod
    def place(line):
        return line["id"], line["paragraph"], line["begin"]

    def test_pages_make_the_whole(self):
        for order in ("right", "newest"):
            whole = self.sorted_by(order, "maire")
            pages = [line for offset in range(0, len(whole) + 4, 4)
                     for line in self.query("kwic", "--sort", order, "-n", 4, "--offset", offset, "--format", "jsonl",
                                            "maire").json_lines()]  # fmt: skip
            self.assertEqual(pages, whole)


class Forms(KwicTest):
    def test_csv_and_json_lines(self):
        done = self.query("kwic", "-n", "all", "--format", "csv", "maire")
        table = list(csv.reader(io.StringIO(done.stdout, newline="")))
        lines = self.lines("maire")
        self.assertEqual(table[0], COLUMNS)
        shown = [["" if line[name] is None else str(line[name]) for name in COLUMNS] for line in lines]
        guarded = [["'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell else cell for cell in row]
                   for row in shown]  # fmt: skip
        self.assertEqual(table[1:], guarded)
        self.assertIn(f"{len(lines)} occurrences", done.stderr)

    def test_the_pivot_has_a_column(self):
        for width in (60, 80, 160):
            done = self.query("kwic", "-n", "all", "--width", width, '"maire"').stdout.splitlines()
            lines = [line for line in done if line.startswith(" ") or line.startswith("[")]
            self.assertGreater(len(lines), 10)
            columns = {unicodedata.normalize("NFC", line).lower().find("  maire") for line in lines}
            self.assertEqual(len(columns), 1, lines)
            self.assertLessEqual(max(map(len, lines)), width)

    def test_a_terminal_is_used_as_wide_as_it_is(self):
        for width in (60, 140):
            done = run_in_terminal("hemero-query", "kwic", "-n", "all", "--no-pager", "-a", self.archive, '"maire"',
                                   columns=width)  # fmt: skip
            lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in done.stdout.splitlines()[2:]]
            self.assertTrue(width - 20 < max(map(len, lines)) <= width, lines)
            self.assertIn("\x1b[1;31mmaire\x1b[0m", done.stdout)

    def test_a_query_that_names_no_words_has_no_lines(self):
        done = self.query("kwic", "date:2021", status=NO_HITS)
        self.assertIn("no word of the query stands in the texts", done.stderr)
        self.assertTrue(done.stdout.startswith("0 occurrences"))

    def test_usage(self):
        for arguments in (("-n", "0", "maire"), ("-n", "every", "maire"), ("--sort", "middle", "maire"),
                          ("--context", "51", "maire"), ("--width", "10", "maire"), ()):  # fmt: skip
            self.query("kwic", *arguments, status=USAGE)

    def test_time_that_is_over(self):
        done = self.query("kwic", "--deadline", "0.000001", "--format", "json", "le", status=CUT_SHORT)
        self.assertFalse(done.json()["complete"])


class Printings(ArchiveTest):
    def test_of_copies_the_earliest_that_is_found(self):
        text = "Les bergers de la vallée ont vu un loup mardi soir, a dit le maire du village à la presse. " * 3
        printed = [("2021-03-02", "Le Soir"), ("2021-03-01", "Le Matin"), ("2021-03-01", "Midi"), ("2021-04", "Nuit")]
        self.add_articles(*({"id": str(i), "title": f"Un loup {i}", "text": text, "date": date, "source": source}
                            for i, (date, source) in enumerate(printed)))  # fmt: skip

        def sources(*options):
            done = self.query("kwic", "-n", "all", "--format", "jsonl", *options, "bergers")
            return {line["source"] for line in done.json_lines()}

        self.assertEqual(sources(), {"Le Matin"})
        self.assertEqual(sources("--not-source", "Le Matin"), {"Midi"})
        self.assertEqual(sources("--source", "Nuit"), {"Nuit"})
        self.assertEqual(len(sources("--copies", "all")), 4)

    def test_lines_end_with_their_paragraph(self):
        text = "Le loup\u00a0: un.\nUn loup de plus."
        self.add_articles({"id": "1", "title": "Un loup", "date": "2021", "text": text})
        lines = self.query("kwic", "--sort", "oldest", "--format", "jsonl", "loup").json_lines()
        self.assertEqual([(line["paragraph"], line["left"], line["right"]) for line in lines],
                         [(0, "Un ", ""), (1, "Le ", "\u00a0: un."), (2, "Un ", " de plus.")])  # fmt: skip


if __name__ == "__main__":
    unittest.main()
