"""个人信息, by keys: who left long ago is deleted with a certificate; years, losses, withdrawals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop.core.trade import Role
from desktop.models import query
from desktop.services.privacy import consent, erasing, retention
from desktop.services.privacy.consent import WithdrawalDraft
from desktop.services.residents import states
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.privacy import PrivacySection
from tests.gui.desk import Desk

Box = TypeVar("Box", bound=QDialog)


def section_of(here: Desk) -> PrivacySection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.open_section("privacy")
    made = page.section("privacy")
    assert isinstance(made, PrivacySection)
    made.refresh()
    return made


def box_of(here: Desk, kind: type[Box]) -> Box:
    """The box that is open, once nothing is being made any more."""
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


@pytest.fixture
def left(person: Callable[..., int], actor: Actor) -> int:
    """Somebody who left in 2019."""
    one = person("王桂芳", phone="13888000111")
    states.apply(actor, one, "moved_out", dt.date(2019, 3, 1), "搬走")
    return one


def test_who_left_long_ago_is_deleted_by_keys_and_the_certificate_shown(left: int, desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = section_of(here)
    row = section.left.current_row()
    assert row is not None and row.name == "王桂芳"
    here.key(Qt.Key.Key_F8)
    box = box_of(here, SmallForm)
    box.press()
    assert erasing.certificates(here.window.session.actor) == [], "without a basis nothing is deleted"
    box.form.set_values({"basis": "保存期满"})
    box.press()
    box_of(here, PreviewDialog).close()
    [made] = erasing.certificates(here.window.session.actor)
    assert made.basis == "保存期满"
    assert query.text("SELECT name FROM resident WHERE id = ?", [left]) == "（已删除）"
    section.refresh()
    assert section.left.model.rowCount() == 0 and section.certificates.model.rowCount() == 1


def test_another_number_of_years_is_kept(left: int, desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = section_of(here)
    here.key(Qt.Key.Key_F4)
    box = box_of(here, SmallForm)
    box.form.set_values({"years": "0"})
    box.press()
    assert retention.years() == 5
    box.form.set_values({"years": "10"})
    box.press()
    assert retention.years() == 10
    section.refresh()
    assert section.left.model.rowCount() == 0


def test_a_loss_is_counted_on_a_sheet(left: int, desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section_of(here)
    here.key(Qt.Key.Key_F2)
    box = box_of(here, SmallForm)
    box.form.set_values({"lost": "computer", "words": "电脑被盗"})
    box.press()
    box_of(here, PreviewDialog).close()
    assert query.count("SELECT count(*) FROM change_log WHERE reason LIKE '%电脑被盗%' OR after LIKE '%电脑被盗%'") == 1


def test_withdrawals_are_listed(person: Callable[..., int], actor: Actor, desk: Callable[[str], Desk]) -> None:
    one = person("李明", born="1950-01-01", sex="male")
    consent.withdraw(actor, one, ["photo", "contacts"], WithdrawalDraft("2026-10-02", "李明"))
    section = section_of(desk("system"))
    assert section.withdrawn.model.rowCount() == 2


def test_whoever_may_not_sees_nothing_of_it(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = section_of(here)
    session = here.window.session
    session.actor = Actor(None, "探访员", Role.VISITOR, session.actor.station)
    section._left.clear()
    section.refresh()
    for one in (section.erase_button, section.years_button, section.loss_button, section.paper_button):
        assert one.isHidden()
    assert section.erase() is None and section.tell_loss() is None and section.choose_years() is None
