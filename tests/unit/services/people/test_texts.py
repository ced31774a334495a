"""Old texts stand for people: figures of open months, the board, who calls; closed months say what they said."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.reports.months.month_set import month_reports
from desktop.reports.months.render import reports_of
from desktop.services import undoing
from desktop.services.centre import accounts
from desktop.services.closing import month_close
from desktop.services.figures import roster_visits
from desktop.services.named import aliases
from desktop.services.named import entries as named
from desktop.services.people import entries, names
from desktop.services.people.entries import WorkerDraft
from desktop.services.visits import assignments, due_board
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

PERSON = NamedList.PERSON
OCTOBER, SEPTEMBER = Month(2026, 10), Month(2026, 9)


@pytest.fixture
def yang(actor, person):
    """Visits by 小杨 and by 杨秀英, who are one, and by a stranger."""
    people = [person(name, flags=["disabled"]) for name in ("甲", "乙", "丙")]
    for one, day, who in zip(people, (3, 4, 5), ("小杨", "杨秀英", "新来的"), strict=True):
        visits.save(actor, VisitDraft(one, f"2026-10-{day:02d}", visitors=who))
    visits.save(actor, VisitDraft(people[0], "2026-10-06", visitors="小杨、杨秀英"))
    return entries.save(actor, WorkerDraft(name="杨秀英", role="visitor"))


def by_visitor():
    found = roster_visits.visits(OCTOBER)
    assert dict(found.by_visitor) == {line.name: sum(line.by_method.values()) for line in found.visitors}
    return dict(found.by_visitor)


def test_two_texts_of_one_person_are_one_line_and_together_on_a_visit_they_count_once(actor, yang):
    assert by_visitor() == {"杨秀英": 2, "小杨": 2, "新来的": 1}
    aliases.answer(actor, PERSON, "小杨", yang)
    assert by_visitor() == {"杨秀英": 3, "新来的": 1}
    undoing.take_back(actor, done.standing(actor)[0])
    assert by_visitor() == {"杨秀英": 2, "小杨": 2, "新来的": 1}


def test_a_month_calls_them_as_at_its_end(actor, yang):
    named.rename(actor, yang, "杨静", "2026-11-01")
    assert by_visitor()["杨秀英"] == 2
    assert "杨静" not in by_visitor()
    with clock.standing_at(dt.datetime(2026, 11, 20, 9)):
        assert dict(roster_visits.visits(OCTOBER).by_visitor)["杨秀英"] == 2


def test_a_closed_month_is_not_rewritten(actor, person):
    one = person("甲", flags=[("disabled", "2026-01-01")], registered_on="2026-01-01")
    visit = visits.save(actor, VisitDraft(one, "2026-09-03", visitors="小杨"))
    month_close.close(actor, SEPTEMBER, reports_of, "逐户说明")
    before = dict(month_reports(SEPTEMBER).reports)
    yang = entries.save(actor, WorkerDraft(name="杨秀英", role="visitor"))
    aliases.answer(actor, PERSON, "小杨", yang)
    assert dict(roster_visits.visits(SEPTEMBER).by_visitor) == {"杨秀英": 1}, "what would be counted today"
    assert dict(month_reports(SEPTEMBER).reports) == before
    assert "小杨" in str(before) and "杨秀英" not in str(before)
    assert visits.visitor_names([visit]) == {visit: "小杨"}, "the row says what was typed"


def test_the_board_shows_the_person_and_finds_by_the_person(actor, person, yang):
    one = person("丁", flags=["disabled"])
    assignments.assign(actor, [one], "小杨", "2026-10-01")
    aliases.answer(actor, PERSON, "小杨", yang)
    today = dt.date(2026, 10, 21)
    assert assignments.visitors_on(today) == {one: "杨秀英"}
    assert [row.name for row in due_board.board(today, visitor="杨秀英").people] == ["丁"]
    assert assignments.assign(actor, [one], "小杨", "2026-10-21") == 0, "nothing changed for who has this text already"


def test_whoever_signs_in_is_called_by_the_person_of_the_account(actor, yang):
    accounts.add_account(actor, "xiaoyang", "visitor", "")
    staff_id = 2
    somebody = Actor(staff_id, "xiaoyang", "visitor", actor.station)
    assert names.own(somebody) == "xiaoyang"
    entries.link_account(actor, "xiaoyang", yang)
    assert names.own(somebody) == "杨秀英"
