"""Putting a visit right, and opening orders for what it found needed."""

import pytest

from desktop.core.errors import NotFound, ReasonNeeded
from desktop.services.help_services import orders as help_services
from desktop.services.help_services import steps
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.visits import edits as visit_edits
from desktop.services.visits import recording as visits
from desktop.services.visits import risks
from desktop.services.visits.recording import VisitDraft, VisitQuery


@pytest.fixture
def visit(person, actor):
    draft = VisitDraft(
        person("甲"),
        "2026-10-08",
        visitors="马丽、何云",
        blocks={"health": "attention"},
        words={"health": "血压偏高"},
        needs=("bathing", "medical"),
        risk="燃气管老化",
    )
    return visits.save(actor, draft)


def test_a_visit_opens_in_its_form_as_it_was_typed(visit):
    draft = visit_edits.draft_of(visit)
    assert (draft.visitors, draft.blocks, draft.words) == (
        "马丽、何云",
        {"health": "attention"},
        {"health": "血压偏高"},
    )
    assert (draft.needs, draft.risk) == (("bathing", "medical"), "")


def test_the_new_visit_stands_for_the_old_one_and_keeps_its_risks(visit, actor):
    draft = visit_edits.draft_of(visit)
    draft.visited_on = "2026-10-09"
    with pytest.raises(ReasonNeeded):
        visit_edits.supersede(actor, visit, draft, " ")
    new = visit_edits.supersede(actor, visit, draft, "日期写错")
    assert visits.find_ids(VisitQuery()) == [new]
    assert visit_edits.entry_of(new).supersedes_id == visit
    assert visit_edits.entry_of(new).entered_by == "主任甲"
    assert [risk.what for risk in risks.open_risks()] == ["燃气管老化"]
    with pytest.raises(NotFound):
        visit_edits.supersede(actor, visit, draft, "日期写错")


def test_typed_for_the_wrong_person_the_risk_goes_along(visit, actor, person):
    draft = visit_edits.draft_of(visit)
    draft.resident_id = person("乙")
    visit_edits.supersede(actor, visit, draft, "录错人")
    assert [risk.name for risk in risks.open_risks()] == ["乙"]


def test_needs_become_orders_once(visit, actor):
    first = visit_edits.open_orders_from(actor, visit)
    assert visit_edits.open_orders_from(actor, visit) == []
    orders = help_services.open_orders()
    assert [(row.type, row.state, row.name) for row in orders] == [
        ("bathing", "requested", "甲"),
        ("medical", "requested", "甲"),
    ]
    assert [row.id for row in orders] == first
    steps.finish(actor, first[0])
    assert help_services.rows(help_services.find_ids(ServiceQuery(state="done")))[0].type == "bathing"


def test_orders_follow_a_visit_that_was_put_right(visit, actor):
    visit_edits.open_orders_from(actor, visit)
    draft = visit_edits.draft_of(visit)
    draft.needs = (*draft.needs, "shopping")
    new = visit_edits.supersede(actor, visit, draft, "漏写需求")
    assert len(visit_edits.open_orders_from(actor, new)) == 1
