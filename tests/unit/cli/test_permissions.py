"""``permissions``: the table, what the director says of it, and the sheet."""

import pytest
from pypdf import PdfReader

from desktop.core.trade import Role
from desktop.services.centre import accounts

PASSWORD = "geheim-0123"


def test_the_director_gives_a_right_which_the_table_then_has(made):
    assert made("permissions", "--json").json["record_meal"]["visitor"] is False
    said = made("permissions", "set", "visitor", "record_meal", "all", "--json")
    assert (said.code, said.json) == (0, {"role": "visitor", "action": "record_meal", "grant": "all"})
    assert made("permissions", "--json").json["record_meal"]["visitor"] is True


def test_what_nobody_can_give_says_why(made):
    refused = made("permissions", "set", "visitor", "restore", "all", "--json")
    assert (refused.code, "never given to visitor" in refused.err) == (1, True)


def test_the_sheet_is_written(made, tmp_path):
    written = made("permissions", "print", "--pdf", tmp_path / "new" / "rights.pdf", "--json")
    assert written.code == 0
    pages = PdfReader(written.json["pdf"]).pages
    assert written.json["pages"] == len(pages) > 1
    assert "岗位权限表" in pages[0].extract_text()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DIRECTOR])
def test_nobody_else_gives_rights_and_only_the_office_backs_up(shizhu, actor, role, monkeypatch):
    accounts.set_password(actor, actor.name, PASSWORD)
    accounts.add_account(actor, "何云", role, PASSWORD)
    monkeypatch.setenv("SHIZHU_PASSWORD", PASSWORD)
    by = ("--user", "何云")
    refused = shizhu("permissions", "set", "visitor", "record_meal", "all", *by)
    assert (refused.code, "say what a role may do" in refused.err) == (1, True)
    full = shizhu("export", "--full", "--out", "nowhere", *by)
    assert (full.code, "is for director only" in full.err) == (1, True)
    backed = shizhu("backup", "now", *by)
    assert (backed.code == 0) == (role == Role.CLERK)
    assert role == Role.CLERK or "“back up now” is for director、front desk only" in backed.err
