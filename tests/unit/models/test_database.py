"""How the database is reached."""

import shutil
import sqlite3
from pathlib import PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest

from desktop.core.storage_errors import DiskFull, StorageTrouble
from desktop.models.database import storage_trouble
from desktop.models.driver import address


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/srv/centre 1/shizhu.db"), "file:///srv/centre%201/shizhu.db?mode=rw"),
        (PureWindowsPath(r"D:\台账\shizhu.db"), "file:///D:/%E5%8F%B0%E8%B4%A6/shizhu.db?mode=rw"),
        # A host in the address is what SQLite refuses: "invalid uri authority".
        (PureWindowsPath(r"\\nas\backup\shizhu.db"), "file:////nas/backup/shizhu.db?mode=rw"),
    ],
)
def test_a_file_on_a_disk_or_a_network_drive_has_an_address_that_sqlite_takes(path, uri):
    assert address(path, "mode=rw") == uri


@pytest.mark.parametrize(("free", "said"), [(8_192, DiskFull), (50_000_000, StorageTrouble)])
def test_an_io_error_on_a_disk_with_nothing_left_is_told_as_a_full_disk(tmp_path, monkeypatch, free, said):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=free))
    with pytest.raises(said), storage_trouble(tmp_path / "shizhu.db"):
        raise sqlite3.OperationalError("disk I/O error")
