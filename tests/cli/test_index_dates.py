"""Dates: every form in every format, whose day it is, and the table of what was read of each file."""
import csv
import gzip
import json
import random
import unittest

from support import IO, SAMPLE, USAGE, ArchiveTest

#: Forms of one evening, in French and English clocks: whichever field says it, it is read.
FORMS = (
    ("Wed, 11 Aug 2021 18:03:00 +0200", "2021-08-11T18:03"),
    ("2021-08-11T16:03:00Z", "2021-08-11T18:03"),
    ("mercredi 11 août 2021 à 18h03", "2021-08-11T18:03"),
    ("August 11, 2021 6:03 pm", "2021-08-11T18:03"),
    ("Wed Aug 11 2021 18:03:00 GMT+0200 (heure d’été)", "2021-08-11T18:03"),
    ("1628697780", "2021-08-11T18:03"),
    ("11/08/2021", "2021-08-11"),
    ("11-Aug-2021", "2021-08-11"),
    ("août 2021", "2021-08"),
    ("14 thermidor an II", None),
)


def meta(date):
    return (f'<html><head><meta name="date" content="{date}"></head><body><article><h1>Un loup</h1><p>Les bergers de '
            "la vallée ont vu un loup mardi soir, près du col.</p></article></body></html>")  # fmt: skip


def time(date):
    return (f"<html><body><article><h1>Un loup</h1><time>{date}</time><p>Les bergers de la vallée ont vu un loup mardi "
            "soir, près du col.</p></article></body></html>")  # fmt: skip


#: What a file of a format is that says a date as it stands.
FILES = {
    "a.jsonl": lambda date: json.dumps({"title": "Un loup", "text": "x", "date": date}),
    "a.csv": lambda date: f'titre;texte;date\nUn loup;x;"{date}"\n',
    "meta.html": meta,
    "time.html": time,
    "a.rss": lambda date: f"<rss><channel><item><title>Un loup</title><pubDate>{date}</pubDate></item></channel></rss>",
    "a.nitf": lambda date: (f"<nitf><head><title>Un loup</title><docdata><date.issue norm='{date}'/></docdata></head>"
                            "</nitf>"),
    "a.newsml": lambda date: ("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'><contentMeta>"
                              f"<contentCreated>{date}</contentCreated><headline>Un loup</headline></contentMeta>"
                              "</newsItem>"),
    "tei.xml": lambda date: ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Un loup"
                             f"</title></titleStmt><publicationStmt><date>{date}</date></publicationStmt></fileDesc>"
                             "</teiHeader><text><body><p>x</p></body></text></TEI>"),
    "a.ris": lambda date: f"TY  - NEWS\nTI  - Un loup\nDA  - {date}\nER  - \n",
}  # fmt: skip


class Dates(ArchiveTest):
    def explained(self, *args):
        return self.index("explain", "--format", "jsonl", *args).json_lines()

    def test_every_form_is_read_in_every_format(self):
        for name, content in FILES.items():
            for text, date in FORMS:
                if name == "a.ris" and "/" in text:
                    continue  # slashes part year, month and day there
                with self.subTest(name, text=text):
                    (article,) = self.explained(self.write(name, content(text)))
                    self.assertEqual(article["date"], date)

    def test_the_day_is_that_of_a_zone(self):
        path = self.write("a.jsonl", json.dumps({"id": 1, "title": "T", "date": "2021-08-11T22:30:00Z"}))
        for options, date in (([], "2021-08-12T00:30"), (["--timezone", "UTC"], "2021-08-11T22:30"),
                              (["--timezone", "America/Montreal"], "2021-08-11T18:30")):  # fmt: skip
            with self.subTest(options):
                self.assertEqual(self.explained(*options, path)[0]["date"], date)
        self.assertIn("« 2021-08-11T22:30:00Z »", self.index("explain", path).stdout)
        self.assertIn("date: in Europe/Paris", self.index("explain", path).stdout)
        refused = self.index("explain", "--timezone", "Paris", path, status=USAGE).stderr
        self.assertIn("there is no time zone “Paris”", refused)
        self.assertIn("Europe/Paris", refused)

    def test_a_configuration_file_says_the_zone(self):
        self.write("home/.config/hemero/config", "[explain]\ntimezone = America/Montreal\n")
        path = self.write("a.jsonl", json.dumps({"id": 1, "title": "T", "date": "2021-08-11T22:30:00Z"}))
        done = self.index("explain", "--format", "jsonl", path, env={"HOME": str(self.folder / "home")})
        self.assertEqual(done.json_lines()[0]["date"], "2021-08-11T18:30")

    def test_a_zone_is_remembered_with_the_place(self):
        path = self.write("a.jsonl", json.dumps({"id": 1, "title": "T", "date": "2021-08-11T22:30:00Z"}))
        self.add("--timezone", "America/Montreal", path)
        places = self.index("places", "--format", "json").json()["places"]
        self.assertEqual(places[0]["options"], ["--timezone=America/Montreal"])
        self.assertIn("1 unchanged", self.index("add").stderr)

    def test_the_date_that_was_known_stays_until_it_is_corrected(self):
        path = self.write("a.jsonl", json.dumps({"id": 1, "title": "Un loup", "date": "2021-08-11T22:30:00Z"}))
        self.add("--timezone", "UTC", path)
        self.assertIn("0 updated, 1 unchanged", self.add(path).stderr)
        self.assertEqual(self.search("loup")["hits"][0]["date"], "2021-08-11T22:30")
        self.assertIn("1 updated", self.add("--correct-dates", path).stderr)
        self.assertEqual(self.search("loup")["hits"][0]["date"], "2021-08-12T00:30")

    def test_so_does_that_of_a_row_without_an_id(self):
        for content in ("Il est tard.", "Un loup a été vu mardi soir près du col, disent les bergers de la vallée."):
            with self.subTest(content):
                self.archive = self.folder / f"archive-{len(content)}"
                said = {"title": "Loup", "text": content, "date": "2021-08-11T22:30Z"}
                path = self.write("a.jsonl", json.dumps(said))
                self.add("--timezone", "UTC", path)
                self.assertIn("0 added, 0 updated, 1 unchanged", self.add(path).stderr)
                self.assertEqual(self.search("loup")["hits"][0]["date"], "2021-08-11T22:30")

    def test_a_file_tells_that_the_month_comes_first(self):
        dates = ("02/11/2021", "08/31/2021")
        lines = "".join(json.dumps({"title": "T", "text": date, "date": date}) + "\n" for date in dates)
        table = "titre,texte,date\n" + "".join(f"T,{date},{date}\n" for date in dates)
        for path, content in (("a.jsonl", lines), ("a.csv", table)):
            with self.subTest(path):
                read = self.explained(self.write(path, content))
                self.assertEqual([article["date"] for article in read], ["2021-02-11", "2021-08-31"])


class Report(ArchiveTest):
    HEADER = ["file", "format", "articles", "undated", "without_text", "repaired", "skipped", "reasons"]

    def rows(self, *args, **how):
        path = self.folder / "report.csv"
        self.add("--report", path, *args, **how)
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.reader(file))

    def test_a_row_for_each_file(self):
        lines = [{"id": 1, "title": "A", "text": "x", "date": "2021"}, {"id": 2, "title": "B", "text": "x"}, {"id": 3}]
        good = self.write("in/a.jsonl", "".join(json.dumps(line) + "\n" for line in lines) + "broken\n")
        twice = self.write("in/b.txt", "Un été\n\nIl fait très chaud cet été.\n"
                           .encode().decode("latin-1"))  # fmt: skip
        other = self.write("in/c.pdf", b"%PDF-1.7\n")
        self.assertEqual(self.rows(good, twice, other), [
            self.HEADER,
            [str(good), "jsonl", "2", "1", "0", "0", "2", "broken_json 1, no_text 1"],
            [str(twice), "text", "1", "1", "0", "1", "0", ""],
            [str(other), "pdf", "0", "0", "0", "0", "1", "damaged 1"],
        ])  # fmt: skip
        self.assertEqual(self.rows("--dry-run", good)[1][2], "2")
        self.assertEqual(self.rows(good)[1][2], "2", "what is unchanged was read as well")

    def test_what_is_refused_has_its_format_where_that_is_known(self):
        long = gzip.compress(random.Random(1).randbytes(200_000).hex().encode())
        files = {
            "a.json": (b"", "jsonl", "empty 1"),
            "a.jsonl": (b"broken\n", "jsonl", "broken_json 1"),
            "b.csv": (b"nom;\xc3\xa2ge\nx;1\n", "csv", "no_text 1"),
            "b.docx": (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "docx", "damaged 1"),
            "b.txt.zst": (b"\x28\xb5\x2f\xfd", "", "damaged 1"),  # nothing of it is there
            "b.xml": (b"<recette/>", "", "unknown_format 1"),
            "c.txt.gz": (long[:-2000], "text", "damaged 1"),
        }
        for name, (content, _, _) in files.items():
            (self.folder / "in").mkdir(exist_ok=True)
            (self.folder / "in" / name).write_bytes(content)
        rows = {row[0].rsplit("/", 1)[1]: (row[1], row[7]) for row in self.rows(self.folder / "in", status=2)[1:]}
        self.assertEqual(rows, {name: (known, why) for name, (_, known, why) in files.items()})

    def test_entries_of_a_container_have_their_own(self):
        files = {"x/a.txt": "Un loup\n\nIl est tard.\n", "x/b.png": b"\x89PNG\r\n\x1a\n"}
        path = self.write("b.zip", self.zipped(files))
        rows = [row[:3] + row[6:] for row in self.rows(path)[1:]]
        self.assertEqual(rows, [
            [f"{path}/x/a.txt", "text", "1", "0", ""],
            [f"{path}/x/b.png", "", "0", "1", "unknown_format 1"],
        ])  # fmt: skip

    @staticmethod
    def zipped(files):
        import io
        import zipfile

        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as container:
            for name, content in files.items():
                container.writestr(name, content)
        return data.getvalue()

    def test_what_is_not_there(self):
        rows = self.rows(self.folder / "none", SAMPLE / "README.md", status=2)
        self.assertIn([str(self.folder / "none"), "", "0", "0", "0", "0", "1", "unreadable 1"], rows)

    def test_a_report_that_cannot_be_written(self):
        done = self.index("add", "--report", "/dev/full", self.write("a.jsonl", "broken\n"), status=IO)
        self.assertIn("cannot write /dev/full", done.stderr)


if __name__ == "__main__":
    unittest.main()
