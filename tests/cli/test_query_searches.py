"""hemero-query searches: searches with names, and what is new of them, told once; held against search itself."""
import json
import os
import sqlite3
import stat
import subprocess
import unittest
from xml.etree import ElementTree

from support import (BAD_DATA, CUT_SHORT, DONE, IO, NO_ARCHIVE, NO_HITS, OTHER_VERSION, USAGE, ArchiveTest, SampleTest,
                     environment, program, run)  # fmt: skip

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"


class OfSample(SampleTest):
    def searches(self, *args, **how):
        return self.query("searches", "--user-data", self.folder, *args, **how)

    def test_a_saved_search_is_the_search(self):
        for number, asked in enumerate((
            ["grève"], ["--from", "2018", "--match", "any", "maire grève"], ["« le maire »", "-ministre"], ["-grève"],
            ["--source", "La Vigie", "--without", "source", "le"], ["--ocr", "--synonyms", "l’été"], [], ["--", "--x"],
        )):  # fmt: skip
            with self.subTest(asked):
                name = f"nº {number}"
                self.searches("save", name, *asked)
                for shown in (["--ids"], ["--format", "csv", "-n", "3", "--sort", "oldest"], ["--count"]):
                    there = run("hemero-query", "search", "-a", self.archive, *shown, *asked)
                    saved = run("hemero-query", "searches", "run", name, "-a", self.archive, *shown, "--user-data",
                                self.folder)  # fmt: skip
                    self.assertEqual(saved, there)

    def test_the_list_says_what_to_type(self):
        self.searches("save", "greve", "--from", "2018", "--ocr", "--not-source", "L'Été", "la grève")
        listed = self.searches("list", "--format", "json").json()["searches"][0]
        count = int(self.query("search", "--count", "--from", "2018", "--ocr", "--not-source", "L'Été", "la grève",
                               status=listed["articles"] == 0).stdout)  # fmt: skip
        self.assertEqual((listed["name"], listed["articles"]), ("greve", count))
        self.assertEqual(listed["request"], "q=la%20gr%C3%A8ve&ocr=1&from=2018&not-source=L%27%C3%89t%C3%A9")
        name, articles, told, typed = self.searches().stdout.rstrip("\n").split("\t")
        self.assertEqual((name, articles, told), ("greve", str(count), listed["told"]))
        self.assertEqual(typed, "--ocr --from 2018 --not-source 'L'\\''Été' 'la grève'")

    def test_options_are_those_of_what_is_done(self):
        self.searches("save", "greve", "grève")
        for line in (
            ["list", "greve"], ["list", "--new"], ["save"], ["save", " "], ["save", "a\nb", "grève"], ["run"],
            ["save", "--new", "x", "grève"], ["save", "x", "grève", "-n", "3"], ["run", "greve", "grève"],
            ["run", "greve", "--from", "2019"], ["run", "greve", "--new", "-n", "3"], ["delete"],
            ["list", "--fields", "title"],
            ["run", "--new", "--format", "csv"], ["run", "--new", "--format", "atom"], ["list", "--format", "csv"],
            ["rename", "greve"], ["delete", "greve", "grève"], ["remove", "greve"],
        ):  # fmt: skip
            with self.subTest(line):
                done = self.searches(*line, status=USAGE)
                self.assertEqual(done.stdout, "")
        self.assertEqual(len(self.searches("--format", "json").json()["searches"]), 1)


class Kept(ArchiveTest):
    RECORDS = [{"id": name, "title": f"Grève à {name}", "text": f"La grève continue à {name}.", "date": "2019-12-05",
                "source": "Le Matin"} for name in ("lyon", "nantes", "lille")]  # fmt: skip
    BREST = {"id": "brest", "title": "Grève à brest", "text": "La grève gagne Brest."}

    def setUp(self):
        super().setUp()
        self.add_articles(*self.RECORDS, {"id": "pluie", "title": "Météo", "text": "Il pleut."})
        self.file = self.archive / "user.sqlite"

    def news(self, name="greve", status=DONE, *args):
        """What is new, by key, of the one search."""
        answer = self.query("searches", "run", name, "--new", "--format", "json", *args, status=status).json()
        [of_search] = answer["searches"]
        self.assertEqual((of_search["name"], of_search["same"]), (name, status == NO_HITS))
        return {kind: [each["key"] for each in of_search[kind]] for kind in ("added", "gone", "changed")}, of_search

    def save(self, name="greve", query="grève"):
        self.query("searches", "save", name, query)

    def change(self):
        """One article more, one updated, one gone, one that matches since it was updated."""
        self.add_articles(self.BREST, {**self.RECORDS[0], "text": "La grève est finie à lyon."},
                          {"id": "pluie", "title": "Météo", "text": "Il pleut sur la grève."})  # fmt: skip
        self.index("remove", "--id", 2, "--reason", "erreur sur la personne")


class Searches(Kept):
    def test_nothing_is_kept_before_something_is(self):
        for line, status in (([], NO_HITS), (["run", "--new"], NO_HITS), (["run", "greve"], USAGE),
                             (["delete", "greve"], USAGE), (["rename", "greve", "b"], USAGE)):  # fmt: skip
            self.assertEqual(self.query("searches", *line, status=status).stdout, "")
        self.assertFalse(self.file.exists())
        self.assert_status(NO_ARCHIVE, run("hemero-query", "searches", "-a", self.folder / "no"))

    def test_the_file_is_the_users_alone(self):
        self.save()
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        with sqlite3.connect(self.file) as kept:
            self.assertEqual(kept.execute("PRAGMA journal_mode").fetchone(), ("delete",))
        self.assertEqual([path.name for path in self.archive.glob("user*")], ["user.sqlite"])

    def test_a_name_is_there_once(self):
        self.save()
        told = self.query("searches", "save", "greve", "autre", status=USAGE)
        self.assertIn("“greve”", told.stderr)
        self.save("pluie", "pleut")
        self.query("searches", "rename", "greve", "pluie", status=USAGE)
        self.query("searches", "rename", "greve", "la", "grève")
        self.assertIn("did you mean “la grève”?", self.query("searches", "run", "la grèv", status=USAGE).stderr)
        self.query("searches", "delete", "pluie")
        self.assertEqual([each["name"] for each in self.query("searches", "--format", "json").json()["searches"]],
                         ["la grève"])  # fmt: skip

    def test_what_is_new_is_told_once(self):
        self.save()
        self.save("tout", "")
        nothing = {"added": [], "gone": [], "changed": []}
        self.assertEqual(self.news(status=NO_HITS)[0], nothing)
        self.assertEqual(self.query("searches", "run", "--new", status=NO_HITS).stdout, "")
        self.change()
        changes, told = self.news()
        self.assertEqual(changes, {"added": ["brest", "pluie"], "gone": ["nantes"], "changed": ["lyon"]})
        self.assertIn("erreur sur la personne", told["gone"][0]["note"])
        self.assertEqual(self.news(status=NO_HITS)[0], nothing)
        self.assertEqual(self.news("tout")[0], {"added": ["brest"], "gone": ["nantes"], "changed": ["lyon", "pluie"]})
        self.assertEqual(self.query("searches", "run", "--new", status=NO_HITS).stdout, "")

    def test_people_can_read_it(self):
        self.save()
        self.save("neige", "neige")
        self.change()
        text = self.query("searches", "run", "--new", "--lang", "fr").stdout
        self.assertTrue(text.startswith("greve, depuis le "), text)
        for part in ("2 de plus, 1 de moins, 1 modifié", "Grève à brest", "erreur sur la personne"):
            self.assertIn(part, text)
        self.assertNotIn("neige", text, "of which there is nothing to tell")

    def test_as_a_feed(self):
        self.save()
        self.change()
        feed = ElementTree.fromstring(self.query("searches", "run", "greve", "--new", "--format", "atom").stdout)
        self.assertEqual([each.text for each in feed.iterfind(f"{ATOM}entry/{ATOM}title")],
                         ["Grève à brest", "Météo", "Grève à lyon"])  # fmt: skip
        [gone] = feed.iterfind(f"{TOMBSTONES}deleted-entry")
        self.assertTrue(gone.get("ref").endswith(":article:2"), gone.get("ref"))
        self.assertIn("erreur sur la personne", gone.findtext(f"{TOMBSTONES}comment"))
        empty = self.query("searches", "run", "greve", "--new", "--format", "atom", status=NO_HITS)
        self.assertIsNone(ElementTree.fromstring(empty.stdout).find(f"{ATOM}entry"))

    def test_what_could_not_be_written_is_told_again(self):
        self.save()
        self.change()
        for form in ("text", "json", "atom"):
            with open("/dev/full", "w") as full:
                line = [program("hemero-query"), "searches", "run", "greve", "--new", "-a", self.archive]
                done = subprocess.run([*line, "--format", form], stdout=full, stderr=subprocess.DEVNULL,
                                      env=environment())  # fmt: skip
            self.assertEqual(done.returncode, IO)
        self.assertEqual(self.news()[0]["added"], ["brest", "pluie"])

    def test_two_at_once_tell_each_once(self):
        names = [f"s{number}" for number in range(5)]
        for name in names:
            self.save(name)
        self.change()
        line = [program("hemero-query"), "searches", "run", "--new", "-a", self.archive, "--format", "json"]
        running = [subprocess.Popen(line, stdout=subprocess.PIPE, env=environment()) for _ in range(4)]
        told = [each for one in running for each in json.loads(one.communicate()[0])["searches"] if not each["same"]]
        self.assertEqual(sorted(each["name"] for each in told), names)

    def test_time_that_is_over_loses_nothing(self):
        self.save()
        self.change()
        done = self.query("searches", "run", "--new", "--deadline", "0.0000001", status=CUT_SHORT)
        self.assertEqual(done.stdout, "")
        self.assertIn("greve", done.stderr)
        self.assertEqual(self.news()[0]["gone"], ["nantes"])

    def test_an_archive_made_anew_has_nothing_new(self):
        kept = self.folder / "kept"
        self.query("searches", "save", "greve", "grève", "--user-data", kept)
        self.archive = self.folder / "anew"
        self.add_articles({"id": "avant", "title": "Avant", "text": "Rien."}, *self.RECORDS[::-1], self.BREST)
        changes, told = self.news("greve", DONE, "--user-data", kept)
        self.assertEqual(changes, {"added": ["brest"], "gone": [], "changed": []})
        self.assertTrue(told["other_archive"])

    def test_where_it_is_kept(self):
        folder = self.folder / "of mine"
        folder.mkdir()
        self.query("searches", "save", "a", "grève", "--user-data", folder)
        self.query("searches", "save", "b", "grève", env={"HEMERO_USER_DATA": str(folder / "user.sqlite")})
        listed = self.query("searches", "--user-data", folder, "--format", "json").json()["searches"]
        self.assertEqual([each["name"] for each in listed], ["a", "b"])
        self.assertFalse(self.file.exists())
        nowhere = self.folder / "no/where"
        answer = self.query("searches", "save", "a", "grève", "--user-data", nowhere, status=IO)
        self.assertIn("--user-data", answer.stderr)


class Damaged(Kept):
    def test_what_is_something_else_stays_as_it_is(self):
        catalogue = (self.archive / "archive.sqlite").read_bytes()
        for content, reason in ((b"text", "no SQLite"), (catalogue, "an archive")):
            with self.subTest(reason):
                self.file.write_bytes(content)
                for line in (["list"], ["save", "a", "grève"], ["run", "--new"]):
                    self.query("searches", *line, status=BAD_DATA)
                self.assertEqual(self.file.read_bytes(), content)

    def test_tables_are_those_of_the_schema(self):
        for change, status in (("CREATE TABLE more (a)", BAD_DATA), ("DROP TABLE saved_search", BAD_DATA),
                               ("CREATE VIEW v AS SELECT 1", BAD_DATA), ("PRAGMA user_version = 2", OTHER_VERSION),
                               ("UPDATE saved_search SET request = 'x'", BAD_DATA),
                               ("UPDATE saved_search SET report = '{}'", BAD_DATA)):  # fmt: skip
            with self.subTest(change):
                self.file.unlink(missing_ok=True)
                self.save()
                kept = sqlite3.connect(self.file)
                kept.execute(change)
                kept.commit()
                kept.close()
                self.query("searches", "run", "--new", status=status)

    def test_a_pipe_is_not_waited_for(self):
        os.mkfifo(self.file)
        self.query("searches", status=BAD_DATA)


if __name__ == "__main__":
    unittest.main()
