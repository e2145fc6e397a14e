# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Edit, move and delete sites from the list: in an edit session where there is one, else as saved steps."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ....core.atlas.edits.gestures import delete_sites
from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...saving import open_for_writing

MOST_NAMED = 10
"""So many names a question before deleting lists; the rest is counted."""


class SiteEdits(QObject):
    """What the list can change of its sites."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._window = parent

    def feature(self, fid: int) -> tuple[QgsVectorLayer, QgsFeature]:
        """Return a site and the layer that has it.  Raises AtlasError when it is gone."""
        for layer, feature in self.features([fid]):
            return layer, feature
        raise AtlasError(
            tr("SiteMenu", "This site is no longer in the atlas."), hint=tr("SiteMenu", "Refresh the list.")
        )

    def features(self, fids: Sequence[int]) -> list[tuple[QgsVectorLayer, QgsFeature]]:
        """Return the sites that are still there, and the layers that show them."""
        found = []
        for role in ("sites", "unlocated"):
            layer = self.context.open_atlas.layer(role)
            if layer is not None:
                request = QgsFeatureRequest().setFilterFids(list(fids))
                # Asked by ids, a layer gives what its own filter hides too.
                here = [f for f in layer.getFeatures(request) if f.hasGeometry() == (role == "sites")]
                found += [(layer, feature) for feature in here]
        return found

    @reported
    def open_form(self, fid: int) -> None:
        """Open QGIS's form of a site."""
        self.context.iface.openFeatureForm(*self.feature(fid))

    @reported
    def edit(self, fid: int) -> None:
        """Open the form of a site for editing; its layer's edit session is begun where there is none."""
        layer, feature = self.feature(fid)
        if not layer.isEditable() and not layer.startEditing():
            raise AtlasError(
                tr("SiteMenu", "“{layer}” cannot be edited.").format(layer=layer.name()),
                hint=tr("SiteMenu", "Is the atlas open for reading only?"),
            )
        self.context.iface.openFeatureForm(layer, feature, False, False)

    @reported
    def move(self, fid: int) -> None:
        """Ask for another position of a site, or for the first one of an unlocated one."""
        self.context.site_entry.place(str(self.feature(fid)[1]["uuid"]))

    @reported
    def delete(self, fids: Sequence[int]) -> None:
        """Delete sites after a question that counts and names them."""
        found = self.features(fids)
        if not found or not self._is_meant([str(feature["name"]) for _layer, feature in found]):
            return
        layer = next((layer for layer, _feature in found if layer.isEditable()), None)
        if layer is None:
            self._delete_saved([str(feature["uuid"]) for _layer, feature in found])
        else:
            self._delete_in_session(layer, found)

    def _delete_saved(self, uuids: list[str]) -> None:
        atlas = open_for_writing(self.context)
        if atlas is not None:
            batch = delete_sites(atlas, uuids)
            self.context.steps.saved(batch, tr("SiteMenu", "delete %n sites", len(uuids)))

    def _delete_in_session(
        self, layer: QgsVectorLayer, found: Sequence[tuple[QgsVectorLayer, QgsFeature]]
    ) -> None:
        """Undone by QGIS's own undo, and saved or discarded with the session."""
        others = [feature for where, feature in found if where.id() != layer.id()]
        if others:
            raise AtlasError(
                tr(
                    "SiteMenu", "%n of these sites are not in the edit session of “{layer}”.", len(others)
                ).format(layer=layer.name()),
                hint=tr("SiteMenu", "Save it first, or delete the located and the unlocated ones apart."),
            )
        layer.beginEditCommand(tr("SiteMenu", "delete %n sites", len(found)))
        layer.deleteFeatures([feature.id() for _layer, feature in found])
        layer.endEditCommand()

    def _is_meant(self, names: list[str]) -> bool:
        box = QMessageBox(self._window)
        box.setObjectName("deleteSites")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("SiteMenu", "Delete sites"))
        box.setText(tr("SiteMenu", "Delete %n sites?", len(names)))
        listed = names[:MOST_NAMED]
        if len(names) > MOST_NAMED:
            listed.append(tr("SiteMenu", "and %n more", len(names) - MOST_NAMED))
        # Qt would take a name with tags for markup; the mark in front of each keeps it plain text.
        box.setInformativeText("\n".join("• " + name.replace("<", "‹") for name in listed))
        delete = box.addButton(tr("SiteMenu", "Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        meant = box.clickedButton() is delete
        box.deleteLater()
        return meant
