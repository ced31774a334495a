"""A frozen figure that somebody forged in the file, hash and all, is refused by every command that would tell it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.period import Month
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from tests.forging import forge
from tests.unit.cli.conftest import Shizhu

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def forged(actor: Actor, person: Callable[..., int], shizhu: Shizhu) -> Shizhu:
    """September with one of one visited, closed; then its figures say 7, with a hash that fits them."""
    visits.save(actor, VisitDraft(person("王芳", flags=["disabled"]), "2026-09-10"))
    month_close.close(actor, SEPTEMBER, reports_of, "核对用")
    version = frozen.latest(SEPTEMBER)
    assert version is not None
    said = frozen.document(version, frozen.FIGURES)
    assert said is not None and b'"visited":1' in said
    content = said.replace(b'"visited":1', b'"visited":7')
    values = (zlib.compress(content, 9), hashlib.sha256(content).hexdigest(), frozen.FIGURES, version.id)
    forge("UPDATE month_document SET content = ?, sha256 = ? WHERE kind = ? AND version_id = ?", *values)
    return shizhu


@pytest.mark.parametrize(
    "command",
    [
        ("report", "visits", "--pdf", "out"),
        ("report", "all", "--xlsx", "out", "--csv", "out"),
        ("report", "all", "--book", "out", "--version", "1"),
        ("export", "--out", "out"),
        ("figures",),
        ("figures", "--explain", "visits.visited"),
        ("figures", "--trend"),
        ("month", "drift"),
    ],
    ids=" ".join,
)
def test_no_command_tells_a_forged_figure_or_writes_a_file_of_it(
    forged: Shizhu, command: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    told = forged(*(str(out) if word == "out" else word for word in command), "--month", "2026-09")
    assert (told.code, told.out) == (1, "")
    assert "2026-9 were changed" in told.err and len(told.err.splitlines()) == 1
    assert [path for path in out.rglob("*") if path.is_file()] == []


def test_the_doctor_names_the_month(forged: Shizhu) -> None:
    told = forged("doctor", "--json")
    assert told.code == 3
    wrong = {one["name"]: one["text"] for one in told.json["findings"] if not one["ok"]}
    assert "2026-9 were changed" in wrong["frozen"]
