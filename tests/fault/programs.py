"""Running hemero-index and hemero-query, also while single operations on files, or allocations, fail or kill them."""
import mmap
import os
import pathlib
import shutil
import signal
import struct
import subprocess
import tempfile
from typing import NamedTuple

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve()

DONE, NO_HITS, PROBLEMS, PARTLY, BAD_DATA, NO_ARCHIVE, BUG = 0, 1, 1, 2, 65, 66, 70  # exit statuses
HANGS = 999  # in place of an exit status

# What can be hit: see faulty_calls.c.
CHANGES = ("write", "pwrite", "fsync", "rename", "create", "truncate", "unlink", "mkdir", "rmdir")
ALL_CALLS = (*CHANGES, "open", "mmap", "close", "read", "pread", "flock")

_KEPT = {name: value for name, value in os.environ.items() if name in ("PATH", "LSAN_OPTIONS", "UBSAN_OPTIONS")}
ENVIRONMENT = {**_KEPT, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}


class Done(NamedTuple):
    """What a program did: its exit status (-9 when it was killed), and its two outputs."""

    status: int
    out: str
    err: str

    def __str__(self):
        return f"status {self.status}: {self.err.strip()[-300:]!r}"

    @property
    def crashed(self):
        """It was ended by a signal, took forever, or says that it has a bug."""
        return self.status < 0 or self.status in (HANGS, BUG)


class Fault(NamedTuple):
    """Which operation is hit, and what becomes of it."""

    ops: str  # with commas in between
    at: int  # from 1; 0 for none
    how: str  # an errno, or a word of faulty_calls.c
    forever: bool = False


class Told(NamedTuple):
    """What the library that was loaded before tells: the operations that count, how many were hit, and the first."""

    count: int
    hits: int
    what: str


class Place:
    """A folder for archives and inputs, in memory where there is such a place; gone at the end."""

    def __init__(self):
        memory = "/dev/shm"
        self._folder = tempfile.TemporaryDirectory(prefix="hemero-fault-", dir=memory if os.access(memory, 7) else None)
        self.path = pathlib.Path(self._folder.name)
        self.told = self.path / "told"
        self.told.write_bytes(bytes(mmap.PAGESIZE))
        with open(self.told, "r+b") as file:
            self._told = mmap.mmap(file.fileno(), mmap.PAGESIZE)

    def close(self):
        self._told.close()
        self._folder.cleanup()

    def forget_told(self):
        self._told[:] = bytes(len(self._told))

    def read_told(self):
        count, hits = struct.unpack_from("ll", self._told)
        what = bytes(self._told[16:512]).split(b"\0")[0].decode(errors="replace")
        return Told(count, hits, what.replace(str(self.path) + "/", ""))


def run(name, *args, env=None, seconds=60):
    """Runs a program to its end, or kills it and all that it started after so many seconds."""
    command, pipe = [str(BIN / name), *map(str, args)], subprocess.PIPE
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe,
                          env={**ENVIRONMENT, **(env or {})}) as process:  # fmt: skip
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            kill_group(process.pid)
            process.communicate()
            return Done(HANGS, "", "it took too long")
    return Done(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


def kill_group(pid):
    """Kills a process that run() started, and its group where it has one of its own (under faulty_calls.c)."""
    if os.getpgid(pid) == pid:
        os.killpg(pid, signal.SIGKILL)
    else:
        os.kill(pid, signal.SIGKILL)


def index(command, archive, *args, **how):
    return run("hemero-index", command, "-a", archive, *args, **how)


def query(command, archive, *args, **how):
    return run("hemero-query", command, "-a", archive, *args, **how)


def library():
    """The library that faulty_calls.c becomes, beside the programs or where $HEMERO_FAULTY_CALLS says; None without."""
    path = pathlib.Path(os.environ.get("HEMERO_FAULTY_CALLS", BIN / "libhemero-faulty-calls.so"))
    return path if path.exists() else None


def disturbed(place, root, fault, name, *args, log=None, seconds=60):
    """Runs a program in which what it does to files below `root` is hit by a fault; (Done, Told)."""
    place.forget_told()
    env = {"LD_PRELOAD": str(library()), "FAULT_ROOT": str(root), "FAULT_OPS": fault.ops, "FAULT_AT": str(fault.at),
           "FAULT_HOW": fault.how, "FAULT_FOREVER": str(int(fault.forever)),
           "FAULT_TOLD": str(place.told)}  # fmt: skip
    if log:
        log.write_bytes(b"")
        env["FAULT_LOG"] = str(log)
    done = run(name, *args, env=env, seconds=seconds)
    return done, place.read_told()


def copy_tree(source, target):
    """Makes `target` a copy of a folder; of one that is not there, nothing."""
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target)
    return target
