"""Where the simulated district lies: the district's own folder, and in ``demo`` below it what is not the district's."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop.core.file_errors import FolderNotEmpty
from desktop.core.files import make_folder, storage_error
from desktop.core.paths import DataFolder
from desktop.district.folder import DistrictFolder


@dataclass(frozen=True)
class DistrictPlaces:
    """The folders of one simulated district."""

    out: Path

    @property
    def folder(self) -> DistrictFolder:
        """The district's own folder."""
        return DistrictFolder(self.out)

    @property
    def beside(self) -> Path:
        """What is not the district's: centres, sticks, papers."""
        return self.out / "demo"

    @property
    def reports(self) -> Path:
        """The district's reports, by the day on which they were written."""
        return self.beside / "reports"

    @property
    def receipts(self) -> Path:
        """The receipts that go back."""
        return self.beside / "receipts"

    @property
    def post(self) -> Path:
        """What came by other ways than from our own centres."""
        return self.beside / "post"

    def data(self, number: str) -> DataFolder:
        """The data folder of a centre, which the window opens."""
        return DataFolder(self.beside / "centres" / number)

    def workbooks(self, number: str) -> Path:
        """What a centre typed, as workbooks."""
        return self.beside / "workbooks" / number

    def stick(self, number: str) -> Path:
        """The stick on which a centre hands in."""
        return self.beside / "sticks" / number

    def clear(self) -> None:
        """Make room: an earlier simulated district goes, anything else in the folder is refused."""
        demo = (self.beside / _MARK).is_file()
        if self.out.exists() and not demo and (not self.out.is_dir() or any(self.out.iterdir())):
            raise FolderNotEmpty(str(self.out))
        try:
            if self.out.exists():
                # The mark goes last, so that a clearing that was cut short can be done again.
                for one in self.out.iterdir():
                    if one != self.beside:
                        _remove(one)
                _remove(self.beside)
        except OSError as error:
            raise storage_error(error, self.out) from error

    def mark(self) -> None:
        """Say that all of this is a demo, which may be made anew."""
        make_folder(self.beside)
        try:
            (self.beside / _MARK).touch()
        except OSError as error:
            raise storage_error(error, self.beside) from error


_MARK = ".shizhu-demo"


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
