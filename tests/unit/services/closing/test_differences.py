"""What two ways of telling a month differ in: figures, and whose lines they are."""

from desktop.core import canonical
from desktop.services.closing.differences import Difference, compare, figures_differing

PEOPLE = {name: {"resident": f"uid-{name}", "name": name} for name in "甲乙丙"}


def documents(figures, visited="", unvisited="", stays=None):
    """The documents of a month in which these people stand on the lists."""
    roster = {
        "visited": [{"person": PEOPLE[one]} for one in visited],
        "unvisited": [{"person": PEOPLE[one]} for one in unvisited],
    }
    found = {"figures": canonical.line(figures), "roster": canonical.line(roster)}
    return found if stays is None else found | {"stays": canonical.line([{"person": PEOPLE[one]} for one in stays])}


def names(difference: Difference):
    return [name for _uid, name in difference.people]


def test_the_same_month_told_twice_differs_in_nothing():
    told = documents({"visits": {"visited": 1}}, "甲", "乙", "丙")
    assert compare(told, told) == []


def test_a_figure_with_a_list_names_those_whose_line_moved_and_a_rate_all_of_its_part():
    before = documents({"visits": {"visited": 1, "visit_rate": "50.00"}, "beds": {"beds": 2}}, "甲", "乙", "")
    after = documents({"visits": {"visited": 2, "visit_rate": "100.00"}, "beds": {"beds": 3}}, "甲乙", "", "丙")
    found = {one.figure: one for one in compare(before, after)}
    assert (found["visits.visited"].before, found["visits.visited"].after) == (1, 2)
    assert names(found["visits.visited"]) == ["乙"]
    assert names(found["visits.visit_rate"]) == ["乙"]
    assert names(found["beds.beds"]) == ["丙"]
    assert names(found["visits.unvisited"]) == ["乙"], "a list that moved is told where no figure says so"
    assert (found["visits.unvisited"].before, found["visits.unvisited"].after) == (None, None)
    assert set(found) == {"visits.visited", "visits.visit_rate", "visits.unvisited", "beds.beds", "beds.stays"}


def test_a_month_that_kept_no_stays_is_compared_by_what_it_kept():
    before = documents({"beds": {"beds": 2}})
    after = documents({"beds": {"beds": 2}}, stays="甲")
    assert [(one.figure, names(one)) for one in compare(before, after)] == [("beds.stays", ["甲"])]


def test_a_kind_that_only_one_of_the_two_has_is_told_from_both_sides():
    assert figures_differing({"a": {"x": 1}}, {"a": {}}) == [("a.x", 1, None)]
    found = compare(documents({"services": {"by_payer": {}}}), documents({"services": {"by_payer": {"自费": 2}}}))
    assert [(one.figure, one.before, one.after) for one in found] == [("services.by_payer.自费", None, 2)]
    assert compare(documents({"a": {}}), documents({"a": {"x": 0}})) == [], "none of a kind is no difference"
