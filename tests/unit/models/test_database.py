"""How the database is reached."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from desktop.models.database import address


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
