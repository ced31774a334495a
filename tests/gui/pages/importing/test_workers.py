"""Names of workers that the list does not have: asked once each in the check, answered by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.core.answers import WorkbookKind
from desktop.core.trade import Role
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.people import entries, listing
from desktop.services.people.entries import WorkerDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.asks import TakeIn
from desktop.ui.pages.importing.foot import CHECK, DONE
from desktop.ui.pages.importing.page import ImportPage
from tests.gui.register_desk import RegisterDesk
from tests.unit.importing.sheets import write

Key = Qt.Key
WHOS = ["小马", "小马", "陈静", "临时工", "李梅", "何云"]


@pytest.fixture
def here(
    register: Callable[[], RegisterDesk], actor: Actor, person: Callable[..., int], tmp_path: Path
) -> RegisterDesk:
    """A ledger of six services stands checked; one of them was called off."""
    for name in ("马丽", "何云", "李梅（前卫）", "李梅（金杏）"):
        entries.save(actor, WorkerDraft(name=name, role="carer"))
    person("王芳")
    rows = [[f"2026-10-0{day}", "王芳", "助洁", who, ""] for day, who in enumerate(WHOS, 1)]
    rows[5][4] = "取消"
    path = write(tmp_path / "服务.xlsx", {"十月": [["服务日期", "姓名", "服务项目", "服务人员", "状态"], *rows]})
    made = register()
    made.window.go("import", TakeIn(WorkbookKind.SERVICES))
    page_of(made).open_file(path)
    made.finish_job()
    made.control(Key.Key_Return)
    made.control(Key.Key_Return)
    made.finish_job()
    assert page_of(made).step == CHECK
    return made


def page_of(here: RegisterDesk) -> ImportPage:
    page = here.window.page("import")
    assert isinstance(page, ImportPage)
    return page


def answer(here: RegisterDesk, key: Qt.Key, typed: str = "") -> None:
    """Open the box of an answer, type and press Enter; then the keyboard is at the rows again."""
    page = page_of(here)

    def boxes() -> list[SmallForm]:
        return [one for one in page.findChildren(SmallForm) if one.isVisible()]

    here.key(key)
    here.qtbot.waitUntil(lambda: bool(boxes()) and boxes()[0].isActiveWindow())
    here.type(typed)
    here.enter()
    here.qtbot.waitUntil(lambda: not boxes())
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()
    here.qtbot.waitUntil(page.rows.table.view.hasFocus)


def saved() -> list[tuple[int, str, str]]:
    rows = orders.rows(orders.find_ids(ServiceQuery(descending=False)))
    return [(row.service_on.day, row.state, row.worker) for row in rows]


def test_each_name_is_answered_once_by_keys(here: RegisterDesk, actor: Actor) -> None:
    page = page_of(here)
    card = page.rows.workers
    assert card.isVisible() and page.rows.table.view.hasFocus()
    assert card.asked.text() == "1/4　服务人员“小马”不在名单里，是不是马丽？2 行，从第 2 行起"
    assert page._hint.text() == "尚未写入任何内容。其中 1 行按已取消的服务单收进来。"
    # Who was most likely meant stands there already.
    answer(here, Key.Key_F6)
    assert card.asked.text().startswith("2/4　服务人员“陈静”")
    answer(here, Key.Key_F7, "6")
    assert card.asked.text().startswith("3/4　服务人员“临时工”")
    here.key(Key.Key_F11)
    # Several are called so: none of them is proposed, and one more of that name cannot be registered here.
    assert card.asked.text() == "4/4　“李梅”同名的不止一人（李梅(前卫)、李梅(金杏)），是哪一位？1 行，从第 6 行起"
    assert not card.new_button.isVisible()
    here.key(Key.Key_F7)
    answer(here, Key.Key_F6, "2")
    assert card.said.text() == "已回答：就是马丽。"
    assert page.rows.pending.text() == "有改动，请重新核对（F5）。"
    here.control(Key.Key_Return)
    here.finish_job()
    assert [page.work.judged and page.work.judged.rows.count(one) for one in ("refused", "imported")] == [0, 6]
    here.control(Key.Key_Return)
    here.finish_job()
    assert page.step == DONE and not page.done.texts_button.isVisible()
    assert saved() == [
        (1, "done", "小马"),
        (2, "done", "小马"),
        (3, "done", "陈静"),
        (4, "done", ""),
        (5, "done", "李梅(金杏)"),
        (6, "cancelled", "何云"),
    ]
    (new,) = [one for one in listing.workers(actor) if one.name == "陈静"]
    assert listing.roles_of(new) == ("volunteer",)


def test_unanswered_nobody_is_held_up_and_the_names_are_on_the_worklist(here: RegisterDesk) -> None:
    page = page_of(here)
    here.key(Key.Key_F2)
    assert page.rows.workers.asked.text().startswith("2/4")
    here.control(Key.Key_Return)
    here.finish_job()
    assert page.step == DONE
    assert [worker for _day, _state, worker in saved()] == ["小马", "小马", "陈静", "临时工", "何云"]
    assert page.done.texts_button.text() == "确认 3 个人员…"
    page.done.texts_button.click()
    assert here.window.current_room == "system"


def test_answers_are_not_lost_without_a_question(here: RegisterDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "desktop.ui.pages.importing.page.ask", lambda _page, words, _act: bool(asked.append(words)) or False
    )
    here.key(Key.Key_F2)
    here.key(Key.Key_F2)
    here.key(Key.Key_F11)
    assert page_of(here).work.workers, page_of(here).rows.workers.said.text()
    page_of(here).leave()
    assert len(asked) == 1 and here.window.current_room == "import"


def test_who_may_not_register_people_is_not_offered_it(here: RegisterDesk, actor: Actor) -> None:
    page = page_of(here)
    page.session.actor = replace(actor, role=Role.CLERK)
    here.key(Key.Key_F2)
    assert not page.rows.workers.new_button.isVisible()
    here.key(Key.Key_F7)
    assert not page.rows.workers._answers
