"""``district``: the receiving side by command."""

import json

import pytest

from desktop.sync import keys
from tests.made_files import MadeFile


@pytest.fixture
def district(shizhu, tmp_path):
    """``shizhu district VERB DIR WORDS``; no centre stands in the data folder."""
    place = tmp_path / "district"

    def run(verb, *words, as_json=True):
        return shizhu("district", verb, place, *words, *(["--json"] if as_json else []))

    assert run("init", "--name", "呈贡区民政局", "--code", "530114").code == 0
    return run


def test_a_folder_is_made_and_its_key_given_out(district, tmp_path):
    out = tmp_path / "out" / "district.key"
    said = district("key", "--out", out)
    assert said.code == 0
    key = keys.read_district(out)
    assert said.json == {
        "file": str(out),
        "name": "呈贡区民政局",
        "code": "530114",
        "fingerprint": keys.fingerprint(key),
    }
    again = district("init", "--name", "区", "--code", "530114")
    assert (again.code, again.out) == (1, "") and "district's already" in again.err


def test_hashed_numbers_are_asked_for(shizhu, tmp_path):
    said = shizhu(
        "district", "init", tmp_path / "d", "--name", "区", "--code", "530114", "--numbers", "hashed", "--json"
    )
    assert (said.code, said.json["numbers"]) == (0, "hashed")


def test_files_are_merged_and_those_refused_need_a_person(district, tmp_path):
    stick = tmp_path / "stick"
    good, bad = MadeFile().write(stick), stick / "bad.shizhu"
    bad.write_bytes(b"junk")
    foreign = MadeFile(centre="530999").write(stick)
    assert district("enrol", "--open", "530114", "--name", "甲中心").json == {
        "number": "530114",
        "name": "甲中心",
        "uid": None,
        "fingerprint": None,
    }
    said = district("merge", stick)
    assert said.code == 3
    taken = {"file": str(good), "centre": "530114", "period": "2026-10", "sequence": 1}
    assert (said.json["accepted"], said.json["unchanged"]) == ([taken], [])
    assert [(one["file"], one["reason"]) for one in said.json["refused"]] == [
        (str(foreign), "unknown_centre"),
        (str(bad), "not_a_sync_file"),
    ]
    assert all(one["text"].strip() for one in said.json["refused"])
    again = district("merge", good)
    assert (again.code, again.json) == (0, {"accepted": [], "unchanged": [taken], "refused": []})


def test_what_cannot_be_read_has_a_reason_too(district, tmp_path):
    said = district("merge", tmp_path / "nowhere.shizhu")
    assert said.code == 3
    (one,) = said.json["refused"]
    assert one["reason"] == "unreadable" and "nowhere.shizhu" in one["text"]


def test_status_tells_each_centre_in_words_too(district, tmp_path):
    for number, name in (("530114", "甲中心"), ("530115", "乙中心")):
        district("enrol", "--open", number, "--name", name)
    district("merge", MadeFile().write(tmp_path))
    said = district("status", "--month", "2026-10").json
    assert (said["month"], said["district"], said["received"], said["missing"]) == ("2026-10", "呈贡区民政局", 1, 1)
    one, other = said["centres"]
    assert (one["number"], one["name"], one["enrolled"], one["state"]) == ("530114", "甲中心", False, "closed")
    assert (one["sequence"], one["version"], one["rows"], one["created_at"]) == (1, 1, 1, "2026-11-02 09:30:00")
    assert len(one["sha256"]) == 64 and one["accepted_at"]
    assert (other["state"], other["sequence"], other["sha256"]) == ("missing", None, None)
    lines = district("status", "--month", "2026-10", as_json=False).out.splitlines()
    assert "1 of 2 centres" in lines[0] and "closed" in lines[1] and "missing" in lines[2]


def test_a_centre_is_enrolled_by_its_key(district, centre_key):
    path = centre_key("530116", "丙中心")
    said = district("enrol", path)
    key = keys.read_centre(path)
    assert said.json == {"number": "530116", "name": "丙中心", "uid": key.uid, "fingerprint": keys.fingerprint(key)}
    refused = district("enrol", centre_key("530116", "丁中心"))
    assert (refused.code, refused.out) == (1, "")
    assert "丙中心" in refused.err


@pytest.mark.parametrize("words", [(), ("x.key", "--open", "530114")])
def test_enrol_wants_one_of_the_two(district, words):
    with pytest.raises(SystemExit) as ended:
        district("enrol", *words)
    assert ended.value.code == 2


def test_rebuilt_and_a_damaged_file_needs_a_person(district, tmp_path):
    district("enrol", "--open", "530114", "--name", "甲中心")
    district("merge", MadeFile().write(tmp_path))
    assert district("rebuild").json == {"files": 1, "refused": []}
    (kept,) = (tmp_path / "district" / "files").rglob("*.shizhu")
    kept.write_bytes(b"")
    said = district("rebuild")
    assert (said.code, said.json["files"], len(said.json["refused"])) == (3, 0, 1)
    kept.unlink()
    assert district("rebuild").code == 3


def test_where_there_is_no_district_every_verb_says_so(shizhu, tmp_path):
    for words in (
        ("status", tmp_path, "--month", "2026-10"),
        ("merge", tmp_path, tmp_path),
        ("rebuild", tmp_path),
        ("key", tmp_path, "--out", tmp_path / "k"),
        ("enrol", tmp_path, "--open", "530114", "--name", "甲"),
    ):
        said = shizhu("district", *words)
        assert (said.code, said.out) == (1, "")
        assert "no district" in said.err
    assert json.loads("[]") == list((tmp_path).glob("*"))
