"""What a district makes of what was counted: states of centres, greatest values, who joined too late."""

from desktop.core.answers import IntakeState
from desktop.core.period import Month
from desktop.district import figures, flatten, store
from desktop.district.answers import Engine

SEPTEMBER = Month(2026, 9)


def found_in(place, known=()):
    with figures.counting(place, SEPTEMBER, Engine.DUCKDB) as engine:
        return figures.figures_of(figures.ask(engine, SEPTEMBER), SEPTEMBER, dict(known))


def closed(longest):
    figure = {"of_month": "2026-09", "figure": "services.waiting.longest", "unit": "count", "number": longest}
    return {
        "files": [{"name": "甲", "sequence": 2, "epoch": "a"}],
        "frozen_versions": [{"of_month": "2026-09", "version": 1, "sha256": "0", "lines": 1}],
        "frozen_figures": [figure],
    }


def test_a_greatest_of_days_is_no_sum(tmp_path):
    for number, longest in (("530114", 3), ("530115", 5)):
        store.put(tmp_path, number, "2026-09", closed(longest))
    assert found_in(tmp_path).figures == {"services.waiting.longest": 5}


def test_a_file_of_everything_that_does_not_know_the_month_closed_says_nothing_of_it(tmp_path):
    file = {"files": [{"name": "甲", "sequence": 1, "epoch": "a"}]}
    store.put(tmp_path, "530114", "full", file)
    store.put(tmp_path, "530115", "2026-09", file)
    states = [(one.number, one.name, one.state) for one in found_in(tmp_path, {"530116": "丙"}.items()).centres]
    assert states == [
        ("530114", "甲", IntakeState.MISSING),
        ("530115", "甲", IntakeState.DRAFT),
        ("530116", "丙", IntakeState.MISSING),
    ]
    later = {"files": [{"name": "甲", "sequence": 2, "epoch": "a"}]}
    store.put(tmp_path, "530115", "full", later)
    drafts = [one.number for one in found_in(tmp_path).centres if one.state == IntakeState.DRAFT]
    assert drafts == ["530115"], "its draft came, whatever came after it"


def test_of_two_files_the_later_one_of_the_centre_holds(tmp_path):
    store.put(tmp_path, "530114", "2026-09", closed(3))
    store.put(tmp_path, "530114", "full", {"files": [{"name": "甲", "sequence": 9, "epoch": "a"}]})
    assert found_in(tmp_path).figures == {}, "after a restored backup the month is open again"
    store.put(tmp_path, "530114", "2026-09", closed(3) | {"files": [{"name": "甲", "sequence": 1, "epoch": "b"}]})
    assert found_in(tmp_path).figures == {"services.waiting.longest": 3}


def test_who_joined_too_late_is_on_no_roster():
    person = {"resident": "p", "name": "王芳", "sex": "female", "age": 82, "community": "甲社区", "flags": ["disabled"]}
    roster = {"visited": [{"person": person, "times": 2, "method": "home"}], "late_joiners": [person]}
    lines = list(flatten.roster_lines("2026-09", roster))
    assert [(one["state"], one["resident"], one.get("times")) for one in lines] == [
        ("visited", "p", 2),
        ("late_joiners", "p", None),
    ]
    assert [one["state"] for one in flatten.roster_flags("2026-09", roster)] == ["visited"]
    assert not any("王芳" in one.values() for one in lines)
