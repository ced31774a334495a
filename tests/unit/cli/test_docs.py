"""The page that others script against names every command, and no other."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from desktop.cli import main as cli

PAGE = Path(__file__).resolve().parents[3] / "docs" / "cli.md"


def test_docs_name_every_command() -> None:
    rows = re.findall(r"^\| `([a-z-]+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(commands())


def commands() -> list[str]:
    parser = cli.parser()
    actions = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    return [name for action in actions for name in action.choices]
