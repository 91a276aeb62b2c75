#!/usr/bin/env python3
"""Faults on purpose: kills, failing calls, losses of power, rot, readers beside a writer, too little memory.

usage: HEMERO_BIN=build/release/bin tests/fault/run.py [--short | --long] [--only KIND]… [--number N] [--seed S]
       HEMERO_BIN=build/release/bin tests/fault/run.py --replay "KIND ROUND"

--short is what the tests run, in some two minutes of one processor; --long the whole campaign, in hours. --number says
how many rounds of each kind instead (of readers: seconds). What is tried depends on the seed alone, which is printed;
every problem is printed with what replays its round. Exit status: 0 no problem; 1 problems; 77 nothing to do. Where the
library of faulty_calls.c is not there (sanitized programs cannot be loaded with it), what needs it is skipped.
"""
import argparse
import collections
import random
import sys
import time

import articles
import faults
import flips
import kills
import memory
import power
import programs
import readers
import scenarios

KINDS = {"kills": kills, "faults": faults, "memory": memory, "power": power, "flips": flips, "readers": readers}
WITH_LIBRARY = ("kills", "faults", "memory", "power")
SHORT = {"kills": 120, "faults": 120, "memory": 60, "power": 80, "flips": 20, "readers": 10}
LONG = {"kills": 10_000, "faults": 10_000, "memory": 1_000, "power": 4_000, "flips": 1_000, "readers": 600}


class Stages(dict):
    """Scenarios by name, prepared when they are asked for."""

    def __init__(self, place):
        super().__init__()
        self.place = place

    def __missing__(self, name):
        self[name] = scenarios.Stage(scenarios.SCENARIOS[name], self.place)
        return self[name]


def play_all(kind, stages, number, seed):
    """Plays the rounds of one kind, until Ctrl-C at most; how many have problems."""
    begun, counts, bad = time.monotonic(), collections.Counter(), 0
    try:
        for words in KINDS[kind].rounds(stages, number, random.Random(f"{kind} {seed}")):
            hits, problems = KINDS[kind].play(stages, words)
            counts.update({"rounds": 1, "hits": int(hits)})
            bad += bool(problems)
            for problem in problems:
                print(f'--replay "{kind} {words}"  {problem}', flush=True)
    except KeyboardInterrupt:
        print("stopped", end=" ")
    seconds = time.monotonic() - begun
    print(f"{kind}: {counts['rounds']} rounds, {counts['hits']} hits, seed {seed}, {seconds:.0f} s: "
          f"{bad or 'no'} rounds with problems", flush=True)  # fmt: skip
    return bad


def can_be_played(kinds):
    if programs.library():
        return list(kinds)
    print(f"skipped {', '.join(kind for kind in kinds if kind in WITH_LIBRARY)}: there is no library of faulty_calls.c")
    return [kind for kind in kinds if kind not in WITH_LIBRARY]


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", action="append", choices=KINDS, metavar="KIND")
    parser.add_argument("--number", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--replay", metavar="ROUND")
    return parser.parse_args()


def main():
    chosen = options()
    place = programs.Place()
    try:
        articles.write_inputs(place.path / "in")
        stages = Stages(place)
        if chosen.replay:
            kind, _, words = chosen.replay.partition(" ")
            hits, problems = KINDS[kind].play(stages, words)
            print("\n".join([f"{int(hits)} hits", *(problems or ["no problem"])]))
            return 1 if problems else 0
        numbers = LONG if chosen.long else SHORT
        kinds = can_be_played(chosen.only or KINDS)
        bad = sum(play_all(kind, stages, chosen.number or numbers[kind], chosen.seed) for kind in kinds)
        return 77 if not kinds else 1 if bad else 0
    finally:
        place.close()


if __name__ == "__main__":
    sys.exit(main())
