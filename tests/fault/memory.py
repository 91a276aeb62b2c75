"""Lets the k-th request for memory fail, once or from then on: rounds of faults.py, of the one call malloc."""
from faults import READINGS, count, play
from scenarios import SCENARIOS

__all__ = ["play", "rounds"]


def rounds(stages, number, chance):
    """As many of each command, anywhere in it."""
    names = (*SCENARIOS, *READINGS)
    totals = {}
    for i in range(number):
        name = names[i % len(names)]
        if name not in totals:
            totals[name] = count(stages, name, "malloc")
        yield f"{name} malloc {chance.randint(1, totals[name])} ENOMEM {chance.choice(('once', 'forever'))}"
