"""Communities by the names of their list: in tables, filters and lists; what was typed and what was closed stand."""

import datetime as dt

import pytest

from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.reports.months.month_set import month_reports, reports_of
from desktop.services import figures, undoing
from desktop.services.closing import month_close
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.named import aliases, entries
from desktop.services.register import listing, places, walking
from desktop.services.register.as_of import AsOfQuery, register_as_of
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import crises, due_board, recording, risks, rounds
from desktop.services.visits.crises import CrisisDraft
from desktop.services.visits.recording import VisitDraft, VisitQuery
from desktop.services.visits.risks import RiskDraft
from desktop.services.visits.rounds import GroupQuery
from desktop.services.writing import done

COMMUNITY = NamedList.COMMUNITY
AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)


@pytest.fixture
def river(actor, person) -> int:
    """江尾村 was renamed 江尾社区 on 10 September; jw stands for it, 前卫社区 is another."""
    one = entries.add(actor, COMMUNITY, "江尾村")
    entries.rename(actor, one, "江尾社区", "2026-09-10")
    entries.add(actor, COMMUNITY, "前卫社区")
    aliases.answer(actor, COMMUNITY, "jw", one)
    for name, community in (("甲", "江尾村"), ("乙", "江尾社区"), ("丙", "jw"), ("丁", "前卫社区"), ("戊", "外地")):
        person(name, community=community, flags=["living_alone"])
    return one


def by_community(month: Month) -> dict[str, int]:
    return figures.people(month).by_community


def test_tables_of_a_month_name_a_community_as_its_last_day_does(river):
    assert by_community(AUGUST) == {"江尾村": 3, "前卫社区": 1, "外地": 1}
    assert by_community(SEPTEMBER) == {"江尾社区": 3, "前卫社区": 1, "外地": 1}
    assert {group.name: group.required for group in figures.visits(SEPTEMBER).by_community} == by_community(SEPTEMBER)


def test_services_before_and_after_the_day_of_a_rename_are_one_line(river, actor):
    one, other = listing.find_ids(ResidentQuery(text="甲")) + listing.find_ids(ResidentQuery(text="丙"))
    for resident, day in ((one, "2026-09-01"), (other, "2026-09-20")):
        orders.save(actor, ServiceDraft(resident_id=resident, type="bathing", service_on=day))
    found = figures.services(SEPTEMBER)
    assert found.communities == ("江尾社区",)
    assert next(line for line in found.lines if line.type == "bathing").by_community == {"江尾社区": 2}


def test_rows_keep_what_was_typed(river):
    assert set(query.texts("SELECT DISTINCT community FROM resident")) == {
        "江尾村",
        "江尾社区",
        "jw",
        "前卫社区",
        "外地",
    }


def test_a_merge_makes_two_lines_one_and_its_undo_two_again(river, actor):
    other = next(entry.id for entry in entries.entries(COMMUNITY) if entry.name == "前卫社区")
    entries.merge(actor, other, river)
    assert by_community(SEPTEMBER) == {"江尾社区": 4, "外地": 1}
    undoing.take_back(actor, done.standing(actor)[0])
    assert by_community(SEPTEMBER) == {"江尾社区": 3, "前卫社区": 1, "外地": 1}


def test_a_closed_month_keeps_the_name_that_it_was_closed_with(actor, person):
    one = entries.add(actor, COMMUNITY, "江尾村")
    person("甲", community="江尾村", registered_on="2026-01-01")
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    before = {kind: report for kind, report in month_reports(SEPTEMBER).reports.items()}
    entries.rename(actor, one, "江尾社区", "2026-01-01")
    assert by_community(SEPTEMBER) == {"江尾社区": 1}
    assert month_reports(SEPTEMBER).reports == before
    assert "江尾村" in str(before)
    assert "江尾社区" not in str(before)
    assert "江尾社区" in str(month_reports(Month(2026, 10)).reports)


def test_choosing_a_community_finds_its_aliases_and_old_names_in_every_list(river, actor):
    here = listing.find_ids(ResidentQuery(community="江尾社区"))
    assert {row.name for row in listing.rows(here)} == {"甲", "乙", "丙"}
    assert {row.community for row in listing.rows(here)} == {"江尾社区"}
    for day in (dt.date(2026, 10, 20), dt.date(2026, 8, 20)):
        assert {row.name for row in register_as_of(day, AsOfQuery(community="江尾社区"))} == {"甲", "乙", "丙"}
    for one in here:
        recording.save(actor, VisitDraft(one, "2026-10-02", method="phone", outcome="not_reached"))
    visits = recording.find_ids(VisitQuery(community="江尾社区"))
    assert len(visits) == 3
    assert {row.community for row in recording.rows(visits)} == {"江尾社区"}
    assert set(rounds.group_members(GroupQuery(communities=("江尾社区",)), dt.date(2026, 10, 21))) == set(here)
    for asked in ("江尾社区", "江尾村", "jw"):
        assert {one.resident_id for one in due_board.board(dt.date(2026, 10, 21), community=asked).people} == set(here)


def test_filters_offer_todays_names_and_forms_the_list_then_what_it_has_not(river, actor, person):
    person("己", community="nt")
    assert places.communities() == ["nt", "前卫社区", "外地", "江尾社区"]
    assert places.offered() == ["江尾社区", "前卫社区", "外地"]
    entries.retire(actor, river)
    assert places.offered() == ["前卫社区", "外地"]


def test_a_centre_without_a_list_works_as_before(person):
    person("甲", community="前卫社区")
    person("乙", community="nt")
    assert places.offered() == places.communities() == ["nt", "前卫社区"]
    assert by_community(SEPTEMBER) == {"nt": 1, "前卫社区": 1}
    assert len(listing.find_ids(ResidentQuery(community="nt"))) == 1


def found(text: str) -> set[str]:
    return {row.name for row in listing.rows(listing.find_ids(ResidentQuery(text=text)))}


def test_a_search_finds_a_community_by_each_of_its_names(river, person):
    person("尾生", community="别处")
    assert found("江尾社区") == found("江尾村") == found("江尾") == {"甲", "乙", "丙"}
    assert found("尾") == {"甲", "乙", "丙", "尾生"}
    assert found("jw") == {"丙"}
    assert found("前卫") == {"丁"}


def test_the_list_is_sorted_by_the_names_that_it_shows(river, person):
    person("己", community="前村")
    for descending in (False, True):
        asked = ResidentQuery(order="community", descending=descending)
        shown = [row.community for row in listing.rows(listing.find_ids(asked))]
        assert shown == sorted(shown, reverse=descending) and len(shown) == 6


def test_risks_crises_and_doors_name_it_too(river, actor):
    (one,) = listing.find_ids(ResidentQuery(text="丙"))
    risks.save(actor, RiskDraft(resident_id=one, found_on="2026-10-02", what="燃气管老化"))
    crises.record_crisis(actor, CrisisDraft(resident_id=one, kind="fall", happened_on="2026-10-20"))
    assert [risk.community for risk in risks.open_risks()] == ["江尾社区"]
    assert [crisis.community for crisis in crises.open_crises(dt.date(2026, 10, 21))] == ["江尾社区"]
    assert {
        door.community for door in walking.doors(listing.find_ids(ResidentQuery(community="江尾社区"))).values()
    } == {"江尾社区"}
