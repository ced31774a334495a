"""A centre that is encrypted, for the tests that ask what then goes on as before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.models import vault
from desktop.services.centre import accounts, cut_short, keyring
from desktop.services.keeping import encryption
from desktop.services.writing.actor import Actor

WORD = "青山绿水2026"
# The real cost takes a third of a second; no test but the keyring's own is about guessing.
QUICK = (1, 8, 1)


def seal(actor: Actor, word: str = WORD) -> str:
    """Give the director a password and encrypt the open centre; what stands on the recovery sheet."""
    if not accounts.has_password(actor):
        accounts.set_password(actor, actor.name, word)
    made = encryption.offer(actor)
    sheet = " ".join(made.groups)
    encryption.encrypt(actor, word, made, sheet)
    return sheet


@contextmanager
def no_keys_left() -> Iterator[None]:
    """No key at hand before, and none after; locks that cost nothing."""
    vault.forget()
    cut_short.forget()
    before, keyring._COST = keyring._COST, QUICK
    yield
    keyring._COST = before
    cut_short.forget()
    vault.forget()
