"""The codes of what goes out to the doors: what was agreed, its lists, what became of a stop."""

from __future__ import annotations

from enum import StrEnum


class StandingSubject(StrEnum):
    """What a standing arrangement is about."""

    MEAL_DELIVERY = "meal_delivery"
    HELP_SERVICE = "help_service"


class SheetKind(StrEnum):
    """What a route list is walked for."""

    VISIT = "visit"
    DELIVERY = "delivery"


class DeliveryOutcome(StrEnum):
    """What became of a stop of a delivery list; nothing while it is not back."""

    DELIVERED = "delivered"
    NOBODY = "nobody"
    NOT_DELIVERED = "not_delivered"


class FollowUp(StrEnum):
    """How somebody was asked how a service pleased (回访)."""

    PHONE = "phone"
    DOOR = "door"
