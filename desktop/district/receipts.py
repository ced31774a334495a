"""Receipts for the files that stand: what each centre is told of what it handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.core import files
from desktop.core.file_errors import SyncRefused
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.district import enrolling, folder, shared_people
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.district.intake import Refused
from desktop.district.proving import kept
from desktop.sync.format import FROZEN
from desktop.sync.read import SyncFile
from desktop.sync.receipt import Elsewhere, Receipt, RefusedRow, Version, person_hash, signed


@dataclass(frozen=True)
class Written:
    """A receipt that was written."""

    path: Path
    receipt: Receipt


@dataclass
class Receipts:
    """The receipts that were written, and the accepted files that are not whole any more."""

    written: list[Written]
    lost: list[Refused]


def write(desk: Desk, out: Path, centre: str = "", progress: Progress | None = None) -> Receipts:
    """Write the receipts for the files of one centre, or of all, into a folder; the same ones are the same bytes."""
    steps = progress or Progress()
    if centre:
        enrolling.require(desk, centre)
    secret = bytes.fromhex(folder.secrets_of(desk.folder).sign)
    standing = desk.catalogue.all_accepted(centre)
    steps.start(len(standing), translate("Progress", "Writing the receipts"))
    done = Receipts([], [])
    files.make_folder(out)
    known: dict[str, Mapping[str, shared_people.Elsewhere]] = {}
    for row in standing:
        steps.check()
        if row.period not in known:
            # Asked once for all the centres of a period: an engine takes longer to open than to answer.
            of_it = {one.centre for one in standing if one.period == row.period}
            known[row.period] = shared_people.of(desk.folder, row.period, of_it)
        try:
            with kept(desk, row) as found:
                receipt = _receipt(desk, row, found, known[row.period].get(row.centre, {}))
        except SyncRefused as error:
            done.lost.append(Refused(desk.folder.root / row.file, error))
        else:
            path = out / receipt.file_name
            files.keep(path.resolve(), signed(receipt, secret))
            done.written.append(Written(path, receipt))
        steps.step()
    return done


def _receipt(desk: Desk, row: Accepted, found: SyncFile, elsewhere: shared_people.Elsewhere) -> Receipt:
    refused = found.refused
    return Receipt(
        district=desk.district.name,
        code=desk.district.code,
        centre=row.centre,
        period=row.period,
        sequence=row.sequence,
        sha256=row.sha256,
        accepted_at=row.accepted_at,
        versions=tuple(sorted(Version(one.month, one.version, one.sha256) for one in found.manifest.closed)),
        taken=_taken(found, refused),
        refused=refused,
        elsewhere=tuple(sorted(_elsewhere(row, elsewhere))),
    )


def _taken(found: SyncFile, refused: tuple[RefusedRow, ...]) -> dict[str, int]:
    less = Counter(one.part for one in refused)
    counts = {
        one.name.removesuffix(".jsonl"): one.rows
        for one in found.manifest.parts
        if one.name.endswith(".jsonl") and one.name != FROZEN
    }
    return {part: count - less[part] for part, count in counts.items()}


def _elsewhere(row: Accepted, known: shared_people.Elsewhere) -> Iterator[Elsewhere]:
    for uid, centres in known.items():
        yield Elsewhere(person_hash(row.sha256, uid), tuple(sorted(centres)))
