"""The one way of writing JSON: everything else is a change."""

from __future__ import annotations

import pytest

from desktop.core.canonical import line, read_line


def test_keys_are_sorted_without_blanks_in_plain_characters_and_a_line_feed_ends() -> None:
    assert line({"乙": [1, None, True], "a": "甲"}) == '{"a":"甲","乙":[1,null,true]}\n'.encode()
    assert read_line(line({"a": [1, "甲"]})) == {"a": [1, "甲"]}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_what_is_no_json_or_no_text_is_not_written(value: object) -> None:
    with pytest.raises(ValueError):
        line(value)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1}',
        b'{"a":1}\n\n',
        b'{"a": 1}\n',
        b'{"b":1,"a":2}\n',
        b'{"a":1,"a":1}\n',
        b'{"a":1.0e1}\n',
        b'{"a":NaN}\n',
        b'"\\u7532"\n',
        b"",
        b"{\n",
        b"\xff\n",
        b"[" * 100_000,
    ],
)
def test_any_other_way_of_writing_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_line(data)
