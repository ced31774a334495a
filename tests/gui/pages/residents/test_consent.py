"""撤回同意 on the card: what ends is said before, the paper follows, and it is given anew by Enter on the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.core.acts import Action
from desktop.core.consent import ConsentScope
from desktop.models import query
from desktop.models.resident import Contact
from desktop.services.privacy import consent
from desktop.services.residents import withdrawn
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.residents import consent_acts
from tests.gui.pages.residents.test_card import card_of
from tests.gui.register_desk import RegisterDesk


@pytest.fixture
def known(person: Callable[..., int], actor: Actor) -> int:
    one = person("杨秀英", chronic="高血压")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Contact(resident_id=one, name="杨小军", relation="儿子", phone="13999000222"))
    return one


def test_what_ends_is_said_before_and_is_gone_after(known: int, register: Callable[[], RegisterDesk]) -> None:
    desk = register()
    view = card_of(desk, "杨秀英")
    assert view.card is not None
    consent_acts.WithdrawBox(view.page, view.card.row).begin()
    box = desk.box(consent_acts.WithdrawBox)
    assert "勾选撤回的事项" in box.effects.text()
    box.press()
    assert withdrawn.of_resident(known) == [], "nothing was ticked"
    for digit in (Qt.Key.Key_2, Qt.Key.Key_4):
        desk.key(digit)
    assert "紧急联系人 × 1" in box.effects.text() and "慢性病" in box.effects.text()
    box.press()
    desk.box(PreviewDialog).close()
    assert withdrawn.standing(known) == [ConsentScope.SENSITIVE, ConsentScope.CONTACTS]
    assert query.text("SELECT chronic FROM resident WHERE id = ?", [known]) == ""


def test_it_is_given_anew_by_enter_on_the_line(known: int, register: Callable[[], RegisterDesk], actor: Actor) -> None:
    consent.withdraw(actor, known, ["contacts"], consent.WithdrawalDraft("2026-10-02", "杨秀英"))
    desk = register()
    view = card_of(desk, "杨秀英")
    view.warnings.lines[0].setFocus()
    desk.key(Qt.Key.Key_Return)
    box = desk.box(SmallForm)
    box.press()
    assert withdrawn.standing(known) == []


def test_a_copy_of_everything_goes_into_a_folder_of_its_own(
    known: int, register: Callable[[], RegisterDesk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    desk = register()
    view = card_of(desk, "杨秀英")
    assert view.card is not None
    consent_acts.ask_copy(view.page, view.card.row)
    box = desk.box(SmallForm)
    box.form.set_values({"given_for": "本人申请"})
    box.press()
    desk.qtbot.waitUntil(lambda: any(tmp_path.glob("copy-*/copy.pdf")), timeout=20_000)
    [folder] = tmp_path.glob("copy-*")
    assert {"copy.pdf", "copy.json"} <= {one.name for one in folder.iterdir()}
    assert "杨" not in folder.name
