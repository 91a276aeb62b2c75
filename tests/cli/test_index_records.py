"""hemero-index explain of records as the programs of the trade write them: each keeps what it says, without --map."""
import json
import unittest

from support import PARTLY, ArchiveTest

TITLE = "La digue d’Ormesson cède"
TEXT = "La digue a cédé dans la nuit de mardi à mercredi.\nDeux quartiers ont été évacués."
MARKUP = "<p>La digue a cédé dans la nuit de mardi à mercredi.</p>\n<p>Deux quartiers ont été évacués.</p>"
DAY = "2021-08-11"
URL = "https://courrier.example/2021/08/digue"
AUTHOR = "Claire Vasseur"
SOURCE = "Le Courrier"


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def pretty(value):
    return json.dumps(value, ensure_ascii=False, indent=2)


#: By program: the name of a file, what it writes, and fields that it does not write, or writes otherwise.
PROGRAMS = {
    "newspaper4k": ("a.json", pretty({
        "url": URL, "read_more_link": "", "language": "fr", "title": TITLE, "top_image": "https://x.example/i.jpg",
        "meta_img": "", "images": [], "movies": [], "keywords": [], "meta_keywords": ["crue"], "tags": None,
        "authors": [AUTHOR], "publish_date": f"{DAY}T18:03:00+02:00", "summary": "", "meta_description": "Chapeau.",
        "meta_lang": "fr", "meta_favicon": "/f.ico", "meta_site_name": SOURCE, "canonical_link": URL, "text": TEXT,
    }), {"lead": "Chapeau.", "keywords": ["crue"]}),
    "newspaper3k, by pandas": ("a.csv", 'url,title,authors,publish_date,text,keywords\n'
        f"{URL},{TITLE},\"['{AUTHOR}']\",{DAY} 18:03:00,\"{TEXT}\",\"['crue', \"\"l'eau\"\"]\"\n",
        {"source": "", "keywords": ["crue", "l'eau"]}),
    "trafilatura": ("a.json", lines({
        "title": TITLE, "author": f"{AUTHOR}; Paul Oudart", "hostname": "courrier.example", "date": DAY,
        "fingerprint": "9b2a4c4f", "id": None, "license": None, "comments": "", "raw_text": TEXT.replace("\n", " "),
        "text": TEXT, "language": "fr", "image": None, "pagetype": "article", "filedate": "2024-01-02",
        "source": URL, "source-hostname": SOURCE, "excerpt": "Chapeau.", "categories": "Société", "tags": "crue;eau",
    }), {"date": DAY, "authors": [AUTHOR, "Paul Oudart"], "section": "Société", "keywords": ["crue", "eau"],
         "lead": "Chapeau."}),
    "news-please": ("a.json", pretty({
        "authors": [AUTHOR], "date_download": "2024-01-02 10:00:00", "date_modify": "None",
        "date_publish": f"{DAY} 18:03:00", "description": "Chapeau.", "filename": "x.json", "image_url": None,
        "language": "fr", "localpath": None, "source_domain": "courrier.example", "maintext": TEXT, "text": None,
        "title": TITLE, "title_page": f"{TITLE} - {SOURCE}", "title_rss": None, "url": URL,
    }), {"source": "courrier.example", "lead": "Chapeau."}),
    "fundus": ("a.json", pretty([{
        "title": TITLE, "authors": [AUTHOR], "publishing_date": f"{DAY} 18:03:00+02:00", "topics": ["crue"],
        "free_access": True,
        "body": {"summary": ["Chapeau."], "sections": [{"headline": [], "paragraphs": TEXT.split("\n")}]},
    }]), {"text": f"Chapeau.\n{TEXT}", "keywords": ["crue"], "url": "", "source": ""}),
    "Readability": ("a.json", pretty({
        "title": TITLE, "byline": f"Par {AUTHOR}", "dir": None, "lang": "fr", "content": MARKUP,
        "textContent": TEXT.replace("\n", ""), "length": 80, "excerpt": "La digue a cédé dans la nuit…",
        "siteName": SOURCE, "publishedTime": f"{DAY}T18:03:00+02:00",
    }), {"url": ""}),
    "article-extractor": ("a.json", pretty({
        "url": URL, "title": TITLE, "description": "Chapeau.", "links": [URL], "image": "", "content": MARKUP,
        "author": AUTHOR, "favicon": "", "source": "courrier.example", "published": f"{DAY}T16:03:00.000Z",
        "ttl": 30, "type": "article",
    }), {"source": "courrier.example", "lead": "Chapeau."}),
    "WordPress, REST": ("a.json", pretty([{
        "id": 123, "date": f"{DAY}T18:03:00", "date_gmt": f"{DAY}T16:03:00",
        "guid": {"rendered": "https://courrier.example/?p=123"}, "modified": "2023-01-01T00:00:00", "slug": "digue",
        "status": "publish", "type": "post", "link": URL,
        "title": {"rendered": "La digue d&#8217;Ormesson c&egrave;de"},
        "content": {"rendered": MARKUP, "protected": False},
        "excerpt": {"rendered": "<p>La digue a cédé dans la nuit [&hellip;]</p>\n", "protected": False},
        "author": 3, "categories": [5], "tags": [8, 9],
        "_embedded": {"author": [{"id": 3, "name": AUTHOR, "url": ""}],
                      "wp:term": [[{"id": 5, "name": "Société", "taxonomy": "category"}],
                                  [{"id": 8, "name": "crue", "taxonomy": "post_tag"}]]},
    }]), {"source": "", "keywords": ["Société", "crue"]}),
    "WordPress, its table": ("a.csv", "ID,post_author,post_date,post_content,post_title,post_excerpt,post_status,guid\n"
        f'7,3,{DAY} 18:03:00,"{TEXT}",{TITLE},,publish,https://courrier.example/?p=7\n',
        {"source": "", "authors": [], "url": ""}),
    "Ghost, export": ("a.json", pretty({"db": [{
        "meta": {"exported_on": 1628700000000, "version": "5.2.3"},
        "data": {"benefits": [], "newsletters": [{"id": "1", "name": "N", "description": "x" * 6000}],
                 "posts": [{"id": "61", "uuid": "8e2c", "title": TITLE, "slug": "digue", "mobiledoc": "{}",
                            "html": MARKUP, "plaintext": TEXT, "feature_image": None, "status": "published",
                            "created_at": "2021-08-01T10:00:00.000Z", "updated_at": "2022-08-12T10:00:00.000Z",
                            "published_at": f"{DAY}T16:03:00.000Z", "custom_excerpt": None}],
                 "users": [{"id": "1", "name": AUTHOR}]}}]}),
        {"authors": [], "url": "", "source": ""}),
    "Ghost, Content API": ("a.json", lines({"posts": [{
        "id": "61", "uuid": "8e2c", "title": TITLE, "html": MARKUP, "published_at": f"{DAY}T18:03:00.000+02:00",
        "primary_author": {"id": "1", "name": AUTHOR, "slug": "claire"}, "primary_tag": {"id": "4", "name": "Société"},
        "tags": [{"id": "4", "name": "Société"}, {"id": "5", "name": "crue"}], "url": URL, "excerpt": "La digue a…",
    }], "meta": {"pagination": {"page": 1}}}), {"source": "", "section": "Société", "keywords": ["Société", "crue"]}),
    "wallabag": ("a.json", lines([{
        "is_archived": 0, "is_starred": 0, "tags": ["crue"], "is_public": False, "id": 1, "title": TITLE, "url": URL,
        "given_url": URL, "content": MARKUP, "created_at": "2024-01-02T10:00:00+0100",
        "updated_at": "2024-01-02T10:00:00+0100", "published_at": f"{DAY}T18:03:00+0200", "published_by": [AUTHOR],
        "annotations": [], "mimetype": "text/html", "language": "fr", "reading_time": 1,
        "domain_name": "courrier.example", "preview_picture": "https://x.example/i.jpg",
    }]), {"source": "courrier.example", "keywords": ["crue"]}),
    "FreshRSS": ("a.json", pretty({"id": "user/-/state/com.google/reading-list", "updated": 1628700000, "items": [{
        "id": "tag:google.com,2005:reader/item/0005", "crawlTimeMsec": "1704186000000",
        "timestampUsec": "1704186000000000", "published": f"{DAY}T18:03:00", "title": TITLE,
        "canonical": [{"href": URL}], "alternate": [{"href": URL, "type": "text/html"}],
        "categories": ["user/-/state/com.google/reading-list", "user/-/label/Presse"],
        "origin": {"streamId": "feed/1", "htmlUrl": "https://courrier.example/", "title": SOURCE},
        "summary": {"content": MARKUP}, "author": AUTHOR}]}), {"section": "Presse"}),
    "Media Cloud": ("a.csv", "id,indexed_date,language,media_name,media_url,publish_date,title,url,text\n"
        f'f3a2,2024-01-02 10:00:00,fr,{SOURCE},courrier.example,{DAY},{TITLE},{URL},"{TEXT}"\n',
        {"date": DAY, "authors": []}),
    "elasticdump": ("a.json", lines({"_index": "presse", "_type": "_doc", "_id": "AX9", "_score": 1, "_source": {
        "title": TITLE, "text": TEXT, "published_at": f"{DAY}T16:03:00Z", "author": {"name": AUTHOR}, "source": SOURCE,
        "url": URL, "@timestamp": "2024-01-02T10:00:00Z"}}), {}),
    "mongoexport": ("a.json", lines({
        "_id": {"$oid": "5f1e"}, "title": TITLE, "body": TEXT, "date": {"$date": f"{DAY}T16:03:00Z"},
        "authors": [AUTHOR], "source": {"name": SOURCE}, "url": URL, "views": {"$numberLong": "12"}}), {}),
    "Zotero, CSL-JSON": ("a.json", pretty([{
        "id": "http://zotero.org/users/1/items/ABCD", "type": "article-newspaper", "abstract": TEXT,
        "container-title": SOURCE, "language": "fr", "section": "Société", "source": "Europresse", "title": TITLE,
        "URL": URL, "keyword": "crue, eau", "author": [{"family": "Vasseur", "given": "Claire"}, {"literal": "AFP"}],
        "accessed": {"date-parts": [["2024", 1, 2]]}, "issued": {"date-parts": [["2021", 8, 11]]}}]),
        {"date": DAY, "authors": [AUTHOR, "AFP"], "section": "Société", "keywords": ["crue", "eau"]}),
    "Aleph": ("a.json", lines({"id": "9b2a", "schema": "HyperText", "properties": {
        "title": [TITLE], "bodyText": [TEXT], "publishedAt": [f"{DAY}T18:03:00"], "author": [AUTHOR],
        "publisher": [SOURCE], "sourceUrl": [URL], "retrievedAt": ["2024-01-02"], "language": ["fra"]},
        "datasets": ["default"]}), {}),
    "JSON Feed": ("a.json", pretty({"version": "https://jsonfeed.org/version/1.1", "title": SOURCE, "items": [{
        "id": "k", "url": URL, "title": TITLE, "content_html": MARKUP, "date_published": f"{DAY}T18:03:00+02:00",
        "date_modified": "2022-01-01T00:00:00Z", "authors": [{"name": AUTHOR}], "tags": ["crue"]}]}),
        {"source": "", "keywords": ["crue"]}),
    "NewsAPI": ("a.json", lines({"status": "ok", "totalResults": 1, "articles": [{
        "source": {"id": None, "name": SOURCE}, "author": AUTHOR, "title": TITLE, "description": "Chapeau.", "url": URL,
        "urlToImage": None, "publishedAt": f"{DAY}T16:03:00Z", "content": TEXT}]}), {"lead": "Chapeau."}),
    "GDELT": ("a.json", pretty({"articles": [{
        "url": URL, "url_mobile": "", "title": TITLE, "seendate": f"{DAY}T16:03:00Z", "socialimage": "",
        "domain": "courrier.example", "language": "French", "sourcecountry": "France"}]}),
        {"authors": [], "source": "courrier.example", "text": ""}),
    "pandas": ("a.jsonl", f'{{"title": "{TITLE}", "text": {json.dumps(TEXT)}, "date": "{DAY}", "author": NaN, '
        '"source": "nan", "url": -Infinity}\n', {"date": DAY, "authors": [], "source": "", "url": ""}),
    "pandas, json_normalize": ("a.csv",
        "_source.title,_source.text,_source.date.$date,_source.author.name,source.name\n"
        f'{TITLE},"{TEXT}",{DAY},{AUTHOR},{SOURCE}\n', {"date": DAY, "url": ""}),
    "MySQL": ("a.csv", 'title,text,date,author,url\n'
        f'"{TITLE}","Il a dit \\"non\\".\\\nPuis \\"oui\\", C:\\\\.","{DAY}",\\N,"{URL}"\n',
        {"text": 'Il a dit "non".\nPuis "oui", C:\\.', "date": DAY, "authors": [], "source": ""}),
    "schema.org": ("a.json", pretty({"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "name": "x", "description": "Page."},
        {"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, "datePublished": f"{DAY}T18:03:00+02:00",
         "author": {"@type": "Person", "name": AUTHOR}, "publisher": {"@type": "Organization", "name": SOURCE},
         "mainEntityOfPage": {"@type": "WebPage", "@id": URL}}]}), {}),
    "Drupal, JSON:API": ("a.json", pretty({"jsonapi": {"version": "1.0"}, "data": [{
        "type": "node--article", "id": "8e2c", "attributes": {
            "status": True, "title": TITLE, "created": f"{DAY}T18:03:00+02:00", "changed": "2022-01-01T00:00:00+01:00",
            "body": {"value": MARKUP, "format": "basic_html", "processed": MARKUP, "summary": ""}}}]}),
        {"authors": [], "source": "", "url": ""}),
}  # fmt: skip


class RecordsTest(ArchiveTest):
    def explained(self, path, *options, status=0):
        return self.index("explain", "--format", "jsonl", path, *options, status=status)

    def test_what_programs_write_keeps_what_it_says(self):
        usual = {"title": TITLE, "text": TEXT, "date": f"{DAY}T18:03", "authors": [AUTHOR], "source": SOURCE,
                 "url": URL}  # fmt: skip
        for name, (path, content, differences) in PROGRAMS.items():
            with self.subTest(name):
                articles = self.explained(self.write(f"{name}/{path}", content)).json_lines()
                self.assertEqual(len(articles), 1, articles)
                expected = {**usual, **differences}
                self.assertEqual({key: articles[0][key] for key in expected}, expected)

    def test_each_line_may_be_the_answer_of_a_service(self):
        def answer(*numbers):
            return {"took": 3, "hits": {"total": 2, "hits": [{"_id": n, "_source": {"titre": n}} for n in numbers]}}

        path = self.write("a.jsonl", [answer("a", "b"), {"id": "c", "titre": "c"}, answer("d")])
        self.assertEqual([row["key"] for row in self.explained(path).json_lines()], ["a", "b", "c", "d"])
        self.add(path)
        self.assertIn("4 unchanged", self.add(path).stderr)

    def test_entities_in_cells_are_letters(self):
        table = "titre,texte,source\nL&rsquo;&eacute;lu &amp; la loi,D&eacute;j&agrave; vu.,L&#39;Hebdo\n"
        (article,) = self.explained(self.write("a.csv", table)).json_lines()
        self.assertEqual((article["title"], article["text"], article["source"]),
                         ("L’élu & la loi", "Déjà vu.", "L'Hebdo"))  # fmt: skip

    def test_titles_alone_are_told_with_the_keys_that_are_left(self):
        rows = [{"title": "La crue", "chapitre": "Il pleut sur la ville.", "extra": {"note": "x"}}]
        done = self.explained(self.write("a.jsonl", rows))
        self.assertIn("left out: “chapitre”, “extra.note”. No article has a text. Where “chapitre” is the text: --map "
                      "'text=chapitre'", done.stderr)  # fmt: skip

    def test_a_map_is_as_loose_as_the_table(self):
        rows = [{"_source": {"Titre": "La crue", "Mon Papier": "Il pleut."}}]
        (article,) = self.explained(self.write("a.jsonl", rows), "--map", "text=mon_papier").json_lines()
        self.assertEqual((article["title"], article["text"]), ("La crue", "Il pleut."))
        self.explained(self.write("b.jsonl", rows), "--map", "text=plume", status=PARTLY)

    def test_what_was_not_published_is_skipped_in_all_of_them(self):
        rows = [{"id": name, "title": "La crue", "post_type": kind, "post_status": status}
                for name, kind, status in (("a", "post", "publish"), ("b", "post", "draft"), ("c", "page", "publish"))]
        table = "\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)]) + "\n"
        for name, content in (("a.jsonl", rows), ("a.json", json.dumps(rows)), ("a.csv", table)):
            with self.subTest(name):
                self.add("--dry-run", "--report", self.folder / "report", "--without-text", self.write(name, content))
                report = (self.folder / "report").read_text().splitlines()[1]
                self.assertIn(',1,1,1,0,2,"no_post 1, unpublished 1"', report)

    def test_a_language_has_one_code_in_all_formats(self):
        rss = "<rss><channel><language>fr-fr</language><item><title>La crue</title></item></channel></rss>"
        for name, content in (
            ("a.jsonl", [{"title": "La crue", "language": "fr-FR"}]),
            ("a.csv", "titre,texte,langue\nLa crue,Il pleut.,Français\n"),
            ("a.html", "<html lang='fr-BE'><title>La crue</title><p>Il pleut sur la ville.</p></html>"),
            ("a.rss", rss),
            ("a.ris", "TY  - NEWS\nTI  - La crue\nLA  - fre\nER  - \n"),
            ("a.bib", "@article{a, title = {La crue}, langid = {french}}\n"),
        ):
            with self.subTest(name):
                (article,) = self.explained(self.write(name, content)).json_lines()
                self.assertEqual(article["language"], "fr")
        (article,) = self.explained(self.write("b.jsonl", [{"title": "T", "language": "gsw"}])).json_lines()
        self.assertEqual(article["language"], "gsw", "a language that is not known stays")


if __name__ == "__main__":
    unittest.main()
