"""Every place that writes a file goes through the one gate (``going_out.leaving``), or stands here with its reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
# What begins, fills, copies or names a file.
WRITES = frozenset(
    {
        *("writing_beside", "also_named", "take_name", "copyfile", "copy2", "copyfileobj", "copytree"),
        *("write_bytes", "write_text", "QPrinter", "QPdfWriter"),
    }
)
# What does so only as a word of these modules.
OF_MODULES = {"os": {"replace", "rename", "link"}, "files": {"keep"}, "shutil": {"move"}}

INSIDE = "it lies in the data folder, 0600, and never leaves by itself"
ITS_OWN_ROW = "it leaves a row of its own in the log"
NOBODY = "it tells of nobody"
DISTRICT = "the folder of a district, 0600, which no centre's roles rule"
MADE_UP = "the people of the demo centre are made up"
# Each module that writes a file past the gate, with the reason why.
ELSEWHERE = {
    "desktop/cli/district.py": "the district's public key",
    "desktop/cli/enrol.py": "the centre's public key",
    "desktop/cli/store.py": ITS_OWN_ROW,
    "desktop/core/files.py": "what the gate itself stands on",
    "desktop/core/handed.py": "which file the window was started with",
    "desktop/core/leftovers.py": INSIDE,
    "desktop/core/paths.py": "which folder was opened last",
    "desktop/core/proofs.py": "hashes of backups",
    "desktop/demo/district/life.py": "the key of a centre that is made up",
    "desktop/demo/district/post.py": "what a stick or a stranger made of a file of people who are made up",
    "desktop/demo/district/run.py": MADE_UP,
    "desktop/demo/papers.py": MADE_UP,
    "desktop/demo/sheets.py": MADE_UP,
    "desktop/district/engines/duckdb.py": DISTRICT,
    "desktop/district/folder.py": DISTRICT,
    "desktop/district/intake.py": DISTRICT,
    "desktop/district/receipts.py": "a receipt names rows by uid, and nobody",
    "desktop/district/returning.py": "only the centre's recovery sheet opens it",
    "desktop/district/settling.py": DISTRICT,
    "desktop/district/since.py": DISTRICT,
    "desktop/district/store.py": DISTRICT,
    "desktop/exchange/package.py": ITS_OWN_ROW,
    "desktop/exchange/stations.py": ITS_OWN_ROW,
    "desktop/importing/pasting.py": "what was pasted, in a folder that goes with the import",
    "desktop/models/database.py": INSIDE,
    "desktop/models/vault.py": INSIDE,
    "desktop/reports/forms/key_page.py": NOBODY,
    "desktop/reports/forms/recovery_sheet.py": ITS_OWN_ROW,
    "desktop/reports/labels/measuring.py": NOBODY,
    "desktop/reports/menu_poster.py": NOBODY,
    "desktop/services/centre/centres.py": INSIDE,
    "desktop/services/centre/keyring.py": "keys beside the data and each backup: names of accounts, wrapped keys",
    "desktop/services/centre/sealed_files.py": INSIDE,
    "desktop/services/keeping/backups.py": ITS_OWN_ROW,
    "desktop/services/keeping/encryption.py": INSIDE,
    "desktop/services/keeping/kept_files.py": ITS_OWN_ROW,
    "desktop/services/keeping/keys_of_copies.py": "keys of a copy that stays where it is",
    "desktop/services/keeping/plain_copies.py": "a copy is sealed where it lies",
    "desktop/services/keeping/refilling.py": INSIDE,
    "desktop/services/keeping/restoring.py": INSIDE,
    "desktop/services/own_forms/templates.py": INSIDE,
    "desktop/services/writing/going_out.py": "the gate",
    "desktop/services/writing/handing.py": INSIDE,
    "desktop/sync/finishing.py": ITS_OWN_ROW,
    "desktop/sync/write.py": ITS_OWN_ROW,
    "desktop/ui/district/office_page.py": "the district's public key",
    "desktop/ui/forms/drafts.py": INSIDE,
    "desktop/ui/frame/crash.py": INSIDE,
    "desktop/ui/frame/single.py": "which process has the window",
    "desktop/ui/frame/preferences.py": INSIDE,
    "desktop/ui/frame/preview.py": "what goes to a printer is logged by print_out",
    "desktop/ui/look/sounds.py": NOBODY,
}


def test_whatever_writes_a_file_goes_through_the_gate_or_says_why_not():
    found: dict[str, list[int]] = {}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        lines = sorted(past_the_gate(ast.parse(path.read_text(encoding="utf-8"))))
        if lines:
            found[path.relative_to(ROOT).as_posix()] = lines
    unsaid = {name: lines for name, lines in found.items() if name not in ELSEWHERE}
    assert not unsaid, "these write files past services/writing/going_out.leaving"
    there = {name for name in ELSEWHERE if (ROOT / name).exists()}
    assert not there - found.keys(), "these write nothing past the gate any more"


# Who shows a paper past ``preview_made``, which knows what of people is in it.
SHOWN = {
    "desktop/ui/frame/printing.py": "preview_made itself",
    "desktop/ui/pages/system/district.py": "the recovery sheet and the page of the keys tell of nobody",
    "desktop/ui/pages/system/encryption.py": "the recovery sheet tells of nobody, and leaves a row of its own",
}


def test_every_paper_in_the_window_is_made_to_be_looked_at():
    shown = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "desktop" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node) == "show_paper"
    }
    assert shown == SHOWN.keys(), "made past preview_made, a look is logged as a way out, and printing it is not"


def test_the_guard_sees_every_way_to_write_a_file():
    past = (
        "part.write_bytes(b'')",
        "writing_beside(path)",
        "files.keep(path, b'')",
        "path.open('wb')",
        "open(path, mode='a')",
        "os.replace(one, two)",
        "shutil.copyfile(one, two)",
        "xlsxwriter.Workbook(path)",
        "QPrinter()",
    )
    for line in past:
        assert list(past_the_gate(ast.parse(line))) == [1], line
        assert not list(past_the_gate(ast.parse(f"with leaving(path, held) as part:\n    {line}"))), line
    for line in (
        "path.open('rb')",
        "open(path)",
        "keep(db)",
        "xlsxwriter.Workbook(buffer)",
        "words.replace('a', 'b')",
        "replace(row, name='')",
    ):
        assert not list(past_the_gate(ast.parse(line))), line


def past_the_gate(node: ast.AST, inside: bool = False) -> Iterator[int]:
    """The lines that write a file and stand in no ``with leaving(…)``."""
    if isinstance(node, ast.With):
        inside = inside or any(_called(item.context_expr) == "leaving" for item in node.items)
    if isinstance(node, ast.Call) and not inside and _writes(node):
        yield node.lineno
    for child in ast.iter_child_nodes(node):
        yield from past_the_gate(child, inside)


def _writes(call: ast.Call) -> bool:
    name = _called(call)
    if name == "open":
        modes = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
        return any(_says(mode) and set(_says(mode)) & set("wax+") for mode in modes)
    if (of := getattr(getattr(call.func, "value", None), "id", "")) == "xlsxwriter":
        # Made in memory, it becomes a file by its bytes alone.
        return name == "Workbook" and getattr(call.args[0], "id", "") != "buffer"
    return name in WRITES or name in OF_MODULES.get(of, ())


def _says(node: ast.expr) -> str:
    """A mode of ``open``, where it is one."""
    words = node.value if isinstance(node, ast.Constant) else ""
    return words if isinstance(words, str) and 0 < len(words) <= 3 and set(words) <= set("rwaxbt+") else ""


def _called(node: ast.AST) -> str:
    if isinstance(node, ast.IfExp):
        return _called(node.orelse)
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "attr", getattr(function, "id", ""))
