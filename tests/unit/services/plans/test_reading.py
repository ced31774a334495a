"""A file of indicators: taken in whole, or refused with the line of every error."""

import pytest

from desktop.core.storage_errors import FileMissing
from desktop.services.plans import indicators, reading

FILE = """# 呈贡区 2027 年起
[[plan]]
code = "chenggong"
document = "呈政办发〔2027〕1号"
valid_from = 2027-01-01

[[indicator]]
plan = "chenggong"
key = "nursing_share"
name = "护理型床位占比"
clause = "第二条"
target = "70"
numerator = "beds.nursing"
denominator = "beds.beds"

[[indicator]]
plan = "chenggong"
key = "lunch"
name = "月就餐老年人"
target = "150"
unit = "人"
numerator = "people.served"
"""


def lines(text):
    return [(one.line, one.error.name, str(one.error.reason)) for one in reading.parse(text).errors]


def test_a_file_says_document_and_day_once_for_its_plan():
    share, lunch = reading.parse(FILE).versions
    assert (share.document, str(share.valid_from), share.per) == ("呈政办发〔2027〕1号", "2027-01-01", 100)
    assert (lunch.unit, lunch.per, lunch.position) == ("人", 1, 1)


def test_loading_adds_what_is_new_and_loading_again_changes_nothing(actor):
    found = reading.parse(FILE).versions
    assert indicators.load(actor, found) == indicators.Loaded(added=1, changed=1, unchanged=0)
    assert indicators.load(actor, found) == indicators.Loaded(added=0, changed=0, unchanged=2)
    assert [one.target for one in indicators.versions("chenggong") if one.key == "nursing_share"] == ["70", "65"]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('target = "70"', 'target = "七十"', (12, "target", "bad_amount")),
        ('numerator = "beds.nursing"', 'numerator = "beds.nurse"', (13, "numerator", "unknown_word")),
        ('name = "护理型床位占比"\n', "", (7, "name", "required")),
        ('key = "lunch"', 'key = "nursing_share"', (18, "key", "name_taken")),
        ('unit = "人"', "unit = 5", (21, "unit", "bad_text")),
        ('unit = "人"', 'units = "人"', (21, "units", "unknown_word")),
        ('code = "chenggong"', 'code = "chenggong', (3, "file", "not_toml")),
        ("[[plan]]", "[[plans]]", (2, "plans", "unknown_word")),
        ("valid_from = 2027-01-01", 'valid_from = "明年"', (7, "valid_from", "bad_date")),
    ],
)
def test_an_error_names_its_line(old, new, wrong):
    assert wrong in lines(FILE.replace(old, new, 1))


def test_a_file_without_an_indicator_is_none():
    assert lines("# nothing\n") == [(1, "indicator", "required")]


def test_a_file_that_is_no_text_is_told_by_its_line(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes("# 计划\n".encode() + "名称".encode("gb18030"))
    assert [(one.line, str(one.error.reason)) for one in reading.read_file(path).errors] == [(2, "not_toml")]
    with pytest.raises(FileMissing):
        reading.read_file(tmp_path / "none.toml")
