"""A second start raises the first window, a socket left by a crash stops nobody, and who is silent is asked about."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desktop.app
from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.writing.actor import Actor
from desktop.ui.entrance.holding import settle
from desktop.ui.entrance.silent import SilentDialog
from desktop.ui.frame import single as single_module
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.session import Session
from desktop.ui.frame.single import Claim, SingleInstance, Way
from desktop.ui.widgets.buttons import Button
from tests.gui.test_looks import gone

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.frame.single import SingleInstance
app = QCoreApplication([])
held = SingleInstance(Path(sys.argv[1]))
print(held.claim().value, flush=True)
app.exec()
"""


def test_the_second_one_raises_the_first(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim() is Claim.OURS
    with qtbot.waitSignal(first.raised):
        assert second.claim() is Claim.RAISED
    assert settle(second, Claim.RAISED) is Way.QUIT and settle(first, Claim.OURS) is None
    first.release()
    assert second.claim() is Claim.OURS
    second.release()


def test_two_data_folders_have_two_windows(app: QApplication, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim() is Claim.OURS
    assert other.claim() is Claim.OURS
    one.release()
    other.release()


def test_a_stale_socket_is_cleared(app: QApplication, tmp_path: Path) -> None:
    left = SingleInstance(tmp_path)
    assert left.claim() is Claim.OURS
    socket = Path(left._server.fullServerName())
    left.release()
    if socket.parent.is_dir() and socket.is_absolute():
        socket.touch()
    again = SingleInstance(tmp_path)
    assert again.claim() is Claim.OURS
    again.release()


def test_the_folder_says_which_process_has_it_as_long_as_it_has(app: QApplication, tmp_path: Path) -> None:
    held, note = SingleInstance(tmp_path / "later"), tmp_path / "later" / "window.json"
    assert held.claim() is Claim.OURS and not note.exists(), "the folder is made by the first run"
    note.parent.mkdir()
    held.remember()
    assert json.loads(note.read_text()) == {"process": os.getpid()} and held.holder() is None, "oneself is no other"
    SingleInstance(note.parent).release()
    assert note.exists(), "only who has the folder takes its note away"
    held.release()
    assert not note.exists()


@pytest.fixture
def stopped(app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """A process that has the folder and is stopped (SIGSTOP), as a window that hangs."""
    if sys.platform == "win32":
        pytest.skip("no SIGSTOP there")
    monkeypatch.setattr(single_module, "_PATIENCE_MS", 300)
    held = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert held.stdout is not None and held.stdout.readline().strip() == "ours"
    held.send_signal(signal.SIGSTOP)
    yield held
    held.kill()
    held.wait()
    held.stdout.close()


def press(way: str, then: Callable[[SilentDialog], object] | None = None) -> None:
    """Press the button of a way in the box that comes up."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, SilentDialog):
            QTimer.singleShot(50, answer)
            return
        if then is not None:
            then(box)
        next(one for one in box.findChildren(Button) if way in one.text()).click()

    QTimer.singleShot(50, answer)


def test_a_window_that_hangs_is_asked_about_by_its_process_and_ended(
    stopped: subprocess.Popen[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """reliability B14: the second start ended with 0 and without a word."""
    second = SingleInstance(tmp_path)
    assert second.claim() is Claim.SILENT and second.holder() == stopped.pid
    press("结束")
    assert settle(second, Claim.SILENT) is None, "ended, and the folder is ours"
    assert stopped.wait(10) != 0
    assert str(stopped.pid) in capfd.readouterr().err, "said also where nobody sees the box"
    assert json.loads((tmp_path / "window.json").read_text()) == {"process": os.getpid()}
    second.release()


def test_it_is_left_alone_looked_beside_or_asked_again(stopped: subprocess.Popen[str], tmp_path: Path) -> None:
    second = SingleInstance(tmp_path)
    press("退出")
    assert settle(second, Claim.SILENT) is Way.QUIT
    press("只查看")
    assert settle(second, Claim.SILENT) is Way.LOOK
    press("再问", lambda _box: stopped.send_signal(signal.SIGCONT))
    assert settle(second, Claim.SILENT) is Way.QUIT, "it answered, and its window came forward"
    assert stopped.poll() is None, "nobody ended it"


def test_a_stranger_on_the_name_stops_nobody(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_module, "_PATIENCE_MS", 300)
    stranger, second = QLocalServer(), SingleInstance(tmp_path)
    assert stranger.listen(second._name)
    assert second.claim() is Claim.SILENT and second.holder() is None
    press("仍然打开")
    assert settle(second, Claim.SILENT) is None
    second.release()
    stranger.close()


def test_the_number_of_a_process_that_is_gone_or_was_given_anew_is_nobodys(app: QApplication, tmp_path: Path) -> None:
    note, one = tmp_path / "window.json", SingleInstance(tmp_path)
    for text in ("", "{", "[]", '{"process": "x"}', '{"process": 999999999}'):
        note.write_text(text)
        assert one.holder() is None and one.end_holder()
    note.write_text(json.dumps({"process": os.getppid()}))
    assert one.holder() == os.getppid()
    os.utime(note, (1, 1))
    assert one.holder() is None, "whoever began later has not written it"


def test_whoever_looks_beside_a_window_that_hangs_changes_nothing_whoever_signs_in_later(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    single, seen = SingleInstance(folder.root), []

    def one_window(_app: QApplication, _single: SingleInstance, session: Session) -> Actor | None:
        seen.append((session.actor.role, session.looking))
        # 换人登录: somebody else signs in, with the role of the account.
        return replace(actor, role=Role.CLERK) if len(seen) == 1 else None

    monkeypatch.setattr(desktop.app, "work", one_window)
    for looking, roles in ((True, [Role.AUDITOR, Role.AUDITOR]), (False, [Role.DIRECTOR, Role.CLERK])):
        seen.clear()
        session = desktop.app.open_session(folder, Preferences(sounds=False), actor, looking)
        desktop.app.work_on(app, single, session)
        assert seen == [(role, looking) for role in roles]
    (folder.root / "preview").mkdir()
    # What the window that hangs has open, and what it has not finished.
    (folder.root / "preview" / "open.pdf").write_bytes(b"%PDF")
    before = query.count("SELECT count(*) FROM change_log")
    looks = desktop.app.open_session(folder, Preferences(sounds=False), actor, looking=True)
    window = desktop.app.build_window(looks)
    with qtbot.waitActive(window):
        window.show()
    desk = window.findChild(desktop.app.Desk)
    assert desk is not None
    desk.begin_day()
    desk.check()
    assert not desk.back_up_when_due()
    qtbot.waitUntil(lambda: not looks.reads.busy)
    desk.end_day()
    assert query.count("SELECT count(*) FROM change_log") == before
    desktop.app.leave(looks)
    assert list(folder.backups.glob("*.db")) == [] and (folder.root / "preview" / "open.pdf").exists()
    gone(window)
