# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which layers an atlas has in a project, and how they are found again (by role, never by name)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from ...i18n import mark, tr

ROLE_PROPERTY = "dprk_city_atlas/role"
ATLAS_PROPERTY = "dprk_city_atlas/atlas"
GROUP = "DPRK City Atlas"

LIVE = '"deleted" = 0'
LOCATED = f'{LIVE} AND "geom" IS NOT NULL'


@dataclass(frozen=True)
class LayerRole:
    """One layer of the group: ``subset`` is SQL of this package that says which rows are meant."""

    role: str
    table: str
    title: str
    subset: str = LIVE
    visible: bool = True
    spatial: bool = True
    style: str = ""
    """Name of the style in the atlas; empty = the role's."""

    @property
    def name(self) -> str:
        """What the layer is called in the user's language (``title`` in English)."""
        return tr("Layer", self.title)

    @property
    def style_name(self) -> str:
        """The name under which QGIS finds this layer's style in ``layer_styles``."""
        return self.style or self.role


ROLES: tuple[LayerRole, ...] = (
    LayerRole("sites", "sites", mark("Layer", "Sites"), LOCATED),
    LayerRole(
        "assertions",
        "assertions",
        mark("Layer", "Assertions"),
        f'{LIVE} AND "geom" IS NOT NULL',
        visible=False,
    ),
    LayerRole("cities", "cities", mark("Layer", "Cities")),
    LayerRole("traces", "traces", mark("Layer", "Historic traces"), visible=False),
    LayerRole("sheets", "sheets", mark("Layer", "Sheets"), visible=False),
    LayerRole("control_points", "control_points", mark("Layer", "Control points"), visible=False),
    LayerRole("areas", "areas", mark("Layer", "Areas")),
    LayerRole("events", "events", mark("Layer", "Events"), spatial=False),
    LayerRole(
        "unlocated", "sites", mark("Layer", "Unlocated sites"), f'{LIVE} AND "geom" IS NULL', spatial=False
    ),
    LayerRole("names", "names", mark("Layer", "Names"), spatial=False),
    LayerRole("sources", "sources", mark("Layer", "Sources"), spatial=False),
    LayerRole("figures", "figures", mark("Layer", "Figures"), spatial=False),
    LayerRole("claims", "claims", mark("Layer", "Claims"), spatial=False),
    LayerRole("categories", "categories", mark("Layer", "Categories"), spatial=False),
    LayerRole("history", "history", mark("Layer", "History"), subset="", spatial=False),
    LayerRole("base_coast", "base_coast", mark("Layer", "Coast (generalised)")),
    LayerRole("base_areas", "base_areas", mark("Layer", "Land and sea (generalised)")),
)
BY_ROLE: dict[str, LayerRole] = {role.role: role for role in ROLES}

TABLE_GROUP = ("events", "names", "sources", "figures", "claims", "categories", "history")
"""Layers without a map that stand in a closed subgroup."""
BASE_GROUP = ("base_coast", "base_areas")

THEME_TODAY, THEME_THEN, THEME_BOTH, THEME_AIR = "Today", "1944–46", "Then and now", "Air defence"
WORLD_ROLE = "world"
VISIBLE = {
    THEME_TODAY: ("sites", "cities", "areas", "base_coast", "base_areas", WORLD_ROLE),
    THEME_THEN: ("traces", "sheets", "cities", "base_areas", WORLD_ROLE),
    THEME_BOTH: ("sites", "traces", "cities", "base_coast", "base_areas", WORLD_ROLE),
    THEME_AIR: ("sites", "cities", "base_coast", "base_areas", WORLD_ROLE),
}
"""The layers of each theme, by role."""


def role_of(layer: Any) -> str:
    """Return the role of a map layer, empty for a layer that is not the atlas's."""
    return layer.customProperty(ROLE_PROPERTY, "") or ""


def find(project: Any, role: str, atlas_uuid: Optional[str] = None) -> Optional[Any]:
    """Return the project's layer with a role (of that atlas), or None."""
    for layer in project.mapLayers().values():
        if role_of(layer) == role and atlas_uuid in (None, layer.customProperty(ATLAS_PROPERTY)):
            return layer
    return None
