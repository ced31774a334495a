"""A page to measure a printer by: rulers from the paper's edges, four lines, the outlines of the labels."""

from __future__ import annotations

from pathlib import Path

from desktop.core.files import writing_beside
from desktop.core.label_sheets import LabelSheet
from desktop.core.printers import NONE, Adjustment, Lines, Pair
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.paper import MM, Box, Paper

TITLE = "打印机测试页"
# Every millimetre a short stroke, every fifth and tenth a longer one (mm).
STROKES = ((10, 4.0), (5, 3.0), (1, 2.0))
# Which way each stretch is measured.
ARROWS = ("←A→", "←B→", "↑C↓", "↑D↓")
THICK, FINE = 0.8, 0.2
CROSS = 2.0
# How far a letter stands from the middle of a cross at least, across and down, and where else it may stand (mm).
CLEAR = (9.0, 6.0)
STEPS = (0, 8, -8, 14, -14, 20, -20)


def measuring_page(sheet: LabelSheet, path: Path, printer: str = "", adjusted: Adjustment = NONE) -> RenderResult:
    """Page 1 as the printer has it by itself, to be measured; where it is adjusted a second to see that it is right."""
    paper = Paper((sheet.page[0] * MM, sheet.page[1] * MM), TITLE, "")
    with writing_beside(path) as part:
        _page(paper, sheet, NONE)
        _words(paper, sheet, _measure(sheet, printer))
        paper.next_page()
        if adjusted != NONE:
            _page(paper, sheet, adjusted)
            _words(paper, sheet, _check(sheet, printer, adjusted))
            paper.next_page()
        part.write_bytes(paper.finish())
    return RenderResult(path, paper.pages, ())


def _page(paper: Paper, sheet: LabelSheet, adjusted: Adjustment) -> None:
    wide, high = sheet.page
    lines = Lines.of(sheet.page)
    at_x, at_y = (lines.left, lines.left + lines.across), (lines.top, lines.top + lines.down)
    paper.rules([_line(adjusted, (x, 0), (x, high)) for x in at_x], THICK)
    paper.rules([_line(adjusted, (0, y), (wide, y)) for y in at_y], THICK)
    paper.rules(_ruler(adjusted, sheet), FINE)
    paper.rules(_corners(adjusted, sheet), FINE)
    _letters(paper, sheet, adjusted)


def _line(adjusted: Adjustment, one: tuple[float, float], other: tuple[float, float]) -> Box:
    (x, y), (to_x, to_y) = adjusted.place(one), adjusted.place(other)
    return x * MM, y * MM, to_x * MM, to_y * MM


def _ruler(adjusted: Adjustment, sheet: LabelSheet) -> list[Box]:
    """Strokes across the first vertical line and along the first horizontal one, a millimetre apart."""
    lines = Lines.of(sheet.page)
    found = []
    for across, length in ((True, sheet.page[0]), (False, sheet.page[1])):
        for at in range(int(length) + 1):
            long = next(size for step, size in STROKES if at % step == 0)
            if across:
                found.append(_line(adjusted, (at, lines.top), (at, lines.top + long)))
            else:
                found.append(_line(adjusted, (lines.left, at), (lines.left + long, at)))
    return found


def _corners_of(sheet: LabelSheet) -> set[Pair]:
    """The corners of the labels."""
    corners = set()
    for cell in range(sheet.cells):
        left, top = sheet.place(cell)
        corners |= {(x, y) for x in (left, left + sheet.label[0]) for y in (top, top + sheet.label[1])}
    return corners


def _corners(adjusted: Adjustment, sheet: LabelSheet) -> list[Box]:
    """A cross at each corner of each label."""
    corners = _corners_of(sheet)
    across = [_line(adjusted, (x - CROSS, y), (x + CROSS, y)) for x, y in sorted(corners)]
    return across + [_line(adjusted, (x, y - CROSS), (x, y + CROSS)) for x, y in sorted(corners)]


def _letters(paper: Paper, sheet: LabelSheet, adjusted: Adjustment) -> None:
    """Each letter beside the stretch that it names: from the edge to the first line, and from there to the second."""
    lines = Lines.of(sheet.page)
    middle_x, middle_y = lines.left + lines.across / 2, lines.top + lines.down / 2
    far_x, far_y = lines.left + lines.across, lines.top + lines.down
    places = (
        (lines.left / 2, middle_y),
        (middle_x, far_y + lines.top / 2),
        (middle_x, lines.top / 2),
        (far_x + lines.left / 2, middle_y),
    )
    corners = _corners_of(sheet)
    for words, at, way in zip(ARROWS, places, (1, 0, 0, 1), strict=True):
        x, y = adjusted.place(_beside(corners, at, way))
        paper.text_centred(x * MM, y * MM, words, 13.0 if _roomy(sheet) else 6.0, True)


def _beside(corners: set[Pair], at: Pair, way: int) -> Pair:
    """There, or along the edge as far as no cross is written over."""
    for off in STEPS:
        x, y = (part + off if way == along else part for along, part in enumerate(at))
        if not any(abs(x - across) < CLEAR[0] and abs(y - down) < CLEAR[1] for across, down in corners):
            return x, y
    return at


def _roomy(sheet: LabelSheet) -> bool:
    return min(sheet.page) >= 100


def _words(paper: Paper, sheet: LabelSheet, lines: list[str]) -> None:
    roomy = _roomy(sheet)
    size = 11.0 if roomy else 4.0
    found = Lines.of(sheet.page)
    x, y = (found.left + 8) * MM, (found.top + (14 if roomy else 6.5)) * MM
    for number, line in enumerate(lines):
        paper.text(x, y + number * size * 1.6, line, size)


def _measure(sheet: LabelSheet, printer: str) -> list[str]:
    lines = Lines.of(sheet.page)
    if not _roomy(sheet):
        return [TITLE, f"A {lines.left:g}　C {lines.top:g} mm"]
    return [
        f"{TITLE}：{sheet.title}",
        *([f"打印机：{printer}"] if printer else []),
        "打印时比例选 100%，不要“适合页面”。",
        "用直尺量出下面四段，填进程序（毫米，可到 0.1）。",
        f"A 纸的左边到左竖线：应是 {lines.left:g} mm",
        f"B 左竖线到右竖线：应是 {lines.across:g} mm",
        f"C 纸的上边到上横线：应是 {lines.top:g} mm",
        f"D 上横线到下横线：应是 {lines.down:g} mm",
        "小十字是标签的角。这一页没有校正。",
    ]


def _check(sheet: LabelSheet, printer: str, adjusted: Adjustment) -> list[str]:
    lines = Lines.of(sheet.page)
    if not _roomy(sheet):
        return ["校正后", f"A {lines.left:g}　C {lines.top:g} mm"]
    return [
        f"{TITLE}：{sheet.title}，校正后",
        *([f"打印机：{printer}"] if printer else []),
        f"右移 {adjusted.right:g} mm，下移 {adjusted.down:g} mm，"
        f"横向 {adjusted.wide * 100:g}%，纵向 {adjusted.high * 100:g}%",
        f"现在 A 应是 {lines.left:g}，B {lines.across:g}，C {lines.top:g}，D {lines.down:g} mm。",
        "叠在一张标签纸上对着光看：小十字应落在标签的角上。",
    ]
