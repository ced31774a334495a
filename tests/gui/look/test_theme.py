"""Colours can be read, sizes grow, icons belong to one family."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.paths import resource
from desktop.ui.look import icons, theme
from desktop.ui.look.stylesheet import SHEET
from desktop.ui.look.theme import CALM, CONTRAST, DISABLED_PAIRS, TEXT_PAIRS, TextSize, Tokens, Tone


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


@pytest.mark.parametrize("scheme", [CALM, CONTRAST], ids=["calm", "contrast"])
@pytest.mark.parametrize(("text", "ground"), DISABLED_PAIRS)
def test_what_cannot_be_used_now_can_still_be_read(scheme: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 3


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("scheme", [CALM, CONTRAST], ids=["calm", "contrast"])
def test_every_chip_can_be_read(scheme: Tokens, tone: Tone) -> None:
    assert contrast(getattr(scheme, tone.value), getattr(scheme, f"{tone.value}_tint")) >= 4.5


def pairs_of_the_sheet() -> dict[tuple[str, str], str]:
    """(text, ground) of every rule that colours words, and its selector.

    A rule that colours only the ground of a state has the words of the rule without the state; one that colours only
    words stands on page and card.
    """
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", SHEET.template):
        said = dict(
            re.findall(r"(?<![\w-])(color|background|selection-color|selection-background-color): \$(\w+)", body)
        )
        for selector in selectors.split(","):
            # The words of the line of what was done stand on its own ground.
            rules.setdefault(selector.strip().removesuffix(" QLabel"), {}).update(said)
    found: dict[tuple[str, str], str] = {}
    for selector, said in rules.items():
        if any(part in selector for part in ("::indicator", "ScrollBar", "::separator", "ProgressBar")):
            continue
        text, ground = said.get("color"), said.get("background")
        kinds = (re.sub(r":(hover|pressed|focus|checked|disabled)", "", selector), selector.split("[")[0].split(":")[0])
        text = text or next((rules[kind]["color"] for kind in kinds if "color" in rules.get(kind, {})), "ink")
        for one in (ground,) if ground else ("page", "card") if "color" in said else ():
            found[text, one] = selector
        if "selection-color" in said:
            found[said["selection-color"], said["selection-background-color"]] = selector
    return found


def test_every_pair_of_colours_in_the_stylesheet_is_declared_and_so_looked_at() -> None:
    found = pairs_of_the_sheet()
    assert len(found) > 20
    assert found.keys() - set(TEXT_PAIRS) - set(DISABLED_PAIRS) == set()


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


def test_a_hint_in_an_empty_line_is_as_dark_as_it_is_declared(app: QApplication, qtbot: QtBot) -> None:
    # Qt makes it half as dark as the text wherever a stylesheet names a colour for the text.
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setPlaceholderText("■■■■")
    line.resize(300, 60)
    line.show()
    app.processEvents()
    image = line.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(14, 80) for y in range(12, 48)}
    assert theme.color("secondary").name() in seen
