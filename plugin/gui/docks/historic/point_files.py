# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points from and into ``.points`` files of QGIS's Georeferencer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ....core.errors import AtlasError
from ....core.historic.choices import DATUMS
from ....core.historic.sheet_points import GROUND, SHEET, Pick, check_place
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from .workbench import Workbench

if TYPE_CHECKING:
    from ....core.historic.control_points import GroundControlPoint, PointsFile
    from ....core.historic.datum import Operation
    from ....core.historic.points_datum import PointsAre

_DATUM_OF_SHEET = {"undetermined": "wgs84", "other": "crs"}
"""The sheet's words for a datum where the algorithms have others."""
_CODES = {"tokyo1918": "EPSG:4301", "tokyo1892": "EPSG:5132"}
"""By their codes: QGIS would not take the pipelines' own definitions for geographic ones."""


class PointFiles(QObject):
    """Reads and writes; asks where the coordinates of a file come from, for it does not say so."""

    def __init__(self, context: Context, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self._bench, self._window = context, bench, parent

    @reported
    def read(self, _checked: bool = False) -> None:
        """Let the user choose a file, ask where its coordinates come from, and take its points."""
        title = tr("PointFiles", "Read control points")
        path, _kind = QFileDialog.getOpenFileName(self._window, title, "", "*.points")
        if not path:
            return
        answer = self._ask(path)
        if answer is not None:
            self.read_file(path, answer)

    def _ask(self, path: str) -> Optional[PointsAre]:
        """Ask whether the coordinates are printed or today's, with a guess and what the answer moves."""
        from ....core.historic import control_points, points_datum
        from ....core.historic.points_datum import PointsAre

        file = control_points.read_points(path)
        guess = points_datum.guess(file)
        box = QMessageBox(self._window)
        box.setObjectName("pointsOrigin")
        box.setWindowTitle(tr("PointFiles", "Where do these coordinates come from?"))
        text = tr(
            "PointFiles",
            "Are the map coordinates of “{file}” printed on the sheet (its graticule), or read off today's "
            "map? Printed ones move with the sheet's datum: {moves}.",
        )
        box.setText(text.format(file=path.rpartition("/")[2], moves=self._moves(file)))
        said = tr("PointFiles", "Most likely printed: {why}.")
        if guess.are is PointsAre.GROUND:
            said = tr("PointFiles", "Most likely today's map: {why}.")
        box.setInformativeText(said.format(why=guess.why))
        role = QMessageBox.ButtonRole.AcceptRole
        answers = {
            PointsAre.PRINTED: box.addButton(tr("PointFiles", "Printed on the sheet"), role),
            PointsAre.GROUND: box.addButton(tr("PointFiles", "Today's map"), role),
        }
        for are, button in answers.items():
            button.setObjectName(f"pointsAre_{are.name.lower()}")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(answers[guess.are])
        box.exec()
        chosen = next((are for are, button in answers.items() if box.clickedButton() is button), None)
        box.deleteLater()
        return chosen

    def _moves(self, file: PointsFile) -> str:
        """What each datum that the sheet can be on moves printed points by."""
        from ....core.historic import datum, points_datum

        sheet = self._bench.required()
        keys = [sheet.datum] if sheet.datum in ("tokyo1918", "tokyo1892") else ["tokyo1918", "tokyo1892"]
        text = tr("PointFiles", "{datum} by {metres} m")
        return ", ".join(
            text.format(datum=tr("Datums", op.name), metres=f"{points_datum.moved_m(file, op) or 300:.0f}")
            for op in map(datum.built_in, keys)
        )

    def read_file(self, path: str, are: Optional[PointsAre] = None) -> None:
        """Take the points of a file in place of those that are there; that can be undone.

        Without ``are`` the likelier origin is taken, and said.
        """
        from ....core.historic import control_points, points_datum
        from ....core.historic.points_datum import PointsAre
        from ....core.historic.scan import open_scan, own_geotransform, size_of

        sheet, file = self._bench.required(), control_points.read_points(path)
        choice = DATUMS.index(_DATUM_OF_SHEET.get(sheet.datum, sheet.datum))
        guessed = are is None
        are = points_datum.guess(file).are if are is None else are
        placed = points_datum.place(file, choice, sheet.datum_crs or "", are)
        own, size = None, None
        if sheet.scan_path:
            scan = open_scan(sheet.scan_path, sheet.scan_page or 1)
            own, size = own_geotransform(scan), size_of(scan)
        printed = are is PointsAre.PRINTED and placed.operation.is_geographic
        points = control_points.to_pixels(file, own, size)
        made = tuple(self._pick(p, placed.operation, printed) for p in points)
        self._bench.change(made, tr("PointFiles", "read control points"))
        for note in placed.notes:
            self.context.messages.warning(note)
        if guessed:
            text = tr("PointFiles", "The points were taken as printed on the sheet; column “On” changes it.")
            if not printed:
                text = tr("PointFiles", "The points were taken as today's map; column “On” changes it.")
            self.context.messages.info(text)

    @staticmethod
    def _pick(point: GroundControlPoint, operation: Operation, printed: bool) -> Pick:
        """A point of the file as one of the sheet's.  Raises AtlasError for one outside Korea."""
        from ....core.historic import datum

        lon, lat = datum.to_wgs84(operation, [point.map_x], [point.map_y])
        place = float(lon[0]), float(lat[0])
        what = tr("PointFiles", "Control point {label}").format(label=point.label)
        check_place(*((point.map_x, point.map_y) if printed else place), what)
        x, y = (point.map_x, point.map_y) if printed else place
        frame = SHEET if printed else GROUND
        return Pick(point.source_x, -point.source_y, x, y, frame, point.enabled, point.label)

    @reported
    def write(self, _checked: bool = False) -> None:
        """Write the points for QGIS's Georeferencer."""
        title = tr("PointFiles", "Write control points")
        path, _kind = QFileDialog.getSaveFileName(self._window, title, "", "*.points")
        if path:
            self.write_file(path if path.endswith(".points") else f"{path}.points")

    def write_file(self, path: str) -> None:
        """Write all points, in the sheet's own coordinates where they have any."""
        from ....core.historic.control_points import write_points
        from ....core.historic.operations import crs_from

        if not self._bench.points:
            raise AtlasError(
                tr("PointFiles", "There are no control points to write."),
                hint=tr("PointFiles", "Set or read some first."),
            )
        made, operation = self._bench.for_the_fit()
        write_points(path, made, crs_from(_CODES.get(operation.key, operation.crs)).toWkt())
