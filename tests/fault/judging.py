"""What an archive says, compared with archives that were made without any fault."""
import json
import os
import re
import shutil
from typing import NamedTuple, Optional

from programs import DONE, NO_HITS, PARTLY, index, query

# Of an exported line: when it came, by which command, and from where.
VOLATILE = re.compile(r'"(stored|removed|purged|run|path)":("[^"]*"|[0-9]+),?')


class State(NamedTuple):
    """What can be read of a round's folder: archive, the backup beside it, the file that is exported to."""

    articles: Optional[str]  # their histories, as they are exported; None where there is no archive
    answers: Optional[str]  # all hits of all queries with ranks and scores
    status: dict  # what `status` tells; empty where it fails
    backup: Optional[str]  # the articles that it gives back
    file: Optional[str]
    failures: tuple  # what failed, as Done

    @property
    def is_settled(self):
        """`status` says that nothing waits to be done."""
        return bool(self.status) and not self.status["index_behind"] and not self.status["unfinished"]


def histories(text):
    """The lines of an export in order, without what differs between two runs of the same."""
    return "\n".join(sorted(VOLATILE.sub("", text).splitlines()))


def read_articles(archive):
    """(histories, the Done where it failed, or where a damaged one was left out)"""
    done = index("export", archive)
    return histories(done.out) if done.status in (DONE, PARTLY) else None, done if done.status != DONE else None


def read_backup(folder, work):
    """The articles of a backup, as an archive restored from it has them; None where there is none."""
    if not (folder / "backup.tsv").exists():
        return None, None
    shutil.rmtree(work / "restored", ignore_errors=True)
    done = index("restore", work / "restored", folder)
    return (None, done) if done.status != DONE else read_articles(work / "restored")


def read_answers(archive, work):
    return query("batch", archive, work / "in/queries.tsv", "-n", 3000, "--format", "trec")


def read_state(folder, work):
    """`folder` has the archive, a backup, an exported file, or some of them; `work` the queries."""
    archive = folder / "archive"
    articles, export_failed = read_articles(archive)
    answered = read_answers(archive, work)
    told = index("status", archive, "--format", "json")
    backup, restore_failed = read_backup(folder / "backup", work)
    file = folder / "export.jsonl"
    failures = (export_failed, answered if answered.status not in (DONE, NO_HITS) else None,
                told if told.status != DONE else None, restore_failed)  # fmt: skip
    return State(articles, answered.out if answered.status in (DONE, NO_HITS) else None,
                 json.loads(told.out) if told.status == DONE else {}, backup,
                 histories(file.read_text()) if file.exists() else None, tuple(filter(None, failures)))  # fmt: skip


def shape(folder):
    """What lies in a folder: names without their numbers, and without what SQLite keeps while it is open."""
    names = []
    for path, folders, files in os.walk(folder):
        inside = os.path.relpath(path, folder)
        names += [re.sub(r"\d{6}|\.[0-9a-f]{32}$", "N", os.path.join(inside, name)) for name in (*folders, *files)]
    return sorted(name for name in names if not name.endswith(("-wal", "-shm")) and "damaged-N" not in name)


def cut_short_problems(state, stage):
    """What is wrong with the state that a command left which was cut short; `stage` knows the states it may be in."""
    allowed = stage.allowed
    may_be_none = stage.before[0].articles is None
    problems = [str(done) for done in state.failures if done.crashed]
    same = [golden for golden in allowed if golden.articles == state.articles]
    if state.articles is None and not may_be_none:
        problems.append(f"the archive cannot be read: {state.failures[0]}")
    elif not same and not (may_be_none and not state.articles):
        problems.append("the articles are neither those before nor those after")
    if state.answers is not None or not (may_be_none or stage.scenario.lacks_index):
        problems += answers_problems(state, same, allowed)
    for field in ("backup", "file"):
        if getattr(state, field) not in [getattr(golden, field) for golden in allowed]:
            problems.append(f"the {field} is neither that before nor that after")
    told = [golden.status["articles"] for golden in same if golden.status]
    if told and state.status and state.status["articles"] not in told:
        problems.append(f"status tells {state.status['articles']} articles, {told[0]} are there")
    return problems


def answers_problems(state, same, allowed):
    """`same` are the states with the same articles. Where the index is older than the catalogue ranks may differ from
    either state, since words are counted in the one and weighed in the other; what is found may not."""
    if state.answers is None:
        return [f"a search fails: {state.failures[-1]}"]
    if state.is_settled:
        fits = not same or state.answers in [golden.answers for golden in same]
        return [] if fits else ["status says that nothing waits, and yet the answers do not fit the articles"]
    known = [hits(golden.answers) for golden in allowed]
    found = hits(state.answers)
    problems = ["something is found that no state has"] if found - set.union(*known) else []
    return problems + (["what both states have is not found"] if set.intersection(*known) - found else [])


def hits(answers):
    """Queries and the keys of what they find."""
    return {(line.split()[0], line.split()[2]) for line in (answers or "").splitlines()}


def final_problems(folder, work, expected):
    """What is wrong with an archive when all is done. `expected` are (State, shape), one of which must be reached."""
    state = read_state(folder, work)
    problems = [f"afterwards {done}" for done in state.failures]
    reached = [(golden, names) for golden, names in expected if golden.articles == state.articles]
    if not reached:
        return [*problems, "the articles differ from those of a run that was never cut short"]
    if not any(golden.answers == state.answers for golden, _ in reached):
        problems.append("the answers differ from those of a run that was never cut short")
    for field in ("backup", "file"):
        if not any(getattr(golden, field) == getattr(state, field) for golden, _ in reached):
            problems.append(f"the {field} differs from that of a run that was never cut short")
    if not state.is_settled:
        problems.append(f"status still has something unfinished: {state.status}")
    left = shape(folder)
    if not any(left == names for _, names in reached):
        problems.append(f"left behind: {sorted(set(left) ^ set(reached[0][1]))}")
    checked = index("check", folder / "archive", "--full")
    if checked.status != DONE:
        problems.append(f"check --full: {checked} {checked.out[-300:]}")
    return problems

