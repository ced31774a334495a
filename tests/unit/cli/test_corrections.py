"""``rows``, ``void``, ``month drift`` and ``month correct`` as others script against them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.services.centre import accounts, centres
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.cli.test_months import centre

__all__ = ["centre"]
MONTH = "2026-10"
BY = ("--user", "段春梅")


@pytest.fixture
def closed(centre: Shizhu, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> Shizhu:
    """October closed, and a second person with an account who signs in with ``BY``."""
    accounts.add_account(actor, "主任", Role.DIRECTOR, "yi-er-san-4")
    accounts.add_account(actor, "段春梅", Role.DIRECTOR, "yi-er-san-4")
    monkeypatch.setenv("SHIZHU_PASSWORD", "yi-er-san-4")
    with clock.standing_at(clock.now().replace(month=11, day=20)):
        for month in ("2026-09", MONTH):
            assert centre("month", "close", "--month", month, "--explain", "李强未遇", "--user", "主任").code == 0
    return centre


def acts(folder: Path, *wanted: dict[str, object]) -> Path:
    path = folder / "acts.json"
    path.write_text(json.dumps(wanted, ensure_ascii=False), encoding="utf-8")
    return path


def test_rows_name_each_record_of_a_month_by_its_uid(centre: Shizhu) -> None:
    rows = centre("rows", "visits", "--month", MONTH, "--json").json["rows"]
    assert [(row["name"], row["date"], row["outcome"]) for row in rows] == [
        ("王芳", "2026-10-08", "reached"),
        ("李强", "2026-10-09", "refused"),
        ("王芳", "2026-10-20", "reached"),
    ]
    assert len({row["uid"] for row in rows}) == 3
    (meal,) = centre("rows", "meals", "--month", MONTH, "--resident", "王芳", "--json").json["rows"]
    assert (meal["name"], meal["date"], meal["price"]) == ("王芳", "2026-10-08", "15.00")
    assert centre("rows", "meals", "--month", MONTH, "--resident", "李强", "--json").json["rows"] == []
    late = centre("rows", "flags", "--month", "2026-09", "--json").json["rows"]
    assert "周兰" not in {row["name"] for row in late}
    assert centre("rows", "meals", "--month", MONTH, "--resident", "没有").code == 1


def test_a_record_of_an_open_month_is_made_void_by_its_uid_and_of_a_closed_one_refused(centre: Shizhu) -> None:
    first, *_, last = centre("rows", "visits", "--month", MONTH, "--json").json["rows"]
    assert centre("void", "visit", last["uid"], "--reason", "重复", "--json").json == {"uid": last["uid"]}
    assert centre("void", "visit", last["uid"], "--reason", "重复").code == 1
    with clock.standing_at(clock.now().replace(month=11, day=20)):
        for month in ("2026-09", MONTH):
            centre("month", "close", "--month", month, "--explain", "李强未遇")
        said = centre("void", "visit", first["uid"], "--reason", "重复")
    assert (said.code, MONTH in said.err) == (1, True)


def test_a_correction_goes_from_opening_to_version_two(closed: Shizhu, tmp_path: Path) -> None:
    with clock.standing_at(clock.now().replace(month=11, day=21)):
        visits = closed("rows", "visits", "--month", MONTH, *BY, "--json").json["rows"]
        opened = closed(
            "month", "correct", "open", "--month", MONTH, "--reason", "日期看错", "--user", "主任", "--json"
        )
        number = opened.json["correction"]
        wanted = acts(
            tmp_path,
            {"act": "void", "kind": "visit", "uid": visits[0]["uid"], "reason": "日期看错"},
            {"act": "void", "kind": "visit", "uid": visits[2]["uid"], "reason": "日期看错"},
        )
        staged = closed("month", "correct", "stage", number, "--file", wanted, "--user", "主任", "--json")
        assert staged.json == {"correction": number, "acts": 2}
        shown = closed("month", "correct", "show", number, *BY, "--json")
        assert (shown.code, shown.json["state"]) == (3, "open")
        moved = {one["figure"]: (one["before"], one["after"]) for one in shown.json["differences"]}
        assert (moved["visits.visited"], moved["visits.visit_rate"]) == ((1, 0), ("50.00", "0.00"))
        said = closed("month", "correct", "show", number, *BY).out.splitlines()
        acts_said = [line.split() for line in said if visits[0]["uid"] in line or visits[2]["uid"] in line]
        assert [(line[2], line[3]) for line in acts_said] == [("王芳", "2026-10-08"), ("王芳", "2026-10-20")]
        assert "  visits.visited 1 → 0  王芳  (by this correction)" in said
        sheet = closed("month", "correct", "print", number, "--pdf", tmp_path, *BY, "--json").json
        assert (sheet["number"], sheet["pages"], sheet["missing_characters"]) == (1, 1, [])
        text = PdfReader(sheet["pdf"]).pages[0].extract_text()
        assert f"更正〔{MONTH}〕第1号" in text and "日期看错" in text and "待审批" in text
        assert closed("month", "correct", "approve", number, "--user", "主任").code == 1
        approved = closed("month", "correct", "approve", number, *BY, "--json")
        assert (approved.code, approved.json["version"], len(approved.json["sha256"])) == (0, 2, 64)
        status = closed("month", "status", "--month", MONTH, *BY, "--json").json
        assert (status["state"], status["version"], status["sha256"]) == ("corrected", 2, approved.json["sha256"])
        assert closed("figures", "--month", MONTH, *BY, "--json").json["visits"]["visited"] == 0
        (row,) = closed("month", "correct", "list", *BY, "--json").json["corrections"]
        assert (row["state"], row["second_person"], row["version"]) == ("approved", "段春梅", 2)


def test_the_district_approves_in_writing_or_somebody_says_no(closed: Shizhu, tmp_path: Path) -> None:
    with clock.standing_at(clock.now().replace(month=11, day=21)):
        for answer, state in (
            (("reject", "--reason", "没有依据"), "rejected"),
            (("withdraw", "--reason", "重复"), "withdrawn"),
            (("approve", "--in-writing", "区民政局", "--paper", "17号"), "approved"),
        ):
            opened = closed("month", "correct", "open", "--month", MONTH, "--reason", "迟知", *BY, "--json")
            number = opened.json["correction"]
            closed("month", "correct", "stage", number, "--file", acts(tmp_path, {"act": "refresh"}), *BY)
            verb, *words = answer
            assert closed("month", "correct", verb, number, *words, *BY).code == 0
            assert closed("month", "correct", "show", number, *BY, "--json").json["state"] == state


def test_a_file_of_acts_that_is_none_is_refused_whole(closed: Shizhu, tmp_path: Path) -> None:
    with clock.standing_at(clock.now().replace(month=11, day=21)):
        opened = closed("month", "correct", "open", "--month", MONTH, "--reason", "x", *BY, "--json")
        number = opened.json["correction"]
        good: dict[str, object] = {"act": "refresh"}
        for wrong in ({"act": "burn"}, {"kind": "visit"}, {"act": "add", "kind": "visit", "fields": []}, {"a": 1}):
            said = closed("month", "correct", "stage", number, "--file", acts(tmp_path, good, wrong), *BY)
            assert (said.code, said.out) == (1, ""), wrong
        (tmp_path / "no.json").write_text("[", encoding="utf-8")
        assert closed("month", "correct", "stage", number, "--file", tmp_path / "no.json", *BY).code == 1
        assert closed("month", "correct", "stage", number, "--file", tmp_path / "gone.json", *BY).code == 1
        assert closed("month", "correct", "show", number, *BY, "--json").json["acts"] == []


def test_drift_names_figure_person_and_write_and_live_counts_anew(
    closed: Shizhu, actor: Actor, folder: DataFolder
) -> None:
    with clock.standing_at(clock.now().replace(month=11, day=21)):
        assert closed("month", "drift", "--month", MONTH, *BY, "--json").json["differences"] == []
        centres.open_centre(folder)
        (li,) = residents.find_ids(ResidentQuery(text="李强"))
        draft = forms.draft_of(li)
        draft.flags = []
        forms.save(actor, draft)
        centres.close_centre()
        found = closed("month", "drift", "--month", MONTH, *BY, "--json")
        assert found.code == 3
        (one,) = [one for one in found.json["differences"] if one["figure"] == "visits.unvisited"]
        assert (one["before"], one["after"], one["people"]) == (1, 0, ["李强"])
        assert actor.name in one["cause"]
        assert closed("figures", "--month", MONTH, *BY, "--json").json["visits"]["unvisited"] == 1
        assert closed("figures", "--month", MONTH, "--live", *BY, "--json").json["visits"]["unvisited"] == 0
