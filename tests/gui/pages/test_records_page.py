"""The shape of every register, shown with people who do not exist."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.errors import FieldError, InvalidDraft
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import New, Open, Show
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.tables.model import Column
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from tests.gui.keyboard import type_words


@dataclass
class Draft:
    name: str = ""


@dataclass(frozen=True)
class Row:
    id: int
    name: str


class Register(RecordsPage[Row, Draft]):
    """Names in a list."""

    topics = writes = Topic.RESIDENTS

    def __init__(self, session: Session) -> None:
        self.names = {1: "李桂兰", 2: "王芳", 3: "赵正光"}
        columns = (Column[Row]("姓名", lambda row: row.name, 120, sort="name", stretch=True),)
        filters = (Filter("first", "姓", lambda: {"李": "李", "王": "王"}),)
        super().__init__(
            session, Listing("people", "名册", columns, "姓名", "新增", filters, with_month=True, order="name")
        )

    def find_ids(self, wanted: Wanted) -> list[int]:
        fitting = [one for one, name in self.names.items() if wanted.text in name]
        return [one for one in fitting if self.names[one].startswith(wanted.chosen("first"))]

    def load_rows(self, ids: list[int]) -> list[Row]:
        return [Row(one, self.names[one]) for one in ids]

    def make_detail(self) -> DetailPanel:
        return DetailPanel()

    def show_detail(self, detail: DetailPanel, row: Row) -> None:
        detail.show_record(row.name)

    def make_form(self) -> DraftForm[Draft]:
        form = DraftForm(Draft)
        form.add("name", "姓名", TextField(), required=True)
        return form

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> Draft:
        return Draft(self.names.get(record_id or 0, ""))

    def save_draft(self, draft: Draft) -> int:
        if not draft.name:
            raise InvalidDraft([FieldError("name", "required")])
        self.names[9] = draft.name
        return 9


@pytest.fixture
def page(session: Session, qtbot: QtBot, now: object) -> Register:
    made = Register(session)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    with qtbot.waitActive(made):
        made.show()
    return made


def listed(page: Register) -> list[str]:
    return [page.names[one] for one in page.table.model.ids]


def test_typing_searches_and_enter_leads_to_the_list(page: Register, qtbot: QtBot) -> None:
    search = page.header.search
    assert search is not None and search.hasFocus()
    type_words(search, "王")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert listed(page) == ["王芳"]
    assert page.table.view.hasFocus()
    assert page.table.current_id() == 2
    assert page.table.selected_ids() == [2], "the line can be seen"


def test_a_new_record_by_keyboard(page: Register, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.form_open)
    assert page.panel is not None
    line = page.panel.form.fields["name"].editor
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.form.fields["name"].error
    type_words(line, "马秀英")
    assert page.unsaved()
    qtbot.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.names[9] == "马秀英"
    assert not page.form_open


def test_enter_edits_and_escape_goes_back_without_a_question(page: Register, qtbot: QtBot) -> None:
    page.receive(Open(3))
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.panel is not None and page.panel.form.values() == {"name": "赵正光"}
    qtbot.keyClick(page.panel.form.fields["name"].editor, Qt.Key.Key_Escape)
    assert not page.form_open
    assert page.table.view.hasFocus()


def test_unsaved_words_are_not_lost_to_another_new_form(page: Register, qtbot: QtBot) -> None:
    page.begin_new()
    assert page.panel is not None
    type_words(page.panel.form.fields["name"].editor, "马")
    page.receive(New())
    assert page.panel.strip.text
    assert page.panel.form.values() == {"name": "马"}


def test_another_room_may_ask_for_a_list(page: Register) -> None:
    page.receive(Show(filters={"first": "李"}))
    assert listed(page) == ["李桂兰"]
    page.receive(Open(2))
    assert page.table.current_id() == 2


def test_where_it_is_narrow_the_form_takes_the_place_of_the_table(page: Register, qtbot: QtBot) -> None:
    page.resize(700, 600)
    assert not page.detail.isVisible()  # type: ignore[union-attr]
    page.begin_new()
    assert page.panel is not None and page.panel.isVisible()
    assert not page.table.isVisible()


def test_months_go_by_keys(page: Register, qtbot: QtBot) -> None:
    assert page.months is not None
    before = page.months.month
    qtbot.keyClick(page.months, Qt.Key.Key_PageUp)
    assert page.months.month == before.shifted(-1)
    qtbot.keyClick(page.months, Qt.Key.Key_PageDown)
    assert page.months.month == before
