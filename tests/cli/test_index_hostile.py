"""hemero-index and files that are made to crash, hang or fool it (hostile_files.py, hostile_formats.py)."""
import concurrent.futures
import json
import os
import pathlib
import socket
import subprocess
import sys
import unittest

import hostile_files
import hostile_formats
from support import BAD_DATA, DONE, PARTLY, ArchiveTest, environment, program

SANITIZER = os.environ.get("HEMERO_SANITIZE", "")
MOST_MEMORY = 300_000_000 * (5 if "thread" in SANITIZER else 3 if "address" in SANITIZER else 1)  # bytes
MOST_TIMES = 20  # as long as a harmless text of the same size; many paragraphs of a letter take 8 to 11 times
MIB = hostile_files.MIB
LONGEST = 16 * MIB  # bytes of one file that are read at all
PACKED = (b"\x1f\x8b", b"PK", b"\x28\xb5\x2f\xfd", b"%PDF")  # how gzip, zip and zstd begin, and what packs its pages
LONGEST_LINE = 10_000  # characters that are printed of one place
HANGS = 60 * (10 if SANITIZER else 1)  # seconds
FILES = hostile_files.FILES + hostile_formats.FILES
MEASURE = pathlib.Path(__file__).with_name("measure.py")


def explained(paths):
    """What measure.py says of hemero-index explain on each file."""
    commands = [[str(program("hemero-index")), "explain", "--format", "jsonl", str(path)] for path in paths]
    done = subprocess.run([sys.executable, str(MEASURE), str(HANGS)],
                          input="".join(json.dumps(c) + "\n" for c in commands),
                          capture_output=True, text=True, env=environment(), check=True)  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def in_shards(paths):
    """explained(), by as many processes as there are processors; in the order of the paths."""
    shards = os.cpu_count()
    with concurrent.futures.ThreadPoolExecutor(shards) as pool:
        parts = list(pool.map(explained, (paths[i::shards] for i in range(shards))))
    return [parts[i % shards][i // shards] for i in range(len(paths))]


class Hostile(ArchiveTest):
    def write_files(self, rows):
        paths = []
        for name, content, _, _ in rows:
            path = self.folder / "in" / name
            path.parent.mkdir(exist_ok=True)
            made = content() if callable(content) else content
            path.mkdir() if isinstance(made, dict) else path.write_bytes(made)
            for file, inside in made.items() if isinstance(made, dict) else ():
                (path / file).write_bytes(inside)
            paths.append(path)
        return paths

    def harmless_seconds(self):
        """What a harmless text costs, as a function of its size in bytes: a straight line through two that are
        measured."""
        sizes = (MIB, LONGEST - MIB)
        prose = hostile_files.TEXT + (hostile_files.PROSE + "\n\n") * (LONGEST // len(hostile_files.PROSE))
        runs = in_shards([self.write(f"harmless-{size}.txt", prose.encode()[:size]) for size in sizes])
        self.assertEqual([run["status"] for run in runs], [DONE, DONE])
        small, large = (run["seconds"] for run in runs)
        return lambda size: small + (large - small) * max(0, size - sizes[0]) / (sizes[1] - sizes[0])

    def assert_costs_little(self, runs, tries=3):
        """A file costs at most a few times what a harmless one of its size does, one that is packed what the longest
        does that is read. What costs more is measured again, for others use the processor too."""
        harmless = self.harmless_seconds()
        dear = {}
        for path, run in runs.items():
            content = b"".join(file.read_bytes() for file in (path.iterdir() if path.is_dir() else [path]))
            times = run["seconds"] / harmless(LONGEST if content.startswith(PACKED) else len(content))
            if times > MOST_TIMES:
                dear[path] = times
        if dear and tries > 1:
            self.assert_costs_little(dict(zip(dear, in_shards(list(dear)))), tries - 1)
        else:
            self.assertEqual({path.name: round(times, 1) for path, times in dear.items()}, {})

    def test_each_file_is_told_and_costs_little(self):
        rows = FILES
        paths = self.write_files(rows)
        runs = in_shards(paths)
        for run, (name, _, kept, said) in zip(runs, rows):
            with self.subTest(name):
                self.assertEqual(run["status"], DONE if said is None else PARTLY, run["stderr"][:500])
                self.assertEqual(run["lines"], kept, run["stderr"][:500])
                self.assertIn(said or "", run["stderr"])
                self.assertEqual(run["stderr"] == "", said is None, run["stderr"][:500])
                self.assertNotIn("root:x:0", run["stderr"])
                self.assertNotRegex(run["stderr"], r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
                self.assertLess(max(map(len, run["stderr"].splitlines()), default=0), LONGEST_LINE)
                self.assertLess(run["bytes"], MOST_MEMORY)
        self.assert_costs_little(dict(zip(paths, runs)))

    def test_a_folder_of_all_of_them_is_stored_as_far_as_it_is_good(self):
        small = [row for row in FILES if not callable(row[1]) and (isinstance(row[1], dict) or len(row[1]) < 100_000)]
        self.write_files(small)
        self.add(self.write("in/a.jsonl", [{"id": "first", "title": "Premier repère"}]), status=DONE)
        self.add(self.folder / "in", status=PARTLY)
        self.add(self.write("z.jsonl", [{"id": "last", "title": "Dernier repère"}]))
        self.assertEqual(sorted(self.keys("repère")), ["first", "last"])
        self.assertEqual([self.keys("titre:root"), self.keys("nologin")], [[], []])
        again = self.index("add", self.folder / "in", status=PARTLY)
        self.assertRegex(again.stderr, r"\b0 added, ")

    def test_what_is_no_file(self):
        folder = self.folder / "in"
        folder.mkdir()
        os.mkfifo(folder / "pipe.txt")
        (folder / "nowhere.txt").symlink_to("nowhere")
        (folder / "self.txt").symlink_to("self.txt")
        (folder / "zero.jsonl").symlink_to("/dev/zero")
        (folder / "loop").symlink_to(folder)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(folder / "socket.txt"))
        odd = os.fsencode(str(folder)) + b"/\xff\n\x1b[2J.txt"
        pathlib.Path(os.fsdecode(odd)).write_text(hostile_files.TEXT)
        done = self.index("add", folder, folder / "socket.txt", status=PARTLY)
        self.assertIn("1 added", done.stderr)
        self.assertIn("(folder_loop 1, no_file 4, unreadable 2)", done.stderr)
        self.assertEqual(len(self.keys("pleut")), 1)

    def test_a_device_has_no_end_and_is_not_read_to_it(self):
        done = self.index("explain", "/dev/zero", status=PARTLY)
        self.assertIn("longer than 16 MiB", done.stderr)
        self.index("add", "/dev/null", status=BAD_DATA)


if __name__ == "__main__":
    unittest.main()
