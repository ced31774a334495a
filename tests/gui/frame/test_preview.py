"""A PDF is shown page by page inside the window, printed and saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.sealing import MARK
from desktop.core.storage_errors import FileMissing
from desktop.models import query
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import Held
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.pdf_pages import PdfPages
from desktop.ui.frame.pictures import show_kept
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.printer import PrintRun, chosen, set_paper
from desktop.ui.frame.printing import Paper, show_paper
from desktop.ui.frame.session import Session


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(595, 842)
    path = tmp_path / "月报.pdf"
    document.save(path)
    document.close()
    return path


@pytest.fixture
def dialog(app: QApplication, qtbot: QtBot, pdf: Path) -> PreviewDialog:
    made = PreviewDialog(pdf, "月探访情况月报")
    qtbot.addWidget(made)
    made.show()
    return made


def test_pages_are_turned_by_key(dialog: PreviewDialog, qtbot: QtBot) -> None:
    numbers = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(dialog.panel, key)
        numbers.append(dialog.panel.page_number)
    assert numbers == [2, 3, 3, 2, 1]


def test_zoom_makes_the_page_larger(dialog: PreviewDialog) -> None:
    before = dialog.panel._picture.pixmap().width()
    dialog.panel.zoom(1)
    assert dialog.panel._picture.pixmap().width() > before
    dialog.panel.zoom(0)
    assert dialog.panel._picture.pixmap().width() == before


def test_without_a_printer_a_sentence_says_what_to_do(dialog: PreviewDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    dialog.panel.print_pages()
    assert "没有装打印机" in dialog.strip.text


def test_a_copy_is_saved_where_one_wants(dialog: PreviewDialog, pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = pdf.with_name("交给街道.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.panel.save_copy()
    assert target.read_bytes() == pdf.read_bytes()


@pytest.fixture
def onto_file(pdf: Path) -> QPrinter:
    """A printer whose sheets are the pages of ``printed.pdf``."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(pdf.with_name("printed.pdf")))
    return printer


def test_every_page_reaches_the_paper_at_its_size(
    dialog: PreviewDialog, onto_file: QPrinter, pdf: Path, qtbot: QtBot
) -> None:
    dialog.panel.print_on(onto_file)
    assert not dialog.panel.print_button.isEnabled(), "one run at a time"
    qtbot.waitUntil(dialog.panel.print_button.isEnabled)
    assert dialog.strip.text == "全部页面已送到打印机。"
    result = PdfPages(pdf.with_name("printed.pdf"))
    assert len(result) == 3
    assert result.points(0) == pytest.approx((595, 842), abs=2)
    result.close()


def test_a_run_says_how_far_it_is_and_prints_the_chosen_pages(onto_file: QPrinter, pdf: Path, qtbot: QtBot) -> None:
    onto_file.setFromTo(2, 3)
    pages = PdfPages(pdf)
    run, told = PrintRun(onto_file, pages), []
    run.advanced.connect(lambda done, count: told.append((done, count)))
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
    pages.close()
    assert (told, ended.args) == ([(1, 2), (2, 2)], [True])
    assert len(PdfPages(pdf.with_name("printed.pdf"))) == 2


def test_a_cancelled_run_prints_no_further_page(dialog: PreviewDialog, onto_file: QPrinter, qtbot: QtBot) -> None:
    drawn = []
    dialog.panel.print_on(onto_file)
    run = dialog.panel._run
    assert run is not None
    run.advanced.connect(lambda done, _count: (drawn.append(done), dialog.panel.progress.cancel_requested.emit()))
    qtbot.waitUntil(dialog.panel.print_button.isEnabled)
    assert (drawn, dialog.strip.text) == ([1], "没有全部打印。")


def test_closing_the_preview_ends_the_run(dialog: PreviewDialog, onto_file: QPrinter, qtbot: QtBot) -> None:
    dialog.panel.print_on(onto_file)
    run = dialog.panel._run
    assert run is not None
    with qtbot.waitSignal(run.ended) as ended:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert ended.args == [False]


def test_what_the_printer_turned_round_comes_out_from_the_last(onto_file: QPrinter) -> None:
    onto_file.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen(onto_file, 3) == [2, 1, 0]


def test_a_file_that_is_gone_or_no_pdf_is_said_so(app: QApplication, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        PdfPages(tmp_path / "none.pdf")
    (tmp_path / "text.pdf").write_text("hello")
    with pytest.raises(Unreadable):
        PdfPages(tmp_path / "text.pdf")


def _pdf(path: Path, *sizes: tuple[float, float]) -> Path:
    document = pypdfium2.PdfDocument.new()
    for size in sizes:
        document.new_page(*size)
    document.save(path)
    document.close()
    return path


LABEL, LYING = (60 / 25.4 * 72, 40 / 25.4 * 72), (842, 595)


@pytest.mark.parametrize("size", [LABEL, (100, 142), LYING, (595, 842)])
def test_the_paper_of_the_printer_is_that_of_the_page(
    onto_file: QPrinter, pdf: Path, size: tuple[float, float]
) -> None:
    set_paper(onto_file, size)
    pages = PdfPages(_pdf(pdf, size))
    run = PrintRun(onto_file, pages)
    run.start()
    while run._painter.isActive():
        QApplication.processEvents()
    result = PdfPages(pdf.with_name("printed.pdf"))
    assert result.points(0) == pytest.approx(size, abs=2)
    result.close()
    pages.close()


def test_a_lying_page_among_upright_ones_lies_on_the_paper_too(onto_file: QPrinter, pdf: Path, qtbot: QtBot) -> None:
    pages = PdfPages(_pdf(pdf, (595, 842), LYING, (595, 842)))
    set_paper(onto_file, pages.points(0))
    run = PrintRun(onto_file, pages)
    with qtbot.waitSignal(run.ended):
        run.start()
    pages.close()
    result = PdfPages(pdf.with_name("printed.pdf"))
    assert [result.points(at)[0] > result.points(at)[1] for at in range(3)] == [False, True, False]
    result.close()


def test_who_made_a_paper_hears_where_all_of_it_went(
    dialog: PreviewDialog, onto_file: QPrinter, pdf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hear(printer: str) -> str:
        told.append(printer)
        return "" if printer else "请收好。"

    dialog.panel.went_out = hear
    onto_file.setFromTo(1, 2)
    dialog.panel.print_on(onto_file)
    qtbot.waitUntil(dialog.panel.print_button.isEnabled)
    assert told == [], "a part of it is not all"
    onto_file.setFromTo(0, 0)
    dialog.panel.print_on(onto_file)
    qtbot.waitUntil(dialog.panel.print_button.isEnabled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf.with_name("out.pdf")), ""))
    dialog.panel.save_copy()
    assert told == [onto_file.printerName(), ""]
    assert dialog.strip.text.endswith("请收好。")


@pytest.fixture
def desk(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[QWidget]:
    """A page of the director."""
    made = QWidget()
    made.session = Session(actor, folder, Bus(), Jobs())  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    yield made
    made.session.jobs.stop()  # type: ignore[attr-defined]


@pytest.fixture
def rolls(desk: QWidget, pdf: Path) -> Iterator[PreviewDialog]:
    """A paper with two names in it, shown over the page of the director."""
    made = show_paper(desk, Paper(pdf, "花名册", held=Held("花名册", 2, period="2026年10月")))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    yield made
    made.close()


def _went_out() -> list[tuple[str, str, str]]:
    return query.fetch("SELECT staff_name, action, after FROM change_log WHERE table_name = 'paper' ORDER BY id")


def test_what_is_printed_or_saved_is_in_the_log_by_what_it_holds(
    rolls: PreviewDialog, onto_file: QPrinter, pdf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _went_out() == [], "a look is no way out"
    rolls.panel.print_on(onto_file)
    qtbot.waitUntil(rolls.panel.print_button.isEnabled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf.with_name("王芳.pdf")), ""))
    rolls.panel.save_copy()
    facts = '"full_ids": 0, "names": 2, "period": "2026年10月", "title": "花名册"}'
    assert _went_out() == [
        ("主任甲", "print", "{" + facts),
        ("主任甲", "hand_out", '{"file_kind": "pdf", ' + facts),
    ]


def test_who_may_not_take_names_out_neither_prints_nor_saves(
    rolls: PreviewDialog, onto_file: QPrinter, pdf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = rolls.parentWidget()
    desk.session.actor = Actor(None, "小马", "visitor", 1)  # type: ignore[attr-defined]
    rolls.panel.print_on(onto_file)
    qtbot.waitUntil(rolls.panel.print_button.isEnabled)
    assert "主任" in rolls.strip.text, "it says who may"
    rolls.strip.clear()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf.with_name("out.pdf")), ""))
    rolls.panel.save_copy()
    assert "主任" in rolls.strip.text
    assert not pdf.with_name("out.pdf").exists()
    assert _went_out() == []


def test_a_page_of_whole_dots_is_drawn_on_just_so_many(pdf: Path) -> None:
    """A label of 50×30 mm has 400×240 dots on a thermal printer."""
    pages = PdfPages(_pdf(pdf, (50.0000001 / 25.4 * 72, 30 / 25.4 * 72)))
    image = pages.image(0, 203.2 / 72)
    assert (image.width(), image.height()) == (400, 240)
    pages.close()


def test_a_sealed_scan_is_shown_printed_and_saved_opened(desk: QWidget, qtbot: QtBot, pdf: Path) -> None:
    """What lies there is no PDF for anybody without the key; what was read of it is."""
    content = pdf.read_bytes()
    pdf.write_bytes(MARK + b"sealed")
    shown = show_kept(desk, pdf, content, "签字单")
    assert isinstance(shown, PreviewDialog)
    shown.panel.turn(2)
    assert shown.panel.page_number == 3
    target = pdf.with_name("copy.pdf")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_given: (str(target), "")))
        shown.panel.save_copy()
    assert target.read_bytes() == content
    printer = QPrinter()
    printer.setOutputFileName(str(pdf.with_name("printed.pdf")))
    shown.panel.print_on(printer)
    qtbot.waitUntil(lambda: shown.panel._run is None, timeout=5000)
    assert len(PdfPages(pdf.with_name("printed.pdf"))) == 3
    assert [(who, act) for who, act, _facts in _went_out()] == [("主任甲", "hand_out"), ("主任甲", "print")]
