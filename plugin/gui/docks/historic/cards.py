# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""One sheet as a card: what it is, how far it has come, and what to beware of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ....core.i18n import tr
from ...part import icon_of
from ...widgets.buttons import tool_button
from ...widgets.labels import plain_label

if TYPE_CHECKING:
    from ....core.atlas.model import Sheet, Source


def state_text(sheet: Sheet) -> str:
    """How far a sheet has come, with its error where there is one."""
    words = {
        "no scan": tr("SheetCard", "no scan yet"),
        "attached": tr("SheetCard", "scan attached"),
        "georeferenced": tr("SheetCard", "georeferenced"),
        "traced": tr("SheetCard", "traced"),
    }
    text = words.get(sheet.state, sheet.state)
    if sheet.loo_rmse_m is not None and sheet.state in ("georeferenced", "traced"):
        with_error = tr("SheetCard", "{state} · ± {metres} m (leave-one-out)")
        text = with_error.format(state=text, metres=f"{sheet.loo_rmse_m:.0f}")
    return text


def facts(sheet: Sheet) -> str:
    """Year, scale and content in one line."""
    parts = [str(sheet.year) if sheet.year else tr("SheetCard", "year not known")]
    if sheet.scale:
        parts.append(f"1:{sheet.scale:,}".replace(",", "\u202f"))
    if sheet.year_content:
        parts.append(tr("SheetCard", "content {years}").format(years=sheet.year_content))
    return " · ".join(parts)


class SheetCard(QFrame):
    """A card; its signals carry the sheet's uuid: to work on it, or to see where it lies."""

    opened = pyqtSignal(str)
    located = pyqtSignal(str)

    def __init__(self, sheet: Sheet, source: Optional[Source], age: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.uuid = sheet.uuid
        self._url = source.url if source is not None and source.url else ""
        self.setObjectName(f"sheetCard_{sheet.uuid}")
        self.setAccessibleName(sheet.title)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(2)
        layout.addWidget(plain_label(sheet.title, bold=True, narrow=True))
        layout.addWidget(plain_label(facts(sheet), small=True, narrow=True))
        layout.addLayout(self._foot(sheet, source))
        for text in (age, sheet.warning):
            if text:
                layout.addLayout(self._warning(text))

    def _foot(self, sheet: Sheet, source: Optional[Source]) -> QHBoxLayout:
        row = QHBoxLayout()
        state = plain_label(state_text(sheet), small=True, narrow=True)
        state.setObjectName("sheetState")
        row.addWidget(state, 1)
        for name, icon, tip, slot, usable in (
            (
                "sheetWork",
                "mActionToggleEditing.svg",
                tr("SheetCard", "Work on this sheet"),
                self._open,
                True,
            ),
            (
                "sheetZoom",
                "mActionZoomToLayer.svg",
                tr("SheetCard", "Show on the map"),
                self._locate,
                bool(sheet.geom),
            ),
            ("sheetSource", "mIconWms.svg", self._source_tip(source), self._browse, self._browsable()),
        ):
            button = tool_button(name, tip, slot, icon=icon, parent=self)
            button.setEnabled(usable)
            row.addWidget(button)
        return row

    def _warning(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        sign = QLabel(self)
        sign.setPixmap(icon_of("mIconWarning.svg").pixmap(16, 16))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = plain_label(text, small=True, narrow=True)
        label.setObjectName("sheetWarning")
        row.addWidget(label, 1)
        return row

    def _browsable(self) -> bool:
        return self._url.startswith(("https://", "http://"))

    def _source_tip(self, source: Optional[Source]) -> str:
        if source is None:
            return tr("SheetCard", "No source is named")
        told = tr("SheetCard", "Source: {title}").format(title=source.title)
        return f"{told}\n{self._url}" if self._url else told

    def _open(self, _checked: bool = False) -> None:
        self.opened.emit(self.uuid)

    def _locate(self, _checked: bool = False) -> None:
        self.located.emit(self.uuid)

    def _browse(self, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
