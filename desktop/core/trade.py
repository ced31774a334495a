"""The codes of the trade: what stands in the database, in answers and in files; ``words/terms.py`` has the words.

Each member is a string, so that a stored text is unchanged and a code of another list is refused by the type checker.
"""

from __future__ import annotations

from enum import StrEnum


class Sex(StrEnum):
    """What the register writes as sex."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class DocumentKind(StrEnum):
    """What document the number is from."""

    IDENTITY_CARD = "identity_card"
    RESIDENCE_PERMIT = "residence_permit"
    OTHER = "other"
    NONE = "none"


class RegisterState(StrEnum):
    """Whether somebody is on the register."""

    ON_REGISTER = "on_register"
    MOVED_OUT = "moved_out"
    DECEASED = "deceased"
    CANCELLED = "cancelled"


class HouseholdKind(StrEnum):
    """Kind of household registration."""

    URBAN = "urban"
    RURAL = "rural"


class Marital(StrEnum):
    """Marital status."""

    UNMARRIED = "unmarried"
    MARRIED = "married"
    WIDOWED = "widowed"
    DIVORCED = "divorced"
    UNKNOWN = "unknown"


class Living(StrEnum):
    """With whom somebody lives."""

    ALONE = "alone"
    EMPTY_NEST = "empty_nest"
    WITH_CHILDREN = "with_children"
    LEFT_BEHIND = "left_behind"
    INSTITUTION = "institution"
    OTHER = "other"


class Capability(StrEnum):
    """Capability grade of an assessment, the lightest first."""

    INTACT = "intact"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    COMPLETE = "complete"


class AllowanceKind(StrEnum):
    """Allowances of the state that somebody receives; dated records, named as their fields are."""

    AGE = "allowance_age"
    CARE = "allowance_care"
    SERVICE = "allowance_service"


class FlagKind(StrEnum):
    """Categories: those that may ask for visits, five of the economy; all but the derived ones are dated records."""

    LIVING_ALONE = "living_alone"
    EMPTY_NEST = "empty_nest"
    LEFT_BEHIND = "left_behind"
    DISABLED = "disabled"
    PARTLY_DISABLED = "partly_disabled"
    DEMENTIA = "dementia"
    SEVERELY_HANDICAPPED = "severely_handicapped"
    HANDICAPPED = "handicapped"
    BEREAVED_FAMILY = "bereaved_family"
    KINLESS = "kinless"
    ADVANCED_AGE = "advanced_age"
    DESTITUTE_INSTITUTION = "destitute_institution"
    DESTITUTE_HOME = "destitute_home"
    MINIMUM_LIVING = "minimum_living"
    MINIMUM_LIVING_MARGIN = "minimum_living_margin"
    ENTITLED_GROUP = "entitled_group"


# What follows from the birth date or the disability certificate and is never recorded.
DERIVED_FLAGS = frozenset({FlagKind.ADVANCED_AGE, FlagKind.HANDICAPPED})
# Whose eating the canteens were built for, and who is counted apart there (S3).
FIRST_SERVED = (FlagKind.ADVANCED_AGE, FlagKind.KINLESS, FlagKind.LIVING_ALONE, FlagKind.EMPTY_NEST)


class ServiceType(StrEnum):
    """The ten helps, in the order of the keys 1 to 0."""

    MEALS = "meals"
    CLEANING = "cleaning"
    BATHING = "bathing"
    MEDICAL = "medical"
    EMERGENCY = "emergency"
    MOBILITY = "mobility"
    SHOPPING = "shopping"
    LEARNING = "learning"
    RECREATION = "recreation"
    COMPANIONSHIP = "companionship"


class ServiceState(StrEnum):
    """How far an order has come."""

    REQUESTED = "requested"
    DISPATCHED = "dispatched"
    DONE = "done"
    RATED = "rated"
    CANCELLED = "cancelled"


# An order that somebody still has to do.
OPEN_ORDERS = (ServiceState.REQUESTED, ServiceState.DISPATCHED)
DONE_SERVICES = (ServiceState.DONE, ServiceState.RATED)


class ServicePlace(StrEnum):
    """Where a service is done."""

    HOME = "home"
    CENTRE = "centre"


class NamedList(StrEnum):
    """The lists that the centre keeps by itself, with the history of their names."""

    COMMUNITY = "community"
    PERSON = "person"
    PAYER = "payer"
    SUPPLIER = "supplier"


class Payer(StrEnum):
    """Who pays a service."""

    GOVERNMENT = "government"
    SUBSIDY = "subsidy"
    SELF = "self"
    VOLUNTEER = "volunteer"


class MealKind(StrEnum):
    """Which meal of the day."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"


class MealMode(StrEnum):
    """How a meal is taken."""

    DINE_IN = "dine_in"
    TAKEAWAY = "takeaway"
    DELIVERED = "delivered"


class Combining(StrEnum):
    """How a subsidy goes together with others that apply: the highest alone is given, or it comes on top."""

    HIGHEST = "highest"
    SUM = "sum"


class VisitMethod(StrEnum):
    """How somebody was visited."""

    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"
    REMOTE = "remote"


class VisitOutcome(StrEnum):
    """What came of a visit."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    HOSPITAL = "hospital"
    AWAY = "away"
    DECEASED = "deceased"
    MOVED = "moved"


class VisitBlock(StrEnum):
    """The six things that a visit looks at."""

    HEALTH = "health"
    SPIRIT = "spirit"
    SAFETY = "safety"
    HYGIENE = "hygiene"
    DWELLING = "dwelling"
    SUPPORT = "support"


class BlockState(StrEnum):
    """What a visit found of one of them."""

    NORMAL = "normal"
    ATTENTION = "attention"
    RISK = "risk"
    UNCHANGED = "unchanged"


class RiskLevel(StrEnum):
    """How pressing a risk is."""

    GENERAL = "general"
    ELEVATED = "elevated"
    URGENT = "urgent"


class VisitContact(StrEnum):
    """Whether the person was seen or spoken to."""

    SEEN = "seen"
    SPOKEN = "spoken"


class RiskTier(StrEnum):
    """How often somebody has to be visited."""

    HIGH = "high"
    MEDIUM = "medium"
    ORDINARY = "ordinary"


class CrisisKind(StrEnum):
    """What calls for a visit within a day."""

    WIDOWED = "widowed"
    DISCHARGED = "discharged"
    FALL = "fall"
    LOST = "lost"
    BEREAVED = "bereaved"
    OTHER = "other"


class RoundKind(StrEnum):
    """What an extra round is for."""

    FESTIVAL = "festival"
    COLD_WAVE = "cold_wave"
    HEAT = "heat"
    STORM = "storm"
    OTHER = "other"


class ReferralTarget(StrEnum):
    """To whom a referral note goes."""

    COMMUNITY = "community"
    HOSPITAL = "hospital"
    POLICE = "police"


class BedKind(StrEnum):
    """Nursing or ordinary."""

    NURSING = "nursing"
    ORDINARY = "ordinary"


class BedMode(StrEnum):
    """Full care, day care, or a bed at home."""

    FULL = "full"
    DAY = "day"
    HOME = "home"


class BedState(StrEnum):
    """What a bed is just now."""

    FREE = "free"
    OCCUPIED = "occupied"
    RESERVED = "reserved"
    OUT_OF_SERVICE = "out_of_service"


class MonthState(StrEnum):
    """Whether a month's records stand."""

    OPEN = "open"
    CLOSED = "closed"
    CORRECTED = "corrected"


class CorrectionState(StrEnum):
    """What became of a correction (更正单)."""

    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class CorrectionStep(StrEnum):
    """What an act of a correction does to a record; a refresh takes up what facts learned late have changed."""

    ADD = "add"
    CHANGE = "change"
    VOID = "void"
    REFRESH = "refresh"


class Role(StrEnum):
    """What somebody may do."""

    DIRECTOR = "director"
    CLERK = "clerk"
    VISITOR = "visitor"
    WORKER = "worker"
    AUDITOR = "auditor"


class Plan(StrEnum):
    """The plan whose indicators a centre reports."""

    CHENGGONG = "chenggong"
    XISHAN = "xishan"
    YUNNAN = "yunnan"
    KUNMING = "kunming"
    YIMEN = "yimen"


class StopReason(StrEnum):
    """Why an allowance stopped, as offices ask for it."""

    DECEASED = "deceased"
    MOVED_OUT = "moved_out"
    DISQUALIFIED = "disqualified"
    NOT_CERTIFIED = "not_certified"
    OTHER = "other"


class PostRole(StrEnum):
    """What somebody who works here is."""

    MANAGER = "manager"
    CARER = "carer"
    SOCIAL_WORKER = "social_worker"
    COOK = "cook"
    VISITOR = "visitor"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class CertificateKind(StrEnum):
    """What a certificate of somebody who works here allows."""

    CARER = "carer"
    HEALTH = "health"
    SOCIAL_WORK = "social_work"
    FIRE = "fire"
    FOOD_SAFETY = "food_safety"
    NURSE = "nurse"
    FIRST_AID = "first_aid"
    OTHER = "other"
