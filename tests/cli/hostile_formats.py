"""Files of documents, e-mail, references, digitised newspapers, archives of the web and databases of the press that are
made to crash, hang or fool their readers: rows as those of hostile_files.py. What a dictionary holds is a folder of
files.
"""
import io
import struct
import zipfile

from document_files import ODF, W, docx, line, odt, paragraph, pdf
from hostile_files import (MAIL, MIB, MIXED, PAGE, PROSE, TEXT, WITNESS, packed, page, tarred, warc, zeros_packed,
                           zip_with, zipped)  # fmt: skip

ENTRY = "@article{%s,\n title = {Témoin},\n}\n"
REFERENCE = "TY  - NEWS\nTI  - Témoin\nER  - \n"
SVG = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY n SYSTEM 'http://127.0.0.1:9/x'>]>"


def word(document, *more):
    return zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", document), *more)


def open_document(content):
    """An ODT of no other part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        made.writestr("content.xml", content)
    return file.getvalue()


def repacked(content):
    """The same zip with every entry packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return zipped(*((name, made.read(name)) for name in made.namelist()))


def with_flag(content, flag):
    """A zip whose entries, where each stands and in the list at the end, have a flag more."""
    made = bytearray(content)
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = made.find(sign)
        while at >= 0:
            made[at + place] |= flag
            at = made.find(sign, at + 4)
    return bytes(made)


OFFICE = [
    ("quine.docx", lambda: word(f"<w:document {W}><w:body>{paragraph('Mot')}</w:body></w:document>",
                                ("word/embeddings/a.docx", word("x", ("a.docx", word("x")))),
                                ("word/embeddings/b.zip", zipped(("a.zip", zipped(("a.zip", "x")))))), 1, None),
    ("parts.docx", lambda: word(f"<w:document {W}><w:body>{paragraph('Mot')}</w:body></w:document>",
                                *((f"word/media/{i}.png", b"") for i in range(20_000))), 1, None),
    ("no-part.docx", zipped(("[Content_Types].xml", "<Types/>")), 0, "holds no document of Word"),
    ("encrypted.docx", with_flag(docx(paragraph("Mot")), 1), 0, "encrypted"),
    ("part-is-binary.docx", word(bytes(range(256)) * 1_000), 0, "broken"),
    ("part-is-cut.docx", word(f"<w:document {W}><w:body>{paragraph('Mot')}<w:p><w:r><w:t>De"), 0, "broken"),
    ("external.docx", word(SVG + f"<w:document {W}><w:body><w:p><w:r><w:t>&x;&n;</w:t></w:r></w:p></w:body>"
                           "</w:document>"), 0, "declares entities"),
    ("tables.docx", lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph("Mot") + "</w:tc></w:tr></w:tbl>" * 60), 1,
     None),
    ("breaks.docx", docx("<w:p><w:r>" + "<w:br/>" * 50_000 + "<w:t>Mot</w:t></w:r></w:p>"), 1, None),
    ("runs.docx", docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 20_000 + "</w:p>"), 1, None),
    ("styles.docx", lambda: docx(paragraph("Mot", "s0"), styles="".join(
        f"<w:style w:styleId='s{i}'><w:basedOn w:val='s{i + 1}'/></w:style>" for i in range(50_000))), 1, None),
    ("names.docx", lambda: docx(paragraph("Mot"), author=";".join(["Claire Vasseur"] * 200_000)), 0,
     "is longer than 1 MiB"),
    ("date.docx", lambda: docx(paragraph("Mot"), created="1" * MIB), 1, None),
    ("declared-utf16.docx", word(b"<?xml version='1.0' encoding='utf-16'?>" + (
        f"<w:document {W}><w:body>{paragraph('Mot')}</w:body></w:document>").encode()), 1, None),
    ("external.odt", open_document(SVG + f"<office:document-content{ODF}><office:body><office:text><text:p>&x;&n;"
                                   "</text:p></office:text></office:body></office:document-content>"), 0,
     "declares entities"),
    ("bomb.odt", lambda: open_document(bytes(300 * MIB)), 0, "unpacks to more than"),
    ("bomb-text.odt", lambda: odt("<text:p>" + "a" * (100 * MIB) + "</text:p>"), 0, "unpacks to more than"),
    ("bomb-of-blanks.odt", odt("<text:p>Mot<text:s text:c='2000000000'/>Mot</text:p>"), 1, None),
    ("blanks-negative.odt", odt("<text:p>Mot<text:s text:c='-1'/>Mot" + "<text:s text:c='99999999999999999999'/>"
                                "Mot</text:p>"), 1, None),
    ("many-blanks.odt", odt("<text:p>Mot" + "<text:s text:c='1000'/>" * 20_000 + "Mot</text:p>"), 1, None),
    ("repeated.odt", odt("<table:table><table:table-row table:number-rows-repeated='1048576'><table:table-cell "
                         "table:number-columns-repeated='16384'><text:p>Mot</text:p></table:table-cell>"
                         "</table:table-row></table:table>"), 1, None),
    ("deep.odt", odt("<text:section>" * 100_000), 0, "nested deeper than"),
    ("lists.odt", odt("<text:list><text:list-item>" * 100 + "<text:p>Mot</text:p>"
                      + "</text:list-item></text:list>" * 100), 1, None),
    ("styles-in-a-ring.odt", odt("<text:p text:style-name='a'>Mot</text:p>", styles=(
        "<style:style style:name='a' style:parent-style-name='b'/>"
        "<style:style style:name='b' style:parent-style-name='a'/>")), 1, None),
    ("encrypted.odt", odt("<text:p>Mot</text:p>", manifest="<manifest:file-entry manifest:full-path='content.xml'>"
                          "<manifest:encryption-data/></manifest:file-entry>"), 0, "encrypted"),
    ("type-only.odt", zipped(("mimetype", "application/vnd.oasis.opendocument.text"), packing=zipfile.ZIP_STORED), 0,
     "holds no"),
    ("packed-type.odt", repacked(odt("<text:p>Mot</text:p>")), 1, None),
    ("packed-type-cut.odt", repacked(odt("<text:p>Mot</text:p>"))[:45], 0, ""),
    ("cut.odt", odt(f"<text:p>{TEXT * 50}</text:p>")[:300], 0, "damaged"),
    ("size-absurd.odt", zip_with(24, b"\xff\xff\xff\x7f", odt("<text:p>Mot</text:p>")), 1, None),
    ("cut.pdf", pdf(*[line(50, 700, 10, "Mot")] * 20)[:2_000], 0, "the PDF is damaged"),
    ("encrypted.pdf", pdf(line(50, 700, 10, "Mot"), trailer=b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32
                          + b")/U(" + b"u" * 32 + b")>>/ID[<00><00>]"), 0, "encrypted"),
    ("encrypted-unknown.pdf", pdf(line(50, 700, 10, "Mot"), trailer=b"/Encrypt<</Filter/Nonsense/V 99>>"), 0,
     "the PDF is damaged"),
    ("count-lies.pdf", pdf(line(50, 700, 10, "Mot")).replace(b"/Count 1", b"/Count 9"), 0, "the PDF is damaged"),
    ("references.pdf", pdf(line(50, 700, 10, "Mot")).replace(b"/Contents 4 0 R", b"/Contents 5 0 R"), 0,
     "without text"),
    ("length-lies.pdf", pdf(line(50, 700, 10, "Mot")).replace(b"/Length ", b"/Length 99"), 1, None),
    ("no-list.pdf", pdf(line(50, 700, 10, "Mot")).replace(b"startxref", b"startxxxx"), 1, None),
    ("size-lies.pdf", pdf(line(50, 700, 10, "Mot")).replace(b"/Size 7", b"/Size 2000000000"), 1, None),
    ("far-away.pdf", pdf(line(50, 700, 10, "Mot") + line(10**9, -(10**9), 10**6, "Mot")), 1, None),
    ("no-size.pdf", pdf(line(50, 700, 0, "Mot"), line(50, 700, 10, "Mot")), 1, None),
    ("names.pdf", lambda: pdf(line(50, 700, 10, "Mot"), Author="A B, " * 50_000, Title="T" * MIB), 1, None),
]  # fmt: skip


def mail(more="", body=TEXT, **fields):
    return (MAIL + more + "\r\n" + body).encode(**fields)


def part(content, kind="text/html; charset=utf-8", more=""):
    return f"--b\r\nContent-Type: {kind}\r\n{more}\r\n{content}\r\n"


MESSAGE = "From claire@a.example Tue Mar 12 18:03:00 2019\n"
RELATED = "Content-Type: multipart/related; boundary=b; type=text/html; start=\"<a@b>\"\r\n\r\n"
SAVED = "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a.example/1\r\n" + MAIL + RELATED

MAILS = [
    ("deep-100000.eml", ("".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" if i else MAIL
                                 for i in range(100_000)) + "\r\n" + TEXT).encode(), 0, "than anybody sends"),
    ("same-boundary.eml", (MAIL + (MIXED + "--b\r\n") * 400 + "\r\n" + TEXT).encode(), 0, "holds no text"),
    ("forwarded.eml", (MAIL + "Content-Type: message/rfc822\r\n\r\n" * 1).encode()
     + (MAIL + "Content-Type: message/rfc822\r\n\r\n").encode() * 300 + mail(), 0, "holds no text"),
    ("headers-100000.eml", (MAIL + "".join(f"X-{i}: b\r\n" for i in range(100_000)) + "\r\n" + TEXT).encode(), 0,
     "than anybody sends"),
    ("folded.eml", (MAIL + "X-A: b\r\n" + " b\r\n" * 300_000 + "\r\n" + TEXT).encode(), 0, "than anybody sends"),
    ("senders.eml", ("From: " + "Claire Vasseur <c@a.example>, " * 100_000 + "d@a.example\r\n").encode() + mail(), 1,
     None),
    ("sender-open.eml", ("From: " + "(" * 100_000 + "\r\n").encode() + mail(), 1, None),
    ("sender-groups.eml", ("From: " + "a:" * 100_000 + ";" * 100_000 + "\r\n").encode() + mail(), 0,
     "than anybody sends"),
    ("parameters.eml", mail("Content-Type: text/plain" + "".join(f"; a*{i}=b" for i in range(100_000)) + "\r\n"), 1,
     None),
    ("boundary-long.eml", mail(f"Content-Type: multipart/mixed; boundary={'b' * 100_000}\r\n",
                               f"--{'b' * 100_000}\r\n\r\n{TEXT}"), 0, "holds no text"),
    ("boundary-missing.eml", mail("Content-Type: multipart/mixed\r\n"), 0, "holds no text"),
    ("base64-lies.eml", mail("Content-Transfer-Encoding: base64\r\n", "*" * 100_000 + "\r\n"), 0,
     "holds no text"),
    ("quoted-lies.eml", mail("Content-Transfer-Encoding: quoted-printable\r\n", "=" * 100_000 + "\r\n" + TEXT), 1,
     None),
    ("uuencode-lies.eml", mail("Content-Transfer-Encoding: x-uuencode\r\n", "begin 644 a\r\n" + "M" * 100_000), 1,
     None),
    ("encoding-unknown.eml", mail("Content-Transfer-Encoding: x-nonsense\r\n"), 1, None),
    ("charset-lies.eml", mail("Content-Type: text/plain; charset=utf-8\r\n", encoding="cp1252"), 1, None),
    ("charset-unknown.eml", mail("Content-Type: text/plain; charset=x-nonsense\r\n", encoding="cp1252"), 1, None),
    ("charset-utf16.eml", mail("Content-Type: text/plain; charset=utf-16\r\n"), 1, None),
    ("charset-utf7.eml", mail("Content-Type: text/plain; charset=utf-7\r\n", "+" * 100_000 + TEXT), 1, None),
    ("date-long.eml", mail("Date: " + "Tue, " * 200_000 + "\r\n"), 1, None),
    ("nul.eml", mail(body="a\0b" * 10 + TEXT), 0, "not text"),
    ("attachment-bomb.eml", lambda: mail(MIXED, "--b\r\nContent-Type: application/zip\r\n"
                                         "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                         + "UEsDBA" * 1_000_000 + "\r\n" + part(PAGE % ("", PROSE)) + "--b--"), 1,
     None),
    ("messages.mbox", (MESSAGE + MAIL + "\n" + TEXT + "\n").encode() * 5_000, 5_000, None),
    ("envelopes.mbox", MESSAGE.encode() * 100_000 + mail(), 1, None),
    ("never-parted.mbox", lambda: (MESSAGE + MAIL + "\n" + "a\n" * (9 * MIB)).encode(), 0, "longer than 16 MiB"),
    ("cut.mbox", (MESSAGE + MAIL + "\n" + TEXT + "\n" + MESSAGE + "Subj").encode(), 1, "no message"),
    ("loop.mhtml", (SAVED + part("<iframe src='cid:a@b'></iframe>" + PAGE % ("", PROSE),
                                 more="Content-ID: <a@b>\r\n") + "--b--").encode(), 1, None),
    ("loops.mhtml", (SAVED + "".join(part(f"<iframe src='cid:{1 - i}@b'></iframe>", more=f"Content-ID: <{i}@b>\r\n")
                                     for i in (0, 1)) + "--b--").encode(), 0, "neither a title"),
    ("start-nowhere.mhtml", (SAVED.replace("<a@b>", "<nowhere>") + part(PAGE % ("", PROSE)) + "--b--").encode(), 1,
     None),
    ("related-in-related.mhtml", (SAVED + (f"--b\r\n{RELATED}") * 300 + part(PAGE % ("", PROSE))).encode(), 0,
     "holds no text"),
    ("file.mhtml", (SAVED + part(PAGE % ("<base href='file:///etc/passwd'>", PROSE),
                                 more="Content-Location: file:///etc/passwd\r\n") + "--b--").encode(), 1, None),
    ("nested-page.mhtml", (SAVED + part(PAGE % ("", "<div>" * 100_000 + PROSE)) + "--b--").encode(), 1, None),
]  # fmt: skip

REFERENCES = [
    ("open-brace.bib", (ENTRY % "a" + "@article{b,\n title = {Dé\n" + ENTRY % "c").encode(), 3, None),
    ("open-braces.bib", ("@article{a, title={" * 100_000 + "\n" + ENTRY % "c").encode(), 1, "is longer than 1 MiB"),
    ("open-quote.bib", (ENTRY % "a" + '@article{b,\n title = "Dé\n}\n' + ENTRY % "c").encode(), 3, None),
    ("closing-braces.bib", ("}" * 100_000 + "\n" + ENTRY % "c").encode(), 1, None),
    ("deep-braces.bib", ("@article{a,\n title = " + "{" * 100_000 + "Témoin" + "}" * 100_000 + "\n}\n").encode(), 1,
     None),
    ("never-closed.bib", ("@article{k,\n" * 100_000).encode(), 0, "neither a title"),
    ("ring.bib", ("@string{a = b}\n@string{b = a}\n@article{k, title = a # b, journal = a,\n text={x}}\n"
                  + ENTRY % "c").encode(), 2, None),
    ("doubling.bib", ("@string{s0 = {aaaaaaaaaa}}\n" + "".join(
        f"@string{{s{i} = s{i - 1} # s{i - 1}}}\n" for i in range(1, 60))
        + "@article{k, title = s59}\n" + ENTRY % "c").encode(), 2, None),
    ("sums.bib", ("@article{k, title = " + " # ".join(["{a}"] * 100_000) + "}\n").encode(), 1, None),
    ("authors.bib", ("@article{k,\n title = {Témoin},\n author = {" + " and ".join(["Vasseur, Claire"] * 300_000)
                     + "}\n}\n").encode(), 0, "is longer than 1 MiB"),
    ("authors-endless.bib", ("@article{k,\n title = {Témoin},\n author = {" + "and " * 300_000 + "}\n}\n").encode(),
     1, None),
    ("fields.bib", ("@article{k,\n title = {Témoin},\n" + "".join(f" f{i} = {{x}},\n" for i in range(200_000))
                    + "}\n").encode(), 1, None),
    ("accents.bib", ("@article{k,\n title = {" + "\\'{e}" * 300_000 + "}\n}\n").encode(), 1, None),
    ("commands.bib", ("@article{k,\n title = {Témoin" + "\\a" * 300_000 + "}\n}\n").encode(), 1, None),
    ("date.bib", ("@article{k,\n title = {Témoin},\n date = {" + "1" * MIB + "}\n}\n").encode(), 1, None),
    ("comments.bib", ("@comment{" * 100_000 + "\n" + ENTRY % "c").encode(), 1, None),
    ("signs.bib", ("@" * 1_000_000 + "\n" + ENTRY % "c").encode(), 1, None),
    ("long-line.bib", lambda: ("@article{k, title = {" + "a " * (9 * MIB) + "}}\n" + ENTRY % "c").encode(), 1,
     "longer than"),
    ("charset-lies.bib", ("% Encoding: UTF-8\n" + ENTRY % "c").encode("cp1252"), 1, None),
    ("cut.bib", (ENTRY % "a" + ENTRY % "b").encode()[:-3], 2, None),
    ("no-end.ris", ("TY  - NEWS\nTI  - Témoin\n" * 100_000).encode(), 100_000, None),
    ("no-end-cut.ris", (REFERENCE + "TY  - NEWS\nTI  - Dé").encode(), 2, None),
    ("type.ris", ("TY  - " + "\x1b[2J" * 200_000 + "\nER  - \n" + REFERENCE).encode(), 1, "a reference of type"),
    ("ends.ris", ("ER  - \n" * 100_000 + REFERENCE).encode(), 1, None),
    ("authors.ris", ("TY  - NEWS\nTI  - Témoin\n" + "AU  - Vasseur, Claire\n" * 200_000 + "ER  - \n").encode(), 0,
     "is longer than 1 MiB"),
    ("titles.ris", ("TY  - NEWS\n" + "TI  - Témoin\n" * 200_000 + "ER  - \n").encode(), 0, "is longer than 1 MiB"),
    ("date.ris", ("TY  - NEWS\nTI  - Témoin\nDA  - " + "1/" * (MIB // 2) + "\nER  - \n").encode(), 1, None),
    ("long-line.ris", lambda: ("TY  - NEWS\nTI  - " + "a " * (9 * MIB) + "\nER  - \n" + REFERENCE).encode(), 1,
     "longer than"),
    ("others.ris", ("TY  - BOOK\nTI  - Livre\nER  - \n" * 5_000 + REFERENCE).encode(), 1, "a reference of type"),
    ("charset-lies.ris", REFERENCE.encode("cp1252"), 1, None),
    ("deep-dates.json", ('[{"title": "T", "abstract": "Il pleut.", "issued": {"date-parts": ' + "[" * 500
                         + "]" * 500 + "}}]").encode(), 1, None),
    ("long-dates.json", ('[{"title": "T", "abstract": "Il pleut.", "issued": {"date-parts": [['
                         + "9," * 100_000 + "9]]}}]").encode(), 1, None),
    ("authors.json", ('[{"title": "T", "abstract": "Il pleut.", "author": ['
                      + '{"family": "Vasseur", "given": "Claire"},' * 50_000 + "{}]}]").encode(), 1, None),
    ("date.jsonl", ('{"title": "T", "date": "' + "1 " * (MIB // 2) + '"}\n').encode(), 1, None),
    ("dates.jsonl", ('{"title": "T", "date": "' + "31 février 2021, " * 60_000 + '"}\n').encode(), 0,
     "is longer than 1 MiB"),
    ("months.jsonl", ('{"title": "T", "date": "' + "11 août " * 100_000 + '"}\n').encode(), 1, None),
    ("mojibake.jsonl", ('{"title": "T", "text": "' + "Ã©" * 500_000 + '"}\n').encode(), 1, None),
    ("mojibake-often.jsonl", ('{"title": "T", "text": "' + "Ãƒ" * 8 + "Â©" * 500_000 + '"}\n').encode(), 1, None),
    ("controls.jsonl", ('{"title": "T", "text": "' + "l\x92été " * 100_000 + '"}\n').encode(), 1, None),
    ("escapes-of-mojibake.jsonl", ('{"title": "T", "text": "' + "\\u00c3\\u00a9" * 100_000 + '"}\n').encode(), 1,
     None),
    ("not-signs.txt", ("Témoin\n\n" + "gouver¬ nement " * 100_000).encode(), 1, None),
    ("not-signs-alone.txt", ("Témoin\n\n" + "¬ " * 500_000).encode(), 1, None),
    ("soft-hyphens.txt", ("Témoin\n\n" + "a\u00ad\n" * 300_000).encode(), 1, None),
    ("cut-words.txt", ("Témoin\n\n" + "gouver-\n" * 200_000).encode(), 1, None),
    ("cut-paragraphs.txt", ("Témoin\n\n" + "le gouver-\n\n12\n\n" * 100_000).encode(), 1, None),
]  # fmt: skip

METS = ("<mets xmlns='http://www.loc.gov/METS/' xmlns:xlink='http://www.w3.org/1999/xlink'><fileSec><fileGrp>"
        "<file ID='a'><FLocat xlink:href='%s'/></file></fileGrp></fileSec>%s</mets>")  # fmt: skip
ALTO = ("<alto><Layout><Page ID='P'><PrintSpace><TextBlock ID='b'><TextLine ID='l'><String ID='s' CONTENT='Mot'/>"
        "</TextLine></TextBlock>%s</PrintSpace></Page></Layout></alto>")  # fmt: skip
LOGICAL = "<structMap TYPE='LOGICAL'><div ID='d' TYPE='ISSUE'>%s</div></structMap>"
ONE = "<div ID='d1' TYPE='ARTICLE' LABEL='Témoin'>%s</div>"
AREA = "<fptr><area FILEID='a' BEGIN='b'/></fptr>"
PHYSICAL = "<structMap TYPE='PHYSICAL'><div ID='p'>%s</div></structMap>"
DIDL = ("<didl:DIDL xmlns:didl='urn:mpeg:mpeg21:2002:02-DIDL-NS' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<didl:Item dc:identifier='ddd:1'>%s</didl:Item></didl:DIDL>")  # fmt: skip
OLIVE = ("<XMD-entity ENTITY_TYPE='Article'><Meta NAME='Témoin' ISSUE_DATE='%s'/><Primitive BOX='1 2 3 4'>"
         "<L BOX='1'/>%s</Primitive></XMD-entity>")  # fmt: skip
HOCR = "<!doctype html><html><body>%s</body></html>"
OCR_LINE = "<span class='ocr_line' title='%s'><span class='ocrx_word' title='x_wconf 95'>Mot</span></span>"
ABBYY = ("<document xmlns='http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml'><page><block "
         "blockType='Text'><text><par><line>%s</line></par></text></block></page></document>")  # fmt: skip


def issue(more, href="1.xml", alto=ALTO % ""):
    return {"mets.xml": (METS % (href, more)).encode(), "1.xml": alto.encode()}


def component(name, inside):
    return f"<didl:Component dc:identifier='ddd:1:mpeg21:{name}'><didl:Resource{inside}</didl:Component>"


def links(*pairs):
    return "<structLink>" + "".join(f"<smLink xlink:from='{a}' xlink:to='{b}'/>" for a, b in pairs) + "</structLink>"


PRINT = [
    ("links-in-a-ring", issue(LOGICAL % (ONE % "") + PHYSICAL % "<div ID='q'><fptr FILEID='a'/></div>"
                              + links(("d1", "d1"), ("d1", "d"), ("d", "d1"), ("q", "p"), ("p", "q"))), 1, None),
    ("links-multiply", issue(LOGICAL % (ONE % "") + PHYSICAL % ("<div ID='q'><fptr FILEID='a'/></div>") + (
        "<structLink><smLinkGrp>" + "".join(f"<smLocatorLink xlink:href='#d1' xlink:label='x'/><smLocatorLink "
                                            f"xlink:href='#q' xlink:label='y'/>" for _ in range(3_000))
        + "<smArcLink xlink:from='x' xlink:to='y'/>" * 3_000 + "</smLinkGrp></structLink>")), 1, None),
    ("many-links", issue(LOGICAL % (ONE % "") + PHYSICAL % "<div ID='q'><fptr FILEID='a'/></div>"
                         + links(*[("d1", "q")] * 20_000)), 1, None),
    ("same-ids", issue(LOGICAL % ((ONE % AREA) * 2_000)), 2_000, None),
    ("many-areas", issue(LOGICAL % (ONE % (AREA * 10_000))), 1, None),
    ("areas-to-nowhere", issue(LOGICAL % (ONE % (
        "<fptr><area FILEID='x' BEGIN='b'/></fptr><fptr><area FILEID='a' BEGIN='zz' END='yy'/></fptr>"))), 1, None),
    ("area-backwards", issue(LOGICAL % (ONE % "<fptr><area FILEID='a' BEGIN='c' END='b'/></fptr>"), alto=ALTO % (
        "<TextBlock ID='c'><TextLine><String CONTENT='Fin'/></TextLine></TextBlock>")), 1, None),
    ("deep-divisions", issue(LOGICAL % ("<div>" * 100_000)), 1, "nested deeper than"),
    ("page-is-itself", issue(LOGICAL % (ONE % AREA), href="mets.xml"), 2, None),
    ("page-is-a-secret", issue(LOGICAL % (ONE % AREA), href="/etc/passwd"), 1, None),
    ("page-leads-out", issue(LOGICAL % (ONE % AREA), href="../../../../../../etc/passwd"), 1, None),
    ("page-on-a-network", issue(LOGICAL % (ONE % AREA), href="http://127.0.0.1:9/x"), 1, None),
    ("page-is-missing", issue(LOGICAL % (ONE % AREA), href="2.xml"), 2, "is missing"),
    ("page-is-empty", issue(LOGICAL % (ONE % AREA), alto=""), 1, "the file is empty"),
    ("page-is-broken", issue(LOGICAL % (ONE % AREA), alto=(ALTO % "<TextBlock>")[:-30]), 1, "broken"),
    ("page-has-entities", issue(LOGICAL % (ONE % AREA), alto=SVG + ALTO % "<TextBlock><TextLine><String CONTENT='&x;'/>"
                                "</TextLine></TextBlock>"), 1, "declares entities"),
    ("page-is-a-bomb", lambda: {"mets.xml": (METS % ("1.xml.gz", LOGICAL % (ONE % AREA))).encode(),
                                "1.xml.gz": zeros_packed(300 * MIB)}, 0, "as XML does"),
    ("many-pages-missing", issue("<fileSec><fileGrp>" + "".join(
        f"<file ID='f{i}'><FLocat xlink:href='p{i}.xml'/></file>" for i in range(1_000)) + "</fileGrp></fileSec>"), 1,
     "is missing"),
    ("words.xml", (ALTO % ("<TextBlock ID='c'><TextLine>" + "<String CONTENT='a' WC='9e999'/>" * 20_000
                           + "</TextLine></TextBlock>")).encode(), 1, None),
    ("hyphens.xml", (ALTO % ("<TextBlock ID='c'>" + "<TextLine><String CONTENT='a' SUBS_TYPE='HypPart1' "
                             "SUBS_CONTENT='ab'/><HYP CONTENT='-'/></TextLine>" * 10_000 + "</TextBlock>")).encode(), 1,
     None),
    ("items.xml", (DIDL % ("<didl:Item>" * 100_000)).encode(), 0, "nested deeper than"),
    ("items-nested.xml", (DIDL % ("<didl:Item>" * 200 + "</didl:Item>" * 200)).encode(), 0, "holds no article"),
    ("articles.xml", (DIDL % "".join(component(f"a{i:04}:ocr", f" dcx:filename='x{i}.xml'/>")
                                     for i in range(3_000))).encode(), 0, "is missing"),
    ("secret.xml", (DIDL % component("a0001:ocr", " dcx:filename='../../../../etc/passwd' ref='file:///etc/passwd'/>")
                    ).encode(), 0, "lies outside the folder"),
    ("itself", {"issue.xml": (DIDL % (component("a0001:ocr", " dcx:filename='issue.xml'/>"))).encode()}, 0,
     "neither a title"),
    ("no-words.hocr", (HOCR % ("<div class='ocr_page'><p class='ocr_par'>" + "<span class='ocr_line'></span>" * 100_000)
                       ).encode(), 0, "neither a title"),
    ("no-lines.hocr", (HOCR % "<div class='ocr_page'></div>").encode(), 0, "neither a title"),
    ("pages.hocr", (HOCR % (f"<div class='ocr_page'>{OCR_LINE % ''}</div>" * 5_000)).encode(), 5_000, None),
    ("pages-nested.hocr", (HOCR % ("<div class='ocr_page'>" * 300 + OCR_LINE % "")).encode(), 1, None),
    ("bbox.hocr", (HOCR % f"<div class='ocr_page'>{OCR_LINE % ('bbox ' + '9 ' * 1_000_000)}</div>").encode(), 1, None),
    ("properties.hocr", (HOCR % f"<div class='ocr_page'>{OCR_LINE % (';' * 1_000_000)}</div>").encode(), 1, None),
    ("confidence.hocr", (HOCR % ("<div class='ocr_page' title='ppageno 99999999999'>" + OCR_LINE % "x_wconf -1"
                                 + OCR_LINE % "x_wconf 1e99")).encode(), 1, None),
    ("page-number.hocr", (HOCR % f"<div class='ocr_page' title='ppageno 2147483647'>{OCR_LINE % ''}").encode(), 1,
     None),
    ("lines-nested.hocr", (HOCR % ("<div class='ocr_page'>" + "<span class='ocr_line'>" * 10_000 + "Mot")).encode(), 1,
     None),
    ("cut.hocr", (HOCR % f"<div class='ocr_page'>{OCR_LINE % ''}").encode()[:120], 0, "neither a title"),
    ("letters.xml", (ABBYY % ("<formatting>" + "<charParams charConfidence='x'>a</charParams>" * 100_000
                            + "</formatting>")).encode(), 1, None),
    ("no-letters.xml", (ABBYY % ("<formatting>" + "<charParams/>" * 100_000 + "</formatting>")).encode(), 0,
     "neither a title"),
    ("deep-abbyy.xml", (ABBYY % ("<formatting>" * 100_000)).encode(), 0, "nested deeper than"),
    ("pages-abbyy.xml", (ABBYY % "<formatting>Mot</formatting>").replace("<page>", "<page/>" * 5_000 + "<page>"
                                                                          ).encode(), 1, "neither a title"),
    ("words-olive.xml", (OLIVE % ("1/2/1900", "<W>a</W>" * 50_000)).encode(), 1, None),
    ("deep-olive.xml", b"<XMD-entity><Content>" + b"<Primitive>" * 100_000, 0, "nested deeper than"),
    ("date-olive.xml", (OLIVE % ("1/" * 100_000, "<W>Mot</W>")).encode(), 1, None),
    ("no-notice.texteBrut.html", (HOCR % ("<p>gallica.bnf.fr texteBrut Titre : </p>" + "<hr>" * 50_000 + PROSE)
                                  ).encode(), 1, None),
]  # fmt: skip

ARC_HEAD = "http://a.example/%d 192.0.2.1 20010811180300 text/html %s\n"
ANSWER = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE % ("", PROSE)


def arc(number=1, length=None):
    answer = ANSWER.encode()
    return (ARC_HEAD % (number, len(answer) if length is None else length)).encode() + answer + b"\n"


NEXIS = "%d of %d DOCUMENTS\n\nLe Matin\n\n12 mars 2019 mardi\n\nTémoin\n\nLENGTH: 3 words\n\nIl pleut.\n\n"

ARCHIVES = [
    ("headless.arc", arc(1) + arc(2), 2, None),
    ("length-beyond.arc", arc(1) + arc(2, 10**18), 1, "ends inside"),
    ("length-huge.arc", arc(1) + arc(2, "9" * 40), 1, "no sound record"),
    ("length-negative.arc", arc(1, -1) + arc(2), 1, "no sound record"),
    ("length-short.arc", arc(1, 40) + arc(2), 1, "not as long as it says"),
    ("length-long.arc", arc(1, 700) + arc(2), 1, "not as long as it says"),
    ("many-lies.arc", (ARC_HEAD % (1, 8_000_000)).encode() * 3_000 + arc(2), 1, "not as long as it says"),
    ("line-endless.arc", b"http://a.example/" + b"a" * 1_000_000 + b"\n" + arc(2), 1, "no sound record"),
    ("words-endless.arc", b"http://a.example/" + b" a" * 1_000_000 + b"\n" + arc(2), 1, "no sound record"),
    ("date-nonsense.arc", arc(1).replace(b"20010811180300", b"99999999999999") + arc(2), 2, None),
    ("garbage-member.arc.gz", packed(arc(1)) + b"garbage" * 100 + packed(arc(2)), 2, "gzip data is damaged"),
    ("garbage-behind.arc.gz", packed(arc(1)) + b"garbage", 1, "gzip data is damaged"),
    ("zeros-behind.arc.gz", packed(arc(1)) + bytes(10_000), 1, None),
    ("bomb.arc.gz", lambda: packed(arc(1)) + zeros_packed(300 * MIB), 0, "unpacks to more than"),
    ("bomb.wacz", lambda: zipped(("datapackage.json", "{}"), ("archive/a.warc.gz", zeros_packed(300 * MIB)),
                                 ("archive/b.warc.gz", packed(WITNESS))), 1, "unpacks to more than"),
    ("bomb-stored.wacz", lambda: zipped(("archive/a.warc.gz", zeros_packed(300 * MIB)), packing=zipfile.ZIP_STORED), 0,
     "unpacks to more than"),
    ("quine.wacz", lambda: zipped(("archive/a.wacz", zipped(("archive/a.wacz", zipped(("archive/a.wacz", "x"))))),
                                  ("archive/a.warc", WITNESS)), 1, "container inside"),
    ("many-pages.wacz", lambda: zipped(("pages/pages.jsonl", '{"url": "http://a.example/"}\n' * 100_000),
                                       ("archive/a.warc", WITNESS)), 1, None),
    ("list-lies.wacz", lambda: zipped(("datapackage.json", '{"resources": [{"path": "../../etc/passwd"}]}'),
                                      ("archive/a.warc", WITNESS)), 1, None),
    ("cut.wacz", lambda: zipped(("archive/a.warc", WITNESS + warc("response", b"x" * 5_000)))[:600], 1, "damaged"),
    ("zeros-behind.txt.gz", packed(TEXT.encode()) + bytes(10_000), 1, None),
    ("garbage-behind.jsonl.gz", packed(b'{"title": "T"}\n') + b"garbage", 1, "damaged"),
    ("in-gzip-in-gzip.txt.gz", packed(packed(packed(TEXT.encode()))), 0, "not text"),
    ("members.txt.gz", packed(b"Mot ") * 20_000, 1, None),
    ("documents.nexis.txt", "".join(NEXIS % (i, 3_000) for i in range(1, 3_001)).encode(), 3_000, None),
    ("numbers.nexis.txt", (NEXIS % (1, 1) + "2 of 2 DOCUMENTS\n\n" * 50_000).encode(), 1, "neither a title"),
    ("count-huge.nexis.txt", (NEXIS % (1, 10**40)).encode(), 1, None),
    ("names.nexis.txt", (NEXIS % (1, 1)).replace("LENGTH", "BYLINE: " + "A B, " * 100_000 + "\n\nLENGTH").encode(), 1,
     None),
    ("heads.nexis.txt", (NEXIS % (1, 1)).replace("LENGTH", "LENGTH: 1\n\n" * 50_000 + "LENGTH").encode(), 1, None),
    ("deliveries.docx", lambda: docx("".join(paragraph(f"Témoin {i}") + paragraph("Body") + paragraph("Il pleut.")
                                             + paragraph("End of Document") for i in range(3_000))), 3_000, None),
    ("folder-and-file.tar", tarred(("a", b"x"), ("a/b.txt", TEXT.encode())), 1, "the name of no format"),
    ("count-huge.zip", zip_with(0, b"PK\1\2")[:-12] + struct.pack("<HHII", 0xFFFF, 0xFFFF, 60, 0), 1, None),
    ("mended-signs.rss", ("<rss><channel>" + "<item><title>a &amp < b & c < d</title></item>" * 5_000
                          + "</channel></rss>").encode(), 5_000, None),
    ("mended-names.rss", ("<rss><channel><item><title>T " + "&eacute" * 200_000 + "</title></item></channel></rss>"
                          ).encode(), 0, "is longer than 1 MiB"),
    ("mended-tags.rss", ("<rss><channel><item><title>T " + "<a " * 300_000 + "</title></item></channel></rss>"
                         ).encode(), 0, "broken here"),
    ("mended-hyphens.rss", ("<rss><channel><!--" + "-- " * 300_000 + "--><item><title>T</title></item></channel></rss>"
                            ).encode(), 1, None),
    ("mended-declarations.rss", ("<?xml version='1.0'?>" * 100_000 + "<rss><channel><item><title>T</title></item>"
                                 "</channel></rss>").encode(), 1, None),
    ("charset-cp850.txt", TEXT.encode("cp850") * 10, 1, None),
    ("charset-mac.csv", "titre;texte\rété;l'été\r".encode("mac-roman"), 1, None),
    ("charset-mixed.txt", (TEXT.encode() + TEXT.encode("cp1252")) * 1_000, 1, None),
    ("charset-all-bytes.txt", TEXT.encode() + bytes(range(0x80, 0x100)) * 5_000, 1, None),
    ("feeds.html", lambda: page("<link rel=alternate type=application/rss+xml href=x>" * 50_000), 1, None),
]  # fmt: skip

FILES = OFFICE + MAILS + REFERENCES + PRINT + ARCHIVES
