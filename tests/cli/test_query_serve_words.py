"""hemero-query serve: the pages of all that a search finds, which tell what the command line tells."""
import html
import json
import re
import unittest
from urllib.parse import parse_qs, quote, urlsplit

from support import DONE, NO_HITS, ArchiveTest, SampleTest, run
from test_query_serve import Elements, Server

QUERIES = ("le", "grève", "« états généraux »", "titre:kaboul", "maire -grève", "zzyzx")

PAGES = ("/courbe?q=le", "/courbe?q=le&compare=maire&compare=gr%C3%A8ve", "/courbe", "/courbe?q=zzyzx",
         "/courbe?q=le&step=day", "/mots-cles?q=maire", "/mots-cles?q=maire&against=ministre", "/mots-cles",
         "/concordance?q=le&context=15", "/voisins?q=le&window=2&within=paragraph&order=dice&stop-words=1&case=1",
         "/voisins?q=zzyzx", "/dispersion?q=le", "/dispersion?q=le&over=source", "/dispersion?q=zzyzx", "/sources",
         "/sources?source=Le%20Courrier%20de%20la%20Lys", "/vocabulaire", "/vocabulaire?prefix=m",
         "/vocabulaire?prefix=zzyzx", "/recherche?q=d%C3%A9put%C3%A9e~-d%C3%A9put%C3%A9")  # fmt: skip


def rows_of(page):
    """The cells of each row of the page's tables, as text, with the address that the row links to first."""
    rows = []
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)[1:]:
        link = re.search(r'href="([^"]*)"', row)
        cells = [html.unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)]
        rows.append((html.unescape(link[1]) if link else None, cells))
    return rows


def number(text):
    return int(re.sub(r"\D", "", text))


class Served(SampleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.sample, cls.sample)

    @classmethod
    def tearDownClass(cls):
        ended = cls.server.stop()
        assert ended == (DONE, ("", "")), ended

    def page(self, target):
        page = self.server.ask(target, Accept_Language="en")
        self.assertEqual(page.status, 200, target)
        return page.text

    def printed(self, *args):
        done = run("hemero-query", args[0], "-a", self.archive, *args[1:])
        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
        return done.stdout

    def total(self, target):
        """How many articles a page of results says there are."""
        heading = re.search(r"<h1>([\d,]+) article", self.page(target))
        return number(heading[1]) if heading else 0


class Words(Served):
    def test_every_page_is_whole(self):
        for target in PAGES:
            for language in ("fr", "en"):
                with self.subTest(target=target, language=language):
                    page = self.server.ask(target, Accept_Language=language)
                    self.assertEqual(page.status, 200)
                    elements = Elements(page.text)
                    self.assertEqual(elements.open, [])
                    self.assertEqual(len(elements.all("h1")), 1)
                    names = [each["id"] for _, each in elements.found if "id" in each]
                    self.assertEqual(len(names), len(set(names)))
                    labelled = {each["for"] for each in elements.all("label")}
                    fields = [each for each in elements.all("input") if each.get("type") != "hidden"]
                    self.assertLessEqual({each["id"] for each in fields}, labelled)
                    self.assertTrue(all(each.get("scope") for each in elements.all("th")))

    def test_all_that_a_page_tells_can_be_taken_along_as_the_command_line_prints_it(self):
        every = ("-n", 1_000_000)
        forms = (("/courbe.csv?q={}", ("timeline", "--format", "csv"), ()),
                 ("/courbe.json?q={}&step=year", ("timeline", "--format", "json", "--step", "year"), ()),
                 ("/courbe.json?q={}&unit=occurrences", ("timeline", "--format", "json", "--unit", "occurrences"), ()),
                 ("/courbe.json?q={}&compare=maire&from=2018",
                  ("timeline", "--format", "json", "--from", "2018"), ("maire",)),
                 ("/courbe.svg?q={}&lang=en&unit=articles",
                  ("timeline", "--format", "svg", "--unit", "articles"), ()),
                 ("/mots-cles.csv?q={}", ("keywords", "--format", "csv", *every), ()),
                 ("/mots-cles.json?q={}&against=maire&stop-words=1&case=1",
                  ("keywords", "--format", "json", *every, "--against", "maire", "--stop-words", "--case"), ()),
                 ("/concordance.csv?q={}", ("kwic", "--format", "csv", "-n", "all"), ()),
                 ("/concordance.jsonl?q={}&lines=left&context=15",
                  ("kwic", "--format", "jsonl", "-n", "all", "--sort", "left", "--context", 15), ()),
                 ("/voisins.csv?q={}&window=2&order=dice",
                  ("collocates", "--format", "csv", *every, "--window", 2, "--sort", "dice"), ()),
                 ("/voisins.json?q={}&within=paragraph&stop-words=1",
                  ("collocates", "--format", "json", *every, "--within", "paragraph", "--stop-words"), ()),
                 ("/dispersion.json?q={}&over=source", ("dispersion", "--format", "json", "--over", "source"), ()),
                 ("/dispersion.csv?q={}&copies=all",
                  ("dispersion", "--format", "csv", "--copies", "all"), ()))  # fmt: skip
        for target, command, others in forms:
            for query in QUERIES:
                with self.subTest(target=target, query=query):
                    sent = self.server.ask(target.format(quote(query)), Accept_Language="en")
                    self.assertEqual(sent.status, 200)
                    printed = self.printed(*command, "--", query, *others)
                    self.assertEqual(sent.text.rstrip("\n"), printed.rstrip("\n"))
        for target in ("/courbe.doc", "/courbe/a.svg", "/mots-cles.txt", "/concordance.ris", "/voisins.x",
                       "/dispersion.x"):  # fmt: skip
            self.assertEqual(self.server.ask(f"{target}?q=le").status, 404, target)

    def test_the_table_of_a_curve_leads_to_the_articles_of_each_period(self):
        for options in ("", "&step=month", "&source=Le+Courrier+de+la+Lys", "&from=2019-03-05&to=2019",
                        "&step=week&to=2021"):  # fmt: skip
            with self.subTest(options):
                told = json.loads(self.page(f"/courbe.json?q=maire&unit=articles{options}"))
                counts = {each["period"]: each["articles"] for each in told["series"][0]["counts"]}
                rows = rows_of(self.page(f"/courbe?q=maire&unit=articles{options}"))
                shown = {cells[0].removesuffix(" ~"): (link, cells) for link, cells in rows}
                self.assertLessEqual(set(counts), set(shown))
                for period, articles in counts.items():
                    link, cells = shown[period]
                    self.assertEqual(number(cells[2]), articles)
                    self.assertEqual(link is None, articles == 0)
                    if link:
                        self.assertEqual(self.total(link + "&copies=all"), articles, link)
        page = self.page("/courbe?q=maire&step=month")
        gaps = [each for each in json.loads(self.page("/courbe.json?q=maire&step=month"))["periods"]
                if each["coverage"] == "gap"]  # fmt: skip
        self.assertGreater(len(gaps), 0)
        self.assertIn("gap: there is no article", page)

    def test_curves_stand_beside_each_other_and_tell_their_ends(self):
        told = json.loads(self.page("/courbe.json?q=maire&compare=&compare=gr%C3%A8ve&compare=zzyzx"))
        self.assertEqual([each["query"] for each in told["series"]], ["maire", "grève", "zzyzx"])
        page = self.page("/courbe?q=maire&compare=&compare=gr%C3%A8ve&compare=zzyzx")
        for series in told["series"][:2]:
            for end in ("first", "last"):
                self.assertIn(f'<a href="/article/{series[end]["id"]}?q={quote(series["query"])}"><time', page)
        fields = [each.get("value") for each in Elements(page).all("input") if each["name"] == "compare"]
        self.assertEqual(fields, ["grève", "zzyzx", None])
        self.assertEqual(self.server.ask("/courbe?q=a&compare=b&compare=c&compare=d&compare=e").status, 400)

    def test_the_pictures_of_the_page_are_there(self):
        page = Elements(self.page("/courbe?q=maire&compare=gr%C3%A8ve"))
        pictures = [each["srcset"] for each in page.all("source")] + [each["src"] for each in page.all("img")]
        self.assertEqual(len(pictures), 2)
        for picture in pictures:
            sent = self.server.ask(picture)
            self.assertEqual((sent.status, sent.headers["Content-Type"]), (200, "image/svg+xml"))
            self.assertNotIn('role="table"', sent.text)

    def test_what_is_too_long_for_a_picture_is_told(self):
        page = self.page("/courbe?q=le&step=day")
        self.assertIn("too many for a picture", page)
        self.assertEqual(Elements(page).all("img"), [])
        self.assertEqual(self.server.ask("/courbe.svg?q=le&step=day").status, 400)

    def test_words_are_those_of_the_command_line_and_lead_to_articles(self):
        told = json.loads(self.printed("keywords", "--format", "json", "-n", 50, "maire"))
        rows = rows_of(self.page("/mots-cles?q=maire"))
        words = [(cells[0], number(cells[1]), number(cells[2]), number(cells[4]))
                 for _, cells in rows if cells[0] != "word"]  # fmt: skip
        expected = [(each["word"], each["occurrences"], each["texts"], each["elsewhere"])
                    for each in told["more"] + told["less"]]  # fmt: skip
        self.assertEqual(words, expected)
        for link, cells in rows[:5]:
            self.assertEqual(parse_qs(urlsplit(link).query)["q"], [f"(maire) ET {cells[0]}"])
            self.assertGreaterEqual(self.total(link), number(cells[2]))
        source = self.page("/mots-cles?source=Le+Courrier+de+la+Lys")
        self.assertIn("More frequent than elsewhere", source)

    def test_a_page_of_results_leads_to_all_of_these(self):
        links = [urlsplit(each["href"]).path for each in Elements(self.page("/recherche?q=le")).all("a")]
        self.assertLessEqual({"/courbe", "/concordance", "/voisins", "/mots-cles", "/dispersion", "/sources",
                              "/vocabulaire"}, set(links))  # fmt: skip
        links = [each["href"] for each in Elements(self.page("/recherche")).all("a")]
        self.assertEqual([each for each in links if each.startswith(("/concordance", "/voisins", "/dispersion"))], [])


class Holdings(Served):
    def test_sources_are_those_of_the_command_line(self):
        lines = [line.split("\t") for line in self.printed("list", "sources").splitlines()]
        listed = {name: int(count) for name, count in lines}
        rows = rows_of(self.page("/sources").split("<h2>")[0])
        shown = {cells[0]: number(cells[1]) for _, cells in rows}
        self.assertEqual({name: count for name, count in shown.items() if name != "(no source)"}, listed)
        self.assertEqual(sum(shown.values()), self.total("/recherche?copies=all"))
        for link, cells in rows:
            if cells[0] != "(no source)":
                self.assertIn(f"<h1>{html.escape(cells[0])}</h1>", self.page(link))
        dates = {cells[0]: cells[2] for _, cells in rows}
        self.assertEqual(dates["Le Courrier de la Lys"], "8 June 2018")

    def test_a_calendar_tells_what_there_is_of_each_month(self):
        name = "Le Courrier de la Lys"
        told = self.printed("timeline", "--source", name, "--step", "month", "--format", "json", "*")
        months = json.loads(told)["periods"]
        page = self.page(f"/sources?source={quote(name)}")
        cells = {}
        for row in re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", page):
            year, *values = [re.sub(r"<[^>]*>", "", cell) for cell in re.split(r"</t[hd]>", row)]
            cells.update({f"{year}-{i + 1:02}": value for i, value in enumerate(values[:12]) if value})
        expected = {each["period"]: "gap" if each["coverage"] == "gap" else str(each["articles"]) for each in months}
        self.assertEqual({month: value.removesuffix(" ~") for month, value in cells.items()}, expected)
        self.assertIn("gap", expected.values())
        links = [each["href"] for each in Elements(page).all("a") if "from=" in each["href"]]
        self.assertEqual(sum(self.total(link) for link in links), 2 * self.total(f"/recherche?source={quote(name)}"))

    def test_the_vocabulary_is_that_of_the_command_line(self):
        for begins in ("m", "ambassad", "É", "zzyzx"):
            with self.subTest(begins):
                told = json.loads(self.printed("terms", "-n", "all", "--format", "json", begins))
                rows, target = [], f"/vocabulaire?prefix={quote(begins)}"
                while target:
                    page = self.page(target)
                    rows += rows_of(page)
                    following = [each["href"] for each in Elements(page).all("a") if each.get("rel") == "next"]
                    target = following[0] if following else None
                self.assertEqual([(cells[0], number(cells[2])) for _, cells in rows],
                                 [(each["word"], each["occurrences"]) for each in told["words"]])  # fmt: skip
                for link, cells in rows[:8]:
                    self.assertEqual(self.total(link + "&copies=all"), number(cells[1]), link)


class Understood(Served):
    def links(self, target):
        """The links of how a search is understood, by what is read of them."""
        page = self.page(target)
        part = page[page.index('<details class="understood"') : page.index("</details>")]
        links = re.findall(r'<a href="([^"]*)"(?: class="[^"]*")?(?: aria-label="([^"]*)")?>([^<]*)</a>', part)
        return {html.unescape(label or text): html.unescape(link) for link, label, text in links}

    def test_a_form_is_dropped_and_taken_back_by_a_click(self):
        start = "/recherche?q=d%C3%A9put%C3%A9e&copies=all"
        links = self.links(start)
        self.assertEqual(parse_qs(urlsplit(links["without the form “députés”"]).query)["q"], ["députée~-députés"])
        every, once = self.total(start), self.total(links["without the form “députés”"])
        self.assertLess(once, every)
        twice = self.links(links["without the form “députés”"])["without the form “député”"]
        self.assertEqual(parse_qs(urlsplit(twice).query)["q"], ["députée~-députés~-député"])
        self.assertLess(self.total(twice), once)
        left = self.links(twice)
        self.assertFalse([label for label in left if label.startswith("without the form")], "one form is left")
        back = self.links(left["take the form “députés” back"])["take the form “député” back"]
        self.assertEqual(back, start)

    def test_a_form_searches_for_itself_among_the_other_words(self):
        links = self.links("/recherche?q=d%C3%A9put%C3%A9e+kaboul+OU+gr%C3%A8ve&source=x")
        address = parse_qs(urlsplit(links["députés"]).query)
        self.assertEqual((address["q"], address["source"]), (["=députés kaboul OU grève"], ["x"]))


class SeeAlso(ArchiveTest):
    def test_words_that_were_learnt_to_go_together_are_links_and_no_more(self):
        from test_query_related import Related

        self.add_articles(*Related.articles(0, 90))
        self.index("relate")
        server = Server(self.archive, self.folder)
        self.addCleanup(server.process.kill)
        told = self.query("related", "--format", "json", "-n", 10, "grève").json()["words"]
        page = server.ask("/recherche?q=gr%C3%A8ve", Accept_Language="en").text
        part = page[page.index('aria-label="See also"') :]
        part = part[: part.index("</ul>")]
        self.assertEqual(re.findall(r">([^<]*)</a>", part), [each["word"] for each in told])
        for each in told:
            self.assertIn(f'href="/recherche?q={quote(each["word"])}"', part)
        self.assertEqual(server.ask("/recherche?q=le").status, 200)
        vectors = self.archive / "related"
        server.stop()
        vectors.write_bytes(vectors.read_bytes()[:-9])
        damaged = Server(self.archive, self.folder)
        self.addCleanup(damaged.process.kill)
        page = damaged.ask("/recherche?q=gr%C3%A8ve", Accept_Language="en")
        self.assertEqual(page.status, 200)
        self.assertIn("related", re.search(r'<p class="notice">(.*?)</p>', page.text)[1])
        self.assertNotIn("See also", page.text)
        damaged.stop()


if __name__ == "__main__":
    unittest.main()
