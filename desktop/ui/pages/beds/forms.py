"""The forms of beds: the bed itself, an admission, a leave, a discharge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.words.beds import INSURED
from desktop.core.words.staying import LEAVE_KINDS
from desktop.services.beds.insurance import Cover
from desktop.services.beds.leaves import LeaveRow
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.ui.forms.choice_fields import CheckField, PickField, SegmentField, YesNoField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.pages.acts import Ask, Texts, reason


class BedForm(DraftForm[BedDraft]):
    """The bed; from when on another kind of it holds is asked of one on record only."""

    def __init__(self) -> None:
        super().__init__(BedDraft)

    def fill(self, draft: BedDraft) -> None:
        """Show a bed's draft."""
        super().fill(draft)
        self.set_field_visible("holds_from", draft.bed_id is not None)
        self.mark_clean()


def bed_form() -> BedForm:
    """Where the bed stands and of what kind it is."""
    form = BedForm()
    form.add("building", translate("BedForm", "Building"), TextField(translate("BedForm", "such as Building 1")))
    form.add("floor", translate("BedForm", "Floor"), TextField())
    form.add("room", translate("BedForm", "Room"), TextField())
    form.add("number", translate("BedForm", "Bed number"), TextField())
    form.add("kind", translate("BedForm", "Kind"), SegmentField(form.codes("kind")))
    form.add("mode", translate("BedForm", "Mode"), PickField(form.codes("mode")))
    form.add("bed_class", translate("BedForm", "Class"), PickField(form.codes("bed_class")))
    form.add("holds_from", translate("BedForm", "Change holds from"), DateField(), help=_puts_right())
    form.add("external_code", translate("BedForm", "Outside code"), TextField(), help=_outside())
    form.add("insured", translate("BedForm", "Insured"), YesNoField())
    form.add("opened_on", translate("BedForm", "In service from"), DateField(), help=_since_ever())
    form.add("out_of_service", "", CheckField(translate("BedForm", "out of service")))
    return form


def admit_form(free_beds: Mapping[str, str]) -> DraftForm[StayDraft]:
    """Who moves into which bed, from when."""
    form = DraftForm(StayDraft)
    form.add("resident_id", translate("BedForm", "Resident"), ResidentField())
    form.add("bed_id", translate("BedForm", "Bed"), PickField(free_beds))
    form.add("from_on", translate("BedForm", "From"), DateField())
    form.add("term", translate("BedForm", "For how long"), SegmentField(form.codes("term")))
    form.add("to_on", translate("BedForm", "Leaves on"), DateField(), help=translate("BedForm", "if it is known"))
    return form


def move_fields(free_beds: Mapping[str, str]) -> Texts:
    """Into which bed, and from which day on."""
    other = Ask("bed_id", translate("BedForm", "Bed"), PickField(free_beds), required=True)
    return Texts(other, _day("from_on", translate("BedForm", "From"), clock.today()))


def discharge_fields() -> Texts:
    """The day from which the bed is free, and why."""
    # What is kept is the Chinese word, as in the workbooks.
    reasons = {
        "回家": translate("BedForm", "at home"),
        "转院": translate("BedForm", "to a hospital"),
        "转其他机构": translate("BedForm", "to another institution"),
    }
    why = Ask("reason", translate("BedForm", "Reason"), PickField(reasons, free=True), required=True)
    return Texts(_day("to_on", translate("BedForm", "Leaves on"), clock.today()), why)


def leave_fields() -> Texts:
    """First and last day of a leave, both inclusive; no last day while somebody is still away."""
    return Texts(*_leave_days(clock.today()))


def changed_leave_fields(leaves: Mapping[str, LeaveRow]) -> Texts:
    """Which leave, and what its days and reason should have been; another choice shows what is on record of it."""
    which = PickField({key: leave_words(leave) for key, leave in leaves.items()})
    newest = next(iter(leaves))
    fields = Texts(
        Ask("leave", translate("BedForm", "Leave"), which, required=True, value=newest), *_leave_days(clock.today())
    )

    def show() -> None:
        leave = leaves.get(str(which.value()))
        if leave is not None:
            last = leave.to_on.isoformat() if leave.to_on else ""
            days = {
                "leave_from": leave.from_on.isoformat(),
                "leave_to": last,
                "kind": leave.why,
                "reason": leave.reason,
            }
            fields.form.set_values(days)

    which.changed.connect(show)
    show()
    return fields


def void_leave_fields(leaves: Mapping[str, LeaveRow]) -> Texts:
    """Which leave was recorded by mistake, and why it is void."""
    which = PickField({key: leave_words(leave) for key, leave in leaves.items()})
    return Texts(Ask("leave", translate("BedForm", "Leave"), which, required=True, value=next(iter(leaves))), reason())


def cover_words(cover: Cover) -> str:
    """How far a bed is insured, until when, and the insurer's code."""
    until = translate("Beds", "until {day}").format(day=cover.until.isoformat()) if cover.until else ""
    return " ".join(part for part in (INSURED.shown[cover.state], until, cover.code) if part)


def leave_words(leave: LeaveRow) -> str:
    """A leave on a line: whose, from when to when, why."""
    last = leave.to_on.isoformat() if leave.to_on else ""
    days = f"{leave.from_on.isoformat()} – {last}".strip()
    kind = LEAVE_KINDS.shown.get(leave.why, "")
    words = leave.reason if leave.reason != LEAVE_KINDS.get(leave.why) else ""
    return " ".join(part for part in (leave.resident, days, kind, words) if part)


def _leave_days(first: dt.date) -> tuple[Ask, ...]:
    open_end = translate("BedForm", "empty while still away")
    return (
        _day("leave_from", translate("BedForm", "First day"), first),
        Ask("leave_to", translate("BedForm", "Last day"), DateField(), help=open_end),
        Ask("kind", translate("BedForm", "Why away"), SegmentField(LEAVE_KINDS.shown), required=True),
        Ask("reason", translate("BedForm", "In words"), TextField()),
    )


def return_fields() -> Texts:
    """The last day of a leave; whoever is back today was away until yesterday."""
    back = translate("BedForm", "the day before they are back")
    return Texts(_day("leave_to", translate("BedForm", "Last day away"), clock.today() - dt.timedelta(days=1), back))


def close_fields() -> Texts:
    """The first day on which the bed is no longer there."""
    gone = translate("BedForm", "the first day without it; for a time only, edit it and tick “out of service”")
    return Texts(_day("closed_on", translate("BedForm", "Closed from"), clock.today(), gone))


def _day(name: str, words: str, day: dt.date, help: str = "") -> Ask:
    return Ask(name, words, DateField(), True, day, help)


def _outside() -> str:
    return translate("BedForm", "the insurer's or another platform's number")


def _puts_right() -> str:
    return translate("BedForm", "of kind, mode and class; empty puts right what stands")


def _since_ever() -> str:
    return translate("BedForm", "empty: it was there before any record")
