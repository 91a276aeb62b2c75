"""Nothing that an article or an address says is more than text, on any page of hemero-query serve and in any export."""
import csv
import html
import io
import json
import re
import unittest
import xml.etree.ElementTree as xml
from urllib.parse import quote

from support import ArchiveTest
from test_query_serve import Elements, Server

STRANGE = r"""
<script>alert(1)</script>
"><script>alert(1)</script>
'><script>alert(1)</script>
"><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)//
<IMG SRC="javascript:alert(1);">
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
</title><svg/onload=alert(1)>
</style><script>alert(1)</script>
</textarea><script>alert(1)</script>
</noscript><script>alert(1)</script>
<body onload=alert(1)>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>
<a href="javascript:alert(1)">x</a>
<math href="javascript:alert(1)">x</math>
<form action="javascript:alert(1)"><button>x</button></form>
<button formaction="javascript:alert(1)">x</button>
<input autofocus onfocus=alert(1)>
<details open ontoggle=alert(1)>
<video><source onerror=alert(1)></video>
<object data="data:text/html,<script>alert(1)</script>"></object>
<embed src="data:text/html;base64,PHNjcmlwdD4=">
<link rel=stylesheet href="//evil/x.css">
<meta http-equiv="refresh" content="0;url=//evil/">
<base href="//evil/">
<style>@import "//evil/x.css"</style>
<p style="background:url(//evil/x)">x</p>
<!--<img src="--><img src=x onerror=alert(1)//">
<!--
-->
]]><script>alert(1)</script>
<![CDATA[<script>alert(1)</script>]]>
<?xml-stylesheet href="//evil/x.xsl"?>
<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&amp;lt;b&amp;gt;
" onmouseover=alert(1) x="
' onmouseover=alert(1) x='
` onmouseover=alert(1) x=`
x onmouseover=alert(1)
'-alert(1)-'
";alert(1);//
\";alert(1);//
</script><script>alert(1)</script>
javascript:alert(1)
JaVaScRiPt:alert(1)
vbscript:msgbox(1)
data:text/html,<script>alert(1)</script>
//evil/
https://evil/"onmouseover="alert(1)
{{7*7}}${7*7}<%= 7*7 %>
{"a": "}
=HYPERLINK("http://evil","x")
%0d%0aSet-Cookie: a=b
<plaintext>
<x onclick=alert(1)>x</x>
\u003cscript\u003ealert(1)\u003c/script\u003e
""".strip().split("\n") + ["<a href=\" java\tscript:alert(1)\">x</a>", "\u202e<b>\u202dx</b>"]
HARMLESS = "inerte"

LINK = re.compile(r"/(?![/\\])|#|https?://|data:,$")  # the last one: no icon


def plain(text):
    """A text without what directs its letters, its blanks as one."""
    return re.sub("[\u202a-\u202e\ufffd]", "", " ".join(text.split()))


def article(number, text):
    shown = html.escape(text, quote=False)  # as a feed has it: tags of ours would be taken out
    return {"id": f"{number} {text}", "title": f"Loup {shown}", "text": f"Un loup {shown} passe.\n{shown}",
            "lead": shown, "source": shown, "section": shown, "author": shown, "keywords": [shown],
            "url": f"https://example.org/{number}?{shown}", "date": "2021-05-01"}  # fmt: skip


def targets(number, text):
    """All pages on which the text of this article, or this text itself, may be shown."""
    text = quote(text)
    yield from (f"/article/{number}?q={word}" for word in ("loup", text))
    yield from (f"/article/{number}/{page}?q=loup" for page in ("parutions", "semblables", "versions"))
    for path in ("/recherche", "/concordance", "/voisins", "/mots-cles", "/courbe", "/dispersion"):
        yield from (f"{path}?q={words}" for words in (text, f"loup+{text}", f"titre:{text}", f"loup&source={text}"))
    yield from (f"/vocabulaire?prefix={text}", f"/sources?source={text}", f"/mots-cles?q=loup&against={text}",
                f"/courbe?q=loup&compare={text}", f"/dossiers?name={text}", f"/recherches?name={text}")  # fmt: skip
    for name in ("section", "author", "not-source", "not-author", "from", "to", "sort", "copies", "page", "lang",
                 "lines", "match", "without", "synonyms", "dossier", text):  # fmt: skip
        yield f"/recherche?q=loup&{name}={text}"
    yield from (f"/{text}", f"/article/{text}", f"/recherche.{text}")


class Inert(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.texts = [HARMLESS, HARMLESS, *STRANGE]  # one text is printed twice
        self.add_articles(*(article(i + 1, text) for i, text in enumerate(self.texts)))
        self.server = Server(self.archive, self.folder)
        self.addCleanup(self.server.process.kill)
        answer = self.query("search", "-n", "all", "--format", "json", "loup").json()
        self.titles = sorted(plain(f"Loup {text}") for text in self.texts)
        self.assertEqual(sorted(plain(hit["title"]) for hit in answer["hits"]), self.titles)  # they are all there
        self.numbers = {int(hit["key"].split()[0]): hit["id"] for hit in answer["hits"]}

    def elements(self, target):
        page = self.server.ask(target, Accept_Language="en")
        self.assertIn(page.status, (200, 400, 404))
        elements = Elements(page.text)
        self.assertEqual(elements.open, [])
        return elements

    def test_pages_have_the_elements_of_harmless_ones(self):
        own = set()
        for target in targets(self.numbers[1], HARMLESS):
            own |= {(tag, name) for tag, attributes in self.elements(target).found for name in (None, *attributes)}
        for number, text in enumerate(STRANGE, 3):
            for target in targets(self.numbers[number], text):
                with self.subTest(target):
                    found = self.elements(target)
                    pairs = {(tag, name) for tag, attributes in found.found for name in (None, *attributes)}
                    self.assertLessEqual(pairs, own)
                    for link in (each.get(name) for _, each in found.found for name in ("href", "src", "action")):
                        self.assertTrue(link is None or LINK.match(link), link)
            about = self.elements(f"/article/{self.numbers[number]}").all("meta")
            titles = [each["content"] for each in about if each.get("name") == "DC.title"]
            self.assertEqual([plain(title) for title in titles], [plain(f"Loup {text}")])
        self.assertEqual(self.server.stop(), (0, ("", "")))

    def test_exports_tell_what_was_given(self):
        def ask(ending):
            return self.server.ask(f"/recherche.{ending}?q=loup&copies=all").text

        feed = xml.fromstring(ask("atom"))
        atom = "{http://www.w3.org/2005/Atom}"
        table = csv.DictReader(io.StringIO(ask("csv")))
        sheet = csv.DictReader(io.StringIO(ask("excel.csv").lstrip("\ufeff")), delimiter=";")
        told = {
            "atom": [entry.findtext(f"{atom}title") for entry in feed.findall(f"{atom}entry")],
            "csl.json": [each["title"] for each in json.loads(ask("csl.json"))],
            "jsonl": [json.loads(line)["title"] for line in ask("jsonl").splitlines()],
            "csv": [row["title"] for row in table],
            "excel.csv": [row["title"] for row in sheet],
            "ris": re.findall(r"^TI  - (.*?)\r?$", ask("ris"), re.MULTILINE),
        }
        for ending, titles in told.items():
            with self.subTest(ending):
                self.assertEqual(sorted(map(plain, titles)), self.titles)
        links = [link.get("href") for link in feed.iter(f"{atom}link")]
        self.assertTrue(all(re.match("https?://", link) for link in links))
        self.assertTrue(all(re.match(r"[A-Z][A-Z0-9]  - |\s*$", line) for line in ask("ris").splitlines()))

    def test_what_is_asked_is_text_in_answers_for_programs(self):
        own = {element.tag for element in xml.fromstring(self.server.ask(f"/courbe.svg?q={HARMLESS}").text).iter()}
        for text in STRANGE:
            with self.subTest(text):
                words = quote(text)
                curve = self.server.ask(f"/courbe.svg?q={words}")
                if curve.status == 200:
                    self.assertLessEqual({element.tag for element in xml.fromstring(curve.text).iter()}, own)
                for path in ("search", "facets", "timeline"):
                    answer = self.server.ask(f"/api/v1/{path}?q={words}")
                    self.assertIn(answer.status, (200, 400))
                    self.assertRegex(answer.headers["Content-Type"], "json$")
                    json.loads(answer.text)
                wrong = self.server.ask(f"/api/v1/search?from={words}")
                self.assertEqual((wrong.status, json.loads(wrong.text)["status"]), (400, 400))
                xml.fromstring(self.server.ask(f"/recherche.atom?q={words}").text)


if __name__ == "__main__":
    unittest.main()
