#!/usr/bin/env python3
"""Whether the documents have the programs' commands, all of them and no others: the tables of the READMEs,
letter by letter as --help has them, the man pages' SYNOPSIS and COMMANDS, and the table of command names.

usage: HEMERO_BIN=build/release/bin tests/docs/check_commands.py            says what differs; exit status 1 if anything
       HEMERO_BIN=build/release/bin tests/docs/check_commands.py --table LANG    prints the table, in en or fr
"""
import re
import sys

from programs import PROGRAMS, SOURCE, differences, output_of

TABLES = {"README.md": "en", "README.fr.md": "fr"}


def help_of(program, *command, lang):
    return output_of(program, *command, "--lang", lang, "--help")


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
    yield from differences(path, "commands", written[1].splitlines() if written else [], table(lang))


def man_sections(program):
    """The text of a man page's sections by name."""
    text = (SOURCE / f"docs/man/{program}.1").read_text().replace("\\-", "-")
    return dict(re.findall(r"^\.SH (.*)\n((?:(?!\.SH ).*\n)*)", text, re.MULTILINE))


def without_inner(section):
    """A section of a man page without what stands indented: the actions of a command."""
    return re.sub(r"^\.RS\n.*?^\.RE\n", "", section, flags=re.MULTILINE | re.DOTALL)


def check_man_page(program):
    sections = man_sections(program)
    named = {
        "SYNOPSIS": re.findall(rf"^\.B {program} (\w+)", sections["SYNOPSIS"], re.MULTILINE),
        "COMMANDS": re.findall(r'^\.TP\n\.B[IR]? "?(\w+)', without_inner(sections["COMMANDS"]), re.MULTILINE),
    }
    for section, names in named.items():
        for missing in set(commands_of(program)) - set(names):
            yield f"docs/man/{program}.1: {section} lacks {missing}"
        for unknown in set(names) - set(commands_of(program)):
            yield f"docs/man/{program}.1: {section} has {unknown}, which is no command"


def check_names():
    """data/french/commands.tsv has each command under its own name."""
    rows = [line.split("\t") for line in (SOURCE / "data/french/commands.tsv").read_text().splitlines()]
    named = {(program, command) for word, program, command in (row for row in rows if len(row) == 3) if word == command}
    for program in PROGRAMS:
        for missing in set(commands_of(program)) - {command for owner, command in named if owner in (program, "*")}:
            yield f"data/french/commands.tsv: lacks {missing} of {program}"


def main():
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__.strip())
        return 0
    if "--table" in sys.argv:
        print("\n".join(table(sys.argv[-1])))
        return 0
    problems = [problem for path, lang in TABLES.items() for problem in check_table(path, lang)]
    problems += [problem for program in PROGRAMS for problem in check_man_page(program)]
    problems += check_names()
    print("\n".join([*problems, f"{len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
