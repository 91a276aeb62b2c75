"""hemero-query cite: articles as French cites them, and as references; show --query: every place of a query."""
import json
import unittest

from support import DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, run
from test_query_exports import bibtex, ris

ARTICLE = {"id": "apo-1", "title": "La grève des « cheminots »", "source": "Agence Presse Ouest",
           "authors": ["J.-P. Bréhaudais"], "date": "2019-12-05", "url": "https://apo.example/a", "language": "fr",
           "text": "La grève du rail.\n\nUne grève générale à Paris."}  # fmt: skip


class Citations(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(ARTICLE, {"id": "nu", "text": "Un loup."},
                          {"id": "mois", "date": "2021-08", "text": "Un lynx."})  # fmt: skip

    def test_as_french_prints_it(self):
        cited = self.query("cite", "1", "2", "3").stdout.splitlines()
        self.assertRegex(
            cited[0],
            r"^J.-P. Bréhaudais, « La grève des “cheminots” », \*Agence Presse Ouest\*, 5 décembre 2019, "
            r"https://apo.example/a \(version du \d+(er)? [a-zéû]+ 20\d\d, Hemero nº 1\)$".replace("« ", "«\u00a0")
            .replace(" »", "\u00a0»").replace("5 d", "5\u00a0d").replace("du \\d+(er)? ", "du \\d+(er)?\u00a0")
            .replace("nº ", "nº\u00a0"))  # fmt: skip
        self.assertRegex(cited[1], r"^\(version du .*, Hemero nº\u00a02\)$")
        self.assertRegex(cited[2], r"^août 2021 \(version du ")
        french = run("hemero-query", "--lang", "fr", "cite", "-a", self.archive, "1")
        self.assertEqual(french.stdout.splitlines(), cited[:1])

    def test_names_of_articles(self):
        for name in ("1", "apo-1", "https://apo.example/a"):
            self.assertIn("Bréhaudais", self.query("cite", name).stdout)
        listed = self.query("cite", "-", stdin="1\n3\n").stdout.splitlines()
        self.assertEqual(len(listed), 2)
        done = self.query("cite", "1", "99", status=NO_HITS)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertIn("there is no article 99", done.stderr)

    def test_references_are_those_of_a_search(self):
        for form in ("ris", "csl-json", "bibtex"):
            cited = self.query("cite", "1", "--format", form).stdout
            self.assertEqual(cited, self.query("search", "-n", "all", "rail", "--format", form).stdout)
        self.assertEqual(len(ris(self.query("cite", "1", "2", "--format", "ris").stdout.encode())), 2)
        self.assertEqual(len(bibtex(self.query("cite", "1", "2", "--format", "bibtex").stdout.encode())), 2)
        self.assertEqual(json.loads(self.query("cite", "99", "--format", "csl-json", status=NO_HITS).stdout), [])

    def test_usage(self):
        for arguments in ((), ("1", "--format", "csv")):
            self.assert_status(USAGE, run("hemero-query", "cite", "-a", self.archive, *arguments))


class Places(ArchiveTest):
    def test_every_place_is_marked_and_numbered(self):
        self.add_articles(ARTICLE)
        shown = self.query("show", "1", "--query", "greves").stdout
        self.assertTrue(shown.startswith("La **grève**[1] des « cheminots »\n"))
        self.assertIn("La **grève**[2] du rail.\n", shown)
        self.assertIn("Une **grève**[3] générale", shown)
        self.assertIn("places of “greves”: 3\n", shown)
        self.assertNotIn("**", self.query("show", "1").stdout)

    def test_places_as_json(self):
        self.add_articles({**ARTICLE, "text": "😀 La grève du rail.\n\nUne grève générale à Paris."})
        article = self.query("show", "1", "--query", '"grève générale" rail', "--format", "json").json()
        self.assertEqual(article["query"], '"grève générale" rail')
        places = [(match["number"], match["zone"], match["text"]) for match in article["matches"]]
        self.assertEqual(places, [(1, 0, "rail"), (2, 1, "grève générale")])
        for match in article["matches"]:
            text = article["title"] if match["zone"] is None else article["zones"][match["zone"]]["text"]
            self.assertEqual(text[match["begin"]:match["end"]], match["text"])
        self.assertNotIn("matches", self.query("show", "1", "--format", "json").json())
        nothing = self.query("show", "1", "--query", "zzyzx", "--format", "json").json()
        self.assertEqual(nothing["matches"], [])

    def test_of_an_older_version(self):
        self.add_articles(ARTICLE)
        self.add_articles({**ARTICLE, "text": "Le rail repart."})
        shown = self.query("show", "1", "--version", "1", "--query", "rail").stdout
        self.assertIn("La grève du **rail**[1].", shown)
        self.assert_status(USAGE, run("hemero-query", "show", "-a", self.archive, "1", "--query", "x", "--versions"))


class WholeLists(SampleTest):
    def test_no_hidden_cut(self):
        """What is left out of a list is said, and can be had."""
        every = self.query("terms", "-n", "all", "")
        words = [line.split("\t")[0] for line in every.stdout.splitlines()]
        self.assertGreater(len(words), 1000)
        *few, last = self.query("terms", "-n", "5", "").stdout.splitlines()
        self.assertEqual([line.split("\t")[0] for line in few], words[:5])
        self.assertEqual(last, f"and {len(words) - 5:,} more words: -n all")
        answer = self.query("terms", "-n", "5", "--format", "json", "").json()
        self.assertEqual((answer["distinct"], len(answer["words"])), (len(words), 5))


if __name__ == "__main__":
    unittest.main()
