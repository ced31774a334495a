"""The codes of the food ledger: what a kitchen writes down each day, allergens, what was complained about."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class SheetOf(StrEnum):
    """A sheet that a kitchen fills each day it serves."""

    MORNING_CHECK = "morning_check"
    CLEANING = "cleaning"
    TEMPERATURE = "temperature"


class Allergen(StrEnum):
    """What people may be allergic to: the eight classes of GB 7718."""

    GLUTEN = "gluten"
    CRUSTACEANS = "crustaceans"
    FISH = "fish"
    EGGS = "eggs"
    PEANUTS = "peanuts"
    SOYBEANS = "soybeans"
    MILK = "milk"
    NUTS = "nuts"


class ComplaintAbout(StrEnum):
    """What a complaint is about."""

    TASTE = "taste"
    HYGIENE = "hygiene"
    PRICE = "price"
    SERVICE = "service"
    DELIVERY = "delivery"
    OTHER = "other"


class BatchEnd(StrEnum):
    """What became of a batch; nothing while some of it is left."""

    USED_UP = "used_up"
    THROWN_AWAY = "thrown_away"
    RETURNED = "returned"


class LicenceKind(StrEnum):
    """What a supplier has to have."""

    FOOD = "food_licence"
    BUSINESS = "business_licence"


class FoodPart(StrEnum):
    """A part of a day's food ledger that may be missing."""

    MORNING_CHECK = "morning_check"
    CLEANING = "cleaning"
    TEMPERATURE = "temperature"
    DISHES = "dishes"
    BATCHES = "batches"
    SAMPLES = "samples"


# The parts that are a sheet.
SHEET_PARTS: Mapping[FoodPart, SheetOf] = MappingProxyType({FoodPart(str(one)): one for one in SheetOf})
