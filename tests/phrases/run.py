#!/usr/bin/env python3
"""Quoted phrases against a plain scan of the texts that they were drawn from.

usage: HEMERO_BIN=build/release/bin tests/phrases/run.py [--phrases N] [--seed S] sample|corpus

Phrases of two to four printed words, every second one with an elided word, are drawn from a corpus and counted twice:
by `hemero-query search --count` and by looking for them in the texts, blind to accents, case and ligatures. The scan
gives two numbers, for it knows no tokens: articles that print the phrase with just a blank or an apostrophe between
its words, and those with any signs or none between them; the count must lie between the two. One article that prints
the letters alone that elided words fold like is added to the texts: those of data/sample, or the news articles that
are where $HEMERO_SHARED says (see CONTRIBUTING.md). Exits with 1 when a phrase disagrees, with 77 when the texts are
not here.
"""
import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve()
LETTERS = {"id": "letters", "title": "C, D, J", "text": "L M N S T Qu c d j l m n s t qu."}
WORD = r"(?:(?:c|d|j|l|m|n|s|t|qu)')?[a-z]{2,}"


def fold(text):
    for printed, plain in (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("’", "'"), ("\u00a0", " "), ("\u202f", " "),
                           ("\u00ad", "")):  # fmt: skip
        text = text.replace(printed, plain)
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def read_articles(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def paragraphs(article):
    parts = [article.get("title", ""), article.get("lead", ""), *article.get("text", "").split("\n")]
    return [fold(part) for part in parts if part]


def draw_phrases(texts, count, seed):
    """Distinct phrases; every second one holds an elided word."""
    chance = random.Random(seed)
    phrases = []
    while len(phrases) < count:
        words = chance.choice(chance.choice(texts)).split(" ")
        size = chance.choice((2, 2, 3, 3, 4))
        if len(words) < size + 2:
            continue
        begin = chance.randrange(len(words) - size)
        drawn = words[begin : begin + size]
        elided = any("'" in word for word in drawn)
        phrase = " ".join(drawn)
        plain = all(re.fullmatch(WORD, word) for word in drawn)
        if plain and elided == (len(phrases) % 2 == 0) and phrase not in phrases:
            phrases.append(phrase)
    return phrases


def texts_by_word(texts):
    """{word: numbers of the texts that print it}"""
    numbers = {}
    for number, text in enumerate(texts):
        for word in set(re.findall("[a-z]+", text)):
            numbers.setdefault(word, []).append(number)
    return numbers


def scan(phrase, texts, by_word):
    """How many texts print the phrase: written just so, and with any signs or none between its words."""
    tight = re.compile(r"(?<![\w'-])" + re.escape(phrase) + r"(?![\w'-])")
    words = re.split("[ ']", phrase)
    loose = re.compile(r"(?<!\w)" + r"[^\w\n]*".join(map(re.escape, words)) + r"(?!\w)")
    rarest, *others = sorted((by_word.get(word, []) for word in words), key=len)
    candidates = [texts[number] for number in set(rarest).intersection(*others).union(by_word.get("".join(words), ()))]
    return sum(bool(tight.search(text)) for text in candidates), sum(bool(loose.search(text)) for text in candidates)


def count(archive, phrase):
    command = [BIN / "hemero-query", "search", "-a", archive, "--count", "--", f'"{phrase}"']
    return int(subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout)


def compare(name, path, articles, options):
    """The number of phrases that disagree."""
    texts = [paragraphs(article) for article in articles]
    whole = ["\n".join(text) for text in texts]
    by_word = texts_by_word(whole)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="hemero-phrases-") as folder:
        archive = pathlib.Path(folder) / "archive"
        letters = pathlib.Path(folder) / "letters.jsonl"
        letters.write_text(json.dumps(LETTERS), encoding="utf-8")
        command = [BIN / "hemero-index", "add", "-a", archive, path, letters]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        for phrase in draw_phrases(texts, options.phrases, options.seed):
            low, high = scan(phrase, whole, by_word)
            found = count(archive, phrase)
            if not low <= found <= high:
                print(f"{name}: “{phrase}” finds {found} articles, the scan {low} to {high}")
                wrong += 1
    print(f"{name}: {options.phrases - wrong} of {options.phrases} phrases agree with the scan")
    return wrong


def corpus_file(name):
    """The articles of a corpus, as JSON Lines; nothing when they are not here."""
    if name == "sample":
        return SOURCE / "data" / "sample" / "articles.jsonl"
    shared = os.environ.get("HEMERO_SHARED")
    unpack = pathlib.Path(shared or "") / "unpack"
    if not shared or not unpack.exists():
        return None
    data = subprocess.run([unpack], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    return pathlib.Path(data) / "corpus" / "orangesum.jsonl"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phrases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("corpus", choices=("sample", "corpus"))
    options = parser.parse_args()
    path = corpus_file(options.corpus)
    if path is None:
        print(f"skipped: HEMERO_SHARED does not lead to the {options.corpus}")
        return 77
    return 1 if compare(options.corpus, path, read_articles(path), options) else 0


if __name__ == "__main__":
    sys.exit(main())
