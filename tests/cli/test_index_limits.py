"""hemero-index limits, and --limit: how much of what comes from outside is read."""
import unittest

from support import BAD_DATA, USAGE, ArchiveTest


class LimitsTest(ArchiveTest):
    def test_they_are_listed(self):
        lines = self.index("limits").stdout.splitlines()
        self.assertEqual(lines[0].split(maxsplit=2), ["text", "16MiB", "size of a text file, a web page or a message"])
        limits = self.index("limits", "--format", "json").json()["limits"]
        self.assertEqual([line.split()[0] for line in lines if line[0] != " "], [limit["name"] for limit in limits])
        self.assertEqual(limits[0], {"name": "text", "value": 16 << 20, "unit": "bytes",
                                     "meaning": "size of a text file, a web page or a message"})  # fmt: skip

    def test_they_can_be_changed(self):
        path = self.write("long.txt", "Un titre\n\n" + "Le loup descend au village. " * 80_000)
        refused = self.add(path, "--limit", "text=1MiB", status=BAD_DATA)
        self.assertIn("is longer than 1 MiB", refused.stderr)
        self.add(path, "--limit", "line=1MiB", "--limit", "text=3MiB")
        self.assertEqual(self.keys("loup"), ["long.txt"])
        lines = self.write("long.jsonl", '{"id": "a", "title": "t", "text": "%s"}\n' % ("loup " * 300_000))
        self.assertIn("the line is longer than 1 MiB", self.add(lines, "--limit", "line=1MiB", status=BAD_DATA).stderr)

    def test_records_and_markup_have_theirs(self):
        rows = self.write("rows.csv", "title,text\nUn titre,%s\n" % ("loup " * 300_000))
        refused = self.add(rows, "--limit", "record=1MiB", status=BAD_DATA)
        self.assertIn("the row is longer than 1 MiB", refused.stderr)
        self.add(rows)
        self.assertEqual(len(self.keys("loup")), 1)
        page = self.write("deep.html",
                          "<html><title>Un titre</title>" + "<div>" * 30 + "<p>Le loup descend au village.")
        self.assertNotIn("truncated", self.index("explain", page).stdout)
        self.assertIn("truncated", self.index("explain", "--limit", "html-nesting=10", page).stdout)

    def test_what_no_newspaper_prints_is_refused_by_name(self):
        good = {"id": "good", "title": "Le loup", "text": "Le loup descend."}
        hosts = ".".join(["a" * 60] * 5)
        rows = [{**good, "id": "title", "title": "loup " * 300_000}, {**good, "id": "k" * 2_000_000},
                {**good, "id": "authors", "author": [f"Auteur {i}" for i in range(100_000)]},
                {**good, "id": "host", "url": f"https://{hosts}.fr/loup"},
                {**good, "id": "labels", "url": "https://" + "a." * 50_000 + "fr"}, good]  # fmt: skip
        refused = self.add(self.write("fields.jsonl", rows))
        for number, said in enumerate(("field “title” is longer than 1 MiB", "field “key” is", "field “authors” is",
                                       "host of its address has 307 bytes, 253 at", "host of its address has 1000")):
            self.assertRegex(refused.stderr, f"fields.jsonl:{number + 1}: .*{said}")
        self.assertEqual(self.keys("loup"), ["good"])
        self.add(self.write("title.jsonl", rows[:1]), "--limit", "field=2MiB")
        self.assertEqual(sorted(self.keys("loup", "--copies", "all")), ["good", "title"])

    def test_words_have_theirs(self):
        text = " ".join(f"m{i}z" for i in range(900))
        words = self.write("words.jsonl", [{"id": "w", "title": "Mots", "text": text}])
        self.assertIn("more than 300 distinct words",
                      self.add(words, "--limit", "distinct-words=300", status=BAD_DATA).stderr)  # fmt: skip
        self.assertIn("more than 800 words", self.add(words, "--limit", "words=800", status=BAD_DATA).stderr)
        rejects = self.folder / "rejects.jsonl"
        self.add(words, "--limit", "words=800", "--rejects", rejects, status=BAD_DATA)
        self.assertIn("m899z", rejects.read_text())
        self.add(words)
        self.assertEqual(self.keys("m899z"), ["w"])

    def test_wrong_ones_are_refused(self):
        for limit, said in [("texte=1MiB", "there is no such limit"), ("text=big", "write it as text=16MiB"),
                            ("xml-nesting=300", "xml-nesting=250; the most is 256")]:
            with self.subTest(limit):
                self.assertIn(said, self.index("explain", "--limit", limit, "x.txt", status=USAGE).stderr)


if __name__ == "__main__":
    unittest.main()
