"""hemero-index add without a path, and places: what was added is read again."""
import json
import shutil
import unittest

from support import BAD_DATA, PARTLY, USAGE, ArchiveTest, run

WOLF = "Un loup a été vu lundi matin près du col de Rousset, dit le maire de Die.\nLes bergers ont rentré leurs brebis."
LYNX = "Le lynx du Jura porte désormais un collier.\nIl a parcouru trente kilomètres dans la nuit de jeudi."
CRUE = "La Drôme est sortie de son lit à Crest.\nUne école a été fermée par précaution, sans autre dégât."


class RefreshTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.press = self.folder / "press"
        self.write("press/wolf.txt", f"Le loup de Die\n\n{WOLF}\n")
        self.write("press/2021/lynx.txt", f"Un lynx suivi\n\n{LYNX}\n")

    def counts(self, done):
        words = [line for line in done.stderr.splitlines() if " added, " in line][0].replace(",", "").split()
        return tuple(int(words[at]) for at in (0, 2, 4))

    def titles(self):
        return [line["title"] for line in self.index("export", "--current").json_lines()]

    def places(self):
        return self.index("places", "--format", "json").json()["places"]


class Again(RefreshTest):
    def test_what_is_new_and_what_changed(self):
        self.add(self.press)
        self.assertEqual(self.counts(self.add()), (0, 0, 2))
        self.write("press/crue.txt", f"La crue\n\n{CRUE}\n")
        self.write("press/wolf.txt", f"Le loup de Die\n\n{WOLF} Il est reparti.\n")
        self.assertEqual(self.counts(self.add()), (1, 1, 1))
        self.assertEqual(self.counts(self.add()), (0, 0, 3))

    def test_a_path_that_was_relative_is_found_from_anywhere(self):
        self.add("press", cwd=self.folder)
        self.assertEqual(self.counts(self.add(cwd="/")), (0, 0, 2))
        (self.press / "wolf.txt").unlink()
        done = self.add(cwd="/")
        self.assertIn(f"1 file is no longer there: {self.press}/wolf.txt", done.stderr)

    def test_the_options_are_remembered(self):
        table = self.write("table.csv", "titre;papier\nLe loup;Il dort.\n")
        how = ("--map", "text=papier", "--source", "Le Matin", "--limit", "text=2MiB", "--format", "csv")
        self.add(*how, table)
        options = self.places()[0]["options"]
        self.assertEqual(options, ["--format=csv", "--source=Le Matin", "--map=text=papier", "--limit=text=2MiB"])
        self.assertEqual(self.counts(self.add()), (0, 0, 1))
        table.write_text("titre;papier\nLe loup;Il dort.\nLe lynx;Il court.\n")
        self.assertEqual(self.counts(self.add()), (1, 0, 1))
        last = self.index("export", "--current").json_lines()[-1]
        self.assertEqual(last["source"], "Le Matin")
        self.assertIn("Il court.", json.dumps(last))

    def test_what_is_not_remembered(self):
        for reason, args, how in (
            ("a pipe", ["-"], {"stdin": json.dumps({"title": "Le loup", "text": WOLF})}),
            ("a dry run", ["--dry-run", self.press], {}),
            ("once", ["--once", self.press], {}),
            ("a file that is not there", [self.folder / "none.txt"], {"status": PARTLY}),
            ("a device", ["/dev/null"], {"status": BAD_DATA}),
        ):
            with self.subTest(reason):
                self.add_articles({"id": "k", "title": "Un ours"}) if not self.archive.exists() else None
                before = self.places()
                self.add(*args, **how)
                self.assertEqual(self.places(), before)

    def test_what_is_not_there_is_not_remembered_beside_what_is(self):
        self.add(self.press, self.folder / "none.txt", status=PARTLY)
        self.assertEqual([place["path"] for place in self.places()], [str(self.press)])

    def test_nothing_is_known(self):
        self.index("add", "--once", self.press)
        done = self.add(status=USAGE)
        self.assertIn("no place is known", done.stderr)
        self.assertIn("hemero-index add PATH", done.stderr)

    def test_a_pipe_is_never_gone(self):
        self.add("-", stdin=json.dumps({"title": "La crue", "text": CRUE}), cwd=self.press)
        self.add(self.press)
        self.assertNotIn("no longer", self.add("--prune", "--yes").stderr)
        self.assertEqual(len(self.titles()), 3)


class Gone(RefreshTest):
    def setUp(self):
        super().setUp()
        self.add(self.press)

    def test_told_and_kept(self):
        (self.press / "wolf.txt").unlink()
        for _ in range(2):
            done = self.add()
            self.assertIn(f"1 file is no longer there: {self.press}/wolf.txt", done.stderr)
            self.assertIn("--prune", done.stderr)
            self.assertEqual(len(self.titles()), 2)
        french = self.add("--lang", "fr")
        self.assertIn("1 fichier n’est plus là", french.stderr)

    def test_pruned_and_brought_back(self):
        text = (self.press / "wolf.txt").read_text()
        (self.press / "wolf.txt").unlink()
        done = self.add("--prune", status=USAGE)
        self.assertIn("--yes", done.stderr)
        self.assertEqual(len(self.titles()), 2)
        self.assertIn("1 article removed", self.add("--prune", "--yes").stderr)
        self.assertEqual(self.titles(), ["Un lynx suivi"])
        removed = [line for line in self.index("export").json_lines() if "reason" in json.dumps(line)]
        self.assertIn(f"no longer at {self.press}/wolf.txt", json.dumps(removed, ensure_ascii=False))
        self.write("press/wolf.txt", text)
        self.assertEqual(self.counts(self.add()), (1, 0, 1))

    def test_a_dry_run_prunes_nothing(self):
        (self.press / "wolf.txt").unlink()
        self.assertIn("wolf.txt", self.add("--prune", "--dry-run").stderr)
        self.assertEqual(len(self.titles()), 2)

    def test_a_disk_that_is_not_there(self):
        for reason, lose in (
            ("no folder", lambda: shutil.move(self.press, self.folder / "elsewhere")),
            ("the empty folder where it was", self.press.mkdir),
        ):
            with self.subTest(reason):
                lose()
                done = self.add("--prune", "--yes", status=PARTLY)
                self.assertIn(f"{self.press} is not there", done.stderr)
                self.assertIn("hemero-index places --forget", done.stderr)
                self.assertEqual(len(self.titles()), 2)
                self.assertFalse(self.places()[0]["reachable"])

    def test_a_file_that_was_added_by_its_name(self):
        named = self.write("desk/crue.txt", f"La crue\n\n{CRUE}\n")
        self.write("desk/other.md", "rien")
        self.add(named)
        named.unlink()
        self.assertIn("1 article removed", self.add("--prune", "--yes").stderr)
        self.assertEqual(len(self.titles()), 2)
        self.assertEqual(self.counts(self.add()), (0, 0, 2))
        self.assertEqual([place["path"] for place in self.places()], [str(self.press)])

    def test_a_file_of_many_articles(self):
        self.write("press/a.csv", "title;text\nLe loup;Il dort.\nLe lynx;Il court.\nL’ours;Il lit.\n")
        self.add()
        (self.press / "a.csv").unlink()
        done = self.add("--prune", "--yes")
        self.assertIn("1 file is no longer there", done.stderr)
        self.assertIn("3 articles removed", done.stderr)

    def test_prune_is_about_all_places(self):
        self.assertIn("--prune", self.add("--prune", self.press, status=USAGE).stderr)


class Moved(RefreshTest):
    def test_a_text_file(self):
        self.add(self.press)
        before = self.index("export", "--current").json_lines()
        (self.press / "archives").mkdir()
        (self.press / "wolf.txt").rename(self.press / "archives/loup.txt")
        done = self.add("--prune", "--yes")
        self.assertIn(f"{self.press}/wolf.txt is now {self.press}/archives/loup.txt", done.stderr)
        self.assertNotIn("no longer", done.stderr)
        self.assertEqual(self.counts(done), (0, 0, 2))
        after = self.index("export", "--current").json_lines()
        self.assertEqual([line["title"] for line in after], [line["title"] for line in before])
        self.assertIn(str(self.press / "archives/loup.txt"), [line["path"] for line in after])
        self.assertEqual(self.counts(self.add()), (0, 0, 2))

    def test_a_record_with_an_id(self):
        self.write("press/a.jsonl", [{"id": "k1", "title": "Un ours", "text": CRUE}])
        self.add(self.press)
        (self.press / "a.jsonl").rename(self.press / "b.jsonl")
        done = self.add("--prune", "--yes")
        self.assertIn("b.jsonl", done.stderr)
        self.assertEqual(self.counts(done), (0, 0, 3))
        self.assertEqual(len(self.titles()), 3)

    def test_a_record_with_an_id_that_changed_too(self):
        self.write("press/a.jsonl", [{"id": "k1", "title": "Un ours", "text": CRUE}])
        self.add(self.press)
        (self.press / "a.jsonl").unlink()
        self.write("press/b.jsonl", [{"id": "k1", "title": "Une ourse", "text": CRUE}])
        done = self.add("--prune", "--yes")
        self.assertEqual(self.counts(done), (0, 1, 2))
        self.assertNotIn("no longer", done.stderr)

    def test_a_table_with_a_row_more(self):
        self.write("press/a.csv", "title;text\nLe loup;Il dort.\nLe lynx;Il court.\n")
        self.add(self.press)
        (self.press / "a.csv").unlink()
        self.write("press/b.csv", "title;text\nL’ours;Il lit.\nLe loup;Il dort.\nLe lynx;Il court.\n")
        done = self.add("--prune", "--yes")
        self.assertEqual(self.counts(done), (1, 0, 4))
        self.assertEqual(len(self.titles()), 5)


class Places(RefreshTest):
    def test_json(self):
        self.add(self.press)
        (self.press / "wolf.txt").unlink()
        self.assertEqual(len(self.places()), 1)
        place = self.places()[0]
        self.assertRegex(place.pop("last_run"), r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        expected = {"path": str(self.press), "options": [], "reachable": True, "articles": 2, "articles_gone": 1,
                    "files_gone": 1}  # fmt: skip
        self.assertEqual(place, expected)

    def test_one_place_however_it_is_named(self):
        self.add("press", cwd=self.folder)
        self.add("./press/", cwd=self.folder)
        self.add("../press", cwd=self.press)
        self.assertEqual([place["path"] for place in self.places()], [str(self.press)])

    def test_text_in_both_languages(self):
        self.add("--source", "Le Matin", self.press)
        text = self.index("places").stdout
        self.assertIn(f"{self.press}  --source=Le Matin\n", text)
        self.assertIn("2 articles, read last on 20", text)
        self.assertIn("lu pour la dernière fois", self.index("places", "--lang", "fr").stdout)

    def test_forgotten(self):
        self.add(self.press)
        self.assertIn("its articles stay", self.index("places", "--forget", "press", cwd=self.folder).stderr)
        self.assertEqual((self.places(), len(self.titles())), ([], 2))
        self.index("places", "--forget", self.press, status=USAGE)

    def test_none(self):
        self.index("add", "--once", self.press)
        self.assertEqual((self.places(), self.index("places").stdout), ([], ""))

    def test_no_archive(self):
        self.assertEqual(run("hemero-index", "places", "-a", self.archive).status, 66)


if __name__ == "__main__":
    unittest.main()
