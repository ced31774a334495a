"""``privacy``: a person's right to a copy, and what was on a lost computer or stick."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.cli import consent
from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, read_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.words.privacy import PERSONAL_KINDS
from desktop.core.words.records import record_word
from desktop.core.words.terms import REGISTER_STATES
from desktop.services.privacy import erasing, incident, personal_copy, retention
from desktop.services.privacy.erasing import Certificate
from desktop.services.privacy.retention import Retained


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "privacy", translate("Cli", "a person's right, and what a lost computer held"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    copied = add_command(verbs, "copy", translate("Cli", "a copy of everything about one person, PDF, JSON and files"))
    copied.add_argument("who", metavar="WHO")
    copied.add_argument("--for", dest="given_for", required=True, metavar="TEXT")
    copied.add_argument("--out", type=Path, required=True, metavar="DIR")
    copied.set_defaults(run=run_copy)
    kept = add_command(verbs, "retention", translate("Cli", "who left longer ago than records are kept"))
    kept.add_argument("--years", type=int, metavar="N", help=translate("Cli", "instead of the number that is kept"))
    kept.add_argument("--keep-years", default="", metavar="N", help=translate("Cli", "keep another number"))
    kept.set_defaults(run=run_retention)
    erased = add_command(verbs, "erase", translate("Cli", "delete the data of somebody who left, with a certificate"))
    erased.add_argument("who", metavar="WHO")
    erased.add_argument("--basis", required=True, metavar="TEXT")
    erased.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    erased.set_defaults(run=run_erase)
    proofs = add_command(verbs, "certificates", translate("Cli", "the certificates of all deletions"))
    proofs.add_argument("--number", default="", metavar="TEXT")
    proofs.add_argument("--pdf", type=Path, metavar="FILE")
    proofs.set_defaults(run=run_certificates)
    consent.register(verbs)
    lost = add_command(verbs, "incident", translate("Cli", "what was on a lost computer or stick, by count and kind"))
    lost.add_argument("--lost", choices=tuple(map(str, incident.Lost)), required=True)
    lost.add_argument("--as-of", default="", metavar="DATE")
    lost.add_argument("--words", required=True, metavar="TEXT")
    lost.add_argument("--pdf", type=Path, metavar="FILE")
    lost.set_defaults(run=run_incident, parser=lost)


def run_copy(args: argparse.Namespace, out: Output) -> int:
    """Write the copy into a folder."""
    from desktop.reports.forms.personal_copy import write_copy

    with opened(args) as actor, out.progress() as progress:
        copy = personal_copy.make(actor, person_of(args.who), args.given_for)
        done = write_copy(copy, make_folder(args.out), printed_on=clock.today(), progress=progress)
    payload = {
        "name": copy.name,
        "folder": str(args.out),
        "pages": done.pages,
        "records": {table: len(rows) for table, rows in copy.records.items()},
        "files": [one.name for one in copy.files],
        "seen": copy.seen,
    }
    words = translate("Cli", "Everything about {name} is in {folder}.").format(name=copy.name, folder=args.out)
    out.show(payload, [words])
    return NEEDS_A_PERSON if done.missing else DONE


def run_retention(args: argparse.Namespace, out: Output) -> int:
    """List who is due, by the number of years that is kept or another one."""
    with opened(args) as actor:
        if args.keep_years:
            retention.choose(actor, args.keep_years)
        years = args.years if args.years is not None else retention.years()
        found = retention.listed(actor, years)
        people = [_retained(one) for one in found]
    lines = [f"{one.name}  {one.since}  {REGISTER_STATES.shown[one.state]}" for one in found]
    out.show({"years": years, "people": people}, [*lines, translate("Cli", "{count} found").format(count=len(found))])
    return DONE


def run_erase(args: argparse.Namespace, out: Output) -> int:
    """Delete, and write the certificate."""
    make_folder(args.pdf.parent)
    with opened(args) as actor:
        certificate = erasing.erase(actor, person_of(args.who), args.basis)
        missing = _certificate_on_paper(certificate, args.pdf)
    words = translate("Cli", "Deleted. The certificate is {file}.").format(file=args.pdf)
    out.show({**asdict(certificate), "pdf": str(args.pdf)}, [words])
    return NEEDS_A_PERSON if missing else DONE


def run_certificates(args: argparse.Namespace, out: Output) -> int:
    """List the certificates; with a number one of them, on paper too."""
    with opened(args) as actor:
        found = [one for one in erasing.certificates(actor) if args.number in ("", one.number)]
        if args.number and not found:
            raise NotFound(Thing.RESIDENT, args.number)
        if args.pdf is not None and found:
            make_folder(args.pdf.parent)
            _certificate_on_paper(found[-1], args.pdf)
    lines = [f"{one.number}  {one.erased_at[:10]}  {one.erased_by}" for one in found]
    out.show({"certificates": [asdict(one) for one in found]}, lines)
    return DONE


def _certificate_on_paper(certificate: Certificate, path: Path) -> tuple[str, ...]:
    from desktop.reports.forms.erasure_certificate import report_of
    from desktop.reports.paper.page import write_pdf

    return write_pdf(report_of(certificate), path, clock.today()).missing


def _retained(one: Retained) -> dict[str, object]:
    return {
        "resident_id": one.id,
        "name": one.name,
        "state": one.state,
        "since": one.since.isoformat(),
        "due_on": one.due_on.isoformat(),
        "why_not": [str(why) for why in erasing.why_not(one.id)],
    }


def run_incident(args: argparse.Namespace, out: Output) -> int:
    """Count what was on it."""
    day = read_day(args.as_of, args.parser) if args.as_of else None
    missing: tuple[str, ...] = ()
    with opened(args) as actor:
        sheet = incident.make(actor, args.lost, day.isoformat() if day else "", args.words)
        if args.pdf is not None:
            from desktop.reports.forms.incident_sheet import report_of
            from desktop.reports.paper.page import write_pdf

            make_folder(args.pdf.parent)
            missing = write_pdf(report_of(sheet), args.pdf, clock.today()).missing
    payload = {
        "lost": str(sheet.lost),
        "as_of": sheet.as_of,
        "people": sheet.people,
        "kinds": sheet.kinds,
        "records": sheet.records,
        "accounts": sheet.accounts,
        "pdf": None if args.pdf is None else str(args.pdf),
    }
    kinds = [f"{PERSONAL_KINDS.shown[kind]}  {count}" for kind, count in sheet.kinds.items()]
    rows = [f"{record_word(table)}  {count}" for table, count in sheet.records.items()]
    out.show(payload, [translate("Cli", "{count} people").format(count=sheet.people), *kinds, *rows])
    return NEEDS_A_PERSON if missing else DONE
