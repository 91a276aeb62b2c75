"""hemero-query serve: searches and dossiers that readers keep, by forms."""
import csv
import io
import json
import os
import re
import socket
import stat
import unittest
from urllib.parse import quote

from support import DONE, USAGE, ArchiveTest, run
from test_query_serve import STRANGE, Elements, Server

ARTICLES = [dict(id=f"a{number}", title=f"Titre {number}", text=f"La grève {number} dans les rues de Lyon.",
                 date=f"2019-0{number}-01", source="Le Courrier") for number in range(1, 5)]  # fmt: skip


class Kept(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*ARTICLES)
        self.kept = self.folder / "kept"
        self.kept.mkdir()
        self.server = Server(self.archive, self.folder, "--user-data", self.kept)
        self.addCleanup(self.server.stop)

    def send(self, target, status=303, headers={}, **fields):
        answer = self.server.send(target, fields, **headers)
        self.assertEqual(answer.status, status, answer.text)
        return answer

    def page(self, target, status=200):
        answer = self.server.ask(target)
        self.assertEqual(answer.status, status, answer.text)
        Elements(answer.text)
        return answer.text

    def command(self, name, *args):
        done = run("hemero-query", name, "-a", self.archive, "--user-data", self.kept, "--format", "json", *args)
        self.assertEqual(done.status, DONE, done.stderr)
        return done.json()

    def forms(self, target):
        """What each form of a page would send: where to, and its values as they stand."""
        found = []
        for tag, attributes in Elements(self.page(target)).found:
            if tag == "form" and attributes.get("method") == "post":
                found.append((attributes["action"], {}))
            elif tag == "form":
                found.append(None)
            elif tag == "input" and found and found[-1]:
                found[-1][1][attributes["name"]] = attributes.get("value", "")
        return [each for each in found if each]


class Searches(Kept):
    def test_a_search_is_saved_by_its_page_told_renamed_and_deleted(self):
        action, fields = next(form for form in self.forms("/recherche?q=gr%C3%A8ve&from=2019-02&lang=en")
                              if form[1]["do"] == "save")  # fmt: skip
        answer = self.send(action, **dict(fields, name=" Ma grève "))
        self.assertEqual(answer.getheader("Location"), "/recherches?lang=en")
        saved = self.command("searches")["searches"]
        self.assertEqual([(each["name"], each["articles"]) for each in saved], [("Ma grève", 3)])
        self.assertEqual(stat.S_IMODE((self.kept / "user.sqlite").stat().st_mode), 0o600)
        self.assertIn("/recherche?q=gr%C3%A8ve&amp;from=2019-02", self.page("/recherches"))
        self.assertIn("Nothing is new.", self.page("/recherches?name=Ma%20gr%C3%A8ve&lang=en"))
        self.add_articles(dict(ARTICLES[0], id="a9", title="Tout neuf", date="2019-09-09"),
                          dict(ARTICLES[2], text="La grève 3, corrigée."))  # fmt: skip
        self.index("remove", "--reason", "retrait", "--ids", self.write("ids", "2\n"))
        news = self.page("/recherches?name=Ma%20gr%C3%A8ve&lang=en")
        for told in ("new articles: 1", "Tout neuf", "changed since: 1", "found no longer: 1", "retrait"):
            self.assertIn(told, news)
        self.assertEqual(news, self.page("/recherches?name=Ma%20gr%C3%A8ve&lang=en"), "looking tells nothing")
        self.send("/recherches", do="told", name="Ma grève")
        self.assertIn("Nothing is new.", self.page("/recherches?name=Ma%20gr%C3%A8ve&lang=en"))
        self.send("/recherches", do="rename", name="Ma grève", new="B")
        self.send("/recherches", do="save", name="B", request="q=Lyon", status=409)
        self.send("/recherches", do="rename", name="B", new="B")
        self.assertEqual([each["name"] for each in self.command("searches")["searches"]], ["B"])
        self.send("/recherches", do="delete", name="B")
        self.assertNotIn("B</a>", self.page("/recherches"))

    def test_what_is_shown_is_never_older_than_what_is_kept(self):
        """A browser asks by the tag that it has whether its page still holds."""
        for target, change in (
            ("/recherches", dict(do="save", name="x", request="q=Lyon")),
            ("/dossiers", dict(do="add", name="d", article="1")),
            ("/dossiers?name=d", dict(do="add", name="d", article="2")),
            ("/recherche?dossier=d", dict(do="take", name="d", key="a1")),
        ):
            with self.subTest(target):
                known = self.server.ask(target)
                path = "/recherches" if change["do"] == "save" else "/dossiers"
                self.send(path, **change)
                again = self.server.ask(target, If_None_Match=known.getheader("ETag") or '"none"')
                self.assertEqual(again.status, 200)
                self.assertNotEqual(again.text, known.text)


class Dossiers(Kept):
    def keys(self, name="d"):
        return [each["key"] for each in self.command("dossiers", "show", name)["articles"]]

    def test_a_dossier_is_filled_noted_searched_exported_and_deleted(self):
        action, fields = next(form for form in self.forms("/article/1") if form[1]["do"] == "add")
        answer = self.send(action, **dict(fields, name="d", tags="urgent, à relire,,", note="voir « Lyon »"))
        self.assertEqual(answer.getheader("Location"), "/dossiers?name=d")
        action, fields = next(form for form in self.forms("/recherche?q=gr%C3%A8ve&from=2019-03")
                              if form[1]["do"] == "add")  # fmt: skip
        self.send(action, **dict(fields, name="d", tags="", note=""))
        self.assertEqual(self.keys(), ["a1", "a3", "a4"])
        filed = self.command("dossiers", "show", "d")["articles"][0]
        self.assertEqual((filed["tags"], filed["note"]), (["urgent", "à relire"], "voir « Lyon »"))
        self.assertIn('<option value="d">', self.page("/article/2"))
        page = self.page("/dossiers?name=d")
        for told in ("Titre 1", "urgent · à relire", "voir « Lyon »", "/recherche?dossier=d"):
            self.assertIn(told, page)
        self.assertEqual(json.loads(self.server.ask("/api/v1/search?dossier=d").text)["total"]["value"], 3)
        rows = list(csv.DictReader(io.StringIO(self.server.ask("/dossiers.csv?name=d").text)))
        self.assertEqual([(row["key"], row["note"]) for row in rows],
                         [("a1", "voir « Lyon »"), ("a3", ""), ("a4", "")])  # fmt: skip
        self.assertEqual(self.server.ask("/dossiers.ris?name=d").text.count("TY  - NEWS"), 3)
        action, fields = next(form for form in self.forms("/dossiers?name=d") if form[1]["do"] == "note")
        self.assertEqual(fields, {"do": "note", "name": "d", "key": "a1", "tags": "", "note": "voir « Lyon »"})
        self.send(action, **dict(fields, note="", tags="lu"))
        self.send("/dossiers", do="untag", name="d", key="a1", tag="urgent")
        self.send("/dossiers", do="take", name="d", key="a4")
        filed = self.command("dossiers", "show", "d")["articles"][0]
        self.assertEqual((filed["tags"], filed["note"], self.keys()), (["lu", "à relire"], "", ["a1", "a3"]))
        self.index("remove", "--reason", "retrait", "--ids", self.write("ids", "1\n"))
        self.assertIn("retrait", self.page("/dossiers?name=d"))
        self.assertEqual(self.send("/dossiers", do="rename", name="d", new="e").getheader("Location"),
                         "/dossiers?name=e")  # fmt: skip
        self.send("/dossiers", do="delete", name="e")
        self.page("/dossiers?name=e", 404)


class Refused(Kept):
    def test_what_cannot_be_kept_is_told_and_changes_nothing(self):
        self.send("/dossiers", do="add", name="d", article="1")
        before = (self.kept / "user.sqlite").read_bytes()
        for target, fields, status in (
            ("/recherche", {"q": "Lyon"}, 405),
            ("/api/v1/search", {"q": "Lyon"}, 405),
            ("/nowhere", {}, 404),
            ("/recherches", {}, 404),
            ("/recherches", dict(do="save", name="", request="q=Lyon"), 400),
            ("/recherches", dict(do="save", name="a\nb", request="q=Lyon"), 400),
            ("/recherches", dict(do="save", name="a", request="nothing=Lyon"), 400),
            ("/recherches", dict(do="delete", name="unknown"), 404),
            ("/dossiers", dict(do="add", name="d", article="99"), 400),
            ("/dossiers", dict(do="add", name="d", article="1", tags="a\nb"), 400),
            ("/dossiers", dict(do="burn", name="d"), 400),
            ("/dossiers", dict(do="rename", name="d", new=" "), 400),
            ("/dossiers", dict(do="add", name="d", article="1", note="x" * 70000), 413),
        ):
            with self.subTest(target=target, do=fields.get("do"), status=status):
                self.assertIn("title" if "/api/" in target else "<h1>", self.send(target, status, **fields).text)
        self.assertEqual((self.kept / "user.sqlite").read_bytes(), before)

    def test_only_pages_of_this_server_can_change_something(self):
        host = f"127.0.0.1:{self.server.port}"
        fields = dict(do="add", name="d", article="1")
        for headers, status in (
            ({"Sec_Fetch_Site": "cross-site"}, 403), ({"Sec_Fetch_Site": "same-site"}, 403),
            ({"Origin": "http://evil.example"}, 403), ({"Origin": "null"}, 403),
            ({"Origin": "http://127.0.0.1:1"}, 403), ({"Origin": f"http://{host}.evil"}, 403),
            ({"Sec_Fetch_Site": "cross-site", "Origin": f"http://{host}"}, 403),
            ({"Cookie": ""}, 401), ({"Cookie": "hemero=0"}, 401),
            ({"Content_Type": "text/plain"}, 400), ({"Content_Type": "multipart/form-data; boundary=x"}, 400),
            ({"Sec_Fetch_Site": "same-origin"}, 303), ({"Sec_Fetch_Site": "none"}, 303),
            ({"Origin": f"http://{host}"}, 303), ({"Origin": f"https://{host}"}, 303), ({}, 303),
            ({"Content_Type": "application/x-www-form-urlencoded; charset=UTF-8"}, 303),
        ):  # fmt: skip
            with self.subTest(headers):
                (self.kept / "user.sqlite").unlink(missing_ok=True)
                self.send("/dossiers", status, headers, **fields)
                self.assertEqual((self.kept / "user.sqlite").exists(), status == 303)
        self.assertEqual(self.server.ask("/dossiers?do=delete&name=d").status, 400, "reading changes nothing")

    def test_where_everyone_may_read_nothing_is_kept(self):
        os.chmod(self.archive / "archive.sqlite", 0o644)
        open_to_all = Server(self.archive, self.folder, "--no-key", "--user-data", self.kept)
        self.addCleanup(open_to_all.stop)
        self.send("/dossiers", do="add", name="d", article="1")
        self.assertNotIn('method="post"', open_to_all.ask("/article/1").text)
        for target, status in (("/dossiers", 403), ("/recherches", 403), ("/recherche?dossier=d", 400)):
            self.assertEqual(open_to_all.ask(target).status, status, target)
        self.assertEqual(open_to_all.send("/dossiers", dict(do="delete", name="d")).status, 403)

    def test_what_is_kept_is_text_on_every_page(self):
        for number, strange in enumerate(STRANGE):
            name = re.sub("[\u202e\n]", "", strange)
            with self.subTest(name):
                self.send("/dossiers", do="add", name=name, article="1", tags=name.replace(",", ""), note=strange)
                self.send("/recherches", do="save", name=name, request="q=" + quote(strange))
                for target in ("/dossiers", f"/dossiers?name={quote(name)}", "/recherches", "/article/1",
                               f"/recherches?name={quote(name)}"):  # fmt: skip
                    elements = Elements(self.page(target))
                    self.assertFalse({"img", "svg"} & {tag for tag, _ in elements.found})
                    self.assertEqual([each["src"].rpartition("/")[2] for each in elements.all("script")], ["hemero.js"])
                    self.assertFalse([a for _, a in elements.found if any(each.startswith("on") for each in a)])
                    for link in elements.all("a"):
                        self.assertFalse(link["href"].startswith("javascript:"))


class Readers(Kept):
    """Behind another web server, which tells who asks."""

    def answer(self, path, target, reader, method="GET", body=""):
        name = "".join(f"X-Remote-User: {each}\r\n" for each in reader)
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            connection.sendall(
                f"{method} {target} HTTP/1.1\r\nHost: archive\r\nConnection: close\r\n{name}"
                f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
            )
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        return int(answer.split()[1]), answer.decode()

    def test_each_reader_has_dossiers_of_their_own(self):
        path = self.folder / "socket"
        server = Server(self.archive, self.folder, "--user-header", "X-Remote-User", "--user-data", self.kept,
                        listen=f"unix:{path}")  # fmt: skip
        self.addCleanup(server.stop)
        for reader in (["ada"], ["Émile@x"], ["../ada"]):
            self.assertEqual(self.answer(path, "/dossiers", reader, "POST", "do=add&article=1&name=d")[0], 303, reader)
        self.assertEqual(sorted(each.name for each in self.kept.iterdir()),
                         ["user-%2E%2E%2Fada.sqlite", "user-%C3%89mile%40x.sqlite", "user-ada.sqlite"])  # fmt: skip
        self.assertNotIn("name=d", self.answer(path, "/dossiers", ["bob"])[1])
        self.assertIn("name=d", self.answer(path, "/dossiers", ["ada"])[1])
        for reader in ([], [""], ["ada", "bob"], ["x" * 65]):
            self.assertEqual(self.answer(path, "/dossiers", reader)[0], 400, reader)

    def test_a_name_that_anyone_can_send_is_not_believed(self):
        done = run("hemero-query", "serve", "-a", self.archive, "--user-header", "X-Remote-User")
        self.assertEqual(done.status, USAGE)
        self.assertIn("--listen unix:", done.stderr)


if __name__ == "__main__":
    unittest.main()
