"""The counts of a month that indicators are made of, each by its name (core/words/counts.py)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.bedding import BedClass
from desktop.core.figures import behind
from desktop.core.figures.beds import BedFigures
from desktop.core.figures.behind import Behind, Piece, Ratio, Selection
from desktop.core.figures.people import PeopleFigures
from desktop.core.figures.visits import VisitFigures
from desktop.core.period import Month
from desktop.core.trade import CertificateKind, FlagKind, NamedList, PostRole
from desktop.core.work import INITIAL, TrainingKind
from desktop.models import query
from desktop.services.beds.natures import natures
from desktop.services.figures.help_cover import cover, served
from desktop.services.named.resolving import NamedId
from desktop.services.people import certificates, posts
from desktop.services.register.enrolled import enrolments, held_on
from desktop.services.register.snapshot import Register, Span
from desktop.services.work import trainings
from desktop.services.writing import rules

_KEPT, _DESTITUTE = FlagKind.DESTITUTE_INSTITUTION, {FlagKind.DESTITUTE_INSTITUTION, FlagKind.DESTITUTE_HOME}
LEARNERS, INCLUSIVE = "people.learners", "beds.inclusive"
_SERVED = (
    "SELECT resident_id FROM living_visit WHERE outcome = 'reached' AND visited_on BETWEEN ?1 AND ?2"
    " UNION SELECT resident_id FROM living_help_service WHERE state IN ('done', 'rated')"
    " AND service_on BETWEEN ?1 AND ?2"
    " UNION SELECT resident_id FROM living_meal WHERE resident_id IS NOT NULL AND eaten_on BETWEEN ?1 AND ?2"
    " UNION SELECT resident_id FROM living_stay WHERE from_on <= ?2 AND (to_on IS NULL OR to_on > ?1)"
)
_LEARNERS = (
    "SELECT resident_id FROM living_help_service WHERE type = 'learning' AND state IN ('done', 'rated')"
    " AND service_on BETWEEN ? AND ? GROUP BY resident_id HAVING count(*) >= ?"
)


class Known(NamedTuple):
    """What a month's counts are taken from."""

    month: Month
    register: Register
    visits: VisitFigures
    beds: BedFigures
    people: PeopleFigures

    @property
    def end(self) -> dt.date:
        """The last day of the month."""
        return self.month.last

    def here(self, least: int = 0) -> list[int]:
        """Who is on register at the end, at least so old; an unknown age counts as 60."""
        found = (one for one in self.register.people if self.register.on_register(one, self.end))
        return [one for one in found if self.old_enough(one, least)]

    def old_enough(self, person: int, least: int) -> bool:
        """Whether somebody is at least so old at the end."""
        age = self.register.people[person].age(self.end)
        return least <= 60 if age is None else age >= least


def _enrolled(known: Known, kind: str, least: int = 0) -> Selection:
    rows = enrolments(kind)
    held = {one: held_on(rows[one], known.end) for one in known.here(least) if one in rows}
    return behind.people(one for one, found in held.items() if found is not None and found.held)


def _flagged(known: Known, flags: Iterable[str], *also: str) -> Selection:
    wanted = set(flags)
    held = {one: set(known.register.flags_on(one, known.end)) for one in known.here()}
    return behind.people(one for one, found in held.items() if wanted & found and found.issuperset(also))


def _served(known: Known) -> Selection:
    # The days are wanted in four places; SQLite takes ?1 and ?2 wherever they stand.
    found = query.ids(_SERVED, [known.month.first.isoformat(), known.end.isoformat()])
    return behind.people(one for one in found if one in known.register.people and known.old_enough(one, 60))


def _learners(known: Known) -> Selection:
    asked = [f"{known.month.year}-01-01", known.end.isoformat(), rules.education_times(known.month.first)]
    often = set(query.ids(_LEARNERS, asked))
    return behind.people(one for one in known.here(60) if one in often)


def _cover(known: Known) -> Ratio:
    return _ratio(cover(known.month, known.register, served(known.month)).behind, "coverage.rate")


def _volunteers(known: Known) -> Selection | None:
    held = _holding(PostRole.VOLUNTEER, known.end)
    if not held:
        # No volunteer is on record: that there are none nobody has said.
        return None
    rows = query.fetch("SELECT named_id, resident_id FROM living_worker WHERE resident_id IS NOT NULL")
    helping = {person for named, person in rows if named in held}
    return behind.people(one for one in known.here(60) if one in helping)


def _staff(role: PostRole) -> Callable[[Known], Selection]:
    return lambda known: behind.rows(Piece(None, Thing.POST, post) for post in _holding(role, known.end).values())


def _trained(known: Known) -> Selection | None:
    return _carers_in(known, None, INITIAL)


def _skilled(known: Known) -> Selection | None:
    return _carers_in(known, dt.date(known.month.year, 1, 1), frozenset({TrainingKind.IN_SERVICE}))


def _carers_in(known: Known, first: dt.date | None, kinds: frozenset[TrainingKind]) -> Selection | None:
    took = trainings.trained(first, known.end, kinds)
    if took is None:
        return None
    carers = _holding(PostRole.CARER, known.end)
    return behind.rows(Piece(None, Thing.POST, post) for one, post in carers.items() if one in took)


def _certified(known: Known) -> Selection:
    carers = _holding(PostRole.CARER, known.end)
    valid = {
        one.named_id: one.id
        for one in certificates.every_certificate()
        if one.kind == CertificateKind.CARER
        and one.named_id in carers
        and Span(one.valid_from, one.valid_to).holds(known.end)
    }
    return behind.rows(Piece(None, Thing.CERTIFICATE, one) for one in valid.values())


def _holding(role: PostRole, day: dt.date) -> dict[NamedId, int]:
    """Who holds a post on a day and was not taken from the list by then, with the post."""
    found = query.fetch("SELECT id, retired_on FROM living_named WHERE list = ?", [NamedList.PERSON])
    listed = {one for one, retired in found if not retired or retired > day.isoformat()}
    held = (one for one in posts.every_post() if one.role == role and one.held_on(day))
    return {one.named_id: one.id for one in held if one.named_id in listed}


def _ratio(found: Mapping[str, Behind], name: str) -> Ratio:
    one = found[name]
    assert isinstance(one, Ratio)
    return one


def _inclusive(known: Known) -> Selection | None:
    """兜底 and 普惠 beds at the end of the month, of those of the nursing share; None while no bed has a class."""
    held = natures()
    pieces = _ratio(known.beds.behind, "nursing_share").whole.pieces
    there = [(one, held.on(one.row, known.end).bed_class) for one in pieces if one.row is not None]
    if not any(said for _piece, said in there):
        return None
    return behind.rows(one for one, said in there if said in (BedClass.BASIC, BedClass.INCLUSIVE))


# None where nothing of the kind is on record, so that nothing is known.
COUNTERS: Mapping[str, Callable[[Known], Selection | None]] = {
    "visits.visited": lambda known: _ratio(known.visits.behind, "visit_rate").part,
    "visits.to_visit": lambda known: _ratio(known.visits.behind, "visit_rate").whole,
    "visits.helped": lambda known: _ratio(known.visits.behind, "help_rate").part,
    "visits.helped_of": lambda known: _ratio(known.visits.behind, "help_rate").whole,
    "beds.beds": lambda known: _ratio(known.beds.behind, "nursing_share").whole,
    "beds.nursing": lambda known: _ratio(known.beds.behind, "nursing_share").part,
    INCLUSIVE: _inclusive,
    "people.on_register_end": lambda known: behind.people(known.here()),
    "people.65": lambda known: _ratio(known.people.behind, "health_record_65").whole,
    "people.65_health_record": lambda known: _ratio(known.people.behind, "health_record_65").part,
    "people.65_family_doctor": lambda known: _ratio(known.people.behind, "family_doctor_65").part,
    "people.80": lambda known: behind.people(known.here(80)),
    "people.80_health_record": lambda known: _enrolled(known, "health_record", 80),
    "people.insured_accident": lambda known: _enrolled(known, "insured_accident"),
    "people.disabled_destitute": lambda known: _flagged(known, _DESTITUTE, FlagKind.DISABLED),
    "people.disabled_destitute_kept": lambda known: _flagged(known, {_KEPT}, FlagKind.DISABLED),
    "people.destitute_kept": lambda known: _flagged(known, {_KEPT}),
    "people.served": _served,
    "services.disabled": lambda known: _cover(known).whole,
    "services.disabled_helped": lambda known: _cover(known).part,
    LEARNERS: _learners,
    "people.volunteers": _volunteers,
    "staff.social_workers": _staff(PostRole.SOCIAL_WORKER),
    "staff.carers": _staff(PostRole.CARER),
    "staff.certified_carers": _certified,
    "staff.trained_carers": _trained,
    "staff.skilled_carers": _skilled,
}
