"""Commands that end between their commit and their new index: status tells it, searches go on, the next one ends it."""
import contextlib
import shutil
import sqlite3
import unittest

from support import IO, PROBLEMS, ArchiveTest

TIP = "Abonnez-vous pour lire la suite"
COMMANDS = (
    (("rebuild",), "the index that is there is the old one"),
    (("zones", "--learn", "--least", "3"), "what is learnt to be left out is still found"),
    (("zones", "--forget"), "the same"),
)


def article(name):
    return {"id": name, "title": f"Le {name}", "text": f"Le {name} descend au village.\n{TIP}",
            "url": f"https://gazette.example/{name}"}  # fmt: skip


class Unfinished(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*map(article, ("loup", "lynx", "renard")))
        self.add_articles(article("chamois"))
        self.base, self.archive = self.archive, self.folder / "copy"

    def fresh(self):
        """A copy whose list of parts cannot be replaced: a folder has the name of the new one."""
        shutil.rmtree(self.archive, ignore_errors=True)
        shutil.copytree(self.base, self.archive)
        (self.archive / "index/parts.tsv.new").mkdir()

    def unfinished(self):
        return self.index("status", "--format", "json").json()["unfinished"]

    def answers(self):
        queries = self.write("queries.tsv", "".join(f"{word}\t{word}\n" for word in ("village", "abonnez", "loup")))
        return self.query("batch", queries, "--format", "trec").stdout

    def test_the_next_command_ends_what_was_begun(self):
        for command, reason in COMMANDS:
            with self.subTest(command[0], reason=reason):
                self.fresh()
                self.index(*command, status=IO)
                self.assertEqual(self.unfinished(), ["rebuild"])
                self.assertIn("waits to be made anew", self.index("status").stdout)
                self.assertIn("waits to be made anew", self.index("doctor", status=PROBLEMS).stdout)
                self.query("search", "village")
                (self.archive / "index/parts.tsv.new").rmdir()
                self.add_articles(article("ours"))
                self.assertEqual(self.unfinished(), [])
                before = self.answers()
                self.index("rebuild")
                self.assertEqual(self.answers(), before)

    def test_a_run_and_an_undo_that_were_cut_short(self):
        with contextlib.closing(sqlite3.connect(self.base / "archive.sqlite")) as connection, connection:
            connection.execute("INSERT INTO setting VALUES ('undo', '2')")
            connection.execute("UPDATE run SET finished = NULL WHERE id = 2")
        self.fresh()
        self.assertEqual(self.unfinished(), ["run", "undo"])
        self.assertIn("l’annulation du passage 2", self.index("status", "--lang", "fr").stdout)


if __name__ == "__main__":
    unittest.main()
