"""What a payer has for the services of a month, and what the services of the month take of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.core.trade import DONE_SERVICES, Payer
from desktop.core.words import terms
from desktop.models import query
from desktop.models.help_service import PayerBudget
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass
class BudgetDraft:
    """A budget as typed: yuan a month."""

    payer: str = declared.choice(terms.PAYERS, Payer.GOVERNMENT, required=True)
    amount: str = declared.fen(required=True)
    valid_from: str | dt.date = declared.day(required=True, future=True)
    valid_to: str | dt.date = declared.day(future=True)


@dataclass(frozen=True)
class Budget:
    """A budget on record."""

    id: int
    uid: str
    payer: str
    amount_fen: int
    valid_from: dt.date
    valid_to: dt.date | None


@dataclass(frozen=True)
class Spent:
    """A payer in a month: what there is, or None where nobody said, and what its services take."""

    payer: str
    budget_fen: int | None
    used_fen: int

    @property
    def left_fen(self) -> int | None:
        """What is left; negative where more is taken, None where nobody said what there is."""
        return None if self.budget_fen is None else self.budget_fen - self.used_fen


def set_budget(actor: Actor, draft: BudgetDraft) -> int:
    """Let a payer have so much a month from a day on; the id. One of the same day is replaced."""
    with writing(actor, Action.EDIT_BUDGET) as unit:
        checks = Checks()
        values = declared.read(draft, checks)
        dated.check_span(values["valid_from"], values["valid_to"], checks)
        checks.raise_if_any()
        values["amount_fen"] = values.pop("amount")
        return dated.put(unit, PayerBudget, values, ("payer",))


def void(actor: Actor, budget_id: int, reason: str) -> None:
    """作废: it was recorded by mistake."""
    with writing(actor, Action.EDIT_BUDGET) as unit:
        unit.void(unit.living(PayerBudget, budget_id), reason)


def budgets() -> list[Budget]:
    """Every budget, by payer and day."""
    return query.fetch_as(
        Budget,
        "SELECT id, uid, payer, amount_fen, valid_from, valid_to FROM living_payer_budget"
        " ORDER BY payer, valid_from, id",
    )


def borne_fen(payer: str, fee_fen: int, subsidy_fen: int) -> int:
    """What a payer bears of a service: the government all, 补贴 the subsidy, oneself the fee, a volunteer nothing."""
    if payer == Payer.GOVERNMENT:
        return fee_fen + subsidy_fen
    if payer == Payer.SUBSIDY:
        return subsidy_fen
    return fee_fen if payer == Payer.SELF else 0


def spent_in(month: Month) -> list[Spent]:
    """Every payer that has a budget in the month or bears anything of its services, in the order of the list."""
    used = dict.fromkeys(terms.PAYERS, 0)
    rows = query.fetch(
        "SELECT payer, fee_fen, subsidy_fen FROM living_help_service WHERE service_on BETWEEN ? AND ?"
        f" AND state IN ({query.marks(DONE_SERVICES)}) AND payer <> ''",
        [month.first.isoformat(), month.last.isoformat(), *DONE_SERVICES],
    )
    for payer, fee, subsidy in rows:
        used[payer] += borne_fen(payer, fee, subsidy)
    known = {payer: one.amount_fen for payer, one in in_force(month).items()}
    return [Spent(payer, known.get(payer), used[payer]) for payer in terms.PAYERS if used[payer] or payer in known]


def in_force(month: Month) -> dict[str, Budget]:
    """The budget of each payer that has one in the month: the newest of its last day, for the month's budget is one."""
    newest = {one.payer: one for one in budgets() if one.valid_from <= month.last}
    return {payer: one for payer, one in newest.items() if one.valid_to is None or one.valid_to >= month.first}
