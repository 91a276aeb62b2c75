#!/usr/bin/env python3
"""Shows which lines of a document check_printed.py runs, and that it finds commands that fail."""
import pathlib
import tempfile
import unittest
from unittest import mock

import check_printed

# (a document's text, the commands that are run, why)
CASES = [
    ("    hemero-query show 55\n", ["hemero-query show 55"], "an indented line"),
    ("    cd x\n    hemero-query show 55\n", ["cd x", "hemero-query show 55"], "the lines beside it, too"),
    ("    sudo cmake --install build\n    hemero-index status\n", ["hemero-index status"], "but what installs"),
    ("    make a cake\n", [], "a block that is not about our programs"),
    ('    ls "$HEMERO_ARCHIVE"\n', ['ls "$HEMERO_ARCHIVE"'], "about the archive"),
    ("```\nhemero-query show 55\n```\n", ["hemero-query show 55"], "a fenced block"),
    ("```console\n$ hemero-query show 55\n```\n", [], "that one is an example"),
    ("so `hemero-query show 55` does\n", ["hemero-query show 55"], "in running text"),
    ("so `hemero-query search --count` does\n", [], "a name"),
    ("so `hemero-query show ID` and `hemero-query search …` do\n", [], "placeholders"),
    ("so `hemero-query search a OU b` does\n", ["hemero-query search a OU b"], "an operator is no placeholder"),
    ("## `hemero-query show --format json`\n", [], "a heading"),
]


class Commands(unittest.TestCase):
    def test_cases(self):
        for text, expected, why in CASES:
            with self.subTest(why), tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "a.md"
                path.write_text(text, encoding="utf-8")
                self.assertEqual([line for _, line in check_printed.commands_of(path)], expected)

    def test_a_command_that_fails_is_told(self):
        def make_archive(home):
            (home.folder / "archives/presse").mkdir()

        commands = [check_printed.Printed("a.md:1", "true"), check_printed.Printed("a.md:2", "echo no; exit 3")]
        with mock.patch.object(check_printed.Home, "make_archive", make_archive):
            problems = check_printed.problems_of(commands, french=False, verbose=False)
        told = [problem.split("\n")[:2] for problem in problems]
        self.assertEqual(told, [["a.md:2: echo no; exit 3", "exit status 3"]])


if __name__ == "__main__":
    unittest.main()
