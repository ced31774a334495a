"""The demo's fees of stays: rates since the month of the reports, deposits, that month charged, most of it paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.core.acts import Action
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.stay_fees import FeePart
from desktop.demo.rooms.told import lodgers
from desktop.services.stay_fees import charges, paying, rates
from desktop.services.stay_fees.paying import StayMoneyDraft
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def keep_fees(actor: Actor, data: Mapping[str, Any], month: Month) -> None:
    """Turn them on from the month on, take deposits, charge it; some pay a part, some nothing yet.

    Where nobody lies in a bed there is nobody to charge.
    """
    rules.set_rule(actor, "stay_fees", month.first, "on")
    with writing(actor, Action.SET_PRICE):
        for bed_class, amount in data["bed"].items():
            rates.set_rate(actor, RateDraft(month.first, FeePart.BED, amount, bed_class=bed_class))
        rates.set_rate(actor, RateDraft(month.first, FeePart.CARE, data["care_of_others"]))
        for grade, amount in data["care"].items():
            rates.set_rate(actor, RateDraft(month.first, FeePart.CARE, amount, grade=grade))
        rates.set_rate(actor, RateDraft(month.first, FeePart.MEALS, data["meals"]))
    lying = lodgers()
    if not lying:
        return
    with writing(actor, Action.TAKE_STAY_MONEY):
        for who, _bed, _since in lying:
            paying.take_deposit(actor, StayMoneyDraft(who, data["deposit"]))
    charges.charge(actor, month)
    with writing(actor, Action.TAKE_STAY_MONEY):
        for number, fees in enumerate(charges.months(month), 1):
            if fees.charged_fen <= 0 or number % data["owes_all"] == 0:
                continue
            paid = fees.charged_fen // 2 if number % data["owes_half"] == 0 else fees.charged_fen
            paying.pay(actor, StayMoneyDraft(fees.resident_id, yuan_text(paid)))
