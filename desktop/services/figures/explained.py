"""Who and what a figure is made of (``figures --explain``): the selection that the figure counts, with names.

Of a closed month the people are those that were frozen, where the month's documents name them; else today's rows tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from desktop.core.acts import Thing
from desktop.core.errors import UnknownFigure
from desktop.core.figures.behind import Behind, Piece, Ratio, Selection
from desktop.core.figures.explained import Explained, Line, Origin, Part
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PersonLine
from desktop.core.figures.series import BUDGETS
from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import reading
from desktop.services.figures import explained_frozen
from desktop.services.figures.contract import as_json, leaves, value_in
from desktop.services.figures.month import figures_of
from desktop.services.figures.narrowed import beside, narrowed
from desktop.services.register.snapshot import Register, register
from desktop.services.writing import frozen

# The day that a record is told by.
_DAYS: Mapping[Thing, str] = MappingProxyType(
    {
        Thing.VISIT: "visited_on",
        Thing.HELP_SERVICE: "service_on",
        Thing.MEAL: "eaten_on",
        Thing.HOME_BED: "signed_on",
        Thing.HOME_BED_PLAN: "valid_from",
        Thing.HOME_BED_REVIEW: "reviewed_on",
        **dict.fromkeys((Thing.COMPLAINT, Thing.DAY_ATTENDANCE, Thing.LEDGER_ENTRY), "day"),
        Thing.RISK: "found_on",
        Thing.STAY: "from_on",
        Thing.BED: "opened_on",
        **dict.fromkeys((Thing.POST, Thing.CERTIFICATE, Thing.SERVICE_PACKAGE, Thing.PAYER_BUDGET), "valid_from"),
    }
)


def explain(month: Month, figure: str, live: bool = False) -> Explained:
    """Who and what makes a figure; ``live`` asks today's rows of a closed month too.

    Raises UnknownFigure with the names that there are, FrozenChanged.
    """
    with reading():
        known = register()
        kept = None if live else frozen.figures(month)
        found = None if kept is None else explained_frozen.explain(month, figure, kept)
        return found or explained(figures_of(month, known), figure, known, kept)


def explained(found: MonthFigures, figure: str, known: Register, kept: Mapping[str, Any] | None = None) -> Explained:
    """Who and what makes one of these figures; ``kept`` are those that a closed month froze. Raises UnknownFigure."""
    every = everything(found)
    asked, figure = figure, _by_place(found, figure)
    one = every.get(figure) or _beside(figure, found, known)
    if one is None and figure not in every:
        raise UnknownFigure(asked, "、".join(every))
    closed = None if kept is None else value_in(kept, figure)
    value = value_in(as_json(found), figure) if figure in every or one is None else one.told
    selections = (one.part, one.whole) if isinstance(one, Ratio) else (one,) if one else ()
    parts = tuple(_part(selection, known, found.month) for selection in selections)
    # A budget that nobody recorded is in no settings: today's records have none.
    origin = Origin.LIVE if one or figure.startswith(BUDGETS) else Origin.TYPED
    return Explained(figure, value, origin, parts, closed)


def everything(found: MonthFigures) -> dict[str, Behind | None]:
    """What every figure of the contract is made of, by its name; None of a number that somebody typed."""
    every: dict[str, Behind | None] = dict(_named(found))
    every |= {f"indicators.{at}.value": one.behind for at, one in enumerate(found.indicators)}
    # Without a budget it is made of nothing, and so is what is left of it.
    return {
        name: every.get(name) if name.startswith(BUDGETS) else every[name] for name, _value in leaves(as_json(found))
    }


def _beside(figure: str, found: MonthFigures, known: Register) -> Behind | None:
    """What no contract names and can be asked for all the same: a kind of meal that nobody had, a line of a table."""
    named = _named(found)
    return named.get(figure) or narrowed(figure, named | beside(found, named), found, known)


def _by_place(found: MonthFigures, figure: str) -> str:
    """An indicator that is named by its name, by its place in the list."""
    places = {f"indicators.{one.name}": f"indicators.{at}.value" for at, one in enumerate(found.indicators)}
    return places.get(figure, figure)


def figure_names(found: MonthFigures) -> list[str]:
    """The names of all figures, in the order of the contract."""
    return list(everything(found))


def _named(found: MonthFigures) -> dict[str, Behind]:
    parts = {
        "visits": found.visits.behind,
        "services": found.services.behind,
        "canteen": found.canteen.behind,
        "beds": found.beds.behind,
        "people": found.people.behind,
        "rolls": found.rolls.behind,
    }
    return {f"{part}.{name}": one for part, named in parts.items() for name, one in named.items()}


def _part(selection: Selection, known: Register, month: Month) -> Part:
    who = dict.fromkeys(piece.person for piece in selection.pieces if piece.person in known.people)
    people = {one: known.line(one, month.last) for one in known.sorted((one for one in who if one), month.last)}
    records = _records(selection.pieces)
    lines = (_line(piece, people, records) for piece in selection.pieces)
    return Part(selection.told, selection.counts, tuple(people.values()), tuple(lines))


def _line(
    piece: Piece, people: Mapping[int, PersonLine], records: Mapping[tuple[Thing, int], tuple[str, str | None]]
) -> Line:
    person = people.get(piece.person) if piece.person is not None else None
    uid, day = records[piece.thing, piece.row] if piece.thing and piece.row else ("", None)
    name, community = (person.name, person.community) if person else ("", "")
    on = dt.date.fromisoformat(day) if day else None
    return Line(piece.person, name, community, piece.thing, piece.row, uid, on, piece.amount)


def _records(pieces: Iterable[Piece]) -> dict[tuple[Thing, int], tuple[str, str | None]]:
    """(uid, day) of the records of these pieces."""
    wanted: dict[Thing, set[int]] = {}
    for piece in pieces:
        if piece.thing and piece.row:
            wanted.setdefault(piece.thing, set()).add(piece.row)
    return {
        (thing, one): (uid, day)
        for thing, ids in wanted.items()
        for one, uid, day in query.fetch(
            f"SELECT id, uid, {_DAYS[thing]} FROM living_{thing} WHERE id IN {query.LISTED}", [query.listed(ids)]
        )
    }
