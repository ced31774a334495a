"""What is sealed and by which key: one random master a centre, and a branch of it for each kind of thing.

The store is sealed by SQLCipher with the raw key of its branch; files and wrapped keys by AES-256-GCM. ``cryptography``
is loaded by the first key: a centre that is not sealed needs it for nothing.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

KEY_BYTES = 32
# What a sealed file begins with; no photograph, scan, workbook or draft does.
MARK = b"SZSEAL1\n"
_NONCE = 12
_SQLITE = b"SQLite format 3\0"
# The smallest page that SQLite knows: what is shorter is no database, sealed or not.
_LEAST_STORE = 512


class Branch(StrEnum):
    """What a key of the tree is for; the word is part of the key, so it never changes."""

    STORE = "store"
    ATTACHMENTS = "attachments"
    PHOTOS = "photos"
    CERTIFICATES = "certificates"
    DRAFTS = "drafts"
    NAME = "name"


class Unsealable(ValueError):
    """What was sealed by another key, or changed since."""


@dataclass(frozen=True)
class Tree:
    """The keys of one centre, all of which follow from the master."""

    master: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Tree:
        """A tree that nobody had before."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def key(self, branch: Branch) -> bytes:
        """The key of one branch."""
        return derived(self.master, branch)

    @property
    def name(self) -> str:
        """What tells this tree from another and says nothing of its keys."""
        return self.key(Branch.NAME)[:8].hex()


def derived(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose out of a secret that cannot be guessed (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, None, f"shizhu-desk/1/{purpose}".encode()).derive(secret)


def encrypt(key: bytes, content: bytes, about: str) -> bytes:
    """AES-256-GCM, with what it is about bound to it: the nonce, then the sealed bytes and their proof."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def decrypt(key: bytes, sealed: bytes, about: str) -> bytes:
    """What was sealed; Unsealable by another key, about something else, or with one bit changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
    except (InvalidTag, ValueError) as error:
        raise Unsealable(about) from error


def seal(tree: Tree, branch: Branch, content: bytes) -> bytes:
    """The bytes of a sealed file."""
    return MARK + encrypt(tree.key(branch), content, branch)


def unseal(tree: Tree, branch: Branch, sealed: bytes) -> bytes:
    """What a sealed file holds; Unsealable when this tree has not sealed it, or it was changed."""
    return decrypt(tree.key(branch), sealed[len(MARK) :], branch)


def is_sealed_store(path: Path) -> bool:
    """Whether a database file is not a plain one: sealed, or damaged at its head."""
    try:
        with path.open("rb") as file:
            head = file.read(_LEAST_STORE)
    except OSError:
        return False
    return len(head) == _LEAST_STORE and not head.startswith(_SQLITE)
