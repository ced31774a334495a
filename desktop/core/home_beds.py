"""The codes of care beds at home (家庭照护床位): how far one is, and what a review came to."""

from __future__ import annotations

from enum import StrEnum


class HomeBedState(StrEnum):
    """Assessed, signed, served by a plan, ended; or assessed and never signed. One way."""

    ASSESSED = "assessed"
    SIGNED = "signed"
    SERVING = "serving"
    ENDED = "ended"
    DECLINED = "declined"


class ReviewOutcome(StrEnum):
    """What a review came to."""

    GO_ON = "go_on"
    ADJUST = "adjust"
    TO_END = "to_end"


# Whoever is in one of these has not been let go.
OPEN_HOME_BEDS = (HomeBedState.ASSESSED, HomeBedState.SIGNED, HomeBedState.SERVING)
