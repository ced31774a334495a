"""A printed number opens what makes it: the figure that is found for a cell has the value of the cell."""

from desktop.core import clock
from desktop.core.period import Month
from desktop.importing.importer import import_workbook
from desktop.reports.months.opens import figures_in
from desktop.reports.months.render import reports_of
from desktop.services.figures import figures_of
from desktop.services.figures.explained import everything, explained
from desktop.services.register.snapshot import register
from tests.e2e.running import SAMPLE
from tests.unit.services.figures import hard_months

OCTOBER = Month(2026, 10)


def opened(figures, known):
    """(figure, what is printed, what it is) of every number that opens."""
    for kind, report in reports_of(figures).items():
        for section in report.sections:
            lines = [*section.rows, *([section.totals] if section.totals else [])]
            for at, row in enumerate(lines):
                for column, figure in figures_in(kind, section, at).items():
                    yield figure, row[column], explained(figures, figure, known).value


def test_every_number_that_opens_is_the_figure_that_it_says(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        for kind in ("residents", "beds", "services", "meals", "visits"):
            import_workbook(actor, kind, SAMPLE / f"{kind}.xlsx")
        known = register()
        figures = figures_of(OCTOBER, known)
        found = list(opened(figures, known))
    for figure, printed, value in found:
        assert ("—" if printed is None else str(printed)) == str(value), figure
    # Kinds of meals that nobody had stand in no table, and indicators are not printed in the five reports.
    shown = {figure for figure, *_ in found}
    left = {name for name in everything(figures) if name not in shown and not name.startswith("indicators")}
    assert left == set()


def test_lists_of_people_and_a_community_open_nothing(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        visits = reports_of(figures_of(OCTOBER))["visits"]
    communities, roll = visits.sections[1], next(one for one in visits.sections if "已探访" in one.title)
    assert figures_in("visits", communities, 0) == {}
    assert figures_in("visits", roll, 0) == {}
    assert figures_in("no report", communities, 0) == {}
