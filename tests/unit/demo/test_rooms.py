"""What the rooms of the demo centre hold: whole assessments, beds free long enough, nothing where nobody is."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

import pytest

from desktop.core import clock
from desktop.core.assessment import MOST_POINTS, assess, items
from desktop.core.period import Month
from desktop.core.trade import Capability
from desktop.demo.centre import demo_centre
from desktop.demo.rooms.assessed import answers
from desktop.demo.rooms.furnish import furnish
from desktop.demo.rooms.house import FreeBeds
from desktop.services.beds import places, stays, waiting
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.work import trainings
from desktop.services.writing.actor import Actor


@pytest.mark.parametrize("total", [0, 29, 30, 45, 46, 65, 66, 89, MOST_POINTS])
def test_answers_come_to_their_total(total: int) -> None:
    found = answers(random.Random(3), total)
    assert sum(found.values()) == total
    assert all(0 <= found[one.key] <= one.most for one in items())
    assert assess(items(), found).grade in Capability
    assert found == answers(random.Random(3), total), "the same from the same number"


def test_a_bed_is_given_once_and_the_longest_free_is_left_for_who_needs_it(
    actor: Actor, person: Callable[..., int]
) -> None:
    beds = [places.save(actor, BedDraft(room="301", number=str(at))) for at in range(1, 4)]
    places.save(actor, BedDraft(room="301", number="9", mode="day"))
    stays.admit(actor, StayDraft(person("李强"), beds[0], "2026-08-01", "2026-09-10"))
    stays.admit(actor, StayDraft(person("马丽"), beds[1], "2026-08-01", "2026-10-10"))
    free = FreeBeds()

    def take(day: dt.date) -> int | None:
        found = free.take(day)
        return found.id if found is not None else None

    assert take(dt.date(2026, 10, 1)) == beds[0]
    assert take(dt.date(2026, 10, 1)) == beds[2], "never lain in"
    assert take(dt.date(2026, 10, 1)) is None, "the second was left on the tenth"
    assert take(dt.date(2026, 10, 10)) == beds[1]


def test_an_empty_centre_is_furnished_with_what_needs_nobody(actor: Actor) -> None:
    this = Month.of(clock.today())
    furnish(actor, demo_centre(), (this.shifted(-1), this), this.shifted(-1))
    assert waiting.applications() == []
    assert len(trainings.trainings(actor)) == 5
