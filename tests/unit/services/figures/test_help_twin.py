"""Ten-help figures against a slow and plain counting: the six, cover of the disabled, payers, both kinds of meals."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal
from desktop.models.resident import Flag, RegisterEvent, Resident
from desktop.services.figures import as_json, figures_of
from desktop.services.figures import services as service_figures
from desktop.services.figures.explained import explain
from desktop.services.figures.over_months import over_months
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.residents import states
from desktop.services.writing import months, rules
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)
DAYS = [dt.date(2026, 10, 1) + dt.timedelta(days=n) for n in range(31)]
SEEN = dt.datetime(2026, 11, 20, 9)
SIX = {"meals", "bathing", "emergency", "medical", "mobility", "cleaning"}


def day(chance):
    return dt.date(2026, 9, 20) + dt.timedelta(days=chance.randrange(50))


def made(unit, chance):
    """Random people as plain Python: events, flags and services, all of which are on record too."""
    found = []
    for number in range(25):
        row = unit.add(Resident(name=f"甲{number}", name_key=str(number), sex="male", id_state="none"))
        one = {"id": row.id, "events": [(None, "on_register")], "flags": [], "done": [], "meals": 0}
        unit.add(RegisterEvent(resident=row, state="on_register"))
        if chance.random() < 0.4:
            one["events"].append((day(chance), chance.choice(["deceased", "moved_out"])))
            unit.add(RegisterEvent(resident=row, state=one["events"][-1][1], on_date=one["events"][-1][0]))
        if chance.random() < 0.8:
            first = chance.choice([None, day(chance)])
            last = chance.choice([None, (first or dt.date(2026, 9, 25)) + dt.timedelta(days=chance.randrange(15))])
            kind = chance.choice(["disabled", "disabled", "living_alone"])
            one["flags"].append((kind, first, last))
            unit.add(Flag(resident=row, kind=kind, from_on=first, to_on=last))
        for _ in range(chance.choice([0, 0, 1, 3])):
            said = {
                "type": chance.choice(list(terms.SERVICE_TYPES)),
                "service_on": day(chance),
                "state": chance.choice(["done", "rated", "done", "cancelled", "requested"]),
                "payer": chance.choice(["", *terms.PAYERS]),
                "minutes": chance.randrange(200),
                "fee_fen": chance.randrange(9000),
                "subsidy_fen": chance.randrange(9000),
            }
            one["done"].append(said)
            said["cancel_reason"] = "不需要了" if said["state"] == "cancelled" else ""
            unit.add(HelpService(resident=row, **said))
        if chance.random() < 0.3:
            one["meals"] += 1
            unit.add(
                Meal(
                    **{"resident": row, "eaten_on": DAYS[4], "meal": "lunch", "mode": "delivered"},
                    **dict.fromkeys(("price_fen", "subsidy_fen", "paid_fen"), 0),
                )
            )
        found.append(one)
    return found


def disabled(one):
    """Day by day: on register and with the flag on one of them."""

    def here(on):
        return [state for since, state in one["events"] if since is None or since <= on][-1] == "on_register"

    def flagged(on):
        return any(
            kind == "disabled" and (first is None or first <= on) and (last is None or on <= last)
            for kind, first, last in one["flags"]
        )

    return any(here(on) and flagged(on) for on in DAYS)


@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_a_plain_counting(actor, seed):
    with clock.standing_at(SEEN):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            people = made(unit, random.Random(seed))
        found, told = service_figures(OCTOBER), as_json(figures_of(OCTOBER))["services"]
    rows = [
        (one["id"], said)
        for one in people
        for said in one["done"]
        if said["service_on"] in DAYS and said["state"] in ("done", "rated")
    ]
    for kind, word in terms.SERVICE_TYPES.items():
        times = sum(said["type"] == kind for _who, said in rows)
        assert told["person_times"][word] == times
        assert told["six_help"]["person_times"].get(word) == (times if kind in SIX else None)
    assert told["six_help"]["persons"] == len({who for who, said in rows if said["type"] in SIX})
    assert told["meals_in_all"] == told["person_times"]["助餐"] + sum(one["meals"] for one in people)
    for line in found.payers:
        own = [(who, said) for who, said in rows if said["payer"] == line.payer]
        assert (line.person_times, line.persons) == (len(own), len({who for who, _said in own}))
        for name in ("minutes", "fee_fen", "subsidy_fen"):
            assert getattr(line, name) == sum(said[name] for _who, said in own)
    wanted = {one["id"] for one in people if disabled(one)}
    served = {who for who, _said in rows}
    coverage = told["coverage"]
    assert (coverage["disabled"], coverage["helped"]) == (len(wanted), len(wanted & served))
    assert {line.resident_id for line in found.coverage.unhelped} == wanted - served
    assert coverage["unhelped"] == len(wanted - served)


def test_somebody_disabled_is_covered_by_any_service_of_the_month_and_opens_by_name(person, actor):
    one, two = person("王芳", flags=["disabled"]), person("李强", flags=["disabled"])
    person("赵敏", flags=["living_alone"])
    orders.save(actor, ServiceDraft(resident_id=one, type="companionship", service_on="2026-10-03"))
    orders.save(actor, ServiceDraft(resident_id=two, type="bathing", service_on="2026-10-03", state="requested"))
    assert as_json(figures_of(OCTOBER))["services"]["coverage"] == {
        "disabled": 2,
        "helped": 1,
        "unhelped": 1,
        "rate": "50.00",
    }
    [part] = explain(OCTOBER, "services.coverage.unhelped").parts
    assert [line.name for line in part.people] == ["李强"]


def test_who_died_before_the_month_is_not_asked_about_and_nobody_is_a_dash(person, actor):
    one = person("王芳", flags=["disabled"])
    states.apply(actor, one, "deceased", dt.date(2026, 9, 30), "家属告知")
    assert as_json(figures_of(OCTOBER))["services"]["coverage"]["rate"] == "—"


def test_the_six_are_data_from_a_month_on(person, actor):
    orders.save(actor, ServiceDraft(resident_id=person(), type="companionship", service_on="2026-10-03"))
    rules.set_rule(actor, "six_help", dt.date(2026, 10, 1), ["companionship", "meals"])
    assert as_json(figures_of(OCTOBER))["services"]["six_help"] == {
        "person_times": {"助聊": 1, "助餐": 0},
        "persons": 1,
    }
    assert set(service_figures(Month(2026, 9)).six.types) == SIX


def test_twelve_months_by_type_stand_as_they_were_frozen_and_as_the_rows_are(person, actor):
    one = person()
    for kind, on in (("bathing", "2026-08-03"), ("bathing", "2026-10-05"), ("cleaning", "2026-10-31")):
        with clock.standing_at(SEEN):
            orders.save(actor, ServiceDraft(resident_id=one, type=kind, service_on=on))
    with clock.standing_at(dt.datetime(2026, 9, 1, 9)):
        asked = ServiceDraft(resident_id=one, type="shopping", service_on="2026-09-05", state="requested")
        ordered = orders.save(actor, asked)
    with clock.standing_at(dt.datetime(2026, 9, 4, 15)):
        steps.finish(actor, ordered)
    with clock.standing_at(SEEN):
        months.close(actor, Month(2026, 8), '{"services": {"person_times": {"助浴": 7}}}')
        august, september, october = figures_of(OCTOBER).services.trend[-3:]
    assert (august.person_times["bathing"], august.orders, august.average) == (7, None, None)
    assert (september.total, september.person_times["shopping"]) == (1, 1)
    assert (september.orders, september.average) == (1, Decimal("3.00"))
    assert (october.total, october.orders, october.average, october.recorded) == (2, 0, None, True)
    assert not figures_of(OCTOBER).services.trend[0].recorded


def test_a_month_that_was_closed_before_says_nothing_of_what_it_did_not_count(person, actor):
    person("李强", flags=["disabled"])
    with clock.standing_at(SEEN):
        months.close(actor, OCTOBER, '{"services": {"person_times": {"助浴": 7}, "persons": 5}}')
        found = explain(OCTOBER, "services.coverage.unhelped")
        year = over_months([OCTOBER, Month(2026, 11)])
    assert (found.value, found.closed) == (1, None), "today's rows tell it, the closed month did not"
    assert year.at(year.of("services.coverage.disabled"), OCTOBER) is None
    assert year.at(year.of("services.person_times.助浴"), OCTOBER) == 7
    assert year.at(year.of("services.coverage.disabled"), Month(2026, 11)) == 1
