"""The codes on the paper of closed versions: which report of which month in which version a paper is (time.md)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from desktop.core.acts import Action
from desktop.core.errors import StorageError
from desktop.models import query
from desktop.services.register import printed_codes
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.services.writing.frozen import Head, Version
from desktop.services.writing.journal import Unit, writing


def give(unit: Unit, version: Version, reports: Iterable[str]) -> None:
    """Give every report of a version its code, within the unit that freezes it."""
    for report in reports:
        printed_codes.give_report(unit, version.month, report, version.number)


def give_earlier(program: Actor) -> None:
    """Give codes to the versions that were frozen before papers bore any.

    What is damaged or cannot be written to comes without: its reports are printed or refused for their own reasons.
    """
    for version in frozen.without_codes():
        with suppress(StorageError), writing(program, Action.CLOSE_MONTH, "codes of a month closed before") as unit:
            give(unit, version, reports_in(frozen.kinds(version)))


def of(version: Version, report: str) -> str:
    """The 17 digits of a report; "" where it could not be given any."""
    return query.text(
        "SELECT digits FROM living_report_code WHERE month = ? AND report = ? AND version = ?",
        [str(version.month), report, version.number],
    )


def head_words(head: Head) -> str:
    """A head of the log on paper: station, number of the write, the first 8 characters of its hash."""
    _epoch, station, counter, sha256 = head
    return f"{station}-{counter}-{sha256[:8]}" if sha256 else "—"


def reports_in(documents: Iterable[str]) -> list[str]:
    """Which of a version's documents are reports."""
    return [kind.removeprefix(frozen.REPORT) for kind in documents if kind.startswith(frozen.REPORT)]
