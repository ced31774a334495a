"""The figures of a month, computed from rows every time (handbook section 4)."""

from desktop.services.figures.bed_days import beds
from desktop.services.figures.canteen_meals import canteen
from desktop.services.figures.contract import as_json
from desktop.services.figures.help_rows import services
from desktop.services.figures.indicators import indicators
from desktop.services.figures.month import figures_of
from desktop.services.figures.register_end import people
from desktop.services.figures.roster_visits import visits
from desktop.services.figures.visit_trend import visit_trend

__all__ = ["as_json", "beds", "canteen", "figures_of", "indicators", "people", "services", "visit_trend", "visits"]
