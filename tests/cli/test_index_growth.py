"""hemero-index add: exports that grow. Whatever rows a later one has more, fewer or otherwise, no number changes its
article, and none gets the date of another."""
import csv
import io
import json
import sqlite3
import unittest

from support import ArchiveTest

DAYS = [
    {"id": f"n{day}", "title": f"Le conseil du {day} mars", "date": f"2021-03-{day:02}",
     "text": f"Le conseil de Die s’est réuni {day} fois ce mois-ci, et {day * day} habitants l’ont écouté."}
    for day in range(1, 13)
]  # fmt: skip
WEATHER = [
    {"id": f"m{day}", "title": "Météo", "date": f"2021-04-{day:02}",
     "text": "Temps calme sur la Drôme, vent faible, et de la brume le matin." if day % 3 else
             f"De la pluie sur la Drôme, {day} degrés à Valence et neige au-dessus de {day}00 mètres."}
    for day in range(1, 13)
]  # fmt: skip
NEW = {"id": "neu", "title": "Un loup à Die", "date": "2022-01-02", "text": "Un loup a été vu lundi près de Die."}
CALM = {**WEATHER[0], "id": "m99", "date": "2021-04-30"}


def edited(row):
    return {**row, "text": row["text"] + " On en reparlera à la mairie."}


def without_id(rows):
    return [{key: value for key, value in row.items() if key != "id"} for row in rows]


def table(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def json_lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


# What is delivered first, what later, and what becomes of the later one: added, updated, unchanged.
PAIRS = [
    ("a row on top", DAYS, [NEW, *DAYS], (1, 0, 12)),
    ("a row in the middle", DAYS, [*DAYS[:5], NEW, *DAYS[5:]], (1, 0, 12)),
    ("a row at the end", DAYS, [*DAYS, NEW], (1, 0, 12)),
    ("rows removed", DAYS, [*DAYS[:3], *DAYS[7:]], (0, 0, 8)),
    ("rows removed at both ends, and another one on top", DAYS, [NEW, *DAYS[2:9]], (1, 0, 7)),
    ("a row edited", DAYS, [*DAYS[:5], edited(DAYS[5]), *DAYS[6:]], (0, 1, 11)),
    ("a row on top, and another one edited", DAYS, [NEW, *DAYS[:5], edited(DAYS[5]), *DAYS[6:]], (1, 1, 11)),
    ("the other way round", DAYS, DAYS[::-1], (0, 0, 12)),
    ("a row twice", DAYS, [*DAYS, DAYS[3]], (0, 0, 13)),
    ("one title every day", WEATHER[2:], [WEATHER[0], WEATHER[1], *WEATHER[2:]], (2, 0, 10)),
    ("one title every day, and the newest on top", WEATHER, [CALM, *WEATHER], (1, 0, 12)),
    ("one title every day, of which the file keeps the newest", WEATHER[:6], WEATHER[6:], (6, 0, 0)),
]


class Growth(ArchiveTest):
    def counts(self, *args, **options):
        """(added, updated, unchanged) of a run of add."""
        words = self.add(*args, **options).stderr.splitlines()[-1].split()
        return tuple(int(words[at]) for at in (0, 2, 4))

    def current(self):
        """The number of every article → title, date and text of its current version."""
        with sqlite3.connect(self.archive / "archive.sqlite") as catalogue:
            numbers = dict(catalogue.execute("SELECT key, id FROM article"))
        return {numbers[line["key"]]: (line["title"], line["date"], line["zones"][-1]["text"])
                for line in self.index("export", "--current").json_lines()}  # fmt: skip

    def grow(self, write, name, pair):
        """Delivers a pair under one file name; fails where a number or a date went wrong."""
        _, first, later, expected = pair
        self.assertEqual(self.counts(self.write(name, write(first))), (len(first), 0, 0))
        before = self.current()
        self.assertEqual(self.counts(self.write(name, write(later))), expected)
        after = self.current()
        for number, (title, date, text) in before.items():
            self.assertEqual(after[number][:2], (title, date))
            self.assertTrue(after[number][2].startswith(text))
        said = {(row["title"], row["date"], row["text"]) for row in (*first, *later)}
        self.assertLessEqual(set(after.values()), said)
        self.assertLessEqual({(row["title"], row["date"], row["text"]) for row in later}, set(after.values()))
        self.assertEqual(self.counts(self.write(name, write(later))), (0, 0, len(later)))

    def test_pairs(self):
        forms = [("csv", table), ("jsonl", json_lines)]
        for pair in PAIRS:
            for ending, write in forms:
                for with_ids in (True, False):
                    with self.subTest(pair[0], form=ending, with_ids=with_ids):
                        self.archive = self.folder / f"{pair[0]} {ending} {with_ids}"
                        self.grow(lambda rows: write(rows if with_ids else without_id(rows)), f"a.{ending}", pair)


class Dictionary(ArchiveTest):
    def texts_with_dictionary(self):
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        self.addCleanup(connection.close)
        return connection.execute("SELECT count(dictionary_id) FROM version").fetchone()[0]

    def test_an_archive_that_grows_by_a_few_articles_gets_a_dictionary_when_its_texts_are_enough(self):
        words = [f"mot{number}" for number in range(997)]
        texts = [" ".join(words[i * j % 997] for i in range(1, 70_000)) for j in range(1, 10)]  # of 480 KB
        articles = [{"id": f"a{j}", "title": f"Un titre {j}", "text": text} for j, text in enumerate(texts)]
        for article in articles:
            self.add_articles(article)
        self.assertEqual(self.texts_with_dictionary(), 0)
        self.add_articles({"id": "last", "title": "Dernier", "text": texts[0] + " fin"})
        self.add_articles({"id": "new", "title": "Nouveau", "text": texts[1] + " fin"})
        self.assertGreater(self.texts_with_dictionary(), 0)
        for number in (1, len(articles) + 2):
            self.assertEqual(self.query("show", number, "--format", "json").json()["id"], number)


if __name__ == "__main__":
    unittest.main()
