"""hemero-index add: articles without id or address. What they say tells which one they are, not where they stand."""
import csv
import io
import json
import unittest

from support import ArchiveTest

WOLF = "Un loup a été vu lundi matin près du col de Rousset, dit le maire de Die.\nLes bergers ont rentré leurs brebis."
LYNX = "Le lynx du Jura porte désormais un collier.\nIl a parcouru trente kilomètres dans la nuit de jeudi."
CRUE = "La Drôme est sortie de son lit à Crest.\nUne école a été fermée par précaution, sans autre dégât."


def row(title, text, date="", **fields):
    return {"title": title, "text": text, "date": date, **fields}


class PlacesTest(ArchiveTest):
    def table(self, path, rows):
        """A table whose rows have title, text and date."""
        text = io.StringIO()
        writer = csv.DictWriter(text, ["title", "text", "date"], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        return self.write(path, text.getvalue())

    def counts(self, *args, **options):
        """(added, updated, unchanged, skipped) of a run of add."""
        words = self.add(*args, **options).stderr.splitlines()[-1].replace(",", "").split()
        return tuple(int(words[at]) for at in (0, 2, 4, 6))

    def current(self):
        """Title → date of the current versions, by their numbers."""
        done = self.index("export", "--current")
        return [(line["title"], line["date"]) for line in done.json_lines()]


class Deliveries(PlacesTest):
    def test_the_same_names_in_two_folders(self):
        first = self.write("d1/article.txt", f"Le loup de Die\n\nPublié le 3 mars 2018\n\n{WOLF}\n").parent
        second = self.write("d2/article.txt", f"Un lynx suivi\n\nPublié le 4 mai 2021\n\n{LYNX}\n").parent
        self.assertEqual(self.counts(first), (1, 0, 0, 0))
        self.assertEqual(self.counts(second), (1, 0, 0, 0))
        self.assertEqual(self.current(), [("Le loup de Die", "2018-03-03"), ("Un lynx suivi", "2021-05-04")])
        for folder in (first, second):
            self.assertEqual(self.counts(folder), (0, 0, 1, 0))
        self.write("d2/article.txt", f"Un lynx suivi\n\nPublié le 4 mai 2021\n\n{LYNX} Il va bien.\n")
        self.assertEqual(self.counts(second), (0, 1, 0, 0))
        self.write("d1/article.txt", f"Le loup de Die\n\nPublié le 3 mars 2018\n\n{WOLF} Il est reparti.\n")
        self.assertEqual(self.counts(first), (0, 1, 0, 0))
        self.assertEqual(len(self.current()), 2)

    def test_the_same_names_in_one_run(self):
        first = self.write("d1/a.jsonl", [row("Le loup", WOLF, "2018"), row("La crue", CRUE)]).parent
        second = self.write("d2/a.jsonl", [row("Le lynx", LYNX, "2021"), row("La crue", CRUE)]).parent
        self.assertEqual(self.counts(first, second), (3, 0, 1, 0))
        self.assertEqual(self.current(), [("Le loup", "2018"), ("La crue", None), ("Le lynx", "2021")])
        self.assertEqual(self.counts(second, first), (0, 0, 4, 0))

    def test_pipes(self):
        for article in (row("Le loup", WOLF, "2018"), row("Le lynx", LYNX, "2021")):
            self.assertEqual(self.counts("-", stdin=json.dumps(article)), (1, 0, 0, 0))
            self.assertEqual(self.counts("-", stdin=json.dumps(article)), (0, 0, 1, 0))
        self.assertEqual(self.current(), [("Le loup", "2018"), ("Le lynx", "2021")])

    def test_one_title_is_no_article(self):
        for number, text in enumerate((WOLF, LYNX, CRUE), 1):
            self.assertEqual(self.counts(self.table("en-bref.csv", [row("En bref", text)])), (1, 0, 0, 0))
            self.assertEqual(len(self.current()), number)

    def test_reports_of_other_days_are_other_articles(self):
        for day in (3, 4, 5):
            text = f"Temps calme sur la Drôme ce matin, {day} degrés à Valence et {day + 2} à Montélimar."
            self.assertEqual(self.counts(self.table("a.csv", [row("Météo", text, f"2020-03-0{day}")])), (1, 0, 0, 0))
        self.assertEqual(len(self.current()), 3)


class Shifts(PlacesTest):
    rows = [row(f"Conseil du {i} mars", f"Le conseil a voté {i} fois, dont {i * i} contre.") for i in range(1, 40)]

    def shifted(self, write, name):
        self.assertEqual(self.counts(write(name, self.rows)), (39, 0, 0, 0))
        before = self.current()
        self.assertEqual(self.counts(write(name, [row("Le loup", WOLF, "2018"), *self.rows])), (1, 0, 39, 0))
        self.assertEqual(self.current(), [*before, ("Le loup", "2018")])
        self.assertEqual(self.counts(write(name, self.rows[5:])), (0, 0, 34, 0))

    def test_a_row_on_top_of_a_table(self):
        self.shifted(self.table, "a.csv")

    def test_a_line_on_top_of_json_lines(self):
        self.shifted(self.write, "a.jsonl")

    def test_a_file_renumbered(self):
        self.write("d/1.txt", f"Le loup\n\n{WOLF}\n")
        self.assertEqual(self.counts(self.folder / "d"), (1, 0, 0, 0))
        self.write("d/1.txt", f"Le lynx\n\n{LYNX}\n")
        self.assertEqual(self.counts(self.folder / "d"), (1, 0, 0, 0))
        self.assertEqual([title for title, _ in self.current()], ["Le loup", "Le lynx"])

    def test_titles_alone(self):
        titles = [row(f"Titre {i}", "") for i in range(5)]
        self.assertEqual(self.counts(self.table("a.csv", titles)), (5, 0, 0, 0))
        self.assertEqual(self.counts(self.table("a.csv", [row("Le loup", ""), *titles])), (1, 0, 5, 0))

    def test_threads_change_nothing(self):
        found = []
        for jobs in (1, 4):
            self.archive = self.folder / f"archive{jobs}"
            self.add("--jobs", jobs, self.table("a.csv", self.rows))
            rows = [row("Le loup", WOLF), *self.rows[20:], *self.rows[:15], *self.rows[:3]]
            counts = self.counts("--jobs", jobs, self.table("a.csv", rows))
            self.assertEqual(counts, (1, 0, 37, 0))
            found.append([(line["key"], line["title"]) for line in self.index("export").json_lines()])
        self.assertEqual(found[0], found[1])


class Edits(PlacesTest):
    def test_what_is_an_edit_and_what_another_article(self):
        old = row("Le loup", WOLF, "2018-03-03")
        cases = [
            ("a word", row("Le loup", WOLF.replace("lundi", "mardi"), "2018-03-03"), "updated"),
            ("a sentence more", row("Le loup", WOLF + " Il est reparti.", "2018-03-03"), "updated"),
            ("half of it", row("Le loup", WOLF.splitlines()[0], "2018-03-03"), "updated"),
            ("another title", row("Un loup à Die", WOLF, "2018-03-03"), "updated"),
            ("another date, which is that of an update", row("Le loup", WOLF, "2019-01-01"), "unchanged"),
            ("no date any more", row("Le loup", WOLF + " Il est reparti."), "updated"),
            ("an author", row("Le loup", WOLF, "2018-03-03", author="Claire Vasseur"), "updated"),
            ("another text", row("Le loup", LYNX, "2018-03-03"), "added"),
            ("another title and day", row("Un loup à Die", WOLF, "2019-01-01"), "added"),
            ("a title and a text that grew", row("Le loup de Die", WOLF + " Il est reparti.", "2018-03-03"), "updated"),
            ("another title, and the text changed", row("Un lynx", WOLF + " Il est reparti.", "2018-03-03"), "added"),
            ("another number", row("Le loup de Die", WOLF + " Il a 3 ans.", "2018-03-03"), "updated"),
        ]
        for reason, new, outcome in cases:
            with self.subTest(reason):
                self.archive = self.folder / f"archive-{reason}"
                self.add(self.write("a.jsonl", [old]))
                expected = {"added": (1, 0, 0, 0), "updated": (0, 1, 0, 0), "unchanged": (0, 0, 1, 0)}[outcome]
                path = self.write("a.jsonl", [new])
                self.assertEqual(self.counts(path), expected)
                self.assertEqual(self.counts(path), (0, 0, 1, 0))

    def test_a_text_that_was_left_out_at_first(self):
        path = self.write("a.jsonl", [{"title": "Le loup", "papier": WOLF}])
        self.assertEqual(self.counts(path), (1, 0, 0, 0))
        self.assertEqual(self.counts(path, "--map", "text=papier"), (0, 1, 0, 0))

    def test_a_row_that_moved_and_changed(self):
        rows = [row("Le loup", WOLF), row("Le lynx", LYNX)]
        self.add(self.table("a.csv", rows))
        edited = row("Le lynx", LYNX.replace("jeudi", "vendredi"))
        self.assertEqual(self.counts(self.table("a.csv", [row("La crue", CRUE), rows[0], edited])), (1, 1, 1, 0))

    def test_a_text_beside_the_one_it_is_like(self):
        first = row("Le loup", WOLF)
        second = row("Le loup", WOLF + " Il est reparti.")
        self.add(self.table("a.csv", [first]))
        self.assertEqual(self.counts(self.table("a.csv", [first, second])), (1, 0, 1, 0))
        self.assertEqual(self.counts(self.table("a.csv", [first, second])), (0, 0, 2, 0))


class Lives(PlacesTest):
    def setUp(self):
        super().setUp()
        self.first = self.write("d1/a.txt", f"Le loup\n\n{WOLF}\n").parent
        self.second = self.write("d2/a.txt", f"Le lynx\n\n{LYNX}\n").parent
        self.add(self.first)
        self.add(self.second)

    def test_what_was_removed_is_refused_and_another_text_is_not(self):
        self.index("remove", "--id", 1)
        self.assertEqual(self.counts(self.first), (0, 0, 0, 1))
        self.assertEqual(self.counts(self.second), (0, 0, 1, 0))
        self.write("d1/a.txt", f"Le loup\n\n{WOLF} Il est reparti.\n")
        self.assertEqual(self.counts(self.first), (0, 0, 0, 1))
        self.write("d1/a.txt", f"La crue\n\n{CRUE}\n")
        self.assertEqual(self.counts(self.first), (1, 0, 0, 0))
        self.write("d1/a.txt", f"Le loup\n\n{WOLF}\n")
        self.assertEqual(self.counts(self.first, "--restore"), (1, 0, 0, 0))
        self.assertEqual([title for title, _ in self.current()], ["Le lynx", "La crue", "Le loup"])

    def test_what_was_purged_is_refused_and_another_text_is_not(self):
        self.index("purge", "--yes", "--id", 1)
        self.assertEqual(self.counts(self.first), (0, 0, 0, 1))
        self.write("d1/a.txt", f"La crue\n\n{CRUE}\n")
        self.assertEqual(self.counts(self.first), (1, 0, 0, 0))
        self.write("d1/a.txt", f"Le loup\n\n{WOLF}\n")
        self.assertEqual(self.counts(self.first, "--restore"), (1, 0, 0, 0))
        self.assertEqual(len(self.current()), 3)

    def test_a_run_that_was_undone_may_come_again(self):
        self.index("imports", "--undo", 2)
        self.assertEqual([title for title, _ in self.current()], ["Le loup"])
        self.assertEqual(self.counts(self.second), (1, 0, 0, 0))
        done = self.index("export")
        self.assertEqual(len({line["key"] for line in done.json_lines()}), 2)

    def test_an_export_added_elsewhere_knows_the_files(self):
        exported = self.index("export").stdout
        self.archive = self.folder / "other"
        self.assertEqual(self.counts("-", stdin=exported), (2, 0, 0, 0))
        self.assertEqual(self.counts("-", stdin=exported), (0, 0, 2, 0))
        for folder in (self.first, self.second):
            self.assertEqual(self.counts(folder), (0, 0, 1, 0))


if __name__ == "__main__":
    unittest.main()
