"""跨中心: how many people are counted in several centres, and who they are, without a name and without the number."""

from __future__ import annotations

from typing import Any, NamedTuple

from desktop.core.i18n import translate
from desktop.core.words.district import SHARED_ACTS as ACTS
from desktop.core.words.terms import REGISTER_STATES
from desktop.district import told
from desktop.district.answers import Found, Shared, SharedAt
from desktop.ui.district.month_page import MonthPage
from desktop.ui.district.office import Office
from desktop.ui.frame.session import Session
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning


class _Persons(NamedTuple):
    what: str
    of_centres: int
    persons: int


class _At(NamedTuple):
    person: str
    at: SharedAt


class AcrossPage(MonthPage):
    """Two lists: what double counting comes to, and the people at each of their centres."""

    def __init__(self, session: Session, office: Office) -> None:
        super().__init__(session, office, translate("DistrictRooms", "Across centres"))
        self._sums: list[_Persons] = []
        self._people: list[_At] = []
        self.sums: RecordTable[_Persons] = RecordTable(
            translate("DistrictAcross", "Counted twice"), _sum_columns(), lambda ids: [self._sums[at] for at in ids]
        )
        self.people: RecordTable[_At] = RecordTable(
            translate("DistrictAcross", "People in several centres"),
            _people_columns(),
            lambda ids: [self._people[at] for at in ids],
        )
        self.sums.set_keys(translate("DistrictAcross", "Tab the people"))
        self.people.set_keys(translate("DistrictAcross", "↑↓ choose   Esc the sums"))
        self.people.left.connect(self.sums.take_keyboard)
        both = Turning()
        both.add(self.sums, 2, least=420)
        both.add(self.people, 3, least=520)
        said = translate(
            "DistrictAcross",
            "Nobody is named here. The mark is the masked ID number or the beginning of the pseudonym; the centres"
            " named look for the record by its own number.",
        )
        self.content.addWidget(label(said, "secondary", wrap=True))
        self.content.addWidget(both, 1)

    def tables(self) -> tuple[RecordTable[Any], ...]:
        """Both."""
        return (self.sums, self.people)

    def refresh(self) -> None:
        """Count anew, if anything came in."""
        super().refresh()
        self.await_month()
        month = self.office.month
        self.read_later(lambda: self.office.found(month), self._show)

    def _show(self, found: Found) -> None:
        self._sums = [_Persons(ACTS.shown[what], *found.persons[what]) for what in ACTS if what in found.persons]
        self._people = list(_people(found.shared))
        self.sums.set_empty(translate("DistrictAcross", "No closed month to count people in"), "", "residents")
        self.people.set_empty(translate("DistrictAcross", "Nobody is in several centres"), "", "check")
        self.sums.set_ids(range(len(self._sums)))
        self.people.set_ids(range(len(self._people)))
        self.stand_with(self.sums)
        words = translate("DistrictAcross", "{count} people").format(count=len(found.shared))
        self.people.set_totals(words if found.shared else "")


def _people(shared: tuple[Shared, ...]) -> list[_At]:
    return [_At(told.handle(one.number), each) for one in shared for each in one.at]


def _sum_columns() -> tuple[Column[_Persons], ...]:
    return (
        Column(translate("DistrictAcross", "What"), lambda one: one.what, 130, stretch=True),
        Column(translate("DistrictAcross", "Sum of the centres"), lambda one: f"{one.of_centres:,}", 110, Align.RIGHT),
        Column(translate("DistrictAcross", "Persons"), lambda one: f"{one.persons:,}", 90, Align.RIGHT),
        Column(
            translate("DistrictAcross", "Too many"), lambda one: f"{one.of_centres - one.persons:,}", 90, Align.RIGHT
        ),
    )


def _people_columns() -> tuple[Column[_At], ...]:
    return (
        Column(translate("DistrictAcross", "Mark"), lambda one: one.person, 190, stretch=True),
        Column(translate("DistrictAcross", "Centre"), lambda one: one.at.centre, 90),
        Column(
            translate("DistrictAcross", "Register"),
            lambda one: REGISTER_STATES.shown.get(one.at.state, one.at.state),
            100,
        ),
        *(_acts(what) for what in ACTS),
    )


def _acts(what: str) -> Column[_At]:
    return Column(ACTS.shown[what], lambda one: _times(one.at.acts.get(what)), 90, Align.RIGHT, spare=True)


def _times(number: int | None) -> str:
    return "" if number is None else f"{number:,}"
