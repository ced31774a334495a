"""The boxes about indicators of the plans and about the figures that somebody types for them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words import counts
from desktop.services.plans import indicators, typed
from desktop.services.plans.drafts import IndicatorDraft, Version
from desktop.services.plans.typed import TypedDraft, TypedRow
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason


class IndicatorForm(DraftForm[IndicatorDraft]):
    """What is wanted and where it is written, what is divided by what, from when on."""

    def __init__(self) -> None:
        super().__init__(IndicatorDraft)
        nobody = translate("Plans", "Empty: nobody here knows it; the remark says who does.")
        alone = translate("Plans", "Empty: the number stands alone.")
        self.add("name", translate("Plans", "Indicator"), TextField())
        self.add("direction", translate("Plans", "Wanted"), PickField(self.codes("direction")))
        none = translate("Plans", "Empty: the document sets none.")
        self.add("target", translate("Plans", "Target"), TextField(), help=none)
        self.add("unit", translate("Plans", "Unit"), TextField())
        self.add("numerator", translate("Plans", "What is counted"), PickField(self.codes("numerator")), help=nobody)
        self.add("denominator", translate("Plans", "Out of"), PickField(self.codes("denominator")), help=alone)
        self.add("per", translate("Plans", "Per how many"), TextField(), help=translate("Plans", "100 for percent."))
        self.group(translate("Plans", "Where it is written"))
        self.add("document", translate("Plans", "Document"), TextField())
        self.add("clause", translate("Plans", "Clause"), TextField())
        self.add("page", translate("Plans", "Page"), TextField())
        self.add("remark", translate("Plans", "Remark"), TextField())
        self.group(translate("Plans", "From when on"))
        month = translate("Plans", "A month counts by what holds on its last day. Empty: since before any record.")
        self.add("valid_from", translate("Plans", "Holds from"), DateField(), help=month)
        last = translate("Plans", "The last day; empty: no end.")
        self.add("valid_to", translate("Plans", "Until"), DateField(), help=last)


class FigureForm(DraftForm[TypedDraft]):
    """How many, on which day, who says so."""

    def __init__(self) -> None:
        super().__init__(TypedDraft)
        self.add("key", translate("Plans", "Figure"), PickField(self.codes("key")))
        self.add("value", translate("Plans", "How many"), TextField())
        holds = translate("Plans", "The day that the number is of; it holds until a later one.")
        self.add("as_of", translate("Plans", "As of"), DateField(), help=holds)
        self.add("source", translate("Plans", "Who says so"), TextField())
        self.add("note", translate("Plans", "Note"), TextField())


def ask_change(widget: QWidget, actor: Actor, one: Version) -> SmallForm:
    """Another target, clause or count from a day on; the version before stays."""
    draft = indicators.opened(one)
    # An earlier month keeps what it was counted by, unless the day is put back.
    draft.valid_from = max(one.valid_from or Month.of(clock.today()).first, Month.of(clock.today()).first)
    act = Act(
        one.name,
        translate("Plans", "Change"),
        Drafted(IndicatorForm(), draft),
        lambda typed: indicators.set_indicator(actor, typed),
        Topic.ALL,
        translate("Plans", "“{name}” is changed").format(name=one.name),
        long=True,
        about=one.id,
    )
    return ask_for(widget, act)


def ask_new(widget: QWidget, actor: Actor, plan: str) -> SmallForm:
    """One more indicator of a plan."""
    draft = IndicatorDraft(plan=plan, unit="%", per="100", valid_from=Month.of(clock.today()).first)
    act = Act(
        translate("Plans", "Another indicator of the plan"),
        translate("Plans", "Add"),
        Drafted(IndicatorForm(), draft),
        lambda typed: indicators.set_indicator(actor, typed),
        Topic.ALL,
        lambda typed: translate("Plans", "“{name}” is an indicator").format(name=typed.name.strip()),
        long=True,
        about=plan,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, one: Version) -> SmallForm:
    """Why this version was recorded by mistake."""
    act = Act(
        translate("Plans", "Void: {name}").format(name=one.name),
        translate("Plans", "Void"),
        Texts(reason()),
        lambda given: indicators.void(actor, one.id, given["reason"]),
        Topic.ALL,
        translate("Plans", "The version is void; the one before it holds again"),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_figure(widget: QWidget, actor: Actor, key: str) -> SmallForm:
    """Type a figure."""
    act = Act(
        translate("Plans", "A figure that no room can count"),
        translate("Plans", "Put on record"),
        Drafted(FigureForm(), TypedDraft(key, "", clock.today(), "")),
        lambda draft: typed.record(actor, draft),
        Topic.ALL,
        translate("Plans", "The figure is on record"),
        long=True,
        about=key,
    )
    return ask_for(widget, act)


def ask_void_figure(widget: QWidget, actor: Actor, one: TypedRow) -> SmallForm:
    """Why a figure was typed by mistake."""
    act = Act(
        translate("Plans", "Void: {name}").format(name=counts.TYPED.shown[one.key]),
        translate("Plans", "Void"),
        Texts(reason()),
        lambda given: typed.void(actor, one.id, given["reason"]),
        Topic.ALL,
        translate("Plans", "The figure is void; the one before it holds again"),
        about=one.id,
    )
    return ask_for(widget, act)
