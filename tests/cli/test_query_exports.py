"""search -n all --format …: all that matches, in forms that other programs read."""
import csv
import datetime
import fcntl
import io
import json
import os
import re
import subprocess
import unittest
import xml.etree.ElementTree as etree
import zipfile

from support import CUT_SHORT, DONE, NO_HITS, USAGE, ArchiveTest, SampleTest, environment, program, run, run_in_terminal

FORMATS = ("csv", "csv-excel", "jsonl", "ris", "csl-json", "bibtex", "txm", "iramuteq", "atom")
QUERIES = ("grève", "kaboul", "le la", "grève SNCF", '"états généraux"', "titre:grève OU maire", "grève -SNCF",
           "maire PRÈS/6 crue", "a*", "date:2021", "zzyzx", "")  # fmt: skip
ATOM = {"a": "http://www.w3.org/2005/Atom", "o": "http://a9.com/-/spec/opensearch/1.1/",
        "dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip

# Tags of RIS (Research Information Systems, 2001) that are used, and whether they may repeat.
RIS_TAGS = {"TY": False, "TI": False, "T2": False, "AU": True, "DA": False, "PY": False, "SE": False, "UR": False,
            "LA": False, "AB": False, "KW": True, "AN": False, "ID": False, "DB": False, "ER": False}  # fmt: skip


def exported(test, *arguments, form, status=DONE):
    """What a search prints, as bytes."""
    command = [program("hemero-query"), "search", "-a", test.archive, *arguments, "--format", form]
    done = subprocess.run(list(map(str, command)), capture_output=True, env=environment(), timeout=120)
    test.assertEqual(done.returncode, status, done.stderr.decode())
    return done.stdout


def table(printed, separator=","):
    text = printed.decode()
    assert text.count("\n") == text.count("\r\n"), text
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=separator))


def ris(printed):
    """The references, each a list of tags and values; fails on what is no line of RIS."""
    references = []
    for line in printed.decode().split("\r\n")[:-1]:
        if not line:
            continue
        tag, between, value = line[:2], line[2:6], line[6:]
        assert between == "  - " and tag in RIS_TAGS and "\n" not in value and "\r" not in value, line
        if tag == "TY":
            references.append([])
        references[-1].append((tag, value))
    for reference in references:
        tags = [tag for tag, _ in reference]
        assert tags[0] == "TY" and tags[-1] == "ER" and "ER" not in tags[:-1], tags
        assert all(RIS_TAGS[tag] or tags.count(tag) == 1 for tag in tags), tags
    return references


def bibtex(printed):
    """Keys and fields, cut as BibTeX does: it counts braces, whatever stands before them."""
    text, entries, at = printed.decode(), {}, 0
    while (at := text.find("@", at)) >= 0:
        key = re.match(r"@article\{([^,\s]+)", text[at:])[1]
        assert key.isascii() and key not in entries, key
        depth, start, parts, end = 0, at + len("@article{" + key), [], None
        for i in range(at, len(text)):
            depth += {"{": 1, "}": -1}.get(text[i], 0)
            if text[i] == "," and depth == 1:
                parts.append(text[start:i])
                start = i + 1
            if text[i] == "}" and depth == 0:
                end = i
                break
        assert end is not None, "braces are not balanced: " + text[at:]
        parts.append(text[start:end])
        fields = dict(part.strip().split(" = ", 1) for part in parts if part.strip())
        assert all(value == "{" + value[1:-1] + "}" or re.fullmatch("[a-z]{3}", value) for value in fields.values())
        entries[key] = fields
        at = end
    return entries


def iramuteq(printed):
    """The texts by their variables."""
    texts, text = [], None
    for line in printed.decode().split("\n"):
        if line.startswith("****"):
            variables = line.split(" ")[1:]
            assert all(re.fullmatch(r"\*[a-z]+_[a-z0-9_-]+", variable) for variable in variables), line
            text = ({name[1:].split("_", 1)[0]: name.split("_", 1)[1] for name in variables}, [])
            texts.append(text)
        elif line:
            assert not line.startswith("-*"), line
            text[1].append(line)
    return texts


def one_line(text):
    """Without what a terminal would obey, as titles are printed."""
    return re.sub("[\u2028-\u202e\u2066-\u2069]", "\ufffd", re.sub("[\x00-\x1f\x7f-\x9f]", " ", text))


def guarded(text):
    """A cell that a spreadsheet takes for no formula."""
    return "'" + text if text[0] in "=+-@\t\r" else text


def numbers(form, printed):
    """The numbers of the articles in their order."""
    if form.startswith("csv"):
        text = printed.removeprefix(b"\xef\xbb\xbf")
        return [int(row["id"]) for row in table(text, ";" if form == "csv-excel" else ",")]
    if form == "jsonl":
        return [json.loads(line)["id"] for line in printed.decode().splitlines()]
    if form == "ris":
        return [int(dict(reference)["ID"].rsplit("-", 1)[1]) for reference in ris(printed)]
    if form == "csl-json":
        return [int(item["id"].rsplit("-", 1)[1]) for item in json.loads(printed)]
    if form == "bibtex":
        return [int(key.rsplit("-", 1)[1]) for key in bibtex(printed)]
    if form == "txm":
        return [int(row["number"]) for row in metadata(printed)]
    if form == "iramuteq":
        return [int(variables["id"]) for variables, _ in iramuteq(printed)]
    entries = etree.fromstring(printed).findall("a:entry", ATOM)
    return [int(entry.find("a:id", ATOM).text.rsplit(":", 1)[1]) for entry in entries]


def metadata(printed):
    with zipfile.ZipFile(io.BytesIO(printed)) as packed:
        assert packed.testzip() is None
        return table(packed.read("metadata.csv"))


class WholeSets(SampleTest):
    def test_all_forms_have_all_that_matches_in_the_order_of_the_pages(self):
        for query in QUERIES:
            shown = [hit["id"] for hit in self.search(query, "-n", "1000", "--copies", "all")["hits"]
                     if not hit["partial"]]  # fmt: skip
            done = run("hemero-query", "search", "-a", self.archive, "--ids", "--", query)
            found = sorted(map(int, done.stdout.split()))
            for form in FORMATS:
                with self.subTest(query=query, form=form):
                    printed = exported(self, "-n", "all", query, form=form, status=DONE if found else NO_HITS)
                    self.assertEqual(sorted(numbers(form, printed)), found)
                    self.assertEqual(numbers(form, printed), shown)

    def test_filters_and_orders_hold(self):
        for options in (("--sort", "newest"), ("--sort", "oldest"), ("--from", "2019", "--to", "2021-06"),
                        ("--source", "courrier de la lys"), ("--match", "any"), ("--recency", "30"),
                        ("--offset", "2")):  # fmt: skip
            shown = [hit["id"] for hit in self.search("grève OU maire", "-n", "1000", *options)["hits"]
                     if not hit["partial"]]  # fmt: skip
            for form in FORMATS:
                with self.subTest(options, form=form):
                    asked = ("grève OU maire", "-n", "all", "--copies", "collapse", *options)
                    printed = exported(self, *asked, form=form)
                    self.assertEqual(numbers(form, printed), shown)
            self.assertGreater(len(shown), 2)

    def test_a_page_is_what_is_shown(self):
        for options in (("-n", "3"), ("-n", "3", "--offset", "2"), ()):
            shown = [hit["id"] for hit in self.search("grève maire", *options)["hits"]]
            for form in FORMATS:
                with self.subTest(options, form=form):
                    self.assertEqual(numbers(form, exported(self, "grève maire", *options, form=form)), shown)

    def test_pages_of_people_and_objects_too(self):
        every = self.query("search", "-n", "all", "--format", "json", "le").json()
        self.assertEqual(every["total"], {"value": len(every["hits"]), "exact": True})
        self.assertGreater(len(every["hits"]), 10)
        self.assertIn(f"\n{len(every['hits'])}. ", self.query("search", "-n", "all", "le").stdout)

    def test_the_time_is_over(self):
        """What is not complete is said to be so."""
        asked = ("search", "-a", self.archive, "-n", "all", "--format", "csv", "le la")
        done = run("hemero-query", *asked, "--deadline", "0.000001")
        self.assert_status(CUT_SHORT, done)
        self.assertIn("not everything was looked at", done.stderr)
        self.assertTrue(done.stdout.startswith("rank,id,"))

    def test_what_does_not_go_together(self):
        for form in FORMATS[3:]:
            done = run("hemero-query", "search", "-a", self.archive, "--format", form, "--fields", "title", "grève")
            self.assert_status(USAGE, done)
            self.assertEqual(done.stdout, "")
        for form in FORMATS[3:] + ("csv-excel",):
            for numbers_alone in ("--ids", "--count"):
                done = run("hemero-query", "search", "-a", self.archive, "--format", form, numbers_alone, "grève")
                self.assert_status(USAGE, done)
        asked = ("search", "-a", self.archive, "-n", "all", "--format", "csv", "--selective", "-xyzzy")
        selective = run("hemero-query", *asked)
        self.assertEqual((selective.status, selective.stdout), (USAGE, ""))

    def test_a_zip_is_nothing_for_a_terminal(self):
        done = run_in_terminal("hemero-query", "search", "-a", self.archive, "--format", "txm", "grève")
        self.assertEqual(done.status, USAGE)
        self.assertIn("corpus.zip", done.stdout)

    def test_similar_articles(self):
        similar = [hit["id"] for hit in self.query("similar", "1", "--format", "json").json()["hits"]]
        for form in FORMATS:
            done = subprocess.run([program("hemero-query"), "similar", "-a", self.archive, "1", "--format", form],
                                  capture_output=True, env=environment(), check=True)  # fmt: skip
            self.assertEqual(numbers(form, done.stdout), similar)

    def test_similar_articles_show_what_they_share(self):
        hits = self.query("similar", "1", "--format", "json").json()["hits"]
        self.assertTrue(all(len(hit["snippets"]) == 1 for hit in hits))
        self.assertTrue(any(hit["snippets"][0]["highlights"] for hit in hits))
        none = self.query("similar", "1", "--snippets", "0", "--format", "json").json()["hits"]
        self.assertTrue(all(not hit["snippets"] for hit in none))


HOSTILE = [
    'un "mot" et «\u00a0un autre\u00a0»', "{accolades} }{ \\textbf{gras} % $ # & _ ^ ~",
    "deux\nlignes\r\nER  - \r\nTY  - JOUR",
    "\x1b[31mrouge\x07", "\u202Eretourné", "كابول ترجمة", "=HYPERLINK(\"http://a\";\"b\")", "+1", "-69,6°C au thermomètre",
    "@SUM(A1)", "\tonglet", "**** *id_1 *source_faux", "-*thème", "]]></title><x>&amp;", "a;b,c|d", "L'été d'Émile",
    "😀 \uFFFE\uFFFF", "' apostrophe", "  blancs  ",
]  # fmt: skip


class HostileTitles(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.articles = [
            {"id": f"k{i}", "title": title, "source": title, "authors": [title, "Vasseur, Claire"], "section": title,
             "keywords": [title], "text": f"Le loup.\n\n{title}\n\nFin.", "lead": title,
             "url": "https://a.example/é {}\"", "date": "2021-08"}
            for i, title in enumerate(HOSTILE)
        ]  # fmt: skip
        self.add_articles(*self.articles)
        self.count = len(HOSTILE)
        self.hits = {hit["id"]: hit for hit in self.search("loup", "-n", "100", "--copies", "all")["hits"]}
        self.assertEqual(len(self.hits), self.count)

    def all_as(self, form, *options):
        printed = exported(self, "-n", "all", *options, "loup", form=form)
        self.assertEqual(sorted(numbers(form, printed)), sorted(self.hits), form)
        return printed

    def test_tables(self):
        for form, separator in (("csv", ","), ("csv-excel", ";")):
            printed = self.all_as(form)
            self.assertEqual(printed.startswith(b"\xef\xbb\xbf"), form == "csv-excel")
            for row in table(printed.removeprefix(b"\xef\xbb\xbf"), separator):
                hit = self.hits[int(row["id"])]
                for name in ("title", "source", "section"):
                    self.assertEqual(row[name], guarded(one_line(hit[name])))
                self.assertNotIn(row["title"][0], "=+-@\t\r")
                self.assertEqual((row["date"], row["date_precision"]), ("2021-08", "month"))
                authors = " | ".join(map(one_line, hit["authors"]))
                self.assertEqual(row["authors"], guarded(authors))
                self.assertIn("Vasseur, Claire", authors)
                self.assertEqual(row["version"], "1")

    def test_cells_as_they_are(self):
        rows = table(self.all_as("csv", "--raw"))
        self.assertEqual({row["title"] for row in rows}, {hit["title"] for hit in self.hits.values()})
        self.assertTrue(any(row["title"].startswith("=") for row in rows))

    def test_references(self):
        for reference in ris(self.all_as("ris")):
            hit = self.hits[int(dict(reference)["ID"].rsplit("-", 1)[1])]
            self.assertEqual(dict(reference)["TI"], hit["title"])
            self.assertEqual([value for tag, value in reference if tag == "AU"],
                             list(map(one_line, hit["authors"])))
            self.assertEqual(dict(reference)["DA"], "2021/08//")
        for item in json.loads(self.all_as("csl-json")):
            hit = self.hits[int(item["id"].rsplit("-", 1)[1])]
            self.assertEqual((item["title"], item["issued"]), (hit["title"], {"date-parts": [[2021, 8]]}))
            self.assertEqual([author["literal"] for author in item["author"]],
                             list(map(one_line, hit["authors"])))
        for fields in bibtex(self.all_as("bibtex")).values():
            self.assertEqual((fields["date"], fields["month"]), ("{2021-08}", "aug"))
            self.assertNotRegex(fields["title"], r"(?<!\\)[%$#&_]")

    def test_corpora(self):
        printed = self.all_as("txm")
        rows = metadata(printed)
        self.assertEqual(list(rows[0])[0], "id")
        self.assertTrue(all(re.fullmatch("[a-z]+", name) for name in rows[0]))
        with zipfile.ZipFile(io.BytesIO(printed)) as packed:
            self.assertEqual(sorted(packed.namelist()), sorted([row["id"] + ".txt" for row in rows] + ["metadata.csv"]))
            for row in rows:
                hit = self.hits[int(row["number"])]
                self.assertEqual(row["title"], hit["title"])
                lines = packed.read(row["id"] + ".txt").decode().split("\n")
                self.assertEqual(lines[0], hit["title"])
                self.assertIn("Le loup.", lines)
                self.assertEqual(lines[-2:], ["Fin.", ""])
        for variables, lines in iramuteq(self.all_as("iramuteq")):
            self.assertEqual((variables["annee"], variables["mois"]), ("2021", "2021-08"))
            self.assertNotIn("jour", variables)
            self.assertIn("Fin.", lines)

    def test_a_feed(self):
        feed = etree.fromstring(self.all_as("atom"))
        self.assertEqual(feed.find("o:totalResults", ATOM).text, str(self.count))
        seen = set()
        for entry in [feed, *feed.findall("a:entry", ATOM)]:  # what RFC 4287 asks of each
            for name in ("id", "title", "updated"):
                self.assertEqual(len(entry.findall(f"a:{name}", ATOM)), 1)
            seen.add(entry.find("a:id", ATOM).text)
            datetime.datetime.strptime(entry.find("a:updated", ATOM).text, "%Y-%m-%dT%H:%M:%SZ")
            self.assertGreater(len(entry.findall("a:author/a:name", ATOM)), 0)
        self.assertEqual(len(seen), self.count + 1)
        for entry in feed.findall("a:entry", ATOM):
            hit = self.hits[int(entry.find("a:id", ATOM).text.rsplit(":", 1)[1])]
            self.assertEqual(entry.find("a:title", ATOM).text, hit["title"].replace("\uFFFE", "").replace("\uFFFF", ""))
            self.assertEqual(entry.find("dc:date", ATOM).text, "2021-08")
            self.assertIsNone(entry.find("a:published", ATOM), "the day is not known")
            self.assertTrue(entry.find("a:link", ATOM).get("href").isascii())


class Versions(ArchiveTest):
    def test_the_version_and_the_first_printing(self):
        text = "La grève du rail s’est poursuivie mardi dans toute la région, selon les syndicats de cheminots. " * 4
        self.add_articles({"id": "a", "title": "Rail", "text": text, "date": "2021-08-12", "source": "Le Soir"},
                          {"id": "b", "title": "Le rail", "text": text, "date": "2021-08-11", "source": "Le Matin"})
        self.add_articles({"id": "a", "title": "Rail, suite", "text": text, "date": "2021-08-12", "source": "Le Soir"})
        rows = {row["key"]: row for row in table(exported(self, "-n", "all", "rail", form="csv"))}
        self.assertEqual((rows["a"]["version"], rows["b"]["version"]), ("2", "1"))
        for row in rows.values():
            self.assertEqual([row[name] for name in ("printings", "first_id", "first_date", "first_source")],
                             ["2", "2", "2021-08-11", "Le Matin"])  # fmt: skip
        self.assertNotEqual(rows["a"]["content_hash"], rows["b"]["content_hash"])
        one = table(exported(self, "-n", "all", "--copies", "collapse", "rail", form="csv"))
        self.assertEqual(len(one), 1)


class BesideAWriter(ArchiveTest):
    PIPE = 4096  # bytes: when it is full, who writes into it waits

    def record(self, number):
        return {"id": f"k{number}", "title": f"Article {number}", "text": f"La grève du groupe{number}."}

    def test_no_row_comes_twice_and_none_is_lost(self):
        self.add_articles(*(self.record(i) for i in range(1500)))
        command = [program("hemero-query"), "search", "-a", self.archive, "-n", "all", "--format", "csv", "grève"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as reader:
            fcntl.fcntl(reader.stdout, fcntl.F_SETPIPE_SZ, self.PIPE)
            start = os.read(reader.stdout.fileno(), 1)  # the first rows are on their way, the last ones find no room
            for i in range(1500, 1506):
                self.add_articles(self.record(i), {"id": "k3", "title": f"Autre {i}", "text": "La grève change."})
            rest, said = reader.communicate()
        self.assertEqual((reader.returncode, said), (DONE, b""))
        keys = [row["key"] for row in table(start + rest)]
        self.assertEqual(sorted(keys), sorted(f"k{i}" for i in range(1500)), "all rows are of one state")


if __name__ == "__main__":
    unittest.main()
