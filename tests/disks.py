"""Disks that let nobody write, or not a byte more: real ones where this machine lets us have them."""

import gc
import os
import shutil
import subprocess
from contextlib import suppress

import pytest

from desktop.core.paths import DataFolder


def mounted_at(place):
    """A real disk of eight megabytes while it is asked for, where this machine lets us have one."""
    place.mkdir()
    mounted = shutil.which("mount") is not None and hasattr(os, "geteuid") and os.geteuid() == 0
    if (
        not mounted
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], capture_output=True
        ).returncode
    ):
        pytest.skip("only root may mount a small disk, and not in every container")
    yield place
    # A statement that failed keeps its file open for as long as its error is about.
    gc.collect()
    subprocess.run(["umount", str(place)], check=True)


def moved_to(disk, folder):
    """The data folder, carried to a disk; its centre has to be closed."""
    moved = DataFolder(disk / "data")
    shutil.copytree(folder.root, moved.root)
    return moved


def seal_off(disk):
    """Nobody writes to it any more."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def fill(disk):
    """Not a byte is left on it."""
    with suppress(OSError), (disk / "films").open("wb", buffering=0) as films:
        while films.write(b"x" * 1024):
            pass


def make_room(disk):
    """There is room again."""
    (disk / "films").unlink()
