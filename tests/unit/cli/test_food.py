"""``food``: the papers of the kitchen by command."""

from __future__ import annotations

from pathlib import Path

from desktop.services.food import dishes
from desktop.services.food.dishes import DishDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import whole_text


def test_the_menu_of_a_week_is_printed_and_an_empty_week_says_so(shizhu: Shizhu, actor: Actor, tmp_path: Path) -> None:
    dishes.add(actor, DishDraft("2026-10-22", "lunch", "番茄炒蛋", "8.50", allergens=["eggs"]))
    pdf = tmp_path / "menu.pdf"
    made = shizhu("food", "menu", "--week", "2026-10-19", "--size", "A4", "--pdf", str(pdf), "--json")
    assert made.code == 0
    assert made.json == {
        "from": "2026-10-19",
        "to": "2026-10-25",
        "dishes": 1,
        "pdf": str(pdf),
        "size": "A4",
        "pages": 1,
        "missing_characters": [],
    }
    assert "番茄炒蛋" in whole_text(pdf)
    empty = shizhu("food", "menu", "--week", "2026-11-02", "--pdf", str(tmp_path / "none.pdf"))
    assert empty.code == 1 and "2026-11-02" in empty.err
