"""The picture of a care bed at home's contract: kept, replaced, carried by the backups, gone with a renewal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import FileMissing
from desktop.services import undoing
from desktop.services.contracts import due
from desktop.services.home_beds import pictures, progress, steps
from desktop.services.home_beds.steps import AssessDraft, RenewDraft, SignDraft
from desktop.services.keeping import kept_files
from desktop.services.people import photos
from desktop.services.writing import done
from desktop.services.writing.actor import Actor


def picture(folder: Path, name: str, letter: str) -> Path:
    path = folder / name
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + letter.encode() * 50)
    return path


@pytest.fixture
def assessed(actor: Actor, person: Callable[..., int]) -> int:
    return steps.assess(actor, AssessDraft(person("王芳"), "2026-09-01"))


@pytest.fixture
def signed(actor: Actor, assessed: int) -> int:
    steps.sign(actor, assessed, SignDraft("2026-09-07", "HT-1", "", "2027-09-06", "2026-12-07"))
    return assessed


def named() -> str:
    (row,) = progress.rows()
    return row.photo


def test_it_is_kept_under_a_name_that_says_nothing_and_a_later_one_beside_it(
    actor: Actor, signed: int, tmp_path: Path, folder: DataFolder
) -> None:
    first = pictures.keep(actor, signed, picture(tmp_path, "王芳.png", "a"))
    assert "王" not in first.name and named() == first.name
    assert pictures.read(actor, signed) == (first, (tmp_path / "王芳.png").read_bytes())
    assert kept_files.wanted() == {f"certificates/{first.name}": first.stem}
    assert [one.picture for one in due.lines(dt.date(2026, 10, 21))] == [True]
    second = pictures.keep(actor, signed, picture(tmp_path, "b.png", "b"))
    assert first.is_file() and named() == second.name
    undoing.take_back(actor, done.standing(actor)[0])
    assert named() == first.name
    first.unlink()
    assert photos.missing(folder) == 1 and kept_files.missing(folder.root) == [f"certificates/{first.name}"]
    with pytest.raises(FileMissing):
        pictures.read(actor, signed)


def test_a_renewed_contract_has_no_picture_of_its_paper_yet(actor: Actor, signed: int, tmp_path: Path) -> None:
    before = pictures.keep(actor, signed, picture(tmp_path, "a.png", "a"))
    steps.renew(actor, signed, RenewDraft("2028-09-06"))
    assert named() == "" and before.is_file()


def test_there_is_none_before_the_contract_and_who_may_not_read_it_does_not(
    actor: Actor, assessed: int, tmp_path: Path, folder: DataFolder
) -> None:
    with pytest.raises(InvalidDraft):
        pictures.keep(actor, assessed, picture(tmp_path, "a.png", "a"))
    assert named() == "" and not folder.certificates.exists()
    auditor = Actor(None, "审核", "auditor", actor.station)
    for call in (
        lambda: pictures.read(auditor, assessed),
        lambda: pictures.keep(auditor, assessed, tmp_path / "a.png"),
    ):
        with pytest.raises(NotAllowed):
            call()
