"""hemero-query serve: the archive in a browser, over real connections."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import unittest
from html.parser import HTMLParser
from urllib.parse import quote, urlencode, urlsplit

from support import DONE, USAGE, ArchiveTest, SampleTest, environment, program, run

STRANGE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><svg/onload=alert(1)>",
           "'-alert(1)-'", "javascript:alert(1)", "<!--", "]]>", "&lt;b&gt;", "\u202eabc", "{{7*7}}"]  # fmt: skip


class Server:
    """A server of an archive, at a free port; with its key."""

    def __init__(self, archive, home, *options, listen="127.0.0.1:0"):
        env = dict(environment(), XDG_STATE_HOME=str(home), HOME=str(home))
        self.process = subprocess.Popen([program("hemero-query"), "serve", "-a", archive, "--listen", listen, *options],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True)  # fmt: skip
        self.address = self.process.stdout.readline().strip()
        parts = urlsplit(self.address)
        self.host, self.port = parts.hostname, parts.port
        self.key = parts.query.partition("=")[2]

    def send(self, target, fields, **headers):
        """What is answered to a form."""
        body = urlencode(fields)
        return self.ask(target, "POST", body=body, **{"Content_Type": "application/x-www-form-urlencoded", **headers})

    def ask(self, target, method="GET", bare=False, body=None, **headers):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=20)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.key and "Cookie" not in headers:
            headers["Cookie"] = f"hemero={self.key}"
        connection.request(method, target, body, headers)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        if bare:
            return answer
        response.text = answer.decode()
        return response

    def raw(self, text):
        """The status line that is answered to some bytes."""
        with socket.create_connection((self.host, self.port), timeout=20) as connection:
            connection.sendall(text.replace("\n", "\r\n").encode())
            return connection.recv(4096).decode().split("\r\n")[0]

    def open_files(self, name):
        """Those that it has open whose names hold this."""
        folder = f"/proc/{self.process.pid}/fd"
        found = []
        for each in os.listdir(folder):
            try:
                found.append(os.readlink(f"{folder}/{each}"))
            except FileNotFoundError:  # closed meanwhile
                pass
        return [file for file in found if name in file]

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        said = self.process.communicate(timeout=20)
        return self.process.returncode, said


class Elements(HTMLParser):
    """Elements of a page, with their attributes; and whether each that began also ended."""

    SINGLE = {"meta", "link", "input", "img", "source"}

    def __init__(self, text):
        super().__init__()
        self.found, self.texts, self.open = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if tag not in self.SINGLE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.texts.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


class Pages(SampleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.sample, cls.sample)

    @classmethod
    def tearDownClass(cls):
        ended = cls.server.stop()
        assert ended == (DONE, ("", "")), ended

    def test_every_page_is_whole_and_asks_for_nothing_from_elsewhere(self):
        for target in ("/recherche", "/recherche?q=gr%C3%A8ve", "/recherche?q=zzyzx", "/article/1?q=le", "/aide",
                       "/concordance?q=le", "/voisins?q=le", "/concordance?q=zzyzx", "/etat", "/accessibilite", "/nope",
                       "/recherche?x=1", "/article/9999"):  # fmt: skip
            for language in ("fr", "en"):
                with self.subTest(target=target, language=language):
                    page = self.server.ask(target, Accept_Language=language)
                    elements = Elements(page.text)
                    self.assertEqual(elements.open, [])
                    self.assertEqual(elements.all("html")[0]["lang"], language)
                    self.assertEqual(len(elements.all("h1")), 1)
                    self.assertRegex(elements.all("script")[0]["src"], r"^/[0-9a-f]{8}/hemero[.]js$")
                    self.assertTrue(all("style" not in attributes for _, attributes in elements.found))
                    self.assertEqual(len(elements.all("script")), 1)
                    for attributes in elements.all("link") + elements.all("img"):
                        self.assertRegex(attributes.get("href", attributes.get("src")), r"^(/[^/]|data:,$)")
                    self.assertIn("/accessibilite", [each["href"].partition("?")[0] for each in elements.all("a")])
                    self.assertIn("default-src 'none'", page.headers["Content-Security-Policy"])

    def test_links_of_a_page_lead_to_pages(self):
        seen, left = set(), ["/recherche?q=le"]
        while left and len(seen) < 120:
            target = left.pop()
            page = self.server.ask(target)
            self.assertEqual(page.status, 302 if target.startswith("/a/") else 200, target)
            seen.add(target)
            if page.headers["Content-Type"].startswith("text/html"):
                links = [each["href"] for each in Elements(page.text).all("a")]
                links = [link.partition("#")[0] for link in links if link.startswith("/") and link != "/"]
                left += [link for link in links if link and link not in seen]
        self.assertGreater(len(seen), 100)

    def test_a_page_tells_the_totals_and_the_order_of_the_command_line(self):
        for query, options in (("le", ()), ("grève", ("--sort", "newest")), ("ministre", ("--source", "Le Courrier"))):
            target = f"/recherche?q={quote(query)}&lang=en"
            for name, value in zip(options[::2], options[1::2]):
                target += f"&{name[2:]}={quote(value)}"
            with self.subTest(target):
                page = self.server.ask(target).text
                printed = self.search(query, "-n", 20, *options)
                numbers = [int(n) for n in re.findall(r'<h2><a href="/article/(\d+)', page)]
                self.assertEqual(numbers, [hit["id"] for hit in printed["hits"]])
                total = printed["total"]["value"]
                self.assertIn(f"<h1>{total:,} article" if total else "<h1>No article", page)

    def test_pages_follow_one_another(self):
        every = self.query("search", "-n", 100, "--format", "json", "le").json()["hits"]
        numbers = []
        target = "/recherche?q=le"
        while target:
            page = self.server.ask(target).text
            numbers += [int(n) for n in re.findall(r'<h2><a href="/article/(\d+)', page)]
            following = [each for each in Elements(page).all("a") if each.get("rel") == "next"]
            target = following[0]["href"] if following else None
        self.assertEqual(numbers, [hit["id"] for hit in every])

    def test_what_a_browser_knows_already_is_not_sent_again(self):
        first = self.server.ask("/recherche?q=maire")
        again = self.server.ask("/recherche?q=maire", If_None_Match=first.headers["ETag"])
        self.assertEqual((again.status, again.text), (304, ""))
        other = self.server.ask("/recherche?q=ministre", If_None_Match=first.headers["ETag"])
        self.assertEqual(other.status, 200)

    def test_what_is_asked_wrongly_is_told_as_it_is_asked(self):
        for target, status in (("/nope", 404), ("/article/x", 404), ("/article/99999999999", 404),
                               ("/recherche?from=x", 400), ("/recherche?page=0", 400), ("/recherche?q=%GG", 400),
                               ("/recherche?lang=de", 400)):  # fmt: skip
            with self.subTest(target):
                self.assertEqual(self.server.ask(target).status, status)
        wrong = self.server.ask("/api/v1/search?from=x")
        self.assertEqual((wrong.status, wrong.headers["Content-Type"]), (400, "application/problem+json"))
        self.assertEqual(json.loads(wrong.text)["status"], 400)

    def test_all_that_is_found_can_be_taken_along(self):
        forms = (("csv", "csv", "text/csv; charset=utf-8"), ("excel.csv", "csv-excel", "text/csv; charset=utf-8"),
                 ("jsonl", "jsonl", "application/x-ndjson"), ("bib", "bibtex", "application/x-bibtex"),
                 ("iramuteq.txt", "iramuteq", "text/plain; charset=utf-8"),
                 ("ris", "ris", "application/x-research-info-systems"), ("atom", "atom", "application/atom+xml"),
                 ("csl.json", "csl-json", "application/vnd.citationstyles.csl+json"))  # fmt: skip
        for ending, form, kind in forms:
            for query, options in (("le", ()), ("grève", ("--sort", "newest")), ("zzyzx", ())):
                with self.subTest(ending=ending, query=query):
                    order = "&sort=newest" if options else ""
                    sent = self.server.ask(f"/recherche.{ending}?q={quote(query)}{order}")
                    self.assertEqual((sent.status, sent.headers["Content-Type"]), (200, kind))
                    self.assertEqual("attachment" in (sent.headers["Content-Disposition"] or ""), form != "atom")
                    printed = run("hemero-query", "search", "-a", self.archive, "-n", "all", "--copies", "collapse",
                                  "--format", form, *options, "--", query).stdout  # fmt: skip
                    without_time = [re.sub(r"<updated>.*?</updated>|^Y2 .*", "", text) for text in (sent.text, printed)]
                    self.assertEqual(without_time[0].replace("\r\n", "\n"), without_time[1].replace("\r\n", "\n"))
        packed = self.server.ask("/recherche.txm.zip?q=le", bare=True)
        self.assertEqual(packed[:4], b"PK\x03\x04")
        self.assertEqual(self.server.ask("/recherche.doc?q=le").status, 404)

    def test_words_in_their_lines_and_beside_others_are_those_of_the_command_line(self):
        for order in ("right", "left", "oldest"):
            printed = self.query("kwic", "-n", 1000, "--sort", order, "--format", "json", "le").json()["lines"]
            numbers, target = [], f"/concordance?q=le&lines={order}"
            while target:
                page = self.server.ask(target).text
                numbers += [int(n) for n in re.findall(r'<a href="/article/(\d+)', page)]
                following = [each for each in Elements(page).all("a") if each.get("rel") == "next"]
                target = following[0]["href"] if following else None
            self.assertEqual(numbers, [line["id"] for line in printed])
        printed = self.query("collocates", "-n", 100, "--format", "json", "le").json()["words"]
        page = Elements(self.server.ask("/voisins?q=le").text)
        words = re.findall(r"<tr><td><a [^>]*>([^<]*)</a>", self.server.ask("/voisins?q=le").text)
        self.assertEqual(words, [each["word"] for each in printed])
        self.assertEqual(page.open, [])

    def test_other_programs_find_what_they_look_for(self):
        page = Elements(self.server.ask("/recherche?q=maire&page=2").text)
        links = {each["rel"]: each["href"] for each in page.all("link")}
        self.assertEqual(links["alternate"], "/recherche.atom?q=maire")
        self.assertIn("<feed", self.server.ask(links["alternate"]).text)
        described = self.server.ask(links["search"])
        self.assertEqual(described.headers["Content-Type"], "application/opensearchdescription+xml")
        self.assertIn(f'template="http://{self.server.host}:{self.server.port}/recherche?q={{searchTerms}}"', described.text)
        shown = self.query("show", 7, "--format", "json").json()
        about = {each["name"]: each["content"] for each in Elements(self.server.ask("/article/7").text).all("meta")
                 if "name" in each}  # fmt: skip
        self.assertEqual(about["DC.type"], "newspaperArticle")
        self.assertEqual(about["DC.title"], shown["title"])
        self.assertEqual(about["prism.publicationName"], shown["source"])
        self.assertEqual(about["DC.date"], shown["date"][:10])

    def test_the_curve_is_a_picture(self):
        curve = self.server.ask("/courbe.svg?q=le")
        self.assertEqual((curve.status, curve.headers["Content-Type"]), (200, "image/svg+xml"))
        self.assertIn("<svg", curve.text)


class Access(SampleTest):
    def setUp(self):
        super().setUp()
        self.server = Server(self.archive, self.folder)
        self.addCleanup(self.server.process.kill)

    def test_only_who_has_the_key_is_let_in(self):
        self.assertEqual(self.server.ask("/recherche", Cookie="").status, 401)
        self.assertEqual(self.server.ask("/recherche", Cookie=f"hemero={'0' * 32}").status, 401)
        self.assertEqual(self.server.ask("/api/v1/search?q=le", Cookie="a=b").status, 401)
        style = Elements(self.server.ask("/recherche", Cookie="").text).all("link")[0]["href"]
        self.assertEqual(self.server.ask(style, Cookie="").status, 200)
        bearer = self.server.ask("/recherche", Cookie="", Authorization=f"Bearer {self.server.key}")
        self.assertEqual(bearer.status, 200)
        first = self.server.ask(f"/recherche?key={self.server.key}&q=le", Cookie="")
        self.assertEqual((first.status, first.headers["Location"]), (303, "/recherche?q=le"))
        self.assertRegex(first.headers["Set-Cookie"], rf"^hemero={self.server.key}; .*HttpOnly; SameSite=Strict")

    def test_the_key_is_kept_where_nobody_else_reads_it(self):
        file = self.folder / "hemero" / "serve.key"
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        self.server.stop()
        again = Server(self.archive, self.folder)
        self.assertEqual(again.key, self.server.key)
        again.stop()
        file.chmod(0o644)
        refused = Server(self.archive, self.folder)
        self.assertEqual((refused.address, refused.process.wait(20)), ("", 77))

    def test_requests_that_are_no_good_are_refused(self):
        cookie = f"Cookie: hemero={self.server.key}"
        host = f"Host: 127.0.0.1:{self.server.port}"
        rows = [
            (f"GET /recherche HTTP/1.1\nHost: evil\n{cookie}\n\n", "421"),
            (f"GET /recherche HTTP/1.1\n{host}.evil\n{cookie}\n\n", "421"),
            (f"GET /recherche HTTP/1.1\n{host}\n{host}\n{cookie}\n\n", "400"),
            (f"GET http://evil/recherche HTTP/1.1\n{host}\n{cookie}\n\n", "400"),
            (f"GET /recherche HTTP/1.1\n{host}\nContent-Length: 1\nContent-Length: 2\n{cookie}\n\nxx", "400"),
            (f"GET /recherche HTTP/1.1\n{host}\nContent-Length: 1\nTransfer-Encoding: chunked\n{cookie}\n\n", "400"),
            (f"POST /recherche HTTP/1.1\n{host}\nContent-Length: 0\n{cookie}\n\n", "405"),
            (f"GET /recherche HTTP/1.1\n{cookie}\n\n", "400"),
            (f"GET /../../etc/passwd HTTP/1.1\n{host}\n{cookie}\n\n", "404"),
            (f"HEAD /recherche HTTP/1.1\n{host}\n{cookie}\n\n", "200"),
        ]
        for request, status in rows:
            with self.subTest(request=request):
                self.assertIn(f" {status} ", self.server.raw(request))

    def test_it_ends_when_it_is_asked_to(self):
        self.assertEqual(self.server.ask("/recherche").status, 200)
        self.assertEqual(self.server.stop(signal.SIGINT), (0, ("", "")))

    def test_without_a_key_only_what_everyone_may_read_is_shown(self):
        self.server.stop()
        catalogue = pathlib.Path(self.archive, "archive.sqlite")
        mode = catalogue.stat().st_mode & 0o777
        self.addCleanup(catalogue.chmod, mode)
        catalogue.chmod(0o600)
        refused = Server(self.archive, self.folder, "--no-key")
        self.assertEqual((refused.address, refused.process.wait(20)), ("", USAGE))
        catalogue.chmod(0o644)
        public = Server(self.archive, self.folder, "--no-key")
        self.assertEqual((public.key, public.ask("/recherche").status), ("", 200))
        public.stop()

    def test_a_file_is_listened_at_as_well(self):
        path = self.folder / "hemero.sock"
        for _ in range(2):  # the second time the file is there already
            server = Server(self.archive, self.folder, listen=f"unix:{path}")
            self.assertEqual(server.address, str(path))
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(path))
                connection.sendall(b"GET /recherche?q=le HTTP/1.1\r\nHost: archives.example\r\n\r\n")
                self.assertIn(b" 200 ", connection.recv(4096).split(b"\r\n")[0])
            server.process.kill()
            server.process.wait()
        refused = Server(self.archive, self.folder, listen="nowhere")
        self.assertEqual((refused.address, refused.process.wait(20)), ("", USAGE))

    def test_a_socket_of_systemd_is_taken(self):
        listening = socket.create_server(("127.0.0.1", 0))
        code = ("import os,sys; os.dup2(int(sys.argv[1]), 3);"
                "os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1'); os.execv(sys.argv[2], sys.argv[2:])")
        env = dict(environment(), XDG_STATE_HOME=str(self.folder))
        served = [program("hemero-query"), "serve", "-a", self.archive]
        command = [sys.executable, "-c", code, str(listening.fileno()), *served]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True, pass_fds=[listening.fileno()])
        self.addCleanup(process.kill)
        self.assertIn(f"http://127.0.0.1:{listening.getsockname()[1]}/?key=", process.stdout.readline())
        process.terminate()
        process.communicate()


class BesideAWriter(ArchiveTest):
    def test_what_is_added_and_removed_meanwhile_is_there_at_once(self):
        self.add_articles({"id": "a", "title": "Un loup", "text": "Un loup passe.", "date": "2021"})
        server = Server(self.archive, self.folder)
        self.addCleanup(server.process.kill)
        for number in range(2, 8):
            self.add_articles({"id": f"k{number}", "title": "Un loup", "text": f"Un loup passe le {number} du mois."})
            answer = json.loads(server.ask("/api/v1/search?q=loup&copies=all").text)
            self.assertEqual(answer["total"]["value"], number)
        self.index("remove", "--reason", "à la demande de l’auteur", "--ids", self.write("ids", "1\n"))
        gone = server.ask("/article/1")
        self.assertEqual(gone.status, 410)
        self.assertIn("à la demande de l’auteur", gone.text)
        end = time.monotonic() + 60  # an idle reader is closed, and with it the catalogue's log can be moved
        while server.open_files("archive.sqlite") and time.monotonic() < end:
            time.sleep(0.2)
        self.assertEqual(server.open_files("archive.sqlite"), [])
        self.assertEqual(json.loads(server.ask("/api/v1/search?q=loup").text)["total"]["value"], 6)
        server.stop()

    def test_no_reader_stays_open_while_the_log_of_the_catalogue_is_long(self):
        self.add_articles({"id": "a", "title": "Un loup", "text": "Un loup passe."})
        server = Server(self.archive, self.folder)
        self.addCleanup(server.process.kill)
        for pages, is_open in ((1, True), (300, False)):
            file = self.archive / "archive.sqlite"
            with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as catalogue:
                (version,) = catalogue.execute("PRAGMA user_version").fetchone()
                for _ in range(pages):
                    catalogue.execute(f"PRAGMA user_version = {version}")  # writes the first page
                self.assertEqual(server.ask("/recherche?q=loup").status, 200)
                self.assertEqual(bool(server.open_files("archive.sqlite-wal")), is_open)
        server.stop()

    def test_synonyms_and_damage_are_told_as_on_the_command_line(self):
        self.add_articles({"id": "a", "title": "Washington", "text": "Les Etats-Unis négocient."},
                          {"id": "b", "title": "Kaboul", "text": "Une délégation américaine attendue."})  # fmt: skip
        self.write("archive/synonyms.tsv", "kaboul\twashington\n")
        with sqlite3.connect(self.archive / "archive.sqlite") as catalogue:
            catalogue.execute("UPDATE version SET text = x'00' WHERE id = 2")
        server = Server(self.archive, self.folder)
        self.addCleanup(server.process.kill)
        for synonyms, found in (("", 1), ("&synonyms=1", 2)):
            answer = json.loads(server.ask(f"/api/v1/search?q=kaboul{synonyms}").text)
            self.assertEqual(answer["total"]["value"], found)
        for _ in range(2):
            damaged = server.ask("/article/2", Accept_Language="en")
            self.assertEqual(damaged.status, 500)
            self.assertIn("damaged", damaged.text)
        server.stop()

    def test_nothing_that_an_article_has_is_markup(self):
        self.add_articles(*({"id": f"k{i} {text}", "title": f"Loup {text}", "text": f"Un loup {text} passe.\n{text}",
                             "source": text, "author": text, "section": text, "url": f"https://example.org/{i}?{text}",
                             "date": "2021-05-01"} for i, text in enumerate(STRANGE)))  # fmt: skip
        server = Server(self.archive, self.folder)
        self.addCleanup(server.process.kill)
        targets = ["/recherche?q=loup"] + [f"/recherche?q={quote('loup ' + text)}" for text in STRANGE]
        targets += [f"/recherche?q=loup&source={quote(text)}" for text in STRANGE]
        targets += [f"/article/{i + 1}?q={quote(text)}" for i, text in enumerate(STRANGE)]
        for target in targets:
            with self.subTest(target):
                page = server.ask(target)
                self.assertIn(page.status, (200, 400))
                elements = Elements(page.text)
                self.assertEqual(elements.open, [])
                self.assertEqual([tag for tag, _ in elements.found if tag in ("script", "svg", "b")], ["script"])
                self.assertTrue(all(not name.startswith("on") for _, each in elements.found for name in each))
                for each in elements.all("a"):
                    self.assertRegex(each["href"], r"^(/|#|https?://)")
        server.stop()


if __name__ == "__main__":
    unittest.main()
