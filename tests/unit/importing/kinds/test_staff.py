"""A staff list as people who work here: posts, certificates, rows that are one person's, and the way back."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.errors import NotAllowed
from desktop.core.trade import NamedList
from desktop.importing.importer import import_workbook
from desktop.importing.undo import undo_import
from desktop.services.named import aliases
from desktop.services.people import certificates, entries, listing
from desktop.services.people.entries import WorkerDraft
from tests.unit.importing.sheets import write

HEAD = ["姓名", "岗位", "所在单位", "入职日期", "联系电话", "证书名称", "证号", "发证机关", "有效期至"]


@pytest.fixture
def take(actor, tmp_path):
    def take_in(*rows, by=None, **options):
        return import_workbook(by or actor, "staff", write(tmp_path / "人员.xlsx", {"人员": rows}), **options)

    return take_in


def verdicts(result):
    return [(one.row, one.verdict, one.reason) for one in result.issues]


def everybody():
    return {row.name: row for row in listing.everybody()}


def test_rows_become_people_and_two_rows_of_one_person_two_certificates(take, actor):
    result = take(
        HEAD,
        ["杨秀英", "养老护理员", "一楼", "2026-03-01", "138 1234 0002", "健康证明", "K-1", "疾控中心", "2026-11-10"],
        ["杨秀英", "护理员", "", "", "", "护理员资格证", "H-7", "人社局", "长期"],
        ["李建国", "炊事员", "食堂", "2026.5.1", "", "健康证", "K-2", "", dt.date(2027, 5, 1)],
        ["周小平", "司机", "", "", "", "驾驶证", "", "", ""],
    )
    found = everybody()
    assert (result.total("imported"), result.issues) == (4, [])
    assert (found["杨秀英"].phone, [(post.role, post.unit) for post in found["杨秀英"].held]) == (
        *("13812340002", [("carer", "一楼")]),
    )
    kinds = {name: [(one.kind, one.title, one.valid_to) for one in row.certificates] for name, row in found.items()}
    assert kinds == {
        "杨秀英": [("health", "", dt.date(2026, 11, 10)), ("carer", "", None)],
        "李建国": [("health", "", dt.date(2027, 5, 1))],
        "周小平": [("other", "驾驶证", None)],
    }
    assert [(row.worker.name, row.certificate.kind) for row in listing.due(actor)] == [("杨秀英", "health")]


def test_certificates_with_columns_of_their_own_are_read(take):
    take(
        ["姓名", "职务", "护理员证号", "健康证号", "健康证有效期"],
        ["杨秀英", "护理员", "H-7", "K-1", "2026-11-10"],
    )
    (row,) = listing.everybody()
    assert [(one.kind, one.number) for one in row.certificates] == [("health", "K-1"), ("carer", "H-7")]


def test_a_carers_level_is_read_in_any_usual_word_and_no_other_certificates(take):
    take(
        ["姓名", "岗位", "证书名称", "证号", "技能等级"],
        ["杨秀英", "护理员", "护理员证", "H-7", "三级/高级工"],
        ["李建国", "护理员", "护理员证", "H-8", "高级技师"],
        ["周小平", "社工", "社工证", "S-1", "中级"],
    )
    assert {row.name: [one.level for one in row.certificates] for row in listing.everybody()} == {
        "杨秀英": ["level_3"],
        "李建国": ["level_1"],
        "周小平": [""],
    }


def test_what_cannot_be_taken_in_stops_nothing(take, actor):
    entries.save(actor, WorkerDraft(name="杨秀英", role="carer"))
    result = take(
        HEAD,
        ["杨秀英", "护理员"],
        ["李建国", "太空人"],
        ["", "护理员", "一楼"],
        ["周小平", "厨师", "", "", "见登记表"],
    )
    assert verdicts(result) == [
        (2, "duplicate", "already_recorded"),
        (3, "refused", "unknown_word"),
        (4, "refused", "missing_name"),
        (5, "warning", "phone_left_out"),
    ]
    assert set(everybody()) == {"杨秀英", "周小平"}


def test_a_name_that_stands_for_somebody_gives_them_a_certificate(take, actor):
    yang = entries.save(actor, WorkerDraft(name="杨秀英", role="carer"))
    aliases.answer(actor, NamedList.PERSON, "小杨", yang)
    take(HEAD, ["小杨", "护理员", "", "", "", "健康证", "K-1", "", "2026-11-10"])
    assert [one.number for one in certificates.certificates_of(actor, yang)] == ["K-1"]
    assert set(everybody()) == {"杨秀英"}


def test_an_import_is_taken_back_whole(take, actor):
    done = take(HEAD, ["杨秀英", "护理员", "", "", "", "健康证", "K-1", "", "2026-11-10"])
    undo_import(actor, done.import_id)
    assert listing.everybody() == [] and certificates.every_certificate() == []


def test_taken_in_twice_it_is_there_once(take):
    row = ["杨秀英", "护理员", "", "", "", "健康证", "K-1", "", "2026-11-10"]
    take(HEAD, row)
    assert verdicts(take(HEAD, row)) == [(2, "duplicate", "already_recorded")]


def test_only_the_director_takes_in_a_staff_list(take, clerk):
    with pytest.raises(NotAllowed):
        take(HEAD, ["杨秀英", "护理员"], by=clerk)
    assert listing.everybody() == []
