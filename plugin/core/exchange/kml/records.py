# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a KML file holds, as plain records in file order.

Every record keeps the XML it was read from (``xml``, ``head``), so what the atlas does not model
leaves again as it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

Position = Tuple[float, float, Optional[float]]
"""Longitude and latitude in degrees (WGS 84), altitude in metres or None."""

Geometry = Tuple[str, Any]
"""``("Point", Position)``, ``("LineString" | "LinearRing" | "Track", [Position])``,
``("Polygon", [[Position]])``, ``("MultiGeometry", [Geometry])``."""

ITEM_KINDS = ("Placemark", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "NetworkLink", "gx:Tour")


@dataclass(frozen=True)
class Oddity:
    """Something to tell the user about: what, where, and how it was dealt with."""

    code: str
    message: str
    document: str = ""
    line: int = 0
    name: str = ""


class Folder:
    """A ``kml`` root, ``Document`` or ``Folder``.

    ``head`` holds the XML of its children that stand before the first feature, in order.  The
    record is handed out before its content; ``head`` and the fields are complete as soon as the first
    record inside it, or the next record after it, has come.
    """

    __slots__ = (
        "index", "parent", "kind", "position", "line", "document", "kml_id", "attributes", "name",
        "visibility", "is_open", "description", "style_url", "head", "count",
    )  # fmt: skip

    def __init__(self, index: int, parent: Optional[Folder], kind: str, position: int, line: int) -> None:
        self.index = index
        self.parent = parent
        self.kind = kind
        self.position = position
        self.line = line
        self.document = 0
        self.kml_id = ""
        self.attributes: Dict[str, str] = {}
        self.name = ""
        self.visibility: Optional[bool] = None
        self.is_open: Optional[bool] = None
        self.description = ""
        self.style_url = ""
        self.head: List[str] = []
        self.count = 0

    @property
    def path(self) -> Tuple[str, ...]:
        """Names from the outermost named folder down to this one (the root ``kml`` has no name)."""
        names: List[str] = []
        node: Optional[Folder] = self
        while node is not None:
            if node.kind != "kml":
                names.append(node.name)
            node = node.parent
        return tuple(reversed(names))


class Item:
    """A feature that is not a folder: placemark, overlay, link, tour, or XML between features ("Other").

    Texts are as in the file (dates keep the precision they were given with); ``problem`` is empty or says
    why the coordinates cannot be used; ``values`` holds what overlays, links and models have of their own.
    """

    __slots__ = (
        "kind", "folder", "position", "line", "kml_id", "name", "visibility", "description", "style_url",
        "begin", "end", "when", "data", "geometry", "problem", "problem_code", "values", "xml",
    )  # fmt: skip

    def __init__(self, kind: str, folder: Folder, position: int, line: int) -> None:
        self.kind = kind
        self.folder = folder
        self.position = position
        self.line = line
        self.kml_id = ""
        self.name = ""
        self.visibility: Optional[bool] = None
        self.description = ""
        self.style_url = ""
        self.begin = ""
        self.end = ""
        self.when = ""
        self.data: List[Tuple[str, str]] = []
        self.geometry: Optional[Geometry] = None
        self.problem = ""
        self.problem_code = ""
        self.values: Dict[str, str] = {}
        self.xml = ""
