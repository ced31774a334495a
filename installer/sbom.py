"""The list of what a package is made of, as CycloneDX 1.6: written by the build, read by whoever audits a computer."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

if TYPE_CHECKING:
    from desktop.services.keeping.parts import Part

_PROGRAM = "shizhu-desk"
# Which registry a part of each kind comes from.
_REGISTRIES: dict[str, tuple[str, str | None]] = {"python": ("pypi", None), "system": ("deb", "debian")}


def sbom(parts: Iterable[Part], version: str, moment: int) -> str:
    """The list as JSON; the same parts, version and moment (seconds since 1970) give the same bytes."""
    components = [_component(part) for part in parts if part.version or part.kind == "other"]
    program = Component(
        name=_PROGRAM, version=version, type=ComponentType.APPLICATION, licenses=[_licence("MIT")], bom_ref=_PROGRAM
    )
    told = Bom(components=components, metadata=BomMetaData(component=program))
    told.metadata.timestamp = dt.datetime.fromtimestamp(moment, dt.UTC)
    named = " ".join(sorted(str(one.bom_ref.value) for one in components))
    told.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{_PROGRAM} {version} {moment} {named}")
    told.register_dependency(program, components)
    return JsonV1Dot6(told).output_as_string(indent=1) + "\n"


def _component(part: Part) -> Component:
    registry, group = _REGISTRIES.get(part.kind, (None, None))
    address = PackageURL(registry, group, part.name, part.version) if registry else None
    return Component(
        name=part.name,
        version=part.version or None,
        licenses=[_licence(part.licence)],
        purl=address,
        bom_ref=BomRef(str(address) if address else f"{part.name}@{part.version}"),
    )


def _licence(name: str) -> Any:
    return LicenseFactory().make_from_string(name)
