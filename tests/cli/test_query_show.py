"""hemero-query show: one article, as people read it and as JSON."""
import unittest

from support import DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, run


class Show(SampleTest):
    MEMBERS = ["version", "id", "key", "title", "date", "source", "section", "authors", "url", "path", "keywords",
               "language", "zones"]  # fmt: skip

    def test_json(self):
        for hit in self.search("grève", "-n", "100")["hits"]:
            article = self.query("show", hit["id"], "--format", "json").json()
            self.assertEqual(list(article), self.MEMBERS)
            for name in ("id", "key", "title", "date", "source", "section", "authors", "url", "path"):
                self.assertEqual(article[name], hit[name])
            self.assertEqual(article["version"], 1)
            for zone in article["zones"]:
                self.assertEqual(list(zone), ["kind", "text"])
                self.assertIn(zone["kind"], ("lead", "heading", "paragraph", "debris"))

    def test_a_snippet_stands_in_its_article(self):
        for hit in self.search("SNCF retraites Kaboul œuvre", "--match", "any", "--snippets", "3", "-n", "100")["hits"]:
            zones = self.query("show", hit["id"], "--format", "json").json()["zones"]
            shown = [zone["text"].replace("\n", " ") for zone in zones if zone["kind"] != "debris"]
            for snippet in hit["snippets"]:
                self.assertTrue(any(snippet["text"] in text for text in shown), snippet["text"])

    def test_text_leaves_the_debris_out(self):
        hit = self.search("titre:Kaboul Quinart ambassade volets", "--match", "any")["hits"][0]
        printed = self.query("show", hit["id"]).stdout
        article = self.query("show", hit["id"], "--format", "json").json()
        words = " ".join(printed.split())
        self.assertTrue(words.startswith(" ".join(article["title"].split())))
        for zone in article["zones"]:
            in_text = " ".join(zone["text"].split()) in words
            self.assertEqual(in_text, zone["kind"] != "debris", zone)
        for line in printed.splitlines():
            self.assertLessEqual(len(line), 80)

    def test_unknown_articles(self):
        for number in ("9999", "0", "4294967295"):
            done = self.query("show", number, status=NO_HITS)
            self.assertEqual(done.stdout, "")
            self.assertIn(number, done.stderr)
        self.assertIn("il n’y a pas", self.query("show", "--lang", "fr", "9999", status=NO_HITS).stderr)

    def test_usage(self):
        for number in ("x", "-1", "4294967296", "1.5"):
            with self.subTest(number):
                self.assert_status(USAGE, run("hemero-query", "show", "-a", self.archive, number))


class Versions(ArchiveTest):
    def test_the_current_version_is_shown(self):
        self.add_articles({"id": "k1", "title": "Un", "text": "Le loup."}, {"id": "k2", "title": "Deux"})
        number = self.search("loup")["hits"][0]["id"]
        self.add_articles({"id": "k1", "title": "Un", "text": "Le lynx."})
        article = self.query("show", number, "--format", "json", status=DONE).json()
        self.assertEqual(article["zones"], [{"kind": "paragraph", "text": "Le lynx."}])
        self.assertEqual(self.keys("loup"), [])
        self.assertEqual(self.search("lynx")["hits"][0]["id"], number)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.add_articles({"id": "k\x1b[2J", "title": "a\x1b[31mb", "text": "Un \x1b]0;loup\x07 passe \u009b31m."})
        for command in (("search", "loup"), ("show", str(self.search("loup")["hits"][0]["id"]))):
            printed = self.query(*command).stdout
            self.assertIn("loup", printed)
            for sign in ("\x1b", "\x07", "\u009b"):
                self.assertNotIn(sign, printed)


if __name__ == "__main__":
    unittest.main()
