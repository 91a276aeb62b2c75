"""hemero-query show: articles, as people read them, as JSON and in a browser."""
import unittest

from support import BAD_DATA, DONE, IO, NO_HITS, USAGE, ArchiveTest, SampleTest, run


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

    def test_names_of_no_article(self):
        for name in ("x", "4294967296", "1.5", "https://nulle.example/part", ""):
            with self.subTest(name):
                done = self.query("show", name, status=NO_HITS)
                self.assertEqual((done.stdout, done.stderr), ("", f"there is no article {name}\n"))

    def test_usage(self):
        for arguments in ((), ("--nul", "1"), ("--open", "--versions", "1"), ("--color", "red", "1")):
            with self.subTest(arguments):
                self.assert_status(USAGE, run("hemero-query", "show", "-a", self.archive, *arguments))


class Named(SampleTest):
    """Articles by number, key and address, one or several."""

    def article(self, name, *options, **how):
        return self.query("show", name, "--format", "json", *options, **how).json()

    def shown(self, *names, **how):
        return [article["id"] for article in self.query("show", "--format", "json", *names, **how).json_lines()]

    def test_by_key(self):
        for hit in self.search("kaboul", "-n", "100")["hits"]:
            self.assertEqual(self.article(hit["key"])["id"], hit["id"])

    def test_by_address_however_it_is_written(self):
        article = self.article(1)
        bare = article["url"].removeprefix("https://www.")
        for address in (article["url"], article["url"] + "/", "http://" + bare, bare, article["url"] + "#titre",
                        "HTTPS://WWW." + bare):  # fmt: skip
            with self.subTest(address):
                self.assertEqual(self.article(address)["id"], 1)
        self.assertEqual(self.query("show", article["url"] + "0", status=NO_HITS).stdout, "")

    def test_several(self):
        key = self.article(3)["key"]
        self.assertEqual(self.shown(2, key, 1), [2, 3, 1])
        printed = self.query("show", 2, key, 1).stdout
        places = [printed.index(f"\n[{number}] ") for number in (2, 3, 1)]
        self.assertEqual(places, sorted(places))

    def test_those_that_are_there_are_shown_when_one_is_not(self):
        done = self.query("show", 1, "nul", 2, status=NO_HITS)
        self.assertEqual(done.stderr, "there is no article nul\n")
        for number in (1, 2):
            self.assertIn(f"\n[{number}] ", done.stdout)

    def test_a_list_on_the_standard_input(self):
        found = self.query("search", "--ids", "kaboul").stdout
        numbers = [int(line) for line in found.split()]
        self.assertEqual(self.shown("-", stdin=found), numbers)
        key = self.article(3)["key"]
        self.assertEqual(self.shown(2, "-", stdin=f"1\r\n\n  {key} \n{self.article(4)['url']}"), [2, 1, 3, 4])
        self.assertEqual(self.query("show", "-", stdin="", status=NO_HITS).stdout, "")
        self.assertIn("nul", self.query("show", "-", stdin="1\nnul\n", status=NO_HITS).stderr)

    def test_what_it_is_known_by_is_printed(self):
        article = self.article(1)
        lines = self.query("show", 1).stdout.splitlines()
        self.assertTrue(lines[1].startswith("[1] 2021-08-16 · "))
        self.assertEqual(lines[2:5], [article["url"], f"key: {article['key']}", f"file: {article['path']}"])
        french = self.query("show", "--lang", "fr", 1).stdout
        self.assertIn(f"clé\u00a0: {article['key']}\nfichier\u00a0: {article['path']}\n", french)


class Keys(ArchiveTest):
    def test_a_number_comes_before_a_key(self):
        self.add_articles({"id": "2", "title": "Un"}, {"id": "7", "title": "Deux"}, {"id": "-k", "title": "Trois"})
        titles = {"2": "Deux", "7": "Deux", "1": "Un"}
        for name, title in titles.items():
            self.assertEqual(self.query("show", name).stdout.splitlines()[0], title)
        self.assertEqual(self.query("show", "--", "-k").stdout.splitlines()[0], "Trois")

    def test_an_address_that_several_have(self):
        self.add_articles(*({"id": f"k{i}", "title": f"T{i}", "url": "https://a.example/x"} for i in range(3)))
        shown = self.query("show", "a.example/x", "--format", "json").json_lines()
        self.assertEqual([article["title"] for article in shown], ["T0", "T1", "T2"])

    def test_one_that_was_removed_is_said_to_be(self):
        self.add_articles({"id": "k", "title": "Un", "url": "https://a.example/x"})
        self.index("remove", "--id", 1, "--reason", "essai")
        for name in ("1", "k"):
            self.assertRegex(self.query("show", name, status=NO_HITS).stderr, "was removed on .*: essai")


class Open(ArchiveTest):
    """show --open gives addresses to $BROWSER, which here notes what it is given."""

    def setUp(self):
        super().setUp()
        self.noted = self.folder / "noted"
        self.browser = self.write("browser", f'#!/bin/sh\nprintf "%s\\n" "$@" >> {self.noted}\n')
        self.browser.chmod(0o755)

    def opened(self, *names, browser=None, status=DONE, **how):
        """What the browser was given."""
        self.noted.unlink(missing_ok=True)
        done = self.query("show", "--open", *names, env={"BROWSER": browser or str(self.browser)}, status=status, **how)
        self.assertEqual(done.stdout, "")
        return self.noted.read_text().splitlines() if self.noted.exists() else []

    def test_addresses(self):
        """(address of the article, what the browser is given)"""
        rows = [
            ("https://a.example/b?c=d", ["https://a.example/b?c=d"]),
            ("http://a.example/$(touch x);'\"`&|", ["http://a.example/$(touch%20x);'%22%60&%7C"]),
            ("file:///tmp/a.html", ["file:///tmp/a.html"]),
        ]
        for number, (address, given) in enumerate(rows, 1):
            with self.subTest(address):
                self.add_articles({"id": f"k{number}", "title": f"Titre {number}", "url": address})
                self.assertEqual(self.opened(number), given)

    def test_no_other_scheme(self):
        for number, address in enumerate(("javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "-x"), 1):
            with self.subTest(address):
                self.add(self.write("articles.jsonl", [{"id": f"k{number}", "title": f"T{number}", "url": address}]))
                (self.folder / "articles.jsonl").unlink()  # else the file would be opened
                self.assertEqual(self.opened(number, status=BAD_DATA), [])

    def test_the_file_of_an_article_without_address(self):
        self.add(self.write("un article.txt", "Un titre\n\nLe loup dort.\n"))
        self.assertEqual(self.opened(1), [f"file://{(self.folder / 'un%20article.txt')}"])

    def test_several_and_one_that_is_missing(self):
        self.add_articles(*({"id": f"k{i}", "title": f"T{i}", "url": f"https://a.example/{i}"} for i in (1, 2)))
        self.assertEqual(self.opened(2, "nul", "-", stdin="1\n", status=NO_HITS),
                         ["https://a.example/2", "https://a.example/1"])  # fmt: skip

    def test_browsers(self):
        self.add_articles({"id": "k", "title": "T", "url": "https://a.example/"})
        for browser, given in (
            (f"/nonexistent:{self.browser}", ["https://a.example/"]),
            (f"false:{self.browser} --new %s:{self.browser} --again", ["--new", "https://a.example/"]),
            (f"{self.browser} --url=%s", ["--url=https://a.example/"]),
        ):
            with self.subTest(browser):
                self.assertEqual(self.opened(1, browser=browser), given)
        for browser in ("/nonexistent", "false", ":", " "):
            with self.subTest(browser):
                self.assertEqual(self.opened(1, browser=browser, status=IO), [])


class Versions(ArchiveTest):
    def test_the_current_version_is_shown(self):
        self.add_articles({"id": "k1", "title": "Un", "text": "Le loup."}, {"id": "k2", "title": "Deux"})
        number = self.search("loup")["hits"][0]["id"]
        self.add_articles({"id": "k1", "title": "Un", "text": "Le lynx."})
        article = self.query("show", number, "--format", "json", status=DONE).json()
        self.assertEqual(article["zones"], [{"kind": "paragraph", "text": "Le lynx."}])
        self.assertEqual(self.keys("loup"), [])
        self.assertEqual(self.search("lynx")["hits"][0]["id"], number)


if __name__ == "__main__":
    unittest.main()
