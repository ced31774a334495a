"""``backup rehearse``: what came of each place, and 1 when something differs."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import Shizhu


def test_a_whole_backup_is_told_with_its_counts_and_a_bad_number_of_days_is_refused(made: Shizhu) -> None:
    assert made("backup", "now").code == 0
    said = made("backup", "rehearse", "--every", "30", "--json")
    (one,) = said.json["rehearsed"]
    assert (said.code, said.err, one["ok"], one["troubles"], said.json["every"]) == (0, "", True, [], 30)
    assert one["rows"] > 0 and one["tables"] > 40 and one["month"] is None and one["taken_at"]
    assert "as they stand here" in made("backup", "rehearse").out
    assert made("backup", "rehearse", "--every", "0").code == 1


def test_without_a_backup_and_with_one_that_was_hit_the_exit_code_is_1(made: Shizhu) -> None:
    said = made("backup", "rehearse", "--json")
    assert said.code == 1 and said.json["rehearsed"][0]["file"] is None and "backup" in said.err
    path = made("backup", "now", "--json").json["file"]
    with Path(path).open("r+b") as file:
        file.seek(5000)
        file.write(b"\xff")
    said = made("backup", "rehearse", path, "--json")
    (one,) = said.json["rehearsed"]
    assert (said.code, one["ok"], len(one["troubles"])) == (1, False, 1)
