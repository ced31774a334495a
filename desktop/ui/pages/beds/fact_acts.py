"""The boxes of what holds of a bed from a day on: what it is, insurance, days out of service, for whom it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.i18n import translate
from desktop.core.words.records import record_word
from desktop.services.beds import insurance, natures, outages, reserving
from desktop.services.beds.history import Entry
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.reserving import ReservationDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason

_VOID = {
    Thing.BED_NATURE: natures.void,
    Thing.BED_INSURANCE: insurance.void,
    Thing.BED_OUTAGE: outages.void,
    Thing.BED_RESERVATION: reserving.void,
}


def ask_nature(widget: QWidget, actor: Actor, bed_id: int, place: str, nature_id: int | None = None) -> SmallForm:
    """What a bed is from a day on; one on record is put right."""
    form = DraftForm(NatureDraft)
    at_first = translate("BedFacts", "empty: since before any record")
    form.add("from_on", translate("BedFacts", "From"), DateField(), help=at_first)
    form.add("kind", translate("BedForm", "Kind"), SegmentField(form.codes("kind")))
    form.add("mode", translate("BedForm", "Mode"), PickField(form.codes("mode")))
    form.add("bed_class", translate("BedForm", "Class"), PickField(form.codes("bed_class")))
    today = clock.today()
    if nature_id is None:
        now = natures.natures().on(bed_id, today)
        draft = NatureDraft(bed_id, today.isoformat(), now.kind, now.mode, now.bed_class)
    else:
        draft = natures.draft_of(nature_id)

    def save(given: NatureDraft) -> None:
        if nature_id is None:
            natures.record(actor, given)
        else:
            natures.change(actor, nature_id, given)

    return ask_for(
        widget,
        Act(
            translate("BedFacts", "What bed {bed} is from a day on").format(bed=place),
            translate("BedFacts", "Save"),
            Drafted(form, draft),
            save,
            Topic.BEDS,
            translate("BedFacts", "It holds from that day on; the days before stay as they were"),
            about=(bed_id, nature_id),
        ),
    )


def ask_insurance(
    widget: QWidget, actor: Actor, bed_ids: Sequence[int], place: str, insurance_id: int | None = None
) -> SmallForm:
    """The days on which one or more beds are insured; one on record is put right."""
    form = DraftForm(InsuranceDraft)
    form.add("from_on", translate("BedFacts", "First day"), DateField())
    form.add("to_on", translate("BedFacts", "Last day"), DateField())
    form.add("insurer", translate("BedFacts", "Insurer"), TextField())
    form.add("code", translate("BedFacts", "Insurer's code of the bed"), TextField())
    fresh = InsuranceDraft(from_on=clock.today().isoformat())
    draft = fresh if insurance_id is None else insurance.draft_of(insurance_id)

    def save(given: InsuranceDraft) -> None:
        if insurance_id is None:
            insurance.insure(actor, bed_ids, given)
        else:
            insurance.change(actor, insurance_id, given)

    return ask_for(
        widget,
        Act(
            translate("BedFacts", "Insurance of {bed}").format(bed=place),
            translate("BedFacts", "Save"),
            Drafted(form, draft),
            save,
            Topic.BEDS,
            translate("BedFacts", "The insurance is on record"),
            about=(*bed_ids, insurance_id),
        ),
    )


def ask_outage(widget: QWidget, actor: Actor, bed_id: int, place: str, outage_id: int | None = None) -> SmallForm:
    """Days on which a bed is out of service; one on record is put right."""
    form = DraftForm(OutageDraft)
    form.add("from_on", translate("BedFacts", "First day"), DateField())
    open_end = translate("BedFacts", "empty while nobody knows it")
    form.add("to_on", translate("BedFacts", "Last day"), DateField(), help=open_end)
    form.add("reason", translate("BedFacts", "Why"), TextField())
    fresh = OutageDraft(bed_id, clock.today().isoformat())
    draft = fresh if outage_id is None else outages.draft_of(outage_id)

    def save(given: OutageDraft) -> None:
        if outage_id is None:
            outages.record(actor, given)
        else:
            outages.change(actor, outage_id, given)

    return ask_for(
        widget,
        Act(
            translate("BedFacts", "Bed {bed} is out of service").format(bed=place),
            translate("BedFacts", "Save"),
            Drafted(form, draft),
            save,
            Topic.BEDS,
            translate("BedFacts", "The days are on record; nobody is admitted on them"),
            about=(bed_id, outage_id),
        ),
    )


def ask_reservation(widget: QWidget, actor: Actor, bed_id: int, place: str, kept_id: int | None = None) -> SmallForm:
    """For whom a bed is kept, and on which days; one on record is put right."""
    form = DraftForm(ReservationDraft)
    form.add("resident_id", translate("BedFacts", "Resident"), ResidentField())
    unknown = translate("BedFacts", "of somebody who is not on record yet")
    form.add("name", translate("BedFacts", "Or a name"), TextField(), help=unknown)
    form.add("from_on", translate("BedFacts", "First day"), DateField())
    open_end = translate("BedFacts", "empty while nobody knows it")
    form.add("to_on", translate("BedFacts", "Last day"), DateField(), help=open_end)
    form.add("remark", translate("BedFacts", "Remark"), TextField())
    fresh = ReservationDraft(bed_id, from_on=clock.today().isoformat())
    draft = fresh if kept_id is None else reserving.draft_of(kept_id)

    def save(given: ReservationDraft) -> None:
        if kept_id is None:
            reserving.reserve(actor, given)
        else:
            reserving.change(actor, kept_id, given)

    return ask_for(
        widget,
        Act(
            translate("BedFacts", "Bed {bed} is kept for somebody").format(bed=place),
            translate("BedFacts", "Save"),
            Drafted(form, draft),
            save,
            Topic.BEDS,
            translate("BedFacts", "The bed is kept; nobody else is admitted in that time"),
            about=(bed_id, kept_id),
        ),
    )


def ask_release(widget: QWidget, actor: Actor, kept_id: int, place: str, whose: str) -> SmallForm:
    """Whether a bed is kept for somebody no longer."""
    words = translate("BedFacts", "Bed {bed} is kept for {name} no longer, from today on?")
    return ask_for(
        widget,
        Act(
            words.format(bed=place, name=whose),
            translate("BedFacts", "End the reservation"),
            Texts(),
            lambda _given: reserving.release(actor, kept_id),
            Topic.BEDS,
            translate("BedFacts", "Bed {bed} is free again").format(bed=place),
            about=kept_id,
        ),
    )


def ask_right(widget: QWidget, actor: Actor, bed_id: int, one: Entry) -> SmallForm | None:
    """Put a record of a bed right; None for one that is put right elsewhere."""
    if one.thing == Thing.BED_NATURE:
        return ask_nature(widget, actor, bed_id, one.place, one.id)
    if one.thing == Thing.BED_INSURANCE:
        return ask_insurance(widget, actor, [bed_id], one.place, one.id)
    if one.thing == Thing.BED_OUTAGE:
        return ask_outage(widget, actor, bed_id, one.place, one.id)
    return ask_reservation(widget, actor, bed_id, one.place, one.id) if one.thing == Thing.BED_RESERVATION else None


def ask_void(widget: QWidget, actor: Actor, one: Entry) -> SmallForm | None:
    """Why a record of a bed is void; None for one that is voided elsewhere."""
    void = _VOID.get(Thing(one.thing))
    if void is None:
        return None
    words = translate("BedFacts", "Void this record of bed {bed}: {kind}?")
    return ask_for(
        widget,
        Act(
            words.format(bed=one.place, kind=record_word(one.thing)),
            translate("BedFacts", "Void"),
            Texts(reason()),
            lambda given: void(actor, one.id, given["reason"]),
            Topic.BEDS,
            translate("BedFacts", "It is void"),
            about=(one.thing, one.id),
        ),
    )
