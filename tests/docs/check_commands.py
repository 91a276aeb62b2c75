#!/usr/bin/env python3
"""Whether the documents have the programs' commands, all of them and no others: the tables of the READMEs,
letter by letter as --help has them, the man pages' SYNOPSIS and COMMANDS, and the table of command names; and whether
the man pages tell of the commands' options.

usage: HEMERO_BIN=build/release/bin tests/docs/check_commands.py            says what differs; exit status 1 if anything
       HEMERO_BIN=build/release/bin tests/docs/check_commands.py --table LANG    prints the table, in en or fr
"""
import re
import sys

from programs import PROGRAMS, SOURCE, differences, output_of

TABLES = {"README.md": "en", "README.fr.md": "fr"}
MAN_PAGES = {"docs/man": "COMMANDS", "docs/man/fr": "COMMANDES"}  # what tells of the commands in the pages of a folder


def help_of(program, *command, lang):
    return output_of(program, *command, "--lang", lang, "--help")


def commands_of(program):
    """The names of its commands, in the order of --help."""
    listed = re.search(r"\nCommands:\n((?:  .*\n)+)", help_of(program, lang="en"))[1]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def options_of(program):
    """The options of all its commands."""
    shown = "".join(help_of(program, command, lang="en") for command in commands_of(program))
    return set(re.findall(r"^  (?:-\w,|   ) (--[a-z-]+)", shown, re.MULTILINE))


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


def man_sections(path):
    """The text of a man page's sections by name."""
    text = (SOURCE / path).read_text().replace("\\-", "-")
    return dict(re.findall(r"^\.SH (.*)\n((?:(?!\.SH ).*\n)*)", text, re.MULTILINE))


def without_inner(section):
    """A section of a man page without what stands indented: the actions of a command."""
    return re.sub(r"^\.RS\n.*?^\.RE\n", "", section, flags=re.MULTILINE | re.DOTALL)


def tagged_options(path):
    """The options that head the entries of a man page's section OPTIONS, in their order."""
    return re.findall(r"--[a-z-]+", " ".join(re.findall(r"^\.TP\n(.*)", man_sections(path)["OPTIONS"], re.MULTILINE)))


def check_man_page(folder, program):
    path, commands = f"{folder}/{program}.1", MAN_PAGES[folder]
    sections = man_sections(path)
    named = {
        "SYNOPSIS": re.findall(rf"^\.B {program} (\w+)", sections["SYNOPSIS"], re.MULTILINE),
        commands: re.findall(r'^\.TP\n\.B[IR]? "?(\w+)', without_inner(sections[commands]), re.MULTILINE),
    }
    for section, names in named.items():
        for missing in set(commands_of(program)) - set(names):
            yield f"{path}: {section} lacks {missing}"
        for unknown in set(names) - set(commands_of(program)):
            yield f"{path}: {section} has {unknown}, which is no command"
    told = set(re.findall(r"--[a-z-]+", sections[commands] + sections["OPTIONS"]))
    for missing in options_of(program) - told:
        yield f"{path}: {commands} and OPTIONS lack {missing}"
    for unknown in told - options_of(program):
        yield f"{path}: has {unknown}, which is no option"
    first = f"{next(iter(MAN_PAGES))}/{program}.1"
    if tagged_options(path) != tagged_options(first):
        yield f"{path}: OPTIONS does not tell of the same options in the same order as {first}"


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
    problems += [problem for folder in MAN_PAGES for program in PROGRAMS for problem in check_man_page(folder, program)]
    problems += check_names()
    print("\n".join([*problems, f"{len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
