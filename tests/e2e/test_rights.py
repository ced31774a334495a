"""What the program writes is for the account that it runs under, whatever the computer's habit is."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.running import ROOT, run_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows goes by the rights of the user's folder")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_data_backups_and_exports_are_for_their_owner_alone(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    init = [sys.executable, "-m", "desktop", "--data", str(data), "init", "--centre", "甲", "--centre-no", "530114"]
    subprocess.run([*init, "--plan", "chenggong"], cwd=ROOT, check=True, capture_output=True, umask=0o000)
    assert run_command("backup", "now", data=data).code == 0
    assert run_command("export", "--full", "--out", out, data=data).code == 0
    written = [path for root in (data, out) for path in (root, *root.rglob("*"))]
    assert len([path for path in written if path.suffix in {".db", ".shizhu"}]) >= 3
    assert {path.name: oct(rights(path)) for path in written if rights(path) & 0o077} == {}


def test_an_older_data_folder_is_shut_when_it_is_opened(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run_command("init", "--centre", "甲", "--centre-no", "530114", "--plan", "chenggong", data=data).code == 0
    data.chmod(0o755)
    assert run_command("find", "李", data=data).code == 0
    assert rights(data) == 0o700
