"""A kept picture or scan on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.services.writing.going_out import KEPT
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.look import theme

_WIDE, _HIGH = 900, 640


def show_kept(parent: QWidget, path: Path, content: bytes, title: str) -> QDialog:
    """Show a kept JPG, PNG or PDF; ``content`` was proved against its hash."""
    if path.suffix == ".pdf":
        preview = PreviewDialog(path, title, parent, content)
        preview.panel.held = KEPT
        dialog: QDialog = preview
    else:
        dialog = _picture(parent, title, content)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _picture(parent: QWidget, title: str, content: bytes) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    picture = QPixmap()
    picture.loadFromData(content)
    shown = QLabel()
    shown.setAccessibleName(title)
    wide = theme.px(_WIDE) - 60
    shown.setPixmap(picture.scaledToWidth(min(picture.width(), wide), Qt.TransformationMode.SmoothTransformation))
    area = QScrollArea()
    area.setWidget(shown)
    column = QVBoxLayout(dialog)
    column.addWidget(area)
    dialog.resize(theme.px(_WIDE), theme.px(_HIGH))
    return dialog
