"""What a month would come to is what it comes to once it is so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.acts import Action
from desktop.core.errors import NotFound
from desktop.core.period import Month
from desktop.models import query
from desktop.models.resident import Grade
from desktop.services.beds import moving, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures.bed_what_if import Supposed, what_if
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def lodger(actor: Actor, person: Callable[..., int]) -> int:
    """轻度 all September, in one bed until the 16th and then in another, away on the 28th; beside her somebody 完好."""
    beds = [places.save(actor, BedDraft(room="304", number=one, opened_on="2026-01-01")) for one in "123"]
    one, other = person("李桂兰"), person("王芳")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident=one, grade="mild", assessed_on=dt.date(2026, 8, 1)))
        unit.add(Grade(resident=other, grade="intact", assessed_on=dt.date(2026, 8, 1)))
    stay = stays.admit(actor, StayDraft(one, beds[0], "2026-09-01"))
    stays.admit(actor, StayDraft(other, beds[1], "2026-09-01"))
    moved = moving.move(actor, stay, beds[2], "2026-09-16")
    stays.add_leave(actor, moved, "2026-09-28", "2026-09-28", "", "hospital")
    return one


def test_who_left_earlier_earns_for_fewer_nights(actor: Actor, lodger: int) -> None:
    logged = query.count("SELECT count(*) FROM change_log")
    found = what_if(lodger, SEPTEMBER, dt.date(2026, 9, 21))
    # 70 yuan for 29 nights present of 30, then for 20; beside them 50 yuan for the whole month.
    assert (found.before.own_fen, found.before.subsidy_fen) == (3500 + 3267, 11767)
    assert (found.after.own_fen, found.after.subsidy_fen) == (3500 + 1167, 9667)
    assert (found.before.occupied, found.before.away) == (59, 1)
    assert (found.after.occupied, found.after.away) == (50, 0)
    assert query.count("SELECT count(*) FROM change_log") == logged
    [stay] = query.ids("SELECT id FROM living_stay WHERE resident_id = ? AND to_on IS NULL", [lodger])
    stays.discharge(actor, stay, "2026-09-21", "回家")
    assert what_if(lodger, SEPTEMBER).before == found.after


def test_a_day_before_the_move_leaves_nothing_of_the_other_bed(lodger: int) -> None:
    found = what_if(lodger, SEPTEMBER, dt.date(2026, 9, 11))
    assert (found.after.own_fen, found.after.occupied) == (2333, 40)


def test_another_grade_pays_from_its_day_on(actor: Actor, lodger: int) -> None:
    found = what_if(lodger, SEPTEMBER, grade=Supposed("severe", dt.date(2026, 9, 21)))
    # 70 yuan for 15 nights; then 5 nights at 70 and 9 present at 150.
    assert found.after.own_fen == 3500 + 1167 + 4500
    assert (found.after.occupied, found.after.away) == (found.before.occupied, found.before.away)
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident=lodger, grade="severe", assessed_on=dt.date(2026, 9, 21)))
    assert what_if(lodger, SEPTEMBER).before == found.after


def test_who_has_no_bed_that_day_cannot_leave_it(lodger: int) -> None:
    with pytest.raises(NotFound):
        what_if(lodger, SEPTEMBER, dt.date(2026, 8, 31))
