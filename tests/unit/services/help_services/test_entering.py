"""Many services at once: all of them, or none and every row that is wrong."""

from __future__ import annotations

import pytest

from desktop.core.work_errors import RowsRefused
from desktop.models import query
from desktop.services.help_services import entering
from desktop.services.help_services.orders import ServiceDraft


def draft(who, day="2026-10-20", kind="bathing"):
    return ServiceDraft(resident_id=who, type=kind, service_on=day)


def test_one_wrong_row_keeps_the_right_ones_from_being_saved_and_each_wrong_one_is_named(actor, person):
    who = person()
    with pytest.raises(RowsRefused) as refused:
        entering.save_all(actor, [draft(who), draft(who, "2026-10-22"), draft(who), draft(who, kind="")])
    assert (sorted(refused.value.rows), refused.value.count) == ([1, 3], 2)
    assert query.count("SELECT count(*) FROM help_service") == 0
    assert len(entering.save_all(actor, [draft(who), draft(who, "2026-10-19")])) == 2
