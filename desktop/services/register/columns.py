"""Any field of residents as a column in words: for chosen columns of the list, for copying and for workbooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.core.person.native_area import area_name
from desktop.core.words.fields import field_word, value_words
from desktop.models import query
from desktop.services.register.snapshot import as_date

# Fields of the resident's own row that a list may show; the ID number comes masked.
FIELDS = (
    *("name", "id_number", "document_kind", "id_state", "sex", "born_on", "native_area", "ethnicity", "marital"),
    *("household_place", "household_kind", "community", "building", "room", "address", "phone", "living"),
    *("disability_kind", "disability_level", "chronic", "allergies", "diet"),
    *("health_record", "health_record_no"),
    *("family_doctor", "family_doctor_name", "insured_medical", "insured_care", "insured_accident"),
    *("allowance_age", "allowance_care", "allowance_service", "consent_on", "consent_by", "consent_paper_no"),
    *("remarks", "register_state", "state_on", "contacts"),
)
# Not a column of the table, but made of others.
_MADE = frozenset({"native_area", "contacts"})


def label(name: str) -> str:
    """The heading of a column."""
    return field_word(name)


def values(ids: Sequence[int], names: Sequence[str]) -> list[tuple[str, ...]]:
    """A row of words for each id, in their order; ``names`` are of ``FIELDS``. Ask for a page of ids at a time."""
    stored = [name for name in names if name not in _MADE]
    chosen = ", ".join(["id", "id_number", "born_on", *(_checked(name) for name in stored)])
    rows = query.fetch(f"SELECT {chosen} FROM resident WHERE id IN {query.LISTED}", [query.listed(ids)])
    made = {name: _MAKERS[name](rows) for name in names if name in _MADE}
    found = []
    for row in query.in_order(rows, ids):
        words = {name: value_words("resident", name, value) for name, value in zip(stored, row[3:], strict=True)}
        found.append(tuple(made[name].get(row[0], "") if name in made else words[name] for name in names))
    return found


def _checked(name: str) -> str:
    if name not in FIELDS:
        raise LookupError(f"no such column: {name}")
    return name


def _native(rows: Sequence[query.Row]) -> dict[int, str]:
    return {row[0]: area_name(row[1] or "", as_date(row[2])) for row in rows}


def _contacts(rows: Sequence[query.Row]) -> dict[int, str]:
    ids = [row[0] for row in rows]
    found: dict[int, str] = {}
    for person, name, relation, phone in query.fetch(
        "SELECT resident_id, name, relation, phone FROM living_contact"
        f" WHERE resident_id IN {query.LISTED} ORDER BY id",
        [query.listed(ids)],
    ):
        words = " ".join(part for part in (name, relation, phone) if part)
        found[person] = f"{found[person]}；{words}" if person in found else words
    return found


_MAKERS: Mapping[str, Callable[[Sequence[query.Row]], dict[int, str]]] = {
    "native_area": _native,
    "contacts": _contacts,
}
