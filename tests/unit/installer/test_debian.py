"""Debian's packages: which are missing, who may install them, and what everybody else is told."""

from __future__ import annotations

import importlib.util

import pytest

from installer import debian

LISTING = "\n".join(
    [
        "installed\tlibegl1\t",
        "config-files\txvfb\t",
        "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6), libglib2.0-udeb",
        "not-installed\tlibgl1\t",
    ]
)


def test_a_package_is_there_when_it_is_installed_or_provided_under_its_old_name() -> None:
    assert debian.missing_packages(["libegl1", "libglib2.0-0"], LISTING) == []


def test_a_removed_or_unknown_package_is_missing_in_the_order_asked_for() -> None:
    assert debian.missing_packages(["xvfb", "libegl1", "libgl1", "libcups2"], LISTING) == ["xvfb", "libgl1", "libcups2"]


def test_nothing_is_installed_according_to_an_empty_listing() -> None:
    assert debian.installed_packages("") == set()


def test_the_administrators_line_can_be_pasted() -> None:
    assert debian.administrator_command(["libegl1", "xvfb"]) == (
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libegl1 xvfb"
    )


def test_a_person_without_rights_is_told_the_command_and_nothing_is_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(debian, "dpkg_listing", lambda: LISTING)
    monkeypatch.setattr(debian, "is_root", lambda: False)
    monkeypatch.setattr(debian.subprocess, "run", lambda *_, **__: pytest.fail("a command was run"))

    assert debian.provide_packages(["libegl1", "libgl1"], print) == ["libgl1"]
    assert debian.administrator_command(["libgl1"]) in capsys.readouterr().out


def test_root_installs_only_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    listings = iter([LISTING, LISTING + "\ninstalled\tlibgl1\t"])
    commands: list[list[str]] = []
    monkeypatch.setattr(debian, "dpkg_listing", lambda: next(listings))
    monkeypatch.setattr(debian, "is_root", lambda: True)
    monkeypatch.setattr(debian.subprocess, "run", lambda command, **_: commands.append(command))

    assert debian.provide_packages(["libegl1", "libgl1"], print) == []
    assert commands == debian.apt_commands(["libgl1"])


def test_a_system_without_dpkg_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "dpkg_listing", lambda: None)
    assert debian.provide_packages(["libegl1"], print) == []


def test_debians_venv_package_is_asked_for_only_where_python_lacks_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian.sys, "version_info", (3, 11, 2))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert debian.venv_packages() == ["python3.11-venv"]
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    assert debian.venv_packages() == []
