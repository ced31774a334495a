"""One module a kind of workbook: what its rows mean and how they are recorded. A new kind is a module named here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.answers import WorkbookKind
from desktop.importing.kinds import assessments, beds, meals, residents, services, staff, visits
from desktop.importing.kinds.kind import Kind

KINDS: Mapping[WorkbookKind, Kind] = MappingProxyType(
    {
        one.name: one
        for one in (
            *(residents.KIND, beds.KIND, services.KIND, meals.KIND, visits.KIND, staff.KIND),
            assessments.KIND,
        )
    }
)


def table_kinds(kind: WorkbookKind) -> tuple[str, ...]:
    """The kinds of tables that an import of this kind reads."""
    return tuple(KINDS[kind].tables)
