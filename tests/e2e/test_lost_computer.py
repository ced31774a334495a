"""From a lost computer to work: another computer, the backup stick and the recovery sheet are all that is left."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.core.sealing import is_sealed_store
from desktop.reports.forms.recovery_sheet import read_back
from tests.e2e.running import Ran, Run, Sample

MONTH = "2026-10"
OLD_WORD, NEW_WORD = "旧电脑的密码88", "新电脑的密码99"
Do = Callable[..., Ran]


@pytest.mark.slow
def test_backup_stick_and_recovery_sheet_bring_the_centre_back(shizhu: Run, sample: Sample, tmp_path: Path) -> None:
    old, new, stick, paper = (tmp_path / name for name in ("old", "new", "stick", "paper.pdf"))
    shutil.copytree(sample.data, old)

    def at_old(*words: object, **environment: str) -> Ran:
        return shizhu(*words, "--user", "李主任", data=old, SHIZHU_PASSWORD=OLD_WORD, **environment)

    first = shizhu("user", "add", "李主任", "--role", "director", data=old, SHIZHU_NEW_PASSWORD=OLD_WORD)
    assert first.code == 0, first.err
    sealed = at_old("store", "encrypt", "--recovery-sheet", paper, "--json")
    assert sealed.code == 0, sealed.err
    assert at_old("store", "plain", "--replace", "--json").json["plain_copies"] == []
    assert at_old("export", "--month", MONTH, "--out", old / "exports", "--json").code == 0
    before = what_it_holds(at_old)
    made = at_old("backup", "now", "--json").json
    shutil.copytree(old / "backups", stick)
    shutil.rmtree(old)

    # Nobody reads anything on the stick.
    told = [name.encode() for name in before["names"]]
    assert is_sealed_store(stick / Path(made["file"]).name) and len(told) > 50
    for path in (one for one in stick.rglob("*") if one.is_file()):
        content = path.read_bytes()
        assert not [name for name in told if name in content], path.name

    groups = read_back(paper)
    backup = stick / Path(made["file"]).name
    refused = shizhu("backup", "restore", backup, data=new)
    assert refused.code == 1 and "恢复单" in refused.err
    restored = shizhu("backup", "restore", backup, "--json", data=new, SHIZHU_RECOVERY=groups)
    assert restored.code == 0, restored.err
    assert restored.json["lost"] == []
    wrong = shizhu("store", "open-with-recovery", data=new, SHIZHU_RECOVERY=groups[:-1] + "x")
    assert wrong.code == 1 and wrong.out == ""
    opened = shizhu(
        *("store", "open-with-recovery", "--user", "李主任", "--json"),
        data=new,
        SHIZHU_RECOVERY=groups,
        SHIZHU_NEW_PASSWORD=NEW_WORD,
    )
    assert opened.json == {"encrypted": True, "opens": True, "user": "李主任"}

    def at_new(*words: object, **environment: str) -> Ran:
        return shizhu(*words, "--user", "李主任", data=new, SHIZHU_PASSWORD=NEW_WORD, **environment)

    assert shizhu("figures", "--month", MONTH, "--user", "李主任", data=new, SHIZHU_PASSWORD=OLD_WORD).code == 1
    assert what_it_holds(at_new) == before
    month = at_new("export", "--month", MONTH, "--out", new / "exports")
    assert month.code == 1 and "全量导出" in month.err
    full = at_new("export", "--full", "--out", new / "exports", "--json")
    assert full.code == 0, full.err
    assert at_new("verify", full.json["file"]).code == 0
    chains = at_new("audit", "verify", "--json").json["chains"]
    assert len({one["epoch"] for one in chains}) == 2 and all(one["ok"] for one in chains)
    found = {one["name"]: one for one in at_new("doctor", "--json").json["findings"]}
    assert found["encryption"]["ok"] and found["plain_copies"]["ok"] and found["change_log"]["ok"]


def what_it_holds(do: Do) -> dict[str, Any]:
    """Everything that is compared between the computer that was lost and the one that took its place."""
    roster = do("roster", "--month", MONTH, "--json").json
    names = {one["name"] for part in roster.values() if isinstance(part, list) for one in part}
    return {"figures": do("figures", "--month", MONTH, "--json").json, "roster": roster, "names": sorted(names)}
