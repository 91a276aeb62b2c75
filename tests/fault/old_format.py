"""Makes an archive what a program of format 5 would have left: docs/format.md and schema_5.sql say how."""
import contextlib
import json
import shutil
import sqlite3

from programs import DONE, SOURCE, index

SCHEMA = SOURCE / "common/store/folder/schema_5.sql"


def varint(data, at):
    """The number at a place of some bytes, and the place behind it."""
    number = shift = 0
    while True:
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at
        shift += 7


def shapes(block):
    """(shape, ids of its words) of a block of words."""
    at, shape = 0, b""
    while at < len(block):
        sizes, at = block[at], at + 1
        kept, more = sizes & 15, sizes >> 4
        if kept == 15:
            further, at = varint(block, at)
            kept += further
        if more == 15:
            further, at = varint(block, at)
            more += further
        shape = shape[:kept] + block[at : at + more]
        at += more
        ids, last, goes_on = [], 0, True
        while goes_on:
            number, at = varint(block, at)
            last += number >> 1
            goes_on = number & 1
            ids.append(last)
        yield shape.decode(), ids


def uncompressed_frame(text):
    """A frame of zstd without a content size, of one block that is stored as it is."""
    return b"\x28\xb5\x2f\xfd\x00\x58" + (len(text) << 3 | 1).to_bytes(3, "little") + text


def texts_and_addresses(archive):
    """(text, address) of each version, in the order of their ids: that of the export, sorted by when they came."""
    done = index("export", archive)
    assert done.status == DONE, done
    for line in done.out.splitlines():
        event = json.loads(line)
        text = "\n".join(zone["text"] for zone in event["zones"])
        yield event["key"], event["number"], text.encode(), event["url"]


def make_format_5(archive):
    """Of an archive of format 6 without removals; its index is gone."""
    rows = list(texts_and_addresses(archive))
    shutil.rmtree(archive / "index")
    catalogue = archive / "archive.sqlite"
    newer = catalogue.rename(archive / "newer.sqlite")
    with contextlib.closing(sqlite3.connect(catalogue)) as connection:
        connection.executescript(f"PRAGMA page_size = 16384; {SCHEMA.read_text(encoding='utf-8')}")
        connection.execute("ATTACH ? AS newer", (str(newer),))
        copy_tables(connection)
        move_addresses(connection, rows)
        move_words(connection)
        connection.commit()
        connection.executescript("DETACH newer; PRAGMA application_id = 0x48454d30; PRAGMA user_version = 5;"
                                 "PRAGMA journal_mode = WAL")  # fmt: skip
    newer.unlink()


def copy_tables(connection):
    """What both formats have."""
    for (table,) in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall():
        old, new = ([row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]
                    for schema in ("main", "newer"))  # fmt: skip
        columns = ", ".join(name for name in old if name in new)
        if table not in ("dictionary", "vocabulary", "sqlite_sequence") and columns:
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")


def move_addresses(connection, rows):
    versions = {}
    for version, key in connection.execute("SELECT version.id, key FROM version JOIN article ON article.id = "
                                           "article_id ORDER BY version.id"):  # fmt: skip
        versions.setdefault(key, []).append(version)
    for key, number, text, url in rows:
        connection.execute("UPDATE version SET url = ?, text = ?, dictionary_id = NULL WHERE id = ?",
                           (url, uncompressed_frame(text), versions[key][number - 1]))  # fmt: skip


def move_words(connection):
    forms = {0: {}, 1: {}}
    for which, block in connection.execute("SELECT list, words FROM newer.word_block"):
        for shape, ids in shapes(block):
            forms[which].update(dict.fromkeys(ids, shape))
    words = connection.execute("SELECT id, surface, occurrences, inside FROM newer.vocabulary").fetchall()
    connection.executemany("INSERT INTO main.vocabulary VALUES (?, ?, ?, ?, ?, ?)",
                           [(i, surface, forms[0][i], forms[1][i], occurrences, inside)
                            for i, surface, occurrences, inside in words])  # fmt: skip
