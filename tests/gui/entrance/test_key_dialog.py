"""Into an encrypted centre from the window: by a password, by the sheet, on a new computer, and where keys are lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.app import Desk, build_window, open_session
from desktop.core.answers import BackupReason
from desktop.core.paths import DataFolder
from desktop.core.recovery import groups_of, new_secret
from desktop.core.sealing import is_sealed_store
from desktop.models import query, vault
from desktop.models.database import is_open
from desktop.services.centre import accounts, centres, unlocking
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.key_dialog import KeyDialog, SheetDialog
from desktop.ui.entrance.entrance import Entered, enter
from desktop.ui.entrance.first_run import FirstRunDialog
from desktop.ui.entrance.trouble import TroubleDialog
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.residents.page import ResidentsPage
from tests import sealed
from tests.disks import fill, moved_to, seal_off
from tests.gui.test_looks import gone

ENTER = Qt.Key.Key_Return
NEXT = "another word 1"
Shown = Callable[[QDialog], QDialog]


@pytest.fixture
def sheet(actor: Actor, person: Callable[..., int]) -> Iterator[str]:
    """An encrypted centre with somebody in it, closed, and no key at hand; its recovery sheet."""
    with sealed.no_keys_left():
        person("王芳")
        groups = sealed.seal(actor)
        backups.back_up(
            DataFolder(Path(query.text("SELECT file FROM pragma_database_list")).parent), BackupReason.MANUAL
        )
        centres.close_centre()
        vault.forget()
        yield groups


@pytest.fixture
def shown(app: QApplication, qtbot: QtBot) -> Shown:
    def show(dialog: QDialog) -> QDialog:
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return show


def newest(folder: DataFolder) -> Path:
    return next(one for one in sorted(folder.backups.glob("shizhu-*.db")) if is_sealed_store(one))


def beneath(box: SheetDialog) -> str:
    """What stands beneath the groups."""
    return box.form.fields["groups"]._words.text()


def line() -> object:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def acting(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], act: Callable[..., object]) -> list[QDialog]:
    """Somebody who answers each box of a kind that is opened; the boxes that were."""
    seen: list[QDialog] = []

    def answered(box: QDialog) -> int:
        seen.append(box)
        act(box)
        return box.result()

    monkeypatch.setattr(kind, "exec", answered)
    return seen


def by_password(word: str) -> Callable[[KeyDialog], object]:
    def act(box: KeyDialog) -> None:
        box.form.set_values({"password": word})
        box.open_it()

    return act


def by_sheet(groups: str) -> Callable[[SheetDialog], object]:
    def act(box: SheetDialog) -> None:
        typed = {"groups": groups} if not box.form.values()["groups"] else {}
        box.form.set_values({**typed, "password": NEXT, "again": NEXT} if "again" in box.form.fields else typed)
        box.open_it()

    return act


def test_the_password_opens_the_data_by_keyboard_alone(
    sheet: str, folder: DataFolder, shown: Shown, qtbot: QtBot
) -> None:
    box = shown(KeyDialog(folder.database, folder))
    assert isinstance(box, KeyDialog) and box.form.fields["name"].value() == "主任甲"
    qtbot.keyClicks(line(), "wrong one")
    qtbot.keyClick(line(), ENTER)
    assert "对不上" in box.strip.text and box.actor is None and not is_open()
    box.form.set_values({"password": sealed.WORD})
    with qtbot.waitSignal(box.accepted):
        qtbot.keyClick(line(), ENTER)
    assert box.actor is not None and box.actor.name == "主任甲"
    assert query.texts("SELECT name FROM living_resident") == ["王芳"]


def test_after_several_wrong_passwords_one_waits(sheet: str, folder: DataFolder, shown: Shown) -> None:
    box = shown(KeyDialog(folder.database, folder))
    assert isinstance(box, KeyDialog)
    for _ in range(5):
        by_password("wrong one")(box)
    assert "秒" in box.strip.text


def test_the_sheet_is_scanned_or_typed_and_sets_a_new_password(
    sheet: str, folder: DataFolder, shown: Shown, qtbot: QtBot
) -> None:
    box = shown(SheetDialog(folder.database, folder))
    assert isinstance(box, SheetDialog)
    qtbot.keyClicks(line(), sheet.replace(" ", ""))
    qtbot.keyClick(line(), ENTER)
    assert "24" in beneath(box)
    for word in (NEXT, "another word 2"):
        field = box.form.fields["password" if word == NEXT else "again"]
        field.grab_keyboard()
        qtbot.keyClicks(line(), word)
    qtbot.keyClick(line(), ENTER)
    assert box.form.fields["again"].error and not is_open()
    box.form.set_values({"again": NEXT})
    with qtbot.waitSignal(box.accepted):
        qtbot.keyClick(line(), ENTER)
    assert box.actor is not None and box.actor.name == "主任甲"
    assert accounts.sign_in("主任甲", NEXT)


def test_a_mistyped_group_is_named_while_it_is_typed_and_another_sheet_is_told(
    sheet: str, folder: DataFolder, shown: Shown
) -> None:
    box = shown(SheetDialog(folder.database, folder))
    assert isinstance(box, SheetDialog)
    groups = sheet.split()
    box.form.set_values({"groups": " ".join(groups[:3])})
    box._count()
    assert "3" in beneath(box)
    groups[1] = f"{(int(groups[1]) + 1) % 10000:04d}"
    box.form.set_values({"groups": " ".join(groups)})
    box._count()
    assert "第 2 组" in beneath(box)
    by_sheet(" ")(box)
    assert "第 2 组" in box.strip.text and not is_open()
    box.form.set_values({"groups": " ".join(groups_of(new_secret()))})
    box.form.set_values({"password": "short", "again": "short"})
    box.open_it()
    assert "打不开" in box.strip.text
    box.form.set_values({"groups": sheet})
    box.open_it()
    assert box.form.fields["password"].error and not is_open(), "a password that is none is said at its field"


def test_the_start_asks_the_key_before_the_first_window_and_nobody_twice(
    app: QApplication, sheet: str, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = acting(monkeypatch, KeyDialog, by_password(sealed.WORD))
    entered = enter(folder)
    assert entered == Entered(folder, accounts.sign_in("主任甲", sealed.WORD)) and len(asked) == 1


@pytest.mark.parametrize(("spoil", "said"), [(seal_off, "不能写入"), (fill, "磁盘满了")])
def test_on_a_disk_that_takes_nothing_it_opens_to_be_looked_at(  # noqa: PLR0913
    app: QApplication,
    sheet: str,
    folder: DataFolder,
    small_disk: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    there = moved_to(small_disk, folder)
    spoil(small_disk)
    boxes = acting(monkeypatch, KeyDialog, lambda box: [by_password(one)(box) for one in ("wrong one", sealed.WORD)])
    entered = enter(there)
    assert entered is not None and entered.actor.name == "主任甲" and len(boxes) == 1
    window = build_window(open_session(there, Preferences(sounds=False), entered.actor))
    with qtbot.waitActive(window):
        window.show()
    desk = window.findChild(Desk)
    assert desk is not None
    desk.check()
    assert said in window.strip.text and "只能查看" in window.strip.text
    assert not desk.back_up_when_due()
    for room in RoomKey:
        window.go(room)
        qtbot.waitUntil(lambda: not window.session.reads.busy)
        assert "只能查看" in window.strip.text, room
    page = window.page(RoomKey.RESIDENTS)
    assert isinstance(page, ResidentsPage) and len(page.table.model.ids) == 1
    window.go(RoomKey.RESIDENTS)
    before = there.database.read_bytes()
    page.begin_new()
    assert page.panel is not None
    page.panel.form.set_values({"name": "李强", "sex": "male", "born_on": "1940-01-01"})
    qtbot.keyClick(page.panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said in page.panel.strip.text + page.strip.text, "the record is refused with the reason"
    assert there.database.read_bytes() == before
    page.panel.give_up()
    gone(window)
    # Nothing of the small disk stays open.
    centres.close_centre()


def test_who_gives_no_key_gets_no_window(
    app: QApplication, sheet: str, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    acting(monkeypatch, KeyDialog, lambda box: box.reject())
    assert enter(folder) is None and not is_open()


def test_on_a_new_computer_backup_and_sheet_are_enough(
    app: QApplication, sheet: str, folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = newest(folder)
    fresh = DataFolder(tmp_path / "new computer")
    acting(monkeypatch, FirstRunDialog, lambda box: box.restore(backup))
    acting(monkeypatch, KeyDialog, lambda box: box.ask_sheet())
    boxes = acting(monkeypatch, SheetDialog, by_sheet(sheet))
    entered = enter(fresh)
    assert entered is not None and entered.actor.name == "主任甲" and len(boxes) == 2
    assert query.texts("SELECT name FROM living_resident") == ["王芳"]
    centres.close_centre()
    vault.forget()
    acting(monkeypatch, KeyDialog, by_password(NEXT))
    assert enter(fresh) is not None


def test_the_key_of_a_backup_may_be_a_password_and_who_goes_back_restores_nothing(
    app: QApplication, sheet: str, folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = newest(folder)
    fresh = DataFolder(tmp_path / "new computer")
    acting(monkeypatch, FirstRunDialog, lambda box: box.restore(backup))
    acting(monkeypatch, KeyDialog, lambda box: box.reject())
    assert enter(fresh) is None and not fresh.database.exists()
    acting(monkeypatch, KeyDialog, by_password(sealed.WORD))
    monkeypatch.setattr("desktop.ui.entrance.entrance.who_sits_here", lambda: accounts.sign_in("主任甲", sealed.WORD))
    assert enter(fresh) is not None


def test_damaged_keys_are_said_to_be_damaged_and_an_encrypted_backup_is_restored(
    app: QApplication, sheet: str, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = newest(folder)
    vault.keys_beside(folder.database).write_text("{}")
    told = acting(monkeypatch, TroubleDialog, lambda box: box.restore(backup))
    acting(monkeypatch, KeyDialog, by_password(sealed.WORD))
    monkeypatch.setattr("desktop.ui.entrance.entrance.who_sits_here", lambda: accounts.sign_in("主任甲", sealed.WORD))
    assert enter(folder) is not None
    assert next(one.words.text() for one in told if isinstance(one, TroubleDialog)).startswith("存放加密数据密钥的")
    centres.close_centre()
    vault.forget()
    assert unlocking.names(folder.database) == ("主任甲",)
    assert enter(folder) is not None and len(told) == 1
