"""Reading behind the window: the newest ask of a page is shown, nothing starts before the first paint."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.errors import ShizhuError
from desktop.core.storage_errors import DiskFull
from desktop.ui.frame.reads import Reads, ReadsBehind


@pytest.fixture
def closed() -> list[int]:
    return []


@pytest.fixture
def reads(app: QApplication, closed: list[int]) -> Iterator[ReadsBehind]:
    made = ReadsBehind(lambda: closed.append(threading.get_ident()))
    yield made
    made.stop()


def raising(error: ShizhuError) -> int:
    raise error


def test_a_reading_runs_in_a_thread_of_its_own_and_is_shown_in_this_one(
    reads: ReadsBehind, closed: list[int], qtbot: QtBot
) -> None:
    shown: list[tuple[int, int]] = []
    reads.begin()
    reads.read(reads, threading.get_ident, lambda there: shown.append((there, threading.get_ident())), closed.append)
    qtbot.waitUntil(lambda: bool(shown))
    there, here = shown[0]
    assert here == threading.get_ident() != there
    assert closed == [there], "the connection of that thread is closed after each reading"


def test_nothing_is_read_before_the_window_is_painted(reads: ReadsBehind, qtbot: QtBot) -> None:
    shown: list[int] = []
    reads.read(reads, lambda: 7, shown.append, shown.append)
    QApplication.processEvents()
    assert reads.busy and not reads._thread.isRunning()
    reads.begin()
    qtbot.waitUntil(lambda: shown == [7])


def test_nothing_is_shown_to_an_owner_that_was_closed_meanwhile(reads: ReadsBehind, qtbot: QtBot) -> None:
    shown: list[int] = []
    gate = threading.Event()
    owner = QObject()
    reads.begin()
    reads.read(owner, lambda: gate.wait(20) and 7, shown.append, shown.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not reads.busy)
    assert shown == []


def test_only_the_newest_that_an_owner_asked_for_is_shown(reads: ReadsBehind, qtbot: QtBot) -> None:
    shown: list[str] = []
    gate = threading.Event()
    one, other = QObject(), QObject()
    reads.begin()
    reads.read(one, lambda: gate.wait(20) and "old", shown.append, shown.append)
    reads.read(one, lambda: "newer", shown.append, shown.append)
    reads.read(other, lambda: "other", shown.append, shown.append)
    reads.read(one, lambda: "newest", shown.append, shown.append)
    gate.set()
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert sorted(shown) == ["newest", "other"]


def test_trouble_with_reading_is_told_and_the_next_one_is_read(reads: ReadsBehind, qtbot: QtBot) -> None:
    told: list[object] = []
    reads.begin()
    reads.read(QObject(), lambda: raising(DiskFull("/data")), told.append, lambda error: told.append(type(error)))
    reads.read(reads, lambda: "next", told.append, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [DiskFull, "next"]


def test_it_rests_only_when_the_reading_has_ended_and_goes_on_afterwards(reads: ReadsBehind, qtbot: QtBot) -> None:
    begun, order = threading.Event(), []
    reads.begin()
    reads.read(reads, lambda: (begun.set(), order.append("read")), lambda _: order.append("shown"), order.append)
    begun.wait(20)
    reads.rest()
    order.append("rested")
    assert order == ["read", "rested"]
    reads.read(QObject(), lambda: "after", order.append, order.append)
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["read", "rested", "shown", "after"]


def test_after_the_end_nobody_hears_of_anything(app: QApplication) -> None:
    made = ReadsBehind(lambda: None)
    shown: list[str] = []
    made.begin()
    made.read(made, lambda: "too late", shown.append, shown.append)
    made.stop()
    made.read(made, lambda: "never", shown.append, shown.append)
    QApplication.processEvents()
    assert shown == []


def test_a_page_by_itself_reads_at_once() -> None:
    told: list[object] = []
    Reads().read(QObject(), lambda: 1, told.append, told.append)
    Reads().read(QObject(), lambda: raising(DiskFull("/data")), told.append, lambda error: told.append(type(error)))
    assert told == [1, DiskFull]
