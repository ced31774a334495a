"""投诉与意见 in the food ledger by keys, and their line on the home page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.food import complaints
from desktop.services.writing.actor import Actor
from desktop.ui.pages.home.facts import home_facts
from desktop.ui.pages.home.food_lines import food_lines
from tests.gui.pages.canteen.test_food_view import TODAY, Opens, Person, at_part, back, box


def test_what_somebody_says_is_answered_by_keys_and_waits_on_the_home_page(
    desk: Opens, actor: Actor, person: Person
) -> None:
    who = person("王芳")
    here, view = at_part(desk, 5)
    here.control(Qt.Key.Key_N)
    asked = box(here)
    for name, value in (("words", "汤太咸"), ("about", "taste"), ("resident_id", who)):
        asked.form.fields[name].set_value(value)
    here.control(Qt.Key.Key_S)
    back(here)
    (row,) = complaints.complaints()
    assert (row.words, row.about, row.name, row.handled_on) == ("汤太咸", "taste", "王芳", None)
    assert view.part.open_count() == 1
    lines = food_lines(home_facts(actor), lambda room, argument: lambda: here.window.go(room, argument))
    assert [line.text for line in lines if "意见" in line.text] == ["1 条对食堂的意见等待答复"]
    view.part.take_keyboard()
    here.enter()
    box(here).form.fields["answer"].set_value("明天起少放盐")
    here.control(Qt.Key.Key_S)
    back(here)
    (row,) = complaints.complaints()
    assert (row.answer, row.handled_on) == ("明天起少放盐", TODAY)
    assert view.part.open_count() == 0 and home_facts(actor).complaints == 0
