"""What people said at the demo centre: of a service when they were asked, of a meal, complaints and answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from desktop.core.acts import Action
from desktop.core.food import ComplaintAbout
from desktop.core.period import Month
from desktop.demo.rooms.told import day
from desktop.models import query
from desktop.services.canteen import ratings
from desktop.services.food import complaints
from desktop.services.food.complaints import AnswerDraft, ComplaintDraft
from desktop.services.help_services import attention, steps
from desktop.services.help_services.steps import RatingDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

_ANSWERED = dt.timedelta(days=2)
# Of the people who are to be asked two of three were.
_ASKED = 3


def ask(actor: Actor, data: Mapping[str, Any], months: list[Month]) -> None:
    """Ask how services of the months pleased; some of the people to ask are still left."""
    for month in months:
        waiting = attention.to_ask(month)
        with writing(actor, Action.ADVANCE_SERVICE):
            for number, one in enumerate(waiting):
                if number % _ASKED:
                    score, words = data["ratings"][number % len(data["ratings"])]
                    steps.rate(actor, one, RatingDraft(str(score), rating_words=words))


def rate_meals(actor: Actor, data: Mapping[str, Any], first: dt.date) -> None:
    """Every so many lunches since a day were rated at the till."""
    meals = query.ids(
        "SELECT id FROM living_meal WHERE eaten_on >= ? AND resident_id IS NOT NULL ORDER BY eaten_on, id",
        [first.isoformat()],
    )
    with writing(actor, Action.RATE_MEAL):
        for number, one in enumerate(meals[:: data["meals_every"]]):
            ratings.rate(actor, one, data["meals"][number % len(data["meals"])])


def complain(actor: Actor, data: Mapping[str, Any], by: str) -> None:
    """Complaints, most of them answered two days later; of some nobody knows who said it."""
    for ago, about, words, answer, known in data["complaints"]:
        on = day(ago)
        who = query.ids(
            "SELECT resident_id FROM living_meal WHERE eaten_on <= ? AND resident_id IS NOT NULL AND (? <> ?"
            " OR mode = 'delivered') ORDER BY eaten_on DESC, id LIMIT 1",
            [on.isoformat(), about, ComplaintAbout.DELIVERY],
        )
        made = complaints.add(actor, ComplaintDraft(on, about, words, who[0] if known and who else None))
        if answer:
            complaints.answer(actor, made, AnswerDraft(answer, on + _ANSWERED, by))
