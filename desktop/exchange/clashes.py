"""What two stations said of one thing without knowing of each other, and the decision of a person.

A field clashes while two of its writes stand that no third one knew: the later holds meanwhile. A decision is a write
that knows both. What only one of two records can be is void by a write of its own (``taking``) and asks for a look.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.answers import IdState
from desktop.core.exchange_errors import NoSuchClash
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.person.identity import masked
from desktop.exchange.fold import ORDER
from desktop.exchange.taking import months_open
from desktop.models import query
from desktop.models.base import SecretField
from desktop.models.tables import RECORDS
from desktop.services.ledger import balances
from desktop.services.writing import heads, permissions, refusals
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import Stamp, references
from desktop.services.writing.heads import Knowledge
from desktop.services.writing.journal import writing

OURS, THEIRS = "ours", "theirs"
BALANCE = "balance"
# A void is one fact in two columns; why a number has to be looked at follows the number.
_NUMBER = str(Thing.ID_NUMBER)
VOID, _FOLLOWS = "voided_at", frozenset({"void_reason", "id_state"})


@dataclass(frozen=True)
class Clash:
    """A field of a record as this station wrote it and as another did; ``holds`` is the later of the two.

    ``name`` is whose record it is, where it is somebody's. A value is as the log has it, a reference as the uid of what
    it names, an ID number masked. ``field`` is ``voided_at`` for a record that is void because another station had
    recorded the same.
    """

    kind: str
    uid: str
    field: str
    ours: Any
    theirs: Any
    holds: str
    at: str = ""
    by: str = ""
    name: str = ""


class _Write(NamedTuple):
    stamp: Stamp
    at: str
    by: str
    action: str
    after: dict[str, Any]


def listed(actor: Actor) -> list[Clash]:
    """Every open clash, in the order of the tables and of their records; then the accounts that went too far below.

    Of these ``uid`` is the person's and ``ours`` the balance: money, not a decision, brings it in order.
    """
    permissions.reading(actor, Action.DECIDE_CLASH)
    return [*(shown for shown, _chosen in _open(actor.station)), *_overdrawn()]


def decide(actor: Actor, kind: str, uid: str, field: str, chosen: str) -> None:
    """Let ``ours`` or ``theirs`` hold; NoSuchClash when there is no open one of this field.

    AlreadyRecorded and others like it when the one that was chosen cannot stand beside what stands now.
    """
    with writing(actor, Action.DECIDE_CLASH) as unit:
        for shown, values in _open(actor.station):
            if (shown.kind, shown.uid, shown.field) != (kind, uid, field):
                continue
            model = RECORDS[kind]
            row = model.get(model.uid == uid)
            fields = dict(values[chosen])
            if fields.get(_NUMBER):
                fields["id_state"] = IdState.VALID
            if field == VOID:
                fields["void_reason"] = row.void_reason if fields[VOID] else ""
            named = model._meta.combined
            told = {name: named[name].python_value(value) for name, value in fields.items()}
            before = {name: _plain(getattr(row, named[name].name)) for name in fields if name in named}
            with months_open(()), refusals.in_words():
                unit.settle(row, told, before, LogAction.DECIDE)
            return
        raise NoSuchClash()


def _overdrawn() -> Iterator[Clash]:
    """Prepaid meals of one person at two tills, each of which the balance allowed."""
    if not heads.several():
        return
    for uid, name, amount, limit in query.fetch(
        f"SELECT p.uid, p.name, {balances.columns(LedgerAccount.CANTEEN, 'p.id')} FROM living_resident p ORDER BY p.id"
    ):
        if not balances.made(amount, limit).allows(0):
            yield Clash(Thing.LEDGER_ENTRY, uid, BALANCE, yuan_text(amount), None, OURS, name=name)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else getattr(value, "id", value)


def _open(station: int) -> Iterator[tuple[Clash, dict[str, dict[str, Any]]]]:
    """Each clash as it is shown, and the fields that hold when one side is chosen."""
    known = Knowledge()
    tables = sorted(RECORDS)
    for table, row_id, uid in query.fetch(
        "SELECT table_name, row_id, min(row_uid) FROM change_log WHERE after IS NOT NULL"
        f" AND table_name IN ({query.marks(tables)}) GROUP BY table_name, row_id"
        " HAVING count(DISTINCT epoch || station) > 1 ORDER BY table_name, row_id",
        tables,
    ):
        writes = _writes(table, row_id)
        said = {name: value for one in writes for name, value in one.after.items()}
        for field in sorted(said):
            if field in _FOLLOWS or _is_secret(table, field) or (field == _NUMBER and said.get(VOID)):
                continue
            yield from _of_field(known, station, (table, uid, field), [one for one in writes if field in one.after])


def _writes(table: str, row_id: int) -> list[_Write]:
    return [
        _Write(Stamp(epoch, station, counter), at, by, action, json.loads(after))
        for _lamport, epoch, station, counter, at, by, action, after in query.fetch(
            f"SELECT {ORDER}, at, staff_name, action, after FROM change_log"
            f" WHERE table_name = ? AND row_id = ? AND after IS NOT NULL ORDER BY {ORDER}",
            [table, row_id],
        )
    ]


def _of_field(
    known: Knowledge, station: int, where: tuple[str, str, str], writes: list[_Write]
) -> Iterator[tuple[Clash, dict[str, dict[str, Any]]]]:
    table, uid, field = where
    standing = [
        one for one in writes if not any(other is not one and known.knew(other.stamp, one.stamp) for other in writes)
    ]
    last = writes[-1]
    if last.action == LogAction.TAKE_IN:
        given = next((one.after[field] for one in reversed(writes) if one.action != LogAction.TAKE_IN), None)
        yield _clash(table, uid, field, last, (last.after[field], given), OURS)
        return
    others = [one for one in standing if _differs(field, one.after[field], last.after[field])]
    if not others:
        return
    # Of several others the own one, or else the latest.
    other = next((one for one in reversed(others) if one.stamp.station == station), others[-1])
    mine = next((one for one in (last, other) if one.stamp.station == station), last)
    theirs = other if mine is last else last
    yield _clash(table, uid, field, last, (mine.after[field], theirs.after[field]), OURS if mine is last else THEIRS)


def _differs(field: str, one: Any, other: Any) -> bool:
    return bool(one) != bool(other) if field == VOID else (one or None) != (other or None)


def _clash(
    table: str, uid: str, field: str, last: _Write, sides: tuple[Any, Any], holds: str
) -> tuple[Clash, dict[str, dict[str, Any]]]:
    ours, theirs = (_shown(table, field, value) for value in sides)
    shown = Clash(table, uid, field, ours, theirs, holds, last.at, last.by, _whose(table, uid))
    return shown, {OURS: {field: sides[0]}, THEIRS: {field: sides[1]}}


def _whose(table: str, uid: str) -> str:
    if table == Thing.RESIDENT:
        return query.text("SELECT name FROM resident WHERE uid = ?", [uid])
    if "resident_id" not in RECORDS[table]._meta.columns:
        return ""
    return query.text(f"SELECT p.name FROM {table} t JOIN resident p ON p.id = t.resident_id WHERE t.uid = ?", [uid])


def _is_secret(table: str, field: str) -> bool:
    return isinstance(RECORDS[table]._meta.combined.get(field), SecretField)


def _shown(table: str, field: str, value: Any) -> Any:
    if field in (_NUMBER, "id_written") and value:
        return masked(str(value))
    target = references(table).get(field)
    if target is not None and value is not None:
        return query.text(f"SELECT uid FROM {target} WHERE id = ?", [value])
    return value
