"""hemero-index asks before it destroys: on a terminal; elsewhere --yes says that it is meant."""
import os
import pty
import select
import signal
import subprocess
import unittest

from support import DONE, NO_ARCHIVE, USAGE, ArchiveTest, environment, heed_ctrl_c, program, run

DECLINED, INTERRUPTED = 1, 130
ANIMALS = ("loup", "lynx", "renard", "ours")


class Terminal:
    """A program on a terminal of its own: what it asks, and what it is answered."""

    def __init__(self, *command):
        self.master, slave = pty.openpty()
        words = [str(program("hemero-index")), *map(str, command)]
        self.process = subprocess.Popen(words, stdin=slave, stderr=slave, stdout=subprocess.DEVNULL, env=environment(),
                                        preexec_fn=heed_ctrl_c)  # fmt: skip
        os.close(slave)
        self.shown = ""

    def read(self, until=None):
        """Reads what is shown until `until` is, or to the end."""
        while until is None or until not in self.shown:
            try:
                ready, _, _ = select.select([self.master], [], [], 60)
                piece = os.read(self.master, 4096) if ready else b""
            except OSError:  # the end of a terminal
                piece = b""
            if not piece:
                return self.shown
            self.shown += piece.decode()
        return self.shown

    def answer(self, typed):
        self.read("] ")
        os.write(self.master, typed)
        return self.end()

    def end(self):
        self.read()
        os.close(self.master)
        return self.process.wait(60)


class Confirmation(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*({"id": name, "title": f"Le {name} dort.", "source": "Le Matin", "date": "2019"}
                            for name in ANIMALS))  # fmt: skip

    def left(self):
        return run("hemero-query", "search", "-a", self.archive, "--count", "dort").stdout.strip()

    def versions(self):
        return self.index("status", "--format", "json").json()["versions"]

    def test_without_a_terminal_nothing_goes(self):
        self.index("remove", "--id", 4)
        described = (["--query", "-xyzzy"], ["--query", "-xyzzy", "--all"], ["--source", "Le Matin"],
                     ["--before", "2030"], ["--query", "loup", "--id", "2"])
        for command in (*(["remove", *how] for how in described), *(["purge", *how] for how in described),
                        ["purge"], ["purge", "--id", "1"], ["imports", "--undo", "1"]):  # fmt: skip
            for given in (b"", b"y\n"):
                with self.subTest(command, given=given):
                    done = self.index(*command, stdin=given, status=USAGE)
                    self.assertIn("--yes", done.stderr)
                    self.assertIn("--dry-run", done.stderr)
                    self.assertEqual((self.left(), self.versions()), ("3", 4))

    def test_what_is_not_asked(self):
        self.index("remove", "--query", "-xyzzy", "--dry-run")
        self.index("purge", "--source", "Le Matin", "--dry-run")
        self.index("purge")  # there is nothing to be erased
        self.index("remove", "--source", "Le Soir")
        self.index("remove", "--id", 1, "--ids", "-", stdin="2\n")
        self.assertEqual((self.left(), self.versions()), ("2", 4))
        removals = [run["id"] for run in self.index("imports", "--format", "json").json()["runs"] if run["removed"]]
        self.index("imports", "--undo", removals[-1])  # which removes nothing
        self.assertEqual(self.left(), "4")
        self.assert_status(NO_ARCHIVE, run("hemero-index", "purge", "-a", self.folder / "none"))

    def test_yes(self):
        self.index("remove", "--query", "loup", "--yes")
        self.assertEqual((self.left(), self.versions()), ("3", 4))
        self.index("purge", "--yes")
        self.assertEqual((self.left(), self.versions()), ("3", 3))
        self.index("imports", "--yes", "--undo", 1)
        self.assertEqual(self.left(), "0")
        self.index("purge", "--yes", "--all", "--query", "-xyzzy")
        self.assertEqual((self.left(), self.versions()), ("0", 0))

    def test_the_question_counts(self):
        self.index("remove", "--id", 4)
        loup, lynx, renard, ours = (f"  Le {name} dort.\r\n" for name in ANIMALS)
        for command, asked in (
            (("remove", "--all", "--query", "-xyzzy"), f"{loup}{lynx}{renard}remove 3 articles? [y/N] "),
            (("remove", "--query", "loup"), f"{loup}remove 1 article? [y/N] "),
            (("purge",), f"{ours}erase 1 article for good? [y/N] "),
            (("purge", "--id", "1", "2", "4", "99"), f"{loup}{lynx}{ours}erase 3 articles for good? [y/N] "),
            (("purge", "--source", "Le Matin"),
             f"{loup}{lynx}{renard}  … and 1 more\r\nerase 4 articles for good? [y/N] "),
            (("purge", "--source", "Le Matin", "--lang", "fr"),
             f"{loup}{lynx}{renard}  … et 1 autre\r\neffacer définitivement 4 articles\u202f? [o/N] "),
            (("remove", "--before", "2030", "--lang", "fr"),
             f"{loup}{lynx}{renard}retirer 3 articles\u202f? [o/N] "),
            (("imports", "--undo", "1"), f"{loup}{lynx}{renard}remove 3 articles? [y/N] "),
        ):  # fmt: skip
            with self.subTest(command):
                terminal = Terminal(*command, "-a", self.archive)
                self.assertEqual(terminal.answer(b"n\n"), DECLINED)
                self.assertIn(asked, terminal.shown)
                self.assertRegex(terminal.shown, "nothing was done|rien n’a été fait")
                self.assertEqual((self.left(), self.versions()), ("3", 4))

    def test_answers(self):
        for typed in (b"\n", b"N\n", b"no\n", b"yesterday\n", b"\x04"):
            with self.subTest(typed):
                self.assertEqual(Terminal("remove", "--all", "--query", "-xyzzy", "-a", self.archive).answer(typed),
                                 DECLINED)  # fmt: skip
                self.assertEqual(self.left(), "4")
        for typed, name in zip((b"y\n", b"Yes\n", b" o \n", b"OUI\r\n"), ANIMALS):
            with self.subTest(typed):
                self.assertEqual(Terminal("remove", "--query", name, "-a", self.archive).answer(typed), DONE)
        self.assertEqual(self.left(), "0")
        self.assertEqual(Terminal("purge", "-a", self.archive).answer(b"y\n"), DONE)
        self.assertEqual(self.versions(), 0)

    def test_ctrl_c_is_no_answer(self):
        terminal = Terminal("purge", "--source", "Le Matin", "-a", self.archive)
        terminal.read("] ")
        terminal.process.send_signal(signal.SIGINT)
        self.assertEqual(terminal.end(), INTERRUPTED)
        self.assertEqual((self.left(), self.versions()), ("4", 4))


if __name__ == "__main__":
    unittest.main()
