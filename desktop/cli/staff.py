"""``staff``: who works here, with posts and certificates."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import trainings
from desktop.cli.options import Commands, add_command, code_argument, words_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import due_items
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.i18n import translate
from desktop.core.trade import NamedList
from desktop.core.words import terms
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.services.named.resolving import resolver
from desktop.services.people import certificates, entries, listing, photos
from desktop.services.people.certificates import CertificateDraft, CertificateRow
from desktop.services.people.entries import WorkerDraft
from desktop.services.people.listing import WorkerQuery, WorkerRow
from desktop.services.people.posts import PostRow
from desktop.services.writing.actor import Actor


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "staff", translate("Cli", "people who work here, their posts and certificates"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _register_add(verbs)
    _register_list(verbs)
    _register_certificate(verbs)
    trainings.register(verbs)


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Take somebody up with a first post."""
    draft = WorkerDraft(None, args.name, args.phone, args.role, args.unit, args.since, note=args.note)
    with opened(args) as actor:
        person = entries.save(actor, draft, args.account)
        row = _found(actor, person)
    out.show(_shape(row), [translate("Cli", "{name} is on record.").format(name=row.name)])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print who works here; with --left who left, with --due whose certificate has to be renewed."""
    wanted = WorkerQuery(args.text, args.role or "", not args.left, args.due)
    with opened(args) as actor:
        rows = listing.workers(actor, wanted)
    lines = [_line(row) for row in rows]
    out.show(
        {"staff": [_shape(row) for row in rows]}, [*lines, translate("Cli", "{count} found").format(count=len(rows))]
    )
    return DONE


def run_certificate(args: argparse.Namespace, out: Output) -> int:
    """Put a certificate on record."""
    draft = CertificateDraft(args.kind, args.title, args.number, args.issuer, args.valid_from, args.valid_to)
    draft.level = args.level or ""
    with opened(args) as actor:
        person = resolver(NamedList.PERSON).of(args.name)
        if person is None:
            raise NotFound(Thing.WORKER, args.name)
        made = certificates.add(actor, person, draft)
        if args.photo is not None:
            photos.keep(actor, made, args.photo)
        one = next(one for one in certificates.certificates_of(actor, person) if one.id == made)
        row = _found(actor, person)
    words = translate("Cli", "{name}: {certificate} is on record.")
    out.show(
        {"name": row.name, **_certificate(one, row)},
        [words.format(name=row.name, certificate=terms.CERTIFICATE_KINDS.shown[one.kind])],
    )
    return DONE


def _register_add(verbs: Commands) -> None:
    add = add_command(verbs, "add", translate("Cli", "take somebody up with a first post"))
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", type=code_argument(terms.POST_ROLES), required=True, metavar=words_of(terms.POST_ROLES))
    add.add_argument("--unit", default="", metavar="TEXT")
    add.add_argument("--since", default="", metavar="DATE")
    add.add_argument("--phone", default="", metavar="NUMBER")
    add.add_argument("--note", default="", metavar="TEXT")
    add.add_argument("--account", default="", metavar="NAME")
    add.set_defaults(run=run_add)


def _register_list(verbs: Commands) -> None:
    listed = add_command(verbs, "list", translate("Cli", "list who works here"))
    listed.add_argument("text", nargs="?", default="", metavar="TEXT")
    listed.add_argument("--role", type=code_argument(terms.POST_ROLES), metavar=words_of(terms.POST_ROLES))
    listed.add_argument("--left", action="store_true", help=translate("Cli", "those who left"))
    listed.add_argument("--due", action="store_true", help=translate("Cli", "those with a certificate to renew"))
    listed.set_defaults(run=run_list)


def _register_certificate(verbs: Commands) -> None:
    made = add_command(verbs, "certificate", translate("Cli", "put a certificate of somebody on record"))
    made.add_argument("name", metavar="NAME")
    made.add_argument(
        "--kind", type=code_argument(terms.CERTIFICATE_KINDS), required=True, metavar=words_of(terms.CERTIFICATE_KINDS)
    )
    made.add_argument(
        "--title", default="", metavar="TEXT", help=translate("Cli", "what another certificate is called")
    )
    made.add_argument("--number", default="", metavar="TEXT")
    made.add_argument("--issuer", default="", metavar="TEXT")
    made.add_argument(
        "--level",
        type=code_argument(CERTIFICATE_LEVELS),
        metavar=words_of(CERTIFICATE_LEVELS),
        help=translate("Cli", "of a carer's certificate"),
    )
    made.add_argument("--from", dest="valid_from", default="", metavar="DATE")
    made.add_argument("--to", dest="valid_to", default="", metavar="DATE")
    made.add_argument("--photo", type=Path, metavar="FILE")
    made.set_defaults(run=run_certificate)


def _found(actor: Actor, person: int) -> WorkerRow:
    row = listing.worker(actor, person)
    if row is None:
        raise NotFound(Thing.WORKER, str(person))
    return row


def _shape(row: WorkerRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "phone": row.phone,
        "working": row.working,
        "account": row.account,
        "resident": row.resident,
        "note": row.note,
        "posts": [_post(one) for one in row.posts],
        "certificates": [_certificate(one, row) for one in row.certificates],
    }


def _post(one: PostRow) -> dict[str, object]:
    return {"role": one.role, "unit": one.unit, "from": day_text(one.valid_from), "to": day_text(one.valid_to)}


def _certificate(one: CertificateRow, row: WorkerRow) -> dict[str, object]:
    return {
        "kind": one.kind,
        "title": one.title,
        "number": one.number,
        "level": one.level,
        "issuer": one.issuer,
        "from": day_text(one.valid_from),
        "to": day_text(one.valid_to),
        "stage": one.stage(row.day),
        "days_left": None if one.valid_to is None else due_items.days_left(one.valid_to, row.day),
        "photo": bool(one.photo),
    }


def _line(row: WorkerRow) -> str:
    posts = "、".join(dict.fromkeys(terms.POST_ROLES.shown[one.role] for one in (row.held or row.posts)))
    kinds = (f"{terms.CERTIFICATE_KINDS.shown[one.kind]} {day_text(one.valid_to) or ''}" for one in row.certificates)
    return "  ".join((row.name, posts, row.phone, "、".join(kind.strip() for kind in kinds)))
