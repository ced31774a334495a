"""Who is on record twice: looked through, compared, made one, kept apart and taken back by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery
from desktop.services.register import duplicates
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import merging
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.duplicates_view import DuplicatesView
from desktop.ui.pages.residents.merge_panel import OTHER
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]
Open = Callable[[], RegisterDesk]


def twins(person: Person, actor: Actor) -> tuple[int, int]:
    one = person("王芳", phone="13900001111")
    two = person("王芳", id_number="", accept_to_verify=True, phone="13900002222", community="后卫社区")
    draft = ServiceDraft(resident_id=two, type="bathing", state="done", service_on="2026-10-08")
    help_services.save(actor, draft)
    return one, two


def open_list(here: RegisterDesk) -> DuplicatesView:
    here.page.table.view.setFocus()
    here.control(Qt.Key.Key_D)
    here.finish_job()
    return here.view(DuplicatesView)


def test_two_records_become_one_with_a_choice_for_a_field(person: Person, actor: Actor, register: Open) -> None:
    one, _two = twins(person, actor)
    here = register()
    assert "1" in here.page.duplicates_button.text()
    view = open_list(here)
    assert view.table.view.hasFocus() and view.panel.isVisible()
    here.enter()
    assert view.panel.table.hasFocus(), "Enter leads to the comparison"
    names = [field.name for field in view.panel.table.fields]
    for _ in range(names.index("phone")):
        here.key(Qt.Key.Key_Down)
    here.key(Qt.Key.Key_Right)
    assert view.panel.table.choices["phone"] == OTHER
    here.key(Qt.Key.Key_Tab)
    here.words("同一人，登记了两次")
    here.control(Qt.Key.Key_S)
    (row,) = residents.rows(residents.find_ids(ResidentQuery(text="王芳")))
    assert (row.id, row.phone) == (one, "13900002222")
    assert len(help_services.find_ids(ServiceQuery(resident_id=one))) == 1, "what was recorded follows"
    assert view.pairs == {}


def test_a_merge_needs_a_reason(person: Person, actor: Actor, register: Open) -> None:
    twins(person, actor)
    here = register()
    view = open_list(here)
    here.control(Qt.Key.Key_S)
    assert view.panel.form.fields["reason"].error and merging.merges() == []


def test_a_merge_is_undone_from_the_line_at_the_bottom(person: Person, actor: Actor, register: Open) -> None:
    twins(person, actor)
    here = register()
    view = open_list(here)
    view.panel.form.set_values({"reason": "同一人"})
    here.control(Qt.Key.Key_S)
    assert len(residents.find_ids(ResidentQuery(text="王芳"))) == 1
    here.window.toast.undo_button.click()
    here.finish_job()
    assert len(residents.find_ids(ResidentQuery(text="王芳"))) == 2


def test_a_merge_is_undone_from_the_list_of_merges(person: Person, actor: Actor, register: Open) -> None:
    one, two = twins(person, actor)
    merging.merge(actor, one, two, {}, reason="看错")
    here = register()
    view = open_list(here)
    here.control(Qt.Key.Key_Tab)
    assert view.merge_table.view.hasFocus()
    here.key(Qt.Key.Key_Down)
    here.enter()
    here.box(SmallForm)
    here.words("其实是两个人")
    here.enter()
    here.finish_job()
    assert len(residents.find_ids(ResidentQuery(text="王芳"))) == 2


def test_two_people_are_kept_apart_and_the_other_may_stay(person: Person, actor: Actor, register: Open) -> None:
    _one, two = twins(person, actor)
    here = register()
    view = open_list(here)
    here.key(Qt.Key.Key_F6)
    assert view.panel.preview is not None and view.panel.preview.keep == two
    here.key(Qt.Key.Key_F7)
    here.box(SmallForm)
    here.words("同名同日生的两个人")
    here.enter()
    assert duplicates.worklist() == []
    here.window.toast.undo_button.click()
    here.finish_job()
    assert len(duplicates.worklist()) == 1


def test_the_card_of_a_pair_and_back(person: Person, actor: Actor, register: Open) -> None:
    one, _two = twins(person, actor)
    here = register()
    view = open_list(here)
    here.key(Qt.Key.Key_F2)
    assert here.view(ResidentCardView).resident_id == one
    here.key(Qt.Key.Key_Escape)
    assert here.view(DuplicatesView) is view
    here.key(Qt.Key.Key_Escape)
    assert here.page.view is None


def test_somebody_alike_is_named_while_typing_and_opened_with_enter(person: Person, register: Open) -> None:
    one = person("王芳", born="1944-03-05")
    here = register()
    here.control(Qt.Key.Key_N)
    here.qtbot.waitUntil(lambda: here.page.form_open)
    form = here.page.panel.form  # type: ignore[union-attr]
    here.words("王方")
    form.fields["born_on"].grab_keyboard()
    here.type("19440305")
    (line,) = form.candidates.lines  # type: ignore[attr-defined]
    assert "王芳" in line.text()
    form.fields["name"].grab_keyboard()
    here.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line
    here.enter()
    assert here.view(ResidentCardView).resident_id == one
    here.key(Qt.Key.Key_Escape)
    assert here.page.form_open and form.values()["name"] == "王方", "what was typed is still there"
