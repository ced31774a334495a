"""How the demo's people live: chances by age that look like a street of Kunming."""

from __future__ import annotations

import random
from collections.abc import Mapping

from desktop.core.trade import Capability, Living

_LIVING = (("with_children", 42), ("empty_nest", 26), ("alone", 20), ("other", 6), ("left_behind", 6))
_GRADES = {
    60: (("intact", 93), ("mild", 5), ("moderate", 1), ("severe", 1)),
    70: (("intact", 84), ("mild", 11), ("moderate", 3), ("severe", 2)),
    80: (("intact", 58), ("mild", 25), ("moderate", 10), ("severe", 5), ("complete", 2)),
    90: (("intact", 30), ("mild", 33), ("moderate", 20), ("severe", 12), ("complete", 5)),
}
_BY_LIVING: Mapping[str, tuple[str, float]] = {
    Living.ALONE: ("living_alone", 0.85),
    Living.EMPTY_NEST: ("empty_nest", 0.6),
    Living.LEFT_BEHIND: ("left_behind", 0.7),
}
_RARE_FLAGS = (
    ("severely_handicapped", 0.02),
    ("bereaved_family", 0.01),
    ("minimum_living", 0.05),
    ("minimum_living_margin", 0.02),
    ("entitled_group", 0.02),
)


def living_of(rng: random.Random, age: int) -> str:
    """Living arrangement; the very old rather live with their children."""
    if age >= 90 and rng.random() < 0.5:
        return Living.WITH_CHILDREN
    return _weighted(rng, _LIVING)


def grade_of(rng: random.Random, age: int) -> str:
    """Capability grade."""
    band = max((limit for limit in _GRADES if limit <= age), default=60)
    return _weighted(rng, _GRADES[band])


def flags_of(rng: random.Random, age: int, living: str, grade: str) -> list[str]:
    """Special-needs flags that fit the person; 高龄 is derived and never written."""
    flags: list[str] = []
    if living in _BY_LIVING:
        code, chance = _BY_LIVING[living]
        if rng.random() < chance:
            flags.append(code)
    if grade in {Capability.MODERATE, Capability.SEVERE, Capability.COMPLETE} and rng.random() < 0.8:
        flags.append("disabled")
    if age >= 75 and rng.random() < 0.03:
        flags.append("dementia")
    if living == Living.ALONE:
        flags += _some(rng, (("kinless", 0.05), ("destitute_home", 0.08)))
    return flags + _some(rng, _RARE_FLAGS)


def _some(rng: random.Random, chances: tuple[tuple[str, float], ...]) -> list[str]:
    return [code for code, chance in chances if rng.random() < chance]


def _weighted(rng: random.Random, pairs: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([word for word, _ in pairs], [weight for _, weight in pairs])[0]
