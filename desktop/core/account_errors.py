"""Signing in that fails, what another program may have done to the accounts, and what no director can say of a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.core.errors import StorageError, UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.rights import Bound


@dataclass
class WrongPassword(UserError):
    """Name and password do not match an active account."""

    says = QT_TRANSLATE_NOOP("Messages", "Name and password do not match. Please type the password again.")


@dataclass
class SignInPaused(UserError):
    """Several wrong passwords in a row: nobody is let try for a while."""

    says = QT_TRANSLATE_NOOP("Messages", "Several wrong passwords. Please wait {seconds} seconds, then try again.")

    seconds: int


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


@dataclass
class DirectorWanted(UserError):
    """Nobody is named who could go on with a centre that was brought back: no password came with it."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "No passwords came back with the centre. Say which director goes on and with which new password: {names}."
        " Nothing was changed.",
    )

    names: str


@dataclass
class RightRefused(UserError):
    """The director cannot say that of a role and an act."""

    says = QT_TRANSLATE_NOOP("Messages", "“{act}” cannot be set like this for {role}.")
    says_why: ClassVar[Mapping[str, Said]] = {
        Bound.DIRECTOR: QT_TRANSLATE_NOOP(
            "Messages", "The director keeps every right: nobody else could give one back. “{act}” stays as it is."
        ),
        Bound.NEVER: QT_TRANSLATE_NOOP(
            "Messages", "“{act}” is never given to {role}: it opens or carries away the whole centre's data or books."
        ),
        Bound.KEPT: QT_TRANSLATE_NOOP("Messages", "“{act}” is everybody's, of {role} too."),
        Bound.READER: QT_TRANSLATE_NOOP(
            "Messages",
            "{role} looks and writes nothing, so “{act}” cannot be given. Choose another role for the account.",
        ),
        Bound.NO_OWN: QT_TRANSLATE_NOOP("Messages", "“{act}” has no own rows. Say yes or no."),
    }

    reason: Bound
    role: str
    action: str
