"""系统 → 十助与价目: items and fees by keys, and who may only read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.answers import PriceState
from desktop.services.help_services import definitions, fees
from desktop.services.help_services.definitions import DefinitionDraft
from desktop.services.help_services.fees import FeeDraft, Group
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.system.offers import OffersSection
from desktop.ui.pages.system.page import SystemPage
from tests.gui.desk import Desk

Open = Callable[[str], Desk]
TODAY = dt.date(2026, 10, 21)


def offers_of(here: Desk) -> OffersSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("offers")
    QApplication.processEvents()
    section = page.sections["offers"]
    assert isinstance(section, OffersSection)
    return section


def box_of(here: Desk) -> SmallForm:
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    here.qtbot.waitUntil(box.isActiveWindow)
    return box


def closed(here: Desk) -> None:
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()


def test_an_item_and_its_fee_are_set_by_keyboard_alone(desk: Open) -> None:
    here = desk("system")
    section = offers_of(here)
    assert len(section.table.model.ids) == 19
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    here.type("2")  # 助洁, and on to the item
    assert box.form.fields["item"].isAncestorOf(QApplication.focusWidget())
    box.form.fields["item"].set_value("擦玻璃")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert definitions.items("cleaning", TODAY) == ("家政预约", "擦玻璃")
    here.key(Qt.Key.Key_F6)
    assert section.shows_fees
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    here.type("2")
    here.type("2")  # the second item of the type
    here.type("15")
    here.enter()
    here.type("5")
    here.go_to(box.form.fields["min_age"])
    here.type("80")
    here.control(Qt.Key.Key_S)
    closed(here)
    old = fees.fee_for(Group(85), "cleaning", "擦玻璃", TODAY)
    assert old is not None and (old.fee_fen, old.subsidy_fen, old.unit, old.min_age) == (1500, 500, "time", 80)
    assert fees.fee_for(Group(70), "cleaning", "擦玻璃", TODAY) is None


def test_the_chosen_one_is_changed_ended_voided_and_taken_back(actor: Actor, desk: Open) -> None:
    made = fees.set_fee(actor, FeeDraft("2026-10-01", "bathing", fee="50", subsidy="20"))
    here = desk("system")
    section = offers_of(here)
    here.key(Qt.Key.Key_F6)
    here.key(Qt.Key.Key_F2)
    box = box_of(here)
    assert (box.form.fields["fee"].value(), box.form.fields["subsidy"].value()) == ("50.00", "20.00")
    box.form.fields["fee"].set_value("60")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert [(one.row.fee_fen, one.state) for one in fees.listed(TODAY)] == [
        (6000, PriceState.IN_FORCE),
        (5000, PriceState.REPLACED),
    ]
    section.fees.select_id(next(one.row.id for one in fees.listed(TODAY) if one.row.id != made))
    here.key(Qt.Key.Key_F8)
    box_of(here).form.fields["reason"].set_value("录错了")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert [(one.row.fee_fen, one.state) for one in fees.listed(TODAY)] == [(5000, PriceState.IN_FORCE)]
    here.control(Qt.Key.Key_Z)
    assert [one.row.fee_fen for one in fees.listed(TODAY)] == [6000, 5000]
    section.fees.select_id(made)
    here.key(Qt.Key.Key_F4)
    box_of(here)
    here.control(Qt.Key.Key_S)
    closed(here)
    assert {one.row.id: one.row.valid_to for one in fees.listed(TODAY)}[made] == TODAY


def test_a_shipped_item_is_ended_and_a_whole_type_is_not(desk: Open) -> None:
    here = desk("system")
    section = offers_of(here)
    rows = [one.row for one in definitions.listed(TODAY)]
    section.table.select_id(next(at for at, row in enumerate(rows) if not row.item))
    assert section.end() is None and not section.end_button.isEnabled() and section.void() is None
    section.table.select_id(next(at for at, row in enumerate(rows) if row.item == "服务缴费"))
    assert section._whole.text() == "代缴水、电、燃气、通信等费用，凭票据结算。"
    here.key(Qt.Key.Key_F4)
    box_of(here).form.fields["last_day"].set_value("2026-10-20")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert definitions.items("shopping", TODAY) == ("物品代购",)


def test_the_notice_of_today_is_printed(actor: Actor, desk: Open) -> None:
    definitions.define(actor, DefinitionDraft("2026-10-01", "cleaning", "擦玻璃", "piece"))
    here = desk("system")
    offers_of(here).notice()
    here.qtbot.waitUntil(lambda: bool(here.window.findChildren(PreviewDialog)))
    assert [one.windowTitle() for one in here.window.findChildren(PreviewDialog)] == ["十助服务项目与价目公示"]


def test_a_clerk_reads_and_changes_nothing(desk: Open, actor: Actor) -> None:
    fees.set_fee(actor, FeeDraft("2026-10-01", "bathing", fee="50"))
    here = desk("system")
    section = offers_of(here)
    here.window.session.actor = Actor(None, "李会计", "clerk", actor.station)
    section.refresh()
    for _part in range(2):
        assert (section.add(), section.change(), section.end(), section.void()) == (None, None, None, None)
        assert section.add_button.isHidden() and section.void_button.isHidden()
        assert not section.notice_button.isHidden()
        section.turn()
