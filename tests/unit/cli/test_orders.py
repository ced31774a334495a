"""``order``: from the order to how it pleased, from the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from desktop.core import clock
from desktop.services.help_services import attendance
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import seen_codes

Person = Callable[..., int]


def test_an_order_goes_its_way_and_each_step_says_its_state(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    made = shizhu("order", "add", "王芳", "--type", "助浴", "--planned", "2026-10-21", "--json").json
    assert made == {"uid": made["uid"], "state": "requested", "warnings": [], "proposed": None}
    uid = made["uid"]
    for words, state in (
        (("dispatch", uid, "--worker", "普建国"), "dispatched"),
        (("done", uid, "--start", "23:30", "--end", "0:15"), "done"),
        (("rate", uid, "--score", "4", "--how", "上门", "--words", "水有点凉"), "rated"),
    ):
        told = shizhu("order", *words, "--json").json
        assert (told["uid"], told["state"]) == (uid, state)
    [row] = shizhu("order", "list", "--month", "2026-10", "--json").json["orders"]
    assert (row["name"], row["type"], row["planned"], row["score"]) == ("王芳", "bathing", "2026-10-21", 4)
    assert (row["start"], row["end"], row["worker"]) == ("23:30", "00:15", "普建国")
    assert row["requested"] == {"at": "2026-10-21 11:30:00", "by": "主任甲"}
    refused = shizhu("order", "cancel", uid, "--reason", "不需要了")
    assert (refused.code, refused.out) == (1, "")


def test_with_a_worker_it_is_dispatched_and_a_cancelled_one_says_why(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    words = ("--type", "助洁", "--planned", "2026-10-25", "--worker", "普建国")
    made = shizhu("order", "add", "王芳", *words, "--json").json
    assert made["state"] == "dispatched"
    assert shizhu("order", "cancel", made["uid"], "--reason", "不需要了", "--json").json["state"] == "cancelled"
    assert shizhu("order", "list", "--json").json == {"orders": []}
    assert shizhu("order", "done", made["uid"]).code == 1


def test_two_at_once_and_a_subsidy_above_the_fee_are_said_and_not_refused(person: Person, shizhu: Shizhu) -> None:
    person("王芳"), person("李强")
    times = ("--planned", "2026-10-22", "--start", "9:00", "--end", "10:00", "--worker", "普建国")
    first = shizhu("order", "add", "王芳", "--type", "助浴", *times, "--json").json
    money = ("--payer", "自费", "--fee", "10", "--subsidy", "20")
    told = shizhu("order", "add", "李强", "--type", "助洁", *times, *money, "--json").json
    assert [one["kind"] for one in told["warnings"]] == ["worker_busy", "subsidy_above_fee"]
    assert told["warnings"][0]["order"] == first["uid"]
    assert "普建国 is with 王芳" in told["warnings"][0]["text"]


def test_what_waits_too_long_and_whom_to_ask(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    urgent = shizhu("order", "add", "王芳", "--type", "助急", "--planned", "2026-10-21", "--json").json["uid"]
    assert shizhu("order", "list", "--stale", "--json").json["orders"] == []
    with clock.standing_at(dt.datetime(2026, 10, 21, 12, 0)):
        [late] = shizhu("order", "list", "--stale", "--json").json["orders"]
    assert (late["uid"], late["stale"]) == (urgent, True)
    shizhu("order", "done", urgent)
    asked = shizhu("order", "list", "--ask", "--json").json["orders"]
    assert [one["uid"] for one in asked] == [urgent]
    shizhu("order", "rate", urgent, "--score", "5")
    assert shizhu("order", "list", "--ask", "--json").json["orders"] == []


def test_day_lists_and_a_sheet_are_printed_and_their_codes_lead_back(
    person: Person, shizhu: Shizhu, tmp_path: Path
) -> None:
    person("王芳"), person("李强"), person("赵敏")
    for name, worker in (("王芳", "普建国"), ("李强", "李秀英"), ("赵敏", "")):
        shizhu("order", "add", name, "--type", "助浴", "--planned", "2026-10-21", "--worker", worker)
    told = shizhu("order", "day-list", "--on", "2026-10-21", "--pdf", tmp_path / "day.pdf", "--json").json
    assert [(one["worker"], [row["name"] for row in one["orders"]]) for one in told["lists"]] == [
        ("普建国", ["王芳"]),
        ("李秀英", ["李强"]),
        ("", ["赵敏"]),
    ]
    assert (told["pages"], told["day"]) == (3, "2026-10-21")
    [row] = told["lists"][0]["orders"]
    assert seen_codes(tmp_path / "day.pdf", 150)[0].digits == row["code"]
    one = shizhu("order", "day-list", "--worker", "普建国", "--pdf", tmp_path / "one.pdf", "--json").json
    assert [found["orders"] for found in one["lists"]] == [[row]]
    nobody = shizhu("order", "day-list", "--nobody", "--pdf", tmp_path / "none.pdf", "--json").json
    assert [found["worker"] for found in nobody["lists"]] == [""]
    sheet = shizhu("order", "sheet", row["uid"], "--pdf", tmp_path / "sheet.pdf", "--json").json
    assert sheet == {"pdf": str(tmp_path / "sheet.pdf"), "pages": 1} | row
    rated = shizhu("order", "done", row["code"], "--start", "9:30", "--end", "10:15", "--score", "5", "--json").json
    assert (rated["uid"], rated["state"]) == (row["uid"], "rated")
    refused = shizhu("order", "day-list", "--on", "2026-10-25", "--pdf", tmp_path / "empty.pdf")
    assert (refused.code, (tmp_path / "empty.pdf").exists()) == (1, False)


def test_who_came_to_an_activity_is_printed_and_the_codes_lead_back(
    person: Person, shizhu: Shizhu, actor: Actor, tmp_path: Path
) -> None:
    singing = attendance.begin(ServiceDraft(type="recreation", place="centre", service_on="1020", started="1400"))
    for name in ("王芳", "李强"):
        attendance.enter(actor, person(name), singing)
    words = ("order", "attendance", "--type", "助乐", "--on", "2026-10-20")
    told = shizhu(*words, "--start", "14:00", "--pdf", tmp_path / "list.pdf", "--json").json
    assert (told["pages"], told["day"], told["type"]) == (1, "2026-10-20", "recreation")
    assert [(one["position"], one["name"]) for one in told["people"]] == [(1, "王芳"), (2, "李强")]
    seen = sorted(seen_codes(tmp_path / "list.pdf", 150), key=lambda code: code.top)
    assert [code.digits for code in seen] == [one["code"] for one in told["people"]]
    rated = shizhu("order", "rate", seen[1].digits, "--score", "5", "--json").json
    assert (rated["uid"], rated["state"]) == (told["people"][1]["uid"], "rated")
    # At no time, or at another, nobody is on record.
    refused = shizhu(*words, "--pdf", tmp_path / "none.pdf")
    assert (refused.code, (tmp_path / "none.pdf").exists()) == (1, False)
