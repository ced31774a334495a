"""The delivery list of a day and meal: who gets a meal by what was agreed, in walking order, a code for each stop."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Action
from desktop.core.routes import SheetKind, StandingSubject
from desktop.core.words import terms
from desktop.models.visit import RouteSheet
from desktop.services.register import places
from desktop.services.standing import calendar
from desktop.services.standing.calendar import Asked
from desktop.services.visits import route_sheets
from desktop.services.visits.route_sheets import Sheet, SheetRow
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


def make(actor: Actor, day: str | dt.date, meal: str, deliverer: str = "", community: str = "") -> Sheet:
    """Keep a list for printing: those whom what was agreed asks for and no other list of that meal has yet.

    NothingToDo where nobody is left.
    """
    checks = Checks()
    walked_on = checks.day("day", day, required=True, future=True)
    which = checks.choice("meal", meal, terms.MEALS, True)
    name = checks.text("visitor", deliverer, longest=60)
    checks.raise_if_any()
    assert walked_on is not None
    with writing(actor, Action.MAKE_SHEET) as unit:
        wanted = places.place_names().shown(community, walked_on) if community else ""
        people = [
            one.agreed.resident_id
            for one in waiting(walked_on, which)
            if one.left_out is None and wanted in ("", one.agreed.community)
        ]
        made = RouteSheet(day=walked_on, visitor=name, kind=SheetKind.DELIVERY, meal=which)
        sheet_id = route_sheets.keep(unit, made, people)
    return route_sheets.sheet(sheet_id)


def waiting(day: dt.date, meal: str) -> list[Asked]:
    """Whom what was agreed asks for and no list has yet; those left out say why."""
    listed = {row.resident_id for row in stops(day, meal)}
    found = calendar.asked_on(day, StandingSubject.MEAL_DELIVERY, meal)
    return [one for one in found if one.agreed.resident_id not in listed]


def of_day(day: dt.date, meal: str = "") -> list[Sheet]:
    """The lists of a day, the newest first; of one meal or of all."""
    found = route_sheets.sheets([day], SheetKind.DELIVERY)
    return [one for one in found if meal in ("", one.meal)]


def stops(day: dt.date, meal: str = "") -> list[SheetRow]:
    """Every stop of a day, list by list in walking order."""
    return [row for one in reversed(of_day(day, meal)) for row in one.rows]


def remarks(of: Sheet) -> dict[int, str]:
    """What to mind with the meals of a list, by resident."""
    found = calendar.agreed(StandingSubject.MEAL_DELIVERY, of.day)
    return {one.resident_id: one.remark for one in found if one.meal == of.meal and one.valid_from <= of.day}
