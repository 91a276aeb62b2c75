#!/usr/bin/env python3
"""Runs the commands that documents and help print, so that whoever types them gets no error.

usage: HEMERO_BIN=build/release/bin tests/docs/check_printed.py [-v] [DOCUMENT…]

check_examples.py runs examples that show what is printed. Here are the others: in README.md, README.fr.md and
docs/*.md, or the documents named,

- indented blocks and fenced ones that are no ```console, where a line names one of our programs or the archive. Each
  line is run by bash, as it is printed; lines that build, install or need other rights (NOT_RUN) are left out;
- commands in running text, between backticks, where they have an argument and no placeholder (CAPITALS, […] or …),
  but not in headings;

and, when no document is named, the examples of each command's --help.

They run in a home of their own (see Home): articles in ~/articles, files of the names that the documents use, an
archive ~/archives/presse, which $HEMERO_ARCHIVE names, with 79 articles and the lines that a site repeats, made by
eight commands, that has learnt which words go together, and ~/press and ~/presse, which the READMEs' sessions make. A
terminal answers each question with yes. -v prints each command before it is run. Exit status: 0 all end with status 0,
or 1 where that says that nothing is new; 1 some do not. Python 3.9 or later.
"""
import gzip
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from typing import NamedTuple

import check_commands

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve()
OURS = re.compile(r"\bhemero-(index|query) |\$HEMERO_ARCHIVE\b")
NOT_RUN = re.compile(r"\s*(sudo|cmake|ctest|cpack|git|apt|export|scripts/\S+)\b")
NOTHING_IS_NEW = re.compile(r"\bsearches run .*--new\b")  # as its status 1 says
GOES_ON = re.compile(r"\bhemero-query serve\b")  # until it is stopped
PLACEHOLDER = re.compile(r"…|\[|\b(?!OU\b|ET\b|SAUF\b|PRÈS\b)[A-ZÉÈ]+\b")
INLINE = re.compile(r"`(hemero-(?:index|query) [a-z]+ [^`]+)`")
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Quai fermé</title></head><body><article><h1>Quai fermé</h1>
<p>Le quai de Seine reste fermé aux poids lourds jusqu’à nouvel ordre, a fait savoir la mairie lundi soir.</p></article>
</body></html>"""
REPEATED = "Abonnez-vous pour lire la suite"


class Printed(NamedTuple):
    """A command that a document prints."""

    place: str
    line: str


def commands_of(path):
    """The commands of a document, in order."""
    found, block, fence = [], [], None
    name = path.relative_to(SOURCE) if path.is_relative_to(SOURCE) else path

    def end_block():
        if any(OURS.search(line) for _, line in block):
            found.extend(Printed(f"{name}:{number}", line) for number, line in block if not NOT_RUN.match(line))
        block.clear()

    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("```"):
            end_block()
            fence = None if fence else line
        elif line.startswith("    ") if fence is None else fence != "```console":
            if line.strip():
                block.append((number, line.strip()))
        elif fence is None and not line.startswith("#"):
            end_block()
            inline = [span for span in INLINE.findall(line) if not PLACEHOLDER.search(span)]
            found.extend(Printed(f"{name}:{number}", span) for span in inline if has_argument(span))
    end_block()
    return found


def has_argument(span):
    """Whether a command in running text is one, and not the name of a command with its options."""
    return any(not word.startswith("-") for word in span.split()[2:])


def examples_of_help(program):
    """The examples of the --help of a program's commands."""
    found = []
    for command in check_commands.commands_of(program):
        _, _, examples = check_commands.help_of(program, command, lang="en").partition("\nExamples:\n")
        lines = re.findall(r"^  (\S.*)", examples, re.MULTILINE)
        found.extend(Printed(f"{program} {command} --help", line) for line in lines)
    return found


class Terminal:
    """A terminal on which somebody answers yes, as long as it is open; keeps what is printed."""

    def __init__(self):
        self.ours, self.theirs = pty.openpty()
        self.printed = b""
        self.reader = threading.Thread(target=self.read)
        self.reader.start()
        os.write(self.ours, b"y\n")

    def read(self):
        try:
            while data := os.read(self.ours, 4096):
                self.printed += data
        except OSError:  # nobody has it open any more
            pass

    def close(self):
        os.close(self.theirs)
        self.reader.join()
        os.close(self.ours)
        return self.printed


class Home:
    """A home with what the documents' commands name."""

    def __init__(self, folder, french):
        self.folder = pathlib.Path(folder)
        self.environment = {
            **os.environ,
            "HOME": str(self.folder),
            "HEMERO_ARCHIVE": str(self.folder / "archives/presse"),
            "LANG": "fr_FR.UTF-8" if french else "C.UTF-8",
            "PATH": f"{BIN}:{os.environ['PATH']}",
            "BROWSER": "true",
        }
        for name in ("LC_ALL", "LC_MESSAGES", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            self.environment.pop(name, None)
        self.write_files()
        self.make_archive()

    def write_files(self):
        sample = SOURCE / "data/sample"
        home = self.folder
        (home / "archives").mkdir()
        (home / "sauvegardes").mkdir()
        shutil.copytree(sample, home / "data/sample")
        shutil.copytree(sample / "pages", home / "articles")
        (home / "build/release").mkdir(parents=True)
        (home / "build/release/bin").symlink_to(BIN)
        articles = (sample / "articles.jsonl").read_bytes()
        (home / "2021.jsonl").write_bytes(articles)
        subprocess.run(["zstd", "-q", home / "2021.jsonl"], check=True)
        (home / "dump.gz").write_bytes(gzip.compress(articles))
        (home / "page.html").write_text(PAGE, encoding="utf-8")
        shutil.copy(next((sample / "pages").glob("*.txt")), home / "articles/un-fichier.txt")
        foreign = {"papier": "Le quai de Seine reste fermé aux poids lourds.", "plume": "Claire Vasseur"}
        for name in ("x.jsonl", "articles.jsonl"):
            (home / name).write_text(json.dumps({"id": name, "title": "Quai fermé", **foreign}), encoding="utf-8")
        office = f"N°;Titre;Chapo;papier;plume\n1;Quai fermé;Les camions attendront.;{';'.join(foreign.values())}\n"
        (home / "presse.csv").write_text(office, encoding="utf-8")
        for name in ("queries.tsv", "recherches.tsv"):
            (home / name).write_text("q1\tgrève\nq2\tzzyzx\n", encoding="utf-8")
        (home / "gazette").mkdir()
        for number, subject in enumerate(("le marché", "la mairie", "la piscine", "le lycée", "la gare", "le port"), 1):
            record = {
                "url": f"https://gazette.example/{number}",
                "title": f"Du nouveau pour {subject}",
                "text": f"On en sait plus depuis lundi sur {subject}.\n{REPEATED}",
            }
            (home / f"gazette/{number}.jsonl").write_text(json.dumps(record), encoding="utf-8")

    def make_archive(self):
        """Run numbers as the documents name them must exist."""
        sample = "data/sample/articles.jsonl data/sample/pages"
        commands = [f"add {paths}" for paths in (sample, "data/sample", *(f"gazette/{n}.jsonl" for n in range(1, 7)))]
        commands += ["relate", *(f"add -a {name} {sample}" for name in ("press", "presse"))]
        for command in commands:
            status, printed = self.run(f"hemero-index {command}")
            if status != 0:
                raise RuntimeError(f"the archive cannot be made: {printed}")

    def run(self, line):
        """Exit status and what was printed."""
        terminal = Terminal()
        line = f"timeout --foreground --preserve-status 2 {line}" if GOES_ON.search(line) else line
        try:
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", line],
                stdin=terminal.theirs,
                stdout=subprocess.PIPE,
                stderr=terminal.theirs,
                cwd=self.folder,
                env=self.environment,
                timeout=120,
            )
        finally:
            printed = terminal.close()
        return done.returncode, (done.stdout + printed).decode("utf-8", "replace").strip()


def problems_of(commands, french, verbose):
    """What is wrong with each command of a document that does not end with status 0."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="hemero-docs-") as folder:
        home = Home(folder, french)
        for place, line in commands:
            if verbose:
                print(f"{place}: {line}")
            status, printed = home.run(line)
            if status != 0 and not (status == 1 and NOTHING_IS_NEW.search(line)):
                problems.append(f"{place}: {line}\nexit status {status}\n{printed}\n")
    return problems


def main():
    arguments = sys.argv[1:]
    if {"-h", "--help"} & set(arguments):
        print(__doc__)
        return 0
    named = [pathlib.Path(name).resolve() for name in arguments if name != "-v"]
    documents = named or [SOURCE / "README.md", SOURCE / "README.fr.md", *sorted((SOURCE / "docs").glob("*.md"))]
    groups = [(commands_of(path), path.name.endswith(".fr.md")) for path in documents]
    if not named:
        groups.extend((examples_of_help(program), False) for program in check_commands.PROGRAMS)
    problems = [problem for group in groups if group[0] for problem in problems_of(*group, "-v" in arguments)]
    for problem in problems:
        print(problem)
    total = sum(len(commands) for commands, _ in groups)
    print(f"{total} printed commands, {len(problems)} fail")
    return 1 if problems or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
