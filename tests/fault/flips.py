"""Changes an archive's files as rot does, and sees what is said: one bit, a cut, an end of zeros; or many bits at once.
What is added afterwards is found, and makes nothing that is damaged look sound.

A round: `FILE flip OFFSET BIT`, `FILE cut OFFSET 0`, `FILE zeros BYTES 0`, or `archive many BITS SEED`.
"""
import json
import os
import pathlib
import random
import re

from articles import article, copy_of, short, write_lines
from judging import VOLATILE
from programs import BAD_DATA, DONE, NO_HITS, PARTLY, PROBLEMS, copy_tree, index, query

KINDS = ("flip", "flip", "flip", "flip", "flip", "flip", "cut", "zeros")
MANY = 25  # of so many rounds one has many flips at once
AT_ONCE = 40
# Files that are read with checksums or hashes: nothing wrong is answered out of them without a word.
WATCHED = ("streams", "streams.offsets", "manifest.tsv", "parts.tsv", "iamglass", "copies-", "dead-")
CATALOGUE = "archive.sqlite"  # texts and fields have hashes, rows that lead to them have not: `check --full` finds them


def wide_queries(place):
    """The queries of all rounds, and prefixes of two letters, which reach nearly every word."""
    path = place.path / "wide.tsv"
    if not path.exists():
        letters = "abcdefghijklmnopqrstuvwxyz"
        wide = "".join(f"{a}{b}\t{a}{b}*\n" for a in letters for b in letters)
        path.write_text((place.path / "in/queries.tsv").read_text() + wide)
    return path


def readings(archive, place):
    """What each command that reads answers: name → Done."""
    return {
        "search": query("batch", archive, wide_queries(place), "-n", 3000, "--format", "trec"),
        "snippets": query("batch", archive, place.path / "in/queries.tsv", "-n", 30, "--format", "jsonl"),
        "export": index("export", archive),
        "show": query("show", archive, 3, 1070),
    }


def add_more(archive, place):
    """Articles that join a part of the index, an edited one and a copy among them."""
    path = place.path / "more.jsonl"
    if not path.exists():
        write_lines(path, [article(91), article(92), article(7, 2), copy_of(9), short(1051)])
    return index("add", archive, path, "--jobs", "1")


def base(stages):
    """The sound archive, and what it answers, also after an add."""
    stage = stages["compact"]
    if not hasattr(stage, "sound"):
        stage.archive = stage.folder / "before/archive"
        stage.sound = readings(stage.archive, stage.place)
        grown = copy_tree(stage.archive, stage.folder / "grown")
        assert add_more(grown, stage.place).status == DONE
        stage.grown = readings(grown, stage.place)
        answers = (*stage.sound.values(), *stage.grown.values())
        assert all(done.status in (DONE, NO_HITS) for done in answers), answers
    return stage


def files(archive):
    """Names of the files that hold something, in order."""
    found = [path for path in pathlib.Path(archive).rglob("*") if path.is_file() and path.stat().st_size]
    return sorted(str(path.relative_to(archive)) for path in found if not path.name.endswith(("-wal", "-shm")))


def rounds(stages, number, chance):
    archive = base(stages).archive
    names = files(archive)
    for i in range(number):
        if i % MANY == MANY - 1:
            yield f"archive many {AT_ONCE} {chance.randrange(10**6)}"
            continue
        # Half of them anywhere in the archive, half as many in each file.
        weights = [os.path.getsize(archive / name) for name in names]
        name = chance.choices(names, weights)[0] if i % 2 else names[i // 2 % len(names)]
        size, kind = os.path.getsize(archive / name), chance.choice(KINDS)
        where = min(size, chance.choice((1, 512, 4096, 65536))) if kind == "zeros" else chance.randrange(size)
        yield f"{name} {kind} {where} {chance.randrange(8) if kind == 'flip' else 0}"


def damage(path, kind, where, bit):
    data = bytearray(path.read_bytes())
    if kind == "flip":
        data[where] ^= 1 << bit
    elif kind == "cut":
        del data[where:]
    else:
        data[len(data) - where :] = bytes(where)
    path.write_bytes(data)


def play(stages, words):
    name, kind, where, what = words.split()
    stage = base(stages)
    archive = copy_tree(stage.archive, stage.place.path / "round/archive")
    if kind == "many":
        return play_many(stage, archive, int(where), random.Random(int(what)))
    before = (archive / name).read_bytes()
    damage(archive / name, kind, int(where), int(what))
    if (archive / name).read_bytes() == before:
        return 0, []
    return 1, problems_of(stage, archive, name)


def problems_of(stage, archive, name):
    """What is wrong with what is said of an archive one file of which is damaged, and with what is added to it."""
    problems, changed = reading_problems(stage.sound, readings(archive, stage.place), name)
    checked = index("check", archive, "--full")
    if checked.crashed or checked.status not in (DONE, PROBLEMS, BAD_DATA, PARTLY):
        problems.append(f"check: {checked}")
    if checked.status == DONE and changed:
        problems.append(f"check --full does not find what changes {', '.join(changed)}")
    added = add_more(archive, stage.place)
    if added.crashed:
        problems.append(f"add: {added}")
    if added.status in (DONE, PARTLY):
        grown, _ = reading_problems(stage.grown, readings(archive, stage.place), name)
        problems += [f"after an add: {problem}" for problem in grown]
    return problems


def reading_problems(known, told, name):
    """What is wrong with answers, and which commands answer otherwise than they do where nothing is damaged."""
    problems, changed = [], []
    for command, done in told.items():
        sound = known[command]
        if done.crashed:
            problems.append(f"{command}: {done}")
        if done.status == sound.status and without_origin(done.out) == without_origin(sound.out):
            continue
        changed.append(f"{command} {done.status}")
        silent = done.status in (DONE, NO_HITS) and "damaged" not in done.err
        wrong = os.path.basename(name).startswith(WATCHED) or (
            name == CATALOGUE and command == "export" and contents(done.out) - contents(sound.out))
        if silent and wrong:
            problems.append(f"{command} is silently wrong")
    return problems, changed


def without_origin(text):
    """From which file and by which command an article came, or why it was removed, has no hash, and stands nowhere
    else."""
    return re.sub(r'"reason":"[^"]*",?', "", VOLATILE.sub("", text))


def contents(text):
    """What an export says that articles hold."""
    fields = ("title", "date_text", "authors", "source", "section", "language", "url", "keywords", "zones")
    events = map(json.loads, text.splitlines())
    return {json.dumps([event[name] for name in fields]) for event in events if "zones" in event}


def play_many(stage, archive, bits, chance):
    """Flips many bits, lets `check` and `repair` work, and looks for articles that were lost without a word."""
    names = files(archive)
    weights = [os.path.getsize(archive / name) for name in names]
    hit = chance.choices(names, weights, k=bits)
    for name in hit:
        damage(archive / name, "flip", chance.randrange(os.path.getsize(archive / name)), chance.randrange(8))
    repaired = index("repair", archive, "--jobs", "1")
    if repaired.status not in (DONE, PARTLY, PROBLEMS):
        return bits, [f"repair: {repaired}"]
    problems = []
    checked = index("check", archive, "--full")
    if checked.status != DONE:
        problems.append(f"check --full after repair: {checked} {checked.out[-300:]}")
    before, after = histories(stage.sound["export"].out), histories(index("export", archive).out)
    changed = [key for key in before if before[key] != after.get(key)]
    if len(changed) > hit.count(CATALOGUE):
        problems.append(f"{len(changed)} articles lost or changed by {hit.count('archive.sqlite')} bits")
    told = repaired.out + repaired.err
    for key in changed:
        title = json.loads(before[key][-1])["title"] if "title" in before[key][-1] else key
        number = numbers(stage)[key]
        names = (f"{key},", f"({key})", f"article {number} ", f"article {number}:", f"“{title}”")
        if not any(name in told for name in names):
            problems.append(f"{key} is lost or changed, and not named")
    return bits, problems


def histories(text):
    found = {}
    for line in text.splitlines():
        event = json.loads(line)
        found.setdefault(event["key"], []).append(without_origin(line))
    return found


def numbers(stage):
    """key → number of each article: they were given in the order of the export."""
    return {key: number for number, key in enumerate(histories(stage.sound["export"].out), 1)}

