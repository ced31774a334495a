"""Two people say at once which of two results of a day holds: one of them is heard, and the log tells it as it was."""

from __future__ import annotations

from desktop.core.acts import Action
from desktop.models import query
from desktop.models.resident import Grade
from desktop.services.register.snapshot import register
from desktop.services.residents import assessments, grades
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import verifying
from desktop.services.writing.journal import writing
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.core.test_assessment import points

DAY = "2026-10-08"


def contested(actor, who):
    """Two results of one day: an assessment with its answers, and one of which nobody gave the points."""
    draft = AssessmentDraft(who, DAY, "first", points(70), agency="春城评估", report_no=f"2026-{who}")
    one = assessments.record(actor, draft)
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        other = unit.add(Grade(resident_id=who, grade="severe", assessed_on=NOW.date().replace(day=8)))
    return query.ids("SELECT grade_id FROM assessment WHERE id = ?", [one])[0], int(other.id)


def log_is_whole():
    assert row_chain_breaks() == []
    assert [verifying.trouble(one) for one in verifying.verify()] == [None]


def one_truth(pairs, answers):
    """Of each pair one holds, which exactly one desk was told; the others are void, with the answers that made them."""
    held = dict(query.fetch("SELECT resident_id, id FROM living_grade"))
    assert query.count("SELECT count(*) FROM living_grade") == len(held) == len(pairs)
    heard = sorted(one for desk in answers for _name, one, error in desk if not error)
    assert heard == sorted(held.values())
    assert {error for desk in answers for *_, error in desk} == {"", "NotFound"}
    known = register()
    for who, pair in pairs.items():
        assert held[who] in pair
        grade = query.text("SELECT grade FROM grade WHERE id = ?", [held[who]])
        assert known.grade_on(who, NOW.date()) == grade
        with_points = query.count("SELECT count(*) FROM living_assessment WHERE resident_id = ?", [who])
        assert with_points == (held[who] == pair[0])
    assert grades.contested() == []
    log_is_whole()


def test_two_desks_choose_otherwise_and_one_truth_stands(actor, person, folder):
    pairs = {}
    for at in range(8):
        who = person(f"王{'甲乙丙丁戊己庚辛'[at]}")
        pairs[who] = contested(actor, who)
    acts = [[("hold", pair[desk]) for pair in pairs.values()] for desk in (0, 1)]
    # From both ends, so that either desk is first somewhere.
    answers = at_once(folder.root, NOW.isoformat(), [acts[0], acts[1][::-1]])
    one_truth(pairs, answers)


def test_one_desk_lets_a_result_hold_while_the_other_makes_it_void(actor, person, folder):
    """Whoever comes first is followed: a held result that is then void leaves none, a void one cannot be held."""
    pairs = {}
    for at in range(8):
        who = person(f"王{'甲乙丙丁戊己庚辛'[at]}")
        pairs[who] = contested(actor, who)
    acts = [pair[at % 2] for at, pair in enumerate(pairs.values())]
    holds, voids = [("hold", one) for one in acts], [("no_grade", one) for one in acts[::-1]]
    held, voided = at_once(folder.root, NOW.isoformat(), [holds, voids])
    assert {error for *_, error in voided} == {""}, "a result is made void by one desk only"
    heard = {one for _name, one, error in held if not error}
    known = register()
    for who, pair in pairs.items():
        (one,) = [one for one in pair if one in acts]
        left = query.ids("SELECT id FROM living_grade WHERE resident_id = ?", [who])
        assert left == ([] if one in heard else [other for other in pair if other != one])
        said = query.text("SELECT grade FROM grade WHERE id = ?", left) if left else ""
        assert known.grade_on(who, NOW.date()) == said
    log_is_whole()
