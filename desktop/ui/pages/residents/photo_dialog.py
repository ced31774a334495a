"""A photograph from a file, cut to a portrait: arrows move the frame, plus and minus size it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.file_errors import Unreadable
from desktop.core.i18n import translate
from desktop.core.reasons import FileReason
from desktop.ui.look import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip

KEPT = QSize(360, 480)
# The picture is shown as large as the box lets it be.
_SMALLEST = (240, 200)
_RATIO = KEPT.width() / KEPT.height()
_STEP, _GROWTH, _LEAST = 0.02, 1.08, 40.0
_QUALITY = 85
_MOST_SIDE, _MOST_BYTES = 2000, 30 * 1024 * 1024


def read_picture(path: Path) -> QImage:
    """A picture from a file, turned as the camera says and no larger than needed."""
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, FileReason.NOT_A_SCAN)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _MOST_SIDE:
        reader.setScaledSize(size.scaled(_MOST_SIDE, _MOST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Unreadable(path.name, FileReason.NOT_A_SCAN)
    return image


def as_jpeg(image: QImage) -> bytes:
    """A picture drawn anew and encoded, without the notes of the camera."""
    plain = QImage(KEPT, QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, KEPT.width(), KEPT.height()), image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The buffer takes any format by name; the stubs know only bytes.
    plain.save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class CropArea(QWidget):
    """The picture with a portrait frame; arrows move it, plus and minus size it, so does dragging."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        height = min(float(image.height()), image.width() / _RATIO)
        width = height * _RATIO
        self.frame = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Photo", "Frame of the photograph"))
        self.setMinimumSize(*_SMALLEST)

    def cut(self) -> QImage:
        """What the frame holds."""
        return self._image.copy(self.frame.toRect())

    def move_by(self, across: float, down: float) -> None:
        """Move the frame by parts of the picture, not beyond it."""
        self.frame.translate(across * self._image.width(), down * self._image.height())
        self._keep_inside()

    def grow(self, factor: float) -> None:
        """Make the frame larger or smaller around its centre."""
        most = min(float(self._image.height()), self._image.width() / _RATIO)
        height = min(max(self.frame.height() * factor, min(_LEAST, most)), most)
        centre = self.frame.center()
        self.frame = QRectF(0, 0, height * _RATIO, height)
        self.frame.moveCenter(centre)
        self._keep_inside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, plus and minus."""
        steps = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.move_by(*step)
        elif event.text() in {"+", "="}:
            self.grow(_GROWTH)
        elif event.text() == "-":
            self.grow(1 / _GROWTH)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame's centre to the pointer."""
        shown = self._shown()
        at = event.position() - shown.topLeft()
        factor = self._image.width() / shown.width()
        self.frame.moveCenter(QPointF(at.x() * factor, at.y() * factor))
        self._keep_inside()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, dimmed outside of the frame."""
        painter = QPainter(self)
        shown = self._shown()
        painter.drawImage(shown, self._image)
        factor = shown.width() / self._image.width()
        box = QRectF(shown.topLeft() + self.frame.topLeft() * factor, self.frame.size() * factor)
        shade = QColor(0, 0, 0, 130)
        painter.fillRect(QRectF(shown.left(), shown.top(), shown.width(), box.top() - shown.top()), shade)
        painter.fillRect(QRectF(shown.left(), box.bottom(), shown.width(), shown.bottom() - box.bottom()), shade)
        painter.fillRect(QRectF(shown.left(), box.top(), box.left() - shown.left(), box.height()), shade)
        painter.fillRect(QRectF(box.right(), box.top(), shown.right() - box.right(), box.height()), shade)
        painter.setPen(QPen(theme.color("focus") if self.hasFocus() else theme.color("card"), 2))
        painter.drawRect(box)
        painter.end()

    def _shown(self) -> QRectF:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    def _keep_inside(self) -> None:
        self.frame.moveLeft(min(max(self.frame.left(), 0.0), self._image.width() - self.frame.width()))
        self.frame.moveTop(min(max(self.frame.top(), 0.0), self._image.height() - self.frame.height()))
        self.update()


class PhotoDialog(GrowingDialog):
    """The picture with its frame; Enter keeps what the frame holds, Esc goes back. ``keep`` gets the JPEG."""

    def __init__(self, image: QImage, keep: Callable[[bytes], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Photo", "Photograph"))
        self._keep = keep
        self.strip = MessageStrip()
        self.area = CropArea(image)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(translate("Photo", "Cut the photograph"), "section"))
        column.addWidget(
            label(translate("Photo", "Arrows move the frame, + and − size it, Enter keeps it."), "secondary", wrap=True)
        )
        column.addWidget(self.strip)
        column.addWidget(self.area, 1)
        column.addWidget(
            ButtonRow(
                button(translate("Photo", "Go back"), self.reject),
                button(translate("Photo", "Keep it"), self.press, "primary"),
            )
        )
        self.be_large(500, 560)
        self.area.setFocus()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("← ↑ → ↓", translate("Photo", "move the frame")),
            ("+ −", translate("Photo", "make the frame larger or smaller")),
            ("Enter", translate("Photo", "keep what the frame holds")),
        )

    def press(self) -> None:
        """Keep what the frame holds."""
        if self._keep(as_jpeg(self.area.cut())):
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
        else:
            super().keyPressEvent(event)
