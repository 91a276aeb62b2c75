"""Takes the power away while a command runs: states of the disk by disk.py, out of one recorded run, and what follows.

A round: `SCENARIO POINT MODEL SEED`: after so many operations of the recorded run, in a state that the seed chooses.
"""
import os
import random
import shutil

from disk import Disk, read_log
from judging import cut_short_problems, read_state
from kills import recover
from programs import DONE, PARTLY, Fault
from scenarios import SCENARIOS

MODELS = ("strict", "journal")
ORDERING = ("fsync", "rename", "unlink", "rmdir", "truncate", "create", "mkdir")


def recorded(stage):
    """The operations of the command."""
    if not hasattr(stage, "operations"):
        log = stage.place.path / "log"
        done, _ = stage.disturb(stage.fresh(), Fault("", 0, "5"), log=log)
        assert done.status in (DONE, PARTLY), (stage.name, str(done))
        stage.operations = read_log(log)
    return stage.operations


def rounds(stages, number, chance):
    """As many states of each scenario and model; half of them where something is just put in order, some at the end."""
    share = max(1, number // (len(SCENARIOS) * len(MODELS)))
    for name in SCENARIOS:
        operations = recorded(stages[name])
        marks = [i for i, operation in enumerate(operations) if operation.name in ORDERING]
        for model in MODELS:
            for i in range(share):
                point = (len(operations) if i % 8 == 7 else chance.choice(marks) + chance.randrange(2) if i % 2
                         else chance.randrange(len(operations)))  # fmt: skip
                yield f"{name} {point} {model} {chance.randrange(10**6)}"


def play(stages, words):
    name, point, model, seed = words.split()
    stage = stages[name]
    operations = recorded(stage)
    folder = lose(stage, operations[: int(point)], model, random.Random(f"{name} {point} {model} {seed}"))
    state = read_state(folder, stage.place.path)
    problems = [f"without power: {problem}" for problem in cut_short_problems(state, stage)]
    if int(point) >= len(operations) and state.articles != stage.after[0].articles:
        problems.append("what was acknowledged is not there")
    return 1, problems + recover(stage, folder, stage.scenario.command, [stage.after])


def lose(stage, operations, model, chance):
    """The folder of a round as it is when the power goes after these operations."""
    folder = stage.fresh()
    disk = Disk(folder, model)
    for operation in operations:
        disk.do(operation)
    left = disk.lose_power(chance)
    shutil.rmtree(folder)
    for path in sorted(left):  # a folder comes before what is in it
        if left[path] is None:
            os.makedirs(path, exist_ok=True)
        elif os.path.isdir(os.path.dirname(path)):
            with open(path, "wb") as file:
                file.write(left[path])
    folder.mkdir(exist_ok=True)
    return folder
