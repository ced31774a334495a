"""Which earlier months were put right in a month: its reports name them."""

from __future__ import annotations

from desktop.core.figures.month import CorrectedMonth
from desktop.core.period import Month
from desktop.models import query


def corrected(month: Month) -> tuple[CorrectedMonth, ...]:
    """The corrections (更正单) approved within a month, the oldest first."""
    return tuple(
        query.fetch_as(
            CorrectedMonth,
            "SELECT month, number, reason, second_person, paper, answered_at, version FROM living_correction"
            " WHERE state = 'approved' AND answered_at BETWEEN ? AND ? ORDER BY answered_at, id",
            [month.first.isoformat(), f"{month.last.isoformat()} 99"],
        )
    )
