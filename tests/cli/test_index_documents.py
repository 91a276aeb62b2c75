"""Documents of office programs, PDF and e-mail: what becomes of their text and their fields, and what is refused."""
import unittest

from document_files import docx, line, lines, odt, packed, paragraph, pdf
from support import BAD_DATA, DONE, PARTLY, ArchiveTest

BODY = "Les habitants ont été réveillés par le bruit de l’eau, qui montait dans les rues du village."
MORE = "Le préfet est arrivé à six heures, sous la pluie, et il a promis des renforts avant midi."
HEAD = line(50, 800, 9, "Le Courrier du Soir - mardi 12 mars 2019")


class DocumentsTest(ArchiveTest):
    def articles_of(self, name, content, status=DONE):
        return self.index("explain", "--format", "jsonl", self.write(name, content), status=status).json_lines()

    def article_of(self, name, content):
        (article,) = self.articles_of(name, content)
        return article

    def texts_of(self, article, kind="paragraph"):
        return [zone["text"] for zone in article["zones"] if zone["kind"] == kind]

    def assert_refused(self, name, content, reason, told):
        done = self.index("add", self.write(name, content), status=BAD_DATA)
        self.assertIn(f"1 skipped ({reason} 1)", done.stderr)
        self.assertIn(told, done.stderr)


class Word(DocumentsTest):
    def test_styles_tell_title_and_headings_in_any_language(self):
        styles = ("<w:style w:styleId='Titre'><w:name w:val='Title'/></w:style><w:style w:styleId='Titre2'><w:name "
                  "w:val='heading 2'/></w:style><w:style w:styleId='Mien'><w:basedOn w:val='Titre2'/></w:style>"
                  )  # fmt: skip
        body = (paragraph("La digue a cédé", "Titre") + paragraph("Par Claire Vasseur") + paragraph(BODY)
                + paragraph("Les secours", "Mien") + paragraph(MORE))  # fmt: skip
        article = self.article_of("a.docx", docx(body, "Fichier", "dupont", "2019-03-12T18:30:00Z", styles))
        self.assertEqual(article["title"], "La digue a cédé")
        self.assertEqual(article["authors"], ["Claire Vasseur"])
        self.assertEqual(article["date"], "2019-03-12T19:30")
        self.assertEqual(self.texts_of(article), [BODY, MORE])
        self.assertEqual(self.texts_of(article, "heading"), ["Les secours"])

    def test_properties_fill_what_the_text_leaves_open(self):
        content = docx(paragraph(BODY), "La digue a cédé", "Claire Vasseur", "2019-03-12T18:30:00Z")
        article = self.article_of("a.docx", content)
        self.assertEqual((article["title"], article["authors"]), ("La digue a cédé", ["Claire Vasseur"]))
        self.assertEqual(self.texts_of(article), [BODY])

    def test_what_is_not_shown_is_not_read(self):
        inside = ("<w:del><w:r><w:delText>biffé</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>déplacé</w:t></w:r>"
                  "</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>Fin</w:t><w:br/><w:t>de la "
                  "ligne.</w:t></w:r>")  # fmt: skip
        article = self.article_of("a.docx", docx(paragraph("La digue", "Title") + paragraph(BODY, inside=inside)))
        self.assertEqual(self.texts_of(article), [f"{BODY} Fin\nde la ligne."])

    def test_text_of_tables_and_boxes(self):
        box = ("<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
               f"<mc:Choice><w:txbxContent>{paragraph('Encadré')}</w:txbxContent></mc:Choice><mc:Fallback>"
               f"<w:txbxContent>{paragraph('Encadré')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
               )  # fmt: skip
        table = f"<w:tbl><w:tr><w:tc>{paragraph('Nord')}</w:tc><w:tc>{paragraph('Sud')}</w:tc></w:tr></w:tbl>"
        body = paragraph("La digue", "Title") + paragraph(BODY, inside=box) + table
        self.assertEqual(self.texts_of(self.article_of("a.docx", docx(body))), [BODY, "Encadré", "Nord", "Sud"])

    def test_without_styles_the_form_decides(self):
        body = "".join(map(paragraph, ("La digue a cédé dans la nuit", "Publié le 12 mars 2019", BODY, MORE)))
        article = self.article_of("a.docx", docx(body))
        self.assertEqual((article["title"], article["date"]), ("La digue a cédé dans la nuit", "2019-03-12"))

    def test_one_document_may_hold_many_articles(self):
        section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
        body = paragraph("Documents (2)") + section
        for title in ("La digue a cédé", "Le pont tient"):
            body += "".join(map(paragraph, (title, "Le Courrier", "Body", BODY, "End of Document"))) + section
        articles = self.articles_of("a.DOCX", docx(body))
        self.assertEqual([article["key"] for article in articles], ["a.DOCX:1", "a.DOCX:2"])
        self.assertNotIn("Documents (2)", str(articles))

    def test_it_is_known_by_its_content_wherever_it_stands(self):
        content = docx(paragraph(BODY), "La digue a cédé")
        for name in ("a.docx", "a", "a.zip"):
            self.assertEqual(self.article_of(name, content)["title"], "La digue a cédé")
        (article,) = self.articles_of("b.zip", packed([("in/a.docx", content), ("in/a.css", "x")]), status=PARTLY)
        self.assertEqual(article["key"], "b.zip/in/a.docx")
        shuffled = packed([("docProps/app.xml", "<x/>"), ("word/document.xml", "<w:document/>"), ("x", "y")])
        self.assert_refused("c.docx", shuffled, "no_text", "neither a title nor a text")

    def test_what_cannot_be_read_says_why(self):
        good = docx(paragraph(BODY))
        self.assert_refused("a.docx", packed([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>")]),
                            "binary", "XLSX is not read")  # fmt: skip
        self.assert_refused("b.docx", packed([("[Content_Types].xml", "<Types/>")]), "damaged", "no document of Word")
        self.assert_refused("c.docx", docx("<w:p>"), "broken_xml", "the XML is broken")
        done = self.index("add", self.write("d.docx", good[: len(good) // 3]), status=PARTLY)
        self.assertIn("1 skipped (damaged 1)", done.stderr)


class LibreOffice(DocumentsTest):
    def test_an_odt_is_read(self):
        styles = "<style:style style:name='P1' style:parent-style-name='Title'/>"
        body = ("<text:tracked-changes><text:changed-region><text:deletion><text:p>Biffé</text:p></text:deletion>"
                "</text:changed-region></text:tracked-changes><text:p text:style-name='P1'>La digue a cédé</text:p>"
                f"<text:p>{BODY}<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>"
                "<text:h text:outline-level='2'>Les <text:span>secours</text:span></text:h>"
                "<text:p>Deux<text:s text:c='2'/>mots<text:line-break/>et la suite.</text:p>")  # fmt: skip
        article = self.article_of("a.odt", odt(body, "Fichier", "Claire Vasseur", "2019-03-12T18:30:00", styles))
        self.assertEqual(article["title"], "La digue a cédé")
        self.assertEqual((article["authors"], article["date"]), (["Claire Vasseur"], "2019-03-12T18:30"))
        self.assertEqual(self.texts_of(article), [BODY, "Deux  mots", "et la suite."])
        self.assertEqual(self.texts_of(article, "heading"), ["Les secours"])

    def test_one_that_needs_a_password_is_refused(self):
        manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        self.assert_refused("a.odt", odt("<", manifest=manifest), "encrypted", "encrypted: not read")


class Pdf(DocumentsTest):
    COLUMNS = (lines(50, 680, ["   Les habitants ont été réveillés par le",
                               "bruit de l’eau, qui montait dans les rues du",
                               "village depuis minuit. Le maire a deman-",
                               "dé aux familles de monter et d’attendre les",
                               "secours. Ils ont mis trois heures à venir et"])
               + lines(310, 680, ["ont trouvé tout le monde en vie.", "   « Nous avons tout perdu », dit un habitant",
                                  "de la rue basse, qui tient un commerce de",
                                  "tissus depuis trente ans."]))  # fmt: skip
    FIRST = HEAD + line(50, 740, 24, "La digue a cédé dans la nuit") + COLUMNS + line(290, 30, 9, "1")
    LAST = lines(50, 680, ["La suite du récit est pour demain, et pour les jours", "qui viennent."])
    SECOND = HEAD + LAST + line(290, 30, 9, "2")

    def test_columns_running_heads_and_cut_words(self):
        fields = {"Title": "P12_digue.indd", "Author": "Claire Vasseur", "CreationDate": "D:20200101"}
        content = pdf(self.FIRST, self.SECOND, **fields)
        article = self.article_of("a.pdf", content)
        self.assertEqual(article["title"], "La digue a cédé dans la nuit")
        self.assertEqual((article["authors"], article["date"]), (["Claire Vasseur"], "2019-03-12"))
        self.assertEqual(self.texts_of(article), [
            "Les habitants ont été réveillés par le bruit de l’eau, qui montait dans les rues du village depuis "
            "minuit. Le maire a demandé aux familles de monter et d’attendre les secours. Ils ont mis trois heures à "
            "venir et ont trouvé tout le monde en vie.",
            "« Nous avons tout perdu », dit un habitant de la rue basse, qui tient un commerce de tissus depuis "
            "trente ans.",
            "La suite du récit est pour demain, et pour les jours qui viennent.",
        ])  # fmt: skip
        head = "Le Courrier du Soir - mardi 12 mars 2019"
        self.assertEqual(self.texts_of(article, "debris"), [head, "1", head, "2"])

    def test_a_search_finds_what_a_pdf_says(self):
        self.add(self.write("in/a.pdf", pdf(self.FIRST)))
        self.assertEqual(self.keys("demandé aux familles"), ["a.pdf"])

    def test_a_scan_is_refused_with_that_word(self):
        self.assert_refused("a.pdf", pdf(b"0 0 100 100 re f"), "no_text", "a scan without text")

    def test_one_that_needs_a_password_is_refused(self):
        key = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)
        self.assert_refused("a.pdf", pdf(self.FIRST, trailer=key), "encrypted", "encrypted: not read")

    def test_a_damaged_one_says_so(self):
        self.assert_refused("a.pdf", b"%PDF-1.4\n" + b"garbage" * 100, "damaged", "the PDF is damaged")

    def test_limits(self):
        path = self.write("a.pdf", pdf(self.FIRST, self.SECOND))
        done = self.index("add", "--limit", "pdf-pages=1", path, status=BAD_DATA)
        self.assertIn("the PDF has more than 1 pages", done.stderr)
        self.assertIn("1 added", self.index("add", "--limit", "pdf-pages=2", path).stderr)
        big = self.write("b.pdf", pdf(self.FIRST) + bytes(2 << 20))
        done = self.index("add", "--limit", "pdf=1MiB", big, status=PARTLY)
        self.assertIn("longer than 1 MiB", done.stderr)


class Mail(DocumentsTest):
    def test_a_newsletter_is_an_article(self):
        content = ("Date: Tue, 12 Mar 2019 18:03:00 +0100\r\nFrom: Le Courrier <lettre@matin.example>\r\nMessage-ID: "
                   f"<42@matin.example>\r\nSubject: La digue\r\nMIME-Version: 1.0\r\n\r\n{BODY}\r\n")  # fmt: skip
        for name in ("a.eml", "a"):
            article = self.article_of(name, content)
            self.assertEqual((article["key"], article["title"]), ("42@matin.example", "La digue"))
            self.assertEqual((article["source"], article["date"]), ("Le Courrier", "2019-03-12T18:03"))

    def test_a_mailbox_holds_many(self):
        message = ("From - Tue Mar 12 18:03:00 2019\nSubject: {0}\nFrom: a@b.example\nMIME-Version: 1.0\n"
                   "Message-ID: {1}\n\n" + BODY
                   + "\n>From ici, on voit la digue.\n\nFrom Paris with love\n\n")  # fmt: skip
        content = message.format("Un", "<1@b.example>") + message.format("Deux", "")
        for name in ("a.mbox", "a"):
            first, second = self.articles_of(name, content)
            self.assertEqual((first["key"], first["title"]), ("1@b.example", "Un"))
            self.assertEqual((second["key"], second["title"]), (f"{name}:12", "Deux"))
            self.assertIn("\nFrom ici", first["text"])
            self.assertIn("From Paris", first["text"])


if __name__ == "__main__":
    unittest.main()
