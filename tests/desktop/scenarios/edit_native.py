# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's own form and Save on the atlas, read by another program."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit
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
    return desk.plugin()._context.open_atlas.layer(role)


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
