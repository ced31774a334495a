"""How the centre's papers look: layouts of the reports, and workbooks of its own that a month is filled into."""

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
