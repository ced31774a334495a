"""The settlement of a closed month is what was frozen, whatever became of balances and names since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.centre import Centre
from desktop.core.month_errors import NotAtClose
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.reports.settlement import report_of
from desktop.services import figures
from desktop.services.canteen import prepaid, price_edits, scanning
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.closing import documents, month_close
from desktop.services.closing.settled import settled
from desktop.services.figures.settlement import settlement
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.unit.services.closing.test_month_close import forge

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
SAMPLE = Centre("示例中心", "530114", "chenggong")


@pytest.fixture
def eaten(actor: Actor, person: Callable[..., int]) -> int:
    """王芳 of 82, who left 30 yuan and ate once in September."""
    who = person("王芳", born="1944-03-05", flags=["minimum_living"], community="乌龙社区")
    price_edits.set_price(actor, PriceDraft("2026-09-01", "lunch", "15"))
    price_edits.set_subsidy(actor, SubsidyDraft("2026-09-01", "5", min_age="80"))
    prepaid.top_up(actor, MoneyDraft(who, "30"))
    scanning.record(actor, who, "lunch", "dine_in", NOW.replace(month=9, day=15))
    return who


def test_a_closed_month_is_settled_as_it_was_frozen(actor: Actor, eaten: int) -> None:
    counted = settlement(SEPTEMBER)
    assert (counted.district.fen, counted.prepaid.fen, counted.cash.fen) == (500, 1000, 0)
    month_close.close(actor, SEPTEMBER, reports_of, "已核对")
    found = settled(SEPTEMBER)
    version = frozen.latest(SEPTEMBER)
    assert version is not None and found.version == f"V1-{version.sha256[:8]}"
    # A counter-entry of today moves what today's rows say, and not the closed month.
    [entry] = query.ids("SELECT id FROM ledger_entry WHERE kind = 'deduct'")
    prepaid.correct(actor, entry, "收了现金")
    assert (settlement(SEPTEMBER).prepaid.fen, settlement(SEPTEMBER).cash.fen) == (0, 1000)
    again = settled(SEPTEMBER)
    assert (again.whole, again.classes, again.flags) == (counted.whole, counted.classes, counted.flags)
    assert (again.district, again.prepaid, again.cash) == (counted.district, counted.prepaid, counted.cash)
    paper, draft = report_of(again, SAMPLE), report_of(counted, SAMPLE)
    assert paper.sections == draft.sections
    assert paper.number == f"{draft.number}-{found.version}"


def test_an_open_month_is_counted(eaten: int) -> None:
    assert settled(OCTOBER) == settlement(OCTOBER)


def test_a_month_that_was_closed_before_has_none(actor: Actor, eaten: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = documents.documents_of

    def without(found: figures.MonthFigures, reports: documents.Reports) -> dict[str, bytes]:
        return {kind: content for kind, content in whole(found, reports).items() if kind != "settlement"}

    monkeypatch.setattr(month_close, "documents_of", without)
    month_close.close(actor, SEPTEMBER, reports_of, "已核对")
    with pytest.raises(NotAtClose):
        settled(SEPTEMBER)


def test_a_forged_settlement_is_refused(actor: Actor, eaten: int) -> None:
    import hashlib
    import zlib

    month_close.close(actor, SEPTEMBER, reports_of, "已核对")
    version = frozen.latest(SEPTEMBER)
    assert version is not None
    content = (frozen.document(version, "settlement") or b"").replace(b"1", b"7")
    forge(
        "UPDATE month_document SET content = ?, sha256 = ? WHERE kind = ?",
        zlib.compress(content),
        hashlib.sha256(content).hexdigest(),
        "settlement",
    )
    with pytest.raises(FrozenChanged):
        settled(SEPTEMBER)
