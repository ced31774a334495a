"""Opening a centre for one command, with the role of whoever runs it."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.cli.options import data_folder
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.services.centre import accounts, centres
from desktop.services.keeping import startup
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor

PASSWORD = "SHIZHU_PASSWORD"


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Actor]:
    """The centre of ``--data``, open, and the one who signed in."""
    centres.open_centre(data_folder(args))
    try:
        _doubt_clock()
        _freeze_earlier()
        yield _actor(args.user)
    finally:
        centres.close_centre()


def _doubt_clock() -> None:
    """Say on standard error when the clock can hardly be right: what is recorded now would bear its time."""
    doubt = startup.clock_trouble() or startup.clock_doubt()
    if doubt is not None:
        print(sentence(doubt), file=sys.stderr)


def _freeze_earlier() -> None:
    """Once after an upgrade: months that were closed without their reports get them."""
    if frozen.incomplete():
        from desktop.reports.months.month_set import freeze_earlier

        freeze_earlier()


def password_for(name: str) -> str:
    """The password from the environment, else asked for where somebody can answer."""
    given = os.environ.get(PASSWORD)
    if given is not None or not sys.stdin.isatty():
        return given or ""
    return getpass.getpass(translate("Cli", "Password of {name}: ").format(name=name))


def _actor(user: str) -> Actor:
    if not user and not accounts.accounts_exist():
        return accounts.system_actor()
    if not user:
        # Refused with the sentence that names --user.
        return accounts.system_actor()
    return accounts.sign_in(user, password_for(user))
