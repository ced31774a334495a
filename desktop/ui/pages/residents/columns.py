"""The columns of the register: those that it has at first, and any other field that somebody wants to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.core.answers import IdState
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.register import columns as resident_columns
from desktop.services.register import listing as residents
from desktop.services.register import places
from desktop.services.register.listing import ResidentRow
from desktop.ui.pages.residents.words import flag_chip
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.filters import Filter

AGES = ("60-69", "70-79", "80-89", "90-")
STANDARD = ("sex", "age", "id_number", "community", "flags", "grade", "visit")
_WIDTH = 120
_LONG = frozenset({"native_area", "household_place", "address", "chronic", "allergies", "diet", "contacts", "remarks"})
# Among the usual columns already.
_HELD = frozenset({"name", *STANDARD})


@dataclass(frozen=True)
class ListedRow(ResidentRow):
    """A row of the list with the words of the chosen further fields."""

    more: Mapping[str, str] = field(default_factory=dict)


def listed(ids: list[int], names: Sequence[str]) -> Sequence[ListedRow]:
    """The rows of these ids with these further fields."""
    more = resident_columns.values(ids, names) if names else [()] * len(ids)
    rows = residents.rows(ids)
    return [
        ListedRow(**vars(row), more=dict(zip(names, words, strict=True))) for row, words in zip(rows, more, strict=True)
    ]


def further(chosen: Sequence[str]) -> tuple[str, ...]:
    """Of the chosen columns those that are read for this list only."""
    return tuple(name for name in chosen if name in resident_columns.FIELDS and name not in STANDARD)


def offered() -> dict[str, str]:
    """Every column that may be chosen, with its heading; the name always stands first."""
    usual = {name: column.title for name, column in _standard(lambda row: "").items()}
    return usual | {name: resident_columns.label(name) for name in resident_columns.FIELDS if name not in _HELD}


def columns_of(chosen: Sequence[str], visit: Callable[[ListedRow], str | Chips]) -> tuple[Column[ListedRow], ...]:
    """The name and the chosen columns, in their order."""
    standard = _standard(visit)
    # Names of other peoples are long; they stretch before anything else is cut.
    name = Column[ListedRow](translate("Residents", "Name"), lambda row: row.name, 116, sort="name", stretch=True)
    found = [standard.get(one) or _further(one) for one in chosen if one in standard or one in resident_columns.FIELDS]
    return (name, *found)


def chosen_of(text: str) -> tuple[str, ...]:
    """The columns of a station's preferences; without a choice the usual ones."""
    known = {*STANDARD, *resident_columns.FIELDS}
    chosen = tuple(name for name in text.split(",") if name in known)
    return chosen or STANDARD


def filters() -> tuple[Filter, ...]:
    """The chips above the list."""
    return (
        Filter("community", translate("Residents", "Community"), _communities),
        Filter("flag", translate("Residents", "Category"), lambda: terms.FLAGS.shown),
        Filter("age", translate("Residents", "Age"), _age_words),
        Filter("grade", translate("Residents", "Capability"), lambda: terms.GRADES.shown),
        Filter("state", translate("Residents", "State"), _states, "on_register"),
    )


def ages(band: str) -> tuple[int | None, int | None]:
    """The ages of a band of the chip."""
    first, _, last = band.partition("-")
    return (int(first) if first else None), (int(last) if last else None)


def grade_word(code: str) -> str:
    """A capability grade, short enough for a column."""
    word = terms.GRADES.shown.get(code, "—")
    return word.removeprefix("能力").removesuffix("失能").removesuffix(" disabled")


def flags_cell(flags: Sequence[str]) -> str | Chips:
    """Flags as chips."""
    return Chips(tuple(flag_chip(flag) for flag in flags)) if flags else "—"


def _standard(visit: Callable[[ListedRow], str | Chips]) -> dict[str, Column[ListedRow]]:
    return {
        "sex": Column(
            translate("Residents", "Sex"), lambda row: terms.SEXES.shown[row.sex], 60, sort="sex", spare=True
        ),
        "age": Column(translate("Residents", "Age"), lambda row: age_word(row.age), 62, Align.RIGHT, sort="age"),
        "id_number": Column(translate("Residents", "ID number"), lambda row: row.id_masked or "—", 168, spare=True),
        "community": Column(
            translate("Residents", "Community"), lambda row: row.community, 104, sort="community", stretch=True
        ),
        "flags": Column(translate("Residents", "Categories"), lambda row: flags_cell(row.flags), 130, stretch=True),
        "grade": Column(translate("Residents", "Capability"), lambda row: grade_word(row.grade), 70, spare=True),
        "visit": Column(translate("Residents", "Visit this month"), visit, 108),
    }


def _further(name: str) -> Column[ListedRow]:
    sort = "state" if name == "register_state" else ""
    long = name in _LONG
    return Column(resident_columns.label(name), lambda row: row.more.get(name, ""), _WIDTH, sort=sort, stretch=long)


def age_word(age: int | None) -> str:
    """An age, or a dash."""
    return "—" if age is None else str(age)


def _communities() -> Mapping[str, str]:
    return {one: one for one in places.communities()}


def _states() -> Mapping[str, str]:
    return {**terms.REGISTER_STATES.shown, IdState.TO_VERIFY: translate("Residents", "To verify")}


def _age_words() -> Mapping[str, str]:
    last = translate("Residents", "90 and over")
    words = {band: translate("Residents", "{band} years").format(band=band.replace("-", "–")) for band in AGES[:-1]}
    return {**words, AGES[-1]: last, "80-": translate("Residents", "80 and over")}
