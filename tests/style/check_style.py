#!/usr/bin/env python3
"""The style test: what the house asks of every file, as far as a program can tell.

usage: check_style.py [--root FOLDER] [--except CHECK] [CHECK…]     runs the named checks, or all
       check_style.py --list                                        names them

Each problem is one line, `file:line: what is wrong`. Exit status: 0 no problem; 1 problems; 77 nothing to do because a
tool is missing (said on a line that begins with "skipped"). The tables come first: a new library, folder or word is a
new row there. Python 3.9 or later, standard library only.
"""
import argparse
import fnmatch
import os
import pathlib
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from cpp_tokens import calls, own_strings, tokens

# Arrows. A file may include what its own folder or a folder left of it holds; data is what the tables of data/ become.
LAYERS = [
    "data", "common/base", "common/command", "common/model", "common/text", "common/store", ("indexer", "query"),
    "tests",
]

# The rooms of a hall, from the ground up: a file may include what its own room or one further left holds; rooms in
# brackets do not know each other. What stands in the hall itself is above all of them.
ROOMS = {
    "common/base": [("dates", "names")],
    "common/text": ["characters", "addresses"],
    "common/store": [("folder", "streams"), ("catalogue", "vocabulary", "glass"), "columns", ("copies", "postings"),
                     "index", ("related", "user"), ("writing", "backup"), "checking"],
    "indexer": [
        "input", "prose", "formats/html", ("formats/text", "formats/xml", "formats/named", "formats/web_archives"),
        ("formats/sites", "formats/databases", "formats/print"),
        ("formats/agencies", "formats/documents", "formats/feeds"), "ingest",
        ("checking", "diagnosis", "keeping", "places", "relating"),
        "commands",
    ],
    "query": [("amounts", "quotations", "statistics", "words"), ("language", "slips", "writings"), "plan", "match",
              "passages", ("answer", "render", "request"), ("concordance", "exports", "report"), "kept", "markup",
              "pages", "options", "serve", "routes", "occurrences", "commands"],
}

MAX_FILES = 45  # of C++ in one folder

# A third-party header, and the only files that may include it.
HOMES = [
    ("fmt/*", ["*"]),
    ("zlib.h", ["common/base/unpacked_input*", "common/base/content_coding*", "common/base/zip_writer.cpp",
                "tests/unit/base/byte_input_test.cpp"]),
    ("brotli/*", ["common/base/content_coding.cpp"]),
    ("zstd.h",
     ["common/base/unpacked_input*", "tests/unit/base/byte_input_test.cpp", "common/store/catalogue/text_codec*"]),
    ("zstd_errors.h", ["common/base/unpacked_input*", "common/store/catalogue/text_codec*"]),
    ("zdict.h", ["common/store/catalogue/text_codec*"]),
    ("xxhash.h", ["common/base/hash.cpp"]),
    ("libstemmer.h", ["common/text/stemmer.cpp"]),
    ("unicode/*", ["common/text/characters/unicode*", "common/text/characters/charset*", "common/text/time_zone*"]),
    ("sqlite3.h",
     ["common/store/folder/sqlite.h", "common/store/folder/sqlite.cpp", "common/store/folder/sqlite_watch.cpp"]),
    ("xapian.h", ["common/store/index/*.cpp", "tests/unit/store/database_content.h"]),
    ("xapian/*", ["common/store/index/*.cpp"]),
    ("simdjson.h", ["indexer/formats/named/*", "indexer/formats/html/json_ld*", "query/report/report_json.cpp"]),
    ("sha256.h", ["query/report/sha256.cpp"]),
    ("libxml/*", ["indexer/formats/html/html_parser.cpp", "indexer/formats/html/html_references.cpp",
                  "indexer/formats/xml/xml_reader.cpp"]),
    ("archive.h", ["indexer/input/container.cpp"]),
    ("archive_entry.h", ["indexer/input/container.cpp"]),
    ("gmime/*", ["indexer/formats/documents/mail_parts.cpp"]),
    ("Eigen/*", ["indexer/relating/truncated_svd.cpp"]),
    ("microhttpd.h", ["query/serve/http_library.h"]),
    ("CLI/*", ["common/command/argument_cutter.cpp"]),
    ("catch2/*", ["tests/support/catch.h"]),
]

# What speaks SQL: the store, and tests that look into it.
SQL_HOMES = ("common/store/", "tests/")
SQL = re.compile(r"(?:^|\s|\()(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|FROM|JOIN|WHERE)\s")

# What comes with the compiler and the system, and may be included anywhere.
STANDARD = set(
    """algorithm any array atomic barrier bit bitset charconv chrono codecvt compare complex concepts condition_variable
    coroutine deque exception execution filesystem format forward_list fstream functional future initializer_list
    iomanip ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource mutex new numbers
    numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore set shared_mutex
    source_location span sstream stack stdexcept stop_token streambuf string string_view syncstream system_error thread
    tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector version
    cassert cctype cerrno cfenv cfloat cinttypes climits clocale cmath csetjmp csignal cstdarg cstddef cstdint cstdio
    cstdlib cstring ctime cuchar cwchar cwctype
    arpa/inet.h dirent.h dlfcn.h fcntl.h langinfo.h locale.h netinet/in.h poll.h pthread.h pwd.h signal.h spawn.h
    sys/file.h sys/ioctl.h sys/mman.h sys/prctl.h sys/resource.h sys/socket.h sys/stat.h sys/statvfs.h sys/time.h
    sys/types.h sys/un.h sys/wait.h termios.h unistd.h""".split()
)

TOP_LEVEL = set(
    """CMakeLists.txt CMakePresets.json README.md README.fr.md LICENSE CHANGELOG.md CONTRIBUTING.md SECURITY.md
    common indexer query tests data docs scripts""".split()
)  # and whatever begins with a dot

MAX_LINES = 400  # of a .cpp or .h file
WRAPPED = (".cpp", ".h", ".py", ".sh", ".cmake", ".md", ".sql")  # and scripts: max_line_length of .editorconfig holds
AVOIDED_WORDS = {w + s for w in ("util", "helper", "manager", "misc", "processor", "handler") for s in ("", "s")}

TYPE = re.compile(r"(?:template <.*> )?(?:struct|class|enum class|enum|union) (\w+)(?![\w:])[^;]*$")  # its first line
MESSAGES = "data/french/messages.tsv"  # English text, tab, French text
MESSAGE_CALLS = {"message": 0, "translated": 0, "system_error": 1}  # the argument that is read by people

ARCHITECTURE = "docs/ARCHITECTURE.md"
FORMAT_TABLE = "indexer/ingest/formats.cpp"
FORMAT_DOCUMENTS = ["docs/input-formats.md"]

# Later versions of clang-format lay the same code out differently: one version is the measure.
CLANG_FORMAT_MAJOR = 14

# Written in pieces, so that this file passes its own check.
MACHINE_PATH = re.compile(("(?<![\\w.~$})])/(?:wor" + "k|roo" + "t|hom" + "e)/|/tm" + "p/bash").encode())
REGISTRY_HOST = re.compile(
    r"\b(?:pypi\.or~g|pythonhosted\.or~g|registry\.npmjs\.or~g|crates\.i~o|rubygems\.or~g|proxy\.golang\.or~g|"
    r"deb\.debian\.or~g|security\.debian\.or~g|archive\.ubuntu\.co~m|security\.ubuntu\.co~m|conda\.anaconda\.or~g|"
    r"repo\.maven\.apache\.or~g|center\.conan\.i~o)\b".replace("~", "").encode()
)

DECISIONS = "docs/decisions"  # a file each, and an index in README.md

OUR_FOLDERS = ("data", "common", "indexer", "query", "tests")


class Problem(NamedTuple):
    path: str
    line: int
    text: str


class Skipped(Exception):
    """A check that cannot run here; the text says why."""


class Tree:
    """The files under a root that belong to the project: tracked by git or not ignored by it."""

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()
        self.files = sorted(self._files_of_git() or self._files_of_walk())
        self.folders = {str(parent) for path in self.files for parent in pathlib.PurePosixPath(path).parents} - {"."}
        self._bytes = {}

    def _files_of_git(self):
        if not (self.root / ".git").exists():
            return None
        command = ["git", "-C", str(self.root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        try:
            listed = subprocess.run(command, capture_output=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            return None
        names = {os.fsdecode(name) for name in listed.split(b"\0") if name}
        return [name for name in names if (self.root / name).is_file()]

    def _files_of_walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [f for f in folders if f not in (".git", "build", "node_modules", "__pycache__")]
            for name in names:
                yield (pathlib.Path(folder) / name).relative_to(self.root).as_posix()

    def bytes(self, path):
        if path not in self._bytes:
            self._bytes[path] = (self.root / path).read_bytes()
        return self._bytes[path]

    def text(self, path):
        return self.bytes(path).decode("utf-8", "replace").replace("\r\n", "\n")

    def lines(self, path):
        return enumerate(self.text(path).split("\n"), 1)

    def ending(self, *suffixes):
        return [path for path in self.files if path.endswith(suffixes)]

    def cpp(self):
        return self.ending(".cpp", ".h")

    def includes(self, path):
        """(line, opening mark, header) of every #include."""
        for number, line in self.lines(path):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if match:
                yield number, match[1], match[2]


def layer_of(path):
    """The place of a file in LAYERS and the layer's name; None for a file outside all layers."""
    for place, names in enumerate(LAYERS):
        for name in [names] if isinstance(names, str) else names:
            if path.startswith(name + "/"):
                return place, name
    return None


def may_use(user, used):
    """Whether the layer `user` may know the layer `used` (both as layer_of gives them)."""
    return user == used or used[0] < user[0]


def check_arrows(tree):
    """Includes point left: data, base, command, model, text, store, then indexer or query, then tests."""
    for path in tree.cpp():
        user = layer_of(path)
        if user is None:
            yield Problem(path, 1, "this file is in no layer (see LAYERS in tests/style/check_style.py)")
            continue
        for line, mark, header in tree.includes(path):
            used = layer_of(header)
            if mark == '"' and used and not may_use(user, used):
                yield Problem(path, line, f"{user[1]} may not include {header}: arrows point left only")


def room_of(path):
    """The hall of a file, the place of its room among ROOMS[hall] and the room's name, "" for the hall itself; None for
    a file outside all halls."""
    for hall, rooms in ROOMS.items():
        if not path.startswith(hall + "/"):
            continue
        folder = os.path.dirname(path)[len(hall) + 1 :]
        for place, names in enumerate(rooms):
            if folder in ([names] if isinstance(names, str) else names):
                return hall, place, folder
        return hall, len(rooms) if not folder else None, folder
    return None


def check_rooms(tree):
    """Every folder of a hall is a room, includes point left between the rooms, and no folder holds too many files."""
    for path in tree.cpp():
        user = room_of(path)
        if user is None:
            continue
        if user[1] is None:
            yield Problem(path, 1, f"{user[2]} is no room of {user[0]} (see ROOMS in tests/style/check_style.py)")
            continue
        for line, mark, header in tree.includes(path):
            used = room_of(header)
            known = used and used[0] == user[0] and used[1] is not None
            if mark == '"' and known and used[2] != user[2] and used[1] >= user[1]:
                yield Problem(path, line, f"{user[2]} may not include {header}: see the order of ROOMS")
    for folder, count in Counter(os.path.dirname(path) for path in tree.cpp()).items():
        if count > MAX_FILES:
            yield Problem(folder, 1, f"{count} files, more than {MAX_FILES}: which rooms are these?")


def check_includes(tree):
    """Our headers in quotes, from the root; others in angle brackets; a .cpp's own header first."""
    for path in tree.cpp():
        included = list(tree.includes(path))
        for line, mark, header in included:
            ours = header.split("/")[0] in OUR_FOLDERS
            if mark == '"' and (header.startswith(".") or "/../" in header):
                yield Problem(path, line, f'"{header}" is relative: include from the root')
            elif mark == '"' and header not in tree.files:
                yield Problem(path, line, f'"{header}" is no header of ours: include from the root; <> for others')
            elif mark == "<" and ours:
                yield Problem(path, line, f'<{header}> is ours: write "{header}"')
        own = path[: -len(".cpp")] + ".h"
        if path.endswith(".cpp") and own in tree.files and (not included or included[0][2] != own):
            yield Problem(path, included[0][0] if included else 1, f'the first include must be "{own}"')


def check_homes(tree):
    """A third-party header is included in its home only."""
    for path in tree.cpp():
        for line, mark, header in tree.includes(path):
            if mark != "<" or header in STANDARD or header.split("/")[0] in OUR_FOLDERS:
                continue
            homes = [homes for pattern, homes in HOMES if fnmatch.fnmatchcase(header, pattern)]
            if not homes:
                yield Problem(path, line, f"<{header}> is not known: give it a home in tests/style/check_style.py")
            elif not any(fnmatch.fnmatchcase(path, home) for home in homes[0]):
                yield Problem(path, line, f"<{header}> may only be included in {', '.join(homes[0])}")


def check_sql(tree):
    """No SQL and no connection to SQLite outside the store."""
    for path in [path for path in tree.cpp() if not path.startswith(SQL_HOMES)]:
        for token in tokens(tree.text(path)):
            if token[:2] == ("name", "sqlite"):
                yield Problem(path, token.line, "sqlite:: is named outside common/store")
            elif token.kind == "string" and SQL.search(token.text):
                yield Problem(path, token.line, "SQL outside common/store")


def cmake_commands(text):
    """(line, command, words) of every command of a CMakeLists.txt without the comments."""
    text = re.sub(r"#[^\n]*", "", text)
    for match in re.finditer(r"(\w+)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)", text):
        yield text.count("\n", 0, match.start()) + 1, match[1].lower(), match[2].replace('"', " ").split()


def layer_of_target(name, defined_in):
    folder = os.path.dirname(defined_in)
    if folder == "common":
        return layer_of(f"common/{name.removeprefix('hemero_')}/")
    return layer_of(folder + "/")


def check_targets(tree):
    """A CMake target links only targets of its own layer and of those left of it."""
    layers = {}  # target → layer, None for what every target may link
    links = []
    for path in tree.ending("CMakeLists.txt"):
        for line, command, words in cmake_commands(tree.text(path)):
            if command in ("add_library", "add_executable") and words:
                layers[words[0]] = layer_of_target(words[0], path)
                if layers[words[0]] is None and os.path.dirname(path):
                    yield Problem(path, line, f"target {words[0]} is in no layer: name it after its folder")
            elif command == "target_link_libraries" and words:
                links += [(path, line, words[0], word) for word in words[1:]]
    for path, line, user, used in links:
        if layers.get(user) and layers.get(used) and not may_use(layers[user], layers[used]):
            yield Problem(path, line, f"{user} may not link {used}: arrows point left only")


def check_listed(tree):
    """Every .cpp is named in the CMakeLists.txt nearest above it: what is not listed is never built."""
    for path in tree.ending(".cpp"):
        above = [str(parent / "CMakeLists.txt") for parent in pathlib.PurePosixPath(path).parents]
        lists = next((candidate for candidate in above if candidate in tree.files), None)
        name = re.escape(os.path.basename(path))
        if lists is None or not re.search(rf"(?<![\w.-]){name}(?![\w.-])", tree.text(lists)):
            yield Problem(path, 1, f"not listed in {lists or 'any CMakeLists.txt'}")


def check_format(tree):
    """clang-format has nothing to change."""
    names = [f"clang-format-{CLANG_FORMAT_MAJOR}", "clang-format"]
    found = {}
    for name in names:
        try:
            version = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            continue
        number = re.search(r"version (\d+)", version)
        found[int(number[1]) if number else 0] = name
    if not found:
        raise Skipped("clang-format is not installed")
    if CLANG_FORMAT_MAJOR not in found:
        raise Skipped(f"clang-format is version {min(found)}, the code is laid out by version {CLANG_FORMAT_MAJOR}")
    paths = tree.cpp()
    groups = [paths[start : start + 50] for start in range(0, len(paths), 50)]

    def lay_out(group):
        command = [found[CLANG_FORMAT_MAJOR], "--dry-run", "--style=file", *group]
        return subprocess.run(command, cwd=tree.root, capture_output=True, text=True)

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for done in threads.map(lay_out, groups):
            places = {}
            for path, line in re.findall(r"^(.+?):(\d+):\d+: (?:warning|error):", done.stderr, re.MULTILINE):
                places.setdefault(path, []).append(int(line))
            for path, lines in places.items():
                yield Problem(path, min(lines), f"laid out otherwise than by clang-format (first of {len(lines)})")
            if done.returncode != 0 and not done.stderr.strip():
                yield Problem(".clang-format", 1, f"clang-format exited {done.returncode}")


def expand_braces(word):
    match = re.search(r"\{([^{}]*,[^{}]*)\}", word)
    if not match:
        return [word]
    before, after = word[: match.start()], word[match.end() :]
    return [whole for part in match[1].split(",") for whole in expand_braces(before + part + after)]


def check_paths_in_docs(tree):
    """A word in backticks that begins with one of our folders exists; * must match something, … may be anything."""
    begins = tuple(sorted(f + "/" for f in tree.folders | TOP_LEVEL | {".ci"} if "/" not in f and "." not in f[1:]))
    known = set(tree.files) | tree.folders
    for path in [p for p in tree.files if re.fullmatch(r"docs/.*\.md|README.*\.md|(CONTRIBUTING|SECURITY)\.md", p)]:
        fenced = False
        for number, line in tree.lines(path):
            fenced ^= line.lstrip().startswith("```")
            if fenced:
                continue
            for word in [w for span in re.findall(r"`([^`]+)`", line) for w in span.split() if w.startswith(begins)]:
                for name in expand_braces(re.sub(r"(:\d+)?[,;:.)]*$", "", word)):
                    name = name.rstrip("/")
                    if "…" not in name and name not in known and not ("*" in name and fnmatch.filter(known, name)):
                        yield Problem(path, number, f"{name} does not exist")


def decision_head(tree, path):
    """The title and the date of a decision, None where its file does not begin with them."""
    head = re.match(r"# (.+)\n\n(\d{4}-\d\d-\d\d)\n\n", tree.text(path))
    return head.groups() if head else None


def wrong_decisions(tree, paths):
    """Decisions are called NNNN-short-title.md, begin with title and date, and are numbered from 1 by their dates."""
    last_date = ""
    for place, path in enumerate(paths, 1):
        head = decision_head(tree, path)
        if not re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", os.path.basename(path)):
            yield Problem(path, 1, "a decision is called NNNN-short-title.md")
        elif int(os.path.basename(path)[:4]) != place:
            yield Problem(path, 1, f"its number should be {place:04}: there is a gap, or two have one number")
        elif head is None:
            yield Problem(path, 1, "a decision begins with its title behind #, and its date on a line of its own")
        elif head[1] < last_date:
            yield Problem(path, 3, f"{head[1]} is before the date of the decision above, {last_date}")
        last_date = head[1] if head else last_date


def wrong_index(tree, index, paths):
    """The rows of the index that are not those of the decisions, down to the first."""
    rows = []
    for path in paths:
        name, head = os.path.basename(path), decision_head(tree, path)
        rows += [f"| {name[:4]} | [{head[0]}]({name}) | {head[1]} |"] if head else []
    lines = list(tree.lines(index)) if index in tree.files else []
    listed = [(number, line) for number, line in lines if re.match(r"\| \d", line)]
    for place, (number, line) in enumerate(listed + [(max(len(lines), 1), "")]):
        row = rows[place] if place < len(rows) else ""
        if line != row:
            yield Problem(index, number, f"here should stand {row or 'no row'}")
            return


def check_decisions(tree):
    """Decisions are numbered by date, the index has number, title and date of each, and all that is named exists."""
    index = f"{DECISIONS}/README.md"
    paths = [path for path in tree.files if path.startswith(DECISIONS + "/") and path != index]
    yield from wrong_decisions(tree, paths)
    yield from wrong_index(tree, index, paths)
    for path in tree.files:
        for match in re.finditer(rf"\b{DECISIONS}\b[\w./-]*".encode(), tree.bytes(path)):
            name = match[0].decode(errors="replace").rstrip("./")
            if name not in tree.files and name not in tree.folders:
                line = tree.bytes(path).count(b"\n", 0, match.start()) + 1
                yield Problem(path, line, f"{name} does not exist")


def check_top_level(tree):
    """Nothing else stands at the top level."""
    for name in sorted({path.split("/")[0] for path in tree.files}):
        if not name.startswith(".") and name not in TOP_LEVEL:
            yield Problem(name, 1, "the top level has no place for this (see TOP_LEVEL in tests/style/check_style.py)")


def widest_line(tree):
    """How many code points .editorconfig allows a line; none when it says nothing."""
    settings = tree.text(".editorconfig") if ".editorconfig" in tree.files else ""
    found = re.search(r"^max_line_length = (\d+)$", settings, re.MULTILINE)
    return int(found[1]) if found else None


def too_wide(tree, path, most):
    """Lines over so many code points that could be broken: no table or ``` block of a document, no address."""
    fenced = False
    for number, line in tree.lines(path):
        fenced ^= path.endswith(".md") and line.lstrip().startswith("```")
        unbroken = fenced or path.endswith(".md") and line.startswith("|")
        if not unbroken and len(re.sub(r"https?://\S+", "", line)) > most:
            yield Problem(path, number, f"{len(line)} characters wide, more than {most}")


def check_text(tree):
    """No tab, CRLF or blank at a line's end; none too wide, a newline at the end; #pragma once; no C++ file long."""
    most = widest_line(tree)
    for path in tree.files:
        fixture = path.startswith(("data/sample/", "tests/golden/", "tests/fuzz/corpus/"))
        script = path.startswith(("scripts/", ".ci/")) or path.endswith("CMakeLists.txt")
        kinds = (".cpp", ".h", ".py", ".sh", ".md", ".cmake", ".json", ".sql", ".css", ".js", ".tsv", ".html")
        if fixture or not (script or path.endswith(kinds)):
            continue
        content = tree.bytes(path)
        for number, line in enumerate(content.split(b"\n"), 1):
            if line.endswith(b"\r"):
                yield Problem(path, number, "CRLF line end")
            elif path.endswith(".tsv"):
                continue
            elif line.endswith((b" ", b"\t")):
                yield Problem(path, number, "blank at the end of the line")
            elif b"\t" in line:
                yield Problem(path, number, "tab")
        if content and not content.endswith(b"\n"):
            yield Problem(path, content.count(b"\n") + 1, "no newline at the end")
        length = content.count(b"\n")
        if path.endswith((".cpp", ".h")) and length > MAX_LINES:
            yield Problem(path, MAX_LINES + 1, f"{length} lines, more than {MAX_LINES}: is this one idea?")
        if most and (script or path.endswith(WRAPPED)):
            yield from too_wide(tree, path, most)
        if path.endswith(".h") and not re.search(rb"^#pragma once$", content, re.MULTILINE):
            yield Problem(path, 1, "no #pragma once")


def check_names(tree):
    """No file or folder is called what says nothing."""
    for path in sorted(set(tree.files) | tree.folders):
        for word in re.split(r"[-_.]", os.path.basename(path).lower()):
            if word in AVOIDED_WORDS:
                yield Problem(path, 1, f'"{word}" says nothing: name what it is')


def check_types(tree):
    """A type that other files see has a name of its own: of two alike the linker takes the code of either for both."""
    seen = {}
    for path in tree.cpp():
        hidden = False
        for number, line in tree.lines(path):
            hidden = line == "namespace {" or (hidden and line != "}  // namespace")
            match = TYPE.match(line)
            if hidden or not match:
                continue
            if match[1] in seen:
                yield Problem(path, number, f"{match[1]} is a type of {seen[match[1]]} too (One Definition Rule)")
            seen.setdefault(match[1], path)


def placeholders(text):
    """The {} of a format string as a set of (argument, format)."""
    found = re.findall(r"\{([^{}:]*)(:[^{}]*)?\}", text.replace("{{", "").replace("}}", ""))
    return {(name or str(place), form) for place, (name, form) in enumerate(found)}


def check_messages(tree):
    """What readers are told has its row in messages.tsv, with the same placeholders, and every row is used."""
    rows = {}
    if MESSAGES in tree.files:
        for number, line in tree.lines(MESSAGES):
            if not line or line.startswith("#"):
                continue
            english, _, french = line.partition("\t")
            if not french.strip() or "\t" in french:
                yield Problem(MESSAGES, number, f'"{english}" needs one tab and its translation behind it')
            elif placeholders(english) != placeholders(french):
                yield Problem(MESSAGES, number, f'the placeholders of "{english}" and "{french}" differ')
            if english in rows:
                yield Problem(MESSAGES, number, f'"{english}" is translated twice (line {rows[english]})')
            rows[english] = number
    written = set()
    for path in tree.cpp():
        if not path.startswith(("common/", "indexer/", "query/")):
            continue
        found = tokens(tree.text(path))
        written |= {token.text for token in found if token.kind == "string"}
        for name, place in MESSAGE_CALLS.items():
            for arguments in calls(found, name):
                for string in own_strings(arguments[place]) if place < len(arguments) else ():
                    if string.text not in rows:
                        yield Problem(path, string.line, f'"{string.text}" has no row in {MESSAGES}')
    for english, number in rows.items():
        if english not in written:
            yield Problem(MESSAGES, number, f'nothing says "{english}": drop the row')


def check_formats(tree):
    """Every input format is a row of the table of formats, and stands in the documents by its name."""
    for path in [path for path in tree.ending(".cpp") if path.startswith("indexer/formats/")]:
        for match in re.finditer(r"^const Format (\w+)\{\s*\.name = \"(\w+)\"", tree.text(path), re.MULTILINE):
            line = tree.text(path).count("\n", 0, match.start()) + 1
            if FORMAT_TABLE not in tree.files or not re.search(rf"&{match[1]}\b", tree.text(FORMAT_TABLE)):
                yield Problem(path, line, f"{match[1]} is no row of {FORMAT_TABLE}: it is never read")
            for document in FORMAT_DOCUMENTS:
                if document not in tree.files or not re.search(rf"\b{match[2]}\b", tree.text(document)):
                    yield Problem(path, line, f'the format "{match[2]}" is missing from {document}')


def check_where_to_add(tree):
    """Where ARCHITECTURE.md tells how to add something, each file that it names has the last one that was added."""
    if ARCHITECTURE not in tree.files:
        return
    text = tree.text(ARCHITECTURE)
    entry = r"^- \*\*an? ([^*]+)\*\* \(the last one: `(\w+)`\):((?:.*\n)(?:  .*\n)*)"
    for match in re.finditer(entry, text, re.MULTILINE):
        line = text.count("\n", 0, match.start()) + 1
        for path in re.findall(r"`([\w./-]+\.\w+)`", match[3]):
            if path in tree.files and not path.endswith(".py") and match[2] not in tree.text(path):
                yield Problem(ARCHITECTURE, line, f'{path} has nothing of "{match[2]}", the last {match[1]} added')


def check_leaks(tree):
    """No path of somebody's machine and no package host in any text file."""
    for path in tree.files:
        content = tree.bytes(path)
        if b"\0" in content:
            continue
        for what, pattern in (("a path of one machine", MACHINE_PATH), ("a package host", REGISTRY_HOST)):
            for match in pattern.finditer(content):
                line = content.count(b"\n", 0, match.start()) + 1
                yield Problem(path, line, f"{what}: {match[0].decode()}")


CHECKS = {
    "arrows": check_arrows,
    "rooms": check_rooms,
    "includes": check_includes,
    "homes": check_homes,
    "sql": check_sql,
    "targets": check_targets,
    "listed": check_listed,
    "paths-in-docs": check_paths_in_docs,
    "decisions": check_decisions,
    "top-level": check_top_level,
    "text": check_text,
    "names": check_names,
    "types": check_types,
    "messages": check_messages,
    "formats": check_formats,
    "where-to-add": check_where_to_add,
    "leaks": check_leaks,
    "format": check_format,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--except", action="append", default=[], choices=CHECKS, metavar="CHECK", dest="left_out")
    parser.add_argument("checks", nargs="*", metavar="CHECK")
    options = parser.parse_args()
    unknown = set(options.checks) - set(CHECKS)
    if unknown:
        parser.error(f"no such check: {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}")
    if options.list:
        for name, check in CHECKS.items():
            print(f"{name:14} {check.__doc__}")
        return 0
    tree = Tree(options.root)
    counts = Counter()
    for name in [name for name in options.checks or CHECKS if name not in options.left_out]:
        try:
            for problem in CHECKS[name](tree):
                print(f"{problem.path}:{problem.line}: {problem.text} [{name}]")
                counts["problems"] += 1
            counts["run"] += 1
        except Skipped as why:
            print(f"skipped {name}: {why}")
    print(f"{counts['run']} checks, {len(tree.files)} files, {counts['problems']} problems")
    if counts["problems"]:
        return 1
    return 0 if counts["run"] else 77


if __name__ == "__main__":
    sys.exit(main())
