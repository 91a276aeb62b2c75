"""Several readers beside a writer at full speed: every answer is one of a state that was committed, and none fails.

A round: `all SECONDS SEED`. A quarter of the time passes without a writer, to compare how long answers take then.
"""
import collections
import json
import random
import shutil
import subprocess
import threading
import time

from articles import write_lines
from programs import BIN, DONE, ENVIRONMENT, NO_HITS, PARTLY, index, query

READERS = 8
FIRST = 200  # articles before it begins; their number is always a multiple of STEP
STEP = 20
GROUPS = 11


def common(number, version=1):
    filler = " ".join(f"mot{(number * 7 + i * 13 + version) % 900}" for i in range(40))
    text = f"Voici le texte commun du groupe{number % GROUPS}.\n{filler}.\nIl est de la version{version}."
    return {"id": f"k{number}", "title": f"Article {number}", "date": "2020-01-01", "text": text,
            "url": f"https://e.example/{number}"}  # fmt: skip


def passing(number):
    """An article that is removed and erased soon."""
    return {**common(number), "id": f"j{number}", "url": f"https://j.example/{number}", "text": "Du rebut passager."}


class Shared:
    """What readers and the writer have in common: the archive, the end, what went wrong, and how long answers took."""

    def __init__(self, place, seconds):
        self.folder = place.path / "shared"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.archive = self.folder / "archive"
        begin = time.monotonic()
        self.quiet_until, self.end = begin + seconds / 4, begin + seconds
        self.problems = collections.Counter()
        self.times = collections.defaultdict(list)  # (kind, whether somebody writes) → seconds
        self.lock = threading.Lock()

    def over(self):
        return time.monotonic() >= self.end

    def note(self, problem):
        with self.lock:
            self.problems[problem] += 1

    def expect(self, holds, problem):
        if not holds:
            self.note(problem)


class Reader:
    """One who asks one thing after the other, and knows what may be answered."""

    def __init__(self, shared, seed):
        self.shared, self.chance, self.least = shared, random.Random(seed), 0
        self.batch = shared.folder / f"batch-{seed}.tsv"
        self.batch.write_text("".join(f"q{i}\tgroupe{i % GROUPS} mot{i * 3}\n" for i in range(60)))

    def work(self):
        kinds = (self.count, self.count, self.phrase, self.phrase, self.show, self.similar, self.rows, self.status,
                 self.export, self.slow_batch)  # fmt: skip
        while not self.shared.over():
            kind, begun = self.chance.choice(kinds), time.monotonic()
            kind()
            if kind != self.slow_batch:
                with self.shared.lock:
                    self.shared.times[kind.__name__, begun > self.shared.quiet_until].append(time.monotonic() - begun)
            time.sleep(0.02)

    def ask(self, run, command, *args, allowed=(DONE,)):
        """The output of a command; None where it failed, which is noted."""
        done = run(command, self.shared.archive, *args)
        if done.status in allowed:
            return done.out
        self.shared.note(f"{command}: {done}")
        return None

    def count(self):
        out = self.ask(query, "search", "--count", "--copies", "all", "commun")
        if out is not None:
            found = int(out)
            self.shared.expect(found % STEP == 0 and found >= self.least, f"{found} are counted after {self.least}")
            self.least = max(self.least, found)

    def phrase(self):
        out = self.ask(query, "search", "--format", "json", "-n", "5", "« texte commun »")
        for hit in json.loads(out)["hits"] if out else ():
            marked = [snippet["text"].encode()[begin:end].decode(errors="replace")
                      for snippet in hit["snippets"] for begin, end in snippet["highlights"]]  # fmt: skip
            self.shared.expect("texte commun" in marked or "commun" in marked, f"highlights {marked} of {hit['key']}")

    def show(self):
        out = self.ask(query, "show", self.chance.randrange(1, FIRST), "--format", "json")
        self.shared.expect(out is None or "commun" in out, "show gives another text")

    def similar(self):
        self.ask(query, "similar", self.chance.randrange(1, FIRST), "--format", "json", allowed=(DONE, NO_HITS))

    def rows(self):
        self.check_rows(self.ask(query, "batch", self.batch, "-n", "50") or "")

    def check_rows(self, out):
        rows = [tuple(line.split()[i] for i in (0, 3)) for line in out.splitlines()]
        self.shared.expect(len(rows) == len(set(rows)), "batch prints a rank twice")

    def slow_batch(self):
        """Queries that take long: every word near every other one, in one request of some seconds."""
        slow = "".join(f"s{i}\t(m* OU g*) PRÈS/50 (v* OU c*) PRÈS/50 mot{i}\n" for i in range(40))
        with subprocess.Popen([str(BIN / "hemero-query"), "batch", "-a", str(self.shared.archive), "-n", "50", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=ENVIRONMENT) as process:  # fmt: skip
            out, err = process.communicate(slow.encode())
        self.shared.expect(process.returncode == DONE, f"a slow batch: {process.returncode} {err[-200:]!r}")
        self.check_rows(out.decode())

    def status(self):
        self.ask(index, "status", "--format", "json")

    def export(self):
        out = self.ask(index, "export", "--current")
        if out is not None:
            found = out.count('"key":"k')
            self.shared.expect(found % STEP == 0, f"{found} articles are exported")


def write(shared):
    """Adds, removes, erases, rebuilds and backs up, one after the other; how many commands there were."""
    have, version, junk, runs, path = FIRST, 1, 0, 0, shared.folder / "w.jsonl"
    while not shared.over():
        version += 1
        size = 1_100 if version % 15 == 0 else STEP
        rows = [common(number) for number in range(have, have + size)]
        rows += [common(number, version) for number in range(version % 180, version % 180 + 10)]
        rows += [passing(number) for number in range(junk, junk + 5)]
        have, junk = have + size, junk + 5
        commands = [("add", write_lines(path, rows), "--jobs", 1)]
        commands += [("remove", "--query", "rebut passager", "--yes")] if version % 4 == 0 else []
        commands += [("purge", "--yes", "--jobs", 1)] if version % 11 == 0 else []
        commands += [("rebuild", "--jobs", 1)] if version % 7 == 0 else []
        commands += [("compact",)] if version % 13 == 0 else []
        commands += [("backup", shared.folder / "backup")] if version % 9 == 0 else []
        for command, *args in commands:
            done = index(command, shared.archive, *args, seconds=120)
            runs += 1
            later = command in ("purge", "compact") and done.status == PARTLY  # readers hold what is to go
            shared.expect(done.status == DONE or later, f"{command}: {done}")
    return runs


def percentile(times, percent):
    return sorted(times)[len(times) * percent // 100] * 1000 if times else 0


def rounds(stages, number, chance):
    yield f"all {number} {chance.randrange(10**6)}"


def play(stages, words):
    """(answers, problems). Prints how long answers took, without a writer and beside one."""
    _, seconds, seed = words.split()
    shared = Shared(stages.place, float(seconds))
    done = index("add", shared.archive, write_lines(shared.folder / "w.jsonl", [common(i) for i in range(FIRST)]))
    assert done.status == DONE, done
    threads = [threading.Thread(target=Reader(shared, int(seed) + i).work) for i in range(READERS)]
    for thread in threads:
        thread.start()
    time.sleep(max(0.0, shared.quiet_until - time.monotonic()))
    runs = write(shared)
    for thread in threads:
        thread.join()
    print(f"the writer: {runs} commands")
    for kind in sorted({kind for kind, _ in shared.times}):
        idle, busy = shared.times[kind, False], shared.times[kind, True]
        print(f"  {kind:<8} p99 {percentile(idle, 99):6.0f} ms of {len(idle)} without a writer, "
              f"{percentile(busy, 99):6.0f} ms of {len(busy)} beside one")  # fmt: skip
    return sum(map(len, shared.times.values())), [f"{n} times: {problem}" for problem, n in shared.problems.items()]
