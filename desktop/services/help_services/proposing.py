"""What the price list proposes for a service that is being typed; who types an amount is never overruled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.core.ledgers import ServiceUnit
from desktop.core.money import yuan_text
from desktop.core.words.offers import Asked, why_words
from desktop.core.words.prices import SCREEN
from desktop.services.help_services import definitions, fees, steps
from desktop.services.help_services.fees import Fee
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing import declared
from desktop.services.writing.checks import Checks


@dataclass(frozen=True)
class Proposal:
    """Fee and subsidy by a line of the list, as typed texts; empty where hours are charged that nobody said yet."""

    line: Fee
    fee: str
    subsidy: str
    why: str


def proposed(draft: ServiceDraft) -> Proposal | None:
    """What the list says of a service as far as it is typed; None where it has no line for it."""
    values = declared.read(draft, Checks())
    day, kind = values["service_on"], values["type"]
    if day is None or not kind:
        return None
    who = fees.group_of(values["resident_id"], day) if values["resident_id"] is not None else fees.Group()
    item = values["item"].strip()
    line = fees.fee_for(who, kind, item, day)
    if line is None:
        return None
    quantity, minutes = values["quantity"] or 1, steps.minutes(values, Checks())
    amounts = line.amounts(minutes, quantity)
    fee, subsidy = (yuan_text(one) for one in amounts) if amounts is not None else ("", "")
    asked = Asked(
        line.unit,
        line.fee_fen,
        line.subsidy_fen,
        minutes if line.unit == ServiceUnit.HOUR else 0,
        1 if line.unit == ServiceUnit.HOUR else quantity,
        fee,
        subsidy,
        definitions.item_shown(line.item),
        SCREEN.whom(line.ages, line.flags) if line.personal else "",
        line.valid_from,
    )
    return Proposal(line, fee, subsidy, why_words(kind, asked))


def filled(draft: ServiceDraft) -> ServiceDraft:
    """The draft with what the list proposes where no amount was typed."""
    found = proposed(draft)
    if found is None:
        return draft
    return replace(
        draft,
        fee=draft.fee if draft.fee.strip() else found.fee,
        subsidy=draft.subsidy if draft.subsidy.strip() else found.subsidy,
    )
