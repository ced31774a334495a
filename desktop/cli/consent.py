"""``privacy withdraw|renew|withdrawals``: consent that is taken back, and given anew."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.services.privacy import consent
from desktop.services.privacy.consent import RenewalDraft, WithdrawalDraft
from desktop.services.residents import withdrawn
from desktop.services.residents.withdrawn import Withdrawn
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import id_of


def register(verbs: Commands) -> None:
    """Add the verbs to ``privacy``."""
    taken = add_command(verbs, "withdraw", translate("Cli", "somebody takes consent back"))
    taken.add_argument("who", metavar="WHO")
    taken.add_argument("--scope", action="append", required=True, choices=tuple(map(str, CONSENT_SCOPES)))
    taken.add_argument("--by", required=True, metavar="TEXT", help=translate("Cli", "who came: the person, a guardian"))
    taken.add_argument("--on", default="", metavar="DATE")
    taken.add_argument("--paper-no", default="", metavar="TEXT")
    taken.add_argument("--remark", default="", metavar="TEXT")
    taken.add_argument("--pdf", type=Path, metavar="FILE")
    taken.set_defaults(run=run_withdraw)
    given = add_command(verbs, "renew", translate("Cli", "consent is given anew"))
    given.add_argument("who", metavar="WHO")
    given.add_argument("--by", required=True, metavar="TEXT")
    given.add_argument("--on", default="", metavar="DATE")
    given.add_argument("--paper-no", default="", metavar="TEXT")
    given.set_defaults(run=run_renew)
    listed = add_command(verbs, "withdrawals", translate("Cli", "what consent is withdrawn; void one"))
    listed.add_argument("--who", default="", metavar="WHO")
    listed.add_argument("--void", default="", metavar="UID")
    listed.add_argument("--reason", default="", metavar="TEXT")
    listed.add_argument("--pdf", type=Path, metavar="FILE", help=translate("Cli", "the paper of one person again"))
    listed.set_defaults(run=run_withdrawals, parser=listed)


def run_withdraw(args: argparse.Namespace, out: Output) -> int:
    """Take consent back; the paper is written where a file is named."""
    missing: tuple[str, ...] = ()
    draft = WithdrawalDraft(args.on or clock.today(), args.by, args.paper_no, args.remark)
    with opened(args) as actor:
        person = person_of(args.who)
        before = {one.id for one in withdrawn.of_resident(person)}
        ended = consent.withdraw(actor, person, args.scope, draft)
        new = [one for one in withdrawn.of_resident(person) if one.id not in before]
        if args.pdf is not None:
            missing = _paper(actor, person, new, args.pdf)
    payload = {
        "resident_id": person,
        "withdrawn": [_shown(one) for one in new],
        "ended": ended.rows,
        "cleared": list(ended.fields),
        "pdf": None if args.pdf is None else str(args.pdf),
    }
    out.show(payload, [translate("Cli", "Withdrawn: {what}").format(what=_words(new))])
    return NEEDS_A_PERSON if missing else DONE


def run_renew(args: argparse.Namespace, out: Output) -> int:
    """Consent stands again."""
    with opened(args) as actor:
        person = person_of(args.who)
        found = consent.renew(actor, person, RenewalDraft(args.on or clock.today(), args.by, args.paper_no))
    words = "，".join(CONSENT_SCOPES.shown[one] for one in found)
    payload = {"resident_id": person, "renewed": [str(one) for one in found]}
    out.show(payload, [translate("Cli", "Given anew: {what}").format(what=words)])
    return DONE


def run_withdrawals(args: argparse.Namespace, out: Output) -> int:
    """What stands, of everybody or all of one person; with a uid one is void, with a file the paper is written."""
    if args.pdf is not None and not args.who:
        args.parser.error(translate("Cli", "--pdf needs --who"))
    missing: tuple[str, ...] = ()
    with opened(args) as actor:
        if args.void:
            consent.void(actor, id_of(Thing.CONSENT_WITHDRAWAL, args.void), args.reason)
        person = person_of(args.who) if args.who else None
        found = consent.listed(actor, person)
        standing = [one for _, one in found if one.stands]
        if args.pdf is not None and person is not None and standing:
            missing = _paper(actor, person, standing, args.pdf)
    rows = [{"name": name, **_shown(one)} for name, one in found]
    lines = [f"{name}  {one.withdrawn_on}  {CONSENT_SCOPES.shown[one.scope]}" for name, one in found]
    out.show({"withdrawals": rows}, [*lines, translate("Cli", "{count} found").format(count=len(found))])
    return NEEDS_A_PERSON if missing else DONE


def _paper(actor: Actor, person: int, rows: Sequence[Withdrawn], path: Path) -> tuple[str, ...]:
    from desktop.reports.forms.withdrawal import write_paper

    make_folder(path.parent)
    return write_paper(actor, person, rows, path)


def _words(rows: Sequence[Withdrawn]) -> str:
    return "，".join(CONSENT_SCOPES.shown[one.scope] for one in rows)


def _shown(one: Withdrawn) -> dict[str, object]:
    return {
        "uid": one.uid,
        "resident_id": one.resident_id,
        "scope": str(one.scope),
        "withdrawn_on": one.withdrawn_on.isoformat(),
        "asked_by": one.asked_by,
        "paper_no": one.paper_no,
        "remark": one.remark,
        "renewed_on": one.renewed_on.isoformat() if one.renewed_on else None,
    }
