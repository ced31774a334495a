"""A double click on a receipt starts the window with it; anything else is the command line's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as program


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the window is started with, without one."""
    found: list[tuple[object, ...]] = []

    class Window:
        @staticmethod
        def run(*given: object) -> int:
            found.append(given)
            return 0

    monkeypatch.setitem(sys.modules, "desktop.app", Window)
    return found


@pytest.mark.parametrize("name", ["HZ-530114-2026-10-0001.shizhu-receipt", "SZ-530114-2026-10-0001.shizhu"])
def test_the_only_argument_is_the_file(
    started: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["shizhu", name])
    assert program.main() == 0
    assert started == [(None, None, tmp_path / name)]


def test_without_one_the_window_opens_as_ever(
    started: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["shizhu"])
    assert program.main() == 0
    assert started == [(None, None, None)]


def test_behind_a_command_a_file_is_an_argument(
    started: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["shizhu", "verify", str(tmp_path / "SZ.shizhu")])
    assert program.main() == 1
    assert started == []


@pytest.mark.parametrize("words", [[], ["HZ-530114-2026-10-0001.shizhu-receipt"]])
def test_whoever_just_opens_the_window_does_not_wait_for_the_commands(words: list[str]) -> None:
    script = (
        "import sys, types\n"
        "sys.modules['desktop.app'] = types.SimpleNamespace(run=lambda *given: 0)\n"
        f"sys.argv = ['shizhu', *{words!r}]\n"
        "from desktop.__main__ import main\n"
        "main()\n"
        "print([one for one in sys.modules if one.startswith(('desktop.cli', 'desktop.sync', 'desktop.district'))])\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
