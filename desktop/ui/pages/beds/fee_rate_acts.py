"""The boxes about what a stay costs: a rate from a day on, its end, a rate that was recorded by mistake."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.words.stay_fees import FEE_PARTS, FEE_UNITS, scope_words
from desktop.services.beds import places
from desktop.services.beds.places import BedQuery
from desktop.services.stay_fees import rates
from desktop.services.stay_fees.rates import Rate, RateDraft
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason


def ask_rate(page: Page, like: Rate | None = None) -> SmallForm:
    """What costs how much from which day on; as another rate at first, from today on."""
    draft = RateDraft(clock.today().isoformat()) if like is None else _like(like)

    def save(given: RateDraft) -> int:
        given.bed_id = int(given.bed_id) if given.bed_id else None
        return rates.set_rate(page.session.actor, given)

    act = Act(
        translate("FeeRates", "What a stay costs, from a day on"),
        translate("FeeRates", "Save"),
        Drafted(_form(), draft),
        save,
        Topic.BEDS,
        lambda given: translate("FeeRates", "Saved; it holds from {day} on").format(day=given.valid_from),
        long=True,
        about=None if like is None else like.id,
    )
    return ask_for(page, act)


def ask_end(page: Page, one: Rate) -> SmallForm:
    """The last day on which it holds."""
    day = Ask("last_day", translate("FeeRates", "Last day"), DateField(), True, clock.today().isoformat())
    act = Act(
        translate("FeeRates", "It ends: {what}").format(what=rate_words(one)),
        translate("FeeRates", "End it"),
        Texts(day),
        lambda given: rates.end(page.session.actor, one.id, given["last_day"]),
        Topic.BEDS,
        lambda given: translate("FeeRates", "It holds up to {day}").format(day=given["last_day"]),
        about=one.id,
    )
    return ask_for(page, act)


def ask_void(page: Page, one: Rate) -> SmallForm:
    """Why it was recorded by mistake."""
    act = Act(
        translate("FeeRates", "Void: {what}").format(what=rate_words(one)),
        translate("FeeRates", "Void"),
        Texts(reason()),
        lambda given: rates.void(page.session.actor, one.id, given["reason"]),
        Topic.BEDS,
        translate("FeeRates", "It is void; what was charged by it stays charged"),
        about=one.id,
    )
    return ask_for(page, act)


def rate_words(one: Rate) -> str:
    """A rate in a line: the part, of whom, how much."""
    price = f"{yuan_text(one.amount_fen)} {FEE_UNITS.shown[one.unit]}"
    return "  ".join(part for part in (FEE_PARTS.shown[one.part], whose(one), price) if part)


def whose(one: Rate) -> str:
    """What it is the rate of."""
    found = scope_words(one.resident, one.place, one.bed_class, one.grade, one.term)
    return found or translate("FeeRates", "everybody")


def _form() -> DraftForm[RateDraft]:
    form = DraftForm(RateDraft)
    beds = {str(one.id): one.place for one in places.rows(places.find_ids(BedQuery()))}
    form.add("part", translate("FeeRates", "What for"), SegmentField(form.codes("part")))
    form.add("amount", translate("FeeRates", "Amount (yuan)"), TextField())
    form.add("unit", translate("FeeRates", "A month or a day"), SegmentField(form.codes("unit")))
    form.add("valid_from", translate("FeeRates", "Holds from"), DateField())
    form.group(translate("FeeRates", "Only for some (empty: for everybody); one of these at most"))
    form.add("bed_class", translate("FeeRates", "Class of bed"), PickField(form.codes("bed_class")))
    form.add("room", translate("FeeRates", "Room"), PickField(rates.rooms()))
    form.add("bed_id", translate("FeeRates", "Bed"), PickField(beds))
    form.add("grade", translate("FeeRates", "Grade"), PickField(form.codes("grade")))
    form.add("resident_id", translate("FeeRates", "Person"), ResidentField())
    form.group(translate("FeeRates", "Limits (empty: none)"))
    form.add("term", translate("FeeRates", "Kind of stay"), PickField(form.codes("term")))
    form.add("valid_to", translate("FeeRates", "Last day"), DateField())
    form.add("remark", translate("FeeRates", "Remark"), TextField())
    return form


def _like(one: Rate) -> RateDraft:
    """The draft of a rate of today like another one."""
    # A room is named with its building, as the list of rooms has it.
    room = f"{one.building} {one.room}".strip() if one.room else ""
    draft = RateDraft(clock.today().isoformat(), one.part, yuan_text(one.amount_fen), one.unit, one.bed_class, room)
    draft.bed_id, draft.grade, draft.resident_id, draft.term = one.bed_id, one.grade, one.resident_id, one.term
    draft.remark = one.remark
    return draft
