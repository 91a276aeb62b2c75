"""Results to be taken along: CSV, chosen fields, and the JSON of what is no page of hits."""
import csv
import io
import json
import unittest

from support import DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, run


def rows(printed):
    """The rows of a table, the header first; fails on another line end than CR LF."""
    assert printed.count("\n") == printed.count("\r\n"), printed
    return list(csv.reader(io.StringIO(printed, newline=""), strict=True))


class Tables(SampleTest):
    DEFAULT = ["rank", "id", "key", "version", "date", "date_precision", "source", "section", "authors", "title",
               "lead", "url", "language", "words", "matches", "passage", "printings", "first_id", "first_date",
               "first_source", "content_hash", "path"]  # fmt: skip

    def test_a_table_of_hits(self):
        for command in (("search", "kaboul", "-n", "100"), ("similar", "1")):
            with self.subTest(command):
                header, *table = rows(self.query(*command, "--format", "csv").stdout)
                self.assertEqual(header, self.DEFAULT)
                hits = self.query(*command, "--format", "json").json()["hits"]
                for cells, hit in zip(table, hits, strict=True):
                    row = dict(zip(header, cells))
                    expected = {name: hit[name] or "" for name in ("date", "source", "section", "title", "url", "key")}
                    expected["authors"] = " | ".join(hit["authors"])
                    expected["passage"] = " … ".join(snippet["text"] for snippet in hit["snippets"])
                    expected |= {"id": str(hit["id"]), "rank": str(hit["rank"]), "version": "1", "path": hit["path"]}
                    self.assertEqual({name: row[name] for name in expected}, expected)
                    self.assertEqual(row["matches"] != "", command[0] == "search")
                    self.assertRegex(row["content_hash"], "^[0-9a-f]{32}$")

    def test_fields(self):
        answer = self.search("kaboul", "-n", "3")
        asked = ("search", "kaboul", "-n", "3", "--fields", "rank,title,score,date,path")
        header, *table = rows(self.query(*asked).stdout)
        self.assertEqual(header, ["rank", "title", "score", "date", "path"])
        self.assertEqual([(row[0], row[1]) for row in table],
                         [(str(hit["rank"]), hit["title"]) for hit in answer["hits"]])  # fmt: skip
        self.assertEqual(self.query(*asked, "--format", "csv").stdout, self.query(*asked).stdout)
        expected = [{name: hit[name] for name in header} for hit in answer["hits"]]
        self.assertEqual(self.query(*asked, "--format", "jsonl").json_lines(), expected)
        self.assertEqual(self.query(*asked, "--format", "json").json()["hits"], expected)
        self.assertEqual(list(expected[0]), header, "in the order asked for")

    def test_a_table_without_rows_has_its_header(self):
        for command in (("search", "zzyzx"), ("search", "--ids", "zzyzx"), ("terms", "zzyzx")):
            with self.subTest(command):
                self.assertEqual(len(rows(self.query(*command, "--format", "csv", status=NO_HITS).stdout)), 1)

    def test_a_field_of_another_name(self):
        done = run("hemero-query", "search", "-a", self.archive, "--fields", "titel", "kaboul")
        self.assert_status(USAGE, done)
        self.assertIn("titel", done.stderr)
        self.assertIn("title, date", done.stderr)
        french = run("hemero-query", "--lang", "fr", "search", "--fields", "titel", "kaboul")
        self.assertIn("il n’y a pas de champ «\u00a0titel\u00a0»", french.stderr)

    def test_numbers_alone(self):
        numbers = [int(line) for line in self.query("search", "--ids", "kaboul").stdout.splitlines()]
        self.assertEqual(self.query("search", "--ids", "kaboul", "--format", "json").json(), numbers)
        self.assertEqual(self.query("search", "--ids", "kaboul", "--format", "jsonl").json_lines(), numbers)
        table = rows(self.query("search", "--ids", "kaboul", "--format", "csv").stdout)
        self.assertEqual(table, [["number"], *([str(number)] for number in numbers)])
        self.assertEqual(self.query("search", "--ids", "zzyzx", "--format", "json", status=NO_HITS).json(), [])

    def test_a_count_alone(self):
        total = int(self.query("search", "--count", "kaboul").stdout)
        for form in ("json", "jsonl"):
            self.assertEqual(self.query("search", "--count", "kaboul", "--format", form).json(), {"total": total})
        self.assertEqual(rows(self.query("search", "--count", "kaboul", "--format", "csv").stdout),
                         [["total"], [str(total)]])  # fmt: skip

    def test_what_does_not_go_together(self):
        for options in (("--count", "--ids"), ("--count", "--fields", "title"), ("--ids", "--fields", "title")):
            with self.subTest(options):
                done = run("hemero-query", "search", "-a", self.archive, *options, "kaboul")
                self.assert_status(USAGE, done)
                self.assertIn("do not go together", done.stderr)
                self.assertEqual(done.stdout, "")


class Formulas(ArchiveTest):
    def test_no_cell_is_a_formula(self):
        """A spreadsheet runs what begins so, and titles are those of strangers."""
        titles = ['=HYPERLINK("http://a","b")', "+33 loup", "-2 loups", "@loup", "\tloup", "loup = 1", "« loup »"]
        articles = [{"id": f"=k{i}", "title": title, "text": "Le loup."} for i, title in enumerate(titles)]
        self.add_articles(*articles)
        asked = ("--copies", "all", "-n", "100", "--fields", "key,title,score")
        table = rows(self.query("search", "loup", *asked).stdout)[1:]
        self.assertEqual(len(table), len(titles))
        for row in table:
            for cell in row:
                self.assertNotIn(cell[0], "=+-@\t\r")
        self.assertIn("'" + titles[0], [row[1] for row in table])


class Words(SampleTest):
    def test_terms(self):
        lines = [line.split("\t") for line in self.query("terms", "gr", "-n", "5").stdout.splitlines()[:5]]
        answer = self.query("terms", "gr", "-n", "5", "--format", "json").json()
        self.assertEqual(list(answer), ["version", "prefix", "distinct", "words"])
        self.assertEqual((answer["version"], answer["prefix"]), (1, "gr"))
        self.assertEqual([[word["word"], str(word["occurrences"])] for word in answer["words"]], lines)
        table = rows(self.query("terms", "gr", "-n", "5", "--format", "csv").stdout)
        self.assertEqual(table, [["word", "occurrences"], *lines])

    def test_explain(self):
        query = ("ambassades", "-kaboul", "zzyzx", '"la grève"')
        answer = self.query("explain", *query, "--format", "json").json()
        self.assertEqual(list(answer), ["version", "query", "words"])
        self.assertEqual(list(answer["query"]), ["text", "tree", "notices"])
        self.assertEqual(answer["query"]["text"], " ".join(query))
        words = {word["word"]: word for word in answer["words"]}
        self.assertEqual(list(words), list(query[:1] + ("kaboul",) + query[2:]))
        self.assertTrue(words["kaboul"]["excluded"])
        self.assertFalse(words["ambassades"]["excluded"])
        self.assertEqual(words["zzyzx"]["forms"], [])
        table = rows(self.query("explain", *query, "--format", "csv").stdout)
        self.assertEqual(table[0], ["word", "form", "occurrences"])
        for name, word in words.items():
            forms = [[form["form"], str(form["occurrences"])] for form in word["forms"]] or [["", "0"]]
            self.assertEqual([row[1:] for row in table[1:] if row[0] == name], forms)

    def test_explain_says_all_forms(self):
        """As text the most frequent ones only."""
        answer = self.query("explain", "a*", "--format", "json").json()
        self.assertGreater(len(answer["words"][0]["forms"]), 40)

    def test_batch(self):
        queries = self.write("queries.tsv", "q1\tkaboul\nq2\tzzyzx\nq3\tgrève\n")
        lines = self.query("batch", queries, "--format", "jsonl").json_lines()
        self.assertEqual(self.query("batch", queries, "--format", "json").json(), lines)
        nothing = self.write("nothing.tsv", "q2\tzzyzx\n")
        self.assertEqual(json.loads(self.query("batch", nothing, "--format", "json", status=DONE).stdout), [])


if __name__ == "__main__":
    unittest.main()
