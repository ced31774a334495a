"""Pictures of the contracts of stays, kept as those of other certificates are."""

from __future__ import annotations

from pathlib import Path

from desktop.core.acts import Action
from desktop.models.bed import StayContract
from desktop.services.people import photos
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing


def keep(actor: Actor, contract_id: int, file: Path) -> Path:
    """Copy a JPG, PNG or PDF of at most 20 MB as the picture of a contract; an older one is kept beside it."""
    permissions.reading(actor, Action.EDIT_CONTRACT)
    with photos.keeping(file) as path, writing(actor, Action.EDIT_CONTRACT) as unit:
        unit.change(unit.living(StayContract, contract_id), {"photo": path.name})
    return path


def read(actor: Actor, contract_id: int) -> tuple[Path, bytes]:
    """Where the picture lies and what it is, proved against its name."""
    permissions.reading(actor, Action.EDIT_CONTRACT)
    return photos.proved(living(StayContract, contract_id).photo)
