"""A centre's newest full file given back to it, for a computer on which nothing of the centre is left.

What the district can read stays here: the stick has the part that only the centre's recovery sheet opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock, files
from desktop.core.district_errors import NothingToReturn
from desktop.core.file_errors import SyncRefused
from desktop.core.proofs import file_sha256
from desktop.core.reasons import SyncReason
from desktop.district import enrolling
from desktop.district.catalogue import Accepted, Returned
from desktop.district.desk import Desk
from desktop.district.proving import kept
from desktop.sync import returned
from desktop.sync.format import FULL, RESTORE, Manifest


@dataclass(frozen=True)
class GivenBack:
    """What was written to the stick; ``later`` are the periods handed in since, which are not in it."""

    path: Path
    manifest: Manifest
    sha256: str
    later: tuple[str, ...]


def give_back(desk: Desk, number: str, out: Path) -> GivenBack:
    """Write what brings a centre back, prove it from the stick, and note it; NothingToReturn where there is none."""
    centre = enrolling.require(desk, number)
    standing = desk.catalogue.all_accepted(number)
    full = next((one for one in standing if one.period == FULL), None)
    if full is None:
        raise NothingToReturn(number, centre.name)
    with kept(desk, full) as found:
        if RESTORE not in found.members:
            raise NothingToReturn(number, centre.name, is_open=True)
        path = out / returned.file_name(found.manifest) if out.is_dir() else out
        path, manifest = path.resolve(), found.manifest
        files.make_folder(path.parent)
        with files.writing_beside(path) as part:
            with part.open("wb") as written:
                sha256 = returned.write(_about(desk, full, standing), found, written)
            if file_sha256(part) != sha256 or returned.read(part).manifest != manifest:
                raise SyncRefused(str(path), SyncReason.CHANGED)
    desk.catalogue.note_returned(Returned(clock.timestamp(), number, full.sequence, sha256, path.name))
    later = tuple(one.period for one in standing if one.rank > full.rank)
    return GivenBack(path, manifest, sha256, later)


def _about(desk: Desk, full: Accepted, standing: list[Accepted]) -> returned.About:
    last = max(standing, key=lambda one: (one.sequence, one.sha256))
    epoch = max(one.epoch for one in standing)
    told = desk.district
    return returned.About(told.name, told.code, clock.timestamp(), full.sha256, epoch, last.sequence, last.sha256)
