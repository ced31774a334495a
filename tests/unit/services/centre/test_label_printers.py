"""Each printer is remembered by itself: how it is off, what paper was in it, how much of a sheet is used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.printers import NONE, Adjustment, LabelKind, Lines
from desktop.core.reasons import Reason
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.centre import label_printers as printers
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.writing.actor import Actor

LASER, ROLL = "HP LaserJet 1020", "佳博 GP-3120"
A4 = Lines.of((210, 297))


def test_a_printer_that_nobody_used_is_as_declared(actor: Actor) -> None:
    assert printers.remembered(LASER) == LabelPrinter(LASER)
    assert printers.remembered(LASER).adjusted == NONE
    assert printers.known() == ()
    assert printers.last_used(LabelKind.BEDS) == ""


def test_two_printers_keep_their_own(actor: Actor) -> None:
    laser = LabelPrinter(LASER, Adjustment(0.5, -1)).using(LabelKind.BEDS, "3x8", 7)
    roll = LabelPrinter(ROLL).using(LabelKind.BEDS, "60x40", 1)
    printers.keep(actor, laser, LabelKind.BEDS)
    printers.keep(actor, roll, LabelKind.BEDS)
    printers.keep(actor, laser.using(LabelKind.RESIDENTS, "cards", 3), LabelKind.RESIDENTS)
    assert printers.known() == (LASER, ROLL)
    assert printers.remembered(ROLL) == roll
    kept = printers.remembered(LASER)
    assert (kept.adjusted, kept.sheets, kept.free) == (
        Adjustment(0.5, -1),
        {"beds": "3x8", "residents": "cards"},
        {"3x8": 7, "cards": 3},
    )
    assert printers.last_used(LabelKind.BEDS) == ROLL
    assert printers.last_used(LabelKind.RESIDENTS) == LASER


def test_a_file_that_is_printed_elsewhere_is_a_printer_without_a_name(actor: Actor) -> None:
    printers.keep(actor, LabelPrinter("", Adjustment(1)))
    assert printers.known() == ("",)
    assert printers.remembered("").adjusted == Adjustment(1)


def test_what_was_measured_puts_the_printer_right_and_leaves_its_paper(actor: Actor) -> None:
    printers.keep(actor, LabelPrinter(LASER, Adjustment(3)).using(LabelKind.BEDS, "3x8", 5))
    found = printers.keep_measured(actor, LASER, A4, Lines(21.5, 19.2, 170, 257))
    assert found == Adjustment(-1.5, 0.8)
    assert printers.remembered(LASER).adjusted == found
    assert printers.remembered(LASER).free == {"3x8": 5}
    # Measured again on the same page, the same again: the page is printed without any adjustment.
    assert printers.keep_measured(actor, LASER, A4, Lines(21.5, 19.2, 170, 257)) == found


@pytest.mark.parametrize("measured", [Lines(60, 20, 170, 257), Lines(20, 20, 17, 257), Lines(20, 20, 170, 0)])
def test_measures_that_no_printer_has_are_refused(actor: Actor, measured: Lines) -> None:
    with pytest.raises(InvalidDraft) as refused:
        printers.keep_measured(actor, LASER, A4, measured)
    assert [(one.name, one.reason) for one in refused.value.fields] == [("measured", Reason.OUT_OF_RANGE)]
    assert printers.known() == ()


def test_a_shift_beyond_any_printer_and_an_endless_name_are_refused(actor: Actor) -> None:
    for wrong in (LabelPrinter(LASER, Adjustment(99)), LabelPrinter("x" * 121)):
        with pytest.raises(InvalidDraft):
            printers.keep(actor, wrong)


def test_remembering_the_same_writes_nothing(actor: Actor) -> None:
    printers.keep(actor, LabelPrinter(LASER, Adjustment(1)), LabelKind.BEDS)
    before = query.count("SELECT count(*) FROM change_log")
    printers.keep(actor, LabelPrinter(LASER, Adjustment(1)), LabelKind.BEDS)
    assert query.count("SELECT count(*) FROM change_log") == before


def test_an_auditor_prints_and_keeps_nothing(actor: Actor) -> None:
    printers.keep(replace(actor, role=Role.AUDITOR), LabelPrinter(LASER, Adjustment(1)))
    assert printers.known() == ()
