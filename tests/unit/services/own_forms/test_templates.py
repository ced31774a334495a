"""Forms are kept in the centre, replaced, retired, and come back with a backup."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import FileMissing
from desktop.reports.own_forms.fill import fill
from desktop.services import undoing
from desktop.services.centre import centres
from desktop.services.keeping import backups, restoring
from desktop.services.own_forms import templates
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.unit.reports.own_forms.books import KNOWN, one_cell


def test_a_form_is_kept_and_found_by_its_name(actor: Actor, tmp_path: Path) -> None:
    source = one_cell(tmp_path / "a.xlsx", A1="{{visits.required}}")
    form = templates.add(actor, " 街道月报 ", source)
    [row] = templates.own_forms()
    assert (row.id, row.name, row.retired_on) == (form, "街道月报", None)
    source.unlink()
    assert templates.path_of(form).name == row.file, "the centre's copy stands by itself"


def test_a_replaced_form_has_the_new_file_and_undo_brings_the_old_back(actor: Actor, tmp_path: Path) -> None:
    form = templates.add(actor, "街道月报", one_cell(tmp_path / "a.xlsx", A1="旧"))
    before = templates.path_of(form)
    templates.replace(actor, form, one_cell(tmp_path / "b.xlsx", A1="新"))
    assert templates.path_of(form) != before
    undoing.take_back(actor, done.latest())
    assert templates.path_of(form) == before


def test_a_retired_form_stands_last_and_may_come_back(actor: Actor, tmp_path: Path) -> None:
    book = one_cell(tmp_path / "a.xlsx", A1="x")
    first, _second = (templates.add(actor, name, book) for name in ("甲表", "乙表"))
    templates.retire(actor, first)
    assert [(row.name, row.retired_on is None) for row in templates.own_forms()] == [("乙表", True), ("甲表", False)]
    templates.retire(actor, first, back=True)
    assert all(row.retired_on is None for row in templates.own_forms())


def test_two_forms_do_not_share_a_name(actor: Actor, tmp_path: Path) -> None:
    book = one_cell(tmp_path / "a.xlsx", A1="x")
    first, second = (templates.add(actor, name, book) for name in ("甲表", "乙表"))
    for refused in (lambda: templates.add(actor, "甲表", book), lambda: templates.rename(actor, second, "甲表")):
        with pytest.raises(InvalidDraft) as wrong:
            refused()
        assert [(error.name, error.reason) for error in wrong.value.fields] == [("name", "already_recorded")]
    templates.rename(actor, first, "甲表")


def test_a_name_is_needed_and_a_worker_keeps_no_form(actor: Actor, tmp_path: Path) -> None:
    book = one_cell(tmp_path / "a.xlsx", A1="x")
    with pytest.raises(InvalidDraft):
        templates.add(actor, "  ", book)
    with pytest.raises(NotAllowed):
        templates.add(Actor(None, "护理员", "worker", 1), "甲表", book)
    assert templates.own_forms() == []


def test_a_new_computer_has_the_forms_after_restoring_and_fills_them(
    actor: Actor, folder: DataFolder, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(stick))
    form = templates.add(actor, "甲表", one_cell(tmp_path / "a.xlsx", A1="{{month.words}}"))
    content = templates.path_of(form).read_bytes()
    made = backups.back_up(folder, "manual")
    centres.close_centre()
    other = DataFolder(tmp_path / "new computer")
    restoring.restore(made.second, other)
    centres.open_centre(other)
    [row] = templates.own_forms()
    path = templates.path_of(row.id)
    assert (row.name, path.parent, path.read_bytes()) == ("甲表", other.forms, content)
    fill(path, KNOWN, tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").active["A1"].value == "2026年10月"


def test_a_changed_or_missing_file_is_said(actor: Actor, tmp_path: Path) -> None:
    form = templates.add(actor, "甲表", one_cell(tmp_path / "a.xlsx", A1="x"))
    path = templates.path_of(form)
    path.write_bytes(b"PK")
    with pytest.raises(Unreadable):
        templates.path_of(form)
    path.unlink()
    with pytest.raises(FileMissing):
        templates.path_of(form)
