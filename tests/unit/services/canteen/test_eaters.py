"""Who eats, as known on the day of the meal: age, what follows from it, and the certificate."""

import datetime as dt

import pytest

from desktop.services.canteen import eaters

EVE, BIRTHDAY = dt.date(2026, 10, 7), dt.date(2026, 10, 8)


@pytest.mark.parametrize(
    ("day", "age", "elderly"), [(BIRTHDAY - dt.timedelta(days=1), 79, False), (BIRTHDAY, 80, True)]
)
def test_advanced_age_begins_on_the_eightieth_birthday(person, day, age, elderly):
    found = eaters.of_id(person("甲", born="1946-10-08", flags=["living_alone"]), day)
    assert found.age == age
    assert found.flags == {"living_alone", *(["advanced_age"] if elderly else [])}


def test_whoever_is_severely_handicapped_has_a_certificate(person):
    found = eaters.of_id(person("甲", born="1950-01-01", flags=["severely_handicapped"]), BIRTHDAY)
    assert found.flags == {"severely_handicapped", "handicapped"}
