"""What a screen of scanning remembers: the scans that it answered, and whether others wrote since it looked last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.services.canteen import scanning
from desktop.services.canteen.eaters import Eater
from desktop.services.writing.done import Done


@dataclass(frozen=True)
class Scanned:
    """A scan that was answered, to be taken back with F6; ``act`` is None where it recorded nothing.

    ``host`` is the resident whom it was about, who had the ``meal``; a ``companion`` came with
    them, a ``rating`` is what they said of it.
    """

    act: Done | None
    name: str
    at: dt.datetime
    host: Eater | None = None
    companion: bool = False
    meal: str = ""
    rating: bool = False


class Elsewhere:
    """Whether another till or a command wrote; one number is kept and nothing grows."""

    def __init__(self) -> None:
        self._seen: int | None = None

    def wrote(self) -> bool:
        """Whether anybody else wrote since this was asked last; the first time asked it was nobody."""
        before, self._seen = self._seen, scanning.written_elsewhere()
        return before is not None and before != self._seen
