"""撤销: the last act taken back whole, as a transaction of its own that the change log shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import ChangedMeanwhile, InUse, NotAllowed, NotUndoable
from desktop.core.ledgers import HOLDERS, LedgerAccount
from desktop.core.progress import Progress
from desktop.core.words.records import action_word, record_word
from desktop.models import query
from desktop.models.base import Record
from desktop.models.bed import BedOutage, Stay
from desktop.models.ledger import LedgerEntry
from desktop.models.resident import RegisterEvent
from desktop.models.tables import RECORDS
from desktop.services import import_batches
from desktop.services.beds import stays
from desktop.services.ledger import balances, entries
from desktop.services.register import listing as residents
from desktop.services.residents import merging
from desktop.services.residents.state_effects import later_rows
from desktop.services.work import service_hours
from desktop.services.writing import done, permissions, row_facts
from desktop.services.writing.actor import Actor
from desktop.services.writing.done import Done
from desktop.services.writing.journal import Unit, writing
from desktop.services.writing.putting_back import TAKEN_BACK, Write, put_back

# What left the house, closed a month or says who may come in is not undone by a key; core.words.final_acts has why.
FINAL = frozenset(
    {
        Action.ADD_ACCOUNT,
        Action.ANSWER_CORRECTION,
        Action.BACKUP,
        Action.BACKUP_PLACE,
        Action.CLOSE_MONTH,
        Action.CORRECT_MONTH,
        Action.ENROL,
        Action.ERASE_PERSON,
        Action.EXPORT,
        Action.DECIDE_CLASH,
        Action.EXCHANGE,
        Action.EXPORT_FULL,
        Action.GIVE_STATION,
        Action.INITIALISE,
        Action.PERSONAL_COPY,
        Action.READ_RECEIPT,
        Action.REMOVE_PHOTO,
        Action.RESTORE,
        Action.REVEAL_LOG,
        Action.SEAL_STORE,
        Action.SET_ACTIVE,
        Action.SET_OWN_PASSWORD,
        Action.SET_PASSWORD,
        Action.SET_RIGHTS,
        Action.SET_ROLE,
        Action.SET_SETTING,
        Action.SHOW_ID,
        Action.SIGN_IN,
        Action.TELL_LOSS,
        Action.WITHDRAW_CONSENT,
    }
)


def take_back(actor: Actor, act: Done, progress: Progress | None = None) -> None:
    """Take an act back: rows that it added become void, rows that it changed are what they were.

    NotUndoable for an act of ``FINAL``; NotAllowed for somebody else's; ChangedMeanwhile when one of its rows was
    written since, or InUse when one that it added is used; MonthClosed when a month that counts it was closed since.
    """
    if act.action in FINAL:
        raise NotUndoable(act.action)
    if act.actor != actor:
        raise NotAllowed(Action.TAKE_BACK, actor.role)
    # Who has another role by now takes back no more than what that role may do.
    permissions.reading(actor, act.action)
    if act.action == Action.IMPORT:
        import_batches.undo(actor, _row_of(act, Thing.IMPORT_BATCH), progress)
    elif act.action == Action.MERGE:
        merging.undo_merge(actor, _row_of(act, Thing.RESIDENT_MERGE), TAKEN_BACK)
    else:
        _take_back(actor, act, progress or Progress())


class About(NamedTuple):
    """What an act was about: its first record, what was done with it, and whose it is (``""`` where it is nobody's)."""

    thing: Thing
    done: LogAction
    name: str


def about(act: Done) -> About:
    """What an act was about, by its first write."""
    table, row_id, what, before, after = query.fetch(
        f"SELECT table_name, row_id, action, before, after FROM change_log WHERE {_ITS} ORDER BY counter LIMIT 1",
        _span(act),
    )[0]
    said = json.loads(before or "{}") | json.loads(after or "{}")
    person = row_id if table == Thing.RESIDENT else said.get("resident_id")
    if person is None and table in RECORDS and "resident_id" in RECORDS[table]._meta.columns:
        found = query.ids(f"SELECT resident_id FROM {table} WHERE id = ? AND resident_id IS NOT NULL", [row_id])
        person = found[0] if found else None
    name = query.text("SELECT name FROM resident WHERE id = ?", [person]) if person is not None else ""
    return About(Thing(table), LogAction(what), name)


def in_words(act: Done) -> str:
    """What an act was about, as a line tells it."""
    thing, what, name = about(act)
    return " · ".join(part for part in (record_word(thing), action_word(what), name) if part)


def _take_back(actor: Actor, act: Done, progress: Progress) -> None:
    with writing(actor, Action.TAKE_BACK, TAKEN_BACK) as unit:
        logged = _logged(act)
        _refuse_if_written_since(logged)
        writes = [one.write for one in logged]
        before, stood = _out_of_place(writes), _accounts(logged)
        put_back(unit, [one for one in writes if one.table in RECORDS], TAKEN_BACK, progress, _take_away)
        entries.follow(unit, [one.row_id for one in writes if one.table == Thing.LEDGER_ENTRY and one.before])
        _settle(unit, writes)
        for (account, holder), balance in stood.items():
            entries.refuse_if_below(account, holder, balance)
        _refuse_if_out_of_place(_out_of_place(writes) - before, writes)
        _refuse_if_used(one for one in writes if one.before is None)
        for one in sorted({one.row_id for one in writes if one.table == Thing.RESIDENT}):
            residents.index(one)
        done.taken_back(act)


def _accounts(logged: Iterable[_Logged]) -> dict[tuple[LedgerAccount, int], int]:
    """The accounts that the act gave entries to, new ones or others', with what stands on each."""
    found = {}
    for write, after in logged:
        if write.table == Thing.LEDGER_ENTRY:
            said = json.loads(after or "{}")
            for account, holder in HOLDERS.items():
                if said.get(holder) is not None and said.get("account", account) == account:
                    found[account, int(said[holder])] = balances.of(account, int(said[holder])).amount
    return found


def _take_away(unit: Unit, row: Record, reason: str) -> None:
    # An entry of a ledger stands for ever: another one takes it back.
    if isinstance(row, LedgerEntry):
        entries.take_back(unit, row, reason, later=True)
    else:
        unit.void(row, reason)


def _settle(unit: Unit, writes: Sequence[Write]) -> None:
    """What time banks have of the services of the act, and of its entries, is what they say again."""
    wrote = [one.row_id for one in writes if one.table == Thing.LEDGER_ENTRY]
    services = {one.row_id for one in writes if one.table == Thing.HELP_SERVICE}
    for entry in LedgerEntry.select().where(LedgerEntry.id.in_(wrote)):
        services |= {entry.help_service_id} if entry.help_service_id is not None else set()
    service_hours.settle(unit, services, TAKEN_BACK)


class _Logged(NamedTuple):
    """A write of the act, with what it said."""

    write: Write
    after: str | None


def _logged(act: Done) -> list[_Logged]:
    """The writes of the act, the last first."""
    found = query.fetch(
        f"SELECT table_name, row_id, action, before, after FROM change_log WHERE {_ITS} ORDER BY counter DESC",
        _span(act),
    )
    if not found:
        # A unit within a transaction that came to nothing.
        raise NotUndoable(act.action)
    return [_Logged(Write(*one), after) for *one, after in found]


def _refuse_if_written_since(logged: Sequence[_Logged]) -> None:
    # By what stands there: who took a later act back has left everything as this one wrote it.
    said: dict[tuple[str, int], dict[str, object]] = {}
    added = set()
    for write, after in reversed(logged):
        if write.table in RECORDS and after is not None:
            row = write.table, write.row_id
            said.setdefault(row, {}).update(json.loads(after))
            added |= {row} if write.before is None else set()
    for (table, row_id), facts in said.items():
        if not row_facts.says(RECORDS[table], row_id, facts, whole=(table, row_id) in added):
            raise ChangedMeanwhile(Thing(table))


def _refuse_if_used(added: Iterable[Write]) -> None:
    # Asked when the act's own rows are void already: whatever still points to one of them came later.
    for one in added:
        for user, column in _users_of(one.table):
            if query.fetch(f"SELECT 1 FROM living_{user} WHERE {column} = ? LIMIT 1", [one.row_id]):
                raise InUse(Thing(one.table), Thing(user))


def _out_of_place(writes: Iterable[Write]) -> set[tuple[str, int]]:
    """What an admission, a visit or a meal of today would not be let: rows after somebody left, a bed not there."""
    ids: dict[str, list[int]] = {table: [] for table in ("stay", "bed", "bed_outage", "register_event")}
    for one in writes:
        if one.table in ids:
            ids[one.table].append(one.row_id)
    beds = [one.bed_id for one in BedOutage.select().where(BedOutage.id.in_(ids["bed_outage"]))] + ids["bed"]
    events = RegisterEvent.select().where(RegisterEvent.id.in_(ids["register_event"]))
    people = {one.resident_id for one in events}
    found = {(row.kind, row.row_id) for person in people for row in later_rows(person)}
    wanted = Stay.id.in_(ids["stay"]) | Stay.bed.in_(beds) | Stay.resident.in_(sorted(people))
    standing = Stay.select().where(wanted, Stay.voided_at.is_null())
    return found | {(Thing.STAY, stay.id) for stay in standing if not stays.fits(stay)}


def _refuse_if_out_of_place(now: set[tuple[str, int]], writes: list[Write]) -> None:
    for kind, _row_id in sorted(now):
        raise InUse(Thing(writes[-1].table), Thing(kind))


def _users_of(table: str) -> Iterable[tuple[str, str]]:
    for name, model in RECORDS.items():
        for field in model._meta.refs:
            if field.rel_model._meta.table_name == table:
                yield name, field.column_name


def _row_of(act: Done, table: Thing) -> int:
    found = query.ids(f"SELECT row_id FROM change_log WHERE {_ITS} AND table_name = ?", [*_span(act), table])
    if not found:
        raise NotUndoable(act.action)
    return found[0]


_ITS = "epoch = ? AND station = ? AND counter BETWEEN ? AND ?"


def _span(act: Done) -> list[object]:
    return [act.epoch, act.station, act.first, act.last]
