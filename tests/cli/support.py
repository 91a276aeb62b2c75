"""What the tests of the command line share: running the two programs, and an archive of one's own for each test."""
import contextlib
import fcntl
import gzip
import json
import os
import pathlib
import pty
import signal
import struct
import subprocess
import tempfile
import termios
import unittest
from typing import NamedTuple

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / "data" / "sample"

# Exit statuses of the programs.
DONE, NO_HITS, PROBLEMS, PARTLY = 0, 1, 1, 2
USAGE, BAD_DATA, NO_ARCHIVE, BUG, CANNOT_CREATE, IO, LOCKED, OTHER_VERSION, PERMISSION = (
    64, 65, 66, 70, 73, 74, 75, 76, 77)  # fmt: skip

CUT_SHORT = LOCKED  # of a query

WITHOUT_ARCHIVE = ("explain", "formats", "fields", "limits")  # commands of hemero-index that touch none


class Run(NamedTuple):
    """What a program did. The two outputs are text; bytes that are no UTF-8 show as \\udcXX."""

    status: int
    stdout: str
    stderr: str

    def json(self):
        """The one JSON value on stdout."""
        return json.loads(self.stdout)

    def json_lines(self):
        return [json.loads(line) for line in self.stdout.splitlines()]


def program(name):
    """The path of hemero-index or hemero-query, in the folder that $HEMERO_BIN names."""
    return pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve() / name


def environment(**changes):
    """The environment programs run in: English, UTF-8, nothing of the user's own. A change to None unsets."""
    ours = {"LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
    dropped = ("HEMERO_ARCHIVE", "HEMERO_USER_DATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LANG", "LANGUAGE",
               "LC_MESSAGES", "NO_COLOR", "HEMERO_PAGER", "PAGER", "LESS", "BROWSER", "TERM_PROGRAM", "VTE_VERSION",
               "WT_SESSION")  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {name: value for name, value in {**kept, **ours, **changes}.items() if value is not None}


def run(name, *args, stdin=None, env=None, cwd=None, timeout=120):
    """Runs a program to its end. `stdin` is text or bytes (nothing by default), `env` changes to environment()."""
    done = subprocess.run(
        [str(program(name)), *map(str, args)],
        input=stdin.encode() if isinstance(stdin, str) else stdin or b"",
        capture_output=True,
        env=environment(**(env or {})),
        cwd=cwd,
        timeout=timeout,
    )
    out, err = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
    return Run(done.returncode, out, err)


def run_in_terminal(name, *args, columns=80, env=None):
    """Runs a program in a terminal of this width, without anyone at its keyboard; what the terminal was sent."""
    main, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    command = [str(program(name)), *map(str, args)]
    ours = {"TERM": "xterm-256color", **(env or {})}
    running = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment(**ours))
    os.close(terminal)
    sent = b""
    with contextlib.suppress(OSError):  # that nobody writes any more
        while piece := os.read(main, 65536):
            sent += piece
    os.close(main)
    return Run(running.wait(), sent.decode().replace("\r\n", "\n"), "")


def heed_ctrl_c():
    """For a program that is about to start: SIGINT means what it does at a terminal, also below what ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class ArchiveTest(unittest.TestCase):
    """A test with a folder and an archive of its own; both are gone afterwards."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="hemero-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.archive = self.folder / "archive"

    def write(self, path, content):
        """Writes a file (text, bytes, or a list of objects as JSON Lines) below the test's folder; its path."""
        if isinstance(content, list):
            content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
        content = content.encode() if isinstance(content, str) else content
        whole = self.folder / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(gzip.compress(content) if whole.suffix == ".gz" else content)
        return whole

    def assert_status(self, expected, done):
        self.assertEqual(done.status, expected, f"stdout:\n{done.stdout}\nstderr:\n{done.stderr}")

    def index(self, command, *args, status=DONE, **how):
        """hemero-index COMMAND on the test's archive; fails unless it exits with `status`."""
        archive = () if command in WITHOUT_ARCHIVE else ("-a", self.archive)
        done = run("hemero-index", command, *archive, *args, **how)
        self.assert_status(status, done)
        return done

    def query(self, command, *args, status=DONE, **how):
        """hemero-query COMMAND on the test's archive; fails unless it exits with `status`."""
        done = run("hemero-query", command, "-a", self.archive, *args, **how)
        self.assert_status(status, done)
        return done

    def add(self, *paths, **how):
        return self.index("add", *paths, **how)

    def add_articles(self, *articles, **how):
        """Adds articles given as dicts with the keys of JSON Lines (id, title, text, …)."""
        return self.add(self.write("articles.jsonl", list(articles)), **how)

    def search(self, text, *options):
        """The JSON object of a search, with or without hits."""
        done = run("hemero-query", "search", "-a", self.archive, "--format", "json", *options, "--", text)
        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
        answer = done.json()
        self.assertEqual(done.status, DONE if answer["hits"] else NO_HITS)
        return answer

    def keys(self, text, *options):
        """The keys of a search's hits, best first."""
        return [hit["key"] for hit in self.search(text, *options)["hits"]]


class SampleTest(ArchiveTest):
    """A test on the sample articles, which are indexed once for the class; paths are as seen from the source's top."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="hemero-sample-")
        cls.addClassCleanup(folder.cleanup)
        cls.sample = folder.name
        paths = ("data/sample/articles.jsonl", "data/sample/pages")
        done = run("hemero-index", "add", "-a", cls.sample, *paths, cwd=SOURCE)
        assert done.status == DONE, done.stderr

    def setUp(self):
        super().setUp()
        self.archive = self.sample
