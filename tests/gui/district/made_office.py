"""The folder of a district with centres that handed in in time, late, as a draft, corrected or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.core.answers import NumbersWanted
from desktop.district import enrolling, folder, intake, store
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.ui.district.office import OfficePreferences
from desktop.ui.district.start import build_window
from desktop.ui.district.window import DistrictWindow
from tests.made_files import MadeFile, row, uid
from tests.unit.district.conftest import Brought, manifest

NOW = dt.datetime(2026, 11, 12, 9, 0)
DISTRICT = "呈贡区民政局"
CENTRES = {
    "530114": "呈贡区春晓街道综合养老服务中心",
    "530115": "乙中心",
    "530116": "丙中心",
    "530117": "丁中心",
    "530118": "戊中心",
}
NUMBER = "530114194403050025"
OCTOBER = "2026-10"


@dataclass
class Made:
    """Where the folder is, and files that are still on a stick."""

    place: DistrictFolder
    stick: Path


def make_office(root: Path) -> Made:
    """Five centres; of October one closed in time, one late, one corrected, one draft, one missing."""
    place = DistrictFolder(root / "district")
    folder.make(place, District(DISTRICT, "530114", NumbersWanted.FULL))
    stick = root / "stick"
    with opened(place) as desk:
        for number, name in CENTRES.items():
            enrolling.register(desk, number, name)
        intake.merge(desk, [_file(number, **told).write(stick) for number, told in _HANDED_IN])
    return Made(place, stick)


def _file(centre: str, closed_at: str = "", required: int = 10, visited: int = 9, **told: Any) -> MadeFile:
    state, period = told.get("state", "closed"), told.get("period", OCTOBER)
    month = row("months", month=period, state=state, version=told.get("version", 1))
    people = [_person("一", NUMBER), _person("二", "")]
    dead = _person("三", "") | {"register_state": "deceased", "state_on": f"{period}-02"}
    meals = [row("meals", name, resident=uid("residents", name), eaten_on=f"{period}-05") for name in ("一", "三")]
    months = [month | {"closed_at": closed_at or None}] if state != "open" else []
    parts = {"months": months, "residents": [*people, dead], "meals": meals}
    visits = {"required": required, "visited": visited, "excused_gone": 0, "excused_confirmed": 0}
    figures = {"month": period, "visits": visits, "canteen": {"price": "12.50"}, "indicators": []}
    return MadeFile(centre=centre, name=CENTRES.get(centre, ""), rows=parts, figures=[figures], **told)


def _person(key: str, number: str) -> Mapping[str, Any]:
    state = "valid" if number else "none"
    return row("residents", key, id_number=number, id_state=state, register_state="on_register")


_HANDED_IN: list[tuple[str, dict[str, Any]]] = [
    ("530114", {"closed_at": "2026-11-02 17:00:00"}),
    ("530114", {"closed_at": "2026-10-02 17:00:00", "period": "2026-09", "sequence": 2}),
    ("530115", {"closed_at": "2026-11-09 17:00:00"}),
    ("530116", {"closed_at": "2026-11-03 17:00:00", "state": "corrected", "version": 2}),
    ("530117", {"state": "open"}),
]


def with_indicators(made: Made) -> None:
    """Let two centres have the papers of a close of today, with the numbers that indicators are made of."""
    for number, visited in (("530114", 90), ("530115", 60)):
        told = manifest(number, OCTOBER, closed={OCTOBER: 1}, centre_name=CENTRES[number])
        kept = [
            _indicator("特殊困难老年人月探访率", "100", visited, 100) | {"plan": "kunming"},
            _indicator("护理型床位占比", "55", 60, 100) | {"plan": "national"},
        ]
        visits = {"required": 100, "visited": visited, "excused_gone": 0, "excused_confirmed": 0}
        papers = {"figures": {"month": OCTOBER, "visits": visits}, "counts": {"indicators": kept}}
        lines = [{"month": OCTOBER, "version": 1, "kind": kind, "content": one} for kind, one in papers.items()]
        person = {"uid": "p", "id_number": NUMBER, "id_state": "valid", "register_state": "on_register"}
        month = {"uid": "m", "month": OCTOBER, "closed_at": f"2026-11-0{3 if visited > 80 else 9} 18:00:00"}
        parts = {"residents": [person], "months": [month], "frozen": lines}
        store.put(made.place.root, number, OCTOBER, store.parts_of(Brought(told, parts)))


def _indicator(name: str, target: str, above: int, below: int) -> dict[str, Any]:
    aim = {"name": name, "clause": "", "unit": "%", "direction": ">=", "target": target, "per": 100, "remark": ""}
    return aim | {"numerator": {"key": "a", "value": above}, "denominator": {"key": "b", "value": below}}


def standing(made: Made, qtbot: QtBot, screen: tuple[int, int] = (1366, 768)) -> DistrictWindow:
    """The window on a folder, shown, with the keyboard."""
    likes = OfficePreferences(made.place.root / "preferences.json", sounds=False)
    window = build_window(made.place, folder.require(made.place), likes)
    window.resize(*screen)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle(window, qtbot)
    return window


def settle(window: DistrictWindow, qtbot: QtBot) -> None:
    """Until nothing is read or worked at behind the window."""
    qtbot.waitUntil(lambda: not window.session.reads.busy and not window.jobs.busy, timeout=20_000)
