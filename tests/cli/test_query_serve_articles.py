"""hemero-query serve: what stands around an article: versions, copies, similar ones, references, permanent links."""
import json
import re
import unittest
from urllib.parse import quote
from xml.etree import ElementTree

from support import PARTLY, ArchiveTest, SampleTest, run
from test_query_serve import STRANGE, Elements, Server

TEXT = ("Les conducteurs de la ligne cessent le travail lundi matin à cinq heures. La direction promet un train sur "
        "trois entre Nantes et Angers. Les syndicats demandent des embauches avant l’été. Un car part de la gare "
        "toutes les heures. Les billets sont remboursés au guichet.")  # fmt: skip
LATER = TEXT.replace("un train sur trois", "un train sur deux") + " La rencontre a lieu jeudi."
FIRST = {"id": "a", "title": "Trains en grève", "text": TEXT, "date": "2021-05-04", "source": "Agence",
         "section": "Social", "author": "Anne Morin", "url": "https://exemple.fr/a"}  # fmt: skip


def links_of(response):
    """The targets of the Link headers, by their relations."""
    lines = response.headers.get_all("Link") or []
    return {relation: target for line in lines for target, relation in re.findall(r'<([^>]*)>; rel="([^"]*)"', line)}


def elements_text(page, tag):
    return [re.sub(r"<[^>]*>", "", text) for text in re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)]


class Around(ArchiveTest):
    """Article 1 has three versions; 4, which is the first, and 5, which has no date, print its text; 3 is removed."""

    def setUp(self):
        super().setUp()
        self.add_articles(FIRST, {"id": "d", "title": "Budget", "text": "Le conseil adopte le budget des écoles."},
                          {"id": "e", "title": "Retirée", "text": "Un texte qui part."})  # fmt: skip
        self.add_articles(dict(FIRST, text=LATER))
        self.add_articles(dict(FIRST, text=LATER, title="Trains en grève lundi"))
        self.add_articles(dict(FIRST, id="b", text=LATER, title="Le rail", source="Courrier", date="2021-05-03"),
                          dict(FIRST, id="c", text=LATER, title="Sans date", source="Gazette", date=""))  # fmt: skip
        self.index("remove", "--id", 3, "--reason", "à la demande de l’auteur", "--yes")
        self.server = self.serve(self.archive)

    def serve(self, archive):
        server = Server(archive, self.folder)
        self.addCleanup(server.stop)
        return server

    def page(self, target, status=200):
        page = self.server.ask(target)
        self.assertEqual(page.status, status, target)
        elements = Elements(page.text)
        self.assertEqual(elements.open, [])
        self.assertEqual(len(elements.all("h1")), 1)
        return page

    def test_programs_get_what_the_command_line_prints(self):
        rows = [("/versions", ("--versions",)), ("/versions/1", ("--version", 1)), ("/versions/3", ("--version", 3)),
                ("/versions/1..2", ("--diff", 1, 2)), ("/versions/3..1", ("--diff", 3, 1)),
                ("/printings", ("--printings",)), ("", ())]  # fmt: skip
        for path, options in rows:
            with self.subTest(path):
                answered = self.server.ask(f"/api/v1/articles/1{path}")
                self.assertEqual((answered.status, answered.headers["Content-Type"]), (200, "application/json"))
                printed = self.query("show", "1", "--format", "json", *options)
                self.assertEqual(json.loads(answered.text), printed.json())
        self.assertEqual(json.loads(self.server.ask("/api/v1/articles/2/printings").text)["printings"], [])

    def test_what_there_is_not_is_told_as_it_was_asked(self):
        for path in ("/version/0", "/version/4", "/version/x", "/version/", "/versions/1..4", "/versions/1..",
                     "/versions/..", "/versions/1..2..3", "/nope", "/versions2", ".doc", ".csv", "x"):  # fmt: skip
            with self.subTest(path):
                self.page(f"/article/1{path}", 404)
        for path in ("/versions/0", "/versions/1..4", "/version/1", "/nope"):
            with self.subTest(path):
                answered = self.server.ask(f"/api/v1/articles/1{path}")
                self.assertEqual((answered.status, answered.headers["Content-Type"]), (404, "application/problem+json"))

    def test_what_was_removed_is_told_everywhere(self):
        for path in ("", "/versions", "/version/1", "/parutions", "/semblables", ".ris"):
            with self.subTest(path):
                self.assertIn("à la demande de l’auteur", self.page(f"/article/3{path}", 410).text)

    def test_an_older_version_is_told_from_the_current_one(self):
        older = self.page("/article/1/version/1?q=train&lang=fr")
        self.assertIn("Voici la version 1 sur 3", older.text)
        self.assertIn("un <mark", older.text)
        targets = [each["href"] for each in Elements(older.text).all("a")]
        self.assertIn("/article/1?q=train&lang=fr", targets)
        self.assertIn("/article/1/versions/1..3?q=train&lang=fr", targets)
        self.assertEqual(links_of(older), {"latest-version": "/article/1", "version-history": "/article/1/versions"})
        current = self.page("/article/1/version/3?lang=fr")
        self.assertNotIn("Voici la version 3 sur 3", current.text)
        self.assertEqual(links_of(current)["canonical"], "/article/1")
        self.assertEqual([len(Elements(page.text).all("abbr")) for page in (older, current)], [0, 1])

    def test_versions_are_listed_with_what_changed(self):
        page = self.page("/article/1/versions?lang=fr").text
        self.assertEqual(re.findall(r">Version (\d)<", page), ["3", "2", "1"])
        changes = [re.sub("<[^>]*>", "", each) for each in re.findall(r'<a href="/article/1/versions/\d.*?</a>', page)]
        self.assertEqual(changes, ["modifié\xa0: titre", "2 phrases ajoutées, 1 phrase retirée"])

    def test_a_difference_is_told_in_words(self):
        printed = self.query("show", "1", "--diff", 1, 2, "--format", "json").json()["lines"]
        page = self.page("/article/1/versions/1..2?lang=fr").text
        for tag, change in (("del", "removed"), ("ins", "added")):
            self.assertEqual(elements_text(page, tag), [line["text"] for line in printed if line["change"] == change])
        labels = re.findall(r'<p class="label">([^<]+)</p>', page)
        self.assertEqual(labels, ["retiré", "ajouté", "ajouté"])
        title = self.page("/article/1/versions/2..3?lang=fr").text
        self.assertIn("titre\xa0: retiré", title)
        self.assertIn("Les versions sont les mêmes", self.page("/article/1/versions/2..2?lang=fr").text)

    def test_printings_stand_in_the_order_of_their_publication(self):
        printed = self.query("show", "1", "--printings", "--format", "json").json()["printings"]
        self.assertEqual([each["id"] for each in printed], [4, 1, 5])
        lines = self.query("show", "1", "--printings").stdout.splitlines()
        self.assertEqual(lines[0], "[4] 2021-05-03 · Courrier · Social · Anne Morin  Le rail")
        self.assertEqual([line.split()[0] for line in lines], ["[4]", "[1]", "[5]"])
        page = self.page("/article/1/parutions?lang=fr").text
        items = re.findall(r"<li>(.*?)</li>", page[page.index('class="printings"'):])
        self.assertEqual([("Courrier" in each, "première parution" in each, "cet article" in each) for each in items],
                         [(True, True, False), (False, False, True), (False, False, False)])  # fmt: skip
        self.assertIn("3 parutions de ce texte", self.page("/article/1?lang=fr").text)
        self.assertIn("première parution\xa0: cet article", self.page("/article/4?lang=fr").text)
        self.assertNotIn("parutions de ce texte", self.page("/article/2?lang=fr").text)
        self.assertIn("Aucun autre article", self.page("/article/2/parutions?lang=fr").text)
        found = self.page("/recherche?q=conducteurs&lang=fr").text
        self.assertRegex(found, r'<a href="/article/\d/parutions\?q=conducteurs&amp;lang=fr">et 2 autres parutions</a>')

    def test_a_permanent_link_leads_to_the_article_of_its_key(self):
        links = {}
        for number in (1, 2, 4):
            anchors = Elements(self.page(f"/article/{number}").text).all("a")
            links[number] = next(each["href"] for each in anchors if each.get("rel") == "bookmark")
            self.assertRegex(links[number], r"^/a/[0-9a-f]{16}$")
            sent = self.server.ask(links[number] + "?q=train&lang=en")
            self.assertEqual((sent.status, sent.headers["Location"]), (302, f"/article/{number}?q=train&lang=en"))
        self.assertEqual(len(set(links.values())), 3)
        for path in ("/a/0123456789abcdef", "/a/", "/a/x", links[1][:-1], links[1] + "0", links[1] + "/"):
            self.page(path, 404)
        again = self.folder / "again"  # the same articles, under other numbers
        for article in ({"id": "d", "title": "Budget", "text": "Autre."}, dict(FIRST)):
            run("hemero-index", "add", "-a", again, self.write("again.jsonl", [article]))
        sent = self.serve(again).ask(links[1])
        self.assertEqual((sent.status, sent.headers["Location"]), (302, "/article/2"))

    def test_a_permanent_link_tells_that_an_article_was_removed(self):
        link = re.search(r'href="(/a/[^"]*)"', self.page("/article/2").text)[1]
        self.index("remove", "--id", 2, "--reason", "décision du tribunal", "--yes")
        self.assertIn("décision du tribunal", self.page(link, 410).text)
        self.index("purge", "--yes", status=PARTLY)  # the server has the archive open
        self.assertIn("décision du tribunal", self.page(link, 410).text)

    def test_an_article_is_taken_along_in_every_form(self):
        rows = [("ris", ("cite", "--format", "ris", 1)), ("bib", ("cite", "--format", "bibtex", 1)),
                ("csl.json", ("cite", "--format", "csl-json", 1)),
                ("json", ("show", "--format", "json", 1))]  # fmt: skip
        for ending, command in rows:
            with self.subTest(ending):
                sent = self.server.ask(f"/article/1.{ending}")
                printed = self.query(*command).stdout
                texts = [re.sub(r"(?m)^Y2 .*", "", text).replace("\r\n", "\n") for text in (sent.text, printed)]
                self.assertEqual(texts[0], texts[1])
                self.assertEqual("attachment" in (sent.headers["Content-Disposition"] or ""), ending != "json")
        text = self.server.ask("/article/1.txt")
        self.assertEqual(text.headers["Content-Type"], "text/plain; charset=utf-8")
        self.assertEqual(text.text.split("\n")[:2], ["Trains en grève lundi", LATER])

    def test_programs_that_keep_references_find_them_by_unapi(self):
        page = Elements(self.page("/recherche?q=conducteurs&copies=all").text)
        server = [each for each in page.all("link") if each["rel"] == "unapi-server"]
        self.assertEqual((server[0]["href"], server[0]["type"]), ("/unapi", "application/xml"))
        ids = [each["title"] for each in page.all("abbr") if each["class"] == "unapi-id"]
        self.assertEqual(sorted(ids), ["1", "4", "5"])
        for query, status, found in (("", 200, None), ("?id=1", 300, "1")):
            listed = self.server.ask(f"/unapi{query}")
            self.assertEqual((listed.status, listed.headers["Content-Type"]), (status, "application/xml"))
            formats = ElementTree.fromstring(listed.text)
            self.assertEqual((formats.tag, formats.get("id")), ("formats", found))
            self.assertEqual([each.get("name") for each in formats], ["ris", "bibtex"])
        for name, ending in (("ris", "ris"), ("bibtex", "bib")):
            sent = self.server.ask(f"/unapi?id=1&format={name}")
            self.assertEqual(sent.status, 200)
            self.assertEqual(sent.text, self.server.ask(f"/article/1.{ending}").text)
        self.assertIn("TY  - NEWS", self.server.ask("/unapi?id=1&format=ris").text)
        for query, status in (("?id=99", 404), ("?id=x", 404), ("?id=3", 410), ("?id=1&format=mods", 406),
                              ("?id=99&format=ris", 404)):  # fmt: skip
            self.assertEqual(self.server.ask(f"/unapi{query}").status, status, query)

    def test_open_graph_tells_what_the_article_is(self):
        page = self.page("/article/1")
        about = [(each["property"], each["content"]) for each in Elements(page.text).all("meta") if "property" in each]
        self.assertEqual(about, [("og:type", "article"), ("og:title", "Trains en grève lundi"),
                                 ("og:site_name", "Agence"), ("og:url", "https://exemple.fr/a"),
                                 ("article:published_time", "2021-05-04"), ("article:author", "Anne Morin"),
                                 ("article:section", "Social")])  # fmt: skip
        self.assertEqual(links_of(page), {"canonical": "/article/1", "version-history": "/article/1/versions"})

    def test_nothing_that_an_article_has_is_markup(self):
        for i, text in enumerate(STRANGE):
            one = {"id": f"s{i}", "title": text, "text": f"Loup {text}. Deux.", "source": text}
            two = {"id": f"t{i}", "title": text, "text": f"Un loup {text} passe ici.", "author": text}
            self.add_articles(dict(one, url=f"https://e.fr/?{text}"), two)
            self.add_articles({"id": f"s{i}", "title": text + "!", "text": f"Loup {text}. Trois {text}."})
        pages = ("", "/version/1", "/versions", "/versions/1..2", "/parutions", "/semblables")
        for number in range(6, 6 + 2 * len(STRANGE), 2):
            for path in pages:
                with self.subTest(number=number, path=path):
                    elements = Elements(self.page(f"/article/{number}{path}?q={quote(STRANGE[0])}").text)
                    strange = [tag for tag, _ in elements.found if tag in ("script", "svg", "b", "img")]
                    self.assertEqual(strange, ["script"])
                    self.assertTrue(all(not name.startswith("on") for _, each in elements.found for name in each))
                    for each in elements.all("a"):
                        self.assertRegex(each["href"], r"^(/|#|https?://)")


class OfTheSample(SampleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.sample, cls.sample)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def test_similar_articles_are_those_of_the_command_line(self):
        for number in (1, 7, 20):
            printed = self.query("similar", number, "--format", "json").json()
            self.assertEqual(json.loads(self.server.ask(f"/api/v1/articles/{number}/similar").text), printed)
            page = self.server.ask(f"/article/{number}/semblables").text
            ids = [int(each) for each in re.findall(r'<h2><a href="/article/(\d+)', page)]
            self.assertEqual(ids, [hit["id"] for hit in printed["hits"]])
            self.assertEqual(page.count('<p class="passage">'), sum(len(hit["snippets"]) for hit in printed["hits"]))

    def test_each_passage_has_the_way_to_those_beside_it(self):
        shown = self.query("show", 1, "--query", "ambassade kaboul", "--format", "json").json()["matches"]
        page = Elements(self.server.ask("/article/1?q=ambassade+kaboul").text)
        count = len(shown)
        self.assertGreater(count, 3)
        self.assertEqual([each["id"] for each in page.all("mark")], [f"m{i}" for i in range(1, count + 1)])
        ways = {kind: [each["href"] for each in page.all("a") if each.get("class") == kind]
                for kind in ("before", "here", "behind")}  # fmt: skip
        in_title = sum(match["zone"] is None for match in shown)
        numbers = range(in_title + 1, count + 1)
        self.assertEqual(ways["here"], [f"#m{i}" for i in numbers])
        self.assertEqual(ways["before"], [f"#m{i - 1}" for i in numbers if i > 1])
        self.assertEqual(ways["behind"], [f"#m{i + 1}" for i in numbers if i < count])

    def test_pages_name_those_beside_them(self):
        first, second = (self.server.ask(f"/recherche?q=le{page}") for page in ("", "&page=2"))
        self.assertEqual(links_of(first), {"next": "/recherche?q=le&page=2"})
        self.assertEqual(links_of(second)["prev"], "/recherche?q=le")
        self.assertEqual(links_of(self.server.ask("/recherche?q=zzyzx")), {})

    def test_words_are_suggested_as_they_are_counted(self):
        rows = [("gre", "gre", ""), ("titre:mai", "mai", "titre:"), ("train gré", "gré", "train "), ("-po", "po", "-")]
        for typed, prefix, before in rows:
            with self.subTest(typed):
                printed = self.query("terms", "-n", 8, "--format", "json", prefix).json()["words"]
                sent = self.server.ask(f"/suggestions?q={quote(typed)}")
                self.assertEqual((sent.status, sent.headers["Content-Type"]), (200, "application/x-suggestions+json"))
                self.assertEqual(json.loads(sent.text), [typed, [before + each["word"] for each in printed]])
                known = self.server.ask(f"/suggestions?q={quote(typed)}", If_None_Match=sent.headers["ETag"])
                self.assertEqual(known.status, 304)
        for typed in ("", "g", "le ", "zzyzx"):
            self.assertEqual(json.loads(self.server.ask(f"/suggestions?q={quote(typed)}").text), [typed, []])
        described = self.server.ask("/opensearch.xml").text
        self.assertIn(f"http://{self.server.host}:{self.server.port}/suggestions?q={{searchTerms}}", described)


if __name__ == "__main__":
    unittest.main()
