"""The completion of command lines, in a real bash; that other shells can read theirs, where they are installed."""
import shutil
import subprocess
import unittest

from support import DONE, USAGE, ArchiveTest, run

# A command line up to the cursor (the last word is the one being typed), what it may become, and why.
LINES = (
    (["hemero-query", "s"], {"search", "searches", "serve", "show", "similar"}, "commands"),
    (["hemero-query", "-a", "search", "te"], {"terms"}, "a value is no command"),
    (["hemero-query", "--v"], {"--version"}, "general options"),
    (["hemero-query", "search", "--so"], {"--sort", "--source"}, "options of the command"),
    (["hemero-query", "show", "--so"], set(), "not those of another"),
    (["hemero-query", "search", "--sort", ""], {"relevance", "newest", "oldest"}, "the words of an option"),
    (["hemero-query", "search", "--sort", "=", "n"], {"newest"}, "bash takes --sort=n for three words"),
    (["hemero-query", "search", "--sort", "="], {"relevance", "newest", "oldest"}, "and --sort= for two"),
    (["hemero-query", "batch", "--format", ""], {"trec", "jsonl", "json", "matrix", "unmatched"}, "each command's own"),
    (["hemero-query", "search", "--from", ""], set(), "nobody knows the date"),
    (["hemero-query", "search", "gr"], set(), "nor the query"),
    (["hemero-query", "--lang", ""], {"fr", "en"}, "before the command"),
    (["hemero-query", "completion", "z"], {"zsh"}, "an argument that is one of a few words"),
    (["hemero-query", "searches", "r"], {"rename", "run"}, "what a command may do"),
    (["hemero-query", "batch", "qu"], {"queries.tsv"}, "a file"),
    (["hemero-query", "batch", "f"], {"folder one"}, "a folder, blank and all"),
    (["hemero-index", "re"], {"rebuild", "relate", "remove", "repair", "restore"}, "the other program"),
    (["hemero-index", "add", "--format", "ni"], {"nitf"}, "formats"),
    (["hemero-index", "add", "--rejects", "qu"], {"queries.tsv"}, "an option's file"),
    (["hemero-index", "zones", "--le"], {"--learn", "--least"}, ""),
)  # fmt: skip


class Completion(ArchiveTest):
    def script(self, name, shell):
        done = run(name, "completion", shell)
        self.assert_status(DONE, done)
        return done.stdout

    def completed(self, words):
        """What bash offers for the last word."""
        name = words[0]
        function = "_" + name.replace("-", "_")
        asked = f'COMP_WORDS=("$@")\nCOMP_CWORD=$(($# - 1))\n{function}\nprintf "%s\\n" "${{COMPREPLY[@]}}"'
        ask = f'{self.script(name, "bash")}\n{asked}'
        done = subprocess.run(["bash", "--norc", "-c", ask, "bash", *words], cwd=self.folder, capture_output=True,
                              text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return set(done.stdout.splitlines()) - {""}

    def test_in_bash(self):
        self.write("queries.tsv", "")
        self.write("folder one/x", "")
        for words, expected, reason in LINES:
            with self.subTest(words, reason=reason):
                self.assertEqual(self.completed(words), expected)

    def test_bash_knows_whom_to_ask(self):
        for name in ("hemero-index", "hemero-query"):
            asked = f"{self.script(name, 'bash')}\ncomplete -p {name}"
            done = subprocess.run(["bash", "--norc", "-c", asked], capture_output=True, text=True)
            self.assertEqual(done.stdout, f"complete -F _{name.replace('-', '_')} {name}\n")

    def test_other_shells_read_theirs(self):
        for shell in ("zsh", "fish"):
            for name in ("hemero-index", "hemero-query"):
                with self.subTest(shell=shell, name=name):
                    script = self.write(f"{name}.{shell}", self.script(name, shell))
                    if shutil.which(shell):
                        done = subprocess.run([shell, "-n", script], capture_output=True, text=True)
                        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_shell_must_be_known(self):
        done = run("hemero-query", "completion", "tcsh")
        self.assert_status(USAGE, done)
        self.assertIn("bash, zsh, fish", done.stderr)
        self.assert_status(USAGE, run("hemero-index", "completion"))


if __name__ == "__main__":
    unittest.main()
