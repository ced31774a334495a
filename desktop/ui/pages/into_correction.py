"""A closed month refuses: the very act that was refused is offered to its correction (更正单), by one key."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.trade import CorrectionStep
from desktop.core.words.months import month_text
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import WaysOut, perform
from desktop.ui.widgets.asking import who_sits_at

if TYPE_CHECKING:
    from desktop.services.closing.staged import Act as Staged


def offered(widget: QWidget, make: Callable[[], Staged | None], then: Callable[[], object] | None = None) -> WaysOut:
    """The way out of a closed month: ``make`` gives the act to stage, ``then`` is called once it is staged."""

    def ways(error: ShizhuError) -> Mapping[str, Callable[[], object]]:
        actor = who_sits_at(widget)
        if not isinstance(error, MonthClosed) or actor is None or not permissions.may(actor.role, Action.CORRECT_MONTH):
            return {}
        act = make()
        if act is None:
            return {}
        month = Month.parse(error.month)
        words = translate("IntoCorrection", "Into the correction (Enter)")
        return {words: lambda: begin(widget, actor, month, act, then)}

    return ways


def begin(widget: QWidget, actor: Actor, month: Month, act: Staged, then: Callable[[], object] | None) -> None:
    """Stage the act; the month has an open correction, or it is opened with the reason that is asked for."""
    from desktop.services.closing import staging

    lacks_reason = act.step == CorrectionStep.VOID and not act.reason
    if staging.standing_open(month) is not None and not lacks_reason:
        _stage(widget, actor, month, act, "", then)
        return
    form = Form()
    form.add("reason", translate("IntoCorrection", "Reason"), TextField(), required=True)
    form.set_values({"reason": act.reason})
    words = translate("IntoCorrection", "{month} is closed: put it right by a correction")

    def press(box: SmallForm) -> bool:
        missing = form.missing()
        if missing:
            box.show_errors(missing)
            return False
        why = str(form.fields["reason"].value()).strip()
        wanted = dataclasses.replace(act, reason=why) if lacks_reason else act
        return _stage(box, actor, month, wanted, why, then)

    SmallForm(
        words.format(month=month_text(month)), form, translate("IntoCorrection", "Into the correction"), press, widget
    ).begin()


def _stage(
    widget: QWidget, actor: Actor, month: Month, act: Staged, why: str, then: Callable[[], object] | None
) -> bool:
    # Closing a month loads slowly, and a refusal is rare.
    from desktop.services.closing import staging

    words = translate(
        "IntoCorrection", "It waits in the correction of {month} for a second person (Reporting to the district, F6)."
    )
    done = words.format(month=month_text(month))
    made = perform(widget, lambda: staging.take_in(actor, month, act, why), Topic.MONTHS, done)
    if made is not None and then is not None:
        then()
    return made is not None
