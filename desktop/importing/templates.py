"""A mapping made by hand is remembered: the same headings next month need no hand.

A centre keeps one template for each row of headings and kind of table, found again by the headings' fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from desktop.core import clock
from desktop.core.acts import Action
from desktop.importing.book.cells import Sheet
from desktop.importing.book.headers import SEARCHED_ROWS, Table, find_table, headings_at, levels_at
from desktop.importing.book.inspection import column_letters
from desktop.services.centre import centres
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

_KEY = "import_templates.{kind}"
# As many layouts as one centre ever meets; the oldest goes when one more comes.
_MOST = 50


@dataclass(frozen=True)
class Template:
    """One remembered mapping: letter of the column → field, and which file it was made for, when."""

    kind: str
    fingerprint: str
    mapping: Mapping[str, str]
    headings: tuple[str, ...]
    file: str
    remembered_at: str


def fingerprint(headings: Sequence[str]) -> str:
    """What is the same for two sheets with the same headings in the same order."""
    kept = list(headings)
    while kept and not kept[-1]:
        kept.pop()
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()[:24]


def remember(actor: Actor, table: Table, mapping: Mapping[str, str], file: str) -> Template | None:
    """Keep the mapping of a table that was mapped by hand; None for one without headings."""
    if table.header_row == 0:
        return None
    top = table.header_row - 1
    headings = headings_at(table.sheet, top, table.first - top)
    columns = {column_letters(one.column + 1): one.name for one in table.fields}
    columns |= {_letter(table, heading): "" for heading, name in mapping.items() if not name}
    columns.pop("", None)
    made = Template(table.kind, fingerprint(headings), columns, table.headings, file, clock.timestamp())
    kept = {one.fingerprint: one for one in remembered(table.kind) if one.fingerprint != made.fingerprint}
    _keep(actor, table.kind, [*kept.values(), made][-_MOST:])
    return made


def recall(sheet: Sheet, kind: str) -> Table | None:
    """The table of a sheet whose headings were mapped by hand before, wherever in the sheet they stand now."""
    known = {one.fingerprint: one for one in remembered(kind)}
    for top in range(min(len(sheet.rows), SEARCHED_ROWS) if known else 0):
        for levels in levels_at(sheet, top):
            template = known.get(fingerprint(headings_at(sheet, top, levels)))
            if template is not None:
                return find_table(sheet, kind, template.mapping, top + 1)
    return None


def remembered(kind: str) -> list[Template]:
    """The templates of a kind of table, the oldest first."""
    listed = json.loads(centres.setting(_KEY.format(kind=kind), "[]"))
    return [Template(**{**one, "headings": tuple(one["headings"])}) for one in listed]


def forget(actor: Actor, template: Template) -> None:
    """Let the headings be read by the program's own rules again."""
    _keep(actor, template.kind, [one for one in remembered(template.kind) if one.fingerprint != template.fingerprint])


def _keep(actor: Actor, kind: str, kept: Sequence[Template]) -> None:
    permissions.reading(actor, Action.IMPORT)
    told = json.dumps([asdict(one) for one in kept], ensure_ascii=False)
    centres.keep_choice(actor, (_KEY.format(kind=kind), told))


def _letter(table: Table, heading: str) -> str:
    """The letter of the column that was named by its heading or by its letter."""
    wanted = "".join(heading.split())
    if wanted in table.headings:
        return column_letters(table.headings.index(wanted) + 1)
    return wanted.upper() if wanted.isascii() and wanted.isalpha() and len(wanted) <= 3 else ""
