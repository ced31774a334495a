"""What is made of the accepted files, for figures: filled with them, and at any time made anew."""

from __future__ import annotations

from desktop.district import store
from desktop.district.catalogue import Accepted
from desktop.district.folder import DistrictFolder
from desktop.sync.read import SyncFile


def put(folder: DistrictFolder, row: Accepted, found: SyncFile) -> None:
    """Let the rows of a file stand for its centre's period, in place of those that stood for it."""
    store.put(folder.root, row.centre, row.period, store.parts_of(found))


def drop(folder: DistrictFolder, centre: str, period: str) -> None:
    """Nothing stands for a centre's period any more."""
    store.drop(folder.root, centre, period)


def clear(folder: DistrictFolder) -> None:
    """Nothing stands for anybody: all of it is about to be made anew."""
    store.clear(folder.root)
