"""docs/sync-format.md is the contract: it names every part and column, in the order of the file."""

from pathlib import Path

from desktop.sync.container import LARGEST_FILE, LARGEST_MEMBER, LARGEST_SUM, LONGEST_LINE, MOST_MEMBERS
from desktop.sync.format import PARTS, STAMPS

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "sync-format.md").read_text(encoding="utf-8")


def test_it_has_every_part_with_its_columns_in_order():
    lines = [line.strip("| ").split(" | ") for line in DOCUMENT.splitlines() if line.split(" ")[1:2] != []]
    told = {cells[0]: cells[-1] for cells in lines if cells[0].endswith(".jsonl")}
    assert list(told) == [part.name for part in PARTS]
    for part in PARTS:
        keys = [cell.split(" ")[0] for cell in told[part.name].split(", ")]
        assert keys == [column.key for column in part.columns], part.name


def test_it_has_the_stamps_and_the_limits():
    assert all(f"`{stamp}`" in DOCUMENT for stamp in STAMPS)
    assert (LARGEST_FILE, LARGEST_MEMBER, LARGEST_SUM, MOST_MEMBERS) == (256 << 20, 256 << 20, 1 << 30, 64)
    assert "256 MB each, members together 1 GB, 64 members" in DOCUMENT
    assert LONGEST_LINE == 4 << 20 and "a line of 4 MB" in DOCUMENT
