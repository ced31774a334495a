"""The honesty checks and the due board on the sample centre."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.services.centre import centres
from desktop.services.visits import due_board, honesty
from tests.e2e.running import Sample


def test_ordinary_rows_raise_nothing_and_a_true_contradiction_is_found(sample: Sample) -> None:
    centres.open_centre(DataFolder(sample.data))
    try:
        # 417 rows imported within seconds are no typed rows. One row does contradict the sheet of stays: seen at
        # home on the 6th, in hospital from the 2nd to the 8th.
        (found,) = honesty.findings(Month(2026, 10))
        assert (found.kind, found.names, found.facts["day"]) == ("in_hospital", ("白莲",), "2026-10-06")
    finally:
        centres.close_centre()


def test_the_board_has_just_those_whom_the_report_lists_as_unvisited(sample: Sample, expected: dict) -> None:
    centres.open_centre(DataFolder(sample.data))
    try:
        with clock.standing_at(dt.datetime(2026, 10, 31, 17, 0)):
            found = due_board.board(dt.date(2026, 10, 31))
        monthly = [one for one in found.people if any(reason.kind == "month" for reason in one.reasons)]
        assert len(monthly) == found.progress.unvisited == expected["visits"]["unvisited"]
        assert (found.progress.required, found.progress.visited) == (
            expected["visits"]["required"],
            expected["visits"]["visited"],
        )
    finally:
        centres.close_centre()
