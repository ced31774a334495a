"""Recording visits with blocks, needs and risks."""

import datetime as dt

import pytest

from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotFound, ReasonNeeded, VisitHasOpen
from desktop.core.period import Month
from desktop.models import query
from desktop.services import undoing
from desktop.services.figures import visits as visit_figures
from desktop.services.visits import edits, risks
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import done


def test_a_visit_is_listed_with_its_visitors_and_what_is_not_normal(person, actor):
    one = person("甲")
    draft = VisitDraft(one, "10.8", "9:05", visitors="马丽，何云", blocks={"health": "attention", "safety": "normal"})
    visits.save(actor, draft)
    (row,) = visits.rows(visits.find_ids(VisitQuery(month=Month(2026, 10))))
    assert (str(row.visited_on), row.visited_at, row.visitors) == ("2026-10-08", "09:05", "马丽、何云")
    assert row.concerns == ("health",)


def test_no_change_everywhere_is_not_a_visit(person, actor):
    unchanged = dict.fromkeys(("health", "spirit", "safety", "hygiene", "dwelling", "support"), "unchanged")
    draft = VisitDraft(person(), "2026-10-08", blocks=unchanged)
    assert [(error.name, error.reason) for error in visits.validate(draft)] == [("blocks", "no_fresh_fact")]
    draft.words = {"spirit": "想念孙子"}
    assert visits.validate(draft) == []


def test_a_visit_to_come_is_refused_at_its_field(person, actor):
    with pytest.raises(InvalidDraft) as caught:
        visits.save(actor, VisitDraft(person(), "2026-10-22"))
    assert [(error.name, error.reason) for error in caught.value.fields] == [("visited_on", "future_date")]


def test_a_visit_to_nobody_is_refused(actor):
    with pytest.raises(NotFound):
        visits.save(actor, VisitDraft(999, "2026-10-08"))


def test_a_risk_rides_on_the_list_until_it_is_closed_with_a_result(person, actor):
    one = person("甲")
    visits.save(
        actor,
        VisitDraft(one, "2026-10-08", risk="燃气管老化", risk_level="urgent", risk_due_on="2026-10-20"),
    )
    (risk,) = risks.open_risks()
    assert (risk.name, risk.what, risk.level, risk.due_on) == ("甲", "燃气管老化", "urgent", dt.date(2026, 10, 20))
    with pytest.raises(ReasonNeeded):
        risks.close(actor, risk.id, " ")
    risks.close(actor, risk.id, "已更换")
    assert risks.open_risks() == []
    (line,) = visit_figures(Month(2026, 10)).risks
    assert (line.result, line.closed_on) == ("已更换", dt.date(2026, 10, 21))
    assert visit_figures(Month(2026, 11)).risks == ()


def test_the_day_a_risk_was_closed_is_read_as_typed_and_never_taken_for_today(person, actor):
    risk = risks.save(actor, RiskDraft(resident_id=person(), found_on="2026-10-08", what="插座烧焦"))
    for typed, reason in (("昨天", "bad_date"), ("", "required"), ("2026-10-22", "future_date")):
        with pytest.raises(InvalidDraft) as caught:
            risks.close(actor, risk, "已更换", typed)
        assert [(error.name, error.reason) for error in caught.value.fields] == [("closed_on", reason)]
    risks.close(actor, risk, "已更换", "10.12")
    (line,) = visit_figures(Month(2026, 10)).risks
    assert line.closed_on == dt.date(2026, 10, 12)


def test_a_risk_is_closed_once_and_not_before_it_was_found(person, actor):
    risk = risks.save(actor, RiskDraft(resident_id=person(), found_on="2026-10-08", what="插座烧焦"))
    with pytest.raises(DateRefused):
        risks.close(actor, risk, "已更换", dt.date(2026, 10, 7))
    risks.close(actor, risk, "已更换")
    with pytest.raises(AlreadyRecorded):
        risks.close(actor, risk, "再看一次")


@pytest.fixture
def followed(person, actor):
    """A visit that opened a risk and an order for a need."""
    visit = visits.save(
        actor,
        VisitDraft(resident_id=person("王芳"), visited_on="2026-10-08", risk="燃气管老化", needs=("bathing",)),
    )
    edits.open_orders_from(actor, visit)
    return visit


def open_counts():
    return (
        query.count("SELECT count(*) FROM living_risk WHERE closed_on IS NULL"),
        query.count("SELECT count(*) FROM living_help_service WHERE state = 'requested'"),
    )


def test_a_visit_is_not_voided_before_it_is_said_what_becomes_of_its_risks_and_orders(followed, actor):
    with pytest.raises(VisitHasOpen) as refused:
        visits.void(actor, followed, "录错人")
    assert (refused.value.risks, refused.value.orders) == (1, 1)
    assert query.count("SELECT count(*) FROM living_visit") == 1


def test_they_stay_or_become_void_with_it_and_one_undo_brings_all_back(followed, actor):
    visits.void(actor, followed, "录错人", with_open=False)
    assert open_counts() == (1, 1)
    undoing.take_back(actor, done.latest())
    visits.void(actor, followed, "录错人", with_open=True)
    assert open_counts() == (0, 0)
    assert query.text("SELECT void_reason FROM risk") == "录错人"
    undoing.take_back(actor, done.latest())
    assert open_counts() == (1, 1)
    assert query.count("SELECT count(*) FROM living_visit") == 1


def test_a_closed_risk_asks_nothing_and_stays(person, actor):
    visit = visits.save(actor, VisitDraft(resident_id=person("王芳"), visited_on="2026-10-08", risk="燃气管老化"))
    risks.close(actor, query.ids("SELECT id FROM risk")[0], "已更换")
    visits.void(actor, visit, "录错人")
    assert query.count("SELECT count(*) FROM living_risk") == 1
