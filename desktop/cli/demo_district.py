"""``demo --district``: a simulated district made, worked through, and told."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import DONE, Output
from desktop.core import clock
from desktop.core.answers import NumbersWanted
from desktop.core.i18n import translate
from desktop.core.words import messages
from desktop.core.words.district import INTAKE_STATES

if TYPE_CHECKING:
    from desktop.demo.district.run import DistrictDone
    from desktop.district.answers import Found


def run(args: argparse.Namespace, out: Output) -> int:
    """Make the simulated district and say what happened."""
    # It needs every room of the program and the engine of the figures.
    from desktop.demo.district.run import last_month, make_district_demo

    month = args.month or last_month(clock.today())
    with out.progress() as progress:
        done = make_district_demo(args.district, month, progress, NumbersWanted(args.numbers))
    out.show(_shape(done), _lines(done))
    return DONE


def _shape(done: DistrictDone) -> dict[str, object]:
    return {
        "district": str(done.places.out),
        "name": done.cast.name,
        "code": done.cast.code,
        "numbers": done.numbers,
        "months": [str(month) for month in done.months],
        "centres": [
            {
                "number": one.number,
                "name": one.centre.name,
                "does": one.does,
                "data": str(done.places.data(one.number).root),
                "files": [str(path) for path in done.handed_in.get(one.number, [])],
            }
            for one in done.cast.members
        ],
        "days": [
            {
                "day": on.isoformat(),
                "accepted": [str(path) for path, _ in day.merged.accepted],
                "unchanged": [str(path) for path, _ in day.merged.unchanged],
                "refused": [
                    {
                        "file": str(one.path),
                        "reason": str(getattr(one.error, "reason", "unreadable")),
                        "text": messages.sentence(one.error),
                    }
                    for one in day.merged.refused
                ],
                "reports": [str(one.path) for each in day.reports for one in (each.pdf, each.xlsx) if one is not None],
                "corrected": sorted({one.centre[:6] for each in day.reports for one in each.since.mended}),
                "receipts": len(day.receipts.written),
            }
            for on, day in done.days.items()
        ],
        "figures": {str(month): _counted(found) for month, found in done.found.items()},
        "read_back": [
            {
                "centre": one.centre,
                "receipt": str(one.path),
                "file": one.read.file_name,
                "refused": len(one.read.mends),
                "elsewhere": len(one.read.elsewhere),
            }
            for one in done.read_back
        ],
    }


def _counted(found: Found) -> dict[str, object]:
    return {
        "sha256": found.sha256,
        "states": {one.number: one.state for one in found.centres},
        "shared_persons": len(found.shared),
    }


def _lines(done: DistrictDone) -> Iterator[str]:
    words = translate("Cli", "{name}: {count} centres handed in {files} files for {first} to {last}.")
    yield words.format(
        name=done.cast.name,
        count=len(done.cast.members),
        files=sum(map(len, done.handed_in.values())),
        first=done.months[0],
        last=done.months[-1],
    )
    for day, one in done.refused:
        yield f"  {day}  {messages.sentence(one.error)}"
    for month, found in done.found.items():
        yield f"{month}  {_states(found)}"
    back = translate("Cli", "{count} receipts were read in by the centres; {refused} records in them are to be mended.")
    refused = sum(len(one.read.mends) for one in done.read_back)
    yield back.format(count=len(done.read_back), refused=refused)
    for path, text in _places(done):
        yield f"  {path}  {text}"
    words = translate("Cli", "For the figures: shizhu district figures {folder} --month {month}")
    yield words.format(folder=done.places.out, month=done.months[-1])


def _states(found: Found) -> str:
    states = [one.state for one in found.centres]
    return "  ".join(f"{INTAKE_STATES.shown[one]} {states.count(one)}" for one in dict.fromkeys(sorted(states)))


def _places(done: DistrictDone) -> Iterator[tuple[Path, str]]:
    places = done.places
    yield places.out, translate("Cli", "the district's folder")
    yield places.beside / "centres", translate("Cli", "the data folders of the centres, each for shizhu --data")
    yield places.beside / "sticks", translate("Cli", "the files that they handed in")
    yield places.reports, translate("Cli", "the district's reports, by the day of the sitting")
    yield places.receipts, translate("Cli", "the receipts that went back")
