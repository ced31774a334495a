"""The keys of an encrypted copy on its way into the store's place, and of the store that is set aside for it.

Of one tree the keys here stay: they know today's passwords and today's recovery sheet, which the copy does not. Another
tree brings its own keys, and takes the one of before in its care, because files beside the store are sealed with it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.core.files import writing_beside
from desktop.core.progress import Progress
from desktop.core.sealing import Tree, is_sealed_store
from desktop.models import converting, driver, vault
from desktop.services.centre import keyring, unlocking


def ready(backup: Path, part: Path, store: Path) -> None:
    """Let the copy be sealed as the centre is, and its keys be where the next start finds them."""
    present = _present(store)
    if not is_sealed_store(part):
        if present is not None:
            # A backup of before the encryption: what is restored must not lie in clear again.
            _seal(part, present)
        return
    tree = driver.tree_of(backup)
    if tree is None or (present == tree):
        return
    ring = unlocking.ring_of(backup)
    if present is not None:
        ring = keyring.with_older(ring, tree, [present])
    keyring.write(keyring.next_keys(store), replace(ring, store_salt=keyring.salt_of(part), sealing=True))


def follow(store: Path, aside: Path) -> None:
    """The keys of the store that is set aside lie beside it too."""
    if is_sealed_store(store):
        vault.copy_keys(store, aside)


def _present(store: Path) -> Tree | None:
    """The tree of the store that stands there, as far as its key is at hand."""
    name = vault.tree_named_beside(store)
    return next((tree for tree in vault.held() if tree.name == name), None) if is_sealed_store(store) else None


def _seal(part: Path, tree: Tree) -> None:
    with writing_beside(part) as made:
        converting.convert(part, made, tree, Progress(), "")
