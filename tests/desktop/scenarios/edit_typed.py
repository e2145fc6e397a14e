# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Positions typed instead of clicked: in the form in every spelling, and in QGIS's CAD dock."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QListWidget, QPushButton
from qgis.utils import iface


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-typed-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _rows(atlas, table, **equal):
    package = type(atlas).__module__.rsplit(".", 2)[0]
    model = __import__(f"{package}.model", fromlist=["BY_TABLE"])
    return atlas.rows(model.BY_TABLE[table], **equal)


def _at(x, y):
    center, pixel = iface.mapCanvas().extent().center(), iface.mapCanvas().mapUnitsPerPixel()
    return QgsPointXY(center.x() + x * pixel, center.y() + y * pixel)


def _wgs84(point):
    source = iface.mapCanvas().mapSettings().destinationCrs()
    target = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(point)


# What GeographicLib and PROJ give for 39.918667 N, 127.520556 E: within a metre, or the size of the square
SPELLINGS = (
    ("39.918667, 127.520556", 1), ("39.918667N 127.520556E", 1), ("39°55'07.2\"N 127°31'14.0\"E", 1),
    ("39 55 07.2 N, 127 31 14.0 E", 1), ("N39° 55.120' E127° 31.2333'", 1), ("39d55m07.2sN 127d31m14.0sE", 1),
    ("52S CK 73564 19777", 2), ("52SCK7356419777", 2), ("52N 373564 4419777", 2),
    ("+39.918667/+127.520556", 1),
)  # fmt: skip


def test_the_form_reads_every_spelling_and_proposes_its_accuracy(desk):
    _open(desk)
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    edit = dialog.findChild(QLineEdit, "positionEdit")
    wrong = []
    for text, metres in SPELLINGS:
        edit.clear()
        desk.type(edit, text)
        place = dialog.position.position()
        if place is None:
            wrong.append((text, dialog.findChild(QLabel, "positionMessage").text()))
        elif abs(place[0] - 127.520556) * 85_000 > metres or abs(place[1] - 39.918667) * 111_000 > metres:
            wrong.append((text, place))
    assert wrong == []
    accuracy = dialog.findChild(QDoubleSpinBox, "accuracySpin")
    edit.clear()
    desk.type(edit, "39.92, 127.52")
    assert accuracy.value() >= 500, "two decimals are a kilometre"
    edit.clear()
    desk.type(edit, "52SCK735197")
    assert accuracy.value() >= 50, "three digits are a hundred metres"
    dialog.discard()


def test_numbers_typed_in_the_cad_dock_are_the_position(desk):
    atlas = _open(desk)
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    dock = iface.cadDockWidget()
    iface.mainWindow().activateWindow()
    dock.enableAction().trigger()
    desk.wait_until(dock.cadEnabled, what="the CAD tools are on")
    desk.move_on_map(_at(10, 10))
    wanted = QgsPointXY(374_000.0, 4_420_000.0)
    assert iface.mapCanvas().mapSettings().destinationCrs().authid() == "EPSG:32652"
    for name, value in (("mXLineEdit", wanted.x()), ("mYLineEdit", wanted.y())):
        edit = dock.findChild(QLineEdit, name)
        edit.setFocus()
        edit.selectAll()
        desk.type(edit, f"{value:.3f}")
        desk.press(edit, Qt.Key.Key_Return)
    desk.screenshot("cad-typed")
    desk.move_on_map(_at(30, 30))
    desk.click_map(_at(30, 30))
    place = desk.wait_until(dialog.position.position, what="the point of the CAD dock")
    at = _wgs84(wanted)
    assert abs(place[0] - at.x()) < 1e-7
    assert abs(place[1] - at.y()) < 1e-7
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "By numbers")
    box = dialog.findChild(QComboBox, "sourceBox")
    box.setCurrentIndex(0)
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: _rows(atlas, "sites", name="By numbers"), what="the site")
    dock.enableAction().trigger()


def test_a_line_is_drawn_with_lengths_and_angles_of_the_cad_dock(desk):
    atlas = _open(desk)
    dock = iface.cadDockWidget()
    desk.find("actionAddTrace").trigger()
    iface.mainWindow().activateWindow()
    dock.enableAction().trigger()
    desk.wait_until(dock.cadEnabled, what="the CAD tools are on")
    desk.move_on_map(_at(0, 0))
    desk.click_map(_at(0, 0))
    desk.move_on_map(_at(40, 3))
    edit = dock.findChild(QLineEdit, "mDistanceLineEdit")
    edit.setFocus()
    edit.selectAll()
    desk.type(edit, "1000")
    desk.press(edit, Qt.Key.Key_Return)
    desk.move_on_map(_at(60, 0))
    desk.click_map(_at(60, 0))

    def fill(form):
        desk.type(form.findChild(QLineEdit, "shapeName"), "A kilometre")
        form.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
        desk.click(form.buttons.button(form.buttons.StandardButton.Save))

    desk.on_dialog(fill)
    desk.move_on_map(_at(60, 30))
    desk.click_map(_at(60, 30), button=Qt.MouseButton.RightButton)
    (trace,) = desk.wait_until(lambda: _rows(atlas, "traces", name="A kilometre"), what="the line")
    ends = [tuple(map(float, pair.split())) for pair in trace.geom.partition("(")[2].rstrip(")").split(",")]
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        iface.mapCanvas().mapSettings().destinationCrs(),
        QgsProject.instance(),
    )
    first, second = (to_map.transform(QgsPointXY(*end)) for end in ends)
    assert abs(first.distance(second) - 1000) < 0.01
    dock.enableAction().trigger()


def test_lists_are_controlled_and_likelihood_stands_apart_from_confidence(desk):
    atlas = _open(desk)
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    save = dialog.findChild(QPushButton, "saveSite")
    desk.type(dialog.findChild(QLineEdit, "positionEdit"), "39.95, 127.6")
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "A battery")
    source = dialog.findChild(QComboBox, "sourceBox")
    problem = dialog.findChild(QLabel, "siteProblem")
    assert "source" in problem.text()
    desk.type(source.lineEdit(), "no such source")
    assert not save.isEnabled()
    source.lineEdit().clear()
    source.setCurrentIndex(0)
    category = dialog.findChild(QComboBox, "categoryBox")
    category.lineEdit().selectAll()
    desk.type(category.lineEdit(), "no such category")
    desk.wait_until(lambda: not save.isEnabled(), what="a category of no list is refused")
    assert "category" in problem.text()
    category.lineEdit().selectAll()
    desk.type(category.lineEdit(), "coastal")
    popup = category.completer().popup()
    desk.wait_until(popup.isVisible, what="the list of categories with this word")
    desk.press(popup, Qt.Key.Key_Down)
    desk.press(popup, Qt.Key.Key_Return)
    desk.wait_until(save.isEnabled, what="the form is complete")
    for name, word in (("likelihoodBox", "doubtful"), ("confidenceBox", "high"), ("statusBox", "closed")):
        box = dialog.findChild(QComboBox, name)
        index = box.findData(word)
        box.setCurrentIndex(index if index >= 0 else box.count() - 1)
    said = {n: dialog.findChild(QComboBox, n).currentData() for n in ("likelihoodBox", "confidenceBox")}
    desk.type(dialog.findChild(QLineEdit, "beginEdit"), "c. 1930s")
    desk.click(save)
    (site,) = desk.wait_until(lambda: _rows(atlas, "sites", name="A battery"), what="the site")
    (assertion,) = _rows(atlas, "assertions", site_uuid=site.uuid)
    assert "coastal" in site.category
    assert (site.likelihood, site.confidence) == (said["likelihoodBox"], said["confidenceBox"])
    assert (assertion.likelihood, assertion.confidence) == (site.likelihood, site.confidence)
    assert assertion.as_printed == "39.95, 127.6"
    assert (site.begin_text, site.begin_earliest[:4]) == ("c. 1930s", "1930")


def test_an_unlocated_site_is_found_by_typing_in_the_form_and_placed(desk):
    atlas = _open(desk)
    site = next(row for row in _rows(atlas, "sites") if not row.geom and row.clue)
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    queue = dialog.findChild(QComboBox, "queueBox")
    queue.lineEdit().selectAll()
    desk.type(queue.lineEdit(), site.name)
    popup = queue.completer().popup()
    desk.wait_until(popup.isVisible, what="the unlocated of that name")
    desk.press(popup, Qt.Key.Key_Down)
    desk.press(popup, Qt.Key.Key_Return)
    desk.wait_until(lambda: site.name in dialog.windowTitle(), what="the site is attached")
    assert site.clue in dialog.findChild(QLabel, "clueLabel").text()
    desk.screenshot("form-queue", dialog)
    desk.move_on_map(_at(20, 20))
    desk.click_map(_at(20, 20))
    desk.wait_until(dialog.position.position, what="the click")
    dialog.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: _rows(atlas, "sites", uuid=site.uuid)[0].geom, what="the site has a place")
    desk.wait_until(lambda: sip.isdeleted(dialog) or not dialog.isVisible(), what="the form is put away")
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    queue = dialog.findChild(QComboBox, "queueBox")
    assert not any(site.name == queue.itemText(n).split(" (")[0] for n in range(queue.count()))
    dialog.discard()


def test_a_site_of_the_same_kind_nearby_is_told_without_any_name(desk):
    atlas = _open(desk)
    known = next(row for row in _rows(atlas, "sites") if row.geom and row.category == "market")
    lon, lat = (float(number) for number in known.geom[7:-1].split())
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    category = dialog.findChild(QComboBox, "categoryBox")
    category.setCurrentIndex(category.findData("market"))
    desk.type(dialog.findChild(QLineEdit, "positionEdit"), f"{lat + 0.0003:.6f}, {lon:.6f}")
    near = dialog.findChild(QListWidget, "neighbourList")
    desk.wait_until(
        lambda: any(known.name in near.item(n).text() for n in range(near.count())), what="the warning"
    )
    desk.screenshot("form-same-kind", dialog)
    assert "33 m" in "".join(near.item(n).text() for n in range(near.count()))
    dialog.discard()
