"""The phone round without a mouse, its keystrokes counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.words.terms import VISIT_BLOCKS
from desktop.services.help_services import orders as help_services
from desktop.services.visits import phone_round, risks
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery
from desktop.services.writing.actor import Actor
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.phone_page import PhonePage
from tests.gui.desk import Desk

OCTOBER = Month(2026, 10)
MOST_KEYS = 9


class Counted:
    """Somebody at the keyboard whose keystrokes are counted."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.keys = desk, 0

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.desk.type(text)

    def key(self, key: Qt.Key) -> None:
        self.keys += 1
        self.desk.key(key)

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)


@pytest.fixture
def many(person: Callable[..., int]) -> Callable[[int], list[int]]:
    """So many people who live alone and have a telephone."""

    def made(count: int) -> list[int]:
        return [
            person(f"李{'桂兰芳英秀珍玉华梅云'[at % 10]}{at}", flags=["living_alone"], phone=f"138{at:08}")
            for at in range(count)
        ]

    return made


def in_round(desk: Desk) -> tuple[VisitsPage, PhonePage, Counted]:
    page = desk.window.page("visits")
    assert isinstance(page, VisitsPage)
    desk.type("p")
    assert page.in_mode
    return page, page.phone, Counted(desk)


def month_visits() -> list[visits.VisitRow]:
    return visits.rows(visits.find_ids(VisitQuery(month=OCTOBER)))


def test_a_call_in_which_nothing_changed_takes_at_most_nine_keys(
    many: Callable[[int], list[int]], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    one, two = many(2)
    for who in (one, two):
        visits.save(actor, VisitDraft(resident_id=who, visited_on="2026-09-10", blocks={"health": "normal"}))
    _page, phone, hands = in_round(desk("visits"))
    hands.type("144444")  # one fresh fact, the rest as before
    hands.enter()
    assert len(month_visits()) == 1
    assert hands.keys == 7 <= MOST_KEYS
    hands.keys = 0
    hands.type("10")  # the same, shorter
    hands.enter()
    assert hands.keys == 3
    assert [(row.method, row.outcome) for row in month_visits()] == [("phone", "reached")] * 2
    assert phone.card is None, "everybody was rung"


def test_forty_calls_in_a_row_need_no_mouse(many: Callable[[int], list[int]], desk: Callable[[str], Desk]) -> None:
    many(40)
    _page, phone, hands = in_round(desk("visits"))
    for _ in range(40):
        assert phone.card is not None
        hands.type("10")
        hands.enter()
    assert phone.card is None
    assert len({row.resident_id for row in month_visits()}) == 40
    assert hands.keys == 40 * 3


def test_no_change_at_all_is_refused_with_a_sentence(
    many: Callable[[int], list[int]], desk: Callable[[str], Desk]
) -> None:
    many(1)
    _page, phone, hands = in_round(desk("visits"))
    hands.type("0")
    hands.enter()
    assert month_visits() == []
    assert phone.strip.text
    assert set(phone.blocks.states().values()) == {"unchanged"}, "what was typed stays"


def test_one_key_says_that_nobody_answered_and_the_second_time_it_is_a_door_visit(
    many: Callable[[int], list[int]], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    [one] = many(1)
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-20", method="phone", outcome="not_reached"))
    here = desk("visits")
    page, phone, hands = in_round(here)
    hands.key(Qt.Key.Key_F5)
    hands.enter()
    assert hands.keys == 2
    assert "改为上门" in here.window.toast.text
    assert here.window.toast.undo_button.isVisible()
    assert phone.card is None
    here.key(Qt.Key.Key_Escape)
    assert not page.in_mode
    [due] = page.board.board.people if page.board.board else ()
    assert due.door


def test_needs_become_orders_and_a_risk_is_kept(many: Callable[[int], list[int]], desk: Callable[[str], Desk]) -> None:
    [one] = many(1)
    here = desk("visits")
    _page, phone, hands = in_round(here)
    hands.type("2")
    hands.key(Qt.Key.Key_Space)
    hands.type("tou yun")
    hands.enter()  # back to the blocks
    hands.type("0")
    phone.more.set_values({"needs": ("medical",), "risk": "头晕", "risk_level": "elevated"})
    phone.take_keyboard()
    hands.enter()
    [row] = month_visits()
    assert row.concerns == ("health",)
    assert [risk.what for risk in risks.open_risks(one)] == ["头晕"]
    here.window.toast.undo_button.click()
    assert [order.type for order in help_services.open_orders()] == ["medical"]


def test_somebody_may_be_passed_over(many: Callable[[int], list[int]], desk: Callable[[str], Desk]) -> None:
    first, second = sorted(many(2))
    _page, phone, hands = in_round(desk("visits"))
    assert phone.card is not None
    before = phone.card.person.resident_id
    hands.key(Qt.Key.Key_F3)
    assert phone.card.person.resident_id != before
    assert {before, phone.card.person.resident_id} == {first, second}
    assert len(phone_round.queue(clock.today())) == 2, "nothing was recorded"


def test_a_call_that_was_begun_is_not_lost_to_escape(
    many: Callable[[int], list[int]], desk: Callable[[str], Desk]
) -> None:
    many(1)
    page, phone, hands = in_round(desk("visits"))
    hands.type("11")
    hands.key(Qt.Key.Key_Escape)
    assert page.in_mode
    assert phone.strip.text
    hands.key(Qt.Key.Key_Escape)
    assert not page.in_mode


def test_a_block_that_was_not_answered_keeps_the_call_and_takes_the_keyboard(
    many: Callable[[int], list[int]], desk: Callable[[str], Desk]
) -> None:
    many(1)
    _page, phone, hands = in_round(desk("visits"))
    hands.type("11")
    hands.enter()
    assert month_visits() == []
    assert phone.strip.text
    assert phone.blocks.current == "safety"
    hands.type("0")
    hands.enter()
    assert len(month_visits()) == 1


def test_the_words_of_a_risk_become_the_risk(many: Callable[[int], list[int]], desk: Callable[[str], Desk]) -> None:
    [one] = many(1)
    _page, phone, hands = in_round(desk("visits"))
    hands.type("1130")
    hands.enter()
    assert month_visits() == []
    assert phone.blocks.words["safety"].hasFocus()
    hands.type("lou qi")
    hands.enter()  # back to the blocks
    hands.enter()
    assert len(month_visits()) == 1
    assert [risk.what for risk in risks.open_risks(one)] == ["lou qi"]


def test_a_risk_that_is_not_wanted_asks_why(many: Callable[[int], list[int]], desk: Callable[[str], Desk]) -> None:
    [one] = many(1)
    _page, phone, hands = in_round(desk("visits"))
    hands.type("1130")
    hands.key(Qt.Key.Key_Up)
    phone.blocks.lead_to("safety_words")
    hands.type("lou qi")
    hands.enter()
    phone.more.fields["risk"].set_value("")
    phone.more.changed.emit()
    hands.enter()
    assert month_visits() == []
    assert phone.more.fields["no_risk"].error
    phone.more.fields["no_risk"].set_value("zai qing dan")
    phone.take_keyboard()
    hands.enter()
    assert len(month_visits()) == 1
    assert risks.open_risks(one) == []


def test_ctrl_z_takes_a_call_back_and_shows_that_person_again(
    many: Callable[[int], list[int]], desk: Callable[[str], Desk]
) -> None:
    many(2)
    _page, phone, hands = in_round(here := desk("visits"))
    assert phone.card is not None
    first = phone.card.person.resident_id
    hands.type("10")
    hands.enter()
    assert phone.card.person.resident_id != first
    here.control(Qt.Key.Key_Z)
    assert month_visits() == []
    assert phone.card.person.resident_id == first
    assert phone.blocks.hasFocus()
    assert phone.blocks.states() == {block: "normal" if block == "health" else "unchanged" for block in VISIT_BLOCKS}
    hands.type("2")
    assert phone.blocks.states()["health"] == "attention", "a wrong key is typed over"
    hands.type(" tou yun")
    hands.enter()  # back to the blocks
    hands.enter()
    [row] = month_visits()
    assert row.resident_id == first, "put right, not doubled"
