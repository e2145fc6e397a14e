# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every dialog with letters of 150 % on a screen of 1024 by 768: nothing cut, every button in reach."""

from __future__ import annotations

import importlib
import json
import tempfile
from pathlib import Path
from types import SimpleNamespace

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QPoint, QRect
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabWidget,
)
from qgis.utils import iface

SCREEN = (1024, 768)
FRAME = 40
"""Pixels that a title bar takes."""
LARGE = 1.5


def _module(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.{name}")


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-large-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def _scrolled(widget, dialog):
    while widget is not None and widget is not dialog:
        if isinstance(widget, (QScrollArea, QAbstractItemView, QMenuBar)):
            return True
        widget = widget.parentWidget()
    return False


def _name(widget):
    text = getattr(widget, "text", None) or getattr(widget, "currentText", None)
    return f"{type(widget).__name__} {widget.objectName()} “{text() if text else ''}”"


def _cut(dialog):
    """What cannot be read or reached."""
    found = []
    hint = dialog.minimumSizeHint()
    if hint.width() > SCREEN[0] or hint.height() > SCREEN[1] - FRAME:
        found.append(f"needs {hint.width()} × {hint.height()}")
    if dialog.width() > SCREEN[0] or dialog.height() > SCREEN[1] - FRAME:
        found.append(f"opens as {dialog.width()} × {dialog.height()}")
    inside = QRect(0, 0, dialog.width(), dialog.height())
    kinds = (QAbstractButton, QLabel, QSpinBox)
    for widget in (w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible()):
        if widget.objectName().startswith("qt_") or not getattr(widget, "text", str)():
            continue
        place = QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size())
        if not _scrolled(widget, dialog) and not inside.contains(place):
            found.append(f"{_name(widget)} is outside")
        if place.right() > dialog.width():
            found.append(f"{_name(widget)} is cut at the right")
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 2:
                found.append(f"{_name(widget)} is cut below")
        elif widget.sizeHint().width() > widget.width() + 2:
            found.append(f"{_name(widget)}: {widget.width()} of {widget.sizeHint().width()} px")
    return found


def _look(desk, dialog, name, show=True):
    """Show a dialog large, page by page; return what is wrong with it."""
    if show:
        dialog.show()
    desk.wait_until(dialog.isVisible, what=name)
    size = QApplication.font().pointSizeF()
    # QGIS sets its own font by a style sheet, which a widget's font does not override.
    dialog.setStyleSheet(f"* {{ font-size: {size * LARGE}pt }}")
    QApplication.processEvents()
    found = []
    tabs = [tab for tab in dialog.findChildren(QTabWidget) if tab.isVisible()]
    for number in range(tabs[0].count() if tabs else 1):
        if tabs:
            tabs[0].setCurrentIndex(number)
        QApplication.processEvents()
        desk.screenshot(f"large-{name}-{number}", dialog)
        found += [f"{name} {number}: {text}" for text in _cut(dialog)]
    return found


KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>A map of the east coast</name>
<Folder><name>Anti-aircraft artillery</name>
<Placemark><name>Position</name><Point><coordinates>127.5,39.9</coordinates></Point></Placemark>
<Placemark><name>Broken</name><Point><coordinates>1e400,39</coordinates></Point></Placemark>
</Folder></Document></kml>"""


def test_import_and_export_fit(desk):
    atlas = _open(desk)
    desk.find("actionImport").trigger()
    dialog = desk.window("CityAtlasImportDialog")
    path = atlas.path.with_name("map.kml")
    path.write_text(KML, encoding="utf-8")
    dialog.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    desk.wait_until(lambda: not dialog.work.busy, what="the preview")
    found = _look(desk, dialog, "import", show=False)
    path = atlas.path.with_name("table.csv")
    path.write_text('name,position\nA,"39.9, 127.5"\nB,nowhere\n', encoding="utf-8")
    dialog.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    desk.wait_until(lambda: not dialog.work.busy, what="the preview")
    found += _look(desk, dialog, "import-table", show=False)
    dialog.close()
    desk.find("actionExport").trigger()
    dialog = desk.window("CityAtlasExportDialog")
    found += _look(desk, dialog, "export", show=False)
    box = dialog.findChild(QComboBox, "exportFormat")
    box.setCurrentIndex(box.findData("csv"))
    found += _look(desk, dialog, "export-csv", show=False)
    dialog.close()
    assert found == []


def test_the_forms_of_sites_and_shapes_fit(desk):
    atlas = _open(desk)
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    dialog.position.edit.setText("127.5, 39.9")
    dialog.source.new.setChecked(True)
    found = _look(desk, dialog, "site", show=False)
    dialog.discard()
    shape = _module(desk, "gui.dialogs.shape_dialog").ShapeDialog
    for is_line, wkt in ((True, "LINESTRING (127.5 39.9, 127.6 39.9)"),
                         (False, "POLYGON ((127.5 39.9, 127.6 39.9, 127.6 39.8, 127.5 39.9))")):  # fmt: skip
        dialog = shape(
            atlas, wkt, is_line=is_line, measure="1,234 m", accuracy=20.0, parent=iface.mainWindow()
        )
        found += _look(desk, dialog, f"shape-{is_line}")
        dialog.close()
    dialog = _module(desk, "gui.dialogs.claim_dialog").ClaimDialog(atlas, iface.mainWindow())
    found += _look(desk, dialog, "claim")
    dialog.close()
    assert found == []


def test_history_backups_conflicts_and_releases_fit(desk):
    atlas = _open(desk)
    site_type = _module(desk, "core.atlas.model").Site
    editing, store = _module(desk, "core.atlas.edits.gestures"), _module(desk, "core.atlas.store.store")
    sessions = _module(desk, "core.atlas.edits.edit_session")
    site = next(row for row in atlas.rows(site_type) if row.geom)
    editing.update_record(atlas, store.replace(site, note="A longer remark about the place " * 5))
    atlas.backup("import")
    parent = iface.mainWindow()
    history = _module(desk, "gui.dialogs.history_dialog").HistoryDialog
    theirs = atlas.rows(site_type, uuid=site.uuid)[0]
    conflict = sessions.Conflict("sites", site, theirs)
    merge = {
        "counts": {"moved": 1, "added": 0, "renamed": 1, "gone": 0, "unchanged": 7},
        "moved": [{"name": "A", "folder": "B", "last_name": "A"}],
        "renamed": [{"name": "A", "folder": "B", "last_name": "C"}],
    }
    clash = {"name": "Tongil market", "field": "name", "last_release": "A", "mine": "B", "new_release": "C",
             "site_uuid": site.uuid, "table": "sites", "uuid": site.uuid}  # fmt: skip
    report = SimpleNamespace(conflicts=[clash], source="A public map of the country", release_merge=merge)
    found = []
    for name, dialog in (
        ("history", history(atlas, "", parent)),
        ("history-site", history(atlas, site.uuid, parent)),
        ("backups", _module(desk, "gui.dialogs.backup_dialog").BackupDialog(atlas, parent)),
        ("conflict", _module(desk, "gui.dialogs.conflict_dialog").ConflictDialog([conflict], parent)),
        ("release", _module(desk, "gui.dialogs.release_dialog").ReleaseDialog(report, parent)),
    ):
        found += _look(desk, dialog, name)
        dialog.close()
        dialog.deleteLater()
    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)


def test_recovery_and_options_fit(desk):
    atlas = _open(desk)
    folder = _module(desk, "gui.parts.edit_sessions").journal_folder()
    site = next(row for row in atlas.rows(_module(desk, "core.atlas.model").Site) if row.geom)
    layer = desk.plugin()._context.open_atlas.layer("sites")
    fid = next(feature.id() for feature in layer.getFeatures() if feature["uuid"] == site.uuid)
    book = _module(desk, "core.atlas.edits.journal").Journal(folder, atlas)
    book.attribute("sites", fid, site.uuid, site.row_version, "note", "typed before the crash " * 20)
    book.close()
    path = atlas.path
    desk.plugin().close_atlas()
    desk.plugin().open_atlas(path)
    buttons = iface.messageBar().findChildren
    compare = desk.wait_until(
        lambda: next((b for b in buttons(QPushButton, "compareButton") if b.isVisible()), None),
        what="the offer",
    )
    found = []

    def look(dialog):
        found.extend(_look(desk, dialog, "recovery", show=False))
        dialog.reject()

    desk.on_dialog(look)
    desk.click(compare)
    options = _module(desk, "gui.dialogs.options_page").OptionsPage(desk.plugin()._context, "page")
    options.resize(560, 560)
    found += _look(desk, options, "options")
    options.close()
    assert found == []
