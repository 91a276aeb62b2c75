"""hemero-query facets: the articles that match, counted by their fields; compared with SQL and with search."""
import csv
import io
import unittest
from collections import Counter

from support import DONE, NO_HITS, OTHER_VERSION, USAGE, ArchiveTest, SampleTest

FIELDS = ("source", "section", "author", "language", "site", "year", "month", "day")
QUERIES = ("", "grève", "ministre", "la", "« états généraux »", "grève OU ministre", "-grève", "titre:kaboul",
           "date:2021", "a*", "le PRÈS/6 maire", "MÊME:phrase(le maire)", "le>=3")  # fmt: skip


class Facets(SampleTest):
    def facets(self, *args, **how):
        answer = self.query("facets", "--limit", 1000, "--format", "json", *args, **how).json()
        return answer, {facet["field"]: {each["value"]: each["articles"] for each in facet["values"]}
                        for facet in answer["facets"]}  # fmt: skip

    def articles(self, query):
        """The fields of the articles that a query finds, as they are shown one by one."""
        ids = self.query("search", "--ids", "--", query).stdout.split()
        return [self.query("show", number, "--format", "json").json() for number in ids]

    def test_every_field_is_counted_as_the_articles_say(self):
        for query in QUERIES[:8]:
            with self.subTest(query):
                articles = self.articles(query)
                answer, facets = self.facets("--fields", ",".join(FIELDS), "--", query)
                self.assertEqual(answer["total"], len(articles))
                expected = {"source": Counter(each.get("source", "") for each in articles),
                            "section": Counter(each.get("section", "") for each in articles),
                            "language": Counter(each.get("language", "") for each in articles),
                            "author": Counter(name for each in articles
                                              for name in set(each.get("authors", [])) or {""}),
                            "year": Counter((each["date"] or "")[:4] for each in articles),
                            "month": Counter((each["date"] or "")[:7] for each in articles),
                            "day": Counter((each["date"] or "")[:10] for each in articles)}  # fmt: skip
                for field, counts in expected.items():
                    self.assertEqual(facets[field], dict(counts), field)

    def test_sums_are_the_total_that_search_counts(self):
        for query in QUERIES:
            for match in ("auto", "any"):
                with self.subTest(query=query, match=match):
                    count = int(self.query("search", "--count", "--match", match, "--", query).stdout)
                    self.assertGreater(count, 0)
                    fields = ",".join(field for field in FIELDS if field != "author")  # an article may have several
                    answer, facets = self.facets("--match", match, "--fields", fields, "--", query)
                    self.assertEqual(answer["total"], count)
                    self.assertTrue(answer["complete"])
                    for field, values in facets.items():
                        self.assertEqual(sum(values.values()), count, field)

    def test_a_field_is_counted_under_all_restrictions_but_its_own(self):
        _, free = self.facets("--fields", "source,year", "grève")
        first, second, *_ = (name for name in free["source"] if name)
        answer, facets = self.facets("--fields", "source,year", "--source", first, "grève")
        self.assertEqual(answer["total"], free["source"][first])
        self.assertEqual(facets["source"], free["source"], "what else there is")
        self.assertEqual(sum(facets["year"].values()), free["source"][first])
        answer, facets = self.facets("--fields", "source,year", "--source", first, "--source", second, "grève")
        self.assertEqual(answer["total"], free["source"][first] + free["source"][second])
        answer, facets = self.facets("--fields", "source,year", "--not-source", first, "grève")
        self.assertEqual(answer["total"], sum(free["source"].values()) - free["source"][first])
        self.assertEqual(facets["source"], free["source"])

    def test_most_articles_first_but_times_in_their_order(self):
        answer, _ = self.facets("--fields", "source,month", "le")
        source, month = answer["facets"]
        counts = [each["articles"] for each in source["values"]]
        self.assertEqual(counts, sorted(counts, reverse=True))
        months = [each["value"] for each in month["values"]]
        self.assertEqual(months, sorted(months))

    def test_limit_cuts_values_but_no_times(self):
        whole, _ = self.facets("--fields", "author,month", "le")
        cut = self.query("facets", "--fields", "author,month", "-n", 1, "--format", "json", "le").json()
        for full, short, told in zip(whole["facets"], cut["facets"], (1, None)):
            self.assertEqual(short["distinct"], full["distinct"])
            self.assertEqual(short["values"], full["values"][:told])

    def test_formats(self):
        _, facets = self.facets("--fields", "source,year", "grève")
        table = list(csv.reader(io.StringIO(
            self.query("facets", "--fields", "source,year", "-n", 1000, "--format", "csv", "grève").stdout)))
        self.assertEqual(table[0], ["field", "value", "articles", "level"])
        self.assertEqual(table[1:], [[field, value, str(count), "1"] for field in ("source", "year")
                                     for value, count in facets[field].items()])  # fmt: skip
        text = self.query("facets", "grève").stdout
        for title in ("source", "year", "section", "author"):
            self.assertIn(f"\n{title}\n", text)

    def test_nothing_found_and_usage(self):
        self.assertEqual(self.query("facets", "--format", "json", "zzyzx", status=NO_HITS).json()["total"], 0)
        for arguments in (("--fields", "colour", "grève"), ("--fields", "", "grève"), ("--format", "jsonl", "grève")):
            self.query("facets", *arguments, status=USAGE)


class Notes(SampleTest):
    def test_words_that_no_article_prints_are_told(self):
        for options in (("--match", "all"), ("--match", "any")):
            done = self.query("facets", *options, "zzyzx", status=NO_HITS)
            self.assertIn("“zzyzx”", done.stderr)


class OlderIndexes(ArchiveTest):
    def test_an_index_without_columns_is_searched_and_made_anew_by_the_next_writer(self):
        self.check_older(lambda columns: columns.unlink())

    def test_an_index_without_terms_of_languages_likewise(self):
        self.check_older(lambda columns: columns.rename(columns.with_name("columns")))

    def check_older(self, make_older):
        self.add_articles({"id": "1", "title": "Un loup", "text": "Un loup a été vu.", "date": "2021"})
        (columns,) = self.archive.glob("index/part-*/columns.2")
        make_older(columns)
        columns.with_name("manifest.tsv").unlink()  # of those times none named the columns
        self.assertEqual(self.query("search", "--count", "loup").stdout, "1\n")
        self.query("facets", "loup", status=OTHER_VERSION)
        self.query("search", "--language", "fr", "loup", status=OTHER_VERSION)
        self.add_articles({"id": "2", "title": "Un lynx", "text": "Un lynx et un loup.", "date": "2022"})
        facets = self.query("facets", "--fields", "year", "--format", "json", "loup").json()["facets"]
        self.assertEqual([each["value"] for each in facets[0]["values"]], ["2021", "2022"])
        self.assertEqual(self.query("search", "--language", "fr", "--count", "loup").stdout, "2\n")


class Spellings(ArchiveTest):
    def test_spellings_of_one_name_count_together_under_the_commonest(self):
        sources = ["La Dépêche", "La Dépêche", "LA DEPECHE", "La Depêche", "Sud Ouest", ""]
        self.add_articles(*({"id": str(i), "title": f"Titre {i}", "text": f"Un texte de plus {i}.", "source": name}
                         for i, name in enumerate(sources)))  # fmt: skip
        answer = self.query("facets", "--fields", "source", "--format", "json", "texte", status=DONE).json()
        self.assertEqual(answer["facets"][0]["values"],
                         [{"value": "La Dépêche", "articles": 4}, {"value": "", "articles": 1},
                          {"value": "Sud Ouest", "articles": 1}])  # fmt: skip


class ManyArticles(ArchiveTest):
    def test_a_page_with_facets_has_exact_totals(self):
        """More than a page counts to by itself; every second text is a copy of the one before."""
        self.add_articles(*({"id": f"k{number}", "source": f"S{number % 3}",
                             "text": f"Le préfet du groupe{number // 2} reçoit une délégation numéro{number // 2}."}
                            for number in range(2400)))  # fmt: skip
        page = self.query("search", "--facets", "source", "--format", "json", "« préfet du »").json()
        self.assertEqual(page["total"], {"value": 2400, "exact": True})
        self.assertEqual(page["texts"], {"value": 1200, "exact": True})
        self.assertEqual([each["articles"] for each in page["facets"][0]["values"]], [800, 800, 800])


if __name__ == "__main__":
    unittest.main()
