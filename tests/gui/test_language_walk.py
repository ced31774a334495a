"""One language in all that a room says: boxes, forms, menus, parts, errors, tool tips, cells of its tables."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core import clock, i18n
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.demo import practice as making
from desktop.reports.months.render import reports_of
from desktop.services import figures
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import scanning
from desktop.services.help_services import definitions, orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.own_forms import layouts
from desktop.services.plans import indicators
from desktop.services.visits import recording as visits
from desktop.services.visits import risks, route_sheets
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.ui.frame import launch
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.tabs import VisitTabs
from tests.gui.test_one_language import CHINESE, LATIN, NAMES, data, without
from tests.gui.walking import Walker

pytestmark = pytest.mark.slow

Person = Callable[..., int]
# What the walk has to come by, at least.
OPENED = {
    RoomKey.RESIDENTS: {"form", "menu", "line menu", "LabelsDialog", "ColumnsDialog", "RegisterListsDialog"},
    RoomKey.VISITS: {"form", "menu", "line menu", "ActBox"},
    RoomKey.SERVICES: {"form", "menu", "line menu", "ActBox"},
    RoomKey.CANTEEN: {"form", "menu", "line menu", "LunchScreen", "QueueDialog"},
    RoomKey.BEDS: {"form", "menu", "line menu", "ActBox", "LabelsDialog"},
    RoomKey.REPORTS: {"menu", "PreviewDialog"},
    RoomKey.SYSTEM: {"ActBox", "line menu"},
}
# What people typed, in the language that is not looked for.
TYPED = {
    "en": {"name": "Wang Fang", "other": "Li Qiang", "place": "North", "words": "kitchen pipe", "worker": "Ma Li"},
    "zh_CN": {"name": "王芳", "other": "李强", "place": "前卫社区", "words": "燃气软管老化", "worker": "马丽"},
}


@pytest.fixture
def walked(  # noqa: PLR0913
    app: QApplication,
    actor: Actor,
    folder: DataFolder,
    person: Person,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Walker:
    """Somebody in a window over a centre in which every room has something to show."""
    language, room = request.param
    i18n.install(language)
    typed = TYPED[language]
    # Another program makes it in a minute; the walk would start a second window.
    monkeypatch.setattr(making, "make", lambda folder, _progress: folder.practice)
    monkeypatch.setattr(launch, "open_beside", lambda _folder: None)
    one = person(typed["name"], flags=["living_alone"], community=typed["place"])
    two = person(typed["other"], flags=["empty_nest"], community=typed["place"])
    for state in ("requested", "done"):
        draft = ServiceDraft(resident_id=one, type="bathing", state=state)
        draft.service_on, draft.worker, draft.payer, draft.fee = "2026-10-08", typed["worker"], "self", "20"
        orders.save(actor, draft)
    _free, taken = (places.save(actor, BedDraft(room="301", number=str(n), opened_on="2026-01-01")) for n in (1, 2))
    stays.admit(actor, StayDraft(two, taken, "2026-10-01"))
    scanning.add_guest(actor, "lunch", "dine_in")
    scanning.scan(actor, "15301149999999900", "lunch", "dine_in")
    visits.save(actor, VisitDraft(one, "2026-09-08", method="phone", visitors=typed["worker"], outcome="not_reached"))
    risks.save(actor, RiskDraft(resident_id=one, what=typed["words"], level="urgent", found_on="2026-10-02"))
    route_sheets.make_sheet(actor, [two], typed["worker"], "2026-10-20")
    window: MainWindow = build_window(open_session(folder, Preferences(sounds=False, language=language), actor))
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "_closing", True))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.go(room)
    walker = Walker(window, qtbot, monkeypatch)
    walker.room = room
    page = window.page(room)
    walker.walk(page)
    parts: list[str] = []
    if isinstance(page, VisitsPage):
        parts = list(VisitTabs.KEYS)
    elif isinstance(page, SystemPage):
        parts = list(page._makers)
    for part in parts:
        page.receive(part)
        walker.walk(page)
    return walker


# Kinds of files, and where a file lies.
_NUMBERED = re.compile(r"[\w.-]*\d[\w.-]*", re.ASCII)
_FILES = re.compile(r"\*\.\w+|\S*/\S+")
# Names of figures, as they are written into a cell of a form.
_FIGURES = re.compile(r"\{\{[\w.]+\}\}")


def plain(words: str, typed: tuple[str, ...]) -> str:
    """Without what people typed, names of figures, kinds of files, places on the disk and names with numbers."""
    return _NUMBERED.sub("", _FILES.sub("", _FIGURES.sub("", without(words, typed))))


def rules_said() -> tuple[str, ...]:
    """What the rules of counting are called on the papers, in Chinese in every language."""
    notes = {version.note for key in rules.known_keys() for version in rules.history(key)}
    return tuple(sorted(notes, key=len, reverse=True))


def plans_said() -> tuple[str, ...]:
    """What the plans call their indicators and clauses: words of Chinese documents in every language."""
    known = indicators.versions()
    return tuple({part for one in known for part in (one.name, one.document, one.clause, one.unit, one.remark)})


def offers_said() -> tuple[str, ...]:
    """What the ten helps and their items are, as rows and papers say it, which are Chinese in every language."""
    return tuple({part for one in definitions.shipped() for part in (one.item, one.text)})


def tables_said() -> tuple[str, ...]:
    """The tables and columns of the papers, which are Chinese in every language."""
    reports = reports_of(figures.figures_of(Month.of(clock.today()))).values()
    sections = [section for report in reports for section in report.sections]
    return tuple({layouts.bare(one.title) for one in sections} | {col.title for one in sections for col in one.columns})


def of(language: str) -> list[tuple[str, RoomKey]]:
    return [(language, key) for key in RoomKey]


@pytest.mark.parametrize("walked", of("zh_CN"), indirect=True, ids=[str(key) for key in RoomKey])
def test_no_english_word_is_said_in_chinese(walked: Walker, actor: Actor) -> None:
    typed = data(actor)
    assert walked.opened >= OPENED.get(walked.room, set()) | {"KeysDialog"}, "the walk went in"
    found = {(kind, words) for kind, words in walked.said if set(LATIN.findall(plain(words, typed))) - NAMES}
    assert sorted(found) == []


@pytest.mark.parametrize("walked", of("en"), indirect=True, ids=[str(key) for key in RoomKey])
def test_no_chinese_word_is_said_in_english(walked: Walker, actor: Actor) -> None:
    # The longest first: the name of a document has that of the district in it.
    typed = tuple(
        sorted((*data(actor), *rules_said(), *plans_said(), *offers_said(), *tables_said()), key=len, reverse=True)
    )
    found = {(kind, words) for kind, words in walked.said if CHINESE.search(plain(words, typed))}
    assert sorted(found) == []
