"""hemero-query dossiers: articles gathered by hand or by a search, with tags and notes; and searching among them."""
import csv
import io
import json
import re
import unittest

from support import BAD_DATA, DONE, NO_ARCHIVE, NO_HITS, USAGE, ArchiveTest, SampleTest, run

COUNTED = (["search", "--ids"], ["facets", "--format", "json"], ["timeline", "--format", "json", "--step", "year"],
           ["report", "--format", "json"], ["kwic", "--format", "json", "-n", "all"],
           ["quotations", "--format", "json", "-n", "all"], ["amounts", "--format", "json"],
           ["collocates", "--format", "json", "--least", "1", "--least-texts", "1"],
           ["dispersion", "--format", "json"])  # fmt: skip


class OfSample(SampleTest):
    def dossiers(self, *args, **how):
        return self.query("dossiers", "--user-data", self.folder, *args, **how)

    def ids(self, *asked):
        done = run("hemero-query", "search", "-a", self.archive, "--ids", "--user-data", self.folder, *asked)
        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
        return sorted(map(int, done.stdout.split()))

    def test_a_frozen_result_is_what_the_search_finds(self):
        for number, asked in enumerate((
            ["--query", "grève"], ["--query", "« le maire »", "--from", "2019"], ["--query", "maire grève", "--match",
            "any"], ["--from", "2019", "--without", "source"], ["--query", "sncf -grève"],
        )):  # fmt: skip
            with self.subTest(asked):
                expected = self.ids(*[each for each in asked if each != "--query"])
                name = f"nº {number}"
                self.dossiers("add", name, *asked, status=DONE if expected else NO_HITS)
                shown = self.dossiers("show", name, "--format", "json").json()["articles"]
                self.assertEqual(sorted(each["id"] for each in shown), expected)
                self.assertEqual(self.ids("--dossier", name), expected)

    def test_every_command_that_finds_heeds_it(self):
        """In a dossier of all that one source printed a search finds what it finds in that source."""
        [source] = self.query("facets", "--fields", "source", "--format", "json").json()["facets"]
        source = next(each["value"] for each in source["values"] if each["value"])
        self.dossiers("add", "source", "--source", source)
        for command in COUNTED:
            with self.subTest(command):
                there = run("hemero-query", *command, "-a", self.archive, "--source", source, "le")
                here = run("hemero-query", *command, "-a", self.archive, "--dossier", "source", "--user-data",
                           self.folder, "le")  # fmt: skip
                self.assertEqual(here.status, there.status)
                self.assertNotEqual(there.stdout, "")
                if command[0] in ("search", "kwic"):
                    self.assertEqual(self.without_restrictions(here), self.without_restrictions(there))
                else:
                    self.assertNotEqual(here.stdout, "")
        for words in ("grève", "maire", "« le maire »", "gr*", "-le", "titre:maire", ""):
            with self.subTest(words):
                here, there = ["--dossier", "source", "--", words], ["--source", source, "--", words]
                self.assertEqual(self.ids(*here), self.ids(*there))
                count = ["search", "-a", self.archive, "--count", "--user-data", self.folder]
                counts = [run("hemero-query", *count, *each) for each in (here, there)]
                self.assertEqual(*(each.stdout for each in counts))

    def without_restrictions(self, done):
        return re.sub(r'"restrictions":"[^"]*(\\.[^"]*)*"', "", done.stdout)

    def test_two_dossiers_are_either(self):
        self.dossiers("add", "a", "1", "2")
        self.dossiers("add", "b", "2", "3")
        self.assertEqual(self.ids("--dossier", "a", "--dossier", "b"), [1, 2, 3])
        done = self.query("search", "--dossier", "c", "--user-data", self.folder, status=NO_HITS)
        self.assertIn("“c”", done.stdout + done.stderr)

    def test_exports(self):
        self.dossiers("add", "a", "1", "2", "3", "--tag", "à relire")
        for form in ("csv", "csv-excel", "jsonl", "ris", "csl-json", "bibtex", "iramuteq", "atom", "txm"):
            with self.subTest(form):
                done = self.dossiers("show", "a", "--format", form)
                self.assertGreater(len(done.stdout), 300)
        table = self.dossiers("show", "a", "--fields", "rank,number,keywords").stdout
        rows = list(csv.DictReader(io.StringIO(table)))
        self.assertEqual(sorted(row["number"] for row in rows), ["1", "2", "3"])
        self.assertEqual([row["rank"] for row in rows], ["1", "2", "3"])
        self.assertTrue(all(row["keywords"].endswith("à relire") for row in rows), rows)
        self.assertIn("KW  - à relire\r\n", self.dossiers("show", "a", "--format", "ris").stdout)

    def test_notes_are_exported(self):
        self.dossiers("add", "a", "1", "--note", "voir\nla « suite »")
        note = "voir la « suite »"
        table = self.dossiers("show", "a", "--format", "csv").stdout
        self.assertEqual([row["note"] for row in csv.DictReader(io.StringIO(table))], [note])
        self.assertIn(f"N1  - {note}\r\n", self.dossiers("show", "a", "--format", "ris").stdout)
        self.assertEqual(json.loads(self.dossiers("show", "a", "--format", "csl-json").stdout)[0]["note"], note)
        self.assertIn(f"annotation = {{{note}}}", self.dossiers("show", "a", "--format", "bibtex").stdout)
        row = json.loads(self.dossiers("show", "a", "--format", "jsonl", "--fields", "number,note").stdout)
        self.assertEqual(row, {"number": 1, "note": note})

    def test_options_are_those_of_what_is_done(self):
        self.dossiers("add", "a", "1")
        for line in (
            ["list", "a"], ["add"], ["add", "a"], ["add", " ", "1"], ["add", "a", "1", "--format", "json"], ["show"],
            ["show", "none"], ["show", "a", "1"], ["show", "a", "--note", "x"], ["show", "a", "--from", "2019"],
            ["remove", "a"], ["remove", "a", "1", "--query", "x"], ["rename", "a"], ["delete", "b"],
            ["add", "a", "1", "--tag", " "], ["list", "--format", "csv"], ["open", "a"],
            ["show", "a", "--format", "json", "--fields", "rank"],
        ):  # fmt: skip
            with self.subTest(line):
                self.assertEqual(self.dossiers(*line, status=USAGE).stdout, "")
        self.assertEqual(len(self.dossiers("show", "a", "--format", "json").json()["articles"]), 1)


class Kept(ArchiveTest):
    RECORDS = [{"id": name, "title": f"Grève à {name}", "text": f"La grève continue à {name}.", "date": date,
                "url": f"https://gazette.example/{name}"}
               for name, date in (("lyon", "2019-12-07"), ("nantes", "2019-12-05"),
                                  ("lille", "2019-12-06"))]  # fmt: skip

    def setUp(self):
        super().setUp()
        self.add_articles(*self.RECORDS)

    def shown(self, *args):
        answer = self.query("dossiers", "show", "a", "--format", "json", *args).json()
        return [each["key"] for each in answer["articles"]], answer

    def test_nothing_is_kept_before_something_is(self):
        self.query("dossiers", status=NO_HITS)
        self.query("dossiers", "show", "a", status=USAGE)
        self.query("dossiers", "delete", "a", status=USAGE)
        self.query("search", "--dossier", "a", "grève", status=NO_HITS)
        self.assertFalse((self.archive / "user.sqlite").exists())
        self.assert_status(NO_ARCHIVE, run("hemero-query", "dossiers", "-a", self.folder / "no"))

    def test_articles_are_named_in_all_ways(self):
        self.query("dossiers", "add", "a", "1", "nantes", stdin="")
        self.query("dossiers", "add", "a", "-", stdin="https://gazette.example/lille\nnone\n", status=NO_HITS)
        keys, answer = self.shown()
        self.assertEqual(keys, ["nantes", "lille", "lyon"], "by their dates")
        self.assertEqual([each["id"] for each in answer["articles"]], [2, 3, 1])
        self.assertEqual(self.query("dossiers", "--format", "json").json()["dossiers"][0]["articles"], 3)
        self.query("dossiers", "remove", "a", "1", "nantes")
        self.query("dossiers", "remove", "a", "nantes", status=NO_HITS)
        self.assertEqual(self.shown()[0], ["lille"])

    def test_tags_and_notes(self):
        self.query("dossiers", "add", "a", "1", "2", "--tag", "b", "--tag", "a", "--note", "à vérifier")
        self.query("dossiers", "add", "a", "2", "3", "--tag", "c")
        self.query("dossiers", "add", "a", "1", "--note", "vérifié")
        said = {each["key"]: (each["tags"], each["note"]) for each in self.shown()[1]["articles"]}
        self.assertEqual(said, {"lyon": (["a", "b"], "vérifié"), "nantes": (["a", "b", "c"], "à vérifier"),
                                "lille": (["c"], "")})  # fmt: skip
        self.assertEqual(self.shown("--tag", "a")[0], ["nantes", "lyon"])
        self.assertEqual(self.shown("--tag", "a", "--tag", "c")[0], ["nantes"])
        self.query("dossiers", "remove", "a", "2", "--tag", "a", "--tag", "none")
        self.query("dossiers", "remove", "a", "2", "--tag", "a", status=NO_HITS)
        self.assertEqual(self.shown("--tag", "a")[0], ["lyon"])
        text = self.query("dossiers", "show", "a").stdout
        self.assertRegex(text, r"(?m)^ +1  2019-12-07 +Grève à lyon \[a, b\]\n +vérifié$")

    def test_what_became_of_them_is_told(self):
        self.query("dossiers", "add", "a", "1", "2", "3", "--tag", "t")
        self.index("remove", "--id", 2, "--reason", "erreur sur la personne")
        self.add_articles({**self.RECORDS[2], "text": "La grève est finie."})
        keys, answer = self.shown()
        self.assertEqual(keys, ["lille", "lyon"])
        self.assertEqual([each["updated"] for each in answer["articles"]], [True, False])
        [gone] = answer["gone"]
        self.assertEqual((gone["key"], gone["id"], gone["tags"]), ("nantes", 2, ["t"]))
        self.assertIn("erreur sur la personne", gone["why"])
        text = self.query("dossiers", "show", "a", "--lang", "fr").stdout
        self.assertIn("Plus dans l’archive\n    nantes (retiré", text)
        self.assertIn("nantes", self.query("dossiers", "show", "a", "--format", "csv").stderr)
        self.assertEqual(self.keys("grève", "--dossier", "a"), self.keys("grève"))
        self.query("dossiers", "remove", "a", "nantes")
        self.assertEqual(self.shown()[1]["gone"], [])

    def test_an_archive_made_anew_has_them(self):
        kept = self.folder / "kept"
        self.query("dossiers", "add", "a", "1", "2", "--user-data", kept, "--note", "à lire")
        self.archive = self.folder / "anew"
        self.add_articles({"id": "avant", "title": "Avant", "text": "Rien."}, *self.RECORDS[1:])
        keys, answer = self.shown("--user-data", kept)
        self.assertEqual(keys, ["nantes"])
        self.assertEqual([(each["id"], each["note"], each["updated"]) for each in answer["articles"]],
                         [(2, "à lire", False)])  # fmt: skip
        self.assertEqual([each["key"] for each in answer["gone"]], ["lyon"])
        self.assertEqual(self.keys("grève", "--dossier", "a", "--user-data", kept), ["nantes"])

    def test_names(self):
        self.query("dossiers", "add", "a", "1")
        self.query("dossiers", "add", "b", "2")
        self.query("dossiers", "rename", "a", "b", status=USAGE)
        self.query("dossiers", "rename", "a", "le", "port")
        self.assertIn("did you mean “le port”?", self.query("dossiers", "show", "le prt", status=USAGE).stderr)
        self.assertEqual(self.keys("grève", "--dossier", "le port"), ["lyon"])
        self.query("dossiers", "delete", "le port")
        self.assertEqual(self.query("dossiers").stdout, "b\t1\n")

    def test_a_saved_search_may_be_of_a_dossier(self):
        self.query("dossiers", "add", "a", "1")
        self.query("searches", "save", "s", "--dossier", "a", "grève")
        self.query("searches", "run", "s", "--new", status=NO_HITS)
        self.query("dossiers", "add", "a", "nantes")
        told = self.query("searches", "run", "s", "--new", "--format", "json").json()["searches"][0]
        self.assertEqual([each["key"] for each in told["added"]], ["nantes"])

    def test_a_damaged_file(self):
        (self.archive / "user.sqlite").write_bytes(b"SQLite format 3\0" + bytes(4080))
        for line in (["dossiers"], ["dossiers", "add", "a", "1"], ["search", "--dossier", "a"]):
            self.query(*line, status=BAD_DATA)


if __name__ == "__main__":
    unittest.main()
