"""Random registers against a slow model of the roster that looks at every day of the month (handbook section 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.bed import Bed, Stay
from desktop.models.database import database
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal
from desktop.models.resident import Flag, RegisterEvent, Resident
from desktop.models.visit import Excusal, Visit
from desktop.services.figures import visits as visit_figures
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
    with writing(actor, Action.EDIT_RESIDENT) as unit:
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


def contradicts(one, other):
    """Whether two flags (kind, from, to) are of one kind, share a day, and are not the same."""
    (kind, begins, ends), (other_kind, other_begins, other_ends) = one, other
    shared = (begins or dt.date.min) <= (other_ends or dt.date.max) and (other_begins or dt.date.min) <= (
        ends or dt.date.max
    )
    return kind == other_kind and shared and (begins, ends) != (other_begins, other_ends)


@RANDOM
@given(lives(), lives())
def test_two_records_made_one_count_as_one_person(actor, kept, other):
    # The kept record's register history holds; flags, visits and excuses of both belong to the one person.
    # Of flags of one kind that share days and differ, those of the kept record hold unless somebody chose otherwise.
    followed = [flag for flag in other.flags if not any(contradicts(flag, mine) for mine in kept.flags)]
    together = Life(kept.events, kept.flags + followed, kept.visits + other.visits, kept.excuse or other.excuse)
    with forgotten():
        rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, list(WANTED))
        one, two = record(actor, kept, "甲"), record(actor, other, "乙")
        merging.merge(actor, one, two, {"register_state": "keep"})
        expected = standing_of(together, 15)
        assert standings() == ({one: expected} if expected else {})


@dataclass(frozen=True)
class Care:
    """What somebody was given besides visits: a service in some state, a meal, nights in a bed of some mode."""

    service: tuple[str, dt.date] | None
    meal: dt.date | None
    stay: tuple[str, dt.date, dt.date | None] | None


@st.composite
def cares(draw: st.DrawFn) -> Care:
    states = ("requested", "dispatched", "done", "rated")
    stay = None
    if draw(st.booleans()):
        first, last = draw(DAYS), draw(SOME_DAY)
        stay = (draw(st.sampled_from(("full", "full", "day"))), min(first, last or first), last and max(first, last))
    return Care(draw(st.none() | st.tuples(st.sampled_from(states), DAYS)), draw(SOME_DAY), stay)


def record_care(actor: Actor, one: int, care: Care) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        if care.service is not None:
            unit.add(HelpService(resident=one, type="bathing", state=care.service[0], service_on=care.service[1]))
        if care.meal is not None:
            unit.add(Meal(resident=one, eaten_on=care.meal, meal="lunch", mode="dine_in"))
        if care.stay is not None:
            bed = unit.add(Bed(room="101", number=str(one), kind="nursing", mode=care.stay[0]))
            unit.add(Stay(resident=one, bed=bed, from_on=care.stay[1], to_on=care.stay[2]))


def is_housed(care: Care) -> bool:
    if care.stay is None or care.stay[0] != "full":
        return False
    return all(care.stay[1] <= day and (not care.stay[2] or day < care.stay[2]) for day in OCTOBER)


def is_helped(life: Life, care: Care) -> bool:
    served = care.service is not None and care.service[0] in ("done", "rated") and care.service[1] in OCTOBER
    fed = care.meal is not None and care.meal in OCTOBER
    return served or fed or any(outcome == "reached" and day in OCTOBER for day, outcome in life.visits)


def holds_in_october(life: Life, kind: str) -> bool:
    spans = [(start, end) for flag, start, end in life.flags if flag == kind]
    return any((not start or start <= day) and (not end or day <= end) for start, end in spans for day in OCTOBER)


@RANDOM
@given(st.lists(st.tuples(lives(), cares()), min_size=1, max_size=4))
def test_the_visit_figures_are_the_sums_of_everybody(actor, people):
    with forgotten():
        rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, list(WANTED))
        for number, (life, care) in enumerate(people):
            record_care(actor, record(actor, life, f"老人{number}"), care)
        found = visit_figures(OCTOBER)
        stands = [(standing_of(life, 15), life, care) for life, care in people]
        required = [(how, life, care) for how, life, care in stands if how not in ("", "late")]
        assert found.required == len(required)
        assert found.late_joiners == sum(how == "late" for how, _, _ in stands)
        assert (found.visited, found.unvisited) == tuple(
            sum(how == wanted for how, _, _ in required) for wanted in ("visited", "unvisited")
        )
        gone = [life for how, life, _ in required if how == "excused" and state_on(life, OCTOBER.last) in GONE]
        assert found.excused_gone == len(gone)
        assert found.excused_confirmed == sum(how == "excused" for how, _, _ in required) - len(gone)
        at_home = [(life, care) for how, life, care in required if how != "excused" and not is_housed(care)]
        assert found.helped_of == len(at_home)
        assert found.helped == sum(is_helped(life, care) for life, care in at_home)
        outcomes = [outcome for life, _ in people for day, outcome in life.visits if day in OCTOBER]
        assert found.by_method["home"] == outcomes.count("reached")
        assert found.attempts_not_reached == outcomes.count("not_reached") + outcomes.count("refused")
        for kind in WANTED:
            holding = [how for how, life, _ in required if holds_in_october(life, kind)]
            group = next((one for one in found.by_flag if one.name == kind), None)
            counts = tuple(holding.count(how) for how in ("excused", "visited", "unvisited"))
            assert (group and (group.excused, group.visited, group.unvisited)) == (counts if holding else None)


def test_the_model_itself_knows_the_examples_of_the_handbook():
    flag = [("disabled", None, None)]
    assert standing_of(Life([("on_register", dt.date(2026, 10, 15))], flag, [], ""), 15) == "unvisited"
    assert standing_of(Life([("on_register", dt.date(2026, 10, 16))], flag, [], ""), 15) == "late"
    gone = Life([("on_register", None), ("deceased", dt.date(2026, 10, 9))], flag, [], "")
    assert standing_of(gone, 15) == "excused"
