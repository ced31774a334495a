"""床位一览: the house on a day as a picture on paper (PDF, A4 across), each state with a sign and its word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.progress import Progress
from desktop.core.trade import BedMode, BedState
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.terms import BED_KINDS, BED_MODES, BED_STATES, GRADES
from desktop.reports.paper import fonts
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import missing_note
from desktop.reports.paper.paper import A4, MM, Box, Paper
from desktop.services.beds.board import Board, BoardBed, Floor, Room
from desktop.services.centre.centres import centre
from desktop.services.writing.going_out import Held, leaving

TITLE = "床位一览"
ON_LEAVE = "请假"
# Black ink tells the states apart by these.
SIGNS = {
    BedState.FREE: "○",
    BedState.OCCUPIED: "●",
    BedState.RESERVED: "◇",
    BedState.OUT_OF_SERVICE: "×",
}
_LEAVE_SIGN = "◎"
_SIZE = (A4[1], A4[0])
_MARGIN, _GAP = 10 * MM, 4 * MM
_CELL_WIDTH, _CELL_HEIGHT, _NAME_HEIGHT = 36 * MM, 15 * MM, 5.5 * MM
_FLOOR_HEIGHT, _HEAD_HEIGHT, _FOOT_HEIGHT = 8 * MM, 19 * MM, 6 * MM
_WIDTH = _SIZE[0] - 2 * _MARGIN
# As many beds as stand beside each other.
_MOST = int(_WIDTH // _CELL_WIDTH)
_TEXT, _SMALL, _HEADING = 9.0, 7.5, 11.0


@dataclass(frozen=True)
class _Placed:
    """A room, or a part of one, where it stands on its page; a floor's heading has no beds."""

    x: float
    y: float
    name: str
    beds: tuple[BoardBed, ...] = ()


def render_board(board: Board, path: Path, *, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write the house on a day."""
    name = centre().name
    said = [word for bed in board.beds for word in (bed.place, bed.floor, bed.resident, bed.words)]
    missing = fonts.missing_in([name, *said])
    pages = _laid_out(board)
    watch = progress or Progress()
    watch.start(len(pages), TITLE)
    paper = Paper(_SIZE, f"{TITLE} {board.day.isoformat()}", name)
    named = len({bed.resident for bed in board.beds if bed.resident})
    with leaving(path, Held(TITLE, named, period=board.day.isoformat())) as part:
        for number, placed in enumerate(pages, 1):
            _draw_head(paper, board, fonts.printable(name))
            for one in placed:
                _draw(paper, one)
            foot = f"第 {number} 页 / 共 {len(pages)} 页　打印日期：{date_text(printed_on)}　内部使用"
            base = _SIZE[1] - _MARGIN
            paper.text_right(_SIZE[0] - _MARGIN, base, foot, _SMALL)
            paper.text(_MARGIN, base, missing_note(missing) if missing else "", _SMALL)
            paper.next_page()
            watch.step()
        part.write_bytes(paper.finish())
        watch.check()
    return RenderResult(path, len(pages), tuple(missing))


def counts_line(board: Board) -> str:
    """How many beds are in each state, each with its sign: the key to the picture."""
    occupied = board.count(BedState.OCCUPIED) - board.away
    told = [
        (SIGNS[BedState.OCCUPIED], BED_STATES[BedState.OCCUPIED], occupied),
        (_LEAVE_SIGN, ON_LEAVE, board.away),
        *(
            (SIGNS[state], BED_STATES[state], board.count(state))
            for state in (BedState.FREE, BedState.RESERVED, BedState.OUT_OF_SERVICE)
        ),
    ]
    return "　".join([f"共 {len(board.beds)} 张", *(f"{sign} {word} {count}" for sign, word, count in told)])


def cell_lines(bed: BoardBed) -> tuple[str, str, str, str]:
    """What is written of a bed: state, who or why, grade, kind."""
    state = f"{_LEAVE_SIGN} {ON_LEAVE}" if bed.on_leave else f"{SIGNS[bed.state]} {BED_STATES[bed.state]}"
    mode = "" if bed.mode == BedMode.FULL else BED_MODES[bed.mode]
    kind = " ".join(part for part in (BED_KINDS[bed.kind], mode, BED_CLASSES.get(bed.bed_class, "")) if part)
    return state, bed.resident or bed.words, GRADES.get(bed.grade, ""), kind


def _laid_out(board: Board) -> list[list[_Placed]]:
    """Rooms beside each other as far as there is room, floor under floor, page after page."""
    pages: list[list[_Placed]] = [[]]
    top, bottom = _MARGIN + _HEAD_HEIGHT, _SIZE[1] - _MARGIN - _FOOT_HEIGHT
    y = top
    for floor in board.floors:
        lines = list(_lines(floor))
        heading = _floor_name(floor)
        for at, line in enumerate(lines):
            needed = _NAME_HEIGHT + _CELL_HEIGHT + (_FLOOR_HEIGHT if at == 0 else 0)
            if y + needed > bottom:
                pages.append([])
                y = top
            if at == 0 or not pages[-1]:
                again = "" if at == 0 else "（续）"
                pages[-1].append(_Placed(_MARGIN, y, f"{heading}{again}"))
                y += _FLOOR_HEIGHT
            x = _MARGIN
            for name, beds in line:
                pages[-1].append(_Placed(x, y, name, beds))
                x += len(beds) * _CELL_WIDTH + _GAP
            y += _NAME_HEIGHT + _CELL_HEIGHT + _GAP
    return pages


def _lines(floor: Floor) -> Iterator[list[tuple[str, tuple[BoardBed, ...]]]]:
    """The rooms of a floor line by line; one with more beds than fit beside each other goes on in the next line."""
    line: list[tuple[str, tuple[BoardBed, ...]]] = []
    used = 0.0
    for name, beds in (part for room in floor.rooms for part in _parts(room)):
        width = len(beds) * _CELL_WIDTH
        if line and used + _GAP + width > _WIDTH:
            yield line
            line, used = [], 0.0
        used += width + (_GAP if line else 0)
        line.append((name, beds))
    if line:
        yield line


def _parts(room: Room) -> Iterator[tuple[str, tuple[BoardBed, ...]]]:
    for at in range(0, len(room.beds), _MOST):
        yield room.name if at == 0 else f"{room.name}（续）", room.beds[at : at + _MOST]


def _floor_name(floor: Floor) -> str:
    numbered = f"{floor.name}楼" if floor.name.isdigit() else floor.name
    return " ".join(part for part in (floor.building, numbered) if part) or TITLE


def _draw_head(paper: Paper, board: Board, name: str) -> None:
    paper.text_centred(_SIZE[0] / 2, _MARGIN + 6 * MM, f"{name}{TITLE}", 16, bold=True)
    paper.text(_MARGIN, _MARGIN + 14 * MM, counts_line(board), _TEXT)
    paper.text_right(_SIZE[0] - _MARGIN, _MARGIN + 14 * MM, date_text(board.day), _TEXT)


def _draw(paper: Paper, one: _Placed) -> None:
    if not one.beds:
        paper.text(one.x, one.y + 5.5 * MM, fonts.printable(one.name), _HEADING, bold=True)
        paper.rules([(one.x, one.y + 7 * MM, one.x + _WIDTH, one.y + 7 * MM)])
        return
    width = len(one.beds) * _CELL_WIDTH
    paper.text(one.x + 1 * MM, one.y + 4 * MM, fonts.printable(one.name), _TEXT, bold=True)
    top, bottom = one.y + _NAME_HEIGHT, one.y + _NAME_HEIGHT + _CELL_HEIGHT
    across = [(one.x, line, one.x + width, line) for line in (one.y, top, bottom)]
    sides = [(one.x, one.y, one.x, bottom), (one.x + width, one.y, one.x + width, bottom)]
    between = [(one.x + at * _CELL_WIDTH, top, one.x + at * _CELL_WIDTH, bottom) for at in range(1, len(one.beds))]
    paper.rules([*across, *sides, *between])
    for at, bed in enumerate(one.beds):
        _draw_bed(paper, (one.x + at * _CELL_WIDTH, top, _CELL_WIDTH, _CELL_HEIGHT), bed)


def _draw_bed(paper: Paper, box: Box, bed: BoardBed) -> None:
    left, top, width, _height = box
    state, who, grade, kind = cell_lines(bed)
    inner, right = left + 1.2 * MM, left + width - 1.2 * MM
    room = right - inner
    paper.text(inner, top + 4 * MM, fonts.printable(bed.number), _TEXT, bold=True)
    paper.text_right(right, top + 4 * MM, state, _SMALL)
    paper.text(inner, top + 8.6 * MM, _shortened(fonts.printable(who), room, _TEXT), _TEXT)
    paper.text_right(right, top + 13 * MM, kind, _SMALL)
    left_over = room - fonts.width(kind, _SMALL, False) - 1 * MM
    paper.text(inner, top + 13 * MM, _shortened(grade, left_over, _SMALL), _SMALL)


def _shortened(words: str, room: float, size: float) -> str:
    """The words, or as many of them as there is room for."""
    if fonts.width(words, size, False) <= room:
        return words
    kept: Sequence[str] = words
    while kept and fonts.width("".join(kept) + "…", size, False) > room:
        kept = kept[:-1]
    return "".join(kept) + "…"
