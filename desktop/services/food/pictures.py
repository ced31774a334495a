"""Pictures of the certificates of batches: kept beside those of people, under names made of their content."""

from __future__ import annotations

from pathlib import Path

from desktop.core.acts import Action
from desktop.models.food import FoodPurchase
from desktop.services.people import photos
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing


def keep(actor: Actor, purchase_id: int, file: Path) -> Path:
    """Copy a JPG, PNG or PDF of at most 20 MB as the picture of the certificate; an older one is kept beside it."""
    permissions.reading(actor, Action.RECORD_PURCHASE)
    with photos.keeping(file) as path, writing(actor, Action.RECORD_PURCHASE) as unit:
        unit.change(unit.living(FoodPurchase, purchase_id), {"photo": path.name})
    return path


def read(purchase_id: int) -> tuple[Path, bytes]:
    """Where the picture lies and what it is, proved against its name."""
    return photos.proved(living(FoodPurchase, purchase_id).photo)
