"""Encrypting in the window: the sheet is printed and typed back, the work goes behind it, and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.acts import LogAction, Thing
from desktop.core.paths import DataFolder
from desktop.core.recovery import groups_of, new_secret
from desktop.core.sealing import is_sealed_store
from desktop.models import query, vault
from desktop.reports.forms.recovery_sheet import read_back
from desktop.services.centre import accounts, centres, entering
from desktop.services.keeping import encryption
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.system.encryption import EncryptionSection, SheetBox
from desktop.ui.pages.system.page import SystemPage
from tests import sealed
from tests.gui.desk import Desk


@pytest.fixture(autouse=True)
def no_keys() -> Iterator[None]:
    with sealed.no_keys_left():
        yield


class Hand:
    """Somebody who goes through the boxes of the section."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.page = desk.window.page("system")
        assert isinstance(self.page, SystemPage)
        self.page.receive("encryption")
        section = self.page.sections["encryption"]
        assert isinstance(section, EncryptionSection)
        self.section = section

    def box(self, kind: type) -> object:
        self.qtbot.waitUntil(
            lambda: any(type(one) is kind and one.isVisible() for one in QApplication.topLevelWidgets())
        )
        return next(one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible())

    def give_password(self, box: SmallForm | None, word: str) -> None:
        assert box is not None
        box.form.set_values({"password": word})
        box.press()

    def read_sheet(self) -> str:
        """Close the preview, as after printing; what stood on the paper."""
        preview = self.box(PreviewDialog)
        assert isinstance(preview, PreviewDialog)
        typed = read_back(self.section.session.folder.papers / "recovery-sheet.pdf")
        preview.reject()
        return typed

    def type_back(self, typed: str) -> SheetBox:
        box = self.box(SheetBox)
        assert isinstance(box, SheetBox)
        box.form.set_values({"groups": typed})
        box.press()
        return box

    def wait(self) -> None:
        jobs = self.section.session.jobs
        self.qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
        QApplication.processEvents()


@pytest.fixture
def hand(desk: Callable[[str], Desk], actor: Actor, qtbot: QtBot) -> Hand:
    return Hand(desk("system"), qtbot)


def test_without_a_password_it_says_what_comes_first(hand: Hand) -> None:
    assert hand.section.encrypt() is None
    assert "密码" in hand.page.strip.text and "没有加密" in hand.section.state_line.text()


def test_from_the_button_to_encrypted_data(
    hand: Hand, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot
) -> None:
    person("王芳")
    accounts.set_password(actor, actor.name, sealed.WORD)
    box = hand.section.encrypt()
    hand.give_password(box, "wrong one")
    assert box is not None and "对不上" in box.strip.text
    hand.give_password(box, sealed.WORD)
    typed = hand.read_sheet()
    assert not (folder.papers / "recovery-sheet.pdf").exists(), "the file goes with the preview"
    wrong = hand.type_back(" ".join(groups_of(new_secret())))
    assert "打不开" in wrong.strip.text and not is_sealed_store(folder.database)
    hand.type_back(typed)
    qtbot.waitUntil(lambda: hand.section.state.encrypted, timeout=20_000)
    hand.wait()
    assert is_sealed_store(folder.database) and query.texts("SELECT name FROM living_resident") == ["王芳"]
    assert "已加密" in hand.page.strip.text and actor.name in hand.section.facts.text()
    assert "加密前的备份" in hand.section.plain_line.text()
    told = query.fetch("SELECT action FROM change_log WHERE table_name = ?", [Thing.STORE])
    assert {one for (one,) in told} == {LogAction.PRINT, LogAction.CHANGE}
    assert not any(typed in path.read_text("utf-8", "replace") for path in folder.drafts.rglob("*.json"))
    hand.section.replace()
    hand.wait()
    assert "都已加密" in hand.section.plain_line.text() and not hand.section.replace_button.isEnabled()
    centres.close_centre()
    vault.forget()
    assert entering.enter(folder, actor.name, sealed.WORD).name == actor.name


def test_cancelled_everything_is_as_it_was(
    hand: Hand, actor: Actor, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.set_password(actor, actor.name, sealed.WORD)
    real = encryption.prepare

    def cancelled(*given: object) -> object:
        hand.section.session.jobs.cancel()
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(encryption, "prepare", cancelled)
    hand.give_password(hand.section.encrypt(), sealed.WORD)
    hand.type_back(hand.read_sheet())
    hand.wait()
    assert not is_sealed_store(folder.database) and not hand.section.state.encrypted
    assert list(folder.root.glob(".shizhu-*")) == [] and query.count("SELECT count(*) FROM living_staff") == 1


def test_another_sheet_and_back_to_plain(hand: Hand, actor: Actor, folder: DataFolder, qtbot: QtBot) -> None:
    sheet = sealed.seal(actor)
    hand.section.refresh()
    hand.section.renew()
    newer = hand.read_sheet()
    hand.type_back(newer)
    hand.wait()
    assert newer != sheet and "作废" in hand.page.strip.text
    hand.give_password(hand.section.decrypt(), sealed.WORD)
    qtbot.waitUntil(lambda: not hand.section.state.encrypted, timeout=20_000)
    hand.wait()
    assert not is_sealed_store(folder.database) and hand.section.encrypt_button.isVisibleTo(hand.section)
