"""hemero-query search by what stands beside the words: --source, --from, --to, and no words at all."""
import unittest

from support import NO_HITS, USAGE, ArchiveTest

ARTICLES = (
    ("a", "Le Courrier de la Lys", "2019-05-02"),
    ("b", "Le Courrier de la Lys", "2020-06"),
    ("c", "Courrier picard", "2021-08-11"),
    ("d", "Le Monde", "2021-08-12"),
    ("e", "Le Monde diplomatique", "2022"),
    ("f", "", ""),
)


class RestrictionsTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*({"id": key, "title": f"Article {key}", "text": f"Le loup {key} dort.", "source": source,
                             "date": date} for key, source, date in ARTICLES))  # fmt: skip

    def found(self, *args):
        """The keys that a search finds, in the order of their letters, and its notices."""
        answer = self.search("", *args) if args[:1] != ("--",) else self.search(*args[1:])
        return "".join(sorted(hit["key"] for hit in answer["hits"])), answer["query"]["notices"]


class Source(RestrictionsTest):
    def test_as_readers_type_it(self):
        rows = (
            ("Le Courrier de la Lys", "ab", 0, "its name"),
            ("le courrier de la lys", "ab", 0, "… without capitals"),
            ("courrier de la lys", "ab", 0, "a part of it"),
            ("LÝS", "ab", 0, "one word, an accent that it has not"),
            ("lys courrier", "ab", 0, "its words in another order"),
            ("le monde", "d", 0, "the name of one is part of another's: it is meant"),
            ("monde", "de", 1, "part of two"),
            ("Courrier", "abc", 1, "part of two"),
            ("diplo", "", 1, "no word of any"),
            ("courier de la lis", "", 1, "two slips"),
            ("!", "", 1, "no word"),
        )
        for source, keys, notices, reason in rows:
            for words in ("", "loup"):
                with self.subTest(source, words=words, reason=reason):
                    answer = self.search(words, "--source", source)
                    self.assertEqual("".join(sorted(hit["key"] for hit in answer["hits"])), keys)
                    self.assertEqual(len(answer["query"]["notices"]), notices, answer["query"]["notices"])

    def test_several_are_named(self):
        _, notices = self.found("--source", "monde")
        self.assertIn("“Le Monde”, “Le Monde diplomatique”", notices[0])
        _, notices = self.found("--source", "monde", "--lang", "fr")
        self.assertIn("«\u00a0Le Monde\u00a0», «\u00a0Le Monde diplomatique\u00a0»", notices[0])

    def test_near_ones_are_named(self):
        rows = (
            ("courier de la lis", "near: “Le Courrier de la Lys”, “Courrier picard” ", "a letter too few"),
            ("lemonde diplomatiqe", "near: “Le Monde diplomatique”, “Le Monde” ", "closed up"),
            ("Le Mnode", "near: “Le Monde”, “Le Monde diplomatique” ", "letters that changed places"),
            ("Ouest-France", "called “Ouest-France” (", "nothing is near"),
        )
        for source, named, reason in rows:
            with self.subTest(source, reason=reason):
                done = self.query("search", "loup", "--source", source, status=NO_HITS)
                self.assertIn(named, done.stdout)
                self.assertIn("hemero-query list sources", done.stdout)
                self.assertNotIn("all of these words", done.stdout)
        french = self.query("search", "--lang", "fr", "--source", "Le Mnode", status=NO_HITS).stdout
        self.assertIn("aucune source ne s’appelle «\u00a0Le Mnode\u00a0»\u202f; proches\u00a0: «\u00a0Le Monde\u00a0»",
                      french)  # fmt: skip

    def test_a_source_without_articles_left(self):
        self.index("remove", "--source", "Courrier picard", "--yes")
        keys, notices = self.found("--source", "courrier picard")
        self.assertEqual((keys, notices), ("", ["there is no article with --source “courrier picard”"]))

    def test_only_its_exact_name_destroys(self):
        for command in ("remove", "purge"):
            for source in ("le monde", "monde", "Le Mond"):
                with self.subTest(command, source=source):
                    done = self.index(command, "--source", source, "--yes")
                    self.assertIn(f"no source is called “{source}”; near: “Le Monde”, “Le Monde diplomatique”",
                                  done.stderr)  # fmt: skip
                    self.assertIn("hemero-query list sources", done.stderr)
                    self.assertEqual(self.found()[0], "abcdef")
        french = self.index("remove", "--lang", "fr", "--source", "le monde", "--dry-run").stderr
        self.assertIn("aucune source ne s’appelle", french)
        done = self.index("remove", "--source", "Le Monde", "--yes")
        self.assertNotIn("no source", done.stderr)
        self.assertEqual(self.found()[0], "abcef")


class Time(RestrictionsTest):
    def test_as_readers_write_it(self):
        rows = (
            (("--from", "2021"), "cde"),
            (("--from", "11/08/2021"), "cde"),
            (("--from", "12/08/2021"), "de"),
            (("--from", "12.08.2021"), "de"),
            (("--to", "août 2021"), "abcd"),
            (("--from", "AOUT 2021", "--to", "août 2021"), "cd"),
            (("--to", "2 mai 2019"), "a"),
            (("--from", "1er juin 2020", "--to", "juin 2020"), "b"),
            (("--from", "2 juin 2020", "--to", "juin 2020"), ""),
        )
        for options, keys in rows:
            with self.subTest(options):
                self.assertEqual(self.found(*options)[0], keys)

    def test_the_wrong_order_is_turned_round(self):
        self.assertEqual(self.found("--from", "2021", "--to", "2019"), (
            "abcd", ["“--from 2021 --to 2019” starts after it ends: its dates were swapped"]))  # fmt: skip
        self.assertEqual(self.found("--from", "2021-08-11", "--to", "2021"), ("cd", []), "one is part of the other")
        self.assertEqual(self.found("--", "loup date:2021..2019")[0], "abcd", "the same rule")
        done = self.query("search", "--count", "--from", "2021", "--to", "2019")
        self.assertEqual((done.stdout, "swapped" in done.stderr), ("4\n", True))

    def test_what_is_wrong_is_said(self):
        rows = (
            ("hier", "a date was expected", "une date était attendue"),
            ("2021-02-30", "there is no such date", "cette date n’existe pas"),
            ("31/04/2021", "there is no such date", "cette date n’existe pas"),
            ("2021-13", "there is no such date", "cette date n’existe pas"),
            ("31 avril 2021", "a date was expected", "une date était attendue"),
            ("le 11 août 2021", "a date was expected", "une date était attendue"),
        )
        for text, english, french in rows:
            for option in ("--from", "--to"):
                with self.subTest(text, option=option):
                    done = self.query("search", "loup", option, text, status=USAGE)
                    self.assertIn(f"{option} {text}: {english}", done.stderr)
                    self.assertIn("2021-08-11", done.stderr)
                    self.assertIn(french, self.query("search", "--lang", "fr", option, text, status=USAGE).stderr)
        self.index("remove", "--before", "2021-02-30", status=USAGE)
        listed = self.index("remove", "--before", "11/08/2021", "--dry-run").stdout
        self.assertEqual([line.split("\t")[0] for line in listed.splitlines()], ["1", "2"])


class WithoutWords(RestrictionsTest):
    def test_the_newest_come_first(self):
        for words in ([], [""], ["  "], ["\u00a0"]):
            with self.subTest(words):
                answer = self.query("search", "--format", "json", *words).json()
                self.assertEqual([hit["key"] for hit in answer["hits"]], list("edcbaf"))
                self.assertEqual((answer["query"]["tree"], answer["total"]["value"]), ("everything()", 6))
                self.assertEqual(answer["query"]["notices"], [])
        self.assertEqual(self.keys("", "-n", "2"), list("ed"))
        self.assertEqual(self.keys("", "-n", "2", "--offset", "2"), list("cb"))
        self.assertEqual(self.keys("", "--sort", "oldest")[0], "a")
        self.assertEqual(self.keys("", "--source", "lys"), list("ba"))
        self.assertEqual(self.keys("", "--from", "2021", "--to", "2021"), list("dc"))

    def test_counts_and_numbers(self):
        self.assertEqual(self.query("search", "--count").stdout, "6\n")
        self.assertEqual(self.query("search", "--ids", "--source", "lys").stdout.split(), ["2", "1"])
        self.assertEqual(len(self.query("search", "--format", "jsonl", "").json_lines()), 6)

    def test_signs_are_no_words_and_find_nothing(self):
        for text in ('""', "()", "!?", "-"):
            with self.subTest(text):
                self.assertEqual(self.search(text)["total"]["value"], 0)

    def test_in_text(self):
        self.assertTrue(self.query("search").stdout.startswith("6 articles\n\n 1. Article e\n"))


class NothingFound(RestrictionsTest):
    def test_what_is_said_is_true(self):
        rows = (
            (("zzyzx",), ["No article has all of these words."], ["with "]),
            (("loup", "--from", "2030"),
             ["Note: there is no article with --from 2030\n", "without --from 2030: 6 articles"], ["these words"]),
            (("--from", "2030"), ["Note: there is no article with --from 2030\n", "without --from 2030: 6 articles"],
             ["these words"]),
            (("loup", "--source", "lys", "--from", "2021"),
             ["no article with --source “lys” --from 2021\n", "without --source “lys”: 3 articles",
              "without --from 2021: 2 articles"], ["these words"]),
            (("--from", "2500"), ["Note: there is no article with --from 2500\n"], ["these words"]),
            (("zzyzx", "--source", "lys"), ["No article with --source “lys” has all of these words."], []),
            (("dort", "=d", "--source", "lys"),
             ["No article with --source “lys” has all of these words.", "without --source “lys”: 1 article"], []),
        )  # fmt: skip
        for arguments, said, unsaid in rows:
            with self.subTest(arguments):
                done = self.query("search", "--match", "all", *arguments, status=NO_HITS)
                for text in said:
                    self.assertIn(text, done.stdout)
                for text in unsaid:
                    self.assertNotIn(text, done.stdout)

    def test_in_french(self):
        done = self.query("search", "--lang", "fr", "loup", "--from", "2030", status=NO_HITS)
        self.assertIn("Remarque\u00a0: il n’y a aucun article avec --from 2030\n", done.stdout)
        self.assertIn("sans --from 2030\u00a0: 6 articles", done.stdout)
        done = self.query("search", "--lang", "fr", "zzyzx", "--source", "lys", status=NO_HITS)
        self.assertIn("Avec --source «\u00a0lys\u00a0», aucun article ne contient tous ces mots.", done.stdout)

    def test_to_programs(self):
        answer = self.search("loup", "--source", "lys", "--from", "2021")
        self.assertEqual(answer["query"]["notices"], ["there is no article with --source “lys” --from 2021"])
        self.assertEqual([(each["query"], each["total"]["value"]) for each in answer["relaxations"]],
                         [("loup", 3), ("loup", 2)])  # fmt: skip
        done = self.query("search", "--count", "loup", "--from", "2030", status=NO_HITS)
        self.assertEqual((done.stdout, done.stderr), ("0\n", "Note: there is no article with --from 2030\n"))


if __name__ == "__main__":
    unittest.main()
