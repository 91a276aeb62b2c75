#!/usr/bin/env python3
"""Shows that check_examples.py finds examples that do not hold: little documents, and a program that is only played."""
import pathlib
import tempfile
import unittest
from unittest import mock

import check_examples

ADD = "$ hemero-index add x\n"  # a document that begins so gets no archive of ours


def markdown(text):
    return f"```console\n{ADD}{text}```\n"


def man_page(text):
    return f".SH EXAMPLES\n.EX\n{ADD}{text}.EE\n"


# (file, its text, what the program prints, what the only problem must contain; None: there must be none)
CASES = [
    ("a.md", markdown("$ hemero-query search b\n4\n"), "4\n", None),
    ("a.md", markdown("$ hemero-query search b\n"), "4\n", None),
    ("a.md", markdown("$ hemero-query search b\n…\n2 of …\n"), "0\n1\n2 of 3\n", None),
    ("a.md", markdown('$ hemero-query show b\n{\n"id": "…"}\n'), '{\n  "id": 4\n}\n', None),
    ("a.md", markdown("$ ls\nb\n") + "\n    $ hemero-query search b\n    5\n", "4\n", None),
    ("a.md", markdown("$ hemero-query search b\n5\n"), "4\n", "a.md:3: $ hemero-query search b"),
    ("a.md", markdown("$ hemero-query search b\n4\n5\n"), "4\n", "-5"),
    ("a.md", markdown('$ hemero-query show b\n{\n"id": 5}\n'), '{"id": 4}\n', '"id": 4'),
    ("a.7", man_page("$ hemero\\-query search b\n4\n"), "4\n", None),
    ("a.7", man_page("$ hemero\\-query search \\(aqb \\-c\\(aq\nb\\(ti \\-c\n"), "b~ -c\n", None),
    ("a.7", man_page("") + ".nf\n$ hemero\\-query search b\n5\n.fi\n", "4\n", None),
    ("a.7", man_page("$ hemero\\-query search b\n5\n"), "4\n", "a.7:4: $ hemero-query search b"),
    ("a.7", man_page("$ hemero\\-query search \\(aqb c\\(aq\n5\n"), "4\n", "$ hemero-query search 'b c'"),
    ("a.7", man_page("") + "\n.EX\n$ hemero\\-query search b\n5\n.EE\n", "4\n", "a.7:7:"),
]


class Examples(unittest.TestCase):
    def check(self, name, text, status, printed):
        """What is said of a document whose commands, but the first, end so; and whether they were run in French."""
        languages = []

        def run(words, folder, french):
            languages.append(french)
            if words[:2] == ["hemero-index", "add"]:
                return 0, []
            return status, check_examples.trimmed(printed.split("\n"))

        with tempfile.TemporaryDirectory() as folder, mock.patch.object(check_examples, "run", run):
            path = pathlib.Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            problems, _ = check_examples.problems_of(path)
        return [f"{place}: {why}" for place, why in problems], languages

    def test_cases(self):
        for name, text, printed, expected in CASES:
            with self.subTest(name=name, text=text):
                problems, _ = self.check(name, text, 0, printed)
                self.assertEqual(len(problems), 0 if expected is None else 1, problems)
                if expected:
                    self.assertIn(expected, problems[0])

    def test_exit_status(self):
        for name, text in (("a.md", markdown("$ hemero-query b\n")), ("a.7", man_page("$ hemero\\-query b\n"))):
            with self.subTest(name):
                problems, _ = self.check(name, text, 64, "what?\n")
                self.assertEqual(len(problems), 1)
                self.assertIn("exit status 64\nwhat?", problems[0])

    def test_language(self):
        for name, french in (("a.md", False), ("a.fr.md", True), ("a.7", False), ("fr/a.7", True), ("fr/a.md", False)):
            with self.subTest(name):
                _, languages = self.check(name, man_page("") if name.endswith("7") else markdown(""), 0, "")
                self.assertEqual(languages, [french])


if __name__ == "__main__":
    unittest.main()
