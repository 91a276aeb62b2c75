"""Files that are made to crash, hang or fool a reader, small on the disk whatever they claim to be.

Each row of FILES is a name, the bytes (or a function that makes them), how many articles are in it all the same, and a
part of what must be said of it (None: nothing is refused). Deterministic: the same bytes every time.
"""
import gzip
import io
import json
import shutil
import struct
import subprocess
import tarfile
import zipfile
import zlib

from document_files import line, pdf

MIB = 1 << 20
TEXT = "Témoin\n\nIl pleut sur la ville depuis trois jours, dit le maire à la presse réunie dans le hall.\n"
GOOD = '{"id": "%s", "title": "Témoin"}\n'
ITEM = "<item><guid>%s</guid><title>Témoin</title></item>"
RSS = "<rss><channel>" + ITEM % "k" + "%s</channel></rss>"
PAGE = ("<!doctype html><html><head><title>Témoin</title>%s</head>"
        "<body><article><h1>Témoin</h1><p>%s</p></article></body></html>")  # fmt: skip
PROSE = "Il pleut sur la ville depuis trois jours, dit le maire à la presse réunie dans le hall de la mairie. " * 3


def packed(content):
    """gzip without the time of the day, which would change what is behind a damaged byte."""
    return gzip.compress(content, mtime=0)


def zeros_packed(size, level=9):
    """gzip of so many zeros, made block by block."""
    packer = zlib.compressobj(level, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(min(MIB, size - at))) for at in range(0, size, MIB)) + packer.flush()


def zstd(content):
    tool = shutil.which("zstd")
    command = [tool, "-q", "-19", "-c"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout if tool else b""


def zipped(*entries, packing=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as made:
        for name, content in entries:
            made.writestr(zipfile.ZipInfo(name), content, packing)
    return file.getvalue()


def tar_header(name, size=0, kind=b"0", size_field=None):
    """A header of ustar whose checksum is right, whatever else it says."""
    header = bytearray(512)
    header[: len(name)] = name
    header[100:124] = b"0000644\0" * 3
    header[124:136] = size_field or b"%011o\0" % size
    header[136:148] = b"00000000000\0"
    header[148:156] = b" " * 8
    header[156:157] = kind
    header[257:265] = b"ustar\00000"
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def tarred(*entries):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
    return file.getvalue()


def overlapping_zip(count):
    """Entries in the list at the end that all lead to the same kernel of packed zeros."""
    packed = zlib.compress(bytes(4 * MIB), 9)[2:-4]
    crc, size = zlib.crc32(bytes(4 * MIB)), 4 * MIB
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0) + b"a.txt" + packed
    head = (b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0, 0, 0, 0, 0, 0)
    entry = struct.pack("<4s6H3L5H2L", *head) + b"a.txt"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entry) * count, len(local), 0)
    return local + entry * count + end


def zip_with(at, new, content=None):
    """A sound zip with some bytes of its list at the end replaced."""
    made = bytearray(content or zipped(("a.txt", TEXT.encode())))
    start = made.index(b"PK\1\2") + at
    made[start : start + len(new)] = new
    return bytes(made)


def rss(more, encoding="utf-8"):
    return (RSS % more).encode(encoding)


def doctype(inside, body="", root="rss"):
    return f"<?xml version='1.0'?><!DOCTYPE {root} {inside}>".encode() + rss(body)


def page(more="", prose=PROSE, **how):
    return (PAGE % (more, prose)).encode(**how)


def warc(kind, block, length=None, target="http://a.example/%d", content_type="application/http; msgtype=response",
         more=""):  # fmt: skip
    length = len(block) if length is None else length
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {length}\r\n{more}\r\n")  # fmt: skip
    return head.encode() + block + b"\r\n\r\n"


def http(body, fields="", status="200 OK", kind="text/html; charset=utf-8"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{fields}\r\n".encode() + body


WITNESS = warc("response", http(page()), target="http://a.example/witness")
LAUGHS = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 20))

XML = [
    ("laughs.rss", doctype(f"[<!ENTITY e0 'ha'>{LAUGHS}]", "<item><title>&e19;</title></item>"), 0,
     "declares entities"),
    ("quadratic.rss", doctype(f"[<!ENTITY e '{'a' * 50_000}']>", f"<item><title>{'&e;' * 50_000}</title></item>"), 0,
     "broken"),
    ("quadratic-entity.rss",
     doctype(f"[<!ENTITY e '{'a' * 50_000}'>]", f"<item><title>{'&e;' * 50_000}</title></item>"), 0,
     "declares entities"),
    ("cycle.rss", doctype("[<!ENTITY a '&b;'><!ENTITY b '&a;'>]", "<item><title>&a;</title></item>"), 0,
     "declares entities"),
    ("file.rss", doctype("[<!ENTITY e SYSTEM 'file:///etc/passwd'>]", "<item><title>&e;</title></item>"), 0,
     "declares entities"),
    ("net.rss", doctype("[<!ENTITY e SYSTEM 'http://127.0.0.1:9/x'>]", "<item><title>&e;</title></item>"), 0,
     "declares entities"),
    ("parameter.rss", doctype("[<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]"), 0, "broken here"),
    ("parameter-file.rss", doctype("SYSTEM 'a.dtd' [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]"), 1, None),
    ("parameter-inside.rss", doctype("""[<!ENTITY % p '<!ENTITY &#37; q SYSTEM "file:///etc/passwd">'> %p;]"""), 0,
     "declares entities"),
    ("subset-file.rss", doctype("SYSTEM 'file:///etc/passwd'"), 1, None),
    ("subset-net.rss", doctype("PUBLIC '-//X//Y' 'http://127.0.0.1:9/x.dtd'"), 1, None),
    ("subset-undeclared.rss",
     doctype("SYSTEM 'file:///etc/passwd'", "<item><title>&xxe; Témoin</title><guid>2</guid></item>"), 2, None),
    ("attlist.rss", doctype("[<!ATTLIST item x CDATA 'd'><!ELEMENT rss ANY>]"), 1, None),
    ("notation.rss", doctype("[<!NOTATION n SYSTEM 'file:///bin/sh'>]"), 1, None),
    ("unparsed.rss", doctype("[<!ENTITY e SYSTEM 'file:///etc/passwd' NDATA n>]"), 1, None),
    ("xinclude.rss",
     rss("<item><guid>2</guid><title>T<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' "
                         "href='file:///etc/passwd'/></title></item>"), 2, None),
    ("stylesheet.rss", b"<?xml-stylesheet href='file:///etc/passwd' type='text/xsl'?>" + rss(""), 1, None),
    ("deep.rss", rss("<item>" + "<a>" * 100_000), 1, "nested deeper than"),
    ("deep-closed.rss", rss("<item>" + "<a>" * 100_000 + "</a>" * 100_000 + "</item>"), 1, "nested deeper than"),
    ("million-attributes.rss", rss("<item " + "".join(f"a{i}='' " for i in range(1_000_000)) + "/>"), 1,
     "tag or a section"),
    ("same-attribute.rss", rss("<item a='1' a='2'/>"), 1, "broken here"),
    ("long-attribute.rss", rss(f"<item a='{'x' * 5_000_000}'/>"), 1, "tag or a section"),
    ("long-name.rss", rss(f"<{'a' * 5_000_000}/>"), 1, "broken"),
    ("long-comment.rss", rss("<!--" + "x" * 5_000_000), 1, "broken here"),
    ("long-instruction.rss", rss("<?x " + "x" * 5_000_000), 1, "tag or a section"),
    ("long-section.rss", rss("<item><title><![CDATA[" + "x" * 12_000_000), 1, "tag or a section"),
    ("many-sections.rss", rss("<item><guid>2</guid><title>" + "<![CDATA[]]>" * 100_000 + "T</title></item>"), 2, None),
    ("many-items.rss", rss((ITEM % "same") * 2_000), 2001, None),
    ("references.rss", rss("<item><guid>2</guid><title>" + "&#x41;" * 100_000 + "</title></item>"), 2, None),
    ("reference-nul.rss", rss("<item><title>&#0;</title></item>"), 1, "neither a title"),
    ("reference-huge.rss", rss("<item><title>&#x99999999999;</title></item>"), 2, None),
    ("reference-surrogate.rss", rss("<item><title>&#xD800;</title></item>"), 2, None),
    ("section-end.rss", rss("<item><guid>2</guid><title>T ]]> T</title></item>"), 2, None),
    ("ampersand.rss", rss("<item><guid>2</guid><title>Dupont & fils</title></item>" + ITEM % "3"), 3, None),
    ("ampersand-attribute.rss",
     rss("<item><guid>2</guid><link href='a?b=1&c=2'/><title>T</title></item>" + ITEM % "3"), 3, None),
    ("ampersand-name.rss", rss("<item><guid>2</guid><title>R&D, AT&T;</title></item>" + ITEM % "3"), 3, None),
    ("less-than.rss", rss("<item><title>a < b</title></item>"), 2, None),
    ("unclosed-items.rss", rss("<item>" * 1_000_000), 1, "too many places"),
    ("broken-items.rss", rss("<item></b></item>" * 300_000), 1, "too many places"),
    ("less-than-signs.rss", rss("<item><guid>2</guid><title>T" + " < &#x1;" * 500_000 + "</title></item>"), 2, None),
    ("crossed.rss", rss("<item><b><i></b></i></item>"), 1, "broken here"),
    ("two-roots.rss", rss("") + rss(""), 2, "broken here"),
    ("cut-tag.rss", rss("<item><title>De")[:-20], 1, "broken here"),
    ("cut-entity.rss", (RSS % "<item><title>a&am").split("&am")[0].encode() + b"&am", 1, "broken here"),
    ("cut-declaration.rss", b"<?xml version='1.0' encod", 0, "broken"),
    ("cut-doctype.rss", b"<!DOCTYPE rss [<!ENTI", 0, "broken"),
    ("cut-section.rss", rss("<item><title><![CDATA[De")[:-30], 1, "broken here"),
    ("nul.rss", rss("<item><guid>2</guid><title>a\0b</title></item>"), 2, None),
    ("control.rss", rss("<item><guid>2</guid><title>a\x01\x02b</title></item>"), 2, None),
    ("unknown-charset.rss", b"<?xml version='1.0' encoding='x-nonsense'?>" + rss("", "cp1252"), 1, None),
    ("wrong-charset.rss", b"<?xml version='1.0' encoding='utf-16'?>" + rss(""), 1, None),
    ("false-utf8.rss", b"<?xml version='1.0' encoding='utf-8'?>" + rss("", "cp1252"), 1, None),
    ("utf7.rss", b"<?xml version='1.0' encoding='utf-7'?>" + rss(""), 1, None),
    ("utf16.rss", rss("", "utf-16"), 1, None),
    ("utf16-unmarked.rss", rss("", "utf-16-le"), 1, None),
    ("utf16-odd.rss", rss("", "utf-16") + b"<", 1, None),
    ("utf16-surrogate.rss",
     b"\xff\xfe"
     + (RSS % "<item><guid>2</guid><title>\ud800x</title></item>").encode("utf-16-le", "surrogatepass"), 2, None),
    ("utf32.rss", rss("", "utf-32"), 1, None),
    ("overlong.rss",
     rss("<item><guid>2</guid><title>T").split(b"</channel>")[0]
     + b"\xc0\xbcscript\xc0\xbe</title></item></channel></rss>",
     2, None),
    ("two-marks.rss", b"\xef\xbb\xbf\xef\xbb\xbf" + rss(""), 1, None),
    ("blank-before.rss", b"\n\n " + rss(""), 1, None),
    ("empty.rss", b"", 0, "empty"),
    ("root-only.xml", b"<rss/>", 0, "no article"),
    ("other.xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 0, "<svg> is not read"),
    ("long-root.xml", b"<" + b"r" * 100_000 + b"/>", 0, "not read"),
    ("picture.rss", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 0, "not"),
    ("prefixes.rss",
     rss("<item " + " ".join(f"xmlns:p{i}='u{i}'" for i in range(10_000)) + "><guid>2</guid><title>T</title></item>"),
     2, None),
    ("unbound.rss", rss("<item><guid>2</guid><dc:title>T</dc:title></item>"), 2, None),
    ("deep.newsml", b"<newsItem>" + b"<a>" * 100_000, 0, "nested deeper than"),
    ("fragment.rss",
     rss("<item><guid>2</guid><title>T</title><description>" + "&lt;div&gt;" * 100_000 + "Fin</description></item>"), 2,
     None),
    ("fragment-quotes.rss",
     rss("<item><guid>2</guid><title>T</title><description>" + "&lt;a href=&quot;" * 50_000 + "</description></item>"),
     2, None),
]  # fmt: skip

HTML = [
    ("deep.html", page(prose="<div>" * 100_000 + PROSE), 1, None),
    ("deep-inline.html", page(prose="<b><i>" * 50_000 + PROSE), 1, None),
    ("deep-tables.html", page(prose="<table><tr><td>" * 30_000 + PROSE), 1, None),
    ("deep-lists.html", page(prose="<ul><li>" * 50_000 + PROSE), 1, None),
    ("end-tags.html", page(prose="<div>" * 300 + "</x>" * 500_000 + PROSE), 1, None),
    ("million-attributes.html", page("<meta " + "".join(f"a{i} " for i in range(1_000_000)) + ">"), 1, None),
    ("million-tags.html", page(prose=PROSE + "<b></b>" * 1_000_000), 1, None),
    ("million-meta.html", page("<meta name=a content=b>" * 100_000), 1, None),
    ("long-attribute.html", page(f"<meta name='{'x' * 5_000_000}' content=x>"), 1, None),
    ("open-quote.html", page("<meta content='x>" + "<p class='" * 50_000), 1, None),
    ("open-comment.html", page(prose=PROSE + "</p><!-- " * 100_000), 1, None),
    ("open-script.html", page(prose=PROSE + "<script>" + "x" * 1_000_000), 1, None),
    ("many-scripts.html", page("<script>" * 200_000), 1, None),
    ("open-tags.html", page(prose=PROSE + "<" * 1_000_000), 1, None),
    ("open-declarations.html", page(prose=PROSE + "<!" * 500_000), 1, None),
    ("open-instructions.html", page(prose=PROSE + "<?" * 500_000), 1, None),
    ("sections.html", page(prose=PROSE + "<![CDATA[" * 200_000), 1, None),
    ("entities.html", page(prose=PROSE + "&amp;" * 500_000), 1, None),
    ("ampersands.html", page(prose=PROSE + "&" * 1_000_000), 1, None),
    ("huge-entity.html", page(prose=PROSE + "&#x99999999999999;&#0;&#xD800;&" + "a" * 100_000 + ";"), 1, None),
    ("one-line.html", page(prose="mot " * 2_000_000), 1, None),
    ("one-word.html", page(prose="m" * 5_000_000), 1, None),
    ("line-feeds.html", page(prose=PROSE + "\n" * 5_000_000), 1, None),
    ("breaks.html", page(prose=PROSE + "<br>" * 500_000), 1, None),
    ("paragraphs.html", page(prose=PROSE + "<p>a" * 200_000), 1, None),
    ("links.html", page(prose=PROSE + "<a href=x>y</a>" * 100_000), 1, None),
    ("headings.html", page(prose="<h1>x</h1>" * 100_000 + PROSE), 1, None),
    ("times.html", page(prose="<time>2021</time>" * 100_000 + PROSE), 1, None),
    ("nul.html", page(prose="a\0b" * 10 + PROSE), 0, "not text"),
    ("utf16.html", page(encoding="utf-16"), 1, None),
    ("utf16-unmarked.html", page(encoding="utf-16-le"), 1, None),
    ("utf16-odd.html", page(encoding="utf-16") + b"x", 1, None),
    ("unknown-charset.html", page("<meta charset=x-nonsense>", encoding="cp1252"), 1, None),
    ("false-charset.html", page("<meta charset=utf-16>"), 1, None),
    ("false-utf8.html", page("<meta charset=utf-8>", encoding="cp1252"), 1, None),
    ("overlong.html", page(prose=PROSE).replace("presse".encode(), b"\xc0\xafpresse"), 1, None),
    ("surrogate.html", page(prose=PROSE).replace("presse".encode(), b"\xed\xa0\x80presse"), 1, None),
    ("json-deep.html", page("<script type=application/ld+json>" + "[" * 100_000 + "</script>"), 1, None),
    ("json-nested.html",
     page("<script type=application/ld+json>" + '{"@graph":[' * 900 + "]}" * 900 + "</script>"), 1, None),
    ("json-many.html", page("<script type=application/ld+json>{}</script>" * 20_000), 1, None),
    ("json-open.html", page('<script type=application/ld+json>{"@type":"NewsArticle","headline":"'), 1, None),
    ("json-keys.html",
     page('<script type=application/ld+json>{"@type":"NewsArticle",' + '"headline":"Témoin",' * 50_000
          + '"x":1}</script>'),
     1, None),
    ("elf.html", b"\x7fELF" + bytes(range(256)) * 40, 0, "ELF is not read"),
    ("empty.html", b"", 0, "empty"),
    ("too-long.html", lambda: page(prose=PROSE + "x " * (9 * MIB)), 0, "longer than 16 MiB"),
    ("bomb.html", lambda: packed(page(prose="a" * (15 * MIB))), 1, None),
    ("frames.html",
     page("<iframe src=file:///etc/passwd></iframe><link rel=canonical href=file:///etc/passwd>"), 1, None),
    ("style.html", page("<style>@import 'http://127.0.0.1:9/x'" + "{" * 100_000), 1, None),
]  # fmt: skip

JSON = [
    ("deep.jsonl", ('{"a":' * 100_000 + "1" + "}" * 100_000 + "\n" + GOOD % "k").encode(), 1, "not JSON"),
    ("deep-arrays.jsonl", ('{"title":' + "[" * 100_000 + "\n" + GOOD % "k").encode(), 1, "not JSON"),
    ("deep.json", b"[" + b"[" * 1_000_000, 0, "ends inside"),
    ("deep-objects.json", b'{"a":' * 500_000, 0, "not JSON"),
    ("deep-1000.jsonl", ('{"title":"T","a":' + "[" * 1_000 + "]" * 1_000 + "}\n").encode(), 1, None),
    ("same-keys.jsonl", b'{"title":"Un","title":"Deux","title":"Trois"}\n', 1, None),
    ("many-same-keys.jsonl", ("{" + '"title":"T",' * 200_000 + '"id":"k"}\n').encode(), 1, None),
    ("many-keys.jsonl", ("{" + "".join(f'"k{i}":{i},' for i in range(200_000)) + '"title":"T"}\n').encode(), 1, None),
    ("huge-number.jsonl", ('{"title":"T","date":' + "9" * 100_000 + "}\n" + GOOD % "k").encode(), 1, "not JSON"),
    ("exponent.jsonl", b'{"title":"T","date":1e999999999,"id":1e-999999}\n', 0, "not JSON"),
    ("not-numbers.jsonl", b'{"title":NaN}\n{"title":Infinity}\n{"title":-}\n', 0, "not JSON"),
    ("deep-envelopes.json", b'{"data":' * 500_000, 0, "not JSON"),
    ("envelope-cut.json", b'{"data": [{"title": "T"},\n{"title": "', 1, "ends inside"),
    ("envelope-of-lies.json", b'{"data": [{"title": "T"}, 1, "x"], "more": [[[', 1, "object was expected"),
    ("open-string.jsonl", ('{"title":"T\n' + GOOD % "k").encode(), 1, "not JSON"),
    ("open-string.json", b'{\n"title":"' + b"x" * 1_000_000, 0, "ends inside"),
    ("long-string.json", lambda: b'{\n"title":"' + b"x" * (9 * MIB) + b'"}' + b'{"title":"T"}', 1, "longer than 8 MiB"),
    ("escapes.jsonl", ('{"title":"' + "\\u0041" * 100_000 + '"}\n').encode(), 1, None),
    ("surrogates.jsonl", ('{"title":"' + "\\ud800" * 100_000 + '"}\n').encode(), 1, None),
    ("nul-escape.jsonl", b'{"title":"a\\u0000b","text":"c\\u0000d"}\n', 1, None),
    ("control.jsonl", b'{"title":"a\x01b"}\n' + (GOOD % "k").encode(), 1, "not JSON"),
    ("nul.jsonl", b'{"title":"a\0b"}\n' + (GOOD % "k").encode(), 1, "not JSON"),
    ("nul-file.jsonl", bytes(100_000), 0, "not JSON"),
    ("backslash.jsonl", b'{"title":"\\', 0, "not JSON"),
    ("latin1.jsonl", (GOOD % "k").encode("cp1252"), 1, None),
    ("overlong.jsonl", b'{"title":"\xc0\xaf\xed\xa0\x80T"}\n', 1, None),
    ("utf16.jsonl", (GOOD % "k").encode("utf-16"), 1, None),
    ("utf16.json", (GOOD % "k").encode("utf-16"), 1, None),
    ("marks.jsonl", b"\xef\xbb\xbf\xef\xbb\xbf" + (GOOD % "k").encode(), 1, None),
    ("marks-between.jsonl", b"".join(b"\xef\xbb\xbf" + (GOOD % key).encode() for key in "abc"), 3, None),
    ("marks-latin1.jsonl", b"\xef\xbb\xbf\xef\xbb\xbf" + (GOOD % "k").encode("cp1252"), 1, None),
    ("cut.jsonl", (GOOD % "k" + '{"title":"T').encode(), 1, "not JSON"),
    ("array-cut.json", b'[{"title":"T","id":"k"},{"title":"', 1, "ends inside"),
    ("array-of-numbers.json", b"[" + b"1," * 20_000 + b"1]", 0, "object was expected"),
    ("brackets.json", b"[" + b"{}" * 20_000, 0, "neither a title nor a text"),
    ("closing.json", b"[" + b"]" * 1_000_000, 0, "empty"),
    ("commas.json", b"[" + b"," * 1_000_000, 0, "empty"),
    ("blank-lines.jsonl", b"\n" * 5_000_000, 0, "empty"),
    ("blanks.jsonl", b" " * 5_000_000, 0, "empty"),
    ("strange-values.jsonl",
     b'{"title":[[],{},null],"text":{"name":{"name":"T"}},"date":true,"authors":{"a":1}}\n', 1, None),
    ("html-fields.jsonl", ('{"title":"T","text":"' + "<div>" * 100_000 + '"}\n').encode(), 1, None),
    ("long-id.jsonl", ('{"id":"' + "k" * 1_000_000 + '","title":"T"}\n').encode(), 1, None),
    ("ninjs-deep.json",
     ('{"versioncreated":"2021-01-01","headline":"T","body_xhtml":"' + "<div>" * 100_000 + 'T"}').encode(), 1, None),
    ("bomb.jsonl", lambda: zeros_packed(300 * MIB), 0, "unpacks to more than"),
    ("bomb-zstd.jsonl", lambda: zstd(bytes(100 * MIB)) or zeros_packed(100 * MIB), 0, "unpacks to more than"),
    ("picture.jsonl", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 0, "PNG is not read"),
]  # fmt: skip

CSV = [
    ("ragged.csv", "title,text\na,b\nc\nd,e,f\ng,h\n".encode(), 2, "the row has"),
    ("wide-header.csv", ("title,text," + ",".join(f"c{i}" for i in range(1_000_000)) + "\na,b\n").encode(), 0,
     "the row has"),
    ("wide-row.csv", ("title,text\n" + "," * 1_000_000 + "\na,b\n").encode(), 1, "neither a title"),
    ("wide-blank-rows.csv", ("title,text\n" + ("," * 1_000 + "\n") * 300 + "a,b\n").encode(), 1, "neither a title"),
    ("wide-full-row.csv", ("title,text\n" + "x," * 1_000_000 + "\na,b\n").encode(), 1, "the row has"),
    ("giant-cell.csv", lambda: b'title,text\na,"' + b"x" * (9 * MIB) + b'"\nb,c\n', 1, "longer than 8 MiB"),
    ("large-cell.csv", b'title,text\na,"' + b"mot " * 1_000_000 + b'"\n', 1, None),
    ("open-quote.csv", b'title,text\na,"b\nc,d\ne,f\n', 2, "never ends"),
    ("open-quotes.csv", b"title,text\n" + b'a,"b\n' * 2_000, 0, "quot"),
    ("many-open-quotes.csv", b"title,text\n" + b'"a,"b\n' * 2_000, 0, "quot"),
    ("stray-quote.csv", b'title,text\n"a"b,c\nd,e\n', 1, "behind a closing quotation mark"),
    ("quotes.csv", b"title,text\n" + b'"' * 1_000_000 + b"\na,b\n", 1, "the row has"),
    ("open-header.csv", b'title,"text\na,b\nc,d\n', 0, "never ends"),
    ("same-columns.csv", b"title,title,title,text\na,b,c,d\n", 1, None),
    ("nul.csv", b"title,text\na\0b,c\nd,e\n", 2, None),
    ("nul-header.csv", b"ti\0tle,text\na,b\n", 0, "not text"),
    ("utf16.csv", "title,text\na,b\n".encode("utf-16"), 1, None),
    ("utf16-unmarked.csv", "title,text\na,b\n".encode("utf-16-le"), 1, None),
    ("overlong.csv", b"title,text\n\xc0\xafa,b\n", 1, None),
    ("marks.csv", b"\xef\xbb\xbf\xef\xbb\xbftitle,text\na,b\n", 1, None),
    ("carriage-returns.csv", b"title,text\ra,b\rc,d\r", 2, None),
    ("no-rows.csv", b"title,text\n", 0, "empty"),
    ("no-columns.csv", b"x;y\n1;2\n", 0, "no column is"),
    ("separator.csv", b"sep=\x00\ntitle\x00text\na\x00b\n", 0, "not text"),
    ("empty.csv", b"", 0, "empty"),
    ("blank.csv", b"\n" * 1_000_000, 0, "empty"),
    ("formula.csv", b'title,text\n=cmd|\'/C calc\'!A0,"@SUM(1)"\n', 1, None),
    ("endless-header.csv", b"x" * 5_000_000, 0, "empty"),
    ("bomb.csv", lambda: zeros_packed(300 * MIB), 0, "not text"),
    ("bomb-rows.csv", lambda: packed(b"title,text\n" + b"\n" * (64 * MIB)), 0, "unpacks to more than"),
    ("elf.csv", b"\x7fELF" + bytes(range(256)) * 40, 0, "ELF is not read"),
]  # fmt: skip

WARC = [
    ("length-beyond.warc", WITNESS + warc("response", http(page()), 10**18), 1, "ends inside"),
    ("length-huge.warc", WITNESS + warc("response", b"x", "9" * 40), 1, "no sound record"),
    ("length-negative.warc", warc("response", b"x", -1) + WITNESS, 1, "no sound record"),
    ("length-short.warc", warc("response", http(page()), 40) + WITNESS, 1, "not as long as it says"),
    ("length-swallows.warc", warc("response", http(page()), 2_000) + WITNESS, 1, "not as long as it says"),
    ("length-nested.warc", warc("response", http(WITNESS)) + WITNESS, 2, None),
    ("length-missing.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n" + WITNESS, 1, "no sound record"),
    ("header-endless.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000 + WITNESS, 1, "no sound record"),
    ("header-line.warc", b"WARC/1.0\r\nX: " + b"y" * 1_000_000 + b"\r\n" + WITNESS, 1, "no sound record"),
    ("many-begins.warc", b"WARC/1.0\n" * 20_000 + WITNESS, 1, "no sound record"),
    ("many-lies.warc", b"WARC/1.0\nContent-Length: 8000000\n\n" * 3_000 + WITNESS, 1, "not as long as it says"),
    ("version.warc", b"WARC/9.9\r\n" + WITNESS[10:], 1, None),
    ("garbage.warc", b"garbage\n" * 1_000 + WITNESS, 1, "no sound record"),
    ("picture.warc", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 0, "PNG is not read"),
    ("empty.warc", b"", 0, "empty"),
    ("cut.warc", WITNESS + WITNESS[:-100], 1, "ends inside"),
    ("cut-header.warc", WITNESS + WITNESS[:50], 1, "no sound record"),
    ("chunk-huge.warc", warc("response", http(b"ffffffffffffffff\r\nx", "Transfer-Encoding: chunked\r\n")) + WITNESS, 1,
     "neither a title"),
    ("chunk-negative.warc", warc("response", http(b"-5\r\nx\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")) + WITNESS,
     1, "neither a title"),
    ("chunks.warc",
     warc("response", http(b"1\r\nx\r\n" * 200_000 + b"0\r\n\r\n", "Transfer-Encoding: chunked\r\n"))
     + WITNESS, 2, None),
    ("chunk-nested.warc", warc("response", http(page(), "Transfer-Encoding: chunked, chunked, chunked\r\n")), 1, None),
    ("gzip-bomb.warc", warc("response", http(zeros_packed(500 * MIB), "Content-Encoding: gzip\r\n")) + WITNESS, 1,
     "longer than 8 MiB"),
    ("gzip-cut.warc", warc("response", http(packed(page())[:-20], "Content-Encoding: gzip\r\n")) + WITNESS, 1,
     "cannot be decompressed"),
    ("gzip-false.warc", warc("response", http(page(), "Content-Encoding: gzip\r\n")), 1, None),
    ("deflate-false.warc", warc("response", http(b"\xff" * 100, "Content-Encoding: deflate\r\n")) + WITNESS, 1,
     "cannot be decompressed"),
    ("brotli-false.warc", warc("response", http(b"\xff" * 100, "Content-Encoding: br\r\n")) + WITNESS, 1,
     "cannot be decompressed"),
    ("coding-unknown.warc", warc("response", http(page(), "Content-Encoding: zstd-x\r\n")), 1, None),
    ("coding-many.warc", warc("response", http(page(), "Content-Encoding: gzip, gzip, gzip\r\n")), 1, None),
    ("no-http.warc", warc("response", b"x") + WITNESS, 1, "no HTTP response"),
    ("redirect.warc", warc("response", http(b"", "Location: http://127.0.0.1:9/\r\n", "302 Found")) + WITNESS, 1,
     "status 302"),
    ("picture-type.warc", warc("response", http(b"x", kind="image/png")) + WITNESS, 1, "not a web page"),
    ("charset-unknown.warc", warc("response", http(page(), kind="text/html; charset=x-nonsense")), 1, None),
    ("charset-odd.warc", warc("response", http(page() + b"x", kind="text/html; charset=utf-16le")), 1, None),
    ("charset-long.warc", warc("response", http(page(), kind="text/html; charset=" + "x" * 50_000)), 1, None),
    ("binary-page.warc", warc("response", http(b"\x89PNG\r\n\x1a\n\0\0\0")) + WITNESS, 1, "not text"),
    ("target-control.warc",
     warc("resource", page(), target="http://a.example/\x1b[2J\x07", content_type="text/html"), 1, None),
    ("revisit.warc", warc("revisit", b"") + WITNESS, 1, "archived before"),
    ("long-record.warc", lambda: warc("response", http(bytes(9 * MIB))) + WITNESS, 1, "longer than 8 MiB"),
    ("long-lie.warc", lambda: warc("response", http(bytes(9 * MIB)), 9 * MIB - 5) + WITNESS, 1,
     "not as long as it says"),
    ("damaged-member.warc.gz", packed(WITNESS) + b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\xff" * 500 + packed(
        WITNESS.replace(b"witness", b"second")), 2, "gzip data is damaged"),
    ("damaged-many.warc.gz", (packed(WITNESS)[:-8] + bytes(8)) * 300 + packed(WITNESS), 301, "gzip data is damaged"),
    ("garbage-member.warc.gz", packed(WITNESS) + b"garbage" * 100 + packed(WITNESS.replace(b"witness", b"second")), 2,
     "gzip data is damaged"),
    ("empty-members.warc.gz", packed(b"") * 50_000 + packed(WITNESS), 1, None),
    ("bomb.warc.gz", lambda: packed(WITNESS) + zeros_packed(300 * MIB), 0, "unpacks to more than"),
]  # fmt: skip

CONTAINERS = [
    ("bomb.zip", lambda: zipped(("a.jsonl", bytes(200 * MIB)), ("b.txt", TEXT)), 0, "unpacks to more than"),
    ("bomb-lines.zip", lambda: zipped(("a.jsonl", b"\n" * (64 * MIB))), 0, "unpacks to more than"),
    ("bomb-many.zip", lambda: zipped(*((f"{i}.jsonl", bytes(10 * MIB)) for i in range(20))), 0, "unpacks to more than"),
    ("bomb-inside.zip", lambda: zipped(("a.jsonl.gz", zeros_packed(300 * MIB)), ("b.txt", TEXT)), 1,
     "unpacks to more than"),
    ("bomb.tgz", lambda: packed(tar_header(b"a.jsonl", 300 * MIB)) + zeros_packed(300 * MIB), 0,
     "unpacks to more than"),
    ("overlapping.zip", lambda: overlapping_zip(2_000), 0, "not text"),
    ("quine.zip", lambda: zipped(("a.zip", zipped(("a.zip", zipped(("a.zip", b"x"))))), ("b.txt", TEXT)), 1,
     "container inside"),
    ("many-entries.zip", lambda: zipped(*((f"{i}.txt", b"") for i in range(5_000)), packing=zipfile.ZIP_STORED),
     0, "empty"),
    ("size-absurd.zip", zip_with(24, b"\xff\xff\xff\x7f"), 1, None),
    ("packed-absurd.zip", zip_with(20, b"\xff\xff\xff\x7f"), 1, None),
    ("offset-absurd.zip", zip_with(42, b"\xff\xff\xff\x7f"), 0, "damaged"),
    ("method-unknown.zip", zip_with(10, b"\x63\x00"), 1, None),
    ("cut-list.zip", zipped(("a.txt", TEXT.encode()))[:-30], 1, None),
    ("cut.zip", zipped(("a.txt", TEXT.encode() * 50), ("b.txt", TEXT.encode()))[:120], 0, "damaged"),
    ("first-bytes.zip", b"PK\3\4", 0, "damaged"),
    ("end-only.zip", b"PK\5\6" + bytes(18), 0, "holds no file"),
    ("end-lies.zip", b"PK\5\6" + b"\0\0\0\0" + b"\xff" * 12 + b"\0\0", 0, ""),
    ("name-empty.zip", zipped(("x", TEXT)).replace(b"x", b"/", 1), 0, "holds no file"),
    ("name-long.zip", zipped(("n" * 60_000 + ".txt", TEXT)), 1, None),
    ("name-control.zip", zipped(("\x1b[2J\n\ra.txt", TEXT)), 1, None),
    ("name-twice.zip", lambda: zipped(("a.txt", TEXT), ("b.txt", TEXT)).replace(b"b.txt", b"a.txt"), 2, None),
    ("name-parents.zip", zipped(("../" * 1_000 + "etc/cron.d/x", TEXT), ("b.txt", TEXT)), 1, "leads out"),
    ("in-gzip.zip", packed(zipped(("a.txt", TEXT))), 1, None),
    ("size-negative.tar", tar_header(b"a.txt", size_field=b"\xff" * 12) + TEXT.encode(), 0, "damaged"),
    ("size-huge.tar", tar_header(b"a.jsonl", size_field=b"\x80" + b"\0" * 3 + b"\x7f" + b"\xff" * 7) + b"x", 0,
     "damaged"),
    ("size-beyond.tar", tar_header(b"a.txt", 10**9) + TEXT.encode(), 0, "damaged"),
    ("long-name-huge.tar", tar_header(b"././@LongLink", 2**31, b"L") + b"x" * 1024, 0, "damaged"),
    ("pax-huge.tar", tar_header(b"x", 2**31, b"x") + b"x" * 1024, 0, "damaged"),
    ("pax-lies.tar",
     tar_header(b"x", 512, b"x") + b"999999999 path=x\n".ljust(512, b"\0") + tar_header(b"a.txt"), 0, ""),
    ("sparse.tar",
     tar_header(b"a.jsonl", 512, b"S")[:386] + tar_header(b"a.jsonl", 512, b"S")[386:] + bytes(512), 0, ""),
    ("header-only.tar", tar_header(b"a.txt"), 0, "empty"),
    ("many-links.tar", b"".join(tar_header(b"l%d" % i, 0, b"2") for i in range(2_000)) + bytes(1024), 0,
     "a link or a device"),
    ("second-broken.tar", tarred(("a.txt", TEXT.encode()))[:1024] + b"\xff" * 1024, 1, "damaged"),
    ("not.tar", b"x" * 512, 1, None),
]  # fmt: skip

TEXTS = [
    ("empty.txt", b"", 0, "empty"),
    ("blank.txt", b" \n\t" * 100_000, 0, "empty"),
    ("nul.txt", b"a\0b" * 100, 0, "not text"),
    ("elf.txt", b"\x7fELF" + bytes(range(256)) * 40, 0, "ELF is not read"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 0, "PNG is not read"),
    ("one-line.txt", b"mot " * 2_000_000, 1, None),
    ("one-word.txt", b"m" * 5_000_000, 1, None),
    ("line-feeds.txt", TEXT.encode() + b"\n" * 5_000_000 + b"Fin.\n", 1, None),
    ("short-lines.txt", TEXT.encode() + b"a\n" * 1_000_000, 1, None),
    ("returns.txt", TEXT.replace("\n", "\r").encode() * 1_000, 1, None),
    ("latin1.txt", TEXT.encode("cp1252"), 1, None),
    ("utf16.txt", TEXT.encode("utf-16"), 1, None),
    ("utf16-big.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"), 1, None),
    ("utf16-odd.txt", TEXT.encode("utf-16") + b"x", 1, None),
    ("utf16-unmarked.txt", TEXT.encode("utf-16-le"), 1, None),
    ("utf32.txt", TEXT.encode("utf-32"), 1, None),
    ("overlong.txt", TEXT.encode() + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80", 1, None),
    ("surrogate.txt", TEXT.encode() + b"\xed\xa0\x80\xed\xb0\x80", 1, None),
    ("cut-character.txt", TEXT.encode() + b"\xe2\x82", 1, None),
    ("marks.txt", b"\xef\xbb\xbf" * 3 + TEXT.encode(), 1, None),
    ("combining.txt", TEXT.encode() + ("e" + "\u0301" * 100_000).encode(), 1, None),
    ("directions.txt", TEXT.encode() + "\u202e\u2066".encode() * 50_000, 1, None),
    ("hyphens.txt", TEXT.encode() + b"a-" * 500_000, 1, None),
    ("apostrophes.txt", TEXT.encode() + b"l'" * 500_000, 1, None),
    ("digits.txt", TEXT.encode() + b"9" * 1_000_000, 1, None),
    ("byline.txt", b"T\n\nPar " + b"A B, " * 50_000 + b"\n\n" + TEXT.encode(), 1, None),
    ("too-long.txt", lambda: b"a " * (9 * MIB), 0, "longer than 16 MiB"),
    ("bomb.txt", lambda: zeros_packed(300 * MIB), 0, "longer than 16 MiB"),
    ("cut.txt.gz", packed(TEXT.encode())[:-9], 0, "ends too early"),
    ("cut-head.txt.gz", packed(TEXT.encode())[:4], 0, "ends too early"),
    ("garbage.txt.gz", packed(TEXT.encode()) + b"garbage", 0, "damaged"),
    ("checksum.txt.gz", packed(TEXT.encode())[:-8] + b"\0" * 8, 0, "damaged"),
    ("head.txt.zst", b"\x28\xb5\x2f\xfd", 0, "ends too early"),
    ("window.txt.zst", b"\x28\xb5\x2f\xfd\x00\xf8", 0, ""),
    ("garbage.txt.zst", b"\x28\xb5\x2f\xfd" + b"\xff" * 100, 0, ""),
]  # fmt: skip

W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
PARAGRAPHS = "<w:document " + W + "><w:body>%s</w:body></w:document>"
PARAGRAPH = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
MAIL = "Subject: Témoin\r\nMessage-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n"
MIXED = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"


def word(document):
    return zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", document))


def nested_mail(depth):
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(depth))
    return (MAIL + opened + "\r\n" + TEXT).encode()


def packed_pdf(drawn):
    """A PDF of one page, which is packed."""
    inside = zlib.compress(drawn, 9)
    return pdf(inside).replace(b"<</Length %d>>" % len(inside), b"<</Length %d/Filter/FlateDecode>>" % len(inside))


DOCUMENTS = [
    ("bomb.docx", lambda: word(bytes(300 * MIB)), 0, ""),
    ("bomb-text.docx", lambda: word(PARAGRAPHS % (PARAGRAPH % ("a" * 100 * MIB))), 0, ""),
    ("bomb-styles.docx",
     lambda: zipped(("word/document.xml", PARAGRAPHS % ""), ("word/styles.xml", bytes(300 * MIB))), 0, ""),
    ("many-paragraphs.docx", lambda: word(PARAGRAPHS % (PARAGRAPH % "Mot." * 100_000)), 1, None),
    ("deep.docx", word("<w:p " + W + ">" + "<w:r>" * 100_000), 0, "nested deeper than"),
    ("deep-paragraphs.docx", word(PARAGRAPHS % ("<w:p>" * 100_000)), 0, "nested deeper than"),
    ("entities.docx", word("<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"), 0, "declares entities"),
    ("cut.docx", word(PARAGRAPHS % (PARAGRAPH % TEXT))[:90], 0, "damaged"),
    ("styles-in-a-ring.docx", zipped(
        ("word/document.xml", PARAGRAPHS % "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>Mot</w:t></w:r></w:p>"),
        ("word/styles.xml", f"<w:styles {W}><w:style w:styleId='a'><w:basedOn w:val='a'/></w:style></w:styles>")), 1,
     None),
    ("loop.pdf", pdf(line(50, 700, 10, "Mot")).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]"), 0, "without text"),
    ("many-pages.pdf", lambda: pdf(*[line(50, 700, 10, "Mot")] * 2_001), 0, "more than 2000 pages"),
    ("bomb.pdf", lambda: packed_pdf(b" " * (200 * MIB)), 0, "without text"),
    ("many-words.pdf", lambda: packed_pdf(b"".join(
        line(x, y, 1, "Mot") for y in range(0, 840, 8) for x in range(0, 590, 16))), 1, None),
    ("head.pdf", b"%PDF-1.7\n", 0, "the PDF is damaged"),
    ("garbage.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 4_000, 0, "the PDF is damaged"),
    ("deep.eml", nested_mail(5_000), 0, "holds no text"),
    ("header-lines.eml", (MAIL + "X-A: b\r\n" * 200_000 + "\r\n" + TEXT).encode(), 0, "than anybody sends"),
    ("header-long.eml", (MAIL + "X-A: " + "b" * 5_000_000 + "\r\n\r\n" + TEXT).encode(), 1, None),
    ("words.eml", ("Subject: " + "=?utf-8?Q?a?= " * 200_000 + "\r\n" + MAIL + "\r\n" + TEXT).encode(), 1, None),
    ("many-parts.eml", (MAIL + MIXED + "--b\r\n\r\n" * 200_000).encode(), 0, "than anybody sends"),
    ("boundary-lies.eml", (MAIL + MIXED + TEXT).encode(), 0, "holds no text"),
]  # fmt: skip

FILES = XML + HTML + JSON + CSV + WARC + CONTAINERS + TEXTS + DOCUMENTS
