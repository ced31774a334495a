"""What is typed of an order that came back on paper."""

from __future__ import annotations

import pytest

from desktop.ui.pages.help_services.paper_typing import Said, read


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("5", Said(score="5")),
        ("0930-1015", Said("09:30", "10:15")),
        ("930-1015", Said("09:30", "10:15")),
        ("9-10", Said("09:00", "10:00")),
        ("9:30-10:15 4", Said("09:30", "10:15", "4")),
        ("4 0930-1015", Said("09:30", "10:15", "4")),
        ("０９３０－１０１５　４", Said("09:30", "10:15", "4")),
        ("9点", None),
        ("2330-0015", Said("23:30", "00:15")),
        ("0930", Said("09:30")),
        ("1159-2359", Said("11:59", "23:59")),
        ("1160-1200", None),
        ("2300-2400", None),
        ("-1015", Said("", "10:15")),
        ("0930～1015", Said("09:30", "10:15")),
        ("0930至1015", Said("09:30", "10:15")),
        ("0", Said(nobody=True)),
        ("0 去医院了", Said(nobody=True, reason="去医院了")),
        ("9 老人不需要了", Said(cancelled=True, reason="老人不需要了")),
        ("9", None),
        ("6", None),
        ("2460-2500", None),
        ("0970-1000", None),
        ("5 4", None),
        ("0930-1015 0930-1015", None),
        ("王芳", None),
    ],
)
def test_what_is_typed_is_what_the_paper_says(typed: str, said: Said | None) -> None:
    assert read(typed) == said


def test_nobody_at_home_and_cancelled_are_not_done() -> None:
    said = (Said(), Said(score="5"), Said(nobody=True), Said(cancelled=True, reason="不需要了"))
    assert [one.done for one in said] == [True, True, False, False]
