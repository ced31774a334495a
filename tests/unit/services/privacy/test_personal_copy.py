"""A copy of everything about one person, and what it says of who saw it."""

import datetime as dt
import json

import pypdf
import pytest

from desktop.core.errors import NotAllowed, ReasonNeeded
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.reports.forms.personal_copy import report_of, write_copy
from desktop.services.privacy import belonging, personal_copy
from desktop.services.residents import states
from desktop.services.writing.actor import Actor


@pytest.fixture
def copy(known, actor):
    states.reveal_id(actor, known)
    return personal_copy.make(actor, known, "本人申请")


def test_every_row_of_every_table_is_in_it(copy, known):
    for table, ids in belonging.rows(known).items():
        uids = query.texts(f"SELECT uid FROM {table} WHERE id IN {query.LISTED}", [query.listed(ids)])
        assert sorted(row["uid"] for row in copy.records[table]) == sorted(uids), table
    assert {"resident", "contact", "visit", "risk", "meal", "stay", "help_service", "attachment"} <= set(copy.records)


def test_every_column_of_a_row_is_in_it(copy):
    stamps = {"id", "created_station", "station", "counter", "epoch", "name_key", "name_sort"}
    for table, rows in copy.records.items():
        columns = {field.column_name for field in RECORDS[table]._meta.sorted_fields} - stamps
        assert all(set(row) == columns for row in rows), table


def test_the_id_number_stands_whole_and_nobody_else_is_named(copy, known):
    number = query.text("SELECT id_number FROM resident WHERE id = ?", [known])
    text = personal_copy.to_json(copy).decode()
    assert number in text and "王小军" in text
    assert "李明" not in text


def test_who_saw_it_is_listed_with_the_copy_itself(copy):
    assert [(one["action"], one["who"]) for one in copy.seen] == [("show_id", "主任甲"), ("copy", "主任甲")]
    assert copy.seen[-1]["reason"] == "本人申请"


def test_photographs_and_scans_are_copied(copy, tmp_path):
    write_copy(copy, tmp_path / "out", printed_on=dt.date(2026, 10, 21))
    names = sorted(path.name for path in (tmp_path / "out" / "files").iterdir())
    assert names == sorted(one.name for one in copy.files) and len(names) == 2
    found = json.loads((tmp_path / "out" / "copy.json").read_text())
    assert found["name"] == "王桂芳" and {one["there"] for one in found["files"]} == {True}
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out" / "copy.pdf").pages)
    assert "个人信息副本" in text and "13888000111" in text and "燃气管老化" in text


def test_the_paper_is_chinese_whatever_the_window_speaks(copy):
    report = report_of(copy)
    titles = [section.title for section in report.sections]
    assert titles[0] == "说明" and "联系人" in "".join(titles) and "visit" not in titles
    (facts,) = [section for section in report.sections if section.title == "老人"] or [report.sections[1]]
    assert "：" in str(facts.rows[0][1])


def test_it_needs_to_be_said_for_what_and_not_everybody_may(known, actor):
    with pytest.raises(ReasonNeeded):
        personal_copy.make(actor, known, "  ")
    for role in ("visitor", "worker", "auditor"):
        with pytest.raises(NotAllowed):
            personal_copy.make(Actor(None, "某", role, actor.station), known, "本人申请")


def test_void_rows_are_in_it_and_say_so(person, actor):
    one = person("王芳")
    states.void(actor, one, "登记重了")
    (row,) = personal_copy.make(actor, one, "本人申请").records["resident"]
    assert row["void_reason"] == "登记重了" and row["voided_at"]
