"""The quality tab: what looks made up, put right or explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.core.period import Month
from desktop.services.visits import honesty
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.quality_page import QualityPage
from tests.gui.desk import Desk

OCTOBER = Month(2026, 10)


@pytest.fixture
def seen_by_phone(person: Callable[..., int], actor: Actor) -> int:
    """A call that claims to have seen somebody."""
    one = person("李桂兰", flags=["living_alone"])
    draft = VisitDraft(resident_id=one, visited_on="2026-10-20", method="phone", contact="seen")
    return visits.save(actor, draft)


def open_quality(desk: Desk) -> tuple[VisitsPage, QualityPage]:
    page = desk.window.page("visits")
    assert isinstance(page, VisitsPage)
    page.receive("quality")
    quality = page.part("quality")
    assert isinstance(quality, QualityPage)
    return page, quality


def test_a_finding_is_counted_on_the_tab_and_enter_opens_the_visit(
    seen_by_phone: int, desk: Callable[[str], Desk]
) -> None:
    here = desk("visits")
    page, _quality = open_quality(here)
    assert any("质量 1" in tabs.tabText(at) for tabs in page.tabs for at in range(tabs.count()))
    here.key(Qt.Key.Key_Down)
    here.enter()
    assert page.current == "records"
    assert page.records.table.current_id() == seen_by_phone


def test_an_explanation_in_words_is_kept(seen_by_phone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page, quality = open_quality(here)
    here.key(Qt.Key.Key_Down)
    box = quality.explain()
    assert box is not None
    box.press()
    assert box.isVisible(), "without words nothing is explained"
    box.form.set_values({"words": "视频通话，方式记错"})
    box.press()
    [found] = honesty.findings(OCTOBER)
    assert (found.state, found.words) == ("explained", "视频通话，方式记错")
    assert not any("质量 1" in tabs.tabText(at) for tabs in page.tabs for at in range(tabs.count()))


def test_a_month_in_order_says_so(desk: Callable[[str], Desk]) -> None:
    _page, quality = open_quality(desk("visits"))
    assert quality.table.model.rowCount() == 0
    assert quality.table.empty.isVisible()
