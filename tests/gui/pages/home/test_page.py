"""Home says what is overdue and what looks odd, and leads there."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.paths import DataFolder
from desktop.services.visits import crises
from desktop.services.visits import recording as visits
from desktop.services.visits.crises import CrisisDraft
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.session import Session
from desktop.ui.pages.home.page import HomePage


def test_overdue_visits_and_findings_stand_among_what_is_to_be_done(
    app: object, actor: Actor, folder: DataFolder, person: Callable[..., int]
) -> None:
    one, two = (person(name, flags=["living_alone"]) for name in ("李桂兰", "王芳"))
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-20", method="phone", contact="seen"))
    crises.record_crisis(actor, CrisisDraft(two, "fall", "2026-10-18"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[tuple[str, object]] = []
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.refresh_now()
    lines = {line.spec.chip.text: line for line in page.open_list.lines}
    assert "1" in lines["逾期"].text()
    assert "1" in lines["质量"].text()
    lines["逾期"].click()
    lines["质量"].click()
    assert asked == [("visits", "due"), ("visits", "quality")]
