"""What scanners send beside the digits, and what is read at the till that is no code of ours."""

from __future__ import annotations

import pytest

from desktop.core.person.identity import masked_text
from desktop.core.words.messages import sentence
from desktop.services.canteen import scanning
from tests.unit.services.canteen.test_meals import card

CARD_OF_A_STRANGER = "530114194309113354"


@pytest.mark.parametrize("prefix", ["]Q1", "]C1", "]C0", "]d2", "]Q3", "］Ｑ１", "]E0"])
def test_the_symbology_that_a_scanner_says_first_is_dropped(person, actor, canteen_prices, prefix):
    code = card(person())
    assert scanning.scan(actor, prefix + code, "lunch", "dine_in").kind == "recorded"
    assert scanning.scan(actor, f"{code}\r", "lunch", "dine_in").kind == "again"


@pytest.mark.parametrize(
    "scanned",
    [
        "134567890123456789",
        "287654321098765432",
        CARD_OF_A_STRANGER,
        "15301140000000011",
        "053011400000000142",
        "1530114000000001421530114000000001",
        "]Q1https://example.cn/pay?x=1",
        "]C1" + CARD_OF_A_STRANGER,
        "12345670",
        "]E412345670",
        "]C0A17",
        "]Q342",
    ],
)
def test_a_scan_that_is_no_code_of_ours_waits_whatever_its_length(actor, canteen_prices, scanned):
    result = scanning.scan(actor, scanned, "lunch", "dine_in")
    assert result.kind == "queued"
    assert result.error is None or CARD_OF_A_STRANGER not in sentence(result.error)


def test_what_waits_is_listed_by_a_masked_number(actor, canteen_prices):
    scanning.scan(actor, CARD_OF_A_STRANGER, "lunch", "dine_in")
    (waiting,) = scanning.queue()
    assert CARD_OF_A_STRANGER not in masked_text(waiting.scanned)
