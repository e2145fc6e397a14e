# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's own editing tools on the layers of an atlas: what they save is read again from the file."""

from __future__ import annotations

import functools
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMapLayerType,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLineEdit,
    QMessageBox,
    QTableWidget,
    QWidget,
)
from qgis.utils import iface

RIGHT = Qt.MouseButton.RightButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-qgis-tools-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _tidy(test):
    """Leave no edit session behind when a test fails: QGIS would ask about it at its end."""

    @functools.wraps(test)
    def run(desk):
        try:
            test(desk)
        finally:
            for window in QApplication.topLevelWidgets():
                if window.objectName().startswith("featureactiondlg"):
                    window.close()
            for layer in QgsProject.instance().mapLayers().values():
                if layer.type() == QgsMapLayerType.VectorLayer and layer.isEditable():
                    layer.rollBack()

    return run


def _read(atlas, query, *values):
    """What stands in the file, by SQLite alone."""
    with sqlite3.connect(f"file:{atlas.path}?mode=ro", uri=True) as db:
        return db.execute(query, values).fetchall()


def _whole(atlas):
    """Every table has one row for each identifier, and SQLite finds the file sound."""
    assert _read(atlas, "PRAGMA integrity_check") == [("ok",)]
    for table in ("sites", "assertions", "names", "traces", "areas"):
        uuids = Counter(row[0] for row in _read(atlas, f"SELECT uuid FROM {table}"))
        assert [uuid for uuid, count in uuids.items() if count > 1 or len(uuid or "") != 36] == []


def _edit(desk, role):
    layer = desk.plugin()._context.open_atlas.layer(role)
    iface.setActiveLayer(layer)
    iface.mainWindow().activateWindow()
    if not layer.isEditable():
        desk.find("mActionToggleEditing", QAction).trigger()
    assert layer.isEditable()
    return layer


def _save(desk, layer):
    desk.find("mActionSaveLayerEdits", QAction).trigger()
    desk.wait_until(lambda: not layer.isModified(), what="QGIS saved")
    assert not [text for text in desk.messages() if "not saved" in text]


def _trigger(desk, name):
    """Choose a command; newer versions of QGIS ask before they delete."""
    timer = QTimer()
    timer.timeout.connect(_say_yes)
    timer.start(50)
    desk.find(name, QAction).trigger()
    timer.stop()


def _say_yes():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        role = QMessageBox.ButtonRole
        yes = (role.AcceptRole, role.YesRole, role.DestructiveRole)
        next(button for button in box.buttons() if box.buttonRole(button) in yes).click()


def _count(layer):
    """Counted one by one: while a layer is edited its provider may have no answer from the file."""
    return sum(1 for _feature in layer.getFeatures())


def _at(x, y):
    center, pixel = iface.mapCanvas().extent().center(), iface.mapCanvas().mapUnitsPerPixel()
    return QgsPointXY(center.x() + x * pixel, center.y() + y * pixel)


def _wgs84(point):
    source = iface.mapCanvas().mapSettings().destinationCrs()
    target = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(point)


def _click(desk, *places, button=Qt.MouseButton.LeftButton):
    for place in places:
        desk.move_on_map(place)
        desk.click_map(place, button=button)


def _form(desk):
    def shown():
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        return next((w for w in tops if w.objectName().startswith("featureactiondlg")), None)

    return desk.wait_until(shown, what="the attribute form")


def _write(desk, form, field, text):
    edit = form.findChild(QLineEdit, field)
    edit.setFocus()
    edit.selectAll()
    desk.type(edit, text)


def _accept(desk, form):
    box = form.findChild(QDialogButtonBox)
    button = box.button(QDialogButtonBox.StandardButton.Ok)
    assert button.isEnabled()
    desk.click(button)


@_tidy
def test_a_point_added_by_qgis_with_its_form_is_a_site_with_assertion_and_history(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    before = _count(layer)
    desk.find("mActionAddFeature", QAction).trigger()
    _click(desk, _at(30, 40))
    form = _form(desk)
    desk.screenshot("qgis-add-point-form", form)
    _write(desk, form, "name", "Added by QGIS")
    _accept(desk, form)
    desk.wait_until(lambda: _count(layer) == before + 1, what="the feature")
    desk.press(iface.mapCanvas(), Qt.Key.Key_Z, CTRL)
    desk.wait_until(lambda: _count(layer) == before, what="QGIS's undo")
    desk.press(iface.mapCanvas(), Qt.Key.Key_Z, CTRL | SHIFT)
    desk.wait_until(lambda: _count(layer) == before + 1, what="QGIS's redo")
    _save(desk, layer)
    ((uuid, city, status),) = _read(
        atlas, "SELECT uuid, city, status FROM sites WHERE name = 'Added by QGIS'"
    )
    assert status == "unknown"
    assert _read(atlas, "SELECT count(*) FROM assertions WHERE site_uuid = ? AND chosen", uuid) == [(1,)]
    assert _read(atlas, "SELECT text FROM names WHERE site_uuid = ?", uuid) == [("Added by QGIS",)]
    assert _read(atlas, "SELECT action FROM history WHERE row_uuid = ?", uuid)[0] == ("insert",)
    _whole(atlas)
    assert city == "Hamhung"


@_tidy
def test_copied_and_pasted_sites_have_identifiers_of_their_own(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    before = _count(layer)
    chosen = [f.id() for f in layer.getFeatures() if f.hasGeometry()][:3]
    layer.selectByIds(chosen)
    desk.find("mActionCopyFeatures", QAction).trigger()
    desk.find("mActionPasteFeatures", QAction).trigger()
    desk.wait_until(lambda: _count(layer) == before + 3, what="the copies")
    _save(desk, layer)
    assert _read(atlas, "SELECT count(*) FROM sites WHERE deleted = 0 AND geom IS NOT NULL") == [
        (before + 3,)
    ]
    for (uuid,) in _read(atlas, "SELECT uuid FROM sites ORDER BY fid DESC LIMIT 3"):
        assert _read(atlas, "SELECT count(*) FROM assertions WHERE site_uuid = ? AND chosen", uuid) == [(1,)]
    _whole(atlas)


@_tidy
def test_a_site_moved_with_the_vertex_tool_keeps_its_old_position(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    feature = next(f for f in layer.getFeatures() if "Stadium" in f["name"] and f["city"] == "Hamhung")
    to_map = QgsCoordinateTransform(
        layer.crs(), iface.mapCanvas().mapSettings().destinationCrs(), QgsProject.instance()
    )
    here = to_map.transform(feature.geometry().asPoint())
    iface.mapCanvas().zoomScale(5000)
    iface.mapCanvas().setCenter(here)
    desk.wait_for_map()
    desk.find("mActionVertexTool", QAction).trigger()
    desk.move_on_map(_at(0, 0))

    def drag():  # the tool looks the vertex up in an index that QGIS makes in the background
        _click(desk, _at(0, 0), _at(80, 0))
        return layer.isModified()

    desk.wait_until(drag, what="the vertex is moved")
    _save(desk, layer)
    rows = _read(
        atlas, "SELECT chosen FROM assertions WHERE site_uuid = ? AND kind = 'location'", feature["uuid"]
    )
    assert sorted(rows)[-1] == (1,)
    assert len(rows) >= 2
    assert sum(row[0] for row in rows) == 1
    _whole(atlas)


@_tidy
def test_areas_are_drawn_split_and_merged_by_qgis(desk):
    atlas = _open(desk)
    layer = _edit(desk, "areas")
    before = _count(layer)
    desk.find("mActionAddFeature", QAction).trigger()
    _click(desk, _at(0, 0), _at(80, 0), _at(80, 80), _at(0, 80))
    _click(desk, _at(0, 80), button=RIGHT)
    form = _form(desk)
    desk.screenshot("qgis-add-area-form", form)
    _write(desk, form, "name", "Yard")
    _accept(desk, form)
    desk.wait_until(lambda: _count(layer) == before + 1, what="the area")
    _save(desk, layer)
    ((yard,),) = _read(atlas, "SELECT uuid FROM areas WHERE name = 'Yard'")
    layer.removeSelection()
    desk.find("mActionSplitFeatures", QAction).trigger()
    _click(desk, _at(40, -20), _at(40, 100))
    _click(desk, _at(40, 100), button=RIGHT)
    desk.wait_until(lambda: _count(layer) == before + 2, what="the parts")
    _save(desk, layer)
    parts = _read(atlas, "SELECT uuid FROM areas WHERE name = 'Yard' AND deleted = 0")
    assert len(parts) == 2
    assert (yard,) in parts
    _whole(atlas)
    layer.selectByExpression("\"name\" = 'Yard'")

    def merge(dialog: QDialog):
        desk.screenshot("qgis-merge", dialog)
        desk.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.on_dialog(merge)
    desk.find("mActionMergeFeatures", QAction).trigger()
    desk.wait_until(lambda: _count(layer) == before + 1, what="the merged area")
    _save(desk, layer)
    alive = "SELECT uuid FROM areas WHERE name = 'Yard' AND deleted = 0"
    assert len(_read(atlas, alive)) == 1
    _whole(atlas)
    desk.find("actionUndoStep").trigger()
    desk.wait_until(lambda: sorted(_read(atlas, alive)) == sorted(parts), what="the merge is undone")


@_tidy
def test_deleting_and_the_field_calculator_leave_a_history(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    gone, kept = [f for f in layer.getFeatures() if f.hasGeometry()][:2]
    layer.selectByIds([gone.id()])
    _trigger(desk, "mActionDeleteSelected")
    layer.selectByIds([kept.id()])
    told = kept["name"].upper()

    def calculate(dialog: QDialog):
        dialog.findChild(QGroupBox, "mNewFieldGroupBox").setChecked(False)
        box = dialog.findChild(QComboBox, "mExistingFieldComboBox")
        box.setCurrentIndex(next(n for n in range(box.count()) if box.itemText(n) in ("note", "Note")))
        shown = {w.metaObject().className(): w for w in dialog.findChildren(QWidget) if w.isVisible()}
        desk.type(shown["QgsCodeEditorExpression"], "upper(name)")
        desk.screenshot("qgis-field-calculator", dialog)
        desk.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.on_dialog(calculate)
    desk.find("mActionOpenFieldCalc", QAction).trigger()
    desk.wait_until(lambda: layer.getFeature(kept.id())["note"] == kept["name"].upper(), what="the note")
    _save(desk, layer)
    assert _read(atlas, "SELECT deleted FROM sites WHERE uuid = ?", gone["uuid"]) == [(1,)]
    assert _read(atlas, "SELECT note FROM sites WHERE uuid = ?", kept["uuid"]) == [(told,)]
    for uuid in (gone["uuid"], kept["uuid"]):
        assert _read(atlas, "SELECT action FROM history WHERE row_uuid = ?", uuid)
    _whole(atlas)
    desk.find("actionUndoStep").trigger()
    desk.wait_until(
        lambda: _read(atlas, "SELECT deleted FROM sites WHERE uuid = ?", gone["uuid"]) == [(0,)],
        what="the save is undone",
    )
    assert _read(atlas, "SELECT note FROM sites WHERE uuid = ?", kept["uuid"]) != [(told,)]


@_tidy
def test_a_trace_is_split_and_its_vertex_moved_by_qgis(desk):
    atlas = _open(desk)
    layer = _edit(desk, "traces")
    desk.find("mActionAddFeature", QAction).trigger()
    _click(desk, _at(0, 0), _at(60, 0), _at(120, 0))
    _click(desk, _at(120, 0), button=RIGHT)
    form = _form(desk)
    desk.screenshot("qgis-add-trace-form", form)
    _write(desk, form, "name", "Line")
    _accept(desk, form)
    desk.wait_until(layer.isModified, what="the line")
    _save(desk, layer)
    ((first,),) = _read(atlas, "SELECT uuid FROM traces WHERE name = 'Line'")
    layer.removeSelection()
    desk.find("mActionSplitFeatures", QAction).trigger()
    _click(desk, _at(30, -20), _at(30, 20))
    _click(desk, _at(30, 20), button=RIGHT)
    desk.wait_until(layer.isModified, what="the parts")
    _save(desk, layer)
    parts = _read(atlas, "SELECT uuid FROM traces WHERE name = 'Line' AND deleted = 0")
    assert len(parts) == 2
    assert (first,) in parts
    _whole(atlas)


def _memory(*names):
    layer = QgsVectorLayer("Point?crs=EPSG:32652&field=name:string&field=height:double", "mine", "memory")
    for number, name in enumerate(names):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, 5.0])
        feature.setGeometry(QgsGeometry.fromPointXY(_at(10 + 10 * number, 10)))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    return layer


@_tidy
def test_points_of_another_layer_are_pasted(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    before = _count(layer)
    iface.setActiveLayer(_memory("From outside", "Second"))
    desk.find("mActionCopyFeatures", QAction).trigger()
    iface.setActiveLayer(layer)
    desk.find("mActionPasteFeatures", QAction).trigger()
    desk.wait_until(lambda: _count(layer) == before + 2, what="the points")
    _save(desk, layer)
    rows = _read(atlas, "SELECT uuid, category, city, status FROM sites WHERE name = 'From outside'")
    assert [row[1:] for row in rows] == [("unknown", "Hamhung", "unknown")]
    assert _read(atlas, "SELECT chosen FROM assertions WHERE site_uuid = ?", rows[0][0]) == [(1,)]
    _whole(atlas)


@_tidy
def test_a_row_added_without_a_point_is_an_unlocated_site(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    feature = QgsVectorLayerUtils.createFeature(
        layer, QgsGeometry(), {layer.fields().indexOf("name"): "Known by name only"}
    )
    assert layer.addFeature(feature)
    _save(desk, layer)
    ((uuid, geom),) = _read(atlas, "SELECT uuid, geom FROM sites WHERE name = 'Known by name only'")
    assert geom is None
    unlocated = desk.plugin()._context.open_atlas.layer("unlocated")
    desk.wait_until(lambda: any(f["uuid"] == uuid for f in unlocated.getFeatures()), what="the queue has it")
    assert not any(f["uuid"] == uuid for f in layer.getFeatures())
    _whole(atlas)


@_tidy
def test_a_duplicated_and_a_cut_feature_are_rows_of_their_own(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    before = _count(layer)
    chosen = next(f for f in layer.getFeatures() if f.hasGeometry() and f["name_ko"])
    layer.selectByIds([chosen.id()])
    # what QGIS's "Duplicate feature" does; its action has no name of its own
    QgsVectorLayerUtils.duplicateFeature(layer, chosen, QgsProject.instance())
    desk.wait_until(lambda: _count(layer) == before + 1, what="the duplicate")
    _save(desk, layer)
    rows = _read(atlas, "SELECT uuid FROM sites WHERE name = ? AND deleted = 0", chosen["name"])
    assert len(rows) == 2
    for (uuid,) in rows:
        assert _read(atlas, "SELECT count(*) FROM assertions WHERE site_uuid = ? AND chosen", uuid) == [(1,)]
    _whole(atlas)
    layer.selectByIds([chosen.id()])
    _trigger(desk, "mActionCutFeatures")
    desk.find("mActionPasteFeatures", QAction).trigger()
    desk.wait_until(lambda: _count(layer) == before + 1, what="cut and put back")
    _save(desk, layer)
    assert len(_read(atlas, "SELECT 1 FROM sites WHERE name = ? AND deleted = 0", chosen["name"])) == 2
    _whole(atlas)


@_tidy
def test_merged_attributes_leave_every_row_its_identity(desk):
    atlas = _open(desk)
    layer = _edit(desk, "sites")
    first, second = [f for f in layer.getFeatures() if f.hasGeometry() and f["category"] == "market"][:2]
    layer.selectByIds([first.id(), second.id()])

    def merge(dialog: QDialog):
        dialog.findChild(QTableWidget).selectRow(1)
        desk.click(dialog.findChild(QAbstractButton, "mFromSelectedPushButton"))
        desk.screenshot("qgis-merge-attributes", dialog)
        desk.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.on_dialog(merge)
    desk.find("mActionMergeFeatureAttributes", QAction).trigger()
    desk.wait_until(layer.isModified, what="the attributes are one")
    _save(desk, layer)
    query = "SELECT name, geom IS NOT NULL, deleted FROM sites WHERE uuid = ?"
    one, two = (_read(atlas, query, feature["uuid"]) for feature in (first, second))
    assert one == two
    assert one[0][1:] == (1, 0)
    _whole(atlas)
    desk.find("actionUndoStep").trigger()
    desk.wait_until(
        lambda: _read(atlas, query, second["uuid"]) == [(second["name"], 1, 0)], what="the save is undone"
    )
    assert _read(atlas, query, first["uuid"]) == [(first["name"], 1, 0)]
