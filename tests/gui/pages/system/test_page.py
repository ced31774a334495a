"""The system page: backups, health, accounts, rules, display, the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.app import Desk as Day
from desktop.core.account_errors import WrongPassword
from desktop.core.acts import Action
from desktop.core.paths import DataFolder
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.centre import accounts, centres, idling, rights
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import backups
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize, Tone
from desktop.ui.pages.system import backups as backups_section
from desktop.ui.pages.system.accounts import AccountsSection
from desktop.ui.pages.system.backups import BackupsSection
from desktop.ui.pages.system.centre import CentreSection
from desktop.ui.pages.system.changes import ChangesSection
from desktop.ui.pages.system.display import DisplaySection
from desktop.ui.pages.system.health import HealthSection
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.rules import RulesSection
from desktop.ui.widgets.strips import MessageStrip
from tests.forging import forge
from tests.gui.desk import Desk
from tests.gui.looking import cut_widgets

SECTIONS = (
    *("display", "centre", "accounts", "rights", "lists", "people", "own_forms", "label_sheets", "layouts"),
    *(
        "backup",
        "encryption",
        "district",
        "health",
        "rules",
        "prices",
        "offers",
        "plans",
        "imports",
        "stations",
        "changes",
        "practice",
        "about",
    ),
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


@pytest.mark.parametrize("role", ["director", "clerk"])
def test_only_the_director_is_offered_to_restore(desk: Callable[[str], Desk], role: str) -> None:
    here = desk("system")
    here.window.session.actor = replace(here.window.session.actor, role=role)
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.open_section("backup")
    section = page.section("backup")
    assert isinstance(section, BackupsSection)
    offered = [button.isVisible() for button in (section.restore_button, section.file_button)]
    assert offered == [role == "director"] * 2


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


def test_a_restore_is_rehearsed_behind_the_window_and_said_in_a_sentence(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("backup")
    section = page.sections["backup"]
    assert isinstance(section, BackupsSection)
    section.rehearse()
    here.finish_job()
    assert page.strip.property("tone") == Tone.ATTENTION.value, "there is no backup yet"
    made = backups.back_up(page.session.folder, "manual")
    section.rehearse_button.setFocus()
    here.key(Qt.Key.Key_Space)
    assert here.window.jobs.busy
    here.finish_job()
    assert "没有问题" in page.strip.text and made.path.name in page.strip.text
    assert page.strip.property("tone") == Tone.OK.value


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
    accounts.set_password(page.session.actor, "主任甲", "87654321")
    box = section.add()
    box.form.set_values({"name": "马丽", "role": "clerk", "password": "123", "again": "123"})
    box.press()
    assert box.form.fields["password"].error
    box.form.set_values({"password": "12345678", "again": "12345687"})
    box.press()
    assert box.form.fields["again"].error and len(accounts.accounts()) == 1
    box.form.set_values({"again": "12345678"})
    box.press()
    assert ("马丽", "clerk", True) in accounts.accounts()
    section.table.select_id(1)
    section.toggle()
    assert ("马丽", "clerk", False) in accounts.accounts()


def test_the_director_sees_whose_password_was_typed_wrong(desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("system"))
    accounts.set_password(page.session.actor, "主任甲", "87654321")
    accounts.add_account(page.session.actor, "马丽", "clerk", "12345678")
    page.receive("user")
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    assert section.tried.isHidden()
    for name in ("马丽", "马丽", "没有这个人"):
        with pytest.raises(WrongPassword):
            accounts.sign_in(name, "falsch00")
    section.refresh()
    assert [line.wrong for line in section._lines.values()] == [0, 2]
    assert "马丽 2 次" in section.tried.text() and "没有的姓名 1 次" in section.tried.text()
    page.session.actor = accounts.sign_in("马丽", "12345678")
    section.refresh()
    assert section.tried.isHidden() and [line.wrong for line in section._lines.values()] == [0, 0]


def test_the_director_types_a_password_twice_before_anybody_else_has_one(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("user")
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    early = section.add()
    early.form.set_values({"name": "马丽", "role": "clerk", "password": "12345678", "again": "12345678"})
    early.press()
    assert "主任" in early.strip.text and not accounts.accounts_exist()
    early.give_up()
    section.table.select_id(0)
    section.password_button.setFocus()
    here.enter()
    box = section.findChild(SmallForm)
    assert box is not None and "主任甲" in section._lines[0].name
    for word in ("geheim01", "geheim02"):
        here.type(word)
        here.enter()
    assert box.form.fields["again"].error and not accounts.accounts_exist()
    box.form.set_values({"again": ""})
    here.go_to(box.form.fields["again"])
    here.type("geheim01")
    here.control(Qt.Key.Key_S)
    assert accounts.sign_in("主任甲", "geheim01").role == "director"


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


def test_the_log_is_proved_in_the_window_and_the_first_forged_write_is_named(
    desk: Callable[[str], Desk], person: Callable[..., int]
) -> None:
    one = person("李桂兰")
    here = desk("system")
    page = page_of(here)
    page.receive("changes")
    log = page.sections["changes"]
    assert isinstance(log, ChangesSection)
    count = query.count("SELECT count(*) FROM change_log")
    log.prove_button.setFocus()
    here.key(Qt.Key.Key_Space)
    assert here.window.jobs.busy, "not in the window's own thread"
    here.finish_job()
    assert f"{count} 条" in page.strip.text and page.strip.property("tone") == Tone.OK.value
    forge("UPDATE resident SET phone = '13888886666' WHERE id = ?", one)
    log.prove()
    here.finish_job()
    assert f"（老年人第 {one} 号）" in page.strip.text and page.strip.property("tone") == Tone.DANGER.value


def test_what_was_forged_is_said_behind_the_first_window_and_stays_said(
    desk: Callable[[str], Desk], person: Callable[..., int]
) -> None:
    person("李桂兰")
    here = desk("system")
    forge("UPDATE change_log SET reason = 'x' WHERE counter = 3")
    morning = Day(here.window)
    morning.check()
    here.finish_job()
    assert "第 3 号记录" in here.window.strip.text and here.window.strip.property("tone") == Tone.DANGER.value


def test_the_selected_backup_is_restored_and_no_file_asked_for(
    desk: Callable[[str], Desk], person: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("system")
    page = page_of(here)
    page.receive("backup")
    section = page.sections["backup"]
    assert isinstance(section, BackupsSection)
    backups.back_up(page.session.folder, "manual")
    person("李桂兰")
    section.refresh()
    asked: list[str] = []

    def agree(_parent: QWidget, words: str, act: str) -> bool:
        asked.append(f"{words} {act}")
        return True

    monkeypatch.setattr(backups_section, "ask", agree)
    section.restore_button.setFocus()
    here.key(Qt.Key.Key_Space)
    assert not asked and "选中" in page.strip.text, "nothing is selected yet"
    assert section.table.select_id(0) and section.table.current_row() is not None
    here.qtbot.keyClick(section.restore_button, Qt.Key.Key_Space)
    assert len(asked) == 1 and query.count("SELECT count(*) FROM resident") == 0


def test_the_backup_of_another_centre_is_put_back_only_by_a_question_of_its_own(
    desk: Callable[[str], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("system")
    page = page_of(here)
    folder = page.session.folder
    page.receive("backup")
    section = page.sections["backup"]
    assert isinstance(section, BackupsSection)
    centres.close_centre()
    other = DataFolder(tmp_path / "other")
    centres.initialise(other, CentreDraft("别的中心", "530115", "yimen", "", "乙"))
    foreign = backups.back_up(other, "manual").path
    centres.close_centre()
    centres.open_centre(folder)
    asked: list[str] = []
    answers = iter((False, True))

    def answer(_parent: QWidget, words: str, act: str) -> bool:
        asked.append(f"{words} {act}")
        return next(answers)

    monkeypatch.setattr(backups_section, "ask", answer)
    section.restore(foreign)
    assert "530115" in asked[0] and "恢复另一中心的备份" in asked[0]
    assert centres.centre().number == "530114"
    section.restore(foreign)
    assert centres.centre().number == "530115"


def accounts_of(page: SystemPage) -> AccountsSection:
    page.receive("user")
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    return section


def test_ctrl_n_opens_a_new_account(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = accounts_of(page_of(here))
    here.control(Qt.Key.Key_N)
    box = section.findChild(SmallForm)
    assert box is not None and list(box.form.fields) == ["name", "role", "password", "again"]
    assert "Esc" not in section.table.keys_said(), "there is no search to go back to"
    keys = page_of(here).keys()
    assert "Ctrl+N" in [one.keys for one in keys]


def test_everybody_changes_the_own_password_by_keys(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    director = page.session.actor
    accounts.set_password(director, "主任甲", "geheim00")
    accounts.add_account(director, "审核甲", "auditor", "geheim01")
    page.session.actor = accounts.sign_in("审核甲", "geheim01")
    section = accounts_of(page)
    assert section.add_button.isHidden() and section.password_button.isHidden() and section.idle_button.isHidden()
    here.key(Qt.Key.Key_F2)
    box = section.findChild(SmallForm)
    assert box is not None
    for word in ("falsch0", "geheim02", "geheim02"):
        here.type(word)
        here.enter()
    assert "现在的密码不对" in box.form.fields["now"].error
    box.form.set_values({"now": ""})
    here.go_to(box.form.fields["now"])
    here.type("geheim01")
    here.control(Qt.Key.Key_S)
    assert accounts.sign_in("审核甲", "geheim02").role == "auditor"


def test_typing_in_a_box_is_not_lost_by_one_key(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = accounts_of(page_of(here))
    box = section.add()
    here.go_to(box.form.fields["name"])
    here.type("mali")
    here.key(Qt.Key.Key_Escape)
    assert box.isVisible() and "没有保存" in box.strip.text
    here.key(Qt.Key.Key_Escape)
    assert box.isVisible() and not box.strip.text and box.form.values()["name"] == "mali"
    here.key(Qt.Key.Key_Escape)
    here.key(Qt.Key.Key_Tab)
    here.key(Qt.Key.Key_Space)
    assert section.findChildren(SmallForm) == [] or not box.isVisible()


def test_a_refusal_is_not_said_any_longer_once_something_is_done(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    page = page_of(here)
    section = accounts_of(page)
    section.table.select_id(0)
    section.toggle()
    assert "唯一的主任" in page.strip.text
    other = MessageStrip(page)
    other.say("表单里的一句话")
    box = section.change_own()
    here.go_to(box.form.fields["password"])
    for word in ("geheim00", "geheim00"):
        here.type(word)
        here.enter()
    assert accounts.has_password(page.session.actor) and not page.strip.text
    assert other.text, "what is no refusal stays"


def test_the_minutes_until_the_window_locks_are_chosen(desk: Callable[[str], Desk]) -> None:
    here = desk("system")
    section = accounts_of(page_of(here))
    assert idling.minutes() == 30
    box = section.choose_minutes()
    for wrong in ("-1", "soon", "481", "²"):
        box.form.set_values({"minutes": wrong})
        box.press()
        assert "0–480" in box.form.fields["minutes"].error and idling.minutes() == 30
    box.form.set_values({"minutes": "0"})
    box.press()
    assert idling.minutes() == 0


def test_who_may_not_read_the_log_is_told_who_may_and_sees_none_of_it(
    desk: Callable[[str], Desk], actor: Actor, clerk: Actor, person: Callable[..., int]
) -> None:
    person("李桂兰")
    here = desk("system")
    page = page_of(here)
    seen = ChangesSection(replace(page.session, actor=clerk), page)
    seen.refresh()
    assert list(seen.table.model.ids) != []
    rights.say(actor, Role.CLERK, Action.AUDIT_SHOW, Grant.NO)
    seen.refresh()
    assert list(seen.table.model.ids) == []
    assert any(
        "查看和核验日志" in one.text() and "您的岗位是前台" in one.text() for one in seen.table.findChildren(QLabel)
    )
    seen.prove()
    assert not here.window.jobs.busy
    rights.say(actor, Role.CLERK, Action.AUDIT_SHOW, Grant.ALL)
    seen.search.setText("")
    seen.refresh()
    assert list(seen.table.model.ids) != []
