# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The atlas in the window: opened by its action, saved, found again in a project, printed, left alone."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

import qgis.utils
from qgis.core import QgsExpressionContextUtils, QgsPointXY, QgsProject, QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMenu,
    QSpinBox,
    QToolBar,
    QWidgetAction,
)
from qgis.utils import iface

PLUGIN = "dprk_city_atlas"
ROLES = ("sites", "unlocated", "assertions", "traces", "sheets", "control_points", "cities")


def _ours():
    layers = QgsProject.instance().mapLayers().values()
    return {layer.customProperty(f"{PLUGIN}/role"): layer for layer in layers
            if layer.customProperty(f"{PLUGIN}/role")}  # fmt: skip


def _model():
    from dprk_city_atlas.plugin.core.atlas import model

    return model


def _open(desk):
    desk.find("actionOpenAtlas", QAction).trigger()
    return desk.wait_until(lambda: desk.plugin().atlas, 30, "the atlas is open")


def test_the_action_makes_and_opens_the_atlas_of_the_profile(desk):
    atlas = _open(desk)
    assert atlas.path.parent.name == PLUGIN
    assert "plugins" not in atlas.path.parts[-3:]
    assert set(ROLES) <= set(_ours())
    assert all(layer.isValid() for layer in _ours().values())
    assert QgsProject.instance().crs().authid() == "EPSG:32652"
    (group,) = [
        g for g in QgsProject.instance().layerTreeRoot().findGroups() if g.name() == "DPRK City Atlas"
    ]
    assert group.findLayers()
    assert desk.messages() == []


def test_the_map_shows_the_city_with_its_sites(desk):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    _open(desk)
    desk.wait_for_map()
    canvas = iface.mapCanvas()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    to_map = QgsCoordinateTransform(wgs84, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    assert canvas.extent().contains(to_map.transform(QgsPointXY(127.621851, 39.838676)))
    assert canvas.scale() < 400_000
    image = desk.screenshot("atlas")
    assert image.stat().st_size > 30_000
    drawn = canvas.grab().toImage()
    colours = {drawn.pixel(x, y) for x in range(0, drawn.width(), 5) for y in range(0, drawn.height(), 5)}
    assert len(colours) > 20


def test_menu_and_toolbar_have_the_actions_of_the_contract(desk):
    menu, toolbar = desk.find("CityAtlasMenu", QMenu), desk.find("CityAtlasToolBar", QToolBar)
    names = {action.objectName() for action in menu.actions()}
    assert {"actionOpenAtlas", "actionPrint", "actionHelp"} <= names
    assert {"actionOpenAtlas", "actionPrint"} <= {action.objectName() for action in toolbar.actions()}
    buttons = [action for action in toolbar.actions() if not isinstance(action, QWidgetAction)]
    assert all(not action.icon().isNull() for action in buttons if not action.isSeparator())
    assert all(action.toolTip() for action in buttons)
    help_entries = {action.objectName() for action in iface.pluginHelpMenu().actions()}
    assert "actionPluginHelp" in help_entries


def test_every_dock_opens_and_closes_by_its_action(desk):
    _open(desk)
    actions = ("actionSites", "actionMeasure", "actionHistoric", "actionBrief")
    before = set(iface.mainWindow().findChildren(QDockWidget))
    for action in actions:
        button = desk.find(action, QAction)
        button.setChecked(True)
        desk.wait_until(
            lambda: [d for d in set(iface.mainWindow().findChildren(QDockWidget)) if d.isVisible() and
                     d.objectName().startswith("CityAtlas")], what=f"the dock of {action} is shown",
        )  # fmt: skip
    shown = [dock for dock in iface.mainWindow().findChildren(QDockWidget)
             if dock.objectName().startswith("CityAtlas")]  # fmt: skip
    assert len(shown) == len(actions)
    for action in actions:
        desk.find(action, QAction).setChecked(False)
    desk.wait_until(lambda: not any(dock.isVisible() for dock in shown), what="the docks are hidden")
    assert before <= set(iface.mainWindow().findChildren(QDockWidget))


def test_print_opens_the_layout_designer_ready_to_edit(desk):
    from qgis.core import QgsLayoutItemMap

    _open(desk)
    menu = desk.find("CityAtlasPrintMenu", QMenu)
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert len(entries) == 7
    entries[0].trigger()
    designer = desk.wait_until(lambda: iface.openLayoutDesigners(), 30, "the designer is open")[0]
    layout = designer.masterLayout()
    assert layout.name() == "Hamhung: 1944 and today"
    assert [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    entries[0].trigger()
    desk.wait_until(lambda: len(iface.openLayoutDesigners()) == 2, 30, "a second sheet")
    names = {one.name() for one in QgsProject.instance().layoutManager().layouts()}
    assert names == {"Hamhung: 1944 and today", "Hamhung: 1944 and today (2)"}


def test_print_without_an_atlas_says_what_to_do(desk):
    desk.find("CityAtlasPrintMenu", QMenu).aboutToShow.emit()
    desk.find("actionPrint_0", QAction).trigger()
    desk.wait_until(lambda: desk.messages(), what="a message")
    assert "Open the atlas first" in desk.messages()[0]
    assert all("No atlas is open" in error for error in desk.take_errors())


def test_labels_switch_to_korean_and_back(desk):
    _open(desk)
    project = QgsProject.instance()

    def language():
        return QgsExpressionContextUtils.projectScope(project).variable("atlas_language")

    assert language() == "en"
    desk.find("actionLabels_ko", QAction).trigger()
    assert language() == "ko"
    assert QgsSettings().value(f"plugins/{PLUGIN}/language") == "ko"
    desk.find("actionLabels_en", QAction).trigger()
    assert language() == "en"


def test_the_map_turns_dark_and_back(desk):
    _open(desk)
    canvas = iface.mapCanvas()

    def lightness():
        desk.wait_for_map()
        drawn = canvas.grab().toImage()
        return drawn.pixelColor(drawn.width() - 40, 40).lightness()

    assert lightness() > 200
    desk.find("actionDarkMap", QAction).trigger()
    assert lightness() < 60
    desk.screenshot("dark")
    desk.find("actionDarkMap", QAction).trigger()
    assert lightness() > 200


def test_save_as_goes_on_in_the_copy_and_leaves_the_first(desk):
    first = _open(desk).path
    before = hashlib.sha256(first.read_bytes()).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        kept = QFileDialog.getSaveFileName
        QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(Path(folder) / "mine"), ""))
        try:
            desk.find("actionSaveAtlasAs", QAction).trigger()
        finally:
            QFileDialog.getSaveFileName = kept
        target = Path(folder) / "mine.gpkg"
        assert target.exists()
        assert desk.plugin().atlas.path == target
        assert any("Saved as mine.gpkg" in text for text in desk.messages()), desk.messages()
        uri = _ours()["sites"].dataProvider().dataSourceUri()
        assert str(target) in uri
        menu = desk.find("CityAtlasRecentMenu", QMenu)
        menu.aboutToShow.emit()
        assert [action.data() for action in menu.actions()][:2] == [str(target), str(first)]
        desk.plugin().close_atlas()
    assert hashlib.sha256(first.read_bytes()).hexdigest() == before


def test_save_as_never_replaces_a_file_that_the_dialog_did_not_ask_about(desk):
    first = _open(desk).path
    with tempfile.TemporaryDirectory() as folder:
        taken = Path(folder) / "mine.gpkg"
        taken.write_bytes(b"somebody's atlas")
        kept = QFileDialog.getSaveFileName
        QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(Path(folder) / "mine"), ""))
        try:
            desk.find("actionSaveAtlasAs", QAction).trigger()
        finally:
            QFileDialog.getSaveFileName = kept
        assert taken.read_bytes() == b"somebody's atlas"
    assert desk.plugin().atlas.path == first
    assert "is there already" in desk.take_errors()[0]


def test_a_saved_project_brings_its_atlas_back(desk):
    path = _open(desk).path
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "work.qgz")
        assert QgsProject.instance().write(file)
        QgsProject.instance().clear()
        desk.wait_until(lambda: desk.plugin().atlas is None, what="the atlas went with its project")
        assert QgsProject.instance().read(file)
        desk.wait_until(lambda: desk.plugin().atlas, what="the atlas is adopted")
        assert desk.plugin().atlas.path == path
        count = len(QgsProject.instance().mapLayers())
        desk.plugin().open_atlas()
        assert len(QgsProject.instance().mapLayers()) == count
        desk.plugin().close_atlas()
        assert _ours() == {}


def test_save_as_refuses_the_atlas_itself(desk):
    path = _open(desk).path
    kept = QFileDialog.getSaveFileName
    QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(path), ""))
    try:
        desk.find("actionSaveAtlasAs", QAction).trigger()
    finally:
        QFileDialog.getSaveFileName = kept
    assert "is the atlas that is open" in desk.take_errors()[0]
    desk.plugin().atlas.require_same_file()


def test_a_project_that_moved_with_its_atlas_is_whole(desk):
    first = _open(desk).path
    desk.plugin().close_atlas()
    with tempfile.TemporaryDirectory() as folder:
        home, away = Path(folder) / "home", Path(folder) / "away"
        home.mkdir()
        shutil.copy(first, home / "mine.gpkg")
        desk.plugin().open_atlas(home / "mine.gpkg")
        assert QgsProject.instance().write(str(home / "work.qgz"))
        iface.newProject()
        assert desk.plugin().atlas is None
        home.rename(away)
        iface.addProject(str(away / "work.qgz"))
        assert desk.plugin().atlas.path == away / "mine.gpkg"
        assert all(layer.isValid() for layer in _ours().values())
        iface.newProject()


def test_an_atlas_that_is_not_there_is_told_and_found_again(desk):
    first = _open(desk).path
    desk.plugin().close_atlas()
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before.gpkg", Path(folder) / "after.gpkg"
        shutil.copy(first, before)
        desk.plugin().open_atlas(before)
        assert QgsProject.instance().write(str(Path(folder) / "work.qgz"))
        iface.newProject()
        before.rename(after)
        desk.on_dialog(lambda dialog: dialog.reject())  # QGIS's own, about unavailable layers
        iface.addProject(str(Path(folder) / "work.qgz"))
        assert desk.plugin().atlas is None
        assert "before.gpkg, is not there" in desk.take_errors()[0]
        desk.plugin().open_atlas(after)
        assert all(layer.isValid() for layer in _ours().values())
        desk.plugin().close_atlas()


def test_layers_removed_by_hand_close_the_atlas_and_open_again(desk):
    path = _open(desk).path
    root = QgsProject.instance().layerTreeRoot()
    root.removeChildNode(root.findGroup("DPRK City Atlas"))
    desk.wait_until(lambda: desk.plugin().atlas is None, what="the atlas went with its layers")
    assert not desk.find("actionCloseAtlas", QAction).isEnabled()
    assert _open(desk).path == path
    QgsProject.instance().removeMapLayer(_ours()["sites"].id())
    desk.find("actionOpenAtlas", QAction).trigger()
    assert set(ROLES) <= set(_ours())
    assert desk.plugin().atlas.path == path


def test_the_options_page_sets_what_is_set_once(desk):
    def fill(dialog):
        desk.screenshot("options", dialog)
        box = dialog.findChild(QComboBox, "optionsLanguage")
        box.setCurrentIndex(box.findData("ko"))
        desk.type(dialog.findChild(QLineEdit, "optionsName"), "R. Analyst")
        dialog.findChild(QSpinBox, "optionsBackups").setValue(3)
        dialog.findChild(QgsFileWidget, "optionsAtlas").setFilePath(str(place / "sub" / "mine.gpkg"))
        boxes = [box for box in dialog.findChildren(QDialogButtonBox) if box.isVisible()]
        desk.click(boxes[-1].button(QDialogButtonBox.StandardButton.Ok))

    _open(desk)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        desk.on_dialog(fill)
        desk.find("actionOptions", QAction).trigger()
        try:
            assert desk.find("actionLabels_ko", QAction).isChecked()
            assert (
                QgsExpressionContextUtils.projectScope(QgsProject.instance()).variable("atlas_language")
                == "ko"
            )
            desk.plugin().close_atlas()
            atlas = _open(desk)
            assert atlas.path == place / "sub" / "mine.gpkg"
            made = [atlas.backup("test") for _ in range(5)]
            kept = [made[0], *made[-3:]]  # the first of the month, and as many as were asked for
            assert sorted((place / "sub" / "mine.backups").iterdir()) == sorted(kept)
            with atlas.transaction("test"):
                pass
            assert atlas.rows(_model().History)[-1].who == "R. Analyst"
            desk.plugin().close_atlas()
        finally:
            for name in ("language", "name", "backups", "atlas_path"):
                QgsSettings().remove(f"plugins/{PLUGIN}/{name}")
    # QGIS builds all of its options, and its Processing misses programs that a test machine lacks.
    assert [error for error in desk.take_errors() if not error.startswith("Processing: ")] == []


def test_unsaved_edits_keep_the_atlas_open(desk):
    from dprk_city_atlas.plugin.core.errors import AtlasError

    _open(desk)
    sites = _ours()["sites"]
    sites.startEditing()
    feature = next(sites.getFeatures())
    sites.changeAttributeValue(feature.id(), sites.fields().indexOf("note"), "not saved yet")
    try:
        desk.plugin().close_atlas()
    except AtlasError as error:
        assert "unsaved edits" in str(error)
    else:
        raise AssertionError("the atlas was closed over unsaved edits")
    assert desk.plugin().atlas is not None
    sites.rollBack()


def test_a_file_that_is_no_atlas_is_refused_and_the_open_one_stays(desk):
    from dprk_city_atlas.plugin.core.errors import AtlasError

    atlas = _open(desk)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "other.gpkg"
        path.write_text("<kml/>", encoding="utf-8")
        try:
            desk.plugin().open_atlas(str(path))
        except AtlasError as error:
            assert "other.gpkg is not a GeoPackage" in str(error)
        else:
            raise AssertionError("a file that is no atlas was opened")
    assert desk.plugin().atlas is atlas
    assert set(ROLES) <= set(_ours())


def test_unloading_the_plugin_leaves_the_layers_drawn(desk):
    _open(desk)
    before = {role: (layer.id(), layer.featureCount()) for role, layer in _ours().items()}
    assert qgis.utils.unloadPlugin(PLUGIN)
    assert {role: (layer.id(), layer.featureCount()) for role, layer in _ours().items()} == before
    desk.wait_for_map()
    assert desk.screenshot("atlas-without-plugin").stat().st_size > 30_000
    assert qgis.utils.loadPlugin(PLUGIN)
    assert qgis.utils.startPlugin(PLUGIN)
    desk.wait_until(lambda: desk.plugin().atlas, what="the atlas of the project is adopted")
