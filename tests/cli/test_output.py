"""Output that cannot be written is an error of every command; a reader that has seen enough is none to speak of."""
import json
import os
import signal
import subprocess
import unittest

from support import DONE, IO, NO_ARCHIVE, SOURCE, WITHOUT_ARCHIVE, ArchiveTest, SampleTest, environment, program, run

QUERY = (
    ("search", "grève"), ("search", "--count", "grève"), ("search", "--ids", "de"),
    ("search", "--format", "json", "la"),
    ("search", "--format", "jsonl", "-n", "100", "la"), ("search", "zzyzx"), ("show", "1"), ("show", "1", "--versions"),
    ("show", "1", "--format", "json"), ("similar", "1"), ("explain", "grève"), ("terms", "gr"), ("batch", "-"),
)  # fmt: skip
INDEX = (
    ("status",), ("status", "--format", "json"), ("imports",), ("imports", "--format", "json"), ("export",),
    ("export", "--current"), ("zones",), ("zones", "--format", "json"), ("limits",), ("limits", "--format", "json"),
    ("fields",), ("fields", "--format", "json"),
    ("explain", "data/sample/articles.jsonl"), ("remove", "--query", "la", "--dry-run"),
    ("purge", "--id", "1", "--dry-run"),
)  # fmt: skip
COMMANDS = [("hemero-query", *command) for command in QUERY] + [("hemero-index", *command) for command in INDEX]
INFORMATION = [(name, *options) for name in ("hemero-query", "hemero-index") for options in (["--help"], ["--version"])]


class Output(SampleTest):
    def started(self, name, *args, **how):
        none = args[0] in ("--help", "--version") or name == "hemero-index" and args[0] in WITHOUT_ARCHIVE
        archive = () if none else ("-a", str(self.archive))
        return subprocess.run([program(name), *args[:1], *archive, *args[1:]], input=b"a\tla\n", env=environment(),
                              stderr=subprocess.PIPE, cwd=SOURCE, **how)  # fmt: skip

    def assert_told(self, done, reason):
        self.assertEqual(done.returncode, IO, done.stderr)
        self.assertRegex(done.stderr.decode(), rf"^hemero-\w+: cannot write the standard output: {reason}\n")

    def test_a_full_disk(self):
        for command in COMMANDS + INFORMATION:
            with self.subTest(command), open("/dev/full", "wb") as full:
                self.assert_told(self.started(*command, stdout=full), "the disk is full")

    def test_a_closed_output(self):
        for command in COMMANDS + INFORMATION:
            with self.subTest(command):
                self.assert_told(self.started(*command, preexec_fn=lambda: os.close(1)), "it is closed")

    def test_a_reader_that_has_seen_enough(self):
        def ignore():
            signal.signal(signal.SIGPIPE, signal.SIG_IGN)

        for command in COMMANDS + INFORMATION:
            for ending, how in ((-signal.SIGPIPE, {}), (IO, {"restore_signals": False, "preexec_fn": ignore})):
                with self.subTest(command, ending=ending):
                    reading, writing = os.pipe()
                    os.close(reading)
                    done = self.started(*command, stdout=writing, **how)
                    os.close(writing)
                    self.assertEqual((done.returncode, done.stderr), (ending, b""))

    def test_where_nobody_hears(self):
        """Messages that cannot be written end no program by a crash, and go into no file of an archive."""
        for command in (("search", "zzyzx"), ("search", "la"), ("find",), ("show", "9999")):
            with self.subTest(command), open("/dev/full", "wb") as full:
                done = subprocess.run([program("hemero-query"), *command, "-a", self.archive],
                                      stdout=subprocess.DEVNULL, stderr=full, env=environment())  # fmt: skip
                self.assertIn(done.returncode, (0, 1, 64, IO))

    def test_an_archive_is_no_standard_stream(self):
        folder = self.folder / "own"
        articles = self.write("a.jsonl", [{"id": "k1", "title": "Un titre"}, {"id": "k2"}])
        for streams in ((1,), (2,), (0, 1, 2)):
            def close(streams=streams):
                for stream in streams:
                    os.close(stream)
            with self.subTest(streams):
                done = subprocess.run([program("hemero-index"), "add", "-a", folder, articles], env=environment(),
                                      preexec_fn=close, stderr=subprocess.PIPE)  # fmt: skip
                self.assertEqual(done.returncode, DONE, done.stderr)
                self.assertEqual((folder / "lock").read_bytes(), b"")
                self.assertEqual(run("hemero-query", "search", "-a", folder, "--count", "titre").stdout, "1\n")

    def test_in_french(self):
        with open("/dev/full", "wb") as full:
            done = self.started("hemero-query", "search", "--lang", "fr", "la", stdout=full)
        self.assertIn("impossible d’écrire dans la sortie standard\u00a0: le disque est plein", done.stderr.decode())


class Foreign(ArchiveTest):
    """What comes from outside is shown, and commands no terminal."""

    EVIL = "\x1b]0;x\x07\x1b[31m\u009b1m\u202egpj\u2066"

    def test_nothing_commands_a_terminal(self):
        evil, told = self.EVIL, {}
        rows = [{"id": f"k{i}{evil}", "title": f"Titre {i} {evil} grève", "source": f"S{evil}", "section": f"R{evil}",
                 "author": f"A{evil}", "url": f"https://e{evil}.org/{i}", "text": f"La grève {i}.\nLigne {evil} vue."}
                for i in range(6)]  # fmt: skip
        path = self.write(f"nom{evil}\n.jsonl", "".join(json.dumps(row) + "\n" for row in rows) + "{broken\n")
        missing = self.folder / f"non{evil}"
        commands = [
            ("hemero-index", "add", path), ("hemero-index", "explain", path), ("hemero-index", "add", missing),
            ("hemero-index", "remove", "--query", "grève", "--dry-run"),
            ("hemero-index", "remove", "--source", missing), ("hemero-index", "remove", "--id", "6", "--reason", evil),
            ("hemero-index", "purge", "--dry-run"), ("hemero-index", "imports"), ("hemero-index", "places"),
            ("hemero-index", "zones"), ("hemero-index", "zones", f"S{evil}"), ("hemero-index", "status"),
            ("hemero-index", "doctor"), ("hemero-query", "search", "grève"), ("hemero-query", "search", "grève", evil),
            ("hemero-query", "search", "--source", f"x{evil}", "grève"), ("hemero-query", "similar", "1"),
            ("hemero-query", "search", "--explain", "grève"), ("hemero-query", "show", "1"),
            ("hemero-query", "show", missing), ("hemero-query", "show", "--versions", "1"),
            ("hemero-query", "show", "6"), ("hemero-query", "explain", "grève"), ("hemero-query", "terms", "g"),
            ("hemero-query", "list", "sources"), ("hemero-query", "list", "authors"), ("hemero-query", "batch", "-"),
        ]  # fmt: skip
        for name, command, *arguments in commands:
            archive = () if name == "hemero-index" and command in WITHOUT_ARCHIVE else ("-a", self.archive)
            done = run(name, command, *archive, *arguments, stdin=f"q1{evil}\tgrève\n")
            told[command] = done.stdout + done.stderr
            for sign in "\x1b\x07\u009b\u202e\u2066":
                self.assertNotIn(sign, told[command], (name, command, *arguments))
        self.assertIn("␛", told["batch"])
        lost = run("hemero-query", "search", "-a", missing, "grève")
        self.assert_status(NO_ARCHIVE, lost)
        self.assertIn("␛[31m<U+009B>1m<U+202E>gpj<U+2066>", lost.stderr)


if __name__ == "__main__":
    unittest.main()
