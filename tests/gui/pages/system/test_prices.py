"""系统 → 餐价与补贴: the first price and lunch by keyboard; whom a change touches stands before it is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.core.codes import CodeKind
from desktop.core.period import Month
from desktop.models import query
from desktop.services.canteen import hours, meals, price_edits, price_lists
from desktop.services.canteen.meals import MealDraft, MealQuery
from desktop.services.canteen.price_edits import PriceDraft
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.home.first_steps import Step
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.price_forms import ChangeBox
from desktop.ui.pages.system.prices import PricesSection
from tests.gui.desk import Desk
from tests.gui.looking import commit
from tests.gui.register_desk import RegisterDesk

Open = Callable[[str], Desk]
Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)


def prices_of(here: Desk) -> PricesSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("prices")
    QApplication.processEvents()
    section = page.sections["prices"]
    assert isinstance(section, PricesSection)
    return section


def box_of(here: Desk) -> SmallForm:
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    here.qtbot.waitUntil(box.isActiveWindow)
    return box


def closed(here: Desk) -> None:
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()


def test_a_new_centre_sets_a_price_by_keyboard_and_serves_its_first_lunch(
    register: Callable[[], RegisterDesk], person: Person
) -> None:
    card = printed_codes.code_of(CodeKind.RESIDENT, person("王芳", born="1944-03-05"))
    here = register()
    here.window.go("home")
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    home = here.window.page("home")
    assert isinstance(home, HomePage) and home.steps is not None
    home.steps.buttons[Step.PRICES].setFocus()
    here.enter()
    page = here.window.page("system")
    assert here.window.current_room == "system" and isinstance(page, SystemPage)
    section = page.sections["prices"]
    assert isinstance(section, PricesSection)
    here.control(Qt.Key.Key_N)
    box_of(here)
    here.enter()
    here.type("15")
    here.control(Qt.Key.Key_S)
    closed(here)
    here.key(Qt.Key.Key_F6)
    assert section.shows_subsidies
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    here.type("5")
    here.go_to(box.form.fields["min_age"])
    here.type("80")
    here.control(Qt.Key.Key_S)
    closed(here)
    [price] = section._prices.values()
    [rule] = section._subsidies.values()
    assert (price.row.meal, price.row.price_fen, price.row.valid_from) == ("lunch", 1500, TODAY)
    assert (rule.row.min_age, rule.row.amount_fen, rule.row.valid_from) == (80, 500, TODAY)
    here.key(Qt.Key.Key_F9)
    canteen = here.window.page("canteen")
    assert isinstance(canteen, CanteenPage) and canteen.lunch is not None
    # Whatever the clock says: lunch is what has a price.
    while canteen.lunch.meal != "lunch":
        QTest.keyClick(canteen.lunch.line, Qt.Key.Key_F5)
    QTest.keyClicks(canteen.lunch.line, card)
    QTest.keyClick(canteen.lunch.line, Qt.Key.Key_Return)
    assert canteen.lunch.face.face.tone is Tone.OK
    assert "10.00" in canteen.lunch.face.words
    [row] = meals.rows(meals.find_ids(MealQuery(day=TODAY)))
    assert (row.name, row.price_fen, row.subsidy_fen, row.paid_fen) == ("王芳", 1500, 500, 1000)
    canteen.lunch.close()


def test_a_change_shows_whom_it_touches_and_is_saved_when_pressed_again(
    desk: Open, actor: Actor, person: Person, canteen_prices: None
) -> None:
    one = person("王芳", born="1944-03-05")
    meals.save(actor, MealDraft(one, TODAY.isoformat(), "11:40"))
    here = desk("system")
    section = prices_of(here)
    section.table.select_id(next(key for key, line in section._prices.items() if line.row.meal == "lunch"))
    here.key(Qt.Key.Key_F2)
    box = box_of(here)
    assert isinstance(box, ChangeBox)
    here.go_to(box.form.fields["price"])
    here.control(Qt.Key.Key_A)
    here.type("16")
    before = query.count("SELECT count(*) FROM change_log")
    here.control(Qt.Key.Key_S)
    assert [(e.name, e.before.paid_fen, e.after.paid_fen) for e in box._effects] == [("王芳", 1000, 1100)]
    assert "10.00 → 11.00" in box.told.text()
    assert query.count("SELECT count(*) FROM change_log") == before
    here.control(Qt.Key.Key_S)
    closed(here)
    today = [(one.row.price_fen, one.state) for one in price_lists.listed(TODAY)[0] if one.row.meal == "lunch"]
    assert today == [(1600, "in_force"), (1500, "replaced")]
    assert [row.price_fen for row in meals.rows(meals.find_ids(MealQuery(day=TODAY)))] == [1500]


def test_trying_out_an_age_says_what_is_paid_and_why_and_saves_nothing(
    desk: Open, actor: Actor, canteen_prices: None
) -> None:
    here = desk("system")
    prices_of(here)
    before = query.count("SELECT count(*) FROM change_log")
    here.key(Qt.Key.Key_F7)
    box = box_of(here)
    here.go_to(box.form.fields["age"])
    here.type("82")
    here.control(Qt.Key.Key_S)
    assert box.strip.text == "82岁：午餐堂食餐价15.00元，按“80周岁及以上”补贴5.00元，应付10.00元。"
    here.key(Qt.Key.Key_Escape)
    closed(here)
    assert query.count("SELECT count(*) FROM change_log") == before


def test_meals_of_before_the_price_get_it_in_one_act(desk: Open, actor: Actor, person: Person) -> None:
    early = meals.save(actor, MealDraft(person("王芳", born="1944-03-05"), TODAY.isoformat(), "11:40"))
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15"))
    assert meals.unpriced(Month(2026, 10)) == 1
    here = desk("system")
    prices_of(here)
    here.key(Qt.Key.Key_F3)
    box_of(here)
    here.control(Qt.Key.Key_S)
    closed(here)
    assert [(row.id, row.price_fen) for row in meals.rows([early])] == [(early, 1500)]
    assert meals.unpriced(Month(2026, 10)) == 0


def test_a_price_typed_by_mistake_is_void_with_a_reason(desk: Open, actor: Actor, canteen_prices: None) -> None:
    here = desk("system")
    section = prices_of(here)
    chosen = section.table.current_row()
    assert chosen is not None
    here.key(Qt.Key.Key_F8)
    box = box_of(here)
    say(box, "reason", "记错了")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert chosen.row.id not in section._prices


def say(box: SmallForm, name: str, words: str) -> None:
    commit(box.form.fields[name].editor, words)
    QApplication.processEvents()


def test_the_notice_for_the_wall_is_shown_by_a_key(desk: Open, canteen_prices: None) -> None:
    here = desk("system")
    prices_of(here)
    here.control(Qt.Key.Key_P)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PreviewDialog)
    assert "餐价与补贴公示" in shown.windowTitle()
    shown.reject()
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_meal_times_change_by_keys_and_the_scanning_screen_follows(desk: Open, canteen_prices: None) -> None:
    here = desk("system")
    section = prices_of(here)
    assert "09:30" in section._times.text() and "15:00" in section._times.text()
    here.key(Qt.Key.Key_F11)
    box = box_of(here)
    assert box.form.fields["valid_from"].value() == TODAY.isoformat()
    here.go_to(box.form.fields["dinner_from"])
    here.control(Qt.Key.Key_A)
    here.type("930")
    here.control(Qt.Key.Key_S)
    # Before lunch is over nobody dines.
    assert QApplication.activeModalWidget() is box and box.form.fields["dinner_from"].hasFocus()
    here.control(Qt.Key.Key_A)
    here.type("1000")
    here.control(Qt.Key.Key_S)
    closed(here)
    assert "10:00" in section._times.text()
    assert hours.meal_at(dt.datetime.combine(TODAY, dt.time(10))) == "dinner"
    assert hours.meal_at(dt.datetime.combine(TODAY, dt.time(9, 59))) == "lunch"
    yesterday = TODAY - dt.timedelta(days=1)
    assert hours.meal_at(dt.datetime.combine(yesterday, dt.time(10))) == "lunch"
