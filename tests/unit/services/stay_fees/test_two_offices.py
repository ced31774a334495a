"""Two offices at once, each a process of its own: a month is charged once, a deposit pays no more than it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from desktop.core.ledgers import LedgerAccount
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.beds import stays
from desktop.services.ledger import listing
from desktop.services.stay_fees import charges, paying
from desktop.services.stay_fees.paying import StayMoneyDraft
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.services.stay_fees.lodging import OCTOBER, admit, bed, deposit, fees, owed, turn_on, usual_rates


def test_both_charge_the_same_months(actor: Actor, person: Callable[..., int], folder: DataFolder) -> None:
    turn_on(actor)
    usual_rates(actor)
    people = [person(name) for name in ("王芳", "李强", "张三")]
    made = [admit(actor, who, bed(actor, str(at)), "2026-08-01") for at, who in enumerate(people)]
    charges.charge(actor, OCTOBER, people[:1])
    stays.discharge(actor, made[0], "2026-10-21", "回家")
    wrong = paying.take_deposit(actor, StayMoneyDraft(people[1], "3000"))
    paid = [("deposit_pays", [people[1], "700"])] * 3
    acts = [
        [("charge_stays", "2026-10"), ("differ", [people[0], "2026-10"]), *paid, ("stay_back", wrong)],
        [("differ", [people[0], "2026-10"]), ("charge_stays", "2026-10"), *paid, ("deposit_back", [people[1], "900"])],
    ]
    answers = at_once(folder.root, NOW.isoformat(), acts)
    told = Counter((name, error) for desk in answers for name, _, error in desk)
    assert told["charge_stays", ""] == told["charge_stays", "NothingToCharge"] == 1
    assert told["differ", ""] == told["differ", "NothingDiffers"] == 1
    assert {error for _, error in told} <= {"", "NothingToCharge", "NothingDiffers", "DepositTooSmall", "MoreThanOwed"}
    assert (owed(people[0]), owed(people[2])) == (200000, 310000)
    assert [one.number for who in people for one in charges.on_record(who)] == [1, 2, 1, 1]
    assert all(not fees(who).difference_fen for who in people)
    pays, back = told["deposit_pays", ""], told["deposit_back", ""]
    assert told["stay_back", ""] == 0, "it has paid fees by then"
    assert deposit(people[1]) == 300000 - 70000 * pays - 90000 * back >= 0
    assert owed(people[1]) == 310000 - 70000 * pays
    pairs = query.fetch(
        "SELECT f.amount + d.amount FROM ledger_entry f JOIN ledger_entry d ON d.id = f.paired_with"
        " WHERE f.resident_id = d.resident_id"
    )
    assert [row[0] for row in pairs] == [0] * pays
    numbers = [
        one.receipt_number
        for account in (LedgerAccount.STAY, LedgerAccount.STAY_DEPOSIT)
        for one in listing.of_holder(account, people[1])
        if one.receipt_number
    ]
    assert sorted(numbers) == list(range(1, 2 + back))
    assert row_chain_breaks() == []
