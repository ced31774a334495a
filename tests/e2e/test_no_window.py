"""No command loads Qt: they run on a machine without a display, and start fast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.e2e.running import ROOT, SAMPLE

PROGRAM = """
import sys
from desktop.cli import main as cli

def run(*words):
    code = cli.run(cli.parse(["--data", sys.argv[1], *words]))
    assert code in (0, 3), words
    loaded = [name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "desktop.ui", "desktop.app"))]
    assert not loaded, (words, loaded)

out, sample = sys.argv[2:]
run("init", "--centre", "甲", "--centre-no", "530114", "--plan", "chenggong")
for kind in ("residents", "beds", "meals"):
    run("import", kind, f"{sample}/{kind}.xlsx")
run("find", "李")
run("scan", "1 530114 9999 9999 00", "--at", "2026-10-08 11:42")
run("figures", "--month", "2026-10")
run("roster", "--month", "2026-10")
run("report", "all", "--month", "2026-10", "--pdf", out, "--xlsx", out)
run("codes", "beds", "--pdf", f"{out}/labels.pdf")
run("codes", "residents", "--pdf", f"{out}/cards.pdf")
run("month", "status", "--month", "2026-10")
run("month", "check", "--month", "2026-10")
run("month", "close", "--month", "2026-10", "--explain", "已说明")
run("backup", "now")
run("backup", "verify")
run("audit", "show")
run("user", "list")
run("doctor")
"""


def test_no_command_loads_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), str(tmp_path / "out"), str(SAMPLE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
