"""社区帮扶覆盖: whether everybody who is disabled (失能) had a ten-help service in a month (plans of 呈贡 and 西山)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from desktop.core.figures.behind import Behind, Ratio, people
from desktop.core.figures.services import Coverage
from desktop.core.period import Month
from desktop.core.trade import FlagKind
from desktop.models import query
from desktop.services.register.snapshot import Register

_DISABLED = frozenset({FlagKind.DISABLED})


_SERVED = (
    "SELECT DISTINCT resident_id FROM living_help_service"
    " WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated')"
)


class Covered(NamedTuple):
    """The coverage of a month and what each of its figures is made of."""

    coverage: Coverage
    behind: Mapping[str, Behind]


def cover(month: Month, known: Register, served: Collection[int]) -> Covered:
    """Those who were disabled while on register on any day of the month, with and without a service (``served``)."""
    disabled = known.sorted((one for one in known.people if _touches(month, known, one)), month.last)
    helped = [one for one in disabled if one in served]
    unhelped = [one for one in disabled if one not in served]
    part, whole = people(helped), people(disabled)
    behind: dict[str, Behind] = {
        "coverage.disabled": whole,
        "coverage.helped": part,
        "coverage.unhelped": people(unhelped),
        "coverage.rate": Ratio(part, whole),
    }
    lines = tuple(known.line(one, month.last) for one in unhelped)
    return Covered(Coverage(whole.value, part.value, lines), behind)


def served(month: Month) -> set[int]:
    """Who had a ten-help service in a month."""
    return set(query.ids(_SERVED, [month.first.isoformat(), month.last.isoformat()]))


def _touches(month: Month, known: Register, person: int) -> bool:
    spans = [span for span in known.spans(person, _DISABLED) if span.touches(month.first, month.last)]
    if not spans or known.stays_on(person, month.first, month.last):
        return bool(spans)
    return any(known.on_register(person, day) and any(span.holds(day) for span in spans) for day in month)
