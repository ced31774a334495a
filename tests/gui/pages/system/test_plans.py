"""系统 → 指标: indicators and typed figures by keys, a file of indicators, who may."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.period import Month
from desktop.services.figures.month import figures_of
from desktop.services.plans import indicators, typed
from desktop.services.plans.typed import TypedDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.plans import PlansSection
from tests.gui.desk import Desk
from tests.gui.looking import commit

Open = Callable[[str], Desk]
TODAY = dt.date(2026, 10, 21)
OCTOBER = Month(2026, 10)


def plans_of(here: Desk) -> PlansSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("plans")
    QApplication.processEvents()
    section = page.sections["plans"]
    assert isinstance(section, PlansSection)
    return section


def box_of(here: Desk) -> SmallForm:
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    here.qtbot.waitUntil(box.isActiveWindow)
    return box


def closed(here: Desk) -> None:
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def say(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    commit(focus, words)
    QApplication.processEvents()


def choose(section: PlansSection, name: str) -> None:
    """Make the line of an indicator the current one."""
    at = next(at for at, line in section._versions.items() if line.version.name == name)
    section.table.select_id(at)


def test_the_plan_of_the_centre_is_listed_with_what_its_document_says(desk: Open, actor: Actor) -> None:
    section = plans_of(desk("system"))
    assert {line.version.plan for line in section._versions.values()} == {"chenggong"}
    choose(section, "护理型床位占比")
    assert section._whole.text().splitlines() == [
        "呈政办发〔2022〕59号 呈贡区“十四五”养老服务体系建设规划  建设指标表第5项  第10页",
        "月末护理型床位 ÷ 月末全托床位",
    ]
    section.filters.set_values({"plan": ""})
    assert len({line.version.plan for line in section._versions.values()}) == 5


def test_another_target_by_keys_holds_from_this_month_on(desk: Open, actor: Actor) -> None:
    here = desk("system")
    section = plans_of(here)
    choose(section, "护理型床位占比")
    here.key(Qt.Key.Key_F2)
    box = box_of(here)
    assert box.form.fields["valid_from"].value() == "2026-10-01"
    here.enter(2)
    here.control(Qt.Key.Key_A)
    here.type("70")
    here.control(Qt.Key.Key_S)
    closed(here)
    targets = [(one.target, one.valid_from) for one in indicators.versions("chenggong") if one.name == "护理型床位占比"]
    assert targets == [("70", dt.date(2026, 10, 1)), ("65", dt.date(2021, 1, 1))]
    lines = [line for line in section._versions.values() if line.version.name == "护理型床位占比"]
    assert [line.holds for line in lines] == [True, False]


def test_a_missing_figure_stands_first_is_typed_by_keys_and_feeds_the_indicator(desk: Open, actor: Actor) -> None:
    here = desk("system")
    section = plans_of(here)
    share = next(one for one in figures_of(OCTOBER).indicators if "60岁及以上老年人口" in one.name)
    assert share.missing == ("typed.population_60",)
    here.key(Qt.Key.Key_F6)
    assert section.shows_figures
    first = section._figures[0]
    assert (first.key, first.row, first.wanted) == ("typed.population_60", None, True)
    section.figures.select_id(0)
    here.key(Qt.Key.Key_F2)
    box = box_of(here)
    here.enter()
    here.type("20296")
    here.enter(2)
    say("呈贡区统计年鉴")
    here.control(Qt.Key.Key_S)
    closed(here)
    (row,) = typed.listed()
    assert (row.key, row.value, row.as_of, row.source) == ("typed.population_60", 20296, TODAY, "呈贡区统计年鉴")
    share = next(one for one in figures_of(OCTOBER).indicators if "60岁及以上老年人口" in one.name)
    assert share.missing == () and share.denominator is not None and share.denominator.value == 20296
    assert box is not None and all(not line.wanted for line in section._figures.values() if line.key == row.key)


def test_a_figure_without_a_source_is_refused_beside_its_field(desk: Open, actor: Actor) -> None:
    here = desk("system")
    section = plans_of(here)
    here.key(Qt.Key.Key_F6)
    section.figures.select_id(0)
    here.key(Qt.Key.Key_F2)
    box = box_of(here)
    here.enter()
    here.type("20296")
    here.control(Qt.Key.Key_S)
    assert QApplication.activeModalWidget() is box
    assert box.form.fields["source"].error
    assert typed.listed() == []
    box.reject()
    box.reject()


def test_a_figure_is_voided_with_a_reason(desk: Open, actor: Actor) -> None:
    typed.record(actor, TypedDraft("typed.population_60", "20000", "2026-09-30", "统计局"))
    here = desk("system")
    section = plans_of(here)
    here.key(Qt.Key.Key_F6)
    section.figures.select_id(next(at for at, line in section._figures.items() if line.row is not None))
    here.key(Qt.Key.Key_F8)
    box_of(here)
    say("抄错一位")
    here.enter()
    closed(here)
    assert typed.listed() == []


def test_a_file_is_taken_in_whole_or_its_errors_are_told_by_line(desk: Open, actor: Actor, tmp_path: Path) -> None:
    section = plans_of(desk("system"))
    file = tmp_path / "plan.toml"
    good = '[[indicator]]\nplan = "chenggong"\nkey = "meals"\nname = "就餐老人"\nunit = "人"\nper = 1\n'
    file.write_text(f'{good}numerator = "people.eaten"\n', encoding="utf-8")
    section.take_file(file)
    assert "第7行" in section._wrong.text() and not section._wrong.isHidden()
    assert "就餐老人" not in {one.name for one in indicators.versions("chenggong")}
    file.write_text(f'{good}numerator = "people.served"\n', encoding="utf-8")
    section.take_file(file)
    assert section._wrong.isHidden()
    assert "就餐老人" in {one.name for one in indicators.in_force("chenggong", TODAY)}


def test_a_clerk_types_figures_and_sees_indicators_without_changing_them(desk: Open, clerk: Actor) -> None:
    here = desk("system")
    here.window.session.actor = clerk
    section = plans_of(here)
    section.refresh()
    assert section.add_button.isHidden() and section.change() is None and section.add() is None
    here.key(Qt.Key.Key_F6)
    assert not section.add_button.isHidden()
