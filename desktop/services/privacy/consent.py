"""撤回同意: what somebody takes back of their consent, what ends with it, and what the law has kept all the same.

``consent_stops`` keeps what is withdrawn from being recorded again; the sync file leaves out who somebody is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.consent import ConsentScope
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.privacy_errors import NotWithdrawable
from desktop.core.reasons import ConsentReason, Reason
from desktop.core.trade import OPEN_ORDERS
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.models import query
from desktop.models.consent import ConsentWithdrawal
from desktop.models.resident import Contact, Resident
from desktop.models.standing import StandingArrangement
from desktop.services.beds import waiting
from desktop.services.privacy import consent_stops
from desktop.services.register import listing as residents
from desktop.services.residents import photos, states, withdrawn
from desktop.services.residents.withdrawn import Withdrawn
from desktop.services.writing import declared, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

LONGEST = 40
_WORDS = "撤回同意"
_OPEN = ", ".join(f"'{one}'" for one in OPEN_ORDERS)
_ENDS: Mapping[str, tuple[ConsentScope, str]] = {
    "help_service": (
        ConsentScope.PROCESSING,
        f"SELECT count(*) FROM living_help_service WHERE resident_id = ? AND state IN ({_OPEN})",
    ),
    "standing_arrangement": (
        ConsentScope.PROCESSING,
        "SELECT count(*) FROM living_standing_arrangement WHERE resident_id = ? AND (valid_to IS NULL OR valid_to > ?)",
    ),
    "bed_application": (
        ConsentScope.PROCESSING,
        "SELECT count(*) FROM living_bed_application WHERE resident_id = ? AND ended_on IS NULL",
    ),
    "contact": (ConsentScope.CONTACTS, "SELECT count(*) FROM living_contact WHERE resident_id = ?"),
}


@dataclass
class WithdrawalDraft:
    """A withdrawal as typed; ``scopes`` are chosen beside it. ``asked_by`` is who came."""

    withdrawn_on: str | dt.date = declared.day(required=True)
    asked_by: str = declared.text(required=True, longest=LONGEST)
    paper_no: str = declared.text(longest=LONGEST)
    remark: str = declared.text()


@dataclass
class RenewalDraft:
    """Consent given anew: who signed, on which day, on which paper."""

    consent_on: str | dt.date = declared.day(required=True)
    consent_by: str = declared.text(required=True, longest=LONGEST)
    consent_paper_no: str = declared.text(longest=LONGEST)


@dataclass(frozen=True)
class Ending:
    """What ends with a withdrawal: rows by table, and fields of the resident that lose what they say."""

    rows: dict[str, int]
    fields: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing on record ends."""
        return not self.rows and not self.fields


def listed(actor: Actor, resident_id: int | None = None) -> list[tuple[str, Withdrawn]]:
    """Every withdrawal that stands, or all of one person's, with the name; the newest first."""
    permissions.reading(actor, Action.LIST_RETENTION)
    condition, values = ("w.renewed_on IS NULL", []) if resident_id is None else ("w.resident_id = ?", [resident_id])
    rows = query.fetch(
        "SELECT r.name, w.id, w.uid, w.resident_id, w.scope, w.withdrawn_on, w.asked_by, w.paper_no, w.remark,"
        " w.renewed_on FROM living_consent_withdrawal w JOIN living_resident r ON r.id = w.resident_id"
        f" WHERE {condition} ORDER BY w.withdrawn_on DESC, w.id DESC",
        values,
    )
    return [(row[0], withdrawn.from_row(row[1:])) for row in rows]


def unnamed() -> set[str]:
    """The uids of residents who are not named to the district."""
    return set(
        query.texts(
            "SELECT r.uid FROM living_consent_withdrawal w JOIN resident r ON r.id = w.resident_id"
            " WHERE w.renewed_on IS NULL AND w.scope = ?",
            [ConsentScope.DISTRICT],
        )
    )


def unnamed_words() -> set[str]:
    """Name, ID number and uid of those who are not named to the district: papers in which one stands stay here."""
    found = query.fetch(
        "SELECT r.uid, r.name, r.id_number FROM living_consent_withdrawal w JOIN resident r ON r.id = w.resident_id"
        " WHERE w.renewed_on IS NULL AND w.scope = ?",
        [ConsentScope.DISTRICT],
    )
    return {word for row in found for word in row if word}


def scopes_of(chosen: Collection[str]) -> list[ConsentScope]:
    """What is withdrawn where these are chosen: all of it where all of it is; InvalidDraft for none or unknown ones."""
    wrong = [one for one in chosen if one not in CONSENT_SCOPES]
    if wrong or not chosen:
        raise InvalidDraft([FieldError("scope", Reason.UNKNOWN_WORD if wrong else Reason.REQUIRED, "".join(wrong[:1]))])
    return [one for one in ConsentScope if ConsentScope.PROCESSING in chosen or one in chosen]


def ending(resident_id: int, scopes: Collection[ConsentScope], day: dt.date) -> Ending:
    """What would end on a day; nothing is written."""
    values = [resident_id, day.isoformat()]
    kept = query.fetch_one(f"SELECT {', '.join(consent_stops.FIELDS)} FROM living_resident WHERE id = ?", [resident_id])
    fields = tuple(
        name
        for (name, scope), value in zip(consent_stops.FIELDS.items(), kept or (), strict=False)
        if value and scope in scopes
    )
    counts = {
        table: query.count(sql, values[: sql.count("?")]) for table, (scope, sql) in _ENDS.items() if scope in scopes
    }
    return Ending({table: count for table, count in counts.items() if count}, fields)


def withdraw(actor: Actor, resident_id: int, chosen: Collection[str], draft: WithdrawalDraft) -> Ending:
    """Take consent back, and end what rested on it alone; what ended.

    NotWithdrawable where a contract goes on, or where all of it was taken back before.
    """
    scopes = scopes_of(chosen)
    with writing(actor, Action.WITHDRAW_CONSENT, draft.asked_by.strip()) as unit:
        row = unit.living(Resident, resident_id)
        checks = Checks()
        values = declared.read(draft, checks)
        checks.raise_if_any()
        before = withdrawn.standing(resident_id)
        left = [one for one in scopes if one not in before]
        reason = _refused(resident_id, scopes, left)
        if reason is not None:
            raise NotWithdrawable(reason)
        day: dt.date = values["withdrawn_on"]
        done = ending(resident_id, left, day)
        if ConsentScope.PROCESSING in left:
            _end_services(unit, resident_id, day)
        for contact in _contacts(resident_id) if ConsentScope.CONTACTS in left else ():
            unit.void(contact, _WORDS)
        unit.change(row, {name: "" for name in done.fields})
        for scope in left:
            unit.add(ConsentWithdrawal(resident=row, scope=scope, **values))
        residents.index(resident_id)
    if ConsentScope.PHOTO in left:
        photos.forget(row.uid)
    return done


def renew(actor: Actor, resident_id: int, draft: RenewalDraft) -> list[ConsentScope]:
    """Consent is given anew for all that was taken back; what that was."""
    with writing(actor, Action.GIVE_CONSENT) as unit:
        row = unit.living(Resident, resident_id)
        found = [
            one
            for one in ConsentWithdrawal.select().where(
                ConsentWithdrawal.resident == row,
                ConsentWithdrawal.renewed_on.is_null(),
                ConsentWithdrawal.voided_at.is_null(),
            )
        ]
        if not found:
            raise NotWithdrawable(ConsentReason.NOTHING)
        checks = Checks()
        values = declared.read(draft, checks)
        last = max(one.withdrawn_on for one in found)
        if values["consent_on"] is not None and values["consent_on"] < last:
            checks.refuse("consent_on", Reason.ENDS_BEFORE_START, last.isoformat())
        checks.raise_if_any()
        for one in found:
            unit.change(one, {"renewed_on": values["consent_on"]})
        unit.change(row, values)
        scopes = {one.scope for one in found}
        return [one for one in ConsentScope if one in scopes]


def void(actor: Actor, withdrawal_id: int, reason: str) -> None:
    """作废: nobody took it back, it was recorded by mistake; what ended with it is recorded anew by hand."""
    with writing(actor, Action.VOID_CONSENT) as unit:
        unit.void(unit.living(ConsentWithdrawal, withdrawal_id), reason)


def _refused(resident_id: int, scopes: Sequence[ConsentScope], left: Sequence[ConsentScope]) -> ConsentReason | None:
    if not left:
        return ConsentReason.ALREADY
    if ConsentScope.PROCESSING not in scopes:
        return None
    # A contract is fulfilled without consent (个人信息保护法 第十三条第二项): it has to end first.
    open_rows = {
        ConsentReason.OPEN_STAY: "SELECT count(*) FROM living_stay WHERE to_on IS NULL AND resident_id = ?",
        ConsentReason.OPEN_HOME_BED: "SELECT count(*) FROM living_home_bed WHERE ended_on IS NULL AND resident_id = ?",
    }
    return next((why for why, sql in open_rows.items() if query.count(sql, [resident_id])), None)


def _end_services(unit: Unit, resident_id: int, day: dt.date) -> None:
    states.cancel_orders(unit, resident_id, _WORDS)
    for one in StandingArrangement.select().where(
        StandingArrangement.resident == resident_id, StandingArrangement.voided_at.is_null()
    ):
        if one.valid_from > day:
            unit.void(one, _WORDS)
        elif one.valid_to is None or one.valid_to > day:
            unit.change(one, {"valid_to": day})
    for place in waiting.applications(resident_id):
        if place.ended_on is None:
            waiting.withdraw(unit.actor, place.id, max(day, place.applied_on), _WORDS)


def _contacts(resident_id: int) -> Iterator[Contact]:
    yield from Contact.select().where(Contact.resident == resident_id, Contact.voided_at.is_null())
