"""A void row counts nowhere: whoever reads rows reads the living ones, or says here why not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import desktop
from desktop.models.tables import RECORDS

FOLDER = Path(desktop.__file__).parent
# Read although void, by module and table; "" is a table whose name is put in.
REASONS = {
    ("services/ledger/listing.py", "stay_charge"): "the month of an entry, whatever became of the charge",
    ("services/residents/merge_purses.py", "stay_charge"): "a number of a month is given once, to void ones too",
    ("services/stay_fees/charges.py", "stay_charge"): "a number of a month is given once, to void ones too",
    ("services/register/listing.py", "resident"): "shown or indexed by its id, also when it was voided",
    ("services/register/columns.py", "resident"): "columns of rows shown by their ids",
    ("services/residents/photos.py", "resident"): "a card shows one record by its id, also a void one",
    ("services/register/printed_codes.py", ""): "a number once printed is never given again",
    ("services/closing/exports.py", "sync_export"): "the chain of files goes on behind every file ever written",
    ("services/writing/listing.py", ""): "the source is the list's own, and read here where the list is declared",
    ("services/import_batches.py", "contact"): "what an undo has just voided leaves the search index",
    ("services/beds/contracts.py", "contact"): "who signed once is told, also when the contact was struck since",
    ("services/writing/journal.py", ""): "a write looks at the row as it stands, void or not",
    ("services/residents/history.py", ""): "the history tells of void rows too",
    ("services/register/listing.py", ""): "its source is the living register, with or without the search index",
    ("services/visits/honesty/entries.py", "visit"): "visits that were voided are looked at too",
    ("services/help_services/standing_orders.py", "help_service"): "a day whose order was made void is not asked again",
    ("services/ledger/listing.py", "help_service"): "an entry names its service, also one that was made void since",
    ("services/work/service_hours.py", "help_service"): "the hours of one that was just made void pass to another",
    ("services/canteen/prices.py", "subsidy_rule"): "what a void rule gave still counts to its cap",
    ("services/closing/documents.py", "resident"): "a document names people by their uid, whatever became of the row",
    ("services/figures/explained_frozen.py", "resident"): "a frozen list names its people, whatever became of the row",
    ("services/closing/settled.py", "resident"): "a frozen settlement names its people, whatever became of the row",
    ("services/closing/drift.py", "resident"): "a difference names its people, whatever became of the row",
    ("services/closing/drift.py", ""): "a cause is told of void facts too",
    ("services/closing/staging.py", "resident"): "an act of a correction names its people, whatever became of the row",
    ("services/writing/frozen.py", "month_version"): "every version that ever was is proven and keeps its number",
    ("services/writing/chain.py", ""): "a write names the row that it refers to, whatever became of it",
    ("services/keeping/startup.py", ""): "the start looks whether the newest rows can be read, void or not",
    ("services/writing/verifying.py", ""): "the log tells of void rows too",
    ("services/writing/row_facts.py", ""): "each row is held against its writes, void or not",
    ("services/undoing.py", "resident"): "a line says whose the act was, also when it made the record void",
    ("services/undoing.py", ""): "a line says whose the act was, also when it made the record void",
    ("services/keeping/rehearsing.py", ""): "void rows are in a backup too, and are counted there and here",
    ("services/keeping/rehearsing.py", "month_version"): "every version that ever was is compared",
    ("services/writing/verifying.py", "month_version"): "the head that any version froze is compared with the log",
    ("services/privacy/belonging.py", ""): "void rows are about somebody too",
    ("services/privacy/incident.py", ""): "void rows lie on a lost disk like the others",
    ("services/privacy/erasing.py", "attachment"): "what was made void is deleted too",
    ("services/privacy/erasing.py", "resident"): "what was made void is deleted too",
    ("services/privacy/contract_papers.py", ""): "pictures of void contracts are about somebody too",
    ("services/privacy/personal_copy.py", ""): "a copy of everything has void rows with their mark",
    ("services/privacy/personal_copy.py", "attachment"): "a copy of everything has void rows with their mark",
    ("services/closing/exported_rows.py", "visit"): "a file hands in void rows with their mark",
    ("services/closing/exported_rows.py", "resident"): "a file hands in void rows with their mark",
    ("services/closing/exported_rows.py", ""): "a file hands in void rows with their mark",
    ("services/closing/whole_store.py", ""): "a restore has void rows with their mark",
}
# A living row keeps the name of whom and of which bed it tells.
NAMED = re.compile(r"JOIN (resident|bed) (\w+) ON \2\.id = ")


def texts(path: Path) -> Iterator[str]:
    """Every text of a module, what is put into it as ``{}``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def read(text: str) -> set[str]:
    """The record tables that a text reads past their living views; "" for one whose name is put in."""
    named = NAMED.sub("", text)
    found = re.findall(r"\b(?:FROM|JOIN) (\{\}|[a-z_]+)", named)
    # The source of a list stands without its FROM.
    found += re.findall(r"^([a-z_]+) [a-z]\w?\b(?: |$)", named)
    return {"" if name == "{}" else name for name in found if name == "{}" or name in RECORDS}


def readers() -> set[tuple[str, str]]:
    return {
        (path.relative_to(FOLDER).as_posix(), table)
        for room in ("services", "sync", "importing")
        for path in sorted((FOLDER / room).rglob("*.py"))
        for text in texts(path)
        for table in read(text)
    }


def test_what_reads_a_table_past_its_living_view_says_why():
    assert readers() - set(REASONS) == set()


def test_no_reason_outlives_its_reader():
    assert set(REASONS) - readers() == set()


def test_nobody_but_the_view_asks_for_the_void_mark():
    asking = {
        path.relative_to(FOLDER).as_posix()
        for room in ("services", "sync", "importing")
        for path in (FOLDER / room).rglob("*.py")
        if any("voided_at IS NULL" in text for text in texts(path))
    }
    assert asking == set()


def test_a_query_is_seen_through_its_pieces():
    assert read("SELECT 1 FROM visit v JOIN resident r ON r.id = v.resident_id") == {"visit"}
    assert read("SELECT 1 FROM living_visit v, span WHERE x IN (SELECT id FROM risk)") == {"risk"}
    assert read("SELECT count(*) FROM {} t") == {""}
    assert read("SELECT 1 FROM living_{} t") == set()
    assert read("meal m LEFT JOIN resident r ON r.id = m.resident_id") == {"meal"}
    assert read("living_meal m LEFT JOIN resident r ON r.id = m.resident_id") == set()
