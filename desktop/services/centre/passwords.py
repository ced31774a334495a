"""What a password may be, and the hash that is kept of it: argon2id, its parameters in the hash.

The parameters are the second recommended option of RFC 9106 (64 MiB, three passes). Hashes of before (scrypt) still
open, and are made anew when their owner signs in.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import cache
from typing import TYPE_CHECKING

from desktop.core.errors import FieldError
from desktop.core.reasons import Reason
from desktop.core.text import name_key, pinyin_full

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PASSWORD = 8
OLD = "scrypt$"
_N, _R, _P = 2**15, 8, 1
# What a name without an account is compared with, so that it costs as much as one that has.
_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
_NOBODYS_OLD = f"{OLD}{'00' * 16}${'00' * 64}"


def errors(name: str, password: str) -> list[FieldError]:
    """Why this is no password for somebody of this name."""
    bare = password.strip()
    if not password:
        return [FieldError("password", Reason.REQUIRED)]
    if not bare:
        return [FieldError("password", Reason.ONLY_BLANKS)]
    if len(password) < SHORTEST_PASSWORD:
        return [FieldError("password", Reason.TOO_SHORT, str(SHORTEST_PASSWORD))]
    if len(set(bare.casefold())) == 1:
        return [FieldError("password", Reason.ONE_CHARACTER)]
    if name_key(bare) in {name_key(name), *pinyin_full(name)}:
        return [FieldError("password", Reason.SAME_AS_NAME)]
    return []


def hashed(password: str) -> str:
    """The hash that is kept, with its parameters and its salt."""
    return _hasher().hash(password)


def matches(password: str, kept: str, old_ones: bool) -> bool:
    """Whether this is the password behind a kept hash; ``kept`` is empty for a name that has no account.

    Each call costs the same whoever is asked for: one hash, and one of the old kind while ``old_ones`` are left.
    """
    is_old = kept.startswith(OLD)
    new = _is_argon(password, kept if kept and not is_old else _NOBODYS)
    old = _is_scrypt(password, kept if is_old else _NOBODYS_OLD) if old_ones else False
    return old if is_old else new and bool(kept)


def is_outdated(kept: str) -> bool:
    """Whether a hash is of the old kind, or of other parameters than today's."""
    return kept.startswith(OLD) or _hasher().check_needs_rehash(kept)


def _is_argon(password: str, kept: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, password)
    except (InvalidHashError, VerificationError):
        return False


def _is_scrypt(password: str, kept: str) -> bool:
    salt, _, digest = kept.removeprefix(OLD).partition("$")
    try:
        made = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=_N, r=_R, p=_P, maxmem=64 * 1024 * 1024)
    except ValueError:
        return False
    return hmac.compare_digest(made.hex(), digest)


@cache
def _hasher() -> PasswordHasher:
    # Loaded when the first password is asked for: most mornings begin without one.
    from argon2 import PasswordHasher, profiles

    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
