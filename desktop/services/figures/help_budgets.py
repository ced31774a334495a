"""Payers' budgets of a month as figures: what there is, what the services take of it, what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from desktop.core.acts import Thing
from desktop.core.figures.behind import Piece, Selection, yuan, yuan_of
from desktop.core.words import terms
from desktop.services.help_services.budgets import Budget, borne_fen


class Paid(Protocol):
    """A service that somebody pays for."""

    @property
    def id(self) -> int:
        """Which service it is."""

    @property
    def resident_id(self) -> int:
        """For whom it was."""

    @property
    def payer(self) -> str:
        """Who pays; empty where nobody said."""

    @property
    def fee(self) -> int:
        """The fee in fen."""

    @property
    def subsidy(self) -> int:
        """The subsidy in fen."""


def borne(row: Paid) -> int:
    """What its payer bears of a service, in fen."""
    return borne_fen(row.payer, row.fee, row.subsidy)


def behind_budgets(held: Mapping[str, Budget], by_payer: Mapping[str, Sequence[Paid]]) -> dict[str, Selection]:
    """What the figures of every payer are made of; without a budget there is none of it and of what is left."""
    found = {}
    for payer, word in terms.PAYERS.items():
        rows, budget = by_payer[payer], held.get(payer)
        found[f"budgets.{word}.used"] = yuan_of(rows, _piece, borne)
        if budget is not None:
            there = Piece(None, Thing.PAYER_BUDGET, budget.id, budget.amount_fen)
            taken = (Piece(row.resident_id, Thing.HELP_SERVICE, row.id, -borne(row)) for row in rows)
            found[f"budgets.{word}.budget"] = yuan((there,))
            found[f"budgets.{word}.left"] = yuan((there, *taken))
    return found


def _piece(row: Paid) -> Piece:
    return Piece(row.resident_id, Thing.HELP_SERVICE, row.id)
