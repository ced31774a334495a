"""A second place for what is kept, as it lies on a stick."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services.centre import centres
from desktop.services.writing.actor import Actor


@pytest.fixture
def stick(actor: Actor, tmp_path: Path) -> Path:
    """A second backup folder, as on a stick."""
    place = tmp_path / "stick"
    place.mkdir()
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(place))
    return place
