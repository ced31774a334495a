"""Ledgers that nobody has shown us yet: units of time and ticked boxes in any order of columns, read back or named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.reasons import Reason
from desktop.importing.importer import import_workbook
from desktop.importing.undo import undo_import
from desktop.models import query
from desktop.services.writing.actor import Actor
from tests.unit.importing.sheets import write
from tests.unit.importing.test_made_up_layouts import DITTO, FEET, TICKED, TITLES

NAMES = ("王芳兰", "李秀英", "张玉华")
HEADINGS = {
    "day": ["日期", "服务日期", "日 期"],
    "name": ["姓名", "服务对象", "老人姓名"],
    "type": ["服务项目", "项目", "服务内容"],
    "start": ["开始时间", "开始"],
}
TYPES = {"助浴": "bathing", "助洁": "cleaning"}
# How the unit is said: in the heading, in the cell, or nowhere.
IN_HEADING = {"服务时长（小时）": 60, "时长(分钟)": 1, "服务时长/小时": 60}
IN_CELL = {"{0}小时": 60, "{0}个小时": 60, "{0}h": 60, "{0}0分钟": 10, "{0}小时30分": 60, "{0}:30": 60}
WORDS = {"正常": "normal", "需关注": "attention", "风险": "risk"}
BLOCKS = {"健康状况": "health", "精神状态": "spirit", "卫生状况": "hygiene"}


@dataclass
class Ledger:
    """A sheet, and what has to be on record of it; ``named`` are the rows of which something cannot be told."""

    rows: list[list[object]] = field(default_factory=list)
    expected: list[tuple[object, ...]] = field(default_factory=list)
    named: set[int] = field(default_factory=set)


def begun(draw: st.DrawFn, heads: list[str]) -> Ledger:
    made = Ledger()
    for title in draw(st.lists(st.sampled_from(TITLES), max_size=2, unique=True)):
        made.rows.append([title])
    made.rows.append(list(heads))
    if draw(st.integers(0, 3)) == 0:
        made.rows.append([str(one) for one in range(1, len(heads) + 1)])
    return made


def ended(draw: st.DrawFn, made: Ledger) -> Ledger:
    for foot in draw(st.lists(st.sampled_from(FEET), max_size=2)):
        made.rows.append(list(foot))
    return made


@st.composite
def services(draw: st.DrawFn) -> Ledger:
    unit = draw(st.sampled_from(["cell", "none", *IN_HEADING]))
    words = {name: draw(st.sampled_from(found)) for name, found in HEADINGS.items()}
    words["length"] = "服务时长" if unit in {"cell", "none"} else unit
    order = draw(st.permutations([*words]))
    made = begun(draw, [words[name] for name in order])
    above: dict[str, str] = {}
    for _ in range(draw(st.integers(1, 4))):
        hours, kind, day = draw(st.integers(1, 2)), draw(st.sampled_from([*TYPES])), draw(st.integers(1, 9))
        form = draw(st.sampled_from([*IN_CELL])) if unit == "cell" else "{0}"
        minutes = {"cell": hours * IN_CELL.get(form, 0), "none": 0}.get(unit, hours * IN_HEADING.get(unit, 0))
        minutes += 30 if form.endswith(("30分", ":30")) else 0
        cells = {"day": f"2026-10-0{day}", "name": draw(st.sampled_from(NAMES)), "type": kind, "start": "09:00"}
        for name in ("day", "type"):
            if name in above and draw(st.integers(0, 2)) == 0:
                cells[name] = above[name]
        shown = {
            name: draw(st.sampled_from(DITTO)) if above.get(name) == text and draw(st.booleans()) else text
            for name, text in cells.items()
        }
        above = cells
        made.rows.append([{**shown, "length": form.format(hours)}[name] for name in order])
        if not minutes:
            made.named.add(len(made.rows))
        made.expected.append((cells["name"], cells["day"], TYPES[cells["type"]], minutes))
    return ended(draw, made)


@st.composite
def visits(draw: st.DrawFn) -> Ledger:
    order = draw(st.permutations(["日期", "姓名", "方式", "探访结果", *BLOCKS]))
    made = begun(draw, order)
    for at in range(draw(st.integers(1, 4))):
        # One form for the sheet's boxes and another for the words of the way and the outcome.
        states = {block: draw(st.permutations([*WORDS])) for block in BLOCKS}
        cells = {block: draw(st.sampled_from(TICKED)).format(*words) for block, words in states.items()}
        day, name = f"2026-10-0{at + 1}", draw(st.sampled_from(NAMES))
        cells |= {"日期": day, "姓名": name}
        cells["方式"] = draw(st.sampled_from(["上门", "☑上门 □电话", "上门☑ 电话□", "上门√ 电话"]))
        cells["探访结果"] = draw(st.sampled_from(["见到", "☑见到 □未见到", "见到☑未见到□", "□未见到 ■见到"]))
        made.rows.append([cells[head] for head in order])
        made.expected.append((name, day, "home", "reached", *(WORDS[states[block][0]] for block in BLOCKS)))
    return ended(draw, made)


SERVICES = (
    "SELECT r.name, s.service_on, s.type, s.minutes FROM living_help_service s"
    " JOIN resident r ON r.id = s.resident_id ORDER BY s.id"
)
VISITS = (
    "SELECT r.name, v.visited_on, v.method, v.outcome, v.health, v.spirit, v.hygiene"
    " FROM living_visit v JOIN resident r ON r.id = v.resident_id ORDER BY v.id"
)


@pytest.fixture
def three(person: Callable[..., int]) -> None:
    for name in NAMES:
        person(name)


def hold(actor: Actor, path: Path, kind: str, made: Ledger, sql: str, reasons: set[Reason]) -> None:
    result = import_workbook(actor, kind, write(path / "表.xlsx", {"Sheet1": made.rows}))  # type: ignore[arg-type]
    found = query.fetch(sql)
    if result.import_id is not None:
        undo_import(actor, result.import_id)
    assert found == made.expected
    assert {one.row for one in result.issues if one.reason in reasons} == made.named
    assert not [one for one in result.issues if one.verdict == "refused"]


QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUIET
@given(made=services())
def test_a_made_up_ledger_of_services_is_read_back(three: None, actor: Actor, tmp_path: Path, made: Ledger) -> None:
    hold(actor, tmp_path, "services", made, SERVICES, {Reason.UNIT_UNKNOWN})


@QUIET
@given(made=visits())
def test_a_made_up_ledger_of_visits_is_read_back(three: None, actor: Actor, tmp_path: Path, made: Ledger) -> None:
    hold(actor, tmp_path, "visits", made, VISITS, {Reason.UNKNOWN_WORD})
