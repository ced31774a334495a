"""The system page: backups, health, accounts, rules, display, the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.services.centre import accounts, centres
from desktop.services.keeping import backups
from desktop.services.writing import rules
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.system.accounts import AccountsSection
from desktop.ui.pages.system.backups import BackupsSection
from desktop.ui.pages.system.centre import CentreSection
from desktop.ui.pages.system.changes import ChangesSection
from desktop.ui.pages.system.display import DisplaySection
from desktop.ui.pages.system.health import HealthSection
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.rules import RulesSection
from tests.gui.desk import Desk
from tests.gui.looking import cut_widgets

SECTIONS = (
    *("display", "centre", "accounts", "lists", "people"),
    *("backup", "health", "rules", "imports", "changes", "about"),
)


def page_of(desk: Desk) -> SystemPage:
    page = desk.window.page("system")
    assert isinstance(page, SystemPage)
    return page


def test_a_backup_made_now_is_listed_and_proven(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("backup")
    section = page.sections["backup"]
    assert isinstance(section, BackupsSection)
    assert list(section.table.model.ids) == []
    section.back_up()
    here.finish_job()
    [made] = backups.listed(page.session.folder)
    assert made.path.name in page.strip.text
    assert len(section.table.model.ids) == 1
    section.table.view.selectRow(0)
    section.verify_selected()
    here.finish_job()
    made.path.write_bytes(made.path.read_bytes()[:-100])
    section.verify_selected()
    here.finish_job()
    assert made.path.name in page.strip.text


def test_a_second_place_is_kept(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("backup")
    section = page.sections["backup"]
    assert isinstance(section, BackupsSection)
    stick = tmp_path / "U盘"
    stick.mkdir()
    section.choose_second(stick)
    section.back_up()
    here.finish_job()
    assert len(list(stick.glob("*.db"))) == 1


def test_health_has_a_line_for_each_thing(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("health")
    section = page.sections["health"]
    assert isinstance(section, HealthSection)
    section.check()
    here.finish_job()
    assert {"integrity", "backups", "fonts"} <= {finding.name for finding in section.findings}


@pytest.mark.parametrize("size", list(TextSize))
def test_a_text_size_chosen_here_counts_at_once_and_cuts_no_word(desk: Callable[[str], Desk], size: TextSize) -> None:
    here = desk("system")
    here.window.resize(1280, 800)
    page = page_of(here)
    display = page.section("display")
    assert isinstance(display, DisplaySection)
    display.form.fields["size"].choose(str(int(size)))  # type: ignore[attr-defined]
    assert theme.text_size() is size
    for section in SECTIONS:
        page.receive(section)
        here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])


def test_an_account_is_added_and_disabled(desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("system"))
    page.receive("user")
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    accounts.set_password(page.session.actor, "主任甲", "654321")
    box = section.add()
    box.form.set_values({"name": "马丽", "role": "clerk", "password": "123"})
    box.press()
    assert box.form.fields["password"].error
    box.form.set_values({"password": "123456"})
    box.press()
    assert ("马丽", "clerk", True) in accounts.accounts()
    section.table.select_id(1)
    section.toggle()
    assert ("马丽", "clerk", False) in accounts.accounts()


def test_the_director_types_a_password_twice_before_anybody_else_has_one(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("user")
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    early = section.add()
    early.form.set_values({"name": "马丽", "role": "clerk", "password": "123456"})
    early.press()
    assert "主任" in early.strip.text and not accounts.accounts_exist()
    early.reject()
    section.table.select_id(0)
    section.password_button.setFocus()
    here.enter()
    box = section.findChild(SmallForm)
    assert box is not None and "主任甲" in section._lines[0].name
    for word in ("geheim1", "geheim2"):
        here.type(word)
        here.enter()
    assert box.form.fields["again"].error and not accounts.accounts_exist()
    box.form.set_values({"again": ""})
    here.go_to(box.form.fields["again"])
    here.type("geheim1")
    here.control(Qt.Key.Key_S)
    assert accounts.sign_in("主任甲", "geheim1").role == "director"


def rules_of(page: SystemPage) -> RulesSection:
    page.receive("rules")
    section = page.sections["rules"]
    assert isinstance(section, RulesSection)
    return section


def box_of(section: RulesSection, key: str) -> SmallForm:
    line = next(at for at in section.table.model.ids if section.table.model.row_at(at).key == key)  # type: ignore[union-attr]
    section.table.select_id(line)
    box = section.change()
    assert box is not None
    return box


def test_the_cut_off_day_changes_from_the_next_month_on(desk: Callable[[str], Desk]) -> None:
    box = box_of(rules_of(page_of(desk("system"))), "visit_cutoff_day")
    box.form.set_values({"value": "40"})
    box.press()
    assert box.form.fields["value"].error
    box.form.set_values({"value": "20"})
    box.press()
    assert rules.value("visit_cutoff_day", dt.date(2026, 10, 31)) == 15
    assert rules.value("visit_cutoff_day", dt.date(2026, 11, 1)) == 20


def test_flags_of_the_roster_are_ticks(desk: Callable[[str], Desk]) -> None:
    box = box_of(rules_of(page_of(desk("system"))), "visit_roster_flags")
    ticked = box.form.values()["value"]
    assert isinstance(ticked, tuple)
    assert "living_alone" in ticked
    box.form.set_values({"value": ("living_alone", "minimum_living")})
    box.press()
    assert set(rules.value("visit_roster_flags", dt.date(2026, 11, 1))) == {"living_alone", "minimum_living"}


@pytest.mark.parametrize("key", rules.known_keys())
def test_every_rule_is_read_back_from_its_fields_as_it_is(key: str, desk: Callable[[str], Desk]) -> None:
    before = rules.value(key, dt.date(2026, 10, 1))
    box = box_of(rules_of(page_of(desk("system"))), key)
    box.press()
    assert not box.isVisible()
    assert rules.value(key, dt.date(2026, 11, 1)) == before
    assert len(rules.history(key)) == 2


def test_a_tier_is_changed_by_numbers_and_ticks(desk: Callable[[str], Desk]) -> None:
    box = box_of(rules_of(page_of(desk("system"))), "visit_risk_tiers")
    box.form.set_values({"high.risk_blocks": "many"})
    box.press()
    assert box.form.fields["high.risk_blocks"].error
    box.form.set_values({"high.risk_blocks": "2", "high.flags": ("dementia",)})
    box.press()
    changed = rules.value("visit_risk_tiers", dt.date(2026, 11, 1))["high"]
    assert (changed["risk_blocks"], changed["flags"]) == (2, ["dementia"])


def test_the_centre_is_renamed_and_the_log_says_who(desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("system"))
    page.receive("centre")
    centre = page.sections["centre"]
    assert isinstance(centre, CentreSection)
    centre.form.fields["name"].set_value("新示例中心")
    centre.save()
    assert centres.centre().name == "新示例中心"
    page.receive("changes")
    log = page.sections["changes"]
    assert isinstance(log, ChangesSection)
    assert log.table.model.cell(0, 1) == "主任甲"
    assert "示例中心 → 新示例中心" in str(log.table.model.cell(0, 4))
