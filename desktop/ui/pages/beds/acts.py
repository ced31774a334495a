"""What is done with a bed and whoever lies in it, each as the box that asks for it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import translate
from desktop.services.beds import in_service, leaves, moving, stays
from desktop.services.beds.leaves import LeaveDraft, LeaveRow
from desktop.services.beds.places import BedRow
from desktop.services.beds.stays import StayDraft
from desktop.services.closing import staging
from desktop.services.register import listing as residents
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Drafted, Texts, reason
from desktop.ui.pages.beds import forms

TypedAct = Act[dict[str, str], object]


def admit(actor: Actor, form: Drafted[StayDraft], places: Mapping[str, str]) -> Act[StayDraft, int]:
    """Who moves in, when and where; ``places`` are the beds offered."""

    def chosen() -> str:
        return str(form.form.fields["bed_id"].value())

    def call(draft: StayDraft) -> int:
        draft.bed_id = _bed_id(chosen())
        return stays.admit(actor, draft)

    def admitted(draft: StayDraft) -> str:
        name = residents.name_of(draft.resident_id)
        return translate("Beds", "{name} is admitted: {bed}").format(name=name, bed=places.get(chosen(), ""))

    return Act(
        translate("Beds", "Admit somebody"),
        translate("Beds", "Admit"),
        form,
        call,
        Topic.BEDS,
        admitted,
        closed=lambda draft: staging.adding("stay", draft),
    )


def move(actor: Actor, row: BedRow, stay: int, places: Mapping[str, str]) -> TypedAct:
    """Into which of the free beds somebody moves, and from when."""
    words = translate("Beds", "{name} moves out of bed {bed} into another one")
    done = translate("Beds", "{name} has moved: {bed}")
    return Act(
        words.format(name=row.resident, bed=row.place),
        translate("Beds", "Move"),
        forms.move_fields(places),
        lambda typed: moving.move(actor, stay, _bed_id(typed["bed_id"]), typed["from_on"]),
        Topic.BEDS,
        lambda typed: done.format(name=row.resident, bed=places.get(typed["bed_id"], "")),
    )


def discharge(actor: Actor, row: BedRow, stay: int) -> TypedAct:
    """From when on the bed is free, and why."""
    done = translate("Beds", "{name} is discharged; bed {bed} is free")
    return Act(
        translate("Beds", "{name} leaves bed {bed}").format(name=row.resident, bed=row.place),
        translate("Beds", "Discharge"),
        forms.discharge_fields(),
        lambda typed: stays.discharge(actor, stay, typed["to_on"], typed["reason"]),
        Topic.BEDS,
        done.format(name=row.resident, bed=row.place),
        closed=lambda typed: staging.with_fields(
            "stay", stay, {"to_on": typed["to_on"], "end_reason": typed["reason"]}
        ),
    )


def leave(actor: Actor, row: BedRow, stay: int) -> TypedAct:
    """The days of a leave, which keeps the bed."""
    done = translate("Beds", "Leave of {name} recorded; bed {bed} is kept")
    return Act(
        translate("Beds", "{name} is away from bed {bed}").format(name=row.resident, bed=row.place),
        translate("Beds", "Record the leave"),
        forms.leave_fields(),
        lambda typed: stays.add_leave(
            actor, stay, typed["leave_from"], typed["leave_to"], typed["reason"], typed["kind"]
        ),
        Topic.BEDS,
        done.format(name=row.resident, bed=row.place),
        closed=lambda typed: staging.adding(
            "leave", LeaveDraft(stay, typed["leave_from"], typed["leave_to"], typed["reason"], typed["kind"])
        ),
    )


def end_leave(actor: Actor, row: BedRow, stay: int) -> TypedAct:
    """The last day of the leave that is running."""
    return Act(
        translate("Beds", "{name} is back in bed {bed}").format(name=row.resident, bed=row.place),
        translate("Beds", "End the leave"),
        forms.return_fields(),
        lambda typed: stays.end_leave(actor, stay, typed["leave_to"]),
        Topic.BEDS,
        translate("Beds", "The leave of {name} has ended").format(name=row.resident),
    )


def void_stay(actor: Actor, row: BedRow, stay: int) -> TypedAct:
    """Why a stay that was recorded by mistake is void."""
    words = translate("Beds", "Why is the stay of {name} in bed {bed} void?")
    done = translate("Beds", "Stay of {name} voided; bed {bed} is free")
    return Act(
        words.format(name=row.resident, bed=row.place),
        translate("Beds", "Void the stay"),
        Texts(reason()),
        lambda typed: stays.void_stay(actor, stay, typed["reason"]),
        Topic.BEDS,
        done.format(name=row.resident, bed=row.place),
        closed=lambda typed: staging.voiding("stay", stay, typed["reason"]),
    )


def change_leave(actor: Actor, row: BedRow, known: Mapping[str, LeaveRow]) -> TypedAct:
    """Which leave of the bed has other days, and which."""
    return Act(
        translate("Beds", "Leaves from bed {bed}: put one right").format(bed=row.place),
        translate("Beds", "Put the leave right"),
        forms.changed_leave_fields(known),
        lambda typed: leaves.change(
            actor, known[typed["leave"]].id, typed["leave_from"], typed["leave_to"], typed["reason"], typed["kind"]
        ),
        Topic.BEDS,
        lambda typed: translate("Beds", "The leave of {name} is put right").format(name=known[typed["leave"]].resident),
        closed=lambda typed: staging.with_fields(
            "leave",
            known[typed["leave"]].id,
            {
                "leave_from": typed["leave_from"],
                "leave_to": typed["leave_to"],
                "leave_reason": typed["reason"],
                "leave_kind": typed["kind"],
            },
        ),
    )


def void_leave(actor: Actor, row: BedRow, known: Mapping[str, LeaveRow]) -> TypedAct:
    """Which leave was recorded by mistake, and why it is void."""
    return Act(
        translate("Beds", "Leaves from bed {bed}: void one").format(bed=row.place),
        translate("Beds", "Void the leave"),
        forms.void_leave_fields(known),
        lambda typed: leaves.void(actor, known[typed["leave"]].id, typed["reason"]),
        Topic.BEDS,
        lambda typed: translate("Beds", "The leave of {name} is void").format(name=known[typed["leave"]].resident),
        closed=lambda typed: staging.voiding("leave", known[typed["leave"]].id, typed["reason"]),
    )


def close_bed(actor: Actor, row: BedRow) -> TypedAct:
    """From when on the bed is no longer there."""
    return Act(
        translate("Beds", "Bed {bed} is taken out of the house").format(bed=row.place),
        translate("Beds", "Close the bed"),
        forms.close_fields(),
        lambda typed: in_service.close(actor, row.id, typed["closed_on"]),
        Topic.BEDS,
        translate("Beds", "Bed {bed} is closed").format(bed=row.place),
    )


def take_back_close(actor: Actor, row: BedRow) -> TypedAct:
    """Why a bed that was closed by mistake is there after all."""
    return Act(
        translate("Beds", "Why was bed {bed} closed by mistake?").format(bed=row.place),
        translate("Beds", "Take the close back"),
        Texts(reason()),
        lambda typed: in_service.take_back_close(actor, row.id, typed["reason"]),
        Topic.BEDS,
        translate("Beds", "The bed is there again, as if it had never been closed"),
    )


def _bed_id(code: str) -> int | None:
    return int(code) if code.isdigit() else None
