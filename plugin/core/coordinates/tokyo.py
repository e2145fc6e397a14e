# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How the Tokyo datums of Korea's sheets stand to WGS 84: the parameters, and the PROJ pipelines of them.

EPSG:1305 (Tokyo to WGS 84, Korea: -147, 506, 687 m, ± 4 m in South Korea); Tokyo 1892 is the same after
adding 10.405 arc seconds to the longitude (Mugnier, PE&RS 11/1999 and 8/2017; EPSG:5134).
"""

from __future__ import annotations

TOKYO_TO_WGS84 = (-147.0, 506.0, 687.0)
"""Geocentric shift from Tokyo 1918 (Bessel 1841) in metres, EPSG:1305."""
PM_1892_DEG = 10.405 / 3600.0
"""Degrees to add to a Tokyo 1892 longitude to have it on Tokyo 1918, EPSG:5134."""

PIPELINE_OF_DEGREES = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
"""What every pipeline begins with that takes degrees."""
_X, _Y, _Z = (f"{value:g}" for value in TOKYO_TO_WGS84)
_SHIFT = (
    "+step +proj=push +v_3 +step +proj=cart +ellps=bessel "
    f"+step +proj=helmert +x={_X} +y={_Y} +z={_Z} "
    "+step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3"
)
_DEGREES = "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
_PM = f"+step +inv +proj=longlat +ellps=bessel +pm={PM_1892_DEG:.14f}"
TOKYO_1918_PIPELINE = f"{PIPELINE_OF_DEGREES} {_SHIFT} {_DEGREES}"
TOKYO_1892_PIPELINE = f"{PIPELINE_OF_DEGREES} {_PM} {_SHIFT} {_DEGREES}"
TOWGS84 = f"+towgs84={_X},{_Y},{_Z},0,0,0,0 +no_defs"
"""What a PROJ string of a Tokyo datum ends with."""
