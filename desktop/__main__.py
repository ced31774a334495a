"""``shizhu``: the window, or with a command the same work without one."""

from __future__ import annotations

import os
import sys

from desktop.cli import main as cli
from desktop.importing.book import child
from desktop.importing.book.child import FROZEN_ARGUMENT


def main() -> int:
    """Start what the command line asks for; a command never loads Qt."""
    # Numbers and health of thousands: what is written is for this account alone (Windows: by the rights of its folder).
    os.umask(0o077)
    if sys.argv[1:2] == [FROZEN_ARGUMENT]:
        # A frozen program is its own Python: this is the child that parses a workbook.
        return child.main(sys.argv[2:])
    args = cli.parse(sys.argv[1:])
    if args.command is not None:
        return cli.run(args)
    # The window's libraries load slowly, and a machine without a display may not have what they need.
    from desktop.app import run as run_window

    return run_window(args.data, args.lang)


if __name__ == "__main__":
    sys.exit(main())
