"""What is remembered of each printer that labels were printed on: how it is off, its paper, the first free label."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.label_sheets import LabelSheet
from desktop.core.printers import MOST_OFF_MM, MOST_STRETCH, NONE, Adjustment, LabelKind, Lines, adjustment
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.writing.actor import Actor

_PRINTER, _LAST = "label_printer:", "label_printer_of:"
# What a fresh printer has in it, as long as nobody said otherwise.
USUAL = {LabelKind.BEDS: "3x8", LabelKind.RESIDENTS: "cards"}
# As long as a line of the form; no driver's name is longer.
_LONGEST = 120


@dataclass(frozen=True)
class LabelPrinter:
    """A printer by its name in the system; ``""`` stands for printing a file elsewhere.

    ``sheets`` has the sheet last used for each kind of label, ``free`` the first free label of each sheet, from 1.
    """

    name: str
    adjusted: Adjustment = NONE
    sheets: Mapping[str, str] = field(default_factory=dict)
    free: Mapping[str, int] = field(default_factory=dict)

    def using(self, kind: LabelKind, sheet: str, first: int) -> LabelPrinter:
        """The same with this sheet for these labels, its first free label there."""
        return replace(self, sheets={**self.sheets, kind: sheet}, free={**self.free, sheet: first})

    def first_free(self, sheet: LabelSheet) -> int:
        """The first free label of a sheet; of one that has fewer by now a fresh one's."""
        free = self.free.get(sheet.name, 1)
        return free if free <= sheet.cells else 1

    def sheet_of(self, kind: LabelKind, sheets: Mapping[str, LabelSheet]) -> LabelSheet:
        """The sheet last used for these labels, of those that there are; else what a fresh printer has in it."""
        return sheets.get(self.sheets.get(kind, "")) or sheets[USUAL[kind]]


def known() -> tuple[str, ...]:
    """The printers of which something is remembered, by name."""
    rows = query.fetch("SELECT key FROM setting WHERE key LIKE ? ORDER BY key", [f"{_PRINTER}%"])
    return tuple(str(key).removeprefix(_PRINTER) for (key,) in rows)


def remembered(name: str) -> LabelPrinter:
    """What is remembered of a printer; nothing yet of one that is new."""
    kept = centres.setting(_PRINTER + name)
    if not kept:
        return LabelPrinter(name)
    found = json.loads(kept)
    return LabelPrinter(name, Adjustment(**found["adjusted"]), found["sheets"], found["free"])


def last_used(kind: LabelKind) -> str:
    """The printer that labels of this kind were last printed on; ``""`` before the first."""
    return centres.setting(_LAST + kind)


def keep(actor: Actor, printer: LabelPrinter, kind: LabelKind | None = None) -> None:
    """Remember a printer, and that it is the one for this kind of labels; an auditor keeps nothing."""
    if len(printer.name) > _LONGEST:
        raise InvalidDraft([FieldError("printer", Reason.TOO_LONG, str(_LONGEST))])
    if not printer.adjusted.possible:
        raise InvalidDraft([FieldError("adjusted", Reason.OUT_OF_RANGE, allowed())])
    stands = {"adjusted": asdict(printer.adjusted), "sheets": dict(printer.sheets), "free": dict(printer.free)}
    choices = [(_PRINTER + printer.name, json.dumps(stands, sort_keys=True))]
    if kind is not None:
        choices.append((_LAST + kind, printer.name))
    centres.keep_choice(actor, *choices)


def keep_measured(actor: Actor, name: str, meant: Lines, measured: Lines) -> Adjustment:
    """Remember what puts a printer right, from where it printed the lines of a test page."""
    if min(measured.across, measured.down) <= 0:
        raise InvalidDraft([FieldError("measured", Reason.OUT_OF_RANGE, allowed())])
    found = adjustment(meant, measured)
    if not found.possible:
        raise InvalidDraft([FieldError("measured", Reason.OUT_OF_RANGE, allowed())])
    keep(actor, replace(remembered(name), adjusted=found))
    return found


def allowed() -> str:
    """How far off a printer can be, for a sentence."""
    return f"±{MOST_OFF_MM:g} mm, ±{MOST_STRETCH * 100:g} %"
