"""The worklist of texts that no list has."""

import datetime as dt

from desktop.core.trade import NamedList
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.named import aliases, entries, unknown
from desktop.services.residents import forms
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft

COMMUNITY, PERSON = NamedList.COMMUNITY, NamedList.PERSON


def test_texts_that_no_list_has_are_listed_with_their_rows_days_and_what_they_mean(person, actor):
    one = entries.add(actor, COMMUNITY, "南亭社区")
    for name, community in (("甲", "nt"), ("乙", "nt"), ("丙", "南亭社区"), ("丁", "南 亭社区"), ("戊", "外地")):
        person(name, community=community)
    today = dt.date(2026, 10, 21)
    assert unknown.unknown(COMMUNITY) == [
        unknown.Unknown("nt", 2, today, today, one, "南亭社区"),
        unknown.Unknown("外地", 1, today, today, None, ""),
    ]


def test_an_answered_text_leaves_the_list(person, actor):
    one = entries.add(actor, COMMUNITY, "南亭社区")
    person("甲", community="nt")
    person("乙", community="外地")
    aliases.answer(actor, COMMUNITY, "nt", one)
    aliases.answer(actor, COMMUNITY, "外地", None)
    assert unknown.unknown(COMMUNITY) == []


def test_who_moved_counts_for_both_places_once(person, actor):
    one = person("甲", community="旧村")
    draft = forms.draft_of(one)
    draft.community, draft.holds_from = "新村", "2026-09-10"
    forms.save(actor, draft)
    found = {line.text: (line.rows, line.first, line.last) for line in unknown.unknown(COMMUNITY)}
    assert found["旧村"][0] == 1
    assert found["新村"] == (1, dt.date(2026, 9, 10), dt.date(2026, 10, 21))


def test_people_who_work_are_found_in_services_and_visits(person, actor):
    one = person("甲")
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-02", worker="杨丽"))
    recording.save(actor, VisitDraft(one, "2026-10-05", method="phone", outcome="not_reached", visitors="杨丽、段春梅"))
    found = {line.text: (line.rows, line.first, line.last) for line in unknown.unknown(PERSON)}
    assert found == {
        "杨丽": (2, dt.date(2026, 10, 2), dt.date(2026, 10, 5)),
        "段春梅": (1, dt.date(2026, 10, 5), dt.date(2026, 10, 5)),
    }


def test_who_assessed_somebody_is_found_in_the_grades(person, actor):
    for name, day in (("甲", "2026-09-01"), ("乙", "2026-10-05")):
        draft = forms.draft_of(person(name))
        draft.grade, draft.grade_on, draft.grade_assessor = "mild", day, "杨丽"
        forms.save(actor, draft)
    (found,) = unknown.unknown(PERSON)
    assert (found.text, found.rows, found.first, found.last) == ("杨丽", 2, dt.date(2026, 9, 1), dt.date(2026, 10, 5))
    one = entries.add(actor, PERSON, "杨丽华")
    aliases.answer(actor, PERSON, "杨丽", one)
    assert unknown.unknown(PERSON) == []


def test_nobody_is_asked_about_a_list_that_is_not_kept(person, actor):
    assert unknown.question(COMMUNITY, "nt") is None
    one = entries.add(actor, COMMUNITY, "南亭社区")
    assert unknown.question(COMMUNITY, " nt ") == unknown.Unknown("nt", 1, None, None, one, "南亭社区")
    assert unknown.question(COMMUNITY, "南 亭社区") is None
    assert unknown.question(COMMUNITY, "") is None
    aliases.answer(actor, COMMUNITY, "nt", None)
    assert unknown.question(COMMUNITY, "nt") is None
