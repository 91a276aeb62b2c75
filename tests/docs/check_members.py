#!/usr/bin/env python3
"""Whether the documents name the members of JSON that the programs print, all of them and no others.

usage: HEMERO_BIN=build/release/bin tests/docs/check_members.py    says what differs; exit status 1 if anything does

Each section of SECTIONS is held against what its commands print about a small archive: every member must stand in the
section, or in one that it refers to, in `…`; and every such word in its text, and in the first columns of its tables,
must be printed, as a member or as a value.
"""
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

from check_commands import commands_of, help_of
from programs import PROGRAMS, SOURCE, output_of

LONG = "Les bergers de la vallée ont vu un loup mardi soir, a dit le maire du village de Saint-Vaast à la presse. "
WOLF = {"id": "a", "title": "Un loup", "date": "2021-08-11", "source": "Le Matin", "url": "https://matin.example/a",
        "authors": ["Claire Vasseur"], "section": "Faits", "keywords": ["loup"], "text": f"{LONG * 3}"}  # fmt: skip
READ_FROM_PRINT = {
    "hemero_export": 1, "key": "c", "number": 1, "stored": "2026-01-01T00:00:00Z", "title": "Une page", "date": None,
    "date_text": "", "authors": [], "source": "", "section": "", "language": "fr", "url": "", "path": "c",
    "keywords": [], "ocr_confidence": 0.9, "zones": [{"kind": "paragraph", "text": "Un lynx dort."}],
}  # fmt: skip

# Sections of a document: the command lines that print what they tell of, and sections that they refer to. {folder} has
# the archive of make_archive and its files.
JSON_OUTPUT = "docs/json-output.md"
SEARCH, COPIES = "`hemero-query search --format json`", "Copies"
FACETS = "`hemero-query facets --format json`"
FIELDS = "Lines, fields, numbers and counts"
KWIC = "`hemero-query kwic --format json`"
SECTIONS = {
    (JSON_OUTPUT, SEARCH): (
        ["hemero-query search --format json --explain loup",
         "hemero-query search --format json --facets year maire ET zzyzx"], [COPIES, FACETS]),
    (JSON_OUTPUT, COPIES): (["hemero-query search --format json loup"], [SEARCH]),
    (JSON_OUTPUT, FIELDS): (
        ["hemero-query search --format json --count loup",
         "hemero-query search --format json --fields "
         "rank,id,number,key,title,score,snippet,passage,keywords,language,date_text,ocr_confidence,lead,date,"
         "date_precision,source,section,authors,url,path,matches,words,version,stored,content_hash,printings,"
         "note,first_id,first_date,first_source loup OU lynx OU vallée"],
        [SEARCH, COPIES]),
    (JSON_OUTPUT, "`hemero-query explain --format json`"): (["hemero-query explain --format json loup"], [SEARCH]),
    (JSON_OUTPUT, "`hemero-query terms --format json`"): (["hemero-query terms --format json lou"], []),
    (JSON_OUTPUT, "`hemero-query show --format json`"): (
        ["hemero-query show --format json 1", "hemero-query show --format json --query=loup 1",
         "hemero-query show --format json 3",
         "hemero-query show --format json 4"], []),
    (JSON_OUTPUT, "`hemero-query list --format json`"): (["hemero-query list --format json sources"], []),
    (JSON_OUTPUT, FACETS): (["hemero-query facets --format json loup"], []),
    (JSON_OUTPUT, "`hemero-query timeline --format json`"): (
        ["hemero-query timeline --step year --format json loup", "hemero-query timeline --step day --format json le",
         "hemero-query timeline --unit occurrences --step year --format json loup"], []),
    (JSON_OUTPUT, "`hemero-query report --format json`"): (
        ["hemero-query report --format json loup",
         "hemero-query report -a {folder}/without --check {folder}/report.json --format json"], []),
    (JSON_OUTPUT, "`hemero-query searches --format json`"): (["hemero-query searches --format json"], []),
    (JSON_OUTPUT, "`hemero-query searches run --new --format json`"): (
        ["hemero-query searches run --new -a {folder}/without --format json"], []),
    (JSON_OUTPUT, "`hemero-query dossiers --format json`"): (["hemero-query dossiers --format json"], []),
    (JSON_OUTPUT, "`hemero-query dossiers show --format json`"): (
        ["hemero-query dossiers show bêtes -a {folder}/without --format json"], []),
    (JSON_OUTPUT, KWIC): (["hemero-query kwic --format json loup"], []),
    (JSON_OUTPUT, "`hemero-query quotations --format json`"): (
        ["hemero-query quotations -a {folder}/sample --format json train"], [KWIC]),
    (JSON_OUTPUT, "`hemero-query amounts --format json`"): (
        ["hemero-query amounts -a {folder}/sample --format json barrage"], [KWIC]),
    (JSON_OUTPUT, "`hemero-query collocates --format json`"): (
        ["hemero-query collocates --least 1 --least-texts 1 --format json loup"], [KWIC]),
    (JSON_OUTPUT, "`hemero-query keywords --format json`"): (
        ["hemero-query keywords --least 1 --least-texts 1 --format json --against lynx loup",
         "hemero-query keywords --format json lynx"], [KWIC]),
    (JSON_OUTPUT, "`hemero-query dispersion --format json`"): (
        ["hemero-query dispersion --format json loup"], [KWIC]),
    (JSON_OUTPUT, "`hemero-query related --format json`"): (
        ["hemero-query related -a {folder}/sample --format json école"], []),
    (JSON_OUTPUT, "`hemero-query similar --format json`"): (
        ["hemero-query similar --format json 1"], [SEARCH, COPIES]),
    (JSON_OUTPUT, "`hemero-query batch`"): (
        ["hemero-query batch --format jsonl --timing {folder}/queries.tsv"], [SEARCH, COPIES]),
    (JSON_OUTPUT, "`hemero-index status --format json`"): (["hemero-index status --sizes --format json"], []),
    (JSON_OUTPUT, "`hemero-index explain --format jsonl`"): (
        ["hemero-index explain --format jsonl {folder}/page.html"], ["`hemero-query show --format json`"]),
    (JSON_OUTPUT, "`hemero-index add --rejects FILE`"): (["cat {folder}/rejects.jsonl"], []),
    (JSON_OUTPUT, "`hemero-index imports --format json`"): (["hemero-index imports --format json"], []),
    (JSON_OUTPUT, "`hemero-index places --format json`"): (["hemero-index places --format json"], []),
    (JSON_OUTPUT, "`hemero-index doctor --format json`"): (["hemero-index doctor --format json"], []),
    (JSON_OUTPUT, "`hemero-index check --format json`"): (
        ["hemero-index check --full --format json", "hemero-index check -a {folder}/damaged --format json"], []),
    (JSON_OUTPUT, "`hemero-index config --format json`, `hemero-query config --format json`"): (
        ["hemero-index config --format json", "hemero-query config --format json"], []),
    (JSON_OUTPUT, "`hemero-query show --versions --format json`"): (
        ["hemero-query show --versions --format json 1"], []),
    (JSON_OUTPUT, "`hemero-query show --diff --format json`"): (["hemero-query show --diff --format json 1"], []),
    (JSON_OUTPUT, "`hemero-index zones --format json`"): (["hemero-index zones --format json"], []),
    (JSON_OUTPUT, "`hemero-index formats --format json`"): (["hemero-index formats --format json"], []),
    (JSON_OUTPUT, "`hemero-index fields --format json`"): (["hemero-index fields --format json"], []),
    (JSON_OUTPUT, "`hemero-index limits --format json`"): (["hemero-index limits --format json"], []),
    (JSON_OUTPUT, "`hemero-index parts --format json`"): (["hemero-index parts --format json"], []),
    ("docs/input-formats.md", "Exports"): (["hemero-index export"], []),
}  # fmt: skip

MAPS = {"skipped"}  # members whose own members are data: the reasons of skips
EVERYWHERE = {"version"}  # what the document says of all sections at its beginning
COMMANDS = {"add", "search", "show"}  # that sections speak of


def make_archive(folder):
    """An archive with an update, copies, a removal, a text read from print and something refused."""
    os.environ["HEMERO_ARCHIVE"] = str(folder / "archive")

    def add(name, *lines, **how):
        (folder / name).write_text("".join(line + "\n" for line in lines))
        output_of("hemero-index", "add", folder / name, "--rejects", folder / "rejects.jsonl", **how)

    add("wolf.jsonl", json.dumps(WOLF))
    add("wolf.jsonl", json.dumps({**WOLF, "title": "Un loup, dit-on"}), json.dumps({**WOLF, "id": "b"}))
    add("print.jsonl", json.dumps(READ_FROM_PRINT))
    add("page.txt", "Une page", "", LONG, "", "Lire aussi : Le maire parle")
    add("gone.jsonl", json.dumps({"id": "d", "title": "Un ours"}))
    (folder / "report.json").write_text(output_of("hemero-query", "report", "--format", "json", "ours"))
    output_of("hemero-query", "searches", "save", "ours", "ours")
    output_of("hemero-query", "dossiers", "add", "bêtes", "1", "5", "--tag", "à lire")
    output_of("hemero-index", "remove", "--id", "5", "--reason", "erreur")
    shutil.copytree(folder / "archive", folder / "without")
    add("again.jsonl", json.dumps({"id": "d", "title": "Un ours"}), status=(0, 65))
    output_of("hemero-index", "add", folder / "gone.jsonl", "--restore")
    add("lines.jsonl", *(json.dumps({"id": str(i), "title": f"Un lynx {i}", "source": "Le Soir",
                                     "text": f"Numéro {i}.\nRecevez notre lettre."}) for i in range(6)))  # fmt: skip
    add("broken.jsonl", "{", status=(65,))
    output_of("hemero-index", "add", "-a", folder / "sample", SOURCE / "data/sample")
    output_of("hemero-index", "relate", "-a", folder / "sample")
    (folder / "queries.tsv").write_text("a\tloup\n")
    shutil.copytree(folder / "archive", folder / "damaged")
    (folder / "damaged/index/parts.tsv").write_text("damaged")
    (folder / "page.html").write_text(
        f"<html><head><title>Un loup</title><meta property='article:modified_time' content='2021-08-12'></head>"
        f"<body><article><h1>Un loup</h1><p>{LONG}</p><p>{LONG}</p></article></body></html>")  # fmt: skip


def members_of(value):
    """The names of the members of a JSON value at any depth."""
    if isinstance(value, list):
        return set().union(*map(members_of, value))
    if isinstance(value, dict):
        return set(value).union(*(members_of(inner) for name, inner in value.items() if name not in MAPS))
    return set()


def texts_of(value):
    """The texts in a JSON value."""
    if isinstance(value, (dict, list)):
        return set().union(*map(texts_of, value.values() if isinstance(value, dict) else value))
    return {value} if isinstance(value, str) else set()


def values_of(command, folder):
    """The JSON values that a command line prints."""
    program, *args = command.format(folder=folder).split()
    if program == "cat":
        printed = pathlib.Path(args[0]).read_text()
    else:
        printed = output_of(program, *args, status=(0, 1), errors="--timing" in args)
    values = []
    while printed := printed.lstrip():
        value, end = json.JSONDecoder().raw_decode(printed)
        values.append(value)
        printed = printed[end:]
    return values


def section_of(path, heading):
    """The lines of a document's section, without the sections in it and without blocks of code."""
    text = re.sub(r"^```.*?^```", "", (SOURCE / path).read_text(), flags=re.MULTILINE | re.DOTALL)
    return re.search(rf"^#+ {re.escape(heading)}\n((?:(?!#).*\n)*)", text, re.MULTILINE)[1]


def named_in(lines):
    """The names that some lines of a document have in `…`: `relaxations[].query` has two, as `{"kind", "text"}` has."""
    paths = r"\.?[a-z0-9_]+(\[\])?(\.[a-z0-9_]+)*"
    codes = [code for code in re.findall(r"`([^`]+)`", lines) if code.startswith("{") or re.fullmatch(paths, code)]
    return {name for code in codes for name in re.findall(r"[a-z0-9_]+", code)} - COMMANDS


def told_in(lines):
    """The names that a section tells of itself: in its text, and in the first columns of its tables."""
    return named_in(re.sub(r"^(\|[^|]*\|).*", r"\1", lines, flags=re.MULTILINE))


def check_section(path, heading, folder):
    commands, others = SECTIONS[path, heading]
    printed = [value for command in commands for value in values_of(command, folder)]
    named = set().union(*(named_in(section_of(path, each)) for each in (heading, *others)))
    for member in sorted(members_of(printed) - named - EVERYWHERE):
        yield f"{path}: “{heading}” lacks the member {member}"
    known = members_of(printed) | texts_of(printed) | EVERYWHERE
    for name in sorted(told_in(section_of(path, heading)) - known):
        yield f"{path}: “{heading}” has {name}, which is not printed"


def check_sections():
    """Every command that prints JSON has a section."""
    told = [heading for path, heading in SECTIONS if path == JSON_OUTPUT]
    for program in PROGRAMS:
        for command in commands_of(program):
            prints = re.search(r"--format=.*\n?.*(?<![-\w])json", help_of(program, command, lang="en"))
            if prints and not any(f"{program} {command} " in heading.replace("`", " ") for heading in told):
                yield f"{JSON_OUTPUT}: {program} {command} prints JSON, and no section tells of it"


def main():
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__.strip())
        return 0
    with tempfile.TemporaryDirectory(prefix="hemero-members-") as folder:
        make_archive(pathlib.Path(folder))
        problems = [problem for section in SECTIONS for problem in check_section(*section, folder)]
        problems += check_sections()
    print("\n".join([*problems, f"{len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
