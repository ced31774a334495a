"""Label sheets of the centre's own: typed in millimetres, refused where they cannot be, remembered by their key."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.label_sheets import CODE, LEAST_MODULE, QUIET, least_label, module_by, shipped_sheets
from desktop.core.printers import LabelKind
from desktop.core.reasons import Reason
from desktop.core.trade import Role
from desktop.models import query
from desktop.reports.paper import qr
from desktop.services import undoing
from desktop.services.centre import label_printers, label_sheets
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.centre.label_sheets import SheetDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor


def typed(**said: object) -> SheetDraft:
    """A sheet of 2×6 labels, 100×45 mm, as it stands on its package."""
    draft = label_sheets.fresh()
    values = {"name": "得力 2×6", "label_wide": "100", "label_high": "45", "columns": "2", "rows": "6"}
    values |= {"margin_left": "4.5", "margin_top": "12", "gap_across": "1"}
    for name, value in {**values, **said}.items():
        setattr(draft, name, value)
    return draft


def refused(draft: SheetDraft, actor: Actor) -> list[tuple[str, Reason, str]]:
    with pytest.raises(InvalidDraft) as why:
        label_sheets.save(actor, draft)
    assert label_sheets.own_sheets() == [] or draft.sheet_id or draft.name == "得力 2×6"
    return [(one.name, one.reason, one.hint) for one in why.value.fields]


def test_the_code_is_the_one_that_is_drawn() -> None:
    assert (CODE, QUIET) == (qr.MODULES, qr.QUIET)


def test_a_sheet_is_kept_and_lies_as_it_was_typed(actor: Actor) -> None:
    made = label_sheets.save(actor, typed())
    [one] = label_sheets.own_sheets()
    sheet = label_sheets.label_sheets()[one.key]
    assert (one.id, one.key, one.retired_on) == (made, f"own-{made}", None)
    assert (sheet.shown, sheet.page, sheet.label, sheet.cells) == ("得力 2×6", (210, 297), (100, 45), 12)
    assert (sheet.place(0), sheet.place(1), sheet.place(11)) == ((4.5, 12), (105.5, 12), (105.5, 237))
    assert list(label_sheets.label_sheets()) == [one.key, *shipped_sheets()], "one's own are offered first"
    assert label_sheets.called("得力 2×6 ") == label_sheets.called(one.key) == sheet
    assert label_sheets.called("没有") is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"columns": "3"}, ("label_wide", Reason.OFF_PAPER, "306.5 > 210")),
        ({"gap_across": "6"}, ("label_wide", Reason.OFF_PAPER, "210.5 > 210")),
        ({"rows": "7"}, ("label_high", Reason.OFF_PAPER, "327 > 297")),
        ({"margin_top": "27.02"}, ("label_high", Reason.OFF_PAPER, "297.02 > 297")),
        ({"label_high": "23.5"}, ("label_high", Reason.NO_ROOM_FOR_CODE, "24.8")),
        ({"label_wide": "35"}, ("label_wide", Reason.NO_ROOM_FOR_CODE, "35.9")),
        ({"label_high": ""}, ("label_high", Reason.REQUIRED, "")),
        ({"columns": ""}, ("columns", Reason.REQUIRED, "")),
        ({"page_wide": " "}, ("page_wide", Reason.REQUIRED, "")),
        ({"rows": "zwei"}, ("rows", Reason.BAD_NUMBER, "")),
        ({"columns": "0"}, ("columns", Reason.OUT_OF_RANGE, "1–50")),
        ({"gap_down": "-1"}, ("gap_down", Reason.OUT_OF_RANGE, "0–100")),
        ({"margin_left": "4.555"}, ("margin_left", Reason.BAD_DECIMAL, "2")),
        ({"padding": "9"}, ("padding", Reason.OUT_OF_RANGE, "0–8")),
        ({"name": " "}, ("name", Reason.REQUIRED, "")),
        ({"name": "3x8"}, ("name", Reason.ALREADY_RECORDED, "")),
        ({"paper": "cloth"}, ("paper", Reason.UNKNOWN_WORD, "")),
    ],
)
def test_what_cannot_be_is_said_at_its_measure(
    actor: Actor, said: dict[str, object], why: tuple[str, Reason, str]
) -> None:
    assert refused(typed(**said), actor) == [why]
    assert query.count("SELECT count(*) FROM label_sheet") == 0


def test_labels_may_reach_the_edge_and_what_is_left_empty_is_nothing(actor: Actor) -> None:
    label_sheets.save(actor, typed(gap_across="5.5", margin_top="27"))
    label_sheets.save(actor, typed(name="贴边", margin_left="", margin_top="", gap_across="", gap_down=""))
    edge = label_sheets.called("贴边")
    assert edge is not None and (edge.left, edge.top, edge.gap) == (0, 0, (0, 0))


def test_a_roll_asks_for_its_label_alone_and_its_code_has_whole_dots(actor: Actor) -> None:
    for paper, dot in (("roll_203", 0.125), ("roll_300", 25.4 / 300)):
        odd = {"columns": "5", "page_wide": "x", "gap_down": "99", "outlined": True}
        made = label_sheets.save(actor, typed(name=paper, paper=paper, label_wide="55", label_high="35", **odd))
        sheet = label_sheets.label_sheets()[f"own-{made}"]
        assert (sheet.page, sheet.label, sheet.cells, sheet.single) == ((55, 35), (55, 35), 1, True)
        assert (sheet.left, sheet.top, sheet.gap, sheet.frame) == (0, 0, (0, 0), False)
        assert sheet.dot == dot and sheet.module / dot == pytest.approx(round(sheet.module / dot))
        assert sheet.module >= LEAST_MODULE


@pytest.mark.parametrize("padding", [0, 2, 3, 8])
@pytest.mark.parametrize("dot", [0, 0.125, 25.4 / 300])
def test_the_least_label_has_room_and_a_tenth_less_has_none(padding: float, dot: float) -> None:
    least = least_label(padding, dot)
    assert min(module_by(least, padding, dot)) >= LEAST_MODULE
    for way in (0, 1):
        smaller = [least[0], least[1]]
        smaller[way] -= 0.1
        assert module_by((smaller[0], smaller[1]), padding, dot)[way] < LEAST_MODULE


def test_the_shipped_sheets_have_no_larger_a_code_than_the_rule_gives() -> None:
    for sheet in shipped_sheets().values():
        by_width, by_height = (module_by(sheet.label, sheet.padding[way], sheet.dot)[way] for way in (0, 1))
        assert sheet.module <= min(by_width, by_height), sheet.name


def test_a_sheet_begins_as_a_shipped_one_is(actor: Actor) -> None:
    for sheet in shipped_sheets().values():
        draft = label_sheets.copied(sheet)
        draft.name = f"像 {sheet.title}"
        made = label_sheets.save(actor, draft)
        found = label_sheets.label_sheets()[f"own-{made}"]
        for name in ("page", "label", "columns", "rows", "left", "top", "gap", "dot", "frame"):
            assert getattr(found, name) == getattr(sheet, name), name


def test_a_sheet_is_put_right_and_both_programs_that_change_it_are_told(actor: Actor) -> None:
    made = label_sheets.save(actor, typed())
    first, second = label_sheets.draft_of(made), label_sheets.draft_of(made)
    assert (first.label_wide, first.margin_left, first.columns) == ("100", "4.5", "2")
    first.margin_left = "4.75"
    label_sheets.save(actor, first)
    second.margin_left = "5"
    with pytest.raises(InvalidDraft) as why:
        label_sheets.save(actor, second)
    assert [(one.name, one.reason) for one in why.value.fields] == [("margin_left", Reason.CHANGED_MEANWHILE)]
    [one] = label_sheets.own_sheets()
    assert one.sheet.left == 4.75


def test_no_two_sheets_have_one_name_and_a_sheet_keeps_its_own(actor: Actor) -> None:
    made = label_sheets.save(actor, typed())
    assert refused(typed(), actor) == [("name", Reason.ALREADY_RECORDED, "")]
    draft = label_sheets.draft_of(made)
    draft.padding = "2"
    assert label_sheets.save(actor, draft) == made


def test_a_retired_sheet_is_offered_no_more_and_a_printer_goes_back_to_the_usual(actor: Actor) -> None:
    made = label_sheets.save(actor, typed())
    key = f"own-{made}"
    label_printers.keep(actor, LabelPrinter("HP").using(LabelKind.BEDS, key, 9), LabelKind.BEDS)
    sheets = label_sheets.label_sheets()
    assert label_printers.remembered("HP").sheet_of(LabelKind.BEDS, sheets).name == key
    assert label_printers.remembered("HP").first_free(sheets[key]) == 9
    label_sheets.retire(actor, made)
    assert key not in label_sheets.label_sheets() and label_sheets.own_sheets()[0].retired_on is not None
    assert label_printers.remembered("HP").sheet_of(LabelKind.BEDS, label_sheets.label_sheets()).name == "3x8"
    assert label_printers.remembered("HP").sheet_of(LabelKind.RESIDENTS, label_sheets.label_sheets()).name == "cards"
    label_sheets.retire(actor, made, back=True)
    assert label_printers.remembered("HP").sheet_of(LabelKind.BEDS, label_sheets.label_sheets()).name == key


def test_a_sheet_that_has_fewer_labels_by_now_begins_afresh(actor: Actor) -> None:
    made = label_sheets.save(actor, typed())
    printer = LabelPrinter("HP").using(LabelKind.BEDS, f"own-{made}", 12)
    assert printer.first_free(label_sheets.label_sheets()[f"own-{made}"]) == 12
    draft = label_sheets.draft_of(made)
    draft.rows = "5"
    label_sheets.save(actor, draft)
    assert printer.first_free(label_sheets.label_sheets()[f"own-{made}"]) == 1


@pytest.mark.parametrize("role", [Role.CLERK, Role.VISITOR, Role.AUDITOR])
def test_the_director_alone_keeps_sheets_and_everybody_reads_them(actor: Actor, role: Role) -> None:
    made = label_sheets.save(actor, typed())
    other = replace(actor, role=role)
    for act in (
        lambda: label_sheets.save(other, typed(name="另一种")),
        lambda: label_sheets.save(other, label_sheets.draft_of(made)),
        lambda: label_sheets.retire(other, made),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert [one.name for one in label_sheets.own_sheets()] == ["得力 2×6"]


def test_every_change_is_in_the_log_and_can_be_taken_back(actor: Actor) -> None:
    made = label_sheets.save(actor, typed())
    label_sheets.retire(actor, made)
    logged = query.fetch("SELECT action FROM change_log WHERE table_name = 'label_sheet' ORDER BY id")
    assert [row[0] for row in logged] == ["add", "change"]
    undoing.take_back(actor, done.standing(actor)[0])
    assert label_sheets.own_sheets()[0].retired_on is None


def test_what_is_typed_so_far_is_drawn_though_it_runs_off_the_paper() -> None:
    sheet = label_sheets.drawn(typed(columns="3", name=""))
    assert sheet is not None and sheet.extent[0] == 306.5
    for missing in ("label_wide", "rows", "page_high"):
        assert label_sheets.drawn(typed(**{missing: ""})) is None
    assert label_sheets.drawn(typed(label_high="10")) is not None, "too low for a code, and drawn without one"
    assert label_sheets.read(typed()).cells == 12
    assert dataclasses.asdict(label_sheets.fresh())["page_wide"] == "210" and Action.KEEP_LABEL_SHEET
