#!/usr/bin/env python3
"""Whether docs/input-formats.md lists the formats, the fields with their keys, and the limits as the programs do, and
the man pages the fields.

usage: HEMERO_BIN=build/release/bin tests/docs/check_lists.py    says what differs; exit status 1 if anything does
       HEMERO_BIN=build/release/bin tests/docs/check_lists.py --table formats|fields|limits    prints the table's rows;
                                                      of fields the first columns: the last one is written by hand
"""
import json
import re
import sys

from programs import SOURCE, differences, output_of

DOCUMENT = "docs/input-formats.md"
MAN_PAGES = {"docs/man/hemero-index.1": "Fields: ", "docs/man/fr/hemero-index.1": "Champs\u00a0: "}

# Sizes in the document that cannot be set, and whose they are.
FIXED_MIB = {128: "memory of zstd", 1: "a tag of XML", 9: "a CDATA section"}


def listed(what):
    """What hemero-index lists as JSON."""
    return json.loads(output_of("hemero-index", what, "--lang", "en", "--format", "json"))[what]


def coded(names):
    return ", ".join(f"`{name}`" for name in names)


def shown_value(limit):
    return f"{limit['value'] >> 20} MiB" if limit["unit"] == "bytes" else f"{limit['value']:,}"


# What a list says, as the columns of a table of the document that can be known.
ROWS = {
    "formats": lambda row: [f"`{row['name']}`", row["title"], coded(row["endings"])],
    "fields": lambda row: [row["name"], coded(row["keys"])],
    "limits": lambda row: [f"`{row['name']}`", shown_value(row), row["meaning"]],
}  # fmt: skip


def rows_of(what):
    return [f"| {' | '.join(ROWS[what](row))} |" for row in listed(what)]


def written_rows(what):
    """The rows of the document's table whose heading begins so, as many columns of them as are known."""
    text = (SOURCE / DOCUMENT).read_text()
    table = re.search(rf"^\| {what[:-1]} \|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    columns = len(ROWS[what](listed(what)[0]))
    for line in table[1].splitlines() if table else []:
        yield "|".join(line.split("|")[: columns + 1]) + "|"


def check_sizes():
    """Sizes in the text are those in force."""
    known = {limit["value"] >> 20 for limit in listed("limits") if limit["unit"] == "bytes"} | set(FIXED_MIB)
    for number, line in enumerate((SOURCE / DOCUMENT).read_text().splitlines(), 1):
        for size in re.findall(r"(\d+)\s+MiB", line):
            if int(size) not in known:
                yield f"{DOCUMENT}:{number}: no limit is {size} MiB"


def check_man_pages():
    for path, begin in MAN_PAGES.items():
        line = f"{begin}{', '.join(field['name'] for field in listed('fields'))}."
        if f"\n{line}\n" not in (SOURCE / path).read_text():
            yield f"{path}: --map lacks the line “{line}”"


def main():
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__.strip())
        return 0
    if "--table" in sys.argv:
        print("\n".join(rows_of(sys.argv[-1])))
        return 0
    problems = [
        problem for what in ROWS for problem in differences(DOCUMENT, what, list(written_rows(what)), rows_of(what))
    ]
    problems += [*check_sizes(), *check_man_pages()]
    print("\n".join([*problems, f"{len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
