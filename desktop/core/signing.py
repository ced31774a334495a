"""What proves who wrote a file that leaves the house (Ed25519), and who may open it (X25519, as age writes keys).

``cryptography`` and ``pyrage`` are loaded by the first key: a centre that is enrolled nowhere needs them for nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from desktop.core.sealing import derived

SIGNATURE_BYTES = 64
_HEX = 64
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_IDENTITY = "age-secret-key-"
# The word is part of the key, so it never changes.
_RECOVERY = "recovery-age"


def new_signing() -> tuple[bytes, str]:
    """A key pair that nobody had before: the secret half, and the public one in hexadecimal digits."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw().hex()


def sign(secret: bytes, message: bytes) -> bytes:
    """The 64 bytes that only the holder of the secret can write under this message."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret).sign(message)


def verify(public_hex: str, message: bytes, signature: bytes) -> bool:
    """Whether the holder of this key signed just this message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not is_public(public_hex) or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex)).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def is_public(public_hex: str) -> bool:
    """Whether the digits can be a public key for signatures."""
    return len(public_hex) == _HEX and all(one in "0123456789abcdef" for one in public_hex)


def new_identity() -> tuple[str, str]:
    """A pair for sealing: what opens (``AGE-SECRET-KEY-1…``), and whom to seal to (``age1…``)."""
    return identity_of(secrets.token_bytes(32))


def recovery_identity(secret: bytes) -> tuple[str, str]:
    """The pair that follows from the secret of a recovery sheet: what opens, and whom to seal to."""
    return identity_of(derived(secret, _RECOVERY))


def identity_of(key: bytes) -> tuple[str, str]:
    """The pair of 32 secret bytes, spelled as age spells it."""
    from pyrage import x25519

    opens = _bech32(_IDENTITY, key).upper()
    return opens, str(x25519.Identity.from_str(opens).to_public())


def recipient_of(identity: str) -> str:
    """Whom to seal to, so that this secret opens it."""
    from pyrage import x25519

    return str(x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Whether a text is somebody to seal to, in its one spelling."""
    from pyrage import RecipientError, x25519

    try:
        return str(x25519.Recipient.from_str(text)) == text
    except RecipientError:
        return False


def is_identity(text: str) -> bool:
    """Whether a text is a secret that opens what was sealed."""
    from pyrage import IdentityError, x25519

    try:
        x25519.Identity.from_str(text)
    except IdentityError:
        return False
    return True


def pseudonym(matching_hex: str, number: str) -> str:
    """What stands for an ID number where it is not to be read: the same at every centre that has this matching key."""
    return hmac.new(bytes.fromhex(matching_hex), number.encode("utf-8"), hashlib.sha256).hexdigest()


def _bech32(human: str, content: bytes) -> str:
    """BIP 173, as age spells its keys."""
    fives = _fives(content)
    values = [ord(one) >> 5 for one in human] + [0] + [ord(one) & 31 for one in human] + fives
    check = _polymod([*values, 0, 0, 0, 0, 0, 0]) ^ 1
    return human + "1" + "".join(_LETTERS[one] for one in (*fives, *((check >> 5 * (5 - at)) & 31 for at in range(6))))


def _fives(content: bytes) -> list[int]:
    bits = "".join(f"{one:08b}" for one in content)
    return [int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for at, step in enumerate(_STEPS):
            check ^= step if top >> at & 1 else 0
    return check
