"""A photograph of a resident: chosen from a file, cut, kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core.i18n import translate
from desktop.services.residents import photos
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.pages.residents.photo_dialog import PhotoDialog, read_picture


def choose(page: Page, resident_id: int) -> None:
    """Ask for a file and let it be cut."""
    title = translate("Photo", "Choose a photograph")
    kinds = translate("Photo", "Pictures") + " (*.jpg *.jpeg *.png *.bmp *.webp)"
    chosen, _kind = QFileDialog.getOpenFileName(page, title, str(Path.home()), kinds)
    if chosen:
        cut(page, resident_id, Path(chosen))


def cut(page: Page, resident_id: int, path: Path) -> PhotoDialog | None:
    """Open the cutting of a picture; None, with a sentence, when it cannot be read."""
    image = perform(page, lambda: read_picture(path))
    if image is None:
        return None

    def keep(content: bytes) -> bool:
        done = translate("Photo", "The photograph is kept")
        kept = perform(dialog, lambda: photos.store(page.session.actor, resident_id, content), Topic.RESIDENTS, done)
        return kept is not None

    dialog = PhotoDialog(image, keep, page)
    dialog.open()
    return dialog
