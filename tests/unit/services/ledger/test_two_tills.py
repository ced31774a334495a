"""Two tills at once, each a process of its own: no balance falls too far, no receipt number comes twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from desktop.core.ledgers import LedgerAccount
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.ledger import listing
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.services.ledger.tills import balance, entered


def test_two_tills_take_no_more_than_there_is(
    actor: Actor, person: Callable[..., int], folder: DataFolder, canteen_prices: None
) -> None:
    who = person()
    first = prepaid.top_up(actor, MoneyDraft(who, "60"))
    wrong = prepaid.top_up(actor, MoneyDraft(who, "30"))
    # Both serve the same lunches of 10 yuan, both give back, one takes the same wrong entry back as the other.
    lunches = [("scan", [who, f"2026-10-{day:02d}T11:30"]) for day in range(12, 17)]
    back = [("refund", [who, "7"])] * 6
    more = [("top_up", [who, "1"])] * 3
    acts = [
        [*lunches[:2], *back[:3], ("correct", wrong), *lunches[2:], *back[3:], *more],
        [*back[:3], *lunches[:3], *more, ("correct", wrong), *lunches[3:], *back[3:]],
    ]
    answers = at_once(folder.root, NOW.isoformat(), acts)
    told = Counter((name, error) for desk in answers for name, _, error in desk)
    assert told[("top_up", "")] == 6 and told[("correct", "")] <= 1
    assert {error for _, error in told} <= {"", "BalanceTooSmall", "EntryCountered"}
    assert told[("refund", "BalanceTooSmall")] > 0, "there was less than both wanted"
    kinds = Counter(kind for kind, *_ in entered(who))
    assert kinds["refund"] == told[("refund", "")] and kinds["counter"] == told[("correct", "")]
    assert min(after for *_, after in entered(who)) >= 0
    paid = [row[0] for row in query.fetch("SELECT meal_id FROM living_ledger_entry WHERE meal_id IS NOT NULL")]
    assert len(paid) == len(set(paid)) == kinds["deduct"]
    assert query.count("SELECT count(*) FROM living_meal") == 5
    left = 6000 + 3000 + 600 - 700 * kinds["refund"] - 1000 * kinds["deduct"] - 3000 * kinds["counter"]
    assert balance(who) == left
    numbers = [one.receipt_number for one in listing.of_holder(LedgerAccount.CANTEEN, who) if one.receipt_number]
    assert sorted(numbers) == list(range(1, len(numbers) + 1)) and len(numbers) == 2 + 6 + kinds["refund"]
    assert listing.entry(first).receipt == "2026-000001"
    assert row_chain_breaks() == []
