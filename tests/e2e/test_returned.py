"""From a lost computer to work through the district: what it gives back and the recovery sheet are all that is left."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop.reports.forms.recovery_sheet import read_back
from tests.e2e.running import Ran, Run, Sample
from tests.e2e.test_lost_computer import MONTH, NEW_WORD, OLD_WORD, Do, what_it_holds


@pytest.mark.slow
def test_the_district_brings_the_centre_back(shizhu: Run, sample: Sample, tmp_path: Path) -> None:
    old, new, office, stick = (tmp_path / name for name in ("old", "new", "office", "stick"))
    shutil.copytree(sample.data, old)

    def at(data: Path, word: str) -> Do:
        def run(*words: object, **environment: str) -> Ran:
            return shizhu(*words, "--user", "李主任", data=data, SHIZHU_PASSWORD=word, **environment)

        return run

    def done(ran: Ran) -> Any:
        assert ran.code == 0, ran.err
        return ran.json

    first = shizhu("user", "add", "李主任", "--role", "director", data=old, SHIZHU_NEW_PASSWORD=OLD_WORD)
    assert first.code == 0, first.err
    at_old, at_new = at(old, OLD_WORD), at(new, NEW_WORD)
    done(at_old("month", "close", "--month", MONTH, "--explain", "无", "--json"))
    done(shizhu("district", "init", office, "--name", "呈贡区民政局", "--code", "530114", "--json"))
    done(shizhu("district", "key", office, "--out", tmp_path / "office.key", "--json"))
    enrolled = done(at_old("enrol", tmp_path / "office.key", "--out", tmp_path / "old.key", "--json"))
    done(shizhu("district", "enrol", office, tmp_path / "old.key", "--json"))
    handed_in = done(at_old("export", "--full", "--out", stick, "--json"))
    assert len(done(shizhu("district", "merge", office, stick, "--json"))["accepted"]) == 1
    before = what_it_holds(at_old)
    groups = read_back(Path(enrolled["recovery_sheet"]))
    shutil.rmtree(old)

    back = done(shizhu("district", "return", office, "--centre", "530114", "--out", tmp_path / "back", "--json"))
    assert (back["sequence"], back["later"]) == (handed_in["sequence"], [])
    content = Path(back["file"]).read_bytes()
    assert not [name for name in before["names"] if name.encode() in content]

    refused = shizhu("restore-from", back["file"], data=new, SHIZHU_RECOVERY=groups)
    assert refused.code == 1 and "李主任" in refused.err and not (new / "shizhu.db").exists()
    restored = done(
        shizhu(
            *("restore-from", back["file"], "--user", "李主任", "--json"),
            data=new,
            SHIZHU_RECOVERY=groups,
            SHIZHU_NEW_PASSWORD=NEW_WORD,
        )
    )
    assert restored["months"] == 1 and restored["lost"] == []
    residents = {part["name"]: part["rows"] for part in handed_in["parts"]}["residents.jsonl"]
    assert restored["tables"]["resident"] == residents > 50

    assert what_it_holds(at_new) == before
    drift = at_new("month", "drift", "--month", MONTH, "--json")
    assert done(drift)["differences"] == []
    chains = done(at_new("audit", "verify", "--json"))["chains"]
    assert len({one["epoch"] for one in chains}) == 2 and all(one["ok"] for one in chains)
    findings = {one["name"]: one["ok"] for one in at_new("doctor", "--json").json["findings"]}
    assert [name for name, fine in findings.items() if not fine] == ["backups"]
    month = at_new("export", "--month", MONTH, "--out", new / "exports")
    assert month.code == 1

    done(at_new("enrol", tmp_path / "office.key", "--out", tmp_path / "new.key", "--json"))
    assert shizhu("district", "enrol", office, tmp_path / "new.key").code == 1
    done(shizhu("district", "enrol", office, tmp_path / "new.key", "--instead", "--json"))
    again = done(at_new("export", "--full", "--out", tmp_path / "again", "--json"))
    assert again["sequence"] == handed_in["sequence"] + 1
    assert len(done(shizhu("district", "merge", office, tmp_path / "again", "--json"))["accepted"]) == 1
