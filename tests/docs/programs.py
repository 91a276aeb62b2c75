"""The programs, as the tests of the documents run them."""
import os
import pathlib
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ("hemero-index", "hemero-query")


def output_of(program, *args, status=(0,), errors=False):
    """What a program prints on the standard output, with `errors` on both outputs, at the top of the source tree."""
    path = pathlib.Path(os.environ.get("HEMERO_BIN", SOURCE / "build/release/bin")).resolve() / program
    done = subprocess.run([path, *args], capture_output=True, text=True, cwd=SOURCE)
    assert done.returncode in status, f"{program} {' '.join(map(str, args))}: {done.stderr}"
    return done.stdout + (done.stderr if errors else "")


def differences(path, what, written, expected):
    """What is wrong with the rows of a document's table."""
    for line in [line for line in expected if line not in written]:
        yield f"{path}: the table of {what} lacks {line}"
    for line in [line for line in written if line not in expected]:
        yield f"{path}: the table of {what} has {line}, which no program says"
    if sorted(written) == sorted(expected) and written != expected:
        yield f"{path}: the order of the table of {what} is not the programs'"
