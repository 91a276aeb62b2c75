"""What hemero-query sends to a terminal: colours, links, width, and the pager that long output goes through."""
import unittest

from support import DONE, NO_HITS, SampleTest, run, run_in_terminal

RED = "\x1b[1;31m"
LINK = "\x1b]8;;"
ALWAYS, NEVER, UNPAGED = ("--color", "always"), ("--color", "never"), ("--no-pager",)


class Terminal(SampleTest):
    def printed(self, command, *args, **how):
        """What a command sends to a terminal that fits it in one screen or has no pager."""
        done = run_in_terminal("hemero-query", command, "-a", self.archive, *args, **how)
        self.assert_status(DONE, done)
        return done.stdout

    def test_colours(self):
        """(options, environment, whether a terminal and a pipe are sent colours)"""
        rows = [
            ((), {}, True, False),
            ((), {"NO_COLOR": "1"}, False, False),
            ((), {"NO_COLOR": ""}, True, False),
            ((), {"TERM": "dumb"}, False, False),
            ((), {"TERM": None}, False, False),
            (ALWAYS, {}, True, True),
            (ALWAYS, {"NO_COLOR": "1"}, True, True),
            (ALWAYS, {"TERM": "dumb"}, True, True),
            (NEVER, {}, False, False),
        ]
        for options, env, terminal, pipe in rows:
            with self.subTest(options=options, env=env):
                shown = self.printed("search", *options, *UNPAGED, "kaboul", env=env)
                self.assertEqual((RED in shown, "**" in shown), (terminal, not terminal))
                self.assertEqual(RED in self.query("search", *options, "kaboul", env=env).stdout, pipe)

    def test_links(self):
        """Addresses are links where the terminal is known to have them, and nowhere else."""
        rows = [
            ({}, False, "xterm may be anything"),
            ({"TERM": "xterm-kitty"}, True, ""),
            ({"VTE_VERSION": "7006"}, True, "GNOME's terminal"),
            ({"VTE_VERSION": "4601"}, False, "an old one"),
            ({"TERM_PROGRAM": "iTerm.app"}, True, ""),
            ({"TERM_PROGRAM": "Apple_Terminal"}, False, ""),
            ({"VTE_VERSION": "7006", "TERM": "screen-256color"}, False, "what is between may not pass them on"),
            ({"VTE_VERSION": "7006", "NO_COLOR": "1"}, False, "nothing but text"),
            ({"VTE_VERSION": "7006", "TERM": "dumb"}, False, ""),
        ]
        for env, linked, reason in rows:
            with self.subTest(env=env, reason=reason):
                for command in (("search", "kaboul"), ("show", "1"), ("similar", "1")):
                    self.assertEqual(LINK in self.printed(*command, *UNPAGED, env=env), linked)
        self.assertNotIn(LINK, self.query("search", "kaboul", *ALWAYS, env={"TERM": "xterm-kitty"}).stdout, "a pipe")
        of_others = self.printed("search", "kaboul", env={"TERM": "xterm-kitty", "PAGER": "cat -u"})
        self.assertNotIn(LINK, of_others, "another pager than less may not know them")

    def test_a_link_leads_to_the_address(self):
        address = self.query("show", "1", "--format", "json").json()["url"]
        shown = self.printed("show", "1", *UNPAGED, env={"TERM": "xterm-kitty"})
        self.assertIn(f"{LINK}{address}\x1b\\{address}{LINK}\x1b\\", shown)

    def test_lines_are_as_wide_as_the_terminal_and_no_wider_than_is_read_well(self):
        for columns, widest in ((40, 40), (60, 60), (80, 80), (200, 100)):
            for command in (("search", "kaboul", "-n", "50", "--snippets", "3"), ("show", "1")):
                with self.subTest(columns=columns, command=command):
                    lines = self.printed(*command, *UNPAGED, *NEVER, columns=columns).split("\n")
                    texts = [line for line in lines if "/" not in line]  # addresses are not broken
                    self.assertLessEqual(max(map(len, texts)), widest)
                    self.assertGreater(max(map(len, texts)), widest - 20)


class Pager(SampleTest):
    """The pager of these tests puts a > before each line."""

    ENV = {"HEMERO_PAGER": "sed 's/^/>/'"}
    COMMANDS = [("search", "kaboul"), ("show", "1"), ("similar", "1"), ("explain", "kaboul"), ("terms", "a")]

    def in_terminal(self, *command, **env):
        return run_in_terminal("hemero-query", *command, "-a", self.archive, env=env)

    def test_what_people_read_goes_through_it(self):
        for command in self.COMMANDS:
            with self.subTest(command):
                done = self.in_terminal(*command, **self.ENV)
                plain = self.in_terminal(*command, "--no-pager")
                self.assertEqual(done.stdout, "".join(f">{line}\n" for line in plain.stdout.splitlines()))
                self.assertEqual((done.status, plain.status), (DONE, DONE))

    def test_where_there_is_none(self):
        for env in ({"TERM": "dumb"}, {"HEMERO_PAGER": ""}, {"HEMERO_PAGER": "cat"}):
            with self.subTest(env):
                self.assertTrue(self.in_terminal("terms", "amb", **{**self.ENV, **env}).stdout.startswith("ambassade"))
        self.assertTrue(self.query("terms", "amb", env=self.ENV).stdout.startswith("ambassade"), "no terminal")
        for options in (("--format", "json"), ("--fields", "title"), ("--count",), ("--ids",)):
            with self.subTest(options):
                self.assertNotIn(">", self.in_terminal("search", "kaboul", *options, **self.ENV).stdout)

    def test_which_one(self):
        rows = [
            ({"PAGER": "sed s/^/p/", "HEMERO_PAGER": "sed s/^/h/"}, "h"),
            ({"PAGER": "sed s/^/p/"}, "p"),
            ({"PAGER": "sed s/^/a/ | sed s/^/b/"}, "b"),
        ]
        for env, first in rows:
            with self.subTest(env):
                self.assertEqual(self.in_terminal("terms", "amb", **env).stdout[0], first)

    def test_a_missing_one_is_no_failure(self):
        for pager in ("/nonexistent/pager", "/nonexistent/pager --option"):
            with self.subTest(pager):
                done = self.in_terminal("show", "1", PAGER=pager)
                self.assert_status(DONE, done)
                self.assertIn("[1] 2021-08-16", done.stdout)

    def test_one_that_is_left_early_is_no_failure(self):
        for pager in ("true", "head -n 1"):
            with self.subTest(pager):
                self.assert_status(DONE, self.in_terminal("search", "la", "-n", "100", "--snippets", "20", PAGER=pager))

    def test_the_exit_status_is_that_of_the_command(self):
        self.assert_status(NO_HITS, self.in_terminal("search", "zzyzx", PAGER="false"))
        self.assert_status(DONE, self.in_terminal("search", "kaboul", PAGER="false"))

    def test_less_is_told_how_to_behave_unless_it_is_already(self):
        for env, options in (({}, "FRX"), ({"LESS": "S"}, "S")):
            with self.subTest(env):
                done = self.in_terminal("terms", "amb", PAGER="echo $LESS; cat", **env)
                self.assertEqual(done.stdout.splitlines()[0], options)


class NoTerminal(SampleTest):
    def test_the_options_are_known_to_what_people_read(self):
        for command in ("search", "show", "similar", "explain", "terms"):
            told = run("hemero-query", command, "--help").stdout
            self.assertIn("--color", told)
            self.assertIn("--no-pager", told)


if __name__ == "__main__":
    unittest.main()
