"""hemero-index add: what is counted, what becomes of an article, and what the options do."""
import io
import json
import shutil
import sqlite3
import subprocess
import unittest
import zipfile

from support import BAD_DATA, CANNOT_CREATE, DONE, IO, PARTLY, SAMPLE, USAGE, ArchiveTest, run


def row(title, text, date="2021-03-03", **fields):
    return {"title": title, "text": text, "date": date, **fields}


def zipfile_of(entries):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return packed.getvalue()


def article(key, title="Un titre", **fields):
    return {"id": key, "title": title, **fields}


class AddTest(ArchiveTest):
    def assert_counts(self, done, added=0, updated=0, unchanged=0, skipped=0, reasons=""):
        """The last line of stderr counts what became of the records."""
        reasons = f" ({reasons})" if reasons else ""
        expected = rf"^{added} added, {updated} updated, {unchanged} unchanged, {skipped} skipped"
        last = done.stderr.splitlines()[-1]
        self.assertRegex(last, expected)
        self.assertIn(f"{skipped} skipped{reasons} in ", last)
        self.assertRegex(last, r" in \d+\.\d s(, without text: \d+)?(, without date: \d+)?$")

    def rows(self, sql):
        """What a query on the archive's SQLite file gives."""
        connection = sqlite3.connect(f"file:{self.archive}/archive.sqlite?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def current(self):
        """Key → title of the current versions."""
        return dict(self.rows("SELECT key, title FROM articles"))


class Counts(AddTest):
    def test_new_changed_and_unchanged(self):
        path = self.write("a.jsonl", [article("k1"), article("k2")])
        self.assert_counts(self.add(path), added=2)
        self.assert_counts(self.add(path), unchanged=2)
        path = self.write("a.jsonl", [article("k1"), article("k2", "Autre titre"), article("k3")])
        self.assert_counts(self.add(path), added=1, updated=1, unchanged=1)
        self.assert_counts(self.add(path), unchanged=3)
        self.assertEqual(self.rows("SELECT added, updated, unchanged, skipped FROM run ORDER BY id"),
                         [(2, 0, 0, 0), (0, 0, 2, 0), (1, 1, 1, 0), (0, 0, 3, 0)])  # fmt: skip

    def test_sample(self):
        self.assert_counts(self.add(SAMPLE / "articles.jsonl"), added=38)
        self.assert_counts(self.add(SAMPLE / "pages"), added=26)
        self.assert_counts(self.add(SAMPLE / "articles.jsonl", SAMPLE / "pages"), unchanged=64)

    def test_nothing_goes_to_stdout(self):
        self.assertEqual(self.add_articles(article("k1")).stdout, "")

    def test_what_is_in_a_folder_called_index_stays(self):
        precious = self.write("archive/index/notes/these.odt", "precious")
        path = self.write("a.jsonl", [article("k1")])
        done = self.add(path, status=CANNOT_CREATE)
        self.assertIn("it holds notes", done.stderr)
        self.assertEqual(list(self.archive.rglob("*")), [precious.parents[1], precious.parent, precious])
        shutil.move(precious.parent, self.folder)
        self.add(path)
        shutil.move(self.folder / "notes", precious.parent)  # an archive's by now
        self.add(self.write("a.jsonl", [article("k2")]))
        self.index("rebuild")
        self.index("purge", "--id", "1", "--yes")
        self.assertEqual(precious.read_text(), "precious")

    def test_a_file_called_index_stays(self):
        precious = self.write("archive/index", "precious")
        self.assertIn(str(precious), self.add_articles(article("k1"), status=IO).stderr)
        self.assertEqual(list(self.archive.iterdir()), [precious])
        self.assertEqual(precious.read_text(), "precious")

    def test_nothing_is_written_behind_a_link(self):
        path = self.write("a.jsonl", [article("k1")])
        elsewhere = self.write("elsewhere/these.odt", "precious").parent
        self.archive.mkdir()
        (self.archive / "index").symlink_to(elsewhere)
        self.assertIn("symbolic link", self.add(path, status=CANNOT_CREATE).stderr)
        self.assertEqual([file.name for file in self.archive.iterdir()], ["index"])
        (self.archive / "index").unlink()
        self.add(path)
        for name in ("index", "index/parts.tsv", "index/part-000001"):
            with self.subTest(name):
                part, kept = self.archive / name, self.folder / "kept"
                part.rename(kept)
                part.symlink_to(elsewhere / "these.odt" if "parts" in name else elsewhere)
                for command in (["add", path], ["rebuild"], ["remove", "--id", "1"], ["purge", "--yes", "--id", "1"]):
                    self.assertIn("symbolic link", self.index(*command, status=CANNOT_CREATE).stderr)
                files = [(file.name, file.read_text()) for file in elsewhere.iterdir()]
                self.assertEqual(files, [("these.odt", "precious")])
                part.unlink()
                kept.rename(part)
        self.assertEqual(self.current(), {"k1": "Un titre"})

    def test_an_empty_folder_makes_an_empty_archive(self):
        (self.folder / "empty").mkdir()
        self.assert_counts(self.add(self.folder / "empty"))
        self.assertEqual(self.rows("SELECT count(*) FROM article"), [(0,)])

    def test_jobs_change_nothing(self):
        rows = [article(f"k{i}", f"Titre {i}") for i in range(300)]
        path = self.write("a.jsonl", rows)
        for jobs in (1, 2, 7):
            with self.subTest(jobs=jobs):
                self.archive = self.folder / f"archive{jobs}"
                self.assert_counts(self.add("--jobs", jobs, path), added=300)
                self.assertEqual([key for key, in self.rows("SELECT key FROM article ORDER BY id")],
                                 [row["id"] for row in rows])  # fmt: skip


class Versions(AddTest):
    def test_a_change_makes_a_new_version_and_keeps_the_old(self):
        self.add_articles(article("k1", "Un loup"))
        self.add_articles(article("k1", "Un lynx"))
        versions = self.rows("SELECT article_id, title FROM version ORDER BY id")
        self.assertEqual(versions, [(1, "Un loup"), (1, "Un lynx")])
        self.assertEqual(self.current(), {"k1": "Un lynx"})

    def test_the_last_record_of_a_key_wins(self):
        first, second = article("k1", "Un loup"), article("k1", "Un lynx")
        cases = [
            ([], [first, second], "Un lynx"),
            ([], [first, second, first], "Un loup"),
            ([first], [second, first], "Un loup"),  # stored already when the run began, replaced within it
            ([first], [second, first, second], "Un lynx"),
            ([first], [first, second], "Un lynx"),
        ]
        for stored, added, title in cases:
            with self.subTest(stored=stored, added=added):
                self.archive = self.folder / f"archive{len(list(self.folder.iterdir()))}"
                if stored:
                    self.add_articles(*stored)
                self.add_articles(*added)
                self.assertEqual(self.current(), {"k1": title})

    def test_the_path_is_not_content(self):
        self.assert_counts(self.add(self.write("a/x.jsonl", [article("k1")])), added=1)
        self.assert_counts(self.add(self.write("b/y.jsonl", [article("k1")])), unchanged=1)


class Keys(AddTest):
    def test_id_then_url_then_place(self):
        with_id = {"id": "k", "url": "u", "title": "T"}
        self.add_articles(with_id, {"url": "https://a.example/b", "title": "T"}, {"title": "T"})
        self.assertEqual(sorted(self.current()), ["articles.jsonl:3", "https://a.example/b", "k"])

    def test_files_are_known_by_their_path_below_what_was_given(self):
        self.write("press/2021/a.txt", "Un titre\n")
        self.write("press/b.txt", "Un titre\n")
        self.add(self.folder / "press")
        self.assertEqual(sorted(self.current()), ["2021/a.txt", "b.txt"])
        self.assert_counts(self.add(self.folder / "press" / "b.txt"), unchanged=1)


class Columns(AddTest):
    office = (
        "\ufeffN°;Titre;Date de parution;Journal;Signature;Texte de l’article\r\n"
        "1;Un loup à Die;03/03/2018;Le Crestois;Claire Vasseur;Un loup a été vu lundi.\r\n"
    )

    def test_a_table_as_french_offices_make_it(self):
        done = self.add(self.write("office.csv", self.office))
        self.assert_counts(done, added=1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        stored = self.rows("SELECT key, title, date, source, authors, text_bytes FROM articles")
        expected = ("office.csv:2", "Un loup à Die", "2018-03-03", "Le Crestois", "Claire Vasseur", 25)
        self.assertEqual(stored, [expected])

    def test_what_no_field_takes_is_told_once_a_file(self):
        cases = [
            ("a.csv", "N°;titre;texte;autre\n1;Un loup;;x\n2;Un lynx;Un lynx.;y\n",
             "left out: “autre”. --map FIELD=NAME takes one of them"),
            ("b.csv", "titre;texte;fait le\nUn loup;Un loup.;03/03/2018\nUn lynx;Un lynx.;4 mai 2021\n",
             "left out: “fait le”. No article has a date. Where “fait le” is the date: --map 'date=fait le'"),
            ("c.csv", "titre;texte;vide\nUn loup;Un loup.;\n", ""),
            ("d.csv", "titre;texte;N°;n\nUn loup;Un loup.;1;1\n", ""),
            ("e.csv", f"titre;texte;{';'.join(f'c{i:02}' for i in range(20))}\nT;Un.;{';'.join('x' * 20)}\n",
             "“c07” and 12 more. --map"),
            ("f.jsonl", [{"title": f"Titre {i}", "contents": {"de": "Ein Wolf."}, "x": "y"} for i in range(3)],
             "left out: “contents.de”, “x”. No article has a text. Where “contents.de” is the text: "
             "--map 'text=contents.de'"),
            ("g.jsonl", [{"title": "T", "text": "Un.", "sorti": "2018-03-03", "x": "y"}] * 2,
             "“sorti”, “x”. No article has a date. Where “sorti” is the date: --map 'date=sorti'"),
            ("h.jsonl", [row("Un loup", "Un loup.", x="y"), row("Un lynx", "Un lynx.", x="y")], ""),
        ]  # fmt: skip
        for name, content, expected in cases:
            path = self.write(name, content)
            for command in ("add", "explain"):
                with self.subTest(name, command=command):
                    where = ("-a", self.archive) if command == "add" else ()
                    done = run("hemero-index", command, *where, path)
                    self.assert_status(DONE, done)
                    told = [line for line in done.stderr.splitlines() if "left out" in line]
                    self.assertEqual(len(told), 1 if expected else 0, done.stderr)
                    self.assertIn(expected, "".join(told))

    def test_a_table_without_a_text_is_refused_unless_asked_for(self):
        rows = "".join(f"{i};Titre {i};Un long papier sur le loup numéro {i}.\n" for i in range(3))
        path = self.write("a.csv", "N°;Titre;Papier du jour\n" + rows)
        done = self.add(path, status=BAD_DATA)
        self.assertIn("no column is a text (columns: “N°”, “Titre”, “Papier du jour”)", done.stderr)
        self.assertIn("--map 'text=Papier du jour'; --without-text takes the titles alone", done.stderr)
        self.assert_counts(done, skipped=1, reasons="no_text 1")
        self.assertIn("aucune colonne n’est un texte", self.add(path, "--lang", "fr", status=BAD_DATA).stderr)
        self.assert_status(PARTLY, run("hemero-index", "explain", path))
        self.assert_counts(self.add(path, "--without-text"), added=3)
        self.assert_counts(self.add(path, "--map", "text=Papier du jour"), updated=3)
        self.assert_counts(self.add(self.write("b.csv", "titre;chapo\nUn lynx;Il court.\n")), added=1)
        nothing = self.add(self.write("c.csv", "a;b\n1;2\n3;4\n"), status=BAD_DATA)
        self.assertIn("no column is a title or a text", nothing.stderr)
        self.assert_counts(nothing, skipped=1, reasons="no_text 1")

    def test_a_map_that_a_file_does_not_know_is_refused_before_anything_is_stored(self):
        table = self.write("a.csv", "titre;texte;Plume\nUn loup;Un loup.;Vasseur\n")
        rows = [row("Un lynx", "Un lynx.", who={"name": "Oudart"}), row("Un ours", "Il dort.")]
        objects = self.write("b.jsonl", rows)
        for path, wrong, told in (
            (table, ("author=Auteur",), "--map author=Auteur: the table has no such column (columns: “titre”,"),
            (table, ("text=papier", "author=Plume"), "--map text=papier"),
            (objects, ("author=who.nom",), "--map author=who.nom: the first records have no such key (keys: “title”,"),
            (objects, ("text=papier",), "--map text=papier"),
        ):  # fmt: skip
            with self.subTest(wrong):
                done = self.add("--map", *wrong, "--", path, status=BAD_DATA)
                self.assertIn(told, done.stderr)
                self.assert_counts(done, skipped=1, reasons="no_key 1")
        self.assertEqual(self.current(), {})
        self.add("--map", "text=papier", "texte=x", "--", table, status=USAGE)
        self.assert_counts(self.add("--map", "author=plume", "--", table), added=1)
        self.assert_counts(self.add("--map", "author=who.name", "--", objects), added=2)
        rows = [row(f"Titre {i}", "Un texte.") for i in range(30)] + [row("T", "Un.", plume="X")]
        done = self.add("--map", "author=plume", "--", self.write("c.jsonl", rows), status=BAD_DATA)
        self.assert_counts(done, skipped=1, reasons="no_key 1")


class Inputs(AddTest):
    rows_of_two = [article("k1", "Un loup"), article("k2", "Un lynx")]

    def json_lines(self):
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.rows_of_two)

    def test_standard_input(self):
        self.assert_counts(self.add("-", stdin=self.json_lines()), added=2)
        self.assert_counts(self.add("-", stdin="Un titre\n\nUne phrase.\n"), added=1)
        self.assertEqual(self.current(), {"k1": "Un loup", "k2": "Un lynx", "-": "Un titre"})

    def test_gzip(self):
        self.assert_counts(self.add(self.write("a.jsonl.gz", self.json_lines())), added=2)
        self.assert_counts(self.add("-", stdin=(self.folder / "a.jsonl.gz").read_bytes()), unchanged=2)

    @unittest.skipUnless(shutil.which("zstd"), "zstd is not installed")
    def test_zstd(self):
        json_lines = self.json_lines().encode()
        packed = subprocess.run(["zstd", "-c", "-q"], input=json_lines, stdout=subprocess.PIPE, check=True)
        self.assert_counts(self.add(self.write("a.jsonl.zst", packed.stdout)), added=2)
        self.assert_counts(self.add("-", stdin=packed.stdout), unchanged=2)

    def test_folders_of_all_sorts(self):
        self.write("in/a.jsonl", self.json_lines())
        self.write("in/deep/b.txt.gz", "Un titre\n\nUne phrase.\n")
        self.write("in/C.TXT", "Un autre titre\n\nUne autre phrase.\n")
        self.write("in/c.css", b"body {}")
        self.write("in/.hidden.txt", "caché")
        done = self.add(self.folder / "in")
        self.assert_counts(done, added=4, skipped=1, reasons="unknown_format 1")
        self.assertIn("c.css", done.stderr)
        self.assertEqual(sorted(self.current()), ["C.TXT", "deep/b.txt.gz", "k1", "k2"])

    def test_what_describes_a_folder_is_passed_over(self):
        told = ("README.md", "LISEZMOI.txt", "LICENSE", "COPYING.txt", "SHA256SUMS", "a.zip.md5", "Thumbs.db",
                "desktop.ini")  # fmt: skip
        for name in told:
            self.write(f"in/{name}", "Ceci décrit le dossier.\n")
        self.write("in/a.txt", "Le readme des loups\n\nUn loup.\n")
        done = self.add(self.folder / "in")
        self.assert_counts(done, added=1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assert_counts(self.add(self.folder / "in" / "README.md"), added=1)  # what is named is read

    def test_an_archive_in_a_folder_is_passed_over_with_a_word(self):
        self.write("in/a.txt", "Un titre\n\nUne phrase.\n")
        self.archive = self.folder / "in" / "archive"
        self.assert_counts(self.add(self.folder / "in"), added=1)
        done = self.add(self.folder / "in")
        self.assert_counts(done, unchanged=1)
        self.assertEqual(done.stderr.splitlines()[:-1], [f"{self.archive} is an archive of hemero-index: passed over"])
        self.assertIn("archive de hemero-index", self.add(self.folder / "in", "--lang", "fr").stderr)

    def test_files_that_are_no_text_are_named_with_the_way_out(self):
        tables = zipfile_of({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
        book = zipfile_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
        files = (
            ("a.rtf", b"{\\rtf1\\ansi Un loup.}", "RTF is not read: save it as DOCX, ODT or HTML"),
            ("a.xlsx", tables, "XLSX is not read: save each of its tables as CSV"),
            ("a.ods", book, "ODS is not read: save each of its tables as CSV"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOC, XLS, PPT, MSG is not read"),
            ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(60), "PNG is not read: a program must read the image first"),
            ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(60), "JPEG is not read"),
        )
        for name, content, told in files:
            with self.subTest(name):
                done = self.add(self.write(name, content), status=BAD_DATA)
                self.assert_counts(done, skipped=1, reasons="binary 1")
                self.assertIn(f"{name}: ", done.stderr)
                self.assertIn(told, done.stderr)
                self.write(f"in/{name}", content)
        done = self.add(self.folder / "in", status=BAD_DATA)
        self.assert_counts(done, skipped=6, reasons="binary 5, unknown_format 1")
        done = self.add(self.write("whole.zip", zipfile_of({"a.rtf": "{\\rtf1", "b.txt": "Un titre\n"})))
        self.assert_counts(done, added=1, skipped=1, reasons="binary 1")

    def test_drawings_by_name_are_no_text(self):
        done = self.add(self.write("a.svg", "<?xml version='1.0'?><svg><title>logo</title></svg>"), status=BAD_DATA)
        self.assert_counts(done, skipped=1, reasons="unknown_format 1")
        logo = self.write("b.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>logo</title></svg>")
        self.assert_counts(self.add(logo, status=BAD_DATA), skipped=1, reasons="unknown_format 1")

    def test_byte_order_mark_and_line_ends(self):
        windows = "\ufeff" + self.json_lines().replace("\n", "\r\n\r\n")
        self.assert_counts(self.add(self.write("a.jsonl", windows)), added=2)
        self.assertEqual(self.current(), {"k1": "Un loup", "k2": "Un lynx"})

    def test_every_field_is_stored(self):
        self.add_articles({"id": "k", "title": "T", "lead": "Chapô.", "text": "Un.\nDeux.",
                           "date": "2021-08-11T18:03:00+02:00", "author": "Claire Vasseur; Paul Oudart",
                           "source": "Le Courrier", "section": "Monde", "url": "https://a.example",
                           "keywords": ["a", "b"]})  # fmt: skip
        self.assertEqual(
            self.rows("SELECT title, date, date_text, authors, source.name, section, language, keywords "
                      "FROM version JOIN source ON source.id = source_id"),
            [("T", "2021-08-11T18:03", "2021-08-11T18:03:00+02:00", "Claire Vasseur\nPaul Oudart", "Le Courrier",
              "Monde", "fr", "a\nb")])  # fmt: skip
        self.assertEqual(json.loads(self.index("export").stdout)["url"], "https://a.example")  # behind the text


class Options(AddTest):
    def test_dry_run_reads_all_and_stores_nothing(self):
        path = self.write("a.jsonl", json.dumps(article("k1")) + "\nbroken\n")
        done = self.add("--dry-run", path)
        self.assert_counts(done, added=1, skipped=1, reasons="broken_json 1")
        self.assertFalse(self.archive.exists())

    def test_source_is_for_articles_that_name_none(self):
        path = self.write("a.jsonl", [article("k1"), article("k2", source="Le Matin")])
        self.add("--source", "Le Courrier", path)
        self.assertEqual(self.rows("SELECT key, source FROM articles ORDER BY key"),
                         [("k1", "Le Courrier"), ("k2", "Le Matin")])  # fmt: skip

    def test_map_takes_fields_from_other_keys(self):
        path = self.write("a.jsonl", [{"no": 7, "titre": "Un loup", "title": "faux"}])
        self.add("--map", "id=no", "--map", "title=titre", path)
        self.assertEqual(self.current(), {"7": "Un loup"})

    def test_one_map_takes_every_field_that_follows(self):
        path = self.write("de.csv", "Kopf;Inhalt;Datum\nDer Wolf;Ein Wolf.;2018-03-03\n")
        maps = ("title=Kopf", "text=Inhalt", "date=Datum")
        for number, words in enumerate([
            (path, "--map", *maps),
            ("--map", *maps, path),
            ("--map", maps[0], path, "--map", *maps[1:]),
            (path, "--map=" + maps[0], *maps[1:]),
            ("--map", *maps, "--source", "Die Zeitung", path),
        ]):  # fmt: skip
            with self.subTest(words):
                self.archive = self.folder / f"archive{number}"
                self.assert_counts(self.add(*words), added=1)
                self.assertEqual(self.rows("SELECT title, date, text_bytes FROM articles"),
                                 [("Der Wolf", "2018-03-03", 9)])  # fmt: skip

    def test_what_follows_a_map_and_is_a_file_is_a_path(self):
        path = self.write("date=2021/de.csv", "Kopf;text\nDer Wolf;Ein Wolf.\n")
        self.assert_counts(self.add("--map", "title=Kopf", path.relative_to(self.folder), cwd=self.folder), added=1)

    def test_a_map_that_cannot_be_is_a_usage_error(self):
        path = self.write("x.jsonl", [article("k1")])
        for wrong in ("title", "title=", "=titre", "corps=texte", ""):
            with self.subTest(wrong):
                done = self.index("add", path, "--map", wrong, status=USAGE)
                self.assertIn("FIELD=KEY", done.stderr)
                self.assertFalse(self.archive.exists())
        for field in ("corps", "txet"):
            done = self.index("add", path, "--map", "title=titre", field + "=texte", status=USAGE)
            self.assertIn(f"there is no field “{field}”", done.stderr)
            self.assertFalse(self.archive.exists())

    def test_format_is_believed(self):
        path = self.write("a.jsonl", json.dumps(article("k1")) + "\n")
        self.add("--format", "text", path)
        self.assertEqual(list(self.current()), ["a.jsonl"])
        self.index("add", "--format", "html5", path, status=USAGE)

    def test_the_archive_may_be_named_by_the_environment(self):
        path = self.write("a.jsonl", [article("k1")])
        cases = [
            ({"HEMERO_ARCHIVE": str(self.folder / "one")}, "one"),
            ({"XDG_DATA_HOME": str(self.folder / "two")}, "two/hemero"),
            ({"HOME": str(self.folder / "three")}, "three/.local/share/hemero"),
        ]
        for variables, folder in cases:
            with self.subTest(folder):
                self.assert_status(DONE, run("hemero-index", "add", path, env=variables))
                self.assertTrue((self.folder / folder / "archive.sqlite").exists())


class Refused(AddTest):
    def setUp(self):
        super().setUp()
        good, other = json.dumps(article("k1")), json.dumps(article("k3"))
        self.lines = [good, '{"id": "k2", "title": "Un loup', other, '{"id": "k4"}']
        self.path = self.write("a.jsonl", "\n".join(self.lines) + "\n")

    def test_bad_records_are_named_and_the_others_stored(self):
        done = self.add(self.path)
        self.assert_counts(done, added=2, skipped=2, reasons="broken_json 1, no_text 1")
        self.assertIn(f"{self.path}:2: ", done.stderr)
        self.assertIn(f"{self.path}:4: ", done.stderr)
        self.assertEqual(sorted(self.current()), ["k1", "k3"])
        self.assertEqual(self.rows("SELECT reason, records FROM run_skip"), [("broken_json", 1), ("no_text", 1)])

    def test_strict_says_so_with_its_status(self):
        self.assert_counts(self.add("--strict", self.path, status=PARTLY), added=2, skipped=2,
                           reasons="broken_json 1, no_text 1")  # fmt: skip
        self.add("--strict", self.write("good.jsonl", [article("k9")]))

    def test_stop_ends_at_the_first_and_keeps_what_came_before(self):
        done = self.add("--on-error", "stop", self.path, status=BAD_DATA)
        self.assert_counts(done, added=1, skipped=1, reasons="broken_json 1")
        self.assertEqual(list(self.current()), ["k1"])

    def test_nothing_but_bad_records_is_bad_data(self):
        self.add(self.write("b.jsonl", "broken\n"), status=BAD_DATA)

    def test_rejects_can_be_mended_and_added(self):
        rejects = self.folder / "rejects.jsonl"
        self.add("--rejects", rejects, self.path)
        rows = [json.loads(line) for line in rejects.read_text().splitlines()]
        self.assertEqual([(row["file"], row["line"], row["reason"]) for row in rows],
                         [(str(self.path), 2, "broken_json"), (str(self.path), 4, "no_text")])  # fmt: skip
        self.assertEqual([row["record"] for row in rows], [self.lines[1], self.lines[3]])
        self.assertEqual([row["offset"] for row in rows], [len(self.lines[0]) + 1, sum(map(len, self.lines[:3])) + 3])
        self.assertTrue(all(row["message"] for row in rows))
        mended = [rows[0]["record"] + '"}', rows[1]["record"].replace("}", ', "title": "Un lynx"}')]
        self.assert_counts(self.add(self.write("mended.jsonl", "\n".join(mended))), added=2)
        self.assertEqual(self.current()["k2"], "Un loup")

    def test_rejects_of_a_clean_run_are_empty(self):
        rejects = self.folder / "rejects.jsonl"
        self.add("--rejects", rejects, self.write("good.jsonl", [article("k9")]))
        self.assertEqual(rejects.read_text(), "")

    def test_only_the_first_hundred_are_shown(self):
        done = self.add(self.write("b.jsonl", "broken\n" * 250 + json.dumps(article("k1"))))
        self.assertEqual(sum("b.jsonl:" in line for line in done.stderr.splitlines()), 100)
        self.assertIn("--rejects", done.stderr)
        self.assert_counts(done, added=1, skipped=250, reasons="broken_json 250")


class Languages(AddTest):
    def last_line(self, *options, **env):
        path = self.write("a.jsonl", [article("k1")])
        return self.add(*options, path, env=env).stderr.splitlines()[-1]

    def test_french_is_asked_for_or_the_locale(self):
        french = r"^ajoutés\u00a0: \d, mis à jour\u00a0: \d, inchangés\u00a0: \d, écartés\u00a0: \d, en \d+,\d s"
        self.assertRegex(self.last_line("--lang", "fr"), french)
        self.assertRegex(self.last_line(LC_ALL="fr_FR.UTF-8"), french)
        self.assertRegex(self.last_line(LC_ALL=None, LANG="fr_FR.UTF-8"), french)

    def test_english_is_asked_for_or_all_else(self):
        self.assertIn("added", self.last_line("--lang", "en", LC_ALL="fr_FR.UTF-8"))
        self.assertIn("added", self.last_line(LC_ALL="C"))
        self.assertIn("added", self.last_line(LC_ALL="de_DE.UTF-8"))

    def test_errors_speak_french_too(self):
        done = self.index("add", "--lang", "fr", self.write("a.jsonl", "faux\n"), status=BAD_DATA)
        self.assertIn("JSON", done.stderr)
        self.assertNotIn("not JSON", done.stderr)
        missing = self.index("add", "--lang", "fr", self.folder / "rien.txt", status=PARTLY)
        self.assertIn("impossible de lire", missing.stderr)
        self.assertIn("ce fichier n’existe pas", missing.stderr)
