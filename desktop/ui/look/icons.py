"""The program's own icons, tinted with the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.core.paths import resource
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone

TONE_ICONS = {
    Tone.OK: "check",
    Tone.ATTENTION: "warning",
    Tone.DANGER: "danger",
    Tone.ACCENT: "info",
    Tone.NEUTRAL: "info",
}


@lru_cache(maxsize=256)
def _rendered(name: str, hue: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", hue)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, token: str, size: int) -> QPixmap:
    """The icon as a picture of ``size`` pixels in the colour of a token."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _rendered(name, theme.color(token).name(), size, ratio)


def icon(name: str, token: str = "ink", size: int = 20, gap: int = 0) -> QIcon:
    """The icon for a button, with a gap before its word; it pales when the button is disabled."""
    made = QIcon(_widened(pixmap(name, token, theme.px(size)), gap))
    made.addPixmap(_widened(pixmap(name, "disabled", theme.px(size)), gap), QIcon.Mode.Disabled)
    return made


def _widened(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def tone_pixmap(tone: Tone, size: int) -> QPixmap:
    """The sign that stands beside a state's colour."""
    return pixmap(TONE_ICONS[tone], tone.value, size)
