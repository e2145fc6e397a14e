# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Import and export in menu and toolbar."""

from __future__ import annotations

from typing import Any, Optional

from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..part import Part, alive
from ..saving import open_for_writing


class ExchangePart(Part):
    """Opens the import and export windows and takes in what they did."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._windows: dict[str, Any] = {}
        self._release: Any = None

    def start(self) -> None:
        """Add the actions."""
        self._import = self.action(
            "actionImport", tr("ExchangePart", "Import…"), "import", self.open_import,
            tip=tr("ExchangePart", "Import KML, KMZ or a table"),
        )  # fmt: skip
        self._export = self.action(
            "actionExport", tr("ExchangePart", "Export…"), "export", self.open_export,
            tip=tr("ExchangePart", "Export KMZ, KML, a table, GeoJSON or GeoPackage"),
        )  # fmt: skip
        session = self.context.open_atlas
        self.connect(session.opened, self._refresh)
        self.connect(session.closed, self._refresh)
        self.connect(session.closing, self._close_windows)
        self._refresh()

    def stop(self) -> None:
        """Close the windows; running work is stopped."""
        self._close_windows()
        super().stop()

    def _refresh(self) -> None:
        is_open = self.context.open_atlas.atlas is not None
        self._import.setEnabled(is_open)
        self._export.setEnabled(is_open)

    def _close_windows(self) -> None:
        for window in self._windows.values():
            if alive(window):
                window.work.drop()
                window.close()
                window.deleteLater()
        self._windows.clear()
        if alive(self._release):
            self._release.close()
        self._release = None

    # -- import --------------------------------------------------------------------------------------

    @reported
    def open_import(self, _checked: bool = False) -> Any:
        """Open the import window."""
        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        from ..dialogs.import_dialog import ImportDialog

        return self._show("import", lambda parent: ImportDialog(atlas, parent), self._imported)

    def _show(self, name: str, make: Any, done: Any) -> Any:
        window: Any = self._windows.get(name)
        if not alive(window) or not window.isVisible():
            if alive(window):
                window.deleteLater()
            window = make(self.context.iface.mainWindow())
            window.finished_well.connect(done)
            window.failed.connect(self.context.messages.error)
            self._windows[name] = window
        window.show()
        window.raise_()
        return window

    @reported
    def _imported(self, report: Any) -> None:
        from ...core.exchange.undo_import import undo_import

        title = tr("ExchangePart", "import “{file}”").format(file=report.file)
        self.context.steps.saved(report.batch, title, undo_import)
        lines = getattr(report, "lines", 0) + getattr(report, "areas", 0)
        text = tr(
            "ExchangePart",
            "Imported {file}: {sites} sites, {lines} lines and areas; {refused} refused. Undo takes it back.",
        )
        refused = getattr(report, "refused_count", len(report.refused))
        self.context.messages.info(
            text.format(
                file=report.file, sites=f"{report.sites:,}", lines=f"{lines:,}", refused=f"{refused:,}"
            )
        )
        if getattr(report, "release_merge", None) is not None:
            self._show_release(report)

    def _show_release(self, report: Any) -> None:
        from ..dialogs.release_dialog import ReleaseDialog

        self._release = ReleaseDialog(report, self.context.iface.mainWindow())
        self._release.take.connect(self._take)
        self._release.finished.connect(self._release.deleteLater)
        self._release.show()

    @reported
    def _take(self, conflicts: list[Any]) -> None:
        from ...core.exchange.kml.take_release import take_release

        atlas = open_for_writing(self.context)
        if atlas is not None:
            self.context.steps.saved(
                take_release(atlas, conflicts), tr("ExchangePart", "take values of the new release")
            )

    # -- export --------------------------------------------------------------------------------------

    @reported
    def open_export(self, _checked: bool = False) -> Any:
        """Open the export window."""
        from ..dialogs.export_dialog import ExportDialog

        session = self.context.open_atlas
        return self._show(
            "export",
            lambda parent: ExportDialog(session.atlas, session.layer("sites"), self._listed(), parent),
            self._exported,
        )

    def _listed(self) -> Optional[list[int]]:
        """The feature ids that the Sites dock lists, None while it filters nothing."""
        dock = self.context.docks.sites.built
        if dock is None or dock.hits is None or not dock.wanted.active():
            return None
        return list(dock.hits.fids.tolist())

    @reported
    def _exported(self, told: Any) -> None:
        if told.path is None:
            text = tr("ExchangePart", "%n sites are on the clipboard.", told.count)
        else:
            text = tr("ExchangePart", "Written and read back: {file} ({count} features).").format(
                file=told.path.name, count=f"{told.count:,}"
            )
        self.context.messages.info(" ".join([text, *told.notes]))
