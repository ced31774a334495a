"""The paper proves itself: its code leads to the frozen report, its version is known; a draft bears no code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop.core import clock
from desktop.core.answers import ReportKind
from desktop.core.codes import grouped
from desktop.core.document import to_json
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionStep
from desktop.models import query
from desktop.reports.months.month_set import Folders, freeze_earlier, month_reports, printed, write_set
from desktop.reports.months.render import reports_of
from desktop.services.closing import corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.register import printed_codes
from desktop.services.register.printed_codes import ReportPaper
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from tests.forging import forge

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)


@pytest.fixture
def closed(person: Callable[..., int], actor: Actor) -> None:
    """September, closed."""
    one = person("李桂兰", flags=["living_alone"])
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10"))
    month_close.close(actor, SEPTEMBER, reports_of)


def written(month: Month, folder: Path, number: int | None = None) -> dict[str, tuple[str, list[str]]]:
    """Every report on paper: the words of its first page, and what a scanner reads on all pages."""
    made = write_set(tuple(ReportKind), month_reports(month, number), Folders(pdf=folder), Progress())
    return {one.kind: (PdfReader(one.pdf.path).pages[0].extract_text(), scanned(one.pdf.path)) for one in made}


def scanned(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    pages = [document[at].render(scale=300 / 72).to_pil() for at in range(len(document))]
    document.close()
    return [code.text for page in pages for code in zxingcpp.read_barcodes(page)]


def test_every_report_of_a_closed_month_bears_a_code_that_leads_back_to_it(closed: None, tmp_path: Path) -> None:
    version = frozen.latest(SEPTEMBER)
    papers = written(SEPTEMBER, tmp_path)
    assert set(papers) == set(ReportKind)
    for kind, (words, codes) in papers.items():
        (code,) = codes
        assert (len(code), code[0]) == (17, "5"), "the month's code and nothing of anybody"
        assert printed_codes.report_of(code) == ReportPaper(SEPTEMBER, kind, 1)
        assert grouped(code) in words
        assert f"V1-{version.sha256[:8]}" in words
        _epoch, station, counter, sha256 = version.head
        assert f"台账至 {station}-{counter}-{sha256[:8]}" in words
    assert len({codes[0] for _words, codes in papers.values()}) == len(papers)


def test_a_draft_says_so_and_bears_todays_head_and_no_code(closed: None, tmp_path: Path) -> None:
    head = query.fetch_one("SELECT station, counter, hash FROM change_log ORDER BY id DESC LIMIT 1")
    for words, codes in written(OCTOBER, tmp_path).values():
        assert codes == []
        assert "草稿" in words
        assert f"台账至 {head[0]}-{head[1]}-{head[2].hex()[:8]}" in words


def test_the_same_report_bears_the_same_code_for_ever_and_a_correction_another(
    closed: None, actor: Actor, tmp_path: Path
) -> None:
    before = {kind: codes for kind, (_words, codes) in written(SEPTEMBER, tmp_path).items()}
    correction = corrections.open_for(actor, SEPTEMBER, "没有去")
    uid = query.text("SELECT uid FROM living_visit")
    corrections.stage(actor, correction, [Act(CorrectionStep.VOID, "visit", uid, reason="没有去")])
    corrections.approve(actor, correction, reports_of, InWriting("王科长", "〔2026〕1号"))
    after = {kind: codes for kind, (_words, codes) in written(SEPTEMBER, tmp_path).items()}
    assert {kind: codes for kind, (_words, codes) in written(SEPTEMBER, tmp_path, 1).items()} == before
    assert not {codes[0] for codes in before.values()} & {codes[0] for codes in after.values()}
    assert printed_codes.report_of(after["visits"][0]) == ReportPaper(SEPTEMBER, "visits", 2)


@pytest.fixture
def without_codes(closed: None) -> None:
    """September as a program closed it that knew no codes of paper."""
    query.execute("DROP TRIGGER report_code_kept")
    query.execute("DELETE FROM report_code")


def test_versions_frozen_before_papers_bore_codes_get_them_all_at_once(without_codes: None) -> None:
    assert frozen.incomplete()
    freeze_earlier()
    assert not frozen.incomplete()
    given = {kind: printed(kind, month_reports(SEPTEMBER)).code for kind in ReportKind}
    assert {kind: printed_codes.report_of(code).report for kind, code in given.items()} == {
        kind: kind for kind in ReportKind
    }
    freeze_earlier()
    assert query.count("SELECT count(*) FROM report_code") == len(ReportKind)


def test_a_report_of_such_a_version_has_its_code_when_it_is_asked_for(without_codes: None) -> None:
    code = printed("beds", month_reports(SEPTEMBER)).code
    assert printed_codes.report_of(code) == ReportPaper(SEPTEMBER, "beds", 1)


def test_a_damaged_version_gets_no_codes_and_keeps_none_from_the_others(closed: None, actor: Actor) -> None:
    month_close.close(actor, AUGUST, reports_of, "核对用")
    query.execute("DROP TRIGGER report_code_kept")
    query.execute("DELETE FROM report_code")
    forge("UPDATE month_version SET head_counter = 1 WHERE id = ?", frozen.numbered(AUGUST, 1).id)
    freeze_earlier()
    assert query.fetch("SELECT DISTINCT month FROM report_code") == [("2026-09",)]


def test_code_and_head_are_of_the_paper_and_no_part_of_what_was_frozen(closed: None) -> None:
    found = month_reports(SEPTEMBER)
    report = printed("visits", found)
    assert report.code and report.proof
    assert b"proof" not in to_json(report) and report.code.encode() not in to_json(found.reports["visits"])


def test_a_workbook_says_code_and_head_in_words(closed: None, tmp_path: Path) -> None:
    (made,) = write_set(("beds",), month_reports(SEPTEMBER), Folders(xlsx=tmp_path), Progress())
    line = load_workbook(made.xlsx.path).worksheets[0]["A2"].value
    assert grouped(printed("beds", month_reports(SEPTEMBER)).code) in line


def test_the_head_of_a_draft_follows_the_log(closed: None, person: Callable[..., int]) -> None:
    with clock.standing_at(dt.datetime(2026, 10, 9, 9, 0)):
        before = printed("people", month_reports(OCTOBER)).proof
        person("王芳", born="1950-01-01")
        assert printed("people", month_reports(OCTOBER)).proof != before


def test_every_report_of_the_month_of_the_approval_names_the_correction_open_and_closed(
    closed: None, actor: Actor, tmp_path: Path
) -> None:
    correction = corrections.open_for(actor, SEPTEMBER, "没有去")
    uid = query.text("SELECT uid FROM living_visit")
    corrections.stage(actor, correction, [Act(CorrectionStep.VOID, "visit", uid, reason="没有去")])
    corrections.approve(actor, correction, reports_of, InWriting("王科长", "〔2026〕1号"))
    named = ("2026年9月", "第1号（V2）", "没有去", "王科长（〔2026〕1号）", "2026-10-21")
    for number in (None, 1):
        found = month_reports(OCTOBER, number)
        assert {kind: report.sections[-1].rows for kind, report in found.reports.items()} == {
            kind: (named,) for kind in ReportKind
        }
        (book,) = write_set(("visits",), found, Folders(pdf=tmp_path), Progress())
        words = "".join("".join(page.extract_text().split()) for page in PdfReader(book.pdf.path).pages)
        assert "本月批准的更正" in words and "第1号（V2）没有去王科长（〔2026〕1号）" in words
        if number is None:
            with clock.standing_at(dt.datetime(2026, 11, 3, 9, 0)):
                month_close.close(actor, OCTOBER, reports_of, "核对用")
    assert "本月批准的更正" not in [one.title for one in month_reports(SEPTEMBER).reports["visits"].sections]
