# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A sheet's scan (never copied or altered): attached, read through once, its margin masked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ....core.errors import Cancelled
from ....core.i18n import tr
from ...background import Work
from ...context import Context
from ...messages import reported
from ...widgets.buttons import push_button, tool_button
from ...widgets.labels import plain_label
from .workbench import Workbench

if TYPE_CHECKING:
    from ....core.historic.scan_damage import Damage

PICTURES = "*.tif *.tiff *.jpg *.jpeg *.png *.jp2 *.pdf"


class ScanPanel(QWidget):
    """Path, size and page of the scan, whether it can be read whole, and its mask."""

    edited = pyqtSignal()

    def __init__(self, context: Context, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self._bench = context, bench
        self._reading = Work(self)
        self._reading.done.connect(self._has_read)
        self._reading.failed.connect(self._not_read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._scan_row())
        self.damage = plain_label(name="scanDamage", small=True, narrow=True, parent=self)
        self.damage.hide()
        layout.addWidget(self.damage)
        layout.addLayout(self._collar_row())

    def _scan_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._scan = plain_label(name="scanPath", small=True, narrow=True, parent=self)
        self.page = QSpinBox(self)
        self.page.setObjectName("scanPage")
        self.page.setRange(1, 9999)
        self.page.setPrefix(tr("ScanPanel", "page "))
        self.page.valueChanged.connect(self._page_changed)
        row.addWidget(self._scan, 1)
        row.addWidget(self.page)
        title = tr("ScanPanel", "Attach scan…")
        row.addWidget(push_button("scanAttach", title, self._attach, icon="mActionFileOpen.svg", parent=self))
        return row

    def _collar_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._collar = plain_label(name="sheetCollar", small=True, narrow=True, parent=self)
        tip = tr("ScanPanel", "Show the margin again")
        self._clear = tool_button(
            "sheetCollarClear", tip, self._clear_collar, icon="mActionRemove.svg", parent=self
        )
        row.addWidget(self._collar, 1)
        row.addWidget(self._clear)
        return row

    def _page_changed(self, _page: int) -> None:
        self.edited.emit()

    def values(self) -> dict[str, Optional[int]]:
        """Return the page, by column; None where there is no scan."""
        sheet = self._bench.sheet
        return {"scan_page": self.page.value() if sheet is not None and sheet.scan_path else None}

    def fill(self, page: Optional[int]) -> None:
        """Show the bench's scan and a page of it; nothing is called edited by that."""
        from ....core.historic.scan import collar_of

        sheet, size = self._bench.required(), self._bench.size
        path = sheet.scan_path or ""
        nothing = tr("ScanPanel", "No scan. TIFF, JPEG, PNG, JPEG 2000 or PDF; it is never altered.")
        self._scan.setText((f"{path} ({size[0]} × {size[1]})" if size else path) or nothing)
        self.blockSignals(True)
        self.page.setValue(page or 1)
        self.blockSignals(False)
        self.page.setVisible(path.lower().endswith(".pdf"))
        corners = collar_of(sheet.collar) or []
        told = tr("ScanPanel", "Margin masked: %n corners.", len(corners))
        self._collar.setText(
            told if corners else tr("ScanPanel", "Margin: set its corners in the scan window.")
        )
        self._clear.setVisible(bool(corners))

    def forget_damage(self) -> None:
        """Say nothing of damage: it was another scan's."""
        self._reading.drop()
        self.damage.hide()

    # -- acting --------------------------------------------------------------------------------------

    @reported
    def _attach(self, _checked: bool = False) -> None:
        """Let the user choose the scan's file."""
        path = self._bench.required().scan_path
        start = str(Path(path).parent) if path else ""
        kinds = tr("ScanPanel", "Pictures ({endings})").format(endings=PICTURES)
        path, _kind = QFileDialog.getOpenFileName(self, tr("ScanPanel", "Attach a scan"), start, kinds)
        if path:
            self.attach_file(path)

    def attach_file(self, path: str) -> None:
        """Attach a scan: it stays where and as it is, and is read through in the background."""
        from ....core.historic.scan import open_scan
        from ....core.historic.scan_damage import read_through

        open_scan(path)
        sheet = self._bench.required()
        state = "attached" if sheet.state == "no scan" else sheet.state
        self._bench.change_sheet(scan_path=path, scan_page=1, state=state)
        title = tr("ScanPanel", "Reading {file} through").format(file=Path(path).name)
        self._reading.start(title, lambda progress: read_through(path, progress=progress.go_on))

    @reported
    def _has_read(self, damage: Damage) -> None:
        text = damage.text()
        self.damage.setText(f"⚠ {text}")
        self.damage.setVisible(bool(text))
        if text:
            self.context.messages.warning(text)

    def _not_read(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.context.messages.error(error)

    @reported
    def _clear_collar(self, _checked: bool = False) -> None:
        """Forget the corners of the map inside its margin."""
        self._bench.change_sheet(collar=None)

    def release(self) -> None:
        """Stop reading."""
        self._reading.drop()
