"""``figures --trend`` and ``figures --compare``: the figures of a month beside those of other months."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from desktop.cli.output import DONE, Output
from desktop.core.figures.series import OverMonths, Series, change, difference, signed_text, value_text
from desktop.core.period import Month
from desktop.core.words.figures import figure_word
from desktop.services.figures.over_months import over_months, year_to


def show_trend(month: Month, out: Output) -> int:
    """Print every figure of the twelve months up to this one."""
    found = over_months(year_to(month))
    payload = {
        "month": str(month),
        "months": [str(one) for one in found.months],
        "closed": [str(one) for one in found.months if one in found.closed],
        "figures": [{**_named(one), "values": [_told(value) for value in one.values]} for one in found.series],
    }
    out.show(payload, _trend_lines(found))
    return DONE


def show_compared(month: Month, other: Month, out: Output) -> int:
    """Print every figure of a month beside that of another, with what is more or less."""
    found = over_months((other, month))
    payload = {
        "month": str(month),
        "with": str(other),
        "closed": [str(one) for one in found.months if one in found.closed],
        "figures": [_compared(one) for one in found.series],
    }
    out.show(payload, _compared_lines(found))
    return DONE


def _compared(one: Series) -> dict[str, object]:
    other, value = one.values
    return {
        **_named(one),
        "value": _told(value),
        "other": _told(other),
        "difference": _told(difference(value, other)),
        "change": _told(change(value, other, one.unit)),
    }


def _named(one: Series) -> dict[str, object]:
    return {"figure": one.figure, "name": one.name or None, "unit": one.unit}


def _told(value: Decimal | None) -> int | str | None:
    """As the figures are told: counts are numbers, rates and money strings with two decimals."""
    return int(value) if value is not None and value.as_tuple().exponent == 0 else None if value is None else str(value)


def _word(one: Series) -> str:
    return one.name or figure_word(one.figure)


def _trend_lines(found: OverMonths) -> Iterator[str]:
    yield "  ".join(map(str, found.months))
    for one in found.series:
        yield f"{_word(one)}  {'  '.join(map(value_text, one.values))}"


def _compared_lines(found: OverMonths) -> Iterator[str]:
    other, month = found.months
    yield f"{month}  {other}"
    for one in found.series:
        before, value = one.values
        share = change(value, before, one.unit)
        facts = [value_text(value), value_text(before), signed_text(difference(value, before))]
        if share is not None:
            facts.append(f"{signed_text(share)}%")
        yield f"{_word(one)}  {'  '.join(facts)}"
