"""Scans and photographs travel with the backups and come back with a restore."""

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop.core import clock, proofs
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import FilesLost
from desktop.services.centre import centres
from desktop.services.keeping import backups, kept_files, restoring, startup
from desktop.services.residents import photos


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_backup_carries_new_files_only(folder, stick):
    put(folder.root, "attachments/2026-10/a.jpg", b"scan")
    put(folder.root, "photos/b.jpg", b"face")
    put(folder.root, "drafts/c.json", b"{}")
    backups.back_up(folder, "manual")
    carried = kept_files.carried_folder(stick, "530114")
    assert sorted(path.name for path in carried.rglob("*") if path.is_file()) == ["SHA256SUMS", "a.jpg", "b.jpg"]
    assert kept_files.carry(folder.root, carried) == kept_files.Carried()


def test_a_photograph_taken_anew_replaces_its_copy(folder, stick):
    photo = put(folder.root, "photos/b.jpg", b"face")
    backups.back_up(folder, "manual")
    photo.write_bytes(b"gaze")
    os.utime(photo, ns=(photo.stat().st_atime_ns, photo.stat().st_mtime_ns + 10**9))
    backups.back_up(folder, "manual")
    assert (kept_files.carried_folder(stick, "530114") / "photos/b.jpg").read_bytes() == b"gaze"


def test_a_new_computer_gets_them_back_and_loses_nothing_newer(folder, stick, tmp_path):
    put(folder.root, "attachments/2026-10/a.jpg", b"scan")
    put(folder.root, "photos/b.jpg", b"old face")
    backup = backups.back_up(folder, "manual")
    centres.close_centre()
    other = DataFolder(tmp_path / "new computer")
    newer = put(other.root, "photos/b.jpg", b"new face")
    restoring.restore(backup.second, other)
    assert (other.root / "attachments/2026-10/a.jpg").read_bytes() == b"scan"
    assert newer.read_bytes() == b"new face"


@pytest.fixture
def photo(actor, person, folder):
    """The photograph of a resident, kept as the window keeps it."""
    return photos.store(actor, person("王芳"), b"\xff\xd8\xff" + bytes(range(256)))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    stood = path.stat()
    path.write_bytes(content)
    # As a bit that rots: size and time stay.
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))


def test_the_first_place_has_them_too_and_a_copied_folder_of_backups_is_enough(folder, photo, tmp_path):
    """reliability A8: data/backups copied to a new computer."""
    backup = backups.back_up(folder, "daily")
    stick = tmp_path / "stick"
    shutil.copytree(folder.backups, stick)
    centres.close_centre()
    other = DataFolder(tmp_path / "new computer")
    done = restoring.restore(stick / backup.path.name, other)
    assert done.lost == ()
    assert (other.photos / photo.name).read_bytes() == photo.read_bytes()


def test_what_does_not_come_along_is_told_at_once_and_at_every_start(folder, photo, tmp_path):
    backup = backups.back_up(folder, "daily")
    alone = tmp_path / "alone"
    alone.mkdir()
    for one in (backup.path, proofs.hash_file(backup.path)):
        shutil.copy(one, alone / one.name)
    centres.close_centre()
    other = DataFolder(tmp_path / "new computer")
    done = restoring.restore(alone / backup.path.name, other)
    assert done.lost == (f"photos/{photo.name}",)
    assert FilesLost(1, f"photos/{photo.name}") in startup.check(other).warnings


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_the_ledger_of_a_place_can_be_proved_without_the_program(folder, stick, photo):
    backups.back_up(folder, "daily")
    for place in (folder.backups, stick):
        subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=place / "files-530114", check=True)


@pytest.mark.parametrize("where", ["first", "second", "original"])
def test_one_flipped_bit_is_mended_from_where_the_file_is_whole(folder, stick, photo, where):
    """reliability A8: size and time are those of the whole file."""
    whole = photo.read_bytes()
    backups.back_up(folder, "manual")
    copies = {
        "first": folder.backups / "files-530114" / "photos" / photo.name,
        "second": stick / "files-530114" / "photos" / photo.name,
        "original": photo,
    }
    flip(copies[where])
    assert backups.back_up(folder, "manual").files_error is None
    assert {path.read_bytes() for path in copies.values()} == {whole}


def test_a_file_that_is_gone_comes_back_and_one_that_is_whole_nowhere_is_named(folder, stick, photo):
    backups.back_up(folder, "manual")
    photo.unlink()
    assert backups.back_up(folder, "exit").files_error is None
    assert photo.is_file()
    for path in (photo, *(place / "files-530114" / "photos" / photo.name for place in (folder.backups, stick))):
        flip(path)
    made = backups.back_up(folder, "manual")
    assert made.files_error == FilesLost(1, f"photos/{photo.name}")
    assert backups.verify(made.path), "the database is backed up all the same"


def test_within_sixteen_daily_backups_every_copy_is_read(folder, stick, photo):
    backups.back_up(folder, "manual")
    copy = stick / "files-530114" / "photos" / photo.name
    flip(copy)
    for day in range(22, 32):
        with clock.standing_at(dt.datetime(2026, 10, day, 9)):
            backups.back_up(folder, "daily")
    for day in range(1, 7):
        with clock.standing_at(dt.datetime(2026, 11, day, 9)):
            backups.back_up(folder, "daily")
    assert copy.read_bytes() == photo.read_bytes()


def test_a_damaged_copy_never_comes_back_as_a_whole_one(folder, stick, photo, tmp_path):
    backup = backups.back_up(folder, "manual")
    flip(stick / "files-530114" / "photos" / photo.name)
    centres.close_centre()
    other = DataFolder(tmp_path / "new computer")
    assert restoring.restore(backup.second, other).lost == (f"photos/{photo.name}",)
    assert not (other.photos / photo.name).exists()


def test_a_photograph_that_was_taken_away_does_not_come_back(folder, stick, photo, actor):
    backups.back_up(folder, "manual")
    photos.remove(actor, 1)
    assert backups.back_up(folder, "manual").files_error is None
    assert not photo.exists()
