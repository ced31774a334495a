"""The codes of stays: for how long somebody comes, why a bed is kept while empty, who signs for whom."""

from __future__ import annotations

from enum import StrEnum


class StayTerm(StrEnum):
    """Whether somebody lives here, or comes for a while (短期托养, 喘息)."""

    LONG = "long"
    SHORT = "short"


class LeaveKind(StrEnum):
    """Why somebody is away from a bed that is kept."""

    HOSPITAL = "hospital"
    HOME = "home"
    OTHER = "other"


class ContractCapacity(StrEnum):
    """As what a contact of the resident signed the contract of a stay."""

    GUARDIAN = "guardian"
    AGENT = "agent"


class ContractKind(StrEnum):
    """What was agreed: a bed of the house, or care in a bed at home."""

    STAY = "stay"
    HOME_BED = "home_bed"


class ContractState(StrEnum):
    """How far a contract reaches on a day; who has none at all has a state too."""

    ENDED = "ended"
    NONE = "none"
    COMING = "coming"
    ENDS_SOON = "ends_soon"
    HOLDS = "holds"


# A leave from before there were kinds has its words alone, and so has a row of a workbook.
_SAID = {LeaveKind.HOSPITAL: ("院", "病", "手术", "治疗", "急诊"), LeaveKind.HOME: ("家", "探亲", "过节", "过年")}


def kind_of_leave(kind: str, words: str) -> str:
    """The kind of a leave, read from its words where none was chosen; nothing where neither says."""
    said = (code for code, signs in _SAID.items() if any(sign in words for sign in signs))
    return kind or (next(said, LeaveKind.OTHER) if words else "")
