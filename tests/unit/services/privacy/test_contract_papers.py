"""Pictures of contracts: those of before go with the person too, and into the copy of everything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.reports.months.render import reports_of
from desktop.services.beds import contracts, pictures
from desktop.services.beds.contracts import ContractDraft
from desktop.services.closing import month_close
from desktop.services.home_beds import pictures as home_pictures
from desktop.services.home_beds import progress, steps
from desktop.services.home_beds.steps import AssessDraft, RenewDraft, SignDraft
from desktop.services.privacy import belonging, contract_papers, erasing, personal_copy
from desktop.services.residents import states
from desktop.services.writing.actor import Actor


def picture(folder: Path, letter: str) -> Path:
    path = folder / f"{letter}.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + letter.encode() * 50)
    return path


def test_replaced_pictures_are_copied_and_erased_with_the_person(
    known: int, actor: Actor, person: object, tmp_path: Path, folder: DataFolder
) -> None:
    made = contracts.add(actor, ContractDraft(known, "", "2026-09-01", ""))
    kept = [pictures.keep(actor, made, picture(tmp_path, letter)) for letter in "ab"]
    for one in progress.rows():
        if one.resident_id == known and one.ended_on is None:
            steps.end(actor, one.id, "改签", "2026-09-20")
    home = steps.assess(actor, AssessDraft(known, "2026-09-21"))
    steps.sign(actor, home, SignDraft("2026-09-22", "", "", "2027-09-21", "2026-12-07"))
    kept.append(home_pictures.keep(actor, home, picture(tmp_path, "c")))
    steps.renew(actor, home, RenewDraft("2028-09-21"))
    (somebody_else,) = [one for one in (known + 1, known - 1) if contracts.of_resident(one) == []][:1]
    other = contracts.add(actor, ContractDraft(somebody_else, "", "2026-09-01", ""))
    stays = pictures.keep(actor, other, picture(tmp_path, "d"))
    names = {name for _thing, _uid, name in contract_papers.ever(belonging.rows(known))}
    assert names == {path.name for path in kept}
    copied = {one.name for one in personal_copy.make(actor, known, "本人申请").files}
    assert {f"contract-{path.name}" for path in kept} <= copied
    steps.end(actor, home, "病故", "2026-09-28")
    states.apply(actor, known, "deceased", dt.date(2026, 9, 28), "病故")
    month_close.close(actor, Month(2026, 9), reports_of, "核对用")
    with clock.standing_at(dt.datetime(2032, 3, 1, 9, 0)):
        erasing.erase(actor, known, "保存期满")
    assert [path.name for path in folder.certificates.iterdir()] == [stays.name]
