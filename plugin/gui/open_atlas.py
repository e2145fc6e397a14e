# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The open atlas and its place in the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.atlas.settings import Settings
from ..core.errors import AtlasError
from ..core.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.gui import QgisInterface

    from ..core.atlas.store.store import Atlas
    from .messages import Messages

RECENT = 8


class OpenAtlas(QObject):
    """Holds the one open atlas; tells when it comes, goes or changes."""

    opened = pyqtSignal()
    closing = pyqtSignal()
    """The atlas is still there: let go of its layers."""
    closed = pyqtSignal()
    read_only = pyqtSignal(str)
    """The atlas that was opened cannot be written, and why."""
    noted = pyqtSignal(str)
    """What of the file was left aside at opening, and why."""
    changed = pyqtSignal()
    """Rows were written by the plugin or by an edit session."""

    def __init__(self, iface: QgisInterface, messages: Messages) -> None:
        super().__init__()
        self.iface = iface
        self.messages = messages
        self.atlas: Optional[Atlas] = None

    def recent(self) -> list[Path]:
        """Return the atlases opened last, newest first, as far as they still exist."""
        return [Path(path) for path in Settings.read().recent if Path(path).is_file()]

    def _remember(self, path: Path) -> None:
        paths = [str(path)] + [str(other) for other in self.recent() if other != path]
        Settings.read().change(recent=tuple(paths[:RECENT]))

    # -- opening and closing -------------------------------------------------------------------------

    @staticmethod
    def default_path() -> Path:
        """Return the atlas that opens when none is named: the user's choice, else the profile's."""
        chosen = Settings.read().atlas_path
        return Path(chosen).expanduser().absolute() if chosen else OpenAtlas.profile_path()

    @staticmethod
    def profile_path() -> Path:
        """Return where the shipped atlas lives: the profile's data folder, never the plugin's."""
        from ..core.atlas.shipped import FILE_NAME

        return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / FILE_NAME

    def open(self, path: Optional[Path] = None) -> Atlas:
        """Open an atlas (the default one, made at first use) and put its layers into the project."""
        from ..core.atlas import shipped
        from ..core.atlas.store import store

        target = Path(path).expanduser().absolute() if path else self.default_path()
        if not path and not target.exists():
            _make_folder(target.parent)
            shipped.make(target)
        atlas = store.open_atlas(target)
        if self.atlas is not None:
            self.close()
        self._load(atlas)
        self._adopt(atlas)
        self._remember(target)
        if atlas.read_only:
            told = tr("OpenAtlas", "{file} is open for reading only: {reason}")
            self.read_only.emit(told.format(file=atlas.path.name, reason=atlas.read_only))
        for note in atlas.notes:
            self.noted.emit(note)
        return atlas

    def _load(self, atlas: Atlas) -> None:
        """Put the layers into the project; in an empty one show the first city, not the whole world."""
        from ..core.atlas.layers import project

        fresh = not QgsProject.instance().mapLayers()
        bridge = self.iface.layerTreeCanvasBridge()
        automatic = bridge.autoSetupOnFirstLayer()
        # Else QGIS would, a moment later, take the first layer's CRS and zoom to everything.
        bridge.setAutoSetupOnFirstLayer(False)
        try:
            project.load(atlas, QgsProject.instance(), language=Settings.read().language)
            bridge.setCanvasLayers()
        finally:
            bridge.setAutoSetupOnFirstLayer(automatic)
        if fresh:
            self.show_city(atlas)

    def show_city(self, atlas: Optional[Atlas], city: str = "") -> None:
        """Zoom the map to a city of an atlas (its first one by default); without an atlas do nothing."""
        from qgis.core import QgsCoordinateReferenceSystem, QgsReferencedRectangle

        from ..core.atlas.layers.project import city_extent
        from ..core.atlas.model import City

        cities = [] if atlas is None else [row.name for row in atlas.rows(City)]
        if atlas is None or not cities:
            return
        extent = city_extent(atlas, city or cities[0])
        canvas = self.iface.mapCanvas()
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        canvas.setReferencedExtent(QgsReferencedRectangle(extent, wgs84))
        canvas.refresh()

    def close(self) -> None:
        """Take the atlas out of the project.  Raises AtlasError while edits are unsaved."""
        from ..core.atlas.layers import project

        if self.atlas is None:
            return
        self._require_saved()
        self.closing.emit()
        atlas, self.atlas = self.atlas, None
        project.unload(atlas, QgsProject.instance())
        self._forget()

    def save_as(self, target: Path) -> None:
        """Write a copy of the open atlas and go on with the copy."""
        if self.atlas is None:
            raise AtlasError(tr("OpenAtlas", "No atlas is open."), hint=tr("OpenAtlas", "Open one first."))
        self._require_saved()
        target = Path(target)
        if target.exists() and target.samefile(self.atlas.path):
            raise AtlasError(
                tr("OpenAtlas", "{file} is the atlas that is open.").format(file=target),
                hint=tr("OpenAtlas", "Give the copy another name."),
            )
        self.atlas.copy_to(target)
        self.open(target)

    def _require_saved(self) -> None:
        for layer in self.layers():
            if layer.isEditable() and layer.isModified():
                raise AtlasError(
                    tr("OpenAtlas", "“{layer}” has unsaved edits.").format(layer=layer.name()),
                    hint=tr("OpenAtlas", "Save or discard them, then close the atlas."),
                )

    def layers(self) -> list[QgsVectorLayer]:
        """Return the open atlas's layers that are in the project."""
        if self.atlas is None:
            return []
        from ..core.atlas.layers.project import layers_of

        return layers_of(QgsProject.instance(), self.atlas.uuid)

    def show_saved(self) -> None:
        """Let layers, docks and canvas show what the plugin has just saved."""
        from ..core.atlas.layers.project import set_extent

        for layer in self.layers():
            if self.atlas is not None and not layer.isEditable():
                layer.dataProvider().reloadData()
                set_extent(layer, self.atlas)
            layer.triggerRepaint()
        self.changed.emit()

    def layer(self, role: str) -> Optional[QgsVectorLayer]:
        """Return the open atlas's layer with a role, or None."""
        if self.atlas is None:
            return None
        from ..core.atlas.layers.layer_roles import find

        return find(QgsProject.instance(), role, self.atlas.uuid)

    def adopt_project(self) -> None:
        """Take over the atlas of a project that was just read; stay quiet when there is none."""
        from ..core.atlas.layers.layer_roles import find

        layer = find(QgsProject.instance(), "sites")
        if self.atlas is not None and not self.layers():
            self._forget()
        if layer is None or self.atlas is not None:
            return
        from ..core.atlas.layers.project import file_of
        from ..core.atlas.store import store  # not before it is needed: half of the start-up time

        path = file_of(layer)
        if not path.exists():
            raise AtlasError(
                tr("OpenAtlas", "The atlas of this project, {file}, is not there.").format(file=path),
                hint=tr(
                    "OpenAtlas",
                    "Open it where it is now (Open another atlas…): the layers of the project follow it.",
                ),
            )
        self._adopt(store.open_atlas(path))

    def layers_gone(self, *_args: Any) -> None:
        """Forget the atlas when its layers went with the project, or were removed by hand."""
        if self.atlas is not None and not self.layers():
            self.closing.emit()
            self._forget()

    def _adopt(self, atlas: Atlas) -> None:
        from ..core.historic.operations import register_in_project

        # Else QGIS and GDAL would disagree by 287 m where a layer is on Tokyo 1892.
        register_in_project(QgsProject.instance())
        self.atlas = atlas
        self.opened.emit()

    def _forget(self) -> None:
        self.atlas = None
        self.closed.emit()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AtlasError(
            tr("OpenAtlas", "The folder for the atlas, {folder}, cannot be made: {reason}.").format(
                folder=folder, reason=error.strerror
            ),
            hint=tr("OpenAtlas", "Choose another place in the options of the atlas."),
        ) from error
