"""``stay contract``: contracts of stays, and whose contract somebody has to see to, at home as in the house."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, code_argument, day_of, put_named, words_of
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.words.staying import CAPACITIES, CONTRACT_KINDS, CONTRACT_STATES
from desktop.services.beds import contracts, pictures
from desktop.services.beds.contracts import ContractDraft, ContractRow
from desktop.services.contracts import due
from desktop.services.contracts.due import ContractLine
from desktop.services.register.called import called
from desktop.services.writing import rules
from desktop.services.writing.going_out import KEPT, leaving
from desktop.services.writing.journal import id_of


def register(verbs: Commands) -> None:
    """Add it to the verbs of ``stay``."""
    parser = add_command(verbs, "contract", translate("Cli", "contracts of stays: who signed, from when to when"))
    steps = parser.add_subparsers(dest="step", metavar="STEP", required=True)
    made = add_command(steps, "add", translate("Cli", "put a contract on record"))
    made.add_argument("who", metavar="WHO")
    made.add_argument("--from", dest="first", required=True, metavar="DATE")
    for name in ("--to", "--number", "--remark"):
        made.add_argument(name, default="", metavar="DATE" if name == "--to" else "TEXT")
    _add_signer(made, "")
    made.add_argument("--picture", type=Path, metavar="FILE")
    made.set_defaults(run=run_add)
    changed = add_command(steps, "change", translate("Cli", "put a contract right; what is not given stays"))
    changed.add_argument("uid", metavar="UID")
    for name, metavar in (("--from", "DATE"), ("--to", "DATE"), ("--number", "TEXT"), ("--remark", "TEXT")):
        changed.add_argument(name, dest=name.strip("-").replace("from", "first"), metavar=metavar)
    _add_signer(changed, None)
    changed.set_defaults(run=run_change)
    shown = add_command(steps, "list", translate("Cli", "the contracts of somebody, the newest first"))
    shown.add_argument("who", metavar="WHO")
    shown.set_defaults(run=run_list)
    missing = add_command(steps, "missing", translate("Cli", "who lies in a bed without a contract that holds"))
    missing.set_defaults(run=run_missing)
    asked = add_command(
        steps, "due", translate("Cli", "no contract, expired, or ending soon: stays and care beds at home")
    )
    asked.add_argument("--day", default="", metavar="DATE")
    asked.add_argument("--all", action="store_true", help=translate("Cli", "those that hold too"))
    asked.set_defaults(run=run_due, parser=asked)
    picture = add_command(steps, "picture", translate("Cli", "keep the picture of a contract, or write it to a file"))
    picture.add_argument("uid", metavar="UID")
    way = picture.add_mutually_exclusive_group(required=True)
    way.add_argument("file", nargs="?", type=Path, metavar="FILE")
    way.add_argument("--out", type=Path, metavar="FILE")
    picture.set_defaults(run=run_picture)
    void = add_command(steps, "void", translate("Cli", "a contract that was recorded by mistake"))
    void.add_argument("uid", metavar="UID")
    void.add_argument("--reason", required=True, metavar="TEXT")
    void.set_defaults(run=run_void)


def _add_signer(parser: argparse.ArgumentParser, absent: str | None) -> None:
    parser.add_argument(
        "--signed-by",
        default=absent,
        metavar="NAME",
        help=translate("Cli", "an emergency contact of the resident"),
    )
    parser.add_argument("--as", dest="capacity", type=code_argument(CAPACITIES), metavar=words_of(CAPACITIES))


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Put a contract on record, with its picture where there is one."""
    with opened(args) as actor:
        who = called(args.who)
        signer = contracts.signer_named(who, args.signed_by) if args.signed_by else None
        draft = ContractDraft(who, args.number, args.first, args.to, signer, args.capacity or "", args.remark)
        made = contracts.add(actor, draft)
        if args.picture is not None:
            pictures.keep(actor, made, args.picture)
        found = contracts.contract(made)
    return _told(found, out)


def run_change(args: argparse.Namespace, out: Output) -> int:
    """Give a contract on record what was named."""
    with opened(args) as actor:
        one = id_of(Thing.STAY_CONTRACT, args.uid)
        draft = contracts.draft_of(one)
        named = {"from_on": args.first, "to_on": args.to, "number": args.number}
        put_named(draft, {**named, "remark": args.remark, "capacity": args.capacity})
        if args.signed_by is not None:
            assert draft.resident_id is not None
            draft.contact_id = contracts.signer_named(draft.resident_id, args.signed_by) if args.signed_by else None
            draft.capacity = draft.capacity if args.signed_by else ""
        contracts.correct(actor, one, draft)
        found = contracts.contract(one)
    return _told(found, out)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the contracts of somebody."""
    with opened(args):
        found = contracts.of_resident(called(args.who))
    out.show({"contracts": [*map(_contract, found)]}, [*map(_line, found)])
    return DONE


def run_missing(args: argparse.Namespace, out: Output) -> int:
    """Print who lies in a bed without a contract; a person has to see to any."""
    with opened(args):
        found = contracts.without(clock.today())
    out.show({"missing": [{"resident_id": one, "name": name} for one, name in found]}, [name for _one, name in found])
    return NEEDS_A_PERSON if found else DONE


def run_due(args: argparse.Namespace, out: Output) -> int:
    """Print whose contract somebody has to see to on a day; 3 with any."""
    day = day_of(args)
    with opened(args):
        every, within = due.lines(day), rules.contract_days(day)
    found = [one for one in every if args.all or one.asked]
    told = {"day": day.isoformat(), "within": within, "contracts": [*map(_due, found)]}
    out.show(told, [*map(_due_line, found), translate("Cli", "{count} found").format(count=len(found))])
    return NEEDS_A_PERSON if any(one.asked for one in every) else DONE


def run_picture(args: argparse.Namespace, out: Output) -> int:
    """Keep a file as the picture of a contract, or write the kept one to a file."""
    with opened(args) as actor:
        one = id_of(Thing.STAY_CONTRACT, args.uid)
        if args.file is not None:
            pictures.keep(actor, one, args.file)
        else:
            _path, content = pictures.read(actor, one)
            write_kept(args.out, content)
        found = contracts.contract(one)
    return _told(found, out)


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make a contract void."""
    with opened(args) as actor:
        contracts.void(actor, id_of(Thing.STAY_CONTRACT, args.uid), args.reason)
    out.show({"uid": args.uid}, [translate("Cli", "The contract is void.")])
    return DONE


def write_kept(path: Path, content: bytes) -> None:
    """Write what was kept to a file of its own."""
    make_folder(path.parent)
    with leaving(path, KEPT) as beside:
        beside.write_bytes(content)


def _told(found: ContractRow, out: Output) -> int:
    out.show(_contract(found), [_line(found)])
    return DONE


def _contract(one: ContractRow) -> dict[str, object]:
    return {
        "uid": one.uid,
        "number": one.number,
        "from": day_text(one.from_on),
        "to": day_text(one.to_on),
        "signed_by": one.signed_by,
        "as": one.capacity,
        "remark": one.remark,
        "picture": bool(one.photo),
    }


def _line(one: ContractRow) -> str:
    signed = f"{one.signed_by} {CAPACITIES.shown[one.capacity]}" if one.signed_by else ""
    return "  ".join(part for part in (one.number, f"{one.from_on} – {one.to_on or ''}".strip(), signed) if part)


def _due(one: ContractLine) -> dict[str, object]:
    return {
        "kind": one.kind,
        "state": one.state,
        "resident_id": one.resident_id,
        "name": one.name,
        "place": one.place or None,
        "uid": one.uid or None,
        "number": one.number or None,
        "from": day_text(one.from_on),
        "until": day_text(one.until),
        "signed_by": one.signed_by or None,
        "as": one.capacity or None,
        "picture": one.picture,
    }


def _due_line(one: ContractLine) -> str:
    days = f"{one.from_on} – {one.until or ''}".strip() if one.from_on else ""
    kind, state = CONTRACT_KINDS.shown[one.kind], CONTRACT_STATES.shown[one.state]
    return "  ".join(part for part in (state, kind, one.place, one.name, one.number, days, one.signed_by) if part)
