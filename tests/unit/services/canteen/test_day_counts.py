"""The counts of a day: by kind, guests, what waits, and whom the canteen serves first (S3)."""

import datetime as dt
import random

from desktop.core import clock
from desktop.core.period import age_on
from desktop.core.trade import FIRST_SERVED
from desktop.services.canteen import scanning
from desktop.services.canteen.eaters import of_id
from desktop.services.register import listing
from tests.statements import heard

TODAY = dt.date(2026, 10, 21)
NOON = dt.datetime(2026, 10, 21, 11, 40)


def test_people_of_a_group_are_counted_and_who_is_of_two_groups_in_both(person, actor):
    for name, born, flags in (
        ("甲", "1944-03-05", ["living_alone", "kinless"]),
        ("乙", "1946-10-21", []),
        ("丙", "1946-10-22", ["empty_nest", "disabled"]),
        ("丁", "1950-01-01", [("living_alone", "2026-01-01", "2026-10-20")]),
    ):
        scanning.record(actor, person(name, born=born, flags=flags), "lunch", "dine_in", NOON)
    scanning.add_guest(actor, "lunch", "takeaway", NOON)
    found = scanning.day_counts(TODAY, "lunch")
    assert found.first_served == {"advanced_age": 2, "kinless": 1, "living_alone": 1, "empty_nest": 1}, (
        "80 today is 高龄, 80 tomorrow is not; 丁 lived alone until yesterday"
    )
    assert (found.total, found.guests, found.queued) == (4, 1, 0)
    assert sum(scanning.day_counts(TODAY, "dinner").first_served.values()) == 0


def test_the_counts_are_those_of_each_meal_looked_at_alone(person, actor):
    chance = random.Random(11)
    kinds = ("living_alone", "empty_nest", "kinless", "left_behind")
    days = [None, "2026-10-01", "2026-10-20", "2026-10-21"]
    ids = []
    for number in range(40):
        flags = []
        for kind in chance.sample(kinds, chance.randint(0, 3)):
            first, last = sorted(chance.choices(days, k=2), key=lambda day: day or "")
            flags.append((kind, first, last))
        born = dt.date(1946, 10, 21) + dt.timedelta(chance.randint(-3, 3))
        ids.append(person(f"老人{number}", born=born.isoformat(), flags=flags))
    eaten = [(one, meal) for one in ids for meal in ("lunch", "dinner") if chance.random() < 0.6]
    for one, meal in eaten:
        scanning.record(actor, one, meal, chance.choice(["dine_in", "delivered"]), NOON)
    for meal in ("", "lunch", "dinner"):
        people = [of_id(one, TODAY).flags for one, what in eaten if meal in ("", what)]
        slowly = {kind: sum(kind in flags for flags in people) for kind in FIRST_SERVED}
        assert scanning.day_counts(TODAY, meal).first_served == slowly
        assert scanning.day_counts(TODAY, meal).total == len(people)


def test_who_was_born_on_a_leap_day_is_of_advanced_age_when_the_program_says_80(person, actor):
    one = person("闰", born="1944-02-29")
    for day in (dt.date(2024, 2, 28), dt.date(2024, 2, 29)):
        with clock.standing_at(dt.datetime.combine(day, dt.time(12))):
            scanning.record(actor, one, "lunch", "dine_in", clock.now())
            counted = scanning.day_counts(day, "lunch").first_served["advanced_age"]
        assert counted == int(age_on(dt.date(1944, 2, 29), day) >= 80)


def test_a_scan_and_the_counts_after_it_cost_the_same_however_many_people_there_are(person, actor, canteen_prices):
    def cost(name: str) -> int:
        (row,) = listing.rows([person(name)])
        with heard() as said:
            assert scanning.scan(actor, row.code, "lunch", "dine_in", NOON).kind == "recorded"
            scanning.day_counts(TODAY, "lunch")
        return len(said)

    cost("甲")
    few = cost("乙")
    for number in range(60):
        scanning.record(actor, person(f"老人{number}"), "lunch", "dine_in", NOON)
    assert few == cost("丙") <= 14


def test_what_is_recorded_as_no_allergy_is_none(person, actor):
    said = {
        text: of_id(person(f"人{text}", allergies=text), TODAY).allergic_to for text in ("", "无", " 花生 ", "青霉素")
    }
    assert said == {"": "", "无": "", " 花生 ": "花生", "青霉素": "青霉素"}
