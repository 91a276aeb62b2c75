"""hemero-query batch: many queries from a file, answers for evaluation programs, times."""
import csv
import fcntl
import io
import json
import os
import subprocess
import unittest

from support import BAD_DATA, CUT_SHORT, DONE, NO_ARCHIVE, USAGE, ArchiveTest, SampleTest, environment, program, run

def ids_of(archive, text, *options):
    """The numbers of all articles that match a query; none of an empty one."""
    if not text:
        return []
    return sorted(run("hemero-query", "search", "-a", archive, "--ids", *options, "--", text).stdout.split(), key=int)


QUERIES = "q1\tambassade Kaboul talibans\nq2\tzzyzx\nq 3\t\"états généraux\"\n"


class Batch(SampleTest):
    def queries(self, text=QUERIES):
        return self.write("queries.tsv", text)

    def rows(self, *options, **how):
        return [line.split(" ") for line in self.query("batch", *options, **how).stdout.splitlines()]

    def test_trec_is_what_trec_eval_reads(self):
        rows = self.rows(self.queries(QUERIES.replace("q 3", "q3")))
        self.assertEqual({len(row) for row in rows}, {6})
        self.assertEqual({(row[1], row[5]) for row in rows}, {("Q0", "hemero")})
        self.assertEqual([row[0] for row in rows], ["q1"] * 7 + ["q3"] * 2)
        for qid, text in (("q1", "ambassade Kaboul talibans"), ("q3", '"états généraux"')):
            own = [row for row in rows if row[0] == qid]
            self.assertEqual([row[2] for row in own], self.keys(text))
            self.assertEqual([int(row[3]) for row in own], list(range(1, len(own) + 1)))
            scores = [float(row[4]) for row in own]
            self.assertEqual(scores, sorted(scores, reverse=True))

    def test_the_hits_are_those_of_search(self):
        lines = self.query("batch", self.queries(), "--format", "jsonl").json_lines()
        for qid, text in (("q1", "ambassade Kaboul talibans"), ("q 3", '"états généraux"')):
            hits = [{"qid": qid, **hit} for hit in self.search(text)["hits"]]
            self.assertEqual([line for line in lines if line["qid"] == qid], hits)
        self.assertEqual({line["qid"] for line in lines}, {"q1", "q 3"})
        self.assertEqual({list(line)[0] for line in lines}, {"qid"})

    def test_no_hit_is_no_failure(self):
        done = self.query("batch", self.write("queries.tsv", "q\tzzyzx\n"), status=DONE)
        self.assertEqual((done.stdout, done.stderr), ("", ""))

    def test_limit_and_match(self):
        path = self.write("queries.tsv", "q\tgrève SNCF\n")
        self.assertEqual(len(self.rows(path, "-n", "2")), 2)
        self.assertEqual(len(self.rows(path, "--match", "all")), 4)
        anything = self.search("grève SNCF", "--match", "any")["total"]["value"]
        self.assertEqual(len(self.rows(path, "--match", "any")), anything)
        many = self.write("many.tsv", "q\tla\n")
        self.assertGreater(len(self.rows(many)), 10, "a hundred unless said")

    def test_lines(self):
        """Empty lines, line ends of Windows, a missing last line end, tabs inside a query, the standard input."""
        expected = self.rows(self.write("plain.tsv", "a\tgrève\nb\tSNCF\n"))
        for text in ("a\tgrève\n\n\nb\tSNCF\n", "a\tgrève\r\nb\tSNCF\r\n", "a\tgrève\nb\tSNCF",
                     "\ufeffa\tgrève\nb\t\tSNCF\t\n"):  # fmt: skip
            with self.subTest(text):
                self.assertEqual(self.rows(self.write("other.tsv", text)), expected)
        self.assertEqual(self.rows("-", stdin="a\tgrève\nb\tSNCF\n"), expected)
        self.assertEqual(self.rows(self.write("queries.tsv.gz", "a\tgrève\nb\tSNCF\n")), expected)
        self.assertEqual(self.rows(self.write("empty.tsv", "")), [])

    def test_an_empty_query_has_no_hits(self):
        self.assertEqual(self.rows(self.queries("a\t\nb\tSNCF\n")), self.rows(self.write("b.tsv", "b\tSNCF\n")))

    def test_a_line_without_a_tab_is_named(self):
        path = self.write("queries.tsv", "a\tgrève\nb SNCF\n")
        done = self.query("batch", path, status=BAD_DATA)
        self.assertIn(f"{path}:2:", done.stderr)
        self.assertEqual(done.stdout, "", "nothing is answered before all is read")

    def test_a_file_that_is_not_there(self):
        path = self.folder / "missing.tsv"
        done = self.query("batch", path, status=NO_ARCHIVE)
        self.assertIn(str(path), done.stderr)

    def test_timing(self):
        done = self.query("batch", self.queries(), "--timing")
        times = json.loads(done.stderr)
        self.assertEqual(list(times), ["queries", "p50_ms", "p95_ms", "p99_ms", "max_ms"])
        self.assertEqual(times["queries"], 3)
        self.assertTrue(0 < times["p50_ms"] <= times["p95_ms"] <= times["p99_ms"] <= times["max_ms"] < 5000, times)
        self.assertNotEqual(done.stdout, "")
        none = json.loads(self.query("batch", self.write("none.tsv", ""), "--timing").stderr)
        self.assertEqual(none, {"queries": 0, "p50_ms": 0, "p95_ms": 0, "p99_ms": 0, "max_ms": 0})

    def test_it_takes_what_a_search_takes(self):
        path = self.write("queries.tsv", "q\tgrève\n")
        for options in (("--sort", "newest"), ("--from", "2020", "--to", "2021-06"), ("--source", "courrier"),
                        ("--not-source", "courrier"), ("--copies", "collapse"), ("--recency", "30"), ("--offset", "2"),
                        ("--match", "any"), ("--snippets", "3"), ("--explain",)):  # fmt: skip
            with self.subTest(options):
                lines = self.query("batch", path, "--format", "jsonl", *options).json_lines()
                copies = () if "--copies" in options else ("--copies", "all")
                hits = self.search("grève", "-n", "100", *copies, *options)["hits"]
                self.assertEqual(lines, [{"qid": "q", **hit} for hit in hits])

    def test_a_matrix(self):
        queries = {"q1": "grève", "q2": "zzyzx", "q,3": "kaboul", "q4": "grève SNCF", "q5": "date:2021", "q6": ""}
        path = self.queries("".join(f"{name}\t{text}\n" for name, text in queries.items()))
        for options in ((), ("--from", "2020"), ("--match", "any"), ("-n", "1")):
            with self.subTest(options):
                printed = self.query("batch", path, "--format", "matrix", *options).stdout
                rows = list(csv.DictReader(io.StringIO(printed, newline=""), strict=True))
                for name, text in queries.items():
                    expected = ids_of(self.archive, text, *(options if "-n" not in options else ()))
                    self.assertEqual([row["id"] for row in rows if row[name] == "1"], expected)
                    self.assertEqual({row[name] for row in rows} - {"0", "1"}, set())
                self.assertTrue(all("1" in [row[name] for name in queries] for row in rows))
        header = self.query("batch", path, "--format", "matrix").stdout.split("\r\n")[0]
        self.assertEqual(header, 'id,key,date,source,q1,q2,"q,3",q4,q5,q6')

    def test_the_queries_that_find_nothing(self):
        path = self.queries("q1\tgrève\nq2\tzzyzx\nq3\tgrève zzyzx\nq4\t\n")
        done = self.query("batch", path, "--format", "unmatched")
        self.assertEqual(done.stdout, "q2\tzzyzx\nq3\tgrève zzyzx\nq4\t\n")
        self.assertIn("Note on q2: no article prints “zzyzx”", done.stderr)
        again = self.write("again.tsv", done.stdout)
        self.assertEqual(self.query("batch", again, "--format", "unmatched").stdout, done.stdout)
        late = self.query("batch", self.queries("q1\tgrève\n"), "--format", "unmatched", "--from", "2200").stdout
        self.assertEqual(late, "q1\tgrève\n")

    def test_a_matrix_that_is_not_complete_says_so(self):
        done = self.query("batch", self.queries(), "--format", "matrix", "--deadline", "0.000001", status=CUT_SHORT)
        self.assertIn("not everything was looked at", done.stderr)

    def test_usage(self):
        for arguments in ((), ("a", "b"), ("a", "--format", "csv"), ("a", "-n", "0")):
            self.assert_status(USAGE, run("hemero-query", "batch", *arguments))


class BesideAWriter(ArchiveTest):
    PIPE = 4096  # bytes: when it is full, who writes into it waits

    def record(self, number):
        return {"id": f"k{number}", "title": f"Article {number}", "text": f"La grève du groupe{number % 7}."}

    def test_it_goes_on_with_the_state_that_it_opened(self):
        self.add_articles(*(self.record(i) for i in range(300)))
        queries = self.write("queries.tsv", "".join(f"q{i}\tgrève groupe{i % 7}\n" for i in range(100)))
        command = [program("hemero-query"), "batch", "-a", self.archive, queries, "-n", "1000", "--match", "any"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as reader:
            fcntl.fcntl(reader.stdout, fcntl.F_SETPIPE_SZ, self.PIPE)
            start = os.read(reader.stdout.fileno(), 1)  # the first answer is on its way, the last ones find no room
            for i in range(300, 306):
                self.add_articles(self.record(i))
            rest, said = reader.communicate()
        self.assertEqual((reader.returncode, said), (DONE, b""))
        rows = [line.split(" ") for line in (start + rest).decode().splitlines()]
        self.assertEqual(list(dict.fromkeys(row[0] for row in rows)), [f"q{i}" for i in range(100)])
        self.assertEqual(len({(row[0], row[3]) for row in rows}), len(rows), "no rank of a query comes twice")
        hits = [sum(row[0] == f"q{i}" for row in rows) for i in (0, 99)]
        self.assertEqual(hits, [300, 300], "all queries are answered on one state")


if __name__ == "__main__":
    unittest.main()
