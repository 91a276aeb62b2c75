#!/usr/bin/env python3
"""Shows that each check of scripts/release-check can fail: a little tree that holds, with one thing changed."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "release-check"
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
TREE = {
    "CMakeLists.txt": "project(hemero VERSION 1.2.3 LANGUAGES CXX)\n",
    "CHANGELOG.md": "# Changelog\n\n## [1.2.3] - 2026-02-01\n\n## [1.2.2] - 2026-01-01\n",
    "scripts/package/changelog": "hemero (1.2.3-1) unstable; urgency=medium\n\n  * A.\n\n"
    " -- A <a@b>  Sun, 01 Feb 2026 12:00:00 +0000\n",
    "docs/man/fr/a.7": '.\\" -*-\n.TH A 7 2026-02-01 "Hemero 1.2.3" "Hemero"\n',
}

# (file, what stands there, what is put in its place, what the only problem says)
CASES = [
    ("CHANGELOG.md", "# Changelog", "## [Unreleased]", "a heading says Unreleased"),
    ("CHANGELOG.md", "## [1.2.3]", "## [1.2.4]", "the newest release is 1.2.4, CMakeLists.txt says 1.2.3"),
    ("scripts/package/changelog", "1.2.3-1", "1.2.2-1", "does not begin with hemero (1.2.3-1)"),
    ("scripts/package/changelog", "01 Feb", "02 Feb", "is not of 2026-02-01"),
    ("docs/man/fr/a.7", "2026-02-01", "2026-01-01", "docs/man/fr/a.7: .TH does not say 2026-02-01"),
    ("docs/man/fr/a.7", "1.2.3", "1.2.30", "docs/man/fr/a.7: .TH does not say"),
]


class ReleaseCheck(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="hemero-release-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for path, text in TREE.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text)
        self.git("init", "-q")
        self.commit()

    def git(self, *words):
        subprocess.run([*GIT, "-C", self.root, *words], check=True)

    def commit(self):
        self.git("add", ".")
        self.git("commit", "-q", "-m", "a", "--allow-empty")

    def problems(self):
        done = subprocess.run([sys.executable, SCRIPT, "--root", self.root], stdout=subprocess.PIPE, text=True)
        found = [line for line in done.stdout.splitlines() if not line.startswith(("4 checks", "Not checked"))]
        self.assertEqual(done.returncode, 1 if found else 0)
        return found

    def test_a_tree_that_can_be_released(self):
        self.assertEqual(self.problems(), [])
        self.git("tag", "v1.2.3")
        self.assertEqual(self.problems(), [])

    def test_one_thing_wrong(self):
        for path, old, new, said in CASES:
            with self.subTest(path=path, new=new):
                (self.root / path).write_text(TREE[path].replace(old, new))
                self.commit()
                (problem,) = self.problems()
                self.assertIn(said, problem)
                (self.root / path).write_text(TREE[path])
        self.commit()

    def test_what_git_knows(self):
        (self.root / "new").write_text("a")
        self.assertEqual(self.problems(), ["git: 1 files are not committed"])
        self.git("tag", "v1.2.3")
        self.commit()
        self.assertEqual(self.problems(), ["git: the tag v1.2.3 is on another commit"])


if __name__ == "__main__":
    unittest.main()
