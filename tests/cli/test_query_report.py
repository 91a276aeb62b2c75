"""hemero-query report: what a search found, to be run again; compared with SQL and with what has changed since."""
import hashlib
import json
import sqlite3
import unittest
from urllib.parse import parse_qsl

from support import BAD_DATA, DONE, NO_HITS, USAGE, ArchiveTest, SampleTest

CHANGED = 1


def sha256(articles):
    lines = sorted((f"{each['key']}\t{each['date']}\t{each['source']}\t{each['content']}\n".encode()
                    for each in articles), key=lambda line: line.split(b"\t")[0])  # fmt: skip
    return hashlib.sha256(b"".join(lines)).hexdigest()


class OfSample(SampleTest):
    def report(self, *args):
        return json.loads(self.query("report", "--format", "json", *args).stdout)

    def test_articles_are_those_of_the_search_as_sql_has_them(self):
        for query in ("", "grève", "la", "« le maire »", "grève -ministre", "date:2021", "ministre OU grève"):
            with self.subTest(query):
                report = self.report("--", query)
                ids = sorted(int(id) for id in self.query("search", "--ids", "--", query).stdout.split())
                self.assertEqual([each["id"] for each in report["articles"]], ids)
                self.assertEqual(report["total"], len(ids))
                with sqlite3.connect(f"{self.archive}/archive.sqlite") as catalogue:
                    rows = {row[0]: row[1:] for row in catalogue.execute(
                        "SELECT article.id, key, coalesce(date, ''), coalesce(name, ''), lower(hex(content_hash)) "
                        "FROM article JOIN version ON version.id = version_id "
                        "LEFT JOIN source ON source.id = source_id")}  # fmt: skip
                for each in report["articles"]:
                    self.assertEqual((each["key"], each["date"], each["source"], each["content"]), rows[each["id"]])
                self.assertEqual(report["sha256"], sha256(report["articles"]))

    def test_forms_are_told_uncut(self):
        explained = self.query("explain", "--format", "json", "grève maire").json()["words"]
        self.assertEqual(self.report("grève", "maire")["asked"]["words"], explained)

    def test_what_was_understood_is_what_the_search_understands(self):
        exported = self.query("search", "--format", "jsonl", "--fields", "url", "--limit", "all").stdout.splitlines()
        address = next(filter(None, (json.loads(line).get("url") for line in exported)))
        for query in ("", "grève -ministre", address):
            with self.subTest(query):
                self.assertEqual(self.report("--", query)["asked"]["tree"],
                                 self.query("search", "--format", "json", "--", query).json()["query"]["tree"])

    def test_the_request_is_an_address(self):
        report = self.report("--from", "2018", "--match", "any", "--not-source", "A&B", "grève l’été")
        self.assertEqual(parse_qsl(report["asked"]["request"], strict_parsing=True),
                         [("q", "grève l’été"), ("match", "any"), ("from", "2018"), ("not-source", "A&B")])  # fmt: skip

    def test_sources_are_covered_as_their_dates_say(self):
        with sqlite3.connect(f"{self.archive}/archive.sqlite") as catalogue:
            rows = catalogue.execute("SELECT coalesce(source, ''), count(*), coalesce(min(substr(date, 1, 10)), ''), "
                                     "coalesce(max(substr(date, 1, 10)), '') FROM articles GROUP BY 1").fetchall()
        told = [(each["source"], each["articles"], each["first"], each["last"])
                for each in self.report("grève")["archive"]["sources"]]  # fmt: skip
        self.assertEqual(told, sorted(rows))

    def test_people_can_read_it(self):
        text = self.query("report", "--lang", "fr", "grève").stdout
        for part in ("PROCÈS-VERBAL DE RECHERCHE", "Requête\u00a0: grève", "SHA-256 de la liste des articles"):
            self.assertIn(part, text)

    def test_nothing_found_is_a_report_too(self):
        answer = self.query("report", "--format", "json", "xqzt", status=NO_HITS)
        self.assertEqual(json.loads(answer.stdout)["articles"], [])

    def test_a_report_that_is_checked_says_what_it_searches_for(self):
        self.query("report", "--check", "report.json", "grève", status=USAGE)


class Checked(ArchiveTest):
    RECORDS = [{"id": name, "title": "Grève", "text": f"La grève continue à {name}.", "date": "2019-12-05",
                "source": "Le Matin"} for name in ("lyon", "nantes", "lille")]  # fmt: skip

    def setUp(self):
        super().setUp()
        self.add_articles(*self.RECORDS)
        self.file = self.folder / "report.json"
        self.file.write_text(self.query("report", "--format", "json", "grève").stdout)

    def check(self, status=CHANGED):
        answer = self.query("report", "--check", self.file, "--format", "json", status=status).json()
        self.assertEqual(answer["same"], status == DONE)
        return {name: [each["key"] for each in answer[name]] for name in ("added", "gone", "changed")}, answer

    def test_an_unchanged_archive_finds_the_same(self):
        nothing = {"added": [], "gone": [], "changed": []}
        self.assertEqual(self.check(DONE)[0], nothing)
        self.index("rebuild")
        self.assertEqual(self.check(DONE)[0], nothing)

    def test_what_has_changed_is_named(self):
        lyon = {**self.RECORDS[0], "text": "La grève est finie à Lyon."}
        self.add_articles({"id": "brest", "title": "Grève", "text": "La grève gagne Brest."}, lyon,
                          {"id": "pluie", "title": "Météo", "text": "Il pleut."})  # fmt: skip
        self.index("remove", "--id", 2, "--reason", "erreur sur la personne")
        changes, answer = self.check()
        self.assertEqual(changes, {"added": ["brest"], "gone": ["nantes"], "changed": ["lyon"]})
        self.assertIn("erreur sur la personne", answer["gone"][0]["note"])
        self.assertEqual([each["title"] for each in answer["added"] + answer["gone"]], ["Grève", "Grève"])
        self.assertFalse(answer["other_archive"])

    def test_each_change_is_told_once(self):
        before = self.file.read_text()
        self.add_articles({"id": "brest", "title": "Grève", "text": "La grève gagne Brest."})
        self.query("report", "--check", self.file, status=CHANGED)
        self.assertEqual(self.file.read_text(), before, "not without --update")
        text = self.query("report", "--check", self.file, "--update", status=CHANGED).stdout
        self.assertIn("Grève", text)
        self.assertEqual(self.check(DONE)[0], {"added": [], "gone": [], "changed": []})
        self.assertEqual(json.loads(self.file.read_text())["total"], 4)
        self.assertEqual([path.name for path in self.folder.glob("report*")], ["report.json"])
        self.query("report", "--update", "grève", status=USAGE)
        self.query("report", "--check", "-", "--update", status=USAGE)

    def test_a_link_stays_one(self):
        link = self.folder / "link.json"
        link.symlink_to(self.file)
        self.query("report", "--check", link, "--update")
        self.assertTrue(link.is_symlink())
        self.query("report", "--check", self.file)

    def test_what_matches_since_an_update_is_told_so(self):
        made = json.loads(self.file.read_text())
        self.file.write_text(json.dumps({**made, "articles": [], "made": "2999", "sha256": sha256([])}))
        self.add_articles({**self.RECORDS[2], "text": "La grève est finie à Lille."})
        _, answer = self.check()
        self.assertEqual({each["key"]: each["note"] for each in answer["added"]},
                         {"lyon": "", "nantes": "", "lille": "updated"})  # fmt: skip

    def test_an_archive_made_anew_finds_the_same(self):
        self.archive = self.folder / "other"
        self.add_articles({"id": "avant", "title": "Avant", "text": "Rien."}, *self.RECORDS[::-1])
        answer = self.query("report", "--check", self.file, "--format", "json").json()
        self.assertTrue(answer["same"])
        self.assertTrue(answer["other_archive"])
        before = self.file.read_text()
        self.query("report", "--check", self.file, "--update", status=USAGE)
        self.assertEqual(self.file.read_text(), before)

    def test_a_report_that_was_changed_is_refused(self):
        text = self.file.read_text()
        for damaged in (text.replace("lyon", "lyom"), text.replace('"report":1', '"report":2'), text[:-20], "{}", ""):
            self.file.write_text(damaged)
            self.query("report", "--check", self.file, status=BAD_DATA)


if __name__ == "__main__":
    unittest.main()
