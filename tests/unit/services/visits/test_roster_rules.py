"""Random registers against a slow model of the roster that looks at every day of the month (handbook section 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.period import Month
from desktop.models.database import database
from desktop.models.resident import Flag, RegisterEvent, Resident
from desktop.models.visit import Excusal, Visit
from desktop.services.residents import merging
from desktop.services.visits import roster
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)
# The days on which a rule turns come up often, the others now and then.
_TURNING = (
    "2026-09-30",
    "2026-10-01",
    "2026-10-02",
    "2026-10-15",
    "2026-10-16",
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
)
DAYS = st.one_of(
    st.sampled_from([dt.date.fromisoformat(text) for text in _TURNING]),
    st.dates(dt.date(2026, 9, 25), dt.date(2026, 11, 5)),
)
SOME_DAY = st.one_of(st.none(), DAYS)
WANTED = ("disabled", "living_alone")
GONE = ("deceased", "moved_out", "cancelled")
OUTCOMES = ("reached", "not_reached", "refused", "hospital", "away")


@dataclass(frozen=True)
class Life:
    """One resident: register events, flags with first and last day, visits, a confirmed excuse."""

    events: list[tuple[str, dt.date | None]]
    flags: list[tuple[str, dt.date | None, dt.date | None]]
    visits: list[tuple[dt.date, str]]
    excuse: str


@st.composite
def lives(draw: st.DrawFn) -> Life:
    # Joining, leaving, coming back: dates in order, each a change.
    days = sorted(draw(st.lists(DAYS, unique=True, max_size=4)))
    first = draw(st.sampled_from([None, *days[:1]])) if days else None
    events: list[tuple[str, dt.date | None]] = [("on_register", first)]
    for day in days[1 if first else 0 :]:
        gone = events[-1][0] != "on_register"
        events.append(("on_register" if gone else draw(st.sampled_from(GONE)), day))
    flags = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = draw(SOME_DAY), draw(SOME_DAY)
        if start and end and end < start:
            start, end = end, start
        flags.append((draw(st.sampled_from((*WANTED, "minimum_living"))), start, end))
    visits = draw(st.lists(st.tuples(DAYS, st.sampled_from(OUTCOMES)), max_size=4))
    return Life(events, flags, visits, draw(st.sampled_from(("", "", "hospital", "away"))))


def state_on(life: Life, day: dt.date) -> str:
    state = ""
    for new, since in life.events:
        if since is None or since <= day:
            state = new
    return state


def belongs_on(life: Life, day: dt.date) -> bool:
    held = any(
        (not start or start <= day) and (not end or day <= end) for kind, start, end in life.flags if kind in WANTED
    )
    return held and state_on(life, day) == "on_register"


def standing_of(life: Life, cutoff: int) -> str:
    """required persons are visited, excused or unvisited; else late, or nothing."""
    days = [OCTOBER.day(number) for number in range(1, 32)]
    first = next((day for day in days if belongs_on(life, day)), None)
    if first is None:
        return ""
    if first.day > cutoff:
        return "late"
    outcomes = [outcome for day, outcome in life.visits if day in OCTOBER]
    if "reached" in outcomes:
        return "visited"
    confirmed = life.excuse and outcomes and all(outcome in ("hospital", "away") for outcome in outcomes)
    return "excused" if state_on(life, days[-1]) in GONE or confirmed else "unvisited"


@contextmanager
def forgotten() -> Iterator[None]:
    """What is written inside is rolled back at the end."""
    with database.atomic("IMMEDIATE") as transaction:
        yield
        transaction.rollback()


def record(actor: Actor, life: Life, name: str) -> int:
    with writing(actor) as unit:
        one = unit.add(Resident(name=name, name_key=name, register_state=life.events[-1][0]))
        for state, day in life.events:
            unit.add(RegisterEvent(resident=one, state=state, on_date=day))
        for kind, start, end in life.flags:
            unit.add(Flag(resident=one, kind=kind, from_on=start, to_on=end))
        for day, outcome in life.visits:
            unit.add(Visit(resident=one, visited_on=day, method="home", outcome=outcome))
        if life.excuse:
            unit.add(Excusal(resident=one, month=str(OCTOBER), reason=life.excuse, confirmed_by="主任甲"))
        return int(one.id)


def standings() -> dict[int, str]:
    found = roster.roster(OCTOBER)
    return {
        **{line.person.resident_id: "visited" for line in found.visited},
        **{line.person.resident_id: "excused" for line in found.excused},
        **{line.person.resident_id: "unvisited" for line in found.unvisited},
        **{person.resident_id: "late" for person in found.late_joiners},
    }


RANDOM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RANDOM
@given(st.lists(lives(), min_size=1, max_size=4), st.sampled_from((1, 15, 31)))
def test_everybody_stands_where_a_day_by_day_count_puts_them(actor, people, cutoff):
    with forgotten():
        rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, list(WANTED))
        rules.set_rule(actor, "visit_cutoff_day", OCTOBER.first, cutoff)
        ids = [record(actor, life, f"老人{number}") for number, life in enumerate(people)]
        expected = {one: standing_of(life, cutoff) for one, life in zip(ids, people, strict=True)}
        assert standings() == {one: standing for one, standing in expected.items() if standing}
        found = roster.standing(OCTOBER)
        assert len(found.required) == len(found.reached) + len(found.excused) + len(found.unvisited)


@RANDOM
@given(lives(), lives())
def test_two_records_made_one_count_as_one_person(actor, kept, other):
    # The kept record's register history holds; flags, visits and excuses of both belong to the one person.
    together = Life(kept.events, kept.flags + other.flags, kept.visits + other.visits, kept.excuse or other.excuse)
    with forgotten():
        rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, list(WANTED))
        one, two = record(actor, kept, "甲"), record(actor, other, "乙")
        merging.merge(actor, one, two, {"register_state": "keep"})
        expected = standing_of(together, 15)
        assert standings() == ({one: expected} if expected else {})


def test_the_model_itself_knows_the_examples_of_the_handbook():
    flag = [("disabled", None, None)]
    assert standing_of(Life([("on_register", dt.date(2026, 10, 15))], flag, [], ""), 15) == "unvisited"
    assert standing_of(Life([("on_register", dt.date(2026, 10, 16))], flag, [], ""), 15) == "late"
    gone = Life([("on_register", None), ("deceased", dt.date(2026, 10, 9))], flag, [], "")
    assert standing_of(gone, 15) == "excused"
