"""The list of decisions names every decision."""

from __future__ import annotations

import re
from pathlib import Path

DECISIONS = Path(__file__).parents[3] / "docs" / "decisions"


def test_the_list_of_decisions_links_every_decision_once():
    linked = re.findall(r"^\| \[\d{4}\]\((.+?)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert linked == sorted(path.name for path in DECISIONS.glob("[0-9]*.md"))
