"""Lets the k-th call of one kind fail, once or from then on, in every command that writes or reads.

A round: `NAME CALL K ERROR once|forever`. NAME is a scenario, or one of READINGS.
"""
import errno
import itertools
import re

from judging import cut_short_problems, final_problems, read_state
from programs import ALL_CALLS, DONE, NO_HITS, PARTLY, Fault, disturbed
from scenarios import SCENARIOS

ERRORS = {
    "write": ("ENOSPC", "EIO", "EINTR", "half"), "pwrite": ("ENOSPC", "EIO", "EINTR", "half"),
    "fsync": ("EIO", "ENOSPC"), "create": ("ENOSPC", "EACCES", "EMFILE"), "open": ("EIO", "EMFILE", "EACCES"),
    "read": ("EIO", "EINTR", "half"), "pread": ("EIO", "EINTR", "half"), "mmap": ("ENOMEM",), "flock": ("ENOLCK",),
    "mkdir": ("ENOSPC", "EIO"), "rename": ("ENOSPC", "EIO"), "malloc": ("ENOMEM",),
}  # fmt: skip
OTHERS = ("EIO",)
PASSING = ("EINTR", "half")  # they do not last

# Commands that only read, on the archive that the scenario "merge" leaves: program, words, {archive} being its place.
READINGS = {
    "status": ("hemero-index", "status -a {archive} --format json"),
    "check": ("hemero-index", "check -a {archive} --full"),
    "list-runs": ("hemero-index", "imports -a {archive}"),
    "print": ("hemero-index", "export -a {archive}"),
    "search": ("hemero-query", "search -a {archive} --format json grève OU train~"),
    "show": ("hemero-query", "show -a {archive} 1060"),
    "batch": ("hemero-query", "batch -a {archive} {work}/in/queries.tsv -n 9"),
    "similar": ("hemero-query", "similar -a {archive} 1060"),
}


def rounds(stages, number, chance, kinds=ALL_CALLS):
    """Every call of every kind, command and error in a random order, as far as the number goes."""
    share = -(-number // (len(SCENARIOS) + len(READINGS)))
    for name in (*SCENARIOS, *READINGS):
        every = [(kind, k, error, lasting) for kind in kinds for k in range(1, count(stages, name, kind) + 1)
                 for error in ERRORS.get(kind, OTHERS) for lasting in ("once", "forever")
                 if error not in PASSING or lasting == "once"]  # fmt: skip
        chance.shuffle(every)
        by_kind = [[each for each in every if each[0] == kind] for kind in kinds]
        mixed = [each for row in itertools.zip_longest(*by_kind) for each in row if each]
        for kind, k, error, lasting in mixed[:share]:
            yield f"{name} {kind} {k} {error} {lasting}"


def count(stages, name, kind):
    return stages[name].count(kind) if name in SCENARIOS else read(stages, name, Fault(kind, 0, "5"))[1].count


def play(stages, words):
    name, kind, k, error, lasting = words.split()
    how = error if error == "half" else str(getattr(errno, error))
    fault = Fault(kind, int(k), how, lasting == "forever")
    if name in READINGS:
        return play_reading(stages, name, fault, error)
    stage = stages[name]
    folder = stage.fresh()
    done, told = stage.disturb(folder, fault)
    problems = told_problems(done, error) if told.hits else []
    state = read_state(folder, stage.place.path)
    problems += [f"{done.status} told: {problem}" for problem in cut_short_problems(state, stage)]
    if done.status in (DONE, PARTLY) and not state.is_settled:
        problems.append(f"success is told, and yet it is not done: {state.status}")
    if done.status in (DONE, PARTLY) and state.articles != stage.after[0].articles:
        problems.append("success is told, and the articles are not those")
    problems += go_on(stage, folder)
    return told.hits > 0, [f"[{told.what}] {problem}" for problem in problems]


def go_on(stage, folder):
    """The same command, without faults."""
    again = stage.run(stage.scenario.command, folder)
    if again.status not in (DONE, PARTLY) and not (stage.name == "restore" and "there is an archive" in again.err):
        return [f"the same command fails afterwards: {again}"]
    return final_problems(folder, stage.place.path, [stage.after])


# How the programs tell an error of the system (common/base/error.cpp).
TOLD = {"ENOSPC": "disk is full", "ENOMEM": "memory", "EIO": "does not answer as it should", "EACCES": "permission",
        "EMFILE": "too many open files", "ENOLCK": "no locks"}  # fmt: skip
# What SQLite says where it keeps the reason to itself.
SQLITE_SAYS = ("disk I/O error", "unable to open database file", "attempt to write a readonly database",
               "database disk image is malformed", "unable to get the page")  # fmt: skip


def told_problems(done, error):
    """What is wrong with what a command says of a call that failed: it may have done without it."""
    if done.crashed:
        return [f"{done}"]
    if done.status in (DONE, PARTLY, NO_HITS):
        return []
    if not done.err.strip():
        return [f"status {done.status} without a word"]
    if error in PASSING:
        return [f"what passes by stops it: {done}"]
    of_sqlite = "archive.sqlite" in done.err or "backup/files/new" in done.err
    true = (TOLD[error], *(SQLITE_SAYS if of_sqlite else ()))
    return [] if any(words in done.err for words in true) else [f"it does not say why: {done}"]


def read(stages, name, fault):
    """A command that reads, under a fault."""
    stage = stages["merge"]
    program, words = READINGS[name]
    archive = stage.folder / "after/archive"
    args = [word.format(archive=archive, work=stage.place.path) for word in words.split(" ")]
    return disturbed(stage.place, stage.folder / "after", fault, program, *args)


def without_times(text):
    return re.sub(r'"took_ms":[0-9.]+', "", text)


def play_reading(stages, name, fault, error):
    sound, _ = read(stages, name, Fault("", 0, "5"))
    done, told = read(stages, name, fault)
    problems = told_problems(done, error) if told.hits else []
    if done.status == sound.status and without_times(done.out) != without_times(sound.out):
        problems.append("it answers something else, and does not say why")
    return told.hits > 0, [f"[{told.what}] {problem}" for problem in problems]

