#!/usr/bin/env python3
"""How well the right articles rank, on collections of queries with known answers.

usage: HEMERO_BIN=build/release/bin tests/relevance/run.py [--archives FOLDER] [--match MODE] [NAME…]

A collection is a folder with documents to add, queries.tsv (id, tab, query) and qrels.tsv (id, 0, article key,
grade). NAME is a set of floors.tsv, "sample" or "shared" (all of the others); without one all are measured.
tests/relevance/sample is ours, on data/sample; the others, with their .dev files, are where $HEMERO_SHARED says (see
CONTRIBUTING.md); a set "NAME.VARIANT" takes its queries.VARIANT.dev.tsv. Prints nDCG@10, MRR@10 and recall@100 (gains
2^grade - 1, discount log2), each a mean over the queries that have an answer, once as readers ask, by default (auto),
and once with --match any. Exits with 1 when nDCG@10 is below the floor of floors.tsv, which has a column for each,
and with 77 when no set is here. --archives keeps the archives there for the next run.
"""
import argparse
import math
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
MODES = ("auto", "any")
SHARED = os.environ.get("HEMERO_SHARED")
BIN = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve()


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read_answers(path):
    """{query id: {article key: grade}}; the columns of qrels are separated by blanks or tabs."""
    answers = {}
    for row in read_rows(path):
        query, _, key, grade = row if len(row) == 4 else row[0].split()
        if int(grade) > 0:
            answers.setdefault(query, {})[key] = int(grade)
    return answers


def mean_scores(answers, run):
    ndcg = mrr = recall = 0.0
    for query, grades in answers.items():
        keys = list(dict.fromkeys(run.get(query, [])))
        gains = [2 ** grades.get(key, 0) - 1 for key in keys[:10]]
        best = sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:10]
        discounted = [sum(gain / math.log2(rank + 2) for rank, gain in enumerate(each)) for each in (gains, best)]
        ndcg += discounted[0] / discounted[1]
        mrr += next((1 / (rank + 1) for rank, key in enumerate(keys[:10]) if key in grades), 0)
        recall += len(set(keys[:100]) & grades.keys()) / len(grades)
    return [total / len(answers) for total in (ndcg, mrr, recall)]


def ask(archive, queries, match):
    """{query id: keys, best first}"""
    command = [BIN / "hemero-query", "batch", "-a", archive, "--match", match, "-n", "100", queries]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    run = {}
    for line in printed.splitlines():
        query, rest = line.split(" Q0 ", 1)
        run.setdefault(query, []).append(rest.rsplit(" ", 3)[0])
    return run


def collection(name, shared):
    """The documents, queries and answers of a set; nothing when it is not here."""
    base, _, variant = name.partition(".")
    if base == "sample":
        data = SOURCE / "data" / "sample"
        folder = HERE / "sample"
        return [data / "pages", data / "articles.jsonl"], folder / "queries.tsv", folder / "qrels.tsv"
    if not shared:
        return None
    judged = pathlib.Path(SHARED) / "eval" / base  # queries about articles of the corpus
    if judged.is_dir():
        return [shared / "corpus" / "orangesum.jsonl"], judged / "queries.dev.tsv", judged / "qrels.dev.tsv"
    folder = shared / "collections" / base
    if not folder.exists():
        return None
    queries = f"queries.{variant}.dev.tsv" if variant else "queries.dev.tsv"
    return [folder / "docs.jsonl"], folder / queries, folder / "qrels.dev.tsv"


def shared_data():
    """The folder that holds the collections of others; nothing when HEMERO_SHARED does not lead to it."""
    unpack = pathlib.Path(SHARED or "") / "unpack"
    if not SHARED or not unpack.exists():
        return None
    return pathlib.Path(subprocess.run([unpack], check=True, stdout=subprocess.PIPE, text=True).stdout.strip())


def measure(name, parts, archives, match):
    documents, queries, answers = parts
    archive = pathlib.Path(archives) / name.partition(".")[0]
    if not archive.exists():
        subprocess.run([BIN / "hemero-index", "add", "-a", archive, *documents], check=True, stderr=subprocess.DEVNULL)
    return mean_scores(read_answers(answers), ask(archive, queries, match))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archives")
    parser.add_argument("--match", choices=MODES, help="one mode instead of all")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    floors = {row[0]: dict(zip(MODES, map(float, row[1:]))) for row in read_rows(HERE / "floors.tsv")}
    shared = shared_data()
    names = options.names or list(floors)
    if names == ["shared"]:
        names = [name for name in floors if name != "sample"]
    low = skipped = 0
    print(f"{'set':<24} mode  nDCG@10  floor  MRR@10  recall@100")
    with tempfile.TemporaryDirectory(prefix="hemero-relevance-") as temporary:
        for name in names:
            parts = collection(name, shared)
            if parts is None:
                print(f"{name:<24} skipped: HEMERO_SHARED does not lead to it")
                skipped += 1
                continue
            for match in [options.match] if options.match else MODES:
                ndcg, mrr, recall = measure(name, parts, options.archives or temporary, match)
                floor = floors.get(name, {}).get(match, 0)
                low += ndcg < floor
                verdict = "  TOO LOW" if ndcg < floor else ""
                print(f"{name:<24} {match:<5} {ndcg:.4f}   {floor:.3f}  {mrr:.4f}  {recall:.4f}{verdict}")
    print(f"{low} below their floor, {skipped} skipped")
    if low:
        return 1
    return 77 if skipped == len(names) else 0


if __name__ == "__main__":
    sys.exit(main())
