#!/usr/bin/env python3
"""Tries other weights of the rank: each is put into common/model/ranking.h, built, measured, and taken back.

usage: tests/relevance/tune.py --archives FOLDER WEIGHT=VALUE[,VALUE…] … [-- NAME…]

    tests/relevance/tune.py --archives /tmp/archives early=0.5,1,2 neighbours=0.3,0.5 -- piaf cdtn

prints for each value of each weight, the others as they are, nDCG@10 on the sets that follow -- (those of floors.tsv
without them). Look at the development halves only, and believe differences that many sets share.
"""
import pathlib
import re
import subprocess
import sys

import run

HEADER = run.SOURCE / "common" / "model" / "ranking.h"


def build():
    folder = run.BIN.parent
    subprocess.run(["cmake", "--build", folder, "--target", "hemero-query"], check=True, stdout=subprocess.DEVNULL)


def measure(names, archives):
    shared = run.shared_data()
    scores = []
    for name in names:
        parts = run.collection(name, shared)
        if parts:
            scores.append(f"{name} {run.measure(name, parts, archives, 'auto')[0]:.4f}")
    return "  ".join(scores)


def try_weight(weight, value, names, archives):
    original = HEADER.read_text(encoding="utf-8")
    changed, count = re.subn(rf"( {weight} = )[0-9.]+;", rf"\g<1>{value};", original)
    if count != 1:
        sys.exit(f"there is no weight {weight} in {HEADER}")
    try:
        HEADER.write_text(changed, encoding="utf-8")
        build()
        print(f"{weight} = {value}: {measure(names, archives)}", flush=True)
    finally:
        HEADER.write_text(original, encoding="utf-8")


def main():
    arguments = sys.argv[1:]
    if len(arguments) < 3 or arguments[0] != "--archives":
        sys.exit(__doc__)
    archives = pathlib.Path(arguments[1])
    split = arguments.index("--") if "--" in arguments else len(arguments)
    names = arguments[split + 1 :] or [name for name, _ in run.read_rows(run.HERE / "floors.tsv")]
    print(f"as it is: {measure(names, archives)}", flush=True)
    for argument in arguments[2:split]:
        weight, _, values = argument.partition("=")
        for value in values.split(","):
            try_weight(weight, value, names, archives)
    build()


if __name__ == "__main__":
    main()
