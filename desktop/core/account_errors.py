"""What another program may have done to the accounts; ``errors`` says how an error carries its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import StorageError, UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class AccountChanged(UserError):
    """Password, role or state of an account are not what the program wrote last."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The account of {name} was changed by another program, so nobody signs in with it. The director sets its "
        "password anew; then its role is again what the program wrote.",
    )

    name: str


@dataclass
class AccountsLost(StorageError):
    """People sign in here, and another program changed the accounts so that no director can any more."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program changed the accounts in this data, and no director can sign in. Nobody is let in without a "
        "password; restore the newest backup in which they are whole.",
    )
