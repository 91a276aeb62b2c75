"""Zip and tar archives: each entry is read like a file, and what is none of its own says why it is not read."""
import gzip
import io
import json
import tarfile
import unittest
import warnings
import zipfile

from support import BAD_DATA, DONE, PARTLY, ArchiveTest, run

PAGE = "Un titre de page\n\nIl pleut sur la ville depuis trois jours, dit le maire à la presse.\n".encode()
LINES = b'{"id": "k1", "title": "Un"}\n{"id": "k2", "title": "Deux"}\n'
FEED = "<rss><channel><item><guid>k3</guid><title>Trois</title></item></channel></rss>".encode()


def zipped(*entries, packing=zipfile.ZIP_DEFLATED):
    """A zip of (name or ZipInfo, bytes)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice
        for name, content in entries:
            made.writestr(name, content, packing)
    return file.getvalue()


def tarred(*entries, **how):
    """A tar of (name, bytes) or of (name, a member's type)."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", **how) as made:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            if isinstance(content, bytes) and content not in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE,
                                                              tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
                info.size = len(content)
                made.addfile(info, io.BytesIO(content))
            else:
                info.type, info.linkname = content, "/etc/passwd"
                made.addfile(info)
    return file.getvalue()


def link(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


def encrypted(content):
    """The flag of encryption, set in both headers of a zip with one entry."""
    content = bytearray(content)
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def alto(words):
    strings = "".join(f"<String CONTENT='{word}'/>" for word in words.split())
    return ("<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'><Layout><Page><PrintSpace><TextBlock><TextLine>"
            f"{strings}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>").encode()  # fmt: skip


def mets(*pages):
    files = "".join(f"<file ID='f{i}'><FLocat xlink:href='{page}'/></file>" for i, page in enumerate(pages, 1))
    return ("<mets xmlns='http://www.loc.gov/METS/' xmlns:xlink='http://www.w3.org/1999/xlink'><fileSec><fileGrp>"
            f"{files}</fileGrp></fileSec></mets>").encode()  # fmt: skip


class Containers(ArchiveTest):
    ENTRIES = (("in/a.txt", PAGE), ("b.ndjson", LINES), ("c.xml.gz", gzip.compress(FEED)),
               ("d.jsonl", b'{"title": "Quatre"}\n'))

    def keys_of(self, path, status=DONE):
        done = self.index("explain", "--format", "jsonl", path, status=status)
        return [article["key"] for article in done.json_lines()], done.stderr

    def test_entries_are_read_like_files(self):
        for name, content in (("a.zip", zipped(*self.ENTRIES)), ("a.tar", tarred(*self.ENTRIES)),
                              ("b.zip", zipped(*self.ENTRIES, packing=zipfile.ZIP_STORED)),
                              ("v7", tarred(*self.ENTRIES, format=tarfile.USTAR_FORMAT)),
                              ("c.tar.gz", tarred(*self.ENTRIES)), ("zip.txt", zipped(*self.ENTRIES))):  # fmt: skip
            with self.subTest(name):
                path = self.write(name, content)
                keys, stderr = self.keys_of(path)
                self.assertEqual(keys, [f"{name}/in/a.txt", "k1", "k2", "k3", f"{name}/d.jsonl:1"])
                self.assertEqual(stderr, "")

    def test_a_search_finds_an_entry_and_names_it(self):
        self.write("in/a.zip", zipped(*self.ENTRIES))
        self.write("in/b.tgz", gzip.compress(tarred(("e.txt", PAGE.replace(b"titre", b"autre")))))
        done = self.add(self.folder / "in")
        self.assertIn("6 added, 0 updated, 0 unchanged, 0 skipped", done.stderr)
        self.assertIn("6 unchanged", self.add(self.folder / "in").stderr)
        (hit,) = self.search("titre")["hits"]
        self.assertEqual(hit["path"], f"{self.folder}/in/a.zip/in/a.txt")
        self.assertEqual(hit["key"], "a.zip/in/a.txt")

    def test_the_standard_input_may_be_a_container(self):
        for content in (zipped(*self.ENTRIES), tarred(*self.ENTRIES), gzip.compress(tarred(*self.ENTRIES))):
            done = self.index("explain", "--format", "jsonl", "-", stdin=content)
            self.assertEqual(len(done.json_lines()), 5)

    def test_what_is_not_read_says_why(self):
        zip_in = zipped(("x.txt", PAGE))
        cases = [
            ("parent", zipped(("../x.txt", PAGE)), "outside", "leads out of the container"),
            ("parent inside", zipped(("in/../../x.txt", PAGE)), "outside", "leads out"),
            ("backslashes", zipped(("..\\x.txt", PAGE)), "outside", "leads out"),
            ("drive", zipped(("C:\\x.txt", PAGE)), "outside", "leads out"),
            ("absolute", tarred(("/etc/x.txt", PAGE)), "outside", "leads out"),
            ("link in a zip", zipped((link("x.txt"), "/etc/passwd")), "no_file", "a link or a device"),
            ("link in a tar", tarred(("x.txt", tarfile.SYMTYPE)), "no_file", "a link or a device"),
            ("hard link", tarred(("x.txt", tarfile.LNKTYPE)), "no_file", "a link or a device"),
            ("device", tarred(("x.txt", tarfile.CHRTYPE)), "no_file", "a link or a device"),
            ("pipe", tarred(("x.txt", tarfile.FIFOTYPE)), "no_file", "a link or a device"),
            ("zip in a zip", zipped(("x.zip", zip_in)), "nested", "a container inside of a container"),
            ("zip in a tar", tarred(("x.zip", zip_in)), "nested", "a container inside of a container"),
            ("packed tar in a zip", zipped(("x.tgz", gzip.compress(tarred(("x", PAGE))))), "nested",
             "a container inside"),
            ("name of no format", zipped(("x.css", PAGE)), "unknown_format", "the name of no format"),
            ("picture", zipped(("x.txt", b"\x89PNG\r\n\x1a\n\0\0")), "binary", "PNG is not read"),
            ("RTF", zipped(("x.rtf", b"{\\rtf1 Un loup.}")), "binary", "RTF is not read"),
            ("other XML", zipped(("x.xml.gz", gzip.compress(b"<svg/>"))), "unknown_format", "begins with <svg>"),
            ("encrypted", encrypted(zipped(("x.txt", PAGE))), "encrypted", "encrypted: not read"),
            ("LZMA", zipped(("x.txt", PAGE), packing=zipfile.ZIP_LZMA), "unknown_format", "packed by lzma"),
        ]
        for name, content, reason, text in cases:
            with self.subTest(name):
                done = self.index("add", self.write("a", content), status=BAD_DATA)
                self.assertIn(f"1 skipped ({reason} 1)", done.stderr)
                self.assertIn(text, done.stderr)

    def test_folders_and_hidden_names_are_passed_over(self):
        entries = (".hidden", PAGE), ("__MACOSX/._a.txt", PAGE), (".git/a.txt", PAGE), ("./in/./a.txt", PAGE)
        self.assertEqual(self.keys_of(self.write("a.zip", zipped(*entries))), (["a.zip/in/a.txt"], ""))
        tar = tarred(("./", tarfile.DIRTYPE), *entries)
        self.assertEqual(self.keys_of(self.write("a.tar", tar)), (["a.tar/in/a.txt"], ""))

    def test_a_page_saved_with_its_files_is_one_article(self):
        html = ("<!DOCTYPE html><html><head><title>La digue</title></head><body><article><h1>La digue</h1><p>Il pleut "
                "sur la ville depuis trois jours, dit le maire.</p></article></body></html>")  # fmt: skip
        entries = (("La digue.html", html.encode()), ("La digue_files/style.css", b"body { color: red }"),
                   ("La digue_files/gtag.js", b"window.x = 1;"), ("La digue_files/logo.svg", b"<svg/>"),
                   ("La digue_files/a.woff2", b"wOF2"), ("lien.url", b"[InternetShortcut]"))  # fmt: skip
        for name, content in (("a.zip", zipped(*entries)), ("a.tar", tarred(*entries))):
            keys, stderr = self.keys_of(self.write(name, content), status=PARTLY)
            self.assertEqual(keys, [f"{name}/La digue.html"])
            self.assertEqual(len(stderr.splitlines()), 5, stderr)

    def test_what_describes_a_package_is_passed_over(self):
        bag = zipped(("bagit.txt", b"BagIt-Version: 1.0\n"), ("bag-info.txt", b"Source-Organization: Ici\n"),
                     ("manifest-sha256.txt", b"0 data/a.txt\n"), ("data/a.txt", PAGE), ("data/README.md", PAGE),
                     ("__MACOSX/data/a.txt", PAGE), ("robots.txt", b"User-agent: *\n"))  # fmt: skip
        self.assertEqual(self.keys_of(self.write("a.zip", bag)), (["a.zip/data/a.txt"], ""))
        done = self.index("add", self.write("b.zip", zipped(("README.md", PAGE))), status=BAD_DATA)
        self.assertIn("the container holds no file", done.stderr)

    def test_a_wacz_gives_the_pages_of_its_web_archives(self):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Il pleut sur la ville depuis trois jours.</p>"
        warc = (b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://matin.example/un\r\nContent-Type: "
                b"application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http))  # fmt: skip
        wacz = zipped(("archive/data.warc.gz", gzip.compress(warc)), ("indexes/index.cdx.gz", gzip.compress(b"x")),
                      ("pages/pages.jsonl", b'{"format": "json-pages-1.0"}\n{"url": "https://matin.example/un"}\n'),
                      ("datapackage.json", b'{"profile": "data-package", "title": "Une collection"}'),
                      ("datapackage-digest.json", b"{}"), packing=zipfile.ZIP_STORED)  # fmt: skip
        self.write("in/a.wacz", wacz)
        done = self.add(self.folder / "in")
        self.assertIn("1 added, 0 updated, 0 unchanged, 0 skipped", done.stderr)
        self.assertEqual(self.keys("ville"), ["https://matin.example/un"])

    def test_names_in_any_charset(self):
        utf8 = zipped(("été.txt", PAGE))
        cases = [("utf8.zip", utf8), ("tar.tar", tarred(("été.txt", PAGE))),
                 ("dos.zip", zipped(("aeb.txt", PAGE)).replace(b"aeb.txt", "été.txt".encode("cp850"))),
                 ("unflagged.zip", utf8.replace(b"\x00\x08\x08", b"\x00\x00\x08")),
                 ("latin.tar", tarred(("été.txt", PAGE), encoding="cp1252", format=tarfile.GNU_FORMAT))]  # fmt: skip
        for name, content in cases:
            with self.subTest(name):
                self.assertEqual(self.keys_of(self.write(name, content)), ([f"{name}/été.txt"], ""))
        keys, _ = self.keys_of(self.write("a.tar", tarred(("a\nb.txt", PAGE))))
        self.assertEqual(keys, ["a.tar/a b.txt"])

    def test_what_stands_before_damage_is_kept(self):
        noise = "".join(f"{i * 7919 % 100003:x} " for i in range(3000)).encode()
        entries = ("a.txt", PAGE), ("b.txt", noise)
        for name, content in (("cut.zip", zipped(*entries)), ("cut.tar", tarred(*entries)[:3000])):
            with self.subTest(name):
                keys, stderr = self.keys_of(self.write(name, content[: len(content) * 2 // 3]), status=PARTLY)
                self.assertEqual(keys[:1], [f"{name}/a.txt"])
                self.assertIn("damaged", stderr)

    def test_damage_in_one_entry_leaves_the_others(self):
        content = bytearray(zipped(("a.txt", PAGE), ("b.txt", PAGE)))
        content[45] ^= 0xFF
        keys, stderr = self.keys_of(self.write("a.zip", bytes(content)), status=PARTLY)
        self.assertEqual(keys, ["a.zip/b.txt"])
        self.assertIn("damaged", stderr)

    ISSUES = tuple(
        (name.format(issue), content)
        for issue in ("1", "2", "3")
        for name, content in (
            ("{}/toc/mets.xml", mets("../ocr/1.xml", "..%2Focr%2F2.xml")),
            ("{}/ocr/1.xml", alto("Incendie " + issue)),
            ("{}/ocr/2.xml", alto("Moisson " + issue)),
            ("{}/ocr/3.xml", alto("Sans fascicule " + issue)),
        )
    )

    def test_a_digitised_newspaper_is_put_together_as_in_a_folder(self):
        for name, content in self.ISSUES:
            self.write(f"issues/{name}", content)
        expected, stderr = self.keys_of(self.folder / "issues")
        self.assertEqual(stderr, "")
        self.assertEqual(len(expected), 9)
        pages_first = sorted(self.ISSUES, key=lambda entry: ("toc" in entry[0], entry[0]))
        for order in (self.ISSUES, pages_first, pages_first[::-1]):
            for name, content in (("a.zip", zipped(*order)), ("a.tar", tarred(*order)),
                                  ("a.tgz", gzip.compress(tarred(*order)))):  # fmt: skip
                with self.subTest(name):
                    keys, stderr = self.keys_of(self.write(f"in/{name}", content))
                    self.assertEqual(stderr, "")
                    self.assertEqual(sorted(keys), sorted(f"{name}/{key}" for key in expected))

    def test_of_a_container_without_a_place_each_page_is_an_article(self):
        inside = zipped(*self.ISSUES[:4])
        nested = self.write("b.zip", zipped(("a.zip", inside)))
        for paths in (["-"], ["--limit", "container-nesting=2", nested]):
            done = run("hemero-index", "explain", "--format", "jsonl", *paths, stdin=inside)
            keys = [json.loads(line)["key"] for line in done.stdout.splitlines()]
            self.assertEqual([key[-9:] for key in keys], ["ocr/1.xml", "ocr/2.xml", "ocr/3.xml"])
            self.assertIn("mets.xml: a METS file in a container", done.stderr)

    def test_pages_that_are_missing_or_damaged(self):
        pages = mets("1.xml", "2.xml", "3.xml", "../x.xml")
        damaged = bytearray(zipped(("mets.xml", pages), ("1.xml", alto("Un loup")), ("2.xml", alto("Deux loups")),
                                   packing=zipfile.ZIP_STORED))  # fmt: skip
        damaged[damaged.index(b"Deux")] ^= 0xFF
        keys, stderr = self.keys_of(self.write("a.zip", bytes(damaged)), status=PARTLY)
        self.assertEqual(keys, ["a.zip/mets.xml#f1"])
        self.assertIn("a.zip/2.xml: it is damaged", stderr)
        self.assertIn("the page a.zip/3.xml is missing", stderr.replace(f"{self.folder}/", ""))
        self.assertIn("the page ../x.xml lies outside", stderr)

    def test_containers_without_a_file(self):
        for name, content in (("a.zip", zipped()), ("a.tar", tarred(("in", tarfile.DIRTYPE)))):
            done = self.index("add", self.write(name, content), status=BAD_DATA)
            self.assertIn("the container holds no file", done.stderr)


if __name__ == "__main__":
    unittest.main()
