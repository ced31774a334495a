"""What is kept of a password, what becomes of wrong ones, and what another program cannot do with the accounts."""

import datetime as dt
import hashlib
import json
import multiprocessing
import sqlite3

import peewee
import pytest

from desktop.core import clock
from desktop.core.account_errors import AccountChanged, AccountsLost, SignInPaused, WrongPassword
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.paths import DataFolder
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.centre import accounts, centres, passwords, tries
from desktop.services.centre.centres import CentreDraft
from desktop.services.writing import audit, verifying
from tests.conftest import REAL_HASHER

SCRYPT = hashlib.scrypt(b"geheim-alt", salt=bytes(16), n=2**15, r=8, p=1, maxmem=64 * 1024 * 1024)
OLD = f"scrypt${bytes(16).hex()}${SCRYPT.hex()}"


@pytest.fixture
def front(actor):
    """A centre with a director and a clerk who sign in."""
    accounts.set_password(actor, "主任甲", "ghijklmn")
    accounts.add_account(actor, "前台", "clerk", "abcdefgh")
    return actor


def kept(name):
    return query.text("SELECT password FROM staff WHERE name = ?", [name])


def guess(name, times=1, password="falsch00"):
    for _ in range(times):
        with pytest.raises(WrongPassword):
            accounts.sign_in(name, password)


def whole():
    verifying.require_whole(verifying.verify())


def forge(folder, *statements):
    """Another program writes, without asking the triggers."""
    centres.close_centre()
    with sqlite3.connect(folder.database) as other:
        for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            other.execute(statement)
    other.close()


# What is kept.


@pytest.fixture
def real_hashes(monkeypatch):
    monkeypatch.setattr(passwords, "_hasher", REAL_HASHER)


def test_a_hash_names_argon2id_with_the_low_memory_profile_of_rfc_9106(real_hashes, front):
    assert kept("前台").startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert kept("前台") != kept("主任甲")
    assert not passwords.is_outdated(kept("前台"))


def test_a_hash_of_other_parameters_is_made_anew_at_signing_in(front, monkeypatch):
    assert "$m=8,t=1,p=1$" in kept("前台")
    monkeypatch.setattr(passwords, "_hasher", REAL_HASHER)
    assert accounts.sign_in("前台", "abcdefgh")
    assert kept("前台").startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def of_version_01(folder, name):
    """A store as an older version left it: the hash of scrypt in the row and, whole, in the log."""
    staff_id = query.count("SELECT id FROM staff WHERE name = ?", [name])
    ((one, after),) = query.fetch(
        "SELECT id, after FROM change_log WHERE table_name = 'staff' AND row_id = ? AND after LIKE '%password%'"
        " ORDER BY id DESC LIMIT 1",
        [staff_id],
    )
    facts = json.dumps(json.loads(after) | {"password": OLD}, ensure_ascii=False, sort_keys=True)
    forge(folder)
    with sqlite3.connect(folder.database) as other:
        other.execute("UPDATE staff SET password = ? WHERE id = ?", [OLD, staff_id])
        other.execute("UPDATE change_log SET after = ? WHERE id = ?", [facts, one])
        other.execute("DELETE FROM schema_migration WHERE name = '0055_passwords'")
        for table in ("sign_in_try", "forget_gate"):
            other.execute(f"DROP TABLE {table}")
        other.execute("CREATE TRIGGER change_log_fixed BEFORE UPDATE ON change_log BEGIN SELECT 1; END")
        _chain_anew(other, one)
    other.close()


def _chain_anew(other, first):
    """As the older version would have chained it: the hashes from a row on, and the end of the chain."""
    from desktop.services.writing.chain import HASHED, PAYLOAD, payload_hash, row_hash

    columns = (*HASHED, *PAYLOAD, "salt", "payload_sha256", "previous", "hash")
    last = None
    for one, *values in other.execute(
        f"SELECT id, {', '.join(columns)} FROM change_log WHERE id >= ? ORDER BY counter", [first]
    ).fetchall():
        row = dict(zip(columns, values, strict=True))
        row["payload_sha256"] = payload_hash(row)
        row["previous"] = last or row["previous"]
        last = row_hash(row)
        other.execute(
            "UPDATE change_log SET payload_sha256 = ?, previous = ?, hash = ? WHERE id = ?",
            [row["payload_sha256"], row["previous"], last, one],
        )
    other.execute("UPDATE station SET head = ?", [last])


def test_an_older_store_gives_up_the_hashes_in_its_log_and_makes_those_in_its_rows_anew(front, folder):
    of_version_01(folder, "前台")
    centres.open_centre(folder)
    assert query.count("SELECT count(*) FROM change_log WHERE before LIKE '%scrypt$%' OR after LIKE '%scrypt$%'") == 0
    assert query.count("SELECT count(*) FROM change_log WHERE action = 'forget'") == 1
    whole()
    assert kept("前台") == OLD
    assert accounts.sign_in("前台", "geheim-alt").role == "clerk"
    assert kept("前台").startswith("$argon2id$")
    assert accounts.sign_in("前台", "geheim-alt").role == "clerk"
    whole()


def test_no_hash_stands_in_the_log(front):
    accounts.set_password(front, "前台", "stuvwxyz")
    for text in query.texts("SELECT coalesce(before, '') || coalesce(after, '') FROM change_log"):
        assert "argon2" not in text and "scrypt" not in text
    first = query.text("SELECT after FROM change_log WHERE table_name = 'staff' AND after LIKE '%前台%'")
    assert json.loads(first)["password"].startswith("sha256:")
    whole()


def test_a_payload_that_was_written_over_again_is_found(front, folder):
    of_version_01(folder, "前台")
    centres.open_centre(folder)
    forge(folder, "UPDATE change_log SET after = replace(after, 'clerk', 'director') WHERE salt = x''")
    centres.open_centre(folder)
    (state,) = verifying.verify()
    assert state.misfit is not None and state.misfit.why == "payload"


def test_a_payload_that_nobody_said_was_forgotten_is_found(front, folder):
    forge(folder, "UPDATE change_log SET after = '{}', salt = x'' WHERE table_name = 'staff' AND action = 'change'")
    with pytest.raises(AccountsLost):
        centres.open_centre(folder)


def test_the_log_is_closed_to_whoever_has_not_opened_the_gate(front):
    with pytest.raises(peewee.IntegrityError, match="change_log_fixed"):
        query.execute("UPDATE change_log SET reason = 'x'")
    with pytest.raises(peewee.IntegrityError, match="FOREIGN KEY"):
        query.execute("INSERT INTO forget_gate (id) VALUES (1)")


# What a password may be.


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", Reason.REQUIRED),
        ("        ", Reason.ONLY_BLANKS),
        ("abcdefg", Reason.TOO_SHORT),
        ("aaaaaaaaaa", Reason.ONE_CHARACTER),
        ("aAaAaAaAaA", Reason.ONE_CHARACTER),
        ("  11111111  ", Reason.ONE_CHARACTER),
        ("yanglifang", Reason.SAME_AS_NAME),
        ("YangLiFang", Reason.SAME_AS_NAME),
        (" yang li fang ", Reason.SAME_AS_NAME),
    ],
)
def test_what_is_no_password(front, password, why):
    accounts.add_account(front, "杨丽芳", "clerk", "abcdefgh")
    with pytest.raises(InvalidDraft) as caught:
        accounts.set_password(front, "杨丽芳", password)
    assert [(one.name, one.reason) for one in caught.value.fields] == [("password", why)]
    assert accounts.sign_in("杨丽芳", "abcdefgh"), "the password that stood, stands"


def test_the_rules_hold_for_the_first_run_and_for_a_new_account(actor, tmp_path):
    (error,) = centres.validate(CentreDraft("甲中心", "530114", "yimen", "", "杨丽芳", "yanglifang"))
    assert (error.name, error.reason) == ("password", Reason.SAME_AS_NAME)
    with pytest.raises(InvalidDraft):
        accounts.add_account(actor, "王主任", "director", "        ")
    assert accounts.accounts() == [("主任甲", "director", True)]


# What becomes of wrong ones.


def hashes_of(monkeypatch, name, password="falsch00"):
    """How many hashes of either kind a try costs."""
    made = []
    argon, scrypt = passwords._is_argon, passwords._is_scrypt
    monkeypatch.setattr(passwords, "_is_argon", lambda *given: made.append("argon2id") or argon(*given))
    monkeypatch.setattr(passwords, "_is_scrypt", lambda *given: made.append("scrypt") or scrypt(*given))
    with pytest.raises(WrongPassword):
        accounts.sign_in(name, password)
    monkeypatch.undo()
    return made


def test_a_name_that_nobody_has_costs_what_a_known_one_costs(front, monkeypatch):
    accounts.add_account(front, "无密码", "worker", "")
    accounts.add_account(front, "离职", "worker", "abcdefgh")
    accounts.set_active(front, "离职", False)
    for name in ("前台", "没有这个人", "无密码", "离职", ""):
        assert hashes_of(monkeypatch, name) == ["argon2id"], name


def test_while_an_old_hash_is_left_every_name_costs_both(front, monkeypatch, folder):
    of_version_01(folder, "前台")
    centres.open_centre(folder)
    for name in ("前台", "没有这个人", "主任甲"):
        assert hashes_of(monkeypatch, name) == ["argon2id", "scrypt"], name


def test_the_hash_that_nobody_has_is_opened_by_no_password():
    assert not passwords.matches("", "", old_ones=True)
    assert not passwords.matches("x", "", old_ones=False)


def test_the_fourth_wrong_password_begins_a_pause_that_grows_and_outlives_the_program(front, folder):
    morning = dt.datetime(2026, 11, 2, 8, 0)
    with clock.standing_at(morning):
        guess("前台", 4)
        with pytest.raises(SignInPaused) as caught:
            accounts.sign_in("前台", "abcdefgh")
        assert caught.value.seconds == 15
        centres.close_centre()
        centres.open_centre(folder)
        with pytest.raises(SignInPaused):
            accounts.sign_in("前台", "abcdefgh")
        assert accounts.sign_in("主任甲", "ghijklmn"), "who did nothing wrong need not wait"
    with clock.standing_at(morning + dt.timedelta(seconds=10)), pytest.raises(SignInPaused) as caught:
        accounts.sign_in("前台", "abcdefgh")
    assert caught.value.seconds == 5
    with clock.standing_at(morning + dt.timedelta(seconds=15)):
        guess("前台")
        with pytest.raises(SignInPaused) as caught:
            accounts.sign_in("前台", "abcdefgh")
        assert caught.value.seconds == 30
    with clock.standing_at(morning + dt.timedelta(seconds=45)):
        assert accounts.sign_in("前台", "abcdefgh")
        guess("前台", 3)
        assert accounts.sign_in("前台", "abcdefgh"), "the right one begins the count anew"


def test_a_clock_set_back_neither_shortens_the_pause_nor_keeps_anybody_out_for_a_year(front):
    morning = dt.datetime(2026, 11, 2, 8, 0)
    with clock.standing_at(morning):
        guess("前台", 4)
    with clock.standing_at(morning + dt.timedelta(seconds=15)):
        guess("前台")
    back = morning - dt.timedelta(days=400)
    with clock.standing_at(back), pytest.raises(SignInPaused) as caught:
        accounts.sign_in("前台", "abcdefgh")
    assert caught.value.seconds == 30
    with clock.standing_at(back + dt.timedelta(seconds=29)), pytest.raises(SignInPaused) as caught:
        accounts.sign_in("前台", "abcdefgh")
    assert caught.value.seconds == 1
    with clock.standing_at(back + dt.timedelta(seconds=30)):
        assert accounts.sign_in("前台", "abcdefgh")


def test_the_longest_pause_is_a_quarter_of_an_hour(front):
    moment = dt.datetime(2026, 11, 2, 8, 0)
    with clock.standing_at(moment):
        guess("前台", 3)
    for _ in range(12):
        moment += dt.timedelta(minutes=15)
        with clock.standing_at(moment):
            guess("前台")
    with clock.standing_at(moment), pytest.raises(SignInPaused) as caught:
        accounts.sign_in("前台", "abcdefgh")
    assert caught.value.seconds == 900


def guess_elsewhere(root, found):
    """Another start of the program, guessing."""
    centres.open_centre(DataFolder(root))
    for _ in range(4):
        try:
            accounts.sign_in("前台", "falsch00")
        except WrongPassword:
            found.put("wrong")
        except SignInPaused:
            found.put("paused")
    centres.close_centre()


@pytest.mark.slow
def test_two_programs_that_guess_at_once_are_counted_together(front, folder):
    centres.close_centre()
    context = multiprocessing.get_context("spawn")
    found = context.Queue()
    running = [context.Process(target=guess_elsewhere, args=(folder.root, found)) for _ in range(3)]
    for one in running:
        one.start()
    said = sorted(found.get(timeout=60) for _ in range(12))
    for one in running:
        one.join()
    assert said == ["paused"] * 8 + ["wrong"] * 4
    centres.open_centre(folder)
    assert query.count("SELECT tries FROM sign_in_try") == 4


def test_a_new_password_by_the_director_ends_the_pause(front):
    guess("前台", 4)
    accounts.set_password(front, "前台", "stuvwxyz")
    assert accounts.sign_in("前台", "stuvwxyz")


def test_names_that_nobody_has_wait_together_and_none_of_them_is_written_down(front):
    guess("某甲", 2)
    guess("某乙", 2)
    with pytest.raises(SignInPaused):
        accounts.sign_in("某丙", "falsch00")
    rows = query.fetch("SELECT staff_name, row_uid FROM change_log WHERE action = 'wrong_password'")
    assert rows == [("", "")] * 4


def test_the_director_is_shown_the_wrong_ones_of_late_and_nobody_else(front):
    with clock.standing_at(dt.datetime(2026, 9, 1, 8, 0)):
        guess("前台", 2)
    with clock.standing_at(dt.datetime(2026, 11, 2, 8, 0)):
        guess("前台")
        accounts.set_password(front, "前台", "abcdefgh")
        guess("前台")
        guess("没有这个人")
        clerk = accounts.sign_in("前台", "abcdefgh")
        told = tries.of_late(front)
        assert told["前台"] == (2, "2026-11-02 08:00:00", "2026-11-02 08:00:00")
        assert told[""] == (1, "2026-11-02 08:00:00", "")
        with pytest.raises(NotAllowed):
            tries.of_late(clerk)


def test_signing_in_and_wrong_ones_are_in_the_log_under_the_account(front):
    guess("前台")
    accounts.sign_in("前台", "abcdefgh")
    acts = [(one.action, one.staff) for one in audit.rows(audit.find_ids(table="staff"))[:2]]
    assert acts == [("sign_in", "前台"), ("wrong_password", "前台")]


def test_everybody_changes_the_own_password_and_gives_the_present_one(actor):
    accounts.set_password(actor, "主任甲", "ghijklmn")
    for role in ("director", "clerk", "visitor", "worker", "auditor"):
        accounts.add_account(actor, f"某{role}", role, "abcdefgh")
        own = accounts.sign_in(f"某{role}", "abcdefgh")
        with pytest.raises(InvalidDraft) as caught:
            accounts.change_own_password(own, "abcdefgx", "mnopqrst")
        assert [one.name for one in caught.value.fields] == ["now"]
        accounts.change_own_password(own, "abcdefgh", "mnopqrst")
        assert accounts.sign_in(f"某{role}", "mnopqrst").role == role


# What another program cannot do with the accounts.


def test_a_password_is_not_emptied(front):
    with pytest.raises(peewee.IntegrityError, match="staff_password_stays"):
        query.execute("UPDATE staff SET password = ''")
    with pytest.raises(peewee.IntegrityError, match="staff_password_shape"):
        query.execute("UPDATE staff SET password = 'geheim00'")


def test_emptied_passwords_open_no_seat_even_without_the_triggers(front, folder):
    forge(folder, "UPDATE staff SET password = ''")
    with pytest.raises(AccountsLost):
        centres.open_centre(folder)
    forge(folder, "UPDATE staff SET voided_at = '2026-11-02 08:00:00'")
    with pytest.raises(AccountsLost):
        centres.open_centre(folder)


def test_no_seat_is_opened_while_the_program_runs(front):
    for name in ("staff_password_stays", "staff_password_other"):
        query.execute(f"DROP TRIGGER {name}")
    query.execute("UPDATE staff SET password = ''")
    assert accounts.accounts_exist()
    with pytest.raises(NotAllowed):
        accounts.system_actor()


@pytest.mark.parametrize("forged", ["role = 'director'", "password = (SELECT password FROM staff WHERE id = 1)"])
def test_an_account_that_another_program_changed_lets_nobody_in_until_its_password_is_set(front, folder, forged):
    forge(folder, f"UPDATE staff SET {forged} WHERE name = '前台'")
    centres.open_centre(folder)
    for password in ("abcdefgh", "ghijklmn"):
        with pytest.raises(AccountChanged):
            accounts.sign_in("前台", password)
    director = accounts.sign_in("主任甲", "ghijklmn")
    accounts.set_password(director, "前台", "stuvwxyz")
    assert accounts.sign_in("前台", "stuvwxyz").role == "clerk"
    whole()
