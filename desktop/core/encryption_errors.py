"""What keeps a centre from being encrypted, or from being plain again."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import StorageError, UserError
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


@dataclass
class EncryptionUndone(StorageError):
    """A start found a change of encryption that never took effect, and put its keys away."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Encrypting, or taking it away, was cut short before it took effect: the data are as they were. Begin it again"
        " under System, Encryption.",
    )


@dataclass
class FilesSealed(StorageError):
    """A start found files in clear beside encrypted data, and sealed them."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Encrypting was cut short after the data themselves: the files that were left are encrypted now ({count}).",
    )

    count: int
