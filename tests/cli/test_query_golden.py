"""Whole answers on the sample, letter by letter: tests/golden/NAME.json and NAME.txt.

HEMERO_UPDATE_GOLDEN=1 writes them anew: then read what changed before it is committed. The time an answer took is left
out of the JSON.
"""
import json
import os
import unittest

from support import SOURCE, SampleTest

GOLDEN = SOURCE / "tests" / "golden"
UPDATE = os.environ.get("HEMERO_UPDATE_GOLDEN") == "1"

ANSWERS = {
    "ambassade-kaboul-talibans": ["ambassade Kaboul talibans", "-n", "3"],
    "chef-d-oeuvre-vole": ["chef d'oeuvre volé", "--snippets", "3"],  # partial hits
    "etats-generaux": ['"états généraux"'],  # capitals without accents
    "ne-deposerait-pas-le-bilan": ['"ne déposerait pas le bilan"'],  # words cut at line ends
    "presqu-ile-de-trevezel": ["presqu'ile de Trevezel"],  # decomposed letters
    "greve-oldest": ["titre:grève OU titre:exercice", "--sort", "oldest"],
    "notices": ['grève ET (SNCF -titre:gare "', "-n", "2"],
    "nothing": ["zzyzx"],
}


class Golden(SampleTest):
    def assert_golden(self, name, printed):
        path = GOLDEN / name
        if UPDATE:
            path.parent.mkdir(exist_ok=True)
            path.write_text(printed, encoding="utf-8")
        self.maxDiff = None
        self.assertEqual(printed, path.read_text(encoding="utf-8"), f"{path}: see the top of {__file__}")

    def test_json(self):
        for name, (text, *options) in ANSWERS.items():
            with self.subTest(name):
                answer = self.search(text, *options)
                del answer["took_ms"]
                self.assert_golden(f"{name}.json", json.dumps(answer, ensure_ascii=False, indent=1) + "\n")

    def test_text(self):
        for name, (text, *options) in ANSWERS.items():
            with self.subTest(name):
                status = 0 if self.search(text, *options)["hits"] else 1
                self.assert_golden(f"{name}.txt", self.query("search", *options, "--", text, status=status).stdout)

    def test_no_golden_file_is_forgotten(self):
        expected = {f"{name}.{ending}" for name in ANSWERS for ending in ("json", "txt")}
        answers = {path.name for path in GOLDEN.iterdir() if path.suffix != ".sql"}  # these are schemas
        self.assertEqual(answers, expected)


if __name__ == "__main__":
    unittest.main()
