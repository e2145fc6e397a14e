# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A sheet of the atlas from a Georeference Annotation, and as one."""

from __future__ import annotations

import json
from pathlib import Path

from ..atlas.edits.gestures import point as wkt_point
from ..atlas.model import ControlPoint, Sheet
from ..atlas.store.store import Atlas
from ..errors import AtlasError
from ..i18n import tr
from . import scan, sheet_points
from .annotation import AnnotatedPoint, Annotation
from .sheet_points import GROUND, Pick


def find_sheet(atlas: Atlas, wanted: str) -> Sheet:
    """Return the sheet of that title or uuid.  Raises AtlasError with the sheets that there are."""
    sheets = atlas.rows(Sheet)
    found = [sheet for sheet in sheets if wanted in (sheet.uuid, sheet.title)]
    if len(found) == 1:
        return found[0]
    text = tr("Annotation", "There is no sheet “{name}” in the atlas.")
    if found:
        text = tr("Annotation", "Several sheets of the atlas are called “{name}”.")
    titles = "; ".join(f"“{sheet.title}” ({sheet.uuid})" for sheet in found or sheets)
    raise AtlasError(
        text.format(name=wanted), hint=tr("Annotation", "There are: {sheets}.").format(sheets=titles)
    )


def add_sheet(atlas: Atlas, annotation: Annotation) -> tuple[Sheet, int]:
    """Save an annotation as a new sheet with its points, in one step; return the sheet and their number.

    The points are places of today's map.  The image stays where it is: its address stands in the note.
    Raises AtlasError for points outside Korea.
    """
    for number, p in enumerate(annotation.points, start=1):
        what = tr("Annotation", "Point {number}").format(number=p.label or number)
        sheet_points.check_place(p.lon, p.lat, what)
    address = (
        tr("Annotation", "Image: {address}").format(address=annotation.image) if annotation.image else None
    )
    sheet = Sheet(
        title=annotation.title
        or Path(annotation.image.rstrip("/")).name
        or tr("Annotation", "Annotated sheet"),
        method=annotation.method or None,
        collar=json.dumps(annotation.mask) if annotation.mask else None,
        note=address,
    )
    with atlas.transaction("import annotation", note=sheet.title) as writer:
        writer.insert(sheet)
        for p in annotation.points:
            writer.insert(
                ControlPoint(
                    geom=wkt_point(p.lon, p.lat),
                    sheet_uuid=sheet.uuid,
                    pixel_x=p.column,
                    pixel_y=p.row,
                    map_x=p.lon,
                    map_y=p.lat,
                    map_crs=GROUND,
                    label=p.label or None,
                )  # fmt: skip
            )
    return sheet, len(annotation.points)


def annotation_of(atlas: Atlas, sheet: Sheet) -> Annotation:
    """Return a sheet's enabled points, mask and method as an annotation.

    Raises AtlasError where there are no points, or printed ones without a datum.
    """
    picks = tuple(
        Pick(r.pixel_x, r.pixel_y, r.map_x or 0.0, r.map_y or 0.0, r.map_crs or GROUND, r.enabled,
             r.label or "", r.uuid)
        for r in atlas.rows(ControlPoint, sheet_uuid=sheet.uuid)
    )  # fmt: skip
    used = [
        AnnotatedPoint(p.column, p.row, *sheet_points.ground(sheet, picks, i), p.label)
        for i, p in enumerate(picks)
        if p.enabled
    ]
    if not used:
        raise AtlasError(
            tr("Annotation", "“{title}” has no control points in use.").format(title=sheet.title),
            hint=tr("Annotation", "Set some in the Points tab."),
        )
    size = None
    if sheet.scan_path and Path(sheet.scan_path).is_file():
        size = scan.size_of(scan.open_scan(sheet.scan_path, sheet.scan_page or 1))
    image = _address(sheet)
    mask = scan.collar_of(sheet.collar)
    return Annotation(image, used, size, mask, sheet.method or "", sheet.title)


def _address(sheet: Sheet) -> str:
    """The image's address from the note, else the scan's file name (never the folders of this computer)."""
    for word in (sheet.note or "").split():
        if word.startswith(("https://", "http://")):
            return word
    return Path(sheet.scan_path).name if sheet.scan_path else sheet.title
