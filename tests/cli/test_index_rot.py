"""Bytes that rot on the disk: what is read is told to be damaged and costs no more than itself; check and repair."""
import contextlib
import shutil
import sqlite3

from support import BAD_DATA, DONE, NO_HITS, PARTLY, PROBLEMS, ArchiveTest, run

SENTENCES = ["Le loup est revenu dans la vallée.", "La mairie a voté le budget de l’école.",
             "Un train a déraillé près de la gare.", "La grève des facteurs continue."]  # fmt: skip
COUNT = 24


def article(number):
    lines = [SENTENCES[(number + i * i) % len(SENTENCES)] for i in range(5)]
    return {"id": f"a{number}", "title": f"Nouvelle {number} de Maussargues", "date": f"2021-08-{number % 28 + 1:02}",
            "source": "Le Matin", "url": f"https://matin.example/{number}",
            "text": "\n".join([f"Numéro {number}, édition {number * 7919}.", *lines])}  # fmt: skip


def flip(path, at=None):
    """Flips a bit of a file: in its middle, when nothing else is said."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2 if at is None else at] ^= 0x10
    path.write_bytes(data)


class Rot(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.rows = [article(number) for number in range(1, COUNT + 1)]
        self.add_articles(*self.rows)

    @contextlib.contextmanager
    def sql(self):
        with contextlib.closing(sqlite3.connect(self.archive / "archive.sqlite")) as connection:
            yield connection
            connection.commit()

    def damage_text(self, article=10):
        with self.sql() as connection:
            (version,) = connection.execute("SELECT version_id FROM article WHERE id = ?", (article,)).fetchone()
            text = bytearray(connection.execute("SELECT text FROM version WHERE id = ?", (version,)).fetchone()[0])
            text[len(text) // 2] ^= 1
            connection.execute("UPDATE version SET text = ? WHERE id = ?", (bytes(text), version))

    def change_title(self, article=10):
        with self.sql() as connection:
            connection.execute("UPDATE version SET title = 'X' || substr(title, 2) WHERE id = "
                               "(SELECT version_id FROM article WHERE id = ?)", (article,))  # fmt: skip

    def part(self):
        return next((self.archive / "index").glob("part-*"))

    def middle_of_stream(self, version):
        """Where the words of a version stand: between its offset and the next one's."""
        data = (self.part() / "streams.offsets").read_bytes()
        begin, end = (int.from_bytes(data[8 * i : 8 * i + 6], "little") for i in (version - 1, version))
        return (begin + end) // 2

    def assert_sound(self):
        self.assertIn("nothing is damaged", self.index("check", "--full").stdout)

    def test_a_damaged_text_costs_its_article_only(self):
        self.damage_text()
        named = "article 10 (a10, “Nouvelle 10 de Maussargues”) is damaged: its text cannot be read"
        for tried in (self.query("show", 10, status=PARTLY), self.query("show", "a10", 11, status=PARTLY),
                      self.index("export", status=PARTLY), self.index("rebuild", status=PARTLY),
                      self.index("zones", status=PARTLY)):  # fmt: skip
            self.assertIn(named, tried.stderr)
        self.assertEqual(len(self.index("export", status=PARTLY).stdout.splitlines()), COUNT - 1)
        self.assertIn("Nouvelle 11", self.query("show", 10, 11, status=PARTLY).stdout)
        self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT - 1)
        self.add_articles({**article(99), "id": "new"}, {**self.rows[9], "text": "Tout autre chose."})
        self.assertEqual(self.keys('"tout autre chose"'), ["a10"])

    def test_a_damaged_text_on_a_page_is_told_and_the_others_are_shown(self):
        self.damage_text()
        page = self.query("search", "--format", "json", "-n", "50", "Maussargues", status=PARTLY).json()
        self.assertEqual(len(page["hits"]), COUNT - 1)
        self.assertIn("article 10", page["query"]["notices"][-1])
        self.assertEqual(self.query("search", "--count", "Maussargues").stdout, f"{COUNT}\n")

    def test_a_damaged_article_is_removed_and_purged(self):
        self.damage_text()
        self.index("remove", "--id", 10)
        self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT - 1)
        self.index("purge", "--yes")
        self.assert_sound()

    def test_what_is_added_again_is_mended(self):
        for damage in (self.damage_text, self.change_title):
            with self.subTest(damage.__name__):
                damage()
                self.assertIn("1 updated", self.add_articles(*self.rows).stderr)
                self.assertEqual(len(self.query("show", 10, "--versions").stdout.splitlines()), 1)
                self.assertEqual(sorted(self.keys("Maussargues", "-n", "50")), sorted(row["id"] for row in self.rows))
                self.assertIn("0 updated", self.add_articles(*self.rows).stderr)

    def test_a_changed_field_is_told_and_shown_all_the_same(self):
        self.change_title()
        named = "article 10 (a10, “Xouvelle 10 de Maussargues”) is damaged: it is not what was stored"
        self.assertIn(named, self.query("show", 10, status=PARTLY).stderr)
        self.assertIn(named, self.index("check", "--full", status=PROBLEMS).stdout)
        self.assertEqual(len(self.index("export", status=PARTLY).stdout.splitlines()), COUNT)

    def test_damaged_words_cost_their_article_only(self):
        named = "article 10 (a10, “Nouvelle 10 de Maussargues”): its words in the index are damaged"
        others = sorted(row["id"] for row in self.rows if row["id"] != "a10")
        queries = self.folder / "queries.tsv"
        queries.write_text('1\t"de Maussargues"\n2\t"de Maussargues" -"grève du budget"\n')
        similar = self.query("similar", 10, status=NO_HITS).stdout
        whole = self.folder / "whole"
        shutil.copytree(self.archive, whole)
        offset = 8 * 9
        for name, at in (("streams", self.middle_of_stream(10)), ("streams.offsets", offset),
                         ("streams.offsets", offset + 7)):  # fmt: skip
            with self.subTest(name, at=at):
                flip(self.part() / name, at)
                page = self.query("search", "--format", "json", "-n", "50", '"de Maussargues"', status=PARTLY).json()
                self.assertEqual(sorted(hit["key"] for hit in page["hits"]), others)
                self.assertIn(named, page["query"]["notices"][-1])
                for query in ('"de Maussargues"', '"de Maussargues" -"grève du budget"', "Maussargues PRÈS/3 Nouvelle"):
                    found = self.query("search", "--count", query, status=PARTLY)
                    self.assertEqual(found.stdout, f"{COUNT - 1}\n")
                    self.assertIn(named, found.stderr)
                done = self.query("batch", queries, "-n", "50", status=PARTLY)
                self.assertEqual(len(done.stdout.splitlines()), 2 * (COUNT - 1))
                self.assertIn(named, done.stderr)
                facets = self.query("facets", '"de Maussargues"', "--source", "Le Matin", status=PARTLY)
                self.assertIn(named, facets.stderr)
                page = self.query("search", "--format", "json", "-n", "50", "Maussargues", status=PARTLY).json()
                self.assertEqual(len(page["hits"]), COUNT)
                self.assertIn("Nouvelle 10", self.query("show", 10).stdout)
                self.assertEqual(self.query("similar", 10, status=NO_HITS).stdout, similar)
                self.query("explain", '"de Maussargues"')
                self.index("repair")
                self.assertEqual(len(self.keys('"de Maussargues"', "-n", "50")), COUNT)
                shutil.rmtree(self.archive)
                shutil.copytree(whole, self.archive)

    def test_damaged_words_do_not_end_what_is_added(self):
        named = "article 10 (a10, “Nouvelle 10 de Maussargues”): its words in the index are damaged"
        whole = self.folder / "whole"
        shutil.copytree(self.archive, whole)
        for name, at in (("streams", self.middle_of_stream(10)), ("streams.offsets", 8 * 9)):
            with self.subTest(name):
                flip(self.part() / name, at)
                done = self.add_articles({**self.rows[9], "id": "copy", "url": ""}, article(99), status=PARTLY)
                self.assertIn("2 added", done.stderr)
                self.assertIn(named, done.stderr)
                for copies, hits in (("all", COUNT + 2), ("collapse", COUNT + 1)):  # the copy is known as one
                    page = self.query("search", "--format", "json", "-n", "50", "--copies", copies, "Maussargues",
                                      status=PARTLY).json()  # fmt: skip
                    self.assertEqual(len(page["hits"]), hits)
                self.assertIn(named, self.query("search", "--count", '"de Maussargues"', status=PARTLY).stderr)
                self.assertIn("the words of version 10", self.index("check", "--full", status=PROBLEMS).stdout)
                self.assertIn("1 updated", self.add_articles({**self.rows[9], "text": "Tout autre chose."}).stderr)
                self.assertEqual(self.keys('"tout autre chose"'), ["a10"])
                self.assert_sound()
                shutil.rmtree(self.archive)
                shutil.copytree(whole, self.archive)

    def test_a_file_of_words_that_is_another_is_refused(self):
        flip(self.part() / "streams", 0)
        done = self.query("search", '"de Maussargues"', status=BAD_DATA)
        self.assertIn("is damaged", done.stderr)
        self.assertIn("hemero-index rebuild", done.stderr)

    def test_check_finds_what_any_file_lost_and_repair_mends_it(self):
        before = self.keys("Maussargues", "-n", "50")
        whole = self.folder / "whole"
        shutil.copytree(self.archive, whole)
        files = sorted(path.relative_to(whole) for path in (whole / "index").rglob("*") if path.is_file())
        for name in files:
            with self.subTest(name):
                flip(self.archive / name)
                done = self.index("check", "--full", "--format", "json", status=PROBLEMS)
                self.assertIn(str(name), {problem["file"] for problem in done.json()["problems"]})
                self.index("repair")
                self.assertEqual(self.keys("Maussargues", "-n", "50"), before)
                self.assert_sound()
                self.assertTrue((self.archive / "damaged-000001" / name).exists())
                shutil.rmtree(self.archive)
                shutil.copytree(whole, self.archive)

    def test_what_is_damaged_is_not_merged(self):
        flip(self.part() / "postlist.glass")
        done = self.add_articles(article(99), status=BAD_DATA)
        self.assertIn("postlist.glass is damaged", done.stderr)
        self.index("repair")
        self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT + 1)

    def test_repair_keeps_all_but_what_is_lost_and_names_that(self):
        self.damage_text(10)
        self.change_title(11)
        done = self.index("repair", status=PARTLY)
        self.assertIn("article 10 (a10, “Nouvelle 10 de Maussargues”) is damaged: its text cannot be read", done.stdout)
        self.assertIn("article 11 (a11, “Xouvelle 11 de Maussargues”) is damaged", done.stdout)
        self.assert_sound()
        self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT - 1)
        self.assertIn("1 added, 1 updated", self.add_articles(*self.rows).stderr)
        self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT)
        self.assertIn("nothing is damaged", self.index("repair").stdout)

    def test_a_damaged_page_of_the_catalogue_costs_what_stands_on_it(self):
        with self.sql() as connection:
            size = connection.execute("PRAGMA page_size").fetchone()[0]
            (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'word'").fetchone()
        catalogue = self.archive / "archive.sqlite"
        data = bytearray(catalogue.read_bytes())
        data[(page - 1) * size : (page - 1) * size + 64] = bytes(64)
        catalogue.write_bytes(data)
        self.assertIn("archive.sqlite", self.index("check", "--full", status=PROBLEMS).stdout)
        self.index("repair")
        self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT)
        self.assert_sound()

    def test_a_damaged_first_page_of_the_catalogue_is_mended(self):
        for at, why in ((100, "the kind of the page"), (104, "how many rows it has"), (16, "the size of a page")):
            with self.subTest(why):
                flip(self.archive / "archive.sqlite", at)
                self.assertNotEqual(run("hemero-index", "check", "-a", self.archive).status, DONE)
                self.index("repair")
                self.assertEqual(len(self.keys("Maussargues", "-n", "50")), COUNT)
                self.assert_sound()

    def test_of_many_damaged_articles_some_are_named(self):
        for number in range(1, COUNT + 1):
            self.damage_text(number)
        self.assertIn(f"… and {COUNT - 20} more", self.index("export", status=PARTLY).stderr)

    def test_check_tells_in_json_what_it_read(self):
        quick, full = (self.index("check", *options, "--format", "json").json() for options in ([], ["--full"]))
        self.assertEqual((quick["sound"], quick["full"], quick["versions_read"]), (True, False, 0))
        self.assertEqual((full["sound"], full["full"], full["versions_read"]), (True, True, COUNT))
        done = run("hemero-index", "check", "-a", self.archive, "--full", "--time", "100")
        self.assert_status(DONE, done)
        with self.sql() as connection:
            connection.execute("UPDATE total SET articles = articles + 1")
        self.index("check", status=PROBLEMS)

    def test_an_index_of_another_state_is_found_at_once(self):
        shutil.copytree(self.archive / "index", self.folder / "index")
        self.index("rebuild")
        shutil.rmtree(self.part())
        self.assertIn("index/part-", self.index("check", status=PROBLEMS).stdout)
