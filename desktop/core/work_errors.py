"""What cannot be done with those who work here: trainings, hours of volunteers."""

from __future__ import annotations

from dataclasses import dataclass

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
