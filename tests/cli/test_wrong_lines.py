"""Command lines with mistakes in them, made out of right ones: each is refused with a hint, and what the hint says to
type works. The programs' own --help says which commands and options there are."""
import pathlib
import random
import re
import shlex
import shutil
import tempfile
import unittest

from support import DONE, NO_ARCHIVE, NO_HITS, PARTLY, SAMPLE, SOURCE, USAGE, WITHOUT_ARCHIVE, run

PROGRAMS = ("hemero-index", "hemero-query")

# Right arguments of each command: as few as there must be, and such as change nothing.
RIGHT = {
    "hemero-query": {
        "search": ["grève"], "show": ["1"], "cite": ["1"], "similar": ["1"], "explain": ["grève"], "terms": ["gr"],
        "list": ["sources"], "facets": ["grève"], "timeline": ["grève"], "kwic": ["grève"], "quotations": ["grève"],
        "amounts": ["grève"], "collocates": ["grève"], "keywords": ["grève"], "dispersion": ["grève"],
        "related": ["grève"], "report": ["grève"], "searches": ["list"], "dossiers": ["list"],
        "batch": ["queries.tsv"], "serve": [], "config": [], "completion": ["bash"],
    },
    "hemero-index": {
        "add": ["articles.jsonl"], "explain": ["articles.jsonl"], "status": [], "rebuild": [],
        "remove": ["--id", "2", "--dry-run"], "purge": ["--id", "2", "--dry-run"], "imports": [], "export": [],
        "zones": [], "formats": [], "fields": [], "limits": [], "parts": [], "places": [], "doctor": [], "config": [],
        "completion": ["zsh"], "backup": ["copied"], "restore": ["--dry-run", "copied"], "compact": [], "check": [],
        "repair": [], "relate": [],
    },
}  # fmt: skip

# Right values of options: by the option's name, else by what stands for its value in the help.
VALUES = {
    "--map": "text=text", "--limit": {"N": "2", "NAME=VALUE": "line=2MiB"}, "--rejects": "rejects.jsonl",
    "--report": "report.csv", "--ids": "ids.txt", "--archive": "archive", "N": "2", "N…": "2", "DATE": "2019",
    "ZONE": "UTC", "NAME": "Le Soir", "QUERY": "grève", "TEXT": "texte", "NAMES": "title",
    "PATH": "politique", "FIELD": "source", "--facets": "source", "CODE": "fr", "HOST": "orange.fr",
    "--currency": "EUR", "WORD": "affaire", "ADDRESS": "127.0.0.1:0", "NAME:PORT": "archives:80",
}  # fmt: skip
# Options that are left out: some would empty the archive or answer whatever stands beside them, others are in every
# line or have values of their own.
NOT_TYPED = {"--undo", "--diff", "--forget", "--check", "--update", "--help", "--version", "--lang"}

WITHOUT_ARGUMENTS = {  # these have a meaning without, too
    ("hemero-query", "search"), ("hemero-query", "facets"), ("hemero-query", "keywords"), ("hemero-query", "report"),
    ("hemero-query", "searches"), ("hemero-query", "dossiers"), ("hemero-index", "add"),
}  # fmt: skip
MANY_ARGUMENTS = {
    ("hemero-query", "search"), ("hemero-query", "explain"), ("hemero-query", "show"), ("hemero-query", "cite"),
    ("hemero-query", "facets"), ("hemero-query", "timeline"), ("hemero-query", "kwic"), ("hemero-query", "quotations"),
    ("hemero-query", "amounts"), ("hemero-query", "collocates"), ("hemero-query", "keywords"),
    ("hemero-query", "dispersion"), ("hemero-query", "related"), ("hemero-query", "report"), ("hemero-index", "add"),
    ("hemero-index", "explain"), ("hemero-index", "zones"),
}  # fmt: skip
# May be repeated, as --not-source.
RESTRICTIONS = ("-source", "-author", "-section", "-language", "-site", "--without", "--dossier", "--allow-host")


QUERY_COMMANDS = ("search", "explain", "facets", "kwic", "quotations", "amounts", "collocates", "keywords",
                  "dispersion", "report", "searches")  # fmt: skip


class Option:
    """An option of a command as --help shows it: "-n, --limit=N  how many (…)"."""

    def __init__(self, name, value, text):
        self.name = name
        listed = " ".join(text.rpartition("(")[2].split())
        self.words = re.findall(r"([\w-]+)(?: by default)?[,)]", listed) if value == "WORD" else []
        named = VALUES.get(name) if value else None
        self.value = named.get(value) if isinstance(named, dict) else named
        if value and not self.value:
            self.value = self.words[-1] if self.words else VALUES[value]

    def typed(self, name=None):
        return [name or self.name, *([self.value] if self.value else [])]


def each_command():
    for name in PROGRAMS:
        for command, arguments in RIGHT[name].items():
            yield name, command, arguments


def options_of(name, command):
    shown = run(name, command, "--help").stdout.partition("\nExamples:")[0]
    found = re.findall(r"^ +(?:-\w, )?(--[\w-]+)(?:=| (?=\S))?(\S*)((?:.*)(?:\n {8,}[^ -].*)*)", shown, re.MULTILINE)
    return [Option(*each) for each in found if each[0] not in NOT_TYPED]


def misspelt(random_of, word, first):
    """The word with one slip behind its first letters: two letters swapped, one dropped, doubled, or another accent."""
    if len(word) < first + 2:
        return word + word[-1]
    place = random_of.randrange(first, len(word) - 1)
    before, letter, behind = word[:place], word[place], word[place + 1 :]
    slips = [before + behind, before + letter + letter + behind, before + behind[0] + letter + behind[1:]]
    if letter in "aeou":
        slips.append(before + {"a": "à", "e": "é", "o": "ô", "u": "ù"}[letter] + behind)
    return random_of.choice([slip for slip in slips if slip != word])


class WrongLines(unittest.TestCase):
    """In a folder with an archive that $HEMERO_ARCHIVE names."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="hemero-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        shutil.copy(SAMPLE / "articles.jsonl", cls.folder)
        (cls.folder / "queries.tsv").write_text("q1\tgrève\n")
        (cls.folder / "ids.txt").write_text("2\n")
        assert cls.type("hemero-index", "add", "articles.jsonl").status == DONE
        assert cls.type("hemero-index", "backup", "copied").status == DONE
        cls.right_options = list(cls.find_right_options())

    @classmethod
    def find_right_options(cls):
        """Each option of each command with a right line, which it stands at the end of."""
        for name, command, arguments in each_command():
            for option in options_of(name, command):
                line = [name, command, *arguments, *option.typed()]
                if option.name not in arguments and cls.type_right(*line).status in (DONE, NO_HITS):
                    yield option, line

    def setUp(self):
        self.random = random.Random(13)

    @classmethod
    def type(cls, *line):
        return run(*line, cwd=cls.folder, env={"HEMERO_ARCHIVE": str(cls.folder / "archive")})

    @classmethod
    def type_right(cls, *line):
        """The same for a line that is right: a server would go on until it is stopped, and is asked for its help."""
        return cls.type(*line, *(["--help"] if "serve" in line else []))

    def lines_to_type(self, stderr):
        """The lines that a hint puts into quotation marks; what stands for a path there is one."""
        lines = re.findall(r"[“«]\u00a0?((?:hemero-|ls ).*?)\u00a0?[”»]", stderr)
        return [re.sub(r"(PATH|CHEMIN)…$", "articles.jsonl", line) for line in lines]

    def assert_helped(self, *line, meant=None, statuses=(USAGE,)):
        """The line is refused in both languages with a hint that works. `meant` are arguments that it must print."""
        with self.subTest(line=line):
            english, french = (self.type(*line, "--lang", lang) for lang in ("en", "fr"))
            for done in (english, french):
                self.assertIn(done.status, statuses, done.stderr)
                self.assertEqual(done.stdout, "")
                if statuses == (USAGE,):
                    self.assertGreaterEqual(len(done.stderr.splitlines()), 2, done.stderr)
                else:
                    self.assertRegex(done.stderr, "did you mean|lists what|-a |vouliez-vous|montre ce")
                self.assertNotRegex(done.stderr, "this is a bug|ceci est un bogue")
            self.assertNotEqual(english.stderr.splitlines()[-1], french.stderr.splitlines()[-1])
            told, told_in_french = (self.lines_to_type(done.stderr) for done in (english, french))
            self.assertEqual([each.replace("--lang fr", "--lang en") for each in told_in_french], told)
            for each in told:
                self.assert_works(shlex.split(each))
            if meant is not None:
                self.assertEqual([shlex.split(each) for each in told], [[*meant, "--lang", "en"]], english.stderr)

    def assert_works(self, line):
        if line[0] == "ls":
            return self.assertTrue((self.folder / line[1]).is_dir(), line)
        done = self.type_right(*line)
        self.assertIn(done.status, (DONE, NO_HITS), (line, done.stderr))

    def test_every_command_has_a_right_line(self):
        for name in PROGRAMS:
            commands = set(re.findall(r"(?m)^  (\w+) ", self.type(name).stderr))
            self.assertEqual(commands, set(RIGHT[name]))
        for line in each_command():
            with self.subTest(line):
                self.assert_works([*line[:2], *line[2]])

    def test_commands(self):
        for name, command, arguments in each_command():
            other = next(each for each in PROGRAMS if each != name)
            for slip in sorted({misspelt(self.random, command, 1) for _ in range(4)}):
                told = slip not in RIGHT[other] and slip[:-1] not in RIGHT[name]  # "searchs" is "search" and one more
                meant = [name, command, *arguments] if told else None
                self.assert_helped(name, slip, *arguments, meant=meant)
            self.assert_helped(name, command.upper(), *arguments, meant=[name, command, *arguments])
            if command not in RIGHT[other]:
                self.assert_helped(other, command, *arguments, meant=[name, command, *arguments])

    def test_other_words_for_commands(self):
        rows = (SOURCE / "data/french/commands.tsv").read_text().splitlines()
        named = {name: set() for name in PROGRAMS}
        for word, programs, command in (row.split("\t") for row in rows if not row.startswith("#")):
            for name in PROGRAMS if programs == "*" else (programs,):
                if command.startswith("-"):
                    self.assert_helped(name, word, meant=[name, command])
                    continue
                named[name].add(command)
                line = [name, command, *RIGHT[name][command]]
                for typed in PROGRAMS if programs != "*" else (name,):
                    if word not in RIGHT[typed]:
                        self.assert_helped(typed, word, *RIGHT[name][command], meant=line)
        self.assertEqual(named, {name: set(RIGHT[name]) for name in PROGRAMS})

    def test_no_command(self):
        for meant, *line in (
            (["search", "grève"], "grève"), (["search", "la grève", "sncf"], "la grève", "sncf"),
            (["search", "l'été"], "l'été"), (["--help"], "help"), (["--help", "search"], "help", "search"),
            (["--version"], "-V"), (["--version"], "-v"), (["--version"], "version"), (["--version"], "--vers"),
            (["search", "--format", "json", "grève"], "--json", "search", "grève"),
            (["search", "--limit", "2", "grève"], "--limit", "2", "search", "grève"),
        ):  # fmt: skip
            self.assert_helped("hemero-query", *line, meant=["hemero-query", *meant])
        self.assert_helped("hemero-index", "articles.jsonl", meant=["hemero-index", "add", "articles.jsonl"])
        for line in (["nothing.jsonl"], ["--nonsense"], ["-x"], [""], ["\x1b[2J"], ["--archive", "archive"]):
            self.assert_helped("hemero-index", *line)
            if line[0].startswith("-"):
                self.assert_helped("hemero-query", *line)

    def test_options(self):
        self.assertGreater(len(self.right_options), 60)
        for option, line in self.right_options:
            before = line[: -len(option.typed())]
            takes_query = line[1] in QUERY_COMMANDS and line[0] == "hemero-query"
            self.assert_helped(*before, *option.typed(misspelt(self.random, option.name, 3)))
            shouted = "--" + option.name[2:].replace("-", "_").upper()
            self.assert_helped(*before, *option.typed(shouted), meant=line)
            if not takes_query:
                self.assert_helped(*before, *option.typed(option.name[1:]), meant=line)
            if option.value is None:
                self.assert_helped(*before, f"{option.name}=3", meant=line)

    def test_values(self):
        for option, line in self.right_options:
            before = line[:-1]
            if option.words:
                if len(option.value) > 3:
                    self.assert_helped(*before, misspelt(self.random, option.value, 1), meant=line)
                self.assert_helped(*before, option.value.upper(), meant=line)
                self.assert_helped(*before, "nonsense")
            elif option.value == "2":
                for value in ("abc", "-3", "1x3", "99999999999999999999"):
                    self.assert_helped(*before, value)
            elif option.value == "2019":
                self.assert_helped(*before, "hier")
        for wrong, right in (("0,5", "0.5"), ("30,0", "30.0")):
            line = ["hemero-query", "search", "grève", "--recency"]
            self.assert_helped(*line, wrong, meant=[*line, right])
        for line in (["--map", "titel=x"], ["--map", "x"], ["--limit", "x=3"], ["--limit", "line=x"]):
            self.assert_helped("hemero-index", "add", "articles.jsonl", *line)

    def test_too_few_and_too_many(self):
        for name, command, arguments in each_command():
            if arguments and not arguments[0].startswith("-") and (name, command) not in WITHOUT_ARGUMENTS:
                self.assert_helped(name, command)
            if (name, command) not in MANY_ARGUMENTS:
                self.assert_helped(name, command, *arguments, "zuviel", "zuviel", "zuviel")
        for option, line in self.right_options:
            if option.value:
                self.assert_missing_value(line[:-1], option)
        for line in (["remove"], ["zones", "--line", "x"], ["zones", "--learn", "--forget"]):
            self.assert_helped("hemero-index", *line)

    def assert_missing_value(self, line, option):
        """The value of the option at the end of the line is missing; or what stands behind is taken for it."""
        with self.subTest(line=line):
            done = self.type(*line)
            self.assertEqual((done.status, done.stdout), (USAGE, ""))
            self.assertIn(f"{option.name}: its value is missing\n", done.stderr)
            for each in self.lines_to_type(done.stderr):
                self.assert_works(shlex.split(each))

    def test_twice(self):
        for option, line in self.right_options:
            several = option.name in ("--id", "--map", "--fields", "--facets") or option.value == "line=2MiB"
            several = several or (line[0] == "hemero-query" and option.name.endswith(RESTRICTIONS))
            if option.value and not several:
                self.assert_helped(*line, *option.typed(), meant=line)

    def test_missing_files(self):
        for line in (["add", "artcles.jsonl"], ["add", "nothing"], ["add", "no/thing"], ["explain", "artcles.jsonl"]):
            self.assert_helped("hemero-index", *line, statuses=(PARTLY,))
        for name, *line in (
            ("hemero-query", "batch", "querys.tsv"), ("hemero-query", "batch", "no/where/queries.tsv"),
            ("hemero-index", "remove", "--ids", "nothing", "--dry-run"), ("hemero-index", "export", "no/where/all"),
            ("hemero-index", "add", "articles.jsonl", "--rejects", "no/where"),
        ):  # fmt: skip
            self.assert_helped(name, *line, statuses=(NO_ARCHIVE,))

    def test_missing_archives(self):
        for name, command, arguments in each_command():
            without = ("completion", "add", "config", "doctor", "restore")
            without += WITHOUT_ARCHIVE if name == "hemero-index" else ()
            for archive in ("archiv", f"no {command}") if command not in without else ():
                self.assert_helped(name, command, "-a", archive, *arguments, statuses=(NO_ARCHIVE,))


if __name__ == "__main__":
    unittest.main()
