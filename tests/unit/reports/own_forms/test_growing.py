"""Formulas after a row became four: each still means what it meant."""

import pytest

from desktop.reports.own_forms.growing import Growth

GROWTH = Growth("月报", 5, 3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=B4", "=B4"),
        ("=B5", "=B5"),
        ("=B6", "=B9"),
        ("=SUM(D5:D5)", "=SUM(D5:D8)"),
        ("=SUM(D3:D5)", "=SUM(D3:D8)"),
        ("=SUM(D6:D7)", "=SUM(D9:D10)"),
        ("=$B$6+B$4*$C7", "=$B$9+B$4*$C10"),
        ("=SUM(A:A)", "=SUM(A:A)"),
        ("=SUM(6:6)", "=SUM(9:9)"),
        ("=汇总!B6", "=汇总!B6"),
        ("='月报'!B6", "='月报'!B9"),
        ('="B6"&TEXT(B6,"0")', '="B6"&TEXT(B9,"0")'),
        ("=应访+TAXES2026", "=应访+TAXES2026"),
        ("=IF(B6>0,B6/B$6,0)", "=IF(B9>0,B9/B$9,0)"),
    ],
)
def test_a_formula_follows_its_cells(before: str, after: str) -> None:
    assert GROWTH.formula(before, "月报") == after


def test_a_formula_of_another_sheet_moves_only_what_names_this_one() -> None:
    assert GROWTH.formula("=B6+月报!B6", "汇总") == "=B6+月报!B9"
