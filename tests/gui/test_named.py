"""Names, words beside colours and light beside sounds, in every place that the tour comes by."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import ui
from desktop.app import build_window, open_session
from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.forms.captions import caption
from desktop.ui.forms.choice_fields import PickField, SegmentField, YesNoField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.preferences import Preferences
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import label, set_tone
from tests.gui.named import nameless, said_of, wordless
from tests.gui.places import Tour, furnish
from tests.gui.test_looks import PLACES, gone

_UI = Path(ui.__file__).parent
# What shows words in the colour of their tone, before or after the sound.
_LIGHTS = {"set_tone", "show_face", "_show"}


def test_what_takes_the_keyboard_has_a_name_and_what_has_a_colour_words_in_every_place(  # noqa: PLR0913
    app: QApplication,
    actor: Actor,
    folder: DataFolder,
    person: Callable[..., int],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    i18n.install("zh_CN")
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: QRect(0, 0, 1366, 768))
    somebody = furnish(actor, person)
    window = build_window(open_session(folder, Preferences(sounds=False), actor))
    window.resize(1366, 768)
    window.show()
    tour = Tour(window, qtbot, folder, tmp_path, somebody)
    try:
        heard = {name: (nameless(root), wordless(root)) for name, root in tour.places()}
    finally:
        gone(window)
    assert sorted({wrong for found, _ in heard.values() for wrong in found}) == []
    assert sorted({wrong for _, found in heard.values() for wrong in found}) == []
    assert len(heard) > PLACES


def calls_of(function: ast.FunctionDef) -> set[str]:
    """The names of what a function calls."""
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in called}


def test_every_sound_has_a_light_with_words_beside_it() -> None:
    playing = {
        f"{path.name}: {node.name}": calls_of(node)
        for path in _UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and "play" in calls_of(node)
    }
    assert len(playing) >= 4
    assert [name for name, called in playing.items() if not called & _LIGHTS] == []


def test_a_widget_without_a_name_and_a_colour_without_words_are_found(app: QApplication, qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    line, light, chip = QLineEdit(), label(), Chip("", Tone.DANGER)
    set_tone(light, Tone.DANGER)
    for one in (line, light, chip):
        column.addWidget(one)
    place.show()
    assert nameless(place) == ["QLineEdit in QWidget"]
    assert wordless(place) == ["QLabel in QWidget", "Chip in QWidget"]
    line.setAccessibleName("姓名")
    light.setText("未登记")
    chip.set("过期", Tone.DANGER)
    assert (nameless(place), wordless(place)) == ([], [])


# What a field says of itself.


def test_a_field_that_nobody_named_says_what_is_entered_in_it(app: QApplication, qtbot: QtBot) -> None:
    for field, said in (
        (DateField(), "日期"),
        (TextField("such as 3"), "such as 3"),
        (SegmentField({"a": "早", "b": "晚"}), "早或晚"),
        (PickField({"a": "早"}), "内容"),
    ):
        qtbot.addWidget(field)
        assert said_of(field.editor) == said


def test_a_caption_names_its_field_and_the_field_within_it(app: QApplication, qtbot: QtBot) -> None:
    field = YesNoField()
    qtbot.addWidget(field)
    words = caption("参保", field)
    qtbot.addWidget(words)
    assert words.buddy() is field
    assert isinstance(field.editor, SegmentField)
    assert said_of(field.editor.editor) == "参保"


def test_a_choice_says_what_is_chosen_and_first_of_all_what_is_wrong(app: QApplication, qtbot: QtBot) -> None:
    field = SegmentField({"a": "早餐", "b": "晚餐"})
    qtbot.addWidget(field)
    field.set_value("b")
    assert field.editor.accessibleDescription() == "晚餐"
    field.set_error("请选一餐")
    assert field.editor.accessibleDescription() == "请选一餐"
    field.set_error("")
    field.choose("a")
    assert field.editor.accessibleDescription() == "早餐"
