"""Acts that need a word first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.ui.forms.text_fields import PasswordField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason


@pytest.fixture
def page(app: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_required_word_is_asked_for_before_anything_is_done(page: QWidget) -> None:
    done: list[dict[str, str]] = []
    box = ask_for(page, Act("作废吗", "作废", Texts(reason()), done.append, Topic.NOTHING))
    box.form.set_values({"reason": "  "})
    box.press()
    assert box.form.fields["reason"].error and box.isVisible() and done == []
    box.form.set_values({"reason": " 重复录入 "})
    box.press()
    assert done == [{"reason": "重复录入"}] and not box.isVisible()


def test_a_password_keeps_its_blanks(page: QWidget) -> None:
    given: list[dict[str, str]] = []
    fields = Texts(Ask("name", "姓名", TextField(), value=" 马丽 "), Ask("password", "密码", PasswordField()))
    box = ask_for(page, Act("账号", "添加", fields, given.append, Topic.NOTHING))
    box.form.set_values({"password": " 1 2 "})
    box.press()
    assert given == [{"name": "马丽", "password": " 1 2 "}]


def test_what_is_refused_stays_in_the_box_and_what_follows_does_not_happen(page: QWidget) -> None:
    followed: list[object] = []
    errors: list[Exception] = [InvalidDraft([FieldError("day", Reason.BAD_DATE)]), NotFound("bed", "7")]

    def refuse(_typed: dict[str, str]) -> object:
        raise errors.pop(0)

    fields = Texts(Ask("day", "日期", TextField()))
    box = ask_for(page, Act("离院", "离院", fields, refuse, Topic.NOTHING, then=followed.append))
    box.press()
    assert box.form.fields["day"].error
    box.press()
    assert box.strip.text and box.isVisible() and followed == []


def test_what_follows_gets_what_the_call_gave(page: QWidget) -> None:
    followed: list[object] = []
    box = ask_for(page, Act("做单", "做", Texts(), lambda _typed: 7, Topic.NOTHING, then=followed.append))
    box.press()
    assert followed == [7]
