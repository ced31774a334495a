"""A soak of the lunch line: ten thousand scans with undo, guests and cards of strangers, counted apart by hand."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.models import query
from desktop.services.canteen import scanning
from desktop.services.figures import canteen
from desktop.services.register import listing
from desktop.services.writing import verifying
from desktop.services.writing.actor import Actor

SCANS, PEOPLE = 10_000, 120
OCTOBER = Month(2026, 10)
MEALS, MODES = ("breakfast", "lunch", "dinner"), ("dine_in", "takeaway", "delivered")
STRANGER = "13901140000000199"


class Tally:
    """What the line must come to, by a set of who ate what and nothing else."""

    def __init__(self) -> None:
        self.eaten: dict[tuple[int, dt.date, str], str] = {}
        self.guests = self.queued = self.undone = self.again = 0


def scan_one(actor: Actor, cards: dict[int, str], chance: random.Random, tally: Tally) -> None:
    """One person at the counter, whoever it is, and what has to be answered."""
    moment = dt.datetime.combine(OCTOBER.day(chance.randint(1, 31)), dt.time(chance.randint(6, 19), 30))
    meal, mode, who = chance.choice(MEALS), chance.choice(MODES), chance.random()
    if who < 0.02:
        scanning.add_guest(actor, meal, mode, moment)
        tally.guests += 1
    elif who < 0.03:
        assert scanning.scan(actor, STRANGER, meal, mode, moment).kind == "queued"
        tally.queued += 1
    else:
        one = chance.choice(list(cards))
        found = scanning.scan(actor, cards[one], meal, mode, moment)
        key = (one, moment.date(), meal)
        assert found.kind == ("again" if key in tally.eaten else "recorded")
        if found.kind == "again":
            tally.again += 1
        elif chance.random() < 0.1:
            assert found.meal_id is not None
            scanning.take_back(actor, found.meal_id)
            tally.undone += 1
        else:
            tally.eaten[key] = mode


@pytest.mark.nightly
def test_ten_thousand_scans_are_counted_once_each(
    actor: Actor, person: Callable[..., int], canteen_prices: None
) -> None:
    ids = [person(f"老人{number}", id_number="", accept_to_verify=True) for number in range(PEOPLE)]
    cards = {row.id: row.code for row in listing.rows(ids)}
    chance, tally = random.Random(20261031), Tally()
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        for _ in range(SCANS):
            scan_one(actor, cards, chance, tally)
        found = canteen(OCTOBER)
        waiting = scanning.queue()
    assert {key: count for key, count in found.meals.items() if count} == dict(
        Counter((meal, mode) for (_, _, meal), mode in tally.eaten.items())
    )
    assert {line.person.resident_id: line.meals for line in found.people} == dict(
        Counter(one for one, _, _ in tally.eaten)
    )
    assert (found.guests, len(waiting)) == (tally.guests, tally.queued)
    assert query.count("SELECT count(voided_at) FROM meal") == tally.undone
    assert len(tally.eaten) + tally.guests + tally.queued + tally.undone + tally.again == SCANS
    assert min(tally.guests, tally.queued, tally.undone, tally.again) > 50
    assert [chain.misfit for chain in verifying.verify()] == [None]
