"""The entries of a named list: added, renamed from a day on, merged, retired. Nothing rewrites a row that was typed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import peewee

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.text import name_key, name_text
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.models.base import Record
from desktop.models.named import Named, NamedAlias, NamedName
from desktop.models.tables import RECORDS
from desktop.services.named import aliases
from desktop.services.named.resolving import NamedId, Names, resolver
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

LONGEST_NAME = 60
_OWN_TABLES = frozenset({"named_name", "named_alias"})
# Of these an entry has one row, or one for each of another record: what the kept one does not say is taken over, and
# the other becomes void.
_ONE_EACH: Mapping[str, str] = {"worker": "", "training_taker": "training_id"}


@dataclass(frozen=True)
class Entry:
    """An entry as its list shows it: today's name, all its dated names, the other texts that stand for it."""

    id: NamedId
    name: str
    names: Names
    aliases: tuple[str, ...]
    retired_on: dt.date | None
    note: str


def entries(list_code: NamedList) -> list[Entry]:
    """The living entries of a list, those in use first, in the order of their making."""
    known = resolver(list_code)
    names: defaultdict[int, list[tuple[dt.date | None, str]]] = defaultdict(list)
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for one in NamedName.select().where(NamedName.voided_at.is_null()).order_by(NamedName.valid_from, NamedName.id):
        names[one.named_id].append((one.valid_from, one.name))
    for alias in NamedAlias.select().where(NamedAlias.voided_at.is_null()).order_by(NamedAlias.id):
        if alias.named_id is not None:
            texts[alias.named_id].append(alias.text)
    rows = Named.select().where(Named.list == list_code, Named.voided_at.is_null()).order_by(Named.id)
    found = [
        Entry(row.id, known.name(row.id), tuple(names[row.id]), tuple(texts[row.id]), row.retired_on, row.note)
        for row in rows
    ]
    return sorted(found, key=lambda entry: entry.retired_on is not None)


def staying(list_code: NamedList) -> list[str]:
    """The texts that stay as they are typed, because somebody said so."""
    return query.texts(
        "SELECT text FROM living_named_alias WHERE list = ? AND named_id IS NULL ORDER BY id", [list_code]
    )


def add(actor: Actor, list_code: NamedList, name: str, valid_from: str | dt.date | None = None) -> NamedId:
    """A new entry; without a day it has had its name since before any record."""
    with writing(actor, Action.EDIT_NAMED) as unit:
        return store(unit, list_code, name, valid_from)


def add_all(
    actor: Actor, list_code: NamedList, names: Iterable[str], valid_from: str | dt.date | None = None
) -> list[NamedId]:
    """Several entries with one first day, all or none."""
    with writing(actor, Action.EDIT_NAMED) as unit:
        return [store(unit, list_code, name, valid_from) for name in names]


def store(unit: Unit, list_code: NamedList, name: str, valid_from: str | dt.date | None = None) -> NamedId:
    """The same within a unit; refused when the list has the name or an alias of that text."""
    checks = Checks()
    text = _name(checks, name)
    day = checks.day("valid_from", valid_from, future=True)
    known = resolver(list_code)
    taken = known.of(text)
    if taken is not None:
        checks.refuse("name", Reason.NAME_TAKEN, known.name(taken))
    checks.raise_if_any()
    aliases.clear(unit, list_code, text)
    entry = unit.add(Named(list=list_code))
    unit.add(NamedName(named=entry, name=text, valid_from=day))
    return int(entry.id)


def rename(actor: Actor, named_id: NamedId, name: str, valid_from: str | dt.date | None = None) -> None:
    """Another name from a day on. Without a day the name was written wrongly: the old spelling becomes an alias."""
    with writing(actor, Action.EDIT_NAMED) as unit:
        entry = unit.living(Named, named_id)
        last = _names(named_id)[-1]
        checks = Checks()
        text = _name(checks, name)
        day = checks.day("valid_from", valid_from, future=True)
        _check_rename(checks, entry, last, text, day)
        checks.raise_if_any()
        aliases.clear(unit, NamedList(entry.list), text)
        if day is not None and day != last.valid_from:
            unit.add(NamedName(named=entry, name=text, valid_from=day))
            return
        before = last.name
        unit.change(last, {"name": text})
        if resolver(NamedList(entry.list)).of(before) is None:
            aliases.store(unit, NamedList(entry.list), before, named_id)


def merge(actor: Actor, named_id: NamedId, into: NamedId) -> None:
    """One entry becomes another: its names and aliases stand for that one, and whatever pointed to it follows."""
    with writing(actor, Action.MERGE_NAMED) as unit:
        entry = unit.living(Named, named_id)
        target = aliases.living_entry(unit, NamedList(entry.list), into)
        if entry.id == target.id:
            raise InvalidDraft([FieldError("into", Reason.SAME_NAME)])
        for alias in NamedAlias.select().where(NamedAlias.named == entry.id, NamedAlias.voided_at.is_null()):
            unit.change(alias, {"named_id": target.id})
        names = _names(named_id)
        for one in names:
            unit.void(one, "merged")
        for one in names:
            aliases.store(unit, NamedList(entry.list), one.name, target.id)
        _follow(unit, entry.id, target.id)
        unit.void(unit.living(Named, named_id), "merged")


def retire(actor: Actor, named_id: NamedId, day: str | dt.date | None = None) -> None:
    """The entry is offered no more from a day on (today); it still stands for its texts."""
    with writing(actor, Action.EDIT_NAMED) as unit:
        checks = Checks()
        found = checks.day("retired_on", day, future=True)
        checks.raise_if_any()
        unit.change(unit.living(Named, named_id), {"retired_on": found or clock.today()})


def bring_back(actor: Actor, named_id: NamedId) -> None:
    """The entry is offered again."""
    with writing(actor, Action.EDIT_NAMED) as unit:
        unit.change(unit.living(Named, named_id), {"retired_on": None})


def set_note(actor: Actor, named_id: NamedId, note: str) -> None:
    """Words about an entry."""
    with writing(actor, Action.EDIT_NAMED) as unit:
        unit.change(unit.living(Named, named_id), {"note": note.strip()})


def _name(checks: Checks, name: str) -> str:
    text = checks.text("name", name_text(name), required=True, longest=LONGEST_NAME)
    if text and not name_key(text):
        checks.refuse("name", Reason.REQUIRED)
    return text


def _check_rename(checks: Checks, entry: Named, last: NamedName, text: str, day: dt.date | None) -> None:
    if text == last.name:
        checks.refuse("name", Reason.SAME_NAME)
    if day is not None and last.valid_from is not None and day < last.valid_from:
        checks.refuse("valid_from", Reason.LATER_FACT, last.valid_from.isoformat())
    known = resolver(NamedList(entry.list))
    taken = known.of(text)
    if taken not in (None, entry.id):
        checks.refuse("name", Reason.NAME_TAKEN, known.name(taken or 0))


def _names(named_id: NamedId) -> list[NamedName]:
    found = NamedName.select().where(NamedName.named == named_id, NamedName.voided_at.is_null())
    return sorted(found, key=lambda one: (one.valid_from or dt.date.min, one.id))


def _follow(unit: Unit, named_id: NamedId, into: NamedId) -> None:
    for table, model in RECORDS.items():
        for field in model._meta.refs:
            if table not in _OWN_TABLES and field.rel_model is Named:
                rows: list[Record] = list(model.select().where(field == named_id, model.voided_at.is_null()))
                for row in rows:
                    standing = _standing(model, field, into, row) if table in _ONE_EACH else None
                    if standing is not None:
                        _take_over(unit, standing, row)
                    else:
                        unit.change(row, {field.column_name: into})


def _standing(model: type[Record], field: peewee.Field, into: NamedId, row: Record) -> Record | None:
    of = _ONE_EACH[model._meta.table_name]
    same = [model._meta.columns[of] == getattr(row, of)] if of else []
    found: Record | None = model.get_or_none(field == into, model.voided_at.is_null(), *same)
    return found


def _take_over(unit: Unit, standing: Record, row: Record) -> None:
    own = [one for one in row._meta.sorted_fields if one.name not in Record._meta.fields]
    said = {one.column_name: getattr(row, one.column_name) for one in own}
    unit.change(standing, {name: value for name, value in said.items() if getattr(standing, name) in (None, "")})
    unit.void(row, "merged")
