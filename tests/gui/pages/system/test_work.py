"""系统 → 培训, 时间银行: by keys, one scan after the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.codes import CodeKind
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.register import printed_codes
from desktop.services.work import service_hours, timebank, trainings
from desktop.services.work.timebank import Hours, HoursDraft
from desktop.services.work.trainings import TrainingDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.pages.system.timebank import TimebankSection
from desktop.ui.pages.system.trainings import TrainingsSection
from tests.gui.desk import Desk
from tests.gui.looking import commit
from tests.gui.pages.system.test_people import box_of, closed, say

Open = Callable[[str], Desk]
DAY = "2026-10-20"


def section_of(here: Desk, key: str) -> SystemSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive(key)
    QApplication.processEvents()
    return page.sections[key]


def trainings_of(here: Desk) -> TrainingsSection:
    section = section_of(here, "trainings")
    assert isinstance(section, TrainingsSection)
    return section


def timebank_of(here: Desk) -> TimebankSection:
    section = section_of(here, "timebank")
    assert isinstance(section, TimebankSection)
    return section


@pytest.fixture
def yang(actor: Actor) -> int:
    return entries.save(actor, WorkerDraft(name="杨秀英", role="carer", since="2026-03-01"))


@pytest.fixture
def ma(actor: Actor) -> int:
    return entries.save(actor, WorkerDraft(name="马丽", role="volunteer", since="2026-03-01"))


def names(section: TrainingsSection) -> list[str]:
    return [section._takers[one].name for one in section.takers.model.ids]


def test_a_training_is_recorded_and_people_are_scanned_one_after_the_other(
    desk: Open, actor: Actor, yang: int, person: Callable[..., int]
) -> None:
    wang = person("王芳")
    here = desk("system")
    section = trainings_of(here)
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    box.form.set_values({"kind": "pre_job", "title": "岗前安全课", "hours": "7.5"})
    here.control(Qt.Key.Key_S)
    closed(here)
    [row] = trainings.trainings(actor)
    assert (row.kind, row.title, row.day.isoformat(), row.minutes) == ("pre_job", "岗前安全课", "2026-10-21", 450)
    here.qtbot.waitUntil(section.line.hasFocus)
    here.type(printed_codes.code_of(CodeKind.RESIDENT, wang))
    here.enter()
    assert section.light.text() == "已签到：王芳"
    here.type("yxy")
    here.enter()
    assert names(section) == ["杨秀英", "王芳"]
    here.type(printed_codes.code_of(CodeKind.RESIDENT, wang))
    here.enter()
    assert section.light.text() == "王芳 已在名单上，没有多记。" and len(names(section)) == 2
    here.window.deeds.take_back_last()
    assert names(section) == ["王芳"]


def test_of_several_of_one_name_a_number_says_who(desk: Open, actor: Actor, person: Callable[..., int]) -> None:
    person("王芳", community="春晓社区")
    meant = person("王芳", community="前卫社区")
    made = trainings.save(actor, TrainingDraft(kind="family_carer", title="翻身与喂食", day=DAY, hours="2"))
    here = desk("system")
    section = trainings_of(here)
    here.key(Qt.Key.Key_F6)
    commit(section.line, "王芳")
    here.enter()
    assert section.light.text().splitlines() == [
        "是哪一位？按数字，再按 Enter。",
        "1   王芳 春晓社区",
        "2   王芳 前卫社区",
    ]
    here.type("2")
    here.enter()
    assert [one.resident_id for one in trainings.takers(actor, made)] == [meant]
    here.key(Qt.Key.Key_F4)
    box_of(here)
    say("王小芳")
    here.enter(2)
    closed(here)
    assert [one.relative for one in trainings.takers(actor, made)] == ["王小芳"]


def test_a_stranger_is_refused_in_words_and_the_line_stays(desk: Open, actor: Actor) -> None:
    trainings.save(actor, TrainingDraft(title="消防演练", day=DAY, hours="1"))
    here = desk("system")
    section = trainings_of(here)
    here.key(Qt.Key.Key_F6)
    commit(section.line, "赵六")
    here.enter()
    assert "赵六" in section.light.text() and names(section) == [] and section.line.hasFocus()


def test_who_was_not_there_and_a_wrong_training_go_with_a_reason(desk: Open, actor: Actor, yang: int) -> None:
    draft = TrainingDraft(title="消防演练", day=DAY, hours="1")
    trainings.take_all(actor, draft, [(trainings.Who(yang), "")])
    here = desk("system")
    section = trainings_of(here)
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8):
        assert trainings.trainings(actor)[0].staff == (1 if key == Qt.Key.Key_F7 else 0)
        here.key(key)
        box_of(here)
        say("记错了")
        here.enter(2)
        closed(here)
    assert trainings.trainings(actor) == [] and list(section.table.model.ids) == []


def test_a_role_that_may_not_is_told_and_offered_nothing(desk: Open, actor: Actor, yang: int) -> None:
    trainings.save(actor, TrainingDraft(title="消防演练", day=DAY, hours="1"))
    here = desk("system")
    here.window.session.actor = Actor(None, "探访丙", "visitor", actor.station)
    section = trainings_of(here)
    assert list(section.table.model.ids) == [] and section.add_button.isHidden() and section.line.isHidden()
    assert timebank_of(here).in_button.isHidden()


def fill(box: SmallForm, **values: object) -> None:
    box.form.set_values(dict(values))


def test_hours_come_in_go_out_and_are_taken_back_by_keys(desk: Open, actor: Actor, ma: int) -> None:
    here = desk("system")
    section = timebank_of(here)
    here.control(Qt.Key.Key_N)
    fill(box_of(here), hours="2.5", whom="王奶奶")
    here.control(Qt.Key.Key_S)
    closed(here)
    here.key(Qt.Key.Key_F2)
    box = box_of(here)
    fill(box, hours="3", whom="马丽的母亲")
    here.control(Qt.Key.Key_S)
    assert "2.50" in box.strip.text and QApplication.activeModalWidget() is box
    fill(box, hours="1")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert timebank.hours_of(actor, ma) == Hours(150, 60, 90)
    here.key(Qt.Key.Key_F8)
    box_of(here)
    say("没有来")
    here.enter(2)
    closed(here)
    assert timebank.hours_of(actor, ma) == Hours(150, 0, 150)
    kinds = [section._entries[one].kind for one in section.entries.model.ids]
    assert kinds == ["counter", "hours_out", "hours_in"]


def serve(actor: Actor, who: int, day: str, worker: str = "马丽") -> int:
    draft = ServiceDraft(resident_id=who, type="cleaning", worker=worker, payer="volunteer")
    draft.service_on, draft.started, draft.ended = day, "9:00", "10:30"
    return orders.save(actor, draft)


def test_services_are_booked_by_keys_one_or_the_whole_month(
    desk: Open, actor: Actor, ma: int, person: Callable[..., int]
) -> None:
    wang = person("王芳")
    for day in ("2026-10-06", "2026-10-07", "2026-10-08", "2026-09-30"):
        serve(actor, wang, day)
    serve(actor, wang, "2026-10-09", "过路人")
    here = desk("system")
    section = timebank_of(here)
    table = section.offered.table
    assert [row.day.day for row in section.offered._rows.values()] == [6, 7, 8, 9]
    assert table._totals.text() == "待存入：3 项服务，4.50 小时。 其他月份还有 1 项（Ctrl+PgUp）。"
    here.key(Qt.Key.Key_F6)
    here.key(Qt.Key.Key_F6)
    assert table.view.hasFocus()
    here.key(Qt.Key.Key_Down)
    here.enter()
    assert [row.day.day for row in section.offered._rows.values()] == [6, 8, 9]
    assert table.current_id() == list(section.offered._rows)[1]
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)
    here.key(Qt.Key.Key_F4)
    assert here.window.toast.text == "2 项服务存入时间银行，3.00 小时"
    assert timebank.hours_of(actor, ma) == Hours(270, 0, 270)
    here.enter()
    assert "不在工作人员名单上" in here.window.page("system").strip.text
    here.window.deeds.take_back_last()
    assert [row.day.day for row in section.offered._rows.values()] == [6, 8, 9]
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)


def test_a_service_taken_out_of_the_time_bank_stands_among_those_not_booked(
    desk: Open, actor: Actor, ma: int, person: Callable[..., int]
) -> None:
    one = serve(actor, person("王芳"), "2026-10-06")
    service_hours.book(actor)
    here = desk("system")
    section = timebank_of(here)
    assert section.offered._rows == {}
    here.key(Qt.Key.Key_F8)
    box_of(here)
    say("再核对")
    here.enter(2)
    closed(here)
    assert list(section.offered._rows) == [one] and timebank.hours_of(actor, ma) == Hours(0, 0, 0)


def test_the_certificate_is_shown_for_printing(desk: Open, actor: Actor, ma: int) -> None:
    timebank.bring_in(actor, HoursDraft(ma, "2.5", DAY, whom="王奶奶"))
    here = desk("system")
    timebank_of(here)
    here.control(Qt.Key.Key_P)
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    shown = QApplication.activeModalWidget()
    assert shown is not None and "志愿服务时间证明" in shown.windowTitle()
    shown.close()
