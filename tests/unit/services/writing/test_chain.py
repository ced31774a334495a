"""Each write is bound to the one before it: names, references, hashes, and numbers that are given back."""

import datetime as dt
import hashlib
import json

import peewee
import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.models import query
from desktop.models.centre import Staff
from desktop.services.centre import accounts, centres
from desktop.services.writing import chain, epochs
from desktop.services.writing.journal import savepoint, writing


def log(columns, condition="1"):
    return query.fetch(f"SELECT {columns} FROM change_log WHERE {condition} ORDER BY id")


def by_hand():
    """The hashes of the whole log, as docs/decisions/0011-change-log.md describes them, and those that are kept."""
    ((name, cause, begun_at),) = query.fetch("SELECT name, cause, begun_at FROM epoch")
    last = hashlib.sha256(text(["shizhu-log-1", name, 1, cause, begun_at, None, None, None, None])).hexdigest()
    kept, made = [], []
    for row in log("*"):
        names = [column[1] for column in query.fetch("PRAGMA table_info(change_log)")]
        one = dict(zip(names, row, strict=True))
        payload = text([one["staff_name"], one["reason"], one["before"], one["after"], one["refs"]])
        digest = hashlib.sha256(one["salt"] + payload).hexdigest()
        facts = [one["epoch"], one["station"], one["counter"], one["lamport"], one["at"], one["table_name"]]
        facts += [one["row_uid"], one["action"], one["base_epoch"], one["base_station"], one["base_counter"]]
        made.append((last, digest, hashlib.sha256(text([*facts, digest, last])).hexdigest()))
        kept.append((one["previous"].hex(), one["payload_sha256"].hex(), one["hash"].hex()))
        last = kept[-1][2]
    return kept, made


def text(values):
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def test_every_row_holds_the_hash_of_the_one_before_it_as_the_contract_says(actor, person):
    person("王芳", flags=["living_alone"])
    with writing(actor, Action.EDIT_RESIDENT, "升职") as unit:
        unit.change(unit.add(Staff(name="马丽", role="visitor")), {"role": "worker"})
    kept, made = by_hand()
    assert len(kept) > 12 and kept == made
    assert chain.head(1).hash == kept[-1][2]


def test_equal_payloads_have_unequal_hashes_because_each_is_salted(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.add(Staff(name="马丽", role="visitor"))
        unit.note(row, "look")
        unit.note(row, "look")
    (one, other) = log("payload_sha256", "action = 'look'")
    assert one != other


def test_a_write_names_the_version_that_it_changed(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.add(Staff(name="马丽", role="visitor"))
        added = unit.counter
        unit.note(row, "look")
        unit.change(row, {"role": "worker"})
        unit.void(row, "录错")
    base = [row[0] for row in log("base_counter", "table_name = 'staff' AND row_uid = '" + row.uid + "'")]
    assert base == [None, added, added, added + 2], "a look makes no version"
    assert (row.epoch, row.station, row.counter) == (chain.head(1).epoch, 1, added + 3)


def test_the_rows_that_a_write_names_by_id_are_named_by_uid_too(actor, person):
    one = person("王芳", flags=["living_alone"])
    uid = query.fetch("SELECT uid FROM resident WHERE id = ?", [one])[0][0]
    director = query.fetch("SELECT uid FROM staff WHERE id = ?", [actor.staff_id])[0][0]
    ((refs,),) = log("refs", "table_name = 'flag'")
    assert json.loads(refs) == {"resident_id": {str(one): uid}, "staff_id": {str(actor.staff_id): director}}


def test_a_part_that_is_rolled_back_gives_its_numbers_back(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Staff(name="甲", role="visitor"))
        with pytest.raises(ZeroDivisionError), savepoint():
            unit.add(Staff(name="乙", role="visitor"))
            1 / 0  # noqa: B018
        with savepoint():
            unit.add(Staff(name="丙", role="visitor"))
    counters = query.ids("SELECT counter FROM change_log ORDER BY id")
    assert counters == list(range(1, len(counters) + 1))
    assert query.ids("SELECT lamport FROM change_log ORDER BY id") == counters
    kept, made = by_hand()
    assert kept == made


def test_a_part_written_by_a_unit_within_gives_its_numbers_back_too(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        with pytest.raises(ZeroDivisionError), savepoint(), writing(actor, Action.EDIT_RESIDENT) as inner:
            inner.add(Staff(name="乙", role="visitor"))
            1 / 0  # noqa: B018
        unit.add(Staff(name="丙", role="visitor"))
    kept, made = by_hand()
    assert kept == made and log("after")[-1][0].count("丙") == 1


def test_a_refused_row_uses_up_no_number(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Staff(name="马丽", role="visitor"))
        with pytest.raises(Exception, match="staff"):
            unit.add(Staff(name="马丽", role="visitor"))
        unit.add(Staff(name="李明", role="visitor"))
    counters = query.ids("SELECT counter FROM change_log ORDER BY id")
    assert counters == list(range(1, len(counters) + 1))


@pytest.mark.parametrize(
    "forgery",
    [
        "INSERT OR REPLACE INTO change_log SELECT * FROM change_log WHERE id = 2",
        "UPDATE OR REPLACE change_log SET counter = 1 WHERE id = 2",
        "UPDATE change_log SET after = '{}' WHERE id = 2",
        "DELETE FROM change_log WHERE id = 2",
        "DELETE FROM epoch",
        "UPDATE epoch SET begun_at = '2020-01-01 00:00:00'",
        "INSERT OR REPLACE INTO epoch SELECT * FROM epoch",
    ],
)
def test_the_log_and_the_epochs_refuse_to_be_replaced_changed_or_emptied(actor, forgery):
    with pytest.raises(peewee.IntegrityError, match=r"fixed|nothing_is_deleted"):
        query.execute(forgery)


def test_a_row_of_a_name_that_is_taken_is_refused_whatever_its_id(actor):
    names = [column[1] for column in query.fetch("PRAGMA table_info(change_log)") if column[1] != "id"]
    with pytest.raises(peewee.IntegrityError, match="change_log_fixed"):
        query.execute(
            f"INSERT OR REPLACE INTO change_log (id, {', '.join(names)}) SELECT 9999, {', '.join(names)}"
            " FROM change_log WHERE id = 2"
        )


def test_a_setting_is_logged_with_its_old_and_new_value(actor):
    centres.set_setting(actor, "text_size", "large")
    centres.set_setting(actor, "text_size", "small")
    before = query.count("SELECT count(*) FROM change_log")
    centres.set_setting(actor, "text_size", "small")
    assert query.count("SELECT count(*) FROM change_log") == before, "what stands already is no write"
    found = log("action, before, after, staff_name, base_counter", "table_name = 'setting' AND row_uid = 'text_size'")
    first, second = found
    assert first[:4] == ("add", None, '{"text_size": "large"}', "主任甲")
    assert second[:4] == ("change", '{"text_size": "large"}', '{"text_size": "small"}', "主任甲")
    assert second[4] is not None and centres.setting("text_size") == "small"


def test_an_epoch_is_greater_than_all_known_even_with_a_clock_that_is_behind(actor):
    first = chain.head(1)
    with clock.standing_at(dt.datetime(2020, 1, 1)):
        second = epochs.begin_anew(1, counter=400)
    assert second > first.epoch
    moment = dt.datetime.strptime(first.epoch[:15], "%Y%m%dT%H%M%S") + dt.timedelta(seconds=1)
    assert second.startswith(f"{moment:%Y%m%dT%H%M%S}Z-")
    third = epochs.begin_anew(1, ["20990101T000000Z-ffffffff"])
    assert third.startswith("20990101T000001Z-")
    parent = "parent_epoch, parent_station, parent_counter, hex(parent_hash)"
    found = query.fetch(f"SELECT {parent} FROM epoch WHERE name = ?", [second])
    assert found == [(first.epoch, 1, first.counter, first.hash.upper())]
    assert query.count("SELECT counter FROM station") == 400


def test_a_signing_in_is_logged_of_an_auditor_too(actor):
    accounts.set_password(actor, "主任甲", "abcdefgh")
    accounts.add_account(actor, "审核甲", "auditor", "ghijklmn")
    auditor = accounts.sign_in("审核甲", "ghijklmn")
    assert log("staff_name, action, table_name, row_id")[-1] == ("审核甲", "sign_in", "staff", auditor.staff_id)
