#!/usr/bin/env python3
"""Whether the documents have the programs' commands, all of them and no others: the tables of the READMEs,
letter by letter as --help has them, and the man pages' SYNOPSIS and COMMANDS; and whether docs/input-formats.md has the
formats that are read.

usage: HEMERO_BIN=build/release/bin tests/docs/check_commands.py            says what differs; exit status 1 if anything
       HEMERO_BIN=build/release/bin tests/docs/check_commands.py --table LANG    prints the table, in en or fr
"""
import json
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ("hemero-index", "hemero-query")
TABLES = {"README.md": "en", "README.fr.md": "fr"}


def help_of(*command, lang):
    path = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")) / command[0]
    shown = subprocess.run([path, *command[1:], "--lang", lang, "--help"], capture_output=True, text=True, check=True)
    return shown.stdout


def commands_of(program):
    """The names of its commands, in the order of --help."""
    listed = re.search(r"\nCommands:\n((?:  .*\n)+)", help_of(program, lang="en"))[1]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def row(program, command, lang):
    """A line of a table: how a command is called, and what it does."""
    shown = help_of(program, command, lang=lang)
    usage = re.search(rf"{program} {command} \[OPTION\]…(.*)\n", shown)[1]
    what = " ".join(shown.split("\n\n")[0].split("\n")).split(":", 1)[1].strip(" \u00a0")
    return f"| `{program} {command}{usage}` | {what} |"


def table(lang):
    return [row(program, command, lang) for program in PROGRAMS for command in commands_of(program)]


def check_table(path, lang):
    """What is wrong with a document's table."""
    written = re.search(r"^\| commande? \|.*\n\|[-|]+\n((?:\|.*\n)+)", (SOURCE / path).read_text(), re.MULTILINE)
    written = written[1].splitlines() if written else []
    expected = table(lang)
    for line in [line for line in expected if line not in written]:
        yield f"{path}: the table of commands lacks {line}"
    for line in [line for line in written if line not in expected]:
        yield f"{path}: no command says of itself {line}"
    if sorted(written) == sorted(expected) and written != expected:
        yield f"{path}: the table's order is not that of --help"


def man_sections(program):
    """The text of a man page's sections by name."""
    text = (SOURCE / f"docs/man/{program}.1").read_text().replace("\\-", "-")
    return dict(re.findall(r"^\.SH (.*)\n((?:(?!\.SH ).*\n)*)", text, re.MULTILINE))


def check_man_page(program):
    sections = man_sections(program)
    named = {
        "SYNOPSIS": re.findall(rf"^\.B {program} (\w+)", sections["SYNOPSIS"], re.MULTILINE),
        "COMMANDS": re.findall(r'^\.TP\n\.B[IR]? "?(\w+)', sections["COMMANDS"], re.MULTILINE),
    }
    for section, names in named.items():
        for missing in set(commands_of(program)) - set(names):
            yield f"docs/man/{program}.1: {section} lacks {missing}"
        for unknown in set(names) - set(commands_of(program)):
            yield f"docs/man/{program}.1: {section} has {unknown}, which is no command"


def check_formats():
    """What is wrong with the table of formats in docs/input-formats.md."""
    binary = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")) / "hemero-index"
    listed = subprocess.run([binary, "formats", "--lang", "en", "--format", "json"], capture_output=True, check=True)
    rows = [
        f"| `{known['name']}` | {known['title']} | {', '.join(f'`{ending}`' for ending in known['endings'])} |"
        for known in json.loads(listed.stdout)["formats"]
    ]
    text = (SOURCE / "docs/input-formats.md").read_text()
    written = re.search(r"^\| format \|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    written = written[1].splitlines() if written else []
    for line in [line for line in rows if line not in written]:
        yield f"docs/input-formats.md: the table of formats lacks {line}"
    if sorted(written) == sorted(rows) and written != rows:
        yield "docs/input-formats.md: the table's order is not that of hemero-index formats"
    for line in [line for line in written if line not in rows]:
        yield f"docs/input-formats.md: no format is {line}"


def main():
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__.strip())
        return 0
    if "--table" in sys.argv:
        print("\n".join(table(sys.argv[-1])))
        return 0
    problems = [problem for path, lang in TABLES.items() for problem in check_table(path, lang)]
    problems += [problem for program in PROGRAMS for problem in check_man_page(program)]
    problems += check_formats()
    print("\n".join([*problems, f"{len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
