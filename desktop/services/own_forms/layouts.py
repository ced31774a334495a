"""How the centre wants its reports to look (报表版式): letterhead, boxes to sign, columns and their order, a note.

A layout is no dated fact: it says how paper looks from now on. It is applied before a month is frozen, so that a closed
month keeps the look that it had. A report without one is laid out as the program ships it.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.core import canonical
from desktop.core.acts import Action
from desktop.core.answers import ReportKind
from desktop.core.document import BOXES, Report, Row, Section
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import MonthState
from desktop.models import query
from desktop.models.form import ReportLayout
from desktop.services.writing import declared, frozen, months, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing

KIND = "layouts"
MOST_BOXES, LONGEST_BOX = 5, 12
_BETWEEN = re.compile(r"[、,，;；\n]+")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
_TOTAL = "合计"
# A column by its title, and whether it is shown, in the order of the paper.
Columns = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Layout:
    """How a report is laid out; ``columns`` by the title of their table without its ordinal."""

    letterhead: str = ""
    note: str = ""
    boxes: tuple[str, ...] = BOXES
    columns: Mapping[str, Columns] = field(default_factory=dict)


@dataclass
class LayoutDraft:
    """A layout as typed; ``boxes`` with 、 between them."""

    letterhead: str = declared.text(longest=60)
    boxes: str = declared.text(longest=100)
    note: str = declared.text(longest=200)
    columns: dict[str, Columns] = field(default_factory=dict)
    shown: LayoutDraft | None = reconciling.base()


def layout_of(kind: ReportKind) -> Layout:
    """How a report is laid out."""
    return _all([kind]).get(kind, Layout())


def in_force(month: Month) -> Mapping[str, Layout]:
    """The layouts of a month by report: of a closed one those that it was closed with, so that no look ever drifts.

    A report without one is laid out as the program ships it. Raises FrozenChanged.
    """
    version = frozen.latest(month) if months.state(month) != MonthState.OPEN else None
    if version is None:
        return _all(list(ReportKind))
    content = frozen.document(version, KIND)
    return {} if content is None else {kind: _told(one) for kind, one in canonical.read_line(content).items()}


def as_document(found: Mapping[str, Layout]) -> dict[str, Any]:
    """Layouts as they are frozen with a month."""
    return {kind: dataclasses.asdict(one) for kind, one in found.items()}


def draft_of(kind: ReportKind) -> LayoutDraft:
    """What the form of a layout opens with."""
    return reconciling.opened(_draft(layout_of(kind)))


def read(draft: LayoutDraft) -> Layout:
    """The layout that is typed; InvalidDraft says what cannot be."""
    checks = Checks()
    values = declared.read(draft, checks)
    boxes = tuple(part.strip() for part in _BETWEEN.split(values["boxes"]) if part.strip())
    if len(boxes) > MOST_BOXES:
        checks.refuse("boxes", Reason.OUT_OF_RANGE, f"1–{MOST_BOXES}")
    if any(len(box) > LONGEST_BOX for box in boxes):
        checks.refuse("boxes", Reason.TOO_LONG, str(LONGEST_BOX))
    for section, columns in draft.columns.items():
        if columns and not any(shown for _title, shown in columns):
            checks.refuse("columns", Reason.NO_COLUMN, section)
    checks.raise_if_any()
    return Layout(values["letterhead"], values["note"], boxes or BOXES, dict(draft.columns))


def save(actor: Actor, kind: ReportKind, draft: LayoutDraft) -> None:
    """Lay a report out from now on; months that are closed keep their look."""
    with writing(actor, Action.SET_LAYOUT) as unit:
        found = query.ids("SELECT id FROM living_report_layout WHERE report = ?", [kind])
        reconciling.reconcile(draft, _draft(layout_of(kind)))
        layout = read(draft)
        values = {
            "letterhead": layout.letterhead,
            "note": layout.note,
            "boxes": _json([] if layout.boxes == BOXES else layout.boxes),
            "columns": _json(layout.columns),
        }
        if found:
            unit.change(unit.living(ReportLayout, found[0]), values)
        else:
            unit.add(ReportLayout(report=kind, **values))
    reconciling.opened(draft)


def laid_out(report: Report, layout: Layout) -> Report:
    """The report in a layout."""
    sections = tuple(_section(one, layout.columns.get(bare(one.title), ())) for one in report.sections)
    return replace(report, sections=sections, boxes=layout.boxes, letterhead=layout.letterhead, note=layout.note)


def bare(title: str) -> str:
    """The title of a table without its ordinal."""
    return _ORDINAL.sub("", title)


def _section(section: Section, chosen: Columns) -> Section:
    if not chosen:
        return section
    titles = [column.title for column in section.columns]
    named = {title for title, _shown in chosen}
    order = [titles.index(title) for title, shown in chosen if shown and title in titles]
    # What the program has learned since stands at the end.
    order += [at for at, title in enumerate(titles) if title not in named]
    if not order:
        return section
    return replace(
        section,
        columns=tuple(section.columns[at] for at in order),
        rows=tuple(_picked(row, order) for row in section.rows),
        totals=None if section.totals is None else _totals(section.totals, order),
    )


def _picked(row: Row, order: Sequence[int]) -> Row:
    return tuple(row[at] for at in order)


def _totals(row: Row, order: Sequence[int]) -> Row:
    """The sums in their new order; where the column that said 合计 is gone, the first blank one says it."""
    picked = _picked(row, order)
    if _TOTAL not in row or _TOTAL in picked or "" not in picked:
        return picked
    at = picked.index("")
    return (*picked[:at], _TOTAL, *picked[at + 1 :])


def _all(kinds: Sequence[str]) -> dict[str, Layout]:
    sql = "SELECT report, letterhead, note, boxes, columns FROM living_report_layout WHERE report IN " + query.LISTED
    return {row[0]: _layout(row[1:]) for row in query.fetch(sql, [query.listed(kinds)])}


def _told(found: Mapping[str, Any]) -> Layout:
    columns = {section: tuple((title, shown) for title, shown in one) for section, one in found["columns"].items()}
    return Layout(found["letterhead"], found["note"], tuple(found["boxes"]), columns)


def _layout(row: Sequence[str]) -> Layout:
    letterhead, note, boxes, columns = row
    return _told(
        {
            "letterhead": letterhead,
            "note": note,
            "boxes": json.loads(boxes) or BOXES,
            "columns": json.loads(columns),
        }
    )


def _draft(layout: Layout) -> LayoutDraft:
    return LayoutDraft(layout.letterhead, "、".join(layout.boxes), layout.note, dict(layout.columns))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
