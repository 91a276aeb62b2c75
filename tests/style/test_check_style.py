#!/usr/bin/env python3
"""Shows that each check of check_style.py can fail: little trees, each with one thing wrong."""
import contextlib
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import check_style
from cpp_tokens import calls, own_strings, tokens

DECISIONS = check_style.DECISIONS
SLASH = "/"  # paths of machines are put together here, so that this file passes its own check

RIS = {"indexer/formats/ris/a.cpp": '\nconst Format ris_format{\n    .name = "ris",\n};\n'}
RIS_DOCUMENTS = {document: "`ris`" for document in check_style.FORMAT_DOCUMENTS}


def decisions(*entries, index=None):
    """A tree of decisions, each (name, title, date), and its index, unless another one is given."""
    rows = "".join(f"| {name[:4]} | [{title}]({name}) | {date} |\n" for name, title, date in entries)
    files = {f"{DECISIONS}/{name}": f"# {title}\n\n{date}\n\nSo.\n" for name, title, date in entries}
    return {**files, f"{DECISIONS}/README.md": rows if index is None else index}


FIRST, SECOND = ("0001-a-b.md", "A, b", "2026-01-31"), ("0002-c.md", "C", "2026-02-01")
TEN = {".editorconfig": "[*]\nmax_line_length = 10\n"}
ROW = "| 0001 | [A, b](0001-a-b.md) | 2026-01-31 |\n"

TO_ADD = "- **a format** (the last one: `ris`): a row in `a/b.cpp`,\n  a section in `c.md`.\n"
LAST_FORMAT = {check_style.ARCHITECTURE: TO_ADD}

# (check, files of the tree, what the only problem must contain; None: there must be none)
CASES = [
    ("arrows", {"common/text/a.h": '#include "common/base/b.h"\n'}, None),
    ("arrows", {"common/base/a.h": '#include "data/tables.h"\n'}, None),
    ("arrows", {"tests/unit/a.cpp": '#include "query/a.h"\n'}, None),
    ("arrows", {"common/base/a.h": '#include "common/text/b.h"\n'}, "common/base/a.h:1: common/base may not"),
    ("arrows", {"common/model/a.cpp": '\n  #  include "common/store/b.h"\n'}, "common/model/a.cpp:2:"),
    ("arrows", {"common/store/a.h": '#include "query/b.h"\n'}, "common/store may not"),
    ("arrows", {"indexer/input/a.h": '#include "query/b.h"\n'}, "indexer may not"),
    ("arrows", {"query/render/a.h": '#include "indexer/b.h"\n'}, "query may not"),
    ("arrows", {"query/a.h": '#include "tests/support/b.h"\n'}, "query may not"),
    ("arrows", {"data/tables.h": '#include "common/base/b.h"\n'}, "data may not"),
    ("arrows", {"common/net/a.h": "\n"}, "in no layer"),
    ("rooms", {"query/match/a.h": '#include "query/plan/b.h"\n#include "query/match/c.h"\n'}, None),
    ("rooms", {"query/main.cpp": '#include "query/commands/b.h"\n'}, None),
    ("rooms", {"indexer/formats/feeds/a.h": '#include "indexer/formats/sites/b.h"\n'}, None),
    ("rooms", {f"query/plan/{n}.h": "\n" for n in range(check_style.MAX_FILES)}, None),
    ("rooms", {"query/plan/a.h": '\n#include "query/match/b.h"\n'}, "query/plan/a.h:2: plan may not include"),
    ("rooms", {"query/plan/a.h": '#include "query/b.h"\n'}, "plan may not include"),
    ("rooms", {"indexer/formats/xml/a.h": '#include "indexer/formats/named/b.h"\n'}, "formats/xml may not include"),
    ("rooms", {"common/store/copies/a.cpp": '#include "common/store/index/b.h"\n'}, "copies may not include"),
    ("rooms", {"common/store/index/a.cpp": '#include "common/store/writing/b.h"\n'}, "index may not include"),
    ("rooms", {"query/attic/a.h": "\n"}, "attic is no room of query"),
    ("rooms", {f"tests/unit/{n}.h": "\n" for n in range(check_style.MAX_FILES + 1)}, "46 files, more than 45"),
    ("includes", {"query/a.cpp": '#include "query/a.h"\n#include <map>\n', "query/a.h": "\n"}, None),
    ("includes", {"query/a.cpp": "#include <map>\n"}, None),
    ("includes", {"query/a.cpp": '#include <map>\n#include "query/a.h"\n', "query/a.h": "\n"}, "first include must be"),
    ("includes", {"query/a.cpp": "\n", "query/a.h": "\n"}, "first include must be"),
    ("includes", {"query/a.h": '#include "../common/b.h"\n', "common/b.h": "\n"}, "relative"),
    ("includes", {"query/a.h": '#include "b.h"\n', "query/b.h": "\n"}, "no header of ours"),
    ("includes", {"query/a.h": '#include "fmt/format.h"\n'}, "no header of ours"),
    ("includes", {"query/a.h": "#include <query/b.h>\n", "query/b.h": "\n"}, "is ours"),
    ("homes", {"common/store/index/a.cpp": "#include <xapian.h>\n#include <vector>\n#include <fmt/format.h>\n"}, None),
    ("homes", {"common/base/unpacked_input_zstd.cpp": "#include <zstd.h>\n#include <zlib.h>\n"}, None),
    ("homes", {"common/store/a.h": "#include <xapian.h>\n"}, "<xapian.h> may only"),
    ("homes", {"query/answer/searcher.cpp": "#include <xapian.h>\n"}, "<xapian.h> may only"),
    ("homes", {"common/store/catalogue.cpp": "#include <sqlite3.h>\n"}, "<sqlite3.h> may only"),
    ("homes", {"common/text/analyzer.cpp": "#include <unicode/uchar.h>\n"}, "<unicode/uchar.h> may only"),
    ("homes", {"common/text/analyzer.cpp": "#include <libstemmer.h>\n"}, "<libstemmer.h> may only"),
    ("homes", {"common/base/a.h": "#include <xxhash.h>\n"}, "<xxhash.h> may only"),
    ("homes", {"common/base/hash.cpp": "#include <zlib.h>\n"}, "<zlib.h> may only"),
    ("homes", {"indexer/main.cpp": "#include <CLI/CLI.hpp>\n"}, "<CLI/CLI.hpp> may only"),
    ("homes", {"query/render/json.cpp": "#include <simdjson.h>\n"}, "<simdjson.h> may only"),
    ("homes", {"tests/unit/a_test.cpp": "#include <catch2/catch.hpp>\n"}, "may only be included in tests/support"),
    ("homes", {"query/a.cpp": "#include <boost/any.hpp>\n"}, "is not known"),
    ("sql", {"common/store/a.cpp": 'sqlite::Statement s = c.prepare("SELECT 1");\n'}, None),
    ("sql", {"tests/unit/a.cpp": 'number(folder, "SELECT 1");\n'}, None),
    ("sql", {"query/a.cpp": '// sqlite::\nmessage("SELECTED: select one from many"); find_sqlite();\n'}, None),
    ("sql", {"query/a.cpp": "\nvoid f(sqlite::Connection& c);\n"}, "query/a.cpp:2: sqlite:: is named outside"),
    ("sql", {"indexer/a.cpp": '\nauto s = c.prepare("SELECT 1 "\n  "FROM run");\n'}, "indexer/a.cpp:2: SQL outside"),
    ("sql", {"indexer/a.cpp": 'auto rest = "FROM removal";\n'}, "SQL outside"),
    ("sql", {"common/base/a.h": 'auto s = "(SELECT 1)";\n'}, "SQL outside"),
    ("types", {"query/a.h": "struct A {\n", "query/b.cpp": "namespace {\nstruct A {\n}  // namespace\n"}, None),
    ("types", {"query/a.h": "class A;\nstruct B {\n  struct C {\n", "query/b.h": "class A {\nstruct C {\n"}, None),
    ("types", {"query/a.h": "class A {\n  struct B;\n", "query/a.cpp": "struct A::B {\n"}, None),
    ("types", {"query/a.h": "struct A {\n", "query/b.h": "class A : public B {\n"}, "b.h:1: A is a type of query/a.h"),
    ("types", {"query/a.h": "enum class A {\n", "query/b.cpp": "namespace {\n}  // namespace\nclass A {\n"}, "b.cpp:3"),
    (
        "targets",
        {"common/CMakeLists.txt": "add_library(hemero_base a.cpp)\nadd_library(hemero_text b.cpp)\n"
         "target_link_libraries(hemero_text PUBLIC hemero_base ICU::uc)\n"},
        None,
    ),
    (
        "targets",
        {"common/CMakeLists.txt": "add_library(hemero_base a.cpp)\nadd_library(hemero_text b.cpp)\n"
         "target_link_libraries(hemero_base PUBLIC ICU::uc\n  # why\n  PRIVATE hemero_text)\n"},
        "common/CMakeLists.txt:3: hemero_base may not link hemero_text",
    ),
    (
        "targets",
        {"query/CMakeLists.txt": "add_library(q a.cpp)\ntarget_link_libraries(q i)\n",
         "indexer/CMakeLists.txt": "add_library(i a.cpp)\n"},
        "q may not link i",
    ),
    ("targets", {"common/CMakeLists.txt": "add_library(hemero_net a.cpp)\n"}, "hemero_net is in no layer"),
    ("listed", {"common/CMakeLists.txt": "add_library(x base/a.cpp)", "common/base/a.cpp": "\n"}, None),
    ("listed", {"common/CMakeLists.txt": "add_library(x base/aa.cpp)", "common/base/a.cpp": "\n"}, "not listed in"),
    ("listed", {"query/a.cpp": "\n"}, "not listed in any"),
    ("paths-in-docs", {"docs/a.md": "`docs/a.md` `docs/` `docs/*.md` `docs/{a,a}.md:3` `docs/…`, `build/x`\n"}, None),
    ("paths-in-docs", {"docs/a.md": "```\n`docs/b.md`\n```\ndocs/b.md\n"}, None),
    ("paths-in-docs", {"docs/a.md": "\nSee `docs/b.md`.\n"}, "docs/a.md:2: docs/b.md does not exist"),
    ("paths-in-docs", {"README.fr.md": "`scripts/test --asan`"}, "scripts/test does not exist"),
    ("paths-in-docs", {"CONTRIBUTING.md": "`docs/*.html`", "docs/a.md": ""}, "docs/*.html does not exist"),
    ("paths-in-docs", {"docs/sub/a.md": "`docs/sub/{a,b}.md`"}, "docs/sub/b.md does not exist"),
    ("decisions", {**decisions(FIRST, SECOND), "a.h": f"// ({DECISIONS}/0002-c.md, {DECISIONS}/README.md).\n"}, None),
    ("decisions", {**decisions(FIRST), "a.md": f"All in {DECISIONS}/.\n"}, None),
    ("decisions", {"a.md": "\n"}, None),
    ("decisions", decisions(FIRST, ("0003-c.md", "C", "2026-02-01")), "0003-c.md:1: its number should be 0002"),
    ("decisions", decisions(FIRST, ("0001-c.md", "C", "2026-02-01")), "0001-c.md:1: its number should be 0002"),
    ("decisions", decisions(("2-c.md", "C", "2026-02-01")), "is called NNNN-short-title.md"),
    ("decisions", decisions(("0001-Ç.md", "C", "2026-02-01")), "is called NNNN-short-title.md"),
    ("decisions", decisions(("0001-a.md", "A", "today"), index=""), "begins with its title"),
    ("decisions", decisions(FIRST, ("0002-c.md", "C", "2026-01-30")), "0002-c.md:3: 2026-01-30 is before"),
    ("decisions", {f"{DECISIONS}/0001-a.md": "# A\n\n2026-01-31\n\nSo.\n"}, "here should stand | 0001 | [A]"),
    ("decisions", decisions(FIRST, SECOND, index=ROW), "README.md:2: here should stand | 0002 | [C](0002-c.md) | 2026"),
    ("decisions", decisions(FIRST, index="\n" + ROW.replace("A, b", "A")), "README.md:2: here should stand | 0001"),
    ("decisions", decisions(FIRST, index=ROW.replace("-31", "-30")), "README.md:1: here should stand | 0001"),
    ("decisions", decisions(FIRST, index=ROW * 2), "README.md:2: here should stand no row"),
    ("decisions", decisions(index=ROW), "README.md:1: here should stand no row"),
    ("decisions", decisions(FIRST, SECOND, index=ROW.replace("1 |", "2 |") + ROW),
     "README.md:1: here should stand | 0001"),
    ("decisions", {**decisions(FIRST), "a.h": f"\n// ({DECISIONS}/0001-a.md)\n"}, f"a.h:2: {DECISIONS}/0001-a.md"),
    ("decisions", {**decisions(FIRST), "a.tsv": f"# {DECISIONS}.md\n"}, f"a.tsv:1: {DECISIONS}.md does not exist"),
    ("top-level", {"LICENSE": "", ".editorconfig": "", "docs/a.md": "", ".ci/run": ""}, None),
    ("top-level", {"TODO.md": ""}, "TODO.md:1:"),
    ("top-level", {"src/a.cpp": ""}, "src:1:"),
    ("text", {"a.cpp": "int a;\n", "b.h": "#pragma once\n", "c.h": "#pragma once\n" * 400, "t.tsv": "a\tb\t\n"}, None),
    ("text", {"data/sample/a.html": "a \t\r\n"}, None),
    ("text", {"a.cpp": "int a; \n"}, "a.cpp:1: blank at the end"),
    ("text", {"scripts/a": "\n\ta\n"}, "scripts/a:2: tab"),
    ("text", {"a.md": "a\r\n"}, "a.md:1: CRLF"),
    ("text", {"a.tsv": "a\tb\r\n"}, "a.tsv:1: CRLF"),
    ("text", {"a.py": "a"}, "no newline at the end"),
    ("text", {"a.h": "int a;\n"}, "no #pragma once"),
    ("text", {"a.cpp": "\n" * 401}, "a.cpp:401: 401 lines"),
    ("text", {**TEN, "a.py": "éééééééééé\n", "a.json": "0123456789x\n", "a.tsv": "0123456789x\n"}, None),
    ("text", {**TEN, "a.md": "| 0123456789x |\n```\n0123456789x\n```\n"}, None),
    ("text", {**TEN, "a.md": "see https://example.org/a\n", "a.sql": "-- https://a.b\n"}, None),
    ("text", {"a.md": "x" * 1000 + "\n", ".editorconfig": "root = true\n"}, None),
    ("text", {**TEN, "a.md": "```\nx\n```\n0123456789x\n"}, "a.md:4: 11 characters wide, more than 10"),
    ("text", {**TEN, "a.md": "0123 https://a.b 567890\n"}, "a.md:1: 23 characters wide"),
    ("text", {**TEN, "a.cpp": "\n| 0123456789\n"}, "a.cpp:2: 12 characters wide"),
    ("text", {**TEN, "a.py": "# ```\n0123456789x\n"}, "a.py:2: 11 characters wide"),
    ("text", {**TEN, "CMakeLists.txt": "0123456789x\n"}, "CMakeLists.txt:1: 11 characters wide"),
    ("text", {**TEN, "scripts/a": "0123456789x\n"}, "scripts/a:1: 11 characters wide"),
    ("text", {**TEN, "a.sql": "0123456789x\n"}, "a.sql:1: 11 characters wide"),
    ("names", {"query/handle.h": "", "common/text/utility.h": ""}, None),
    ("names", {"query/text_util.h": ""}, '"util" says nothing'),
    ("names", {"tests/helpers/a.py": ""}, '"helpers" says nothing'),
    ("names", {"query/ResultManager.h": "", "query/result-manager.h": ""}, '"manager" says nothing'),
    ("messages", {"query/a.cpp": 'message("a {}" " b", x);', check_style.MESSAGES: "# x\na {} b\t{} c\n"}, None),
    ("messages", {"query/a.cpp": 'f(translated(x ? "a" : "b"));', check_style.MESSAGES: "a\tA\nb\tB\n"}, None),
    ("messages", {"query/a.cpp": 'Row r{"a"}; translated(r.text);', check_style.MESSAGES: "a\tA\n"}, None),
    ("messages", {"query/a.cpp": 'message("{} {}", 1, 2);', check_style.MESSAGES: "{} {}\t{1} {0}\n"}, None),
    ("messages", {"query/a.cpp": '// message("a")\nerror.message(); my_message("b");'}, None),
    ("messages", {"tests/unit/a.cpp": 'message("a");'}, None),
    ("messages", {"query/a.cpp": '\nmessage("a "\n  "{}", f("b"));'}, 'query/a.cpp:2: "a {}" has no row'),
    ("messages", {"query/a.cpp": 'hemero::translated("a");'}, '"a" has no row'),
    ("messages", {"query/a.cpp": 'throw system_error(errno, "cannot read {}", "-");'}, '"cannot read {}" has no row'),
    ("messages", {check_style.MESSAGES: "a\tA\n"}, 'messages.tsv:1: nothing says "a"'),
    ("messages", {"query/a.cpp": 'message("a");', check_style.MESSAGES: "a\tA\na\tB\n"}, 'tsv:2: "a" is translated'),
    ("messages", {"query/a.cpp": 'message("a");', check_style.MESSAGES: "a\t\n"}, "needs one tab"),
    ("messages", {"query/a.cpp": 'message("a");', check_style.MESSAGES: "a\tA\tB\n"}, "needs one tab"),
    ("messages", {"query/a.cpp": 'message("a {}", 1);', check_style.MESSAGES: "a {}\tA\n"}, "placeholders"),
    ("messages", {"query/a.cpp": 'message("{} {:x}", 1, 2);', check_style.MESSAGES: "{} {:x}\t{:x} {}\n"},
     "placeholders"),
    ("formats", {**RIS, check_style.FORMAT_TABLE: "&ris_format,", **RIS_DOCUMENTS}, None),
    ("formats", {**RIS, check_style.FORMAT_TABLE: "&iris_format,", **RIS_DOCUMENTS},
     "a.cpp:2: ris_format is no row of"),
    (
        "formats",
        {**RIS, check_style.FORMAT_TABLE: "&ris_format,", **RIS_DOCUMENTS, "docs/input-formats.md": "iris"},
        'the format "ris" is missing from docs/input-formats.md',
    ),
    ("where-to-add", {**LAST_FORMAT, "a/b.cpp": "&ris_format", "c.md": "`ris`"}, None),
    ("where-to-add", {**LAST_FORMAT, "a/b.cpp": "&ris_format", "c.md": "`tei`"}, 'c.md has nothing of "ris"'),
    ("leaks", {"a.md": "https://example.org/home/a ../home/a ~/work/a b/root/c\n"}, None),
    ("leaks", {"a.sh": f"\ncd {SLASH}home/me\n"}, "a.sh:2: a path of one machine"),
    ("leaks", {"data/a.txt": f'"{SLASH}work/x"'}, "a path of one machine"),
    ("leaks", {"a.cmake": f"({SLASH}root/x)"}, "a path of one machine"),
    ("leaks", {"a.md": f"{SLASH}tmp/bash_1"}, "a path of one machine"),
    ("leaks", {"scripts/a": "\nhttps://pypi" + ".org/simple"}, "scripts/a:2: a package host"),
    ("format", {".clang-format": "BasedOnStyle: Google\n", "a.cpp": "int a;\n"}, None),
    ("format", {".clang-format": "BasedOnStyle: Google\n", "a.cpp": "int b;\nint   a ;\n"}, "a.cpp:2: laid out other"),
]


class LittleTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, files):
        for path, content in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(content.encode())

    def problems(self, check):
        found = check_style.CHECKS[check](check_style.Tree(self.root))
        return [f"{problem.path}:{problem.line}: {problem.text}" for problem in found]

    def main(self, *arguments):
        out = io.StringIO()
        with mock.patch.object(sys, "argv", ["check_style.py", "--root", str(self.root), *arguments]):
            with contextlib.redirect_stdout(out):
                return check_style.main(), out.getvalue()


class Checks(LittleTree):
    def assert_case(self, check, files, expected):
        self.write(files)
        try:
            problems = self.problems(check)
        except check_style.Skipped as why:
            self.skipTest(str(why))
        if expected is None:
            self.assertEqual(problems, [])
        else:
            self.assertEqual(len(problems), 1, problems)
            self.assertIn(expected, problems[0])

    def test_every_check_fails_on_some_case(self):
        self.assertEqual({check for check, _, expected in CASES if expected}, set(check_style.CHECKS))
        self.assertEqual({check for check, _, expected in CASES if not expected}, set(check_style.CHECKS))


for number, case in enumerate(CASES):
    name = f"test_{number:02}_{case[0].replace('-', '_')}_{'fails' if case[2] else 'passes'}"
    setattr(Checks, name, lambda self, case=case: self.assert_case(*case))


class Tools(LittleTree):
    def test_format_is_skipped_without_its_tool(self):
        self.write({"a.cpp": "int   a;\n"})
        with mock.patch.dict("os.environ", PATH=str(self.root)):
            status, printed = self.main("format")
        self.assertEqual(status, 77)
        self.assertIn("skipped format: clang-format is not installed", printed)

    def test_format_is_skipped_with_another_version(self):
        self.write({"a.cpp": "int   a;\n", "bin/clang-format": "#!/bin/sh\necho clang-format version 99.1\n"})
        (self.root / "bin/clang-format").chmod(0o755)
        with mock.patch.dict("os.environ", PATH=str(self.root / "bin")):
            status, printed = self.main("format")
        self.assertEqual(status, 77)
        self.assertIn("version 99", printed)

    def test_what_git_ignores_is_not_read(self):
        self.write({".gitignore": "/out/\n", "out/a.py": " \n", "b.py": " \n", "build/c.py": " \n"})
        self.assertEqual(check_style.Tree(self.root).files, [".gitignore", "b.py", "out/a.py"])
        try:
            subprocess.run(["git", "init", "-q", str(self.root)], check=True)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("git is not installed")
        self.assertEqual(check_style.Tree(self.root).files, [".gitignore", "b.py", "build/c.py"])

    def test_main_prints_problems_and_fails(self):
        self.write({"a.py": " \n"})
        status, printed = self.main("text", "names")
        self.assertEqual(status, 1)
        self.assertEqual(printed, "a.py:1: blank at the end of the line [text]\n2 checks, 1 files, 1 problems\n")
        self.assertEqual(self.main("names")[0], 0)
        self.assertEqual(self.main("--except", "text", "text", "names"), (0, "1 checks, 1 files, 0 problems\n"))


class Tokens(unittest.TestCase):
    def strings(self, source):
        return [(token.text, token.line) for token in tokens(source) if token.kind == "string"]

    def test_strings(self):
        self.assertEqual(self.strings('"a\\"b" // "c"\n /* "d"\n */ "e"'), [('a"be', 1)])
        self.assertEqual(self.strings('f("a\\n", "é\\u00e9\\x41");'), [("a\n", 1), ("ééA", 1)])
        self.assertEqual(self.strings("'\"'; 1'000;\n\"a\"sv u8\"b\""), [("a", 2), ("b", 2)])
        self.assertEqual(self.strings('R"x(a\n"b)" c)x";\n"d"'), [('a\n"b)" c', 1), ("d", 3)])

    def test_calls(self):
        found = list(calls(tokens('g(f("a", h("b", {1, 2}), "c"))'), "f"))
        self.assertEqual(len(found), 1)
        self.assertEqual([[t.text for t in own_strings(argument)] for argument in found[0]], [["a"], [], ["c"]])


if __name__ == "__main__":
    unittest.main()
