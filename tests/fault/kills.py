"""Kills a command (SIGKILL) at its k-th operation that changes a file, and lets the next one go on.

A round: `SCENARIO OPERATIONS K HOW NEXT SECOND`: before, after or in the middle of that operation (kill, killafter,
torn) of all changes, or of turns only, which change names; then the same command again, or another one that adds (same,
other), which is killed at its own operation SECOND first, if that is not 0.
"""
from judging import cut_short_problems, final_problems, read_state
from programs import CHANGES, DONE, PARTLY, Fault
from scenarios import SCENARIOS, D

COUNTED = {"changes": ",".join(CHANGES), "turns": "rename,unlink,rmdir,mkdir,truncate"}
KILLED = -9


def rounds(stages, number, chance):
    """As many rounds of each scenario; every third at a turn, and no operation again before all others."""
    share = -(-number // len(SCENARIOS))
    for name in SCENARIOS:
        stage = stages[name]
        totals = {which: stage.count(COUNTED[which]) for which in COUNTED}
        left = {which: [] for which in COUNTED}
        for i in range(share):
            which = "turns" if i % 3 == 0 and totals["turns"] else "changes"
            left[which] = left[which] or chance.sample(range(1, totals[which] + 1), totals[which])
            how = chance.choice(("kill", "killafter", "torn"))
            then = chance.choice(("same", "other") if stage.scenario.others else ("same",))
            second = chance.randint(1, totals["changes"]) if chance.random() < 0.25 else 0
            yield f"{name} {which} {left[which].pop()} {how} {then} {second}"


def play(stages, words):
    """(kills, problems) of a round."""
    name, which, k, how, then, second = words.split()
    stage = stages[name]
    folder = stage.fresh()
    done, told = stage.disturb(folder, Fault(COUNTED[which], int(k), how))
    if done.status != KILLED:
        return 0, [] if done.status in (DONE, PARTLY) else [f"not killed: {done}"]
    kills, problems = 1, cut_short(stage, folder, told.what)
    next_step = stage.scenario.command if then == "same" else D
    if int(second):
        again, told = stage.disturb(folder, Fault(COUNTED["changes"], int(second), "kill"), next_step)
        kills += again.status == KILLED
        if then == "same" and again.status == KILLED:
            problems += cut_short(stage, folder, f"{told.what}, the second time")
    expected = [stage.after] if then == "same" else stage.afterwards
    return kills, problems + recover(stage, folder, next_step, expected)


def cut_short(stage, folder, what):
    state = read_state(folder, stage.place.path)
    return [f"killed at {what}: {problem}" for problem in cut_short_problems(state, stage)]


def recover(stage, folder, step, expected):
    done = stage.run(step, folder)
    if done.status not in (DONE, PARTLY) and not is_done_already(stage, done):
        return [f"what comes next fails: {done}"]
    return final_problems(folder, stage.place.path, expected)


def is_done_already(stage, done):
    """A backup is not restored over an archive: it was ended before the kill."""
    return stage.name == "restore" and "there is an archive" in done.err
