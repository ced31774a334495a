"""The register as a list: searching, sorting, counting (handbook 2.1)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core import clock
from desktop.core.codes import Code, CodeKind, fold
from desktop.core.errors import BadCode, UnknownCode
from desktop.core.period import age_on, birthday
from desktop.core.person.identity import masked, widened
from desktop.core.progress import Progress
from desktop.core.text import name_key, search_key, sort_key
from desktop.core.trade import FlagKind, RegisterState
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register import places, printed_codes
from desktop.services.register.snapshot import CERTIFIED, ELDERLY
from desktop.services.writing.listing import Condition, among

# Stands between the pieces of a search key so that no phrase runs across two of them.
_BETWEEN = " zz "
_ORDERS = {
    "name": "r.name_sort {d}, r.id",
    "age": "r.born_on IS NULL, r.born_on {r}, r.id",
    "sex": "r.sex {d}, r.name_sort",
    "community": "{place} {d}, r.name_sort",
    "state": "r.register_state {d}, r.name_sort",
    "id": "r.id {d}",
}
# How well a word fits: the whole name, its beginning, the surname by its sound, the sounds of its beginning, a part of
# the name; then what was found by number, telephone or initials; whoever only lives in a community of that word last.
_RANK = (
    "CASE WHEN r.name_key = ? THEN 0 WHEN instr(r.name_key, ?) = 1 THEN 1"
    " WHEN substr(r.name_sort, 1, instr(r.name_sort, ' ') - 1) = ? THEN 2"
    " WHEN instr(replace(r.name_sort, ' ', ''), ?) = 1 THEN 3 WHEN instr(r.name_key, ?) > 0 THEN 4"
    " WHEN instr(r.community, ?) > 0 THEN 6 ELSE 5 END"
)


@dataclass(frozen=True)
class ResidentQuery:
    """What the list shows; an empty field does not filter. ``order`` is name, age, sex, community, state or id."""

    text: str = ""
    community: str = ""
    flag: str = ""
    grade: str = ""
    state: str = RegisterState.ON_REGISTER
    age_from: int | None = None
    age_to: int | None = None
    to_verify: bool = False
    order: str = "name"
    descending: bool = False


@dataclass(frozen=True)
class ResidentRow:
    """One resident as the list shows one today."""

    id: int
    name: str
    sex: str
    age: int | None
    born_on: dt.date | None
    id_masked: str
    community: str
    address: str
    phone: str
    flags: tuple[str, ...]
    grade: str
    state: str
    to_verify: bool
    last_visit_on: dt.date | None
    code: str


@dataclass(frozen=True)
class RegisterCounts:
    """The numbers above the list."""

    on_register: int
    to_verify: int
    duplicates: int


def find_ids(wanted: ResidentQuery) -> list[int]:
    """The ids that match, in the wanted order."""
    by_code = _by_code(wanted.text)
    if by_code is not None:
        return by_code
    conditions, parameters = _conditions(wanted)
    source = "living_resident r"
    match = match_expression(wanted.text)
    if match:
        # CROSS JOIN keeps the order: ask the search index once, never once for every resident.
        source = "resident_search s CROSS JOIN living_resident r ON r.id = s.rowid"
        conditions.insert(0, "resident_search MATCH ?")
        parameters.insert(0, match)
    ahead, back = ("DESC", "ASC") if wanted.descending else ("ASC", "DESC")
    wanted_order = _ORDERS.get(wanted.order, _ORDERS["name"])
    place = places.sorting("r.community") if "{place}" in wanted_order else Condition("")
    order = wanted_order.format(d=ahead, r=back, place=place.sql)
    parameters = [*parameters, *place.values]
    if match and wanted.order == "name" and not wanted.descending:
        word = name_key(fold_words(wanted.text)[0])
        order, parameters = f"{_RANK}, {order}", [*parameters, *[word] * _RANK.count("?")]
    return query.ids(f"SELECT r.id FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {order}", parameters)


@dataclass(frozen=True)
class FoundBy:
    """In which number of how many people the digits of a search stand; one person may count for several."""

    id_number: int
    phone: int
    contact_phone: int


def found_by(ids: Sequence[int], text: str) -> FoundBy | None:
    """Why a search for digits found these people, which a list with masked numbers does not show; else None."""
    digits = fold(text)
    if not digits.isdigit() or not ids:
        return None
    row = query.fetch_one(_FOUND_BY, [digits, digits, digits, query.listed(ids)])
    return FoundBy(*row) if row is not None else None


def about(column: str, text: str) -> Condition | None:
    """Whom a search finds in the register, in any state, as a condition of another list; none for an empty text."""
    return among(column, find_ids(ResidentQuery(text=text, state=""))) if text.strip() else None


class _Facts(NamedTuple):
    id: int
    name: str
    sex: str
    born_on: dt.date | None
    number: str
    community: str
    address: str
    phone: str
    state: str
    to_verify: bool
    grade: str
    last_visit_on: dt.date | None
    code: str


def rows(ids: Sequence[int]) -> list[ResidentRow]:
    """The rows of these ids, in their order."""
    today = clock.today()
    facts = {row.id: row for row in query.fetch_as(_Facts, _ROWS, [query.listed(ids)])}
    flags = flags_today(ids, today)
    return places.named(
        [
            ResidentRow(
                id=one.id,
                name=one.name,
                sex=one.sex,
                age=age_on(one.born_on, today) if one.born_on else None,
                born_on=one.born_on,
                id_masked=masked(one.number) if one.number else "",
                community=one.community,
                address=one.address,
                phone=one.phone,
                flags=flags.get(one.id, ()),
                grade=one.grade,
                state=one.state,
                to_verify=one.to_verify,
                last_visit_on=one.last_visit_on,
                code=one.code,
            )
            for one in (facts[wanted] for wanted in ids if wanted in facts)
        ]
    )


def flags_today(ids: Sequence[int], today: dt.date) -> dict[int, tuple[str, ...]]:
    """The flags that these residents hold on a day, in the glossary's order."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for person, kind in query.fetch(
        "SELECT resident_id, kind FROM living_flag WHERE (from_on IS NULL OR from_on <= ?)"
        f" AND (to_on IS NULL OR to_on >= ?) AND resident_id IN {query.LISTED}",
        [today.isoformat(), today.isoformat(), query.listed(ids)],
    ):
        found[person].add(kind)
    return {person: tuple(kind for kind in terms.FLAGS if kind in kinds) for person, kinds in found.items()}


def name_of(resident_id: int | None) -> str:
    """What somebody is called, also whose record is void; ``""`` for nobody."""
    return query.text("SELECT name FROM resident WHERE id = ?", [resident_id])


def counts() -> RegisterCounts:
    """How many are on register, to be verified, and possibly recorded twice (same name and birth date)."""
    listed = "SELECT count(*) FROM living_resident WHERE register_state = 'on_register'"
    return RegisterCounts(
        on_register=query.count(listed),
        to_verify=query.count(f"{listed} AND id_state <> 'valid'"),
        duplicates=query.count(_TWICE),
    )


def match_expression(text: str) -> str:
    """The FTS5 expression of a search: every word must occur, each as a run of characters; ``""`` for none."""
    return " AND ".join(phrase for word in fold_words(text) if (phrase := _phrase_or_place(word)))


def _phrase_or_place(word: str) -> str:
    # Rows keep the community as it was typed; it is found by each of its names.
    found = [_phrase(name_key(one)) for one in (word, *places.also_typed(word))]
    phrases = [phrase for phrase in found if phrase]
    return f"({' OR '.join(phrases)})" if len(phrases) > 1 else "".join(phrases)


def _phrase(word: str) -> str:
    spaced = " ".join(char for char in word if char.isalnum())
    if len(word) == 15 and word.isascii() and word.isdigit():
        # An old ID number is kept in its 18 digits; it may be the beginning of one that is being typed, too.
        return f'("{spaced}" OR "{" ".join(widened(word).lower())}")'
    return f'"{spaced}"' if spaced else ""


def fold_words(text: str) -> list[str]:
    """The words of a search; a phone number typed in groups is one word."""
    folded = fold(text)
    return [folded] if folded.isdigit() else text.split()


def search_text(row_id: int) -> str:
    """What the search index holds of a resident: all keys, their characters apart."""
    row = query.fetch_one("SELECT name, id_number, phone, community FROM resident WHERE id = ?", [row_id])
    if row is None:
        return ""
    name, number, phone, community = row
    phones = [phone, *query.texts(_CONTACT_PHONES, [row_id])]
    pieces = search_key(name, id_number=number or "", phones=phones, codes=[name_key(community)]).split("|")
    return _BETWEEN.join(" ".join(char for char in piece if char.isalnum()) for piece in pieces)


def index(row_id: int) -> None:
    """Bring the search index up to date for one resident; it is derived and can be rebuilt."""
    index_many([row_id])


def index_many(row_ids: Iterable[int], progress: Progress | None = None) -> None:
    """The same for many, in one go: an index that is kept row by row grows slower with every row."""
    for row_id in row_ids:
        if progress is not None:
            progress.step()
        query.execute("DELETE FROM resident_search WHERE rowid = ?", [row_id])
        query.execute("INSERT INTO resident_search (rowid, key) VALUES (?, ?)", [row_id, search_text(row_id)])
        _sort(row_id)


def _sort(row_id: int) -> None:
    row = query.fetch_one("SELECT name, name_sort FROM resident WHERE id = ?", [row_id])
    if row is not None and row[1] != (key := sort_key(row[0])):
        query.execute("UPDATE resident SET name_sort = ? WHERE id = ?", [key, row_id])


# Pairs of one name and birth date that nobody found to be two people; services.duplicates finds the subtler ones.
_TWICE = """
    WITH same AS (SELECT name_key, born_on FROM living_resident WHERE born_on IS NOT NULL
        GROUP BY born_on, name_key HAVING count(*) > 1)
    SELECT count(*) FROM same s CROSS JOIN living_resident a ON a.born_on = s.born_on AND a.name_key = s.name_key
    JOIN living_resident b ON b.born_on = s.born_on AND b.name_key = s.name_key AND b.id > a.id
    WHERE NOT EXISTS (SELECT 1 FROM living_distinct_pair d WHERE d.low_id = a.id AND d.high_id = b.id)"""
# As the search index has it: 0871-65160000 is one number.
_DIALLED = "instr(replace(replace({}.phone, '-', ''), ' ', ''), ?) > 0"
_FOUND_BY = (
    f"SELECT count(*) FILTER (WHERE instr(r.id_number, ?) > 0), count(*) FILTER (WHERE {_DIALLED.format('r')}),"
    " count(*) FILTER (WHERE EXISTS (SELECT 1 FROM living_contact c WHERE c.resident_id = r.id"
    f" AND {_DIALLED.format('c')})) FROM living_resident r WHERE r.id IN {query.LISTED}"
)
_CONTACT_PHONES = "SELECT phone FROM living_contact WHERE resident_id = ? AND phone <> ''"
_NEWEST_GRADE = (
    "g.id = (SELECT id FROM living_grade g2 WHERE g2.resident_id = g.resident_id"
    " ORDER BY g2.assessed_on DESC, g2.id DESC LIMIT 1)"
)


_ROWS = (
    "SELECT r.id, r.name, r.sex, r.born_on, COALESCE(r.id_number, ''), r.community, r.address, r.phone,"
    " r.register_state, r.id_state <> 'valid', COALESCE((SELECT g.grade FROM living_grade g"
    f" WHERE g.resident_id = r.id AND {_NEWEST_GRADE}), ''),"
    " (SELECT max(v.visited_on) FROM living_visit v WHERE v.resident_id = r.id AND v.outcome = 'reached'),"
    " COALESCE((SELECT c.digits FROM living_printed_code c WHERE c.resident_id = r.id AND c.kind = 1"
    f" AND c.replaced_at IS NULL), '') FROM resident r WHERE r.id IN {query.LISTED}"
)


def _by_code(text: str) -> list[int] | None:
    digits = fold(text)
    if len(digits) != 17 or not digits.isdigit():
        return None
    try:
        Code.parse(digits)
    except ValueError:
        return None
    try:
        found = printed_codes.find(digits)
    except (BadCode, UnknownCode):
        return []
    if found.kind is CodeKind.RESIDENT:
        return [found.row_id]
    if found.kind is CodeKind.SERVICE_ORDER:
        return query.ids("SELECT resident_id FROM living_help_service WHERE id = ?", [found.row_id])
    if found.kind is CodeKind.ROSTER_ROW:
        return query.ids("SELECT resident_id FROM living_route_row WHERE id = ?", [found.row_id])
    if found.kind is not CodeKind.BED:
        return []
    return query.ids(
        "SELECT resident_id FROM living_stay WHERE bed_id = ? AND from_on <= ? AND (to_on IS NULL OR to_on > ?)",
        [found.row_id, clock.today().isoformat(), clock.today().isoformat()],
    )


def _conditions(wanted: ResidentQuery) -> tuple[list[str], list[object]]:
    today = clock.today()
    found: list[tuple[str, list[object]]] = [("1", [])]
    if wanted.state:
        found.append(("r.register_state = ?", [wanted.state]))
    if wanted.community:
        lived = places.lived_in("r.community", wanted.community)
        found += [(lived.sql, [*lived.values])] if lived else []
    if wanted.to_verify:
        found.append(("r.id_state <> 'valid'", []))
    if wanted.flag:
        found.append(_flag_condition(wanted.flag, today))
    if wanted.grade:
        found.append(
            (f"r.id IN (SELECT resident_id FROM living_grade g WHERE grade = ? AND {_NEWEST_GRADE})", [wanted.grade])
        )
    if wanted.age_from is not None:
        found.append(("r.born_on <= ?", [_born_by(today, wanted.age_from)]))
    if wanted.age_to is not None:
        found.append(("r.born_on > ?", [_born_by(today, wanted.age_to + 1)]))
    return [condition for condition, _ in found], [value for _, values in found for value in values]


def _flag_condition(flag: str, today: dt.date) -> tuple[str, list[object]]:
    if flag == FlagKind.ADVANCED_AGE:
        return "r.born_on <= ?", [_born_by(today, ELDERLY)]
    if flag == FlagKind.HANDICAPPED:
        severe, values = _flag_condition(FlagKind.SEVERELY_HANDICAPPED, today)
        return f"({CERTIFIED} OR {severe})", values
    return (
        "EXISTS (SELECT 1 FROM living_flag f WHERE f.resident_id = r.id AND f.kind = ?"
        " AND (f.from_on IS NULL OR f.from_on <= ?) AND (f.to_on IS NULL OR f.to_on >= ?))",
        [flag, today.isoformat(), today.isoformat()],
    )


def _born_by(today: dt.date, age: int) -> str:
    """The latest birth date of those who are that old today."""
    born = birthday(today, -age) if age else today
    while age_on(born, today) < age:
        born -= dt.timedelta(days=1)
    return born.isoformat()
