#!/usr/bin/env python3
"""Runs the examples of the documents, so that what they show is what the programs do.

usage: HEMERO_BIN=build/release/bin tests/docs/check_examples.py [DOCUMENT…]

Looks at README.md, README.fr.md, docs/*.md and the man pages below docs/man, or at the documents named: at every block
that begins with ```console, in man pages at every block between .EX and .EE. In such a block:

- A line "$ hemero-index …" or "$ hemero-query …" is run, without a shell: quotation marks work, pipes do not. Other
  commands are left alone, and so is what they print.
- It must exit with status 0.
- The lines after it, up to the next command or the block's end, are what it must print (standard output and standard
  error together). With no lines after it, what it prints does not matter.
- A line that is only "…" stands for any lines, also none; "…" inside a line stands for any text. Blanks at the ends of
  lines and blank lines at the end do not count; no-break spaces are spaces.
- Where the first line is "{", the output is JSON and is compared as a value, however it is laid out; "…" inside a
  string stands for any text, a string that is only "…" for any value.
- In man pages the escapes of ROFF_ESCAPES are undone first: \\- is "-".

Commands run in a folder with nothing in it but data/sample, in English, in French for *.fr.md and for man pages in a
folder fr. It is their home, too. $HEMERO_ARCHIVE names an archive of the document's own, with
data/sample/articles.jsonl and data/sample/pages in it; a document whose first command is "hemero-index add" begins with
none. Exit status: 0 all examples hold; 1 some do not. Python 3.9 or later.
"""
import difflib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
from typing import NamedTuple

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve()
PROGRAMS = ("hemero-index", "hemero-query")
SAMPLE = ["data/sample/articles.jsonl", "data/sample/pages"]
ANYTHING = "…"
ROFF_ESCAPES = {r"\-": "-", r"\(aq": "'", r"\(dq": '"', r"\(ti": "~", r"\(ha": "^", r"\(rs": "\\", r"\&": ""}


class Example(NamedTuple):
    """A command of a document and what it is said to print."""

    path: pathlib.Path
    line: int
    words: list
    expected: list  # lines

    def place(self):
        name = self.path.relative_to(SOURCE) if self.path.is_relative_to(SOURCE) else self.path
        return f"{name}:{self.line}"


def is_man_page(path):
    return re.fullmatch(r"\.[1-9]", path.suffix) is not None


def is_french(path):
    return path.parent.name == "fr" if is_man_page(path) else path.name.endswith(".fr.md")


def without_escapes(line):
    """A line of a man page as it is printed, where it has no other escapes than ours."""
    return re.sub(r"\\(\(..|.)", lambda escape: ROFF_ESCAPES.get(escape[0], escape[0]), line)


def examples_of(path):
    """The examples of a document, in order."""
    man_page = is_man_page(path)
    begin, ends = (".EX", (".EX", ".EE")) if man_page else ("```console", "```")
    found = []
    in_block = False
    current = None  # the example whose output the next lines are; None for a command that is left alone
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if man_page:
            line = without_escapes(line)
        if line.startswith(ends):
            in_block = line.rstrip() == begin
            current = None
        elif in_block and line.startswith("$ "):
            words = shlex.split(line[2:])
            current = Example(path, number, words, []) if words and words[0] in PROGRAMS else None
            if current:
                found.append(current)
        elif in_block and current:
            current.expected.append(line)
    return found


def trimmed(lines):
    lines = [line.replace("\u00a0", " ").replace("\u202f", " ").rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def pattern_of(text):
    return ".*".join(re.escape(part) for part in text.split(ANYTHING))


def lines_match(expected, printed):
    pattern = "".join(r"(?:[^\n]*\n)*" if line == ANYTHING else pattern_of(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def values_match(expected, printed):
    """Whether two JSON values are alike, but for what "…" stands for."""
    if expected == ANYTHING:
        return True
    if isinstance(expected, str) and isinstance(printed, str):
        return re.fullmatch(pattern_of(expected), printed, re.DOTALL) is not None
    if isinstance(expected, dict) and isinstance(printed, dict):
        return expected.keys() == printed.keys() and all(values_match(expected[key], printed[key]) for key in expected)
    if isinstance(expected, list) and isinstance(printed, list):
        return len(expected) == len(printed) and all(map(values_match, expected, printed))
    return type(expected) is type(printed) and expected == printed


def why_not_alike(expected, printed):
    """Nothing when what was printed is what the document says; else the difference, for people."""
    if expected and expected[0] == "{":
        try:
            value = json.loads("\n".join(printed))
            if values_match(json.loads("\n".join(expected)), value):
                return None
            printed = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
        except json.JSONDecodeError as error:
            return f"not JSON: {error}"
    elif lines_match(expected, printed):
        return None
    return "\n".join(difflib.unified_diff(expected, printed, "the document", "the program", lineterm=""))


def run(words, folder, french):
    """Exit status and lines printed."""
    ours = {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "HEMERO_ARCHIVE": str(folder / "archive"),
        "LC_ALL": "fr_FR.UTF-8" if french else "C.UTF-8",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [str(BIN / words[0]), *words[1:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={**os.environ, **ours},
        timeout=120,
    )
    return done.returncode, trimmed(done.stdout.decode("utf-8", "replace").split("\n"))


def problems_of(path):
    """(place, what is wrong) for each example of a document that does not hold, and the number of its examples."""
    problems = []
    examples = examples_of(path)
    with tempfile.TemporaryDirectory(prefix="hemero-docs-") as temporary:
        folder = pathlib.Path(temporary)
        (folder / "data").symlink_to(SOURCE / "data")
        french = is_french(path)
        if examples and examples[0].words[:2] != ["hemero-index", "add"]:
            status, printed = run(["hemero-index", "add", *SAMPLE], folder, french)
            if status != 0:
                return [(str(path), "the sample cannot be indexed:\n" + "\n".join(printed))], len(examples)
        for example in examples:
            status, printed = run(example.words, folder, french)
            expected = trimmed(example.expected)
            why = why_not_alike(expected, printed) if expected else None
            if status != 0:
                why = "\n".join([f"exit status {status}", *printed])
            if why:
                problems.append((example.place(), f"$ {shlex.join(example.words)}\n{why}"))
    return problems, len(examples)


def main():
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__)
        return 0
    named = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    readmes = [SOURCE / "README.md", SOURCE / "README.fr.md"]
    docs = SOURCE / "docs"
    documents = named or [*readmes, *sorted(docs.glob("*.md")), *sorted((docs / "man").rglob("*.[1-9]"))]
    failed = total = 0
    for path in documents:
        problems, count = problems_of(path)
        for place, why in problems:
            print(f"{place}: {why}\n")
        failed += len(problems)
        total += count
    print(f"{total} examples in {len(documents)} documents, {failed} do not hold")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
