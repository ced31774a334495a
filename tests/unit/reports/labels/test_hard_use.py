"""Codes that went through a camera: at 300 dpi, as JPEG, 3° askew, with a tenth of the symbol covered, on every paper.

What is covered is a square of dirt, of paper torn off, or of grey. A finder pattern is what a reader looks for:
where one is hidden no reader finds a symbol at all, and the number is printed beneath to be typed. Everywhere else
a tenth is read back in every place, and a fifth where no more words of the code are hit than its level H mends.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import desktop.reports
from desktop.core.codes import Code, CodeKind
from desktop.reports.paper import qr
from desktop.services.writing.actor import Actor
from tests.unit.reports.labels.camera import Patch, Print, mendable, patches, prints, read, words
from tests.unit.reports.labels.coded_papers import PAPERS, World

# Dirt, torn off, worn.
INKS = (0, 255, 128)
REPORTS = Path(desktop.reports.__file__).parent
# The pens: whoever draws a symbol takes it from there, and its number beneath as digits in groups.
PENS = {"forms.forms", "forms.route_list", "labels.labels", "paper.page"}
# What a paper calls that hands its codes to a pen.
HANDS_ON = {"render_route_list", "render_route_lists"}


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(REPORTS.rglob("*.py")):
        name = ".".join(path.relative_to(REPORTS).with_suffix("").parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def _calls(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """What is called, by its last name, with the names of its keywords."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield name, {str(one.arg) for one in node.keywords}


def test_symbols_are_drawn_by_the_known_pens_alone() -> None:
    """Another place that draws one is named here once a paper of it is tried below."""
    pens = {
        name
        for name, tree in _modules()
        if name != "paper.qr" and any(called in {"boxes", "runs"} for called, _ in _calls(tree))
    }
    assert pens == PENS
    makers = {
        name
        for name, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and "qrcode" in ast.dump(node)
    }
    assert makers == {"paper.qr"}, "nobody makes a symbol of a size, level or quiet zone of their own"


def test_every_paper_that_bears_a_code_is_tried_here() -> None:
    bearing = {
        name
        for name, tree in _modules()
        if name not in PENS and any(called in HANDS_ON or "code" in given for called, given in _calls(tree))
    }
    assert bearing == {paper.module for paper in PAPERS.values()} - PENS
    assert {paper.module for paper in PAPERS.values()} & PENS == {"labels.labels"}, "labels are pen and paper in one"


@pytest.fixture(params=PAPERS)
def printed(request: pytest.FixtureRequest, actor: Actor, person: Callable[..., int], tmp_path: Path) -> list[Print]:
    """The symbols of the first page of one paper."""
    path = tmp_path / "paper.pdf"
    digits = PAPERS[request.param].make(path, World(actor, person))
    found = prints(path)
    assert sorted(one.digits for one in found) == sorted(digits)
    return found


def test_nothing_stands_in_the_quiet_zone(printed: list[Print]) -> None:
    """Four modules of bare paper on each side, as the standard asks for."""
    for one in printed:
        left, top = one.corner
        side, dots = qr.MODULES * one.dots, one.dots
        # Half a module for what the camera rounds.
        near, far = 3.5 * dots, 0.5 * dots
        edges = (
            (left - near, top - near, left + side + near, top - far),
            (left - near, top + side + far, left + side + near, top + side + near),
            (left - near, top, left - far, top + side),
            (left + side + far, top, left + side + near, top + side),
        )
        for box in edges:
            wide, high = one.picture.size
            cut = (max(box[0], 0), max(box[1], 0), min(box[2], wide), min(box[3], high))
            assert one.picture.crop(tuple(map(round, cut))).getextrema()[0] > 200


def test_every_symbol_is_read_askew_and_as_jpeg(printed: list[Print]) -> None:
    for one in printed:
        assert [read(one.picture, askew) for askew in (-3, 3)] == [one.digits, one.digits]


def _tenth_unread(printed: list[Print], inks: Callable[[int], list[int]]) -> list[Patch]:
    places = list(patches(0.1))
    assert len(places) == 208
    # Each place on another symbol of the sheet, to the one side and the other.
    tried = [(patch, printed[at % len(printed)], 3 - 6 * (at % 2), inks(at)) for at, patch in enumerate(places)]
    return [
        patch
        for patch, one, askew, of_it in tried
        if any(read(one.covered(patch, ink), askew) != one.digits for ink in of_it)
    ]


def test_a_tenth_is_read_back_wherever_it_hides_no_finder_pattern(printed: list[Print]) -> None:
    assert _tenth_unread(printed, lambda at: [INKS[at % 3]]) == []


@pytest.mark.slow
def test_a_tenth_of_anything_is_read_back_wherever_it_hides_no_finder_pattern(printed: list[Print]) -> None:
    assert _tenth_unread(printed, lambda _at: list(INKS)) == []


def test_a_fifth_is_read_back_where_level_h_allows(printed: list[Print]) -> None:
    hidden = words()
    assert len(hidden) == 70
    places = [patch for patch in patches(0.2) if mendable(patch, hidden)]
    assert places
    for at, patch in enumerate(places):
        one = printed[at % len(printed)]
        assert [read(one.covered(patch, ink)) for ink in INKS] == [one.digits] * 3


def test_the_words_of_the_symbol_lie_where_the_standard_says() -> None:
    """The first word read by hand from a matrix: mode 0001 and ten bits of the length 17, unmasked."""
    digits = Code(CodeKind.BED, "539901", 900).digits
    dark = {(column + at, row) for row, column, length in qr.runs(digits) for at in range(length)}

    def bits(word: list[tuple[int, int]]) -> list[int]:
        # Mask 3: a module is turned where row and column add up to a multiple of 3.
        return [((column, row) in dark) ^ ((row + column) % 3 == 0) for column, row in word]

    stands = words()
    # The words of the two blocks take turns: those of the first are every other one.
    stream = [*bits(stands[0]), *bits(stands[2])]
    assert stream[:14] == [int(bit) for bit in f"{1:04b}{17:010b}"]
