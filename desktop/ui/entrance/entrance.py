"""The way in: first run, opening, restoring, signing in. Ends with an open centre and a person, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from desktop.core import leftovers
from desktop.core.errors import ShizhuError
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import KeyWanted
from desktop.services.centre import accounts, centres, unlocking
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer

if TYPE_CHECKING:
    from desktop.ui.entrance.trouble import TroubleDialog

# The dialogs are imported where they are opened: on most mornings none of them is, and the window is there sooner.


@dataclass(frozen=True)
class Entered:
    """Where one is, and as whom."""

    folder: DataFolder
    actor: Actor


def enter(folder: DataFolder) -> Entered | None:
    """Open the centre of a folder, or make one there; None when the person thought better of it."""
    # A restore that was cut short must not look like a folder without a centre.
    leftovers.settle(folder)
    if not centres.is_initialised(folder):
        from desktop.ui.entrance.first_run import FirstRunDialog

        wizard = FirstRunDialog(folder)
        if wizard.exec() != QDialog.DialogCode.Accepted:
            return None
        if wizard.actor is not None:
            return Entered(folder, wizard.actor)
        if wizard.restored:
            return _entered(folder, wizard.sheet)
        return enter(wizard.other_folder) if wizard.other_folder is not None else None
    return open_patiently(folder)


def open_patiently(folder: DataFolder) -> Entered | None:
    """Open the database, an encrypted one by its key; trouble is said calmly with the ways on, as often as it takes."""
    trouble, again, sheet = _tried(folder), False, ""
    while trouble is not None:
        from desktop.ui.entrance.trouble import TroubleDialog, WayOn

        dialog = TroubleDialog(trouble, folder, again)
        dialog.exec()
        if dialog.way is WayOn.QUIT:
            return None
        again, folder = dialog.folder == folder, dialog.folder
        if dialog.way is WayOn.RESTORE:
            trouble, sheet = _restored(dialog, folder)
        else:
            trouble = _tried(folder)
    return _entered(folder, sheet)


def who_sits_here() -> Actor | None:
    """The director where nobody has a password, else whoever signs in."""
    if not accounts.accounts_exist():
        return accounts.system_actor()
    from desktop.ui.entrance.sign_in import SignInDialog

    dialog = SignInDialog(centres.centre().name)
    dialog.exec()
    return dialog.actor


def _entered(folder: DataFolder, sheet: str = "") -> Entered | None:
    """Whoever gives the key is who they say; ``sheet`` opened the backup, so that a password has to be made."""
    if sheet:
        from desktop.ui.dialogs.key_dialog import SheetDialog

        box = SheetDialog(folder.database, folder, sheet)
        box.exec()
        actor = box.actor
    elif unlocking.is_locked(folder.database):
        from desktop.ui.dialogs.key_dialog import KeyDialog

        dialog = KeyDialog(folder.database, folder)
        dialog.exec()
        actor = dialog.actor
    else:
        actor = who_sits_here()
    return Entered(folder, actor) if actor is not None else None


def _tried(folder: DataFolder) -> ShizhuError | None:
    found = answer(lambda: _opened(folder))
    return found if isinstance(found, ShizhuError) else None


def _opened(folder: DataFolder) -> None:
    if unlocking.is_locked(folder.database):
        # KeysDamaged says what to put in their place; the key itself is asked next.
        unlocking.names(folder.database)
        centres.refuse_network(folder)
        return
    centres.open_centre(folder)


def _restored(dialog: TroubleDialog, folder: DataFolder) -> tuple[ShizhuError | None, str]:
    from desktop.services.keeping import restoring
    from desktop.ui.dialogs.key_dialog import have_key

    backup = dialog.backup
    assert backup is not None
    given = answer(lambda: have_key(backup))
    if isinstance(given, ShizhuError):
        return given, ""
    if not given.at_hand:
        return KeyWanted(backup.name), ""
    found = answer(lambda: restoring.restore(backup, folder))
    return (found, "") if isinstance(found, ShizhuError) else (None, given.sheet)
