"""What the program writes is for the account that it runs under, whatever the computer's habit is."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.e2e.running import ROOT, run_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows goes by the rights of the user's folder")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_data_backups_and_exports_are_for_their_owner_alone(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    init = [sys.executable, "-m", "desktop", "--data", str(data), "init", "--centre", "甲", "--centre-no", "530114"]
    subprocess.run([*init, "--plan", "chenggong"], cwd=ROOT, check=True, capture_output=True, umask=0o000)
    assert run_command("backup", "now", data=data).code == 0
    assert run_command("export", "--full", "--out", out, data=data).code == 0
    written = [path for root in (data, out) for path in (root, *root.rglob("*"))]
    assert len([path for path in written if path.suffix in {".db", ".shizhu"}]) >= 3
    assert {path.name: oct(rights(path)) for path in written if rights(path) & 0o077} == {}


OF_A_DAY = (
    ("backup", "now"),
    ("export", "--full", "--out", "{out}"),
    ("report", "all", "--month", "2026-10", "--pdf", "{out}", "--xlsx", "{out}", "--csv", "{out}", "--book", "{out}"),
    ("template", "residents", "{out}/blank.xlsx"),
    ("template", "names", "{out}/names.xlsx", "--month", "2026-10"),
    ("import", "residents", "{book}", "--report", "{out}/verdicts.xlsx"),
    ("codes", "residents", "--pdf", "{out}/cards.pdf"),
    ("assess", "王芳", "--pdf", "{out}/forms.pdf"),
    ("assess", "王芳", "--history", "{out}/history.pdf"),
    ("privacy", "copy", "王芳", "--for", "本人要求", "--out", "{out}/copy"),
)
# What a window lays beside the data while it is open: a draft, a crash report, a paper to look at, what a printer gets.
WINDOW = """
import sys
import tempfile
from pathlib import Path
import desktop.__main__ as program
import desktop.app

def a_moment(data, lang, file=None):
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication
    from desktop.core import clock
    from desktop.core.files import make_folder
    from desktop.core.paths import DataFolder
    from desktop.reports import bed_board
    from desktop.services.beds import board
    from desktop.models import query
    from desktop.services.centre import accounts, centres
    from desktop.services.keeping import backups
    from desktop.services.residents import photos
    from desktop.services.writing.going_out import looking
    from desktop.ui.forms.drafts import DraftKeeper
    from desktop.ui.frame.crash import CrashHook
    folder = DataFolder(data)
    app = QApplication([])
    centres.open_centre(folder)
    mine = accounts.system_actor()
    photos.store(mine, query.ids("SELECT id FROM resident")[0], b"\\xff\\xd8\\xff" + b"0" * 100)
    # Where every backup goes besides: a stick, another disk.
    centres.set_setting(mine, centres.BACKUP_FOLDER, str(make_folder(folder.root.parent / "second")))
    backups.back_up(folder, "manual")
    (Path(tempfile.mkdtemp()) / "pasted.csv").write_text("x", encoding="utf-8")
    DraftKeeper(folder.drafts / "1" / "form.json", lambda: {"name": "x"}).keep_now()
    CrashHook(folder.logs)._write("report")
    preview = make_folder(folder.root / "preview")
    with looking():
        bed_board.render_board(board.board(clock.today()), preview / "board.pdf", printed_on=clock.today())
    printer = QPrinter()
    printer.setOutputFileName(str(preview / "spool.pdf"))
    painter = QPainter(printer)
    painter.end()
    centres.close_centre()
    return 0

desktop.app.run = a_moment
sys.argv = ["shizhu", "--data", sys.argv[1]]
sys.exit(program.main())
"""


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """A day on a computer whose habit is to let everybody read: data, what went out, second place, temp files."""
    data, out, second, temp = (tmp_path / name for name in ("data", "out", "second", "temp"))
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    book = openpyxl.Workbook()
    for row in (["姓名", "性别", "出生日期", "社区"], ["王芳", "女", "1944-03-05", "前卫"], ["", "女", "1944", "前卫"]):
        book.active.append(row)
    book.save(tmp_path / "book.xlsx")
    init = ("init", "--centre", "甲", "--centre-no", "530114", "--plan", "chenggong")
    imported = ("import", "residents", "{book}")
    for words in (init, imported, *OF_A_DAY):
        given = [word.format(out=out, book=tmp_path / "book.xlsx") for word in words]
        run = [sys.executable, "-m", "desktop", "--data", str(data), *given]
        done = subprocess.run(run, cwd=ROOT, capture_output=True, umask=0o000)
        assert done.returncode in (0, 3), done.stderr.decode()
    here = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(data)], cwd=ROOT, env=here, capture_output=True, umask=0o000
    )
    assert done.returncode == 0, done.stderr.decode()
    # The computer's own folder of temporary files is everybody's; what the program laid there is not.
    assert second.is_dir() and len(list(temp.iterdir())) >= 1
    return data, out, second, *(one for one in temp.iterdir() if one.is_dir())


def test_a_days_work_leaves_nothing_that_others_may_read(day: tuple[Path, ...]) -> None:
    written = [path for root in day for path in (root, *root.rglob("*"))]
    kinds = {path.suffix for path in written if path.is_file()}
    assert {".db", ".sha256", ".shizhu", ".pdf", ".xlsx", ".csv", ".json"} <= kinds
    names = {path.name for path in day[0].rglob("*")}
    assert {"form.json", "crash.log", "board.pdf", "spool.pdf"} <= names, "the window wrote its own"
    beside = {path.suffix for path in day[2].rglob("*") if path.is_file()}
    assert {".db", ".sha256", ".jpg"} <= beside, "backups and photographs lie in the second place"
    assert {path.name for one in day[3:] for path in one.rglob("*")} >= {"pasted.csv"}
    wrong = {str(path.relative_to(day[0].parent)): oct(rights(path)) for path in written if rights(path) & 0o077}
    assert wrong == {}
    assert {rights(path) for path in written if path.is_dir()} == {0o700}
    assert {rights(path) for path in written if path.is_file()} == {0o600}


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that everybody of the computer may look into."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def test_another_account_reads_nothing(day: tuple[Path, ...], open_to_all: Path) -> None:
    if os.geteuid() != 0 or shutil.which("runuser") is None:
        pytest.skip("only root may act as another account")
    shown = open_to_all / "shown.txt"
    shown.write_text("readable", encoding="utf-8")
    shown.chmod(0o644)
    assert _as_nobody("cat", shown) == b"readable", "the other account reads what it may"
    for root in day:
        # Moved to where nothing above keeps others out.
        moved = open_to_all / root.name
        shutil.copytree(root, moved)
        shutil.copystat(root, moved)
        files = [path for path in moved.rglob("*") if path.is_file()]
        assert files and [path.name for path in files if _as_nobody("cat", path)] == []
        assert _as_nobody("ls", moved) == b""
        # Even where somebody opened the folder, its files stay shut.
        for folder in (moved, *(path for path in moved.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
        assert [path.name for path in files if _as_nobody("cat", path)] == []


def _as_nobody(*words: object) -> bytes:
    return subprocess.run(["runuser", "-u", "nobody", "--", *map(str, words)], capture_output=True).stdout


def test_an_older_data_folder_is_shut_when_it_is_opened(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run_command("init", "--centre", "甲", "--centre-no", "530114", "--plan", "chenggong", data=data).code == 0
    data.chmod(0o755)
    assert run_command("find", "李", data=data).code == 0
    assert rights(data) == 0o700
