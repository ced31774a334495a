"""Who a district is, its keys, and the centres on its list."""

import json
import sys
from dataclasses import replace

import pytest

from desktop.core import signing
from desktop.core.answers import NumbersWanted
from desktop.core.district_errors import (
    CentreNumberTaken,
    CentreUnknown,
    DistrictDamaged,
    DistrictDraftRefused,
    DistrictThere,
    NoDistrict,
)
from desktop.core.file_errors import FolderNotEmpty, KeyFileRefused
from desktop.core.period import Month
from desktop.core.storage_errors import FolderOnNetwork, StorageTrouble
from desktop.core.words.messages import sentence
from desktop.district import enrolling, folder, intake
from desktop.district.catalogue import Catalogue
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.sync import keys
from tests.made_files import MadeFile

pytestmark = pytest.mark.usefixtures("then")

FULL = District("呈贡区民政局", "530114", NumbersWanted.FULL)


def test_a_folder_has_keys_that_nobody_had_before(tmp_path):
    places = [DistrictFolder(tmp_path / name) for name in ("a", "b")]
    given = [folder.make(place, FULL) for place in places]
    assert given[0].seal_to != given[1].seal_to and given[0].sign_with != given[1].sign_with
    assert [folder.key_of(place) for place in places] == given
    assert (given[0].name, given[0].code, given[0].numbers, given[0].matching) == ("呈贡区民政局", "530114", "full", "")
    secrets = folder.secrets_of(places[0])
    signed = keys.sign(bytes.fromhex(secrets.sign), b"receipt")
    assert keys.verify(given[0].sign_with, b"receipt", signed)
    assert secrets.identity.startswith("AGE-SECRET-KEY-1")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of its folder there")
def test_the_keys_are_for_their_owner_alone(place):
    assert place.secrets.stat().st_mode & 0o777 == 0o600
    assert place.secrets.parent.stat().st_mode & 0o777 == place.root.stat().st_mode & 0o777 == 0o700


def test_pseudonyms_have_a_key_of_their_own(tmp_path):
    place = DistrictFolder(tmp_path / "hashed")
    key = folder.make(place, District("呈贡区民政局", "530114", NumbersWanted.HASHED))
    assert len(key.matching) == 64
    assert folder.key_of(place) == key


def test_a_folder_is_made_once_and_never_over_something_else(place, tmp_path):
    with pytest.raises(DistrictThere):
        folder.make(place, FULL)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x")
    with pytest.raises(FolderNotEmpty):
        folder.make(DistrictFolder(tmp_path / "other"), FULL)
    half = DistrictFolder(tmp_path / "half")
    half.secrets.parent.mkdir(parents=True)
    folder.make(half, FULL)
    assert folder.require(half) == FULL


@pytest.mark.parametrize(("name", "code"), [("", "530114"), ("区", "53011")])
def test_a_district_has_a_name_and_a_code(tmp_path, name, code):
    place = DistrictFolder(tmp_path / "d")
    with pytest.raises(DistrictDraftRefused):
        folder.make(place, District(name, code, NumbersWanted.FULL))
    assert not place.root.exists()


def test_no_folder_of_a_district_is_said(tmp_path):
    with pytest.raises(NoDistrict), opened(DistrictFolder(tmp_path)):
        pass


def test_damaged_books_are_said_and_nothing_is_changed(place):
    with opened(place):
        pass
    place.catalogue.write_bytes(b"no database at all, but long enough to look like one" * 100)
    with pytest.raises(DistrictDamaged) as damaged, opened(place):
        pass
    assert "catalogue.db" in sentence(damaged.value)
    place.about.write_text("{}")
    with pytest.raises(DistrictDamaged), opened(place):
        pass
    place.secrets.write_bytes(b"{}\n")
    with pytest.raises(DistrictDamaged):
        folder.secrets_of(place)


def test_a_catalogue_of_a_newer_program_is_left_alone(place):
    Catalogue(place.catalogue).close()
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(place.catalogue)) as rows:
        rows.execute("PRAGMA user_version = 9")
    with pytest.raises(StorageTrouble):
        Catalogue(place.catalogue)


def test_no_district_on_a_network_drive(place, tmp_path, monkeypatch):
    monkeypatch.setattr(folder.drives, "on_network", lambda _place: True)
    with pytest.raises(FolderOnNetwork):
        folder.make(DistrictFolder(tmp_path / "far"), FULL)
    with pytest.raises(FolderOnNetwork), opened(place):
        pass


def test_a_centre_is_enrolled_once_and_a_second_one_with_its_number_is_refused_by_name(desk, centre_key):
    path = centre_key("530116", "丙中心")
    key = enrolling.enrol(desk, path)
    assert enrolling.enrol(desk, path) == key
    centre = enrolling.require(desk, "530116")
    assert (centre.name, centre.uid, centre.enrolled) == ("丙中心", key.uid, True)
    with pytest.raises(CentreNumberTaken) as taken:
        enrolling.enrol(desk, centre_key("530116", "丁中心"))
    words = sentence(taken.value)
    assert "丙中心" in words and "丁中心" in words and "530116" in words
    with pytest.raises(CentreNumberTaken):
        enrolling.register(desk, "530116", "戊中心")
    assert enrolling.require(desk, "530116") == centre


@pytest.mark.parametrize("other", ["sign_with", "recovery_to"])
def test_one_that_says_it_is_an_enrolled_centre_comes_with_its_key(desk, centre_key, tmp_path, other):
    key = enrolling.enrol(desk, centre_key("530116", "丙中心"))
    new = {"sign_with": signing.new_signing()[1], "recovery_to": signing.new_identity()[1]}[other]
    path = tmp_path / "other.key"
    path.write_bytes(keys.as_bytes(replace(key, **{other: new})))
    with pytest.raises(CentreNumberTaken):
        enrolling.enrol(desk, path)
    assert getattr(enrolling.require(desk, "530116"), other) == getattr(key, other)


def test_a_registered_centre_is_enrolled_later_and_its_files_stay(desk, tmp_path, centre_key):
    intake.merge(desk, [MadeFile().write(tmp_path)])
    enrolling.enrol(desk, centre_key("530114", "甲中心"))
    assert enrolling.require(desk, "530114").enrolled
    assert len(desk.catalogue.all_accepted("530114")) == 1
    assert intake.rebuild(desk) == [], "what was taken while it came open stays"


def test_a_registered_centre_may_be_named_better(desk):
    enrolling.register(desk, "530114", " 甲中心（新） ")
    assert enrolling.require(desk, "530114").name == "甲中心（新）"


@pytest.mark.parametrize(("number", "name"), [("53011", "甲"), ("530114", " "), ("530114", "甲\n"), ("53011四", "甲")])
def test_a_centre_has_a_name_and_a_number(desk, number, name):
    with pytest.raises(DistrictDraftRefused):
        enrolling.register(desk, number, name)


def test_an_unknown_centre_is_said(desk):
    with pytest.raises(CentreUnknown):
        enrolling.require(desk, "530999")


def test_a_key_file_of_a_district_is_no_centres(desk, tmp_path):
    path = tmp_path / "district.key"
    path.write_bytes(keys.as_bytes(folder.key_of(desk.folder)))
    with pytest.raises(KeyFileRefused):
        enrolling.enrol(desk, path)


def test_each_centre_has_its_state_in_a_month(desk, tmp_path):
    enrolling.register(desk, "530116", "丙中心")
    enrolling.register(desk, "530117", "丁中心")
    made = [
        MadeFile(state="open", version=0),
        MadeFile(centre="530115"),
        MadeFile(centre="530116", state="corrected", version=2),
        MadeFile(centre="530117", period="2026-11"),
    ]
    intake.merge(desk, [one.write(tmp_path) for one in made])
    found = enrolling.standing(desk, Month(2026, 10))
    assert [(one.centre.number, str(one.state)) for one in found] == [
        ("530114", "draft"),
        ("530115", "closed"),
        ("530116", "corrected"),
        ("530117", "missing"),
    ]
    assert found[2].file.version == 2 and found[3].file is None


def test_the_folder_says_its_version(place):
    assert json.loads(place.about.read_text())["version"] == 1
