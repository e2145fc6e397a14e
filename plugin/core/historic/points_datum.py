# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Are a file's map coordinates printed on the sheet or read off today's map?

Printed ones are on the sheet's datum and move with it, by some 250 to 330 m in Korea; those of today's map
never do.  A ``.points`` file does not say which it holds: people type a graticule into QGIS's Georeferencer
under WGS 84.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Optional

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsDatumTransform

from ..errors import AtlasError
from ..i18n import tr
from . import datum, operations
from .choices import DATUMS
from .control_points import PointsFile, arrays
from .datum import Operation

_WGS84 = "EPSG:4326"
_ROUND = 1 / 360.0
"""Graticules and what is read off them by hand stand on multiples of 10″, in degrees."""
_LEEWAY = 2e-6
"""What six decimals of a degree leave of a round number."""
_FEWEST, _MOST_OF_THEM = 3, 0.6


class PointsAre(IntEnum):
    """Where map coordinates come from, as the algorithm's parameter counts."""

    GUESS = 0
    PRINTED = 1
    GROUND = 2


@dataclass(frozen=True)
class Origin:
    """Where the coordinates of a file come from, and why that is believed."""

    are: PointsAre
    why: str


@dataclass(frozen=True)
class Placed:
    """How a file's coordinates become WGS 84, where they come from, and what the user should know."""

    operation: Operation
    origin: Origin
    notes: list[str]


def guess(file: PointsFile, datum_given: bool = False) -> Origin:
    """Return where a file's coordinates most likely come from.

    ``datum_given`` says that somebody has named a Tokyo datum as that of these coordinates: it decides where
    the file itself tells nothing.
    """
    header = operations.crs_from(file.crs) if file.crs else None
    if header is not None and operations.is_tokyo(header):
        text = tr("ControlPoints", "the file's reference system is on a Tokyo datum ({name})")
        return Origin(PointsAre.PRINTED, text.format(name=header.description() or header.authid()))
    if header is not None and not header.isGeographic():
        text = tr("ControlPoints", "the file's reference system is one of today's maps ({name})")
        return Origin(PointsAre.GROUND, text.format(name=header.description() or header.authid()))
    count, whole = _on_graticule(file)
    if count >= _FEWEST and whole >= _MOST_OF_THEM * count:
        text = tr("ControlPoints", "{whole} of {count} points stand on round minutes and seconds")
        return Origin(PointsAre.PRINTED, text.format(whole=whole, count=count))
    if datum_given:
        return Origin(PointsAre.PRINTED, tr("ControlPoints", "a Tokyo datum was given for them"))
    text = tr("ControlPoints", "the coordinates are not the round ones of a graticule")
    return Origin(PointsAre.GROUND, text)


def _on_graticule(file: PointsFile) -> tuple[int, int]:
    """Number of enabled points, and of those with both coordinates on a multiple of 10″."""
    _, target = arrays(file.enabled() or file.points)
    off = np.abs(target - np.round(target / _ROUND) * _ROUND)
    return len(target), int((off < _LEEWAY).all(axis=1).sum())


def moved_m(file: PointsFile, operation: Operation) -> float:
    """Return how far the datum moves the file's points, in metres: what a wrong answer would cost."""
    _, target = arrays(file.enabled() or file.points)
    if not operation.is_geographic or not len(target):
        return 0.0
    lon, lat = (float(v) for v in np.median(target, axis=0))
    if abs(lat) > 90 or abs(lon) > 180:
        return 0.0
    shift = datum.shifts_at(lon, lat, [operation])[-1]
    return shift.total_m


def place(file: PointsFile, choice: int, crs_text: str = "", are: PointsAre = PointsAre.GUESS) -> Placed:
    """Return how the map coordinates of a ``.points`` file become WGS 84.

    ``choice`` is the index of the sheet's datum, which moves printed coordinates alone.  Raises AtlasError
    where file and choices contradict each other, so that no shift is ever left out silently.
    """
    origin = Origin(are, tr("ControlPoints", "as was said"))
    if are is PointsAre.GUESS:
        origin = guess(file, DATUMS[choice] in ("tokyo1918", "tokyo1892"))
    if origin.are is PointsAre.GROUND and DATUMS[choice] != "crs":
        return Placed(_of_file(file), origin, _ground_notes(file, choice))
    operation, notes = _printed(file, choice, crs_text)
    return Placed(operation, origin, notes)


def _ground_notes(file: PointsFile, choice: int) -> list[str]:
    if DATUMS[choice] == "wgs84":
        return []
    away = moved_m(file, datum.built_in(choice))
    text = tr(
        "ControlPoints",
        "The points were taken as set on today's map, so the sheet's datum drops out; printed ones would "
        "lie {metres} m elsewhere.",
    )
    return [text.format(metres=f"{away:.0f}" if away else "250–330")]


def _of_file(file: PointsFile) -> Operation:
    """The operation of the file's own reference system, WGS 84 where it names none."""
    header = operations.crs_from(file.crs) if file.crs else None
    if header is None or header.authid() == _WGS84:
        return datum.WGS84
    return _at_the_points(file.crs, file)


def _printed(file: PointsFile, choice: int, crs_text: str) -> tuple[Operation, list[str]]:
    """The operation for coordinates on the sheet's datum.

    Coordinates without a reference system, or on a geographic one, are degrees on the chosen datum;
    projected ones are unprojected first.
    """
    header = operations.crs_from(file.crs) if file.crs else None
    if DATUMS[choice] == "crs":
        return _other(file, crs_text, header)
    chosen = datum.built_in(choice)
    if header is None or header.authid() == _WGS84:
        return chosen, []
    if chosen.is_identity:
        if operations.is_tokyo(header):
            name = header.description() or tr("ControlPoints", "a Tokyo datum")
            text = tr(
                "ControlPoints",
                "The control points are on {name}, but the datum chosen is WGS 84: the sheet would be some "
                "280 m off.",
            )
            raise AtlasError(
                text.format(name=name),
                hint=tr("ControlPoints", "Choose Tokyo 1918, Tokyo 1892 or other."),
            )
        return _at_the_points(file.crs, file), []
    if header.isGeographic():
        said = operations.base_code(header)
        agrees = datum.TOKYO_CODES.get(said) == chosen or header == operations.crs_from(chosen.crs)
        text = tr("ControlPoints", "The file says {name}; the points were taken as {chosen}.")
        name = header.description() or header.authid()
        return chosen, [] if agrees else [text.format(name=name, chosen=chosen.name)]
    text = tr("ControlPoints", "The points are in {name}; they were unprojected and taken as {chosen}.")
    return _unprojected(header, chosen), [text.format(name=header.authid(), chosen=chosen.name)]


def _other(
    file: PointsFile, crs_text: str, header: Optional[QgsCoordinateReferenceSystem]
) -> tuple[Operation, list[str]]:
    if not crs_text:
        raise AtlasError(
            tr("ControlPoints", "No reference system was given for the datum “other”."),
            hint=tr("ControlPoints", "Choose one (CRS)."),
        )
    given = operations.crs_from(crs_text)
    notes = []
    if header is not None and header != given:
        text = tr("ControlPoints", "The file says {name}; {given} was used.")
        said = header.authid() or tr("ControlPoints", "a custom system")
        notes.append(text.format(name=said, given=given.authid()))
    return _at_the_points(crs_text, file), notes


def _at_the_points(text: str, file: PointsFile) -> Operation:
    """The operation of a reference system at the place of the points."""
    _, target = arrays(file.enabled() or file.points)
    crs = operations.crs_from(text)
    middle = np.median(target, axis=0) if len(target) else np.zeros(2)
    what = tr("ControlPoints", "The control points")
    somewhere = operations.rough_place(crs, float(middle[0]), float(middle[1]), what)
    return operations.operation_for("crs", text, somewhere)


def _unprojected(header: QgsCoordinateReferenceSystem, chosen: Operation) -> Operation:
    code = operations.base_code(header)
    down = QgsDatumTransform.operations(header, QgsCoordinateReferenceSystem(f"EPSG:{code}")) if code else []
    if not down:
        text = tr("ControlPoints", "The control points' system {name} cannot be brought to degrees.")
        raise AtlasError(
            text.format(name=header.authid()),
            hint=tr("ControlPoints", "Save the points in degrees (EPSG:4326)."),
        )
    pipeline = operations.join(down[0].proj, chosen.pipeline)
    return replace(chosen, pipeline=pipeline, crs=header.authid())
