"""The district's key in the window: read in, compared, another one asked about; paper and key file go out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import signing
from desktop.core.office_keys import DistrictKey
from desktop.core.recovery import secret_of
from desktop.core.trade import Role
from desktop.reports.forms.recovery_sheet import read_back
from desktop.services.centre import enrolment
from desktop.sync import keys
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.system import district as room
from desktop.ui.pages.system.district import DistrictSection
from desktop.ui.pages.system.page import SystemPage
from tests.gui.desk import Desk

ONE = DistrictKey("呈贡区民政局", "530114", "full", signing.new_identity()[1], signing.new_signing()[1])
OTHER = DistrictKey("盘龙区民政局", "530103", "full", signing.new_identity()[1], signing.new_signing()[1])


def section_of(desk: Desk) -> DistrictSection:
    page = desk.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("district")
    section = page.sections["district"]
    assert isinstance(section, DistrictSection)
    return section


def written(key: DistrictKey, tmp_path: Path) -> Path:
    path = tmp_path / f"{key.code}.key"
    path.write_bytes(keys.as_bytes(key))
    return path


def preview(qtbot: QtBot) -> PreviewDialog:
    def shown() -> list[PreviewDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_the_key_is_read_in_and_the_sheet_comes_at_once(
    desk: Callable[[str], Desk], qtbot: QtBot, tmp_path: Path
) -> None:
    section = section_of(desk("system"))
    assert section.enrol_button.isVisible() and not section.key_button.isVisible()
    section.read_in(written(ONE, tmp_path))
    shown = preview(qtbot)
    sheet = section.session.folder.papers / "district-recovery.pdf"
    secrets = enrolment.secrets()
    assert secrets is not None and secret_of(read_back(sheet)) == secrets.recovers
    shown.reject()
    qtbot.waitUntil(lambda: not sheet.exists())
    assert "呈贡区民政局" in section.state_line.text() and section.key_button.isVisible()
    assert keys.fingerprint(ONE) in section.theirs.text()
    assert keys.fingerprint(enrolment.centre_key()) in section.ours.text()
    section.write_key(tmp_path / "out" / "centre.key")
    assert keys.read_centre(tmp_path / "out" / "centre.key") == enrolment.centre_key()
    section.print_page()
    preview(qtbot).reject()


def test_another_key_is_asked_about_and_a_broken_one_is_refused(
    desk: Callable[[str], Desk], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("system")
    section = section_of(here)
    enrolment.enrol(section.session.actor, ONE)
    asked: list[str] = []

    def answering(answer: bool) -> None:
        monkeypatch.setattr(room, "ask", lambda _parent, words, _act: asked.append(words) or answer)

    answering(False)
    section.read_in(written(OTHER, tmp_path))
    assert enrolment.district() == ONE and keys.fingerprint(OTHER) in asked[0]
    answering(True)
    section.read_in(written(OTHER, tmp_path))
    preview(qtbot).reject()
    assert enrolment.district() == OTHER
    broken = tmp_path / "broken.key"
    broken.write_bytes(keys.as_bytes(ONE)[:-9])
    section.read_in(broken)
    assert enrolment.district() == OTHER and len(asked) == 2


def test_the_clerk_sees_how_it_stands_and_changes_nothing(desk: Callable[..., Desk], tmp_path: Path) -> None:
    here = desk("system")
    enrolment.enrol(here.window.session.actor, ONE)
    here.window.session.actor = type(here.window.session.actor)(2, "前台", Role.CLERK, 1)
    section = section_of(here)
    section.refresh()
    assert keys.fingerprint(ONE) in section.theirs.text() and not section.enrol_button.isVisible()
    section.read_in(written(OTHER, tmp_path))
    assert enrolment.district() == ONE
