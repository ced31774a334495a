"""A month that is over stands: nothing that happens or begins after its last day moves any of its figures.

What has no date yet (name, birth date, community, address, phone, living arrangement, health record, family doctor,
kind and mode of a bed) moves the figures of all months and is left alone here.
"""

import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.period import Month
from desktop.models.bed import Bed, BedOutage, Leave, Stay
from desktop.models.help_service import HelpService
from desktop.models.resident import Flag, Grade, Resident
from desktop.models.visit import Risk
from desktop.services.beds import in_service, stays
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import price_edits
from desktop.services.canteen.meals import MealDraft
from desktop.services.figures import figures_of
from desktop.services.help_services import orders as help_services
from desktop.services.help_services import steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.steps import RatingDraft
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.residents.drafts import FlagDraft, ResidentDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import risks, roster
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import audit, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.figures import golden, hard_months
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
LATER = st.one_of(
    st.sampled_from([dt.date(2026, 11, 1), dt.date(2026, 11, 2)]), st.dates(dt.date(2026, 11, 1), dt.date(2026, 12, 15))
)


def any_of(model, chance):
    return chance.choice(list(model.select().where(model.voided_at.is_null()).order_by(model.id)))


def a_visit(actor: Actor, one: int, day: dt.date, chance: random.Random) -> None:
    outcome = chance.choice(("reached", "not_reached", "hospital"))
    visits.save(actor, VisitDraft(one, day, outcome=outcome, visitors="马丽"))


def a_service(actor, one, day, chance):
    state = chance.choice(("requested", "done"))
    help_services.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on=day, state=state))


def a_meal(actor, one, day, chance):
    canteen.save(actor, MealDraft(chance.choice((one, None)), day, guest=True))


def a_risk(actor, one, day, chance):
    risks.save(actor, RiskDraft(one, day, "门锁损坏", "urgent"))


def a_risk_closed(actor, one, day, chance):
    risks.close(actor, any_of(Risk, chance).id, "已解决", day)


def an_excuse(actor, one, day, chance):
    roster.confirm_excuse(actor, one, NOVEMBER, "hospital")


def a_change_of_state(actor, one, day, chance):
    state = chance.choice(("deceased", "moved_out", "cancelled", "on_register"))
    states.apply(actor, one, state, day, "后来的事")


def a_newcomer(actor, one, day, chance):
    name = f"新来{chance.choice('甲乙丙丁戊己庚辛')}{chance.choice('子丑寅卯辰巳午未')}"
    flags = [FlagDraft("living_alone", day.isoformat())]
    draft = ResidentDraft(name=name, sex="female", born_on="1940-01-01", registered_on=day.isoformat(), flags=flags)
    draft.community, draft.accept_to_verify = "前卫社区", True
    resident_forms.save(actor, draft)


def a_flag(actor, one, day, chance):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Flag(resident=one, kind=chance.choice(("disabled", "minimum_living")), from_on=day))


def the_end_of_a_flag(actor, one, day, chance):
    flag = any_of(Flag, chance)
    if flag.to_on is None:
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.change(flag, {"to_on": max(day, flag.from_on or day)})


def a_grade(actor, one, day, chance):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident=one, grade=chance.choice(("intact", "complete")), assessed_on=day))


def a_bed(actor, one, day, chance):
    number = str(chance.randrange(10_000))
    beds.save(actor, BedDraft(room="901", number=number, opened_on=day, mode=chance.choice(("full", "day"))))


def a_bed_closed(actor, one, day, chance):
    in_service.close(actor, any_of(Bed, chance).id, day)


def an_outage(actor, one, day, chance):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(BedOutage(bed=any_of(Bed, chance), from_on=day))


def an_admission(actor, one, day, chance):
    stays.admit(actor, StayDraft(one, any_of(Bed, chance).id, day))


def a_discharge(actor, one, day, chance):
    stay = any_of(Stay, chance)
    if stay.to_on is None:
        stays.discharge(actor, stay.id, day, "回家")


def a_leave(actor, one, day, chance):
    stays.add_leave(actor, any_of(Stay, chance).id, day, "", "住院")


def the_end_of_a_leave(actor, one, day, chance):
    leave = any_of(Leave, chance)
    if leave.to_on is None or leave.to_on > OCTOBER.last:
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.change(leave, {"to_on": day})


def a_price(actor, one, day, chance):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        price_edits.store_price(unit, day, "lunch", 2000)
        price_edits.store_subsidies(unit, day, [(60, (), 700)])


def a_rule(actor, one, day, chance):
    key, value = chance.choice(
        (("visit_cutoff_day", 20), ("visit_roster_flags", ["dementia"]), ("bed_subsidy_by", "last_night"))
    )
    rules.set_rule(actor, key, day, value)


def a_rating(actor, one, day, chance):
    service = any_of(HelpService, chance)
    if service.state == "done":
        steps.rate(actor, service.id, RatingDraft("5"))


ACTS = (
    a_visit, a_service, a_meal, a_risk, a_risk_closed, an_excuse, a_change_of_state, a_newcomer, a_flag,
    the_end_of_a_flag, a_grade, a_bed, a_bed_closed, an_outage, an_admission, a_discharge, a_leave, the_end_of_a_leave,
    a_price, a_rule, a_rating,
)  # fmt: skip


@pytest.fixture
def months(actor):
    with clock.standing_at(dt.datetime(2026, 12, 20, 9, 0)):
        hard_months.october(actor)
        yield actor


@settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(ACTS), LATER, st.randoms(use_true_random=False)), min_size=1, max_size=12))
def test_nothing_later_moves_a_month(months, later):
    before = golden.whole(figures_of(OCTOBER))
    with forgotten():
        for act, day, chance in later:
            try:
                act(months, any_of(Resident, chance).id, day, chance)
            except UserError:
                continue
        assert golden.whole(figures_of(OCTOBER)) == before


@pytest.mark.parametrize("act", ACTS)
def test_each_of_these_acts_is_really_done(months, act):
    written = audit.count()
    chance = random.Random(7)
    for _ in range(40):
        try:
            act(months, any_of(Resident, chance).id, dt.date(2026, 11, 20), chance)
        except UserError:
            continue
    assert audit.count() > written
