"""The demo's people look like those of a street and are nobody."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from desktop.core.period import Month, birthday
from desktop.core.person.identity import is_valid
from desktop.demo.centre import demo_centre
from desktop.demo.history import History
from desktop.demo.numbers import Fault, written
from desktop.demo.people import DemoPerson, build_people
from desktop.demo.stays import build_beds, build_stays, settled

OCTOBER = Month(2026, 10)
HISTORY = History.ending(OCTOBER)


@pytest.fixture(scope="module")
def people() -> list[DemoPerson]:
    return build_people(random.Random(1), demo_centre(), HISTORY, 600)


def test_history_is_three_months_and_the_running_one() -> None:
    assert [str(month) for month in HISTORY.months] == ["2026-08", "2026-09", "2026-10"]
    running = History.ending(OCTOBER, dt.date(2026, 11, 3))
    assert str(running.months[-1]) == "2026-11"
    assert len(running.days(running.months[-1])) == 3
    assert History.ending(OCTOBER, dt.date(2026, 10, 9)).months == HISTORY.months


def test_numbers_are_right_but_lie_where_no_division_was_ever_assigned(people: list[DemoPerson]) -> None:
    for person in people:
        assert person.number[:4] == "5399"
        assert is_valid(person.number)
        assert person.number[6:14] == f"{person.born_on:%Y%m%d}"
        assert (int(person.number[16]) % 2 == 1) == (person.sex == "male")
    assert len({person.number for person in people}) == 600


def test_phones_lie_in_a_segment_that_was_never_opened(people: list[DemoPerson]) -> None:
    assert {person.phone[:3] for person in people} == {"154"}
    assert {len(person.phone) for person in people} == {11}


def test_rare_characters_and_names_of_the_peoples_come_up(people: list[DemoPerson]) -> None:
    names = "".join(person.name for person in people)
    assert all(character in names for character in "𬱖䶮㛃喆堃·")


def test_only_namesakes_share_a_name(people: list[DemoPerson]) -> None:
    plain = [person.name for person in people if not person.namesake]
    assert len(set(plain)) == len(plain)
    twins = [person.name for person in people if person.namesake]
    assert len(twins) == 10
    assert len(set(twins)) == 5


def test_somebody_reaches_80_90_and_100(people: list[DemoPerson]) -> None:
    for month in HISTORY.months:
        assert sum(birthday(person.born_on, 80) in month for person in people) >= 3
        assert any(birthday(person.born_on, 90) in month for person in people)
    assert any(birthday(person.born_on, 100) in OCTOBER for person in people)


def test_some_die_and_some_move_in_every_month(people: list[DemoPerson]) -> None:
    left = [(person.state, Month.of(person.state_on)) for person in people if person.state_on is not None]
    for month in HISTORY.months:
        assert ("deceased", month) in left
        assert ("moved_out", month) in left


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.NONE, "539901194001011233"),
        (Fault.DAMAGED, 539901194001011000.0),
        (Fault.MISSING, ""),
        (Fault.FIFTEEN, "539901400101123"),
        (Fault.SPACED, "539901 19400101 1233"),
        (Fault.APOSTROPHE, "'539901194001011233"),
        (Fault.WIDE, "５３９９０１１９４００１０１１２３３"),
    ],
)
def test_written(fault: Fault, expected: str | float) -> None:
    assert written("539901194001011233", fault) == expected


def test_a_wrong_digit_breaks_the_check_and_keeps_the_sex() -> None:
    wrong = written("539901194001011233", Fault.WRONG_DIGIT)
    assert isinstance(wrong, str)
    assert not is_valid(wrong)
    assert int(wrong[16]) % 2 == int("3") % 2


def test_every_fault_of_real_workbooks_occurs(people: list[DemoPerson]) -> None:
    assert {person.fault for person in people} == set(Fault)


def test_stays_never_overlap(people: list[DemoPerson]) -> None:
    rng = random.Random(2)
    beds = build_beds(rng)
    stays = build_stays(rng, people, beds, HISTORY)
    assert len(beds) == 48
    assert len({(bed.room, bed.number) for bed in beds}) == 48
    assert sum(bed.kind == "nursing" for bed in beds) == 32
    assert len({stay.bed for stay in stays}) == len(stays)
    assert len({stay.person.number for stay in stays}) == len(stays)
    assert any(stay.leave for stay in stays)
    assert any(stay.to_on for stay in stays)
    for stay in stays:
        assert stay.to_on is None or stay.from_on < stay.to_on
        assert stay.leave is None or stay.from_on <= stay.leave[0] <= stay.leave[1] <= HISTORY.until


def test_who_lives_in_the_house_lives_in_an_institution(people: list[DemoPerson]) -> None:
    rng = random.Random(2)
    stays = build_stays(rng, people, build_beds(rng), HISTORY)
    lodgers = [person for person in settled(people, stays, HISTORY) if person.living == "institution"]
    assert len(lodgers) > 15
    assert not any(flag.code == "living_alone" for person in lodgers for flag in person.flags)
