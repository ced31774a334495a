"""Pictures of the contracts of care beds at home, kept as those of stays are."""

from __future__ import annotations

from pathlib import Path

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.models.home_bed import HomeBed
from desktop.services.people import photos
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing


def keep(actor: Actor, home_bed_id: int, file: Path) -> Path:
    """Copy a JPG, PNG or PDF of at most 20 MB as the picture of a contract that was signed; an older one is kept."""
    permissions.reading(actor, Action.EDIT_HOME_BED)
    # Nothing is copied of what would be refused.
    _require_signed(living(HomeBed, home_bed_id))
    with photos.keeping(file) as path, writing(actor, Action.EDIT_HOME_BED) as unit:
        row = unit.living(HomeBed, home_bed_id)
        _require_signed(row)
        unit.change(row, {"photo": path.name})
    return path


def read(actor: Actor, home_bed_id: int) -> tuple[Path, bytes]:
    """Where the picture lies and what it is, proved against its name."""
    permissions.reading(actor, Action.EDIT_HOME_BED)
    return photos.proved(living(HomeBed, home_bed_id).photo)


def _require_signed(row: HomeBed) -> None:
    if row.signed_on is None:
        raise InvalidDraft([FieldError("signed_on", Reason.REQUIRED)])
