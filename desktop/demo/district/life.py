"""A centre of the simulated district at its own desk: made, enrolled, its months typed, closed and handed in."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.core.answers import WorkbookKind
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionStep, FlagKind, RegisterState
from desktop.demo.district.cast import Member
from desktop.demo.district.places import DistrictPlaces
from desktop.demo.help_services import month_services
from desktop.demo.history import History
from desktop.demo.meals import Eater, build_eaters, month_meals
from desktop.demo.people import DemoPerson, build_people
from desktop.demo.stays import build_beds, build_stays, settled
from desktop.demo.visits import month_visits
from desktop.demo.workbooks import HOUSE, MEALS, REGISTER, SERVICES, VISITS, Writer
from desktop.importing import staging
from desktop.reports.months.render import reports_of
from desktop.services.centre import centres, enrolment
from desktop.services.centre.centres import CentreDraft
from desktop.services.closing import changed_months, corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.register import listing, records
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms, states
from desktop.services.residents.drafts import FlagDraft
from desktop.services.writing.actor import Actor
from desktop.sync import keys
from desktop.sync.keys import DistrictKey
from desktop.sync.receiving import Read, read_in
from desktop.sync.write import export_full, export_month

RESIDENTS, BEDS = 36, 10
# Whoever eats nearly every day has eaten after the day of the month on which they died, as far as the lists know.
_HUNGRY = 0.8
_DIED = 12


@dataclass
class Life:
    """A centre through the months: its people, and what its desk knows."""

    member: Member
    places: DistrictPlaces
    months: tuple[Month, ...]
    rng: random.Random
    people: list[DemoPerson] = field(default_factory=list)
    eaters: list[Eater] = field(default_factory=list)
    actor: Actor | None = None

    @property
    def number(self) -> str:
        """The number of the centre."""
        return self.member.number

    def born(self, guests: Sequence[DemoPerson] = ()) -> None:
        """Let its people live; ``guests`` are on record in another centre too."""
        people = build_people(self.rng, self.member.centre, self._until(self.months[0]), RESIDENTS)
        home = self.member.centre.communities[0]
        self.people = [*people, *(replace(one, community=home) for one in guests)]

    def found(self) -> None:
        """Make the centre, with nobody's password: whoever opens the demo sits at the director's desk."""
        about = self.member.centre
        draft = CentreDraft(about.name, about.number, about.plan, about.district, about.director)
        try:
            self.actor = centres.initialise(self.places.data(self.number), draft)
        finally:
            centres.close_centre()

    def enrol(self, key: DistrictKey, out: Path) -> Path:
        """Read the district's key in; the centre's key file goes back."""
        with self._open() as actor:
            enrolment.enrol(actor, key, instead=True)
            path = out / f"SZ-{self.number}.key"
            path.write_bytes(keys.as_bytes(enrolment.centre_key()))
        return path

    def hand_in(self, month: Month, close: bool = True, died: bool = False) -> Path:
        """Type a month, close it and write its file; left open, it is a draft.

        ``died``: only now it is told of somebody that they died in it, whom the lists have eat to its end.
        """
        with self._open() as actor:
            self._type(actor, month)
            if died:
                self._bury(actor, month)
            if close:
                month_close.close(actor, month, reports_of, self.member.centre.close_reason)
            return export_month(actor, month, self._stick()).path

    def again(self, month: Month) -> Path:
        """Write a month's file once more."""
        with self._open() as actor:
            return export_month(actor, month, self._stick()).path

    def everything(self) -> Path:
        """Write the full file, from which the centre could be made anew."""
        with self._open() as actor:
            return export_full(actor, self._stick()).path

    def correct(self, month: Month) -> list[Path]:
        """Put a closed month right by the district's paper; whatever changed is written again."""
        with self._open() as actor:
            number = corrections.open_for(actor, month, "核对纸质登记表，有一餐记错")
            wrong = records.of_month("meals", month)[0]
            act = Act(CorrectionStep.VOID, "meal", str(wrong["uid"]), reason="本人当日未就餐")
            corrections.stage(actor, number, [act])
            paper = InWriting("王科长", f"〔{month.year}〕{month.number}号")
            corrections.approve(actor, number, reports_of, paper)
            return self._changed(actor)

    def learn_late(self, since: dt.date) -> list[Path]:
        """Learn that somebody has long lived alone: no paper says otherwise for it; what changed is sent again."""
        with self._open() as actor:
            alone = next(one for one in listing.find_ids(ResidentQuery(order="id")) if not forms.draft_of(one).flags)
            draft = forms.draft_of(alone)
            draft.flags.append(FlagDraft(FlagKind.LIVING_ALONE, since.isoformat()))
            forms.save(actor, draft)
            return self._changed(actor)

    def read_back(self, receipts: Sequence[Path]) -> list[tuple[Path, Read]]:
        """Read in the receipts that came."""
        with self._open() as actor:
            return [(path, read_in(actor, path)) for path in receipts]

    def _bury(self, actor: Actor, month: Month) -> None:
        hungry = next(one for one in self.eaters if one.appetite > _HUNGRY and not one.person.fault.lost)
        [who] = listing.find_ids(ResidentQuery(text=hungry.person.number))
        states.apply(actor, who, RegisterState.DECEASED, month.day(_DIED), "家属补报")

    def _changed(self, actor: Actor) -> list[Path]:
        return [export_month(actor, one, self._stick()).path for one in changed_months.changed()]

    def _stick(self) -> Path:
        return self.places.stick(self.number)

    @contextmanager
    def _open(self) -> Iterator[Actor]:
        assert self.actor is not None
        centres.open_centre(self.places.data(self.number))
        try:
            yield self.actor
        finally:
            centres.close_centre()

    def _until(self, month: Month) -> History:
        return History(self.months, month.last)

    def _type(self, actor: Actor, month: Month) -> None:
        history = self._until(month)
        out = self.places.workbooks(self.number)
        out.mkdir(parents=True, exist_ok=True)
        writer, about, rng = Writer(out, self.member.centre, history, self.rng), self.member.centre, self.rng
        books: list[tuple[WorkbookKind, str, Month | None]] = []
        if month == self.months[0]:
            beds = build_beds(rng)[:BEDS]
            stays = build_stays(rng, self.people, beds, history)
            self.people = settled(self.people, stays, history)
            self.eaters = build_eaters(rng, self.people)
            writer.residents(self.people)
            writer.beds(beds, stays)
            books += [(WorkbookKind.RESIDENTS, REGISTER, None), (WorkbookKind.BEDS, HOUSE, None)]
        writer.visits(month, month_visits(rng, about, self.people, history, month))
        writer.services(month, month_services(rng, about, self.people, history, month))
        writer.meals(month, month_meals(rng, self.eaters, history, month))
        books += [(WorkbookKind.VISITS, VISITS, month)]
        books += [(WorkbookKind.SERVICES, SERVICES, month), (WorkbookKind.MEALS, MEALS, month)]
        for kind, name, of in books:
            # As an import does; that no other kind fits the headings better needs no asking here.
            book = staging.open_book(writer.path(name, of))
            staging.write(actor, staging.propose(book, kind), {}, Progress())
