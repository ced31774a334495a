"""What one room may ask of another through the window: pages know these words, never each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.answers import WorkbookKind
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.ui.frame.rooms import RoomKey


@dataclass(frozen=True)
class Open:
    """Select this record and show it."""

    record_id: int


@dataclass(frozen=True)
class New:
    """Begin a new record, for this resident when one is named."""

    resident_id: int | None = None


@dataclass(frozen=True)
class Show:
    """List what fits: text, choices of the filter chips, month."""

    text: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    month: Month | None = None


@dataclass(frozen=True)
class ShowPart:
    """Show a part of the visits room in a month."""

    part: str
    month: Month


@dataclass(frozen=True)
class OpenFigure:
    """Show who and what makes a figure of a month, in the room of reports."""

    month: Month
    figure: str


@dataclass(frozen=True)
class StartScanning:
    """Open the canteen's full screen."""


@dataclass(frozen=True)
class ShowQueue:
    """Show the scans that wait to be recorded (补录)."""


@dataclass(frozen=True)
class ShowBalance:
    """Show what somebody left with the canteen."""

    resident_id: int


@dataclass(frozen=True)
class ShowFood:
    """Show a part of the food ledger."""

    part: str


@dataclass(frozen=True)
class ShowStanding:
    """Show what was agreed for certain weekdays, and the orders that are to be made of it."""


@dataclass(frozen=True)
class ShowDayCare:
    """Show who was in day care, and whom nobody signed out."""


@dataclass(frozen=True)
class ShowUrgent:
    """Show urgent help that nobody closed yet, whatever room one is called away from."""


@dataclass(frozen=True)
class ShowHomeBeds:
    """Show the care beds at home that somebody has to see to."""


@dataclass(frozen=True)
class ShowLacking:
    """Show the beds without a printed label or an insurance."""


@dataclass(frozen=True)
class ShowFees:
    """Show what those who stay owe; ``shown`` says whom: "" all, "owing", "to_settle"; or the charges of a month."""

    shown: str = ""
    month: Month | None = None


@dataclass(frozen=True)
class ShowContracts:
    """Show whose contract of a stay or of a care bed at home is to be seen to."""


@dataclass(frozen=True)
class ShowWaiting:
    """Show who waits for a bed, and who comes next for those that are free."""


@dataclass(frozen=True)
class TakeIn:
    """Begin an import of this kind, with a file; the import goes back to ``back_to``, or to the room of the kind."""

    kind: WorkbookKind
    back_to: RoomKey | None = None
    file: Path | None = None


@dataclass(frozen=True)
class AnswerTexts:
    """Show the texts that a named list does not have."""

    list_code: NamedList


@dataclass(frozen=True)
class OpenWorker:
    """Show somebody who works here."""

    named_id: int


@dataclass(frozen=True)
class ListDueWorkers:
    """List those who work here and have a certificate to renew."""


@dataclass(frozen=True)
class OpenReport:
    """Show a report of a month; ``version`` is that of the paper which was scanned."""

    month: Month
    report: str
    version: int


@dataclass(frozen=True)
class PaperOfDay:
    """Print the day lists of orders, or bring them back."""


@dataclass(frozen=True)
class PaperRow:
    """Record what a scanned row of paper says: of a route list, of visits or of deliveries, or of an order."""

    digits: str


@dataclass(frozen=True)
class OpenFile:
    """Read in a receipt of the district, or prove a sync file."""

    file: Path
