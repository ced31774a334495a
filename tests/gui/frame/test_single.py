"""A second start raises the first window, and a socket left by a crash stops nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.frame.single import SingleInstance


def test_the_second_one_raises_the_first(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.release()


def test_two_data_folders_have_two_windows(app: QApplication, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_a_stale_socket_is_cleared(app: QApplication, tmp_path: Path) -> None:
    left = SingleInstance(tmp_path)
    assert left.claim()
    socket = Path(left._server.fullServerName())
    left.release()
    if socket.parent.is_dir() and socket.is_absolute():
        socket.touch()
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.release()
