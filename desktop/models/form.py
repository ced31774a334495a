"""How the centre's papers look: layouts of the reports, its own workbooks that a month is filled into, label sheets."""

from __future__ import annotations

import peewee

from desktop.models.base import Record


class ReportLayout(Record):
    """What the centre changed of a report's look; ``boxes`` and ``columns`` are JSON (services.own_forms.layouts)."""

    report = peewee.TextField()
    letterhead = peewee.TextField(default="")
    note = peewee.TextField(default="")
    boxes = peewee.TextField(default="[]")
    columns = peewee.TextField(default="{}")


class OwnForm(Record):
    """A workbook of the centre's own with names of figures in its cells; ``file`` is the name of a kept file."""

    name = peewee.TextField()
    file = peewee.TextField()
    retired_on = peewee.DateField(null=True)


class LabelSheetRow(Record):
    """A label sheet of the centre's own; every measure in hundredths of a millimetre."""

    class Meta:
        table_name = "label_sheet"

    name = peewee.TextField()
    paper = peewee.TextField()
    page_wide = peewee.IntegerField()
    page_high = peewee.IntegerField()
    label_wide = peewee.IntegerField()
    label_high = peewee.IntegerField()
    margin_left = peewee.IntegerField()
    margin_top = peewee.IntegerField()
    gap_across = peewee.IntegerField()
    gap_down = peewee.IntegerField()
    padding = peewee.IntegerField()
    columns = peewee.IntegerField()
    rows = peewee.IntegerField()
    outlined = peewee.BooleanField(default=False)
    retired_on = peewee.DateField(null=True)
