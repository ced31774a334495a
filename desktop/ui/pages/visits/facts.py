"""What the visits room tells on all its tabs, read from the services in one go."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core import clock
from desktop.core.answers import HonestyState
from desktop.core.period import Month
from desktop.services.register import snapshot
from desktop.services.visits import due_board, honesty, risks, rounds
from desktop.services.visits.due_board import Board
from desktop.services.visits.rounds import RoundProgress


@dataclass(frozen=True)
class VisitFacts:
    """The board of today with the rounds that run, the numbers beside the tabs, and what is ordered."""

    board: Board
    rounds: tuple[RoundProgress, ...]
    risks: int
    findings: int


def visit_facts(month: Month) -> VisitFacts:
    """Read everything over one pass of the register; the findings are those of ``month``."""
    today = clock.today()
    known = snapshot.register()
    return VisitFacts(
        board=due_board.board(today, known=known),
        rounds=tuple(one for one in rounds.rounds(Month.of(today), known) if one.from_on <= today),
        risks=len(risks.open_risks()),
        findings=sum(found.state == HonestyState.OPEN for found in honesty.findings(month, known)),
    )
