"""What cannot be done with services and with those who do them: rows of a sheet, hours of volunteers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class HoursTooFew(UserError):
    """So many hours cannot be taken out of somebody's time bank."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Not done: {balance} hours are left in the time bank, and {wanted} would be taken. Enter first what was served,"
        " or take fewer.",
    )

    balance: str
    wanted: str


@dataclass
class RowsRefused(UserError):
    """Some of the rows of a sheet cannot be saved, so none was; ``rows`` has why, by the row's place from 0."""

    says = QT_TRANSLATE_NOOP("Messages", "Nothing was saved: {count} rows have something to put right.")

    count: int
    rows: Mapping[int, UserError] = field(default_factory=dict)
