"""hemero-index add of a small file of each format: it is known by its content, and a search finds what it says."""
import json
import unittest

from support import ArchiveTest

TITLE = "Un loup dans la vallée"
DAY = "2016-10-03"

WARC_BODY = (f"<html><head><title>{TITLE}</title><meta property='article:published_time' content='{DAY}T18:24:00Z'>"
             "</head><body><article><h1>{0}</h1><p>Les bergers de la vallée ont vu un loup mardi soir, a dit le maire "
             "du village.</p><p>Deux brebis sont mortes, et les chiens ont aboyé toute la nuit.</p></article></body>"
             "</html>").replace("{0}", TITLE)  # fmt: skip


def warc(body):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: {DAY}T20:00:00Z\r\n"
            "WARC-Target-URI: https://matin.example/loup\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n").encode()  # fmt: skip
    return head + http + b"\r\n\r\n"


def factiva(code, value):
    return f"<tr><td class='index' align='right' valign='top'><b>{code}</b>&nbsp;</td><td>{value}</td></tr>"


#: Name of the file, its bytes or text. All tell of a wolf on the same day, no two without an id in the same words.
FORMATS = {
    "text": ("a.txt", f"{TITLE}\n\nPublié le 3 octobre 2016\n\nLes bergers de la vallée ont vu un loup mardi soir.\n"),
    "html": ("a.html", WARC_BODY),
    "jsonl": ("a.jsonl", json.dumps({"title": TITLE, "text": "Des bergers ont vu un loup.", "date": DAY}) + "\n"),
    "ninjs": ("b.json", json.dumps({"uri": "urn:a:1", "type": "text", "versioncreated": f"{DAY}T18:24:00Z",
                                    "headline": TITLE, "body_text": "Les bergers ont vu un loup."})),
    "csv": ("a.csv", f"titre;date;texte\n{TITLE};03/10/2016;\"Les bergers ont vu un loup\"\n".encode("cp1252")),
    "rss": ("rss.xml", "<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><title>Le Matin</title>"
            f"<item><title>{TITLE}</title><link>https://matin.example/1</link><pubDate>Mon, 03 Oct 2016 18:24:00 GMT"
            "</pubDate><description>Les bergers ont vu un loup.</description></item></channel></rss>"
            .encode("latin-1")),
    "atom": ("atom.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Matin</title><entry><id>urn:2</id>"
             f"<title>{TITLE}</title><published>{DAY}T18:24:00Z</published><content type='html'>&lt;p>Les bergers ont "
             "vu un loup.&lt;/p></content></entry></feed>"),
    "wxr": ("wxr.xml", "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
            "xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>Blog</title><wp:wxr_version>1.2"
            f"</wp:wxr_version><item><title>{TITLE}</title><link>https://blog.example/3</link><content:encoded>"
            f"<![CDATA[Les bergers ont vu un loup.]]></content:encoded><wp:post_date>{DAY} 18:24:00</wp:post_date>"
            "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"),
    "nitf": ("nitf.xml", f"<nitf><head><title>{TITLE}</title><docdata><doc-id id-string='n4'/><date.issue "
             f"norm='20161003T182400Z'/></docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>"
             "</body.head><body.content><p>Les bergers ont vu un loup.</p></body.content></body></nitf>"),
    "newsml": ("newsml.xml", "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:n5' version='1'>"
               f"<itemMeta><versionCreated>{DAY}T18:24:00Z</versionCreated></itemMeta><contentMeta><contentCreated>"
               f"{DAY}T18:24:00Z</contentCreated><headline>{TITLE}</headline></contentMeta><contentSet><inlineXML "
               "contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Les bergers "
               "ont vu un loup.</p></body></html></inlineXML></contentSet></newsItem>"),
    "europresse": ("europresse.html", "<html><body><article><header><span class='DocPublicationName'>Le Matin, no. "
                   "22345</span><span class='DocHeader'>Culture, lundi 3 octobre 2016 845 mots, p. 12</span>"
                   f"<div class='titreArticle'><p class='titreArticleVisu rdp__articletitle'>{TITLE}</p></div></header>"
                   "<section><div class='docOcurrContainer'><p>Les bergers ont vu un loup.</p></div></section><footer>"
                   "<div class='publiC-lblNodoc'>news·20161003·MA·5007316</div></footer></article></body></html>"),
    "factiva": ("factiva.html", '<html><body><div id="article-MATINB0020161003eca30000a" class="article frArticle">'
                "<table>" + factiva("HD", TITLE) + factiva("PD", "3 octobre 2016") + factiva("SN", "Le Matin")
                + factiva("LP", "<p>Les bergers ont vu un loup.</p>")
                + factiva("AN", "Document MATINB0020161003eca30000a") + "</table></div></body></html>"),
    "nexis": ("nexis.html", "<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>" + "".join(
        f"<BR><DIV CLASS='c0'><P CLASS='c1'><SPAN CLASS='c2'>{line}</SPAN></P>\n</DIV>\n" for line in [
            "1 of 1 DOCUMENTS", "Le Matin", "3 octobre 2016 lundi", TITLE, "LONGUEUR: 6 mots",
            "Les bergers, dit-on, ont vu un loup.", "LANGUE: FRENCH"]) + "</BODY></HTML>"),
    "gallica": ("gallica.html", "<html><head><title>Le Matin</title></head><body><h4>Notice complète:</h4><p><strong>"
                f"Titre : </strong>{TITLE}</p><p><strong>Date d'édition : </strong>{DAY}</p><p><strong>Type : </strong>"
                "monographie</p><p><strong>Identifiant : </strong>ark:/12148/bpt6k1</p><hr/><p>Les ber- <br/>gers ont "
                "vu un loup.</p></body></html>"),
    "bibtex": ("a.bib", f"@article{{a,\n\ttitle = {{{TITLE}}},\n\tabstract = {{Deux bergers ont vu un loup.}},\n"
               f"\tdate = {{{DAY}}},\n}}\n"),
    "olive": ("Ar00101.xml", "<XMD-entity DOC_UID='MATIN_03/10/2016' ID='Ar00101'><Meta "
              f"NAME='{TITLE}' ISSUE_DATE='03/10/2016'/><Content><Primitive><L/>"
              + "".join(f"<W>{word}</W>" for word in "Trois bergers ont vu un loup.".split())
              + "</Primitive></Content></XMD-entity>"),
    "didl": ("2016-10-03_text.xml", f"<text><title>{TITLE}</title><p>Quatre ber- gers ont vu un loup.</p></text>"),
    "hocr": ("Le_Matin_2016-10-03.hocr", "<html><body><div class='ocr_page'><p class='ocr_par'><span class='ocr_line'>"
             "Six ber-</span> <span class='ocr_line'>gers ont vu un loup.</span></p></div></body></html>"),
    "abbyy": ("2016-10-03.xml", "<page width='9'><block blockType='Text'><text><par><line><formatting>Sept bergers "
              "ont vu un loup.</formatting></line></par></text></block></page>"),
    "tei": ("tei.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
            f"<title>{TITLE}</title></titleStmt><publicationStmt><date when='{DAY}'/></publicationStmt><sourceDesc><p>x"
            "</p></sourceDesc></fileDesc></teiHeader><text><body><p>Les bergers ont vu un loup.</p></body></text>"
            "</TEI>"),
    "mediawiki": ("wiki.xml", "<mediawiki xmlns='http://www.mediawiki.org/xml/export-0.11/'><siteinfo><base>"
                  "https://wiki.example/</base></siteinfo><page>"
                  f"<title>{TITLE}</title><ns>0</ns><id>7</id><revision><id>9</id><timestamp>2020-01-01T00:00:00Z"
                  "</timestamp><text>{{date|3 octobre 2016}} Les '''bergers''' ont vu un [[loup]].</text></revision>"
                  "</page></mediawiki>"),
    "iptc7901": ("wire.txt", f"\x01abc061 4 i 211 ccccb   apf 061\r\n\r\nloup/\r\n\x02{TITLE}\r\nPar Claire Vasseur ="
                 "\r\n\r\n   Les bergers ont vu un loup.\r\n\r\nclv\r\n\x03031824 GMT Oct 16 \r\n\x7f\x04"),
    "warc": ("a.warc.gz", warc(WARC_BODY)),
    "alto": ("0001.xml", "<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'><Layout><Page ID='P1'><PrintSpace>"
             "<TextBlock ID='B1'><TextLine><String CONTENT='Les'/><SP/><String CONTENT='ber' SUBS_TYPE='HypPart1' "
             "SUBS_CONTENT='bergers'/><HYP CONTENT='-'/></TextLine><TextLine><String CONTENT='gers' "
             "SUBS_TYPE='HypPart2' SUBS_CONTENT='bergers'/><SP/><String CONTENT='ont'/><SP/><String CONTENT='vu'/><SP/>"
             "<String CONTENT='un'/><SP/><String CONTENT='loup.'/></TextLine></TextBlock></PrintSpace></Page>"
             "</Layout></alto>"),
}  # fmt: skip

#: A page alone has no title of its own.
WITHOUT_TITLE_AND_DATE = {"alto", "hocr", "abbyy"}


class FormatsTest(ArchiveTest):
    def test_each_format_is_known_and_found(self):
        for name, (path, content) in FORMATS.items():
            with self.subTest(name):
                self.archive = self.folder / f"archive-{name}"
                done = self.add(self.write(f"{name}/{path}", content))
                self.assertIn("1 added, 0 updated, 0 unchanged, 0 skipped", done.stderr)
                hits = self.search("bergers loup")["hits"]
                self.assertEqual(len(hits), 1)
                if name not in WITHOUT_TITLE_AND_DATE:
                    self.assertEqual(hits[0]["title"], TITLE)
                    self.assertEqual((hits[0]["date"] or "")[:10], DAY)

    def test_all_of_them_in_one_folder(self):
        for name, (path, content) in FORMATS.items():
            self.write(f"all/{name}/{path}", content)
        done = self.add(self.folder / "all")
        self.assertIn(f"{len(FORMATS)} added, 0 updated, 0 unchanged, 0 skipped", done.stderr)
        self.assertIn(f"0 added, 0 updated, {len(FORMATS)} unchanged", self.add(self.folder / "all").stderr)


if __name__ == "__main__":
    unittest.main()
