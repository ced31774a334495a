"""A figure under conditions is the pieces of the figure that fit; that every table's numbers are is in test_opens."""

import pytest

from desktop.core.errors import UnknownFigure
from desktop.core.period import Month
from desktop.core.words.figures import figure_word_on_paper
from desktop.services.figures.explained import explain
from desktop.services.figures.narrowed import base_and_conditions, narrow
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft

OCTOBER = Month(2026, 10)


@pytest.mark.parametrize("value", ["前卫社区", "", "A&B=C", "100%", "a@b"])
def test_a_name_under_conditions_is_read_back(value):
    named = narrow("visits.required", 社区=value, 类别="独居")
    assert base_and_conditions(named) == ("visits.required", (("社区", value), ("类别", "独居")))
    assert "@" not in named


def test_a_figure_without_conditions_is_itself():
    assert narrow("visits.required") == "visits.required"
    assert base_and_conditions("canteen.meals.午/堂食") == ("canteen.meals.午/堂食", ())


def test_people_of_a_community_and_of_a_category(person, actor):
    person("甲一", flags=["living_alone"], community="前卫社区")
    two = person("乙二", flags=["disabled", "living_alone"], community="江尾村", born="1950-01-01")
    visits.save(actor, VisitDraft(two, "2026-10-09"))

    def names(figure, **conditions):
        return [one.name for one in explain(OCTOBER, narrow(figure, **conditions)).people]

    assert names("visits.required", 社区="江尾村") == ["乙二"]
    assert sorted(names("visits.required", 类别="独居")) == ["乙二", "甲一"]
    assert names("visits.required", 类别="独居", 社区="前卫社区") == ["甲一"]
    assert names("visits.unvisited", 类别="失能") == []
    assert explain(OCTOBER, narrow("visits.visit_rate", 社区="江尾村")).value == "100.00"
    assert explain(OCTOBER, narrow("visits.visit_rate", 社区="前卫社区")).value == "0.00"


def test_records_by_what_they_say(person, actor):
    one = person("甲一")
    for kind, on in (("bathing", "2026-10-08"), ("bathing", "2026-10-09"), ("cleaning", "2026-10-09")):
        orders.save(actor, ServiceDraft(resident_id=one, type=kind, service_on=on, state="done"))
    assert explain(OCTOBER, narrow("services.times", 服务类型="助浴")).value == 2
    assert explain(OCTOBER, narrow("services.times", 日期="2026-10-09")).value == 2
    assert explain(OCTOBER, narrow("services.persons", 服务类型="助浴")).value == 1
    [line] = explain(OCTOBER, narrow("services.times", 服务类型="助洁")).parts[0].lines
    assert str(line.day) == "2026-10-09"


@pytest.mark.parametrize("figure", ["visits.required?村=甲", "visits.nobody?社区=甲"])
def test_a_condition_or_a_figure_that_there_is_none_of_is_refused(actor, figure):
    with pytest.raises(UnknownFigure):
        explain(OCTOBER, figure)


def test_what_a_figure_under_conditions_is_called():
    said = figure_word_on_paper(narrow("visits.visited", 社区="A&B", 探访人="马丽"))
    assert said == "月探访·实访（社区：A&B，探访人：马丽）"


def test_an_indicator_is_found_by_its_name(actor):
    first = explain(OCTOBER, "indicators.0.value")
    named = explain(OCTOBER, "indicators.特殊困难老年人月探访率")
    assert (named.figure, named.value) == ("indicators.0.value", first.value)
