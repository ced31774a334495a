"""Paper goes out and comes back: sheets, scans, keystrokes counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.core.period import Month
from desktop.services.visits import attachments, route_sheets
from desktop.services.visits import edits as visit_edits
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitQuery
from desktop.services.visits.route_sheets import Sheet
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import PaperRow
from desktop.ui.pages.visits import paper_making
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.paper_rows import PaperRows, read_result
from desktop.ui.pages.visits.paper_sheets import PaperSheets
from tests.gui.desk import Desk

OCTOBER = Month(2026, 10)
MOST_KEYS = 3


@pytest.fixture
def sheet(person: Callable[..., int], actor: Actor) -> Sheet:
    """Three people to be walked to on the 19th."""
    people = [person(name, flags=["living_alone"]) for name in ("李桂兰", "王芳", "赵正光")]
    return route_sheets.make_sheet(actor, people, "马丽", "2026-10-19")


def page_of(desk: Desk) -> VisitsPage:
    page = desk.window.page("visits")
    assert isinstance(page, VisitsPage)
    return page


def bringing_back(desk: Desk) -> PaperRows:
    page = page_of(desk)
    page.receive("sheets")
    desk.control(Qt.Key.Key_N)
    desk.qtbot.waitUntil(lambda: page.in_mode)
    return page.paper


def scan(desk: Desk, digits: str) -> None:
    desk.type(digits)
    desk.enter()


def month_visits() -> list[visits.VisitRow]:
    return visits.rows(visits.find_ids(VisitQuery(month=OCTOBER, descending=False)))


def test_a_row_takes_two_keys_after_the_scan(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    paper = bringing_back(here)
    for row in sheet.rows:
        scan(here, row.code)
        keys = "1"
        here.type(keys)
        here.enter()
        assert len(keys) + 1 <= MOST_KEYS
    found = month_visits()
    assert {row.resident_id for row in found} == {row.resident_id for row in sheet.rows}
    assert {(row.visited_on, row.method, row.outcome, row.visitors) for row in found} == {
        (dt.date(2026, 10, 19), "home", "reached", "马丽")
    }
    assert paper.sheet is not None
    assert paper.sheet.recorded == 3


def test_digits_after_the_result_are_the_blocks_and_words_the_remark(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    bringing_back(here)
    scan(here, sheet.rows[0].code)
    here.type("1113 lou yu")
    here.enter()
    scan(here, sheet.rows[1].code)
    here.type("2")
    here.enter()
    first, second = month_visits()
    draft = visit_edits.draft_of(first.id)
    assert draft.blocks["safety"] == "risk"
    assert draft.blocks["support"] == "normal"
    assert draft.remark == "lou yu"
    assert second.outcome == "not_reached"
    assert visit_edits.draft_of(second.id).blocks == {}


def test_a_row_that_is_scanned_again_is_not_recorded_twice(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    paper = bringing_back(here)
    for _ in range(2):
        scan(here, sheet.rows[0].code)
        here.type("1")
        here.enter()
    assert len(month_visits()) == 1
    assert paper.row is None


def test_the_day_may_lie_back_inside_the_open_month(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    paper = bringing_back(here)
    scan(here, sheet.rows[0].code)
    paper.day.set_value("2026-10-15")
    here.type("1")
    here.enter()
    [row] = month_visits()
    assert row.visited_on == dt.date(2026, 10, 15)
    assert visit_edits.entry_of(row.id).entered_at.startswith("2026-10-21"), "when it was typed is kept apart"


def test_the_last_row_is_taken_back_with_one_key(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    paper = bringing_back(here)
    scan(here, sheet.rows[0].code)
    here.type("1")
    here.enter()
    here.key(Qt.Key.Key_F6)
    assert month_visits() == []
    assert paper.sheet is not None and paper.sheet.recorded == 0


@pytest.mark.parametrize("typed", ["7", "12345678", "21", "见到"])
def test_what_is_no_result_is_not_understood(typed: str) -> None:
    assert read_result(typed) is None


def test_a_code_of_no_sheet_is_a_sentence_in_the_page(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    paper = bringing_back(here)
    scan(here, sheet.rows[0].code[:-1] + "0" if sheet.rows[0].code[-1] != "0" else sheet.rows[0].code[:-1] + "1")
    assert paper.row is None
    assert paper._light.property("tone") == Tone.DANGER.value


def test_a_sheet_is_made_of_those_on_the_board_and_shown_for_printing(
    person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    person("李桂兰", flags=["living_alone"])
    person("王芳", flags=["living_alone"])
    here = desk("visits")
    page = page_of(here)
    here.type("r")
    [box] = page.board.findChildren(SmallForm)
    box.press()
    here.finish_job()
    [made] = route_sheets.sheets(OCTOBER)
    assert len(made.rows) == 2
    [preview] = page.board.findChildren(PreviewDialog)
    preview.close()


def test_a_blank_form_for_one_person(person: Callable[..., int], desk: Callable[[str], Desk]) -> None:
    one = person("李桂兰", flags=["living_alone"])
    here = desk("visits")
    page = page_of(here)
    page.board.table.select_id(one)
    page.board.print_form()
    here.finish_job()
    [preview] = page.board.findChildren(PreviewDialog)
    preview.close()


def test_the_signed_scan_is_kept_with_its_sheet(sheet: Sheet, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    page.receive("sheets")
    part = page.part("sheets")
    assert isinstance(part, PaperSheets)
    scanned = tmp_path / "signed.pdf"
    scanned.write_bytes(b"%PDF-1.4 signed")
    paper_making.attach(part, "sheet", sheet.id, scanned)
    [kept] = attachments.attachments_of("sheet", sheet.id)
    assert kept.kind == "pdf"
    wrong = tmp_path / "notes.txt"
    wrong.write_text("x")
    paper_making.attach(part, "sheet", sheet.id, wrong)
    assert part.strip.text
    assert len(attachments.attachments_of("sheet", sheet.id)) == 1


def test_a_row_that_is_scanned_elsewhere_opens_the_paper(sheet: Sheet, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    page.receive(PaperRow(sheet.rows[1].code))
    assert page.in_mode
    here.type("1")
    here.enter()
    [row] = month_visits()
    assert row.resident_id == sheet.rows[1].resident_id
