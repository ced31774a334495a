"""The JSON of ``shizhu figures --json``: names and keys are a contract with those who script against it."""

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.services.figures import as_json, figures_of
from tests.unit.services.figures import golden, hard_months

# As docs/cli.md promises them; keys may be added, never renamed.
_PROMISED = {
    "": {"month", "rules", "visits", "services", "canteen", "beds", "people", "indicators"},
    "visits": {
        "required", "late_joiners", "visited", "excused_gone", "excused_confirmed", "unvisited", "visit_rate",
        "gross_rate", "attempts_not_reached",
    },
    "services": {"person_times", "persons", "minutes", "by_payer", "fee", "subsidy", "ratings", "waiting"},
    "canteen": {"meals", "persons", "guests", "by_band", "by_flag", "persons_by_flag", "price", "subsidy", "paid"},
    "beds": {
        "beds", "nursing_share", "available_bed_days", "occupied_bed_days", "leave_bed_days", "occupancy",
        "operating_subsidy",
    },
    "people": {"on_register_end", "added", "stopped", "turning", "by_band", "by_flag"},
}  # fmt: skip


@pytest.fixture
def found(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        return as_json(figures_of(Month(2026, 10)))


def test_every_promised_key_is_there(found):
    for group, keys in _PROMISED.items():
        assert keys <= (found[group] if group else found).keys(), group
    assert {key for one in found["indicators"] for key in one} == {
        "name", "plan", "value", "direction", "target", "met",
    }  # fmt: skip


def test_words_are_chinese_and_rates_and_money_are_texts_with_two_decimals(found):
    assert list(found["services"]["person_times"]) == list(terms.SERVICE_TYPES.values())
    assert set(found["services"]["by_payer"]) == set(terms.PAYERS.values())
    assert found["canteen"]["meals"] == {"早/堂食": 1, "午/堂食": 4, "午/送餐": 1, "晚/打包": 1}
    assert (found["visits"]["visit_rate"], found["beds"]["occupancy"]) == ("30.00", "87.76")
    assert (found["canteen"]["price"], found["beds"]["operating_subsidy"]) == ("89.05", "298.72")
    assert found["people"]["turning"] == {"80": 1, "90": 1, "100": 1}


def test_the_whole_object_is_this(found):
    assert golden.agrees(found, "hard-2026-10-contract")


def test_a_month_without_a_record_has_every_key_and_dashes_for_rates(actor):
    empty = as_json(figures_of(Month(2026, 10)))
    assert (empty["visits"]["visit_rate"], empty["beds"]["nursing_share"], empty["canteen"]["price"]) == (
        "—",
        "—",
        "0.00",
    )
    assert golden.agrees(empty, "empty-2026-10-contract")
