"""Cards of nobody, scanned at an activity: they wait until somebody says whose they are, in a file over a crash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.errors import ShizhuError
from desktop.services.help_services import attendance
from desktop.services.help_services.orders import ServiceDraft
from desktop.ui.answer import answer

# What is said once of an activity; everything else of a service is a person's own.
SAID_ONCE = ("type", "service_on", "place", "started", "ended", "worker", "content", "payer")


@dataclass(frozen=True)
class WaitingCard:
    """What was scanned, when, and at which activity."""

    scanned: str
    at: str
    activity: ServiceDraft


def kept(cards: Sequence[WaitingCard]) -> list[dict[str, str]]:
    """The cards for the file."""
    return [
        {"scanned": one.scanned, "at": one.at} | {name: str(getattr(one.activity, name)) for name in SAID_ONCE}
        for one in cards
    ]


def taken_up(found: object) -> Iterator[WaitingCard]:
    """The cards that a file kept; what cannot be read of it is passed over."""
    for one in found if isinstance(found, list) else ():
        draft = ServiceDraft()
        for name in SAID_ONCE:
            setattr(draft, name, str(one.get(name, "")))
        activity = _begun(draft)
        if activity is not None:
            yield WaitingCard(str(one["scanned"]), str(one["at"]), activity)


def _begun(draft: ServiceDraft) -> ServiceDraft | None:
    begun = answer(lambda: attendance.begin(draft))
    return None if isinstance(begun, ShizhuError) else begun
