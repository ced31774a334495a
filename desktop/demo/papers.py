"""What the demo prints: the figures as JSON, the five reports twice, bed labels and resident cards."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from desktop.core.figures.month import MonthFigures
from desktop.core.files import writing_beside
from desktop.core.label_sheets import shipped_sheets
from desktop.core.progress import Progress
from desktop.demo.places import DemoPlaces
from desktop.reports.labels import code_sheets, labels
from desktop.reports.months.month_set import Folders, month_reports, write_set
from desktop.reports.months.render import KINDS
from desktop.reports.paper.document import RenderResult
from desktop.services.figures.contract import as_json

Stage = Callable[[str], AbstractContextManager[None]]
LABEL_SHEET, CARD_SHEET = "3x8", "cards"


@dataclass(frozen=True)
class Papers:
    """What was printed; ``beds`` and ``people`` count the labels and cards."""

    figures: Path
    reports: tuple[RenderResult, ...]
    books: tuple[RenderResult, ...]
    labels: RenderResult
    beds: int
    cards: RenderResult
    people: int


def print_papers(places: DemoPlaces, found: MonthFigures, stage: Stage, progress: Progress) -> Papers:
    """Write everything that the demo prints; ``stage`` times each part."""
    sheets = shipped_sheets()
    with writing_beside(places.figures) as part:
        part.write_text(json.dumps(as_json(found), ensure_ascii=False, indent=1), encoding="utf-8")
    with stage("reports PDF"):
        shown = month_reports(found.month)
        reports = [one.pdf for one in write_set(KINDS, shown, Folders(pdf=places.reports), progress) if one.pdf]
    with stage("reports xlsx"):
        books = [one.xlsx for one in write_set(KINDS, shown, Folders(xlsx=places.reports), progress) if one.xlsx]
    with stage("labels"):
        beds = code_sheets.all_bed_labels()
        label_file = labels.bed_labels(beds, sheets[LABEL_SHEET], places.codes / "床位标签.pdf", progress=progress)
    with stage("cards"):
        people = code_sheets.all_resident_cards()
        card_file = labels.resident_cards(
            people, sheets[CARD_SHEET], places.codes / "老年人服务卡.pdf", progress=progress
        )
    return Papers(places.figures, tuple(reports), tuple(books), label_file, len(beds), card_file, len(people))
