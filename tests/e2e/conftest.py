"""The program's command line and the sample centre, imported once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.e2e.running import SAMPLE, Run, Sample, run_command


@pytest.fixture(scope="session")
def shizhu() -> Run:
    """The program's command line."""
    return run_command


@pytest.fixture(scope="session")
def expected() -> Any:
    """The verdicts and figures that the sample centre's workbooks must lead to."""
    return json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """A data folder with the sample centre's workbooks imported, people first."""
    data = tmp_path_factory.mktemp("sample") / "data"
    made = run_command(
        "init", "--centre", "示例街道综合养老服务中心", "--centre-no", "530114", "--plan", "chenggong", data=data
    )
    assert made.code == 0, made.err
    kinds = ("residents", "beds", "services", "meals", "visits")
    imports = {kind: run_command("import", kind, SAMPLE / f"{kind}.xlsx", "--json", data=data) for kind in kinds}
    return Sample(data, imports)
