"""hemero-index explain: what would be stored of files, without an archive."""
import json

from support import DONE, PARTLY, SAMPLE, USAGE, ArchiveTest, run

PAGE = """Accueil
Menu
Sports

Un loup dans la vallée de la Lys

Publié le 11 août 2021 à 18h03 — Par Claire Vasseur

Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.

Un intertitre

La maire est passée lundi soir et n’a pas demandé l’évacuation du rond-point aux gendarmes.

Partager sur Facebook
"""


class Explain(ArchiveTest):
    def explain(self, *args, status=DONE, **how):
        done = run("hemero-index", "explain", *args, **how)
        self.assert_status(status, done)
        return done

    def test_jsonl_has_the_keys_of_the_contract(self):
        path = self.write("a.txt", PAGE)
        done = self.explain("--format", "jsonl", path)
        self.assertEqual(done.stderr, "")
        (found,) = done.json_lines()
        paragraphs = [line for line in PAGE.split("\n") if line.endswith(".")]
        self.assertEqual(found, {
            "path": str(path), "key": "a.txt", "title": "Un loup dans la vallée de la Lys", "lead": "",
            "date": "2021-08-11T18:03", "authors": ["Claire Vasseur"], "source": "", "section": "", "language": "fr",
            "url": "", "keywords": [], "text": "\n".join([paragraphs[0], "Un intertitre", paragraphs[1]]),
            "zones": [
                {"kind": "debris", "text": "Accueil"}, {"kind": "debris", "text": "Menu"},
                {"kind": "debris", "text": "Sports"},
                {"kind": "debris", "text": "Publié le 11 août 2021 à 18h03 — Par Claire Vasseur"},
                {"kind": "paragraph", "text": paragraphs[0]}, {"kind": "heading", "text": "Un intertitre"},
                {"kind": "paragraph", "text": paragraphs[1]},
                {"kind": "debris", "text": "Partager sur Facebook"}]})  # fmt: skip

    def test_lead_and_text_of_json_lines(self):
        row = {"id": "k", "title": "T", "lead": "Chapô.", "text": "Chapô.\nUn.", "date": "hier"}
        path = self.write("a.jsonl", [row])
        (found,) = self.explain("--format", "jsonl", path).json_lines()
        expected = {"key": "k", "lead": "Chapô.", "text": "Un.", "date": None}
        self.assertEqual({key: found[key] for key in expected}, expected)

    def test_text_shows_fields_and_zones(self):
        done = self.explain(self.write("a.txt", PAGE))
        for part in ("Un loup dans la vallée de la Lys", "2021-08-11T18:03", "11 août 2021 à 18h03", "Claire Vasseur",
                     "heading", "debris", "Partager sur Facebook"):  # fmt: skip
            self.assertIn(part, done.stdout)

    def test_the_sample_in_order(self):
        found = self.explain("--format", "jsonl", SAMPLE / "articles.jsonl", SAMPLE / "pages").json_lines()
        self.assertEqual(len(found), 64)
        self.assertFalse(any("choices" in row for row in found))
        self.assertEqual(found[0]["key"], "apo-20210816-0117")
        self.assertEqual([row["key"] for row in found[38:]], sorted(page.name for page in (SAMPLE / "pages").iterdir()))

    def test_web_pages_say_which_rule_gave_what(self):
        pages = sorted((SAMPLE / "html").iterdir())
        found = self.explain("--format", "jsonl", SAMPLE / "html").json_lines()
        self.assertEqual([row["path"] for row in found], [str(page) for page in pages])
        for row in found:
            rules = {choice["field"]: choice["rule"] for choice in row["choices"]}
            self.assertLessEqual({"title", "date", "text", "url", "source", "authors", "charset"}, set(rules))
            self.assertTrue(row["key"].startswith("https://"), row["key"])
            self.assertTrue(row["title"] and row["date"] and row["authors"] and row["section"], row["path"])
            self.assertGreater(len(row["text"].split()), 80)
            for debris in ("Partager sur", "adresse e-mail", "cookies", "Articles similaires", "Tous droits",
                           "À lire aussi"):
                self.assertNotIn(debris, row["text"])
        self.assertIn("why          text: ", self.explain(pages[0]).stdout)

    def test_a_page_is_known_by_its_name_its_content_or_the_option(self):
        page = "<!DOCTYPE html><h1>Un loup dans la vallée</h1><p>Il est là depuis mardi soir, dit la maire.</p>"
        for name in ("a.html", "a.htm", "a.txt", "a"):
            (found,) = self.explain("--format", "jsonl", self.write(name, page)).json_lines()
            self.assertEqual(found["title"], "Un loup dans la vallée")

    def test_options_are_those_of_add(self):
        path = self.write("a.jsonl", [{"titre": "Un loup"}])
        (found,) = self.explain("--format", "jsonl", "--source", "Le Matin", "--map", "title=titre", path).json_lines()
        self.assertEqual((found["title"], found["source"]), ("Un loup", "Le Matin"))

    def test_bad_records_are_named_and_the_others_shown(self):
        path = self.write("a.jsonl", "broken\n" + json.dumps({"title": "Un loup"}) + "\n")
        done = self.explain("--format", "jsonl", path, self.folder / "none.txt", status=PARTLY)
        self.assertEqual([row["title"] for row in done.json_lines()], ["Un loup"])
        self.assertIn(f"{path}:1: ", done.stderr)
        self.assertIn("none.txt", done.stderr)

    def test_no_archive_is_touched(self):
        home = self.folder / "home"
        self.explain(self.write("a.txt", PAGE), env={"HOME": str(home)})
        self.assertFalse(home.exists())

    def test_what_cannot_be_asked(self):
        self.explain(status=USAGE)
        self.explain("--format", "xml", self.write("a.txt", PAGE), status=USAGE)
