"""From the centre's sealed file to its receipt and back: enrolled, exported, taken in, told, received."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from desktop.core.answers import NumbersWanted
from desktop.core.district_errors import ReceiptRefused
from desktop.core.errors import NotAllowed
from desktop.core.office_errors import NotEnrolled
from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.core.words.messages import sentence
from desktop.district import enrolling, folder, intake, receipts
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.services.centre import enrolment
from desktop.services.closing import exports
from desktop.sync import keys, sealed
from desktop.sync.receiving import kept_for, read_in
from desktop.sync.write import export_month
from tests.made_files import MadeFile, row
from tests.unit.district.laid_out import laid_out

OCTOBER = Month(2026, 10)


def reasons(merged):
    return [str(one.error.reason) for one in merged.refused]


def district(tmp_path, name="district", numbers=NumbersWanted.FULL):
    place = DistrictFolder(tmp_path / name)
    key = folder.make(place, District("呈贡区民政局", "530114", numbers))
    return place, key


@pytest.fixture
def centre_file(actor, tmp_path):
    """The key file that the enrolled centre gives back."""

    def make(key):
        enrolment.enrol(actor, key, instead=True)
        path = tmp_path / "centre.key"
        path.write_bytes(keys.as_bytes(enrolment.centre_key()))
        return path

    return make


@pytest.mark.parametrize("numbers", list(NumbersWanted))
def test_a_sealed_file_is_taken_told_and_received(actor, person, centre_file, tmp_path, numbers):
    person("王芳")
    place, key = district(tmp_path, numbers=numbers)
    with opened(place) as desk:
        enrolling.enrol(desk, centre_file(key))
        made = export_month(actor, OCTOBER, tmp_path / "stick")
        merged = intake.merge(desk, [made.path])
        assert reasons(merged) == []
        (taken,) = desk.catalogue.all_accepted()
        assert taken.sha256 == exports.listed()[0].sha256
        assert (place.root / taken.file).read_bytes() == made.path.read_bytes(), "kept sealed, as it came"
        assert intake.merge(desk, [made.path]).unchanged
        assert intake.rebuild(desk) == []
        (written,) = receipts.write(desk, tmp_path / "back").written
    before = [one.received_at for one in exports.listed()]
    read = read_in(actor, written.path)
    assert before == [""] and [one.received_at for one in exports.listed()] == [taken.accepted_at]
    assert (read.new, read.file_name, read.mends, read.elsewhere) == (True, made.path.name, (), ())
    assert read.receipt.taken["residents"] == 1 and "frozen" not in read.receipt.taken
    again = read_in(actor, written.path)
    assert not again.new and again.receipt == read.receipt
    assert kept_for(taken.sha256).receipt == read.receipt
    assert kept_for("0" * 64) is None


def test_nobody_is_readable_in_what_a_district_keeps(actor, person, centre_file, tmp_path):
    person("王芳", phone="13800138000")
    place, key = district(tmp_path, numbers=NumbersWanted.HASHED)
    with opened(place) as desk:
        enrolling.enrol(desk, centre_file(key))
        intake.merge(desk, [export_month(actor, OCTOBER, tmp_path / "stick").path])
        receipts.write(desk, tmp_path / "back")
    kept = [one.read_bytes() for one in (*place.root.rglob("*"), *(tmp_path / "back").iterdir()) if one.is_file()]
    for text in ("王芳", "539901194403050", "13800138000"):
        assert not any(text.encode() in one for one in kept)


def test_forged_foreign_cut_and_other_files_are_named_and_stop_nothing(actor, person, centre_file, tmp_path):
    person("王芳")
    place, key = district(tmp_path)
    other, other_key = district(tmp_path, "other")
    stick = tmp_path / "stick"
    with opened(place) as desk:
        theirs = centre_file(other_key)
        for_other = export_month(actor, OCTOBER, stick / "a").path
        enrolling.enrol(desk, centre_file(key))
        good = export_month(actor, OCTOBER, stick / "b").path
        whole = good.read_bytes()
        (stick / "cut.shizhu").write_bytes(whole[:-5])
        (stick / "changed.shizhu").write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
        MadeFile(sequence=9).write(stick / "open")
        merged = intake.merge(desk, [stick])
        assert [path for path, _ in merged.accepted] == [good]
        assert sorted(reasons(merged)) == ["open_file", "other_key", "seal_broken", "seal_broken"]
        assert for_other in [one.path for one in merged.refused]
        assert all(one.path.name in sentence(one.error) for one in merged.refused)
    with opened(other) as desk:
        # Opened by the district that it is for, and sealed anew for another one: it was not written for it.
        enrolling.enrol(desk, theirs)
        resealed = tmp_path / "resealed.shizhu"
        with resealed.open("wb") as out, (tmp_path / "room").open("w+b") as room:
            sealed.unseal(good, folder.secrets_of(place).identity, room)
            room.seek(0)
            sealed.seal(room, out, other_key.seal_to)
        assert reasons(intake.merge(desk, [resealed])) == ["forged"]


def test_another_centre_with_our_number_is_forged_or_not_enrolled(actor, centre_file, tmp_path, centre_key):
    place, key = district(tmp_path)
    with opened(place) as desk:
        enrolling.enrol(desk, centre_key("530114"))
        centre_file(key)
        made = export_month(actor, OCTOBER, tmp_path / "stick")
        assert reasons(intake.merge(desk, [made.path])) == ["forged"]
        desk.catalogue.put_centre(replace(enrolling.require(desk, "530114"), uid="", sign_with="", recovery_to=""))
        assert reasons(intake.merge(desk, [made.path])) == ["key_missing"]
        assert desk.catalogue.all_accepted() == []


@pytest.mark.parametrize("other", [{"sign_with": "ab" * 32}, {"uid": "another"}])
def test_key_and_centre_have_to_be_those_that_were_enrolled(actor, centre_file, tmp_path, other):
    place, key = district(tmp_path)
    with opened(place) as desk:
        enrolling.enrol(desk, centre_file(key))
        made = export_month(actor, OCTOBER, tmp_path / "stick")
        enrolled = enrolling.require(desk, made.manifest.centre_number)
        desk.catalogue.put_centre(replace(enrolled, **other))
        assert reasons(intake.merge(desk, [made.path])) == ["forged"]
        desk.catalogue.put_centre(enrolled)
        assert reasons(intake.merge(desk, [made.path])) == []


def test_who_may_not_read_receipts_in_is_told_before_the_file_is_looked_at(actor, centre_file, tmp_path):
    _, key = district(tmp_path)
    centre_file(key)
    with pytest.raises(NotAllowed):
        read_in(replace(actor, role=Role.VISITOR), tmp_path / "there-is-none.shizhu-receipt")


def test_a_district_that_wants_no_numbers_takes_none(tmp_path):
    place, _ = district(tmp_path, numbers=NumbersWanted.HASHED)
    with opened(place) as desk:
        enrolling.register(desk, "530114", "甲中心")
        assert reasons(intake.merge(desk, [MadeFile().write(tmp_path)])) == ["other_numbers"]


def test_a_receipt_needs_an_enrolment_and_is_for_this_centre(actor, centre_file, tmp_path):
    place, key = district(tmp_path)
    with opened(place) as desk:
        for number in ("530114", "530115"):
            enrolling.register(desk, number, "中心")
        intake.merge(desk, [MadeFile().write(tmp_path), MadeFile(centre="530115").write(tmp_path)])
        own, others = receipts.write(desk, tmp_path / "back").written
    with pytest.raises(NotEnrolled):
        read_in(actor, own.path)
    centre_file(key)
    with pytest.raises(ReceiptRefused) as refused:
        read_in(actor, others.path)
    assert refused.value.reason == "other_centre"
    read = read_in(actor, own.path)
    assert (read.new, read.file_name) == (True, ""), "a file that is not known here: shown and kept"
    forged = tmp_path / "forged.shizhu-receipt"
    text = own.path.read_text()
    forged.write_text(text[:-5] + ("0" if text[-5] != "0" else "1") + text[-4:])
    with pytest.raises(ReceiptRefused):
        read_in(actor, forged)


def test_rows_that_cannot_be_right_are_told_with_their_place(actor, centre_file, person, tmp_path, monkeypatch):
    place, key = district(tmp_path)
    number = {"document_kind": "identity_card", "id_state": "valid"}
    people = [
        row("residents", "a", id_number="539901194403050028", **number),
        row("residents", "b", id_number="", register_state="deceased", state_on="2026-10-02"),
        row("residents", "c", id_number="A-1", document_kind="other", id_state="to_verify"),
        row("residents", "d", id_number="A-1", document_kind="other", id_state="to_verify"),
    ]
    a, b = people[0]["uid"], people[1]["uid"]
    meals = [
        row("meals", "fine", resident=b, eaten_on="2026-10-02"),
        row("meals", "dead", resident=b, eaten_on="2026-10-03"),
        row("meals", "guest", resident=None),
        row("meals", "void", resident="nobody", voided_at="2026-10-09 09:00:00"),
    ]
    visits = [row("visits", "nobody", resident="nobody"), row("visits", "late", resident=a, visited_on="2026-10-30")]
    made = MadeFile(rows={"residents": people, "meals": meals, "visits": visits}, created_at="2026-10-29 09:00:00")
    with opened(place) as desk:
        enrolling.register(desk, "530114", "甲中心")
        merged = intake.merge(desk, [made.write(tmp_path)])
        if merged.refused:
            pytest.fail(sentence(merged.refused[0].error))
        (written,) = receipts.write(desk, tmp_path / "back").written
    assert [(one.part, one.reason) for one in written.receipt.refused] == [
        ("meals", "after_death"),
        *sorted([("residents", "number_twice"), ("residents", "wrong_number")], key=lambda one: _uid(people, one[1])),
        *sorted([("visits", "nobody"), ("visits", "after_file")], key=lambda one: _uid(visits, one[1])),
    ]
    assert (written.receipt.taken["meals"], written.receipt.taken["residents"], written.receipt.taken["visits"]) == (
        3,
        2,
        0,
    )
    centre_file(key)
    read = read_in(actor, written.path)
    assert [(one.place.table, one.place.row_id) for one in read.mends][:1] == [("meal", None)]


def _uid(rows, reason):
    keys_ = {"number_twice": max(rows[-2:], key=lambda one: one["uid"]) if len(rows) == 4 else None}
    keys_ |= {"wrong_number": rows[0], "nobody": rows[0], "after_file": rows[-1]}
    return keys_[reason]["uid"]


def test_who_is_in_two_centres_is_told_by_hash(now, tmp_path):
    place, _ = district(tmp_path)
    shared = {"id_number": "539901194403050044", "id_state": "valid", "document_kind": "other"}
    with opened(place) as desk:
        for number in ("530114", "530115"):
            enrolling.register(desk, number, "中心")
            person_row = row("residents", number, **shared)
            intake.merge(desk, [MadeFile(centre=number, rows={"residents": [person_row]}).write(tmp_path)])
        written = receipts.write(desk, tmp_path / "back", "530115").written
    assert [one.receipt.centre for one in written] == ["530115"]
    ((one,),) = ([one.receipt.elsewhere for one in written],)
    assert [found.centres for found in one] == [("530114",)]
    assert "539901194403050044" not in written[0].path.read_text()
    assert person_row["uid"] not in written[0].path.read_text()


def test_mutated_sealed_files_are_refused_one_and_all(actor, person, centre_file, tmp_path):
    person("王芳")
    place, key = district(tmp_path)
    chance = random.Random(15)
    with opened(place) as desk:
        enrolling.enrol(desk, centre_file(key))
        whole = export_month(actor, OCTOBER, tmp_path / "stick").path.read_bytes()
        before = laid_out(place)
        out = tmp_path / "bad"
        out.mkdir()
        for index in range(60):
            at = chance.randrange(len(whole))
            other = whole[:at] if index % 3 == 0 else whole[:at] + bytes([whole[at] ^ 1 << index % 8]) + whole[at + 1 :]
            (out / f"{index:03d}.shizhu").write_bytes(other)
        merged = intake.merge(desk, [out])
        assert (len(merged.refused), merged.accepted) == (60, [])
        assert all(len(sentence(one.error)) > 20 for one in merged.refused)
        assert laid_out(place) == before
