"""hemero-index imports: the commands that changed an archive, and undoing one."""
import sqlite3
import unittest

from support import NO_ARCHIVE, USAGE, ArchiveTest, run


def article(key, text):
    return {"id": key, "title": f"Titre de {key}", "text": text}


class ImportsTest(ArchiveTest):
    def put(self, *articles, options=()):
        self.add(self.write("articles.jsonl", [article(*each) for each in articles]), *options)

    def texts(self):
        """Key → text of what a search finds."""
        found = {}
        for hit in self.search("titre", "-n", "100", "--copies", "all")["hits"]:
            shown = self.query("show", hit["id"], "--format", "json").json()
            found[hit["key"]] = shown["zones"][0]["text"]
        return found

    def undo(self, number):
        return self.index("imports", "--yes", "--undo", number).stderr.splitlines()[-1]

    def runs(self):
        return self.index("imports", "--format", "json").json()["runs"]


class Listing(ImportsTest):
    def test_json(self):
        self.put(("k1", "Un."), ("k2", "Deux."))
        self.add("-", stdin='{"id": "k1", "title": "Autre"}\nbroken\n{"id": "k9"}\n')
        self.index("remove", "--id", 2)
        self.undo(2)
        listed = self.index("imports", "--format", "json").json()
        self.assertEqual(listed["version"], 1)
        runs = listed["runs"]
        self.assertEqual(list(runs[0]), ["id", "command", "started", "finished", "added", "updated", "unchanged",
                                         "removed", "skipped", "undoes", "undone_by"])  # fmt: skip
        self.assertEqual([(run["id"], run["added"], run["updated"], run["removed"], run["undoes"], run["undone_by"])
                          for run in runs], [(1, 2, 0, 0, None, None), (2, 0, 1, 0, None, 4), (3, 0, 0, 1, None, None),
                                             (4, 0, 1, 0, 2, None)])  # fmt: skip
        self.assertEqual(runs[1]["skipped"], {"broken_json": 1, "no_text": 1})
        self.assertRegex(runs[0]["started"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertTrue(runs[0]["command"].startswith("add "))

    def test_text_in_both_languages(self):
        self.put(("k1", "Un."))
        self.undo(1)
        english = self.index("imports").stdout
        self.assertIn("1 added, 0 updated, 0 unchanged, 0 removed", english)
        self.assertIn("undone by 2", english)
        self.assertIn("défait par 2", self.index("imports", "--lang", "fr").stdout)

    def test_a_removal_says_what_and_why(self):
        self.put(*((f"k{i}", "Un loup.") for i in range(1, 6)))
        self.index("remove", "--yes", "--query", "loup", "--before", "2030", "--reason", "retractation")
        self.index("remove", "--id", 1, 2, 3, 4, "--reason", "demande d’un lecteur")
        runs = self.runs()
        self.assertEqual([run["command"] for run in runs[1:]],
                         ["remove --query 'loup' --before 2030 --reason 'retractation'",
                          "remove --id 1 2 3 4 --reason 'demande d’un lecteur'"])  # fmt: skip
        listed = [line.strip() for line in self.index("imports").stdout.splitlines()[-5:]]
        titles = [f"Titre de k{i}" for i in (1, 2, 3)]
        self.assertEqual(listed, ["0 added, 0 updated, 0 unchanged, 4 removed", *titles, "… and 1 more"])
        self.index("purge", "--yes")
        self.assertNotIn("Titre de k1", self.index("imports").stdout)
        self.assertEqual([run["command"] for run in self.runs()[2:]], ["remove", "purge"])

    def test_reasons_of_skips_in_both_languages(self):
        self.add("-", stdin='{"id": "k1", "title": "T"}\nbroken\n{"id": "k9"}\n')
        self.assertIn("skipped: broken_json 1, skipped: no_text 1", self.index("imports").stdout)
        french = self.index("imports", "--lang", "fr").stdout
        self.assertIn("écartés\u00a0: JSON mal formé 1, écartés\u00a0: sans texte 1", french)

    def test_usage(self):
        self.assert_status(NO_ARCHIVE, run("hemero-index", "imports", "-a", self.folder / "none"))
        self.put(("k1", "Un."))
        self.assertIn("99", self.index("imports", "--undo", 99, status=USAGE).stderr)
        self.index("imports", "--undo", 0, status=USAGE)
        self.index("imports", "--undo", "x", status=USAGE)
        self.assertEqual(len(self.runs()), 1)


class Undo(ImportsTest):
    def test_what_was_added_goes_and_what_was_updated_returns(self):
        self.put(("k1", "Un."), ("k2", "Deux."))
        self.put(("k1", "Un, faux."), ("k3", "Trois, faux."))
        self.assertIn("1 removed, 1 put back, 0 left", self.undo(2))
        self.assertEqual(self.texts(), {"k1": "Un.", "k2": "Deux."})
        before = self.texts()
        self.index("rebuild")
        self.assertEqual(self.texts(), before)
        self.put(("k3", "Trois, juste."))  # an undone run does not bar its articles
        self.assertEqual(self.texts()["k3"], "Trois, juste.")

    def test_what_a_later_run_changed_is_left(self):
        self.put(("k1", "Un."), ("k2", "Deux."), ("k3", "Trois."))
        self.put(("k2", "Deux, corrigé."))
        self.index("remove", "--id", 3)
        self.assertIn("1 removed, 0 put back, 2 left", self.undo(1))
        self.assertEqual(self.texts(), {"k2": "Deux, corrigé."})

    def test_several_versions_in_one_run(self):
        self.put(("k1", "Un."))
        self.put(("k1", "Deux."), ("k1", "Trois."), ("k2", "A."), ("k2", "B."))
        self.undo(2)
        self.assertEqual(self.texts(), {"k1": "Un."})

    def test_a_removal_is_undone(self):
        self.put(("k1", "Un."), ("k2", "Deux."))
        self.index("remove", "--id", 1, 2)
        self.assertIn("0 removed, 2 put back", self.undo(2))
        self.assertEqual(self.texts(), {"k1": "Un.", "k2": "Deux."})

    def test_a_return_is_undone(self):
        self.put(("k1", "Un."), ("k2", "Deux."))
        self.index("remove", "--id", 1)
        self.put(("k1", "Un, encore."), options=["--restore"])
        self.assertIn("1 removed", self.undo(3))
        self.put(("k1", "Un, toujours."))  # refused, as before
        self.assertEqual(self.texts(), {"k2": "Deux."})

    def test_an_undoing_is_undone(self):
        self.put(("k1", "Un."))
        self.put(("k1", "Deux."), ("k2", "A."))
        self.undo(2)
        self.assertIn("0 removed, 2 put back, 0 left", self.undo(3))
        self.assertEqual(self.texts(), {"k1": "Deux.", "k2": "A."})

    def test_twice_is_once(self):
        self.put(("k1", "Un."))
        self.undo(1)
        self.assertIn("0 removed, 0 put back, 1 left", self.undo(1))

    def test_what_was_purged_does_not_come_back(self):
        self.put(("k1", "Un."), ("k2", "Deux."))
        self.index("remove", "--id", 1)
        self.index("purge", "--yes")
        self.assertIn("0 removed, 0 put back, 0 left", self.undo(2))
        self.assertIn("1 removed, 0 put back", self.undo(1))
        self.assertEqual(self.texts(), {})

    def test_many(self):
        self.put(*((f"k{i}", f"Texte {i}.") for i in range(9000)))
        self.assertIn("9000 removed", self.undo(1))
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        self.addCleanup(connection.close)
        self.assertEqual(connection.execute("SELECT count(*) FROM vocabulary WHERE occurrences <> 0").fetchone(), (0,))


if __name__ == "__main__":
    unittest.main()
