"""What a recovery sheet says: a secret of 28 bytes as 24 groups of four digits, each with a check of its own.

Three digits of a group are the secret's, the fourth tells a mistyped or misplaced group; four digits over all tell the
rest. Digits alone: they are read aloud, typed on any keyboard, and scanned through any input method.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said

GROUPS = 24
DIGITS = 4
SECRET_BYTES = 28
_PROOF = 10_000
_WEIGHTS = (3, 7, 9)


@dataclass
class RecoveryMistyped(UserError):
    """What was typed is not what a sheet says: the first group that cannot be, 0 when they do not fit together."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Group {group} is not what stands on the sheet. Look at its four digits again."
    )
    says_length = QT_TRANSLATE_NOOP(
        "Messages", "A recovery sheet has 24 groups of four digits; {count} digits are typed."
    )
    says_together = QT_TRANSLATE_NOOP(
        "Messages", "These groups do not belong to one sheet. Compare them with the paper."
    )

    group: int
    count: int = GROUPS * DIGITS

    def template(self) -> Said:
        """Which of the three it is."""
        if self.count != GROUPS * DIGITS:
            return self.says_length
        return self.says if self.group else self.says_together


@dataclass
class RecoveryOfOther(UserError):
    """A sheet that is whole, and of another store or taken back."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This recovery sheet does not open these data: it is of another centre, or a newer sheet took its place.",
    )


def new_secret() -> bytes:
    """A secret that nobody had before."""
    return secrets.token_bytes(SECRET_BYTES)


def groups_of(secret: bytes) -> tuple[str, ...]:
    """The groups that stand on the sheet."""
    digits = f"{int.from_bytes(secret, 'big') * _PROOF + _proof(secret):0{GROUPS * (DIGITS - 1)}d}"
    pieces = [digits[at : at + DIGITS - 1] for at in range(0, len(digits), DIGITS - 1)]
    return tuple(piece + _check(number, piece) for number, piece in enumerate(pieces, 1))


def secret_of(typed: str) -> bytes:
    """The secret behind typed or scanned groups, however they are parted; RecoveryMistyped names what is wrong."""
    digits = _digits_of(typed)
    if len(digits) != GROUPS * DIGITS:
        raise RecoveryMistyped(0, len(digits))
    pieces = [digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS)]
    for number, piece in enumerate(pieces, 1):
        if piece[-1] != _check(number, piece[:-1]):
            raise RecoveryMistyped(number)
    value, proof = divmod(int("".join(piece[:-1] for piece in pieces)), _PROOF)
    if value.bit_length() > SECRET_BYTES * 8:
        raise RecoveryMistyped(0)
    secret = value.to_bytes(SECRET_BYTES, "big")
    if proof != _proof(secret):
        raise RecoveryMistyped(0)
    return secret


def groups_read(typed: str) -> tuple[int, int]:
    """How many groups are typed whole so far, and the first of them that cannot be; 0 while all may be right."""
    digits = _digits_of(typed)
    pieces = [digits[at : at + DIGITS] for at in range(0, len(digits) - DIGITS + 1, DIGITS)]
    wrong = (
        number for number, piece in enumerate(pieces, 1) if number > GROUPS or piece[-1] != _check(number, piece[:-1])
    )
    return len(pieces), next(wrong, 0)


def _digits_of(typed: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKC", typed) if one in "0123456789")


def _check(number: int, piece: str) -> str:
    # With the group's own number: two groups that changed places are both wrong.
    return str((number + sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, piece, strict=True))) % 10)


def _proof(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(secret).digest()[:4], "big") % _PROOF
