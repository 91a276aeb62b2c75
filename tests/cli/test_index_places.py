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
            ("another day", row("Le loup", WOLF, "2019-01-01"), "added"),
            ("the same day, more precisely", row("Le loup", WOLF, "2018-03-03T08:15"), "updated"),
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

    def test_another_day(self):
        rows = [row("Le loup", WOLF, day) for day in ("2018-03-03", "2019-01-01")]
        self.add(self.write("a.jsonl", rows[:1]))
        self.assertEqual(self.counts(self.write("a.jsonl", rows[1:]), "--correct-dates"), (0, 1, 0, 0))
        self.assertEqual(self.current(), [("Le loup", "2019-01-01")])
        for day in ("3 mars 2018", "4 mars 2018"):  # of a page the later one is the date of an update
            counts = self.counts(self.write("a.txt", f"Le lynx\n\nPublié le {day}\n\n{LYNX}\n"))
        self.assertEqual(counts, (0, 1, 0, 0))
        self.assertEqual(self.current()[1:], [("Le lynx", "2018-03-03")])

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
        self.index("imports", "--yes", "--undo", 2)
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


class Paths(PlacesTest):
    def test_the_same_files_under_another_path_are_known(self):
        self.write("press/2021/a.txt", f"Le loup\n\n{WOLF}\n")
        self.write("press/2021/b.jsonl", [row("Le lynx", LYNX), row("La crue", CRUE, "2021")])
        self.assertEqual(self.counts(self.folder / "press" / "2021"), (3, 0, 0, 0))
        for _ in range(2):
            done = self.add(self.folder / "press")
            self.assertEqual(done.stderr.splitlines()[-2], "3 articles known under another path")
            self.assertIn("0 added, 0 updated, 3 unchanged", done.stderr)
        self.assertEqual(len(self.current()), 3)
        (self.folder / "press").rename(self.folder / "moved")
        self.assertEqual(self.counts(self.folder / "moved"), (0, 0, 3, 0))
        done = self.index("add", self.folder / "moved" / "2021" / "a.txt", "--lang", "fr")
        self.assertNotIn("chemin", done.stderr)  # its name is the one that is known

    def test_both_paths_in_one_run(self):
        self.write("press/2021/a.txt", f"Le loup\n\n{WOLF}\n")
        self.write("press/c.jsonl", [row("Le lynx", LYNX)])
        done = self.add(self.folder / "press" / "2021", self.folder / "press")
        self.assertIn("1 article known under another path\n2 added, 0 updated, 1 unchanged", done.stderr)

    def test_another_day_source_or_title_under_another_path_is_another_article(self):
        self.add(self.write("a.jsonl", [row("Météo", CRUE, "2020-03-03", source="Le Matin")]))
        for name, other in {
            "day": row("Météo", CRUE, "2020-03-04", source="Le Matin"),
            "paper": row("Météo", CRUE, "2020-03-03", source="Le Soir"),
            "title": row("Le temps", CRUE, "2020-03-03", source="Le Matin"),
        }.items():
            with self.subTest(name):
                self.assertEqual(self.counts(self.write(f"{name}.jsonl", [other])), (1, 0, 0, 0))

    def test_a_day_or_the_name_of_the_file_tells_that_it_is_the_same(self):
        rows = [row("Le loup", WOLF), row("Le lynx", LYNX, "2021"), row("En bref", "")]
        for path, given, counts in (("b.jsonl", "b.jsonl", (2, 0, 1, 0)), ("up/d/a.jsonl", "up", (1, 0, 2, 0))):
            with self.subTest(path):
                self.archive = self.folder / f"archive-{given}"
                self.add(self.write("a.jsonl", rows))
                self.write(path, rows)
                self.assertEqual(self.counts(self.folder / given), counts)

    def test_an_article_is_edited_in_its_own_file_alone(self):
        self.add(self.write("a.jsonl", [row("Le loup", WOLF)]))
        path = self.write("b.jsonl", [row("Le loup", WOLF + " Il est reparti.")])
        self.assertEqual(self.counts(path), (1, 0, 0, 0))

    def test_what_was_taken_back_does_not_return_by_another_path(self):
        for command in (("remove",), ("purge", "--yes")):
            with self.subTest(command):
                self.archive = self.folder / command[0]
                self.add(self.write("a.jsonl", [row("Le loup", WOLF, "2020"), row("Le lynx", LYNX)]))
                self.index(*command, "--id", 1)
                path = self.write("b.jsonl", [row("Le loup", WOLF, "2020")])
                done = self.add(path)
                self.assertIn("1 article was removed and stays so", done.stderr)
                self.assertEqual(self.counts(path, "--restore"), (1, 0, 0, 0))


class Repeats(PlacesTest):
    def test_equal_rows_are_one_article_and_counted(self):
        rows = [row("Le loup", WOLF), row("Le lynx", LYNX), row("Le loup", WOLF), row("Le loup", WOLF)]
        path = self.table("a.csv", rows)
        for counts in ("2 added, 0 updated, 2 unchanged", "0 added, 0 updated, 4 unchanged"):
            done = self.add(path)
            self.assertIn(f"2 records say the same as others\n{counts}", done.stderr)
        self.assertIn("2 enregistrements", self.add(path, "--lang", "fr").stderr)
        path = self.write("ids.jsonl", [row("La crue", CRUE, id="k"), row("La crue", CRUE, id="k")])
        self.assertIn("1 record says the same as another one\n1 added, 0 updated, 1 unchanged", self.add(path).stderr)


class Earlier(PlacesTest):
    """Archives of programs for which the line was the article: a row on top made all of them versions of others."""

    def shifted(self, first, later):
        """What such a program stored of two deliveries of a.csv: the text of the later one, the date of the first."""
        self.add(self.table("a.csv", first))
        lines = [json.loads(line) for line in self.index("export").stdout.splitlines()]
        self.archive = self.folder / "other"
        self.add(self.table("a.csv", later))
        said = {line["title"]: line for line in self.index("export").json_lines()}
        self.archive = self.folder / "earlier"
        for at, (old, new) in enumerate(zip(list(lines), later)):
            dated = {name: old[name] for name in ("key", "date", "date_text")}
            lines.append({**said[new["title"]], **dated, "version": 2})
        self.add(self.write("earlier.jsonl", lines))

    def test_their_dates_are_mended_by_the_next_add(self):
        first = [row("Le loup", WOLF, "2018-03-03"), row("Le lynx", LYNX, "2019-04-04")]
        later = [row("La crue", CRUE, "2021-05-05"), *first]
        self.shifted(first, later)
        self.assertEqual(self.current(), [("La crue", "2018-03-03"), ("Le loup", "2019-04-04")])
        path = self.table("a.csv", later)
        done = self.add(path)
        self.assertIn("2 articles had dates of texts that stood in their places; they have their own now", done.stderr)
        self.assertIn("1 added, 2 updated, 0 unchanged", done.stderr)
        mended = [("La crue", "2021-05-05"), ("Le loup", "2018-03-03"), ("Le lynx", "2019-04-04")]
        self.assertEqual(sorted(self.current()), mended)
        self.assertEqual(self.counts(path), (0, 0, 3, 0))
        edit = [later[0], {**later[1], "text": WOLF + " Il est reparti."}, later[2]]
        self.assertEqual(self.counts(self.table("a.csv", edit)), (0, 1, 2, 0))
        self.assertEqual(sorted(self.current()), mended)


if __name__ == "__main__":
    unittest.main()
