"""系统 → 标签纸: a sheet of one's own is typed from the package and seen while it is typed, printed on, retired."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.printers import LabelKind
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.centre import label_printers, label_sheets
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.writing.actor import Actor
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.system.label_sheets import LabelSheetsSection
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.sheet_forms import SheetBox
from tests.gui.desk import Desk

Open = Callable[[str], Desk]


def section_of(here: Desk) -> LabelSheetsSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("label_sheets")
    QApplication.processEvents()
    section = page.sections["label_sheets"]
    assert isinstance(section, LabelSheetsSection)
    return section


def box_of(here: Desk) -> SheetBox:
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SheetBox))
    box = QApplication.activeWindow()
    assert isinstance(box, SheetBox)
    return box


def typed(here: Desk, *texts: str) -> None:
    """Each into its field, over what stands there, and Enter."""
    for text in texts:
        here.control(Qt.Key.Key_A)
        if text:
            here.type(text)
        here.enter()


def test_a_sheet_is_typed_from_its_package_by_keys(actor: Actor, desk: Open) -> None:
    here = desk("system")
    section = section_of(here)
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    assert box.picture.sheet is None, "nothing is measured yet"
    typed(here, "Deli 26")
    here.enter()
    typed(here, "100", "45", "3", "6", "4.5", "12", "1", "0")
    sheet = box.picture.sheet
    assert sheet is not None and sheet.extent == (306.5, 282)
    assert "18 个标签，每个 100×45 毫米" in box.told.text()
    here.control(Qt.Key.Key_S)
    assert box.isVisible()
    assert "排到纸外了（306.5 > 210 毫米）" in box.form.fields["label_wide"]._words.text()
    assert box.form.fields["label_wide"].editor.hasFocus(), "one types on where it is wrong"
    box.form.fields["columns"].grab_keyboard()
    typed(here, "2")
    here.control(Qt.Key.Key_S)
    here.window.activateWindow()
    [one] = label_sheets.own_sheets()
    assert (one.name, one.sheet.cells, one.sheet.extent) == ("Deli 26", 12, (205.5, 282))
    row = section.table.current_row()
    assert row is not None and row.own == one and section.picture.sheet == one.sheet


def test_a_roll_asks_for_its_label_alone(actor: Actor, desk: Open) -> None:
    here = desk("system")
    section = section_of(here)
    section.table.select_id(next(at for at, row in section._rows.items() if row.sheet.name == "60x40"))
    here.key(Qt.Key.Key_F7)
    box = box_of(here)
    shown = [name for name, field in box.form.fields.items() if field.isVisibleTo(box.form)]
    assert shown == ["name", "paper", "label_wide", "label_high", "padding"]
    assert box.form.fields["label_wide"].value() == "60"
    typed(here, "70 roll")
    here.enter()
    typed(here, "20", "30")
    here.control(Qt.Key.Key_S)
    assert "放不下扫得出来的码" in box.form.fields["label_wide"]._words.text()
    box.form.fields["label_wide"].grab_keyboard()
    typed(here, "70")
    here.control(Qt.Key.Key_S)
    assert [one.sheet.label for one in label_sheets.own_sheets()] == [(70, 30)]


def test_a_sheet_of_ones_own_is_offered_first_and_an_old_choice_still_works(actor: Actor, desk: Open) -> None:
    draft = label_sheets.copied(label_sheets.label_sheets()["2x7"])
    draft.name = "得力"
    key = f"own-{label_sheets.save(actor, draft)}"
    places.save(actor, BedDraft(room="201", number="1", opened_on="2026-01-01"))
    label_printers.keep(actor, LabelPrinter("").using(LabelKind.BEDS, "3x7", 4), LabelKind.BEDS)
    here = desk("beds")
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    box = page.open_labels()
    assert isinstance(box, LabelsDialog)
    assert (box.sheet.name, box.form.values()["start"]) == ("3x7", "4"), "what was remembered before"
    box.form.fields["sheet"].set_value(key)
    box._on_sheet()
    assert (box.sheet.shown, box.form.values()["start"]) == ("得力", "1")
    box.press()
    here.finish_job()
    preview = page.findChild(PreviewDialog)
    assert preview is not None and "得力" in preview.strip.text
    preview.close()
    assert label_printers.remembered("").sheets[LabelKind.BEDS] == key


def test_a_sheet_is_retired_and_offered_again_and_tested(actor: Actor, desk: Open) -> None:
    draft = label_sheets.copied(label_sheets.label_sheets()["2x7"])
    draft.name = "得力"
    made = label_sheets.save(actor, draft)
    here = desk("system")
    section = section_of(here)
    section.table.select_id(made)
    here.key(Qt.Key.Key_F8)
    assert label_sheets.own_sheets()[0].retired_on is not None
    section.table.select_id(made)
    here.key(Qt.Key.Key_F8)
    assert label_sheets.own_sheets()[0].retired_on is None
    section.table.select_id(made)
    here.control(Qt.Key.Key_T)
    here.finish_job()
    preview = here.window.page("system").findChild(PreviewDialog)
    assert preview is not None and "小十字" in preview.strip.text
    preview.close()


def test_a_shipped_sheet_stays_as_it_is(actor: Actor, desk: Open) -> None:
    here = desk("system")
    section = section_of(here)
    row = section.table.current_row()
    assert row is not None and row.own is None
    assert not section.acts[section.change].isEnabled() and not section.acts[section.toggle].isEnabled()
    here.key(Qt.Key.Key_F2)
    here.key(Qt.Key.Key_F8)
    assert QApplication.activeModalWidget() is None and label_sheets.own_sheets() == []


def test_whoever_is_not_the_director_reads_the_sheets_and_tests_them(clerk: Actor, desk: Open) -> None:
    here = desk("system")
    here.window.session.actor = clerk
    section = LabelSheetsSection(here.window.session)
    assert list(section.acts) == [section.test_page]
    (key,) = section.keys()
    assert key.keys == "Ctrl+T"
