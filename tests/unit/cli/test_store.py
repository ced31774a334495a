"""``store`` and what every other command does in an encrypted centre."""

import io
import sys

import pytest

from desktop.core.recovery import groups_of, new_secret, secret_of
from desktop.core.sealing import is_sealed_store
from desktop.models import vault
from desktop.reports.forms.recovery_sheet import read_back
from desktop.services.centre import keyring
from tests import sealed

WORD, NEXT = sealed.WORD, "another word 1"


@pytest.fixture(autouse=True)
def no_keys():
    with sealed.no_keys_left():
        yield


@pytest.fixture
def centre(made, folder, monkeypatch):
    """A centre whose director has a password; each command is a process without any key at hand."""
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", WORD)
    assert made("user", "add", "王主任", "--role", "director").code == 0
    monkeypatch.setenv("SHIZHU_PASSWORD", WORD)
    monkeypatch.delenv("SHIZHU_NEW_PASSWORD")

    def run(*words):
        vault.forget()
        said = made(*words)
        vault.forget()
        return said

    return run


@pytest.fixture
def sheet(tmp_path):
    return tmp_path / "paper" / "sheet.pdf"


@pytest.fixture
def encrypted(centre, sheet):
    said = centre("store", "encrypt", "--recovery-sheet", sheet, "--user", "王主任", "--json")
    assert said.code == 0, said.err
    return centre


def test_status_of_a_plain_centre_and_of_an_encrypted_one_without_any_key(centre, sheet, folder):
    assert centre("store", "status", "--json").json == {
        "encrypted": False,
        "people": [],
        "recovery_on": None,
        "finishing": False,
    }
    said = centre("store", "encrypt", "--recovery-sheet", sheet, "--user", "王主任", "--json").json
    assert said["encrypted"] is True and said["rows"] > 50 and said["recovery_sheet"] == str(sheet)
    assert [one["kind"] for one in said["plain_copies"]] == ["backup"]
    assert is_sealed_store(folder.database)
    found = centre("store", "status", "--json").json
    assert (found["encrypted"], found["people"], found["finishing"]) == (True, ["王主任"], False)
    assert found["recovery_on"]
    assert "王主任" in centre("store", "status").out


def test_other_commands_need_the_password_and_go_on_as_before(encrypted, monkeypatch):
    said = encrypted("figures", "--month", "2026-10")
    assert said.code == 1 and "--user" in said.err
    assert encrypted("figures", "--month", "2026-10", "--user", "王主任", "--json").json["month"] == "2026-10"
    assert encrypted("backup", "now", "--user", "王主任").code == 0
    assert encrypted("user", "list", "--user", "王主任").code == 0
    monkeypatch.setenv("SHIZHU_PASSWORD", "wrong")
    said = encrypted("figures", "--month", "2026-10", "--user", "王主任")
    assert (said.code, said.out) == (1, "")


def test_the_sheet_of_the_file_opens_the_data_and_sets_a_new_password(encrypted, sheet, monkeypatch):
    monkeypatch.setenv("SHIZHU_RECOVERY", " ".join(groups_of(new_secret())))
    said = encrypted("store", "open-with-recovery")
    assert said.code == 1 and "another centre" in said.err
    monkeypatch.setenv("SHIZHU_RECOVERY", read_back(sheet))
    assert encrypted("store", "open-with-recovery", "--json").json == {"encrypted": True, "opens": True, "user": None}
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", NEXT)
    said = encrypted("store", "open-with-recovery", "--user", "王主任", "--json")
    assert said.json == {"encrypted": True, "opens": True, "user": "王主任"}
    assert encrypted("store", "keys", "--user", "王主任").code == 1, "the old password is gone"
    monkeypatch.setenv("SHIZHU_PASSWORD", NEXT)
    assert encrypted("store", "keys", "--user", "王主任", "--json").json["keys"] == [
        {"name": "王主任", "role": "director", "wrong_tries": 0}
    ]


def test_a_mistyped_sheet_names_the_group(encrypted, sheet, monkeypatch):
    typed = read_back(sheet).split()
    typed[6] = f"{(int(typed[6]) + 1) % 10000:04d}"
    monkeypatch.setenv("SHIZHU_RECOVERY", " ".join(typed))
    assert "Group 7" in encrypted("store", "open-with-recovery").err
    monkeypatch.setenv("SHIZHU_RECOVERY", "")
    assert "24 groups" in encrypted("store", "open-with-recovery").err


def test_another_sheet_takes_the_place_of_the_one_of_before(encrypted, sheet, tmp_path, monkeypatch):
    newer, text = tmp_path / "newer.pdf", tmp_path / "newer.txt"
    said = encrypted("store", "recovery-sheet", newer, "--recovery-text", text, "--user", "王主任", "--json")
    assert said.json == {"encrypted": True, "recovery_sheet": str(newer)}
    assert text.read_text().split() == read_back(newer).split() and text.stat().st_mode & 0o077 == 0
    monkeypatch.setenv("SHIZHU_RECOVERY", read_back(sheet))
    assert encrypted("store", "open-with-recovery").code == 1
    monkeypatch.setenv("SHIZHU_RECOVERY", text.read_text())
    assert encrypted("store", "open-with-recovery").code == 0


def test_what_lies_in_clear_is_listed_and_replaced_with_words_on_the_rest(encrypted, folder):
    said = encrypted("store", "plain", "--user", "王主任", "--json")
    assert said.code == 3 and [one["kind"] for one in said.json["plain_copies"]] == ["backup"]
    assert "SSD" in said.json["advice"]
    said = encrypted("store", "plain", "--replace", "--user", "王主任")
    assert said.code == 0 and "Nothing that the program knows of" in said.out and "SSD" in said.out
    assert all(is_sealed_store(path) for path in folder.backups.glob("*.db"))


def test_back_to_plain(encrypted, folder):
    assert encrypted("store", "decrypt", "--user", "王主任", "--json").json["encrypted"] is False
    assert not is_sealed_store(folder.database)
    assert encrypted("store", "status", "--json").json["encrypted"] is False
    assert encrypted("store", "decrypt", "--user", "王主任").code == 1


def test_accounts_without_a_key_are_told(encrypted, monkeypatch):
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", "a clerk's word")
    assert encrypted("user", "add", "前台乙", "--role", "clerk", "--user", "王主任").code == 0
    assert encrypted("store", "keys", "--user", "王主任", "--json").json["without_key"] == ["前台乙"]
    assert "前台乙" in encrypted("store", "keys", "--user", "王主任").out


def test_without_a_password_nothing_is_encrypted_and_no_sheet_is_left(made, sheet, folder):
    said = made("store", "encrypt", "--recovery-sheet", sheet)
    assert said.code == 1 and "password" in said.err
    assert not sheet.exists() and not is_sealed_store(folder.database)


def test_only_the_director_does_any_of_it(centre, sheet, monkeypatch):
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", WORD)
    assert centre("user", "add", "前台乙", "--role", "clerk", "--user", "王主任").code == 0
    for words in (["encrypt", "--recovery-sheet", sheet], ["decrypt"], ["keys"], ["plain"], ["recovery-sheet", sheet]):
        said = centre("store", *words, "--user", "前台乙")
        assert said.code == 1, words
    assert not sheet.exists()


def test_who_sits_there_types_the_sheet_back_before_anything_is_encrypted(centre, sheet, folder, monkeypatch):
    class Typing(io.StringIO):
        def isatty(self):
            return True

        def readline(self, *_given):
            lines.append(len(lines))
            return ("1234\n", f"{' '.join(groups_of(new_secret()))}\n", f"{read_back(sheet)}\n")[len(lines) - 1]

    lines: list[int] = []
    monkeypatch.setattr(sys, "stdin", Typing())
    said = centre("store", "encrypt", "--recovery-sheet", sheet, "--user", "王主任")
    assert said.code == 0 and len(lines) == 3
    assert "24 groups" in said.err and "another centre" in said.err
    assert is_sealed_store(folder.database)


def test_who_types_nothing_leaves_the_centre_as_it_was_and_no_sheet(centre, sheet, folder, monkeypatch):
    class Nobody(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Nobody(""))
    assert centre("store", "encrypt", "--recovery-sheet", sheet, "--user", "王主任").code == 1
    assert not sheet.exists() and not is_sealed_store(folder.database)


def test_the_sheet_is_in_the_log_as_a_way_out_and_its_digits_are_nowhere(encrypted, sheet, folder):
    said = encrypted("audit", "show", "--user", "王主任", "--json")
    assert said.code == 0
    log = [one for one in said.json["changes"] if one["table"] == "store"]
    assert [one["action"] for one in log][:2] == ["change", "print"] or {"print", "change"} <= {
        one["action"] for one in log
    }
    secret = secret_of(read_back(sheet))
    for path in folder.root.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert secret not in content and secret.hex().encode() not in content
        assert read_back(sheet).replace(" ", "").encode() not in content.replace(b" ", b"")


def test_a_backup_is_restored_on_a_new_computer_by_password_or_by_sheet(
    encrypted, sheet, folder, tmp_path, monkeypatch
):
    made = encrypted("backup", "now", "--user", "王主任", "--json").json["file"]
    fresh = ("--data", tmp_path / "new computer")
    said = encrypted("backup", "restore", made, *fresh)
    assert said.code == 1 and "recovery sheet" in said.err
    assert encrypted("backup", "restore", made, *fresh, "--user", "王主任").code == 0
    other = ("--data", tmp_path / "other computer")
    monkeypatch.setenv("SHIZHU_RECOVERY", read_back(sheet))
    assert encrypted("backup", "restore", made, *other).code == 0
    monkeypatch.delenv("SHIZHU_RECOVERY")
    assert encrypted("store", "status", *other, "--json").json["encrypted"] is True
    assert encrypted("backup", "verify", made).code == 1
    assert encrypted("backup", "verify", made, "--user", "王主任").code == 0
    vault.keys_beside(type(sheet)(made)).unlink()
    assert "keys.json" in encrypted("backup", "verify", made, "--user", "王主任").err


def test_over_an_encrypted_centre_nobody_restores_without_a_key(encrypted, folder, sheet, monkeypatch):
    made = encrypted("backup", "now", "--user", "王主任", "--json").json["file"]
    before = keyring.salt_of(folder.database)
    said = encrypted("backup", "restore", made)
    assert said.code == 1 and "--user" in said.err
    assert keyring.salt_of(folder.database) == before
    monkeypatch.setenv("SHIZHU_RECOVERY", read_back(sheet))
    assert encrypted("backup", "restore", made).code == 0
