"""Label sheets (标签纸): those that the program ships and those of the centre's own, typed in millimetres.

A sheet has a key that never changes, by which printers remember it: the name of a shipped one, ``own-7`` of another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.label_sheets import (
    DOTS,
    LEAST_MODULE,
    SLACK,
    LabelSheet,
    least_label,
    module_by,
    shipped_sheets,
)
from desktop.core.printers import LabelPaper
from desktop.core.quantities import scaled_text
from desktop.core.reasons import Reason
from desktop.core.words.label_sheets import LABEL_PAPERS
from desktop.models import query
from desktop.models.form import LabelSheetRow
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_OWN = "own-"
_LONGEST = 40
# In hundredths of a millimetre: the smallest and the largest paper, the widest margin and padding.
_PLACES, _SMALLEST, _LARGEST, _WIDEST, _PADDING = 2, 10_00, 450_00, 100_00, 8_00
_MOST = 50
_OF_PAPER = ("page_wide", "page_high", "columns", "rows", "margin_left", "margin_top", "gap_across", "gap_down")
# What is not asked for a sheet that begins at the corner of its paper.
_NOTHING = {"margin_left", "margin_top", "gap_across", "gap_down"}


@dataclass
class SheetDraft:
    """A sheet as typed; of a roll the paper is the label, so that only the label is asked for."""

    sheet_id: int | None = None
    name: str = declared.text(required=True, longest=_LONGEST)
    paper: str = declared.choice(LABEL_PAPERS, LabelPaper.SHEET, required=True)
    page_wide: str = declared.scaled(_PLACES, _SMALLEST, _LARGEST)
    page_high: str = declared.scaled(_PLACES, _SMALLEST, _LARGEST)
    columns: str = declared.number(1, _MOST)
    rows: str = declared.number(1, _MOST)
    label_wide: str = declared.scaled(_PLACES, _SMALLEST, _LARGEST, required=True)
    label_high: str = declared.scaled(_PLACES, _SMALLEST, _LARGEST, required=True)
    margin_left: str = declared.scaled(_PLACES, 0, _WIDEST)
    margin_top: str = declared.scaled(_PLACES, 0, _WIDEST)
    gap_across: str = declared.scaled(_PLACES, 0, _WIDEST)
    gap_down: str = declared.scaled(_PLACES, 0, _WIDEST)
    padding: str = declared.scaled(_PLACES, 0, _PADDING, required=True)
    outlined: bool | None = declared.yes_no()
    shown: SheetDraft | None = reconciling.base()


@dataclass(frozen=True)
class OwnSheet:
    """A sheet of the centre's own; a retired one stays and is offered no more."""

    id: int
    name: str
    paper: LabelPaper
    page_wide: int
    page_high: int
    columns: int
    rows: int
    label_wide: int
    label_high: int
    margin_left: int
    margin_top: int
    gap_across: int
    gap_down: int
    padding: int
    outlined: bool
    retired_on: dt.date | None

    @property
    def key(self) -> str:
        """What printers remember it by."""
        return f"{_OWN}{self.id}"

    @property
    def sheet(self) -> LabelSheet:
        """The sheet, with the largest code for which its labels have room."""
        return _sheet(self.key, self.name, self.paper, {one: getattr(self, one) for one in _MEASURED}, self.outlined)


_MEASURED = (*_OF_PAPER, "label_wide", "label_high", "padding")


def fresh() -> SheetDraft:
    """What the form of a new sheet opens with: A4, nothing around the labels."""
    nothing: dict[str, Any] = dict.fromkeys(_NOTHING, "0")
    return SheetDraft(page_wide="210", page_high="297", padding="3", **nothing)


def copied(sheet: LabelSheet) -> SheetDraft:
    """A new sheet that begins as another one is."""
    papers = {DOTS[one]: one for one in reversed(LabelPaper)}
    texts = {
        "page_wide": sheet.page[0],
        "page_high": sheet.page[1],
        "label_wide": sheet.label[0],
        "label_high": sheet.label[1],
        "margin_left": sheet.left,
        "margin_top": sheet.top,
        "gap_across": sheet.gap[0],
        "gap_down": sheet.gap[1],
        "padding": max(sheet.padding),
    }
    typed: dict[str, Any] = {name: f"{value:g}" for name, value in texts.items()}
    return SheetDraft(
        paper=papers[sheet.dot],
        columns=str(sheet.columns),
        rows=str(sheet.rows),
        outlined=sheet.frame,
        **typed,
    )


def own_sheets() -> list[OwnSheet]:
    """Those of the centre's own, retired ones last."""
    return query.fetch_as(
        OwnSheet,
        "SELECT id, name, paper, page_wide, page_high, columns, rows, label_wide, label_high, margin_left, margin_top,"
        " gap_across, gap_down, padding, outlined, retired_on FROM living_label_sheet"
        " ORDER BY retired_on IS NOT NULL, name, id",
    )


def label_sheets() -> Mapping[str, LabelSheet]:
    """What there is to print on, by key: the centre's own first, retired ones left out."""
    own = {one.key: one.sheet for one in own_sheets() if one.retired_on is None}
    return {**own, **shipped_sheets()}


def called(name: str) -> LabelSheet | None:
    """The sheet of a key, or one of the centre's own by its name."""
    found = label_sheets()
    return found.get(name) or next((one for one in found.values() if one.title == name.strip()), None)


def read(draft: SheetDraft) -> LabelSheet:
    """The sheet that is typed; InvalidDraft says which measure cannot be."""
    checks = Checks()
    values = _read(draft, checks)
    checks.raise_if_any()
    return _sheet("", values["name"], values["paper"], values, values["outlined"])


def drawn(draft: SheetDraft) -> LabelSheet | None:
    """What is typed as far as it can be drawn, its labels on the paper or not; None while a measure is missing."""
    values = _read(draft, Checks())
    if any(values[one] in (None, "") for one in _MEASURED) or values["paper"] not in DOTS:
        return None
    return _sheet("", "", values["paper"], values, values["outlined"])


def save(actor: Actor, draft: SheetDraft) -> int:
    """Keep a sheet, or put right what one measures; the id."""
    with writing(actor, Action.KEEP_LABEL_SHEET) as unit:
        made = _store(unit, draft)
    if draft.sheet_id is not None:
        reconciling.opened(draft)
    return made


def draft_of(sheet_id: int) -> SheetDraft:
    """What the form of a sheet opens with."""
    return reconciling.opened(_draft(living(LabelSheetRow, sheet_id)))


def retire(actor: Actor, sheet_id: int, back: bool = False) -> None:
    """Offer a sheet no more, or again; what printers remember of it stays."""
    with writing(actor, Action.KEEP_LABEL_SHEET) as unit:
        unit.change(unit.living(LabelSheetRow, sheet_id), {"retired_on": None if back else clock.today()})


def _store(unit: Unit, draft: SheetDraft) -> int:
    row = None if draft.sheet_id is None else unit.living(LabelSheetRow, draft.sheet_id)
    if row is not None:
        reconciling.reconcile(draft, _draft(row))
    checks = Checks()
    values = _read(draft, checks)
    taken = "SELECT count(*) FROM living_label_sheet WHERE name = ? AND id IS NOT ?"
    shipped = {name for one in shipped_sheets().values() for name in (one.name, one.title, one.english)}
    if values["name"] in shipped or query.count(taken, [values["name"], draft.sheet_id]):
        checks.refuse("name", Reason.ALREADY_RECORDED)
    checks.raise_if_any()
    if row is not None:
        unit.change(row, values)
        return int(row.id)
    return int(unit.add(LabelSheetRow(**values)).id)


def _draft(row: LabelSheetRow) -> SheetDraft:
    return SheetDraft(row.id, **declared.shown(SheetDraft, row))


def _read(draft: SheetDraft, checks: Checks) -> dict[str, Any]:
    values = declared.read(draft, checks)
    values["outlined"] = bool(values["outlined"])
    if values["paper"] != LabelPaper.SHEET:
        values |= {"page_wide": values["label_wide"], "page_high": values["label_high"], "columns": 1, "rows": 1}
        values |= {**dict.fromkeys(_NOTHING, 0), "outlined": False}
        checks.errors = [error for error in checks.errors if error.name not in _OF_PAPER]
    else:
        values |= {name: 0 for name in _NOTHING if values[name] is None or values[name] == ""}
        for name in _OF_PAPER:
            if values[name] in (None, "") and not checks.refused(name):
                checks.refuse(name, Reason.REQUIRED)
    if not checks.errors:
        _check(_sheet("", "", values["paper"], values, False), checks)
    return values


def _check(sheet: LabelSheet, checks: Checks) -> None:
    """All labels lie on the paper, and each has room for a code that can be read."""
    dot = sheet.dot
    found, least = module_by(sheet.label, sheet.padding[0], dot), least_label(sheet.padding[0], dot)
    for way, name in enumerate(("label_wide", "label_high")):
        if found[way] < LEAST_MODULE:
            checks.refuse(name, Reason.NO_ROOM_FOR_CODE, f"{least[way]:g}")
        elif sheet.extent[way] > sheet.page[way] + SLACK:
            checks.refuse(name, Reason.OFF_PAPER, f"{round(sheet.extent[way], 2):g} > {sheet.page[way]:g}")


def _sheet(key: str, name: str, paper: LabelPaper, measured: Mapping[str, int], outlined: bool) -> LabelSheet:
    mm = {one: float(scaled_text(measured[one], _PLACES)) for one in _MEASURED if one not in {"columns", "rows"}}
    label, dot = (mm["label_wide"], mm["label_high"]), DOTS[LabelPaper(paper)]
    return LabelSheet(
        name=key,
        title=name,
        english=name,
        page=(mm["page_wide"], mm["page_high"]),
        label=label,
        columns=measured["columns"],
        rows=measured["rows"],
        left=mm["margin_left"],
        top=mm["margin_top"],
        gap=(mm["gap_across"], mm["gap_down"]),
        padding=(mm["padding"], mm["padding"]),
        module=min(module_by(label, mm["padding"], dot)),
        frame=outlined,
        dot=dot,
    )
