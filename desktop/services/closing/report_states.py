"""What became of a month's reports, version by version: 草稿 预览 已结 已更正 已导出 已接收 (time.md, Month states)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.answers import ReportState
from desktop.core.period import Month
from desktop.services.closing import exports
from desktop.services.closing.exports import ExportRow
from desktop.services.writing import frozen, months
from desktop.services.writing.frozen import Version

_FULL = "full"


@dataclass(frozen=True)
class VersionState:
    """One version of a month's reports with the file that carries it; no ``version``: those of an open month."""

    month: Month
    version: Version | None
    state: ReportState
    file: ExportRow | None = None

    @property
    def handed_in(self) -> ReportState | None:
        """已接收 or 已导出 of this very version; None while no file carries it."""
        if self.file is None:
            return None
        return ReportState.RECEIVED if self.file.received_at else ReportState.EXPORTED


def of(month: Month) -> list[VersionState]:
    """The versions of a month, the newest first; of an open one what stands now."""
    return _states(month, [one for one in frozen.versions() if one.month == month], exports.listed())


def listed() -> list[VersionState]:
    """Every month from the first record to the running one with all its versions, the newest first."""
    running = Month.of(clock.today())
    first = min(months.first_month() or running, running)
    files, known = exports.listed(), frozen.versions()
    count = (running.year - first.year) * 12 + running.number - first.number + 1
    found = [running.shifted(-back) for back in range(count)]
    return [
        one
        for month in found
        for one in _states(month, [version for version in known if version.month == month], files)
    ]


def _states(month: Month, versions: Sequence[Version], files: Sequence[ExportRow]) -> list[VersionState]:
    if not versions:
        over = month.last < clock.today()
        return [VersionState(month, None, ReportState.PREVIEW if over else ReportState.DRAFT)]
    until = [later.made_at for later in versions[1:]] + [""]
    states = [
        VersionState(month, one, _state(one), _carrier(one, end, files))
        for one, end in zip(versions, until, strict=True)
    ]
    return states[::-1]


def _state(version: Version) -> ReportState:
    return ReportState.CORRECTED if version.origin == frozen.CORRECTED else ReportState.CLOSED


def _carrier(version: Version, until: str, files: Sequence[ExportRow]) -> ExportRow | None:
    """The file that was written while this version held: one from before, or of a later one, is not its.

    Of several the newest that was received: what carries a version is received, whichever file brought it.
    """
    found = [
        file
        for file in files
        if file.period in (str(version.month), _FULL)
        and file.exported_at >= version.made_at
        and (not until or file.exported_at < until)
    ]
    return next((file for file in found if file.received_at), found[0] if found else None)
