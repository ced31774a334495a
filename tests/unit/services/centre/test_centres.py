"""First run, opening, accounts and settings."""

import datetime as dt
import os

import pytest

from desktop.core import files
from desktop.core.account_errors import WrongPassword
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.file_errors import AlreadyInitialised, NotInitialised
from desktop.core.storage_errors import DiskFull
from desktop.core.words import messages
from desktop.services.centre import accounts, centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.writing import audit, rules


def test_a_new_centre_opens_with_its_name_and_plan(actor):
    found = centres.centre()
    assert (found.name, found.number, found.plan) == ("示例中心", "530114", "chenggong")
    assert actor.role == "director"


def test_a_folder_with_a_centre_is_not_made_twice(actor, folder):
    with pytest.raises(AlreadyInitialised):
        centres.initialise(folder, CentreDraft("别的", "530115", "yimen", "", "乙"))


def test_an_empty_folder_says_that_it_holds_no_centre(folder):
    with pytest.raises(NotInitialised):
        centres.open_centre(folder)
    assert not folder.root.exists()


def test_a_new_centre_is_on_disk_with_its_name_before_it_is_said_to_be_made(folder, monkeypatch):
    """reliability C1: the file took its name, and the folder was not synced."""
    told = []
    for name in ("sync_file", "sync_folder"):
        monkeypatch.setattr(files, name, lambda path, name=name: told.append((name, path.name)))
    moved = os.replace
    monkeypatch.setattr("os.replace", lambda old, new: (told.append(("replace", new.name)), moved(old, new)))
    centres.initialise(folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
    assert told[-3:] == [("sync_file", "shizhu.new"), ("replace", "shizhu.db"), ("sync_folder", "data")]
    assert ("sync_folder", folder.root.parent.name) in told


def test_a_centre_that_finds_no_room_leaves_no_remnant(folder, monkeypatch):
    """reliability B2: shizhu.new after a full disk."""

    def full(_draft):
        raise DiskFull(str(folder.root))

    monkeypatch.setattr(centres, "_fill", full)
    with pytest.raises(DiskFull):
        centres.initialise(folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
    assert [path.name for path in folder.root.iterdir() if path.is_file()] == []


def test_the_wizard_names_every_field_that_is_wrong(folder):
    with pytest.raises(InvalidDraft) as caught:
        centres.initialise(folder, CentreDraft("", "53", "mars", "", "", "123"))
    assert {error.name for error in caught.value.fields} == {"name", "number", "plan", "director", "password"}
    assert not folder.database.exists()


def test_without_a_password_the_seat_is_open_and_with_one_it_is_not(actor):
    assert accounts.system_actor().role == "director"
    accounts.set_password(actor, "主任甲", "ghijklmn")
    assert accounts.accounts_exist()
    with pytest.raises(NotAllowed):
        accounts.system_actor()


def test_signing_in_needs_the_right_password_of_an_active_account(actor):
    accounts.set_password(actor, "主任甲", "ghijklmn")
    accounts.add_account(actor, "前台", "clerk", "abcdefgh")
    assert accounts.sign_in("前台", "abcdefgh").role == "clerk"
    for name, password in (("前台", "abcdefgx"), ("没有", "abcdefgh"), ("主任甲", "")):
        with pytest.raises(WrongPassword):
            accounts.sign_in(name, password)
    accounts.set_active(actor, "前台", False)
    with pytest.raises(WrongPassword):
        accounts.sign_in("前台", "abcdefgh")


def test_the_password_itself_is_nowhere_in_the_database(actor, folder):
    accounts.set_password(actor, "主任甲", "geheimnis-17")
    centres.close_centre()
    assert b"geheimnis-17" not in folder.database.read_bytes()


def test_a_rule_changes_from_its_date_on_and_not_before(actor):
    rules.set_rule(actor, "visit_cutoff_day", dt.date(2026, 11, 1), 20, "区里通知")
    assert rules.value("visit_cutoff_day", dt.date(2026, 10, 31)) == 15
    assert rules.value("visit_cutoff_day", dt.date(2026, 11, 1)) == 20


def test_only_the_director_changes_rules(clerk):
    with pytest.raises(NotAllowed):
        rules.set_rule(clerk, "visit_cutoff_day", dt.date(2026, 11, 1), 20)


def test_a_setting_is_kept_over_a_restart(actor, folder):
    centres.set_setting(actor, "text_size", "large")
    centres.close_centre()
    centres.open_centre(folder)
    assert centres.setting("text_size") == "large"
    assert centres.setting("nothing", "default") == "default"


def test_the_last_director_who_can_sign_in_stays_director(actor):
    with pytest.raises(NotAllowed) as refused:
        accounts.set_role(actor, "主任甲", "clerk")
    assert messages.sentence(refused.value) == "This is the only director. Make somebody else director first."
    accounts.add_account(actor, "主任乙", "director", "abcdefgh")
    accounts.set_role(actor, "主任甲", "clerk")
    with pytest.raises(NotAllowed):
        accounts.set_role(actor, "主任乙", "auditor")
    assert accounts.sign_in("主任乙", "abcdefgh").role == "director"


def test_the_first_password_is_a_directors(actor):
    with pytest.raises(NotAllowed) as refused:
        accounts.add_account(actor, "前台", "clerk", "abcdefgh")
    assert "director a password first" in messages.sentence(refused.value)
    assert accounts.accounts() == [("主任甲", "director", True)]
    assert accounts.system_actor().role == "director"
    accounts.add_account(actor, "前台", "clerk", "")
    with pytest.raises(NotAllowed):
        accounts.set_password(actor, "前台", "abcdefgh")
    accounts.set_password(actor, "主任甲", "ghijklmn")
    accounts.set_password(actor, "前台", "abcdefgh")
    assert accounts.sign_in("主任甲", "ghijklmn").role == "director"
    assert accounts.sign_in("前台", "abcdefgh").role == "clerk"


def test_a_seat_that_was_shut_stays_shut(actor):
    accounts.add_account(actor, "主任乙", "director", "abcdefgh")
    accounts.add_account(actor, "前台", "clerk", "abcdefgh")
    second = accounts.sign_in("主任乙", "abcdefgh")
    accounts.set_active(second, "前台", False)
    with pytest.raises(NotAllowed):
        accounts.set_active(actor, "主任乙", False)
    accounts.set_active(second, "前台", True)
    assert accounts.accounts_exist() and accounts.sign_in("主任乙", "abcdefgh")


def test_people_set_their_own_password_and_the_director_everybodys(actor):
    accounts.set_password(actor, "主任甲", "ghijklmn")
    accounts.add_account(actor, "前台", "clerk", "abcdefgh")
    clerk = accounts.sign_in("前台", "abcdefgh")
    accounts.set_password(clerk, "前台", "mnopqrst")
    with pytest.raises(WrongPassword):
        accounts.sign_in("前台", "abcdefgh")
    with pytest.raises(NotAllowed):
        accounts.set_password(clerk, "主任甲", "mnopqrst")
    for short in ("", "abcdefg"):
        with pytest.raises(InvalidDraft):
            accounts.set_password(clerk, "前台", short)
    accounts.set_password(actor, "前台", "stuvwxyz")
    assert accounts.sign_in("前台", "stuvwxyz").name == "前台"


def test_the_log_of_a_new_password_shows_no_hash(actor):
    accounts.set_password(actor, "主任甲", "ghijklmn")
    [change] = audit.rows(audit.find_ids(table="staff"))[:1]
    assert (change.action, change.after) == ("change", {"password": "…"})


def test_the_only_director_is_told_why_the_account_stays_open(actor):
    with pytest.raises(NotAllowed) as refused:
        accounts.set_active(actor, "主任甲", False)
    assert messages.sentence(refused.value) == "This is the only director. Make somebody else director first."
    accounts.add_account(actor, "主任乙", "director", "abcdefgh")
    with pytest.raises(NotAllowed) as refused:
        accounts.set_active(actor, "主任甲", False)
    assert messages.sentence(refused.value).startswith("Nobody disables the own account.")
