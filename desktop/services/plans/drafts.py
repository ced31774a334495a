"""An indicator as typed, and as it is read: where it stands in its document, what it is made of, what is wanted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.core.reasons import Reason
from desktop.core.words import counts, terms
from desktop.services.writing import dated, declared, reconciling
from desktop.services.writing.checks import Checks

_NUMBER = re.compile(r"\d{1,9}(\.\d{1,4})?")
_KEY = re.compile(r"[a-z0-9_]{1,60}")


@dataclass
class IndicatorDraft:
    """An indicator as typed; a new one of the director's gets its ``key`` when it is stored."""

    plan: str = declared.choice(terms.PLANS, required=True)
    name: str = declared.text(required=True, longest=60)
    document: str = declared.text(longest=120)
    clause: str = declared.text(longest=120)
    page: str = declared.text(longest=20)
    direction: str = declared.choice(counts.DIRECTIONS, default=">=", required=True)
    target: str = declared.text(longest=20)
    unit: str = declared.text(longest=10)
    per: str = declared.number(1, 1_000_000)
    numerator: str = declared.choice(counts.SOURCES)
    denominator: str = declared.choice(counts.SOURCES)
    remark: str = declared.text(longest=300)
    valid_from: str | dt.date = declared.day(future=True)
    valid_to: str | dt.date = declared.day(future=True)
    key: str = ""
    shown: IndicatorDraft | None = reconciling.base()


@dataclass(frozen=True)
class Version:
    """One version of an indicator; ``id`` is 0 for one that the program ships."""

    plan: str
    key: str
    position: int
    name: str
    document: str
    clause: str
    page: str
    direction: str
    target: str
    unit: str
    per: int
    numerator: str
    denominator: str
    remark: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    id: int = 0

    @property
    def aim(self) -> Decimal | None:
        """The target as a number; None where the document sets none."""
        return Decimal(self.target) if self.target else None

    def says(self, other: Version) -> bool:
        """Whether another version says the same, wherever it is listed."""
        return replace(self, id=0, position=0) == replace(other, id=0, position=0)


def read(draft: IndicatorDraft, checks: Checks, position: int) -> Version:
    """The version that a draft asks for; what is wrong is noted in ``checks``."""
    values: dict[str, Any] = declared.read(draft, checks)
    if draft.key and not _KEY.fullmatch(draft.key):
        checks.refuse("key", Reason.UNKNOWN_WORD, draft.key)
    if values["target"] and not _NUMBER.fullmatch(values["target"]):
        checks.refuse("target", Reason.BAD_AMOUNT)
    if values["denominator"] and not values["numerator"]:
        checks.refuse("numerator", Reason.REQUIRED)
    dated.check_span(values["valid_from"], values["valid_to"], checks)
    if values["per"] is None or not values["denominator"]:
        # Of a number alone nothing is a part.
        values["per"] = 100 if values["denominator"] else 1
    return Version(key=draft.key, position=position, **values)


def draft_of(version: Version) -> IndicatorDraft:
    """What the form of a version opens with."""
    said = declared.shown(IndicatorDraft, version)
    return IndicatorDraft(**said, key=version.key)
