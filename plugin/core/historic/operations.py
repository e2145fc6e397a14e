# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Hands the operation that ``datum`` picked to QGIS and to GDAL, and refuses what cannot be trusted.

QGIS 3.22 has no switch that forbids ballpark operations, so its candidates are read and judged here
before any of them is used.
"""

from __future__ import annotations

import math
from typing import Any, Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDatumTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)

from ..errors import AtlasError
from ..gdal_errors import gdal_raises
from ..i18n import tr
from ..measure.geodesics import WGS84 as ELLIPSOID
from . import datum
from .choices import DATUMS
from .datum import Operation

_DATUM_STEPS = ("helmert", "molodensky", "molobadekas", "gridshift", "deformation", "affine", "geogoffset")
_BESSEL = ("7004", "bessel", "6377397.15")


def crs_from(text: str) -> QgsCoordinateReferenceSystem:
    """A valid reference system from an authority id, PROJ string or WKT, or an AtlasError."""
    crs = QgsCoordinateReferenceSystem()
    if text.strip().startswith("+"):
        crs = QgsCoordinateReferenceSystem.fromProj(text)
    elif text:
        crs.createFromUserInput(text)
    if not crs.isValid():
        raise AtlasError(
            tr("Operations", "The reference system “{text}” is not known.").format(text=text[:80]),
            hint=tr("Operations", "Choose one from the list."),
        )
    return crs


def is_tokyo(crs: QgsCoordinateReferenceSystem) -> bool:
    """True for a system on the Bessel ellipsoid, as every Tokyo datum is."""
    return any(word in crs.ellipsoidAcronym().lower() for word in _BESSEL)


def _shifts(pipeline: str) -> bool:
    return any(f"+proj={step}" in pipeline for step in _DATUM_STEPS)


def _objection(detail: Any, bound: bool) -> str:
    """Why a candidate cannot be used, or an empty text."""
    if "ballpark" in detail.name.lower():
        return tr("Operations", "it is a ballpark operation that moves nothing")
    if not detail.isAvailable or any(not grid.isAvailable for grid in detail.grids):
        names = ", ".join(grid.shortName for grid in detail.grids if not grid.isAvailable)
        text = tr("Operations", "a grid is missing ({names})")
        return text.format(names=names) if names else tr("Operations", "it is not available here")
    if not detail.proj:
        return tr("Operations", "it has no PROJ definition")
    if detail.accuracy < 0 and _shifts(detail.proj) and not bound:
        return tr("Operations", "its accuracy is not known")
    return ""


def _covers(detail: Any, place: Optional[tuple[float, float]]) -> bool:
    area = detail.bounds
    # A projection alone holds beyond the zone that it was made for; a shift of datum does not.
    if place is None or area.isNull() or (" to " not in detail.name and not _shifts(detail.proj)):
        return True
    west, east = area.xMinimum(), area.xMaximum()
    # Russia and Alaska reach over the date line: there QGIS gives a west that is larger than the east.
    across = west <= place[0] <= east if west <= east else place[0] >= west or place[0] <= east
    return across and area.yMinimum() <= place[1] <= area.yMaximum()


def _describe(details: list, objections: list, place: Optional[tuple[float, float]]) -> str:
    lines = []
    for detail, why in zip(details, objections):
        if not why and not _covers(detail, place):
            text = tr("Operations", "its area of use is {area}")
            why = text.format(area=detail.areaOfUse or tr("Operations", "elsewhere"))
        lines.append(
            tr("Operations", "{name} (accuracy {accuracy} m): {why}").format(
                name=detail.name, accuracy=f"{detail.accuracy:g}", why=why or tr("Operations", "usable")
            )
        )
    return "; ".join(lines)


def _spread(details: list, place: Optional[tuple[float, float]], geographic: bool) -> str:
    """Metres between the candidates at the place, so that the user sees what is at stake."""
    if place is None or not geographic:
        return ""
    per_lat, per_lon = ELLIPSOID.metres_per_degree(place[1])
    moved = [datum.transform(d.proj, [place[0]], [place[1]]) for d in details if d.proj and d.isAvailable]
    if len(moved) < 2:
        return ""
    e = [float(x[0]) * per_lon for x, _ in moved]
    n = [float(y[0]) * per_lat for _, y in moved]
    text = tr("Operations", "The candidates differ by up to {metres} m here.")
    return text.format(metres=f"{max(max(e) - min(e), max(n) - min(n)):.0f}")


def _steps(pipeline: str) -> str:
    """The steps of a pipeline, to be strung together with others."""
    body = pipeline.replace("+proj=pipeline", "", 1).strip()
    return body if body.startswith("+step") else f"+step {body}"


def join(first: str, second: str) -> str:
    """Two pipelines as one."""
    return f"+proj=pipeline {_steps(first)} {_steps(second)}"


def _on_tokyo(crs: QgsCoordinateReferenceSystem, place: Optional[tuple[float, float]]) -> Optional[Operation]:
    """Our own operation for any system on one of the Tokyo datums in Korea, None for all others.

    PROJ's list has nothing that is made for North Korea, so left alone it takes a Japanese set for one
    datum and moves nothing for the other.
    """
    for op in (datum.TOKYO1918, datum.TOKYO1892):
        if crs == crs_from(op.crs):
            return op
    base = datum.TOKYO_CODES.get(base_code(crs))
    if base is None or (place is not None and not datum.in_korea(*place)):
        return None
    if crs.isGeographic():
        return base
    down = QgsDatumTransform.operations(crs, QgsCoordinateReferenceSystem(f"EPSG:{base_code(crs)}"))
    if not down or _shifts(down[0].proj):
        return None
    pipeline = join(down[0].proj, base.pipeline)
    return Operation(
        "crs", f"{crs.authid()} on {base.name}", crs.authid(), pipeline, base.accuracy_m, base.note
    )


def base_code(crs: QgsCoordinateReferenceSystem) -> int:
    """EPSG code of the geographic system below a projected one, 0 where it has none."""
    from osgeo import osr

    srs = osr.SpatialReference()
    try:
        failed = srs.ImportFromWkt(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
    except RuntimeError:  # instead of a code, from GDAL 4 on
        return 0
    if failed:
        return 0
    below = srs.CloneGeogCS()
    code = below.GetAuthorityCode(None) if below is not None else None
    return int(code) if code and code.isdigit() else 0


def operation_for(
    datum_key: Union[str, int],
    crs: str = "",
    place: Optional[tuple[float, float]] = None,
) -> Operation:
    """Return the operation for a datum (a key or index of ``DATUMS``), foreign systems included.

    For "crs" ``crs`` is an authority id, PROJ string or WKT, ``place`` the longitude and latitude where it
    will be used (an operation whose area of use does not hold it is refused).  Raises AtlasError for an
    unknown datum and for every operation that cannot be trusted.
    """
    if datum_key not in ("crs", DATUMS.index("crs")):
        return datum.built_in(datum_key)
    if not crs:
        raise AtlasError(
            tr("Operations", "No reference system was given for the datum “other”."),
            hint=tr("Operations", "Choose one."),
        )
    return choose(crs, place)


def choose(crs_text: str, place: Optional[tuple[float, float]] = None) -> Operation:
    """The best operation from a reference system to WGS 84 that is no ballpark and covers ``place``.

    Raises AtlasError naming every candidate with the reason against it, and the metres between them.
    """
    crs = crs_from(crs_text)
    target = QgsCoordinateReferenceSystem("EPSG:4326")
    label = crs.authid() or tr("Operations", "the custom reference system")
    if crs.authid() == "EPSG:4326":
        return datum.WGS84
    known = _on_tokyo(crs, place)
    if known is not None:
        return known
    details = list(QgsDatumTransform.operations(crs, target))
    bound = "towgs84" in crs.toProj().lower()
    objections = [_objection(d, bound) for d in details]
    usable = [d for d, why in zip(details, objections) if not why and _covers(d, place)]
    if not usable:
        hint = tr("Operations", "Choose another reference system.")
        if is_tokyo(crs):
            hint = tr("Operations", "Choose Tokyo 1918 or Tokyo 1892.")
        raise AtlasError(
            tr(
                "Operations",
                "No trustworthy operation leads from {label} to WGS 84 at this place: {describe}. {spread}",
            ).format(
                label=label,
                describe=_describe(details, objections, place) or tr("Operations", "none is known"),
                spread=_spread(details, place, crs.isGeographic()),
            ),
            hint=hint,
        )
    best = min(usable, key=lambda d: (d.accuracy < 0 and _shifts(d.proj), max(d.accuracy, 0.0)))
    accuracy = best.accuracy if best.accuracy >= 0 else (None if _shifts(best.proj) else 0.0)
    definition = crs.authid() or crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return Operation("crs", f"{label}: {best.name}", definition, best.proj, accuracy, best.areaOfUse)


def register(context: QgsCoordinateTransformContext, *extra: Operation) -> QgsCoordinateTransformContext:
    """Write our operations into a QGIS transform context (also for EPSG:4301 and EPSG:5132) and return it.

    EPSG:5132 is the case where QGIS and GDAL disagree by 287 m; with the operation in the project's
    context every QGIS layer on these systems lands where our own functions put it.
    """
    target = QgsCoordinateReferenceSystem("EPSG:4326")
    pairs = [(op.crs, op) for op in (datum.TOKYO1918, datum.TOKYO1892, *extra) if not op.is_identity]
    pairs += [("EPSG:4301", datum.TOKYO1918), ("EPSG:5132", datum.TOKYO1892)]
    for definition, op in pairs:
        context.addCoordinateOperation(crs_from(definition), target, op.pipeline, False)
    return context


def register_in_project(project: QgsProject) -> None:
    """Put the operations into a project, so that the screen shows what is measured and exported."""
    project.setTransformContext(register(project.transformContext()))


def qgis_transform(operation: Operation) -> QgsCoordinateTransform:
    """QGIS's transform for the operation, bound to it explicitly."""
    context = register(QgsCoordinateTransformContext(), operation)
    target = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(crs_from(operation.crs), target, context)


def gdal_pipeline(operation: Operation) -> str:
    """The operation as GDAL's ``-ct`` wants it towards EPSG:4326.

    GDAL reads the operation in the axis order of the authorities on either side, whatever the mapping
    strategy, so latitude comes first there.
    """
    steps = "" if operation.is_identity else _steps(operation.pipeline)
    swap = "+step +proj=axisswap +order=2,1"
    first = swap if _northing_first(operation.crs) else ""
    return " ".join(f"+proj=pipeline {first} {steps} {swap}".split())


def _northing_first(definition: str) -> bool:
    from osgeo import osr

    srs = osr.SpatialReference()
    srs.SetFromUserInput(definition)
    return bool(srs.EPSGTreatsAsLatLong() or srs.EPSGTreatsAsNorthingEasting())


@gdal_raises()
def gdal_transform(operation: Operation) -> Any:
    """GDAL's transformation object for the operation (longitude first), ballparks forbidden."""
    from osgeo import osr

    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.SetFromUserInput(operation.crs)
    target.SetFromUserInput("EPSG:4326")
    for srs in (source, target):
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    options = osr.CoordinateTransformationOptions()
    options.SetBallparkAllowed(False)
    options.SetOperation(gdal_pipeline(operation))
    return osr.CoordinateTransformation(source, target, options)


def checked_transform(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    what: str,
    extent: Optional[QgsRectangle] = None,
) -> QgsCoordinateTransform:
    """A QGIS transform for a layer that is known to be no ballpark.

    Tokyo systems go through our own operations.  ``extent`` is in the source's coordinates and tells where
    the data lie.  Raises AtlasError naming ``what``.
    """
    if not source.isValid():
        raise AtlasError(
            tr("Operations", "{what} has no reference system.").format(what=what),
            hint=tr("Operations", "Set the layer's CRS first."),
        )
    full = register(QgsCoordinateTransformContext(context))
    made = QgsCoordinateTransform(source, target, full)
    if made.isShortCircuited() or full.hasTransform(source, target):
        return made
    details = list(QgsDatumTransform.operations(source, target))
    bound = "towgs84" in (source.toProj() + target.toProj()).lower()
    objections = [_objection(d, bound) for d in details]
    place = _middle(source, extent)
    usable = [d for d, why in zip(details, objections) if not why and _covers(d, place)]
    if not usable:
        raise AtlasError(
            tr(
                "Operations", "{what}: no trustworthy operation leads from {source} to {target}: {describe}."
            ).format(
                what=what,
                source=source.authid() or tr("Operations", "its reference system"),
                target=target.authid() or tr("Operations", "the working plane"),
                describe=_describe(details, objections, place),
            ),
            hint=tr("Operations", "Reproject the layer, or choose an operation in the project's properties."),
        )
    full.addCoordinateOperation(source, target, usable[0].proj, False)
    return QgsCoordinateTransform(source, target, full)


def _middle(
    crs: QgsCoordinateReferenceSystem, extent: Optional[QgsRectangle]
) -> Optional[tuple[float, float]]:
    """Centre of an extent in rough degrees; tens of metres do not matter for an area of use."""
    if extent is None or extent.isNull():
        return None
    return rough_place(crs, extent.center().x(), extent.center().y(), tr("Operations", "The layer"))


def rough_place(crs: QgsCoordinateReferenceSystem, x: float, y: float, what: str) -> tuple[float, float]:
    """Longitude and latitude near a position in any system, or an AtlasError where it cannot be one."""
    if crs.isGeographic():
        return x, y
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        point = QgsCoordinateTransform(crs, degrees, QgsCoordinateTransformContext()).transform(x, y)
    except QgsCsException:
        point = QgsPointXY(math.nan, math.nan)
    if not (math.isfinite(point.x()) and math.isfinite(point.y())):
        raise AtlasError(
            tr("Operations", "{what}: {x}, {y} is no position in {crs}.").format(
                what=what,
                x=f"{x:g}",
                y=f"{y:g}",
                crs=crs.authid() or tr("Operations", "its reference system"),
            ),
            hint=tr("Operations", "Check the reference system."),
        )
    return point.x(), point.y()
