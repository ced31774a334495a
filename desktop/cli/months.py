"""``figures`` and ``roster``: what a month comes to."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from desktop.cli import shapes
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.over_months import show_compared, show_trend
from desktop.cli.session import opened
from desktop.core.figures.explained import Explained, Origin, Part
from desktop.core.figures.people import PersonLine
from desktop.core.figures.visits import VisitFigures
from desktop.core.i18n import translate
from desktop.core.rates import rate_text
from desktop.core.words.figures import figure_word
from desktop.core.words.records import thing_word
from desktop.services import figures
from desktop.services.figures import explained
from desktop.services.figures.contract import as_json
from desktop.services.writing import frozen


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "figures", translate("Cli", "every figure of a month"))
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument(
        "--live", action="store_true", help=translate("Cli", "of a closed month: by today's rows, not as it was closed")
    )
    parser.add_argument(
        "--explain", metavar="FIGURE", default="", help=translate("Cli", "the people and records that make one figure")
    )
    parser.add_argument(
        "--trend", action="store_true", help=translate("Cli", "every figure of the twelve months up to this one")
    )
    parser.add_argument(
        "--compare", type=month_argument, metavar="YYYY-MM", help=translate("Cli", "beside those of another month")
    )
    parser.set_defaults(run=run_figures, parser=parser)
    parser = add_command(commands, "roster", translate("Cli", "who must be visited in a month, and who was"))
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.set_defaults(run=run_roster)


def run_figures(args: argparse.Namespace, out: Output) -> int:
    """Print the figures, of a closed month as they were frozen; as text one line each, named as in the JSON."""
    if sum(map(bool, (args.explain, args.trend, args.compare))) > 1 or (args.live and (args.trend or args.compare)):
        args.parser.error(translate("Cli", "--explain, --trend, --compare: one at a time; the last two without --live"))
    if args.explain:
        return _explain(args, out)
    if args.trend or args.compare:
        with opened(args):
            return show_trend(args.month, out) if args.trend else show_compared(args.month, args.compare, out)
    with opened(args):
        kept = None if args.live else frozen.figures(args.month)
        payload = kept or as_json(figures.figures_of(args.month))
    out.show(payload, _flat(payload))
    return DONE


def _explain(args: argparse.Namespace, out: Output) -> int:
    with opened(args):
        found = explained.explain(args.month, args.explain, args.live)
    payload: dict[str, object] = {
        "month": str(args.month),
        "figure": found.figure,
        "value": found.value,
        "from": found.origin,
        "people": [shapes.person(one) for one in found.people],
        "rows": found.rows,
    }
    if len(found.parts) > 1:
        payload |= dict(zip(("numerator", "denominator"), map(_part, found.parts), strict=True))
    elif found.parts:
        payload |= {"counts": found.parts[0].counts, "lines": _part(found.parts[0])["lines"]}
    if found.closed is not None:
        payload["closed"] = found.closed
    out.show(payload, _explained_lines(found))
    return DONE


def _part(one: Part) -> dict[str, object]:
    lines = [
        {
            "resident_id": line.resident_id,
            "name": line.name,
            "record": line.thing,
            "uid": line.uid or None,
            "date": shapes.day_text(line.day),
            "amount": line.amount,
        }
        for line in one.lines
    ]
    people = [shapes.person(person) for person in one.people]
    return {"value": one.value, "counts": one.counts, "people": people, "rows": one.rows, "lines": lines}


def _explained_lines(found: Explained) -> Iterator[str]:
    words = {
        Origin.FROZEN: translate("Cli", "as it was closed"),
        Origin.LIVE: translate("Cli", "by today's records"),
        Origin.TYPED: translate("Cli", "typed in settings"),
    }
    value = "—" if found.value is None else found.value
    yield f"{figure_word(found.figure)}  {value}  ({words[found.origin]})"
    if found.closed is not None and found.closed != found.value:
        yield translate("Cli", "The closed month says {value}.").format(value=found.closed)
    for part in found.parts:
        if len(found.parts) > 1:
            yield f"  {part.value}"
        for line in part.lines:
            record = thing_word(line.thing) if line.thing else ""
            facts = (line.name, line.community, record, shapes.day_text(line.day), line.uid)
            yield "    " + "  ".join(fact for fact in facts if fact)


def run_roster(args: argparse.Namespace, out: Output) -> int:
    """Print the names behind the visit figures."""
    with opened(args):
        visits = figures.visits(args.month)
    groups = dict(_groups(visits))
    payload = {"month": str(args.month), "visit_rate": rate_text(visits.visit_rate), **groups}
    out.show(payload, _lines(visits))
    return DONE


def _groups(visits: VisitFigures) -> Iterator[tuple[str, list[dict[str, object]]]]:
    visited = [
        {**shapes.person(line.person), "first_on": shapes.day_text(line.first_on), "times": line.times}
        for line in visits.visited_people
    ]
    unvisited = [
        {
            **shapes.person(line.person),
            "last_contact": shapes.day_text(line.last_contact),
            "attempts": line.attempts,
            "last_outcome": line.last_outcome,
        }
        for line in visits.unvisited_people
    ]
    excused = [
        {**shapes.person(line.person), "reason": line.reason, "since": shapes.day_text(line.since)}
        for line in visits.excused_people
    ]
    yield "required", sorted([*_plain(visited), *_plain(unvisited), *_plain(excused)], key=_id)
    yield "excused", excused
    yield "visited", visited
    yield "unvisited", unvisited
    yield "late_joiners", [shapes.person(person) for person in visits.late_joiners_people]


def _plain(lines: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    keep = ("resident_id", "name", "community", "flags")
    return ({key: line[key] for key in keep} for line in lines)


def _id(line: dict[str, object]) -> int:
    return int(str(line["resident_id"]))


def _lines(visits: VisitFigures) -> Iterator[str]:
    groups: tuple[tuple[str, list[PersonLine]], ...] = (
        (translate("Cli", "Visited"), [line.person for line in visits.visited_people]),
        (translate("Cli", "Not visited yet"), [line.person for line in visits.unvisited_people]),
        (translate("Cli", "Excused"), [line.person for line in visits.excused_people]),
        (translate("Cli", "Counted from next month"), list(visits.late_joiners_people)),
    )
    for title, people in groups:
        yield translate("Cli", "{title}: {count}").format(title=title, count=len(people))
        for person in people:
            yield f"  {person.name}  {person.community}  {person.phone}"
    rate = rate_text(visits.visit_rate)
    yield translate("Cli", "Visit rate {rate} %, {required} required").format(rate=rate, required=visits.required)


def _flat(payload: object, path: str = "") -> Iterator[str]:
    if isinstance(payload, dict):
        for key, value in payload.items():
            yield from _flat(value, f"{path}.{key}" if path else str(key))
    elif isinstance(payload, list):
        for index, value in enumerate(payload):
            yield from _flat(value, f"{path}.{index}")
    else:
        yield f"{path} {'—' if payload is None else payload}"
