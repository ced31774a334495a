"""An open folder of a district, which whatever is done in it is given."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.district.catalogue import Catalogue
from desktop.district.folder import District, DistrictFolder


@dataclass(frozen=True)
class Desk:
    """An open folder of a district: who it is, where things lie, what was accepted."""

    folder: DistrictFolder
    district: District
    catalogue: Catalogue
