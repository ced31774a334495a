"""``shizhu``: the window, or with a command the same work without one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.cli import main as cli
from desktop.importing.book import child
from desktop.importing.book.child import FROZEN_ARGUMENT
from desktop.sync.format import SUFFIX as SYNC_FILE
from desktop.sync.receipt import SUFFIX as RECEIPT


def main() -> int:
    """Start what the command line asks for; a command never loads Qt."""
    # Numbers and health of thousands: what is written is for this account alone (Windows: by the rights of its folder).
    os.umask(0o077)
    if sys.argv[1:2] == [FROZEN_ARGUMENT]:
        # A frozen program is its own Python: this is the child that parses a workbook.
        return child.main(sys.argv[2:])
    file = _opened(sys.argv[1:])
    args = cli.parse([] if file is not None else sys.argv[1:])
    if args.command is not None:
        return cli.run(args)
    # The window's libraries load slowly, and a machine without a display may not have what they need.
    from desktop.app import run as run_window

    return run_window(args.data, args.lang, file)


def _opened(words: list[str]) -> Path | None:
    """The file that is the only argument: a double click on a receipt or a sync file."""
    if len(words) != 1 or not words[0].endswith((RECEIPT, SYNC_FILE)):
        return None
    return Path(words[0]).absolute()


if __name__ == "__main__":
    sys.exit(main())
