"""What the change log says of a value is a word, and no code of the program."""

import pytest

from desktop.core import i18n
from desktop.core.words.fields import value_words, written


@pytest.fixture(autouse=True)
def chinese():
    i18n.install("zh_CN")
    yield
    i18n.install("en")


@pytest.mark.parametrize(
    ("table", "field", "value", "words"),
    [
        ("register_event", "source", "form", "表单"),
        ("printed_code", "kind", 1, "服务卡"),
        ("printed_code", "kind", 2, "床位标签"),
        ("resident", "photo", "3f9a0c1d5e.jpg", "照片"),
        ("import_batch", "kind", "beds", "床位与入住"),
        ("subsidy_rule", "flags", "destitute_home minimum_living", "特困分散供养、低保"),
        ("rule", "value", '{"default": "month"}', "见“统计口径”"),
        ("rule", "value", "20", "20"),
        ("crisis_event", "kind", "fall", "跌倒"),
        ("report_layout", "report", "visits", "月探访情况月报"),
        ("report_layout", "boxes", '["制表", "审核"]', "制表、审核"),
        ("report_layout", "boxes", "[]", "随程序原样"),
        ("report_layout", "columns", '{"分社区情况": [["社区", true], ["应访", false]]}', "分社区情况（社区）"),
        ("report_layout", "columns", "{}", "随程序原样"),
    ],
)
def test_a_value_is_said_in_words(table, field, value, words):
    assert words in value_words(table, field, value)


def test_a_new_photograph_is_told_without_the_name_of_its_file():
    (field,) = written("resident", {"photo": "11.jpg"}, {"photo": "22.jpg"})
    assert field.label == "照片" and "22" not in field.after + field.before
