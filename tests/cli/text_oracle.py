"""Texts of an archive as words, cut by a few rules of its own: what tests compare counts of words with. They are enough
for data/sample, and know nothing of words that are cut at a line's end."""
import re
import sqlite3
import unicodedata
from collections import defaultdict

from support import run

APOSTROPHES = "'’‘ʼ´`′"
BLANKS = "\u0020\u00a0\u2009\u202f"
ELIDED = re.compile(rf"\b(?:c|d|j|l|m|n|s|t|qu|jusqu|lorsqu|puisqu|quoiqu)[{APOSTROPHES}]"
                    rf"(?=[\"«“]?[{BLANKS}]*[aàâæeéèêëhiîïoôœuùûüyÿ0-9])", re.I)  # fmt: skip
GROUPED = re.compile(rf"(?<![\d,.])\d{{1,3}}(?:[{BLANKS}.]\d{{3}})+(?!\d)")
ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
HOUR = re.compile(r"\b(\d{1,2})h(\d{2})?\b")
WORD = re.compile(rf"\d+[.,]\d+|[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
CLITIC = re.compile(r"-t-(?=(?:il|elle|on)s?\b)", re.I)
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”)\s\u00a0\u202f]+(?=[\"«“(]?[\s\u00a0\u202f]*[^\W_a-zà-öø-ÿœ])"
                          r"|(?<=[a-zé]\.)(?=[A-ZÉÀ][a-zé])")  # fmt: skip


def folded(word):
    """The word without accents, capitals, apostrophes and ligatures; S.N.C.F. is sncf, 1er and 1re
    are 1."""
    spelt = word.lower().replace("œ", "oe").replace("æ", "ae")
    letters = (c for c in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(c))
    plain = "".join(letters).translate({ord(sign): None for sign in APOSTROPHES})
    if re.fullmatch(r"(?:[^\W\d_]\.)+", plain):
        plain = plain.replace(".", "")
    plain = re.sub(r"^1(er|re|ere)$", "1", plain)
    return re.sub(r"^(\d+)(eme)$", r"\1e", plain)


def words_of(paragraph):
    """The words of a paragraph as printed, a list for each sentence."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", paragraph))
    text = GROUPED.sub(lambda number: re.sub(rf"[{BLANKS}.]", "", number[0]), text)
    text = ACRONYM.sub(lambda acronym: acronym[0].replace(".", "") + " ", text)
    text = HOUR.sub(r"\1 h \2", text)
    return [WORD.findall(CLITIC.sub(" ", ELIDED.sub(" ", sentence))) for sentence in SENTENCE_END.split(text)]


def cased(word):
    """The folded word, and whether it has no capital, one at its beginning, or others."""
    capitals = [c.isupper() for c in word]
    return folded(word), 2 if any(capitals[1:]) else 1 if capitals[0] else 0


class Texts:
    """The articles of an archive as words: title and paragraphs, each a list of sentences of words as they are counted,
    folded, and as printed."""

    def __init__(self, archive, counted=folded):
        ids = run("hemero-query", "search", "--ids", "-a", archive).stdout.split()
        shown = run("hemero-query", "show", "--format", "json", "-a", archive, *ids).json_lines()
        self.articles = {each["id"]: each for each in shown}
        self.paragraphs = {number: [[[(counted(word), word) for word in sentence] for sentence in words_of(text)]
                                    for text in self.texts_of(each)]
                           for number, each in self.articles.items()}  # fmt: skip
        with sqlite3.connect(f"file:{archive}/archive.sqlite?mode=ro", uri=True) as catalogue:
            firsts = dict(catalogue.execute("SELECT version_id, first_id FROM copy"))
            current = catalogue.execute("SELECT id, version_id FROM article WHERE version_id IS NOT NULL").fetchall()
        self.cluster = {number: firsts.get(version, version) for number, version in current}
        self.version = dict(current)

    @staticmethod
    def texts_of(article):
        return [article["title"], *(zone["text"] for zone in article["zones"] if zone["kind"] != "debris")]

    def words(self, number):
        return [word for paragraph in self.paragraphs[number] for sentence in paragraph for word, _ in sentence]

    def uses(self, number, node):
        """How often these folded words stand one behind the other."""
        flat = [[pair[0] for sentence in each for pair in sentence] for each in self.paragraphs[number]]
        return sum(each[i : i + len(node)] == node for each in flat for i in range(len(each)))

    def earliest(self, numbers):
        """Of articles with the same text the one with the earliest date, then the lowest number of its version."""
        clusters = defaultdict(list)
        for number in numbers:
            clusters[self.cluster[number]].append(number)
        return sorted(min(each, key=lambda n: (self.articles[n]["date"] or "9", self.version[n]))
                      for each in clusters.values())  # fmt: skip

    def reference(self, chosen):
        """One of each text of the archive, those among them that are chosen."""
        taken = {self.cluster[number] for number in chosen}
        others = [number for number in self.articles if self.cluster[number] not in taken]
        return [*chosen, *self.earliest(others)]
