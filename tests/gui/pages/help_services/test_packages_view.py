"""Packages and budgets by keys: granted, used service by service, beyond it said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.services.help_services import budgets, orders, packages
from desktop.services.help_services.budgets import BudgetDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.packages import PackageDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.help_services.packages_view import PackagesView
from desktop.ui.pages.help_services.page import ServicesPage
from tests.gui.desk import Desk

Person = Callable[..., int]


def view_of(here: Desk) -> PackagesView:
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    view = page.view
    assert isinstance(view, PackagesView)
    return view


@pytest.fixture
def granted(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> tuple[Desk, int]:
    """王芳 has an hour and a half a month; an hour of it is used, 100 yuan are there, 45 taken."""
    who = person("王芳")
    one = packages.grant(actor, PackageDraft(who, "", "1.5", valid_from="2026-10-01"))
    budgets.set_budget(actor, BudgetDraft("government", "100", "2026-10-01"))
    said = {"started": "09:00", "ended": "10:00", "payer": "government", "fee": "40", "subsidy": "5"}
    orders.save(actor, ServiceDraft(resident_id=who, type="bathing", service_on="2026-10-08", **said))
    here = desk("services")
    here.control(Qt.Key.Key_B)
    return here, one


def test_what_is_used_and_left_stands_there_and_the_months_turn(granted: tuple[Desk, int]) -> None:
    here, one = granted
    view = view_of(here)
    assert view.header.subtitle.text() == "2026年10月：1 个服务包，0 个已超出"
    assert view.budgets.text() == "政府购买：预算 100.00 元，已用 45.00 元，剩 55.00 元"
    view.table.select_id(one)
    assert [(f"{line.day:%m-%d}", line.minutes, line.left) for line in view._lines] == [("10-08", 60, 30)]
    here.key(Qt.Key.Key_F4)
    assert view.header.subtitle.text() == "2026年11月：1 个服务包，0 个已超出"
    assert view._lines == []
    here.key(Qt.Key.Key_F3)
    here.key(Qt.Key.Key_F3)
    assert view._used == {}


def test_it_is_changed_by_keys_and_a_void_one_is_gone_until_it_is_taken_back(granted: tuple[Desk, int]) -> None:
    here, one = granted
    view = view_of(here)
    view.table.select_id(one)
    here.key(Qt.Key.Key_F2)
    box = view.page.findChild(SmallForm)
    assert box is not None
    here.go_to(box.form.fields["hours"])
    here.control(Qt.Key.Key_A)
    here.type("0.5")
    here.control(Qt.Key.Key_S)
    assert packages.draft_of(one).hours == "0.5"
    assert view.header.subtitle.text() == "2026年10月：1 个服务包，1 个已超出"
    here.window.activateWindow()
    here.qtbot.waitUntil(here.window.isActiveWindow)
    here.control(Qt.Key.Key_Z)
    assert packages.draft_of(one).hours == "1.5"
