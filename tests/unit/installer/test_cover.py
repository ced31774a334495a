"""The floors of coverage, as they are read from coverage's own report."""

from __future__ import annotations

from tests import cover


def test_lines_are_summed_by_room_and_a_room_within_another_counts_for_both() -> None:
    files = {
        "desktop/services/figures/month.py": {"summary": {"covered_lines": 8, "num_statements": 10}},
        "desktop/services/audit.py": {"summary": {"covered_lines": 10, "num_statements": 10}},
        "desktop/client.py": {"summary": {"covered_lines": 0, "num_statements": 99}},
    }
    found = cover.shares({"files": files})
    assert found["desktop/services"] == (18, 20)
    assert found["desktop/services/figures"] == (8, 10)
    assert found["desktop/cli"] == (0, 0)


def test_a_room_below_its_floor_or_without_a_line_is_named() -> None:
    found = dict.fromkeys(cover.FLOORS, (100, 100)) | {"desktop/cli": (89, 100), "desktop/sync": (0, 0)}
    assert cover.below(found) == ["desktop/sync", "desktop/cli"]
    assert cover.below(dict.fromkeys(cover.FLOORS, (99, 100))) == []
