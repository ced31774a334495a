"""The keys that this process holds, and the files that are sealed with them.

Keys come by a password or a recovery sheet and stay until the process ends; nothing writes them anywhere in clear.
Which tree seals what is written follows the store that was opened last: a plain store writes plain files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.core import files
from desktop.core.errors import ShizhuError
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.reasons import FileReason
from desktop.core.sealing import MARK, Branch, Tree, Unsealable, seal, unseal
from desktop.core.storage_errors import KeyWanted

_held: list[Tree] = []
_writes: list[Tree] = []


def hold(tree: Tree) -> None:
    """Have this tree at hand from now on."""
    if tree not in _held:
        _held.append(tree)


def forget() -> None:
    """Hold no key any more."""
    _held.clear()
    _writes.clear()


def held() -> tuple[Tree, ...]:
    """Every tree at hand, the newest first."""
    return tuple(reversed(_held))


def write_with(tree: Tree | None) -> None:
    """Seal what is kept from now on with this tree, or keep it plain."""
    _writes[:] = [] if tree is None else [tree]


def in_use() -> Tree | None:
    """The tree of the store in use; None for a plain one."""
    return _writes[0] if _writes else None


def packed(branch: Branch, content: bytes) -> bytes:
    """The bytes as they are kept today: sealed where the store is."""
    tree = in_use()
    return content if tree is None else seal(tree, branch, content)


def opened(branch: Branch, content: bytes, name: str) -> bytes:
    """What kept bytes hold, sealed or not; KeyWanted without a key, Unreadable when no key at hand opens them."""
    if not content.startswith(MARK):
        return content
    if not _held:
        raise KeyWanted(name)
    for tree in held():
        try:
            return unseal(tree, branch, content)
        except Unsealable:
            continue
    raise Unreadable(name, FileReason.DAMAGED)


def sealed_by(tree: Tree | None, branch: Branch, content: bytes) -> bool:
    """Whether kept bytes are sealed by this very tree, or plain where there is none."""
    if tree is None or not content.startswith(MARK):
        return tree is None and not content.startswith(MARK)
    try:
        unseal(tree, branch, content)
    except Unsealable:
        return False
    return True


def keep(path: Path, branch: Branch, content: bytes) -> None:
    """Write a whole kept file, with its folder; it stands under its name only once it is on disk."""
    files.keep(path, packed(branch, content))


@contextmanager
def keeping(path: Path, branch: Branch, content: bytes) -> Iterator[None]:
    """Keep a file for a row that is written within: where the row is refused, no file without one is left."""
    stood = path.exists()
    keep(path, branch, content)
    try:
        yield
    except BaseException:
        if not stood:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def read(path: Path, branch: Branch) -> bytes:
    """What a kept file holds; trouble with the disk comes out as an OSError."""
    return opened(branch, path.read_bytes(), path.name)


def readable(path: Path, branch: Branch) -> bytes | None:
    """What a kept file holds; None when it is not there, is damaged, or no key at hand opens it."""
    try:
        return read(path, branch)
    except (OSError, ShizhuError):
        return None


def keys_beside(store: Path) -> Path:
    """Where the wrapped keys of a store lie: ``keys.json`` for the one in use, beside its own name for a copy."""
    usual = DataFolder(store.parent).database.name
    return store.with_name(f"{store.name}.keys.json") if store.name != usual else store.with_name("keys.json")


def copy_keys(store: Path, copy: Path) -> None:
    """Let a sealed copy have the keys of its store beside it, before it takes its name."""
    keys = keys_beside(store)
    if keys.is_file():
        files.keep(keys_beside(copy), keys.read_bytes())


def tree_named_beside(store: Path) -> str:
    """The name of the tree that seals a store, as its wrapped keys say; "" without them."""
    try:
        said = json.loads(keys_beside(store).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(said.get("tree", "")) if isinstance(said, dict) else ""
