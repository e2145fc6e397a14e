# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``manifest.json`` of a brief: versions, hashes of data and files, every number with its inputs."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..atlas.model import Figure
from ..discrepancies.findings import Finding as Discrepancy
from ..measure.judgement import LENGTHS, ClaimFinding
from . import content
from .brief_data import Material
from .brief_text import key_figures


def build(material: Material, files: Iterable[Path], made: str) -> dict[str, Any]:
    """Return the manifest of a brief whose other files are ``files``; ``made`` is the time it was made."""
    atlas = material.atlas
    return {
        "title": atlas.title,
        "made": made,
        "versions": versions(),
        "data": {
            "atlas": atlas.uuid,
            "file": atlas.path.name,
            "format": atlas.meta.get("schema_version", ""),
            "created": atlas.meta.get("created", ""),
            "sha256": material.data_hash,
        },
        "ellipsoid": material.geodesic.ellipsoid.name,
        "files": [{"name": path.name, "bytes": path.stat().st_size, "sha256": _hash(path)} for path in files],
        "numbers": [*_counts(material), *_figures(material), *_claims(material), *_compared(material),
                    *_discrepancies(material), *_kept(material)],
    }  # fmt: skip


def versions() -> dict[str, str]:
    """Return the version of everything that computed."""
    import numpy
    from osgeo import gdal
    from pyproj import __proj_version__
    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QT_VERSION_STR

    return {
        "dprk_city_atlas": content.version(),
        "qgis": Qgis.QGIS_VERSION,
        "qt": QT_VERSION_STR,
        "gdal": gdal.__version__,
        "proj": __proj_version__,
        "numpy": numpy.__version__,
        "python": platform.python_version(),
    }


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _number(
    key: str, what: str, value: Any, unit: str, inputs: dict[str, Any], **more: Any
) -> dict[str, Any]:
    return {"id": key, "what": what, "value": value, "unit": unit, **more, "inputs": inputs}


def _counts(material: Material) -> Iterable[dict[str, Any]]:
    for row in material.counts:
        for kind, value in row.items():
            if kind != "city":
                yield _number(
                    f"sites:{row['city']}:{kind}", f"sites of {row['city']}, {kind}", value, "sites",
                    {"table": "sites", "city": row["city"]},
                )  # fmt: skip
    for verdict, value in material.verdicts.items():
        yield _number(f"claims:{verdict}", f"claims, {verdict}", value, "claims", {"table": "claims"})


def _figures(material: Material) -> Iterable[dict[str, Any]]:
    for row in key_figures(material):
        yield _number(
            f"figure:{row.uuid}", f"{row.city or ''} {row.label}".strip(), row.value, row.unit or "",
            {"figure": row.uuid, "source": _source(material, row)}, qualifier=row.qualifier,
            date=row.date_text or "",
        )  # fmt: skip


def _source(material: Material, row: Figure) -> str:
    source = material.sources.get(row.source_uuid)
    return source.title if source else ""


def _claims(material: Material) -> Iterable[dict[str, Any]]:
    for finding in material.claims:
        claim = finding.claim
        yield _number(
            f"claim:{claim.uuid}", claim.text, finding.value, _unit(finding),
            {
                "relation": claim.relation,
                "radius_m": claim.radius_m,
                "tolerance": claim.tolerance,
                "figures": [uuid for uuid in (claim.subject_figure, claim.reference_figure) if uuid],
                "sites": [_site(material, uuid) for uuid in finding.sites],
            },
            stated=finding.stated, computed=finding.computed, verdict=finding.verdict.value,
            witness=finding.witness.value, why=finding.why, flips=finding.flip,
        )  # fmt: skip


def _unit(finding: ClaimFinding) -> str:
    """Computed lengths are metres whatever unit the claim is stated in."""
    unit = finding.claim.unit or ""
    return "m" if unit in LENGTHS else unit


def _site(material: Material, uuid: str) -> dict[str, Any]:
    site = material.dataset.sites.get(uuid)
    place = material.dataset.place(site) if site is not None else None
    known: dict[str, Any] = {"uuid": uuid, "name": site.name if site is not None else ""}
    if place is not None:
        known.update(lon=place.lon, lat=place.lat, accuracy_m=place.accuracy or None, source=place.source)
    return known


def _compared(material: Material) -> Iterable[dict[str, Any]]:
    seen: set[str] = set()
    for compared in material.comparisons:
        for row in compared.rows:
            for city, value in zip(compared.cities, row.values):
                key = f"compared:{row.how}:{row.quantity}:{city}"
                if value is None or key in seen:  # of three cities each stands in two comparisons
                    continue
                seen.add(key)
                yield _number(
                    key, f"{row.quantity}, {city}", value.number, row.unit,
                    {"date": value.date, "source": value.source, "basis": compared.basis},
                    how=row.how, per_100000_people=value.per_people, per_km2=value.per_km2,
                )  # fmt: skip


def _discrepancies(material: Material) -> Iterable[dict[str, Any]]:
    for finding in material.discrepancies:
        if finding.distance_m is not None:
            yield _number(
                f"discrepancy:{finding.key}", finding.text, finding.distance_m, "m", _between(finding),
                azimuth_deg=finding.azimuth_deg, grade=finding.grade, decision=finding.decision or "open",
            )  # fmt: skip


def _between(finding: Discrepancy) -> dict[str, Any]:
    return {
        "table": finding.table.value,
        "subjects": list(finding.subjects),
        "points": [list(point) if point else None for point in finding.points],
        "sources": list(finding.sources),
    }


def _kept(material: Material) -> Iterable[dict[str, Any]]:
    for result in material.kept:
        for place, (label, value, unit) in enumerate(result.numbers):
            yield _number(
                f"result:{result.uuid}:{place}", f"{result.title}: {label}", value, unit, result.inputs,
                made_at=result.made_at, made_by=result.made_by,
            )  # fmt: skip
