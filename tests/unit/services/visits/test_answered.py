"""What a typed visit needs beyond an imported one: six blocks, words of what is amiss, the risk or why none."""

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.words.terms import VISIT_BLOCKS
from desktop.services import undoing
from desktop.services.visits import answered, recording, risks, route_sheets
from desktop.services.visits import edits as visit_edits
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing import done

NORMAL = dict.fromkeys(VISIT_BLOCKS, "normal")


def refused(draft, earlier=None):
    return [(error.name, error.reason) for error in answered.unanswered(draft, earlier)]


def test_whoever_was_reached_has_six_blocks_answered(person, actor):
    draft = VisitDraft(person("甲"), "2026-10-08", blocks={"health": "normal", "hygiene": "normal"})
    assert [name for name, _ in refused(draft)] == ["spirit", "safety", "dwelling", "support"]
    with pytest.raises(InvalidDraft):
        answered.save(actor, draft)
    assert recording.find_ids(recording.VisitQuery()) == []


def test_nobody_reached_has_nothing_to_answer(person, actor):
    for outcome in ("not_reached", "refused", "hospital", "away"):
        assert refused(VisitDraft(person(), "2026-10-08", outcome=outcome)) == []


def test_an_imported_row_may_lack_what_a_form_asks_for(person, actor):
    assert recording.save(actor, VisitDraft(person("甲"), "2026-10-08", blocks={"safety": "risk"}))


@pytest.mark.parametrize("state", ["attention", "risk"])
def test_what_is_amiss_is_said_in_words(person, state):
    draft = VisitDraft(person(), "2026-10-08", blocks=NORMAL | {"safety": state}, risk="煤气罐在卧室")
    assert refused(draft) == [("safety_words", "words_needed")]
    draft.words = {"safety": " "}
    assert refused(draft) == [("safety_words", "words_needed")]
    draft.words = {"safety": "煤气罐在卧室"}
    assert refused(draft) == []


def test_a_risk_is_opened_or_it_is_said_why_not(person, actor):
    one = person("甲")
    draft = VisitDraft(one, "2026-10-08", blocks=NORMAL | {"safety": "risk"}, words={"safety": "煤气罐在卧室"})
    assert refused(draft) == [("no_risk", "risk_unsaid")]
    draft.no_risk = "已在清单"
    visit = answered.save(actor, draft)
    assert risks.open_risks(one) == []
    assert "已在清单" in visit_edits.draft_of(visit).remark


def test_putting_right_an_imported_visit_invents_no_findings(person, actor):
    visit = recording.save(actor, VisitDraft(person("甲"), "2026-10-08", blocks={"safety": "risk"}))
    draft = visit_edits.draft_of(visit)
    draft.method = "phone"
    new = visit_edits.supersede(actor, visit, draft, "方式记错")
    draft = visit_edits.draft_of(new)
    assert draft.blocks == {"safety": "risk"}
    draft.blocks = {}
    with pytest.raises(InvalidDraft) as caught:
        visit_edits.supersede(actor, new, draft, "漏了")
    assert [error.name for error in caught.value.fields] == ["safety"]


def test_a_row_of_paper_needs_words_for_a_risk_and_opens_it(person, actor):
    one = person("甲")
    code = route_sheets.make_sheet(actor, [one], "马丽", "2026-10-08").rows[0].code
    entry = {"every_block": "normal", "blocks": {"safety": "risk"}}
    with pytest.raises(InvalidDraft) as caught:
        route_sheets.record_row(actor, code, RowEntry(**entry))
    assert [error.name for error in caught.value.fields] == ["safety_words", "no_risk"]
    route_sheets.record_row(actor, code, RowEntry(**entry, remark="煤气罐在卧室"))
    assert [risk.what for risk in risks.open_risks(one)] == ["煤气罐在卧室"]
    undoing.take_back(actor, done.standing(actor)[0])
    assert risks.open_risks(one) == []
    assert route_sheets.find_row(code).visit_id is None
