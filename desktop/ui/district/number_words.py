"""Figures and indicators of a district in the words of a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from desktop.core.figures.series import Unit
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.rates import AIM_SIGNS
from desktop.district.answers import Indicator, Rate
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.chips import Chips, ChipSpec


def plain(value: Decimal | None) -> str:
    """A number without needless noughts; nothing where there is none."""
    return "" if value is None else f"{value.normalize():f}"


def aim(one: Indicator) -> str:
    """What an indicator is to come to."""
    return "" if one.target is None else f"{AIM_SIGNS.get(one.direction, '')}{plain(one.target)}{one.unit}"


def met(one: Indicator) -> Chips:
    """Whether the target is met, or why that cannot be said."""
    words, tone = _met(one)
    return Chips((ChipSpec(words, tone),))


def _met(one: Indicator) -> tuple[str, Tone]:
    if not one.has_source:
        return translate("DistrictFigures", "no source"), Tone.NEUTRAL
    if one.numerator is None:
        return translate("DistrictFigures", "numbers lacking"), Tone.ATTENTION
    if one.target is None:
        return translate("DistrictFigures", "no target"), Tone.NEUTRAL
    if one.met is None:
        return _undecided(one), Tone.NEUTRAL
    if one.met:
        return translate("DistrictFigures", "met"), Tone.OK
    return translate("DistrictFigures", "not met"), Tone.DANGER


def _undecided(one: Indicator) -> str:
    if not one.has_whole:
        return translate("DistrictFigures", "by centre")
    if one.value is None:
        return translate("DistrictFigures", "of nothing")
    return translate("DistrictFigures", "to be checked")


def figure_lines(
    figures: Mapping[str, int], units: Mapping[str, Unit], rates: Mapping[str, Rate]
) -> list[tuple[str, str]]:
    """Every figure by its name in the contract, and as it is said."""
    found = [
        (name, yuan_text(number) if units[name] is Unit.YUAN else f"{number:,}") for name, number in figures.items()
    ]
    found += [(name, f"{plain(one.percent)}%" if one.percent is not None else "") for name, one in rates.items()]
    return sorted(found)
