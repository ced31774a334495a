"""一床一码: the beds that have no printed label, and those that are not insured on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.bedding import Insured
from desktop.core.codes import CodeKind
from desktop.models import query
from desktop.services.beds import board
from desktop.services.beds.board import BoardBed
from desktop.services.register import printed_labels
from desktop.services.register.printed_labels import Printed
from desktop.services.register.snapshot import Register
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks

_HELD = frozenset({Insured.IN_FORCE, Insured.ENDS_SOON})


@dataclass(frozen=True)
class Lacking:
    """A bed that is there on a day, with what is on record of its label and its insurance."""

    bed: BoardBed
    printed: Printed

    @property
    def label(self) -> bool:
        """Whether the code that stands was never printed."""
        return self.printed.on is None

    @property
    def insurance(self) -> bool:
        """Whether no policy holds; one without days on record is none that holds."""
        return self.bed.cover.state not in _HELD


def lacking(day: dt.date, known: Register | None = None) -> list[Lacking]:
    """The beds of a day that lack a label or an insurance, by place; labels are those of now."""
    beds = board.board(day, known).beds
    printed = printed_labels.printed(CodeKind.BED, [one.id for one in beds])
    every = [Lacking(one, printed[one.id]) for one in beds]
    return [one for one in every if one.label or one.insurance]


def asked_day(typed: str) -> dt.date:
    """The day as typed on which beds are to be insured, a coming one too; InvalidDraft for none."""
    checks = Checks()
    day = checks.day("day", typed, required=True, future=True)
    checks.raise_if_any()
    assert day is not None
    return day


def are_labelled(actor: Actor, bed_ids: Sequence[int]) -> int:
    """These beds bear their label already, from before printing was noted; of how many beds that is on record now."""
    codes = query.fetch(
        f"SELECT digits FROM living_printed_code WHERE kind = ? AND replaced_at IS NULL AND bed_id IN {query.LISTED}",
        [int(CodeKind.BED), query.listed(bed_ids)],
    )
    return printed_labels.note(actor, [str(digits) for (digits,) in codes], "labelled before")
