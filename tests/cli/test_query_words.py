"""hemero-query collocates, keywords and dispersion: compared with counts and formulas of a program of its own, which
cuts the texts of data/sample into words by itself (text_oracle.py)."""
import csv
import io
import json
import math
import unittest
from collections import Counter

from support import DONE, NO_HITS, USAGE, ArchiveTest, SampleTest
from text_oracle import Texts, cased, folded

PLACES = 3  # decimals of measures

# A query, and what its words are, folded: single words in quotation marks are not inflected.
NODES = (('"maire"', ["maire"]), ('"grève"', ["greve"]), ('"états généraux"', ["etats", "generaux"]),
         ('"ministre"', ["ministre"]), ('"la"', ["la"]))  # fmt: skip


def part_of(total, observed, expected):
    return total + (observed * math.log(observed / expected) if observed else 0)


def log_likelihood(both, word, window, everything):
    """Dunning's ratio over the contingency table, negative for what is rarer than expected."""
    observed = [[both, word - both], [window - both, everything - word - window + both]]
    rows = [sum(row) for row in observed]
    columns = [sum(column) for column in zip(*observed)]
    total = 0
    for i in range(2):
        for j in range(2):
            total = part_of(total, observed[i][j], rows[i] * columns[j] / everything)
    return 2 * total if both * everything >= word * window else -2 * total


class WordTest(SampleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.texts = Texts(cls.sample)
        cls.cased = Texts(cls.sample, cased)

    def ids(self, query):
        return [int(number) for number in self.query("search", "--ids", "--", query).stdout.split()]

    def counts(self, numbers, texts=None):
        return Counter(word for number in numbers for word in (texts or self.texts).words(number))


class Collocates(WordTest):
    def windows(self, texts, numbers, node, left, right, within):
        """The words in windows around a node, by article, and how often the node stands."""
        near, nodes = {}, 0
        for number in numbers:
            near[number] = Counter()
            for paragraph in texts.paragraphs[number]:
                parts = [[pair for sentence in paragraph for pair in sentence]] if within == "paragraph" else paragraph
                for part in parts:
                    words = [word for word, _ in part]
                    spelt = [folded(printed) for _, printed in part]
                    at = [i for i in range(len(words)) if spelt[i : i + len(node)] == node]
                    nodes += len(at)
                    own = {i + j for i in at for j in range(len(node))}
                    marked = {j for i in at for j in (*range(i - left, i), *range(i + len(node), i + len(node) + right))
                              if 0 <= j < len(words)} - own  # fmt: skip
                    near[number].update(words[j] for j in marked)
        return near, nodes

    def check(self, query, node, copies, left, right, within, *case):
        texts, counted = (self.cased, cased) if case else (self.texts, folded)
        answer = self.query("collocates", "--format", "json", "--least", 1, "--least-texts", 1, "--stop-words", "-n",
                            100000, "--copies", copies, "--window", f"{left}-{right}", "--within", within,
                            *case, "--", query).json()  # fmt: skip
        found = self.ids(query)
        chosen = self.texts.earliest(found) if copies == "collapse" else found
        reference = self.texts.reference(chosen) if copies == "collapse" else list(self.texts.articles)
        archive = self.counts(reference, texts)
        near, nodes = self.windows(texts, chosen, node, left, right, within)
        both = sum(near.values(), Counter())
        self.assertEqual((answer["occurrences"], answer["window_words"], answer["archive_words"]),
                         (nodes, sum(both.values()), sum(archive.values())))  # fmt: skip
        told = {counted(each["word"]): each for each in answer["words"]}
        self.assertEqual((set(told), len(told)), (set(both), len(answer["words"])))
        for word, each in told.items():
            expected = {"near": both[word], "near_texts": sum(word in counts for counts in near.values()),
                        "archive": archive[word]}  # fmt: skip
            self.assertEqual({name: each[name] for name in expected}, expected, word)
            window, everything = sum(both.values()), sum(archive.values())
            self.assertAlmostEqual(each["expected"], archive[word] * window / everything, PLACES, word)
            self.assertAlmostEqual(each["log_likelihood"],
                                   log_likelihood(both[word], archive[word], window, everything), PLACES, word)
            self.assertAlmostEqual(each["log_dice"], 14 + math.log2(2 * both[word] / (nodes + archive[word])), PLACES)

    def test_counts_and_measures(self):
        for query, node in NODES:
            for within in ("sentence", "paragraph"):
                for left, right in ((5, 5), (1, 3)):
                    with self.subTest(query=query, within=within, window=(left, right)):
                        self.check(query, node, "collapse", left, right, within)

    def test_all_printings(self):
        for query, node in NODES[:3]:
            with self.subTest(query):
                self.check(query, node, "all", 5, 5, "sentence")

    def test_capitals_apart(self):
        for query, node in NODES:
            with self.subTest(query):
                self.check(query, node, "collapse", 5, 5, "sentence", "--case")
        words = [each["word"] for each in self.query("collocates", "--case", "--stop-words", "--least", 1,
                                                     "--format", "json", "-n", 1000, "maire").json()["words"]]
        self.assertLess({"la", "La"}, set(words))

    def test_thresholds_stop_words_and_order(self):
        def words(*args):
            return self.query("collocates", "--format", "json", "-n", 100000, *args, "--", '"maire"').json()["words"]

        everything = words("--least", 1, "--least-texts", 1, "--stop-words")
        self.assertEqual(words("--least", 3, "--least-texts", 2, "--stop-words"),
                         [each for each in everything if each["near"] >= 3 and each["near_texts"] >= 2])  # fmt: skip
        plain = words("--least", 1, "--least-texts", 1)
        self.assertLess({each["word"] for each in plain}, {each["word"] for each in everything})
        self.assertFalse({"le", "la", "de", "et"} & {each["word"].lower() for each in plain})
        for sort, measure in (("likelihood", "log_likelihood"), ("dice", "log_dice"), ("occurrences", "near")):
            told = [each[measure] for each in words("--sort", sort, "--least", 1, "--least-texts", 1)]
            self.assertEqual(told, sorted(told, reverse=True), sort)

    def test_one_number_is_both_sides_of_the_window(self):
        answers = {self.query("collocates", "--least", 1, "--format", "json", "--window", window, "maire").stdout
                   for window in ("4", "4-4")}  # fmt: skip
        self.assertEqual(len(answers), 1)


class Keywords(WordTest):
    def check(self, query, other, copies, *case):
        texts, counted = (self.cased, cased) if case else (self.texts, folded)
        against = [] if other is None else ["--against", other]
        answer = self.query("keywords", "--format", "json", "--least", 1, "--least-texts", 1, "--stop-words", "-n",
                            100000, "--copies", copies, *case, *against, "--", query).json()  # fmt: skip
        collapse = copies == "collapse"
        found = self.ids(query)
        chosen = self.texts.earliest(found) if collapse else found
        if other is None:
            all_texts = self.texts.reference(chosen) if collapse else list(self.texts.articles)
        else:
            all_texts = self.texts.earliest(self.ids(other)) if collapse else self.ids(other)
        taken = {self.texts.cluster[number] if collapse else number for number in chosen}
        others = [n for n in all_texts if (self.texts.cluster[n] if collapse else n) not in taken]
        first, second = self.counts(chosen, texts), self.counts(others, texts)
        c, d = sum(first.values()), sum(second.values())
        self.assertEqual((answer["read"], answer["words"], answer["other_texts"], answer["other_words"]),
                         (len(chosen), c, len(others), d))  # fmt: skip
        told = {counted(each["word"]): (each, more) for more in (True, False)
                for each in answer["more" if more else "less"]}  # fmt: skip
        self.assertEqual(set(told), set(first))
        for word, (each, more) in told.items():
            a, b = first[word], second[word]
            holding = sum(word in set(texts.words(number)) for number in chosen)
            self.assertEqual((each["occurrences"], each["texts"], each["elsewhere"]), (a, holding, b), word)
            self.assertEqual(more, a * d > b * c, word)
            if d == 0:
                continue
            keyness = 2 * part_of(part_of(0, a, c * (a + b) / (c + d)), b, d * (a + b) / (c + d))
            self.assertAlmostEqual(each["g2"], keyness, PLACES, word)
            self.assertAlmostEqual(each["log_ratio"], math.log2((a / c) / ((b or 0.5) / d)), PLACES, word)

    def test_counts_and_measures(self):
        for query in ('"maire"', '"grève"', "kaboul"):
            for other in (None, "ministre"):
                for copies in ("collapse", "all"):
                    with self.subTest(query=query, against=other, copies=copies):
                        self.check(query, other, copies)

    def test_capitals_apart(self):
        for other in (None, "ministre"):
            with self.subTest(other):
                self.check('"maire"', other, "collapse", "--case")

    def test_a_source_against_the_rest(self):
        source = self.query("list", "--format", "json", "sources").json()["values"][0]["value"]
        answer = self.query("keywords", "--source", source, "--format", "json").json()
        self.assertEqual(answer["total"], int(self.query("search", "--count", "--source", source).stdout))
        self.assertTrue(answer["more"])

    def test_both_directions_come_with_the_highest_first(self):
        answer = self.query("keywords", "--format", "json", "--least", 2, "--least-texts", 1, "maire").json()
        for name, sign in (("more", 1), ("less", -1)):
            told = [each["g2"] for each in answer[name]]
            self.assertEqual(told, sorted(told, reverse=True))
            self.assertTrue(all(each["log_ratio"] * sign >= 0 for each in answer[name]), name)


class Dispersion(WordTest):
    def test_parts_and_measures(self):
        for over, length in (("month", 7), ("year", 4)):
            for query, node in NODES[:3]:
                with self.subTest(over=over, query=query):
                    self.check(query, node, over, lambda article, n=length: (article["date"] or "")[:n], length)
        for query, node in NODES[:3]:
            with self.subTest(over="source", query=query):
                self.check(query, node, "source", lambda article: article.get("source", ""), 0)

    def check(self, query, node, over, part_of_article, length):
        answer = self.query("dispersion", "--over", over, "--format", "json", "--", query).json()
        chosen = self.texts.earliest(self.ids(query))
        words, uses, undated = Counter(), Counter(), 0
        for number in self.texts.reference(chosen):
            part = part_of_article(self.texts.articles[number])
            told = len(part) >= length
            if told:
                words[part] += len(self.texts.words(number))
            if number in chosen:
                count = self.texts.uses(number, node)
                uses[part] += count if told else 0
                undated += 0 if told else count
        self.assertEqual({each["part"]: (each["occurrences"], each["words"]) for each in answer["parts"]},
                         {part: (uses[part], count) for part, count in words.items()})  # fmt: skip
        self.assertEqual(answer["undated"], undated)
        total, everything = sum(uses.values()), sum(words.values())
        sizes = {part: count / everything for part, count in words.items() if count}
        dp = sum(abs(uses[part] / total - size) for part, size in sizes.items()) / 2
        self.assertAlmostEqual(answer["dp"], dp, 4)
        self.assertAlmostEqual(answer["dp_norm"], dp / (1 - min(sizes.values())), 4)


class Forms(SampleTest):
    COMMANDS = ("kwic", "quotations", "amounts", "collocates", "keywords", "dispersion", "facets", "timeline", "report")

    def notes(self, command, query):
        answer = self.query(command, query, "--format", "json", status=NO_HITS)
        return "\n".join((answer.json() if command != "report" else answer.json()["asked"])["notices"])

    def test_what_may_be_meant_by_a_slip_is_told(self):
        for command in self.COMMANDS:
            with self.subTest(command):
                self.assertIn("Did you mean: ministre", self.notes(command, "minisstre"))

    def test_an_address_of_no_article_is_said_to_be_one(self):
        for command in self.COMMANDS:
            with self.subTest(command):
                self.assertEqual(self.notes(command, "https://nulle.example/part"),
                                 "no article has the address “https://nulle.example/part”: it was read as words")

    def test_tables_have_what_json_has(self):
        for command, name in (("collocates", "words"), ("keywords", "more"), ("dispersion", "parts")):
            with self.subTest(command):
                loose = ["--least", 1, "--least-texts", 1] if command != "dispersion" else []
                rows = self.query(command, *loose, "--format", "json", "maire").json()[name]
                table = list(csv.DictReader(io.StringIO(
                    self.query(command, *loose, "--format", "csv", "maire").stdout, newline="")))
                self.assertGreater(len(rows), 3)
                for row, told in zip(rows, table):
                    for member, value in row.items():
                        if isinstance(value, float):
                            self.assertAlmostEqual(float(told[member]), value, PLACES)
                        else:
                            self.assertEqual(told[member], str(value))
                text = self.query(command, *loose, "maire").stdout
                self.assertIn(list(rows[0].values())[0], text)

    def test_nothing_found(self):
        for command in ("kwic", "quotations", "amounts", "collocates", "keywords", "dispersion"):
            with self.subTest(command):
                done = self.query(command, "--format", "json", "zzyzx", status=NO_HITS)
                self.assertEqual(done.json()["total"], 0)

    def test_usage(self):
        for arguments in (("collocates", "--window", "0", "maire"), ("collocates", "--window", "5-16", "maire"),
                          ("collocates", "--window", "5-", "maire"), ("collocates", "--window", "a", "maire"),
                          ("collocates", "--format", "jsonl", "maire"), ("dispersion", "--over", "day", "maire"),
                          ("keywords", "--least", "0", "maire"), ("collocates",), ("dispersion",)):  # fmt: skip
            with self.subTest(arguments):
                self.query(*arguments, status=USAGE)


class Labels(ArchiveTest):
    def test_a_word_is_told_by_its_commonest_spelling_near_the_query(self):
        texts = ["Le loup voit l’État.", "Le loup voit l’Etat.", "Le loup voit l’État.", "etat etat etat etat etat"]
        self.add_articles(*({"id": str(i), "title": f"Titre {i}", "text": text, "date": "2021"}
                            for i, text in enumerate(texts)))  # fmt: skip
        answer = self.query("collocates", "--copies", "all", "--least", 1, "--format", "json", "loup",
                            status=DONE).json()  # fmt: skip
        told = {each["word"]: each for each in answer["words"]}
        self.assertEqual((told["État"]["near"], told["État"]["archive"]), (3, 8))

    def test_elided_words_and_compounds_count_by_their_parts(self):
        self.add_articles({"id": "1", "title": "", "text": "Le loup aime l’arc-en-ciel d’été.", "date": "2021"})
        answer = self.query("collocates", "--least", 1, "--least-texts", 1, "--stop-words", "--format", "json",
                            "loup").json()  # fmt: skip
        self.assertEqual({each["word"] for each in answer["words"]}, {"Le", "aime", "arc", "en", "ciel", "été"})
        self.assertEqual(answer["archive_words"], 7)


if __name__ == "__main__":
    unittest.main()
