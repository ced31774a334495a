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
class ServiceHoursSpent(UserError):
    """A service cannot be void or shorter: its hours stand in a time bank, and were taken out of it already."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Not done: the hours of this service are in the time bank of {name}, where {balance} are left, and {wanted}"
        " would be taken back. First take back there what went out (System, Time bank, F8).",
    )

    name: str
    balance: str
    wanted: str


@dataclass
class HoursOfService(UserError):
    """Hours of a service that were taken back come in from the list of services, not by another counter-entry."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Not done: these are hours of a service. As long as it says so, they come in again from the list of services"
        " not yet booked (System, Time bank, F4).",
    )


@dataclass
class RowsRefused(UserError):
    """Some of the rows of a sheet cannot be saved, so none was; ``rows`` has why, by the row's place from 0."""

    says = QT_TRANSLATE_NOOP("Messages", "Nothing was saved: {count} rows have something to put right.")

    count: int
    rows: Mapping[int, UserError] = field(default_factory=dict)
