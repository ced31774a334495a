"""The lines above a card: what a person should look at, and the way there by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from desktop.core.consent import ConsentScope
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.stay_fees import Leaving
from desktop.core.trade import RegisterState, RiskLevel
from desktop.core.words import terms
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.core.words.records import record_word, why_alike
from desktop.core.words.stay_fees import leaving_words
from desktop.services.residents.card import ResidentCard
from desktop.services.stay_fees import standing
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.page import Page
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import ShowBalance, ShowFees
from desktop.ui.pages.residents import grades
from desktop.ui.widgets.chips import ChipSpec
from desktop.ui.widgets.lines import LineSpec


def warning_lines(
    page: Page,
    card: ResidentCard,
    show_other: Callable[[int], object],
    show_past: Callable[[], object],
    renew: Callable[[], object],
) -> list[LineSpec]:
    """Everything that asks for a look, the most pressing first."""
    return [
        *_merged(card, show_other),
        *_withdrawn(card, renew),
        *_risks(page, card),
        *_grades(page, card),
        *_twins(card, show_other),
        *_purse(page, card),
        *_stay_fees(page, card),
        *_later(card, show_past),
    ]


def _merged(card: ResidentCard, show_other: Callable[[int], object]) -> Iterator[LineSpec]:
    if card.merged_into is not None:
        words = translate("ResidentCard", "This record was merged into another: open it.")
        chip = ChipSpec(translate("ResidentCard", "Merged"), Tone.ATTENTION)
        yield LineSpec(chip, words, partial(show_other, card.merged_into))


def _withdrawn(card: ResidentCard, renew: Callable[[], object]) -> Iterator[LineSpec]:
    if card.withdrawn:
        what = "、".join(CONSENT_SCOPES.shown[one.scope] for one in reversed(card.withdrawn))
        if any(one.scope == ConsentScope.PROCESSING for one in card.withdrawn):
            what = CONSENT_SCOPES.shown[ConsentScope.PROCESSING]
        words = translate("ResidentCard", "Since {day}: {what}. Enter records that it is given anew.")
        chip = ChipSpec(translate("ResidentCard", "Consent withdrawn"), Tone.ATTENTION)
        yield LineSpec(chip, words.format(day=day_text(card.withdrawn[-1].withdrawn_on), what=what), renew)


def _risks(page: Page, card: ResidentCard) -> Iterator[LineSpec]:
    for risk in card.risks:
        due = translate("ResidentCard", "due {day}").format(day=day_text(risk.due_on)) if risk.due_on else ""
        tone = Tone.DANGER if risk.level == RiskLevel.URGENT else Tone.ATTENTION
        words = " · ".join(part for part in (risk.what, risk.action, due) if part)
        chip = ChipSpec(translate("ResidentCard", "Open risk"), tone)
        yield LineSpec(chip, words, lambda: page.go_requested.emit(RoomKey.VISITS, "risks"))


def _grades(page: Page, card: ResidentCard) -> Iterator[LineSpec]:
    """Two results of one day, and the category that the grade proposes."""
    if card.void_reason:
        return
    if any(one.beside for one in card.grades):
        words = translate("ResidentCard", "Two capability grades of one day: say which holds (Enter)")
        chip = ChipSpec(translate("ResidentCard", "Two results"), Tone.ATTENTION)
        yield LineSpec(chip, words, partial(grades.settle, page, card))
    if card.proposal is not None:
        words = translate("ResidentCard", "Assessed as {grade}: record “{flag}”? F8 records it, Enter puts it away")
        one = card.proposal
        shown = words.format(grade=terms.GRADES.shown[one.grade], flag=terms.FLAGS.shown[one.flag])
        chip = ChipSpec(translate("ResidentCard", "Proposal"), Tone.ACCENT)
        yield LineSpec(chip, shown, partial(grades.put_away, page, card.proposal))


def _twins(card: ResidentCard, show_other: Callable[[int], object]) -> Iterator[LineSpec]:
    for twin in card.similar[:3]:
        chip = ChipSpec(translate("ResidentCard", "Perhaps twice"), Tone.ATTENTION)
        words = f"{twin.name} · {twin.community} · {why_alike(twin.why)}"
        yield LineSpec(chip, words, partial(show_other, twin.resident_id))


def _purse(page: Page, card: ResidentCard) -> Iterator[LineSpec]:
    """Money of somebody who left or died is given back, or asked for."""
    if card.row.state == RegisterState.ON_REGISTER or not card.balance.amount:
        return
    fen = card.balance.amount
    words = translate("ResidentCard", "{yuan} yuan left for meals are to be given back")
    owed = translate("ResidentCard", "{yuan} yuan for meals are still to be paid")
    chip = ChipSpec(translate("ResidentCard", "Money left"), Tone.ATTENTION)
    shown = (words if fen > 0 else owed).format(yuan=yuan_text(abs(fen)))
    yield LineSpec(chip, shown, lambda: page.go_requested.emit(RoomKey.CANTEEN, ShowBalance(card.row.id)))


def _stay_fees(page: Page, card: ResidentCard) -> Iterator[LineSpec]:
    """Fees and deposit of the stay of somebody who left or died."""
    found = None if card.row.state == RegisterState.ON_REGISTER else standing.of(card.row.id)
    if found is None or not found.to_settle:
        return
    chip = ChipSpec(translate("ResidentCard", "Fees of the stay"), Tone.ATTENTION)
    words = " · ".join(leaving_words(Leaving(found.balance_fen, 0, found.deposit_fen, ())))
    yield LineSpec(chip, words, lambda: page.go_requested.emit(RoomKey.BEDS, ShowFees("to_settle")))


def _later(card: ResidentCard, show_past: Callable[[], object]) -> Iterator[LineSpec]:
    if card.later:
        chip = ChipSpec(translate("ResidentCard", "Look at these"), Tone.ATTENTION)
        kinds = "、".join(dict.fromkeys(record_word(one.kind) for one in card.later))
        words = translate("ResidentCard", "{count} entries dated after the person left: {kinds}")
        yield LineSpec(chip, words.format(count=len(card.later), kinds=kinds), show_past)
