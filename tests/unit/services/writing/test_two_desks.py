"""The small version of tests/slow/test_two_desks.py: two processes, a handful of acts."""

from desktop.services.visits import recording, risks
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks


def test_two_desks_void_and_close_the_same_rows_once(person, actor, folder):
    one = person()
    days = [f"2026-10-{day:02d}" for day in range(1, 13)]
    acts = [("visit", recording.save(actor, VisitDraft(one, day))) for day in days]
    acts += [("risk", risks.save(actor, RiskDraft(one, day, "燃气管老化"))) for day in days]
    answers = at_once(folder.root, NOW.isoformat(), [acts, acts])
    done = [(name, row) for desk in answers for name, row, error in desk if not error]
    assert sorted(done) == sorted(acts)
    assert {error for desk in answers for _, _, error in desk} == {"", "NotFound", "AlreadyRecorded"}
    assert row_chain_breaks() == []
