"""Visit figures from the roster (handbook section 4, Visits)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.figures import behind as selections
from desktop.core.figures.behind import Behind, Counts, Piece, Ratio, Selection, rows
from desktop.core.figures.people import PersonLine
from desktop.core.figures.visits import RiskLine, UnvisitedLine, VisitedLine, VisitFigures, VisitGroup, VisitorLine
from desktop.core.period import Month
from desktop.core.trade import NamedList, VisitOutcome
from desktop.core.words import terms
from desktop.models import query
from desktop.services.figures.bed_days import lived_in_all_month
from desktop.services.named.resolving import resolver
from desktop.services.people.names import persons
from desktop.services.register.snapshot import Register, register
from desktop.services.visits import roster as rosters
from desktop.services.visits.recording import visitor_names
from desktop.services.visits.roster import ABSENT, Roster, VisitFact
from desktop.services.writing import rules

_ATTEMPTS = frozenset({VisitOutcome.NOT_REACHED, VisitOutcome.REFUSED})
# What was closed after the month's last day was open in it, and its result not known yet.
_RISKS = (
    "SELECT id, resident_id, found_on, what, level, action, due_on,"
    " CASE WHEN closed_on <= ? THEN closed_on END, result FROM living_risk"
    " WHERE found_on <= ? AND (closed_on IS NULL OR closed_on >= ?)"
)


_GIVEN = {
    Thing.HELP_SERVICE: "SELECT id, resident_id FROM living_help_service WHERE service_on BETWEEN ? AND ?"
    f" AND state IN ('done', 'rated') AND resident_id IN {query.LISTED}",
    Thing.MEAL: "SELECT id, resident_id FROM living_meal WHERE eaten_on BETWEEN ? AND ?"
    f" AND resident_id IN {query.LISTED}",
}


class _RiskRow(NamedTuple):
    id: int
    resident_id: int
    found_on: dt.date
    what: str
    level: str
    action: str
    due_on: dt.date | None
    closed_on: dt.date | None
    result: str


def visits(month: Month, known: Register | None = None) -> VisitFigures:
    """The visit figures of a month."""
    known = known or register()
    found = rosters.roster(month, known)
    facts = [fact for of_person in found.facts.values() for fact in of_person]
    reached = [fact for fact in facts if fact.outcome == VisitOutcome.REACHED]
    names = made_by([fact.id for fact in facts], month)
    wanted = rules.roster_flags(month.first)
    risks = _risks(known, month)
    behind = _behind(found, reached, risks)
    return VisitFigures(
        month=month,
        visited_people=found.visited,
        unvisited_people=found.unvisited,
        excused_people=found.excused,
        late_joiners_people=found.late_joiners,
        risks=risks,
        by_community=_groups(found, lambda person: (person.community,)),
        by_flag=_by_flag(known, found, wanted),
        by_method={code: behind.by_method[code].value for code in terms.VISIT_METHODS},
        by_visitor=_by_visitor(reached, names),
        attempts_not_reached=behind.attempts.value,
        helped=behind.helped.part.value,
        helped_of=behind.helped.whole.value,
        rules=rules.in_force(rosters.RULES, month.first),
        visitors=_visitors(found, facts, names),
        people_by_method=_people_by_method(found),
        behind=behind.named(),
    )


def _groups(found: Roster, names: Callable[[PersonLine], Iterable[str]]) -> tuple[VisitGroup, ...]:
    parts = {
        "visited": Counter(name for line in found.visited for name in names(line.person)),
        "excused": Counter(name for line in found.excused for name in names(line.person)),
        "unvisited": Counter(name for line in found.unvisited for name in names(line.person)),
    }
    every = sorted(set().union(*parts.values()))
    return tuple(
        VisitGroup(
            name,
            required=sum(part[name] for part in parts.values()),
            excused=parts["excused"][name],
            visited=parts["visited"][name],
            unvisited=parts["unvisited"][name],
        )
        for name in every
    )


def _by_flag(known: Register, found: Roster, wanted: frozenset[str]) -> tuple[VisitGroup, ...]:
    # A flag that ended during the month still put the person on the roster.
    def names(person: PersonLine) -> Iterable[str]:
        first, last = found.month.first, found.month.last
        return {
            kind
            for kind in wanted
            if any(span.touches(first, last) for span in known.spans(person.resident_id, frozenset({kind})))
        }

    groups = {group.name: group for group in _groups(found, names)}
    return tuple(groups[kind] for kind in terms.FLAGS if kind in groups)


def made_by(ids: Sequence[int], month: Month) -> dict[int, tuple[str, ...]]:
    """Who made each visit: texts that stand for one person are that person, called as at the month's end."""
    known = resolver(NamedList.PERSON)
    return {visit: persons(text, known, month.last) for visit, text in visitor_names(list(ids)).items()}


def _by_visitor(reached: list[VisitFact], names: dict[int, tuple[str, ...]]) -> dict[str, int]:
    counted = Counter(name for fact in reached if fact.id in names for name in names[fact.id])
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True)
class _Behind:
    """What the visit figures are made of that its lists do not say by themselves."""

    found: Roster
    by_method: Mapping[str, Selection]
    attempts: Selection
    helped: Ratio
    risks_open: Selection
    made: Selection

    def named(self) -> dict[str, Behind]:
        """What every figure is made of, by the names of the contract."""
        lists = self.found
        gone, confirmed = (
            selections.people(line.person.resident_id for line in lists.excused if (line.reason in ABSENT) is absent)
            for absent in (False, True)
        )
        visited = Selection(Counts.PEOPLE, tuple(_reached_pieces(lists, _ids(lists.visited))))
        unvisited = selections.people(_ids(lists.unvisited))
        to_visit = Selection(Counts.PEOPLE, (*map(_bare, visited.pieces), *unvisited.pieces))
        required = Selection(Counts.PEOPLE, (*to_visit.pieces, *gone.pieces, *confirmed.pieces))
        return {
            "required": required,
            "late_joiners": selections.people(person.resident_id for person in lists.late_joiners),
            "visited": visited,
            "excused_gone": gone,
            "excused_confirmed": confirmed,
            "unvisited": unvisited,
            "visit_rate": Ratio(visited, to_visit),
            "gross_rate": Ratio(visited, required),
            "help_rate": self.helped,
            "attempts_not_reached": self.attempts,
            **{f"by_method.{terms.VISIT_METHODS[code]}": found for code, found in self.by_method.items()},
            "risks_open": self.risks_open,
            "made": self.made,
        }


def _behind(found: Roster, reached: Sequence[VisitFact], risks: Iterable[RiskLine]) -> _Behind:
    facts = [fact for of_person in found.facts.values() for fact in of_person]
    return _Behind(
        found,
        {code: rows(_piece(fact) for fact in reached if fact.method == code) for code in terms.VISIT_METHODS},
        rows(_piece(fact) for fact in facts if fact.outcome in _ATTEMPTS),
        _helped(found),
        rows(Piece(one.person.resident_id, Thing.RISK, one.risk_id) for one in risks if one.closed_on is None),
        rows(map(_piece, facts)),
    )


def _helped(found: Roster) -> Ratio:
    """Who of those living at home was reached or given anything, of all of them."""
    housed = lived_in_all_month(found.month)
    visited, unvisited = (
        [one for one in _ids(lines) if one not in housed] for lines in (found.visited, found.unvisited)
    )
    wanted = set(unvisited)
    part = Selection(Counts.PEOPLE, (*_reached_pieces(found, visited), *_given(found.month, wanted)))
    return Ratio(part, selections.people((*visited, *unvisited)))


def _given(month: Month, wanted: Set[int]) -> Iterator[Piece]:
    """The help services and canteen meals of the month that these people were given."""
    asked = [month.first.isoformat(), month.last.isoformat(), query.listed(wanted)]
    for thing, sql in _GIVEN.items():
        yield from (Piece(person, thing, one) for one, person in query.fetch(sql, asked))


def _reached_pieces(found: Roster, people: Iterable[int]) -> Iterator[Piece]:
    """The visits of the month that reached these people."""
    return (_piece(fact) for one in people for fact in found.facts[one] if fact.outcome == VisitOutcome.REACHED)


def _piece(fact: VisitFact) -> Piece:
    return Piece(fact.resident_id, Thing.VISIT, fact.id)


def _bare(piece: Piece) -> Piece:
    """The person of a piece alone."""
    return Piece(piece.person)


def _ids(lines: Iterable[VisitedLine | UnvisitedLine]) -> list[int]:
    return [line.person.resident_id for line in lines]


def _visitors(found: Roster, facts: list[VisitFact], names: dict[int, tuple[str, ...]]) -> tuple[VisitorLine, ...]:
    """What each visitor did; two who went together both count."""
    required = {line.person.resident_id for line in found.visited}
    people: defaultdict[str, set[int]] = defaultdict(set)
    methods: defaultdict[str, Counter[str]] = defaultdict(Counter)
    attempts: Counter[str] = Counter()
    for fact in facts:
        for name in names.get(fact.id, ()):
            if fact.outcome == VisitOutcome.REACHED:
                methods[name][fact.method] += 1
                people[name] |= {fact.resident_id} & required
            elif fact.outcome in _ATTEMPTS:
                attempts[name] += 1
    every = sorted(methods.keys() | attempts.keys(), key=lambda name: (-methods[name].total(), name))
    return tuple(
        VisitorLine(name, len(people[name]), _counted(methods[name].elements(), terms.VISIT_METHODS), attempts[name])
        for name in every
    )


def _people_by_method(found: Roster) -> dict[str, int]:
    """Required people reached by each method; who was reached by two counts in both."""
    pairs = {
        (line.person.resident_id, fact.method)
        for line in found.visited
        for fact in found.facts[line.person.resident_id]
        if fact.outcome == VisitOutcome.REACHED
    }
    return _counted((method for _, method in pairs), terms.VISIT_METHODS)


def _risks(known: Register, month: Month) -> tuple[RiskLine, ...]:
    """Risks found in the month, or found before and not closed before it began; open are those not closed in it."""
    rows = query.fetch_as(_RiskRow, _RISKS, [month.last.isoformat(), month.last.isoformat(), month.first.isoformat()])
    # A month that is over is counted at its end, the running one today.
    counted_on = min(month.last, clock.today())
    found = [_risk(known, month, row, counted_on) for row in rows if row.resident_id in known.people]
    return tuple(sorted(found, key=lambda line: (line.closed_on is not None, line.found_on, line.risk_id)))


def _risk(known: Register, month: Month, row: _RiskRow, counted_on: dt.date) -> RiskLine:
    age_days, overdue = _ageing(row.found_on, row.due_on, row.closed_on, counted_on)
    return RiskLine(
        risk_id=row.id,
        person=known.line(row.resident_id, month.last),
        found_on=row.found_on,
        what=row.what,
        level=row.level,
        action=row.action,
        due_on=row.due_on,
        closed_on=row.closed_on,
        result=row.result if row.closed_on is not None else "",
        age_days=age_days,
        overdue=overdue,
    )


def _ageing(
    found_on: dt.date, due_on: dt.date | None, closed_on: dt.date | None, counted_on: dt.date
) -> tuple[int, bool]:
    end = closed_on or max(counted_on, found_on)
    return (end - found_on).days, due_on is not None and due_on < end


def _counted(found: Iterable[str], every: Iterable[str]) -> dict[str, int]:
    counted = Counter(found)
    return {code: counted[code] for code in every}
