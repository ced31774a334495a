"""Any acts at three stations, exchanged in any order, with and without decisions, lead to one state.

Files come late, twice and in any order; stations are backed up, go on, are restored and go on again; the first one
closes a month. At the end everybody has everything: each chain is proved, and the three states are equal to each other
and to the slow twin's.
"""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from desktop.core.acts import Action
from desktop.core.exchange_errors import ExchangeForked, ExchangeGap
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.exchange import clashes
from desktop.exchange.out import out
from desktop.exchange.taking import take
from desktop.models.bed import Bed
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.centre import accounts, centres
from desktop.services.figures import figures_of
from desktop.services.keeping import backups, restoring
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.services.writing.verifying import require_whole, verify
from tests.unit.exchange import doing
from tests.unit.exchange.same import state
from tests.unit.exchange.twin import twin

ALL = (1, 2, 3)
_STATION, _SMALL, _WHICH = st.sampled_from(ALL), st.integers(0, 5), st.integers(0, 3)
_ACT = st.tuples(st.sampled_from(sorted(doing.ACTS)), _SMALL, _WHICH)
_OTHERS = [(giver, taker) for giver in ALL for taker in ALL if giver != taker]


class Centre(RuleBasedStateMachine):
    """Three stations that begin with the same two people, two beds and some money."""

    def __init__(self, begun: dict[int, Path], root: Path) -> None:
        super().__init__()
        self.root = root
        self.folders = {
            number: DataFolder(shutil.copytree(place, root / str(number))) for number, place in begun.items()
        }
        self.files: list[tuple[int, Path]] = []
        self.kept: dict[int, Path] = {}
        self.restored: set[int] = set()
        self._open = 0

    def at(self, number: int) -> Actor:
        """Go to a station."""
        if self._open != number:
            centres.close_centre()
            centres.open_centre(self.folders[number])
            self._open = number
        return Actor(1, "主任甲", "director", accounts.station_number())

    def write_file(self, number: int) -> Path:
        """A file of a station."""
        path = out(self.at(number), self.root / f"out-{len(self.files)}").path
        self.files.append((number, path))
        return path

    def take_in(self, taker: int, path: Path) -> None:
        """Take a file in, whatever the stations know of restorations."""
        actor = self.at(taker)
        try:
            take(actor, path)
        except ExchangeForked as fork:
            assert fork.station in self.restored
            try:
                take(actor, path, accept_fork=True)
            except ExchangeGap:
                assert self.restored
        except ExchangeGap:
            # Who wrote it does not know yet what a restored station has lost.
            assert self.restored

    @rule(number=_STATION, acts=st.lists(_ACT, min_size=1, max_size=5))
    def record(self, number: int, acts: list[tuple[str, int, int]]) -> None:
        for act, one, other in acts:
            doing.do(self.at(number), act, one, other)

    @rule(pair=st.sampled_from(_OTHERS))
    def carry(self, pair: tuple[int, int]) -> None:
        self.take_in(pair[1], self.write_file(pair[0]))

    @rule(number=_STATION)
    def lay_by(self, number: int) -> None:
        self.write_file(number)

    @precondition(lambda self: self.files)
    @rule(taker=_STATION, which=st.integers(0, 99))
    def take_an_old_one(self, taker: int, which: int) -> None:
        giver, path = self.files[which % len(self.files)]
        if giver != taker or taker in self.restored:
            self.take_in(taker, path)

    @rule(number=_STATION)
    def back_up(self, number: int) -> None:
        actor = self.at(number)
        self.kept[number] = backups.back_up(self.folders[number], "manual", by=actor).path

    @precondition(lambda self: self.kept)
    @rule(which=_WHICH)
    def restore(self, which: int) -> None:
        number = sorted(self.kept)[which % len(self.kept)]
        self.at(number)
        restoring.restore(self.kept[number], self.folders[number])
        self.restored.add(number)

    def teardown(self) -> None:
        """Everybody gives everybody everything."""
        try:
            # What a restored station lost comes back once the others know that it was.
            for giver, taker in _OTHERS * (3 if self.restored else 2):
                self.take_in(taker, self.write_file(giver))
            states = [self._seen(number) for number in ALL]
            for one in states[1:]:
                for first, other in zip(states[0], one, strict=True):
                    assert first == other
        finally:
            centres.close_centre()
            shutil.rmtree(self.root)

    def _seen(self, number: int) -> tuple[Any, ...]:
        actor = self.at(number)
        require_whole(verify())
        found = state()
        assert found == twin()
        open_ones = {(one.kind, one.uid, one.field) for one in clashes.listed(actor)}
        return found, open_ones, [_counted(month) for month in (doing.CLOSED, Month(2026, 10))]


def _counted(month: Month) -> list[tuple[Any, ...]]:
    """What the month's indicators come to, without the ids of this store."""
    found = figures_of(month).indicators
    return [(one.name, one.value, [part.value for part in one.parts]) for one in found]


@pytest.fixture
def begun(two, person, actor, canteen_prices) -> dict[int, Path]:
    """The folders of three stations that know the same."""
    for who in (person("王芳"), person("李强", born="1940-01-02")):
        prepaid.top_up(actor, MoneyDraft(who, "30"))
    with writing(actor, Action.EDIT_BED) as unit:
        for number in ("1", "2"):
            unit.add(Bed(building="1", room="101", number=number, kind="nursing", mode="full"))
    here = two(3)
    return {number: folder.root for number, folder in here.folders.items()}


@pytest.mark.parametrize(
    ("examples", "steps"),
    [
        pytest.param(6, 16),
        pytest.param(60, 40, marks=pytest.mark.nightly),
    ],
)
def test_any_order_converges(begun, tmp_path, examples, steps):
    runs = itertools.count()
    run_state_machine_as_test(
        lambda: Centre(begun, tmp_path / f"run-{next(runs)}"),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=examples < 10,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
