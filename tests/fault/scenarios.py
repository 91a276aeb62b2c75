"""The commands that are disturbed, each on an archive of its own that earlier commands made."""
import shutil
from typing import NamedTuple

import old_format
from judging import read_state, shape
from programs import DONE, PARTLY, Fault, copy_tree, disturbed, index

JOBS = ("--jobs", "1")  # with one thread operations come in the same order each time


class Scenario(NamedTuple):
    """`base` leads to the archive, as commands or as functions of (round's folder, place); `command` is disturbed."""

    name: str
    base: tuple
    command: tuple
    middles: tuple = ()  # the steps that lead to each state between the halves of a command that has halves
    lacks_index: bool = False  # before it ends, nothing may be found
    others: bool = True  # any other writer may come next, and ends what was begun


def add(name):
    return ("add", f"{{work}}/in/{name}.jsonl", *JOBS)


def leave_half(folder, place):
    """An add is killed when it has committed, before the index is published: the log of the catalogue holds it."""
    done, _ = disturbed(place, folder, Fault("rename", 1, "kill"), "hemero-index", "add", "-a", folder / "archive",
                        place.path / "in/b.jsonl", *JOBS)  # fmt: skip
    assert done.status == -9, done


def damage_title(folder, place):
    """A letter of a title is changed, in the catalogue's file and not in its log."""
    path = folder / "archive/archive.sqlite"
    path.write_bytes(path.read_bytes().replace("Maussargues :".encode(), "Maussarguez :".encode(), 1))


def damage_postings(folder, place):
    path = next((folder / "archive/index").glob("part-*/postlist.glass"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def lose_archive(folder, place):
    shutil.rmtree(folder / "archive")


def make_older(folder, place):
    old_format.make_format_5(folder / "archive")


A, B, D, MANY = add("a"), add("b"), add("d"), add("many")
REMOVE = ("remove", "--ids", "{work}/in/some", "--reason", "essai")
REMOVE_OTHERS = ("remove", "--ids", "{work}/in/others")
LEARN = ("zones", "--learn", "--least", "3", *JOBS)
BACKUP = ("backup", "{folder}/backup")
EXPORT = ("export", "{folder}/export.jsonl")
REPAIR = ("repair", *JOBS)

SCENARIOS = {
    scenario.name: scenario for scenario in (
        Scenario("create", (), A),
        Scenario("add", (A,), B),
        Scenario("again", (A, B), B),
        Scenario("merge", (MANY, A), B),
        Scenario("grow", (A,), MANY),
        Scenario("wear", (MANY, A), ("remove", "--ids", "{work}/in/worn")),
        Scenario("remove", (A, B), REMOVE),
        Scenario("purge", (A, B, REMOVE), ("purge", "--ids", "{work}/in/others", "--yes", *JOBS), ((REMOVE_OTHERS,),)),
        Scenario("rebuild", (A, B, REMOVE), ("rebuild", *JOBS)),
        Scenario("undo", (A, B), ("imports", "--undo", "2", "--yes")),
        Scenario("learn", (A, B), LEARN),
        Scenario("forget", (A, B, LEARN), ("zones", "--forget", *JOBS)),
        Scenario("compact", (MANY, A, B, REMOVE), ("compact",)),
        Scenario("repair", (A, leave_half, damage_title), REPAIR, ((B, damage_title),), lacks_index=True, others=False),
        Scenario("repair-index", (A, B, damage_postings), REPAIR, lacks_index=True, others=False),
        Scenario("backup", (A,), BACKUP, others=False),
        Scenario("backup-again", (MANY, A, BACKUP, B), BACKUP, others=False),
        Scenario("restore", (A, B, BACKUP, lose_archive), ("restore", "{folder}/backup"), lacks_index=True,
                 others=False),
        Scenario("export", (A, EXPORT, B, REMOVE), EXPORT, others=False),
        Scenario("upgrade", (A, B, make_older), D, ((("rebuild", *JOBS),),), lacks_index=True),
    )
}  # fmt: skip


class Stage:
    """A scenario with the archives that its commands make without any fault."""

    def __init__(self, scenario, place):
        self.scenario, self.place, self.name = scenario, place, scenario.name
        self.folder = place.path / "golden" / scenario.name
        self.folder.mkdir(parents=True)
        self.before = self._made("before", scenario.base)
        self.after = self._made("after", (scenario.command,), "before")
        middles = [self._made(f"middle{i}", steps, "before") for i, steps in enumerate(scenario.middles)]
        self.allowed = [state for state, _ in (self.before, self.after, *middles)]
        self.afterwards = []  # what may be reached when another command follows
        if scenario.others:
            begins = ("before", "after", *(f"middle{i}" for i in range(len(middles))))
            self.afterwards = [self._made(f"{name}-then", (D,), name) for name in begins]

    def _made(self, name, steps, base=None):
        folder = self.folder / name
        folder.mkdir()
        if base:
            copy_tree(self.folder / base, folder)
        for step in steps:
            if callable(step):
                step(folder, self.place)
            else:
                done = self.run(step, folder)
                assert done.status in (DONE, PARTLY), (self.name, step, str(done))
        state, names = read_state(copy_tree(folder, self.folder / "read"), self.place.path), shape(folder)
        return state, names

    def words(self, step, folder):
        """A step as the words of a command line."""
        command, *args = step
        return [command, "-a", folder / "archive", *(arg.format(work=self.place.path, folder=folder) for arg in args)]

    def run(self, step, folder):
        command, _, archive, *args = self.words(step, folder)
        return index(command, archive, *args)

    def fresh(self):
        """The folder of a round, as it is before the command."""
        return copy_tree(self.folder / "before", self.place.path / "round")

    def disturb(self, folder, fault, step=None, log=None):
        """Runs the command, or a step, under a fault; (Done, Told)."""
        return disturbed(self.place, folder, fault, "hemero-index", *self.words(step or self.scenario.command, folder),
                         log=log)  # fmt: skip

    def count(self, ops):
        """How many such operations the command does."""
        return self.disturb(self.fresh(), Fault(ops, 0, "5"))[1].count


