"""What district and centre give each other once: public halves of keys, and what is wanted; ``sync.keys`` spells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DistrictKey:
    """What a district gives its centres: whom to seal to, who signs receipts, which numbers it wants.

    ``matching`` is the key of the pseudonyms where numbers are ``hashed``: a secret of the district and its centres.
    """

    name: str
    code: str
    numbers: str
    seal_to: str
    sign_with: str
    matching: str = ""


@dataclass(frozen=True)
class CentreKey:
    """What a centre gives its district: who it is, who signs its files, whom its recovery is sealed to."""

    uid: str
    number: str
    name: str
    sign_with: str
    recovery_to: str
