"""Workbooks of the centre's own (自有表格): kept beside the database under names made of their content."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.file_errors import Unreadable
from desktop.core.files import make_folder, writing_beside
from desktop.core.paths import DataFolder
from desktop.core.reasons import FileReason, Reason
from desktop.core.storage_errors import FileMissing
from desktop.models import query
from desktop.models.database import database_path
from desktop.models.form import OwnForm
from desktop.services.own_forms.reading import read_form
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_LONGEST = 60


@dataclass(frozen=True)
class OwnFormRow:
    """One workbook; a retired one is kept and offered no more."""

    id: int
    name: str
    file: str
    retired_on: dt.date | None


def own_forms() -> list[OwnFormRow]:
    """Every workbook of the centre's own, those in use first."""
    sql = "SELECT id, name, file, retired_on FROM living_own_form ORDER BY retired_on IS NOT NULL, name, id"
    return query.fetch_as(OwnFormRow, sql)


def add(actor: Actor, name: str, file: Path) -> int:
    """Keep a workbook under a name; the id. Unreadable says why a file cannot be kept."""
    permissions.reading(actor, Action.KEEP_FORM)
    kept = _keep(file)
    with writing(actor, Action.KEEP_FORM) as unit:
        return int(unit.add(OwnForm(name=_named(name, None), file=kept)).id)


def replace(actor: Actor, form_id: int, file: Path) -> None:
    """Another file for the same form; the older one stays in the folder."""
    permissions.reading(actor, Action.KEEP_FORM)
    kept = _keep(file)
    with writing(actor, Action.KEEP_FORM) as unit:
        unit.change(unit.living(OwnForm, form_id), {"file": kept})


def rename(actor: Actor, form_id: int, name: str) -> None:
    """Call a form otherwise."""
    with writing(actor, Action.KEEP_FORM) as unit:
        unit.change(unit.living(OwnForm, form_id), {"name": _named(name, form_id)})


def retire(actor: Actor, form_id: int, back: bool = False) -> None:
    """Offer a form no more, or again."""
    with writing(actor, Action.KEEP_FORM) as unit:
        _retire(unit, form_id, None if back else clock.today())


def path_of(form_id: int) -> Path:
    """Where the file of a form lies, proved against its name."""
    path = _folder() / living(OwnForm, form_id).file
    if not path.is_file():
        raise FileMissing(str(path))
    if hashlib.sha256(path.read_bytes()).hexdigest() != path.stem:
        raise Unreadable(path.name, FileReason.DAMAGED)
    return path


def _retire(unit: Unit, form_id: int, on: dt.date | None) -> None:
    unit.change(unit.living(OwnForm, form_id), {"retired_on": on})


def _named(typed: str, form_id: int | None) -> str:
    checks = Checks()
    name = checks.text("name", typed, required=True, longest=_LONGEST)
    checks.raise_if_any()
    if query.count("SELECT count(*) FROM living_own_form WHERE name = ? AND id IS NOT ?", [name, form_id]):
        raise InvalidDraft([FieldError("name", Reason.ALREADY_RECORDED)])
    return name


def _keep(file: Path) -> str:
    content = read_form(file)
    name = f"{hashlib.sha256(content).hexdigest()}.xlsx"
    with writing_beside(make_folder(_folder()) / name) as part:
        part.write_bytes(content)
    return name


def _folder() -> Path:
    return DataFolder(database_path().parent).forms
