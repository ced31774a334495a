"""One worker, one job after the other; its thread closes what it opened."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.errors import ShizhuError
from desktop.core.progress import Progress
from desktop.core.storage_errors import DiskFull
from desktop.ui.frame.jobs import Jobs


@pytest.fixture
def closed() -> list[int]:
    return []


@pytest.fixture
def jobs(app: QApplication, closed: list[int]) -> Iterator[Jobs]:
    made = Jobs(lambda: closed.append(threading.get_ident()))
    yield made
    made.stop()


def ignore(_: object) -> None:
    return None


def test_jobs_run_one_after_the_other_in_another_thread(jobs: Jobs, closed: list[int], qtbot: QtBot) -> None:
    order: list[str] = []

    def work(name: str) -> int:
        order.append(name)
        return threading.get_ident()

    threads: list[int] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start("一", lambda _progress: work("一"), threads.append, ignore)
        jobs.start("二", lambda _progress: work("二"), threads.append, ignore)
    assert order == ["一", "二"]
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads
    assert closed == threads, "the worker's connection is closed in the worker's thread"


def test_a_known_error_comes_back(jobs: Jobs, qtbot: QtBot) -> None:
    def fill_up(progress: Progress) -> None:
        raise DiskFull("/data")

    errors: list[ShizhuError] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start("备份", fill_up, ignore, errors.append)
    assert errors == [DiskFull("/data")]


def test_a_bug_reaches_the_crash_hook_and_the_worker_goes_on(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: met.append(kind))

    def stumble(progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.idle):
        jobs.start("报表", stumble, ignore, ignore)
    results: list[str] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start("再来", lambda _progress: "好", results.append, ignore)
    assert met == [ZeroDivisionError]
    assert results == ["好"]


def test_waiting_jobs_are_forgotten_on_cancel(jobs: Jobs, qtbot: QtBot) -> None:
    def endless(progress: Progress) -> None:
        while True:
            progress.step()

    ran: list[object] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start("一", endless, ran.append, ran.append)
        jobs.start("二", lambda _progress: "二", ran.append, ran.append)
        jobs.cancel()
    assert ran == []
