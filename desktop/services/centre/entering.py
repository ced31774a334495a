"""Into an encrypted centre: the key first, then the account that it belongs to.

Whose password opens the key is who it says: the lock knows the account, and the account takes that password over where
its own is another, as after a restored backup or a power cut while a password was changed.
"""

from __future__ import annotations

from contextlib import suppress

from desktop.core.account_errors import WrongPassword
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed, ShizhuError
from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.models.centre import Staff
from desktop.services.centre import accounts, centres, unlocking
from desktop.services.writing.actor import Actor


def enter(folder: DataFolder, name: str, password: str) -> Actor:
    """Open the encrypted centre and sign in; WrongPassword as for signing in, with the centre closed again."""
    uid = unlocking.unlock(folder.database, name, password)
    centres.open_centre(folder)
    try:
        with suppress(WrongPassword):
            return accounts.sign_in(name, password)
        staff = Staff.get_or_none(Staff.uid == uid, Staff.active, Staff.voided_at.is_null())
        if staff is None:
            # The account was closed, or came after the backup that was restored.
            raise WrongPassword()
        mine = Actor(staff.id, staff.name, Role(staff.role), accounts.station_number())
        accounts.set_password(mine, staff.name, password)
        return accounts.sign_in(staff.name, password)
    except ShizhuError:
        centres.close_centre()
        raise


def enter_by_sheet(folder: DataFolder, typed: str, name: str, password: str) -> Actor:
    """Open the encrypted centre by its recovery sheet, give a director another password and sign in with it.

    RecoveryMistyped, RecoveryOfOther; NotAllowed for somebody who is no director, InvalidDraft for such a password.
    """
    unlocking.unlock_by_sheet(folder.database, typed)
    centres.open_centre(folder)
    try:
        staff = Staff.get_or_none(Staff.name == name.strip(), Staff.active, Staff.voided_at.is_null())
        if staff is None or staff.role != Role.DIRECTOR:
            # Whoever has the sheet has everything; the others get their passwords from the director.
            raise NotAllowed(Action.SET_PASSWORD, "" if staff is None else staff.role)
        mine = Actor(staff.id, staff.name, Role.DIRECTOR, accounts.station_number())
        accounts.set_password(mine, staff.name, password)
        return accounts.sign_in(staff.name, password)
    except ShizhuError:
        centres.close_centre()
        raise
