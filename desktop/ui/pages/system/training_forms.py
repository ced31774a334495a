"""The boxes about trainings: what it was, who came for a family, what did not hold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.services.work import trainings
from desktop.services.work.trainings import Taker, TrainingDraft, TrainingRow
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason


class TrainingForm(DraftForm[TrainingDraft]):
    """Kind, title, day, hours."""

    def __init__(self) -> None:
        super().__init__(TrainingDraft)
        self.add("kind", translate("Trainings", "Kind"), PickField(self.codes("kind")))
        self.add("title", translate("Trainings", "Training"), TextField())
        self.add("day", translate("Trainings", "Day"), DateField())
        self.add("hours", translate("Trainings", "Hours"), TextField(), help=translate("Trainings", "such as 1.5"))
        self.add("trainer", translate("Trainings", "Given by"), TextField())
        self.add("remark", translate("Trainings", "Remark"), TextField())


def ask_new(widget: QWidget, actor: Actor, then: Callable[[int], object]) -> SmallForm:
    """Put a training on record."""
    act = Act(
        translate("Trainings", "A training"),
        translate("Trainings", "Record"),
        Drafted(TrainingForm(), TrainingDraft(day=clock.today().isoformat())),
        lambda draft: trainings.save(actor, draft),
        Topic.ALL,
        lambda draft: translate("Trainings", "On record: {title}").format(title=draft.title.strip()),
        then=then,
    )
    return ask_for(widget, act)


def ask_change(widget: QWidget, actor: Actor, row: TrainingRow) -> SmallForm:
    """Put right what is on record of a training."""
    act = Act(
        row.title,
        translate("Trainings", "Save"),
        Drafted(TrainingForm(), trainings.draft_of(row.id)),
        lambda draft: trainings.save(actor, draft),
        Topic.ALL,
        lambda draft: translate("Trainings", "Changed: {title}").format(title=draft.title.strip()),
        about=row.id,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, row: TrainingRow) -> SmallForm:
    """作废: it was recorded by mistake."""
    words = translate("Trainings", "Void {title} of {day}, with the {count} who took part?")
    act = Act(
        words.format(title=row.title, day=row.day, count=row.staff + row.residents),
        translate("Trainings", "Void"),
        Texts(reason()),
        lambda given: trainings.void(actor, row.id, given["reason"]),
        Topic.ALL,
        translate("Trainings", "Void: {title}").format(title=row.title),
        about=row.id,
    )
    return ask_for(widget, act)


def ask_leave_out(widget: QWidget, actor: Actor, one: Taker) -> SmallForm:
    """Somebody was not there after all."""
    act = Act(
        translate("Trainings", "{name} did not take part").format(name=one.name),
        translate("Trainings", "Take off the list"),
        Texts(reason()),
        lambda given: trainings.leave_out(actor, one.id, given["reason"]),
        Topic.ALL,
        translate("Trainings", "{name} is off the list").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_relative(widget: QWidget, actor: Actor, one: Taker) -> SmallForm:
    """Who came for a resident's family."""
    act = Act(
        translate("Trainings", "Who came for {name}; empty: {name}").format(name=one.name),
        translate("Trainings", "Save"),
        Texts(Ask("relative", translate("Trainings", "Of the family"), TextField(), value=one.relative)),
        lambda given: trainings.name_relative(actor, one.id, given["relative"]),
        Topic.ALL,
        translate("Trainings", "Written down for {name}").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)
