# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The brief dock: what goes into a brief, where it goes, and the making of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.gui import QgsDockWidget, QgsFileWidget
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.settings import Settings
from ....core.atlas.store.store import Atlas
from ....core.errors import AtlasError, Cancelled
from ....core.i18n import tr
from ...background import Work
from ...context import Context
from ...messages import reported
from ...part import disconnect, icon_of
from ...widgets.labels import plain_label

GATHERED = 25
"""Percent of the work that the numbers are; the rest are the pages."""
MOST_SHEETS = 10
"""Sheets that the list shows without scrolling."""


class BriefDock(QgsDockWidget):
    """Makes the brief of the open atlas: the numbers in the background, the sheets one by one."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("BriefDock", "Brief"), context.iface.mainWindow())
        self.setObjectName("CityAtlasBriefDock")
        self.context = context
        self._brief: Any = None
        self._pages: Any = None
        self._written: Optional[Path] = None
        self.work = Work(self)
        self.work.done.connect(self._gathered)
        self.work.failed.connect(self._stopped)
        self.work.progress.connect(self._show_gathering)
        # One page per turn of the event loop: the window lives between them.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._paint_next)
        self._build()
        session = context.open_atlas
        self._connections: list[tuple[Any, Any]] = [
            (session.opened, self._atlas_came),
            (session.closed, self._atlas_went),
            (session.changed, self._fill),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)
        self._atlas_came()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget(area)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        self.intro = self._label("briefIntro")
        layout.addWidget(self.intro)
        layout.addWidget(plain_label(tr("BriefDock", "Map sheets in it"), bold=True))
        self.maps = QListWidget(body)
        self.maps.setObjectName("briefMaps")
        layout.addWidget(self.maps)
        layout.addWidget(plain_label(tr("BriefDock", "Results kept"), bold=True))
        self.kept = QListWidget(body)
        self.kept.setObjectName("briefKept")
        self.kept.setMinimumHeight(4 * self.fontMetrics().height())
        self.kept.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.kept.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.kept.currentRowChanged.connect(self._kept_chosen)
        layout.addWidget(self.kept, 1)
        row = QHBoxLayout()
        self.kept_note = self._label("briefKeptNote")
        self.drop_button = self._button(
            "briefDrop", "mActionDeleteSelected.svg", tr("BriefDock", "Remove"), self.drop
        )
        row.addWidget(self.kept_note, 1)
        row.addWidget(self.drop_button)
        layout.addLayout(row)
        self._build_making(layout, body)
        area.setWidget(body)
        self.setWidget(area)

    def _build_making(self, layout: QVBoxLayout, body: QWidget) -> None:
        form = QFormLayout()
        self.folder = QgsFileWidget(body)
        self.folder.setObjectName("briefFolder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        form.addRow(tr("BriefDock", "Folder"), self.folder)
        layout.addLayout(form)
        row = QHBoxLayout()
        self.progress = QProgressBar(body)
        self.progress.setObjectName("briefProgress")
        self.progress.hide()
        self.make_button = self._button(
            "briefMake", "mActionStart.svg", tr("BriefDock", "Make the brief"), self.make
        )
        row.addWidget(self.progress, 1)
        row.addWidget(self.make_button)
        layout.addLayout(row)
        self.status = self._label("briefStatus")
        layout.addWidget(self.status)
        row = QHBoxLayout()
        self.open_pdf = self._button(
            "briefOpenPdf", "mActionSaveAsPDF.svg", tr("BriefDock", "Open PDF"), self.show_pdf
        )
        self.open_folder = self._button(
            "briefOpenFolder", "mActionFileOpen.svg", tr("BriefDock", "Open folder"), self.show_folder
        )
        for button in (self.open_pdf, self.open_folder):
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)

    def _label(self, name: str) -> QLabel:
        made = plain_label()
        made.setObjectName(name)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _button(self, name: str, icon: str, text: str, slot: Any) -> QPushButton:
        made = QPushButton(icon_of(icon), text, self)
        made.setObjectName(name)
        made.clicked.connect(slot)
        return made

    # -- what is in it -------------------------------------------------------------------------------

    def _atlas_came(self) -> None:
        atlas = self.context.open_atlas.atlas
        self._fill_maps(atlas)
        self._fill()
        if atlas is not None:
            self.folder.setFilePath(str(atlas.path.with_name(f"{atlas.path.stem} brief")))

    def _atlas_went(self) -> None:
        self._abandon()
        self._fill()

    def _fill_maps(self, atlas: Optional[Atlas]) -> None:
        """List the sheets of an atlas; without one those of the shipped one."""
        from ....core.printing.city_sheets import sheets_of
        from ....core.printing.sheet_specs import SHEETS

        self.maps.clear()
        for number, sheet in enumerate(SHEETS if atlas is None else sheets_of(atlas)):
            item = QListWidgetItem(sheet.name, self.maps)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        shown = min(self.maps.count(), MOST_SHEETS)
        self.maps.setFixedHeight(self.maps.sizeHintForRow(0) * shown + 2 * self.maps.frameWidth())

    @reported
    def _fill(self) -> None:
        """Show the kept results and what can be done now."""
        from ....core.atlas import kept_results

        atlas = self.context.open_atlas.atlas
        self.widget().setEnabled(atlas is not None)
        self.kept.clear()
        if atlas is None:
            self.intro.setText(tr("BriefDock", "Open an atlas to make a brief of it."))
            self.kept_note.clear()
            return
        self.intro.setText(
            tr(
                "BriefDock",
                "A folder to hand on: a PDF with key figures, map sheets, the cities compared, claims, "
                "contradictions and the gazetteer, the tables, a KMZ, and a manifest that gives every number "
                "with its inputs. Positions are exact; to round or withhold them use Export.",
            )
        )
        for result in kept_results.kept(atlas):
            item = QListWidgetItem(result.title, self.kept)
            item.setData(Qt.ItemDataRole.UserRole, result.uuid)
            item.setToolTip(" ".join(filter(None, (result.title, result.made_at[:16], result.made_by))))
        self._kept_chosen(-1)

    def _kept_chosen(self, row: int) -> None:
        self.drop_button.setEnabled(row >= 0)
        empty = tr("BriefDock", "“Keep for the brief” in the Measure and Historic docks puts results here.")
        self.kept_note.setText("" if self.kept.count() else empty)

    @reported
    def drop(self, _checked: bool = False) -> None:
        """Take the chosen result out of the atlas (the history keeps it)."""
        from ....core.atlas import kept_results

        item, atlas = self.kept.currentItem(), self.context.open_atlas.atlas
        if item is None or atlas is None:
            return
        batch = kept_results.drop(atlas, item.data(Qt.ItemDataRole.UserRole))
        self.context.steps.saved(batch, tr("BriefDock", "remove a kept result"))

    # -- making it -----------------------------------------------------------------------------------

    @reported
    def make(self, _checked: bool = False) -> None:
        """Make the brief; a second press cancels."""
        from ....core.printing.brief import Brief

        if self._brief is not None:
            self._cancel()
            return
        atlas, folder = self.context.open_atlas.atlas, self.folder.filePath().strip()
        if atlas is None:
            return
        if not folder:
            raise AtlasError(
                tr("BriefDock", "No folder is named."), hint=tr("BriefDock", "Choose where the brief goes.")
            )
        chosen = [
            self.maps.item(row).data(Qt.ItemDataRole.UserRole)
            for row in range(self.maps.count())
            if self.maps.item(row).checkState() == Qt.CheckState.Checked
        ]
        self._brief = brief = Brief(atlas, Path(folder), maps=chosen, language=Settings.read().language)
        self._show(0, tr("BriefDock", "Computing the numbers…"))
        self.work.start(tr("BriefDock", "City brief"), lambda progress: brief.gather(progress=progress))

    def _show(self, percent: float, text: str) -> None:
        making = self._brief is not None
        self.progress.setVisible(making)
        self.progress.setValue(round(percent))
        self.status.setText(text)
        self.make_button.setText(tr("BriefDock", "Cancel") if making else tr("BriefDock", "Make the brief"))
        for button in (self.open_pdf, self.open_folder):
            button.setVisible(not making and self._written is not None)

    def _show_gathering(self, percent: float) -> None:
        self.progress.setValue(round(percent * GATHERED / 100))

    @reported
    def _gathered(self, _material: object) -> None:
        if self._brief is None:
            return
        self._pages = enumerate(self._brief.paint())
        self._turn.start()

    @reported
    def _paint_next(self) -> None:
        brief, pages = self._brief, self._pages
        if brief is None or pages is None:
            return
        try:
            done, what = next(pages)
        except StopIteration:
            self._finish()
            return
        except Exception as error:  # the one place where a page that fails ends the brief
            self._stopped(error)
            return
        share = done / (len(brief.maps) + 2)
        self._show(GATHERED + (100 - GATHERED) * share, tr("BriefDock", "Drawing: {page}…").format(page=what))
        self._turn.start()

    def _finish(self) -> None:
        brief = self._brief
        try:
            self._written = brief.finish()
        except Exception as error:  # as for a page
            self._stopped(error)
            return
        self._forget()
        self._show(100, tr("BriefDock", "Written: {path}").format(path=self._written))
        self.context.messages.info(tr("BriefDock", "The brief is in {path}.").format(path=self._written))

    def _cancel(self) -> None:
        if self.work.busy:
            self.work.cancel()
            return
        self._stopped(Cancelled(tr("BriefDock", "The brief")))

    def _stopped(self, error: object) -> None:
        self._abandon()
        self._show(0, tr("BriefDock", "No brief was made."))
        if isinstance(error, BaseException):
            self.context.messages.error(error)

    def _abandon(self) -> None:
        """Let go of a brief that is being made; the folder is as it was."""
        self.work.drop()
        if self._pages is not None:
            # Closes the PDF before its folder goes.
            del self._pages
            self._pages = None
        if self._brief is not None:
            self._brief.discard()
        self._forget()

    def _forget(self) -> None:
        self._turn.stop()
        self._brief = self._pages = None

    # -- looking at it -------------------------------------------------------------------------------

    def show_pdf(self, _checked: bool = False) -> None:
        """Open the PDF with the program that the system has for it."""
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written / "brief.pdf")))

    def show_folder(self, _checked: bool = False) -> None:
        """Open the folder of the brief."""
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def release(self) -> None:
        """Let go of tasks and connections."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self._abandon()
