# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""One table as a spreadsheet: .xlsx (ECMA-376) or .ods (OpenDocument 1.2).

Texts are written as texts, whatever they look like: no spreadsheet takes them for a formula or a number.
"""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, Sequence

from ...errors import AtlasError
from ...files import replacing
from ...i18n import tr
from ...tables_out import unguarded

MOST_ROWS = 1_048_575
"""Rows below the headings in a sheet of the usual programs."""
MOST_CHARACTERS = 32_767
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("  +")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def write_sheet(path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a spreadsheet by the ending of ``path``, whole or not at all; return the number of rows.

    Raises AtlasError for more rows, or more text in a cell, than spreadsheets hold.
    """
    path = Path(path)
    parts: Dict[str, Callable[..., Iterator[str]]] = {".xlsx": _xlsx, ".ods": _ods}
    counted = _Counted(path, headings, rows)
    with replacing(path) as partial, zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        if path.suffix.lower() == ".ods":  # stands first and uncompressed: it is how the file is known
            archive.writestr(zipfile.ZipInfo("mimetype"), _ODS_TYPE)
        for name, text in _FIXED[path.suffix.lower()].items():
            archive.writestr(name, _HEAD + text.format(title=_quoted(title)))
        name = {".xlsx": "xl/worksheets/sheet1.xml", ".ods": "content.xml"}[path.suffix.lower()]
        with archive.open(name, "w", force_zip64=True) as stream:
            for piece in parts[path.suffix.lower()](title, counted):
                stream.write(piece.encode("utf-8"))
    return counted.number - 1


class _Counted:
    """Headings and rows with every cell checked; ``number`` is the row last given."""

    def __init__(self, path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        self.number = 0
        self._path = path
        self._headings = headings
        self._rows = rows

    def __iter__(self) -> Iterator[Sequence[Any]]:
        self.number = 1
        yield [self._cell(heading) for heading in self._headings]
        for row in self._rows:
            self.number += 1
            if self.number > MOST_ROWS + 1:
                raise AtlasError(
                    tr("ExportTable", "{file}: a sheet holds {most} rows, and there are more.").format(
                        file=self._path.name, most=f"{MOST_ROWS:,}"
                    ),
                    hint=tr("ExportTable", "Take CSV or GeoPackage, or export a part."),
                )
            yield [self._cell(value) for value in row]

    def _cell(self, value: Any) -> Any:
        if value is None or isinstance(value, (int, float)):
            return value
        text = _NO_XML.sub("\ufffd", str(value))
        if unguarded(text) != text:  # our import takes an apostrophe away where a guard could have put it
            text = "'" + text
        if len(text) > MOST_CHARACTERS:
            raise AtlasError(
                tr(
                    "ExportTable",
                    "{file}, row {number}: a text of {text} characters; a cell holds {most}.",
                ).format(
                    file=self._path.name,
                    number=self.number,
                    text=f"{len(text):,}",
                    most=f"{MOST_CHARACTERS:,}",
                ),
                hint=tr("ExportTable", "Take CSV or GeoPackage."),
            )
        return text


def _xlsx(_title: str, rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_OFFICE}/spreadsheetml/2006/main"><sheetViews>'
    yield '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
    yield 'state="frozen"/></sheetView></sheetViews><sheetData>'
    for number, row in enumerate(rows, 1):
        cells = "".join(_xlsx_cell(value, f"{_letters(n)}{number}") for n, value in enumerate(row))
        yield f'<row r="{number}">{cells}</row>'
    yield "</sheetData></worksheet>"


def _xlsx_cell(value: Any, place: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def _text(text: str) -> str:
    """Escape; a carriage return would be read as a line feed if it stood as it is."""
    return html.escape(text).replace("\r", "&#13;")


def _quoted(text: str) -> str:
    return f'"{_text(text)}"'


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _ods(title: str, rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield f'{_HEAD}<office:document-content office:version="1.2" xmlns:office="{_OASIS}:office:1.0" '
    yield f'xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0"><office:body>'
    yield f"<office:spreadsheet><table:table table:name={_quoted(title)}>"
    for row in rows:
        yield f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _ods_cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{_ods_text(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


def _ods_text(line: str) -> str:
    """Escape a line; runs of blanks and tabs have elements of their own."""
    text = _text(line).replace("\t", "<text:tab/>")
    text = _SPACES.sub(lambda run: f'<text:s text:c="{len(run.group())}"/>', text)
    return re.sub("^ | $", "<text:s/>", text)


_FIXED = {
    ".xlsx": {
        "[Content_Types].xml": (
            f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>"
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_OFFICE}/spreadsheetml/2006/main" '
            f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"><sheets>'
            '<sheet name={title} sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>"
        ),
    },
    ".ods": {
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>"
        ),
    },
}
