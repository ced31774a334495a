"""Every number opens: who and what makes a figure is what the figure counts."""

import datetime as dt
import json
import random

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import UnknownFigure
from desktop.core.figures.behind import Counts
from desktop.core.figures.explained import Origin
from desktop.core.figures.series import BUDGETS
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.rates import average, rate, rate_text
from desktop.core.words import terms
from desktop.importing.importer import import_workbook
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.figures import as_json, figures_of
from desktop.services.figures.contract import value_in
from desktop.services.figures.explained import everything, explain, explained
from desktop.services.figures.narrowed import narrow
from desktop.services.register.snapshot import register
from desktop.services.residents import forms as residents
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.journal import writing
from tests.e2e.running import SAMPLE
from tests.unit.services.figures import hard_months
from tests.unit.services.visits.test_roster_rules import forgotten

SEPTEMBER, OCTOBER, FEBRUARY = Month(2026, 9), Month(2026, 10), Month(2028, 2)


def leaves(told, path=""):
    """Every figure of the contract by its name, as a reader of the JSON would walk it."""
    for key, value in told.items():
        if key in ("month", "rules", "indicators"):
            continue
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value
    for at, one in enumerate(told.get("indicators", ())):
        yield f"indicators.{at}.value", one["value"]


def counted(part):
    """What the lines of an explanation come to, counted one by one."""
    if part.counts is Counts.PEOPLE:
        return len({line.resident_id for line in part.lines})
    if part.counts is Counts.ROWS:
        return len(part.rows)
    total = sum(line.amount for line in part.lines)
    return yuan_text(total) if part.counts is Counts.YUAN else total


def hold(month):
    """Hold every figure of the month against its explanation; gives the names."""
    known = register()
    figures = figures_of(month, known)
    told = dict(leaves(as_json(figures)))
    for name, value in told.items():
        found = explained(figures, name, known)
        assert found.value == value, name
        for part in found.parts:
            assert counted(part) == part.value, name
            if part.counts is Counts.PEOPLE:
                assert len(part.people) == part.value, name
        if len(found.parts) == 2:
            above, below = (part.value for part in found.parts)
            said = average(above, below) if name.endswith(".average") else rate(above, below)
            assert value in ((None, "—") if not below else (rate_text(said),)), name
        elif found.parts:
            assert str(found.parts[0].value) == str(value), name
        else:
            assert found.origin is (Origin.LIVE if name.startswith(BUDGETS) else Origin.TYPED), name
    assert set(everything(figures)) == set(told)
    return told


def test_every_figure_of_the_sample_centre_is_its_explanation(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        for kind in ("residents", "beds", "services", "meals", "visits"):
            import_workbook(actor, kind, SAMPLE / f"{kind}.xlsx")
        told = hold(OCTOBER)
    expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    assert told["visits.unvisited"] == expected["visits"]["unvisited"]
    assert len(told) > 60


def test_every_figure_of_months_with_turning_days_is_its_explanation(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        hold(OCTOBER)
        hold(SEPTEMBER)


def test_every_figure_of_a_leap_february_is_its_explanation(actor):
    with clock.standing_at(hard_months.FEBRUARY_SEEN):
        hard_months.leap_february(actor)
        hold(FEBRUARY)


def test_a_centre_without_a_record_explains_nothing_by_nobody(actor):
    hold(OCTOBER)
    assert explain(OCTOBER, "visits.visit_rate").people == ()


def at_random(make, chance):
    """A centre of a few people to whom anything may have happened about October."""

    def on():
        return str(dt.date(2026, 9, 20) + dt.timedelta(days=chance.randrange(45)))

    names = "甲乙丙丁戊己"
    for name in names:
        events = [("on_register", chance.choice((None, on())))]
        if chance.random() < 0.3:
            events.append((chance.choice(("deceased", "moved_out")), max(on(), events[0][1] or "")))
        flags = [(chance.choice(("living_alone", "disabled", "kinless")), chance.choice((None, on())), None)]
        grades = [(chance.choice([*terms.GRADES]), None)] if chance.random() < 0.5 else []
        make.person(f"{name}某", f"19{chance.randrange(30, 70)}-10-{chance.randrange(10, 29)}", "male", *events,
                    flags=flags if chance.random() < 0.8 else [], grades=grades)  # fmt: skip
    for _ in range(15):
        outcome, method = (
            chance.choice(("reached", "reached", "not_reached", "hospital")),
            chance.choice(("home", "phone")),
        )
        make.visit(chance.choice(names), on(), outcome, method, "何云")
    for _ in range(8):
        make.service(chance.choice(names), on(), chance.choice(("bathing", "cleaning", "recreation")),
                     chance.choice(("done", "rated", "requested")), minutes=chance.randrange(90),
                     fee_fen=chance.randrange(5000), payer=chance.choice(("self", "volunteer", "")))  # fmt: skip
    granted_at_random(make, chance, names)
    eaten = {(chance.choice(names), on(), chance.choice(("lunch", "dinner"))) for _ in range(15)}
    for who, day, meal in sorted(eaten):
        guest = chance.random() < 0.2
        make.meal("" if guest else who, day, meal, "dine_in", 1500, *((0, 1500) if guest else (300, 1200)))
    for who, bed in zip(names, ("1-1", "1-2", "1-3"), strict=False):
        make.bed(bed, chance.choice(("nursing", "ordinary")), mode=chance.choice(("full", "full", "day")))
        make.stay(who, bed, on())
    make.risk(chance.choice(names), on(), "地面湿滑")


def granted_at_random(make, chance, names):
    """Packages of some of them, and what there is for those who pay themselves."""
    for who in chance.sample(names, 3):
        make.package(who, "self", chance.choice(("", "bathing")), 60, "2026-10-01")
    make.budget("self", chance.randrange(20000), "2026-10-01")


@pytest.mark.parametrize("seed", range(8))
def test_every_figure_of_a_centre_at_random_is_its_explanation(actor, seed):
    with forgotten(), clock.standing_at(hard_months.OCTOBER_SEEN):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            at_random(hard_months.Maker(unit), random.Random(seed))
        hold(OCTOBER)
        hold(SEPTEMBER)


def test_the_records_named_are_those_of_the_figure(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        for code, word in terms.SERVICE_TYPES.items():
            rows = explain(OCTOBER, f"services.person_times.{word}").rows
            found = query.fetch("SELECT uid, type, state FROM living_help_service WHERE service_on LIKE '2026-10%'")
            assert set(rows) == {uid for uid, kind, state in found if kind == code and state in ("done", "rated")}
        paid = explain(OCTOBER, "canteen.paid").parts[0].lines
        stored = dict(query.fetch("SELECT uid, paid_fen FROM living_meal"))
        assert {line.uid: line.amount for line in paid} == {one: stored[one] for one in {line.uid for line in paid}}


def test_the_people_of_a_rate_stand_apart(person, actor):
    one, two = person("甲一", flags=["living_alone"]), person("乙二", flags=["disabled"], born="1950-01-01")
    visits.save(actor, VisitDraft(one, "2026-10-10"))
    above, below = explain(OCTOBER, "visits.visit_rate").parts
    assert [person.name for person in above.people] == ["甲一"]
    assert sorted(person.resident_id for person in below.people) == [one, two]
    assert explain(OCTOBER, "visits.visit_rate").value == "50.00"


def test_a_kind_that_nobody_had_is_nothing_and_an_unknown_name_is_told_the_names(actor):
    assert explain(OCTOBER, "canteen.meals.早/送餐").value == 0
    with pytest.raises(UnknownFigure) as caught:
        explain(OCTOBER, "visits.unvisted")
    assert "visits.unvisited" in caught.value.names
    assert "beds.occupancy" in caught.value.names


@pytest.fixture
def closed(person, actor):
    one, two = person("甲一", flags=["living_alone"]), person("乙二", flags=["disabled"], born="1950-01-01")
    visits.save(actor, VisitDraft(one, "2026-09-10"))
    month_close.close(actor, SEPTEMBER, reports_of, "乙二未遇")
    return one, two


def test_a_closed_month_names_whom_it_named_then(closed, actor):
    _one, two = closed
    draft = residents.draft_of(two)
    draft.name, draft.flags = "改名", []
    residents.save(actor, draft)
    found = explain(SEPTEMBER, "visits.unvisited")
    assert (found.origin, found.value, [one.name for one in found.people]) == (Origin.FROZEN, 1, ["乙二"])
    assert [person.resident_id for person in found.people] == [two]
    now = explain(SEPTEMBER, "visits.unvisited", live=True)
    assert (now.origin, now.value, now.people) == (Origin.LIVE, 0, ())


def test_a_closed_month_tells_a_community_by_its_lists_and_a_category_by_todays_records(closed, actor):
    _one, two = closed
    draft = residents.draft_of(two)
    draft.flags = []
    residents.save(actor, draft)
    [community] = {one.community for one in explain(SEPTEMBER, "visits.unvisited").people}
    found = explain(SEPTEMBER, narrow("visits.unvisited", 社区=community))
    assert (found.origin, found.value, [one.name for one in found.people]) == (Origin.FROZEN, 1, ["乙二"])
    assert explain(SEPTEMBER, narrow("visits.visit_rate", 社区=community)).value == "50.00"
    assert explain(SEPTEMBER, narrow("visits.visit_rate", 社区="别处")).value == "—"
    named = explain(SEPTEMBER, narrow("visits.unvisited", 类别="失能"))
    assert (named.origin, named.value) == (Origin.LIVE, 0)


def test_every_figure_of_a_closed_month_that_its_lists_tell_fits_them(closed):
    for name, value in leaves(as_json(figures_of(SEPTEMBER))):
        found = explain(SEPTEMBER, name)
        if found.origin is Origin.FROZEN:
            assert found.value == value
            assert all(counted(part) == part.value for part in found.parts), name
        else:
            assert found.closed == value, "what was closed stands beside what today's rows tell"


def test_a_figure_is_found_by_its_name():
    told = {"visits": {"by_method": {"电话": 3}}, "indicators": [{"value": "84.48"}]}
    assert value_in(told, "visits.by_method.电话") == 3
    assert value_in(told, "indicators.0.value") == "84.48"
    assert value_in(told, "indicators.1.value") is None
    assert value_in(told, "visits.by_method") is None
