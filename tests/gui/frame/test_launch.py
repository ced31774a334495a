"""Before the window: input method, language of Qt's own words, this station's choices, sounds."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from desktop.ui.forms.text_fields import DateField
from desktop.ui.frame.launch import choose_input_method, dress, load_qt_translations
from desktop.ui.frame.preferences import Preferences
from desktop.ui.look import sounds
from desktop.ui.look.sounds import Sound, Sounds
from desktop.ui.look.theme import TextSize


@pytest.mark.parametrize(
    ("environment", "found", "chosen"),
    [
        ({}, False, None),
        ({}, True, "ibus"),
        ({"QT_IM_MODULE": "fcitx"}, False, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, False, "ibus"),
        ({"QT_IM_MODULE": "xim"}, True, "xim"),
        ({"QT_IM_MODULE": "ibus"}, True, "ibus"),
    ],
)
def test_fcitx_speaks_through_the_ibus_plugin(
    tmp_path: Path, environment: dict[str, str], found: bool, chosen: str | None
) -> None:
    choose_input_method(environment, tmp_path, found)
    assert environment.get("QT_IM_MODULE") == chosen


def test_a_plugin_of_its_own_is_used(tmp_path: Path) -> None:
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    environment = {"QT_IM_MODULE": "fcitx"}
    choose_input_method(environment, tmp_path, True)
    assert environment == {"QT_IM_MODULE": "fcitx"}


def test_qts_own_buttons_speak_chinese(app: QApplication) -> None:
    assert load_qt_translations(app, "zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.fixture
def dressed(app: QApplication) -> Iterator[None]:
    """The program dressed in Chinese, and this computer's own language afterwards."""
    before = QLocale()
    dress(app, Preferences(language="zh_CN"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("dressed")
def test_the_calendar_speaks_chinese_and_no_day_is_red(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    (calendar,) = field.findChildren(QCalendarWidget)
    names = [calendar.locale().standaloneMonthName(12), calendar.locale().dayName(1)]
    assert names == ["十二月", "星期一"]
    days = [calendar.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek]
    assert len(set(days)) == 1


def test_choices_are_kept(tmp_path: Path) -> None:
    kept = Preferences.load(tmp_path / "window.json")
    kept.text_size, kept.contrast, kept.sounds = int(TextSize.LARGEST), True, False
    kept.save()
    again = Preferences.load(tmp_path / "window.json")
    assert (again.text_size, again.contrast, again.sounds) == (TextSize.LARGEST, True, False)


@pytest.mark.parametrize("text", ["", "not json", "[]", '{"text_size": 99, "contrast": "yes"}'])
def test_a_spoilt_file_of_choices_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(text)
    found = Preferences.load(path)
    assert (found.text_size, found.contrast) == (TextSize.NORMAL, False)


def test_choices_that_cannot_be_kept_disturb_nobody(tmp_path: Path) -> None:
    Preferences.load(tmp_path / "missing" / "window.json").save()


def test_three_sounds_differ(app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounds.tempfile, "gettempdir", lambda: str(tmp_path))
    player = Sounds()
    written = {sound: player._write(sound) for sound in Sound}
    for path in written.values():
        with wave.open(str(path)) as heard:
            assert 0.1 < heard.getnframes() / heard.getframerate() < 0.5
    assert len({path.read_bytes() for path in written.values()}) == 3


def test_nothing_to_play_with_is_no_error(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounds.shutil, "which", lambda _name: None)
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: beeps.append(True)))
    Sounds().play(Sound.OK)
    Sounds(enabled=False).play(Sound.OK)
    assert beeps == [True]
