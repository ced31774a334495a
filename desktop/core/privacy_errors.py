"""What keeps a person's data from being deleted or used; ``errors`` says how an error carries its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.core.consent import ConsentScope
from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.reasons import ConsentReason, ErasureReason


@dataclass
class NotErasable(UserError):
    """Somebody's data cannot be deleted yet."""

    says = QT_TRANSLATE_NOOP("Messages", "These data are deleted already.")
    says_why: ClassVar[Mapping[str, Said]] = {
        ErasureReason.ON_REGISTER: QT_TRANSLATE_NOOP(
            "Messages", "This person is on the register. Record that they left first; then the data can be deleted."
        ),
        ErasureReason.OPEN_STAY: QT_TRANSLATE_NOOP("Messages", "A stay goes on. Discharge the person first."),
        ErasureReason.OPEN_HOME_BED: QT_TRANSLATE_NOOP("Messages", "A care bed at home goes on. End it first."),
        ErasureReason.OPEN_ORDER: QT_TRANSLATE_NOOP("Messages", "A service is ordered. Record it or cancel it first."),
        ErasureReason.BALANCE: QT_TRANSLATE_NOOP("Messages", "Money is left here. Pay it back first."),
        ErasureReason.OPEN_MONTH: QT_TRANSLATE_NOOP(
            "Messages", "A month in which this person was served is not closed yet. Close it first."
        ),
    }

    reason: ErasureReason


@dataclass
class ConsentWithdrawn(UserError):
    """Something was to be recorded of somebody who withdrew consent to it."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Not recorded: consent was withdrawn. If it is given anew, record that first (resident, Menu)."
    )
    says_why: ClassVar[Mapping[str, Said]] = {
        ConsentScope.SENSITIVE: QT_TRANSLATE_NOOP(
            "Messages", "Not recorded: consent to health data and assessments was withdrawn."
        ),
        ConsentScope.CONTACTS: QT_TRANSLATE_NOOP(
            "Messages", "Not recorded: consent to emergency contacts was withdrawn."
        ),
        ConsentScope.PHOTO: QT_TRANSLATE_NOOP("Messages", "Not kept: consent to a photograph was withdrawn."),
    }

    reason: ConsentScope


@dataclass
class NotWithdrawable(UserError):
    """Consent cannot be withdrawn, or given anew, as things stand."""

    says = QT_TRANSLATE_NOOP("Messages", "This consent was withdrawn already.")
    says_why: ClassVar[Mapping[str, Said]] = {
        ConsentReason.OPEN_STAY: QT_TRANSLATE_NOOP(
            "Messages", "A stay goes on by its contract. Discharge the person first."
        ),
        ConsentReason.OPEN_HOME_BED: QT_TRANSLATE_NOOP(
            "Messages", "A care bed at home goes on by its contract. End it first."
        ),
        ConsentReason.NOTHING: QT_TRANSLATE_NOOP("Messages", "No consent of this person is withdrawn."),
    }

    reason: ConsentReason
