# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""An atlas in a QGIS project: its group of layers, relations, themes and bookmarks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsExpressionContextUtils,
    QgsLabelingEngineSettings,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMapThemeCollection,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRelation,
    QgsVectorLayer,
)

from ...errors import AtlasError
from ...i18n import tr
from ...plain_text import unevaluated
from ..model import Category, City, Figure, Source
from ..positions import downtown, surroundings
from ..store.store import Atlas
from ..utm_zone import utm_crs
from . import describe, forms, labels, stored_style, styles, symbols, timeline
from .layer_roles import (
    ATLAS_PROPERTY,
    BASE_GROUP,
    BY_ROLE,
    GROUP,
    ROLE_PROPERTY,
    ROLES,
    TABLE_GROUP,
    THEME_AIR,
    THEME_BOTH,
    THEME_THEN,
    THEME_TODAY,
    VISIBLE,
    WORLD_ROLE,
    LayerRole,
    find,
    role_of,
)

PENINSULA = (124.0, 33.5, 131.0, 43.2)
"""Where an atlas without a city or a site looks: west, south, east, north."""
DEFAULT_CRS = "EPSG:32652"
"""UTM zone 52N, which holds the shipped cities (127.5° and 129.8° E): for an atlas without a city."""

VIEW_HALF_WIDTH = {"Hamhung": (0.115, 0.085), "Chongjin": (0.115, 0.085)}
STYLE_THEN, STYLE_BOTH, STYLE_RING = "1944–46", "then and now", "with 20 km"


def load(atlas: Atlas, project: QgsProject, *, language: str = "en") -> QgsLayerTreeGroup:
    """Add the atlas's group to a project, or return the group that is there already.

    Layers of an atlas that lay somewhere else when the project was saved are led to where it is now.
    Raises AtlasError when a layer cannot be read; nothing is left behind then.
    """
    present = group_of(project, atlas.uuid)
    if present is not None and find(project, "sites", atlas.uuid) is not None:
        _take_up(atlas, project)
        return present
    unload(atlas, project)  # what the user left of it
    fresh = not project.mapLayers()
    made = {role.role: _layer(atlas, role) for role in ROLES}
    group = _arrange(project, made, atlas)
    _finish(atlas, project, made, language)
    if fresh:
        project.setCrs(QgsCoordinateReferenceSystem(project_crs(atlas)))
        project.setEllipsoid("EPSG:7030")
        engine = project.labelingEngineSettings()
        engine.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
        project.setLabelingEngineSettings(engine)
    QgsExpressionContextUtils.setProjectVariable(project, labels.LANGUAGE_VARIABLE, language)
    return group


def group_of(project: QgsProject, atlas_uuid: str) -> Optional[QgsLayerTreeGroup]:
    """Return the atlas's group in the layer tree, or None."""
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(ATLAS_PROPERTY) == atlas_uuid:
            return group
    return None


def unload(atlas: Atlas, project: QgsProject) -> None:
    """Take the atlas's layers, themes and bookmarks out of a project; a layer of the user's stays."""
    group = group_of(project, atlas.uuid)
    ours = layers_of(project, atlas.uuid)
    if group is None and not ours:
        return
    for theme in (THEME_TODAY, THEME_THEN, THEME_BOTH, THEME_AIR):
        project.mapThemeCollection().removeMapTheme(theme)
    for bookmark in project.bookmarkManager().bookmarks():
        if bookmark.group() == GROUP:
            project.bookmarkManager().removeBookmark(bookmark.id())
    project.removeMapLayers([layer.id() for layer in ours])
    if group is None:
        return
    for folder in group.findGroups():
        if not folder.children():
            group.removeChildNode(folder)
    if group.children():
        group.removeCustomProperty(ATLAS_PROPERTY)
    else:
        group.parent().removeChildNode(group)


def layers_of(project: QgsProject, atlas_uuid: str) -> list[QgsMapLayer]:
    """Return the layers of an atlas in a project, wherever they hang in its tree."""
    layers = project.mapLayers().values()
    return [layer for layer in layers if layer.customProperty(ATLAS_PROPERTY) == atlas_uuid]


def file_of(layer: QgsVectorLayer) -> Path:
    """Return the file that a layer of an atlas comes from, also when it is not there."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts.get("path", ""))


def _take_up(atlas: Atlas, project: QgsProject) -> None:
    for layer in layers_of(project, atlas.uuid):
        role = BY_ROLE.get(role_of(layer))
        if role is None or (layer.isValid() and file_of(layer) == atlas.path):
            continue
        layer.setReadOnly(False)
        uri = atlas.layer_uri(role.table, role.subset)
        layer.setDataSource(uri, layer.name(), atlas.backend.provider, QgsDataProvider.ProviderOptions())
        if not layer.isValid():
            raise _unreadable_table(role.table, atlas)
        _protect(layer, role, atlas)


def _layer(atlas: Atlas, role: LayerRole) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions(False)
    options.loadDefaultStyle = False  # it would bring actions, forms and addresses of whoever made the file
    layer = QgsVectorLayer(
        atlas.layer_uri(role.table, role.subset), role.name, atlas.backend.provider, options
    )
    if not layer.isValid():
        raise _unreadable_table(role.table, atlas)
    layer.setCustomProperty(ROLE_PROPERTY, role.role)
    layer.setCustomProperty(ATLAS_PROPERTY, atlas.uuid)
    set_extent(layer, atlas)
    _protect(layer, role, atlas)
    return layer


def _protect(layer: QgsVectorLayer, role: LayerRole, atlas: Atlas) -> None:
    layer.setReadOnly(bool(atlas.read_only) or role.role in ("history", "categories", *BASE_GROUP))


def _unreadable_table(table: str, atlas: Atlas) -> AtlasError:
    return AtlasError(
        tr("Layers", "The table “{table}” of {path} cannot be read.").format(table=table, path=atlas.path),
        hint=tr("Layers", "Open a backup of the atlas."),
    )


def set_extent(layer: QgsVectorLayer, atlas: Atlas) -> None:
    """Tell QGIS the extent: of a filtered table it looks at every row, two seconds for a million."""
    role = BY_ROLE.get(role_of(layer))  # none: the world behind the atlas
    if role is not None and layer.isSpatial():
        box = atlas.backend.bounds(role.table)
        if box is not None:
            layer.setExtent(QgsRectangle(*box))


def _arrange(project: QgsProject, made: dict[str, QgsVectorLayer], atlas: Atlas) -> QgsLayerTreeGroup:
    """Put the layers into the project and their nodes into a group of the layer tree, all closed.

    The group is made apart and hung into the tree last: the tree's view takes over what is open and
    closed only at that moment.
    """
    names = (GROUP, tr("Layer", "Base map"), tr("Layer", "Tables"))
    group, base, tables = (QgsLayerTreeGroup(name) for name in names)
    group.setCustomProperty(ATLAS_PROPERTY, atlas.uuid)
    world = _world(atlas)
    layers = [*made.values(), *([world] if world is not None else [])]
    project.addMapLayers(layers, False)
    for layer in layers:
        role = role_of(layer)
        parent = tables if role in TABLE_GROUP else base if role in (*BASE_GROUP, WORLD_ROLE) else group
        node = parent.addLayer(layer)
        node.setExpanded(False)
        node.setItemVisibilityChecked(role == WORLD_ROLE or BY_ROLE[role].visible)
    for folder in (tables, base):
        folder.setExpanded(False)
        group.addChildNode(folder)
    project.layerTreeRoot().insertChildNode(0, group)
    return group


def _world(atlas: Atlas) -> Optional[QgsVectorLayer]:
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    if not path.exists():
        return None
    layer = QgsVectorLayer(
        f"{path}|layername=countries", tr("Layer", "World (QGIS, far beyond the cities)"), "ogr"
    )
    if not layer.isValid():
        return None
    layer.setRenderer(symbols.world())
    layer.setLabelsEnabled(False)
    layer.setCustomProperty(ROLE_PROPERTY, WORLD_ROLE)
    layer.setCustomProperty(ATLAS_PROPERTY, atlas.uuid)
    # The generalised land and sea of the atlas take over near the cities.
    return layer


def _finish(atlas: Atlas, project: QgsProject, made: dict[str, QgsVectorLayer], language: str) -> None:
    """Set what refers to other layers: relations, forms, styles that are missing, themes, bookmarks."""
    categories = atlas.rows(Category)
    sources = sorted(source.title for source in atlas.rows(Source))
    _relate(project, made)
    for role, layer in made.items():
        if not _takes_stored_look(layer, BY_ROLE[role], atlas):
            styles.decorate(layer, role, categories)
        if role == "sites":
            symbols.add_missing(layer, categories)
        symbols.speak(layer, categories, language == "ko")
        describe.apply(layer, role)
        timeline.apply(layer, role)  # the provider's own defaults came after the style
        forms.apply(layer, role, project)
        describe.set_metadata(layer, role, atlas.title, sources)
    _second_looks(made["cities"], atlas)
    _themes(project, made, categories, atlas.uuid)
    _bookmarks(project, atlas)


def _takes_stored_look(layer: QgsVectorLayer, role: LayerRole, atlas: Atlas) -> bool:
    try:
        return role.spatial and stored_style.apply(layer, role.table, atlas)
    except stored_style.ForeignStyle as err:
        told = tr("Layers", "The look of “{layer}” in {file} was left aside: {why}.")
        atlas.notes.append(told.format(layer=layer.name(), file=atlas.path.name, why=err))
        return False


def _relate(project: QgsProject, made: dict[str, QgsVectorLayer]) -> None:
    manager = project.relationManager()
    for parent in ("sites", "unlocated"):
        for child, _title in forms.RELATED["sites"]:
            relation = QgsRelation()
            relation.setId(forms.relation_id(made[parent], child))
            relation.setName(
                tr("Layer", "{children} of {parents}").format(
                    children=made[child].name(), parents=made[parent].name().lower()
                )
            )
            relation.setReferencedLayer(made[parent].id())
            relation.setReferencingLayer(made[child].id())
            relation.addFieldPair("site_uuid", "uuid")
            manager.addRelation(relation)


def _second_looks(cities: QgsVectorLayer, atlas: Atlas) -> None:
    """Add the cities' other looks: with the names of the 1940s, and with the circles of the sources."""
    labeling, renderer = cities.labeling().clone(), cities.renderer().clone()
    cities.setLabeling(labels.historic_cities())
    _add_style(cities, STYLE_THEN)
    cities.setLabeling(labels.both_cities())
    _add_style(cities, STYLE_BOTH)
    cities.setLabeling(labeling)
    cities.setRenderer(symbols.cities_with_rings(stated_rings(atlas)))
    _add_style(cities, STYLE_RING)
    cities.setRenderer(renderer)


def project_crs(atlas: Atlas) -> str:
    """Return the UTM zone that most of the atlas's cities lie in, ``EPSG:326xx``."""
    points = map(downtown, atlas.rows(City))
    zones = Counter(utm_crs(*point) for point in points if point is not None)
    return zones.most_common(1)[0][0] if zones else DEFAULT_CRS


def stated_rings(atlas: Atlas) -> list[symbols.StatedRing]:
    """Return the circles around downtown within which figures of a city count its military sites."""
    points = {row.name: downtown(row) for row in atlas.rows(City)}
    cities = {name: point for name, point in points.items() if point is not None}
    counted = [row for row in atlas.rows(Figure, topic="defence") if row.radius_m and row.city in cities]
    rings = dict.fromkeys((row.city or "", row.radius_m or 0.0) for row in counted)
    return [symbols.StatedRing(city, radius, utm_crs(*cities[city])) for city, radius in rings]


def _add_style(layer: QgsVectorLayer, name: str) -> None:
    """Write the present look down as a named style; the first style stays the current one."""
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    layer.styleManager().addStyle(name, style)


SPECIAL_STYLE = {
    (THEME_THEN, "cities"): STYLE_THEN,
    (THEME_BOTH, "cities"): STYLE_BOTH,
    (THEME_AIR, "cities"): STYLE_RING,
}


def _themes(
    project: QgsProject, made: dict[str, QgsVectorLayer], categories: list[Category], atlas_uuid: str
) -> None:
    layers = dict(made)
    world = find(project, WORLD_ROLE, atlas_uuid)
    if world is not None:
        layers[WORLD_ROLE] = world
    for theme, roles in VISIBLE.items():
        record = QgsMapThemeCollection.MapThemeRecord()
        for role in roles:
            if role not in layers:
                continue
            entry = QgsMapThemeCollection.MapThemeLayerRecord(layers[role])
            entry.isVisible = True
            air_sites = (theme, role) == (THEME_AIR, "sites")
            # A style that a theme names is read anew at every drawing of a layout's map: half a second each.
            entry.usingCurrentStyle = role == "cities" or air_sites
            entry.currentStyle = SPECIAL_STYLE.get((theme, role), layers[role].styleManager().currentStyle())
            if air_sites:
                entry.usingLegendItems = True
                entry.checkedLegendItems = styles.legend_keys(made["sites"], categories)
            record.addLayerRecord(entry)
        project.mapThemeCollection().insert(theme, record)


def city_extent(atlas: Atlas, city: str) -> QgsRectangle:
    """Return the extent (EPSG:4326) in which a city is shown: around its downtown, towards what it has.

    Without a point it is the city's surroundings, and without those the extent of all sites.
    """
    row = next(iter(atlas.rows(City, name=city)), City(name=city))
    point = downtown(row)
    if point is None:
        return QgsRectangle(*(surroundings(row) or atlas.backend.bounds("sites") or PENINSULA))
    lon, lat = point
    half_lon, half_lat = VIEW_HALF_WIDTH.get(city, (0.115, 0.085))
    offset_lon, offset_lat = {"Hamhung": (0.04, -0.03), "Chongjin": (-0.01, -0.005)}.get(city, (0.0, 0.0))
    return QgsRectangle(
        lon + offset_lon - half_lon, lat + offset_lat - half_lat,
        lon + offset_lon + half_lon, lat + offset_lat + half_lat,
    )  # fmt: skip


def _bookmarks(project: QgsProject, atlas: Atlas) -> None:
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    for city in atlas.rows(City):
        bookmark = QgsBookmark()
        bookmark.setId(f"{atlas.uuid}-{city.name}")
        bookmark.setName(unevaluated(f"{city.name} {city.name_ko or ''}".strip()))
        bookmark.setGroup(GROUP)
        bookmark.setExtent(QgsReferencedRectangle(city_extent(atlas, city.name), wgs84))
        project.bookmarkManager().addBookmark(bookmark)
