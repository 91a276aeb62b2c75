"""The configuration file of both programs, and the command config."""
import re
import unittest

from support import DONE, NO_ARCHIVE, USAGE, ArchiveTest, run

PROGRAMS = ("hemero-index", "hemero-query")


class ConfigTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.env = {"XDG_CONFIG_HOME": str(self.folder / "config"), "HOME": str(self.folder)}

    def config(self, text):
        self.file = self.write("config/hemero/config", text)
        return self.file

    def run_in(self, name, *args, status=DONE, **env):
        done = run(name, *args, env={**self.env, **env})
        self.assert_status(status, done)
        return done

    def settings(self, name="hemero-query", **env):
        found = self.run_in(name, "config", "--format", "json", **env).json()
        self.assertEqual((found["version"], found["file"]), (1, str(self.file)))
        return {(row["command"], row["option"]): (row["value"], row["from"], row["place"]) for row in found["settings"]}


class Holds(ConfigTest):
    def setUp(self):
        super().setUp()
        self.add_articles({"id": "k1", "title": "Un loup"}, {"id": "k2", "title": "Un loup gris"})
        self.config(f"# mine\n\narchive = {self.archive}\nlang=fr\n[search]\n  limit = 1\nformat = json\nocr = no\n")

    def test_what_is_set(self):
        answer = self.run_in("hemero-query", "search", "loup").json()
        self.assertEqual(len(answer["hits"]), 1)
        self.assertIn("articles", self.run_in("hemero-index", "status").stdout)
        self.assertIn("dernier passage", self.run_in("hemero-index", "status").stdout)

    def test_the_command_line_comes_first(self):
        self.assertEqual(len(self.run_in("hemero-query", "search", "-n2", "loup").json()["hits"]), 2)
        self.assertIn("last run", self.run_in("hemero-index", "status", "--lang", "en").stdout)
        self.run_in("hemero-index", "status", "-a", self.folder / "none", status=NO_ARCHIVE)

    def test_the_environment_comes_before_the_file(self):
        self.run_in("hemero-index", "status", status=NO_ARCHIVE, HEMERO_ARCHIVE=str(self.folder / "none"))

    def test_what_the_command_line_rules_out(self):
        self.config(f"archive = {self.archive}\n[show]\nversions = yes\n")
        self.assertIn("Un loup", self.run_in("hemero-query", "show", "1", "--version", "1").stdout)

    def test_a_path_below_the_home_folder(self):
        self.config("archive = ~/archive\n")
        self.run_in("hemero-index", "status")

    def test_without_the_variable_it_is_below_home(self):
        self.write(".config/hemero/config", self.file.read_text())
        self.file.unlink()
        done = run("hemero-index", "status", env={"HOME": str(self.folder), "XDG_CONFIG_HOME": None})
        self.assertIn("dernier passage", done.stdout)

    def test_flags_and_lines_that_repeat(self):
        self.config(f"archive = {self.archive}\n[add]\nonce = yes\nmap = text=papier\nmap = title=titre\n")
        path = self.write("a.jsonl", [{"titre": "Un lynx", "papier": "Il dort."}])
        self.run_in("hemero-index", "add", path)
        self.assertEqual(len(self.search("dort")["hits"]), 1)
        self.assertNotIn(str(path), self.run_in("hemero-index", "places").stdout)

    def test_written_by_windows(self):
        self.config(f"\ufeffarchive = {self.archive}\r\n[search]\r\nlimit = 1\r\nformat = json\r\n")
        self.assertEqual(len(self.run_in("hemero-query", "search", "loup").json()["hits"]), 1)


class Printed(ConfigTest):
    def test_where_each_comes_from(self):
        self.config("lang = fr\n[search]\nlimit = 5\n")
        found = self.settings()
        self.assertEqual(found[None, "lang"], ("fr", "file", f"{self.file}:1"))
        self.assertEqual(found["search", "limit"], ("5", "file", f"{self.file}:3"))
        self.assertEqual(found["search", "format"], ("text", "default", None))
        self.assertEqual(found[None, "archive"], (str(self.folder / ".local/share/hemero"), "default", None))
        found = self.settings(HEMERO_ARCHIVE="/srv/press")
        self.assertEqual(found[None, "archive"], ("/srv/press", "environment", "HEMERO_ARCHIVE"))

    def test_what_is_printed_is_a_file_that_says_the_same(self):
        self.config("lang = en\n[search]\nlimit = 5\n[show]\nversions = yes\n")
        for name in PROGRAMS:
            printed = self.run_in(name, "config").stdout
            self.assertIn(f"# {self.file}:1\nlang = en\n", printed)
        before = {key: row[0] for key, row in self.settings().items()}
        self.config(self.run_in("hemero-query", "config").stdout)
        self.assertEqual({key: row[0] for key, row in self.settings().items()}, before)

    def test_without_a_file(self):
        self.file = self.folder / "config/hemero/config"
        self.assertEqual({row[1] for row in self.settings().values()}, {"default"})


class Wrong(ConfigTest):
    def test_what_is_wrong_is_named_with_its_line(self):
        rows = [
            ("lang = en\nlimit 5\n", 2, "option = value", "no sign between"),
            ("lang = de\n", 1, "fr, en", "a value that it cannot have"),
            ("arhive = x\n", 1, "“archive”?", "a name that is misspelt"),
            ("nothing = x\n", 1, "nothing", "a name that is none"),
            ("limit = 5\n", 1, "[search]", "an option of single commands"),
            ("\n[serach]\n", 2, "“search”?", "a command that is misspelt"),
            ("[search\nlimit = 5\n", 1, "brackets", "a bracket"),
            ("[search]\nlimt = 5\n", 2, "“limit”?", "an option that is misspelt"),
            ("[search]\nlimit = many\n", 2, "1 to 100000", "a value that it cannot have, of a command"),
            ("[search]\nlimit = 5\nlimit = 6\n", 3, "more than once", "twice"),
            ("[search]\nocr = true\n", 2, "yes or no", "a flag"),
            ("[search]\nhelp = yes\n", 2, "there is no option", "no option of the command itself"),
            ("[search]\nids = yes\n", 2, "command line", "what is asked one time"),
            ("= 5\n", 1, "option = value", "no name"),
        ]
        for text, line, words, reason in rows:
            with self.subTest(reason):
                path = self.config(text)
                done = self.run_in("hemero-query", "search", "loup", status=USAGE)
                self.assertIn(f"{path}:{line}: ", done.stderr)
                self.assertIn(words, done.stderr)

    def test_nothing_that_destroys_may_be_set(self):
        for command, option in (("remove", "yes"), ("remove", "source"), ("purge", "yes"), ("add", "prune"),
                                ("add", "yes"), ("imports", "undo"), ("zones", "learn"), ("add", "restore"),
                                ("places", "forget"), ("purge", "ids")):  # fmt: skip
            with self.subTest(f"{command} {option}"):
                self.config(f"[{command}]\n{option} = 1\n")
                done = self.run_in("hemero-index", "status", status=USAGE)
                self.assertIn("for the command line alone", done.stderr)

    def test_help_and_version_need_no_file(self):
        self.config("wrong\n")
        for name in PROGRAMS:
            self.run_in(name, "--help")
            self.run_in(name, "--version")
            self.run_in(name, "status" if name == "hemero-index" else "search", "--help")

    def test_each_program_leaves_the_others_sections_to_it(self):
        for name in PROGRAMS:
            other = PROGRAMS[1 - PROGRAMS.index(name)]
            help_text = run(other, "--help").stdout
            commands = re.findall(r"^  (\w+)(?: |$)", help_text.split("Commands:\n")[1].split("\n\n")[0], re.MULTILINE)
            self.assertGreater(len(commands), 5)
            self.config("".join(f"[{command}]\n" for command in commands))
            self.run_in(name, "config")


if __name__ == "__main__":
    unittest.main()
