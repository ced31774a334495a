"""``receipt`` and ``district receipt``: what the district answers, read in by command."""

import pytest

from tests.made_files import MadeFile, row


@pytest.fixture
def back(made, tmp_path):
    """The receipts of a district for the centre's own file and for one that it does not know."""
    place, out = tmp_path / "district", tmp_path / "out"
    assert made("district", "init", place, "--name", "呈贡区民政局", "--code", "530114").code == 0
    assert made("district", "key", place, "--out", tmp_path / "district.key").code == 0

    def give(*files, enrolled=True):
        if enrolled:
            assert made("enrol", tmp_path / "district.key", "--out", tmp_path / "SZ.key").code == 0
            assert made("district", "enrol", place, tmp_path / "SZ.key").code == 0
        else:
            assert made("district", "enrol", place, "--open", "530114", "--name", "甲中心").code == 0
        assert made("district", "merge", place, *files).code == 0
        return made("district", "receipt", place, "--out", out, "--json")

    return give


def test_the_centres_own_file_is_received(made, back, tmp_path):
    assert made("enrol", tmp_path / "district.key", "--out", tmp_path / "SZ.key").code == 0
    exported = made("export", "--full", "--out", tmp_path / "stick", "--json").json
    said = back(exported["file"])
    assert said.code == 0
    (one,) = said.json["receipts"]
    assert (one["centre"], one["period"], one["sequence"], one["refused"], one["elsewhere"]) == (
        "530114",
        "full",
        1,
        0,
        0,
    )
    read = made("receipt", one["file"], "--json")
    assert read.code == 0
    found = read.json
    assert (found["new"], found["period"], found["sequence"], found["refused"]) == (True, "full", 1, [])
    assert found["district"] == {"name": "呈贡区民政局", "code": "530114"}
    assert found["file_name"] == exported["file"].rsplit("/", 1)[1]
    assert (len(found["sha256"]), found["versions"], found["elsewhere"]) == (64, [], [])
    assert found["taken"]["staff"] >= 1 and found["accepted_at"]
    words = made("receipt", one["file"])
    assert words.code == 0 and "呈贡区民政局 received file no. 1" in words.out


def test_rows_to_mend_and_an_unknown_file_need_a_person(made, back, tmp_path):
    meal = row("meals", "lost", resident="nobody")
    path = MadeFile(rows={"meals": [meal]}).write(tmp_path)
    (one,) = back(path, enrolled=False).json["receipts"]
    refused = made("receipt", one["file"])
    assert (refused.code, refused.out) == (1, "") and "enrolled with no district" in refused.err
    assert made("enrol", tmp_path / "district.key", "--out", tmp_path / "SZ.key").code == 0
    read = made("receipt", one["file"], "--json")
    assert read.code == 3 and read.json["file_name"] is None
    assert read.json["refused"] == [
        {
            "part": "meals",
            "uid": meal["uid"],
            "reason": "nobody",
            "text": "of nobody in the file",
            "place": "Canteen: the meal",
            "id": None,
            "resident_id": None,
        }
    ]
    words = made("receipt", one["file"])
    assert words.code == 3
    assert "not known here" in words.out and "of nobody in the file" in words.out


def test_receipts_of_one_centre_and_a_damaged_file(made, back, tmp_path):
    path = MadeFile().write(tmp_path)
    back(path, enrolled=False)
    place = tmp_path / "district"
    said = made("district", "receipt", place, "--centre", "530999", "--out", tmp_path / "o")
    assert said.code == 1 and "530999" in said.err
    (kept,) = (place / "files").rglob("*.shizhu")
    kept.write_bytes(b"")
    said = made("district", "receipt", place, "--centre", "530114", "--out", tmp_path / "o", "--json")
    assert (said.code, said.json["receipts"], len(said.json["refused"])) == (3, [], 1)


def test_what_is_no_receipt_is_refused(made, back, tmp_path):
    back(MadeFile().write(tmp_path), enrolled=False)
    assert made("enrol", tmp_path / "district.key", "--out", tmp_path / "SZ.key").code == 0
    said = made("receipt", tmp_path / "SZ.key")
    assert (said.code, said.out) == (1, "") and "no receipt" in said.err
