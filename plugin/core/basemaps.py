# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Basemaps under the atlas: tiles of a service or a file of the user's, in the project, never in the atlas.

The services are the rows of ``resources/backgrounds.csv``; nothing here asks any of them: QGIS does, once a
layer is drawn.  A basemap takes the place of the offline land and sea in the themes of today.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Optional
from urllib.parse import quote, urlsplit

from qgis.core import (
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsMapThemeCollection,
    QgsProject,
    QgsRasterLayer,
)

from .atlas.layers.layer_roles import (
    BASE_GROUP,
    ROLE_PROPERTY,
    THEME_AIR,
    THEME_BOTH,
    THEME_TODAY,
    VISIBLE,
    WORLD_ROLE,
    find,
    role_of,
)
from .errors import AtlasError
from .i18n import tr

LIST = Path(__file__).resolve().parents[2] / "resources" / "backgrounds.csv"
ROLE = "background"
ATTRIBUTION_PROPERTY = "dprk_city_atlas/attribution"
KEY_PROPERTY = "dprk_city_atlas/background"
OWN_KEY = "own"
THEMES = (THEME_TODAY, THEME_BOTH, THEME_AIR)
"""The themes of 1944–46 keep the drawn land: imagery of today says nothing of it."""
OFFLINE = (*BASE_GROUP, WORLD_ROLE)

WAYBACK_LIST = "https://s3-us-west-2.amazonaws.com/config.maptiles.arcgis.com/waybackconfig.json"
WAYBACK_HOST = "wayback.maptiles.arcgis.com"
WAYBACK_TILES = (
    f"https://{WAYBACK_HOST}/arcgis/rest/services/World_Imagery/WMTS/1.0.0/default028mm/MapServer/tile/"
    "{release}/{{z}}/{{y}}/{{x}}"
)
MOST_RELEASES = 2000


@dataclass(frozen=True)
class Basemap:
    """A tile service: ``address`` has {z}, {x} and {y}; ``image_date`` is what its provider says of it."""

    key: str
    title: str
    address: str
    zoom_min: int = 0
    zoom_max: int = 19
    attribution: str = ""
    licence: str = ""
    terms: str = ""
    image_date: str = ""

    @property
    def host(self) -> str:
        """The computer that will be asked."""
        return urlsplit(self.address).hostname or ""


@dataclass(frozen=True)
class Release:
    """A state of Esri's World Imagery: its number and the day on which it was published (ISO), not taken."""

    number: int
    published: str


def shipped() -> list[Basemap]:
    """Return the services of the list, in its order."""
    with LIST.open(encoding="utf-8", newline="") as stream:
        return [_row(**row) for row in csv.DictReader(stream)]


def _row(zoom_min: str, zoom_max: str, **texts: str) -> Basemap:
    return Basemap(zoom_min=int(zoom_min), zoom_max=int(zoom_max), **texts)


def own(address: str, title: str = "") -> Basemap:
    """Return a service at an address that the user gave.  Raises AtlasError when it is no XYZ address."""
    address = address.strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise AtlasError(
            tr("Basemaps", "“{address}” is not a web address.").format(address=address),
            hint=tr("Basemaps", "It begins with https:// or http://."),
        )
    if not all(part in address for part in ("{z}", "{x}")) or not re.search(r"\{-?y\}", address):
        raise AtlasError(
            tr("Basemaps", "“{address}” is not an XYZ address.").format(address=address),
            hint=tr("Basemaps", "It has {z}, {x} and {y} where the numbers of a tile stand."),
        )
    return Basemap(OWN_KEY, title.strip() or parts.hostname, address)


def wayback(release: Release) -> Basemap:
    """Return World Imagery as it was published on a day."""
    return Basemap(
        f"wayback-{release.number}",
        tr("Basemaps", "Esri Wayback, published {date}").format(date=release.published),
        WAYBACK_TILES.format(release=release.number),
        attribution="Source: Esri, Maxar, Earthstar Geographics, and the GIS User Community",
        licence="Esri Master License Agreement",
        terms="https://www.esri.com/en-us/legal/terms/full-master-agreement",
        image_date=tr("Basemaps", "published {date}; the images are older").format(date=release.published),
    )


def releases(content: bytes) -> list[Release]:
    """Return the releases in Esri's list, newest first.  Raises AtlasError when it is not that list."""
    try:
        table = json.loads(content)
        entries = [(int(number), str(entry.get("itemTitle", ""))) for number, entry in table.items()]
    except (ValueError, AttributeError, TypeError) as error:
        raise AtlasError(
            tr("Basemaps", "The list of imagery releases cannot be read."),
            hint=tr("Basemaps", "Try again later, or take another background."),
            detail=str(error),
        ) from error
    found = []
    for number, title in entries[:MOST_RELEASES]:
        day = re.search(r"\d{4}-\d{2}-\d{2}", title)
        if day and number > 0:
            found.append(Release(number, day[0]))
    return sorted(found, key=lambda release: release.published, reverse=True)


def tiles(basemap: Basemap) -> QgsRasterLayer:
    """Return a layer of the service's tiles; it asks for them when it is drawn."""
    address = quote(basemap.address, safe=":/?{}-._~")
    uri = f"type=xyz&url={address}&zmin={basemap.zoom_min}&zmax={basemap.zoom_max}"
    return _marked(QgsRasterLayer(uri, basemap.title, "wms"), basemap.key, basemap.attribution)


def of_file(path: Path) -> QgsRasterLayer:
    """Return a picture, an MBTiles file or an elevation model (shaded) as a layer.

    Raises AtlasError when GDAL cannot read it or it does not say where it lies.
    """
    layer = QgsRasterLayer(str(path), path.stem, "gdal")
    if not layer.isValid():
        raise AtlasError(
            tr("Basemaps", "{file} cannot be read as a picture.").format(file=path.name),
            hint=tr("Basemaps", "Take a GeoTIFF, an MBTiles file, a VRT or an elevation model."),
        )
    if not layer.crs().isValid():
        raise AtlasError(
            tr("Basemaps", "{file} does not say where it lies.").format(file=path.name),
            hint=tr("Basemaps", "Georeference it first (Historic, Sheet)."),
        )
    if is_elevation(layer):
        layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0))
    return _marked(layer, OWN_KEY, "")


def is_elevation(layer: QgsRasterLayer) -> bool:
    """Tell whether a picture has one band of numbers that are no colours: heights, as a rule."""
    provider = layer.dataProvider()
    return provider.bandCount() == 1 and provider.dataTypeSize(1) > 1


def _marked(layer: QgsRasterLayer, key: str, attribution: str) -> QgsRasterLayer:
    layer.setCustomProperty(ROLE_PROPERTY, ROLE)
    layer.setCustomProperty(KEY_PROPERTY, key)
    layer.setCustomProperty(ATTRIBUTION_PROPERTY, attribution)
    return layer


def shown(project: QgsProject) -> Optional[QgsMapLayer]:
    """Return the basemap of a project, or None."""
    layer: Optional[QgsMapLayer] = find(project, ROLE)
    return layer


def attributions(layers: Iterable[QgsMapLayer]) -> list[str]:
    """Return what has to be printed for the basemaps among some layers, each once."""
    texts = [
        layer.customProperty(ATTRIBUTION_PROPERTY, "")
        for layer in layers
        if layer is not None and role_of(layer) == ROLE
    ]
    return list(dict.fromkeys(text for text in texts if text))


def attribution_in(project: QgsProject, theme: str) -> str:
    """Return what has to be printed beside a map that shows a theme, "" when no basemap is in it."""
    if not project.mapThemeCollection().hasMapTheme(theme):
        return ""
    record = project.mapThemeCollection().mapThemeState(theme)
    return " · ".join(attributions(entry.layer() for entry in record.layerRecords()))


def show(project: QgsProject, layer: QgsRasterLayer) -> None:
    """Put a basemap below everything, in place of the one before and of the offline land and sea."""
    before = shown(project)
    if before is not None:
        project.removeMapLayer(before.id())
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer).setExpanded(False)
    _offline_visible(project, False)
    _in_themes(project, layer)


def hide(project: QgsProject) -> None:
    """Take the basemap away; the offline land and sea are there again."""
    layer = shown(project)
    if layer is None:
        return
    project.removeMapLayer(layer.id())
    _offline_visible(project, True)
    _in_themes(project, None)


def _offline_visible(project: QgsProject, visible: bool) -> None:
    root = project.layerTreeRoot()
    for role in OFFLINE:
        layer = find(project, role)
        node = root.findLayer(layer.id()) if layer is not None else None
        if node is not None:
            node.setItemVisibilityChecked(visible)


def _in_themes(project: QgsProject, basemap: Optional[QgsMapLayer]) -> None:
    """Let the themes of today show the basemap, or the offline land and sea when there is none."""
    collection = project.mapThemeCollection()
    for theme in THEMES:
        if not collection.hasMapTheme(theme):
            continue
        record = collection.mapThemeState(theme)
        ground = [find(project, role) for role in OFFLINE if role in VISIBLE[theme]]
        for layer in ground:
            if layer is not None:
                record.removeLayerRecord(layer)
        for layer in [basemap] if basemap is not None else ground:
            if layer is not None:
                entry = QgsMapThemeCollection.MapThemeLayerRecord(layer)
                entry.isVisible = True
                entry.usingCurrentStyle = False
                entry.currentStyle = layer.styleManager().currentStyle()
                record.addLayerRecord(entry)
        collection.update(theme, record)
