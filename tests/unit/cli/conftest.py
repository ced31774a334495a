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
from tests.made_once import copied


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
        code = cli.run(cli.parse(["--data", str(folder.root), *map(str, words)]))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def made(shizhu: Shizhu, folder: DataFolder) -> Shizhu:
    """The same, in a centre that was just made."""

    def make(empty: DataFolder) -> None:
        init = ("init", "--centre", "甲中心", "--centre-no", "530114", "--plan", "yimen")
        assert shizhu(*init, "--data", empty.root).code == 0

    copied("init", make, folder)
    return shizhu
