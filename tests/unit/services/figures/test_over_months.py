"""Figures over months are those of each month; closed ones as frozen, none before a part's first record."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from desktop.core import clock
from desktop.core.figures.behind import Average, Counts, Ratio
from desktop.core.figures.series import Unit, difference, unit_of
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.importing.importer import import_workbook
from desktop.reports.months.render import reports_of
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.closing import month_close
from desktop.services.figures import as_json, figures_of
from desktop.services.figures.contract import leaves, value_in
from desktop.services.figures.explained import everything
from desktop.services.figures.over_months import over_months, year_to
from desktop.services.help_services import budgets, orders
from desktop.services.help_services.budgets import BudgetDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.residents import forms as residents
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from tests.e2e.running import SAMPLE
from tests.unit.services.figures import hard_months

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)


def values(over, figure):
    """What a figure was in each month."""
    found = over.of(figure)
    return None if found is None else [None if one is None else str(one) for one in found.values]


def number(told):
    return None if told in (None, "—") else Decimal(told)


def test_a_year_ends_with_its_month_and_goes_over_the_turn():
    assert year_to(Month(2026, 2), 3) == (Month(2025, 12), Month(2026, 1), Month(2026, 2))
    assert len(year_to(OCTOBER)) == 12


def test_every_month_of_the_sample_centre_is_what_its_figures_say(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        for kind in ("residents", "beds", "services", "meals", "visits"):
            import_workbook(actor, kind, SAMPLE / f"{kind}.xlsx")
        over = over_months((SEPTEMBER, OCTOBER))
        told = dict(leaves(as_json(figures_of(OCTOBER))))
    assert {one.figure: one.values[-1] for one in over.series if one.figure in told} == {
        name: number(value) for name, value in told.items()
    }
    assert set(told) == {one.figure for one in over.series} or len(over.series) > len(told)
    expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    assert values(over, "visits.visited") == [None, str(expected["visits"]["visited"])]
    assert values(over, "canteen.price") == [None, expected["canteen"]["price"]]


def test_months_in_which_everything_happens_are_told_by_their_own_figures(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        over = over_months(year_to(OCTOBER, 2))
        for month in (SEPTEMBER, OCTOBER):
            told = as_json(figures_of(month))
            for one in over.series:
                found = over.at(one, month)
                # What nobody had is in no contract; a part that had not begun is not told at all.
                assert found in (number(value_in(told, one.figure)), 0, None), one.figure
                if month == OCTOBER and value_in(told, one.figure) is not None:
                    assert found == number(value_in(told, one.figure)), one.figure


def test_a_part_is_told_from_its_first_record_on_and_then_nothing_is_nothing(person, actor):
    one = person("甲一", flags=["living_alone"])
    visits.save(actor, VisitDraft(one, "2026-08-20"))
    meals.save(actor, MealDraft(one, "2026-09-10"))
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-09-08", state="done"))
    over = over_months(year_to(OCTOBER, 4))
    assert over.months == (Month(2026, 7), AUGUST, SEPTEMBER, OCTOBER)
    assert values(over, "visits.visited") == [None, "1", "0", "0"]
    assert values(over, "visits.visit_rate") == [None, "100.00", "0.00", "0.00"]
    assert values(over, "canteen.persons") == [None, None, "1", "0"]
    assert values(over, "services.person_times.助浴") == [None, None, "1", "0"]
    assert values(over, "canteen.meals.午/堂食") == [None, None, "1", "0"]
    assert values(over, "beds.beds") == [None, None, None, "0"]
    assert values(over, "people.on_register_end") == [None, "1", "1", "1"]
    assert over.closed == frozenset()
    rate = next(one for one in over.series if "月探访率" in one.name)
    assert [None if one is None else str(one) for one in rate.values] == [None, "100.00", "0.00", "0.00"]


def test_a_bed_from_before_any_record_does_not_let_people_or_indicators_be_told(person, actor):
    person("甲一", flags=["living_alone"])
    places.save(actor, BedDraft(room="301", number="1", opened_on="2026-08-01"))
    over = over_months((AUGUST, OCTOBER))
    assert values(over, "beds.beds") == ["1", "1"]
    assert values(over, "people.on_register_end") == [None, "1"]
    assert {one.values[0] for one in over.series if not one.figure.startswith("beds.")} == {None}


def test_kinds_that_only_an_earlier_month_had_stand_beside_their_like(person, actor):
    one = person("甲一")
    for on, meal in (("2026-09-10", "dinner"), ("2026-10-08", "lunch")):
        meals.save(actor, MealDraft(one, on, meal=meal))
    names = [one.figure for one in over_months((SEPTEMBER, OCTOBER)).series]
    at = names.index("canteen.meals.午/堂食")
    assert names[at : at + 3] == ["canteen.meals.午/堂食", "canteen.meals.晚/堂食", "canteen.persons"]


def test_a_closed_month_is_told_as_it_was_frozen(person, actor):
    one = person("甲一", flags=["living_alone"])
    visits.save(actor, VisitDraft(one, "2026-09-10"))
    month_close.close(actor, SEPTEMBER, reports_of)
    draft = residents.draft_of(one)
    draft.flags = []
    residents.save(actor, draft)
    over = over_months((SEPTEMBER, OCTOBER))
    assert (over.closed, values(over, "visits.required")) == ({SEPTEMBER}, ["1", "0"])
    assert number(as_json(figures_of(SEPTEMBER))["visits"]["required"]) == 0, "today's rows would say so"


def test_a_figure_that_a_closed_month_did_not_count_has_no_value_there(person, actor, monkeypatch):
    visits.save(actor, VisitDraft(person("甲一", flags=["living_alone"]), "2026-09-10"))
    from desktop.services.figures import over_months as module

    old = as_json(figures_of(SEPTEMBER))
    del old["visits"]["help_rate"], old["people"]["by_band"]
    monkeypatch.setattr(module.frozen, "figures", lambda month: old if month == SEPTEMBER else None)
    over = over_months((SEPTEMBER, OCTOBER))
    assert values(over, "visits.help_rate") == [None, "0.00"]
    found = values(over, "people.by_band.80-89")
    assert found is not None
    assert found[0] is None


def test_indicators_are_the_same_by_plan_and_name_wherever_they_stand(person, actor, monkeypatch):
    visits.save(actor, VisitDraft(person("甲一", flags=["living_alone"]), "2026-09-10"))
    from desktop.services.figures import over_months as module

    old = as_json(figures_of(SEPTEMBER))
    assert len(old["indicators"]) > 1
    first = old["indicators"][0]["name"]
    old["indicators"] = [{**one, "value": str(at)} for at, one in enumerate(reversed(old["indicators"]))]
    monkeypatch.setattr(module.frozen, "figures", lambda month: old if month == SEPTEMBER else None)
    found = over_months((SEPTEMBER, OCTOBER)).of("indicators.0.value")
    assert found is not None
    assert (found.name, found.values[0]) == (first, len(old["indicators"]) - 1)


def test_what_a_figure_is_told_in_is_what_it_counts(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        for payer in terms.PAYERS:
            budgets.set_budget(actor, BudgetDraft(payer, "100", "2026-10-01"))
        for name, behind in everything(figures_of(OCTOBER)).items():
            if unit_of(name) is not Unit.OTHER:
                assert behind is not None
                assert (unit_of(name) is Unit.MEAN) == isinstance(behind, Average), name
                assert (unit_of(name) in (Unit.PERCENT, Unit.MEAN)) == isinstance(behind, Ratio), name
                assert (unit_of(name) is Unit.YUAN) == (getattr(behind, "counts", None) is Counts.YUAN), name


@pytest.mark.parametrize("other", [SEPTEMBER, Month(2025, 10)])
def test_two_months_differ_by_what_their_figures_differ(person, actor, other):
    one, two = person("甲一", flags=["living_alone"]), person("乙二", flags=["disabled"], born="1950-01-01")
    for on in (other.day(3), dt.date(2026, 10, 5), dt.date(2026, 10, 6)):
        visits.save(actor, VisitDraft(one if on.day != 6 else two, str(on)))
    over = over_months((other, OCTOBER))
    before, now = as_json(figures_of(other)), as_json(figures_of(OCTOBER))
    for figure in ("visits.visited", "visits.visit_rate", "people.on_register_end"):
        found = over.of(figure)
        assert found is not None
        assert difference(found.values[1], found.values[0]) == number(value_in(now, figure)) - number(
            value_in(before, figure)
        )


def test_the_carers_allowance_is_told_from_the_first_post_on(actor):
    entries.save(actor, WorkerDraft(name="马丽", role="carer", since="2026-09-10"))
    over = over_months((AUGUST, SEPTEMBER, OCTOBER))
    assert values(over, "rolls.carer_allowance.persons") == [None, "0", "0"]
