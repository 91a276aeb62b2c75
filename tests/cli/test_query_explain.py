"""hemero-query explain: how a query is understood, and which words of the archive it reaches."""
import re
import unittest

from support import DONE, USAGE, SampleTest, run


class Explain(SampleTest):
    def explained(self, *query, **how):
        """The lines before the words, and for each word its forms with their counts."""
        blocks = self.query("explain", *query, **how).stdout.rstrip("\n").split("\n\n")
        words = {}
        for block in blocks[1:]:
            lines = block.split("\n")
            rows = [re.fullmatch(r"    (\S.*?)\s+(\d+)", line) for line in lines[1:]]
            words[lines[0]] = {row[1]: int(row[2]) for row in rows if row}
        return blocks[0].split("\n"), words

    def test_the_tree(self):
        for query, tree in (("grève SNCF", "words(grève SNCF)"), ("grève OU (a -b)", "any(grève words(a not(b)))"),
                            ("titre:grève", "words(titre:grève)"), ("a PRÈS/3 b", "words(near(3 a b))")):  # fmt: skip
            self.assertEqual(self.explained(query)[0], [f"Understood as: {tree}"])

    def test_the_forms_of_each_word_with_their_counts(self):
        words = self.explained("ambassades SNCF")[1]
        self.assertEqual(list(words), ["ambassades", "SNCF"])
        self.assertEqual(set(words["ambassades"]), {"ambassade"})
        self.assertEqual(set(words["SNCF"]), {"SNCF", "S.N.C.F."})
        counts = list(words["SNCF"].values())
        self.assertEqual(counts, sorted(counts, reverse=True), "the most frequent first")

    def test_a_count_is_that_of_the_archive(self):
        words = self.explained("=Kaboul")[1]
        printed = sum(
            zone["text"].count("Kaboul")
            for hit in self.search("Kaboul", "-n", "100")["hits"]
            for zone in self.query("show", hit["id"], "--format", "json").json()["zones"]
            if zone["kind"] != "debris"
        ) + sum(hit["title"].count("Kaboul") for hit in self.search("Kaboul", "-n", "100")["hits"])
        self.assertEqual(words, {"=Kaboul": {"Kaboul": printed}})

    def test_words_of_grammar_do_not_join_others(self):
        self.assertEqual(set(self.explained("maïs")[1]["maïs"]), {"maïs"})
        self.assertEqual(set(self.explained("sûr")[1]["sûr"]) - {"sûr", "Sûr"}, set())

    def test_words_that_must_stand_beside_others_are_not_reached_alone(self):
        self.assertEqual(set(self.explained("covid19")[1]["covid19"]), {"Covid-19"})

    def test_words_that_stand_nowhere(self):
        printed = self.query("explain", "zzyzx", status=DONE).stdout
        self.assertIn("no article prints this word", printed)

    def test_excluded_and_weak_words_are_told(self):
        printed = self.query("explain", "la grève -SNCF").stdout
        self.assertIn("without SNCF", printed)
        self.assertIn("not asked for beside the others", printed)

    def test_prefixes_and_their_limit(self):
        self.assertEqual(set(self.explained("ambassad*")[1]["ambassad*"]) & {"ambassade", "ambassadeur"},
                         {"ambassade", "ambassadeur"})  # fmt: skip
        notices = self.explained("a*")[0][1:]
        self.assertEqual(len(notices), 1)
        self.assertIn("200", notices[0])
        self.assertIn("more forms", self.query("explain", "a*").stdout)

    def test_notices(self):
        first = self.explained('grève ET "')[0]
        self.assertEqual(sum(line.startswith("Note: ") for line in first), 2)
        self.assertEqual(first[-1], "Understood as: words(grève)")

    def test_in_french(self):
        printed = self.query("explain", "--lang", "fr", "la grève -SNCF zzyzx").stdout
        for text in ("Compris ainsi", "sans SNCF", "aucun article", "un mot de presque tous les articles"):
            self.assertIn(text, printed)

    def test_usage(self):
        self.assert_status(USAGE, run("hemero-query", "explain"))


if __name__ == "__main__":
    unittest.main()
