"""The lunch line: one meal per person, date and meal; the highest subsidy; nothing lost, nothing twice."""

import datetime as dt

import pytest

from desktop.core.errors import (
    AlreadyRecorded,
    DateRefused,
    InvalidDraft,
    NotFound,
    NothingToDo,
    ReasonNeeded,
)
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models import query
from desktop.models.meal import ScanQueue
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import scanning
from desktop.services.canteen.meals import MealDraft, MealQuery, MealTotals
from desktop.services.register import listing as residents
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.writing import months
from desktop.services.writing.actor import Actor

TODAY = dt.date(2026, 10, 21)


def card(resident_id: int) -> str:
    return residents.rows([resident_id])[0].code


def test_a_scan_is_recorded_with_price_subsidy_and_what_is_left_to_pay(person, actor, canteen_prices):
    one = person("王芳", born="1944-03-05")
    result = scanning.scan(actor, card(one), "lunch", "dine_in")
    assert (result.kind, result.resident.name) == ("recorded", "王芳")
    assert (result.price_fen, result.subsidy_fen, result.paid_fen) == (1500, 500, 1000)


def test_the_second_scan_of_a_meal_is_shown_and_not_counted(person, actor, canteen_prices):
    code = card(person())
    assert scanning.scan(actor, code, "lunch", "dine_in").kind == "recorded"
    assert scanning.scan(actor, code, "lunch", "takeaway").kind == "again"
    assert scanning.scan(actor, code, "dinner", "dine_in").kind == "recorded"
    assert scanning.day_counts(TODAY).total == 2


def test_an_unknown_card_joins_the_queue_and_the_line_goes_on(person, actor, canteen_prices):
    assert scanning.scan(actor, "13901140000000199", "lunch", "dine_in").kind == "queued"
    assert scanning.scan(actor, "1234567890123", "lunch", "dine_in").kind == "queued"
    first, _ = scanning.queue()
    one = person()
    scanning.resolve(actor, first.id, one)
    assert [scan.id for scan in scanning.queue()] != [first.id]
    assert scanning.day_counts(TODAY).total == 1


def test_a_scan_waits_in_the_count_of_its_day_until_somebody_is_named(person, actor, canteen_prices):
    scanning.scan(actor, "1234567890123", "lunch", "dine_in")
    scanning.scan(actor, "1234567890124", "dinner", "dine_in")
    assert [scanning.day_counts(TODAY, meal).queued for meal in ("", "lunch", "dinner")] == [2, 1, 1]
    scanning.resolve(actor, scanning.queue()[0].id, person())
    assert [scanning.day_counts(TODAY, meal).queued for meal in ("", "lunch", "dinner")] == [1, 0, 1]


def test_an_id_card_is_the_person_and_that_of_a_stranger_waits(person, actor, canteen_prices):
    known, strange = "110105194912310011", "110105194912310038"
    assert known.isdigit() and strange.isdigit(), "all digits, as a card of ours has them"
    one = person("王芳", born="1949-12-31", sex="male", id_number=known)
    found = scanning.scan(actor, known, "lunch", "dine_in")
    assert (found.kind, found.resident.id) == ("recorded", one)
    assert scanning.scan(actor, strange, "lunch", "dine_in").kind == "queued"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("3229", "refused"),
        ("32299", "queued"),
        ("12345678", "queued"),
        ("A1234567", "refused"),
        ("A12345678", "queued"),
        ("abcdefghij", "refused"),
        ("一二三四五六七八九十", "refused"),
        ("６９０１２３４５６", "queued"),
    ],
)
def test_what_nobody_types_by_hand_waits_and_what_was_mistyped_is_told(actor, canteen_prices, typed, kind):
    assert scanning.scan(actor, typed, "lunch", "dine_in").kind == kind


def test_a_name_or_an_id_tail_typed_by_hand_works_too(person, actor, canteen_prices):
    one = person("欧阳雪梅")
    tail = residents.rows([one])[0].id_masked[-4:]
    assert scanning.scan(actor, "oyxm", "lunch", "dine_in").kind == "recorded"
    assert scanning.scan(actor, tail, "lunch", "dine_in").kind == "again"
    assert scanning.scan(actor, "没有这人", "lunch", "dine_in").kind == "refused"


def test_two_people_of_one_name_are_offered_and_none_is_guessed(person, actor, canteen_prices):
    person("王芳", born="1944-03-05")
    person("王芳", born="1950-03-05")
    result = scanning.scan(actor, "王芳", "lunch", "dine_in")
    assert result.kind == "choose"
    assert [row.name for row in result.choices] == ["王芳", "王芳"]
    assert scanning.day_counts(TODAY).total == 0


def test_the_last_scan_is_taken_back_and_may_be_made_again(person, actor, canteen_prices):
    code = card(person())
    result = scanning.scan(actor, code, "lunch", "dine_in")
    scanning.take_back(actor, result.meal_id)
    assert scanning.day_counts(TODAY).total == 0
    with pytest.raises(NothingToDo):
        scanning.take_back(actor, result.meal_id)
    assert scanning.scan(actor, code, "lunch", "dine_in").kind == "recorded"


def test_a_guest_is_counted_apart_and_never_subsidised(actor, canteen_prices):
    scanning.add_guest(actor, "lunch", "dine_in")
    (row,) = canteen.rows(canteen.find_ids(MealQuery(day=TODAY)))
    assert (row.name, row.price_fen, row.subsidy_fen, row.paid_fen) == ("", 1500, 0, 1500)
    counts = scanning.day_counts(TODAY)
    assert (counts.total, counts.guests) == (0, 1)


@pytest.mark.parametrize(
    ("born", "flags", "subsidy_fen"),
    [
        ("1966-10-22", [], 0),
        ("1966-10-21", [], 300),
        ("1946-10-21", [], 500),
        ("1970-01-01", ["minimum_living"], 800),
        ("1930-01-01", ["minimum_living"], 800),
        ("1970-01-01", ["minimum_living_margin"], 0),
        ("1930-01-01", [("minimum_living", "", "2026-10-20")], 500),
    ],
)
def test_the_highest_subsidy_that_applies_on_the_day_is_taken(person, actor, canteen_prices, born, flags, subsidy_fen):
    result = scanning.scan(actor, card(person(born=born, flags=flags)), "lunch", "dine_in")
    assert (result.kind, result.subsidy_fen) == ("recorded", subsidy_fen)


def test_the_database_itself_refuses_the_same_meal_twice(person, actor):
    one = person()
    canteen.save(actor, MealDraft(one, TODAY))
    with pytest.raises(AlreadyRecorded):
        canteen.save(actor, MealDraft(one, TODAY, mode="delivered"))


def test_nobody_eats_after_death(person, actor):
    one = person()
    draft = resident_forms.draft_of(one)
    draft.state, draft.state_on = "deceased", "2026-10-05"
    resident_forms.save(actor, draft)
    canteen.save(actor, MealDraft(one, "2026-10-05"))
    with pytest.raises(DateRefused) as caught:
        canteen.save(actor, MealDraft(one, "2026-10-06"))
    assert caught.value.reason == "after_death"


def test_who_has_left_the_register_pays_the_full_price(person, actor, canteen_prices):
    """rules.md B1: moved-out people were fed with a subsidy."""
    one = person("王芳", born="1944-03-05")
    code = card(one)
    states.apply(actor, one, "moved_out", dt.date(2026, 10, 20), "随子女")
    before = canteen.save(actor, MealDraft(one, "2026-10-19", "", "lunch", "dine_in"))
    paid = query.fetch_one("SELECT subsidy_fen, paid_fen FROM meal WHERE id = ?", [before])
    assert paid == (500, 1000)
    result = scanning.scan(actor, code, "lunch", "dine_in")
    assert (result.kind, result.price_fen, result.subsidy_fen, result.paid_fen) == ("recorded", 1500, 0, 1500)


def test_a_closed_month_takes_no_meal(person, actor: Actor):
    one = person()
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        canteen.save(actor, MealDraft(one, "2026-09-30"))


def test_days_without_a_meal_are_zero_in_the_month(person, actor):
    canteen.save(actor, MealDraft(person(), TODAY))
    days = canteen.month_days(Month(2026, 10))
    assert len(days) == 31
    assert [day for day, number in days if number] == [TODAY]


def test_every_meal_leaves_a_log_row(person, actor):
    canteen.save(actor, MealDraft(person(), TODAY))
    assert query.count("SELECT count(*) FROM change_log WHERE table_name = 'meal'") == 1


def test_a_dismissed_scan_keeps_its_reason_and_cannot_be_recorded_any_more(person, actor):
    scanning.scan(actor, "10112345600000199", "lunch", "dine_in")
    [waiting] = scanning.queue()
    with pytest.raises(ReasonNeeded):
        scanning.dismiss(actor, waiting.id, " ")
    scanning.dismiss(actor, waiting.id, "试机")
    assert scanning.queue() == []
    assert ScanQueue.get_by_id(waiting.id).void_reason == "试机"
    with pytest.raises(NotFound):
        scanning.resolve(actor, waiting.id, person())
    with pytest.raises(NotFound):
        scanning.dismiss(actor, waiting.id, "再来一次")


def test_the_totals_are_those_of_what_is_listed(person, actor, canteen_prices):
    one, other = person("王芳", born="1944-03-05"), person("李兰", born="1961-03-05")
    canteen.save(actor, MealDraft(one, "2026-10-08", "11:42"))
    canteen.save(actor, MealDraft(other, "2026-10-08", "11:43", "lunch", "takeaway"))
    canteen.save(actor, MealDraft(None, "2026-10-09", "11:42", guest=True))
    gone = canteen.save(actor, MealDraft(one, "2026-10-09", "11:42"))
    scanning.take_back(actor, gone)
    assert canteen.totals(MealQuery(month=Month(2026, 10))) == MealTotals(3, 4500, 800, 3700)
    assert canteen.totals(MealQuery(text="wf")) == MealTotals(1, 1500, 500, 1000)
    assert canteen.totals(MealQuery(day=dt.date(2026, 10, 9))) == MealTotals(1, 1500, 0, 1500)
    assert canteen.totals(MealQuery(month=Month(2026, 9))) == MealTotals(0, 0, 0, 0)


def test_a_meal_of_nobody_is_saved_only_when_a_guest_is_meant(actor, canteen_prices):
    with pytest.raises(InvalidDraft) as refused:
        canteen.save(actor, MealDraft(None, TODAY))
    assert [(one.name, one.reason) for one in refused.value.fields] == [("resident_id", "who_ate")]
    assert query.count("SELECT count(*) FROM meal") == 0
    canteen.save(actor, MealDraft(None, TODAY, guest=True))
    assert query.count("SELECT count(*) FROM living_meal WHERE resident_id IS NULL") == 1
