"""An ability assessment typed by digits, compared with the one before, printed, made void: without a mouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.assessment import items
from desktop.models import query
from desktop.services.residents import assessments, grades
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import Held
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.printing import preview_folder
from desktop.ui.pages import papers
from desktop.ui.pages.asks import TakeIn
from desktop.ui.pages.residents.assessment_view import AssessmentView
from desktop.ui.pages.residents.assessments_view import AssessmentsView
from tests.gui.keyboard import Presses
from tests.gui.pages.residents.test_card import card_of
from tests.gui.register_desk import RegisterDesk
from tests.unit.core.test_assessment import points
from tests.unit.reports.reading import whole_text

Person = Callable[..., int]
Open = Callable[[], RegisterDesk]


@pytest.fixture
def assessed(actor: Actor, person: Person) -> int:
    """Somebody whom 李明 and 王琴 assessed a year ago at 74 points."""
    one = person("王芳")
    said = {"reason": "first", "assessor": "李明", "second_assessor": "王琴", "answers": points(74)}
    assessments.record(actor, AssessmentDraft(one, "2025-10-20", **said))
    return one


def opened(here: RegisterDesk) -> AssessmentsView:
    """Ctrl+G on the card."""
    card_of(here, "王芳")
    here.control(Qt.Key.Key_G)
    return here.view(AssessmentsView)


def test_the_history_of_a_person_is_shown_with_the_two_that_are_compared(
    actor: Actor, assessed: int, register: Open
) -> None:
    said = {"reason": "routine", "assessor": "李明", "second_assessor": "王琴"}
    for day, total in (("2026-02-03", 70), ("2026-10-08", 62)):
        assessments.record(actor, AssessmentDraft(assessed, day, answers=points(total), **said))
    here = register()
    view = opened(here)
    view.before.set_value(str(next(one.id for one in view.rows if one.day == dt.date(2025, 10, 20))))
    here.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    here.finish_job()
    (preview,) = here.page.findChildren(PreviewDialog)
    text = "".join(whole_text(preview_folder(here.page) / "assessments.pdf").split())
    heads = text.split("两次逐项对照")[1]
    assert "2025-10-20" in heads and "2026-10-08" in heads and "2026-02-03" not in heads
    assert preview.panel.held == Held("历次能力评估记录", 1, action=Action.PRINT_ASSESSMENT)
    assert query.count("SELECT count(*) FROM change_log WHERE table_name = 'paper'") == 0, "a look is no way out"
    preview.reject()


def test_all_26_items_are_typed_in_no_more_than_34_keys(app: QApplication, assessed: int, register: Open) -> None:
    here = register()
    opened(here)
    wanted = points(62)
    pressed = Presses(app)
    here.control(Qt.Key.Key_N)
    view = here.view(AssessmentView)
    for one in items():
        here.key(Qt.Key(Qt.Key.Key_0 + wanted[one.key]))
    assert view.result.text() == "62 分 中度" and "自理能力" in view.scores.text()
    here.control(Qt.Key.Key_S)
    app.removeEventFilter(pressed)
    # The digits, N and S, and Ctrl twice: the day, the reason and the two who assess stand in the form already.
    assert pressed.count + 2 == 26 + 4 <= 34
    newest = assessments.of(assessed)[0]
    assert (newest.answers, newest.graded.grade) == (wanted, "moderate")
    assert (newest.reason, newest.assessors, newest.day) == ("routine", ("李明", "王琴"), dt.date(2026, 10, 21))
    assert here.view(AssessmentsView).now.value() == str(newest.id)


def test_pages_follow_each_other_and_a_digit_too_many_stays_in_its_cell(assessed: int, register: Open) -> None:
    here = register()
    opened(here)
    here.control(Qt.Key.Key_N)
    view = here.view(AssessmentView)
    here.key(Qt.Key.Key_5)
    cells = view.pages.grid.cells
    assert cells.refused[0, 0] == ("5", "数字不对。允许：0–4") and view.pages.typed.answers == {}
    for _item in range(8):
        here.key(Qt.Key.Key_4)
    assert view.pages.page == "movement" and view.pages.typed.answers["toilet"] == 4
    assert view.pages.tabs.tabText(0) == "自理能力 8" and cells.lines[0].behind == [
        "4",
        str(points(74)["turning_in_bed"]),
    ]
    here.key(Qt.Key.Key_PageUp)
    assert view.pages.page == "self_care"
    here.key(Qt.Key.Key_F8)
    assert view.pages.page == "movement" and view.result.text() == "已填 8 项，共 26 项"
    # Nothing is saved half: the first item without points is where one goes on.
    here.control(Qt.Key.Key_S)
    assert len(assessments.of(assessed)) == 1 and view.pages.page == "movement" and (8, 0) in cells.refused


def test_what_makes_it_worse_is_said_while_it_is_typed(assessed: int, register: Open) -> None:
    here = register()
    opened(here)
    here.control(Qt.Key.Key_N)
    view = here.view(AssessmentView)
    for one in items():
        here.key(Qt.Key(Qt.Key.Key_0 + points(62)[one.key]))
    view.pages.turn(1)
    here.key(Qt.Key.Key_2)
    assert view.result.text() == "62 分 中度；近30天跌倒2次，上调一级 → 重度"
    view.form.fields["diagnoses"].set_value("f00、I10")
    view.form.fields["diagnoses"].changed.emit()
    assert "痴呆" in view.result.text()
    here.control(Qt.Key.Key_S)
    newest = assessments.of(assessed)[0]
    assert (newest.diagnoses, newest.graded.events, newest.graded.grade) == (("F00", "I10"), {"fall": 2}, "severe")


def test_what_was_not_saved_is_there_the_next_time(assessed: int, register: Open) -> None:
    here = register()
    opened(here)
    here.control(Qt.Key.Key_N)
    for _item in range(5):
        here.key(Qt.Key.Key_3)
    view = here.view(AssessmentView)
    view.form.fields["report_no"].set_value("A-1")
    view._keeper.keep_now()
    here.key(Qt.Key.Key_Escape)
    here.control(Qt.Key.Key_N)
    again = here.view(AssessmentView)
    assert again is not view and list(again.pages.typed.answers.values()) == [3] * 5
    assert again.form.values()["report_no"] == "A-1" and again.pages.grid.currentIndex().row() == 5


def test_two_assessments_stand_side_by_side(assessed: int, actor: Actor, register: Open) -> None:
    said = {"reason": "routine", "assessor": "李明", "second_assessor": "王琴", "answers": points(62)}
    assessments.record(actor, AssessmentDraft(assessed, "2026-10-12", **said))
    here = register()
    view = opened(here)
    rows = {one.head: [*one.behind] for one in view.grid.cells.lines}
    assert view.grid.cells.heads == ["2025-10-20", "2026-10-12", "变化"]
    assert rows["【总分】"] == ["74", "62", "-12"]
    first = items()[0]
    one, other = points(74)[first.key], points(62)[first.key]
    assert rows[first.name] == [str(one), str(other), f"{other - one:+d}" if one != other else ""]
    assert view.summary.text().splitlines() == [
        "2026-10-12：62 分 中度（有效期至 2027-10-11）",
        "2025-10-20：74 分 轻度（有效期至 2026-10-19）",
    ]
    # Any two can be looked at.
    view.now.set_value(view.before.value())
    view.now.changed.emit()
    assert view.grid.cells.heads[1] == "2025-10-20"


def test_the_report_is_shown_and_a_mistake_is_made_void(assessed: int, register: Open) -> None:
    here = register()
    view = opened(here)
    here.control(Qt.Key.Key_P)
    here.finish_job()
    [shown] = here.page.findChildren(PreviewDialog)
    paper = preview_folder(here.page) / "assessment.pdf"
    assert "表C 老年人能力评估报告" in whole_text(paper)
    shown.reject()
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()
    view.take_keyboard()
    here.key(Qt.Key.Key_F12)
    here.box(SmallForm)
    here.words("评错了人")
    here.control(Qt.Key.Key_S)
    assert assessments.of(assessed) == [] and grades.grades_of(assessed) == []
    assert view.summary.text() == "还没有带得分的评估，按 Ctrl+N 新评估。"
    assert query.texts("SELECT action FROM change_log WHERE table_name = 'assessment' ORDER BY id")[-2:] == [
        "print",
        "void",
    ]


def test_results_go_out_and_an_agencys_are_asked_for_by_keys(
    assessed: int, register: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "结果.xlsx"
    monkeypatch.setattr(papers, "ask_where", lambda *_asked: path)
    here = register()
    view = opened(here)
    here.control(Qt.Key.Key_E)
    qtbot.waitUntil(path.exists, timeout=20_000)
    heads = [cell.value for cell in openpyxl.load_workbook(path).active[3]]
    row = [cell.value for cell in openpyxl.load_workbook(path).active[4]]
    said = dict(zip(heads, row, strict=True))
    assert (said["*姓名"], said["总分"], said["能力等级"], said["评估员"]) == ("王芳", 74, "轻度失能", "李明")
    went = query.texts("SELECT action || ' ' || after FROM change_log WHERE table_name = 'paper'")
    assert went == ['hand_out {"file_kind": "xlsx", "full_ids": 0, "names": 1, "title": "能力评估结果"}']
    asked: list[object] = []
    view.page.go_requested.connect(lambda _room, argument: asked.append(argument))
    here.control(Qt.Key.Key_I)
    assert next(one for one in asked if isinstance(one, TakeIn)).kind == WorkbookKind.ASSESSMENTS
