# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What to say when the parser cannot go on, and whether mending may help."""

from __future__ import annotations

from xml.parsers import expat

from ..limits import Refused, refuse

_MENDABLE = frozenset((2, 4, 6, 11, 14))
_CUT_OFF = frozenset((3, 5, 13, 20))
FOREIGN_ROOTS = {
    "OGRVRTDataSource": "a VRT", "VRTDataset": "a VRT", "gpx": "a GPX track", "html": "a web page",
    "svg": "an SVG drawing", "GDAL_WMS": "a GDAL service description", "osm": "OpenStreetMap data",
    "qgis": "a QGIS project", "gml:FeatureCollection": "GML", "wfs:FeatureCollection": "GML",
    "FeatureCollection": "GML", "rss": "an RSS feed", "feed": "an Atom feed",
}  # fmt: skip


class NeedsRepair(Exception):  # noqa: N818 (a signal between reader and parser, never shown)
    """The parser stumbled at ``line``; ``mendable`` says whether mending slips may help."""

    def __init__(self, message: str, line: int, mendable: bool, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.mendable = mendable
        self.hint = hint


def stumble(err: expat.ExpatError, line: int, *, is_kml: bool) -> NeedsRepair:
    """Return the signal for an error of expat at ``line``; ``is_kml`` once a root of KML was seen."""
    if err.code in _CUT_OFF:
        message = "the file is cut off; it ends in the middle of the map."
        return NeedsRepair(message, line, False, "Get the file again.")
    if not is_kml:
        return NeedsRepair("this is not XML, so not KML.", line, True, "Choose a .kml or .kmz file.")
    reason = expat.ErrorString(err.code) if isinstance(err.code, int) else str(err)
    return NeedsRepair(
        f"the XML is broken at column {err.offset + 1}: {reason}.",
        line,
        err.code in _MENDABLE,
        "Open it in Google Earth and save it again, or mend that line.",
    )


def foreign(label: str, root: str) -> Refused:
    """Return the error for a file whose root element is not one of KML."""
    kind = FOREIGN_ROOTS.get(root, f"an XML file of another kind (<{root[:60]}>)")
    return refuse(label, f"this is {kind}, not KML.", hint="Choose a .kml or .kmz file.")
