"""Labels by keyboard: which, on what, from where on; a printer that is measured; what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.core.printers import Adjustment, LabelKind
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.centre import label_printers
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.writing.actor import Actor
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.printer import set_paper
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.measure_box import MeasureBox
from tests.gui.desk import Desk
from tests.unit.reports.reading import fields, seen_codes, whole_text

COUNTED = "打印 3 张标签，用纸 2 张（每张 24 格）。 打完后最后一张纸从第 2 格起空着。"
LASER, ROLL = "HP LaserJet 1020", "佳博 GP-3120"


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two printers on this computer."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: [LASER, ROLL]))
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", staticmethod(lambda: LASER))


@pytest.fixture
def beds(actor: Actor, printers: None) -> list[int]:
    """Three beds on two floors."""
    return [
        places.save(actor, BedDraft(building="1号楼", floor=room[0], room=room, number="1", opened_on="2026-01-01"))
        for room in ("201", "301", "302")
    ]


@pytest.fixture
def here(beds: list[int], desk: Callable[[str], Desk]) -> Desk:
    """The room of beds."""
    return desk("beds")


def page_of(here: Desk) -> BedsPage:
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    return page


def opened(here: Desk) -> LabelsDialog:
    here.key(Qt.Key.Key_F10)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), LabelsDialog))
    box = QApplication.activeWindow()
    assert isinstance(box, LabelsDialog)
    return box


def chosen(box: LabelsDialog) -> dict[str, object]:
    values = box.form.values()
    return {name: values[name] for name in ("which", "printer", "sheet", "start", "across", "down")}


def previewed(here: Desk) -> PreviewDialog:
    here.finish_job()
    preview = page_of(here).findChild(PreviewDialog)
    assert preview is not None
    return preview


def saved(preview: PreviewDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    preview.panel.save_copy()
    return path


def test_the_first_free_label_is_chosen_by_arrows_and_the_preview_counts(
    here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = opened(here)
    assert chosen(box) == {
        **{"which": "listed", "printer": LASER, "sheet": "3x8", "start": "1", "across": "0", "down": "0"}
    }
    box.picker.setFocus()
    for key in (*[Qt.Key.Key_Down] * 7, Qt.Key.Key_Right):
        here.key(key)
    assert box.form.values()["start"] == "23"
    assert box.form.fields["start"]._words.text() == COUNTED
    here.control(Qt.Key.Key_S)
    preview = previewed(here)
    assert COUNTED in preview.strip.text
    file = saved(preview, tmp_path / "b.pdf", monkeypatch)
    assert [code.page for code in seen_codes(file)] == [0, 0, 1]
    preview.close()


def test_a_roll_has_one_label_to_a_page_and_no_first_label(here: Desk) -> None:
    box = opened(here)
    box.form.fields["sheet"].set_value("60x40")
    box._on_sheet()
    assert not box.form.fields["start"].isVisible()
    assert "一页一张（60×40 mm）" in box.form.fields["sheet"]._words.text()
    here.control(Qt.Key.Key_S)
    preview = previewed(here)
    assert preview.panel._pages is not None and len(preview.panel._pages) == 3
    preview.close()


def test_labels_of_a_floor(here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = opened(here)
    box.form.fields["which"].grab_keyboard()
    here.type("/3")
    here.enter()
    assert box.form.values()["which"] == "floor 1号楼/3"
    here.control(Qt.Key.Key_S)
    preview = previewed(here)
    words = whole_text(saved(preview, tmp_path / "b.pdf", monkeypatch))
    assert "301-1" in words and "302-1" in words and "201-1" not in words
    preview.close()


def test_a_label_says_nothing_of_who_lies_there(
    beds: list[int],
    actor: Actor,
    person: Callable[..., int],
    desk: Callable[[str], Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stays.admit(actor, StayDraft(person("欧阳秀兰"), beds[0], "2026-10-01"))
    here = desk("beds")
    page_of(here).table.select_id(beds[0])
    box = opened(here)
    box.form.fields["which"].set_value("selected")
    here.control(Qt.Key.Key_S)
    preview = previewed(here)
    words = whole_text(saved(preview, tmp_path / "b.pdf", monkeypatch))
    assert "201-1" in words and "欧阳" not in words and "秀兰" not in words
    preview.close()


def test_each_printer_has_its_own_paper_and_shift(here: Desk, actor: Actor) -> None:
    roll = LabelPrinter(ROLL, Adjustment(1.5, 0, 1.01)).using(LabelKind.BEDS, "60x40", 1)
    label_printers.keep(actor, roll)
    label_printers.keep(actor, LabelPrinter(LASER, Adjustment(0, -1)).using(LabelKind.BEDS, "2x7", 9), LabelKind.BEDS)
    box = opened(here)
    assert chosen(box) == {
        **{"which": "listed", "printer": LASER, "sheet": "2x7", "start": "9", "across": "0", "down": "-1"}
    }
    box.form.fields["printer"].grab_keyboard()
    here.type("jb")
    here.enter()
    assert (box.form.values()["sheet"], box.form.values()["across"]) == ("60x40", "1.5")
    assert "横向 101%" in box._right.text()
    box.reject()


def test_a_printer_is_measured_and_its_labels_lie_right(
    here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(here)
    here.control(Qt.Key.Key_T)
    preview = previewed(here)
    assert "Ctrl+M" in preview.strip.text
    words = whole_text(saved(preview, tmp_path / "t.pdf", monkeypatch))
    assert "打印机测试页" in words and LASER in words
    preview.close()
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()
    box = opened(here)
    here.control(Qt.Key.Key_M)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), MeasureBox))
    here.control(Qt.Key.Key_A)
    here.type("21.5")
    here.enter(2)
    here.control(Qt.Key.Key_A)
    here.type("19.2")
    here.control(Qt.Key.Key_S)
    assert label_printers.remembered(LASER).adjusted == Adjustment(-1.5, 0.8)
    assert (box.form.values()["across"], box.form.values()["down"]) == ("-1.5", "0.8")
    box.activateWindow()
    box.press()
    preview = previewed(here)
    file = saved(preview, tmp_path / "b.pdf", monkeypatch)
    assert fields(file)[0][:2] == pytest.approx((-1.5, 1.3), abs=0.01)
    preview.close()


def test_what_no_printer_measures_is_said_beside_the_field(here: Desk) -> None:
    box = opened(here)
    here.control(Qt.Key.Key_M)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), MeasureBox))
    measure = QApplication.activeWindow()
    assert isinstance(measure, MeasureBox)
    here.control(Qt.Key.Key_A)
    here.type("abc")
    here.control(Qt.Key.Key_S)
    assert "毫米" in measure.form.fields["A"].error
    measure.form.fields["A"].set_value("90")
    here.control(Qt.Key.Key_S)
    assert measure.isVisible() and "±20 mm" in measure.strip.text
    assert label_printers.remembered(LASER).adjusted == Adjustment()
    measure.give_up()
    box.reject()


@pytest.mark.parametrize(("name", "typed"), [("start", "25"), ("start", "x"), ("across", "viel"), ("across", "30")])
def test_what_cannot_be_is_said_before_anything_is_drawn(here: Desk, name: str, typed: str) -> None:
    box = opened(here)
    box.form.fields[name].set_value(typed)
    box.press()
    assert box.isVisible() and box.form.fields[name].error
    assert label_printers.known() == ()
    box.reject()


def test_once_all_went_to_its_printer_the_next_free_label_is_remembered(here: Desk, tmp_path: Path) -> None:
    box = opened(here)
    box.form.fields["start"].set_value("5")
    box.press()
    preview = previewed(here)
    assert preview.panel.printer_name == LASER
    assert preview.panel.went_out is not None
    assert preview.panel.went_out(ROLL) == f"是按 {LASER} 排的，却打在了 {ROLL} 上：没有记录用到第几格。"
    assert preview.panel.went_out("") == "", "a copy may still be printed where it was meant for"
    assert label_printers.remembered(LASER).free == {"3x8": 5}, "on another printer: its sheet is as it was"
    assert preview.panel.went_out(LASER) == ""
    assert label_printers.remembered(LASER).free == {"3x8": 8}
    preview.close()
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()
    box = opened(here)
    assert box.form.values()["start"] == "8" and box.picker.cell == 8
    box.reject()


def test_a_roll_that_is_printed_comes_out_in_its_size(here: Desk, tmp_path: Path) -> None:
    box = opened(here)
    box.form.fields["sheet"].set_value("60x40")
    box._on_sheet()
    box.press()
    preview = previewed(here)
    assert preview.panel._pages is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    set_paper(printer, preview.panel._pages.points(0))
    preview.panel.print_on(printer)
    here.qtbot.waitUntil(preview.panel.print_button.isEnabled)
    seen = seen_codes(tmp_path / "out.pdf", 300)
    assert [code.page for code in seen] == [0, 1, 2]
    assert [code.side for code in seen] == pytest.approx([29 * 0.75] * 3, abs=0.3)
    preview.close()
