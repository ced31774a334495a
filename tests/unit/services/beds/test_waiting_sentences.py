"""After any act the waiting list is that of somebody who looks up every row, and each sentence of it is true."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections import Counter
from collections.abc import Callable

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.waiting import sets_apart
from desktop.core.words.waiting_why import before_words, moved_words
from desktop.models import query
from desktop.models.resident import Resident
from desktop.services.beds import lain, natures, offers, places, stays, waiting
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.residents import assessments, forms, merging, states
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.residents.drafts import FlagDraft, ResidentDraft
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.core.test_assessment import points
from tests.unit.services.beds.waiting_model import Classes, Days, check_before, line_on, why_ended

BEGIN = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)
POOR, FLAGS = ("minimum_living", "destitute_home"), ("disabled", "bereaved_family", "dementia")
# Two of one name with different birth dates, two with none, two with the same; two who become 70 in these days.
PEOPLE = (
    *(("王芳", "1944-03-05"), ("王芳", "1951-07-08"), ("李兰", ""), ("李兰", ""), ("赵明", "1944-03-05")),
    *(("赵明", "1944-03-05"), ("周莲", "1956-10-06"), ("杨秀", "1956-10-12"), ("陈英", ""), ("孙玉", "1936-01-01")),
)
NAMES = """
    apply apply apply apply withdraw void grade grade flag flag unflag rule admit discharge nature
    offer accept refuse take_back leave back merge
"""
POINTS = (90, 70, 50, 40, 10)


def classes_of(chosen: random.Random) -> dict[str, dict]:
    """Some two classes of priority."""

    def one() -> dict[str, object]:
        return {
            "economic": chosen.sample(POOR, chosen.choice((0, 1, 2))),
            "flags": chosen.sample(FLAGS, chosen.choice((0, 1, 3))),
            "age": chosen.choice((0, 70, 80)),
        }

    return {"first": one(), "second": one()}


class Desk:
    """Chooses an act of the day and does it, if it can be done."""

    def __init__(self, actor: Actor, seed: int) -> None:
        self.actor, self.random = actor, random.Random(seed)
        about = {"sex": "female", "community": "前卫社区", "not_same": True, "accept_to_verify": True}
        drafts = [ResidentDraft(name=name, born_on=born or "1950-01-01", **about) for name, born in PEOPLE]
        self.people = [forms.save(actor, draft) for draft in drafts]
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            # As an import of a list without birth dates leaves them.
            for who, (_name, born) in zip(self.people, PEOPLE, strict=True):
                unit.change(unit.living(Resident, who), {} if born else {"born_on": None})
        self.beds = [
            places.save(actor, BedDraft(room="304", number=str(at), kind=kind, opened_on="2026-01-01"))
            for at, kind in enumerate(("nursing", "ordinary", "nursing"), 1)
        ]
        for who in self.random.sample(self.people, 7):
            kind, day = self.random.choice(("", "nursing")), BEGIN - DAY * self.random.randrange(4)
            waiting.apply(actor, ApplicationDraft(who, day, kind=kind))
        self.classes: Classes = {dt.date.min: rules.value("waiting_classes", BEGIN)}
        self.went: Counter[str] = Counter()

    def act(self, today: dt.date) -> None:
        """One act, told on its day or some days late."""
        name = self.random.choice(NAMES.split())
        who, bed = self.random.choice(self.people), self.random.choice(self.beds)
        day = today - DAY * self.random.choice((0, 0, 0, 1, 4))
        try:
            self._acts(who, bed, day)[name]()
        except UserError:
            return
        self.went[name] += 1

    def _acts(self, who: int, bed: int, day: dt.date) -> dict[str, Callable[[], object]]:
        actor, chosen = self.actor, self.random
        kind, total = chosen.choice(("", "", "nursing", "ordinary")), chosen.choice(POINTS)
        one = chosen.choice(query.ids("SELECT id FROM living_bed_application") or [0])
        offer = chosen.choice(query.ids("SELECT id FROM living_bed_offer") or [0])
        assessed = AssessmentDraft(
            who, day, "routine", points(total), agency="春城评估", report_no=str(chosen.random())
        )
        nature = NatureDraft(bed, day, chosen.choice(("nursing", "ordinary")), chosen.choice(("full", "full", "day")))
        return {
            "apply": lambda: waiting.apply(actor, ApplicationDraft(who, day, kind=kind)),
            "withdraw": lambda: waiting.withdraw(actor, one, day, "改在家照护"),
            "void": lambda: waiting.void(actor, one, "录错了人"),
            "grade": lambda: assessments.record(actor, assessed),
            "flag": lambda: self._flag(who, chosen.choice((*POOR, *POOR, *FLAGS)), day),
            "unflag": lambda: self._unflag(who, day),
            "rule": lambda: self._rule(day),
            "admit": lambda: stays.admit(actor, StayDraft(who, bed, day)),
            "discharge": lambda: stays.discharge(actor, lain.last_of(who), day, "回家"),
            "nature": lambda: natures.record(actor, nature),
            "offer": lambda: offers.offer(actor, OfferDraft(one, bed, day, turn_reason="床位急用")),
            "accept": lambda: offers.accept(actor, offer, day),
            "refuse": lambda: offers.refuse(actor, offer, day, "离家太远"),
            "take_back": lambda: offers.take_back(actor, offer, day, "床位要修"),
            "leave": lambda: states.apply(actor, who, "moved_out", day, "去女儿家"),
            "back": lambda: states.apply(actor, who, "on_register", day, "回来"),
            "merge": lambda: self._merge(chosen.choice(self.people), who),
        }

    def _flag(self, who: int, kind: str, day: dt.date) -> None:
        draft = forms.draft_of(who)
        draft.flags.append(FlagDraft(kind, day.isoformat(), ""))
        forms.save(self.actor, draft)

    def _unflag(self, who: int, day: dt.date) -> None:
        draft = forms.draft_of(who)
        for flag in draft.flags:
            flag.to_on = flag.to_on or day.isoformat()
        forms.save(self.actor, draft)

    def _rule(self, day: dt.date) -> None:
        said = classes_of(self.random)
        rules.set_rule(self.actor, "waiting_classes", day, said, "区里要求")
        self.classes[day] = said

    def _merge(self, keep: int, other: int) -> None:
        merging.merge(self.actor, keep, other, {})
        self.people.remove(other)


def same_line(desk: Desk, today: dt.date) -> None:
    """Who waits in which place, and why each stands before the next one and before some other."""
    line, told = line_on(today, desk.classes), waiting.places()
    assert [(one.application.id, one.position) for one in told] == [(one.id, at) for at, one in enumerate(line, 1)]
    pairs = list(itertools.pairwise(range(len(line))))
    if len(line) > 1:
        pairs.append(tuple(sorted(desk.random.sample(range(len(line)), 2))))
    for first, second in pairs:
        one, other = told[first].waiting, told[second].waiting
        check_before(before_words(one, other, sets_apart(one, other), paper=True), line[first], line[second], line)


def same_moves(desk: Desk, since: dt.date, today: dt.date) -> int:
    """What each is told of their place since a day; to how many that another one stands there now."""
    then, now = line_on(since, desk.classes), line_on(today, desk.classes)
    ended = {
        one: why_ended(who, dt.date.fromisoformat(on), kind, dt.date.fromisoformat(last) if last else None, today)
        for one, who, on, kind, last in query.fetch(
            "SELECT id, resident_id, applied_on, kind, ended_on FROM living_bed_application"
        )
    }
    days = Days(since, then, now, {one: why for one, why in ended.items() if why})
    told = waiting.moves(since)
    assert [one.now.application_id for one in told] == [one.id for one in now]
    for one, me in zip(told, now, strict=True):
        days.check(moved_words(one, paper=True), me)
    return sum(bool(one.passed) for one in told)


def run(actor: Actor, seed: int, acts: int) -> Counter[str]:
    with clock.standing_at(dt.datetime.combine(BEGIN, dt.time(8))):
        desk = Desk(actor, seed)
    today = BEGIN
    for _ in range(acts):
        today += DAY * desk.random.choice((0, 0, 1))
        with clock.standing_at(dt.datetime.combine(today, dt.time(9))):
            desk.act(today)
            same_line(desk, today)
            for since in {today - DAY, today - DAY * desk.random.randrange(8)}:
                desk.went["moved"] += same_moves(desk, since, today)
    return desk.went


@pytest.mark.parametrize("seed", range(3))
def test_every_place_and_every_move_is_explained_and_the_explanation_is_true(actor: Actor, seed: int) -> None:
    went = run(actor, seed, 40)
    assert len(went) > 9 and went["moved"] > 30, went


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_many_more_of_them(actor: Actor, seed: int) -> None:
    went = run(actor, seed, 90)
    assert len(went) > 11 and went["moved"] > 20, went
