"""The words of label sheets."""

from __future__ import annotations

from desktop.core.printers import LabelPaper
from desktop.core.words.tables import Terms

LABEL_PAPERS = Terms(
    {
        LabelPaper.SHEET: ("整张标签纸（激光、喷墨）", "sheets (laser, inkjet)"),
        LabelPaper.ROLL_203: ("热敏单张（203 点/英寸）", "thermal singles (203 dpi)"),
        LabelPaper.ROLL_300: ("热敏单张（300 点/英寸）", "thermal singles (300 dpi)"),
    }
)
