"""Commands run inside the test's own process, in English so that the code's own words are seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from desktop.cli import main as cli
from desktop.core import i18n
from desktop.core.paths import DataFolder


@dataclass(frozen=True)
class Said:
    """What a command printed and ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Shizhu = Callable[..., Said]


@pytest.fixture
def shizhu(folder: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shizhu:
    """``shizhu WORDS`` on the test's own data folder."""
    i18n.install("en")
    monkeypatch.setattr(i18n, "install", lambda name: None)
    monkeypatch.delenv("SHIZHU_PASSWORD", raising=False)

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = cli.run(cli.parse([*map(str, words), "--data", str(folder.root)]))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def made(shizhu: Shizhu) -> Shizhu:
    """The same, in a centre that was just made."""
    assert shizhu("init", "--centre", "甲中心", "--centre-no", "530114", "--plan", "yimen").code == 0
    return shizhu
