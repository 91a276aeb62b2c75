"""Copies of one text: collapsed in results, counted, the earliest named; and hemero-query similar."""
import unittest

from support import NO_HITS, USAGE, ArchiveTest, run

DISPATCH = (
    "Les agents de la compagnie ont voté la grève pour la semaine prochaine, ont annoncé lundi soir leurs syndicats, "
    "qui demandent une hausse des salaires et la reprise des embauches dans les gares de la région."
)
OTHER = "Un train sur deux circulera jeudi malgré la grève, assure la direction de la compagnie à nos confrères."


def article(key, date, text, source, title="Grève votée"):
    return {"id": key, "title": title, "date": date, "text": text, "source": source}


PRESS = [
    article("paris", "2020-01-03", DISPATCH, "Le Jour de Paris"),
    article("lyon", "2020-01-02", DISPATCH + " (avec agence)", "Le Jour de Lyon", "Les agents votent la grève"),
    article("lille", "2020-01-04", DISPATCH.upper(), "Le Jour de Lille"),
    article("autre", "2020-01-05", OTHER, "Le Jour de Paris", "Trafic réduit"),
]


class Copies(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*PRESS)

    def test_one_article_stands_for_its_copies(self):
        answer = self.search("grève compagnie", "--sort", "newest")
        self.assertEqual(answer["total"], {"value": 4, "exact": True})
        self.assertEqual(answer["texts"]["exact"], True)
        self.assertLess(answer["texts"]["value"], 4)
        hit = next(hit for hit in answer["hits"] if hit["key"] == "paris")
        earliest = hit["copies"]["earliest"]
        self.assertEqual((earliest["date"], earliest["source"]), ("2020-01-02", "Le Jour de Lyon"))
        self.assertEqual(self.query("show", earliest["id"], "--format", "json").json()["key"], "lyon")
        self.assertIsNone(next(hit for hit in answer["hits"] if hit["key"] == "autre")["copies"])

    def test_all_copies(self):
        answer = self.search("grève compagnie", "--copies", "all")
        self.assertEqual(sorted(hit["key"] for hit in answer["hits"]), ["autre", "lille", "lyon", "paris"])
        self.assertIsNone(answer["texts"])
        self.assertEqual(self.query("search", "--count", "grève compagnie").stdout, "4\n")
        self.assertEqual(self.query("search", "--copies", "some", "grève", status=USAGE).stdout, "")

    def test_batch_shows_all(self):
        queries = self.write("queries.tsv", "q1\tgrève compagnie\n")
        self.assertEqual(len(self.query("batch", queries).stdout.splitlines()), 4)

    def test_text(self):
        english = self.query("search", "source:lyon").stdout
        french = self.query("search", "--lang", "fr", "source:paris agents").stdout
        self.assertIn("other printing", english)
        self.assertIn("this is the first", english)
        self.assertIn("autre", french)
        self.assertIn("la première\u00a0: [2] 2020-01-02 · Le Jour de Lyon", french)

    def test_runs_one_by_one_and_rebuild_give_the_same(self):
        at_once = self.answers()
        self.archive = self.folder / "another"
        for row in PRESS:
            self.add_articles(row)
        self.assertEqual(self.answers(), at_once)
        self.index("rebuild")
        self.assertEqual(self.answers(), at_once)

    def test_a_new_version_leaves(self):
        self.add_articles(article("lyon", "2020-01-02", "La grève de la compagnie est annulée.", "Le Jour de Lyon"))
        for hit in self.search("grève compagnie")["hits"]:
            if hit["copies"]:
                self.assertEqual(hit["copies"]["earliest"]["date"], "2020-01-03")

    def answers(self):
        hits = self.search("grève compagnie")["hits"]
        return [(hit["key"], hit["score"], hit["copies"] and hit["copies"]["count"]) for hit in hits]


class Similar(ArchiveTest):
    def setUp(self):
        super().setUp()
        others = [{"id": f"x{i}", "title": f"Sujet {i}", "text": f"Le témoin numéro {i} parle."} for i in range(30)]
        self.add_articles(*PRESS, *others)

    def test_json(self):
        answer = self.query("similar", "1", "--format", "json").json()
        self.assertEqual(list(answer), ["version", "id", "key", "title", "complete", "hits"])
        self.assertEqual((answer["version"], answer["id"], answer["key"]), (1, 1, "paris"))
        self.assertEqual([hit["key"] for hit in answer["hits"] if hit["key"] != "lille"], ["autre"])
        self.assertEqual(list(answer["hits"][0]), list(self.search("grève")["hits"][0]))

    def test_text(self):
        self.assertIn("Similar to “Grève votée”:", self.query("similar", "1").stdout)
        self.assertIn("À lire aussi", self.query("similar", "--lang", "fr", "1", "-n", "1").stdout)
        self.assertIn("Trafic réduit", self.query("similar", "1").stdout)

    def test_nothing_similar_and_no_such_article(self):
        self.add_articles({"id": "seul", "title": "Périhélie", "text": "Zinzolin."})
        number = self.search("zinzolin")["hits"][0]["id"]
        self.assertIn("No article is similar", self.query("similar", number, status=NO_HITS).stdout)
        for name in ("999", "nul", "https://nulle.example/part"):
            self.assertEqual(self.query("similar", name, status=NO_HITS).stderr, f"there is no article {name}\n")
        self.assert_status(USAGE, run("hemero-query", "similar", "-a", self.archive, "1", "2"))


if __name__ == "__main__":
    unittest.main()
