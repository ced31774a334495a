"""Short words for what somebody records at a station."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Action
from desktop.models.base import Record
from desktop.models.meal import Meal
from desktop.models.resident import Resident
from desktop.services.residents import forms
from desktop.services.residents.forms import ResidentDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.conftest import id_number

DAY = dt.date(2026, 10, 20)


def new_person(actor: Actor, name: str, serial: int, born: str = "1944-03-05") -> int:
    """Somebody new, with the number of that serial."""
    number = id_number(born, "female", serial)
    return forms.save(
        actor, ResidentDraft(name=name, born_on=born, sex="female", id_number=number, community="前卫社区")
    )


def someone(name: str = "王芳") -> Resident:
    """Who bears that name."""
    return Resident.get(Resident.name == name)


def eats(actor: Actor, name: str = "王芳", day: dt.date = DAY) -> str:
    """A lunch; its uid."""
    with writing(actor, Action.RECORD_MEAL) as unit:
        made = unit.add(Meal(resident=someone(name), eaten_on=day, meal="lunch", mode="dine_in", price_fen=1500))
    return str(made.uid)


def change(actor: Actor, row: Record, **fields: object) -> None:
    """Write fields of a record."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(row, fields)
