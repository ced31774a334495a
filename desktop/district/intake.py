"""Files of centres taken into a district's folder: in any order, as often as one likes, cut at any moment.

Of each (centre, period) the file of the greatest (epoch, sequence) stands. One file that is not taken never stops the
others; it is named with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core import files
from desktop.core.district_errors import IntakeRefused
from desktop.core.errors import ShizhuError, StorageError
from desktop.core.file_errors import SyncRefused
from desktop.core.file_kinds import SYNC_FILE
from desktop.core.files import part_beside, storage_error
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.reasons import IntakeReason, SyncReason
from desktop.core.storage_errors import FileMissing
from desktop.district import derived, settling
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.district.proving import Proven, kept, proven
from desktop.sync.container import LARGEST_FILE

_PIECE = 1 << 20
# A sealed file is a little larger than what it holds.
_LARGEST = LARGEST_FILE + (1 << 20)


class _SourceTrouble(Exception):
    """The file itself cannot be read: the trouble is its own, not the folder's."""

    def __init__(self, error: StorageError) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass(frozen=True)
class Refused:
    """A file that was not taken, and why."""

    path: Path
    error: ShizhuError


@dataclass
class Merged:
    """What became of each file: taken, known already, or refused."""

    accepted: list[tuple[Path, Accepted]] = field(default_factory=list)
    unchanged: list[tuple[Path, Accepted]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def merge(desk: Desk, paths: Sequence[Path], progress: Progress | None = None, into: Merged | None = None) -> Merged:
    """Take files, and those in folders, one after the other; cancelled, what was taken stands, and is in ``into``."""
    steps = progress or Progress()
    found = _files(paths)
    steps.start(len(found), translate("Progress", "Taking in the files"))
    merged = Merged() if into is None else into
    for path in found:
        steps.check()
        _take(desk, path, merged)
        steps.step()
    return merged


def rebuild(desk: Desk, progress: Progress | None = None) -> list[Refused]:
    """Make what is derived anew from the accepted files; those that are not whole any more are named."""
    steps = progress or Progress()
    standing = desk.catalogue.all_accepted()
    steps.start(len(standing), translate("Progress", "Reading the accepted files"))
    lost: list[Refused] = []
    with desk.catalogue.writing():
        derived.clear(desk.folder)
        for row in standing:
            try:
                with kept(desk, row) as found:
                    derived.put(desk.folder, row, found)
            except (SyncRefused, FileMissing) as error:
                lost.append(Refused(desk.folder.root / row.file, error))
            steps.step()
    return lost


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(_in_folder(path)) if path.is_dir() else [path]
    return found


def _in_folder(folder: Path) -> Iterable[Path]:
    return (one for one in folder.rglob(f"*{SYNC_FILE}") if one.is_file())


def _take(desk: Desk, path: Path, merged: Merged) -> None:
    part = part_beside(desk.folder.about)
    try:
        _copy(path, part)
        with proven(desk, part, str(path)) as one:
            _place(desk, path, part, one, merged)
    except (SyncRefused, IntakeRefused) as error:
        error.file = str(path)
        merged.refused.append(Refused(path, error))
    except _SourceTrouble as trouble:
        merged.refused.append(Refused(path, trouble.error))
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _place(desk: Desk, path: Path, part: Path, one: Proven, merged: Merged) -> None:
    row = one.row
    with desk.catalogue.writing():
        standing = desk.catalogue.accepted(row.centre, row.period)
        if standing is not None and standing.sha256 == row.sha256:
            merged.unchanged.append((path, standing))
            return
        twice = standing is not None and standing.place == row.place
        if standing is not None and standing.rank > row.rank:
            raise _refused(str(path), row, standing, twice)
        noted = settling.note(desk, row)
        derived.put(desk.folder, row, one.found)
        _keep(part, desk.folder.root / row.file)
        desk.catalogue.put(row)
    settling.done(desk, row, noted)
    merged.accepted.append((path, row))
    if standing is not None and twice:
        # Of two files of one number the same one stands, and both are told, whichever came first.
        merged.refused.append(Refused(Path(standing.came_as), _refused(standing.came_as, row, row, twice)))


def _refused(file: str, row: Accepted, standing: Accepted, twice: bool) -> IntakeRefused:
    reason = IntakeReason.NUMBER_TWICE if twice else IntakeReason.OLDER
    return IntakeRefused(file, reason, row.centre, row.period, standing.sequence)


def _keep(part: Path, kept: Path) -> None:
    files.make_folder(kept.parent)
    try:
        files.sync_file(part)
        files.take_name(part, kept)
    except OSError as error:
        raise storage_error(error, kept) from error


def _copy(path: Path, part: Path) -> None:
    """What is proven is what is kept: the stick may say something else in a moment."""
    try:
        with part.open("xb") as out:
            for piece in _pieces(path):
                out.write(piece)
    except OSError as error:
        raise storage_error(error, part) from error


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            length = 0
            while piece := file.read(_PIECE):
                length += len(piece)
                if length > _LARGEST:
                    raise SyncRefused(str(path), SyncReason.TOO_LARGE)
                yield piece
    except OSError as error:
        raise _SourceTrouble(storage_error(error, path)) from error
