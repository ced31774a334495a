"""The form of a resident: what it fills, completes and keeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.models import query
from desktop.services.people import entries as workers
from desktop.services.people.entries import WorkerDraft
from desktop.services.residents import forms as resident_forms
from desktop.services.residents.drafts import ExternalIdDraft
from desktop.services.writing.actor import Actor
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.pages.residents.fields import RelationField
from desktop.ui.pages.residents.form import ResidentForm
from tests.conftest import id_number
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]
Open = Callable[[], RegisterDesk]


def form_of(here: RegisterDesk) -> ResidentForm:
    panel = here.page.panel
    assert panel is not None and isinstance(panel.form, ResidentForm)
    return panel.form


def new_form(here: RegisterDesk) -> ResidentForm:
    here.control(Qt.Key.Key_N)
    here.qtbot.waitUntil(lambda: here.page.form_open)
    return form_of(here)


def test_the_number_tells_the_native_area(register: Open) -> None:
    here = register()
    form = new_form(here)
    form.fields["id_number"].grab_keyboard()
    here.type("11010519491231002X")
    assert "北京" in form.fields["id_number"]._words.text()
    assert form.values()["born_on"] == "1949-12-31"


def test_ethnic_group_by_initials(register: Open) -> None:
    here = register()
    form = new_form(here)
    field = form.fields["ethnicity"]
    assert isinstance(field, PickField)
    for typed, meant in (("yz", "彝族"), ("彝", "彝族"), ("naxi", "纳西族")):
        field.set_value("")
        field.box.setEditText(typed)
        field._settle()
        assert field.value() == meant


def test_a_relation_stays_the_word_that_was_meant(register: Open) -> None:
    register()
    field = RelationField()
    for typed, meant in (("lb", "老伴"), ("老伴", "老伴"), ("ez", "儿子"), ("远房表亲", "远房表亲")):
        field.box.setEditText(typed)
        field._settle()
        assert field.value() == meant


def test_a_new_flag_begins_today_and_ends_before_it_is_struck(person: Person, register: Open) -> None:
    one = person("王芳", flags=[("living_alone", "2026-01-05")])
    here = register()
    here.page.edit(one)
    form = form_of(here)
    flags = form.fields["flags"]
    assert isinstance(flags, RowsField)
    flags.add_button.setFocus()
    here.key(Qt.Key.Key_Space)
    assert flags.entries[-1]["from_on"].value() == "2026-10-21"
    assert len(flags.value()) == 1, "a start alone is nothing yet"
    flags._remove(flags._entries[0])
    assert flags.entries[0]["to_on"].value() == "2026-10-21"
    here.control(Qt.Key.Key_S)
    (kept,) = resident_forms.draft_of(one).flags
    assert (kept.kind, kept.from_on, kept.to_on) == ("living_alone", "2026-01-05", "2026-10-21")


def test_the_assessor_is_completed_from_the_people_who_work_here(person: Person, register: Open, actor: Actor) -> None:
    workers.save(actor, WorkerDraft(name="杨秀英", role="social_worker"))
    workers.save(actor, WorkerDraft(name="杨光", role="cook"))
    one = person("王芳")
    here = register()
    here.page.edit(one)
    form = form_of(here)
    form.fields["grade"].set_value("mild")
    form.fields["grade_on"].set_value("2026-10-01")
    form.fields["grade_assessor"].grab_keyboard()
    here.type("yang")
    here.enter()
    here.control(Qt.Key.Key_S)
    assert resident_forms.draft_of(one).grade_assessor == "杨秀英", "who assesses stands before the cook"


def test_numbers_of_other_platforms(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    here.page.edit(one)
    form = form_of(here)
    numbers = form.fields["external_ids"]
    assert isinstance(numbers, RowsField)
    numbers.add_button.setFocus()
    here.key(Qt.Key.Key_Space)
    here.words("金民系统")
    here.enter()
    here.type("JM-0001")
    here.control(Qt.Key.Key_S)
    assert resident_forms.draft_of(one).external_ids == [ExternalIdDraft("金民系统", "JM-0001")]


def test_a_draft_is_kept_over_a_crash(register: Open) -> None:
    here = register()
    new_form(here)
    here.words("王㛃华")
    panel = here.page.panel
    assert panel is not None and panel.keeper is not None
    panel.keeper.keep_now()
    panel.form.mark_clean()
    here.page._close_side()
    here.page.begin_new()
    assert panel.strip.text, "what was typed is offered again"


def test_what_a_colleague_saved_meanwhile_stays_and_a_clash_is_told(
    person: Person, register: Open, clerk: Actor
) -> None:
    one = person("王芳")
    here = register()
    here.page.edit(one)
    form = form_of(here)
    other = resident_forms.draft_of(one)
    other.phone, other.community = "13888886666", "春晓社区"
    resident_forms.save(clerk, other)
    form.fields["community"].grab_keyboard()
    here.words("吴家营社区")
    here.control(Qt.Key.Key_S)
    assert "春晓社区" in form.fields["community"].error
    assert here.page.form_open, "nothing that was typed is lost"
    here.control(Qt.Key.Key_S)
    kept = resident_forms.draft_of(one)
    assert (kept.community, kept.phone) == ("吴家营社区", "13888886666")


def test_a_draft_brought_back_leaves_alone_what_nobody_typed(person: Person, register: Open, clerk: Actor) -> None:
    one = person("王芳")
    here = register()
    here.page.edit(one)
    panel = here.page.panel
    assert panel is not None and panel.keeper is not None
    panel.form.fields["room"].grab_keyboard()
    here.type("502")
    panel.keeper.keep_now()
    panel.form.mark_clean()
    here.page._close_side()
    other = resident_forms.draft_of(one)
    other.phone = "13888886666"
    resident_forms.save(clerk, other)
    here.page.edit(one)
    kept = panel.keeper.found()
    assert kept == {"room": "502"}
    panel.bring_back()
    here.control(Qt.Key.Key_S)
    saved = resident_forms.draft_of(one)
    assert (saved.room, saved.phone) == ("502", "13888886666")


def test_a_second_person_of_one_name_and_birth_date_is_asked_about_once(person: Person, register: Open) -> None:
    one = person("王芳", born="1944-03-05")
    here = register()
    form = new_form(here)
    number = id_number("1944-03-05", "female", 7)
    form.set_values({"name": "王芳", "id_number": number, "born_on": "1944-03-05", "sex": "female"})
    here.control(Qt.Key.Key_S)
    another = form.fields["not_same"]
    assert here.page.form_open and another.isVisibleTo(form)
    assert "王芳" in another.error
    another.grab_keyboard()
    here.key(Qt.Key.Key_Space)
    here.control(Qt.Key.Key_S)
    assert not here.page.form_open
    [(low, high)] = query.fetch("SELECT low_id, high_id FROM living_distinct_pair")
    assert low == one and high != one


def test_the_form_of_somebody_whose_number_is_to_be_verified_is_a_look_in_the_log(
    person: Person, register: Open
) -> None:
    wrong = id_number("1944-03-05", "female", 7)[:-1] + "a"
    one, fine = person("王芳", id_number=wrong, accept_to_verify=True), person("李强")
    here = register()
    for who, looks in ((fine, 0), (one, 1)):
        here.page.edit(who)
        here.qtbot.waitUntil(lambda: here.page.form_open)
        shown = str(form_of(here).fields["id_number"].value())
        assert ("*" in shown) != bool(looks)
        assert query.count("SELECT count(*) FROM change_log WHERE action = 'show_id' AND row_id = ?", [who]) == looks
        here.key(Qt.Key.Key_Escape)
        here.qtbot.waitUntil(lambda: not here.page.form_open)
