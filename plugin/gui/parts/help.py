# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Help and About."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QMessageBox

from ...core.i18n import tr
from ..messages import reported
from ..part import Part, icon_of

ROOT = Path(__file__).resolve().parents[3]
HELP = ROOT / "resources" / "help"


def open_manual(page: str = "index.html") -> None:
    """Open a page of the manual in the browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(HELP / page)))


class HelpPart(Part):
    """Opens the manual that ships with the plugin, offline."""

    def start(self) -> None:
        """Add Help here and in QGIS's plugin help menu, and About."""
        self.context.menu.addSeparator()
        self.action(
            "actionHelp", tr("HelpPart", "Help"), "mActionHelpContents.svg", self.show_help, toolbar=False
        )
        self.action("actionAbout", tr("HelpPart", "About the atlas"), "mActionPropertyItem.svg", self.about,
                    toolbar=False)  # fmt: skip
        self._entry = QAction(icon_of("atlas"), "DPRK City Atlas", self.context.iface.mainWindow())
        self._entry.setObjectName("actionPluginHelp")
        self._entry.triggered.connect(self.show_help)
        self.context.iface.pluginHelpMenu().addAction(self._entry)

    def stop(self) -> None:
        """Take the entries out."""
        self.context.iface.pluginHelpMenu().removeAction(self._entry)
        self._entry.deleteLater()
        super().stop()

    @reported
    def show_help(self, _checked: bool = False) -> None:
        """Open the manual in the browser."""
        open_manual()

    @reported
    def about(self, _checked: bool = False) -> None:
        """Say what this is, which version, and what the data are."""
        metadata = ConfigParser(interpolation=None)
        metadata.read(ROOT / "metadata.txt", encoding="utf-8")
        general = metadata["general"]
        atlas = self.context.open_atlas.atlas
        # QGIS's plugin manager shows the same two lines.
        name = tr("HelpPart", "DPRK City Atlas: Hamhung and Chongjin")
        about = tr(
            "HelpPart",
            "A sourced, measurable atlas of two North Korean cities: sites with their evidence, historic "
            "traces, claims put to the test, printed map sheets.",
        )
        lines = [f"{name} {general['version']}", about]
        if atlas is not None:
            lines.append(tr("HelpPart", "Open: {file}").format(file=atlas.path))
        lines.append(tr("HelpPart", "Historic traces marked “schematic” are reconstructions, not surveys."))
        lines.append(
            tr(
                "HelpPart",
                "Licence: GPL-2.0-or-later. Each fact names its source; see the tables of the atlas.",
            )
        )
        box = QMessageBox(self.context.iface.mainWindow())
        box.setWindowTitle("DPRK City Atlas")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIconPixmap(icon_of("atlas").pixmap(48, 48))
        box.setText("\n\n".join(lines))
        box.exec()
        box.deleteLater()
