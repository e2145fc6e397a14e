# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Metric planes in which sheets are fitted and networks compared.

A local azimuthal equidistant plane stretches lengths by at most (r/R)²/6 at r from its centre: 1.6 mm per
kilometre at 20 km.  UTM, which files can carry, is off by up to 0.4 m per kilometre; it is used only where a
raster needs a reference system that every program knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..atlas.utm_zone import utm_crs, utm_zone
from . import datum


@dataclass(frozen=True)
class MetricPlane:
    """A metric plane: ``definition`` for QGIS and GDAL, ``pipeline`` from WGS 84 degrees to metres."""

    definition: str
    pipeline: str

    def forward(self, lon: Any, lat: Any) -> tuple[np.ndarray, np.ndarray]:
        """WGS 84 longitude, latitude in degrees to metres east, north."""
        return datum.transform(self.pipeline, lon, lat)

    def backward(self, x: Any, y: Any) -> tuple[np.ndarray, np.ndarray]:
        """Metres east, north to WGS 84 longitude, latitude in degrees."""
        return datum.transform(self.pipeline, x, y, inverse=True)


def _plane(definition: str, projection: str) -> MetricPlane:
    head = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
    return MetricPlane(definition, f"{head} +step {projection} +ellps=WGS84")


def local_plane(lon: float, lat: float) -> MetricPlane:
    """The azimuthal equidistant plane of a place on WGS 84."""
    projection = f"+proj=aeqd +lat_0={lat:.6f} +lon_0={lon:.6f}"
    return _plane(f"{projection} +datum=WGS84 +units=m +no_defs", projection)


def utm_plane(lon: float, lat: float) -> MetricPlane:
    """The UTM zone of a place on WGS 84, as EPSG:326xx or EPSG:327xx."""
    south = " +south" if lat < 0 else ""
    return _plane(utm_crs(lon, lat), f"+proj=utm +zone={utm_zone(lon)}{south}")
