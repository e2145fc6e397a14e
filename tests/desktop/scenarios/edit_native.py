# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's own editing tools on the atlas: what they save is whole, and another program reads it."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QComboBox, QDialogButtonBox, QLineEdit
from qgis.utils import iface

RIGHT = Qt.MouseButton.RightButton
QUERY = (
    "SELECT s.uuid, s.name, s.deleted, s.row_version, ST_X(s.geom), ST_Y(s.geom), "
    "(SELECT count(*) FROM assertions a WHERE a.site_uuid = s.uuid AND a.deleted = 0), "
    "(SELECT count(*) FROM history h WHERE h.row_uuid = s.uuid) FROM sites s"
)
COLUMNS = ("uuid", "name", "deleted", "row_version", "x", "y", "assertions", "history")
ELSEWHERE = """
import json, sys
from osgeo import ogr
ogr.UseExceptions()
layer = ogr.Open(sys.argv[1]).ExecuteSQL(sys.argv[2])
count = layer.GetLayerDefn().GetFieldCount()
print(json.dumps([[feature.GetField(i) for i in range(count)] for feature in layer]))
"""


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-native-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _layer(desk, role="sites"):
    return desk.plugin()._context.session.layer(role)


def _elsewhere(atlas, query=QUERY, columns=COLUMNS):
    """What another program reads in the file."""
    command = ["/usr/bin/python3", "-c", ELSEWHERE, str(atlas.path), query]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [dict(zip(columns, row)) for row in json.loads(said)]


def _named(rows, name):
    return [row for row in rows if row["name"] == name]


def _on_map(point):
    target = iface.mapCanvas().mapSettings().destinationCrs()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(wgs84, target, QgsProject.instance()).transform(point)


def _edit(desk, layer):
    iface.setActiveLayer(layer)
    iface.actionToggleEditing().trigger()
    desk.wait_until(layer.isEditable, what="the layer is edited")


def _save(desk, layer):
    iface.actionSaveActiveLayerEdits().trigger()
    desk.wait_until(lambda: not layer.isModified(), what="the layer is saved")


def _stop(desk, layer):
    iface.actionToggleEditing().trigger()
    desk.wait_until(lambda: not layer.isEditable(), what="editing has ended")


def _form():
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return next((w for w in shown if w.metaObject().className() == "QgsAttributeDialog"), None)


def _field(form, name):
    """The input of a column in QGIS's form."""
    return next(
        w
        for w in form.findChildren((QLineEdit, QComboBox))
        if w.objectName() == name or w.property("fieldName") == name
    )


def test_add_point_fills_in_what_the_store_needs(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    before = len(_elsewhere(atlas))
    _edit(desk, layer)
    iface.actionAddFeature().trigger()
    centre = iface.mapCanvas().extent().center()
    desk.click_map(centre)
    form = desk.wait_until(_form, what="the form")
    desk.screenshot("native-add-point", form)
    ok = form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    desk.type(_field(form, "name"), "Drawn by hand")
    desk.click(ok)
    desk.wait_until(lambda: layer.editBuffer().addedFeatures(), what="the point is added")
    _save(desk, layer)
    (row,) = _named(_elsewhere(atlas), "Drawn by hand")
    assert len(_elsewhere(atlas)) == before + 1
    assert len(row["uuid"]) == 36
    assert (row["deleted"], row["assertions"]) == (0, 1)
    assert row["history"] >= 1
    placed = _on_map(QgsPointXY(row["x"], row["y"]))
    assert placed.distance(centre) < 3 * iface.mapCanvas().mapUnitsPerPixel()
    _stop(desk, layer)


def test_the_vertex_tool_moves_a_site_and_keeps_where_it_was(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    site = next(f for f in layer.getFeatures() if f["name"] == "February 8 Vinylon Plant")
    old = _on_map(site.geometry().asPoint())
    iface.mapCanvas().setCenter(old)
    iface.mapCanvas().zoomScale(20_000)
    desk.wait_for_map()
    (was,) = _named(_elsewhere(atlas), site["name"])
    _edit(desk, layer)
    iface.actionVertexToolActiveLayer().trigger()
    new = QgsPointXY(old.x() + 300, old.y() - 200)

    def drag():  # the tool's index of points is built beside the window: the first tries may find nothing
        for place in (old, new):
            desk.move_on_map(place)
            desk.click_map(place)
        return layer.editBuffer().changedGeometries()

    desk.wait_until(drag, what="the site is moved")
    _save(desk, layer)
    (row,) = _named(_elsewhere(atlas), site["name"])
    assert _on_map(QgsPointXY(row["x"], row["y"])).distance(new) < 3 * iface.mapCanvas().mapUnitsPerPixel()
    assert row["assertions"] == was["assertions"] + 1
    assert row["row_version"] > was["row_version"]
    _stop(desk, layer)


def test_copies_are_rows_of_their_own_and_deleting_is_a_mark(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    site = next(f for f in layer.getFeatures() if f["name"] == "February 8 Vinylon Plant")
    _edit(desk, layer)
    layer.selectByIds([site.id()])
    iface.actionCopyFeatures().trigger()
    iface.actionPasteFeatures().trigger()
    desk.wait_until(lambda: layer.editBuffer().addedFeatures(), what="the copy is pasted")
    _save(desk, layer)
    two = _named(_elsewhere(atlas), site["name"])
    assert len({row["uuid"] for row in two}) == 2
    assert all(len(row["uuid"]) == 36 for row in two)
    layer.selectByIds([site.id()])
    iface.actionDeleteSelected().trigger()
    desk.wait_until(lambda: layer.editBuffer().deletedFeatureIds(), what="the site is deleted")
    iface.mainWindow().findChild(QAction, "mActionUndo").trigger()
    desk.wait_until(lambda: not layer.editBuffer().deletedFeatureIds(), what="it is back")
    iface.mainWindow().findChild(QAction, "mActionRedo").trigger()
    desk.wait_until(lambda: layer.editBuffer().deletedFeatureIds(), what="it is gone again")
    _save(desk, layer)
    rows = {row["uuid"]: row for row in _named(_elsewhere(atlas), site["name"])}
    assert rows[site["uuid"]]["deleted"] == 1
    assert len(rows) == 2
    assert sum(row["deleted"] for row in rows.values()) == 1
    assert site["uuid"] not in {f["uuid"] for f in layer.getFeatures()}
    _stop(desk, layer)


def test_a_compound_is_split_and_merged_again(desk):
    atlas = _open(desk)
    layer = _layer(desk, "areas")
    centre = iface.mapCanvas().extent().center()
    to_wgs84 = QgsCoordinateTransform(
        iface.mapCanvas().mapSettings().destinationCrs(), layer.crs(), QgsProject.instance()
    )
    unit = 60 * iface.mapCanvas().mapUnitsPerPixel()
    box = QgsGeometry.fromWkt(
        f"MULTIPOLYGON((({centre.x() - unit} {centre.y() - unit}, {centre.x() + unit} {centre.y() - unit}, "
        f"{centre.x() + unit} {centre.y() + unit}, {centre.x() - unit} {centre.y() + unit}, "
        f"{centre.x() - unit} {centre.y() - unit})))"
    )
    box.transform(to_wgs84)
    _edit(desk, layer)
    source = next(_layer(desk, "sources").getFeatures())["uuid"]
    values = {
        layer.fields().indexOf(name): value
        for name, value in (("name", "Walled yard"), ("kind", "compound"), ("source_uuid", source))
    }
    assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, box, values))
    _save(desk, layer)
    areas = "SELECT uuid, name, deleted, ST_Area(geom) FROM areas WHERE name = 'Walled yard'"
    (whole,) = _elsewhere(atlas, areas, ("uuid", "name", "deleted", "area"))
    iface.actionSplitFeatures().trigger()
    desk.click_map(QgsPointXY(centre.x(), centre.y() - 2 * unit))
    desk.click_map(QgsPointXY(centre.x(), centre.y() + 2 * unit))
    desk.click_map(QgsPointXY(centre.x(), centre.y() + 2 * unit), button=RIGHT)
    desk.wait_until(lambda: layer.editBuffer().addedFeatures(), what="the yard is split")
    _save(desk, layer)
    parts = _elsewhere(atlas, areas, ("uuid", "name", "deleted", "area"))
    assert len({row["uuid"] for row in parts}) == 2
    assert abs(sum(row["area"] for row in parts) / whole["area"] - 1) < 1e-6
    layer.selectByExpression("\"name\" = 'Walled yard'")

    def merge(dialog):
        desk.screenshot("native-merge", dialog)
        desk.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.on_dialog(merge)
    iface.mainWindow().findChild(QAction, "mActionMergeFeatures").trigger()
    desk.wait_until(layer.isModified, what="the parts are merged")
    _save(desk, layer)
    rows = _elsewhere(atlas, areas, ("uuid", "name", "deleted", "area"))
    (left,) = [row for row in rows if not row["deleted"]]
    assert abs(left["area"] / whole["area"] - 1) < 1e-6
    assert whole["uuid"] in {row["uuid"] for row in rows}
    _stop(desk, layer)


def test_a_second_program_sees_nothing_before_the_save_and_all_after(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    _edit(desk, layer)
    field = layer.fields().indexOf("note")
    for feature in list(layer.getFeatures()):
        layer.changeAttributeValue(feature.id(), field, "O'Brien\"; DROP TABLE sites;--")
    notes = "SELECT count(*) FROM sites WHERE note = 'O''Brien\"; DROP TABLE sites;--' AND geom IS NOT NULL"
    assert _elsewhere(atlas, notes, ("n",))[0]["n"] == 0
    _save(desk, layer)
    assert _elsewhere(atlas, notes, ("n",))[0]["n"] == layer.featureCount()
    assert isinstance(next(layer.getFeatures()), QgsFeature)
    _stop(desk, layer)
