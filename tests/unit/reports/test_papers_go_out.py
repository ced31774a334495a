"""Each paper that tells of people is one row of the log when it goes out: which, of how many, whole numbers or none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.core.answers import ListKind
from desktop.core.document import Heading, Report, Section
from desktop.core.errors import NotAllowed
from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.models import query
from desktop.reports import bed_board, register_lists, waiting_list
from desktop.reports.forms import consent, receipt, referral_note
from desktop.reports.forms.assessment_forms import render_assessment
from desktop.reports.own_forms.fill import fill
from desktop.reports.own_forms.names import names_of
from desktop.reports.paper.book import write_book
from desktop.reports.paper.csv_tables import write_csv
from desktop.reports.paper.held import held_by
from desktop.reports.paper.workbook import write_xlsx
from desktop.services.beds import board, places, stays, waiting
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.ledger import receipts
from desktop.services.residents import assessment_paper, states
from desktop.services.visits import referrals, risks
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import going_out
from desktop.services.writing.actor import Actor
from tests.unit.reports.labels.coded_papers import CENTRE, PAPERS, TODAY, World

Person = Callable[..., int]
Held = tuple[str, int, int]
OCTOBER = Month(2026, 10)


def went(kind: str = "hand_out") -> list[Held]:
    """Title, names and whole numbers of what went out."""
    found = query.texts("SELECT after FROM change_log WHERE table_name = 'paper' AND action = ? ORDER BY id", [kind])
    return [(one["title"], one["names"], one["full_ids"]) for one in map(json.loads, found)]


def people(person: Person) -> list[int]:
    return [person(name, flags=["living_alone"], phone="13800000001") for name in ("王芳", "李桂兰", "邹珍")]


def _bed_board(actor: Actor, person: Person, path: Path) -> Held:
    for at, one in enumerate(people(person)[:2]):
        bed = places.save(actor, BedDraft(building="1号楼", floor="1", room="101", number=str(at)))
        stays.admit(actor, StayDraft(one, bed, "2026-10-02"))
    bed_board.render_board(board.board(TODAY), path, printed_on=TODAY)
    return "床位一览", 2, 0


def _waiting_list(actor: Actor, person: Person, path: Path) -> Held:
    for one in people(person):
        waiting.apply(actor, ApplicationDraft(resident_id=one, applied_on="2026-10-01"))
    waiting_list.write_list(waiting.places(TODAY), TODAY, path)
    return "床位轮候名单", 3, 0


def _receipt(actor: Actor, person: Person, path: Path) -> Held:
    made = prepaid.top_up(actor, MoneyDraft(people(person)[0], "100"))
    receipt.render_receipt(receipts.issue(actor, made), CENTRE, path, printed_on=TODAY)
    return "收据", 1, 0


def _forms(actor: Actor, person: Person, path: Path) -> Held:
    about = assessment_paper.paper_of(actor, people(person)[0], None, TODAY)
    render_assessment(about, path, printed_on=TODAY)
    return "表A 老年人能力评估基本信息表", 1, 0


def _referral(actor: Actor, person: Person, path: Path) -> Held:
    risk = risks.save(actor, RiskDraft(people(person)[0], "2026-10-20", "跌倒", "general"))
    note = referrals.note(referrals.refer(actor, risk, "community", "请上门看看"))
    referral_note.render_referral_note(note, CENTRE, path, printed_on=TODAY)
    return "老年人风险转介单", 1, 0


def _consent(actor: Actor, person: Person, path: Path) -> Held:
    consent.render_consent(consent.consent_of(people(person)[0]), path, printed_on=TODAY)
    return "个人信息处理知情同意书", 1, 0


def _whole_consent(actor: Actor, person: Person, path: Path) -> Held:
    one = people(person)[0]
    number = states.reveal_id(actor, one)
    consent.render_consent(consent.consent_of(one, id_number=number), path, printed_on=TODAY)
    return "个人信息处理知情同意书", 1, 1


def _roll(actor: Actor, person: Person, path: Path) -> Held:
    people(person)
    register_lists.write_list(ListKind.ROLL, TODAY, path.with_suffix(".xlsx"), printed_on=TODAY)
    return "在册老年人花名册", 3, 0


def _own_form(actor: Actor, person: Person, path: Path) -> Held:
    people(person)
    book = openpyxl.Workbook()
    book.active["A1"] = "{{month}} 王芳等"
    book.active["A2"] = "王芳"
    book.save(path.with_name("本所表.xlsx"))
    fill(path.with_name("本所表.xlsx"), names_of(OCTOBER), path.with_suffix(".xlsx"))
    return "本中心表格", 1, 0


BY_HAND = (_bed_board, _waiting_list, _receipt, _forms, _referral, _consent, _whole_consent, _roll, _own_form)


@pytest.mark.parametrize("make", BY_HAND, ids=lambda one: one.__name__.strip("_"))
def test_a_paper_that_goes_out_is_one_row(
    actor: Actor, person: Person, tmp_path: Path, make: Callable[[Actor, Person, Path], Held]
) -> None:
    with going_out.handed_by(actor):
        wanted = make(actor, person, tmp_path / "paper.pdf")
    assert went() == [wanted]


# How many names stand on each paper that bears codes.
NAMES = {
    "a sheet of cards": 1,
    "the smallest card": 1,
    "a route sheet of visits": 6,
    "a blank form of a visit": 1,
    "a list of deliveries": 6,
    "a day list": 6,
    "the sheet of a service": 1,
    "an attendance list": 6,
}


@pytest.mark.parametrize("name", [one for one in PAPERS if "report" not in one])
def test_a_paper_that_bears_codes_is_one_row(actor: Actor, person: Person, tmp_path: Path, name: str) -> None:
    with going_out.handed_by(actor):
        PAPERS[name].make(tmp_path / "paper.pdf", World(actor, person))
    ((_title, names, whole),) = went()
    assert (names, whole) == (NAMES.get(name, 0), 0)


REPORT = Report(
    "名单",
    CENTRE,
    "2026年10月",
    (
        Section("一、甲", (Heading("姓名"), Heading("证件号码")), (("王芳", "539901********1001"), ("张三", "无"))),
        Section("二、乙", (Heading("姓名"), Heading("备注")), (("王芳", ""), ("李桂兰", "身份证 539901194605061021"))),
    ),
)


def test_what_a_report_holds_is_counted_from_its_words(actor: Actor, person: Person) -> None:
    held = held_by(REPORT)
    assert (held.title, held.names, held.full_ids, held.period) == ("名单", 3, 1, "2026年10月")
    outside = Report("名单", CENTRE, "王芳", (Section("一", (Heading("老人"),), (("邹珍",), ("某人",))),))
    assert (held_by(outside).names, held_by(outside).period) == (0, ""), "a name is no period"
    person("邹珍")
    assert held_by(outside).names == 1, "a name of the register is known under any head"
    wrong = Report("数", CENTRE, "", (Section("一", (Heading("编号"),), (("539901194605061022",), ("1" * 20,))),))
    assert held_by(wrong).full_ids == 0, "a long number whose check digit does not fit is nobody's"


def test_every_kind_of_file_of_a_report_is_a_row_of_its_own(actor: Actor, tmp_path: Path) -> None:
    with going_out.handed_by(actor):
        write_xlsx(REPORT, tmp_path / "a.xlsx", TODAY)
        first, _second = write_csv(REPORT, tmp_path, "a")
        write_book("十月报表", [REPORT, REPORT], tmp_path / "a.pdf", TODAY)
    assert went() == [("名单", 3, 1), ("名单", 2, 0), ("名单", 2, 1), ("十月报表", 3, 2)]
    assert first.read_text(encoding="utf-8-sig").splitlines()[0] == "姓名,证件号码"
    said = query.texts("SELECT after FROM change_log WHERE table_name = 'paper' ORDER BY id")
    assert [json.loads(one)["file_kind"] for one in said] == ["xlsx", "csv", "csv", "pdf"]


def test_a_worker_prints_the_own_list_and_no_register(actor: Actor, person: Person, tmp_path: Path) -> None:
    worker = Actor(None, "普建国", Role.WORKER, actor.station)
    with going_out.handed_by(worker):
        PAPERS["a day list"].make(tmp_path / "day.pdf", World(actor, person))
        with pytest.raises(NotAllowed):
            _roll(actor, person, tmp_path / "roll.pdf")
        with pytest.raises(NotAllowed):
            PAPERS["a sheet of cards"].make(tmp_path / "cards.pdf", World(actor, person))
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["day.pdf"]
    assert [names for _title, names, _whole in went()] == [6]
