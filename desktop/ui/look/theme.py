"""Colours, sizes and the one stylesheet; every widget that paints itself asks here."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import Enum, IntEnum

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.core.paths import resource
from desktop.ui.look.stylesheet import SHEET

FONT_FAMILY = "Noto Sans SC"
PAGE_MARGIN = 28
CARD_PADDING = 20
ROW_HEIGHT = 42
CONTROL_HEIGHT = 40


class TextSize(IntEnum):
    """The three text sizes, in pixels of body text."""

    NORMAL = 15
    LARGE = 18
    LARGEST = 22


class Tone(Enum):
    """What a colour says; the sign and the word beside it say it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    ATTENTION = "attention"
    DANGER = "danger"


@dataclass(frozen=True)
class Tokens:
    """One colour scheme: a neutral scale, one accent, three states."""

    ink: str = "#1B2B2E"
    secondary: str = "#56666A"
    page: str = "#F4F7F6"
    card: str = "#FFFFFF"
    hairline: str = "#E1E7E6"
    line: str = "#87979A"
    hover: str = "#EFF4F3"
    accent: str = "#0B6E6A"
    accent_hover: str = "#095C59"
    accent_pressed: str = "#074A47"
    accent_tint: str = "#DDF0EE"
    selected: str = "#C9E5E2"
    accent_soft: str = "#8CC7C1"
    on_accent: str = "#FFFFFF"
    rail: str = "#0E3B3A"
    rail_active: str = "#175C58"
    rail_hover: str = "#134B49"
    rail_text: str = "#EAF4F3"
    rail_muted: str = "#A8C6C3"
    rail_bar: str = "#5FE0D3"
    ok: str = "#1B7031"
    ok_tint: str = "#E3F4E7"
    attention: str = "#8F5300"
    attention_tint: str = "#FFF1DA"
    danger: str = "#B3261E"
    danger_tint: str = "#FCE8E6"
    neutral: str = "#4C5B5E"
    neutral_tint: str = "#E9EEED"
    focus: str = "#0B6E6A"
    disabled: str = "#78878A"


CALM = Tokens()
CONTRAST = replace(
    CALM,
    ink="#000000",
    secondary="#1F2A2C",
    page="#FFFFFF",
    hairline="#5B6B6E",
    line="#000000",
    hover="#E6EEED",
    accent="#004B48",
    accent_hover="#003331",
    accent_pressed="#002422",
    accent_tint="#BFE6E2",
    selected="#9FD3CD",
    accent_soft="#3E8A85",
    rail="#001F1E",
    rail_active="#004B48",
    rail_text="#FFFFFF",
    rail_muted="#E2EEED",
    ok="#00501A",
    ok_tint="#D4F3DB",
    attention="#5E3500",
    attention_tint="#FFE7BD",
    danger="#8A0F09",
    danger_tint="#FFDCD8",
    neutral="#1F2A2C",
    neutral_tint="#DDE5E4",
    focus="#000000",
    disabled="#56666A",
)

# (text, ground) pairs that occur on screen; a test computes their contrast in both schemes.
TEXT_PAIRS = (
    ("ink", "page"),
    ("ink", "card"),
    ("ink", "accent_tint"),
    ("ink", "selected"),
    ("ink", "hover"),
    ("secondary", "page"),
    ("secondary", "card"),
    ("secondary", "accent_tint"),
    ("accent", "card"),
    ("accent", "page"),
    ("accent", "accent_tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "danger"),
    ("rail_text", "rail"),
    ("rail_text", "rail_active"),
    ("rail_text", "rail_hover"),
    ("rail_muted", "rail"),
    ("ok", "ok_tint"),
    ("ok", "card"),
    ("attention", "attention_tint"),
    ("attention", "card"),
    ("danger", "danger_tint"),
    ("danger", "card"),
    ("neutral", "neutral_tint"),
    ("secondary", "neutral_tint"),
    ("ink", "ok_tint"),
    ("ink", "attention_tint"),
    ("ink", "danger_tint"),
    ("ink", "neutral_tint"),
    ("card", "ink"),
    ("on_accent", "accent_pressed"),
    ("ok", "page"),
    ("attention", "page"),
    ("danger", "page"),
    ("danger", "hover"),
    ("focus", "card"),
    ("focus", "page"),
)
# What cannot be used now is paler on purpose, and still to be read: at least 3 to 1.
DISABLED_PAIRS = (("disabled", "page"), ("disabled", "card"), ("card", "disabled"))


@dataclass
class _State:
    tokens: Tokens = CALM
    size: TextSize = TextSize.NORMAL


_state = _State()


def tokens() -> Tokens:
    """The colour scheme in use."""
    return _state.tokens


def text_size() -> TextSize:
    """The text size in use."""
    return _state.size


def is_contrast() -> bool:
    """Whether the high-contrast scheme is in use."""
    return _state.tokens is CONTRAST


def px(at_normal: float) -> int:
    """A length that grows with the text: so many pixels at normal size."""
    return round(at_normal * _state.size / TextSize.NORMAL)


def color(name: str) -> QColor:
    """A token as a colour to paint with."""
    return QColor(str(getattr(_state.tokens, name)))


def tone_colors(tone: Tone) -> tuple[QColor, QColor]:
    """Text and ground of a state."""
    return color(tone.value), color(f"{tone.value}_tint")


def font(at_normal: float = 15, bold: bool = False) -> QFont:
    """The bundled font, scaled with the text size."""
    made = QFont(FONT_FAMILY)
    made.setPixelSize(px(at_normal))
    made.setBold(bold)
    return made


def load_fonts() -> None:
    """Register the bundled font, so that no name depends on what the system has."""
    if FONT_FAMILY in _loaded:
        return
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    _loaded.add(FONT_FAMILY)


_loaded: set[str] = set()


def apply(app: QApplication, size: TextSize = TextSize.NORMAL, contrast: bool = False) -> None:
    """Dress the whole program; may be called again at any time."""
    load_fonts()
    _state.tokens = CONTRAST if contrast else CALM
    _state.size = size
    if app.style().objectName() != "fusion" and not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet())


def stylesheet() -> str:
    """The stylesheet of the scheme and size in use."""
    scheme = _state.tokens
    values = {item.name: str(getattr(scheme, item.name)) for item in fields(scheme)}
    values |= {f"px{n}": f"{px(n)}px" for n in (13, 14, 15, 17, 18, 24, 34, CONTROL_HEIGHT)}
    values["family"] = FONT_FAMILY
    values["chevron"] = resource("icons", "chevron-down.svg").as_posix()
    values["check"] = resource("icons", "check-on.svg").as_posix()
    # Qt adds border and padding to min-height, so they are taken off here once.
    values["control"] = f"{px(CONTROL_HEIGHT) - 14}px"
    return SHEET.substitute(values)


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "page"),
        (role.WindowText, "ink"),
        (role.Base, "card"),
        (role.AlternateBase, "hover"),
        (role.Text, "ink"),
        (role.Button, "card"),
        (role.ButtonText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.PlaceholderText, "secondary"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "card"),
        (role.Link, "accent"),
    ):
        palette.setColor(which, color(name))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, color("disabled"))
    return palette
