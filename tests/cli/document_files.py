"""Documents as the programs write them that people use: DOCX, ODT, PDF."""
import io
import zipfile

W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
ODF = "".join(f" xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"
              for name in ("office", "text", "style", "meta", "manifest"))  # fmt: skip
DC = "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'"


def packed(parts, packing=zipfile.ZIP_DEFLATED):
    """A zip of (name, text or bytes)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as made:
        for name, content in parts:
            made.writestr(name, content)
    return file.getvalue()


def paragraph(text, style="", inside=""):
    properties = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    return f"<w:p>{properties}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>{inside}</w:p>"


def docx(body, title="", author="", created="", styles=""):
    """A DOCX around paragraphs, in the order of parts that Word writes."""
    core = (f"<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' {DC}>"
            f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dcterms:created>{created}</dcterms:created>"
            "</cp:coreProperties>")  # fmt: skip
    return packed([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"),
                   ("word/document.xml", f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"),
                   ("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>"), ("docProps/core.xml", core)])  # fmt: skip


def odt(body, title="", author="", created="", styles="", manifest=""):
    """An ODT around paragraphs, in the order of parts that LibreOffice writes."""
    content = (f"<office:document-content{ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
               f"<office:text>{body}</office:text></office:body></office:document-content>")  # fmt: skip
    meta = (f"<office:document-meta{ODF} {DC}><office:meta><dc:title>{title}</dc:title><meta:initial-creator>{author}"
            f"</meta:initial-creator><meta:creation-date>{created}</meta:creation-date></office:meta>"
            "</office:document-meta>")  # fmt: skip
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        made.writestr("content.xml", content)
        made.writestr("meta.xml", meta)
        made.writestr("META-INF/manifest.xml", f"<manifest:manifest{ODF}>{manifest}</manifest:manifest>")
    return file.getvalue()


def line(left, bottom, size, text):
    """A line of a page, by its distance from the left and from the bottom, in points."""
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, left, bottom, escaped)


def lines(left, bottom, texts, size=10):
    """Lines below one another."""
    return b"".join(line(left, bottom - 12 * i, size, text) for i, text in enumerate(texts))


def pdf(*pages, trailer=b"", **fields):
    """A PDF of A4 pages, each given as the operators that draw it, set in Times."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"",
               b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"]  # fmt: skip
    numbers = []
    for page in pages:
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(page), page))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
                       b"/Contents %d 0 R>>" % len(objects))  # fmt: skip
        numbers.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), b" ".join(b"%d 0 R" % n for n in numbers))
    objects.append(b"<<" + b"".join(b"/%s(%s)" % (k.encode(), v.encode("cp1252")) for k, v in fields.items()) + b">>")
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (file + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
            + b"trailer<</Size %d/Root 1 0 R/Info %d 0 R%s>>\n" % (len(objects) + 1, len(objects), trailer)
            + b"startxref\n%d\n%%%%EOF\n" % len(file))  # fmt: skip
