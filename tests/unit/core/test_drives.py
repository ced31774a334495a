"""Network drives: by the mount table of Linux, by the kind of a drive on Windows."""

from pathlib import Path

import pytest

from desktop.core import drives

TABLE = r"""sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw,relatime 0 0
//server/share /mnt/share cifs rw,vers=3.0 0 0
server:/home /mnt/home nfs4 rw 0 0
/dev/sdb1 /mnt/home/stick vfat rw 0 0
//server/中心 /mnt/street\040office smb3 rw 0 0
clerk@server: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/ntfs fuseblk rw 0 0
server:/old /mnt/over nfs rw 0 0
/dev/sdd1 /mnt/over ext4 rw 0 0
a line that is cut"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/srv/shizhu", False),
        ("/mnt/share/shizhu", True),
        ("/mnt/share", True),
        ("/mnt/sharing", False),
        ("/mnt/home/甲", True),
        ("/mnt/home/stick/shizhu", False),
        ("/mnt/street office/shizhu", True),
        ("/mnt/ssh/a/b/c", True),
        ("/mnt/ntfs/shizhu", False),
        ("/mnt/over/shizhu", False),
    ],
)
def test_the_innermost_mount_says_whether_a_folder_is_on_a_network(folder, network):
    assert drives.on_mounted_network(Path(folder), drives.mounts_of(TABLE)) is network


def test_a_link_to_a_network_drive_is_one(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "far")
    mounts = [(Path("/"), "ext4"), (tmp_path / "far", "cifs")]
    assert drives.on_mounted_network(tmp_path / "link" / "shizhu", mounts)
    assert not drives.on_mounted_network(tmp_path / "near", mounts)


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        (r"\\server\share\shizhu", True),
        ("//server/share/shizhu", True),
        (r"\\?\UNC\server\share", True),
        (r"Z:\shizhu", True),
        (r"\\?\Z:\shizhu", True),
        (r"C:\Users\甲\AppData\shizhu", False),
        (r"\\?\C:\shizhu", False),
    ],
)
def test_a_share_or_its_drive_letter_is_a_network_drive_on_windows(folder, network):
    assert drives.on_windows_network(folder, {"C:\\": 3, "Z:\\": 4}.__getitem__) is network


def test_this_computer_tells_what_it_has_mounted(tmp_path):
    assert not drives.on_network(tmp_path)
