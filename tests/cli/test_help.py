"""What each program says about itself, and about a command line it cannot read."""
import re
import unittest

from support import DONE, USAGE, run

PROGRAMS = ("hemero-index", "hemero-query")


class Help(unittest.TestCase):
    def test_help_goes_to_stdout(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name, "--help")
                self.assertEqual((done.status, done.stderr), (DONE, ""))
                self.assertIn(name, done.stdout)
                self.assertIn("--archive", done.stdout)

    def test_help_leads_to_the_query_language(self):
        for locale, footer in (("C.UTF-8", "The query language: "), ("fr_FR.UTF-8", "Le langage de requête\u00a0: ")):
            for command in ([], ["search"], ["explain"]):
                with self.subTest(locale=locale, command=command):
                    done = run("hemero-query", *command, "--help", env={"LC_ALL": locale})
                    self.assertIn(footer + "man 7 hemero-query-syntax\n", done.stdout)

    def commands(self, name):
        """What --help can be asked of: the program and each of its commands."""
        listed = re.search(r"\nCommands:\n((?:  .*\n)+)", run(name, "--help").stdout)[1]
        return [[], *([command] for command in re.findall(r"^  (\w+)", listed, re.MULTILINE))]

    def test_french_help_is_french(self):
        """No line is the same in both languages, but for the examples and the words that an option may be."""
        for name in PROGRAMS:
            for command in self.commands(name):
                with self.subTest(name=name, command=command):
                    english, french = (run(name, *command, "--help", "--lang", lang).stdout for lang in ("en", "fr"))
                    same = set(english.splitlines()) & set(french.splitlines()) - {""}
                    excepted = r"  (hemero-|zcat |source )| +([a-z0-9]+,? ?)+\)$| +([a-z0-9]+, ?)+$"
                    self.assertEqual([line for line in same if not re.match(excepted, line)], [])
                    self.assertLessEqual(max(map(len, french.splitlines())), 80)

    def test_lists_fit_into_80_columns(self):
        for what in ("formats", "fields", "limits"):
            for lang in ("en", "fr"):
                with self.subTest(what, lang=lang):
                    lines = run("hemero-index", what, "--lang", lang).stdout.splitlines()
                    self.assertLessEqual(max(map(len, lines)), 80)

    def test_what_touches_no_archive_takes_none(self):
        for command in ("explain", "formats", "fields", "limits"):
            with self.subTest(command):
                done = run("hemero-index", command, "-a", "archive")
                self.assertEqual((done.status, "there is no option -a" in done.stderr), (USAGE, True))

    def test_a_command_shows_its_own_options_below_headings(self):
        shown = run("hemero-query", "search", "--help").stdout
        for text in ("Usage: hemero-query search [OPTION]… [QUERY…]\n", "\nWhich articles:\n",
                     "\nGeneral options:\n",
                     "  -n, --limit=N ", "      --sort=WORD ", "(relevance by default, newest,"):  # fmt: skip
            self.assertIn(text, shown)
        self.assertNotIn("--timing", shown)

    def test_version(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name, "--version")
                self.assertEqual((done.status, done.stderr), (DONE, ""))
                first, *others = done.stdout.splitlines()
                self.assertRegex(first, rf"^{name} \d+\.\d+\.\d+$")
                versions = dict(line.rsplit(" ", 1) for line in others if not line.startswith("analysis "))
                self.assertEqual(sorted(versions), ["ICU", "SQLite", "Xapian", "archive format", "zstd"])
                self.assertRegex("".join(others), r"analysis french-\d+ .*unicode-\d+")
                for library in ("ICU", "SQLite", "Xapian", "zstd"):
                    self.assertRegex(versions[library], r"^\d+(\.\d+)+$")
                self.assertIn("\nformat d’archive ", run(name, "--version", "--lang", "fr").stdout)

    def test_unknown_option_is_named_on_stderr(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name, "--no-such-option")
                self.assertEqual((done.status, done.stdout), (USAGE, ""))
                self.assertIn("--no-such-option", done.stderr)

    def test_no_command_is_told_what_there_is(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name)
                self.assertEqual((done.status, done.stdout), (USAGE, ""))
                self.assertIn(f"“{name} --help”", done.stderr)
                for command in self.commands(name)[1:]:
                    self.assertRegex(done.stderr, rf"(?m)^  {command[0]} ")
