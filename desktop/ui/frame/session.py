"""What every page is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.reads import Reads


@dataclass
class Session:
    """One person at one station: who acts, where the data lies, and the ways to tell and to work."""

    actor: Actor
    folder: DataFolder
    bus: Bus
    jobs: Jobs
    preferences: Preferences = field(default_factory=Preferences)
    reads: Reads = field(default_factory=Reads)
    # Opened beside a window that hangs, to look at things: nothing is backed up, swept or finished from here.
    looking: bool = False

    def draft_path(self, key: str) -> Path:
        """Where the unsaved text of a form is kept over a crash, for this person alone."""
        return self.folder.drafts / f"{self.actor.staff_id or 0}" / f"{key}.json"
