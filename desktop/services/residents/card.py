"""Everything about one person on one screen; ``timeline`` and ``resident_history`` read on from there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import Month
from desktop.core.person.likeness import Facts
from desktop.core.person.native_area import area_name
from desktop.core.routes import StandingSubject
from desktop.core.words.fields import field_word, value_words
from desktop.models import query
from desktop.models.resident import Resident
from desktop.services.beds import waiting
from desktop.services.beds.places import place_name
from desktop.services.beds.waiting import Place
from desktop.services.help_services import packages
from desktop.services.help_services.packages import Used
from desktop.services.ledger import balances
from desktop.services.ledger.balances import Balance
from desktop.services.register import duplicates
from desktop.services.register import listing as residents
from desktop.services.register.contacts import ContactLine, contacts_of
from desktop.services.register.duplicates import Candidate
from desktop.services.register.listing import ResidentRow
from desktop.services.register.snapshot import as_date
from desktop.services.residents import dated, grades, merging, proposals, withdrawn
from desktop.services.residents.grades import GradeRow
from desktop.services.residents.proposals import Proposal
from desktop.services.residents.state_effects import LaterRow, later_rows
from desktop.services.residents.withdrawn import Withdrawn
from desktop.services.standing import calendar
from desktop.services.standing.calendar import Agreed
from desktop.services.visits.risks import OpenRisk, open_risks


@dataclass(frozen=True)
class Fact:
    """One basic fact with the name of its field, in words."""

    name: str
    label: str
    words: str


@dataclass(frozen=True)
class FlagLine:
    """A flag with its days (None: before any record, or still); ``holds`` says whether it does today."""

    kind: str
    from_on: dt.date | None
    to_on: dt.date | None
    proof: str
    holds: bool


@dataclass(frozen=True)
class StateLine:
    """A register state from a day on (None: before any record)."""

    state: str
    on: dt.date | None
    reason: str
    source: str


@dataclass(frozen=True)
class StayLine:
    """The bed that the person has today."""

    stay_id: int
    bed: str
    since: dt.date
    on_leave: bool


@dataclass(frozen=True)
class MonthCounts:
    """This month: reached visits and attempts, services done, meals."""

    month: Month
    visits: int
    attempts: int
    services: int
    meals: int


@dataclass(frozen=True)
class CodeLine:
    """A card's code; an alias goes on to work after ``replaced_at``."""

    digits: str
    replaced_at: str


@dataclass(frozen=True)
class ResidentCard:
    """One person on one screen; lists of dated things are newest first, ``facts`` are those that are known.

    ``standing`` is what was agreed for certain weekdays and has not ended.
    ``void_reason`` is empty as long as the record is in force.
    """

    row: ResidentRow
    native_area: str
    facts: tuple[Fact, ...]
    contacts: tuple[ContactLine, ...]
    external_ids: tuple[tuple[str, str], ...]
    flags: tuple[FlagLine, ...]
    grades: tuple[GradeRow, ...]
    proposal: Proposal | None
    states: tuple[StateLine, ...]
    stay: StayLine | None
    packages: tuple[Used, ...]
    waits: tuple[Place, ...]
    risks: tuple[OpenRisk, ...]
    orders: int
    standing: tuple[Agreed, ...]
    month: MonthCounts
    balance: Balance
    codes: tuple[CodeLine, ...]
    later: tuple[LaterRow, ...]
    withdrawn: tuple[Withdrawn, ...]
    similar: tuple[Candidate, ...]
    merged_into: int | None
    void_reason: str


FACTS = (
    *("ethnicity", "marital", "household_place", "household_kind", "living", "building", "room", "address", "phone"),
    *("disability_kind", "disability_level", "chronic", "allergies", "diet"),
    *("health_record", "health_record_no"),
    *("family_doctor", "family_doctor_name", "insured_medical", "insured_care", "insured_accident"),
    *("allowance_age", "allowance_care", "allowance_service", "consent_on", "consent_by", "consent_paper_no"),
    "remarks",
)


def card(resident_id: int, day: dt.date | None = None) -> ResidentCard:
    """The card as of today (or a day); also of a voided record, which shows where it was merged."""
    row = Resident.get_or_none(Resident.id == resident_id)
    if row is None:
        raise NotFound(Thing.RESIDENT, str(resident_id))
    today = day or clock.today()
    return ResidentCard(
        row=residents.rows([resident_id])[0],
        native_area=area_name(row.id_number or "", row.born_on),
        facts=_facts(row, today),
        contacts=contacts_of(resident_id),
        external_ids=tuple((one[0], one[1]) for one in _parts("platform, value", "external_id", resident_id)),
        flags=_flags(resident_id, today),
        grades=tuple(grades.grades_of(resident_id)),
        proposal=next(iter(proposals.proposals([resident_id])), None),
        states=tuple(
            StateLine(one[0], as_date(one[1]), one[2], one[3])
            for one in _parts("state, on_date, reason, source", "register_event", resident_id, "on_date DESC, id DESC")
        ),
        stay=_stay(resident_id, today),
        packages=_packages(resident_id, today),
        waits=tuple(waiting.places_of(resident_id, today)),
        risks=tuple(open_risks(resident_id)),
        orders=query.count(f"SELECT count(*) FROM living_help_service WHERE {_OF} AND state IN {_OPEN}", [resident_id]),
        standing=tuple(one for what in StandingSubject for one in calendar.agreed(what, today, resident_id)),
        month=_month(resident_id, Month.of(today)),
        balance=balances.of(LedgerAccount.CANTEEN, resident_id),
        codes=_codes(resident_id),
        later=tuple(later_rows(resident_id)),
        withdrawn=tuple(one for one in withdrawn.of_resident(resident_id) if one.stands),
        similar=() if row.voided_at else tuple(duplicates.similar_to(_compared(row), besides=resident_id)),
        merged_into=merging.merged_into(resident_id) if row.voided_at else None,
        void_reason=row.void_reason if row.voided_at else "",
    )


def _compared(row: Resident) -> Facts:
    return Facts(row.name, row.born_on, row.phone, row.id_number or "")


_OF = "resident_id = ?"
_OPEN = "('requested', 'dispatched')"


def _parts(columns: str, table: str, resident_id: int, order: str = "id") -> list[query.Row]:
    return query.fetch(f"SELECT {columns} FROM living_{table} WHERE {_OF} ORDER BY {order}", [resident_id])


def _facts(row: Resident, day: dt.date) -> tuple[Fact, ...]:
    """What is known; of dwelling and enrolments what held on the day."""
    then = dated.values_on(row, day)
    values = ((name, then[name] if name in then else getattr(row, name)) for name in FACTS)
    said = ((name, value_words("resident", name, value)) for name, value in values)
    return tuple(Fact(name, field_word(name), words) for name, words in said if words)


def _flags(resident_id: int, today: dt.date) -> tuple[FlagLine, ...]:
    found = []
    for kind, first, last, proof in _parts("kind, from_on, to_on, proof", "flag", resident_id, "from_on DESC, id DESC"):
        holds = (not first or first <= today.isoformat()) and (not last or last >= today.isoformat())
        found.append(FlagLine(kind, as_date(first), as_date(last), proof, holds))
    return tuple(sorted(found, key=lambda flag: not flag.holds))


def _stay(resident_id: int, today: dt.date) -> StayLine | None:
    day = today.isoformat()
    row = query.fetch_one(
        "SELECT s.id, b.building, b.room, b.number, s.from_on, EXISTS (SELECT 1 FROM living_leave l"
        " WHERE l.stay_id = s.id AND l.from_on <= ? AND (l.to_on IS NULL OR l.to_on >= ?)) FROM living_stay s"
        " JOIN bed b ON b.id = s.bed_id WHERE s.resident_id = ? AND s.from_on <= ?"
        " AND (s.to_on IS NULL OR s.to_on > ?)",
        [day, day, resident_id, day, day],
    )
    if row is None:
        return None
    stay, *place, since, away = row
    return StayLine(stay, place_name(*place), dt.date.fromisoformat(since), bool(away))


def _packages(resident_id: int, today: dt.date) -> tuple[Used, ...]:
    """Those in force today with what the month has used of them."""
    found = packages.used_in(Month.of(today), resident_id)
    return tuple(one for one in found if one.package.holds(today))


def _month(resident_id: int, month: Month) -> MonthCounts:
    span = [resident_id, month.first.isoformat(), month.last.isoformat()]
    visits, reached = query.fetch(
        f"SELECT count(*), COALESCE(sum(outcome = 'reached'), 0) FROM living_visit WHERE {_OF}"
        " AND visited_on BETWEEN ? AND ?",
        span,
    )[0]
    done = " AND state IN ('done', 'rated') AND service_on BETWEEN ? AND ?"
    services = query.count(f"SELECT count(*) FROM living_help_service WHERE {_OF}{done}", span)
    meals = query.count(f"SELECT count(*) FROM living_meal WHERE {_OF} AND eaten_on BETWEEN ? AND ?", span)
    return MonthCounts(month, reached, visits - reached, services, meals)


def _codes(resident_id: int) -> tuple[CodeLine, ...]:
    found = query.fetch_as(
        CodeLine,
        f"SELECT digits, COALESCE(replaced_at, '') FROM living_printed_code WHERE {_OF} AND kind = 1"
        " ORDER BY replaced_at IS NOT NULL, id DESC",
        [resident_id],
    )
    return tuple(found)
