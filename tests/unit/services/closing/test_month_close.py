"""Closing a month: what is frozen is what stood there at that moment."""

import threading

from desktop.core.errors import MonthClosed
from desktop.core.period import Month
from desktop.models.database import close_thread
from desktop.services import figures
from desktop.services.closing import month_close
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft

SEPTEMBER = Month(2026, 9)


def test_a_visit_typed_while_the_month_is_counted_waits_and_finds_it_closed(person, actor, monkeypatch):
    one = person(flags=["living_alone"])
    refused = []

    def type_a_visit():
        try:
            visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-30"))
        except MonthClosed as error:
            refused.append(error.month)
        finally:
            close_thread()

    counted = figures.figures_of
    desk = threading.Thread(target=type_a_visit)

    def counting(month, known=None):
        found = counted(month)
        desk.start()
        # The other desk gets no word in before the month is closed.
        desk.join(0.2)
        return found

    monkeypatch.setattr(figures, "figures_of", counting)
    month_close.close(actor, SEPTEMBER, "无人探访")
    desk.join()
    assert refused == ["2026-09"]
    assert counted(SEPTEMBER).visits.visited == 0


def test_a_paper_bears_the_hash_only_beside_the_figures_it_was_made_of(person, actor):
    one = person("甲", flags=["disabled"])
    month_close.close(actor, SEPTEMBER, "没有遗漏")
    assert not month_close.moved_since(figures.figures_of(SEPTEMBER))
    draft = resident_forms.draft_of(one)
    draft.flags = []
    resident_forms.save(actor, draft)
    assert month_close.moved_since(figures.figures_of(SEPTEMBER))
