"""An intake that was cut short is finished or undone at the next start, whatever moment it was cut at.

A note stands before the file takes its place; what the note names either becomes the file that stands, or is gone.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.core import files, leftovers
from desktop.core.district_errors import IntakeRefused
from desktop.core.file_errors import SyncRefused
from desktop.core.files import storage_error
from desktop.district import derived
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.district.proving import kept, proven

_NOTES = "intake-*.json"


@dataclass(frozen=True)
class Noted:
    """A file that is about to stand for a centre's period; ``file`` is its place below the folder."""

    centre: str
    period: str
    file: str
    came_as: str
    sha256: str


def note(desk: Desk, row: Accepted) -> Path:
    """Say what is about to be taken, before its file takes its place."""
    noted = Noted(row.centre, row.period, row.file, row.came_as, row.sha256)
    path = desk.folder.root / _NOTES.replace("*", row.sha256[:16])
    files.keep(path, json.dumps(asdict(noted), ensure_ascii=False).encode("utf-8"))
    return path


def done(desk: Desk, row: Accepted, noted: Path) -> None:
    """A file stands: those that it replaced go, and the note after them."""
    _remove_others(desk, row)
    noted.unlink(missing_ok=True)


def settle(desk: Desk) -> None:
    """Finish or undo what was cut short, and sweep the parts of dead runs."""
    for path in sorted(desk.folder.root.glob(_NOTES)):
        with desk.catalogue.writing():
            # Whoever is in the middle of it holds the catalogue; then the note is gone, or its file stands.
            noted = _read(path)
            if noted is not None:
                _settle(desk, noted)
        path.unlink(missing_ok=True)
    leftovers.sweep_in(desk.folder.root)


def _settle(desk: Desk, noted: Noted) -> None:
    standing = desk.catalogue.accepted(noted.centre, noted.period)
    if standing is not None and standing.file == noted.file:
        _remove_others(desk, standing)
        return
    path = desk.folder.root / noted.file
    if path.is_file() and _finish(desk, noted, path, standing):
        return
    path.unlink(missing_ok=True)
    _put_back(desk, noted.centre, noted.period, standing)


def _finish(desk: Desk, noted: Noted, path: Path, standing: Accepted | None) -> bool:
    try:
        with proven(desk, path, noted.came_as) as one:
            if (one.row.centre, one.row.period) != (noted.centre, noted.period):
                return False
            if standing is not None and standing.rank >= one.row.rank:
                return False
            derived.put(desk.folder, one.row, one.found)
            desk.catalogue.put(one.row)
    except (SyncRefused, IntakeRefused):
        return False
    _remove_others(desk, one.row)
    return True


def _put_back(desk: Desk, centre: str, period: str, standing: Accepted | None) -> None:
    """Let what is derived be of the file that stands, or of none."""
    if standing is None:
        derived.drop(desk.folder, centre, period)
        return
    with kept(desk, standing) as found:
        derived.put(desk.folder, standing, found)


def _remove_others(desk: Desk, row: Accepted) -> None:
    place = desk.folder.kept(row.centre, row.period)
    try:
        for path in place.iterdir():
            if path != desk.folder.root / row.file:
                path.unlink(missing_ok=True)
        files.sync_folder(place)
    except OSError as error:
        raise storage_error(error, place) from error


def _read(path: Path) -> Noted | None:
    try:
        return Noted(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        # Cut before it was whole: nothing was moved yet.
        return None
