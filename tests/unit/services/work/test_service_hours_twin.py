"""Random services, bookings, corrections, voids and undos against somebody who keeps the time bank in a notebook."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.work_errors import HoursTooFew, ServiceHoursSpent
from desktop.models import query
from desktop.services import undoing
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.work import service_hours, timebank
from desktop.services.work.timebank import Hours, HoursDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.unit.services.visits.test_roster_rules import forgotten

# Two volunteers and a carer; who pays.
NAMES, PAYERS = ("马丽", "李强", "普建国"), ("volunteer", "self")
ENDS = {0: "", 30: "9:30", 60: "10:00", 120: "11:00"}
AT, WHO, LONG = st.integers(0, 9), st.integers(0, 2), st.sampled_from((0, 30, 60, 120))
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("serve"), WHO, st.sampled_from((30, 60, 120))),
        st.tuples(st.just("serve"), st.just(0), st.just(60)),
        st.tuples(st.just("book"), st.just(0), st.none()),
        st.tuples(st.just("book"), st.just(0), st.none()),
        st.tuples(st.just("longer"), AT, LONG),
        st.tuples(st.just("worker"), AT, WHO),
        st.tuples(st.just("payer"), AT, st.integers(0, 1)),
        st.tuples(st.just("void"), AT, st.none()),
        st.tuples(st.just("out"), st.integers(0, 1), st.sampled_from((30, 60))),
        st.tuples(st.just("back"), AT, st.none()),
        st.tuples(st.just("undo"), st.just(0), st.none()),
        st.tuples(st.just("undo"), st.just(0), st.none()),
    ),
    min_size=4,
    max_size=20,
)


@dataclass
class Service:
    """What a line of the notebook says of a service; each has a day of its own."""

    who: int
    minutes: int
    payer: int = 0
    void: bool = False

    @property
    def counts(self) -> bool:
        return not self.void and self.payer == 0 and self.minutes > 0 and self.who < 2


@dataclass
class Notebook:
    """Services, whose hours were written down, and what went out."""

    services: dict[int, Service] = field(default_factory=dict)
    booked: set[int] = field(default_factory=set)
    out: list[int] = field(default_factory=lambda: [0, 0])

    def settle(self) -> None:
        self.booked = {one for one in self.booked if self.services[one].counts}

    def served(self, who: int) -> int:
        return sum(self.services[one].minutes for one in self.booked if self.services[one].who == who)

    def possible(self) -> bool:
        return all(self.served(who) >= self.out[who] for who in (0, 1))


class Desk:
    """Does each act with the program and in the notebook."""

    def __init__(self, actor: Actor, people: tuple[int, int], helped: int) -> None:
        self.actor, self.people, self.helped = actor, people, helped
        self.book_, self.days = Notebook(), 0
        self.before: list[Notebook] = []

    def serve(self, who: int, minutes: int) -> None:
        self.days += 1
        draft = ServiceDraft(None, self.helped, "cleaning", worker=NAMES[who], payer="volunteer")
        draft.service_on, draft.started, draft.ended = f"2026-10-{self.days:02}", "9:00", ENDS[minutes]
        self.before.append(copy.deepcopy(self.book_))
        self.book_.services[orders.save(self.actor, draft)] = Service(who, minutes)

    def book(self, _at: int, _what: None) -> None:
        new = {one for one, service in self.book_.services.items() if service.counts} - self.book_.booked
        came = service_hours.book(self.actor)
        assert came == (len(new), sum(self.book_.services[one].minutes for one in new))
        if new:
            self.before.append(copy.deepcopy(self.book_))
            self.book_.booked |= new

    def longer(self, at: int, minutes: int) -> None:
        started = "9:00" if minutes else ""
        self._change(at, {"minutes": minutes}, {"started": started, "ended": ENDS[minutes]})

    def worker(self, at: int, who: int) -> None:
        self._change(at, {"who": who}, {"worker": NAMES[who]})

    def payer(self, at: int, payer: int) -> None:
        self._change(at, {"payer": payer}, {"payer": PAYERS[payer]})

    def void(self, at: int, _what: None) -> None:
        one = self._living(at)
        if one is not None:
            self._try(one, {"void": True}, lambda: orders.void(self.actor, one, "录错"))

    def out(self, who: int, minutes: int) -> None:
        draft = HoursDraft(self.people[who], f"{minutes / 60}", "2026-10-21", whom="王奶奶")
        would = copy.deepcopy(self.book_)
        would.out[who] += minutes
        self._went(lambda: timebank.take_out(self.actor, draft), would, HoursTooFew)

    def back(self, at: int, _what: None) -> None:
        booked = sorted(self.book_.booked)
        if not booked:
            return
        one = booked[at % len(booked)]
        [entry] = query.ids(
            "SELECT e.id FROM ledger_entry e WHERE e.help_service_id = ? AND e.amount > 0"
            " AND e.id NOT IN (SELECT c.counter_of FROM ledger_entry c WHERE c.counter_of IS NOT NULL)",
            [one],
        )
        would = copy.deepcopy(self.book_)
        would.booked.discard(one)
        self._went(lambda: timebank.correct(self.actor, entry, "再核对"), would, HoursTooFew)

    def undo(self, _at: int, _what: None) -> None:
        if self.before:
            undoing.take_back(self.actor, done.last_standing(self.actor, 1)[0])
            self.book_ = self.before.pop()

    def _living(self, at: int) -> int | None:
        living = [one for one, service in self.book_.services.items() if not service.void]
        return living[at % len(living)] if living else None

    def _change(self, at: int, says: dict[str, int], typed: dict[str, str]) -> None:
        one = self._living(at)
        if one is None or all(getattr(self.book_.services[one], name) == value for name, value in says.items()):
            return
        draft = orders.draft_of(one)
        for name, value in typed.items():
            setattr(draft, name, value)
        self._try(one, says, lambda: orders.save(self.actor, draft))

    def _try(self, one: int, says: dict[str, int], call: Callable[[], object]) -> None:
        would = copy.deepcopy(self.book_)
        for name, value in says.items():
            setattr(would.services[one], name, value)
        would.settle()
        self._went(call, would, ServiceHoursSpent)

    def _went(self, call: Callable[[], object], would: Notebook, refusal: type[UserError]) -> None:
        if would.possible():
            call()
            self.before.append(self.book_)
            self.book_ = would
        else:
            with pytest.raises(refusal):
                call()


@pytest.fixture
def crew(actor: Actor, person: Callable[..., int]) -> tuple[tuple[int, int], int]:
    """The two volunteers, and 王芳 whom they help; the carer may not have any hours."""
    roles = ("volunteer", "volunteer", "carer")
    made = [entries.save(actor, WorkerDraft(name=name, role=role)) for name, role in zip(NAMES, roles, strict=True)]
    return (made[0], made[1]), person("王芳")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_the_time_bank_is_what_the_services_say(
    acts: list[tuple[str, int, object]], actor: Actor, crew: tuple[tuple[int, int], int]
) -> None:
    with forgotten():
        desk = Desk(actor, *crew)
        for name, which, what in acts:
            getattr(desk, name)(which, what)
            check(desk)


def check(desk: Desk) -> None:
    """Both accounts, what stands in them, and what is still offered are those of the notebook; nothing is owed."""
    book = desk.book_
    stand = set()
    for at, who in enumerate(desk.people):
        served, out = book.served(at), book.out[at]
        assert timebank.hours_of(desk.actor, who) == Hours(served, out, served - out)
        found = timebank.entries_of(desk.actor, who)
        assert sum(one.amount for one in found) == served - out
        stand |= {(one.service, one.amount) for one in found if one.stands and one.service}
    uids = dict(query.fetch("SELECT id, uid FROM help_service"))
    assert stand == {(uids[one], book.services[one].minutes) for one in book.booked}
    sums = query.fetch("SELECT help_service_id, sum(amount) FROM ledger_entry WHERE help_service_id > 0 GROUP BY 1")
    assert {one: minutes for one, minutes in sums if minutes} == {
        one: book.services[one].minutes for one in book.booked
    }
    ready = {one.id for one in service_hours.offers(desk.actor) if one.why is None}
    assert ready == {one for one, service in book.services.items() if service.counts} - book.booked
    assert query.count("SELECT count(*) FROM hours_owed") == 0
