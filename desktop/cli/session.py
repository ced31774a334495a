"""Opening a centre for one command, with the role of whoever runs it."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.cli.options import data_folder
from desktop.core import leftovers
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import KeyWanted
from desktop.core.words.messages import sentence
from desktop.services.centre import accounts, centres, cut_short, entering, unlocking
from desktop.services.keeping import startup
from desktop.services.writing import frozen, handing
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import handed_by

PASSWORD = "SHIZHU_PASSWORD"
# What stands on the recovery sheet of an encrypted centre.
RECOVERY = "SHIZHU_RECOVERY"


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Actor]:
    """The centre of ``--data``, open, and the one who signed in; an encrypted one opens with their password."""
    folder = data_folder(args)
    leftovers.settle(folder)
    entered = _entered(folder, args.user) if unlocking.is_locked(folder.database) else None
    if entered is None:
        centres.open_centre(folder)
    try:
        _doubt_clock()
        _freeze_earlier()
        handing.settle()
        actor = entered or _actor(args.user)
        with handed_by(actor):
            yield actor
    finally:
        centres.close_centre()


def _doubt_clock() -> None:
    """Say on standard error when the clock can hardly be right or nothing can be recorded, and what was cut short."""
    doubt = startup.clock_trouble() or startup.clock_doubt()
    for one in (startup.looking(), doubt, *cut_short.told()):
        if one is not None:
            print(sentence(one), file=sys.stderr)
    cut_short.forget()


def _freeze_earlier() -> None:
    """Once after an upgrade: months that were closed without their reports get them."""
    if startup.looking() is None and frozen.incomplete():
        from desktop.reports.months.month_set import freeze_earlier

        freeze_earlier()


def password_for(name: str) -> str:
    """The password from the environment, else asked for where somebody can answer."""
    given = os.environ.get(PASSWORD)
    if given is not None or not sys.stdin.isatty():
        return given or ""
    return getpass.getpass(translate("Cli", "Password of {name}: ").format(name=name))


def unlock(store: Path, user: str) -> None:
    """Have the key of an encrypted store or backup at hand, by the recovery sheet or by somebody's password."""
    if not unlocking.is_locked(store):
        return
    sheet = os.environ.get(RECOVERY)
    if sheet is not None:
        unlocking.unlock_by_sheet(store, sheet)
    elif user:
        unlocking.unlock(store, user, password_for(user))
    else:
        raise KeyWanted(store.name)


def _entered(folder: DataFolder, user: str) -> Actor:
    if not user:
        # The sentence names --user.
        raise NotAllowed(Action.SIGN_IN, "")
    return entering.enter(folder, user, password_for(user))


def _actor(user: str) -> Actor:
    if not user and not accounts.accounts_exist():
        return accounts.system_actor()
    if not user:
        # Refused with the sentence that names --user.
        return accounts.system_actor()
    return accounts.sign_in(user, password_for(user))
