"""How services pleased, how long people waited for them, and what each worker did: of the month of each step."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop.core import clock
from desktop.core.figures.canteen import Ratings
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.services.figures import as_json, figures_of
from desktop.services.figures import services as service_figures
from desktop.services.figures.explained import explain
from desktop.services.figures.narrowed import narrow
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.steps import RatingDraft
from desktop.services.named import aliases, entries
from desktop.services.writing import months

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def done(person, actor):
    def make(name, day, worker="普建国", **more):
        draft = ServiceDraft(resident_id=person(name), type="bathing", service_on=day, worker=worker)
        for field, value in more.items():
            setattr(draft, field, value)
        return orders.save(actor, draft)

    return make


def test_a_rating_counts_in_the_month_in_which_somebody_was_asked(done, actor):
    one, two = done("王芳", "2026-10-20"), done("李强", "2026-10-21", satisfaction="3")
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        months.close(actor, OCTOBER, "{}")
        steps.rate(actor, one, RatingDraft("5"))
        with pytest.raises(MonthClosed):
            steps.rate(actor, two, RatingDraft("5"))
    october, november = service_figures(OCTOBER), service_figures(NOVEMBER)
    assert (october.ratings.count, october.ratings.average) == (1, Decimal("3.00"))
    assert (november.ratings.count, november.ratings.average, november.total) == (1, Decimal("5.00"), 0)


def test_the_days_from_the_order_to_the_service(person, actor, done):
    done("王芳", "2026-10-20")
    for name, day in (("李强", 21), ("赵敏", 23), ("甲", 23)):
        draft = ServiceDraft(resident_id=person(name), type="bathing", state="requested", service_on="2026-10-22")
        one = orders.save(actor, draft)
        with clock.standing_at(dt.datetime(2026, 10, day, 15, 0)):
            steps.finish(actor, one)
    waiting = service_figures(OCTOBER).waiting
    assert (waiting.orders, waiting.days, waiting.average) == (3, 4, Decimal("1.33"))
    told = as_json(figures_of(OCTOBER))["services"]["waiting"]
    assert {name: told[name] for name in ("orders", "average", "longest")} == {
        "orders": 3,
        "average": "1.33",
        "longest": 2,
    }
    assert told["by_type"]["助浴"] == {"orders": 3, "average": "1.33", "longest": 2}
    assert told["by_type"]["助洁"] == {"orders": 0, "average": "—", "longest": 0}
    [line] = explain(OCTOBER, "services.waiting.longest").parts[0].lines
    assert (line.day, line.amount) == (dt.date(2026, 10, 23), 2)


def test_each_worker_has_a_line_with_hours_people_and_score(done, actor):
    times = {"started": "09:00", "ended": "10:30"}
    done("王芳", "2026-10-08", satisfaction="4", **times)
    done("李强", "2026-10-09", satisfaction="5", **times)
    done("赵敏", "2026-10-09", worker="")
    lines = service_figures(OCTOBER).workers
    assert [(line.name, line.person_times, line.persons, line.minutes) for line in lines] == [
        ("普建国", 2, 2, 180),
        ("", 1, 1, 0),
    ]
    assert lines[0].ratings.average == Decimal("4.50")
    assert lines[1].ratings == Ratings(dict.fromkeys(range(1, 6), 0))


def test_two_texts_of_one_person_are_one_line_and_the_figure_opens_for_it(done, actor):
    entry = entries.add(actor, NamedList.PERSON, "普建国")
    aliases.answer(actor, NamedList.PERSON, "小普", entry)
    done("王芳", "2026-10-08")
    done("李强", "2026-10-09", worker="小普")
    [line] = service_figures(OCTOBER).workers
    assert (line.name, line.person_times) == ("普建国", 2)
    assert explain(OCTOBER, narrow("services.times", 服务人员="普建国")).value == 2


def test_how_it_pleased_and_how_long_it_took_is_told_by_type(done):
    done("王芳", "2026-10-08", satisfaction="4")
    done("李强", "2026-10-09", satisfaction="5", type="cleaning")
    done("赵敏", "2026-10-09", satisfaction="2", type="cleaning")
    told = as_json(figures_of(OCTOBER))["services"]["ratings"]["by_type"]
    assert (told["助浴"], told["助洁"]) == ({"count": 1, "average": "4.00"}, {"count": 2, "average": "3.50"})
    assert explain(OCTOBER, "services.ratings.by_type.助洁.average").value == "3.50"


def test_a_night_counts_in_the_month_of_its_first_day_with_all_its_minutes(done):
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        done("王芳", "2026-10-31", started="22:00", ended="06:00", payer="self", fee="80")
    [line] = [one for one in service_figures(OCTOBER).payers if one.payer == "self"]
    assert (line.person_times, line.persons, line.minutes, line.fee_fen) == (1, 1, 480, 8000)
    assert service_figures(NOVEMBER).minutes == 0


def test_rated_anew_is_counted_once_by_what_was_said_last(done, actor):
    one = done("王芳", "2026-10-20")
    steps.rate(actor, one, RatingDraft("1"))
    steps.rate(actor, one, RatingDraft("4"))
    assert service_figures(OCTOBER).ratings.by_score == {1: 0, 2: 0, 3: 0, 4: 1, 5: 0}
