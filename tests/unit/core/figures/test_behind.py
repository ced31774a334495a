"""Pieces of a figure: made when they are looked at, and the same as if they had been made at once."""

from desktop.core.acts import Thing
from desktop.core.figures.behind import Counts, Made, Piece, Selection, rows, rows_of, summed, summed_of, yuan, yuan_of

# Meals as (person, row, fen paid).
MEALS = [(1, 11, 1000), (2, 12, 0), (1, 13, 350)]


def piece(meal):
    return Piece(meal[0], Thing.MEAL, meal[1])


def paid(meal):
    return meal[2]


def test_a_made_figure_is_the_figure_of_its_pieces():
    assert rows_of(MEALS, piece) == rows(map(piece, MEALS))
    priced = [Piece(person, Thing.MEAL, row, fen) for person, row, fen in MEALS]
    assert (yuan_of(MEALS, piece, paid), summed_of(MEALS, piece, paid)) == (yuan(priced), summed(priced))


def test_what_it_counts_is_known_before_anybody_looks():
    def never(meal):
        raise AssertionError(meal)

    assert rows_of(MEALS, never).value == 3
    assert yuan_of(MEALS, never, paid).value == 1350
    assert yuan_of(MEALS, never, paid).told == "13.50"
    assert summed_of([], never, paid).value == 0


def test_a_row_that_adds_nothing_is_no_piece_of_a_sum():
    pieces = yuan_of(MEALS, piece, paid).pieces
    assert [(one.row, one.amount) for one in pieces] == [(11, 1000), (13, 350)]
    assert (len(pieces), pieces[1].row, [one.row for one in pieces[:1]]) == (2, 13, [11])


def test_people_are_counted_once():
    assert Selection(Counts.PEOPLE, Made(MEALS, piece)).value == 2
    assert Made(MEALS, piece) == tuple(map(piece, MEALS))
    assert Made(MEALS, piece) != tuple(map(piece, MEALS[:2]))
