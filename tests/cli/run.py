#!/usr/bin/env python3
"""Runs the tests of the command line.

usage: HEMERO_BIN=build/release/bin tests/cli/run.py [NAME…]

NAME is a file, class or method as unittest names them (test_help, test_help.Help.test_version); without one every
test_*.py of this folder runs.
"""
import pathlib
import sys
import unittest


def main():
    here = pathlib.Path(__file__).resolve().parent
    sys.path.insert(0, str(here))
    loader = unittest.TestLoader()
    if sys.argv[1:]:
        suite = loader.loadTestsFromNames(sys.argv[1:])
    else:
        suite = loader.discover(str(here), pattern="test_*.py")
    if suite.countTestCases() == 0:
        print("There are no tests to run.", file=sys.stderr)
        return 1
    return 0 if unittest.TextTestRunner(verbosity=1).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
