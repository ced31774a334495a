"""What comes to a district beside whole files of its own centres: cut, forged, foreign, of an older program."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from desktop.core.canonical import line
from desktop.core.files import make_folder
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.demo.district.cast import Member
from desktop.services.centre import centres, enrolment
from desktop.services.centre.centres import CentreDraft
from desktop.sync.container import member, pack
from desktop.sync.format import MANIFEST
from desktop.sync.keys import DistrictKey
from desktop.sync.read import opened
from desktop.sync.write import export_month

_OLDEST = 1
# As much as a stick may have lost that was pulled too early.
_LOST = 700


def cut(path: Path) -> bytes:
    """Let a file be as a stick leaves it that was pulled too early; the whole of it, for another day."""
    whole = path.read_bytes()
    path.write_bytes(whole[:-_LOST])
    return whole


def of_older_program(path: Path) -> None:
    """Let an open file be as the first version of the program wrote it."""
    with opened(path) as found:
        older = replace(found.manifest, format=_OLDEST, log=None, closed=(), centre_uid="")
        names = older.part_names
        older = replace(older, parts=tuple(one for one in older.parts if one.name in names))
        packed = [member(MANIFEST, line(older.as_json())), *(found.members[name] for name in names)]
        draft = path.with_suffix(".old")
        with draft.open("wb") as out:
            pack(packed, out)
    draft.replace(path)


def strangers(like: Member, number: str, name: str, key: DistrictKey, out: Path, month: Month) -> Path:
    """A whole, signed and sealed file of somebody whom the district does not know by their key."""
    about = like.centre
    with tempfile.TemporaryDirectory() as room:
        draft = CentreDraft(name, number, about.plan, about.district, about.director)
        try:
            actor = centres.initialise(DataFolder(Path(room) / "data"), draft)
            enrolment.enrol(actor, key)
            return export_month(actor, month, make_folder(out)).path
        finally:
            centres.close_centre()
