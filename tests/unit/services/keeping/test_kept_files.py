"""Scans and photographs travel with the backups and come back with a restore."""

import os
from pathlib import Path

import pytest

from desktop.core.paths import DataFolder
from desktop.services.centre import centres
from desktop.services.keeping import backups, kept_files, restoring


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture
def stick(actor, tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(place))
    return place


def test_a_backup_carries_new_files_only(folder, stick):
    put(folder.root, "attachments/2026-10/a.jpg", b"scan")
    put(folder.root, "photos/b.jpg", b"face")
    put(folder.root, "drafts/c.json", b"{}")
    backups.back_up(folder, "manual")
    carried = kept_files.carried_folder(stick, "530114")
    assert sorted(path.name for path in carried.rglob("*") if path.is_file()) == ["a.jpg", "b.jpg"]
    assert kept_files.carry(folder.root, carried) == 0


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
