"""结算: the meals of a month by person, subsidy class and category, from the rows that the figures are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop.core.figures.settlement import PersonSettled, Settled, Settlement, Share
from desktop.core.period import Month
from desktop.core.trade import FlagKind
from desktop.core.words import terms
from desktop.core.words.prices import PAPER
from desktop.models import query
from desktop.services.canteen import prices
from desktop.services.canteen.prices import Subsidy
from desktop.services.figures.canteen_meals import by_flag, by_person, canteen
from desktop.services.register.snapshot import register

NO_SUBSIDY, NO_RULE = "不享受补贴", "未注明补贴规则"
_MEALS = (
    "SELECT m.resident_id, m.eaten_on, m.price_fen, m.subsidy_fen, m.paid_fen, m.rule_id, m.rule_parts,"
    " COALESCE((SELECT -sum(e.amount) FROM living_ledger_entry e WHERE e.meal_id = m.id), 0)"
    " FROM living_meal m WHERE m.eaten_on BETWEEN ? AND ? ORDER BY m.eaten_on, m.id"
)


class _Meal(NamedTuple):
    """One meal in fen, with the rules that gave to it and what a balance paid."""

    resident_id: int | None
    day: str
    price: int
    subsidy: int
    paid: int
    rule_id: int | None
    rule_parts: str
    prepaid: int


class _Class(NamedTuple):
    """Whom a subsidy is for, and what it gives."""

    name: str
    standard: str = ""


def settlement(month: Month) -> Settlement:
    """A month as it is settled."""
    known = register()
    found = canteen(month, known)
    lines = {line.person.resident_id: line for line in found.people}
    every = query.fetch_as(_Meal, _MEALS, [month.first.isoformat(), month.last.isoformat()])
    meals = [one for one in every if one.resident_id in lines]
    of_person = by_person(meals)
    flags = by_flag(known, month, of_person)
    return Settlement(
        month,
        [PersonSettled(line.person, _sum(line.person.name, of_person[who])) for who, line in lines.items()],
        _classes(meals),
        [_sum(terms.FLAGS[flag], flags[flag]) for flag in FlagKind if flags.get(flag)],
        _sum("", meals),
        _share(one.subsidy for one in meals),
        _share(one.prepaid for one in meals),
        _share(one.paid - one.prepaid for one in meals),
        found.guests,
        found.guest_paid_fen,
    )


def _classes(meals: Iterable[_Meal]) -> list[Settled]:
    """A meal counts in the class that gave most to it; what another one gave on top is that one's own subsidy."""
    rules = prices.every_rule()
    by_id, by_uid = {one.id: one for one in rules}, {one.uid: one for one in rules}
    counted: dict[_Class, list[_Meal]] = defaultdict(list)
    given: dict[_Class, int] = defaultdict(int)
    for one in meals:
        of = _class(by_id[one.rule_id]) if one.rule_id is not None else _Class(NO_RULE if one.subsidy else NO_SUBSIDY)
        counted[of].append(one)
        for part, fen in _parts(one, by_uid) or [(of, one.subsidy)]:
            given[part] += fen
    # Those without a subsidy stand last.
    order = sorted({*counted, *given}, key=lambda of: (of.standard == "", of))
    return [_sum(of.name, counted[of], given[of], of.standard) for of in order]


def _class(rule: Subsidy) -> _Class:
    limits = PAPER.limits(rule.min_spend_fen, rule.day_cap_fen, rule.month_cap_fen, adds=False)
    standard = "，".join(part for part in (PAPER.given(rule.amount_fen, rule.percent), limits) if part)
    whom = PAPER.whom(rule.ages, rule.flags)
    meal = PAPER.meal(rule.meal) if rule.meal else ""
    mode = terms.MEAL_MODES[rule.mode] if rule.mode else ""
    return _Class("·".join(part for part in (whom, meal, mode) if part), standard)


def _parts(one: _Meal, rules: Mapping[str, Subsidy]) -> list[tuple[_Class, int]]:
    split = (part.split(":") for part in one.rule_parts.split())
    return [(_class(rules[uid]), int(fen)) for uid, fen in split]


def _share(borne: Iterable[int]) -> Share:
    found = [fen for fen in borne if fen]
    return Share(len(found), sum(found))


def _sum(name: str, meals: Iterable[_Meal], subsidy: int | None = None, standard: str = "") -> Settled:
    found = list(meals)
    return Settled(
        name,
        len({one.resident_id for one in found}),
        len(found),
        sum(one.price for one in found),
        sum(one.subsidy for one in found) if subsidy is None else subsidy,
        sum(one.paid for one in found),
        sum(one.prepaid for one in found),
        standard,
    )
