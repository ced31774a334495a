"""The forms of beds: the bed itself, an admission, a leave, a discharge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.words.terms import BED_KINDS, BED_MODES
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.ui.forms.choice_fields import CheckField, PickField, SegmentField, YesNoField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField


def bed_form() -> DraftForm[BedDraft]:
    """Where the bed stands and of what kind it is."""
    form = DraftForm(BedDraft)
    form.add("building", translate("BedForm", "Building"), TextField(translate("BedForm", "such as 1号楼")))
    form.add("floor", translate("BedForm", "Floor"), TextField())
    form.add("room", translate("BedForm", "Room"), TextField(), required=True)
    form.add("number", translate("BedForm", "Bed number"), TextField(), required=True)
    form.add("kind", translate("BedForm", "Kind"), SegmentField(BED_KINDS), required=True)
    form.add("mode", translate("BedForm", "Mode"), PickField(BED_MODES), required=True)
    form.add("external_code", translate("BedForm", "Outside code"), TextField(), help=_outside())
    form.add("insured", translate("BedForm", "Insured"), YesNoField())
    form.add("opened_on", translate("BedForm", "In service from"), DateField(), help=_since_ever())
    form.add("out_of_service", "", CheckField(translate("BedForm", "out of service")))
    return form


def admit_form(free_beds: Mapping[str, str]) -> DraftForm[StayDraft]:
    """Who moves into which bed, from when."""
    form = DraftForm(StayDraft)
    form.add("resident_id", translate("BedForm", "Resident"), ResidentField(), required=True)
    form.add("bed_id", translate("BedForm", "Bed"), PickField(free_beds), required=True)
    form.add("from_on", translate("BedForm", "From"), DateField(), required=True)
    form.fields["from_on"].set_value(clock.today())
    return form


def discharge_form() -> Form:
    """The day from which the bed is free, and why."""
    form = Form()
    form.add("to_on", translate("BedForm", "Leaves on"), DateField(), required=True)
    form.add("reason", translate("BedForm", "Reason"), TextField())
    form.fields["to_on"].set_value(clock.today())
    return form


def leave_form() -> Form:
    """First and last day of a leave, both inclusive; no last day while somebody is still away."""
    form = Form()
    reasons = {word: word for word in ("住院", "回家")}
    open_end = translate("BedForm", "empty while still away")
    form.add("leave_from", translate("BedForm", "First day"), DateField(), required=True)
    form.add("leave_to", translate("BedForm", "Last day"), DateField(), help=open_end)
    form.add("reason", translate("BedForm", "Reason"), PickField(reasons, free=True))
    form.fields["leave_from"].set_value(clock.today())
    return form


def return_form() -> Form:
    """The last day of a leave; whoever is back today was away until yesterday."""
    form = Form()
    back = translate("BedForm", "the day before they are back")
    form.add("leave_to", translate("BedForm", "Last day away"), DateField(), required=True, help=back)
    form.fields["leave_to"].set_value(clock.today() - dt.timedelta(days=1))
    return form


def close_form() -> Form:
    """The first day on which the bed is no longer there."""
    form = Form()
    gone = translate("BedForm", "the first day without it; for a time only, edit it and tick “out of service”")
    form.add("closed_on", translate("BedForm", "Closed from"), DateField(), required=True, help=gone)
    form.fields["closed_on"].set_value(clock.today())
    return form


def void_form() -> Form:
    """Why a stay is void, or a close taken back."""
    form = Form()
    form.add("reason", translate("BedForm", "Reason"), TextField(), required=True)
    return form


def _outside() -> str:
    return translate("BedForm", "the insurer's or another platform's number")


def _since_ever() -> str:
    return translate("BedForm", "empty: it was there before any record")
