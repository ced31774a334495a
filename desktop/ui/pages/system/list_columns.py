"""How the entries of a named list look, and the texts that it does not have."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.trade import NamedList
from desktop.services.named.entries import Entry
from desktop.services.named.unknown import Unknown
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.chips import Chips, ChipSpec


@dataclass(frozen=True)
class TextLine:
    """A text that no list has; without ``found`` somebody said that it stays as it is typed."""

    text: str
    found: Unknown | None


def about(list_code: NamedList) -> str:
    """What a list is for, and what uses it."""
    if list_code == NamedList.COMMUNITY:
        return translate(
            "NamedLists", "Records keep what was typed; tables, filters and forms take the name from here."
        )
    if list_code == NamedList.PERSON:
        return translate(
            "NamedLists", "Who works here: names and their history. Posts and certificates stand under People."
        )
    if list_code == NamedList.PAYER:
        return translate(
            "NamedLists",
            "No form uses this list yet: a service has one of four kinds of payer. Names can be kept here already.",
        )
    return translate("NamedLists", "No form uses this list yet. Names can be kept here already.")


def entry_columns() -> tuple[Column[Entry], ...]:
    """Name, since when, what it was called before, other texts, whether it is offered."""
    return (
        Column(translate("NamedLists", "Name"), lambda one: one.name, 150, stretch=True),
        Column(translate("NamedLists", "Since"), _since, 104),
        Column(translate("NamedLists", "Other names"), _other_names, 150, stretch=True),
        Column(translate("NamedLists", "Also written"), lambda one: "、".join(one.aliases), 110, stretch=True),
        Column(translate("NamedLists", "State"), _state, 120),
    )


def text_columns() -> tuple[Column[TextLine], ...]:
    """The text, how often and when it was typed, what it most likely means."""
    return (
        Column(translate("NamedLists", "As typed"), lambda one: one.text, 140, stretch=True),
        Column(
            translate("NamedLists", "Records"), lambda one: str(one.found.rows) if one.found else "", 72, Align.RIGHT
        ),
        Column(translate("NamedLists", "Last"), lambda one: day(one.found.last) if one.found else "", 104, spare=True),
        Column(
            translate("NamedLists", "Probably"), lambda one: one.found.nearest if one.found else "", 130, stretch=True
        ),
        Column(translate("NamedLists", "State"), _answered, 110),
    )


def day(found: dt.date | None) -> str:
    """A day, or that it holds since before any record."""
    return found.isoformat() if found is not None else translate("NamedLists", "always")


def _since(one: Entry) -> str:
    since = [begun for begun, name in one.names if name == one.name]
    return day(since[-1]) if since else ""


def _other_names(one: Entry) -> str:
    # A name lasts until the day before the next one begins.
    found = []
    for (_, name), (until, _next) in zip(one.names, one.names[1:], strict=False):
        if name != one.name and until is not None:
            last = until - dt.timedelta(days=1)
            found.append(translate("NamedLists", "{name} (until {day})").format(name=name, day=last.isoformat()))
    begun, coming = one.names[-1]
    if coming != one.name and begun is not None:
        found.append(translate("NamedLists", "{name} (from {day})").format(name=coming, day=begun.isoformat()))
    return "、".join(found)


def _state(one: Entry) -> Chips:
    if one.retired_on is None:
        return Chips((ChipSpec(translate("NamedLists", "in use"), Tone.OK),))
    if one.retired_on > clock.today():
        words = translate("NamedLists", "until {day}").format(day=one.retired_on.isoformat())
        return Chips((ChipSpec(words, Tone.ATTENTION),))
    return Chips((ChipSpec(translate("NamedLists", "retired"), Tone.NEUTRAL),))


def _answered(one: TextLine) -> Chips:
    if one.found is None:
        return Chips((ChipSpec(translate("NamedLists", "stays as typed"), Tone.NEUTRAL),))
    return Chips((ChipSpec(translate("NamedLists", "to be answered"), Tone.ATTENTION),))
