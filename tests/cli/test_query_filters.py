"""Options that leave out articles whatever their words: every value that facets list is found by its option."""
import re
import sqlite3
import unittest

from support import DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, run

OPTIONS = {"source": "--source", "section": "--section", "author": "--author",
           "language": "--language", "site": "--site"}


def flat(values):
    """The values of a facet, and those below them."""
    for value in values:
        yield value
        yield from flat(value.get("values", []))


class Restrictions:
    """What holds for any archive."""

    QUERIES = ("", "le", "maire")

    def count(self, query, *options):
        done = run("hemero-query", "search", "-a", self.archive, "--count", *options, "--", query)
        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
        return int(done.stdout)

    def facet(self, field, query="", *options):
        done = run("hemero-query", "facets", "-a", self.archive, "-n", 1000, "--fields", field, "--format", "json",
                   *options, "--", query)  # fmt: skip
        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
        return done.json()["facets"][0]["values"]

    def test_every_listed_value_is_found_by_its_option(self):
        for query in self.QUERIES:
            total = self.count(query)
            for field, option in OPTIONS.items():
                values = list(flat(self.facet(field, query)))
                self.assertTrue(values)
                for each in values:
                    with self.subTest(query=query, field=field, value=each["value"]):
                        found = (option, each["value"]) if each["value"] else ("--without", field)
                        self.assertEqual(self.count(query, *found), each["articles"])
                        if each["value"]:
                            self.assertEqual(self.count(query, option.replace("--", "--not-"), each["value"]),
                                             total - each["articles"])  # fmt: skip
            for field in ("year", "month", "day"):
                for each in self.facet(field, query):
                    if field == "year" and each["value"]:
                        self.assertEqual(self.count(query, "--from", each["value"], "--to", each["value"]),
                                         each["articles"])  # fmt: skip
                    elif not each["value"]:
                        self.assertEqual(self.count(query, "--without", "date"), each["articles"])

    def test_each_facet_is_counted_under_all_restrictions_but_its_own(self):
        chosen = {}
        for field, option in OPTIONS.items():
            values = [each["value"] for each in flat(self.facet(field)) if each["value"]]
            chosen[field] = (option, values[0], option, values[-1], "--without", field)
        chosen["year"] = ("--from", "2018", "--to", "2021")
        everything = [option for options in chosen.values() for option in options]
        for field in chosen:
            others = [option for name, options in chosen.items() if name != field for option in options]
            with self.subTest(field):
                values = self.facet(field, "", *everything)
                self.assertEqual(values, self.facet(field, "", *others))
                if field != "author":
                    self.assertEqual(sum(each["articles"] for each in values), self.count("", *others))

    def test_values_of_a_field_are_alternatives_and_fields_are_not(self):
        first, second = [each for each in self.facet("source") if each["value"]][:2]
        either = self.count("", "--source", first["value"], "--source", second["value"])
        self.assertEqual(either, first["articles"] + second["articles"])
        lacking = next(each["articles"] for each in self.facet("source") if not each["value"])
        self.assertEqual(self.count("", "--source", first["value"], "--without", "source"), first["articles"] + lacking)
        section = self.facet("section", "", "--source", first["value"])[0]
        self.assertEqual(self.count("", "--source", first["value"], "--section", section["value"]), section["articles"])


class OnTheSample(Restrictions, SampleTest):
    def test_names_are_those_that_readers_mean(self):
        vasseur = self.count("", "--author", "Claire Vasseur")
        self.assertGreater(vasseur, 0)
        for typed in ("claire vasseur", "VASSEUR", "Vasseur Claire", "ClaireVasseur"):
            self.assertEqual(self.count("", "--author", typed), vasseur, typed)
        done = self.query("search", "--author", "vaseur", "le", status=NO_HITS)
        self.assertIn("no author is called “vaseur”; near: “Claire Vasseur”", done.stdout)
        done = self.query("search", "--section", "politque", "le", status=NO_HITS)
        self.assertIn("no section is called “politque”; near: “Politique”", done.stdout)
        self.assertEqual(self.count("le", "--author", ""), self.count("le"), "an empty name asks for nothing")

    def test_relaxations_name_the_option(self):
        done = self.query("search", "--author", "Claire Vasseur", "--section", "Sports", "kaboul", status=NO_HITS)
        self.assertIn("with --author “Claire Vasseur” --section “Sports”", done.stdout)
        self.assertIn("without --section “Sports”: 2 articles", done.stdout)

    def test_facets_below_a_page(self):
        page = self.query("search", "--facets", "source,author", "le")
        facets = self.query("facets", "--fields", "source,author", "le").stdout
        self.assertTrue(page.stdout.endswith(facets.split("\n", 1)[1].replace("(--limit)", "(hemero-query facets)")))
        without = self.query("search", "le").stdout
        self.assertTrue(page.stdout.startswith(without))
        self.assertNotIn("facets", self.query("search", "--format", "json", "le").json())
        for arguments in (("--facets", "colour"), ("--facets", "year", "--format", "csv"),
                          ("--facets", "year", "--count"), ("--facets", "year", "--ids")):  # fmt: skip
            self.query("search", *arguments, "le", status=USAGE)

    def test_facets_of_a_page_of_partial_hits_are_of_what_matches_in_full(self):
        page = self.query("search", "--facets", "year", "--format", "json", "kaboul ambassade zzyzx").json()
        self.assertTrue(page["hits"][0]["partial"])
        self.assertEqual(page["facets"], [{"field": "year", "distinct": 0, "values": []}])


class Paths(Restrictions, ArchiveTest):
    QUERIES = ("", "texte", "pair")

    def setUp(self):
        super().setUp()
        sections = ("Société", "societe/Éducation", "Société / éducation", "SOCIETE/education/Lycées", "Sport",
                    "sport/foot", "Faits divers/Paris", "faits-divers", "société-éducation", "monde/Société", "", "…",
                    "Education")  # fmt: skip
        authors = (["Anne Roux"], ["ANNE ROUX", "anne roux"], ["Roux"], ["Anne Roux", "Jean Petit"],
                   ["Jean-Paul Roux"], ["L’Équipe"], ["l'equipe"], [], ["*"], ["Le Monde avec AFP"], ["AFP"],
                   ["AnneRoux"], [""])  # fmt: skip
        self.urls = ("https://www.soir.example/a", "https://blogs.soir.example/b", "http://SOIR.example", "",
                     "https://a.blogs.soir.example/c", "https://matin.example", "https://bonsoir.example/d",
                     "urn:isbn:1", "http://localhost/e", "https://www.soir.example:8080/?f", "www.matin.example/g", "",
                     "https://x.autre.example")  # fmt: skip
        self.languages = ("fr", "en", "FR-be", "French", "", "martien", "eng", "fr", "de", "Martien", "fr", "xx-1",
                          "nl")
        self.add_articles(*({"id": str(i), "url": self.urls[i], "language": self.languages[i],
                             "title": f"Titre {i}", "text": f"Un texte {('pair', 'seul')[i % 2]} {i}.",
                             "section": section, "authors": names, "source": ("", "Le Soir", "Le Matin")[i % 3],
                             "date": f"{2017 + i % 5}-0{i % 9 + 1}-11"}
                            for i, (section, names) in enumerate(zip(sections, authors))))  # fmt: skip

    def test_sections_are_paths(self):
        values = self.facet("section")
        self.assertEqual(sum(each["articles"] for each in values), 13)
        society = next(each for each in values if each["value"] == "Société")
        self.assertEqual(society["articles"], 5, "société-éducation is the same but for its signs")
        self.assertEqual([(each["articles"], each["distinct"]) for each in society["values"]], [(4, 1)])
        (education,) = society["values"]
        self.assertIn(education["value"], ("societe/Éducation", "Société / éducation", "SOCIETE/education"))
        self.assertEqual([(each["value"], each["articles"]) for each in education["values"]],
                         [("SOCIETE/education/Lycées", 1)])  # fmt: skip
        self.assertEqual(self.count("", "--section", "societe/education"), 4)
        self.assertEqual(self.count("", "--section", "lycees"), 1, "a part of the path, where no section begins so")
        self.assertEqual(self.count("", "--section", "societe", "--not-section", "societe/education"), 1)

    def count_by_hosts(self, site):
        """How many articles have an address of this host, or of one below it: a plain reading of the addresses."""
        hosts = [re.sub(r"^\w+://", "", url).lower().split("/")[0].split(":")[0] for url in self.urls]
        return sum(host == site or host.endswith("." + site) for host in hosts)

    def test_sites_hold_those_below_them(self):
        values = self.facet("site")
        told = {each["value"]: (each["articles"],
                                [(below["value"], below["articles"]) for below in each.get("values", [])])
                for each in values}  # fmt: skip
        self.assertEqual(told, {"soir.example": (5, [("blogs.soir.example", 2)]), "matin.example": (2, []), "": (4, []),
                                "bonsoir.example": (1, []), "x.autre.example": (1, [])})  # fmt: skip
        for site in ("soir.example", "blogs.soir.example", "matin.example", "autre.example", "example", "oir.example"):
            typed = (site, "https://www." + site + "/page", site.upper()) if "." in site else ()
            for each in typed:
                self.assertEqual(self.count("", "--site", each), self.count_by_hosts(site), each)
        self.assertEqual(self.count("", "--site", "blogs"), 2, "a word of the name, where no site is called so")
        self.assertEqual(self.count("", "--site", "soir.example", "--not-site", "blogs.soir.example"), 3)
        done = self.query("search", "--site", "matim.example", "", status=NO_HITS)
        self.assertIn("no article is of the site “matim.example”; near: “matin.example”", done.stdout)

    def test_languages_are_codes_or_names(self):
        with sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True) as connection:
            stored = dict(connection.execute("SELECT language, count(*) FROM articles GROUP BY 1"))
        self.assertEqual(sum(stored.values()), 13)
        for code, names in {"fr": ("fr", "FR", "français", "French", "fr-CA"), "en": ("en", "anglais", "eng")}.items():
            for name in names:
                self.assertEqual(self.count("", "--language", name), stored[code], name)
                self.assertEqual(self.count("", "--not-language", name), 13 - stored[code], name)
        self.assertEqual(self.count("", "--language", "fr", "--language", "en"), stored["fr"] + stored["en"])
        done = self.query("search", "--language", "basque", "", status=NO_HITS)
        self.assertIn("no article is in the language “basque” (“hemero-query list languages” lists them)", done.stdout)

    def test_table_and_text_show_the_levels(self):
        table = self.query("facets", "--fields", "section", "--format", "csv", "-n", 1000, "").stdout.splitlines()
        self.assertEqual(table[0], "field,value,articles,level")
        rows = [row.rsplit(",", 2)[1:] for row in table[1:]]
        self.assertEqual(sum(int(articles) for articles, level in rows if level == "1"), 13)
        self.assertEqual({level for _, level in rows}, {"1", "2", "3"})
        text = self.query("facets", "--fields", "section", "").stdout
        self.assertIn("\n    Société", text)
        self.assertIn("\n            SOCIETE/education/Lycées", text)

    def test_an_author_who_is_named_twice_counts_once(self):
        roux = next(each for each in self.facet("author") if each["value"].lower() == "anne roux")
        self.assertEqual(roux["articles"], 4)  # three, and the one closed up


if __name__ == "__main__":
    unittest.main()
