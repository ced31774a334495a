"""The way in: first run, sign-in, trouble with the data."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import DatabaseDamaged, FolderOnNetwork
from desktop.services.centre import accounts, centres
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor
from desktop.ui.entrance.first_run import FirstRunDialog
from desktop.ui.entrance.sign_in import SignInDialog
from desktop.ui.entrance.trouble import TroubleDialog, WayOn
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.look import theme
from tests.gui.keyboard import type_words

ENTER = Qt.Key.Key_Return


@pytest.fixture
def wizard(app: QApplication, folder: DataFolder, now: object, qtbot: QtBot) -> FirstRunDialog:
    """The first run on an empty folder."""
    made = FirstRunDialog(folder)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def line() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def type_and_go_on(qtbot: QtBot, *texts: str) -> None:
    for text in texts:
        if text.isascii():
            qtbot.keyClicks(line(), text)
        else:
            type_words(line(), text)
        qtbot.keyClick(line(), ENTER)


def test_a_centre_is_made_by_keyboard_alone(wizard: FirstRunDialog, tmp_path: Path, qtbot: QtBot) -> None:
    type_and_go_on(qtbot, "示例街道中心", "530114", "", "呈贡区")
    assert wizard.step == 1
    type_and_go_on(qtbot, "马丽", "geheim01", "geheim01")
    assert wizard.step == 2
    qtbot.keyClicks(line(), str(tmp_path))
    with qtbot.waitSignal(wizard.accepted):
        qtbot.keyClick(line(), ENTER)
    assert wizard.actor is not None and wizard.actor.name == "马丽"
    assert centres.centre().name == "示例街道中心"
    assert centres.setting(centres.BACKUP_FOLDER) == str(tmp_path)
    assert accounts.staff_names() == ["马丽"]
    centres.close_centre()


def test_errors_stand_beside_their_fields_and_hold_the_step(wizard: FirstRunDialog, qtbot: QtBot) -> None:
    type_and_go_on(qtbot, "示例街道中心", "5301", "", "")
    assert wizard.step == 0
    number = wizard.forms[0].fields["number"]
    assert number.error and number.editor.hasFocus()
    qtbot.keyClicks(line(), "530114")
    assert not number.error
    type_and_go_on(qtbot, "", "", "")
    assert wizard.step == 1
    type_and_go_on(qtbot, "马丽", "geheim01", "geheim02")
    assert wizard.step == 1 and wizard.forms[1].fields["again"].error


def test_a_folder_without_a_centre_is_refused_in_words(wizard: FirstRunDialog, tmp_path: Path) -> None:
    wizard.use_folder(tmp_path)
    assert "shizhu.db" in wizard.strip.text
    assert wizard.other_folder is None


def test_a_folder_with_a_centre_is_opened_instead(wizard: FirstRunDialog, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "shizhu.db").write_bytes(b"")
    with qtbot.waitSignal(wizard.accepted):
        wizard.use_folder(other)
    assert wizard.other_folder == DataFolder(other)


def test_signing_in_takes_the_right_password_only(app: QApplication, actor: Actor, qtbot: QtBot) -> None:
    accounts.set_password(actor, "主任甲", "geheim00")
    accounts.add_account(actor, "前台乙", "clerk", "geheim01")
    dialog = SignInDialog("示例中心")
    qtbot.addWidget(dialog)
    dialog.form.set_values({"name": "前台乙"})
    with qtbot.waitActive(dialog):
        dialog.show()
    qtbot.keyClicks(line(), "geheim02")
    qtbot.keyClick(line(), ENTER)
    assert dialog.strip.text and dialog.actor is None
    qtbot.keyClicks(line(), "geheim01")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(line(), ENTER)
    assert dialog.actor is not None and dialog.actor.role == "clerk"


def test_trouble_is_said_calmly_with_ways_on(app: QApplication, folder: DataFolder, qtbot: QtBot) -> None:
    dialog = TroubleDialog(DatabaseDamaged("shizhu.db"), folder)
    qtbot.addWidget(dialog)
    assert dialog.words.text() and "Traceback" not in dialog.words.text()
    assert dialog.way is WayOn.QUIT
    dialog.retry()
    assert dialog.way is WayOn.RETRY
    dialog.restore(Path("/backups/one.db"))
    assert dialog.way is WayOn.RESTORE


def test_trouble_names_a_button_that_is_there_and_says_when_it_did_not_help(
    app: QApplication, folder: DataFolder, qtbot: QtBot
) -> None:
    dialog = TroubleDialog(DatabaseDamaged("shizhu.db"), folder, again=True)
    qtbot.addWidget(dialog)
    assert dialog.heading.text() == "仍然打不开"
    buttons = [one.text() for one in dialog.findChildren(QPushButton)]
    assert "从备份恢复…" in dialog.words.text() and "从备份恢复…" in buttons


def test_a_new_computer_begins_with_a_backup(
    app: QApplication, actor: Actor, folder: DataFolder, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = backups.back_up(folder, "manual")
    centres.close_centre()
    wizard = FirstRunDialog(DataFolder(tmp_path / "new"))
    qtbot.addWidget(wizard)
    assert wizard.restore_button.text() == "从备份恢复…"
    broken = tmp_path / kept.path.name
    broken.write_bytes(kept.path.read_bytes()[:-100])
    wizard.restore(broken)
    assert wizard.strip.text and not wizard.restored, "what is not whole is refused in words"
    with qtbot.waitSignal(wizard.accepted):
        wizard.restore(kept.path)
    assert wizard.restored and centres.centre().name == "示例中心"
    centres.close_centre()
    centres.open_centre(folder)


def test_the_wizard_says_beforehand_how_long_a_password_is(wizard: FirstRunDialog) -> None:
    assert "8" in wizard.forms[1].fields["password"]._words.text()


def esc(qtbot: QtBot) -> None:
    qtbot.keyClick(line(), Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_esc_closes_a_list_of_the_wizard_and_nothing_else(wizard: FirstRunDialog, qtbot: QtBot) -> None:
    type_and_go_on(qtbot, "示例街道中心", "530114")
    plan = wizard.forms[0].fields["plan"]
    assert isinstance(plan, PickField)
    plan.box.showPopup()
    qtbot.keyClick(plan.box.view(), Qt.Key.Key_Escape)
    assert not plan.box.view().isVisible() and wizard.isVisible() and not wizard.strip.text
    plan.grab_keyboard()
    qtbot.keyClicks(line(), "c")
    popup = plan.box.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible() and wizard.isVisible() and not wizard.strip.text


def test_esc_asks_before_the_wizard_loses_what_was_typed(wizard: FirstRunDialog, qtbot: QtBot) -> None:
    type_and_go_on(qtbot, "示例街道中心")
    esc(qtbot)
    assert wizard.isVisible() and "会丢失" in wizard.strip.text
    esc(qtbot)
    assert wizard.isVisible() and not wizard.strip.text, "asked again, one goes on typing"
    assert wizard.forms[0].values()["name"] == "示例街道中心"
    esc(qtbot)
    qtbot.keyClick(line(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(wizard.rejected):
        qtbot.keyClick(line(), Qt.Key.Key_Space)
    assert wizard.actor is None


def test_esc_leaves_a_wizard_in_which_nothing_was_typed(wizard: FirstRunDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wizard.rejected):
        esc(qtbot)


def test_the_wizard_is_titled_once_and_calls_only_that_changeable_which_is(wizard: FirstRunDialog) -> None:
    assert wizard.windowTitle() == "首次设置"
    said = [one.text() for one in wizard.findChildren(QLabel)]
    about = [one for one in said if "以后可在“系统”里修改" in one]
    assert len(about) == 1 and "编号" in about[0] and "不能改" in about[0]


def test_one_thing_is_asked_for_at_a_time(wizard: FirstRunDialog, qtbot: QtBot) -> None:
    wizard.forms[0].fields["plan"].set_value("")
    wizard.go_on()
    wrong = [name for name, field in wizard.forms[0].fields.items() if field.error]
    assert wrong == ["name"] and wizard.forms[0].fields["name"].editor.hasFocus()


def test_a_wrong_field_with_the_keyboard_shows_its_ring_and_that_it_is_wrong(
    wizard: FirstRunDialog, qtbot: QtBot
) -> None:
    wizard.go_on()
    field = wizard.forms[0].fields["name"].editor
    qtbot.waitUntil(field.hasFocus)
    picture = field.grab().toImage()
    middle = picture.height() // 2
    left = {picture.pixelColor(x, middle).name() for x in range(8)}
    right = {picture.pixelColor(picture.width() - 1 - x, middle).name() for x in range(8)}
    assert theme.color("danger").name() in left and theme.color("focus").name() in right


def test_a_folder_for_backups_that_is_not_there_is_made_when_asked(
    wizard: FirstRunDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    type_and_go_on(qtbot, "示例街道中心", "530114", "", "呈贡区", "马丽", "", "")
    wanted = tmp_path / "stick" / "copies"
    qtbot.keyClicks(line(), str(wanted))
    qtbot.keyClick(line(), ENTER)
    assert wizard.step == 2 and "没有这个文件夹" in wizard.forms[2].fields["backup_folder"].error
    assert not wanted.exists(), "nothing is made unasked"
    with qtbot.waitSignal(wizard.accepted):
        qtbot.keyClick(line(), Qt.Key.Key_Space)
    assert wanted.is_dir() and centres.setting(centres.BACKUP_FOLDER) == str(wanted)
    centres.close_centre()


def test_a_file_where_the_folder_should_be_is_no_place_for_backups(
    wizard: FirstRunDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "letter").write_text("x")
    type_and_go_on(qtbot, "示例街道中心", "530114", "", "呈贡区", "马丽", "", "", str(tmp_path / "letter"))
    assert "不能用" in wizard.forms[2].fields["backup_folder"].error and not wizard.strip.text


def signing_in(actor: Actor, qtbot: QtBot) -> SignInDialog:
    accounts.set_password(actor, "主任甲", "geheim00")
    accounts.add_account(actor, "前台乙", "clerk", "geheim01")
    dialog = SignInDialog("示例中心")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_the_first_arrow_goes_to_the_next_name(app: QApplication, actor: Actor, qtbot: QtBot) -> None:
    dialog = signing_in(actor, qtbot)
    name = dialog.form.fields["name"]
    assert name.value() == "主任甲"
    name.grab_keyboard()
    qtbot.keyClick(name.editor, Qt.Key.Key_Down)
    assert name.value() == "前台乙"
    qtbot.keyClick(name.editor, Qt.Key.Key_Up)
    assert name.value() == "主任甲"


def test_after_several_wrong_passwords_one_waits_and_is_told_how_long(
    app: QApplication, actor: Actor, qtbot: QtBot
) -> None:
    dialog = signing_in(actor, qtbot)
    for wrong in range(4):
        qtbot.keyClicks(line(), f"geheim{wrong + 5}")
        qtbot.keyClick(line(), ENTER)
        assert "对不上" in dialog.strip.text
    qtbot.keyClicks(line(), "geheim00")
    qtbot.keyClick(line(), ENTER)
    assert dialog.actor is None and "15 秒" in dialog.strip.text, "the right one has to wait too"
    dialog.countdown.tick()
    assert "14 秒" in dialog.strip.text
    with clock.standing_at(clock.now() + dt.timedelta(seconds=16)):
        qtbot.keyClicks(line(), "geheim00")
        with qtbot.waitSignal(dialog.accepted):
            qtbot.keyClick(line(), ENTER)


def test_a_folder_on_a_network_drive_is_refused_in_one_sentence_and_another_one_is_opened(
    app: QApplication, folder: DataFolder, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = TroubleDialog(FolderOnNetwork(str(folder.root)), folder)
    qtbot.addWidget(dialog)
    said = dialog.words.text()
    assert said.startswith("数据文件夹") and "本机硬盘" in said and said.count("。") == 1
    buttons = {one.text() for one in dialog.findChildren(QPushButton)}
    assert "打开别的文件夹…" in buttons and "从备份恢复…" not in buttons
    dialog.use_folder(tmp_path / "near")
    assert (dialog.way, dialog.folder) == (WayOn.OTHER_FOLDER, DataFolder(tmp_path / "near"))
