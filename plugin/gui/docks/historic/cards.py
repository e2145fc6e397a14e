# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""One sheet as a card: what it is, how far it has come, and what to beware of."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ....core.i18n import tr
from ...part import icon_of


def plain(text: str, *, bold: bool = False, small: bool = False) -> QLabel:
    """A wrapping label that shows its text as it is, whatever it holds."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    font = label.font()
    font.setBold(bold)
    if small:
        font.setPointSizeF(font.pointSizeF() * 0.9)
    label.setFont(font)
    return label


def state_text(sheet: Any) -> str:
    """How far a sheet has come, with its error where there is one."""
    words = {
        "no scan": tr("SheetCard", "no scan yet"),
        "attached": tr("SheetCard", "scan attached"),
        "georeferenced": tr("SheetCard", "georeferenced"),
        "traced": tr("SheetCard", "traced"),
    }
    text = words.get(sheet.state, sheet.state)
    if sheet.loo_rmse_m is not None and sheet.state in ("georeferenced", "traced"):
        text += " · ± " + tr("SheetCard", "{:.0f} m (leave-one-out)").format(sheet.loo_rmse_m)
    return text


def facts(sheet: Any) -> str:
    """Year, scale and content in one line."""
    parts = [str(sheet.year) if sheet.year else tr("SheetCard", "year not known")]
    if sheet.scale:
        parts.append(f"1:{sheet.scale:,}".replace(",", "\u202f"))
    if sheet.year_content:
        parts.append(tr("SheetCard", "content {}").format(sheet.year_content))
    return " · ".join(parts)


class SheetCard(QFrame):
    """A card; its signals carry the sheet's uuid: to work on it, or to see where it lies."""

    opened = pyqtSignal(str)
    located = pyqtSignal(str)

    def __init__(self, sheet: Any, source: Optional[Any], age: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.uuid = sheet.uuid
        self._url = source.url if source is not None and source.url else ""
        self.setObjectName(f"sheetCard_{sheet.uuid}")
        self.setAccessibleName(sheet.title)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(2)
        layout.addWidget(plain(sheet.title, bold=True))
        layout.addWidget(plain(facts(sheet), small=True))
        layout.addLayout(self._foot(sheet, source))
        for text in (age, sheet.warning):
            if text:
                layout.addLayout(self._warning(text))

    def _foot(self, sheet: Any, source: Optional[Any]) -> QHBoxLayout:
        row = QHBoxLayout()
        state = plain(state_text(sheet), small=True)
        state.setObjectName("sheetState")
        row.addWidget(state, 1)
        buttons = [
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
        ]
        for name, icon, tip, slot, usable in buttons:
            button = QToolButton(self)
            button.setObjectName(name)
            button.setAutoRaise(True)
            button.setIcon(icon_of(icon))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setEnabled(usable)
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    def _warning(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        sign = QLabel(self)
        sign.setPixmap(icon_of("mIconWarning.svg").pixmap(16, 16))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = plain(text, small=True)
        label.setObjectName("sheetWarning")
        row.addWidget(label, 1)
        return row

    def _browsable(self) -> bool:
        return self._url.startswith(("https://", "http://"))

    def _source_tip(self, source: Optional[Any]) -> str:
        if source is None:
            return tr("SheetCard", "No source is named")
        return tr("SheetCard", "Source: {}").format(source.title) + (f"\n{self._url}" if self._url else "")

    def _open(self, _checked: bool = False) -> None:
        self.opened.emit(self.uuid)

    def _locate(self, _checked: bool = False) -> None:
        self.located.emit(self.uuid)

    def _browse(self, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
