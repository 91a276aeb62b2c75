"""hemero-index relate and hemero-query related: words that are used in the same articles."""
import csv
import io
import unittest
from random import Random

from support import BAD_DATA, DONE, NO_ARCHIVE, NO_HITS, USAGE, ArchiveTest

# Subjects whose articles share no words but those of all.
SUBJECTS = (("grève", "cheminots", "préavis", "syndicat"), ("volcan", "éruption", "lave", "cratère"),
            ("vaccin", "dose", "laboratoire", "virus"), ("procès", "avocat", "tribunal", "juge"),
            ("vélo", "étape", "peloton", "maillot"), ("film", "actrice", "festival", "palme"))  # fmt: skip


class Related(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*self.articles(0, 90))

    @staticmethod
    def articles(first, count):
        """Each has three words of its subject's four, some that are everybody's, and some of its own."""
        random = Random(first)
        for i in range(first, first + count):
            words = [word for j, word in enumerate(SUBJECTS[i % len(SUBJECTS)]) if j != i // len(SUBJECTS) % 4]
            own = ("".join(random.choices("bcdfglmprst", k=9)) for _ in range(30))
            yield {"id": str(i), "title": f"Article {i}", "date": "2021-01-01", "source": "Le Soir",
                   "text": f"Hier encore, {' puis '.join(words)} à Nantes. {' '.join(own)}."}  # fmt: skip

    def relate(self):
        return self.index("relate")

    def related(self, *args, **how):
        return self.query("related", "--format", "json", *args, **how).json()

    def words(self, *args, **how):
        return [each["word"] for each in self.related(*args, **how)["words"]]

    def test_words_of_the_same_subject_come_first(self):
        done = self.relate()
        self.assertIn("24 words of 90 texts were learnt", done.stderr)
        for subject in SUBJECTS:
            for word in subject:
                self.assertEqual(set(self.words(word)[:3]), set(subject) - {word})
        self.assertEqual(set(self.words("grève", "préavis")[:2]), {"cheminots", "syndicat"})
        answer = self.related("Greves", "-n", "2")
        self.assertEqual(len(answer["words"]), 2, "another form of the word, and no more than were asked for")
        near = [each["similarity"] for each in answer["words"]]
        self.assertEqual(near, sorted(near, reverse=True))
        self.assertEqual((answer["notices"], answer["learnt_texts"]), ([], 90))
        self.assertLessEqual({each["texts"] for each in answer["words"]}, {11, 12})

    def test_other_forms_have_the_same_words(self):
        self.relate()
        answer = self.related("-n", "5", "grève")
        rows = list(csv.DictReader(io.StringIO(self.query("related", "-n", "5", "--format", "csv", "grève").stdout)))
        self.assertEqual([(row["word"], float(row["similarity"]), int(row["texts"])) for row in rows],
                         [(each["word"], each["similarity"], each["texts"]) for each in answer["words"]])  # fmt: skip
        text = self.query("related", "-n", "5", "grève").stdout
        self.assertEqual([line.split("  ")[1] for line in text.splitlines()], [row["word"] for row in rows])

    def test_nothing_is_told_before_it_was_learnt(self):
        done = self.query("related", "grève", status=NO_ARCHIVE)
        self.assertIn("“hemero-index relate”", done.stderr)
        self.relate()
        answer = self.related("zzyzx", status=NO_HITS)
        self.assertEqual(answer["words"], [])
        self.assertIn("“zzyzx”", answer["notices"][0])

    def test_an_archive_that_has_changed_is_told_of(self):
        self.relate()
        self.add_articles(*self.articles(90, 2))
        (notice,) = self.related("grève")["notices"]
        self.assertIn("has changed since", notice)
        self.relate()
        self.assertEqual(self.related("grève")["notices"], [])

    def test_the_same_archive_gives_the_same_file(self):
        self.relate()
        first = (self.archive / "related").read_bytes()
        self.relate()
        self.assertEqual((self.archive / "related").read_bytes(), first)

    def test_damage_is_noticed(self):
        self.relate()
        path = self.archive / "related"
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        self.assertIn("is damaged", self.query("related", "grève", status=BAD_DATA).stderr)
        self.relate()
        self.query("related", "grève", status=DONE)

    def test_a_purge_takes_the_words_with_it(self):
        self.relate()
        self.index("purge", "--yes", "--query", "grève")
        self.assertFalse((self.archive / "related").exists())

    def test_searches_do_not_change(self):
        before = self.query("search", "--format", "json", "grève").json()["hits"]
        self.relate()
        self.assertEqual(self.query("search", "--format", "json", "grève").json()["hits"], before)

    def test_usage(self):
        self.query("related", status=USAGE)
        self.query("related", "-n", "0", "grève", status=USAGE)


class TooFew(ArchiveTest):
    def test_too_few_articles(self):
        self.add_articles({"id": "1", "title": "Un loup", "text": "Un loup a été vu.", "date": "2021"})
        self.assertIn("too few articles", self.index("relate", status=BAD_DATA).stderr)
        self.assertFalse((self.archive / "related").exists())


if __name__ == "__main__":
    unittest.main()
