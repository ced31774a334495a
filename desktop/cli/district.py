"""``district``: a district's folder, its centres, their files taken in, how each stands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.cli import district_figures
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.core import files
from desktop.core.answers import NumbersWanted
from desktop.core.i18n import translate
from desktop.core.words import messages
from desktop.core.words.district import INTAKE_STATES
from desktop.core.words.months import month_text
from desktop.district import enrolling, intake
from desktop.district import folder as folders
from desktop.district.catalogue import Accepted
from desktop.district.enrolling import Standing
from desktop.district.folder import District, DistrictFolder
from desktop.district.intake import Refused
from desktop.district.opening import opened
from desktop.sync import keys


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "district", translate("Cli", "the district office: files of its centres taken in"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    init = _verb(verbs, "init", translate("Cli", "make the folder of a district, with keys that nobody had before"))
    init.add_argument("--name", required=True, metavar="NAME")
    init.add_argument("--code", required=True, metavar="530114")
    words = translate("Cli", "ID numbers as they are, or pseudonyms made with the district's key")
    init.add_argument("--numbers", choices=tuple(NumbersWanted), default=NumbersWanted.FULL.value, help=words)
    init.set_defaults(run=run_init)
    key = _verb(verbs, "key", translate("Cli", "write the key file that the centres are given"))
    key.add_argument("--out", type=Path, required=True, metavar="FILE")
    key.set_defaults(run=run_key)
    enrol = _verb(verbs, "enrol", translate("Cli", "take the key file of a centre, or register one by its number"))
    enrol.add_argument("key", type=Path, nargs="?", metavar="CENTRE.key")
    words = translate("Cli", "the number of a centre without a key, whose files come open")
    enrol.add_argument("--open", metavar="530114", help=words)
    enrol.add_argument("--name", metavar="NAME", default="")
    words = translate("Cli", "take the new key of a centre that lost its computer; compare it by telephone first")
    enrol.add_argument("--instead", action="store_true", help=words)
    enrol.set_defaults(run=run_enrol, parser=enrol)
    merge = _verb(verbs, "merge", translate("Cli", "take in the files of centres, and those in folders"))
    merge.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    merge.set_defaults(run=run_merge)
    status = _verb(verbs, "status", translate("Cli", "how each centre stands in a month"))
    status.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    status.set_defaults(run=run_status)
    receipt = _verb(verbs, "receipt", translate("Cli", "write the receipts for the accepted files"))
    receipt.add_argument("--centre", default="", metavar="NUMBER")
    receipt.add_argument("--out", type=Path, required=True, metavar="DIR")
    receipt.set_defaults(run=run_receipt)
    back = _verb(verbs, "return", translate("Cli", "give a centre its newest full file back, for an empty computer"))
    back.add_argument("--centre", required=True, metavar="NUMBER")
    back.add_argument("--out", type=Path, required=True, metavar="FILE")
    back.set_defaults(run=run_return)
    rebuild = _verb(verbs, "rebuild", translate("Cli", "make what figures read anew from the accepted files"))
    rebuild.set_defaults(run=run_rebuild)
    district_figures.register(verbs)


def _verb(verbs: Commands, name: str, text: str) -> argparse.ArgumentParser:
    parser = add_command(verbs, name, text)
    parser.add_argument("folder", type=Path, metavar="DIR")
    return parser


def run_init(args: argparse.Namespace, out: Output) -> int:
    """Make the folder."""
    folder = DistrictFolder(args.folder)
    key = folders.make(folder, District(args.name.strip(), args.code, NumbersWanted(args.numbers)))
    words = translate("Cli", "The folder of {name} is made. Whoever has it opens every file: keep it safe, and a copy.")
    payload = {"name": key.name, "code": key.code, "numbers": key.numbers, "fingerprint": keys.fingerprint(key)}
    out.show(payload, [words.format(name=key.name), _fingerprint_line(key)])
    return DONE


def run_key(args: argparse.Namespace, out: Output) -> int:
    """Write the key file that the centres are given."""
    with opened(DistrictFolder(args.folder)) as desk:
        key = folders.key_of(desk.folder)
    files.keep(args.out.resolve(), keys.as_bytes(key))
    words = translate("Cli", "Give {file} to every centre, and compare this number by telephone:")
    payload = {"file": str(args.out), "name": key.name, "code": key.code, "fingerprint": keys.fingerprint(key)}
    out.show(payload, [words.format(file=args.out), keys.fingerprint(key)])
    return DONE


def run_enrol(args: argparse.Namespace, out: Output) -> int:
    """Take the key of a centre, or register one without."""
    if (args.key is None) == (args.open is None):
        args.parser.error(translate("Cli", "give the key file of the centre, or --open NUMBER --name NAME"))
    with opened(DistrictFolder(args.folder)) as desk:
        if args.open is not None:
            centre = enrolling.register(desk, args.open, args.name)
            words = translate(
                "Cli", "{name} ({number}) is registered. Its files come open: nothing proves who wrote them."
            )
            payload = {"number": centre.number, "name": centre.name, "uid": None, "fingerprint": None}
            out.show(payload, [words.format(name=centre.name, number=centre.number)])
            return DONE
        key = enrolling.enrol(desk, args.key, args.instead)
    words = translate("Cli", "{name} ({number}) is enrolled: from now on only files that it signed are taken.")
    payload = {"number": key.number, "name": key.name, "uid": key.uid, "fingerprint": keys.fingerprint(key)}
    out.show(payload, [words.format(name=key.name, number=key.number), _fingerprint_line(key)])
    return DONE


def run_merge(args: argparse.Namespace, out: Output) -> int:
    """Take in files; 3 when one of them was refused."""
    with opened(DistrictFolder(args.folder)) as desk, out.progress() as progress:
        merged = intake.merge(desk, args.paths, progress)
    payload = {
        "accepted": [_file_shape(path, row) for path, row in merged.accepted],
        "unchanged": [_file_shape(path, row) for path, row in merged.unchanged],
        "refused": [_refused_shape(one) for one in merged.refused],
    }
    words = translate("Cli", "{accepted} files taken, {unchanged} known already, {refused} refused.")
    counts = {name: len(found) for name, found in payload.items()}
    out.show(payload, [words.format(**counts), *(messages.sentence(one.error) for one in merged.refused)])
    return NEEDS_A_PERSON if merged.refused else DONE


def run_status(args: argparse.Namespace, out: Output) -> int:
    """Tell how each centre stands in a month."""
    with opened(DistrictFolder(args.folder)) as desk:
        district, found = desk.district, enrolling.standing(desk, args.month)
    received = sum(one.file is not None for one in found)
    payload = {
        "month": str(args.month),
        "district": district.name,
        "received": received,
        "missing": len(found) - received,
        "centres": [_standing_shape(one) for one in found],
    }
    words = translate("Cli", "{district}, {month}: {received} of {count} centres handed in.")
    head = words.format(district=district.name, month=month_text(args.month), received=received, count=len(found))
    out.show(payload, [head, *map(_standing_line, found)])
    return DONE


def run_receipt(args: argparse.Namespace, out: Output) -> int:
    """Write the receipts of one centre or of all; 3 when an accepted file is not whole any more."""
    # The engine of the figures loads slowly.
    from desktop.district import receipts

    with opened(DistrictFolder(args.folder)) as desk, out.progress() as progress:
        done = receipts.write(desk, args.out, args.centre, progress)
    payload = {
        "receipts": [
            {
                "file": str(one.path),
                "centre": one.receipt.centre,
                "period": one.receipt.period,
                "sequence": one.receipt.sequence,
                "refused": len(one.receipt.refused),
                "elsewhere": len(one.receipt.elsewhere),
            }
            for one in done.written
        ],
        "refused": [_refused_shape(one) for one in done.lost],
    }
    words = translate("Cli", "{count} receipts written to {folder}: give them back to the centres.")
    lines = [words.format(count=len(done.written), folder=args.out)]
    out.show(payload, [*lines, *(messages.sentence(one.error) for one in done.lost)])
    return NEEDS_A_PERSON if done.lost else DONE


def run_return(args: argparse.Namespace, out: Output) -> int:
    """Give a centre back what only its recovery sheet opens; 3 when it handed in months since, which are not in it."""
    from desktop.district import returning

    with opened(DistrictFolder(args.folder)) as desk:
        made = returning.give_back(desk, args.centre, args.out)
    manifest = made.manifest
    words = translate(
        "Cli",
        "{file} brings {name} back as it was on {at}. Only its recovery sheet opens it: “shizhu restore-from” on an"
        " empty computer. No passphrase takes the place of the sheet.",
    )
    lines = [words.format(file=made.path, name=manifest.centre_name, at=manifest.created_at[:16])]
    if made.later:
        words = translate("Cli", "Handed in since, and not in it: {periods}. The centre types again what is missing.")
        lines.append(words.format(periods="、".join(made.later)))
    payload = {
        "file": str(made.path),
        "centre": manifest.centre_number,
        "sequence": manifest.sequence,
        "created_at": manifest.created_at,
        "sha256": made.sha256,
        "later": list(made.later),
    }
    out.show(payload, lines)
    return NEEDS_A_PERSON if made.later else DONE


def run_rebuild(args: argparse.Namespace, out: Output) -> int:
    """Make what is derived anew; 3 when an accepted file is not whole any more."""
    with opened(DistrictFolder(args.folder)) as desk, out.progress() as progress:
        count = len(desk.catalogue.all_accepted())
        lost = intake.rebuild(desk, progress)
    words = translate("Cli", "Made anew from {count} accepted files.").format(count=count - len(lost))
    payload = {"files": count - len(lost), "refused": [_refused_shape(one) for one in lost]}
    out.show(payload, [words, *(messages.sentence(one.error) for one in lost)])
    return NEEDS_A_PERSON if lost else DONE


def _fingerprint_line(key: keys.Key) -> str:
    return translate("Cli", "To be compared by telephone: {digits}").format(digits=keys.fingerprint(key))


def _file_shape(path: Path, row: Accepted) -> dict[str, object]:
    return {"file": str(path), "centre": row.centre, "period": row.period, "sequence": row.sequence}


def _refused_shape(one: Refused) -> dict[str, object]:
    reason = getattr(one.error, "reason", None)
    return {"file": str(one.path), "reason": str(reason or "unreadable"), "text": messages.sentence(one.error)}


def _standing_shape(one: Standing) -> dict[str, object]:
    file = one.file
    shape: dict[str, object] = {
        "number": one.centre.number,
        "name": one.centre.name,
        "enrolled": one.centre.enrolled,
        "state": one.state,
    }
    told: Sequence[str] = ("sequence", "version", "rows", "sha256", "created_at", "accepted_at")
    return shape | {name: None if file is None else getattr(file, name) for name in told}


def _standing_line(one: Standing) -> str:
    line = f"{one.centre.number}  {one.centre.name}  {INTAKE_STATES.shown[one.state]}"
    return line if one.file is None else f"{line}  {one.file.came_as}  {one.file.accepted_at[:16]}"
