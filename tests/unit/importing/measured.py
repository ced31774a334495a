"""How much memory the child took that parsed a workbook."""

from __future__ import annotations

import contextlib

import psutil

from desktop.core.reasons import FileReason
from desktop.importing.book import reading


class Measured(reading._Watch):
    """The watch, with the most memory that a child was seen to use."""

    most = 0

    def _trouble(self, ends: float) -> FileReason | None:
        with contextlib.suppress(psutil.Error):
            Measured.most = max(Measured.most, psutil.Process(self._child.pid).memory_info().rss)
        return super()._trouble(ends)
