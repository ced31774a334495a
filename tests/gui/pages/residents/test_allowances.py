"""津贴补贴 on the card, by keys: F4, which, received or stopped, the day, the class or the reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.resident import Enrolment
from desktop.services.residents import allowances
from desktop.services.residents.allowances import AllowanceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from tests.gui.pages.residents.test_card import card_of
from tests.gui.register_desk import RegisterDesk


def on_record(one: int) -> list[tuple[dt.date | None, bool, str, str]]:
    found = Enrolment.select().where(Enrolment.resident == one, Enrolment.voided_at.is_null()).order_by(Enrolment.id)
    return [(row.from_on, row.held, row.detail, row.reason) for row in found]


def test_a_class_is_recorded_and_then_stopped_with_the_reason_of_the_office(
    register: Callable[[], RegisterDesk], person: Callable[..., int], actor: Actor
) -> None:
    one = person("杨秀英")
    desk = register()
    card_of(desk, "杨秀英")
    desk.key(Qt.Key.Key_F4)
    form = desk.box(SmallForm).form
    form.set_values({"kind": "allowance_age", "holds_from": "2026-10-05", "detail": "80岁档"})
    assert form.fields["reason"].isHidden() and not form.fields["detail"].isHidden()
    desk.box(SmallForm).press()
    assert on_record(one)[-1] == (dt.date(2026, 10, 5), True, "80岁档", "")
    with desk.qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.key(Qt.Key.Key_F4)
    form = desk.box(SmallForm).form
    form.set_values({"kind": "allowance_age", "holds_from": "2026-10-20"})
    step = form.fields["step"]
    assert isinstance(step, SegmentField)
    step.choose("stopped")
    assert form.fields["detail"].isHidden() and not form.fields["reason"].isHidden()
    desk.box(SmallForm).press()
    assert QApplication.activeModalWidget() is not None, "a stop asks for its reason"
    form.set_values({"reason": "not_certified"})
    desk.box(SmallForm).press()
    assert on_record(one)[-1] == (dt.date(2026, 10, 20), False, "", "not_certified")


def test_the_same_again_is_told_in_the_box(
    register: Callable[[], RegisterDesk], person: Callable[..., int], actor: Actor
) -> None:
    one = person("杨秀英")
    allowances.record(actor, one, AllowanceDraft("allowance_care", detail="重度", holds_from="2026-10-05"))
    desk = register()
    card_of(desk, "杨秀英")
    desk.key(Qt.Key.Key_F4)
    asked = desk.box(SmallForm)
    asked.form.set_values({"kind": "allowance_care", "detail": "重度", "holds_from": "2026-10-06"})
    asked.press()
    assert not asked.strip.isHidden()
    assert len(on_record(one)) == 2
    asked.reject()
    asked.reject()
