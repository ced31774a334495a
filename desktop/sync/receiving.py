"""A receipt of the district read in at the centre: proven by its key, kept, and told with what is to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.district_errors import ReceiptRefused
from desktop.core.office_errors import NotEnrolled
from desktop.core.reasons import ReceiptReason
from desktop.services.centre import centres, enrolment
from desktop.services.closing import receipts
from desktop.services.closing.receipts import Mend, ReceiptDraft
from desktop.services.writing.actor import Actor
from desktop.sync import receipt as format_
from desktop.sync.format import PARTS
from desktop.sync.receipt import Receipt, RefusedRow, person_hash

_TABLES = {part.kind: part.table for part in PARTS}


@dataclass(frozen=True)
class ToMend:
    """A row that the district cannot believe, and where it stands here."""

    row: RefusedRow
    place: Mend


@dataclass(frozen=True)
class Read:
    """A receipt with what it means here; ``file_name`` is empty for a file that is not known here."""

    receipt: Receipt
    new: bool
    file_name: str
    mends: tuple[ToMend, ...]
    elsewhere: tuple[tuple[int | None, tuple[str, ...]], ...]


def read_in(actor: Actor, path: Path) -> Read:
    """Prove a receipt and keep it; NotEnrolled while no district's key is known, ReceiptRefused for one not ours."""
    receipts.require_may(actor)
    key = enrolment.district()
    if key is None:
        raise NotEnrolled()
    found, content = format_.read(path, key)
    if found.centre != centres.centre().number:
        raise ReceiptRefused(str(path), ReceiptReason.OTHER_CENTRE)
    draft = ReceiptDraft(found.sha256, found.period, found.sequence, found.accepted_at, found.district, content)
    new = receipts.keep(actor, draft)
    return _told(found, new)


def kept_for(file_sha256: str) -> Read | None:
    """The kept receipt for a file; None while there is none."""
    row = receipts.of(file_sha256)
    return None if row is None else _told(format_.kept(row.content), False)


def _told(found: Receipt, new: bool) -> Read:
    row = receipts.of(found.sha256)
    places = receipts.mends([(_TABLES.get(one.part, ""), one.uid) for one in found.refused])
    return Read(
        found,
        new,
        "" if row is None else row.file_name,
        tuple(ToMend(one, place) for one, place in zip(found.refused, places, strict=True)),
        tuple(_people(found)),
    )


def _people(found: Receipt) -> Sequence[tuple[int | None, tuple[str, ...]]]:
    if not found.elsewhere:
        return ()
    by_hash = {person_hash(found.sha256, uid): number for uid, number in receipts.residents().items()}
    return [(by_hash.get(one.person), one.centres) for one in found.elsewhere]
