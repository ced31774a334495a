"""What is wrong with an assessment or its items, with its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class WrongItemSet(UserError):
    """The items of the assessment are not those of the standard."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The items of the assessment add up to {total} points instead of {wanted}. Please install it anew."
    )

    total: int
    wanted: int
