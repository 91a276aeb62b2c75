"""What each program says about itself, and about a command line it cannot read."""
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

    def test_version(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name, "--version")
                self.assertEqual((done.status, done.stderr), (DONE, ""))
                self.assertRegex(done.stdout, r"\d+\.\d+\.\d+\n$")

    def test_unknown_option_is_named_on_stderr(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name, "--no-such-option")
                self.assertEqual((done.status, done.stdout), (USAGE, ""))
                self.assertIn("--no-such-option", done.stderr)

    def test_no_command_is_a_usage_error(self):
        for name in PROGRAMS:
            with self.subTest(name):
                done = run(name)
                self.assertEqual((done.status, done.stdout), (USAGE, ""))
                self.assertNotEqual(done.stderr, "")
