"""更正单 by keys: a closed month refuses, the refused act is staged by Enter, a second person approves at this desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.trade import CorrectionState, CorrectionStep, MonthState, Role
from desktop.reports.months.render import reports_of
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.centre import accounts
from desktop.services.closing import corrections, month_close, staging
from desktop.services.residents import forms
from desktop.services.residents.drafts import FlagDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen, months
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.asks import ShowPart
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.closing.correction import CorrectionView
from desktop.ui.pages.closing.corrections import CorrectionsView
from desktop.ui.pages.closing.drift import DriftView
from desktop.ui.pages.closing.page import SyncPage
from desktop.ui.pages.visits.page import VisitsPage

SEPTEMBER = Month(2026, 9)
PASSWORD = "yi-er-san-5"
Person = Callable[..., int]


class Closed(NamedTuple):
    """A window over a centre whose September is closed."""

    window: MainWindow
    person: int
    visit: int
    meal: int


@pytest.fixture
def closed(
    app: QApplication, actor: Actor, folder: DataFolder, person: Person, canteen_prices: object, qtbot: QtBot
) -> Closed:
    """8 October; the director sits here, a clerk has an account too."""
    one = person("李桂兰", flags=["living_alone"])
    visit = visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10", visitors="何云"))
    meal = meals.save(actor, MealDraft(one, "2026-09-11"))
    month_close.close(actor, SEPTEMBER, reports_of, "核对用")
    accounts.add_account(actor, "主任", Role.DIRECTOR, "yi-er-san-4")
    accounts.add_account(actor, "段春梅", Role.DIRECTOR, PASSWORD)
    director = accounts.sign_in("主任", "yi-er-san-4")
    made = build_window(open_session(folder, Preferences(sounds=False), director))
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return Closed(made, one, visit, meal)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, key, modifier)


def type_in(words: str) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    # As an input method gives them.
    committed = QInputMethodEvent()
    committed.setCommitString(words)
    QApplication.sendEvent(where, committed)


def box_of(qtbot: QtBot) -> SmallForm:
    """The uppermost box, with the keyboard."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    qtbot.waitUntil(lambda: box.isAncestorOf(QApplication.focusWidget() or box.parentWidget()))
    return box


def back_in(window: MainWindow, qtbot: QtBot) -> None:
    """Offscreen nobody raises the window again once a box has gone."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: not window.session.reads.busy)


def sheet(window: MainWindow, qtbot: QtBot) -> CorrectionView:
    """上报, F6, Enter: the newest correction, counted."""
    window.go("sync")
    press(Qt.Key.Key_F6)
    page = window.page("sync")
    assert isinstance(page, SyncPage) and isinstance(page.view, CorrectionsView)
    press(Qt.Key.Key_Return)
    view = page.view
    assert isinstance(view, CorrectionView)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return view


def test_a_meal_that_is_taken_back_in_a_closed_month_goes_into_a_correction_by_enter(
    closed: Closed, qtbot: QtBot
) -> None:
    closed.window.go("canteen")
    page = closed.window.page("canteen")
    assert isinstance(page, CanteenPage)
    page.months.set_month(SEPTEMBER)
    page.table.select_id(closed.meal)
    page.take_back()
    assert "已月结" in page.strip.text
    press(Qt.Key.Key_Return)
    box_of(qtbot)
    type_in("扫错了卡")
    press(Qt.Key.Key_Return)
    back_in(closed.window, qtbot)
    assert "更正单" in closed.window.toast.text
    (row,) = corrections.listed()
    (line,) = staging.lines(row.id)
    assert (row.month, row.reason, row.state) == ("2026-09", "扫错了卡", CorrectionState.OPEN)
    assert (line.act.step, line.act.kind, line.act.reason, line.name, line.day) == (
        CorrectionStep.VOID,
        "meal",
        "扫错了卡",
        "李桂兰",
        "2026-09-11",
    )


def test_a_visit_that_is_put_right_is_staged_with_what_its_form_says(closed: Closed, qtbot: QtBot) -> None:
    corrections.open_for(closed.window.session.actor, SEPTEMBER, "补录更正")
    closed.window.go("visits")
    page = closed.window.page("visits")
    assert isinstance(page, VisitsPage)
    page.receive(ShowPart("records", SEPTEMBER))
    records = page.records
    records.edit(closed.visit)
    form = records._panel.form
    form.fields["remark"].set_value("本人在女儿家")
    form.fields["reason"].set_value("漏记")
    assert not records._panel.save()
    assert "已月结" in records._panel.strip.text
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not records.form_open)
    ((_id, act),) = corrections.acts(1)
    assert (act.step, act.reason) == (CorrectionStep.CHANGE, "漏记")
    assert act.fields == {"contact": "seen", "remark": "本人在女儿家"}, "at home the form says that somebody was seen"


def test_a_second_person_approves_at_this_desk_and_the_first_stays_signed_in(closed: Closed, qtbot: QtBot) -> None:
    actor = closed.window.session.actor
    staging.take_in(actor, SEPTEMBER, staging.voiding("visit", closed.visit, "去错了人家"), "去错了人家")
    view = sheet(closed.window, qtbot)
    lines = [view.told.model.row_at(at) for at in range(len(view.told.model.ids))]
    moved = {line.figure: (line.before, line.after, line.people, line.why) for line in lines if line is not None}
    assert moved["月探访·实访"] == ("1", "0", "李桂兰", "本更正单")
    press(Qt.Key.Key_F6)
    box = box_of(qtbot)
    assert box.form.fields["name"].value() == "段春梅", "the only other account"
    press(Qt.Key.Key_Return)
    type_in("wrong-password")
    press(Qt.Key.Key_Return)
    assert box.strip.text and corrections.of_id(1).state == CorrectionState.OPEN
    box.form.fields["password"].set_value("")
    box.form.fields["password"].grab_keyboard()
    type_in(PASSWORD)
    press(Qt.Key.Key_Return)
    back_in(closed.window, qtbot)
    row = corrections.of_id(1)
    assert (row.state, row.second_person, row.version) == (CorrectionState.APPROVED, "段春梅", 2)
    assert (months.state(SEPTEMBER), frozen.latest(SEPTEMBER).number) == (MonthState.CORRECTED, 2)
    assert closed.window.session.actor == actor


def test_an_act_is_taken_out_and_the_correction_withdrawn_by_keys(closed: Closed, qtbot: QtBot) -> None:
    actor = closed.window.session.actor
    staging.take_in(actor, SEPTEMBER, staging.voiding("meal", closed.meal, "扫错"), "扫错")
    view = sheet(closed.window, qtbot)
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not closed.window.session.reads.busy)
    assert corrections.acts(1) == [] and len(view.acts.model.ids) == 0
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not closed.window.session.reads.busy)
    assert [act.step for _id, act in corrections.acts(1)] == [CorrectionStep.REFRESH]
    press(Qt.Key.Key_F4)
    box_of(qtbot)
    type_in("不用改了")
    press(Qt.Key.Key_Return)
    back_in(closed.window, qtbot)
    assert (corrections.of_id(1).state, corrections.of_id(1).answer) == (CorrectionState.WITHDRAWN, "不用改了")


def test_ctrl_n_opens_one_for_the_month_and_the_district_approves_on_paper(closed: Closed, qtbot: QtBot) -> None:
    closed.window.go("sync")
    page = closed.window.page("sync")
    assert isinstance(page, SyncPage)
    page.months.select_id(2026 * 12 + 9)
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    box = box_of(qtbot)
    assert box.form.fields["month"].value() == "2026-09"
    press(Qt.Key.Key_Return)
    type_in("只有一个人")
    press(Qt.Key.Key_Return)
    back_in(closed.window, qtbot)
    view = page.view
    assert isinstance(view, CorrectionView)
    actor = closed.window.session.actor
    corrections.stage(actor, view.correction_id, [staging.voiding("meal", closed.meal, "扫错")])
    press(Qt.Key.Key_F7)
    box_of(qtbot)
    for words in ("王科长", "民政〔2026〕12号"):
        type_in(words)
        press(Qt.Key.Key_Return)
    back_in(closed.window, qtbot)
    row = corrections.of_id(view.correction_id)
    assert (row.state, row.second_person, row.paper) == (CorrectionState.APPROVED, "王科长", "民政〔2026〕12号")


def test_what_was_learned_since_the_close_is_said_and_taken_up_by_keys(closed: Closed, qtbot: QtBot) -> None:
    flags = [FlagDraft("living_alone", "2026-08-01"), FlagDraft("disabled", "2026-09-01")]
    actor = closed.window.session.actor
    draft = forms.draft_of(closed.person)
    draft.flags = flags
    forms.save(actor, draft)
    closed.window.go("sync")
    page = closed.window.page("sync")
    assert isinstance(page, SyncPage)
    page.months.select_id(2026 * 12 + 9)
    qtbot.waitUntil(lambda: not closed.window.session.reads.busy)
    assert not page.drift_button.isHidden()
    assert "与月结时不同" in page.detail._note.text
    press(Qt.Key.Key_F8)
    view = page.view
    assert isinstance(view, DriftView)
    qtbot.waitUntil(lambda: not closed.window.session.reads.busy)
    lines = [view.table.model.row_at(at) for at in range(len(view.table.model.ids))]
    assert ("在册老年人·按类别·失能", "0", "1") in [(line.figure, line.before, line.after) for line in lines if line]
    assert any("李桂兰" in line.why and "主任" in line.why for line in lines if line)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    box_of(qtbot)
    type_in("月结后才知道")
    press(Qt.Key.Key_Return)
    back_in(closed.window, qtbot)
    assert isinstance(page.view, CorrectionView)
    assert [act.step for _id, act in corrections.acts(page.view.correction_id)] == [CorrectionStep.REFRESH]


def test_a_month_that_says_the_same_today_says_nothing_of_it(closed: Closed, qtbot: QtBot) -> None:
    closed.window.go("sync")
    page = closed.window.page("sync")
    assert isinstance(page, SyncPage)
    page.months.select_id(2026 * 12 + 9)
    qtbot.waitUntil(lambda: not closed.window.session.reads.busy)
    assert page.drift_button.isHidden()


def test_the_sheet_is_shown_on_paper(closed: Closed, qtbot: QtBot) -> None:
    actor = closed.window.session.actor
    staging.take_in(actor, SEPTEMBER, staging.voiding("meal", closed.meal, "扫错"), "扫错")
    sheet(closed.window, qtbot)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewDialog)
    assert dialog.windowTitle() == "更正单"
    assert dialog.panel.page_number == 1
    dialog.reject()
