"""Files that other programs damaged: what is stored of them is what was meant, whatever the format."""
import csv
import io
import json

from support import DONE, PARTLY, ArchiveTest, run

TITLE = "Le maire réélu à Maussargues"
BYLINE = "Publié le 11 août 2021 à 18h03 – Par Hélène Noël"
TEXT = ["Le maire sortant a été réélu dès le premier tour, au cœur d’une nuit agitée et très longue.",
        "Il a salué l’œuvre de son prédécesseur, déjà élu à Orléans pendant de longues années."]  # fmt: skip
DAY = "11 août 2021"


def text():
    return "\n\n".join([TITLE, BYLINE, *TEXT]) + "\n"


def page():
    body = "".join(f"<p>{line}</p>\n" for line in [BYLINE, *TEXT])
    return f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"


def jsonl(ascii_only=False):
    row = {"titre": TITLE, "auteur": "Hélène Noël", "date": DAY, "texte": "\n".join(TEXT)}
    return json.dumps(row, ensure_ascii=ascii_only) + "\n"


def table():
    rows = io.StringIO()
    writer = csv.writer(rows, delimiter=";", lineterminator="\n")
    writer.writerow(["titre", "signé par", "publié le", "texte"])
    writer.writerow([TITLE, "Hélène Noël", DAY, "\n".join(TEXT)])
    return rows.getvalue()


def feed():
    body = "".join(f"&lt;p>{line}&lt;/p>" for line in TEXT)
    return (f"<rss><channel><item><title>{TITLE}</title><author>Hélène Noël</author><pubDate>{DAY}</pubDate>"
            f"<description>{body}</description></item></channel></rss>")  # fmt: skip


FORMATS = {"a.txt": text, "a.html": page, "a.jsonl": jsonl, "a.csv": table, "a.rss": feed}


def twice(written, charset="latin-1"):
    return written.encode().decode(charset).encode()


class Damage(ArchiveTest):
    def explain(self, name, content, status=DONE):
        done = run("hemero-index", "explain", "--format", "jsonl", self.write(name, content))
        self.assert_status(status, done)
        return done

    def assert_whole(self, name, content, spelt=lambda line: line):
        (found,) = self.explain(name, content).json_lines()
        self.assertEqual(found["title"], spelt(TITLE))
        self.assertEqual(found["date"][:10], "2021-08-11")
        self.assertEqual(found["authors"], ["Hélène Noël"])
        self.assertEqual(found["text"], spelt("\n".join(TEXT)))

    def test_text_that_was_encoded_twice_is_repaired_before_it_is_taken_apart(self):
        for name, written in FORMATS.items():
            with self.subTest(name):
                self.assert_whole(name, twice(written()))
        mistaken = {"titre": TITLE, "auteur": "Hélène Noël", "date": DAY, "texte": "\n".join(TEXT)}
        escaped = json.dumps({key: value.encode().decode("latin-1") for key, value in mistaken.items()})
        self.assert_whole("escaped.jsonl", escaped.encode())

    def test_control_characters_are_letters(self):
        for name, written in FORMATS.items():
            with self.subTest(name):
                self.assert_whole(name, written().encode("cp1252").decode("latin-1").encode())

    def test_every_charset_of_french_is_read(self):
        plain = {"–": "-", "’": "'", "œ": "oe"}

        def spelt(line):
            for sign, other in plain.items():
                line = line.replace(sign, other)
            return line

        for name, written in FORMATS.items():
            for charset in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252", "mac-roman"):
                with self.subTest(name, charset=charset):
                    self.assert_whole(name, written().encode(charset))
            with self.subTest(name, charset="cp850"):
                self.assert_whole(name, spelt(written()).encode("cp850"), spelt)
            with self.subTest(name, charset="iso-8859-15"):
                latin = written().replace("–", "-").replace("’", "'")
                self.assert_whole(name, latin.encode("iso-8859-15"),
                                  lambda line: line.replace("–", "-").replace("’", "'"))  # fmt: skip

    def test_lines_end_in_a_carriage_return(self):
        for name, written in FORMATS.items():
            with self.subTest(name):
                self.assert_whole(name, written().replace("\n", "\r").encode())

    def test_references_mean_letters_in_plain_text(self):
        self.assert_whole("a.txt", text().encode("ascii", "xmlcharrefreplace"))

    def test_broken_xml_costs_an_article(self):
        def item(number, inside=""):
            return f"<item><title>Un {number}</title><guid>{number}</guid>{inside}</item>\n"

        feed = "<rss><channel>\n" + item(1) + item(2, "<b>a</i>") + item(3, "a < b") + "</channel></rss>"
        done = self.explain("a.rss", feed, status=PARTLY)
        self.assertEqual([found["key"] for found in done.json_lines()], ["1", "3"])
        self.assertIn("a.rss:3: the XML is broken here, what stands before the next article is lost", done.stderr)

    def test_words_are_found_that_a_lines_end_cuts(self):
        lines = "Il a dénoncé hier le gouver{}nement, devant la foule du quai NUMBER."
        files = {
            "not.txt": lines.format("¬\n"), "soft.txt": lines.format("\u00ad\n"), "hyphen.txt": lines.format("-\n"),
            "mac.txt": lines.format("-\r"), "page.txt": lines.format("‐\n\n— 12 —\n\n"),
            "br.html": "<p>" + lines.format("- <br/>") + "</p>",
            "not.html": "<p>" + lines.format("&not;<br/>") + "</p>",
            "paragraphs.html": f"<article><p>{TEXT[0]} " + lines.format("-</p><p>") + f" {TEXT[1]}</p></article>",
            "lines.html": "<p>" + lines.format("-\n  ") + "</p>",
            "a.jsonl": json.dumps({"id": "j", "texte": lines.format("¬\n")}),
            "a.csv": "id;titre;texte\nc;Un;\"" + lines.format("¬\n") + '"\n',
            "a.rss": "<rss><item><guid>r</guid><description>" + lines.format("-\n") + "</description></item></rss>",
            "tei.xml": "<TEI><text><body><p>" + lines.format("¬<lb/>") + "</p></body></text></TEI>",
            "hyphen.xml": "<TEI><text><body><p>" + lines.format("-<lb/><pb/>") + "</p></body></text></TEI>",
        }  # fmt: skip
        for number, (name, content) in enumerate(files.items()):
            content = content.replace("NUMBER", f"q{number}")
            self.write(f"in/{number}/{name}", ("Un titre\n\n" + content) if name.endswith(".txt") else content)
        self.add(self.folder / "in")
        for number, name in enumerate(files):
            with self.subTest(name):
                self.assertEqual(len(self.keys(f'"gouvernement devant la foule du quai q{number}"')), 1)
