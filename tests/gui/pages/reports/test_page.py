"""Reports: figures on the screen, pages in the window, files in a folder, trouble as a sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from desktop.core.period import Month
from desktop.models import query
from desktop.reports.months.month_set import Folders
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.ui.frame import preview
from desktop.ui.frame.pdf_pages import PdfPages
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.tables.section_view import Overview, SectionView, key_figures
from tests.gui.desk import Desk


@pytest.fixture
def visited(actor: Actor, person: Callable[..., int]) -> int:
    """One person of the roster, visited this month."""
    one = person("李桂兰", flags=["living_alone"])
    visits.save(actor, VisitDraft(one, "2026-10-20", method="phone"))
    return one


def page_of(desk: Desk) -> ReportsPage:
    page = desk.window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def test_the_figures_of_the_month_stand_on_the_screen(visited: int, desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("reports"))
    assert isinstance(page._shown, Overview)
    shown = dict(key_figures(page._sections["visits"][0]))
    assert (shown["应访人数"], shown["实访人数"], shown["月探访率（%）"]) == ("1", "1", "100.00")
    titles = [section.title for section in page._sections["visits"]]
    page.open_report("visits", next(at for at, title in enumerate(titles) if "已探访" in title))
    assert isinstance(page._shown, SectionView)
    assert page._shown.model.cell(0, 1) == "李桂兰"


def test_another_month_has_its_own_figures(visited: int, desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("reports"))
    page.receive(Month(2026, 9))
    assert dict(key_figures(page._sections["visits"][0]))["实访人数"] == "0"


def test_the_preview_shows_a_page_of_the_pdf_and_leaves_no_file(visited: int, desk: Callable[[str], Desk]) -> None:
    here = desk("reports")
    page = page_of(here)
    page.preview()
    here.finish_job()
    shown = page.findChild(PreviewDialog)
    assert shown is not None
    [pdf] = (page.session.folder.root / "preview").iterdir()
    pages = PdfPages(pdf)
    assert not pages.image(0, 0.5).isNull()
    pages.close()
    shown.reject()
    assert not pdf.exists()


def test_all_go_to_a_folder_as_pdf_and_workbook(visited: int, desk: Callable[[str], Desk], tmp_path: Path) -> None:
    here = desk("reports")
    page = page_of(here)
    page.output.write(tuple(page._sections), page.picker.month, Folders(tmp_path / "报表", tmp_path / "报表"))
    here.finish_job()
    count = len(page._sections)
    assert len(list((tmp_path / "报表").glob("*.pdf"))) == count
    assert len(list((tmp_path / "报表").glob("*.xlsx"))) == count
    assert f"{2 * count} " in page.strip.text


def test_all_reports_become_one_pdf_by_the_menu(
    visited: int, desk: Callable[[str], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("reports")
    page = page_of(here)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    here.control(Qt.Key.Key_E)
    here.qtbot.waitUntil(lambda: page.findChild(QMenu) is not None)
    menu = page.findChild(QMenu)
    assert menu is not None
    for _ in range(6):
        here.qtbot.keyClick(menu, Qt.Key.Key_Down)
    here.qtbot.keyClick(menu, Qt.Key.Key_Return)
    here.finish_job()
    [book] = tmp_path.glob("*.pdf")
    entries = [entry.title for entry in pypdf.PdfReader(book).outline if not isinstance(entry, list)]
    assert entries == ["目录", *(report.title for report in page._found.reports.values())]
    assert "1" in page.strip.text


def test_all_reports_go_to_the_chosen_printer_by_the_menu(
    visited: int, desk: Callable[[str], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = tmp_path / "sheets.pdf"

    class Chosen(QPrintDialog):
        """The dialog of printers, in which somebody chose one that writes a file."""

        def exec(self) -> int:
            self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.printer().setOutputFileName(str(sheets))
            self.printer().setResolution(50)
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(preview, "QPrintDialog", Chosen)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["甲"]))
    here = desk("reports")
    page = page_of(here)
    here.control(Qt.Key.Key_E)
    here.qtbot.waitUntil(lambda: page.findChild(QMenu) is not None)
    menu = page.findChild(QMenu)
    assert menu is not None
    here.qtbot.keyClick(menu, Qt.Key.Key_Up)
    here.qtbot.keyClick(menu, Qt.Key.Key_Return)
    here.finish_job()
    shown = page.findChild(PreviewDialog)
    assert shown is not None
    here.qtbot.waitUntil(lambda: bool(shown.strip.text), timeout=30_000)
    [book] = (page.session.folder.root / "preview").iterdir()
    assert len(pypdf.PdfReader(sheets).pages) == len(pypdf.PdfReader(book).pages) > len(page._found.reports)
    shown.reject()
    assert not book.exists()


def test_a_cancelled_set_leaves_the_folder_as_it_was(visited: int, desk: Callable[[str], Desk], tmp_path: Path) -> None:
    here = desk("reports")
    page = page_of(here)
    page.output.write_whole(page._found, tmp_path / "册")
    here.window.jobs.cancel()
    here.finish_job()
    assert not list((tmp_path / "册").glob("*"))


def test_a_workbook_that_excel_holds_is_named_in_a_sentence_and_stays(
    visited: int, desk: Callable[[str], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("reports")
    page = page_of(here)
    page.output.write(("visits",), page.picker.month, Folders(xlsx=tmp_path))
    here.finish_job()
    [book] = tmp_path.glob("*.xlsx")
    before = book.read_bytes()

    # What Windows answers while Excel has the file open; Linux knows no such lock.
    def held(_source: object, target: object) -> None:
        raise PermissionError(errno.EACCES, "denied", str(target))

    monkeypatch.setattr(os, "replace", held)
    page.output.write(("visits",), page.picker.month, Folders(xlsx=tmp_path))
    here.finish_job()
    assert book.name in page.strip.text
    assert book.read_bytes() == before
    assert list(tmp_path.glob(".shizhu-*")) == []


def test_a_folder_that_cannot_be_made_is_a_sentence(visited: int, desk: Callable[[str], Desk], tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    here = desk("reports")
    page = page_of(here)
    page.output.write(("visits",), page.picker.month, Folders(pdf=tmp_path / "文件" / "里面"))
    here.finish_job()
    assert page.strip.text


def test_a_character_without_a_glyph_is_named(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    person("李\U0002f83f", flags=["living_alone"])
    here = desk("reports")
    page = page_of(here)
    page.preview()
    here.finish_job()
    shown = page.findChild(PreviewDialog)
    assert shown is not None
    assert "U+2F83F" in shown.panel.strip.text
    shown.reject()


def test_ctrl_page_up_goes_to_the_month_before(visited: int, desk: Callable[[str], Desk]) -> None:
    here = desk("reports")
    page = page_of(here)
    page.contents.setFocus()
    here.control(Qt.Key.Key_PageUp)
    here.qtbot.waitUntil(lambda: page.picker.month == Month(2026, 9))


SEPTEMBER = Month(2026, 9)


def test_a_closed_month_is_shown_as_it_was_frozen(visited: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    draft = resident_forms.draft_of(visited)
    draft.flags = []
    resident_forms.save(actor, draft)
    page = page_of(desk("reports"))
    page.receive(SEPTEMBER)
    assert dict(key_figures(page._sections["people"][0]))["月末在册"] == "1"
    titles = [section.title for section in page._sections["people"]]
    flags = page._sections["people"][next(at for at, title in enumerate(titles) if "类别" in title)]
    assert flags.rows[0][-1] == 1, "the flag that was taken away later stands in the month that was closed before"
    version = frozen.latest(SEPTEMBER)
    assert version is not None
    assert version.sha256[:8] in page.header.subtitle.text()


def test_a_damaged_month_is_named_and_neither_shown_nor_exported(
    visited: int, actor: Actor, desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    query.execute("DROP TRIGGER month_document_stands")
    query.execute("UPDATE month_document SET content = x'00' WHERE kind = 'report.beds'")
    here = desk("reports")
    page = page_of(here)
    page.receive(SEPTEMBER)
    assert "2026年9月" in page.strip.text
    assert "备份" in page.strip.text
    assert not page._sections
    assert page.contents.topLevelItemCount() == 0
    page.output.write(("visits",), SEPTEMBER, Folders(pdf=tmp_path))
    here.finish_job()
    assert not list(tmp_path.glob("*.pdf"))
    assert "2026年9月" in page.strip.text
