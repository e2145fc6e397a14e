# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The brief: what an atlas says of its cities, in one folder to hand on.

``brief.pdf``, ``sites.csv``, ``claims.csv``, ``atlas.kmz`` and ``manifest.json``, all complete or none there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsLayoutExporter, QgsProject
from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextTable

from .. import folders
from ..atlas.layers import project as layers
from ..atlas.store.store import Atlas, now
from ..errors import AtlasError
from ..exchange.kml import marker_icons
from ..exchange.kml.export_kml import ExportOptions, export
from ..exchange.table.export_table import write_sites
from ..files import replacing, write_json
from ..i18n import in_language, tr
from ..measure import claims
from ..measure.geodesics import Geodesic
from ..tables_out import write_csv
from . import brief_text, content, manifest, map_sheet, typography as text
from .brief_data import Material, Progress, gather
from .city_sheets import sheets_of

PDF, SITES, CLAIMS, KMZ, MANIFEST = "brief.pdf", "sites.csv", "claims.csv", "atlas.kmz", "manifest.json"
FILES = (PDF, SITES, CLAIMS, KMZ, MANIFEST)
DPI = 300
MARGIN_MM = 15.0
FOOT_MM = 6.0


class Brief:
    """One brief being made: ``gather`` in any thread, ``paint`` in the main one, then ``finish``.

    It is written into a folder of its own beside the wanted one; ``discard`` removes that again.
    """

    def __init__(
        self, atlas: Atlas, folder: Path, *, maps: Optional[Sequence[int]] = None, language: str = "en"
    ) -> None:
        self.folder = Path(folder)
        if self.folder.exists() and not self.folder.is_dir():
            raise AtlasError(
                tr("Brief", "{path} is a file.").format(path=self.folder),
                hint=tr("Brief", "Name a folder for the brief."),
            )
        if not self.folder.parent.is_dir():
            raise AtlasError(
                tr("Brief", "The folder {path} does not exist.").format(path=self.folder.parent),
                hint=tr("Brief", "Make it first."),
            )
        sheets = sheets_of(atlas)
        self.maps = sheets if maps is None else [sheets[number] for number in maps]
        self._atlas = atlas
        self._language = language
        self._made = now()
        self._material: Optional[Material] = None
        self._dropped = False
        self._target = Path(os.path.realpath(self.folder))
        """Where a folder that is a link really lies."""
        self._place = folders.beside(self._target)

    # -- the three steps -----------------------------------------------------------------------------

    def gather(self, geodesic: Optional[Geodesic] = None, progress: Optional[Progress] = None) -> Material:
        """Compute the numbers and write the tables and the KMZ (touches neither layers nor widgets)."""
        try:
            self._material = self._gathered(geodesic, progress)
        finally:
            if self._material is None or self._dropped:
                self.discard()
        return self._material

    def _gathered(self, geodesic: Optional[Geodesic], progress: Optional[Progress]) -> Material:
        with in_language(self._language):
            made = gather(self._atlas, geodesic, _part(progress, 0.0, 0.6))
        folders.remove_remnants(self._target)
        try:
            self._place.mkdir()
        except OSError as error:
            raise AtlasError(
                tr("Brief", "{path} cannot be written to: {reason}.").format(
                    path=self.folder.parent, reason=error.strerror
                ),
                hint=tr("Brief", "Choose another place."),
            ) from error
        write_sites(self._atlas, self._place / SITES)
        write_csv(self._place / CLAIMS, claims.HEADER, claims.table(made.claims, made.dataset))
        drawn = marker_icons.of_categories(self._atlas)
        export(self._atlas, self._place / KMZ, ExportOptions(None, icons=drawn), _part(progress, 0.6, 0.95))
        _part(progress, 0.0, 1.0)(1.0)
        return made

    def paint(self) -> Iterator[str]:
        """Write the PDF; yield before every longer step what comes next (it may take a few seconds)."""
        material = self._require_material()
        with replacing(self._place / PDF) as partial:
            pages = _Pages(partial, self._title(material))
            try:
                yield from self._painted(pages, material)
            finally:
                pages.end()

    def finish(self) -> Path:
        """Put the folder in place in one step, and what else lay in an older one with it; return it."""
        material = self._require_material()
        files = [self._place / name for name in FILES[:-1]]
        write_json(self._place / MANIFEST, manifest.build(material, files, self._made))
        try:
            folders.put_in_place(self._place, self._target, FILES)
        except OSError as error:
            raise AtlasError(
                tr("Brief", "The brief could not be put into {path}: {reason}.").format(
                    path=self.folder, reason=error.strerror
                ),
                hint=tr("Brief", "Choose another folder."),
            ) from error
        self.discard()
        return self.folder

    def discard(self) -> None:
        """Remove what was written so far, and what a thread still writes; the wanted folder is as it was."""
        self._dropped = True
        shutil.rmtree(self._place, ignore_errors=True)

    # -- pages ---------------------------------------------------------------------------------------

    def _title(self, material: Material) -> str:
        with in_language(self._language):
            return tr("Brief", "{atlas}: city brief").format(atlas=material.atlas.title)

    def _painted(self, pages: _Pages, material: Material) -> Iterator[str]:
        yield tr("Brief", "the text pages")
        # The language of the brief holds between two yields only: whoever waits goes on in the window's.
        with in_language(self._language):
            texts = brief_text.sections(material)
            laid = [pages.document(markup) for _key, markup in texts]
            contents, cover = self._contents(pages, material, [key for key, _markup in texts], laid)
        pages.text(cover)
        project = QgsProject()
        if self.maps:
            layers.load(self._atlas, project, language=self._language)
        for sheet in self.maps:
            yield tr("Brief", "map sheet {name}").format(name=sheet.name)
            pages.layout(map_sheet.build(project, self._atlas, sheet, "A4"))
        project.clear()
        yield tr("Brief", "the text pages")
        for document in laid:
            pages.text(document)
        if len(contents) and pages.count < contents[-1][1]:
            raise AtlasError(
                tr("Brief", "The pages of the brief could not all be written."),
                hint=tr("Brief", "Is the disk full?"),
            )

    def _contents(
        self, pages: _Pages, material: Material, keys: list[str], laid: list[QTextDocument]
    ) -> tuple[list[tuple[str, int]], QTextDocument]:
        """Return the contents with page numbers, and the first page that shows them."""
        titles = [sheet.name for sheet in self.maps]
        lengths = [1] * len(self.maps) + [document.pageCount() for document in laid]
        titles += [tr("Brief", brief_text.TITLES[key]) for key in keys]
        first = 1
        while True:
            contents, page = [], first + 1
            for title, length in zip(titles, lengths):
                contents.append((title, page))
                page += length
            cover = pages.document(brief_text.cover(material, contents, self._made[:10]))
            if cover.pageCount() <= first:
                return contents, cover
            first = cover.pageCount()

    def _require_material(self) -> Material:
        if self._material is None:
            raise AtlasError(
                tr("Brief", "The brief has no numbers yet."), hint=tr("Brief", "Gather them first.")
            )
        return self._material


class _Pages:
    """A PDF being written: text pages with a foot line, and map sheets as they are."""

    def __init__(self, path: Path, title: str) -> None:
        self._writer = QPdfWriter(str(path))
        self._writer.setResolution(DPI)
        self._writer.setTitle(title)
        self._writer.setCreator(f"DPRK City Atlas {content.version()}")
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
            )
        )
        self._title = title
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise AtlasError(
                tr("Brief", "{path} cannot be written.").format(path=path),
                hint=tr("Brief", "Choose another place."),
            )
        self.count = 0

    def _mm(self, millimetres: float) -> float:
        return millimetres * DPI / 25.4

    @property
    def _body(self) -> QSizeF:
        margin = self._mm(MARGIN_MM)
        return QSizeF(
            self._writer.width() - 2 * margin, self._writer.height() - 2 * margin - self._mm(FOOT_MM)
        )

    def document(self, markup: str) -> QTextDocument:
        """Return a text laid out for these pages."""
        made = QTextDocument()
        made.documentLayout().setPaintDevice(self._writer)
        made.setDefaultFont(text.font(7.5))
        made.setDefaultStyleSheet(brief_text.STYLE)
        made.setDocumentMargin(0)
        made.setHtml(markup)
        made.setPageSize(self._body)
        _keep_rows_whole(made)
        return made

    def text(self, document: QTextDocument) -> None:
        """Write a text, from a new page on."""
        body, margin = self._body, self._mm(MARGIN_MM)
        for page in range(document.pageCount()):
            self._next()
            self._painter.save()
            self._painter.translate(margin, margin - page * body.height())
            document.drawContents(self._painter, QRectF(0, page * body.height(), body.width(), body.height()))
            self._painter.restore()
            self._foot()

    def layout(self, layout: Any) -> None:
        """Write a map sheet on a page of its own."""
        self._next()
        layout.renderContext().setDpi(DPI)
        layout.renderContext().setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
        QgsLayoutExporter(layout).renderPage(self._painter, 0)

    def end(self) -> None:
        """Close the file."""
        self._painter.end()

    def _next(self) -> None:
        if self.count:
            self._writer.newPage()
        self.count += 1

    def _foot(self) -> None:
        margin = self._mm(MARGIN_MM)
        box = QRectF(margin, self._writer.height() - margin, self._body.width(), self._mm(4))
        self._painter.setFont(text.font(6.5))
        self._painter.setPen(Qt.GlobalColor.darkGray)
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), self._title)
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), str(self.count))


def write(
    atlas: Atlas,
    folder: Path,
    *,
    geodesic: Optional[Geodesic] = None,
    language: str = "en",
    progress: Optional[Progress] = None,
) -> tuple[Path, Material]:
    """Make a whole brief in one go (main thread); return its folder and what it says.

    Raises AtlasError for what cannot be written and Cancelled when ``progress`` does; the folder is then as
    it was before.
    """
    brief = Brief(atlas, folder, language=language)
    step = progress or (lambda _share: None)
    try:
        material = brief.gather(geodesic, _part(step, 0.0, 0.3))
        for done, _what in enumerate(brief.paint()):
            step(0.3 + 0.7 * done / (len(brief.maps) + 2))
        return brief.finish(), material
    finally:
        brief.discard()


def _keep_rows_whole(document: QTextDocument) -> None:
    """Push table rows that a page break would cut to the next page (Qt's layout cuts them)."""
    height = document.pageSize().height()
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    for table in tables:
        for row in range(table.format().toTableFormat().headerRowCount(), table.rows()):
            top, bottom = _row_span(document, table, row)
            page_end = (top // height + 1) * height
            if bottom > page_end + 1 and bottom - top < height / 2:
                for column in range(table.columns()):
                    cell = table.cellAt(row, column)
                    form = cell.format().toTableCellFormat()
                    form.setTopPadding(page_end - top + table.format().toTableFormat().cellPadding())
                    cell.setFormat(form)


def _row_span(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """Return where the text of a row begins and ends, in pixels from the top of the document."""
    layout = document.documentLayout()
    tops, bottoms = [], []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        tops.append(layout.blockBoundingRect(cell.firstCursorPosition().block()).top())
        bottoms.append(layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom())
    return min(tops), max(bottoms)


def _part(progress: Optional[Progress], start: float, end: float) -> Progress:
    def step(share: float) -> None:
        if progress is not None:
            progress(start + (end - start) * share)

    return step
