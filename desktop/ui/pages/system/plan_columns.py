"""Indicators and typed figures as lines of a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.i18n import translate
from desktop.core.rates import AIM_SIGNS
from desktop.core.words import counts
from desktop.services.plans.drafts import Version
from desktop.services.plans.typed import TypedRow
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Align, Cell, Column
from desktop.ui.widgets.chips import Chips, ChipSpec


@dataclass(frozen=True)
class VersionLine:
    """A version of an indicator; ``holds`` says whether it does today."""

    version: Version
    holds: bool


@dataclass(frozen=True)
class FigureLine:
    """A figure on record, or (``row`` None) one that the plan asks for and nobody has typed."""

    key: str
    row: TypedRow | None
    wanted: bool = False


def version_columns() -> tuple[Column[VersionLine], ...]:
    """Every version of every indicator of a plan."""
    return (
        Column(translate("Plans", "Indicator"), lambda line: line.version.name, 200, stretch=True),
        Column(translate("Plans", "Target"), lambda line: aim_words(line.version), 84),
        Column(translate("Plans", "State"), _state, 96),
        Column(translate("Plans", "Holds from"), lambda line: _day(line.version.valid_from), 104),
        Column(translate("Plans", "Until"), lambda line: _day(line.version.valid_to), 104, spare=True),
        Column(translate("Plans", "Clause"), lambda line: clause_words(line.version), 180, stretch=True, spare=True),
    )


def figure_columns() -> tuple[Column[FigureLine], ...]:
    """The figures, those that are missing first."""
    return (
        Column(translate("Plans", "Figure"), lambda line: counts.TYPED.shown[line.key], 230, stretch=True),
        Column(translate("Plans", "How many"), _how_many, 110, Align.RIGHT),
        Column(translate("Plans", "As of"), lambda line: _day(line.row.as_of) if line.row else "", 110),
        Column(translate("Plans", "Who says so"), lambda line: line.row.source if line.row else "", 180, stretch=True),
        Column(translate("Plans", "Note"), lambda line: line.row.note if line.row else "", 120, spare=True),
    )


def aim_words(one: Version) -> str:
    """The target as a plan writes it; a dash where it sets none."""
    return f"{AIM_SIGNS[one.direction]}{one.target}{one.unit}" if one.target else "—"


def clause_words(one: Version) -> str:
    """Clause and page."""
    page = translate("Plans", "p. {page}").format(page=one.page) if one.page else ""
    return "  ".join(filter(None, (one.clause, page)))


def whole_words(one: Version) -> str:
    """Document, what is divided by what, and the remark of an indicator."""
    shown = counts.SOURCES.shown
    made = "" if not one.numerator else shown[one.numerator]
    if one.denominator:
        made = f"{made} ÷ {shown[one.denominator]}"
    nobody = translate("Plans", "Nobody here knows it")
    return "\n".join(filter(None, (f"{one.document}  {clause_words(one)}", made or nobody, one.remark)))


def _state(line: VersionLine) -> Cell:
    if line.holds:
        return Chips((ChipSpec(translate("Plans", "holds"), Tone.OK),))
    return Chips((ChipSpec(translate("Plans", "not today"), Tone.NEUTRAL),))


def _how_many(line: FigureLine) -> Cell:
    if line.row is not None:
        return str(line.row.value)
    if line.wanted:
        return Chips((ChipSpec(translate("Plans", "missing"), Tone.ATTENTION),))
    return Chips((ChipSpec(translate("Plans", "not typed"), Tone.NEUTRAL),))


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "—"
