"""The keys of a day for the wall: which there are and what they do is what the rooms themselves declare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.i18n import on_paper, translate
from desktop.core.progress import Progress
from desktop.services.centre import centres
from desktop.ui.dialogs.keys import keys as everywhere
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.rooms import RoomKey

if TYPE_CHECKING:
    from desktop.reports.wall_card import Part

_FILE = "wall-card.pdf"


@dataclass(frozen=True)
class _Wanted:
    """A part of the day: its title on paper, the rooms that it is done in, and which of the declared keys it takes."""

    title: str
    note: str
    rooms: tuple[RoomKey, ...]
    keys: tuple[tuple[RoomKey | None, str], ...]


# From opening to backup; a card is an official paper, so it is Chinese as all of them are.
_DAY = (
    _Wanted(
        "早上开门",
        "打开“十助台账”，打自己的密码，按 Enter。首页写着今天要办的事。",
        (RoomKey.HOME,),
        ((None, "Alt+1 … Alt+9"), (None, "Ctrl+F")),
    ),
    _Wanted(
        "中午扫码就餐",
        "",
        (RoomKey.CANTEEN,),
        ((None, "F9"), (RoomKey.CANTEEN, "F2 F3 F4"), (RoomKey.CANTEEN, "F6"), (RoomKey.CANTEEN, "F7")),
    ),
    _Wanted(
        "探访",
        "",
        (RoomKey.VISITS,),
        ((None, "Ctrl+N"), (RoomKey.VISITS, "P"), (RoomKey.VISITS, "R"), (RoomKey.VISITS, "C")),
    ),
    _Wanted(
        "十助服务",
        "",
        (RoomKey.SERVICES,),
        ((None, "Ctrl+J"), (RoomKey.SERVICES, "F6"), (RoomKey.SERVICES, "F7"), (RoomKey.SERVICES, "F10")),
    ),
    _Wanted(
        "填表",
        "下面出现“已保存”，才算保存。",
        (),
        ((None, "Enter"), (None, "Ctrl+S"), (None, "Ctrl+Enter"), (None, "Esc")),
    ),
    _Wanted("弄错了", "", (), ((None, "Ctrl+Z"), (None, "Ctrl+Shift+Z"))),
    _Wanted("不会了", "", (), ((None, "F1"),)),
    _Wanted("走开、换人", "", (), ((None, "Ctrl+L"), (None, "Ctrl+Shift+L"))),
    _Wanted(
        "月底",
        "",
        (RoomKey.REPORTS, RoomKey.SYNC),
        ((RoomKey.SYNC, "F7"), (RoomKey.REPORTS, "Ctrl+P"), (RoomKey.SYNC, "F3"), (None, "Ctrl+E")),
    ),
    _Wanted("下班", "插好备份用的 U 盘，关窗口：程序自己备份，备好才退出。", (), ()),
)


def day_of(page_of: Callable[[RoomKey], Page]) -> tuple[Part, ...]:
    """The day with the keys as they are declared; LookupError for one that is declared no more."""
    from desktop.reports.wall_card import Part

    with on_paper():
        said: dict[RoomKey | None, Mapping[str, str]] = {None: dict(everywhere())}
        for room in {room for one in _DAY for room, _keys in one.keys if room is not None}:
            declared = page_of(room).keys()
            said[room] = {one.keys: one.words for one in declared}
        return tuple(
            Part(one.title, _room_keys(one.rooms), one.note, tuple((keys, said[room][keys]) for room, keys in one.keys))
            for one in _DAY
        )


def show_card(page: Page, page_of: Callable[[RoomKey], Page]) -> None:
    """Make the card and show it over the page, to be printed."""
    parts, folder = day_of(page_of), preview_folder(page)

    def make(_progress: Progress) -> Paper:
        from desktop.reports import wall_card

        made = wall_card.write_card(parts, centres.centre().name, folder / _FILE)
        return Paper(made.path, wall_card.TITLE, made.missing)

    preview_made(page, translate("Keys", "Making the wall card"), make)


def _room_keys(rooms: tuple[RoomKey, ...]) -> str:
    """Alt+3 of a room, in the order of the rail."""
    return " ".join(f"Alt+{list(RoomKey).index(room) + 1}" for room in rooms)
