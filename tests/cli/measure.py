#!/usr/bin/env python3
"""Runs commands one after the other and says what each cost. A small process of its own, because the kernel counts the
memory of whoever starts a program as that program's.

usage: measure.py SECONDS < COMMANDS    each line of COMMANDS is a JSON array; each line printed is an object. A command
that works for more than SECONDS of the processor is killed.
"""
import json
import os
import resource
import sys


def run(command, seconds):
    outputs = [os.memfd_create(name) for name in ("stdout", "stderr")]
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        for number, file in zip((0, 1, 2), (os.open(os.devnull, os.O_RDONLY), *outputs)):
            os.dup2(file, number)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    texts = []
    for file in outputs:
        with os.fdopen(file, "rb") as stream:
            stream.seek(0)
            texts.append(stream.read())
    return {
        "status": os.waitstatus_to_exitcode(status),
        "lines": texts[0].count(b"\n"),
        "stderr": texts[1].decode("utf-8", "replace"),
        "seconds": usage.ru_utime + usage.ru_stime,
        "bytes": usage.ru_maxrss * 1024,
    }


for line in sys.stdin:
    print(json.dumps(run(json.loads(line), int(sys.argv[1]))), flush=True)
