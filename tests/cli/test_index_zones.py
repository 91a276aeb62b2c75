"""hemero-index zones: the lines that a site repeats, learnt, left out and back again."""
import unittest

from support import NO_ARCHIVE, USAGE, ArchiveTest

TIP = "Abonnez-vous pour lire la suite"


class ZonesTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        animals = ["loup", "lynx", "renard", "blaireau", "chamois", "hibou"]
        self.add_articles(
            *({"id": name, "title": f"Le {name}", "text": f"Le {name} descend au village.\n{TIP} ({i})\nBrève",
               "url": f"https://www.gazette.example/{name}"} for i, name in enumerate(animals)),
            {"id": "autre", "title": "La chèvre", "text": f"La chèvre attend.\n{TIP}",
             "source": "Le Soir"})  # fmt: skip

    def zones(self, *args, **how):
        return self.index("zones", *args, **how)

    def test_sites_are_listed(self):
        lines = self.zones().stdout.splitlines()
        self.assertEqual(lines[0].split(), ["articles", "repeated", "left", "out", "site"])
        self.assertEqual(lines[1].split(), ["1", "0", "0", "Le", "Soir"])
        self.assertEqual(lines[2].split(), ["6", "2", "0", "gazette.example"])

    def test_lines_of_a_site_are_listed(self):
        lines = self.zones("gazette.example").stdout.splitlines()
        self.assertEqual([line.split(maxsplit=1) for line in lines[1:]], [["6", f"{TIP} (0)"], ["6", "Brève"]])
        sites = self.zones("gazette.example", "--format", "json").json()["sites"]
        self.assertEqual(sites, [{"site": "gazette.example", "articles": 6, "lines": [
            {"line": f"{TIP} (0)", "articles": 6, "left_out": False},
            {"line": "Brève", "articles": 6, "left_out": False}]}])  # fmt: skip

    def test_what_is_learnt_is_left_out_also_of_what_comes_later(self):
        self.assertEqual(len(self.keys("abonnez", "-n", "20")), 7)
        done = self.zones("gazette.example", "--learn")
        self.assertIn("gazette.example: 2 lines are left out", done.stderr)
        self.assertEqual(self.keys("abonnez"), ["autre"])
        self.add_articles({"id": "ours", "title": "L'ours", "text": f"Il dort.\n{TIP}",
                           "url": "https://gazette.example/ours"})  # fmt: skip
        self.assertEqual(self.keys("abonnez"), ["autre"])
        self.assertNotIn("Abonnez", self.query("show", 8).stdout)
        self.index("rebuild")
        self.assertEqual(self.keys("abonnez"), ["autre"])
        self.zones("gazette.example", "--forget")
        self.assertEqual(len(self.keys("abonnez", "-n", "20")), 8)

    def test_what_is_left_out_is_told_by_site(self):
        self.add_articles(*({"id": name, "title": name, "text": f"Le {name}.\n{TIP}"}
                            for name in ("cerf", "daim", "geai", "merle", "pic")))  # fmt: skip
        self.assertIn("(none)", self.zones().stdout)
        told = self.zones("--learn").stderr.splitlines()[-3:]
        self.assertEqual(told, ["(none): 1 line is left out", "Le Soir: 0 lines are left out",
                                "gazette.example: 2 lines are left out"])  # fmt: skip

    def test_lines_stay_left_out_through_the_life_of_an_article(self):
        self.zones("gazette.example", "--learn")
        self.add_articles({"id": "loup", "title": "Le loup", "text": f"Le loup dort.\n{TIP}",
                           "url": "https://www.gazette.example/loup"})  # fmt: skip
        for args in ([], ["--version", 1], ["--version", 2], ["--diff"]):
            self.assertNotIn("Abonnez", self.query("show", 1, *args).stdout)
        self.index("remove", "--id", 2, 3)
        for number in (3, 4):
            self.index("imports", "--yes", "--undo", number)
        self.assertEqual(self.keys("abonnez"), ["autre"])
        before = self.search("loup lynx village", "--match", "any")["hits"]
        self.index("rebuild")
        self.assertEqual(self.search("loup lynx village", "--match", "any")["hits"], before)

    def test_one_line(self):
        self.zones("gazette.example", "--learn", "--line", "BRÈVE")
        self.assertEqual(self.keys("brève", "-n", "20"), [])
        self.assertEqual(len(self.keys("abonnez", "-n", "20")), 7)
        self.zones("gazette.example", "--learn", "--line", TIP)
        self.assertEqual(self.keys("abonnez"), ["autre"])
        self.zones("gazette.example", "--forget", "--line", "Brève")
        self.assertEqual(len(self.keys("brève", "-n", "20")), 6)
        self.assertEqual(self.keys("abonnez"), ["autre"])

    def test_least(self):
        self.zones("--learn", "--least", "7")
        self.assertEqual(len(self.keys("abonnez", "-n", "20")), 7)

    def test_wrong_use(self):
        for args, said in [
            (["nulle.example"], "no article is from the site"),
            (["gazette.example", "--line", "Brève"], "--line needs a SITE, and --learn or --forget"),
            (["--learn", "--line", "Brève"], "--line needs a SITE, and --learn or --forget"),
            (["gazette.example", "--learn", "--line", "* 12"], "there is no letter in it"),
            (["--learn", "--forget"], "--learn"),
            (["--least", "3"], "--learn"),
        ]:
            with self.subTest(args):
                self.assertIn(said, self.zones(*args, status=USAGE).stderr)
        self.archive = self.folder / "none"
        self.zones(status=NO_ARCHIVE)


if __name__ == "__main__":
    unittest.main()
