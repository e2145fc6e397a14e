# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one place that decides how sheet coordinates become WGS 84 coordinates.

QGIS, GDAL and PROJ choose differently when they are left alone (for Tokyo 1892 in North Korea by 287 m
within one process), so screen, warp, export and measurement all take their operation from here.
Parameters: EPSG:1305 (Tokyo to WGS 84, Korea: -147, 506, 687 m, ± 4 m in South Korea); Tokyo 1892 is the
same after adding 10.405 arc seconds to the longitude (Mugnier, PE&RS 11/1999 and 8/2017; EPSG:5134).
All coordinates here are x = longitude (or easting), y = latitude (or northing), whatever a CRS says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional, Sequence, Union

from ..coordinates.proj import run
from ..coordinates.tokyo import (
    PIPELINE_OF_DEGREES,
    PM_1892_DEG,
    TOKYO_1892_PIPELINE,
    TOKYO_1918_PIPELINE,
    TOWGS84,
)
from ..errors import AtlasError
from ..i18n import mark, tr
from .choices import DATUMS, NAMES

if TYPE_CHECKING:
    import numpy as np

_KOREA = (123.0, 131.5, 32.5, 43.5)


@dataclass(frozen=True)
class Operation:
    """How coordinates of one source reference system become WGS 84 longitude and latitude in degrees.

    ``pipeline`` is a PROJ string that every program runs as it stands; ``crs`` defines the source for
    files and layers; ``accuracy_m`` is None where nobody has stated one.
    """

    key: str
    name: str
    crs: str
    pipeline: str
    accuracy_m: Optional[float]
    note: str = ""

    @property
    def is_geographic(self) -> bool:
        """True where the source coordinates are degrees."""
        return self.is_identity or self.pipeline.startswith(PIPELINE_OF_DEGREES)

    @property
    def is_identity(self) -> bool:
        """True where the coordinates are WGS 84 longitude and latitude already."""
        return self.pipeline == "+proj=noop"


WGS84 = Operation("wgs84", NAMES["wgs84"], "EPSG:4326", "+proj=noop", 0.0)
TOKYO1918 = Operation(
    "tokyo1918",
    NAMES["tokyo1918"],
    f"+proj=longlat +ellps=bessel {TOWGS84}",
    TOKYO_1918_PIPELINE,
    9.0,
    mark("Datums", "EPSG:1305 (-147, 506, 687 m), extrapolated north of 38.6°"),
)
TOKYO1892 = Operation(
    "tokyo1892",
    NAMES["tokyo1892"],
    f"+proj=longlat +ellps=bessel +pm={PM_1892_DEG:.14f} {TOWGS84}",
    TOKYO_1892_PIPELINE,
    9.0,
    mark(
        "Datums",
        "longitude + 10.405″ (EPSG:5134), then EPSG:1305 (-147, 506, 687 m), extrapolated north of 38.6°",
    ),
)
TOKYO_CODES = {4301: TOKYO1918, 5132: TOKYO1892}
_BUILT_IN = {op.key: op for op in (WGS84, TOKYO1918, TOKYO1892)}


def built_in(datum: Union[str, int]) -> Operation:
    """Return our own operation for ``datum``, a key or index of ``DATUMS``; "crs" is none of them.

    ``operations.operation_for`` knows other reference systems as well.  Raises AtlasError.
    """
    key = DATUMS[datum] if isinstance(datum, int) and 0 <= datum < len(DATUMS) else str(datum)
    if key not in _BUILT_IN:
        raise AtlasError(
            tr("Datum", "There is no datum {datum}.").format(datum=repr(datum)),
            hint=tr("Datum", "Use one of: {list}.").format(list=", ".join(DATUMS)),
        )
    return _BUILT_IN[key]


def transform(pipeline: str, x: Any, y: Any, inverse: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """Run a PROJ pipeline over coordinate arrays of one shape."""
    import numpy as np  # the pure part of this module serves at QGIS's start

    x, y = np.asarray(x, float), np.asarray(y, float)
    if pipeline == "+proj=noop":
        return x.copy(), y.copy()
    shape = x.shape
    if x.size == 1 and y.size == 1:
        # As numbers: pyproj would take an array of one element for a number, of which NumPy warns.
        x, y = x.item(), y.item()
    u, v = run(pipeline, x, y, inverse)
    return np.asarray(u, float).reshape(shape), np.asarray(v, float).reshape(shape)


def to_wgs84(operation: Operation, x: Any, y: Any) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates in the operation's source system to WGS 84 longitude, latitude (degrees)."""
    return transform(operation.pipeline, x, y)


def from_wgs84(operation: Operation, lon: Any, lat: Any) -> tuple[np.ndarray, np.ndarray]:
    """WGS 84 longitude, latitude (degrees) to the operation's source system."""
    return transform(operation.pipeline, lon, lat, inverse=True)


@dataclass(frozen=True)
class Shift:
    """What one datum choice does at a place: metres east and north to add to the sheet's numbers."""

    key: str
    name: str
    east_m: float
    north_m: float

    @property
    def total_m(self) -> float:
        """Length of the shift in metres."""
        return math.hypot(self.east_m, self.north_m)


def shifts_at(lon: float, lat: float, extra: Sequence[Operation] = ()) -> list[Shift]:
    """What each datum choice moves a sheet coordinate by at this place."""
    from ..measure.geodesics import WGS84 as ELLIPSOID

    per_lat, per_lon = ELLIPSOID.metres_per_degree(lat)
    result = []
    for op in (WGS84, TOKYO1918, TOKYO1892, *extra):
        x, y = to_wgs84(op, [lon], [lat])
        result.append(Shift(op.key, op.name, float((x[0] - lon) * per_lon), float((y[0] - lat) * per_lat)))
    return result


def in_korea(lon: float, lat: float) -> bool:
    """True in the box for which our Tokyo parameters are meant (both Koreas)."""
    west, east, south, north = _KOREA
    return west <= lon <= east and south <= lat <= north


def check_lonlat(lon: float, lat: float, what: str) -> None:
    """Refuse numbers that are no longitude and latitude, saying which thing they belong to."""
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise AtlasError(
            tr("Datum", "{what}: the coordinates are not finite numbers ({lon}, {lat}).").format(
                what=what, lon=lon, lat=lat
            )
        )
    if abs(lat) > 90 or abs(lon) > 180:
        swapped = abs(lat) <= 180 and abs(lon) <= 90
        hint = tr("Datum", "Give degrees, longitude first.")
        if swapped:
            hint = tr("Datum", "Longitude and latitude look swapped.")
        if max(abs(lon), abs(lat)) > 1000:
            hint = tr("Datum", "These look like metres: choose the reference system that they are in.")
        raise AtlasError(
            tr("Datum", "{what}: {lon}, {lat} is no longitude and latitude.").format(
                what=what, lon=lon, lat=lat
            ),
            hint=hint,
        )
    if in_korea(lat, lon):
        raise AtlasError(
            tr("Datum", "{what}: longitude {lon} and latitude {lat} look swapped.").format(
                what=what, lon=lon, lat=lat
            ),
            hint=tr("Datum", "Swap them."),
        )


def check_korea(lon: float, lat: float, what: str) -> None:
    """Refuse a place outside Korea (WGS 84 or sheet degrees), saying so where only a sign is wrong."""
    if in_korea(lon, lat):
        return
    numbers = {"what": what, "lon": f"{lon:.4f}", "lat": f"{lat:.4f}"}
    if in_korea(abs(lon), abs(lat)):
        raise AtlasError(
            tr("Datum", "{what}: longitude {lon}, latitude {lat} lies in another hemisphere.").format(
                **numbers
            ),
            hint=tr("Datum", "Check the signs: longitudes east and latitudes north are positive."),
        )
    raise AtlasError(
        tr("Datum", "{what}: longitude {lon}, latitude {lat} lies outside Korea.").format(**numbers),
        hint=tr("Datum", "Check the coordinates and their reference system."),
    )
