"""Where the demo's work lies: a folder of its own, which an earlier demo may be made anew in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop.core.file_errors import FolderNotEmpty
from desktop.core.files import make_folder, storage_error
from desktop.core.paths import DataFolder

_MARK = ".shizhu-demo"


@dataclass(frozen=True)
class DemoPlaces:
    """The folders of one demo."""

    out: Path

    @property
    def data(self) -> DataFolder:
        """The demo centre's data folder, which the window opens."""
        return DataFolder(self.out / "data")

    @property
    def workbooks(self) -> Path:
        """The workbooks that were imported."""
        return self.out / "workbooks"

    @property
    def figures(self) -> Path:
        """Every figure of the month."""
        return self.out / "figures.json"

    @property
    def reports(self) -> Path:
        """The printable reports."""
        return self.out / "reports"

    @property
    def codes(self) -> Path:
        """Bed labels and resident cards."""
        return self.out / "codes"

    @property
    def sync(self) -> Path:
        """The file for the district office."""
        return self.out / "sync"

    def clear(self) -> None:
        """Make room: an earlier demo goes, anything else in the folder is refused."""
        mark = self.out / _MARK
        if self.out.exists() and not mark.is_file() and (not self.out.is_dir() or any(self.out.iterdir())):
            raise FolderNotEmpty(str(self.out))
        make_folder(self.out)
        try:
            # The mark comes first, so that a demo that was cut short can be made anew.
            mark.touch()
            for folder in (self.data.root, self.workbooks, self.reports, self.codes, self.sync):
                if folder.exists():
                    shutil.rmtree(folder)
                folder.mkdir()
            self.figures.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, self.out) from error
