"""The pages of a PDF as pictures."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

from desktop.core.file_errors import Unreadable
from desktop.core.reasons import FileReason
from desktop.core.storage_errors import FileMissing

_HAIR = 1e-6


class PdfPages:
    """The pages of a PDF as pictures; ``content`` is what the file holds, where it lies sealed."""

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        self.path, self.content = path, content
        if not path.is_file():
            raise FileMissing(str(path))
        try:
            self._document = pypdfium2.PdfDocument(path if content is None else content)
        except pypdfium2.PdfiumError as error:
            raise Unreadable(str(path), FileReason.NOT_A_PDF) from error

    def __len__(self) -> int:
        return len(self._document)

    def points(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document[number].get_size()
        return float(width), float(height)

    def image(self, number: int, scale: float) -> QImage:
        """A page as a picture of ``scale`` pixels to the point."""
        # PDFium rounds up: a millionth of a pixel more would stretch the page over one too many, and blur it.
        bitmap = self._document[number].render(
            scale=scale * (1 - _HAIR), rev_byteorder=True, fill_color=(255, 255, 255, 255)
        )
        pixels = bytes(bitmap.buffer)
        kind = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
        # The copy outlives the buffer.
        return QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, kind).copy()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()
