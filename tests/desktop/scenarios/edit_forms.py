# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's own forms of the atlas's layers: what is typed is stored to the letter, lists stay lists."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsEditorWidgetWrapper
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from qgis.utils import iface

TYPED = "A depot 7"


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-forms-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _layers(desk):
    return [layer for layer in desk.plugin()._context.open_atlas.layers() if not layer.readOnly()]


def _form(desk, layer, feature):
    """QGIS's form of a feature, open."""
    layer.startEditing()
    form = iface.getFeatureForm(layer, feature)
    form.show()
    desk.wait_until(form.isVisible, what=f"the form of {layer.name()}")
    form.activateWindow()
    desk.wait_until(lambda: QApplication.activeWindow() is form, what="the form is in front")
    return form


def _own(form, layer):
    """Wrapper and widget of the fields of the form's own feature."""
    for widget in form.attributeForm().findChildren(QWidget):
        wrapper = QgsEditorWidgetWrapper.fromWidget(widget)
        if wrapper is not None and wrapper.layer() is layer:
            yield wrapper, widget


def _bring_up(form, widget):
    for tabs in form.findChildren(QTabWidget):
        for place in range(tabs.count()):
            if tabs.widget(place).isAncestorOf(widget):
                tabs.setCurrentIndex(place)
    QApplication.processEvents()


def _accept(desk, form):
    box = form.findChild(QDialogButtonBox)
    desk.click(box.button(QDialogButtonBox.StandardButton.Ok))
    desk.wait_until(lambda: not form.isVisible(), what="the form is closed")


def _is_typable(wrapper, widget):
    text = isinstance(widget, QPlainTextEdit) or (
        isinstance(widget, QLineEdit) and widget.completer() is None
    )
    return text and not widget.isReadOnly() and wrapper.field().typeName().lower() in ("string", "text")


def test_every_text_typed_into_at_once_is_stored_to_the_letter(desk):
    from dprk_city_atlas.plugin.core.atlas.store.rows import plain

    atlas = _open(desk)
    wrong, typed = [], 0
    for layer in _layers(desk):
        feature = next(layer.getFeatures(), None)
        if feature is None or layer.fields().indexOf("uuid") < 0:
            continue
        form = _form(desk, layer, feature)
        expected = {}
        for wrapper, widget in _own(form, layer):
            name = wrapper.field().name()
            if not _is_typable(wrapper, widget) or plain(feature[name]):
                continue
            _bring_up(form, widget)
            desk.click(widget.viewport() if isinstance(widget, QPlainTextEdit) else widget)
            desk.type(widget, TYPED)
            expected[name] = TYPED
        if expected:
            desk.screenshot(f"form-typed-{layer.customProperty('dprk_city_atlas/role')}", form)
        _accept(desk, form)
        fresh = layer.getFeature(feature.id())
        for name, text in expected.items():
            typed += 1
            if fresh[name] != text:
                wrong.append((layer.name(), name, fresh[name]))
        layer.rollBack()
    desk.note("text fields of forms typed into", str(typed))
    assert wrong == []
    assert typed >= 20
    assert atlas is desk.plugin().atlas


def test_a_field_that_was_only_looked_at_still_holds_nothing(desk):
    _open(desk)
    layer = desk.plugin()._context.open_atlas.layer("sites")
    feature = next(f for f in layer.getFeatures() if str(f["clue"]) == "NULL")
    form = _form(desk, layer, feature)
    widgets = {wrapper.field().name(): widget for wrapper, widget in _own(form, layer)}
    _bring_up(form, widgets["clue"])
    desk.click(widgets["clue"].viewport())
    assert widgets["clue"].toPlainText() == ""
    desk.click(widgets["name"])
    assert widgets["clue"].toPlainText() == QgsApplication.nullRepresentation()
    _accept(desk, form)
    assert not layer.isModified()
    layer.rollBack()


def test_a_category_that_is_none_is_refused_where_it_is_typed(desk):
    _open(desk)
    layer = desk.plugin()._context.open_atlas.layer("sites")
    feature = next(f for f in layer.getFeatures() if f["category"] == "market")
    form = _form(desk, layer, feature)
    widgets = {wrapper.field().name(): widget for wrapper, widget in _own(form, layer)}
    box = widgets["category"]
    assert isinstance(box, QComboBox)
    _bring_up(form, box)
    box.setFocus()
    desk.wait_until(box.isEditable, what="the list is searched by typing")
    before = box.currentText()
    desk.type(box, "Warehouse")
    desk.screenshot("form-category-typed", form)
    desk.press(box.completer().popup() if box.completer().popup().isVisible() else box, Qt.Key.Key_Escape)
    desk.click(widgets["name"])
    desk.wait_until(lambda: any("Warehouse" in text for text in desk.messages()), what="the word about it")
    assert box.currentText() == before
    box.setFocus()
    box.lineEdit().selectAll()
    desk.type(box, "coastal")
    popup = box.completer().popup()
    desk.wait_until(popup.isVisible, what="the categories with this word")
    desk.press(popup, Qt.Key.Key_Down)
    desk.press(popup, Qt.Key.Key_Return)
    desk.click(widgets["name"])
    _accept(desk, form)
    assert "coastal" in layer.getFeature(feature.id())["category"]
    layer.rollBack()
