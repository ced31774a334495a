"""Files appear whole under their name, or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop.core import files
from desktop.core.errors import Cancelled
from desktop.core.files import keep, make_folder, storage_error, writing_beside
from desktop.core.storage_errors import DiskFull, FileForbidden, FileLocked, FileMissing, FolderReadOnly, StorageTrouble


def test_a_finished_file_takes_the_name(tmp_path: Path) -> None:
    target = tmp_path / "月报.pdf"
    target.write_bytes(b"old")
    with writing_beside(target) as part:
        part.write_bytes(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_cancelled_file_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled), writing_beside(target) as part:
        part.write_bytes(b"half")
        raise Cancelled()
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert target.read_bytes() == b"old"


def test_a_file_is_kept_with_its_folder_and_a_file_in_the_folders_place_is_trouble(tmp_path: Path) -> None:
    keep(tmp_path / "2026-10" / "a.jpg", b"whole")
    assert [path.read_bytes() for path in (tmp_path / "2026-10").iterdir()] == [b"whole"]
    with pytest.raises(FolderReadOnly):
        keep(tmp_path / "2026-10" / "a.jpg" / "b.jpg", b"whole")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught, writing_beside(tmp_path / "gone" / "a.pdf"):
        pytest.fail("there is nowhere to write")
    assert caught.value.file == str(tmp_path / "gone")


def test_a_full_disk_in_the_middle_is_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(DiskFull), writing_beside(tmp_path / "a.pdf") as part:
        part.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_under_the_target_name_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(StorageTrouble), writing_beside(tmp_path / "a.pdf") as part:
        part.write_bytes(b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_trouble_with_another_file_names_that_file(tmp_path: Path) -> None:
    other = tmp_path / "source.xlsx"
    with pytest.raises(FileMissing) as caught, writing_beside(tmp_path / "a.pdf"):
        other.read_bytes()
    assert caught.value.file == str(other)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EROFS, FolderReadOnly),
        (errno.EDQUOT, DiskFull),
        (errno.EBUSY, FileLocked),
        (errno.EIO, StorageTrouble),
    ],
)
def test_each_report_of_the_system_has_its_error(tmp_path: Path, number: int, kind: type[Exception]) -> None:
    assert isinstance(storage_error(OSError(number, "reported"), tmp_path / "a.pdf"), kind)


def test_permission_denied_on_a_file_that_exists_means_locked(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    denied = PermissionError(errno.EACCES, "denied", str(target))
    assert isinstance(storage_error(denied, target), FolderReadOnly)
    target.write_bytes(b"x")
    assert storage_error(denied, target) == FileLocked(str(target))


def test_every_new_folder_is_made_durable_in_its_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """reliability C2: by strict POSIX a folder that is not synced into its parent is gone after a cut."""
    synced: list[Path] = []
    monkeypatch.setattr(files, "sync_folder", synced.append)
    make_folder(tmp_path / "a" / "b" / "c")
    assert set(synced) == {tmp_path, tmp_path / "a", tmp_path / "a" / "b"}
    synced.clear()
    make_folder(tmp_path / "a" / "b" / "c")
    assert synced == []


def test_a_file_that_nobody_may_read_is_not_said_to_be_open_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """reliability C4."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"x")
    monkeypatch.setattr("desktop.core.files.os.access", lambda path, mode: Path(path) != target)
    assert storage_error(PermissionError(errno.EACCES, "denied", str(target)), target) == FileForbidden(str(target))
