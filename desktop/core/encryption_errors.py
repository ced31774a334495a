"""What keeps a centre from being encrypted, or from being plain again."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class AlreadyEncrypted(UserError):
    """The data are encrypted already."""

    says = QT_TRANSLATE_NOOP("Messages", "The data are encrypted already.")


@dataclass
class NotEncrypted(UserError):
    """The data are not encrypted."""

    says = QT_TRANSLATE_NOOP("Messages", "The data are not encrypted.")


@dataclass
class PasswordFirst(UserError):
    """Whoever encrypts has no password that could open the data again."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Encrypted data open with a password. Give yourself one under System, Accounts first."
    )
