# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What to say when the parser cannot go on, and whether mending may help."""

from __future__ import annotations

from xml.parsers import expat

from ...i18n import mark, tr
from ..limits import Refused, refuse

_MENDABLE = frozenset((2, 4, 6, 11, 14))
_CUT_OFF = frozenset((3, 5, 13, 20))
FOREIGN_ROOTS = {
    "OGRVRTDataSource": mark("Kml", "a VRT"),
    "VRTDataset": mark("Kml", "a VRT"),
    "gpx": mark("Kml", "a GPX track"),
    "html": mark("Kml", "a web page"),
    "svg": mark("Kml", "an SVG drawing"),
    "GDAL_WMS": mark("Kml", "a GDAL service description"),
    "osm": mark("Kml", "OpenStreetMap data"),
    "qgis": mark("Kml", "a QGIS project"),
    "gml:FeatureCollection": mark("Kml", "GML"),
    "wfs:FeatureCollection": mark("Kml", "GML"),
    "FeatureCollection": mark("Kml", "GML"),
    "rss": mark("Kml", "an RSS feed"),
    "feed": mark("Kml", "an Atom feed"),
}


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
        message = tr("Kml", "the file is cut off; it ends in the middle of the map.")
        return NeedsRepair(message, line, False, tr("Kml", "Get the file again."))
    if not is_kml:
        return NeedsRepair(
            tr("Kml", "this is not XML, so not KML."), line, True, tr("Kml", "Choose a .kml or .kmz file.")
        )
    reason = expat.ErrorString(err.code) if isinstance(err.code, int) else str(err)
    return NeedsRepair(
        tr("Kml", "the XML is broken at column {column}: {reason}.").format(
            column=err.offset + 1, reason=reason
        ),
        line,
        err.code in _MENDABLE,
        tr("Kml", "Open it in Google Earth and save it again, or mend that line."),
    )


def foreign(label: str, root: str) -> Refused:
    """Return the error for a file whose root element is not one of KML."""
    if root in FOREIGN_ROOTS:
        kind = tr("Kml", FOREIGN_ROOTS[root])
    else:
        kind = tr("Kml", "an XML file of another kind (<{root}>)").format(root=root[:60])
    return refuse(
        label,
        tr("Kml", "this is {kind}, not KML.").format(kind=kind),
        hint=tr("Kml", "Choose a .kml or .kmz file."),
    )
