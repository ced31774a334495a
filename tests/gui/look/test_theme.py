"""Colours can be read, sizes grow, icons belong to one family."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.core.paths import resource
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import CALM, CONTRAST, TEXT_PAIRS, TextSize, Tokens


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(name: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    found = QColor(name)
    return 0.2126 * linear(found.redF()) + 0.7152 * linear(found.greenF()) + 0.0722 * linear(found.blueF())


@pytest.mark.parametrize("scheme", [CALM, CONTRAST], ids=["calm", "contrast"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("line", ["line", "focus"])
def test_control_lines_and_focus_rings_can_be_seen(line: str) -> None:
    for scheme in (CALM, CONTRAST):
        assert contrast(getattr(scheme, line), scheme.card) >= 3
        assert contrast(getattr(scheme, line), scheme.page) >= 2.8


def test_no_token_is_left_in_the_stylesheet(app: QApplication) -> None:
    assert "$" not in theme.stylesheet()


def test_a_live_change_makes_controls_grow(app: QApplication) -> None:
    button = QPushButton("保存")
    button.show()
    heights = []
    for size in TextSize:
        theme.apply(app, size)
        app.processEvents()
        heights.append(button.sizeHint().height())
    assert heights == sorted(heights)
    assert heights[0] >= 38
    assert heights[-1] >= heights[0] * 1.35


def test_the_bundled_font_has_the_rare_characters(app: QApplication) -> None:
    assert theme.FONT_FAMILY in QFontDatabase.families()
    metrics = QFontMetrics(theme.font())
    assert all(metrics.inFontUcs4(ord(char)) for char in "𬱖䶮㛃挈")


def test_icons_share_one_grid_and_one_stroke() -> None:
    for path in resource("icons").glob("*.svg"):
        svg = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in svg
        if path.stem != "check-on":
            assert re.findall(r'stroke-width="([\d.]+)"', svg) == ["1.75"]


def test_an_icon_takes_the_colour_of_its_token(app: QApplication) -> None:
    picture: QPixmap = icons.pixmap("check", "danger", 24)
    image = picture.toImage()
    hues = {
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert hues == {theme.color("danger").name()}
