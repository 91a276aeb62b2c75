"""hemero-query show --versions, --version and --diff; and the date of publication, which updates do not change."""
import unittest

from support import DONE, NO_HITS, USAGE, ArchiveTest


def article(title, text, **fields):
    return {"id": "k1", "title": title, "text": text, **fields}


class VersionsTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(article("Un loup", "Il dort. Il rêve.\nLa nuit tombe.", source="Le Matin"))
        self.add_articles(article("Un loup", "Il dort. « Il hurle ! »\nLa nuit tombe.", source="Le Matin"))
        self.add_articles(article("Un lynx", "Il dort. « Il hurle ! »\nLa nuit tombe. Fin.", source="Le Matin"))

    def show(self, *args, **how):
        return self.query("show", 1, *args, **how)


class Versions(VersionsTest):
    def test_list(self):
        listed = self.show("--versions", "--format", "json").json()
        self.assertEqual(list(listed), ["version", "id", "versions"])
        versions = listed["versions"]
        self.assertEqual(list(versions[0]), ["number", "stored", "run", "title", "date", "text_bytes", "current"])
        self.assertEqual([(v["number"], v["run"], v["title"], v["text_bytes"], v["current"]) for v in versions],
                         [(1, 1, "Un loup", 33, False), (2, 2, "Un loup", 40, False),
                          (3, 3, "Un lynx", 45, True)])  # fmt: skip
        lines = self.show("--versions").stdout.splitlines()
        self.assertEqual(len(lines), 3)
        self.assertRegex(lines[2], r"^  3  \d{4}-.*Z  run 3, 45 bytes  Un lynx$")

    def test_one(self):
        for number, title in ((1, "Un loup"), (3, "Un lynx")):
            shown = self.show("--version", number, "--format", "json").json()
            self.assertEqual((shown["id"], shown["title"]), (1, title))
        self.assertIn("Il rêve.", self.show("--version", 1).stdout)
        for number in (0, 4):
            self.assertIn(str(number), self.show("--version", number, status=NO_HITS).stderr)

    def test_diff(self):
        cases = [
            ([], ["- title: Un loup", "+ title: Un lynx", "  source: Le Matin", "  …", "  La nuit tombe.", "+ Fin."]),
            ([1, 2], ["  …", "  Il dort.", "- Il rêve.", "+ « Il hurle ! »", "  La nuit tombe."]),
            ([2, 1], ["  …", "  Il dort.", "- « Il hurle ! »", "+ Il rêve.", "  La nuit tombe."]),
            ([2], ["- title: Un loup", "+ title: Un lynx", "  source: Le Matin", "  …", "  La nuit tombe.", "+ Fin."]),
            ([2, 2], ["The versions are the same."]),
        ]
        for numbers, expected in cases:
            with self.subTest(numbers):
                self.assertEqual(self.show("--diff", *numbers).stdout.splitlines(), expected)
        self.show("--diff", 1, 4, status=NO_HITS)

    def test_diff_as_json(self):
        found = self.show("--diff", 1, 2, "--format", "json").json()
        self.assertEqual((found["version"], found["id"], found["from"], found["to"]), (1, 1, 1, 2))
        self.assertEqual([line for line in found["lines"] if line["change"] != "same"],
                         [{"change": "removed", "field": "text", "text": "Il rêve."},
                          {"change": "added", "field": "text", "text": "« Il hurle ! »"}])  # fmt: skip
        self.assertEqual(len(found["lines"]), 6)

    def test_one_version_differs_from_nothing(self):
        self.add_articles({"id": "k2", "title": "Seul"})
        self.assertEqual(self.query("show", 2, "--diff").stdout, "The versions are the same.\n")

    def test_usage(self):
        self.show("--versions", "--version", 1, status=USAGE)
        self.show("--diff", 1, "--version", 2, status=USAGE)
        self.show("--version", "x", status=USAGE)
        self.assertRegex(self.query("show", "--version", 1, 1, status=DONE).stdout, "Un loup")

    def test_removed_articles_are_not_shown(self):
        self.index("remove", "--id", 1, "--reason", "démenti")
        for args in ([], ["--versions"], ["--version", 1], ["--diff"]):
            done = self.show(*args, status=NO_HITS)
            self.assertEqual(done.stdout, "")
            self.assertIn("démenti", done.stderr)
        self.assertIn("a été retiré", self.show("--lang", "fr", status=NO_HITS).stderr)


class Dates(ArchiveTest):
    def date(self):
        return self.query("show", 1, "--format", "json").json()["date"]

    def test_what_becomes_of_the_date_of_publication(self):
        rows = [
            (["2021-08-11", "2021-09-01"], "2021-08-11", "an update"),
            (["2021-08-11", "2020-01-01"], "2021-08-11", "also when it is earlier"),
            (["2021-08-11", "2021-08-11T18:03"], "2021-08-11T18:03", "the same, more precisely"),
            (["2021", "2021-08", "2021-09-05"], "2021-08", "step by step"),
            (["2021-08-11T18:03", "2021-08-11"], "2021-08-11T18:03", "the same, less precisely"),
            (["2021-08-11", ""], "2021-08-11", "an update without a date"),
            (["", "2021-08-11"], "2021-08-11", "a date that was not known"),
            (["2021-08-11", "2021-09-01", "2021-10-01"], "2021-08-11", "several updates"),
            (["2021-08-11", "11 septembre 2021"], "2021-08-11", "in words"),
        ]
        for dates, expected, reason in rows:
            for in_one_run in (False, True):
                with self.subTest(reason, in_one_run=in_one_run):
                    self.archive = self.folder / f"{reason}{in_one_run}"
                    articles = [article(f"Titre {i}", "Texte.", date=date) for i, date in enumerate(dates)]
                    if in_one_run:
                        self.add_articles(*articles)
                    else:
                        for each in articles:
                            self.add_articles(each)
                    self.assertEqual(self.date(), expected)
                    shown = self.query("show", 1, "--format", "json").json()
                    self.assertEqual(shown["title"], f"Titre {len(dates) - 1}")

    def test_an_update_that_says_nothing_new_but_its_date_is_none(self):
        self.add_articles(article("Titre", "Texte.", date="2021-08-11"))
        for _ in range(2):
            done = self.add_articles(article("Titre", "Texte.", date="2021-09-01"))
            self.assertIn("0 added, 0 updated, 1 unchanged", done.stderr)

    def test_a_correction_is_asked_for(self):
        self.add_articles(article("Titre", "Texte.", date="2012-08-11"))
        path = self.write("x.jsonl", [article("Titre", "Texte.", date="2021-08-11")])
        self.add("--correct-dates", path)
        self.assertEqual(self.date(), "2021-08-11")


if __name__ == "__main__":
    unittest.main()
