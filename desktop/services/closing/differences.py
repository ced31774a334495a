"""What two ways of telling one month differ in: by figure and by person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core import canonical
from desktop.services.writing import frozen

Documents = Mapping[str, bytes]
# The lists whose lines are about people, by the figure that counts them.
_LISTS = {
    "visited": "visits.visited",
    "excused": "visits.excused",
    "unvisited": "visits.unvisited",
    "late_joiners": "visits.late_joiners",
}
_STAYS = "beds.stays"
# What a figure says of which there is nothing: no difference from a month that did not count it.
_NOTHING = (None, 0, "—", "0.00")


@dataclass(frozen=True)
class Difference:
    """One figure told twice; ``people`` are (uid, name) of those whose line is not the same in both."""

    figure: str
    before: Any
    after: Any
    people: tuple[tuple[str, str], ...] = ()


def figures_differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    """(figure, before, after) of every figure that ``before`` tells and ``after`` does not tell alike."""
    told, now = dict(_flat("", before)), dict(_flat("", after))
    return [(name, value, now.get(name)) for name, value in told.items() if now.get(name) != value]


def compare(before: Documents, after: Documents) -> list[Difference]:
    """Every figure that differs, those of people with their names, then reports that print something else."""
    old, new = _read(before, frozen.FIGURES), _read(after, frozen.FIGURES)
    figures = figures_differing(old, new)
    # A way of visiting, a payer or a flag that the one did not have at all.
    figures += [
        (name, None, now) for name, now, then in figures_differing(new, old) if then is None and now not in _NOTHING
    ]
    people = _people(before, after)
    found = [Difference(name, old, new, _of(people, name)) for name, old, new in figures]
    told = {one.figure for one in found}
    found += [Difference(name, None, None, who) for name, who in people.items() if name not in told]
    return found + _reports(before, after)


def _reports(before: Documents, after: Documents) -> list[Difference]:
    """Reports of which a printed cell differs; one that only one of the two has is not compared."""
    kinds = sorted(kind for kind in before if kind.startswith("report.") and kind in after)
    return [Difference(kind, None, None) for kind in kinds if before[kind] != after[kind]]


def _people(before: Documents, after: Documents) -> dict[str, tuple[tuple[str, str], ...]]:
    """Whose lines differ, by figure."""
    found = {}
    old, new = _read(before, "roster"), _read(after, "roster")
    for name, figure in _LISTS.items():
        found[figure] = _moved(old.get(name, []), new.get(name, []))
    found[_STAYS] = _moved(_read(before, "stays"), _read(after, "stays"))
    return {figure: people for figure, people in found.items() if people}


def _of(people: Mapping[str, tuple[tuple[str, str], ...]], figure: str) -> tuple[tuple[str, str], ...]:
    """The people behind a figure: its own list, else all of whom its part counts."""
    if figure in people:
        return people[figure]
    part = figure.split(".")[0]
    among = [who for name, who in people.items() if name.startswith(f"{part}.")]
    return tuple(dict.fromkeys(one for who in among for one in who))


def _moved(before: Iterable[Any], after: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    old, new = ({canonical.line(one): one for one in lines} for lines in (before, after))
    moved = [old[line] for line in old if line not in new] + [new[line] for line in new if line not in old]
    found = (one.get("person", one) for one in moved)
    return tuple(dict.fromkeys((str(one["resident"]), str(one["name"])) for one in found))


def _read(documents: Documents, kind: str) -> Any:
    return canonical.read_line(documents[kind]) if kind in documents else {}


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}" if name else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _flat(f"{name}.{number}", inner)
    else:
        yield name, value
