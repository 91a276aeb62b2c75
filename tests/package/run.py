#!/usr/bin/env python3
"""The package for Debian: made, judged by lintian, unpacked, and used.

usage: tests/package/run.py BUILD

BUILD is a folder that cmake configured and where both programs are built. Exit status: 0 all is well; 1 something is
not; 77 nothing was tried because a tool is missing (said on a line that begins with "skipped").
"""
import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ("cpack", "dpkg-deb", "dpkg-shlibdeps", "file", "lintian")

# Every file of the package, and what it says.
FILES = {
    "usr/bin/hemero-index": None,
    "usr/bin/hemero-query": None,
    "usr/share/doc/hemero/changelog.Debian.gz": "hemero (",
    "usr/share/doc/hemero/changelog.gz": "# Changelog",
    "usr/share/doc/hemero/copyright": "License: GPL-3.0-or-later",
    "usr/share/doc/hemero/examples/hemero-refresh.service": "ExecStart=/usr/bin/hemero-index add",
    "usr/share/doc/hemero/examples/hemero-refresh.timer": "OnCalendar=hourly",
    "usr/share/doc/hemero/examples/hemero-serve.service": "ExecStart=/usr/bin/hemero-query serve",
    "usr/share/doc/hemero/examples/hemero-serve.socket": "ListenStream=/run/hemero/hemero.sock",
    "usr/share/lintian/overrides/hemero": "hemero: ",
    "usr/share/man/fr/man1/hemero-index.1.gz": ".SH NOM",
    "usr/share/man/fr/man1/hemero-query.1.gz": ".SH NOM",
    "usr/share/man/fr/man7/hemero-query-syntax.7.gz": ".SH NOM",
    "usr/share/man/man1/hemero-index.1.gz": ".SH NAME",
    "usr/share/man/man1/hemero-query.1.gz": ".SH NAME",
    "usr/share/man/man7/hemero-query-syntax.7.gz": ".SH NAME",
}


def run(*command, cwd=None):
    words = list(map(str, command))
    done = subprocess.run(words, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(words)} exited {done.returncode}:\n{done.stdout}")
    return done.stdout


class Package(unittest.TestCase):
    """The package is made and unpacked once for all tests."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="hemero-package-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run("cpack", "-G", "DEB", "-B", cls.folder, "--config", BUILD / "CPackConfig.cmake")
        (cls.package,) = cls.folder.glob("*.deb")
        cls.root = cls.folder / "root"
        run("dpkg-deb", "-x", cls.package, cls.root)

    def field(self, name):
        return run("dpkg-deb", "-f", self.package, name).strip()

    def test_lintian_has_nothing_to_say(self):
        self.assertEqual(run("lintian", "--allow-root", "--fail-on", "error,warning", self.package), "")

    def test_says_what_it_is_and_needs(self):
        self.assertEqual(self.field("Package"), "hemero")
        self.assertEqual(self.field("Section"), "text")
        self.assertRegex(self.field("Version"), r"^\d+\.\d+\.\d+-1$")
        self.assertIn("hemero-query searches", self.field("Description"))
        for library in ("libc6", "libicu", "libsqlite3-0", "libxapian30", "libxml2"):
            self.assertIn(library, self.field("Depends"))

    def test_changelog_begins_with_this_version(self):
        with gzip.open(self.root / "usr/share/doc/hemero/changelog.Debian.gz", "rt", encoding="utf-8") as lines:
            self.assertEqual(next(lines).split(")")[0], f"hemero ({self.field('Version')}")

    def test_holds_these_files_and_no_others(self):
        found = {str(path.relative_to(self.root)) for path in self.root.rglob("*") if not path.is_dir()}
        self.assertEqual(found, set(FILES))
        for name, text in FILES.items():
            content = (self.root / name).read_bytes()
            content = gzip.decompress(content) if name.endswith(".gz") else content
            self.assertIn((text or "ELF").encode(), content, name)

    @unittest.skipIf(shutil.which("systemd-analyze") is None, "systemd-analyze is missing")
    def test_the_units_are_sound(self):
        units = self.folder / "units"
        shutil.copytree(self.root / "usr/share/doc/hemero/examples", units)
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(self.folder)}
        for whose, *names in (("--user", "hemero-refresh.timer", "hemero-refresh.service"),
                              ("--system", "hemero-serve.socket", "hemero-serve.service")):  # fmt: skip
            for unit in (units / name for name in names):
                text = unit.read_text(encoding="utf-8")
                unit.write_text(text.replace("=/usr/bin/", f"={self.root}/usr/bin/"))
            subprocess.run(["systemd-analyze", "verify", "--man=no", whose, *(units / name for name in names)],
                           check=True, env=environment)

    def test_finds_what_it_was_given_in_an_empty_folder(self):
        empty = self.folder / "empty"
        empty.mkdir()
        index, query = (self.root / "usr/bin" / name for name in ("hemero-index", "hemero-query"))
        archive = self.folder / "archive"
        self.assertIn("79 added", run(index, "add", "--lang", "en", "-a", archive, SOURCE / "data/sample", cwd=empty))
        self.assertIn("Kersalé", run(query, "search", "-a", archive, "prudhommes douches", cwd=empty))
        self.assertEqual(list(empty.iterdir()), [])


def main():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"skipped: these tools are missing: {', '.join(missing)} (scripts/deps --ci installs them)")
        return 77
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Package)
    return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    BUILD = pathlib.Path(sys.argv[1]).resolve()
    sys.exit(main())
