"""Texts of an archive as words, cut by a few rules of its own: what tests compare counts of words with. They are enough
for data/sample, and know nothing of words that are cut at a line's end."""
import re
import unicodedata

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
