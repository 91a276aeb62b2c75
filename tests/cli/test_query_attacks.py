"""hemero-query serve under requests that no browser sends, over raw sockets."""
import contextlib
import http.client
import os
import re
import select
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor

from support import ArchiveTest, SampleTest
from test_query_serve import Server

CLOSED = 0  # the connection, without an answer
REFUSED = (CLOSED, 400, 413, 414, 431, 501, 505)  # by the library, of which each version has its own way

OWN_HEADERS = {"Date", "Connection", "Content-Length", "Transfer-Encoding", "Content-Type", "Content-Disposition",
               "Location", "Set-Cookie", "ETag", "Vary", "Cache-Control", "Content-Security-Policy",
               "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
               "Cross-Origin-Resource-Policy"}  # fmt: skip

LONGEST_REQUEST = 20  # seconds until all that is asked must have come


def answers(sent):
    """Statuses, headers and bodies of the answers that a server sent one after the other."""
    found = []
    while sent:
        head, _, sent = sent.partition(b"\r\n\r\n")
        status, *lines = head.decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        length = int(headers.get("Content-Length", len(sent)))
        found.append((int(status.split()[1]), headers, sent[:length]))
        sent = sent[length:]
    return found


class Attacks(SampleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.sample, cls.sample)
        cls.host = f"Host: 127.0.0.1:{cls.server.port}\r\n"
        cls.cookie = f"Cookie: hemero={cls.server.key}\r\n"

    @classmethod
    def tearDownClass(cls):
        ended = cls.server.stop()
        assert ended == (0, ("", "")), ended  # and nothing of any request was printed

    def connect(self):
        return socket.create_connection((self.server.host, self.server.port), timeout=60)

    def sent_back(self, request, half_closed=False):
        """All that comes until the server ends the connection."""
        sent = b""
        with self.connect() as connection, contextlib.suppress(ConnectionError):
            connection.sendall(request)
            if half_closed:
                connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                sent += piece
        return sent

    def request(self, target="/aide", method="GET", version="HTTP/1.1", host=None, more="", body="", last=True):
        """A request with the key; `last` has the server end the connection after it."""
        last = "Connection: close\r\n" if last else ""
        head = f"{method} {target} {version}\r\n{self.host if host is None else host}{self.cookie}{more}{last}\r\n"
        return (head + body).encode("latin-1")

    def check(self, rows, **same):
        for reason, row, expected in rows:
            with self.subTest(reason):
                sent = self.sent_back(row if isinstance(row, bytes) else self.request(**same, **row))
                status = int(sent.split()[1]) if sent else CLOSED
                self.assertIn(status, expected if isinstance(expected, tuple) else (expected,))
        self.assertEqual(self.server.ask("/aide").status, 200)

    def test_under_another_name_nothing_is_answered(self):
        port = self.server.port
        self.check([
            ("its own name", {}, 200),
            ("another one that is its own", {"host": f"host:localhost:{port}\r\n"}, 200),
            ("none", {"host": ""}, REFUSED),
            ("an empty one", {"host": "Host:\r\n"}, 421),
            ("two", {"host": self.host * 2}, 400),
            ("a second one that is foreign", {"host": self.host + "Host: evil\r\n"}, 400),
            ("another port", {"host": f"Host: 127.0.0.1:{port + 1}\r\n"}, 421),
            ("no port", {"host": "Host: 127.0.0.1\r\n"}, 421),
            ("a name that begins like its own", {"host": f"Host: 127.0.0.1.evil:{port}\r\n"}, 421),
            ("a name that ends like its own", {"host": f"Host: evil.localhost:{port}\r\n"}, 421),
            ("a port that begins like its own", {"host": f"Host: 127.0.0.1:{port}0\r\n"}, 421),
            ("the root's dot", {"host": f"Host: localhost.:{port}\r\n"}, 421),
            ("somebody at it", {"host": f"Host: evil@127.0.0.1:{port}\r\n"}, 421),
            ("the same number written otherwise", {"host": f"Host: 2130706433:{port}\r\n"}, 421),
            ("a name in two lines", {"host": f"Host: 127.0.0.1:{port}\r\n evil\r\n"}, REFUSED),
            ("a blank before the colon", {"host": f"Host : 127.0.0.1:{port}\r\n"}, REFUSED),
            ("what a proxy would say", {"host": "Host: evil\r\n", "more": f"X-Forwarded-{self.host}"}, 421),
        ])  # fmt: skip

    def test_what_could_be_cut_in_two_ways_is_refused(self):
        self.check([
            ("two lengths", {"more": "Content-Length: 0\r\nContent-Length: 5\r\n"}, 400),
            ("the same length twice", {"more": "Content-Length: 0\r\n" * 2}, 400),
            ("a list of lengths", {"more": "Content-Length: 5, 5\r\n"}, REFUSED),
            ("a length and chunks", {"more": "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"}, 400),
            ("chunks twice", {"more": "Transfer-Encoding: chunked\r\n" * 2}, 400),
            ("a negative length", {"more": "Content-Length: -1\r\n"}, REFUSED),
            ("a length with a sign", {"more": "Content-Length: +5\r\n"}, REFUSED),
            ("a length beyond numbers", {"more": f"Content-Length: {'9' * 30}\r\n"}, REFUSED),
            ("a line without a colon", {"more": "nothing\r\n"}, REFUSED),
        ])  # fmt: skip

    def test_only_paths_of_its_own_are_targets(self):
        self.check([
            ("an address of its own", {"target": f"http://127.0.0.1:{self.server.port}/aide"}, 400),
            ("an address of another server", {"target": "http://evil/aide"}, 400),
            ("a name and a port", {"target": "127.0.0.1:80", "method": "CONNECT"}, 400),
            ("a star", {"target": "*", "method": "OPTIONS"}, 400),
            ("what a browser takes for another server", {"target": "//evil/"}, 400),
            ("the same written backwards", {"target": "/\\evil/"}, 400),
            ("a fragment", {"target": "/aide#page"}, 404),
            ("folders above", {"target": "/../../etc/passwd"}, 404),
            ("the same encoded", {"target": "/%2e%2e/%2e%2e/etc/passwd"}, 404),
            ("folders above a style sheet", {"target": "/style/../../../../etc/passwd"}, 404),
            ("folders above an article", {"target": "/article/../etat"}, 404),
            ("folders above an export", {"target": "/recherche.csv/../jsonl"}, 404),
        ])  # fmt: skip

    def test_nothing_but_reading_is_done(self):
        self.check([(method, {"method": method}, 405) for method in
                    ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "get", "G" * 5000)])  # fmt: skip

    def test_other_versions_of_http(self):
        self.check([
            ("the one before", {"version": "HTTP/1.0"}, 200),
            ("the one before, without a name", {"version": "HTTP/1.0", "host": ""}, 400),
            ("a later one of the same kind", {"version": "HTTP/1.2"}, 200),
            ("HTTP/2 in so many words", {"version": "HTTP/2.0"}, REFUSED),
            ("HTTP/2 as it begins", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", REFUSED),
            ("HTTP/2 for those who would rather", {"more": "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"}, 200),
            ("the first one of all", b"GET /aide\r\n\r\n", REFUSED),
            ("another protocol", {"version": "HTTQ/1.1"}, REFUSED),
            ("no blanks", b"GET\t/aide\tHTTP/1.1\r\n\r\n", REFUSED),
        ])  # fmt: skip

    def test_what_is_too_much_is_refused(self):
        self.check([
            ("an address of 64 KB", {"target": "/recherche?q=" + "a" * 65536}, REFUSED),
            ("5,000 headers", {"more": "a: b\r\n" * 5000}, REFUSED),
            ("a header of 64 KB", {"more": f"a: {'b' * 65536}\r\n"}, REFUSED),
            ("300 headers", {"more": "a: b\r\n" * 300}, 200),
            ("1,000 languages", {"more": f"Accept-Language: {'en,' * 1000}\r\n"}, 200),
            ("100 parameters", {"target": "/recherche?" + "&".join(["source=a"] * 100)}, 200),
            ("1,000 parameters", {"target": "/recherche?" + "&".join(["source=a"] * 1000)}, (*REFUSED, 200)),
            ("5,000 words", {"target": "/recherche?q=" + "+".join(["a"] * 5000)}, 200),
            ("500 brackets", {"target": f"/recherche?q={'(' * 500}a{')' * 500}"}, 200),
        ])  # fmt: skip

    def test_strange_bytes_are_words_like_others_or_refused(self):
        for path in ("/recherche", "/recherche.csv", "/concordance", "/voisins", "/courbe.svg", "/api/v1/search"):
            self.check([(f"{path}?q={value}", {"target": f"{path}?q={value}"}, expected) for value, expected in [
                ("%00", 200), ("a%00b", 200), ("%01%1b%5b2J%7f", 200), ("%ff%fe", 200), ("\xff\xfe", 200),
                ("%ed%a0%80", 200), ("%c0%af", 200), ("%f4%90%80%80", 200), ("%e2%80%ae%e2%81%a6", 200),
                ("gr\xc3\xa8ve", 200), ("a\x01b", 400), ("a\x1b[2Jb", 400), ("a\tb", 400), ("a\x7fb", 400),
                ("a\rb", 400), ("%", 400), ("%4", 400), ("%zz", 400), ("a&x=%u0061", 400), ("a&%71=b", 400),
            ]])  # fmt: skip
        self.check([(target, {"target": target}, 404) for target in
                    ("/article/1%00", "/article/%31", "/article/+1", "/article/-1", "/article/1e0",
                     "/article/4294967297", "/%61ide", "/\xff", "/aide/", "/AIDE", "/recherche.",
                     "/api/v1/articles/")])  # fmt: skip
        cut = answers(self.sent_back(self.request("/recherche?q=le\0&x=1")))[0]
        self.assertEqual(cut[0], 200)  # the library ends a target there

    def test_nothing_that_is_asked_becomes_a_header(self):
        key = f"key={self.server.key}"
        breaks = ("%0d%0aSet-Cookie:%20a=b", "%0aSet-Cookie:%20a=b", "%0d%0a%0d%0a<script>",
                  "%e5%98%8d%e5%98%8aSet-Cookie:a=b")  # fmt: skip
        for text in breaks:
            for target in (f"/recherche?{key}&q={text}", f"/{text}?{key}", f"/recherche.csv?q={text}",
                           f"/recherche.csv{text}?q=le", f"/recherche.atom?q={text}"):  # fmt: skip
                with self.subTest(target):
                    ((_, headers, _),) = answers(self.sent_back(self.request(target)))
                    self.assertNotIn("a=b", headers.get("Set-Cookie", ""))
                    self.assertLessEqual(set(headers), OWN_HEADERS)
        for target in (f"//evil/?{key}", f"/\\evil/?{key}", f"/\t/evil/?{key}"):
            with self.subTest(target):
                self.assertNotIn(b"Location", self.sent_back(self.request(target)))

    def test_requests_that_follow_at_once_are_answered_in_turn(self):
        rows = (("/aide", 200), ("/nope", 404), ("/etat", 200), ("/recherche?q=%", 400), ("/recherche?q=le", 200))
        sent = self.sent_back(b"".join(self.request(target, last=target == rows[-1][0]) for target, _ in rows))
        self.assertEqual([status for status, _, _ in answers(sent)], [status for _, status in rows])
        self.assertIn(b"<title>le ", answers(sent)[-1][2])

    def test_a_body_is_never_taken_for_a_request(self):
        inner = self.request("/etat").decode()
        for reason, row in (
            ("a body as long as it says", {"more": f"Content-Length: {len(inner)}\r\n"}),
            ("a shorter one", {"more": f"Content-Length: {len(inner) + 100}\r\n"}),
            ("a longer one", {"more": "Content-Length: 0\r\n"}),
            ("chunks that end at once", {"more": "Transfer-Encoding: chunked\r\n", "body": "0\r\n\r\n"}),
            ("chunks that are none", {"more": "Transfer-Encoding: xchunked\r\n"}),
            ("two lengths", {"more": "Content-Length: 0\r\nContent-Length: 5\r\n"}),
            ("one that is waited for", {"more": "Expect: 100-continue\r\nContent-Length: 5\r\n"}),
            ("another method", {"method": "POST", "more": f"Content-Length: {len(inner)}\r\n"}),
            ("64 KB of another method", {"method": "PUT", "more": "Content-Length: 65536\r\n", "body": "a" * 65536}),
            ("more than can come", {"method": "POST", "more": "Content-Length: 4000000000\r\n"}),
        ):  # fmt: skip
            with self.subTest(reason):
                sent = self.sent_back(self.request(**{**row, "body": row.get("body", "") + inner}, last=False))
                self.assertEqual(len(re.findall(rb"^HTTP/1.1 ", sent, re.MULTILINE)), 1)

    def test_who_says_no_more_is_answered_all_the_same(self):
        whole = self.request("/recherche?q=le", last=False)
        self.assertEqual([status for status, _, _ in answers(self.sent_back(whole, half_closed=True))], [200])
        for cut in (b"", b"GET", whole[:30], whole[:-2]):
            with self.subTest(cut):
                self.assertEqual(self.sent_back(cut, half_closed=True), b"")

    def test_who_drips_is_closed_and_who_waits_is_answered_meanwhile(self):
        whole = self.request()
        beginnings = [b"", b"GET /aide", whole[:-2] + b"a: ", self.request(last=False) + b"GET /"]
        half_open = [self.connect() for _ in range(300)]
        for each in half_open:
            each.sendall(whole[:40])
        began = time.monotonic()
        with ThreadPoolExecutor(len(beginnings)) as pool:
            closed = [pool.submit(self.drip, beginning, began + 3 * LONGEST_REQUEST) for beginning in beginnings]
            for _ in range(20):
                self.assertEqual(self.server.ask("/recherche?q=le").status, 200)
            for each in closed:
                self.assertTrue(each.result())
        for each in half_open:
            each.close()

    def drip(self, beginning, until):
        """Sends a byte a second behind a beginning; true when the server closes that before this time."""
        with self.connect() as connection, contextlib.suppress(ConnectionError):
            connection.sendall(beginning)
            connection.settimeout(1)
            while time.monotonic() < until:
                connection.sendall(b"a")
                try:
                    while connection.recv(65536):
                        pass
                    return True
                except TimeoutError:
                    pass
            return False
        return True

    def test_more_connections_than_it_takes_end_by_themselves(self):
        crowd = [self.connect() for _ in range(700)]
        end = time.monotonic() + 60
        status = None
        while status != 200 and time.monotonic() < end:
            with contextlib.suppress(OSError):
                status = self.server.ask("/aide").status
        self.assertEqual(status, 200)
        for each in crowd:
            each.close()


class SlowReaders(ArchiveTest):
    """Exports that nobody hurries to read, of more than what waits in sockets."""

    ARTICLES, SIZE = 40, 300_000  # letters each

    def setUp(self):
        super().setUp()
        texts = ["Un loup passe. " + ("Nom " if i < 4 else "Mot ") * (self.SIZE // 4) for i in range(self.ARTICLES)]
        self.add_articles(*({"id": f"k{i}", "title": f"Loup {i}", "text": f"{text}{i}"}
                            for i, text in enumerate(texts)))  # fmt: skip
        self.server = Server(self.archive, self.folder)
        self.addCleanup(self.server.process.kill)

    def begin(self):
        """An export whose first byte is here."""
        connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=60)
        connection.request("GET", "/recherche.iramuteq.txt?q=loup", headers={"Cookie": f"hemero={self.server.key}"})
        response = connection.getresponse()
        self.assertEqual((response.status, response.read(1)), (200, b"*"))
        return connection, response

    def test_they_keep_nobody_from_searching(self):
        slow = [self.begin() for _ in range(2 * os.cpu_count() + 2)]
        self.assertEqual(self.server.ask("/recherche?q=loup").status, 200)
        for connection, response in slow:
            self.assertEqual(response.read().count(b"***"), self.ARTICLES)
            connection.close()

    def test_who_leaves_leaves_nothing_behind(self):
        for connection, response in [self.begin() for _ in range(4)]:
            response.close()
            connection.close()
        end = time.monotonic() + 60
        while self.server.open_files("(deleted)") and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual(self.server.open_files("(deleted)"), [])
        self.assertEqual(self.server.stop(), (0, ("", "")))

    def test_an_export_that_is_cut_short_does_not_look_whole(self):
        connection, response = self.begin()
        self.server.process.send_signal(signal.SIGTERM)
        with self.assertRaises((http.client.IncompleteRead, ConnectionError)):
            while response.read(65536):
                pass
        connection.close()
        self.assertEqual(self.server.process.wait(60), 0)

    def test_what_was_asked_before_the_end_is_answered(self):
        connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=60)
        connection.request("GET", "/concordance?q=nom", headers={"Cookie": f"hemero={self.server.key}"})
        while not self.server.open_files("archive.sqlite"):  # its reader's
            time.sleep(0.01)
        self.server.process.send_signal(signal.SIGTERM)
        response = connection.getresponse()
        self.assertEqual(response.status, 200)
        self.assertIn("</html>", response.read().decode())
        connection.close()
        self.assertEqual(self.server.process.wait(60), 0)

    def test_an_article_is_read_while_all_who_may_search_do(self):
        searching = []
        for _ in range(os.cpu_count()):
            connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=60)
            connection.request("GET", "/concordance?q=mot", headers={"Cookie": f"hemero={self.server.key}"})
            searching.append(connection)
        while len(self.server.open_files("archive.sqlite-wal")) < len(searching):
            time.sleep(0.01)
        self.assertEqual(self.server.ask("/article/7?q=loup").status, 200)
        answered, _, _ = select.select([connection.sock for connection in searching], [], [], 0)
        self.assertEqual(answered, [])
        for connection in searching:
            connection.close()
