"""A figure of one community, kind, day or person: ``visits.required?社区=前卫社区``, the pieces of the figure that fit.

Every number of a table of the reports is such a figure; a condition is named as the table's head or first column is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from desktop.core.acts import Thing
from desktop.core.figures.behind import Behind, Counts, Piece, Ratio, Selection, rows, summed
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.services import PackageLine
from desktop.core.figures.visits import RISK_AGES, RiskLine
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.core.words import terms
from desktop.models import query
from desktop.services.figures.roster_visits import made_by
from desktop.services.named.resolving import Resolver, resolver
from desktop.services.register.snapshot import Register, as_date
from desktop.services.writing import rules

_QUERY, _AND, _IS = "?", "&", "="
# Of a name or a text only what would end it is written in another way.
_QUOTED = str.maketrans({"%": "%25", "&": "%26", "=": "%3D", "@": "%40"})
# What the records of a kind are told apart by.
_READ: Mapping[Thing, str] = MappingProxyType(
    {
        Thing.VISIT: "SELECT id, method FROM living_visit",
        Thing.HELP_SERVICE: "SELECT id, type, place, payer, worker, service_on FROM living_help_service",
        Thing.MEAL: "SELECT id, eaten_on FROM living_meal",
        Thing.STAY: "SELECT id, from_on FROM living_stay",
    }
)
Row = tuple[Any, ...]


def narrow(figure: str, **conditions: str) -> str:
    """The name of a figure under conditions: ``narrow("visits.required", 社区="前卫社区")``."""
    said = _AND.join(f"{name}{_IS}{value.translate(_QUOTED)}" for name, value in conditions.items())
    return f"{figure}{_QUERY}{said}" if said else figure


def base_and_conditions(figure: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The name of the figure itself, and the conditions that narrow it."""
    base, _, said = figure.partition(_QUERY)
    pairs = (one.partition(_IS) for one in said.split(_AND) if one)
    return base, tuple((name, unquote(value)) for name, _is, value in pairs)


def beside(found: MonthFigures, named: Mapping[str, Behind]) -> dict[str, Behind]:
    """Figures of the tables that the contract does not name, from the pieces of those that it does."""

    def pieces(*figures: str) -> tuple[Piece, ...]:
        return tuple(piece for figure in figures for piece in named[figure].pieces)

    def under(start: str) -> list[str]:
        return [name for name in named if name.startswith(start)]

    times = under("services.person_times.")
    halves = {
        name: whole.part
        for name, figure in (
            ("beds.nursing_beds", "beds.nursing_share"),
            ("people.health_record_65_held", "people.health_record_65"),
            ("people.family_doctor_65_held", "people.family_doctor_65"),
        )
        if isinstance(whole := named[figure], Ratio)
    }
    in_six = pieces(*under("services.six_help.person_times."))
    six = {one[:3] for one in in_six}
    risks = (Piece(one.person.resident_id, Thing.RISK, one.risk_id) for one in found.visits.risks)
    return {
        "visits.excused": Selection(Counts.PEOPLE, pieces("visits.excused_gone", "visits.excused_confirmed")),
        "visits.times": rows(pieces(*under("visits.by_method."))),
        "visits.risks": rows(risks),
        "services.times": rows(pieces(*times)),
        "services.six_help.times": rows(in_six),
        "services.six_help.minutes": summed(one for one in named["services.minutes"].pieces if one[:3] in six),
        "canteen.times": rows(pieces(*under("canteen.meals."))),
        **halves,
    }


def narrowed(figure: str, named: Mapping[str, Behind], found: MonthFigures, known: Register) -> Behind | None:
    """What a figure under conditions is made of; None for a name or a condition that there is none of."""
    base, conditions = base_and_conditions(figure)
    whole = named.get(base)
    if whole is None or any(name not in _TELLS for name, _value in conditions):
        return None
    facts = _Facts(found, known, base, whole.pieces)

    def fits(piece: Piece) -> bool:
        return all(value in _TELLS[name](facts, piece) for name, value in conditions)

    def of(selection: Selection) -> Selection:
        return Selection(selection.counts, tuple(filter(fits, selection.pieces)))

    return type(whole)(of(whole.part), of(whole.whole)) if isinstance(whole, Ratio) else of(whole)


def package_words(line: PackageLine) -> str:
    """Which of somebody's packages it is: who pays, for what, from which day."""
    return f"{terms.PAYERS[line.payer]} {package_type(line)} {line.valid_from.isoformat()}"


def package_type(line: PackageLine) -> str:
    """What a package is for, as on paper."""
    return terms.SERVICE_TYPES[line.type] if line.type else "不限"


@dataclass(frozen=True)
class _Facts:
    """What is known of the pieces of a figure; each kind of record is read when the first of them is asked for."""

    found: MonthFigures
    known: Register
    figure: str
    pieces: Collection[Piece]
    _read: dict[Thing, Mapping[int, Row]] = field(default_factory=dict)

    @property
    def month(self) -> Month:
        """The month of the figures."""
        return self.found.month

    def row(self, piece: Piece) -> Row:
        """What the record of a piece says; nothing for one without."""
        thing = piece.thing
        if thing is None or thing not in _READ or piece.row is None:
            return ()
        if thing not in self._read:
            ids = query.listed({one.row for one in self.pieces if one.thing is thing and one.row is not None})
            found = query.fetch(f"{_READ[thing]} WHERE id IN {query.LISTED}", [ids])
            self._read[thing] = {row[0]: row[1:] for row in found}
        return self._read[thing].get(piece.row, ())

    @cached_property
    def visitors(self) -> Mapping[int, Collection[str]]:
        """Who made each visit."""
        return made_by([one.row for one in self.pieces if one.thing is Thing.VISIT and one.row], self.month)

    @cached_property
    def persons(self) -> Resolver:
        """Whom the texts of services mean."""
        return resolver(NamedList.PERSON)

    def worker(self, piece: Piece) -> Collection[str]:
        """Who did a service, by the name that the month's table has."""
        row = self.row(piece) if piece.thing is Thing.HELP_SERVICE else ()
        return (self.persons.shown(row[3], self.month.last) if row[3] else "",) if row else ()

    @cached_property
    def risks(self) -> Mapping[int, RiskLine]:
        """The risks of the month."""
        return {one.risk_id: one for one in self.found.visits.risks}

    @cached_property
    def packages(self) -> Mapping[tuple[Thing, int], str]:
        """The package that a record is or is in."""
        lines = self.found.services.packages.lines
        own = {(Thing.SERVICE_PACKAGE, one.package_id): package_words(one) for one in lines}
        return own | {(Thing.HELP_SERVICE, row): package_words(one) for one in lines for row in one.services}

    @cached_property
    def roster_flags(self) -> frozenset[str]:
        """The categories that are visited."""
        return rules.roster_flags(self.month.first)

    def day(self, piece: Piece) -> str:
        """The day of a record as stored; that of a stay is its first."""
        row = self.row(piece)
        return str(row[-1]) if row and piece.thing is not Thing.VISIT else ""

    def age_day(self, piece: Piece) -> dt.date:
        """The day on which an age counts: of a meal its own."""
        day = as_date(self.day(piece)) if piece.thing is Thing.MEAL else None
        return day or self.month.last


_Tells = Callable[[_Facts, Piece], Collection[str]]


def _community(facts: _Facts, piece: Piece) -> Collection[str]:
    if piece.person not in facts.known.people:
        return ()
    # Of a service where somebody lived on its day, else at the month's end, as in the tables.
    day = (
        as_date(facts.day(piece))
        if piece.thing is Thing.HELP_SERVICE and facts.figure.startswith("services.")
        else None
    )
    last = facts.month.last
    return (facts.known.person_on(piece.person, day or last, named_on=last).community,)


def _flags(facts: _Facts, piece: Piece) -> Collection[str]:
    person, known, month = piece.person, facts.known, facts.month
    if person not in known.people:
        return ()
    if not facts.figure.startswith("visits."):
        return {terms.FLAGS[kind] for kind in known.flags_on(person, month.last, derived=True)}
    # A flag that ended during the month still put the person on the roster.
    held = (
        kind
        for kind in facts.roster_flags
        if any(span.touches(month.first, month.last) for span in known.spans(person, frozenset({kind})))
    )
    return {terms.FLAGS[kind] for kind in held}


def _band(facts: _Facts, piece: Piece) -> Collection[str]:
    if piece.person not in facts.known.people:
        return ()
    return (terms.age_band(facts.known.people[piece.person].age(facts.age_day(piece)) or 0),)


def _of_person(value: Callable[[_Facts, int], str]) -> _Tells:
    def tells(facts: _Facts, piece: Piece) -> Collection[str]:
        one = piece.person
        return (value(facts, one),) if one is not None and one in facts.known.people else ()

    return tells


def _of_record(thing: Thing, at: int, words: Mapping[str, str]) -> _Tells:
    def tells(facts: _Facts, piece: Piece) -> Collection[str]:
        row = facts.row(piece) if piece.thing is thing else ()
        return (words.get(row[at], row[at]),) if row else ()

    return tells


def _package(facts: _Facts, piece: Piece) -> Collection[str]:
    found = facts.packages.get((piece.thing, piece.row)) if piece.thing and piece.row else None
    return () if found is None else (found,)


def _of_risk(value: Callable[[RiskLine], Iterable[str]]) -> _Tells:
    def tells(facts: _Facts, piece: Piece) -> Collection[str]:
        line = facts.risks.get(piece.row) if piece.thing is Thing.RISK and piece.row is not None else None
        return tuple(value(line)) if line is not None else ()

    return tells


def _risk_ages(line: RiskLine) -> Iterable[str]:
    return (words for words, low, high in RISK_AGES if line.closed_on is None and low <= line.age_days <= high)


_TELLS: Mapping[str, _Tells] = MappingProxyType(
    {
        "社区": _community,
        "类别": _flags,
        "年龄段": _band,
        "姓名": _of_person(lambda facts, one: facts.known.people[one].name),
        "性别": _of_person(lambda facts, one: terms.SEXES.get(facts.known.people[one].sex, "")),
        "能力等级": _of_person(lambda facts, one: terms.GRADES.get(facts.known.grade_on(one, facts.month.last), "")),
        "居住情况": _of_person(
            lambda facts, one: terms.LIVING_ARRANGEMENTS.get(facts.known.person_on(one, facts.month.last).living, "")
        ),
        "探访人": lambda facts, piece: facts.visitors.get(piece.row or 0, ()) if piece.thing is Thing.VISIT else (),
        "方式": _of_record(Thing.VISIT, 0, terms.VISIT_METHODS),
        "服务类型": _of_record(Thing.HELP_SERVICE, 0, terms.SERVICE_TYPES),
        "服务地点": _of_record(Thing.HELP_SERVICE, 1, terms.SERVICE_PLACES),
        "付费方式": _of_record(Thing.HELP_SERVICE, 2, terms.PAYERS),
        "服务人员": lambda facts, piece: facts.worker(piece),
        "服务包": _package,
        "日期": lambda facts, piece: (facts.day(piece),),
        "入住日期": lambda facts, piece: (facts.day(piece),) if piece.thing is Thing.STAY else (),
        "等级": _of_risk(lambda line: (terms.RISK_LEVELS.get(line.level, line.level),)),
        "办结": _of_risk(lambda line: ("未办结" if line.closed_on is None else "已办结",)),
        "天数": _of_risk(_risk_ages),
        "超期": _of_risk(lambda line: ("是" if line.overdue else "否",)),
    }
)
