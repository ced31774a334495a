"""预存 by keys: money is taken with its receipt, given back, taken back by a counter-entry; the till of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.ledgers import LedgerAccount
from desktop.services.canteen import prepaid, scanning
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.ledger import balances, listing
from desktop.services.residents import states
from desktop.services.residents.card import card
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.canteen.balances_view import BalancesView
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.residents.card_lines import warning_lines
from tests.gui.desk import Desk

Person = Callable[..., int]


class Till:
    """Somebody at the balances."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        here.key(Qt.Key.Key_F10)

    @property
    def page(self) -> CanteenPage:
        page = self.here.window.page("canteen")
        assert isinstance(page, CanteenPage)
        return page

    @property
    def view(self) -> BalancesView:
        assert isinstance(self.page.view, BalancesView)
        return self.page.view

    def box(self) -> SmallForm:
        """The box that is open."""
        found: list[SmallForm] = []

        def seen() -> bool:
            found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, SmallForm) and one.isVisible()]
            return bool(found) and found[-1].isActiveWindow()

        self.here.qtbot.waitUntil(seen)
        return found[-1]

    def paper(self) -> str:
        """The title of the paper that is shown; it is closed."""
        self.here.finish_job()
        [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]
        title = dialog.windowTitle()
        dialog.reject()
        self.back()
        return title

    def done(self) -> None:
        """The box has gone, because what it asked for was done."""
        self.here.qtbot.waitUntil(
            lambda: (
                not [one for one in QApplication.topLevelWidgets() if isinstance(one, SmallForm) and one.isVisible()]
            )
        )
        self.back()

    def back(self) -> None:
        """The window is worked in again, where nothing stands over it."""
        self.here.window.activateWindow()
        QApplication.processEvents()
        self.view.take_keyboard()

    def entries(self) -> list[tuple[str, int]]:
        return [(one.kind, one.amount) for one in reversed(list(self.view._entries.values()))]


@pytest.fixture
def till(desk: Callable[[str], Desk], actor: Actor, person: Person, canteen_prices: None) -> Till:
    """王芳 of 82, who has left 50 yuan and eaten once for 10; 李强 is on the register."""
    who = person("王芳")
    person("李强", born="1950-01-01", sex="male")
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    scanning.scan(actor, "王芳", "lunch", "dine_in")
    return Till(desk("canteen"))


def test_money_is_taken_by_keys_and_its_receipt_is_shown(till: Till) -> None:
    here = till.here
    assert [one.name for one in till.view._people.values()] == ["王芳"]
    here.control(Qt.Key.Key_N)
    box = till.box()
    box.form.set_values({"resident_id": 2})
    here.go_to(box.form.fields["amount"])
    here.type("100.50")
    here.control(Qt.Key.Key_S)
    assert "收据" in till.paper()
    assert balances.of(LedgerAccount.CANTEEN, 2).amount == 10050
    assert [(one.name, one.balance_fen) for one in till.view._people.values()] == [("李强", 10050), ("王芳", 4000)]
    assert "2 人" in till.view.said.text() and "140.50" in till.view.said.text()


def test_somebody_is_found_among_many(till: Till) -> None:
    here = till.here
    prepaid.top_up(till.page.session.actor, MoneyDraft(2, "7"))
    till.view.refresh()
    assert len(till.view.table.model.ids) == 2
    here.control(Qt.Key.Key_F)
    here.type("lq")
    here.enter()
    here.qtbot.waitUntil(lambda: list(till.view.table.model.ids) == [2])
    assert till.entries() == [("top_up", 700)]
    here.key(Qt.Key.Key_F2)
    assert till.box().form.values()["amount"] == "7.00"


def test_the_rest_is_given_back_and_never_more(till: Till) -> None:
    here = till.here
    here.key(Qt.Key.Key_F2)
    box = till.box()
    assert box.form.values()["amount"] == "40.00", "all that is left stands there"
    box.form.set_values({"amount": "40.01"})
    here.control(Qt.Key.Key_S)
    assert "余额 40.00 元" in box.strip.text
    box.form.set_values({"amount": "40"})
    here.control(Qt.Key.Key_S)
    assert "退款收据" in till.paper()
    assert till.entries() == [("top_up", 5000), ("deduct", -1000), ("refund", -4000)]


def test_an_entry_is_taken_back_by_another_one_with_a_reason(till: Till) -> None:
    here = till.here
    here.enter()  # to the entries, the last one first
    here.key(Qt.Key.Key_F8)
    till.box()
    here.type("cash")
    here.control(Qt.Key.Key_S)
    till.done()
    assert till.entries() == [("top_up", 5000), ("deduct", -1000), ("counter", 1000)]
    assert listing.accounts(LedgerAccount.CANTEEN)[0].balance_fen == 5000


def test_a_receipt_is_printed_again_and_says_so(till: Till) -> None:
    here = till.here
    here.enter()
    here.control(Qt.Key.Key_P)
    assert "充值或退款" in till.page.strip.text, "a deduction has none"
    till.view.entries.select_id(listing.id_of_receipt("2026-000001"))
    here.control(Qt.Key.Key_P)
    assert "补打" not in till.paper()
    here.control(Qt.Key.Key_P)
    assert "补打" in till.paper()


def test_the_till_is_handed_over_and_its_sheet_shown(till: Till) -> None:
    here = till.here
    here.key(Qt.Key.Key_F7)
    box = till.box()
    assert box.form.values()["amount"] == "50.00"
    here.control(Qt.Key.Key_S)
    till.done()
    here.key(Qt.Key.Key_F6)
    till.box()
    here.control(Qt.Key.Key_S)
    assert "收银日报表" in till.paper()


def test_the_director_sets_a_limit_and_esc_goes_back(till: Till) -> None:
    here = till.here
    here.key(Qt.Key.Key_F4)
    box = till.box()
    here.go_to(box.form.fields["limit"])
    here.type("30")
    here.control(Qt.Key.Key_S)
    till.done()
    assert balances.of(LedgerAccount.CANTEEN, 1) == (4000, 3000, True)
    till.view.take_keyboard()
    here.key(Qt.Key.Key_Escape)
    assert till.page.view is None


def test_the_screen_of_scanning_says_what_is_left(till: Till) -> None:
    here, page = till.here, till.page
    prepaid.top_up(page.session.actor, MoneyDraft(2, "13"))
    page.start_scanning()
    lunch = page.lunch
    assert lunch is not None
    lunch.line.setText("李强")
    here.qtbot.keyClick(lunch.line, Qt.Key.Key_Return)
    assert "已从预存扣款，余额 1.00。" in lunch.face.words, "15 yuan, of which 3 are subsidised from 60 on"
    lunch.close()


def test_who_left_is_given_back_from_the_card(till: Till) -> None:
    here, actor = till.here, till.page.session.actor
    states.apply(actor, 1, "moved_out", dt.date(2026, 10, 21), "随子女")
    lines = warning_lines(till.page, card(1), lambda _other: None, lambda: None, lambda: None)
    assert [(one.chip.text, one.text) for one in lines] == [("预存", "还有 40.00 元预存要退")]
    till.page.close_view()
    till.page.go_requested.connect(lambda _room, argument: till.page.receive(argument))
    lines[0].open()
    assert till.view.table.current_row() is not None and till.view.table.current_id() == 1
    till.view.table.take_keyboard()
    here.key(Qt.Key.Key_F2)
    assert till.box().form.values()["amount"] == "40.00"
