"""系统 → 人员: the list and the sheet of one of them, by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.answers import WorkbookKind
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.services.centre import accounts
from desktop.services.figures import roster_visits
from desktop.services.named import unknown
from desktop.services.named.resolving import resolver
from desktop.services.people import certificates, entries, listing, posts
from desktop.services.people.certificates import CertificateDraft
from desktop.services.people.entries import WorkerDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.asks import ListDueWorkers, OpenWorker, TakeIn
from desktop.ui.pages.system.accounts import AccountsSection
from desktop.ui.pages.system.lists import ListsSection
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.people import PeopleSection
from desktop.ui.widgets.menus import menu_of
from tests.gui.desk import Desk
from tests.gui.looking import commit, cut_widgets

Open = Callable[[str], Desk]


def people_of(here: Desk) -> PeopleSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("people")
    QApplication.processEvents()
    section = page.sections["people"]
    assert isinstance(section, PeopleSection)
    return section


def box_of(here: Desk) -> SmallForm:
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    here.qtbot.waitUntil(box.isActiveWindow)
    return box


def pick(here: Desk, letters: str) -> None:
    """Type letters of a word into a pick list and go on by Enter."""
    here.type(letters)
    field = QApplication.focusWidget()
    while field is not None and not isinstance(field, PickField):
        field = field.parentWidget()
    assert field is not None
    field._completer.popup().hide()
    here.enter()


def closed(here: Desk) -> None:
    """Wait until the box is gone and the window has the keyboard again."""
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()


@pytest.fixture
def yang(actor: Actor) -> int:
    one = entries.save(
        actor, WorkerDraft(name="杨秀英", phone="13812340002", role="carer", unit="一楼", since="2026-03-01")
    )
    certificates.add(
        actor, one, CertificateDraft("health", number="K-1", valid_from="2025-11-11", valid_to="2026-11-10")
    )
    entries.save(actor, WorkerDraft(name="李建国", role="cook"))
    return one


def say(words: str) -> None:
    """Type words of an input method wherever the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    commit(focus, words)
    QApplication.processEvents()


def names(section: PeopleSection) -> list[str]:
    return [section._rows[one].name for one in section.table.model.ids]


def test_somebody_is_taken_up_by_keys_and_taken_back_by_undo(desk: Open, actor: Actor) -> None:
    here = desk("system")
    section = people_of(here)
    here.control(Qt.Key.Key_N)
    box_of(here)
    say("周小平")
    here.enter()
    pick(here, "chu")
    say("食堂")
    here.enter()
    here.type("1001")
    here.enter()
    here.type("13900001111")
    here.enter(3)
    closed(here)
    (row,) = listing.workers(actor)
    assert (row.name, row.phone, row.held[0].role, row.held[0].unit) == ("周小平", "13900001111", "cook", "食堂")
    assert section.sheet_open and section.sheet._name.text() == "周小平"
    here.key(Qt.Key.Key_Escape)
    assert not section.sheet_open and section.table.view.hasFocus()
    here.window.deeds.take_back_last()
    assert listing.everybody() == [] and names(section) == []


@pytest.mark.parametrize("typed", ["yang", "yxy", "秀英", "0002"])
def test_the_list_finds_by_pinyin_initials_and_phone(desk: Open, yang: int, typed: str) -> None:
    here = desk("system")
    section = people_of(here)
    assert names(section) == ["杨秀英", "李建国"]
    here.control(Qt.Key.Key_F)
    say(typed)
    here.enter()
    assert names(section) == ["杨秀英"]
    here.enter()
    assert section.sheet_open and section.sheet.row is not None and section.sheet.row.id == yang


def test_a_certificate_is_renewed_by_keys(desk: Open, actor: Actor, yang: int) -> None:
    here = desk("system")
    section = people_of(here)
    page = here.window.page("system")
    page.receive(OpenWorker(yang))
    QApplication.processEvents()
    table = section.sheet.certificates
    assert str(table.model.columns[4].value(table.current_row())) == "还有 20 天"
    here.key(Qt.Key.Key_F7)
    box = box_of(here)
    assert box.form.values()["number"] == "K-1"
    assert box.form.values()["valid_to"] == "2027-11-10"
    here.control(Qt.Key.Key_S)
    closed(here)
    states = [str(table.model.columns[4].value(section.sheet._certificates[one])) for one in table.model.ids]
    assert states == ["还有 385 天", "已续"]
    assert listing.due(actor) == []


def test_another_kind_says_what_it_is_called(desk: Open, actor: Actor, yang: int) -> None:
    here = desk("system")
    people_of(here)
    here.window.page("system").receive(OpenWorker(yang))
    QApplication.processEvents()
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    assert not box.form.fields["title"].isVisible()
    pick(here, "qita")
    assert box.form.fields["title"].isVisible()
    here.control(Qt.Key.Key_S)
    assert box.form.fields["title"].error
    here.go_to(box.form.fields["title"])
    say("电工证")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert [one.title for one in certificates.certificates_of(actor, yang) if one.kind == "other"] == ["电工证"]


def test_a_carers_certificate_takes_its_level_by_keys(desk: Open, actor: Actor, yang: int) -> None:
    here = desk("system")
    people_of(here)
    here.window.page("system").receive(OpenWorker(yang))
    QApplication.processEvents()
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    assert not box.form.fields["level"].isVisible()
    pick(here, "huliyuan")
    assert box.form.fields["level"].isVisible()
    here.type("H7")
    here.enter()
    pick(here, "zhongji")
    here.control(Qt.Key.Key_S)
    closed(here)
    levels = {one.kind: (one.number, one.level) for one in certificates.certificates_of(actor, yang)}
    assert levels == {"health": ("K-1", ""), "carer": ("H7", "level_4")}


def test_a_post_is_changed_from_a_day_on_and_ended_by_keys(desk: Open, actor: Actor, yang: int) -> None:
    here = desk("system")
    section = people_of(here)
    here.window.page("system").receive(OpenWorker(yang))
    QApplication.processEvents()
    here.key(Qt.Key.Key_F6)
    here.key(Qt.Key.Key_F7)
    box_of(here)
    pick(here, "guanli")
    here.enter()
    here.type("1020")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert [(one.role, one.unit, one.valid_from and one.valid_from.day) for one in posts.posts_of(yang)] == [
        ("carer", "一楼", 1),
        ("manager", "一楼", 20),
    ]
    section.sheet.posts.select_id(posts.posts_of(yang)[1].id)
    here.key(Qt.Key.Key_F8)
    box_of(here)
    here.control(Qt.Key.Key_S)
    closed(here)
    assert str(posts.posts_of(yang)[1].valid_to) == "2026-10-21"


def test_an_account_is_given_to_a_person_and_taken_again(desk: Open, actor: Actor, yang: int) -> None:
    accounts.add_account(actor, "xiaoyang", "worker", "")
    here = desk("system")
    section = people_of(here)
    here.window.page("system").receive(OpenWorker(yang))
    box = section.sheet.account()
    assert box is not None
    box.form.set_values({"account": "xiaoyang"})
    box.press()
    assert "账号 xiaoyang" in section.sheet._facts.text()
    box = section.sheet.account()
    assert box is not None and box.form.values()["account"] == "xiaoyang"
    box.form.set_values({"account": ""})
    box.press()
    assert "xiaoyang" not in section.sheet._facts.text()


def test_a_picture_of_a_certificate_is_kept_and_shown(desk: Open, yang: int, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    file = tmp_path / "杨秀英.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(file))
    here = desk("system")
    section = people_of(here)
    here.window.page("system").receive(OpenWorker(yang))
    sheet = section.sheet
    sheet.keep_picture(file)
    current = sheet.certificates.current_row()
    assert current is not None and current.photo.endswith(".png") and "杨" not in current.photo
    here.control(Qt.Key.Key_O)
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == "健康证"
    dialog.close()


def test_the_front_desk_looks_and_is_offered_no_change(desk: Open, yang: int) -> None:
    here = desk("system")
    here.window.session.actor = Actor(None, "前台乙", "clerk", 1)
    section = people_of(here)
    section.open_person(yang)
    QApplication.processEvents()
    shown = [one.text() for one in menu_of(section.sheet.certificates.view).actions()]
    assert shown == ["返回（Esc）"]
    assert section.add() is None and section.sheet.add() is None and section.sheet.end() is None


def test_a_visitor_is_told_why_the_list_is_empty(desk: Open, yang: int) -> None:
    here = desk("system")
    here.window.session.actor = Actor(None, "何云", "visitor", 1)
    section = people_of(here)
    assert names(section) == [] and section.table.empty.isVisible()


def test_the_menu_of_a_certificate_has_the_acts_of_its_buttons(desk: Open, yang: int) -> None:
    here = desk("system")
    section = people_of(here)
    section.open_person(yang)
    QApplication.processEvents()
    shown = [one.text() for one in menu_of(section.sheet.certificates.view).actions()]
    assert "续证… (F7)" in shown and "作废… (F8)" in shown and "添证件… (Ctrl+N)" in shown


def test_those_with_something_to_renew_are_listed_when_home_asks(desk: Open, yang: int) -> None:
    here = desk("system")
    section = people_of(here)
    here.window.page("system").receive(ListDueWorkers())
    assert names(section) == ["杨秀英"]


@pytest.mark.parametrize("size", list(TextSize))
def test_nothing_is_cut_in_list_sheet_and_boxes(desk: Open, app: QApplication, yang: int, size: TextSize) -> None:
    here = desk("system")
    here.window.resize(960, 600)
    section = people_of(here)
    theme.apply(app, size)
    here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
    section.open_person(yang)
    here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
    section.sheet.turn()
    here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
    for box in (section.add(), section.sheet.change(), section.sheet.add(), section.sheet.end()):
        assert box is not None
        here.qtbot.waitUntil(lambda box=box: cut_widgets(box) == [])
        assert box.height() <= box.screen().availableGeometry().height()
        box.reject()


def test_names_of_old_records_are_matched_once_one_key_a_line(
    desk: Open, actor: Actor, person: Callable[..., int]
) -> None:
    one = person("甲")
    for day, who in enumerate(("杨秀英", "小杨", "小杨", "外来的"), 1):
        visits.save(actor, VisitDraft(one, f"2026-10-{day:02d}", visitors=who))
    yang = entries.save(actor, WorkerDraft(name="杨秀英", role="visitor"))
    here = desk("system")
    people_of(here)
    here.key(Qt.Key.Key_F6)
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    lists = page.sections["lists"]
    assert isinstance(lists, ListsSection)
    assert [lists._texts[at].text for at in lists.texts.model.ids] == ["小杨", "外来的"]
    here.key(Qt.Key.Key_1)
    assert resolver(NamedList.PERSON).of("小杨") == yang
    here.key(Qt.Key.Key_3)
    assert resolver(NamedList.PERSON).of("外来的") is None
    assert unknown.unknown(NamedList.PERSON) == []
    assert dict(roster_visits.visits(Month(2026, 10)).by_visitor) == {"杨秀英": 3, "外来的": 1}


def test_the_accounts_say_whose_they_are(desk: Open, actor: Actor, yang: int) -> None:
    accounts.add_account(actor, "xiaoyang", "worker", "")
    here = desk("system")
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("accounts")
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    section.table.select_id(1)
    box = section.choose_person()
    assert box is not None
    box.form.set_values({"person": str(yang)})
    box.press()
    assert listing.persons_of_accounts() == {"xiaoyang": "杨秀英"}
    line = section.table.current_row()
    assert line is not None and line.person == "杨秀英"


def test_a_staff_list_is_asked_for_by_the_director_only(desk: Open) -> None:
    here = desk("system")
    page, asked = here.window.page("system"), list[object]()
    people_of(here)
    page.go_requested.disconnect()  # the window of this test has no other room
    page.go_requested.connect(lambda _room, argument: asked.append(argument))
    here.control(Qt.Key.Key_I)
    assert asked == [TakeIn(WorkbookKind.STAFF)]
    here.window.session.actor = Actor(None, "前台乙", "clerk", 1)
    here.control(Qt.Key.Key_I)
    assert len(asked) == 1
