"""``shizhu``: the window, or with a command the same work without one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.core.file_kinds import RECEIPT, SYNC_FILE
from desktop.core.paths import default_data_folder, remembered_district
from desktop.importing.book import FROZEN_ARGUMENT


def main() -> int:
    """Start what the command line asks for; a command never loads Qt."""
    # Numbers and health of thousands: what is written is for this account alone (Windows: by the rights of its folder).
    os.umask(0o077)
    words = sys.argv[1:]
    if words[:1] == [FROZEN_ARGUMENT]:
        # A frozen program is its own Python: this is the child that parses a workbook.
        from desktop.importing.book import child

        return child.main(words[1:])
    file, data, lang = _opened(words), None, None
    district = _district_of_this_computer() if len(words) == bool(file) else None
    if words and file is None:
        # All commands load as long as half a window: whoever just opens it does not wait for them.
        from desktop.cli import main as cli

        args = cli.parse(words)
        if args.command is not None:
            return cli.run(args)
        data, lang, district = args.data, args.lang, args.office
    # The window's libraries load slowly, and a machine without a display may not have what they need.
    if district is not None:
        from desktop.ui.district.start import run as run_district

        return run_district(district, lang, file)
    from desktop.app import run as run_window

    return run_window(data, lang, file)


def _district_of_this_computer() -> Path | None:
    """The district's folder that was opened last, on a computer that no centre is kept on."""
    return None if default_data_folder().database.is_file() else remembered_district()


def _opened(words: list[str]) -> Path | None:
    """The file that is the only argument: a double click on a receipt or a sync file."""
    if len(words) != 1 or not words[0].endswith((RECEIPT, SYNC_FILE)):
        return None
    return Path(words[0]).absolute()


if __name__ == "__main__":
    sys.exit(main())
