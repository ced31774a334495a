"""Extra rounds: each with its own people and its own days."""

from desktop.core.period import Month
from desktop.services.visits import recording as visits
from desktop.services.visits import rounds
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.rounds import GroupQuery, RoundDraft
from tests.statements import heard

OCTOBER = Month(2026, 10)


def test_each_round_counts_who_was_reached_on_its_own_days(person, actor):
    one, other = person("甲", flags=["living_alone"]), person("乙", flags=["disabled"])
    early = rounds.start_round(actor, RoundDraft("重阳", "festival", "2026-10-01", "2026-10-10", GroupQuery()))
    late = rounds.start_round(
        actor, RoundDraft("降温", "festival", "2026-10-11", "2026-10-25", GroupQuery(flags=("disabled",)))
    )
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-08"))
    visits.save(actor, VisitDraft(resident_id=other, visited_on="2026-10-12"))
    visits.save(actor, VisitDraft(resident_id=other, visited_on="2026-10-09", outcome="not_reached"))
    found = {one_round.id: one_round for one_round in rounds.rounds(OCTOBER)}
    assert list(found) == [late, early]
    assert (found[early].members, found[early].reached, found[early].open) == ((other, one), (one,), (other,))
    assert (found[late].members, found[late].reached, found[late].open) == ((other,), (other,), ())


def test_a_month_of_rounds_asks_no_more_than_a_month_of_one(person, actor):
    person("甲", flags=["living_alone"])
    rounds.start_round(actor, RoundDraft("重阳", "festival", "2026-10-01", "2026-10-10", GroupQuery()))
    with heard() as one:
        rounds.rounds(OCTOBER)
    for name in ("降温", "国庆"):
        rounds.start_round(actor, RoundDraft(name, "festival", "2026-10-01", "2026-10-25", GroupQuery()))
    with heard() as three:
        assert len(rounds.rounds(OCTOBER)) == 3
    assert len(three) == len(one)
