"""The made centre of the benchmarks is one that the program itself could have written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import integrity_problems
from desktop.models.tables import RECORDS
from desktop.services.centre import centres
from desktop.services.figures.month import figures_of
from desktop.services.register import listing
from tests.benchmarks import made_centre


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "centre"
    made_centre.make(DataFolder(folder), 60)
    return folder


@pytest.fixture(autouse=True)
def opened(made: Path) -> Iterator[None]:
    with clock.standing_at(made_centre.TODAY):
        centres.open_centre(DataFolder(made))
        yield
        centres.close_centre()


def test_rows_stand_in_proportion_to_the_residents() -> None:
    found = {table: query.count(f"SELECT count(*) FROM {table}") for table in ("resident", "help_service", "visit")}
    assert found == {"resident": 60, "help_service": 180, "visit": 132}
    assert query.count("SELECT count(*) FROM visitor") == 132
    assert 0.9 <= query.count("SELECT count(*) FROM meal") / (60 * 15) <= 1.3


def test_every_row_has_its_entry_in_the_change_log() -> None:
    for table in RECORDS:
        without = f"SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM change_log c"
        without += (
            f" WHERE c.table_name = '{table}' AND c.row_id = t.id AND c.row_uid = t.uid AND c.counter <= t.counter)"
        )
        assert query.count(without) == 0, table
    assert query.count("SELECT max(counter) FROM change_log") == query.count("SELECT counter FROM station")
    assert integrity_problems() == []


def test_the_search_index_is_what_the_register_would_write() -> None:
    kept = query.mapping("SELECT rowid, key FROM resident_search")
    assert kept == {one: listing.search_text(one) for one in range(1, 61)}


def test_its_month_has_something_of_everything() -> None:
    figures = figures_of(Month(2026, 9))
    assert len(figures.visits.visited_people) > 0
    assert figures.services.persons > 0
    assert query.count("SELECT count(*) FROM risk") > 0
    assert query.count("SELECT count(*) FROM stay") > 0
