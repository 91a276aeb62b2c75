"""hemero-query timeline: how much was published over time; compared with SQL, Python's calendar and search."""
import csv
import datetime
import io
import math
import sqlite3
import statistics
import unittest
import xml.etree.ElementTree as ElementTree
from collections import defaultdict

from support import DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, run_in_terminal
from text_oracle import Texts

STEPS = ("day", "week", "month", "year")
ENOUGH = 50  # texts of which a share tells something


def period_of(date, step):
    """The period of a date as ISO 8601 writes it; None where the date is not known so exactly."""
    if step == "year":
        return date[:4] or None
    if step == "month":
        return date[:7] if len(date) >= 7 else None
    if len(date) < 10:
        return None
    if step == "day":
        return date[:10]
    year, week, _ = datetime.date.fromisoformat(date[:10]).isocalendar()
    return f"{year:04}-W{week:02}"


def wilson(hits, trials):
    """Per 1,000, by the formula of 1927."""
    z = statistics.NormalDist().inv_cdf(0.975)
    share, square = hits / trials, z * z / trials
    spread = z * math.sqrt(share * (1 - share) / trials + square / (4 * trials))
    return [1000 * (share + square / 2 + sign * spread) / (1 + square) for sign in (-1, 1)]


class Oracle:
    """What the catalogue of an archive says, by SQL."""

    def __init__(self, archive):
        with sqlite3.connect(f"file:{archive}/archive.sqlite?mode=ro", uri=True) as connection:
            self.rows = connection.execute(
                "SELECT article.id, coalesce(copy.first_id, version.id), coalesce(version.date, ''),"
                "       coalesce(source.name, '') "
                "FROM article JOIN version ON version.id = article.version_id "
                "LEFT JOIN copy ON copy.version_id = version.id "
                "LEFT JOIN source ON source.id = version.source_id").fetchall()  # fmt: skip

    def counts(self, step, ids=None):
        """Articles and distinct texts of each period, and of each date that lies in none."""
        articles, texts = defaultdict(int), defaultdict(set)
        for number, text, date, _ in self.rows:
            if ids is None or number in ids:
                period = (period_of(date, step), date[:10])
                key = period[0] if period[0] else "coarse " + period[1]
                articles[key] += 1
                texts[key].add(text)
        return {key: (articles[key], len(texts[key])) for key in articles}


class Timelines(SampleTest):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.texts = Texts(cls.sample)

    def texts_of_periods(self, step, ids):
        """One article of each text, the earliest, by the period in which it was printed."""
        periods = defaultdict(list)
        for number in ids:
            periods[period_of(self.texts.articles[number]["date"] or "", step)].append(number)
        return {period: self.texts.earliest(numbers) for period, numbers in periods.items() if period}

    def timeline(self, *args, **how):
        return self.query("timeline", "--format", "json", *args, **how).json()

    def ids(self, query, *restrictions):
        done = self.query("search", "--ids", *restrictions, "--", query)
        return {int(line) for line in done.stdout.split()}

    def check_series(self, oracle, answer, series, ids, all_ids):
        step = answer["step"]
        expected, everything = oracle.counts(step, ids), oracle.counts(step, all_ids)
        told = {count["period"]: (count["articles"], count["texts"]) for count in series["counts"]}
        told.update({"coarse " + count["date"]: (count["articles"], count["texts"]) for count in series["coarse"]})
        self.assertEqual({key: value for key, value in told.items() if value != (0, 0)}, expected)
        self.assertEqual(sum(articles for articles, _ in told.values()), series["total"])
        self.assertEqual(series["total"], len(ids))
        for count in series["counts"]:
            texts = everything[count["period"]][1]
            self.assertAlmostEqual(count["per_thousand"], 1000 * count["texts"] / texts, places=3)
            for told_bound, bound in zip((count["low"], count["high"]), wilson(count["texts"], texts)):
                self.assertAlmostEqual(told_bound, bound, places=3)

    def test_every_count_is_what_the_catalogue_says(self):
        oracle = Oracle(self.archive)
        for query in ("grève", "le", "ministre OU maire", "-grève", ""):
            ids = self.ids(query)
            for step in STEPS:
                with self.subTest(query=query, step=step):
                    answer = self.timeline("--step", step, "--", query)
                    self.check_series(oracle, answer, answer["series"][0], ids, None)
                    told = {each["period"]: (each["articles"], each["texts"]) for each in answer["periods"]}
                    self.assertEqual({key: value for key, value in told.items() if value != (0, 0)},
                                     {key: value for key, value in oracle.counts(step).items()
                                      if not key.startswith("coarse")})  # fmt: skip

    def check_occurrences(self, step, query, node, *restrictions):
        """Of a million words of each period those of the query, against a plain reading of the texts."""
        answer = self.timeline("--step", step, "--unit", "occurrences", *restrictions, "--", query)
        ids = [self.ids(text, *restrictions) for text in (query, "")]
        printed, matching = self.texts_of_periods(step, ids[1]), self.texts_of_periods(step, ids[0])
        self.assertEqual({each["period"]: each["words"] for each in answer["periods"] if each["articles"]},
                         {period: sum(len(self.texts.words(number)) for number in texts)
                          for period, texts in printed.items()})  # fmt: skip
        for count in answer["series"][0]["counts"]:
            words = sum(len(self.texts.words(number)) for number in printed[count["period"]])
            uses = sum(self.texts.uses(number, node) for number in matching.get(count["period"], ()))
            self.assertEqual(count["occurrences"], uses, count["period"])
            self.assertAlmostEqual(count["per_million"], 1e6 * uses / words, places=3)
        return sum(count["occurrences"] for count in answer["series"][0]["counts"])

    def test_occurrences_of_a_million_words(self):
        for query, node in (('"maire"', ["maire"]), ('"états généraux"', ["etats", "generaux"]), ('"la"', ["la"]),
                            ("titre:zzyzx OU =ministre", ["ministre"])):  # fmt: skip
            for step in ("month", "year"):
                with self.subTest(query=query, step=step):
                    self.assertGreater(self.check_occurrences(step, query, node), 0)
        self.check_occurrences("year", '"maire"', ["maire"], "--from", "2018", "--not-source", "Agence Presse Ouest")
        without = self.timeline("--step", "year", '"maire"')
        for each in (*without["periods"], *without["series"][0]["counts"]):
            self.assertFalse({"words", "occurrences", "per_million"} & set(each))

    def test_occurrences_in_every_form(self):
        arguments = ("--step", "year", "--unit", "occurrences", "maire")
        answer = self.timeline(*arguments)
        table = list(csv.DictReader(io.StringIO(self.query("timeline", "--format", "csv", *arguments).stdout)))
        told = {row["period"]: row for row in table}
        text = self.query("timeline", *arguments).stdout
        self.assertIn("Occurrences per million words, by year", text)
        picture = self.query("timeline", "--format", "svg", *arguments).stdout
        words = {each["period"]: each["words"] for each in answer["periods"]}
        for count in answer["series"][0]["counts"]:
            row = told[count["period"]]
            self.assertEqual((int(row["occurrences"]), int(row["all_words"])),
                             (count["occurrences"], words[count["period"]]))
            self.assertAlmostEqual(float(row["per_million"]), count["per_million"], places=3)
            if count["occurrences"]:
                self.assertIn(f'{count["occurrences"]}/{words[count["period"]]:,}', text)
            self.assertIn(f'>{count["per_million"]:.1f}<', picture)

    def test_restrictions_hold_for_the_denominators_too(self):
        oracle = Oracle(self.archive)
        for restrictions in (("--source", "courrier de la lys"), ("--from", "2018", "--to", "2020-06"),
                             ("--not-source", "Agence Presse Ouest", "--from", "2016"), ("--without", "source"),
                             ("--author", "Claire Vasseur", "--author", "Hugo Delattre")):  # fmt: skip
            with self.subTest(restrictions):
                answer = self.timeline("--step", "year", *restrictions, "--", "le")
                self.assertNotEqual(answer["restrictions"], "")
                self.check_series(oracle, answer, answer["series"][0], self.ids("le", *restrictions),
                                  self.ids("", *restrictions))  # fmt: skip

    def test_periods_follow_each_other_and_gaps_are_none(self):
        answer = self.timeline("--step", "month", "grève")
        names = [each["period"] for each in answer["periods"]]
        self.assertEqual(names, sorted(names))
        years = sum(1 for name in names if name.startswith("2016"))
        self.assertEqual(years, 12, "gaps too are told")
        gaps = {each["period"] for each in answer["periods"] if each["coverage"] == "gap"}
        self.assertGreater(len(gaps), 0)
        self.assertTrue(all(each["articles"] == 0 for each in answer["periods"] if each["period"] in gaps))
        self.assertEqual(gaps & {count["period"] for count in answer["series"][0]["counts"]}, set(),
                         "of what is missing nothing is counted, not even none")  # fmt: skip
        for each in answer["periods"]:
            self.assertEqual(each["few"], 0 < each["texts"] < ENOUGH)
            self.assertEqual((each["first_day"][:7], each["last_day"][:7]), (each["period"],) * 2)

    def test_queries_are_compared_by_the_same_texts(self):
        together = self.timeline("--step", "year", "grève", "le maire", "kaboul")
        for series, query in zip(together["series"], ("grève", "le maire", "kaboul")):
            alone = self.timeline("--step", "year", query)
            self.assertEqual(series, alone["series"][0])
            self.assertEqual(together["periods"], alone["periods"])

    def test_first_and_last_article(self):
        dates = {number: date for number, _, date, _ in Oracle(self.archive).rows}
        series = self.timeline("--step", "day", "grève")["series"][0]
        dated = [(dates[number][:10], number) for number in self.ids("grève") if len(dates[number]) >= 10]
        self.assertEqual((series["first"]["date"], series["last"]["date"]), (min(dated)[0], max(dated)[0]))
        for mention in (series["first"], series["last"]):
            self.assertIn((mention["date"], mention["id"]), dated)

    def test_csv_has_the_same_numbers(self):
        for queries in (("grève",), ("grève", "le")):
            answer = self.timeline("--step", "month", *queries)
            done = self.query("timeline", "--step", "month", "--format", "csv", *queries)
            rows = list(csv.DictReader(io.StringIO(done.stdout)))
            for series in answer["series"]:
                ours = [row for row in rows if row["query"] == series["query"]]
                self.assertEqual(sum(int(row["articles"] or 0) for row in ours), series["total"])
                told = {row["period"]: row for row in ours}
                self.assertEqual(len(told), len(ours))
                for count in series["counts"]:
                    row = told[count["period"]]
                    self.assertEqual((int(row["articles"]), int(row["texts"])), (count["articles"], count["texts"]))
                    self.assertAlmostEqual(float(row["per_thousand"]), count["per_thousand"], places=3)
                for period in answer["periods"]:
                    row = told[period["period"]]
                    self.assertEqual((row["coverage"], int(row["all_texts"])), (period["coverage"], period["texts"]))
                    self.assertEqual(row["texts"] == "", period["coverage"] == "gap")

    def test_pictures_are_xml_in_both_languages(self):
        for language, words, mark in (("en", "Matching texts", ": grève"), ("fr", "Textes trouvés", "\u00a0: grève")):
            done = self.query("timeline", "--lang", language, "--format", "svg", "--step", "year", "grève",
                              "maire & <ville>")  # fmt: skip
            root = ElementTree.fromstring(done.stdout)
            self.assertIn(words, root.find("{*}title").text)
            self.assertIn(mark, root.find("{*}title").text)
            self.assertIn("maire & <ville>", root.find("{*}title").text)
            self.assertEqual(root.attrib["{http://www.w3.org/XML/1998/namespace}lang"], language)
            rows = root.findall(".//{*}g[@role='row']")
            self.assertGreater(len(rows), 9, "the table of the years")

    def test_usage(self):
        for arguments in ((), ("a", "b", "c", "d", "e"), ("--step", "decade", "grève"), ("--unit", "words", "grève"),
                          ("--format", "jsonl", "grève"), ("--without", "colour", "grève"),
                          ("--format", "svg", "--step", "day", "grève")):  # fmt: skip
            self.query("timeline", *arguments, status=USAGE)

    def test_nothing_found(self):
        answer = self.query("timeline", "--format", "json", "zzyzx", status=NO_HITS)
        self.assertEqual(answer.json()["series"][0]["total"], 0)
        self.assertIn("“zzyzx”", self.query("timeline", "zzyzx", status=NO_HITS).stderr)
        self.query("timeline", "zzyzx", "grève", status=DONE)

    def test_words_without_quotation_marks_are_queries_of_their_own(self):
        done = self.query("timeline", "grève", "sncf")
        self.assertIn('"grève sncf"', done.stderr)
        self.assertNotIn("quotation", self.query("timeline", "grève sncf", "maire").stderr)

    def test_terminal(self):
        for columns in (60, 200):
            done = run_in_terminal("hemero-query", "timeline", "-a", self.archive, "--no-pager", "--step", "year",
                                   "--unit", "articles", "le", columns=columns)  # fmt: skip
            bars = [line for line in done.stdout.splitlines() if "█" in line]
            self.assertEqual(len(bars), 10, done.stdout)
            self.assertEqual(max(map(len, bars)), min(columns, 100))


class Steps(ArchiveTest):
    def add_dated(self, *dates, **fields):
        self.add_articles(*({"id": f"{date}-{i}", "title": f"Un loup {i}", "text": f"Un loup numéro {i} a été vu.",
                             "date": date, **fields} for i, date in enumerate(dates)))  # fmt: skip

    def chosen(self):
        answer = self.query("timeline", "--format", "json", "loup").json()
        self.assertTrue(answer["chosen"])
        return answer["step"]

    def test_the_step_is_chosen_by_the_dates_of_what_matches(self):
        for dates, step in ((("2021-01-01", "2021-03-03"), "day"),  # 62 days
                            (("2021-01-01", "2021-03-04"), "week"),
                            (("2021-01-04", "2022-03-13"), "week"),  # 62 weeks
                            (("2021-01-04", "2022-03-14"), "month"),
                            (("2016-01", "2021-02"), "month"),  # 62 months
                            (("2016-01", "2021-03"), "year"),
                            (("2021-01-01", "2021", "2021"), "year"),  # most are not known to the month
                            (("2021-01-01", "2021-01-02", "2021"), "day"),
                            (("",), "year")):  # fmt: skip
            with self.subTest(dates):
                self.archive = self.folder / "-".join(dates or "n")
                self.add_dated(*dates)
                self.assertEqual(self.chosen(), step)

    def test_a_short_story_in_a_long_archive(self):
        self.add_dated("2021-01-01", "2021-01-05")
        for first, step in (("2019-12-01", "week"), ("2012-01-01", "month"), ("1944-08-25", "year")):
            self.add_articles({"id": first, "title": "Un lynx", "text": "Un lynx de ce jour.", "date": first})
            self.assertEqual(self.chosen(), step)

    def test_too_many_periods(self):
        self.add_dated("1800-01-01", "2021-01-01")
        for step in ("day",):
            done = self.query("timeline", "--step", step, "loup", status=USAGE)
            self.assertIn("80,720", done.stderr)
        self.query("timeline", "--step", "month", "loup")
        self.query("timeline", "--step", "month", "--format", "svg", "loup", status=USAGE)

    def test_dates_that_are_coarser_stand_apart(self):
        self.add_dated("2021-03-05", "2021-03", "2021", "2021", "")
        series = self.query("timeline", "--step", "month", "--format", "json", "loup").json()["series"][0]
        self.assertEqual([(each["period"], each["articles"]) for each in series["counts"]], [("2021-03", 2)])
        self.assertEqual([(each["date"], each["articles"]) for each in series["coarse"]], [("", 1), ("2021", 2)])
        text = self.query("timeline", "--step", "month", "loup").stdout
        self.assertIn("less exact: 2", text)
        self.assertIn("no date: 1", text)


class Copies(ArchiveTest):
    TEXT = " ".join(f"Une phrase assez longue, la {i}e de ce texte, parle du loup et des bergers." for i in range(30))

    def test_a_text_counts_once_a_period_but_in_each(self):
        printed = [("1", "2021-01-05", "Le Soir"), ("2", "2021-01-07", "Le Matin"), ("3", "2021-02-01", "Le Midi")]
        self.add_articles(*({"id": key, "title": "Le loup", "text": self.TEXT, "date": date, "source": source}
                            for key, date, source in printed))  # fmt: skip
        answer = self.query("timeline", "--step", "month", "--format", "json", "loup").json()
        counts = [(each["period"], each["articles"], each["texts"]) for each in answer["series"][0]["counts"]]
        self.assertEqual(counts, [("2021-01", 2, 1), ("2021-02", 1, 1)])
        self.assertEqual((answer["series"][0]["total"], answer["series"][0]["texts"]), (3, 1))
        answer = self.query("timeline", "--step", "month", "--format", "json", "--source", "Le Midi", "loup").json()
        counts = [(each["period"], each["articles"], each["texts"]) for each in answer["series"][0]["counts"]]
        self.assertEqual(counts, [("2021-02", 1, 1)], "where no printing passes the filter the text is not")


class Silences(ArchiveTest):
    def test_three_periods_without_a_match_are_a_silence_where_there_are_enough_texts(self):
        articles, number = [], 0
        for month, texts, wolves in ((1, 60, 1), (2, 60, 0), (3, 60, 0), (4, 60, 0), (5, 60, 2), (6, 60, 0),
                                     (7, 49, 0), (8, 60, 0), (9, 60, 0), (10, 200, 1)):  # fmt: skip
            for i in range(texts):
                number += 1
                animal = "loup" if i < wolves else "lynx"
                articles.append({"id": str(number), "title": f"Le {animal} {number}",
                                 "date": f"2021-{month:02}-{i % 28 + 1:02}",
                                 "text": f"Le {animal} {number} passe {number * 7919 % 10007} fois."})  # fmt: skip
        self.add_articles(*articles)
        answer = self.query("timeline", "--step", "month", "--format", "json", "loup").json()
        self.assertEqual(answer["series"][0]["silences"], [{"from": "2021-02", "to": "2021-04", "periods": 3}])
        self.assertEqual([each["period"] for each in answer["periods"] if each["jump"]], ["2021-10"])
        self.assertEqual([each["period"] for each in answer["periods"] if each["few"]], ["2021-07"])
        text = self.query("timeline", "--step", "month", "loup").stdout
        self.assertIn("2021-02 – 2021-04  none of 180 texts", text)
        self.assertIn("2021-09 → 2021-10: 60 → 200 texts", " ".join(text.split()))


if __name__ == "__main__":
    unittest.main()
