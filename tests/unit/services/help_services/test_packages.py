"""Packages: what is granted, what the services of a month use of it, what is left; the ledger adds up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.answers import ServiceDoubt
from desktop.core.errors import InvalidDraft, NotAllowed, NotFound
from desktop.core.period import Month
from desktop.services import undoing
from desktop.services.help_services import budgets, doubts, orders, packages, steps
from desktop.services.help_services.budgets import BudgetDraft, Spent, borne_fen
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.packages import PackageDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)


def grant(actor, who, hours="10", kind="", first="2026-10-01", **more):
    return packages.grant(actor, PackageDraft(who, kind, hours, valid_from=first, **more))


def serve(actor, who, day, start="09:00", end="10:00", **more):
    said = {"type": "bathing", "payer": "government", "worker": "普建国"} | more
    draft = ServiceDraft(resident_id=who, service_on=day, started=start, ended=end, **said)
    return orders.save(actor, draft)


def ledger(package, month=OCTOBER):
    (found,) = [one for one in packages.used_in(month) if one.package.id == package]
    return found


def test_what_is_granted_less_its_services_is_left(actor, person):
    who = person("王芳")
    one = grant(actor, who, "2.5")
    serve(actor, who, "2026-10-02")
    serve(actor, who, "2026-10-05", "22:30", "00:15")
    found = ledger(one)
    assert (found.package.name, found.package.minutes, found.used, found.left) == ("王芳", 150, 165, -15)
    assert [(f"{line.day:%m-%d}", line.minutes, line.left) for line in found.lines] == [
        ("10-02", 60, 90),
        ("10-05", 105, -15),
    ]
    assert ledger(one, Month(2026, 11)).left == 150, "each month has its own hours"


def test_only_what_was_done_for_the_same_person_and_payer_while_it_holds_is_in_it(actor, person):
    who, other = person("王芳"), person("李兰")
    one = grant(actor, who, kind="bathing", first="2026-10-03", valid_to="2026-10-20")
    inside = [serve(actor, who, day) for day in ("2026-10-03", "2026-10-20")]
    serve(actor, who, "2026-10-02")
    serve(actor, who, "2026-10-21")
    serve(actor, who, "2026-10-04", type="cleaning")
    serve(actor, who, "2026-10-05", payer="self")
    serve(actor, other, "2026-10-06")
    serve(actor, who, "2026-10-07", "09:00", "")
    steps.cancel(actor, serve(actor, who, "2026-10-08", state="requested"), "不需要了")
    orders.void(actor, serve(actor, who, "2026-10-09"), "录错")
    assert [line.service_id for line in ledger(one).lines] == inside


def test_its_own_type_goes_before_any_and_each_service_is_in_one_package(actor, person):
    who = person()
    any_type, bathing = grant(actor, who, "5"), grant(actor, who, "1", "bathing")
    for day in ("2026-10-02", "2026-10-03"):
        serve(actor, who, day)
    serve(actor, who, "2026-10-04", type="cleaning")
    assert (ledger(bathing).left, ledger(any_type).left) == (-60, 240)


def test_the_same_is_granted_once_at_a_time(actor, person):
    who = person()
    first = grant(actor, who, valid_to="2026-10-31")
    with pytest.raises(InvalidDraft) as caught:
        grant(actor, who, first="2026-10-31")
    assert [(one.name, one.reason) for one in caught.value.fields] == [("valid_from", "overlap")]
    grant(actor, who, kind="bathing")
    grant(actor, who, payer="volunteer")
    grant(actor, who, first="2026-11-01")
    draft = packages.draft_of(first)
    assert (draft.hours, draft.type, draft.payer) == ("10.0", "", "government")
    draft.hours, draft.valid_to = "12", "2026-10-15"
    packages.change(actor, first, draft)
    assert ledger(first).package.minutes == 720


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"hours": "0"}, ("hours", "out_of_range")),
        ({"hours": "很多"}, ("hours", "bad_decimal")),
        ({"payer": ""}, ("payer", "required")),
        ({"resident_id": None}, ("resident_id", "required")),
        ({"valid_to": "2026-09-30"}, ("valid_to", "ends_before_start")),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(actor, person, change, wrong):
    with pytest.raises(InvalidDraft) as caught:
        packages.grant(
            actor, PackageDraft(**{"resident_id": person(), "hours": "5", "valid_from": "2026-10-01"} | change)
        )
    assert [(one.name, one.reason) for one in caught.value.fields] == [wrong]


def test_ended_void_and_taken_back(actor, person):
    one = grant(actor, person())
    packages.end(actor, one, "2026-10-10")
    assert packages.packages(Month(2026, 11)) == []
    packages.void(actor, one, "录错人")
    with pytest.raises(NotFound):
        packages.draft_of(one)
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert packages.draft_of(one).valid_to == "2026-10-10"


def test_a_service_beyond_what_is_granted_is_said_and_not_refused(actor, person):
    who = person("王芳")
    grant(actor, who, "1.5")
    one, two = serve(actor, who, "2026-10-02"), serve(actor, who, "2026-10-03")
    assert doubts.of(one) == []
    (said,) = doubts.of(two)
    assert (said.kind, said.who) == (ServiceDoubt.PACKAGE_USED_UP, "王芳")


def test_an_auditor_grants_nothing(actor, person):
    with pytest.raises(NotAllowed):
        grant(Actor(None, "审计", "auditor", actor.station), person())


# Budgets


@pytest.mark.parametrize(
    ("payer", "borne"), [("government", 5500), ("subsidy", 1500), ("self", 4000), ("volunteer", 0), ("", 0)]
)
def test_what_a_payer_bears(payer, borne):
    assert borne_fen(payer, 4000, 1500) == borne


def test_what_there_is_what_is_taken_and_what_is_left(actor, person):
    who = person()
    budgets.set_budget(actor, BudgetDraft("government", "100", "2026-10-01"))
    serve(actor, who, "2026-10-02", fee="40", subsidy="15")
    serve(actor, who, "2026-10-03", fee="50")
    serve(actor, who, "2026-10-04", fee="30", payer="self")
    serve(actor, who, "2026-09-30", fee="999")
    october = budgets.spent_in(OCTOBER)
    assert october == [Spent("government", 10000, 10500), Spent("self", None, 3000)]
    assert [one.left_fen for one in october] == [-500, None]


def test_the_newest_budget_holds_and_one_of_the_same_day_is_replaced(actor):
    for amount, first in (("100", "2026-09-01"), ("200", "2026-10-01"), ("300", "2026-10-01"), ("400", "2026-11-05")):
        budgets.set_budget(actor, BudgetDraft("government", amount, first))
    assert [one.amount_fen for one in budgets.budgets()] == [10000, 30000, 40000]
    held = [budgets.spent_in(Month(2026, month))[0].budget_fen for month in (9, 10, 11)]
    assert held == [10000, 30000, 40000]
    assert budgets.spent_in(Month(2026, 8)) == []


def test_a_budget_ends_and_is_for_the_director(actor, clerk):
    one = budgets.set_budget(actor, BudgetDraft("subsidy", "100", "2026-09-01", "2026-10-05"))
    assert budgets.spent_in(OCTOBER) == [Spent("subsidy", 10000, 0)]
    assert budgets.spent_in(Month(2026, 11)) == []
    with pytest.raises(NotAllowed):
        budgets.void(clerk, one, "录错")
    budgets.void(actor, one, "录错")
    assert budgets.budgets() == []


# Against somebody who looks at every service.

KINDS, PAYERS = ("bathing", "cleaning"), ("government", "self")
DAYS = st.integers(1, 20)
GRANTS = st.lists(
    st.tuples(st.sampled_from(("", *KINDS)), st.sampled_from(PAYERS), st.integers(1, 5), DAYS, DAYS), max_size=5
)
SERVICES = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(PAYERS), DAYS, st.integers(1, 150)), max_size=8)


@given(GRANTS, SERVICES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_ledger_adds_up_whatever_is_granted_and_done(actor, person, grants, services):
    with forgotten():
        who = person()
        granted = {}
        for kind, payer, hours, one, two in grants:
            first, last = sorted((one, two))
            try:
                package = grant(
                    actor, who, str(hours), kind, f"2026-10-{first:02d}", valid_to=f"2026-10-{last:02d}", payer=payer
                )
            except InvalidDraft:
                continue
            granted[package] = (kind, payer, hours * 60, first, last)
        wanted = {package: values[2] for package, values in granted.items()}
        outside = 0
        for kind, payer, day, minutes in services:
            serve(
                actor,
                who,
                f"2026-10-{day:02d}",
                "06:00",
                f"{6 + minutes // 60:02d}:{minutes % 60:02d}",
                type=kind,
                payer=payer,
            )
            own = [one for one, said in granted.items() if said[:2] == (kind, payer) and said[3] <= day <= said[4]]
            general = [one for one, said in granted.items() if said[:2] == ("", payer) and said[3] <= day <= said[4]]
            if own or general:
                wanted[(own or general)[0]] -= minutes
            else:
                outside += minutes
        found = packages.used_in(OCTOBER)
        assert {one.package.id: one.left for one in found} == wanted
        assert sum(one.used for one in found) + outside == sum(minutes for *_, minutes in services)
        for one in found:
            left = one.package.minutes
            for line in one.lines:
                left -= line.minutes
                assert line.left == left


def test_days_are_days(actor, person):
    one = grant(actor, person(), valid_to="2026-10-31")
    (found,) = packages.packages(OCTOBER)
    assert (found.id, found.valid_from, found.valid_to) == (one, dt.date(2026, 10, 1), dt.date(2026, 10, 31))
