"""From the lost computer through the district back to work: what is given back, and who opens it."""

from __future__ import annotations

import hashlib
import io
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.core import canonical, signing
from desktop.core.account_errors import DirectorWanted
from desktop.core.answers import NumbersWanted
from desktop.core.district_errors import CentreNumberTaken, CentreUnknown, NothingToReturn
from desktop.core.errors import InvalidDraft, ShizhuError
from desktop.core.file_errors import AlreadyInitialised, FullExportDue, SyncRefused
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.recovery import RecoveryMistyped, RecoveryOfOther, groups_of, new_secret
from desktop.core.storage_errors import DatabaseNewer, FrozenChanged, LogBroken
from desktop.core.words.messages import sentence
from desktop.district import enrolling, intake, returning
from desktop.district import folder as folders
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.models import query
from desktop.models.migrate import latest_schema
from desktop.services.centre import accounts, centres, enrolment
from desktop.services.closing import exports, whole_store
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing import frozen, proving
from desktop.sync import keys, restore_part, returned, sealed
from desktop.sync.bringing_back import Entering, bring_back
from desktop.sync.container import in_open_file, member, pack, unpack
from desktop.sync.format import MANIFEST, RESTORE, PartEntry
from desktop.sync.read import manifest_of
from desktop.sync.write import export_full, export_month

WORD, NEW_WORD = "旧电脑的密码88", "新电脑的密码99"
OCTOBER = Month(2026, 10)


class Lost(NamedTuple):
    path: Path
    groups: str
    secrets: enrolment.Secrets


@pytest.fixture(params=list(NumbersWanted))
def numbers(request):
    return request.param


@pytest.fixture
def office(tmp_path):
    return DistrictFolder(tmp_path / "district")


@pytest.fixture
def handed_in(actor, person, closed_documents, tmp_path, office, numbers):
    """A centre with a closed month and accounts whose full file its district took; what it held."""
    key = folders.make(office, District("呈贡区民政局", "530114", numbers))
    for name, born in (("王芳", "1944-03-05"), ("李强", "1941-01-08")):
        person(name, born=born)
    closed_documents()
    accounts.set_password(actor, actor.name, WORD)
    accounts.add_account(actor, "前台乙", "clerk", "前台自己的密码77")
    enrolment.enrol(actor, key)
    path = tmp_path / "centre.key"
    path.write_bytes(keys.as_bytes(enrolment.centre_key()))
    with opened(office) as desk:
        enrolling.enrol(desk, path)
        export_full(actor, tmp_path / "stick")
        assert not intake.merge(desk, [tmp_path / "stick"]).refused
    return held()


@pytest.fixture
def lost(handed_in, office, tmp_path):
    """Of the centre there is left what the district gave back and the recovery sheet."""
    secrets = enrolment.secrets()
    groups = " ".join(groups_of(secrets.recovers))
    with opened(office) as desk:
        made = returning.give_back(desk, "530114", tmp_path / "back.shizhu-return")
    assert made.later == ()
    centres.close_centre()
    return Lost(made.path, groups, secrets)


@pytest.fixture
def empty(tmp_path):
    return DataFolder(tmp_path / "new")


def held():
    """Every row of every table that travels, without secrets; tables that the export and the restore write in."""
    later = {"change_log", "sync_export", "station", "epoch", "setting", "staff", "centre_key", "district_key"}
    return {
        name: query.fetch(f"SELECT {', '.join(whole_store.columns_of(model))} FROM {name}")
        for name, model in whole_store.tables().items()
        if name not in later
    }


def remade(lost, change=lambda manifest: manifest, rows=lambda rows: rows):
    """The returned file as somebody writes it who has the centre's own keys: another manifest, other rows."""
    with lost.path.open("rb") as file:
        members = unpack(in_open_file(file), lost.path.stat().st_size)[0]
        manifest, told, inside = manifest_of(members[1]), members[0].content(), members[2].content()
    identity, recipient = signing.recovery_identity(lost.secrets.recovers)
    known = {name: whole_store.columns_of(model) for name, model in whole_store.tables().items()}
    with restore_part.opened(io.BytesIO(inside), identity, "x", io.BytesIO(), known) as found:
        lines = [
            canonical.line({"table": table, "row": {key: whole_store._plain(one) for key, one in row.items()}})
            for table, row in rows(list(found))
        ]
    plain, hidden = io.BytesIO(), io.BytesIO()
    pack([member("tables_001.jsonl", b"".join(lines))], plain)
    plain.seek(0)
    sealed.seal(plain, hidden, recipient)
    content = hidden.getvalue()
    entry = PartEntry(RESTORE, 0, len(content), hashlib.sha256(content).hexdigest())
    manifest = change(replace(manifest, parts=(*manifest.parts[:-1], entry)))
    value = signing.sign(lost.secrets.signs, manifest.signed_bytes).hex()
    manifest = replace(manifest, sig=replace(manifest.sig, value=value))
    with lost.path.open("wb") as out:
        pack(
            [
                member("return.json", told),
                member(MANIFEST, canonical.line(manifest.as_json())),
                member(RESTORE, content),
            ],
            out,
        )


def nothing_there(empty):
    return not empty.database.exists() and not list(empty.root.glob("*.new*"))


def test_a_lost_centre_comes_back_whole_and_goes_on(handed_in, lost, empty):
    path, groups, _ = lost
    back = bring_back(path, empty, groups, Entering("主任甲", NEW_WORD))
    assert held() == handed_in
    assert back.tables["resident"] == 2 and back.tables["change_log"] > 20 and back.lost == ()
    assert back.district == "呈贡区民政局" and back.manifest.centre_name == "示例中心"
    proof = proving.prove()
    assert proof.troubles == [] and proof.months == 1
    first, second = proof.chains
    assert (first.ok, second.ok) == (True, True) and first.epoch < second.epoch
    assert frozen.latest(Month(2026, 9)).sha256 == back.manifest.closed[0].sha256
    assert len(listing.find_ids(ResidentQuery(text="wf"))) == 1
    # The next file has a number that no file had, and is a full one.
    assert exports.full_due() and exports.next_place().sequence == 2
    director = accounts.sign_in("主任甲", NEW_WORD)
    with pytest.raises(FullExportDue):
        export_month(director, OCTOBER, empty.root / "out")
    for name, word in (("主任甲", WORD), ("前台乙", "前台自己的密码77")):
        with pytest.raises(ShizhuError):
            accounts.sign_in(name, word)
    # Whoever had a password gets one from the director.
    accounts.set_password(director, "前台乙", "又一个新密码66")
    assert accounts.sign_in("前台乙", "又一个新密码66").role == "clerk"
    assert enrolment.secrets() is None and enrolment.district() is None


def test_the_district_takes_the_new_key_only_when_it_says_so(lost, empty, office, tmp_path):
    path, groups, _ = lost
    bring_back(path, empty, groups, Entering("主任甲", NEW_WORD))
    director = accounts.sign_in("主任甲", NEW_WORD)
    enrolment.enrol(director, folders.key_of(office))
    new = tmp_path / "new.key"
    new.write_bytes(keys.as_bytes(enrolment.centre_key()))
    other = tmp_path / "other.key"
    other.write_bytes(keys.as_bytes(replace(enrolment.centre_key(), uid="018f5a5e-0000-7000-8000-000000000001")))
    again = export_full(director, tmp_path / "again")
    with opened(office) as desk:
        assert [str(one.error.reason) for one in intake.merge(desk, [again.path]).refused] == ["forged"]
        for refused, instead in ((new, False), (other, True)):
            with pytest.raises(CentreNumberTaken):
                enrolling.enrol(desk, refused, instead)
        enrolling.enrol(desk, new, instead=True)
        merged = intake.merge(desk, [again.path])
        assert [row.sequence for _path, row in merged.accepted] == [2] and not merged.refused
        # What the old computer wrote is not of this centre any more.
        old = next((tmp_path / "stick").iterdir())
        assert [str(one.error.reason) for one in intake.merge(desk, [old]).refused] == ["forged"]
        assert returning.give_back(desk, "530114", tmp_path / "second").manifest.sequence == 2


def test_only_the_sheet_of_the_centre_opens_it(lost, empty):
    path, groups, _ = lost
    for typed, refusal in (
        (" ".join(groups_of(new_secret())), RecoveryOfOther),
        (groups[:-1], RecoveryMistyped),
        ("", RecoveryMistyped),
    ):
        with pytest.raises(refusal):
            bring_back(path, empty, typed, Entering("主任甲", NEW_WORD))
        assert nothing_there(empty)


@pytest.mark.parametrize(
    ("entering", "refusal"),
    [
        (Entering(), DirectorWanted),
        (Entering("前台乙", NEW_WORD), DirectorWanted),
        (Entering("主任甲"), InvalidDraft),
        (Entering("主任甲", "短"), InvalidDraft),
    ],
)
@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
def test_a_director_goes_on_or_nobody(lost, empty, entering, refusal, numbers):
    path, groups, _ = lost
    with pytest.raises(refusal) as caught:
        bring_back(path, empty, groups, entering)
    assert nothing_there(empty)
    if refusal is DirectorWanted:
        assert caught.value.names == "主任甲"


@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
def test_a_folder_that_holds_a_centre_stays_as_it_is(lost, folder, numbers):
    path, groups, _ = lost
    before = folder.database.read_bytes()
    with pytest.raises(AlreadyInitialised):
        bring_back(path, folder, groups, Entering("主任甲", NEW_WORD))
    assert folder.database.read_bytes() == before


@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
def test_no_byte_of_it_can_be_another(lost, tmp_path, numbers):
    path = lost.path
    whole, chance = path.read_bytes(), random.Random(15)
    for turn in range(300):
        spoilt = bytearray(whole)
        at = chance.randrange(len(whole))
        if turn % 3:
            spoilt[at] ^= 1 << chance.randrange(8)
        else:
            del spoilt[at:]
        (tmp_path / "spoilt").write_bytes(spoilt)
        with pytest.raises(SyncRefused):
            returned.read(tmp_path / "spoilt")


def without(table):
    """One row of a table is gone."""

    def rows(found):
        gone = next(number for number, one in enumerate(found) if one[0] == table)
        return found[:gone] + found[gone + 1 :]

    return rows


def other(table, column, value):
    """One row of a table says something else."""

    def rows(found):
        at = next(number for number, one in enumerate(found) if one[0] == table)
        return [*found[:at], (table, found[at][1] | {column: value}), *found[at + 1 :]]

    return rows


@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        (without("resident"), SyncRefused),
        (without("month_version"), SyncRefused),
        (without("change_log"), LogBroken),
        (other("resident", "phone", "13800000000"), LogBroken),
        (other("resident", "sex", "neither"), SyncRefused),
        (other("month_document", "content", b"{}"), FrozenChanged),
        (other("staff", "role", "auditor"), LogBroken),
        (lambda rows: [*rows, ("act", {})], SyncRefused),
        (lambda rows: [*rows, rows[0]], SyncRefused),
        (lambda rows: [], SyncRefused),
    ],
)
def test_rows_that_are_not_those_of_the_centre_bring_nothing_back(lost, empty, rows, refusal, numbers):
    remade(lost, rows=rows)
    with pytest.raises(refusal):
        bring_back(lost.path, empty, lost.groups, Entering("主任甲", NEW_WORD))
    assert nothing_there(empty)


@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
def test_what_the_manifest_says_is_held_against_what_came(lost, empty, numbers):
    for change, refusal in (
        (lambda one: replace(one, schema="0999_later"), DatabaseNewer),
        (lambda one: replace(one, centre_number="530115"), SyncRefused),
        (lambda one: replace(one, centre_uid="018f5a5e-0000-7000-8000-000000000001"), SyncRefused),
        (lambda one: replace(one, closed=()), SyncRefused),
        (lambda one: replace(one, log=replace(one.log, sha256="0" * 64)), LogBroken),
        (lambda one: replace(one, closed=(replace(one.closed[0], sha256="0" * 64),)), FrozenChanged),
        (lambda one: replace(one, parts=(replace(one.parts[0], rows=1), *one.parts[1:])), SyncRefused),
    ):
        kept = lost.path.read_bytes()
        remade(lost, change)
        with pytest.raises(refusal):
            bring_back(lost.path, empty, lost.groups, Entering("主任甲", NEW_WORD))
        assert nothing_there(empty)
        lost.path.write_bytes(kept)


@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
def test_a_file_of_an_earlier_schema_comes_back_into_this_one(handed_in, lost, empty, numbers):
    remade(lost, lambda one: replace(one, schema="0070_receipts"))
    bring_back(lost.path, empty, lost.groups, Entering("主任甲", NEW_WORD))
    assert held() == handed_in and proving.prove().troubles == []
    assert query.text("SELECT max(name) FROM schema_migration") == latest_schema()


@pytest.mark.parametrize("numbers", [NumbersWanted.FULL])
def test_a_month_handed_in_since_is_told(handed_in, actor, office, tmp_path, numbers):
    export_month(actor, OCTOBER, tmp_path / "october")
    with opened(office) as desk:
        assert not intake.merge(desk, [tmp_path / "october"]).refused
        made = returning.give_back(desk, "530114", tmp_path / "stick")
        assert made.later == ("2026-10",) and made.path.name == "SZ-530114-full-0001.shizhu-return"
        (noted,) = desk.catalogue.returned()
        assert (noted.centre, noted.sequence, noted.sha256) == ("530114", 1, made.sha256)
        assert noted.file == made.path.name
    # No number that the district knows is given again.
    groups = " ".join(groups_of(enrolment.secrets().recovers))
    centres.close_centre()
    bring_back(made.path, DataFolder(tmp_path / "new"), groups, Entering("主任甲", NEW_WORD))
    assert exports.next_place().sequence == 3


def test_nothing_is_given_back_of_whom_there_is_no_full_file(desk, actor, tmp_path):
    with pytest.raises(CentreUnknown):
        returning.give_back(desk, "530199", tmp_path)
    with pytest.raises(NothingToReturn) as caught:
        returning.give_back(desk, "530115", tmp_path)
    assert "handed in no full file" in sentence(caught.value)
    made = export_full(actor, tmp_path / "stick")
    assert not intake.merge(desk, [made.path]).refused
    with pytest.raises(NothingToReturn) as caught:
        returning.give_back(desk, "530114", tmp_path)
    assert "written before it was enrolled" in sentence(caught.value)
    assert desk.catalogue.returned() == [] and not list(tmp_path.glob("*return*"))


def test_a_catalogue_of_before_goes_on(office, then):
    folders.make(office, District("呈贡区民政局", "530114", NumbersWanted.FULL))
    with opened(office) as desk:
        enrolling.register(desk, "530114", "甲中心")
    with closing(sqlite3.connect(office.catalogue)) as rows:
        rows.executescript("DROP TABLE returned; PRAGMA user_version = 1")
    with opened(office) as desk:
        assert desk.catalogue.returned() == [] and [one.name for one in desk.catalogue.centres()] == ["甲中心"]
