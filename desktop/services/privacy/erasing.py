"""Deletion: a tombstone takes the place of what rows and log say of a person; hashes, figures and papers stand.

What counts stays in the rows, without a name (``erased_columns``). The log keeps who wrote when; what was written goes
with its salt, and a write of the log says so and what it looks like now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import ReasonNeeded
from desktop.core.exchange_errors import StationsShare
from desktop.core.paths import DataFolder
from desktop.core.privacy_errors import NotErasable
from desktop.core.reasons import ErasureReason
from desktop.core.trade import RegisterState
from desktop.models import query
from desktop.models.base import Record
from desktop.models.database import database_path
from desktop.models.resident import Resident
from desktop.models.tables import RECORDS
from desktop.services.privacy import belonging, contract_papers, retention
from desktop.services.privacy.erased_columns import GONE, columns_of, instead
from desktop.services.register import listing as residents
from desktop.services.writing import chain, forgetting, heads, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.forgetting import Left
from desktop.services.writing.journal import Unit, writing

_OPEN: Mapping[ErasureReason, str] = {
    ErasureReason.OPEN_STAY: "SELECT count(*) FROM living_stay WHERE to_on IS NULL AND resident_id = ?",
    ErasureReason.OPEN_HOME_BED: "SELECT count(*) FROM living_home_bed WHERE ended_on IS NULL AND resident_id = ?",
    ErasureReason.OPEN_ORDER: "SELECT count(*) FROM living_help_service"
    " WHERE state NOT IN ('done', 'rated', 'cancelled') AND resident_id = ?",
    ErasureReason.BALANCE: "SELECT count(*) FROM (SELECT account FROM living_ledger_entry WHERE resident_id = ?"
    " GROUP BY account HAVING sum(amount) <> 0)",
}
# What is on record of a month that has still to be handed in.
_DAYS: Mapping[str, str] = {
    "visit": "visited_on",
    "meal": "eaten_on",
    "help_service": "service_on",
    "stay": "to_on",
    "day_attendance": "day",
}


@dataclass(frozen=True)
class Certificate:
    """What was deleted, for whom nobody can say any more: the record by its uid, numbers of rows, the basis.

    ``head`` names the last write before the deletion; its hash is one that the log still has.
    """

    number: str
    uid: str
    erased_at: str
    erased_by: str
    basis: str
    state: str
    left_on: str
    kept_until: str
    rows: dict[str, int]
    writes: int
    files: int
    head: str


def why_not(resident_id: int) -> list[ErasureReason]:
    """What keeps somebody's data from being deleted; nothing when they may be."""
    row = Resident.get_or_none(Resident.id == resident_id)
    if row is None or row.name == GONE:
        return [ErasureReason.GONE]
    found = [ErasureReason.ON_REGISTER] if _on_register(row) else []
    found += [why for why, sql in _OPEN.items() if query.count(sql, [resident_id])]
    return found + ([ErasureReason.OPEN_MONTH] if _in_open_months(resident_id) else [])


def erase(actor: Actor, resident_id: int, basis: str) -> Certificate:
    """Delete what is known of somebody who left; only the director may. NotErasable says what has to end first.

    StationsShare where a second station has it all, too.
    """
    if not basis.strip():
        raise ReasonNeeded("erase_person")
    if heads.several():
        raise StationsShare()
    with writing(actor, Action.ERASE_PERSON) as unit:
        reasons = why_not(resident_id)
        if reasons:
            raise NotErasable(reasons[0])
        ids = belonging.rows(resident_id)
        head, paths = chain.head(actor.station), _files(ids)
        about = _about(resident_id)
        rows = {table: count for table, of_table in ids.items() if (count := _erase_rows(unit, table, of_table))}
        _forget_imports(about[0])
        writes = forgetting.forget(unit, about[1], _left(ids))
        residents.index_many(ids[Thing.RESIDENT])
        certificate = Certificate(
            *(_number(), about[1], clock.timestamp(), actor.name, basis.strip(), *about[2:]),
            *(rows, writes, sum(path.is_file() for path in paths)),
            f"{head.epoch}/{head.station}/{unit.counter} {head.hash[:16]}",
        )
        unit.log(Thing.CHANGE_LOG, about[1], LogAction.ERASE, None, asdict(certificate))
    for path in paths:
        path.unlink(missing_ok=True)
    return certificate


def certificates(actor: Actor) -> list[Certificate]:
    """Those of all deletions, the oldest first."""
    permissions.reading(actor, Action.LIST_RETENTION)
    return [Certificate(**json.loads(one)) for one in _written()]


def _written() -> list[str]:
    return query.texts(
        "SELECT after FROM change_log WHERE table_name = ? AND action = ? ORDER BY id",
        [Thing.CHANGE_LOG, LogAction.ERASE],
    )


def _number() -> str:
    year = clock.today().year
    return f"删除〔{year}〕第{1 + sum(f'〔{year}〕' in one for one in _written())}号"


def _on_register(row: Resident) -> bool:
    return row.voided_at is None and row.register_state == RegisterState.ON_REGISTER


def _in_open_months(resident_id: int) -> bool:
    parts = " UNION ".join(
        f"SELECT substr({day}, 1, 7) FROM living_{table} WHERE resident_id = ?1 AND {day} IS NOT NULL"
        for table, day in _DAYS.items()
    )
    closed = "SELECT month FROM living_month WHERE state <> 'open'"
    return bool(query.texts(f"{parts} EXCEPT {closed}", [resident_id]))


def _about(resident_id: int) -> tuple[str, str, str, str, str]:
    row = Resident.get_by_id(resident_id)
    kept = retention.left(resident_id)
    since = row.state_on.isoformat() if row.state_on else ""
    return row.name, row.uid, row.register_state, since, kept.due_on.isoformat() if kept else ""


def _erase_rows(unit: Unit, table: str, ids: Sequence[int]) -> int:
    model, count = RECORDS[table], 0
    for row in model.select().where(model.id.in_(list(ids))):
        fields = _becoming(row, table)
        count += bool(fields) and unit.erase(row, fields)
    return count


def _becoming(row: Record, table: str) -> dict[str, object]:
    found = {}
    for column in columns_of(table):
        field = row._meta.columns[column]
        value = getattr(row, field.name)
        if value not in (None, ""):
            found[field.name] = instead(table, column, value, row.uid)
    return found


def _left(ids: Mapping[str, Sequence[int]]) -> Iterator[Left]:
    for table, of_table in ids.items():
        for one, uid, before, after, reason in query.fetch(
            "SELECT id, row_uid, before, after, reason FROM change_log"
            f" WHERE table_name = ? AND row_id IN {query.LISTED} ORDER BY id",
            [table, query.listed(of_table)],
        ):
            yield Left(one, _bare(table, before, uid), _bare(table, after, uid), GONE if reason else "")


def _bare(table: str, text: str | None, uid: str) -> str | None:
    if text is None:
        return None
    going = set(columns_of(table)) | {RECORDS[table]._meta.columns[one].name for one in columns_of(table)}
    facts = {
        name: instead(table, name, value, uid) if name in going else value for name, value in json.loads(text).items()
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)


def _forget_imports(name: str) -> None:
    # What a row of a workbook said, beside its verdict.
    query.execute(
        "UPDATE import_issue SET text = ?, value = '' WHERE instr(text, ?) OR instr(value, ?)", [GONE, name, name]
    )


def _files(ids: Mapping[str, Sequence[int]]) -> list[Path]:
    root = DataFolder(database_path().parent)
    people = query.texts(
        f"SELECT uid FROM resident WHERE id IN {query.LISTED}", [query.listed(ids.get(Thing.RESIDENT, ()))]
    )
    found = [path for uid in people for path in sorted(root.photos.glob(f"{uid}*"))]
    scans = query.texts(
        f"SELECT path FROM attachment WHERE id IN {query.LISTED}", [query.listed(ids.get(Thing.ATTACHMENT, ()))]
    )
    papers = (root.certificates / name for _thing, _uid, name in contract_papers.ever(ids))
    return [*found, *(root.attachments / one for one in scans), *papers]
