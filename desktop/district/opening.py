"""A district's folder opened as a program of its own: no centre is needed. What was cut short is settled first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.core import drives
from desktop.core.storage_errors import FolderOnNetwork
from desktop.district import folder as folders
from desktop.district import settling
from desktop.district.catalogue import Catalogue
from desktop.district.desk import Desk
from desktop.district.folder import DistrictFolder


@contextmanager
def opened(folder: DistrictFolder) -> Iterator[Desk]:
    """Open a district's folder; NoDistrict where there is none."""
    district = folders.require(folder)
    if drives.on_network(folder.root):
        raise FolderOnNetwork(str(folder.root))
    catalogue = Catalogue(folder.catalogue)
    try:
        desk = Desk(folder, district, catalogue)
        settling.settle(desk)
        yield desk
    finally:
        catalogue.close()
