"""Stay fees of a month: the figures are what a slow model says that notes every act; each opens its rows."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import pytest

from desktop.core import clock
from desktop.core.errors import UserError
from desktop.core.figures.stay_fees import StayFeeFigures
from desktop.core.period import Month
from desktop.models import query
from desktop.reports.months import beds as report
from desktop.services.figures.bed_days import beds
from desktop.services.figures.contract import as_json
from desktop.services.figures.explained import explain
from desktop.services.figures.month import figures_of
from desktop.services.stay_fees import charges, paying
from desktop.services.stay_fees.paying import OtherChargeDraft, StayMoneyDraft
from desktop.services.writing.actor import Actor
from tests.unit.services.stay_fees.lodging import OCTOBER, admit, bed, turn_on, usual_rates

SEPTEMBER, NOVEMBER = Month(2026, 9), Month(2026, 11)
CHARGED, PAID = "charged", "paid"


@dataclass
class Note:
    """An entry as the model noted it: when, whose, on which account, whether it is of a charge, how much."""

    id: int
    day: dt.date
    who: int
    account: str
    kind: str
    amount: int
    taken_back: bool = False


@dataclass
class Model:
    """Notes after each act which entries are new, and by what was done what they are."""

    notes: dict[int, Note] = field(default_factory=dict)

    def did(self, kind: str, day: dt.date) -> None:
        for one, who, account, amount, counter_of in query.fetch(
            "SELECT id, resident_id, account, amount, counter_of FROM living_ledger_entry ORDER BY id"
        ):
            if one not in self.notes:
                first = self.notes.get(counter_of)
                self.notes[one] = Note(one, day, who, account, first.kind if first else kind, amount)
                if first:
                    first.taken_back = self.notes[one].taken_back = True

    def of(self, month: Month) -> StayFeeFigures:
        balance: defaultdict[int, int] = defaultdict(int)
        net: defaultdict[int, int] = defaultdict(int)
        opening = charged = paid = deposits = 0
        for one in self.notes.values():
            if one.day > month.last:
                continue
            if one.account == "stay_deposit":
                deposits += one.amount
                continue
            balance[one.who] += one.amount
            if one.day < month.first:
                opening += one.amount
            elif one.kind == CHARGED:
                charged -= one.amount
                net[one.who] -= one.amount
            else:
                paid += one.amount
        owed = sum(-fen for fen in balance.values() if fen < 0)
        ahead = sum(fen for fen in balance.values() if fen > 0)
        persons = sum(fen != 0 for fen in net.values())
        return StayFeeFigures(
            opening, charged, paid, owed, ahead, deposits, persons, sum(fen < 0 for fen in balance.values())
        )


def possible(actor: Actor, who: int, fen: str, day: dt.date) -> list[tuple[str, Callable[[], object]]]:
    """What may be done on a day, and what the entries of it are."""
    return [
        (CHARGED, lambda: charges.charge(actor, Month.of(day).shifted(-1), [who])),
        (CHARGED, lambda: charges.charge(actor, Month.of(day))),
        (CHARGED, lambda: paying.charge_other(actor, OtherChargeDraft(who, fen, "代垫"))),
        (PAID, lambda: paying.pay(actor, StayMoneyDraft(who, fen))),
        (PAID, lambda: paying.refund(actor, StayMoneyDraft(who, "5"))),
        (PAID, lambda: paying.take_deposit(actor, StayMoneyDraft(who, fen))),
        (PAID, lambda: paying.give_deposit_back(actor, StayMoneyDraft(who, "7"))),
        (PAID, lambda: paying.pay_from_deposit(actor, StayMoneyDraft(who, "3"))),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_what_a_slow_model_notes(actor: Actor, person: Callable[..., int], seed: int) -> None:
    chance, model = random.Random(seed), Model()
    with clock.standing_at(dt.datetime(2026, 9, 1, 9, 0)):
        turn_on(actor, dt.date(2026, 8, 1))
        usual_rates(actor)
        people = [person(f"人{at}") for at in range(4)]
        for at, who in enumerate(people):
            admit(actor, who, bed(actor, str(at)), "2026-08-20")
    for step in range(36):
        day = dt.date(2026, 9, 2) + dt.timedelta(days=step * 2)
        with clock.standing_at(dt.datetime.combine(day, dt.time(10, 0))):
            who, fen = chance.choice(people), str(chance.randrange(1, 3000))
            acts = possible(actor, who, fen, day)
            standing = [one.id for one in model.notes.values() if not one.taken_back]
            if standing and chance.random() < 0.25:
                entry = chance.choice(standing)
                acts = [("", partial(paying.correct, actor, entry, "错记"))]
            kind, act = chance.choice(acts)
            try:
                act()
            except UserError:
                continue
            model.did(kind, day)
    assert len(model.notes) > 12
    with clock.standing_at(dt.datetime(2026, 12, 1, 9, 0)):
        for month in (SEPTEMBER, OCTOBER, NOVEMBER):
            found = beds(month)
            assert found.fees == model.of(month), month
            assert found.fees is not None
            one = found.fees
            assert one.opening - one.charged + one.paid == one.paid_ahead - one.owed
            for name, value in vars(one).items():
                assert found.behind[f"fees.{name}"].value == value


def test_the_numbers_open_the_entries_and_the_report_shows_them(actor: Actor, person: Callable[..., int]) -> None:
    turn_on(actor)
    usual_rates(actor)
    who, other = person("王芳"), person("李强")
    admit(actor, who, bed(actor, "1"), "2026-09-01")
    admit(actor, other, bed(actor, "2"), "2026-09-16")
    charges.charge(actor, SEPTEMBER)
    paying.pay(actor, StayMoneyDraft(who, "4000"))
    paying.take_deposit(actor, StayMoneyDraft(who, "2000"))
    figures = figures_of(OCTOBER)
    assert as_json(figures)["beds"]["fees"] == {
        "opening": "0.00",
        "charged": "4650.00",
        "paid": "4000.00",
        "owed": "1550.00",
        "paid_ahead": "900.00",
        "deposits": "2000.00",
        "persons_charged": 2,
        "persons_owing": 1,
    }
    section = report.sections(figures)[-1]
    assert section.title.endswith("住养收费（元）")
    assert [str(cell) for cell in section.rows[0]] == [
        *("0.00", "4650.00", "4000.00", "1550.00", "900.00", "2000.00"),
        *("2", "1"),
    ]
    opened = explain(OCTOBER, "beds.fees.owed")
    assert [one.name for one in opened.people] == ["李强"] and len(opened.rows) == 1
    for name in as_json(figures)["beds"]["fees"]:
        explain(OCTOBER, f"beds.fees.{name}")


def test_a_centre_that_takes_none_shows_nothing(actor: Actor, person: Callable[..., int]) -> None:
    admit(actor, person(), bed(actor, "1"), "2026-09-01")
    figures = figures_of(OCTOBER)
    assert figures.beds.fees is None and "fees" not in as_json(figures)["beds"]
    assert not any("住养收费" in section.title for section in report.sections(figures))
    # Turned on from November, October shows nothing; money of before it is seen from then on.
    turn_on(actor, NOVEMBER.first)
    assert beds(OCTOBER).fees is None and beds(NOVEMBER).fees == StayFeeFigures()
