"""``enrol``: the district's key is read in, the centre's goes back."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock, files
from desktop.core.i18n import translate
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.words.office_keys import NUMBERS_WANTED
from desktop.services.centre import enrolment
from desktop.services.writing.actor import Actor
from desktop.sync import keys


@dataclass(frozen=True)
class _Written:
    key: Path
    page: Path
    sheet: Path
    missing: tuple[str, ...]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "enrol", translate("Cli", "read the district's key, write the centre's"))
    parser.add_argument("file", type=Path, metavar="DISTRICT.key")
    parser.add_argument("--out", type=Path, metavar="CENTRE.key")
    words = translate("Cli", "take this district's key instead of the one that stands")
    parser.add_argument("--instead", action="store_true", help=words)
    parser.set_defaults(run=run_enrol)


def run_enrol(args: argparse.Namespace, out: Output) -> int:
    """Keep the district's key; write key file, page and recovery sheet."""
    district = keys.read_district(args.file)
    with opened(args) as actor:
        new = enrolment.enrol(actor, district, args.instead)
        centre = enrolment.centre_key()
        place = args.out or args.file.resolve().parent / f"SZ-{centre.number}.key"
        written = _write(actor, district, centre, place)
    payload = {
        "district": {"name": district.name, "code": district.code, "numbers": district.numbers},
        "district_fingerprint": keys.fingerprint(district),
        "centre_fingerprint": keys.fingerprint(centre),
        "new": new,
        "key": str(written.key),
        "page": str(written.page),
        "recovery_sheet": str(written.sheet),
    }
    out.show(payload, _lines(district, centre, written))
    return NEEDS_A_PERSON if written.missing else DONE


def _write(actor: Actor, district: DistrictKey, centre: CentreKey, place: Path) -> _Written:
    # Printing loads slowly.
    from desktop.reports.forms.key_page import KeyPage, render_key_page
    from desktop.reports.forms.recovery_sheet import RecoverySheet, render_recovery_sheet

    today, stem = clock.today(), place.with_suffix("")
    page = KeyPage(centre, keys.fingerprint(centre), district, keys.fingerprint(district), today, actor.name)
    sheet = RecoverySheet(centre.name, centre.number, today, actor.name, enrolment.sheet_groups(actor), of_copy=True)
    files.keep(place.resolve(), keys.as_bytes(centre))
    paged = render_key_page(page, stem.with_name(f"{stem.name}-key.pdf"))
    recovery = render_recovery_sheet(sheet, stem.with_name(f"{stem.name}-recovery.pdf"))
    return _Written(place, paged.path, recovery.path, (*paged.missing, *recovery.missing))


def _lines(district: DistrictKey, centre: CentreKey, written: _Written) -> list[str]:
    words = translate("Cli", "Enrolled with {name} ({code}); ID numbers in files: {numbers}.")
    return [
        words.format(name=district.name, code=district.code, numbers=NUMBERS_WANTED.shown[district.numbers]),
        translate("Cli", "Compare by telephone, four digits at a time:"),
        translate("Cli", "  the district's key  {digits}").format(digits=keys.fingerprint(district)),
        translate("Cli", "  this centre's key   {digits}").format(digits=keys.fingerprint(centre)),
        translate("Cli", "Give the district {key}, with {page}.").format(key=written.key, page=written.page),
        translate("Cli", "Print {sheet}, lock the paper away from this computer, and delete the file.").format(
            sheet=written.sheet
        ),
    ]
