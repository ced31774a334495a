"""What the demo centre keeps of the street: who visits whom, what happened to somebody, notes, figures, allowances."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from typing import Any

from desktop.core.acts import Action
from desktop.core.answers import AllowanceStep
from desktop.core.period import Month
from desktop.core.trade import AllowanceKind, FlagKind, StopReason, VisitOutcome
from desktop.demo.centre import DemoCentre
from desktop.demo.numbers import NumberMaker
from desktop.demo.rooms.told import at_home, day, lodgers
from desktop.services.plans import typed
from desktop.services.plans.typed import TypedDraft
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import allowances, forms
from desktop.services.residents.allowances import AllowanceDraft
from desktop.services.residents.drafts import FlagDraft, ResidentDraft
from desktop.services.visits import assignments, crises, referrals, risks, roster
from desktop.services.visits.crises import CrisisDraft
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

_ALLOWED = 40
_AWAY = frozenset({VisitOutcome.AWAY, VisitOutcome.HOSPITAL})


def know_street(actor: Actor, centre: DemoCentre, data: Mapping[str, Any], month: Month) -> None:
    """Visitors by community since a month began; crises, a note for an open risk, figures that no room counts."""
    by_community: dict[str, list[int]] = {}
    for one in residents.rows(roster.standing(Month.of(day(0))).required):
        by_community.setdefault(one.community, []).append(one.id)
    for number, people in enumerate(by_community.values()):
        assignments.assign(actor, people, centre.visitors[number % len(centre.visitors)], month.first)
    alone = at_home(len(data["crises"]), (), flag=FlagKind.LIVING_ALONE, age_from=75)
    for who, (ago, kind, at, words) in zip(alone, data["crises"], strict=False):
        crises.record_crisis(actor, CrisisDraft(who, kind, day(ago), at, words))
    for risk in risks.open_risks()[:1]:
        referrals.refer(actor, risk.id, *data["referral"])
    for key, value, source in data["figures"]:
        typed.record(actor, TypedDraft(key, value, month.first, source))


def move_register(actor: Actor, centre: DemoCentre, data: Mapping[str, Any], month: Month) -> None:
    """Newcomers of a month, and who has been in the house as a destitute one since it began."""
    rng = random.Random(int(centre.number))
    numbers = NumberMaker(rng)
    for name, sex, year, community, on in data["newcomers"]:
        division = centre.divisions[centre.communities.index(community)]
        born = dt.date(year, 1 + rng.randrange(12), 1 + rng.randrange(28))
        draft = ResidentDraft(name=name, id_number=numbers.draw(division, born, sex), community=community)
        draft.registered_on, draft.address = month.day(on).isoformat(), f"{community}{rng.randint(1, 30)}栋2单元301室"
        forms.save(actor, draft)
    for who, _bed, _since in lodgers()[: data["destitute"]]:
        draft = forms.draft_of(who)
        draft.flags.append(FlagDraft(FlagKind.DESTITUTE_INSTITUTION, month.first.isoformat()))
        forms.save(actor, draft)


def excuse(actor: Actor, month: Month) -> None:
    """The director excuses who was away, or in hospital, whenever somebody came; one is left to be confirmed."""
    away = [one.person.resident_id for one in roster.roster(month).unvisited if one.last_outcome in _AWAY]
    for one in away[:-1] if len(away) > 1 else away:
        outcome = next(fact.outcome for fact in reversed(roster.standing(month).facts[one]))
        roster.confirm_excuse(actor, one, month, outcome)


def pay_allowances(actor: Actor, data: Mapping[str, Any], first: dt.date, month: Month) -> None:
    """The oldest receive the allowance of high age; in a month some begin, one gets another class, one stops."""
    old = residents.find_ids(ResidentQuery(age_from=80, order="id"))[:_ALLOWED]
    lower, higher = data["allowance"]
    with writing(actor, Action.EDIT_RESIDENT):
        for number, one in enumerate(old):
            since = first if number % 8 else month.day(6)
            allowances.record(actor, one, AllowanceDraft(AllowanceKind.AGE, AllowanceStep.STARTED, lower, "", since))
        for one in old[1:2]:
            allowances.record(
                actor, one, AllowanceDraft(AllowanceKind.AGE, AllowanceStep.STARTED, higher, "", month.day(11))
            )
        for one in old[2:3]:
            stop = AllowanceDraft(AllowanceKind.AGE, AllowanceStep.STOPPED, "", StopReason.NOT_CERTIFIED, month.day(20))
            allowances.record(actor, one, stop)


def pay_carers(actor: Actor, data: Mapping[str, Any], first: dt.date) -> None:
    """What the office pays the carers of each level, since the history began."""
    rules.set_rule(actor, "carer_allowance_fen", first, dict(data["carer_fen"]), data["carer_note"])
