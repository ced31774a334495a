"""``bed``: beds and what holds of them from a day on: kind, insurance, days out of service, for whom one is kept."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_argument, typed_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.core.words.beds import BED_CLASSES, INSURED, entry_words, label_words
from desktop.core.words.records import record_word
from desktop.models import query
from desktop.services.beds import board, history, in_service, insurance, lacking, natures, outages, reserving
from desktop.services.beds import places as beds
from desktop.services.beds.board import BoardBed
from desktop.services.beds.history import Entry
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.lacking import Lacking
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.places import BedDraft, BedQuery
from desktop.services.beds.reserving import ReservationDraft
from desktop.services.writing.journal import id_of

_VOID = {
    "nature": (Thing.BED_NATURE, natures.void),
    "insurance": (Thing.BED_INSURANCE, insurance.void),
    "outage": (Thing.BED_OUTAGE, outages.void),
    "reservation": (Thing.BED_RESERVATION, reserving.void),
}


_LACKS: Mapping[str, Callable[[Lacking], bool]] = {
    "label": lambda one: one.label,
    "insurance": lambda one: one.insurance,
}


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "bed", translate("Cli", "beds and what holds of them from a day on"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = add_command(verbs, "list", translate("Cli", "the house on a day: every bed with its state"))
    listed.add_argument("--day", default="", metavar="DATE")
    listed.add_argument("--pdf", type=Path, metavar="FILE", help=translate("Cli", "the same as a picture on paper"))
    listed.set_defaults(run=run_list)
    made = add_command(verbs, "open", translate("Cli", "a new bed"))
    for name, needed in (("building", False), ("floor", False), ("room", True), ("number", True)):
        made.add_argument(f"--{name}", required=needed, default="", metavar="TEXT")
    _natures(made)
    made.add_argument("--from", dest="first", default="", metavar="DATE")
    made.set_defaults(run=run_open)
    closed = _of_bed(verbs, "close", translate("Cli", "the first day on which a bed is no longer there"))
    closed.add_argument("day", metavar="DATE")
    closed.set_defaults(run=run_close)
    _register_facts(verbs)


def _register_facts(verbs: Commands) -> None:
    changed = _of_bed(verbs, "change", translate("Cli", "another kind, mode or class of a bed from a day on"))
    _natures(changed)
    changed.add_argument("--from", dest="first", required=True, metavar="DATE")
    changed.set_defaults(run=run_change)
    insured = add_command(verbs, "insure", translate("Cli", "the days on which beds are insured"))
    insured.add_argument("beds", nargs="+", metavar="BED")
    _span(insured, ends=True)
    insured.add_argument("--insurer", default="", metavar="TEXT")
    insured.add_argument("--code", default="", metavar="TEXT")
    insured.set_defaults(run=run_insure)
    out_of = _of_bed(verbs, "out", translate("Cli", "days on which a bed is out of service"))
    _span(out_of)
    out_of.add_argument("--reason", default="", metavar="TEXT")
    out_of.set_defaults(run=run_out)
    kept = _of_bed(verbs, "reserve", translate("Cli", "keep a bed for somebody"))
    kept.add_argument("who", metavar="WHO", help=translate("Cli", "somebody on record, or a name that is not"))
    _span(kept)
    kept.set_defaults(run=run_reserve)
    freed = _of_bed(verbs, "release", translate("Cli", "a bed is kept for nobody any more, from today on"))
    freed.set_defaults(run=run_release)
    _register_told(verbs)


def _register_told(verbs: Commands) -> None:
    told = _of_bed(verbs, "history", translate("Cli", "everything that is on record of a bed"))
    told.set_defaults(run=run_history)
    missing = add_command(verbs, "missing", translate("Cli", "beds without a printed label, or not insured on a day"))
    missing.add_argument("--day", default="", metavar="DATE")
    missing.add_argument("--only", choices=_LACKS, metavar="|".join(_LACKS))
    missing.set_defaults(run=run_missing)
    labelled = add_command(verbs, "labelled", translate("Cli", "beds that bear their label from before it was noted"))
    labelled.add_argument("beds", nargs="+", metavar="BED")
    labelled.set_defaults(run=run_labelled)
    lived = add_command(verbs, "person", translate("Cli", "the beds, leaves and reservations of a person"))
    lived.add_argument("who", metavar="WHO")
    lived.set_defaults(run=run_person)
    voided = add_command(verbs, "void", translate("Cli", "make one of these records void, with the reason"))
    voided.add_argument("kind", choices=tuple(_VOID))
    voided.add_argument("uid", metavar="UID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)


def _of_bed(verbs: Commands, name: str, words: str) -> argparse.ArgumentParser:
    parser = add_command(verbs, name, words)
    parser.add_argument("bed", metavar="BED", help=translate("Cli", "its label, uid or place, such as 304-2"))
    return parser


def _natures(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", type=code_argument(terms.BED_KINDS))
    parser.add_argument("--mode", type=code_argument(terms.BED_MODES))
    parser.add_argument("--class", dest="bed_class", type=code_argument(BED_CLASSES))


def _span(parser: argparse.ArgumentParser, ends: bool = False) -> None:
    parser.add_argument("--from", dest="first", required=True, metavar="DATE")
    parser.add_argument("--to", dest="last", required=ends, default="", metavar="DATE")


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the house on a day, with ``--pdf`` on paper too."""
    missing: tuple[str, ...] = ()
    with opened(args), out.progress() as progress:
        found = board.board(typed_day(args.day, "day"))
        if args.pdf is not None:
            # Printing loads slowly and most commands never print.
            from desktop.reports.bed_board import render_board

            make_folder(args.pdf.parent)
            missing = render_board(found, args.pdf, printed_on=clock.today(), progress=progress).missing
    told = {"day": found.day.isoformat(), "beds": [_bed(one) for one in found.beds]}
    told |= {"pdf": str(args.pdf)} if args.pdf is not None else {}
    out.show(told, [_line(one) for one in found.beds])
    if missing:
        out.complain(missing_sentence(args.pdf.name, missing))
    return NEEDS_A_PERSON if missing else DONE


def run_open(args: argparse.Namespace, out: Output) -> int:
    """Record a new bed; without a day it is there from today on, so that no month before has one bed more."""
    draft = BedDraft(building=args.building, floor=args.floor, room=args.room, number=args.number)
    draft.kind, draft.mode, draft.bed_class = args.kind or draft.kind, args.mode or draft.mode, args.bed_class or ""
    draft.opened_on = args.first or clock.today()
    with opened(args) as actor:
        uid = _uid(Thing.BED, beds.save(actor, draft))
    return _told(out, uid, translate("Cli", "The bed is on record: {uid}"))


def run_close(args: argparse.Namespace, out: Output) -> int:
    """Take a bed out of the house."""
    with opened(args) as actor:
        bed = bed_of(args.bed)
        in_service.close(actor, bed, args.day)
        uid = _uid(Thing.BED, bed)
    return _told(out, uid, translate("Cli", "The bed is closed: {uid}"))


def run_change(args: argparse.Namespace, out: Output) -> int:
    """Record what a bed is from a day on; what is not named is as it was on that day."""
    with opened(args) as actor:
        bed, day = bed_of(args.bed), typed_day(args.first, "day")
        now = natures.natures().on(bed, day)
        said = (args.kind or now.kind, args.mode or now.mode, args.bed_class or now.bed_class)
        natures.record(actor, NatureDraft(bed, day, *said))
        uid = _uid(Thing.BED, bed)
    return _told(out, uid, translate("Cli", "It holds from that day on: {uid}"))


def run_insure(args: argparse.Namespace, out: Output) -> int:
    """Record one policy for one or more beds."""
    with opened(args) as actor:
        wanted = [bed_of(one) for one in args.beds]
        insurance.insure(actor, wanted, InsuranceDraft(args.first, args.last, args.insurer, args.code))
        uids = [_uid(Thing.BED, one) for one in wanted]
    out.show({"uids": uids}, [translate("Cli", "Insured: {count} beds").format(count=len(uids))])
    return DONE


def run_out(args: argparse.Namespace, out: Output) -> int:
    """Record days out of service."""
    with opened(args) as actor:
        made = outages.record(actor, OutageDraft(bed_of(args.bed), args.first, args.last, args.reason))
        uid = _uid(Thing.BED_OUTAGE, made)
    return _told(out, uid, translate("Cli", "Out of service in these days: {uid}"))


def run_reserve(args: argparse.Namespace, out: Output) -> int:
    """Keep a bed for somebody on record, or for a name."""
    with opened(args) as actor:
        draft = ReservationDraft(bed_of(args.bed), from_on=args.first, to_on=args.last)
        try:
            draft.resident_id = person_of(args.who)
        except InvalidDraft as nobody:
            if nobody.fields[0].reason != Reason.UNKNOWN_PERSON:
                raise
            draft.name = args.who
        uid = _uid(Thing.BED_RESERVATION, reserving.reserve(actor, draft))
    return _told(out, uid, translate("Cli", "The bed is kept: {uid}"))


def run_release(args: argparse.Namespace, out: Output) -> int:
    """Keep a bed no longer: the reservation of today, else the next one."""
    with opened(args) as actor:
        kept = reserving.kept_next(bed_of(args.bed), clock.today())
        uid = _uid(Thing.BED_RESERVATION, kept)
        reserving.release(actor, kept)
    return _told(out, uid, translate("Cli", "The bed is kept for nobody any more: {uid}"))


def run_history(args: argparse.Namespace, out: Output) -> int:
    """Print everything of a bed, the newest first."""
    with opened(args):
        found = history.of_bed(bed_of(args.bed))
    return _entries(out, found)


def run_missing(args: argparse.Namespace, out: Output) -> int:
    """Print the beds that lack a label or an insurance; a person has to see to any."""
    day = typed_day(args.day, "day")
    with opened(args):
        every = lacking.lacking(day)
    found = [one for one in every if args.only is None or _LACKS[args.only](one)]
    out.show({"day": day.isoformat(), "beds": [_lacking(one) for one in found]}, [_lacking_line(one) for one in found])
    return NEEDS_A_PERSON if found else DONE


def run_labelled(args: argparse.Namespace, out: Output) -> int:
    """Note of beds that their label is there."""
    with opened(args) as actor:
        wanted = [bed_of(one) for one in args.beds]
        lacking.are_labelled(actor, wanted)
        uids = [_uid(Thing.BED, one) for one in wanted]
    out.show({"uids": uids}, [translate("Cli", "Labelled: {count} beds").format(count=len(uids))])
    return DONE


def run_person(args: argparse.Namespace, out: Output) -> int:
    """Print the beds of a person, the newest first."""
    with opened(args):
        found = history.of_person(person_of(args.who))
    return _entries(out, found)


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make a record of a bed void."""
    thing, void = _VOID[args.kind]
    with opened(args) as actor:
        void(actor, id_of(thing, args.uid), args.reason)
    return _told(out, args.uid, translate("Cli", "{uid} is void."))


def bed_of(text: str) -> int:
    """The one bed that a label, a uid or a place means; InvalidDraft for none or several."""
    found = query.ids("SELECT id FROM living_bed WHERE uid = ?", [text]) or beds.find_ids(BedQuery(text=text))
    named = [row.id for row in beds.rows(found) if text.strip() in (row.place, f"{row.room}-{row.number}")]
    wanted = named if len(named) == 1 else found
    if len(wanted) != 1:
        raise InvalidDraft([FieldError("bed_id", Reason.UNKNOWN_BED, text)])
    return wanted[0]


def _entries(out: Output, found: list[Entry]) -> int:
    lines = [
        "  ".join(
            part
            for part in (
                one.uid,
                record_word(one.thing),
                f"{one.first or ''} — {one.last or ''}".strip(),
                one.place,
                one.person,
                entry_words(one.thing, one.words),
            )
            if part
        )
        for one in found
    ]
    out.show({"entries": [_entry(one) for one in found]}, lines)
    return DONE


def _told(out: Output, uid: str, words: str) -> int:
    out.show({"uid": uid}, [words.format(uid=uid)])
    return DONE


def _uid(thing: Thing, row_id: int) -> str:
    return query.text(f"SELECT uid FROM living_{thing} WHERE id = ?", [row_id])


def _bed(one: BoardBed) -> dict[str, object]:
    return {
        "uid": one.uid,
        "bed": one.place,
        "floor": one.floor or None,
        "code": one.code or None,
        "kind": one.kind,
        "mode": one.mode,
        "class": one.bed_class or None,
        "state": str(one.state),
        "on_leave": one.on_leave,
        "resident_id": one.resident_id,
        "resident": one.resident or None,
        "grade": one.grade or None,
        "since": day_text(one.since),
        "until": day_text(one.until),
        "words": one.words or None,
        "insured": str(one.cover.state),
        "insured_until": day_text(one.cover.until),
        "insurer_code": one.cover.code or None,
    }


def _lacking(one: Lacking) -> dict[str, object]:
    return {
        "uid": one.bed.uid,
        "bed": one.bed.place,
        "floor": one.bed.floor or None,
        "code": one.bed.code or None,
        "label": not one.label,
        "printed": day_text(one.printed.on),
        "printed_before_replaced": day_text(one.printed.earlier),
        "insured": str(one.bed.cover.state),
        "insured_until": day_text(one.bed.cover.until),
    }


def _lacking_line(one: Lacking) -> str:
    return "  ".join((one.bed.place, label_words(*one.printed), INSURED.shown[one.bed.cover.state]))


def _line(one: BoardBed) -> str:
    state = translate("Beds", "on leave") if one.on_leave else terms.BED_STATES.shown[one.state]
    kind = f"{terms.BED_KINDS.shown[one.kind]} {terms.BED_MODES.shown[one.mode]}"
    grade = terms.GRADES.shown.get(one.grade, "")
    parts = (one.place, state, kind, one.resident, grade, one.words, INSURED.shown[one.cover.state])
    return "  ".join(part for part in parts if part)


def _entry(one: Entry) -> dict[str, object]:
    return {
        "uid": one.uid,
        "kind": one.thing,
        "bed": one.place,
        "from": day_text(one.first),
        "to": day_text(one.last),
        "person": one.person or None,
        "words": [word for word in one.words if word],
    }
