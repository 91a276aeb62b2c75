"""What a disk may hold when the power goes: a model of files, names, and what of both had reached it.

Of a file's bytes all that was written before its last fsync is there. Of what was written later each write is there or
not, whole or cut at a sector; a truncation likewise. Of names there are two models:

strict   what POSIX promises: a name is there, moved or gone for sure once its folder was synchronised later; else that
         may have happened or not, each change for itself
journal  as journalling file systems do it: changes of names come in their order, so that a part of them from the first
         on is there; an fsync of anything takes along all of them that came before
"""
import os
from typing import NamedTuple

SECTOR = 512


class Operation(NamedTuple):
    """One change, as faulty_calls.c writes it down. `other` is where a rename leads to."""

    name: str
    path: str
    other: str
    offset: int
    data: bytes


def read_log(path):
    """The operations of a log, without those on what SQLite keeps in memory."""
    data, at, operations = path.read_bytes(), 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        name, path, other, offset, size = data[at:end].decode().split("\t")
        at = end + 1 + int(size)
        operations.append(Operation(name, path, other, int(offset), data[end + 1 : at]))
    return [operation for operation in operations if not operation.path.endswith("-shm")]


class File:
    """Bytes that are safe, and what was done to them since."""

    def __init__(self, data=b""):
        self.safe = bytearray(data)
        self.pending = []  # operations

    def sync(self):
        for operation in self.pending:
            self._apply(self.safe, operation.offset, operation.data, operation.name)
        self.pending = []

    def after_loss(self, chance):
        data = bytearray(self.safe)
        for operation in self.pending:
            if chance.random() < 0.5:
                continue
            kept = operation.data
            if chance.random() < 0.125:
                kept = kept[: SECTOR * chance.randrange(1 + len(kept) // SECTOR)]
            self._apply(data, operation.offset, kept, operation.name)
        return bytes(data)

    @staticmethod
    def _apply(data, offset, written, name):
        if len(data) < offset:
            data.extend(bytes(offset - len(data)))
        if name == "truncate":
            del data[offset:]
        else:
            data[offset : offset + len(written)] = written


class Disk:
    """Names as programs see them, and as they are on the disk. A folder is a name without a file."""

    def __init__(self, folder, model):
        self.model = model
        self.seen = {str(folder): None}
        for path, folders, files in os.walk(folder):
            self.seen.update({os.path.join(path, name): None for name in folders})
            for name in files:
                if not name.endswith("-shm"):
                    with open(os.path.join(path, name), "rb") as file:
                        self.seen[os.path.join(path, name)] = File(file.read())
        self.there = dict(self.seen)
        self.waiting = []  # changes of names: the folder that must be synchronised for it, and what it does to names

    def do(self, operation):
        path, file = operation.path, self.seen.get(operation.path)
        if operation.name in ("create", "mkdir"):
            made = File() if operation.name == "create" else None
            self._change(os.path.dirname(path), lambda names: names.__setitem__(path, made))
        elif operation.name in ("unlink", "rmdir"):
            self._change(os.path.dirname(path), lambda names: names.pop(path, None))
        elif operation.name == "rename":
            self._change(os.path.dirname(operation.other), lambda names: move(names, path, operation.other))
        elif operation.name == "fsync":
            self._sync(path, file)
        elif file:
            file.pending.append(operation)

    def _change(self, folder, act):
        act(self.seen)
        self.waiting.append((folder, act))

    def _sync(self, path, file):
        if file:
            file.sync()
        if self.model == "journal":
            self._settle(len(self.waiting))
        else:
            for folder, act in self.waiting:
                if folder == path:
                    act(self.there)
            self.waiting = [change for change in self.waiting if change[0] != path]

    def _settle(self, count):
        for _, act in self.waiting[:count]:
            act(self.there)
        del self.waiting[:count]

    def lose_power(self, chance):
        """What is there afterwards: name → bytes, or None for a folder."""
        if self.model == "journal":
            self._settle(chance.randrange(len(self.waiting) + 1))
        else:
            for _, act in self.waiting:
                if chance.random() < 0.5:
                    act(self.there)
        return {name: None if file is None else file.after_loss(chance) for name, file in self.there.items()}


def move(names, path, other):
    """Renames a file, or a folder with all that is in it; of what is not there, nothing."""
    if path not in names:
        return
    for name in [name for name in names if name == other or name.startswith(other + "/")]:
        del names[name]
    for name in [name for name in names if name == path or name.startswith(path + "/")]:
        names[other + name[len(path):]] = names.pop(name)
