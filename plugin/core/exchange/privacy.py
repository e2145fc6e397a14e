# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Coordinates rounded or withheld in an export, wherever KML can hold one, and the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Optional, Tuple

from ..i18n import tr
from .kml.records import Geometry, Item, Position

_PLACE_FIELD = re.compile(
    r"^(lat(itude)?|lon(g(itude)?)?|lng|x|y|easting|northing|mgrs|utm|coord(inate)?s?|grid.*|geom.*|wkt|position)$",
    re.I,
)


@dataclass(frozen=True)
class Privacy:
    """``decimals`` rounds to that many decimals of a degree; ``withhold`` leaves positions out."""

    decimals: Optional[int] = None
    withhold: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is to be changed."""
        return self.withhold or self.decimals is not None

    def note(self) -> str:
        """Return the sentence for the file and for the user."""
        if self.withhold:
            return tr(
                "Privacy", "Coordinates are withheld in this file. Texts were not searched for positions."
            )
        digits = self.decimals or 0
        metres = 111_320 * 10**-digits / 2
        return tr(
            "Privacy",
            "Coordinates are rounded to {digits} decimals of a degree (up to {metres} m) in this file. "
            "Texts were not searched for positions.",
        ).format(digits=digits, metres=f"{metres:,.0f}")

    def position(self, position: Optional[Position]) -> Optional[Position]:
        """Return a position as it may be shown."""
        if self.withhold or position is None:
            return None
        if self.decimals is None:
            return position
        return round(position[0], self.decimals), round(position[1], self.decimals), None

    def geometry(self, geometry: Optional[Geometry]) -> Optional[Geometry]:
        """Return a geometry as it may be shown."""
        if geometry is None or self.withhold:
            return None
        if self.decimals is None:
            return geometry
        kind, content = geometry
        if kind == "Point":
            return kind, self.position(content)
        if kind == "MultiGeometry":
            return kind, [self.geometry(part) for part in content]
        if kind == "Polygon":
            return kind, [[self.position(p) for p in ring] for ring in content]
        return kind, [self.position(p) for p in content]

    def data(self, data: List[Tuple[str, str]]) -> List[Tuple[str, str]]:
        """Return extended data without the fields whose name says that they hold a position."""
        return [(key, value) for key, value in data if not _PLACE_FIELD.match(key.strip())]

    def item(self, item: Item) -> Optional[Item]:
        """Return a feature made anew of what may be shown; None for one that is nothing but a place.

        Its own XML is left out: views, regions and styles of one feature tell where it is.
        """
        if item.kind in ("GroundOverlay", "PhotoOverlay", "gx:Tour", "Other") or item.problem_code:
            return None
        if item.kind != "Placemark":
            return item
        shown = Item(item.kind, item.folder, item.position, item.line)
        for name in ("kml_id", "name", "visibility", "description", "style_url", "begin", "end", "when"):
            setattr(shown, name, getattr(item, name))
        shown.data = self.data(item.data)
        shown.geometry = self.geometry(item.geometry)
        return shown
