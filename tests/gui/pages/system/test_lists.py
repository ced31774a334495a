"""名单 by keys: entries with the days of their names, and the texts that no list has, one key a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.core.trade import NamedList
from desktop.services.named import aliases, entries
from desktop.services.named.resolving import resolver
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.system.lists import ListsSection
from desktop.ui.pages.system.page import SystemPage
from tests.gui.desk import Desk
from tests.gui.looking import commit, cut_widgets

COMMUNITY = NamedList.COMMUNITY


def section_of(desk: Desk) -> ListsSection:
    page = desk.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("lists")
    section = page.sections["lists"]
    assert isinstance(section, ListsSection)
    section.table.view.setFocus()
    return section


def box_of(section: ListsSection) -> SmallForm:
    (box,) = (one for one in section.findChildren(SmallForm) if one.isVisible())
    return box


def back_to(desk: Desk, section: ListsSection) -> None:
    """The box is gone and the keyboard is in the list."""
    desk.window.activateWindow()
    desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.window)
    section.table.view.setFocus()


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def names(section: ListsSection) -> list[str]:
    return [section._entries[one].name for one in section.table.model.ids]


def texts(section: ListsSection) -> list[str]:
    return [section._texts[one].text for one in section.texts.model.ids]


def test_an_entry_is_added_and_renamed_by_keys_and_ctrl_z_takes_each_back(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = section_of(here)
    here.control(Qt.Key.Key_N)
    box_of(section)
    commit(focused(), "江尾村")
    here.control(Qt.Key.Key_S)
    assert names(section) == ["江尾村"]
    back_to(here, section)
    here.key(Qt.Key.Key_F2)
    box = box_of(section)
    commit(focused(), "江尾社区")
    here.enter()
    box.form.fields["valid_from"].set_value("2026-09-10")
    here.control(Qt.Key.Key_S)
    assert names(section) == ["江尾社区"]
    assert resolver(COMMUNITY).shown("江尾社区", dt.date(2026, 9, 9)) == "江尾村"
    back_to(here, section)
    here.control(Qt.Key.Key_Z)
    assert names(section) == ["江尾村"]
    here.control(Qt.Key.Key_Z)
    assert names(section) == []


def test_texts_in_no_list_are_answered_by_one_key_a_line(
    desk: Callable[[str], Desk], person: Callable[..., int]
) -> None:
    here = desk("system")
    one = entries.add(here.window.session.actor, COMMUNITY, "南亭社区")
    for name, community in (("甲", "nt"), ("乙", "nt"), ("丙", "南亭村"), ("丁", "外地"), ("戊", "北亭社区")):
        person(name, community=community)
    section = section_of(here)
    here.key(Qt.Key.Key_F6)
    assert texts(section) == ["nt", "北亭社区", "南亭村", "外地"]
    assert section.part._buttons["texts"].text() == "名单外的文字 4"
    here.key(Qt.Key.Key_1)
    assert resolver(COMMUNITY).of("nt") == one
    here.key(Qt.Key.Key_2)
    assert resolver(COMMUNITY).shown("北亭社区") == "北亭社区" and resolver(COMMUNITY).of("北亭社区") is not None
    here.key(Qt.Key.Key_1)
    assert resolver(COMMUNITY).of("南亭村") == one
    here.key(Qt.Key.Key_3)
    assert entries.staying(COMMUNITY) == ["外地"]
    assert texts(section) == ["外地"]
    assert section.part._buttons["texts"].text() == "名单外的文字"
    here.control(Qt.Key.Key_Z)
    assert entries.staying(COMMUNITY) == []
    here.key(Qt.Key.Key_F6)
    assert names(section) == ["南亭社区", "北亭社区"]


def test_several_chosen_texts_become_entries_with_one_key(
    desk: Callable[[str], Desk], person: Callable[..., int]
) -> None:
    here = desk("system")
    for name in ("甲村", "乙村", "丙村"):
        person(name, community=name)
    section = section_of(here)
    assert any("Ctrl+A" in one.text() for one in section.table.empty.findChildren(QLabel))
    here.key(Qt.Key.Key_F6)
    here.control(Qt.Key.Key_A)
    here.key(Qt.Key.Key_2)
    assert sorted(names(section)) == ["丙村", "乙村", "甲村"]
    here.control(Qt.Key.Key_Z)
    assert names(section) == []


def test_a_text_goes_to_another_entry_than_the_proposed_one(
    desk: Callable[[str], Desk], person: Callable[..., int]
) -> None:
    here = desk("system")
    entries.add(here.window.session.actor, COMMUNITY, "南亭社区")
    other = entries.add(here.window.session.actor, COMMUNITY, "前卫社区")
    person("甲", community="nt")
    section = section_of(here)
    section.open_texts(COMMUNITY)
    here.enter()
    here.type("qw")
    here.control(Qt.Key.Key_S)
    assert resolver(COMMUNITY).of("nt") == other


def test_an_entry_is_merged_retired_and_loses_a_text(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    actor = here.window.session.actor
    kept, old = entries.add(actor, COMMUNITY, "江尾社区"), entries.add(actor, COMMUNITY, "江尾小区")
    section = section_of(here)
    section.table.select_id(old)
    here.key(Qt.Key.Key_F7)
    here.type("jwsq")
    here.control(Qt.Key.Key_S)
    assert names(section) == ["江尾社区"] and resolver(COMMUNITY).of("江尾小区") == kept
    back_to(here, section)
    here.key(Qt.Key.Key_F8)
    assert resolver(COMMUNITY).offered() == []
    here.key(Qt.Key.Key_F8)
    assert resolver(COMMUNITY).offered() == ["江尾社区"]
    box = section.drop_alias()
    assert box is not None
    box.press()
    assert resolver(COMMUNITY).of("江尾小区") is None


def test_a_wrong_word_or_a_name_that_is_taken_is_said_in_the_box(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    for name in ("江尾社区", "前卫社区"):
        entries.add(here.window.session.actor, COMMUNITY, name)
    section = section_of(here)
    box = section.rename()
    assert box is not None
    box.form.set_values({"name": "前卫社区"})
    box.press()
    assert "前卫社区" in box.form.fields["name"].error
    box.give_up()
    box = section.merge()
    assert box is not None
    box.form.set_values({"into": "没有的"})
    box.press()
    assert box.form.fields["into"].error
    assert len(entries.entries(COMMUNITY)) == 2


def test_a_clerk_answers_texts_and_changes_no_entry(
    desk: Callable[[str], Desk], person: Callable[..., int], clerk: object
) -> None:
    here = desk("system")
    one = entries.add(here.window.session.actor, COMMUNITY, "南亭社区")
    person("甲", community="nt")
    here.window.session.actor = clerk  # type: ignore[assignment]
    section = section_of(here)
    assert not section.add_button.isVisible() and section.rename() is None and section.add() is None
    section.open_texts(COMMUNITY)
    assert not section.entry_button.isVisible()
    here.key(Qt.Key.Key_1)
    assert resolver(COMMUNITY).of("nt") == one


@pytest.mark.parametrize("size", list(TextSize))
def test_no_word_is_cut_in_any_text_size(
    desk: Callable[[str], Desk], person: Callable[..., int], app: QApplication, size: TextSize
) -> None:
    here = desk("system")
    theme.apply(app, size)
    here.window.resize(960, 600)
    one = entries.add(here.window.session.actor, COMMUNITY, "江尾村")
    entries.rename(here.window.session.actor, one, "江尾社区", "2026-09-10")
    aliases.answer(here.window.session.actor, COMMUNITY, "jw", one)
    person("甲", community="nt")
    section = section_of(here)
    for part in ("entries", "texts"):
        section.part.choose(part)
        here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
    for code in (NamedList.PAYER, NamedList.SUPPLIER):
        section.which.choose(code)
        here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
