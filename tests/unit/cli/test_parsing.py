"""The command line is read the way the contract says, and what cannot be read ends with 2."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.cli import main as cli
from desktop.core.period import Month

MONTH = "2026-10"


@pytest.mark.parametrize(
    "line",
    [
        ["--data", "d", "--json", "--user", "甲", "figures", "--month", MONTH],
        ["figures", "--month", MONTH, "--data", "d", "--json", "--user", "甲"],
        ["--data", "d", "--user", "甲", "figures", "--json", "--month", MONTH],
    ],
)
def test_shared_options_mean_the_same_before_and_after_the_command(line: list[str]) -> None:
    args = cli.parse(line)
    assert (args.data, args.json, args.user, args.month) == (Path("d"), True, "甲", Month(2026, 10))


def test_without_a_command_the_window_is_meant() -> None:
    args = cli.parse(["--data", "d", "--lang", "en"])
    assert args.command is None
    assert (args.data, args.lang) == (Path("d"), "en")


@pytest.mark.parametrize(
    "line",
    [
        ["figures"],
        ["figures", "--month", "2026-13"],
        ["figures", "--month", "October"],
        ["import", "people", "x.xlsx"],
        ["import", "visits", "x.xlsx", "--map", "姓名"],
        ["scan", "1", "--meal", "lunch"],
        ["scan", "1", "--at", "noon"],
        ["report", "everything", "--month", MONTH],
        ["codes", "beds"],
        ["codes", "beds", "--pdf", "x.pdf", "--offset-mm", "1"],
        ["user", "add", "甲", "--role", "king"],
        ["month"],
        ["no-such-command"],
        ["--lang", "fr", "figures", "--month", MONTH],
    ],
)
def test_wrong_usage_ends_with_2(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(line)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_arguments_become_values() -> None:
    scan = cli.parse(["scan", "123", "--at", "2026-10-08 11:42", "--meal", "晚", "--mode", "送餐"])
    assert (scan.at, scan.meal, scan.mode) == (dt.datetime(2026, 10, 8, 11, 42), "晚", "送餐")
    by_the_hour = cli.parse(["scan", "123"])
    assert (by_the_hour.at, by_the_hour.meal, by_the_hour.mode) == (None, None, "堂食")
    codes = cli.parse(["codes", "beds", "--pdf", "x.pdf", "--offset-mm", "0.5,-1"])
    assert codes.offset_mm == (0.5, -1.0)
    below = cli.parse(["codes", "beds", "--pdf", "x.pdf", "--offset-mm", "-3.5,2"])
    assert below.offset_mm == (-3.5, 2.0)
    taken = cli.parse(["import", "visits", "x.xlsx", "--map", "日=期=visited_on", "--map", "谁=name"])
    assert taken.map == [("日=期", "visited_on"), ("谁", "name")]


def test_what_is_not_built_is_not_offered() -> None:
    for absent in (["update", "x"], ["audit", "rewrite"], ["month", "correct"]):
        with pytest.raises(SystemExit):
            cli.parse(absent)
