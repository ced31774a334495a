"""No whole ID number in a log, a crash report, a temporary file, a title or a file's name, whatever commands did."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pypdf
import pytest

from desktop.core.answers import BackupReason
from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.centre import accounts, centres
from desktop.services.keeping import backups
from desktop.services.residents import photos, states
from desktop.services.writing.actor import Actor
from desktop.ui.frame.crash import CrashHook
from tests.unit.cli.conftest import Shizhu
from tests.unit.cli.test_assess import file

Person = Callable[..., int]
# What holds the register itself: its rows name people by their numbers, nowhere else do.
STORES = (".db", ".db-wal", ".db-shm", ".shizhu")


@pytest.fixture
def numbers(person: Person) -> list[str]:
    """The whole numbers of everybody on record."""
    for name, born in (("王芳", "1944-03-05"), ("李桂兰", "1946-05-06"), ("邹珍", "1938-11-12")):
        person(name, born=born, flags=["living_alone"], phone="13800000001")
    return query.texts("SELECT id_number FROM resident ORDER BY id")


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's temporary files lie."""
    made = tmp_path / "temp"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    monkeypatch.setenv("TMPDIR", str(made))
    return made


def written_as(number: str) -> Iterator[bytes]:
    """A number as it may stand in a file."""
    for text in (number, f"{number[:6]} {number[6:14]} {number[14:]}"):
        yield from (text.encode(), text.encode("utf-16-le"))


def told(root: Path, numbers: list[str], stores: tuple[str, ...] = STORES) -> list[str]:
    """The files beneath a folder whose name or content tells a whole number; stores by their name alone."""
    found = []
    for path in sorted(root.rglob("*")):
        content = path.read_bytes() if path.is_file() and not path.name.endswith(stores) else b""
        whole = content + path.name.encode()
        if any(one in whole for number in numbers for one in written_as(number)):
            found.append(path.relative_to(root).as_posix())
    return found


def commands(out: Path, workbook: Path) -> list[tuple[object, ...]]:
    """What a desk asks for in a week, with every kind of file that commands write."""
    month = ("--month", "2026-10")
    return [
        ("find", "王芳"),
        ("assess", "王芳", "--file", file(out)),
        ("assess", "王芳", "--pdf", out / "a.pdf"),
        ("assess", "王芳", "--history", out / "h.pdf"),
        ("assess", "--xlsx", out / "a.xlsx"),
        ("report", "all", *month, "--pdf", out, "--xlsx", out, "--csv", out, "--book", out),
        ("codes", "residents", "--pdf", out / "cards.pdf"),
        ("figures", *month),
        ("roster", *month),
        ("import", "residents", workbook, "--report", out / "verdicts.xlsx"),
        ("privacy", "incident", "--lost", "computer", "--words", "丢了", "--pdf", out / "i.pdf"),
        ("audit", "show", "--limit", "500"),
        ("audit", "verify"),
        ("doctor",),
        ("backup", "now"),
        ("backup", "list"),
    ]


def test_commands_tell_no_whole_number(
    numbers: list[str], shizhu: Shizhu, folder: DataFolder, tmp_path: Path, temp: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    book = openpyxl.Workbook()
    for row in (["姓名", "证件号码"], ["王芳", f"{numbers[0]}"], ["李桂兰", numbers[1][:-1]], ["", numbers[2]]):
        book.active.append(row)
    book.save(tmp_path / "名册.xlsx")
    said = {words[:2]: shizhu(*words) for words in commands(out, tmp_path / "名册.xlsx")}
    assert {words: one.err for words, one in said.items() if one.code not in (0, 3)} == {}
    loud = [words for words, one in said.items() if any(number in one.out + one.err for number in numbers)]
    assert loud == []
    made = {path.name for path in out.rglob("*") if path.is_file()}
    assert len(made) > 30, "papers were written"
    # A row that is not taken in has to be put right: the report of an import is the one paper that keeps its number.
    assert told(out, numbers) == []
    assert [path.name for path in out.rglob("*") if whole_in(path, numbers)] == ["verdicts.xlsx"]
    assert told(folder.root, numbers) == [] and told(temp, numbers) == []
    titles = [str(pypdf.PdfReader(path).metadata) for path in out.rglob("*.pdf")]
    assert not [one for one in titles if any(number in one for number in numbers)]


def whole_in(path: Path, numbers: list[str]) -> bool:
    """Whether the words of a paper hold a whole number."""
    if path.suffix == ".pdf":
        words = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)
    elif path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        words = "\n".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row)
    else:
        return False
    return any(number in words for number in numbers)


def test_what_keeps_a_number_whole_says_so_in_the_log(
    numbers: list[str], shizhu: Shizhu, folder: DataFolder, tmp_path: Path
) -> None:
    copied = shizhu("privacy", "copy", "王芳", "--for", "本人要求", "--out", tmp_path / "copy")
    assert copied.code == 0
    assert numbers[0] in (tmp_path / "copy" / "copy.json").read_text(encoding="utf-8"), "it is the person's own"
    centres.open_centre(folder)
    papers = query.texts("SELECT after FROM change_log WHERE table_name = 'paper'")
    assert len(papers) == 2 and all('"full_ids": 1, "names": 1' in one for one in papers)
    assert told(folder.root, numbers) == []


def test_a_crash_and_a_refusal_tell_no_number(numbers: list[str], folder: DataFolder, temp: Path) -> None:
    hook = CrashHook(folder.logs)
    for number in numbers:
        try:
            raise RuntimeError(f"no place for {number}")
        except RuntimeError as error:
            hook.meet(RuntimeError, error, error.__traceback__)
    assert "RuntimeError" in (folder.logs / "crash.log").read_text(encoding="utf-8")
    assert told(folder.root, numbers) == [] and told(temp, numbers) == []


def test_kept_files_and_backups_are_named_without_a_number(
    numbers: list[str], actor: Actor, folder: DataFolder
) -> None:
    (one, *_rest) = query.ids("SELECT id FROM resident ORDER BY id")
    photos.store(actor, one, b"\xff\xd8\xff" + b"0" * 100)
    assert states.reveal_id(actor, one) == numbers[0]
    backups.back_up(folder, BackupReason.MANUAL)
    assert told(folder.root, numbers) == []
    assert any(number.encode() in folder.database.read_bytes() for number in numbers) or _in_wal(folder, numbers)


def _in_wal(folder: DataFolder, numbers: list[str]) -> bool:
    """The search itself finds a number where one is."""
    wal = folder.database.with_name(folder.database.name + "-wal")
    return any(number.encode() in wal.read_bytes() for number in numbers)


def test_the_search_finds_a_number_in_a_name_and_in_a_file(temp: Path, numbers: list[str]) -> None:
    (temp / "a.log").write_bytes(zlib.compress(b"x") + numbers[0].encode("utf-16-le"))
    (temp / f"{numbers[1]}.db").write_bytes(b"")
    (temp / "b.log").write_text(f"{numbers[2][:6]} {numbers[2][6:14]} {numbers[2][14:]}", encoding="utf-8")
    (temp / "c.log").write_text(numbers[0][:6] + "********" + numbers[0][-4:], encoding="utf-8")
    assert told(temp, numbers, stores=(".db",)) == sorted([f"{numbers[1]}.db", "a.log", "b.log"])


PASSWORD = "geheim-0123"
# What is read of people by command, fees and money included; each with --json.
READS = (
    *(("find", "王"), ("fees", "list"), ("fees", "list", "--owing"), ("fees", "show", "王芳"), ("balance", "list")),
    *(("fees", "month", "--month", "2026-10"), ("balance", "show", "王芳"), ("balance", "cash"), ("stay", "list")),
    *(("stay", "list", "--who", "王芳"), ("stay", "leaves"), ("bed", "list"), ("bed", "person", "王芳")),
    *(("stay", "contract", "due"), ("waiting", "list"), ("roster", "--month", "2026-10"), ("grade", "list", "王芳")),
    *(("rows", one, "--month", "2026-10") for one in ("visits", "services", "meals", "stays", "leaves", "flags")),
    *(("canteen", "matrix", "--month", "2026-10"), ("settle", "--month", "2026-10"), ("canteen", "day")),
    *(("order", "list"), ("delivery", "agreed"), ("standing", "agreed"), ("code", "old"), ("privacy", "retention")),
    *(("month", "check", "--month", "2026-10"), ("figures", "--month", "2026-10"), ("audit", "show", "--limit", "900")),
)


def test_what_an_auditor_reads_is_masked_fees_and_money_too(
    numbers: list[str],
    shizhu: Shizhu,
    actor: Actor,
    folder: DataFolder,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("SHIZHU_PASSWORD", PASSWORD)
    accounts.set_password(actor, actor.name, PASSWORD)
    accounts.add_account(actor, "审核丁", Role.AUDITOR, PASSWORD)
    for words in (
        ("fees", "on", "--from", "2026-10"),
        ("bed", "open", "--room", "301", "--number", "1", "--from", "2026-01-01"),
        ("fees", "rate", "3100", "--part", "床位费", "--unit", "元/月", "--from", "2026-01-01"),
        ("stay", "admit", "王芳", "301-1", "--from", "2026-10-01"),
        ("fees", "charge", "王芳", "--month", "2026-10"),
        ("fees", "pay", "王芳", "1000"),
        ("balance", "top-up", "王芳", "50"),
    ):
        done = shizhu(*words, "--user", actor.name)
        assert done.code == 0, (words, done.err)
    before, heard = len(logged(folder)), {}
    for words in READS:
        said = shizhu(*words, "--user", "审核丁", "--json")
        assert said.code in (0, 3) or "is for" in said.err, (words, said.err)
        heard[words] = said.out + said.err
    assert "王芳" in heard["fees", "list"] and "2100" in heard["fees", "list"], "the fees are there to be read"
    assert numbers[0][:4] in heard["find", "王"], "the first digits stand, masked"
    assert [words for words, said in heard.items() if any(one in said for one in numbers)] == []
    statement = tmp_path / "statement.pdf"
    printed = shizhu("fees", "statement", "王芳", "--pdf", statement, "--user", "审核丁")
    assert printed.code == 0 or "is for" in printed.err
    assert not statement.exists() or not whole_in(statement, numbers)
    refused = shizhu("fees", "pay", "王芳", "1", "--user", "审核丁")
    assert refused.code == 1 and "is for" in refused.err
    assert set(logged(folder)[before:]) <= {"hand_out"}, "an auditor writes nothing"


def logged(folder: DataFolder) -> list[str]:
    """What is in the log but signing in."""
    centres.open_centre(folder)
    found = query.texts("SELECT action FROM change_log WHERE action <> 'sign_in' ORDER BY id")
    centres.close_centre()
    return found
