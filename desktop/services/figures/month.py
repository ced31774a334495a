"""All figures of a month together."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.figures.month import MonthFigures
from desktop.core.period import Month
from desktop.services.centre.centres import centre
from desktop.services.figures.bed_days import beds
from desktop.services.figures.canteen_meals import canteen
from desktop.services.figures.corrected import corrected
from desktop.services.figures.counts import Known
from desktop.services.figures.explanations import explanations
from desktop.services.figures.help_rows import services
from desktop.services.figures.help_trend import help_trend
from desktop.services.figures.indicators import bed_shares, indicators
from desktop.services.figures.register_end import people
from desktop.services.figures.rolls import rolls
from desktop.services.figures.roster_visits import visits
from desktop.services.figures.visit_trend import visit_trend
from desktop.services.register.snapshot import Register, register


def figures_of(month: Month, known: Register | None = None) -> MonthFigures:
    """Every figure of a month; the register is read once, or was read by the caller."""
    known = known or register()
    found = counted(month, known)
    return replace(
        found,
        visits=replace(found.visits, trend=visit_trend(month, known=known)),
        services=replace(found.services, trend=help_trend(found.services, known)),
    )


def counted(month: Month, known: Register) -> MonthFigures:
    """The same without the months before it."""
    visit_figures, bed_figures, people_figures = visits(month, known), beds(month, known), people(month, known)
    this_centre, known_so_far = centre(), Known(month, known, visit_figures, bed_figures, people_figures)
    return MonthFigures(
        centre=this_centre,
        month=month,
        visits=visit_figures,
        services=services(month, known),
        canteen=canteen(month, known),
        beds=bed_figures,
        people=people_figures,
        indicators=indicators(this_centre.plan, known_so_far),
        rolls=rolls(month, known, bed_figures, people_figures),
        corrected=corrected(month),
        explained=explanations(month),
        bed_shares=bed_shares(known_so_far),
    )
