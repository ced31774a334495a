"""The data of a report as canonical JSON: there and back, to the byte."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Chart, ChartPart, Heading, Report, Section, from_json, to_json

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
units = st.sampled_from(["%", "元", "人"])
cells = st.one_of(words, st.integers(-(10**15), 10**15), amounts, st.none())


@st.composite
def sections(draw: st.DrawFn) -> Section:
    columns = draw(st.lists(st.builds(Heading, words, st.sampled_from(["left", "centre", "right"])), max_size=4))
    row = st.tuples(*[cells] * len(columns))
    labels = draw(st.lists(words, max_size=3))
    points = st.tuples(*[st.one_of(amounts, st.none())] * len(labels))
    parts = st.lists(st.builds(ChartPart, words, points), max_size=2).map(tuple)
    chart = draw(st.one_of(st.none(), st.builds(Chart, st.just(tuple(labels)), points, units, parts)))
    rows, totals = draw(st.lists(row, max_size=4)), draw(st.one_of(st.none(), row))
    return Section(draw(words), tuple(columns), tuple(rows), totals, draw(words), chart)


reports = st.builds(
    Report,
    words,
    words,
    words,
    st.lists(sections(), max_size=3).map(tuple),
    st.booleans(),
    words,
    st.lists(words, max_size=4).map(tuple),
)


@given(reports)
def test_a_report_comes_back_as_it_was_and_is_written_in_one_way(report):
    data = to_json(report)
    assert from_json(data) == report
    assert to_json(from_json(data)) == data


def test_an_amount_keeps_its_digits_and_is_no_text_of_the_same_digits():
    section = Section("", (Heading("甲"),) * 4, ((Decimal("12.00"), "12.00", 12, None),))
    back = from_json(to_json(Report("题", "中心", "期", (section,)))).sections[0].rows[0]
    assert [type(cell) for cell in back] == [Decimal, str, int, type(None)]
    assert str(back[0]) == "12.00"


GOOD = to_json(Report("题", "中心", "期", (Section("一", (Heading("甲"),), ((Decimal("1.50"),),)),)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]\n",
        b'{"shape":1}\n',
        GOOD.replace(b'"shape":1', b'"shape":2'),
        GOOD.replace(b'["1.50"]', b"1.5"),
        GOOD.replace(b'["1.50"]', b'["x"]'),
        GOOD.replace(b'"note":""', b'"more":1,"note":""'),
        GOOD.replace(b'"landscape":false', b'"landscape": false'),
        GOOD[:-1],
    ],
)
def test_what_no_report_would_write_is_refused(data):
    with pytest.raises(ValueError):
        from_json(data)
