# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Records to KML and KMZ, streamed: what was read leaves as it came, what is new in schema order."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Iterable, Iterator, List, Tuple, Union
from xml.parsers import expat

from ...files import replacing
from ...i18n import tr
from ..archive import is_unsafe_name
from ..limits import refuse
from .patch import cdata, escaped
from .reader import file_chunks
from .records import Folder, Geometry, Item, Position

Record = Union[Folder, Item]
Documents = Iterable[Tuple[str, Iterable[Record]]]
"""Name in the archive ("doc.kml") and records in file order."""
Resources = Iterable[Tuple[str, bytes]]
"""Name in the archive ("files/gun.png") and content."""

KML = "http://www.opengis.net/kml/2.2"
_NAMESPACES = {
    "xmlns": KML,
    "xmlns:gx": "http://www.google.com/kml/ext/2.2",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
}
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_PIECE = 256 * 1024
LEVEL = 3
"""Compression: a third of the time of the usual level for a tenth more bytes."""


def item_xml(item: Item) -> str:
    """Return the XML of an item: the one it was read from, or one made of its fields."""
    if item.xml:
        return item.xml
    parts = [f"<{item.kind}{_id(item.kml_id)}>", f"<name>{escaped(item.name)}</name>"]
    if item.visibility is not None:
        parts.append(f"<visibility>{int(item.visibility)}</visibility>")
    if item.description:
        parts.append(f"<description>{cdata(item.description)}</description>")
    parts.append(time_xml(item.begin, item.end, item.when))
    if item.style_url:
        parts.append(f"<styleUrl>{escaped(item.style_url)}</styleUrl>")
    parts.append(data_xml(item.data))
    if item.geometry is not None:
        parts.append(geometry_xml(item.geometry))
    parts.append(f"</{item.kind}>")
    return "".join(parts)


def time_xml(begin: str, end: str, when: str = "") -> str:
    """Return a TimeSpan or TimeStamp with the texts as they are, "" where there is none."""
    if when:
        return f"<TimeStamp><when>{escaped(when)}</when></TimeStamp>"
    if not begin and not end:
        return ""
    first = f"<begin>{escaped(begin)}</begin>" if begin else ""
    last = f"<end>{escaped(end)}</end>" if end else ""
    return f"<TimeSpan>{first}{last}</TimeSpan>"


def data_xml(data: Iterable[Tuple[str, str]]) -> str:
    """Return name and value pairs as ExtendedData, "" where there are none."""
    pairs = "".join(
        f'<Data name="{escaped(key)}"><value>{cdata(value)}</value></Data>' for key, value in data
    )
    return f"<ExtendedData>{pairs}</ExtendedData>" if pairs else ""


def geometry_xml(geometry: Geometry) -> str:
    """Return a geometry as KML."""
    kind, content = geometry
    if kind == "MultiGeometry":
        return f"<MultiGeometry>{''.join(map(geometry_xml, content))}</MultiGeometry>"
    if kind == "Point":
        return f"<Point><coordinates>{_position(content)}</coordinates></Point>"
    if kind == "Polygon":
        rings = [
            f"<LinearRing><coordinates>{_positions(ring)}</coordinates></LinearRing>" for ring in content
        ]
        outer = f"<outerBoundaryIs>{rings[0]}</outerBoundaryIs>"
        inner = "".join(f"<innerBoundaryIs>{ring}</innerBoundaryIs>" for ring in rings[1:])
        return f"<Polygon>{outer}{inner}</Polygon>"
    tag = "LinearRing" if kind == "LinearRing" else "LineString"
    return f"<{tag}><tessellate>1</tessellate><coordinates>{_positions(content)}</coordinates></{tag}>"


def _position(position: Position) -> str:
    x, y, z = position
    return f"{x!r},{y!r}" if z is None else f"{x!r},{y!r},{z!r}"


def _positions(positions: Iterable[Position]) -> str:
    return " ".join(map(_position, positions))


def _id(kml_id: str) -> str:
    return f' id="{escaped(kml_id)}"' if kml_id else ""


def _opening(folder: Folder) -> str:
    attributes = dict(folder.attributes)
    if folder.kind == "kml":
        attributes = {**_NAMESPACES, **{k: v for k, v in attributes.items() if k not in _NAMESPACES}}
    text = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    # A folder read from a file has a line, and its own head even where that is empty.
    head = "\n".join(folder.head) if folder.head or folder.line else _head(folder)
    return f"<{folder.kind}{_id(folder.kml_id)}{text}>\n" + (f"{head}\n" if head else "")


def _head(folder: Folder) -> str:
    """Return the head of a folder that was not read from a file."""
    if folder.kind == "kml":
        return ""
    parts = [f"<name>{escaped(folder.name)}</name>"]
    if folder.visibility is not None:
        parts.append(f"<visibility>{int(folder.visibility)}</visibility>")
    if folder.is_open is not None:
        parts.append(f"<open>{int(folder.is_open)}</open>")
    if folder.description:
        parts.append(f"<description>{cdata(folder.description)}</description>")
    return "".join(parts)


def kml_text(records: Iterable[Record]) -> Iterator[str]:
    """Yield a document in pieces; records come as the reader gives them (a folder before its content)."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    stack: List[Folder] = []
    for record in records:
        parent = record.parent if isinstance(record, Folder) else record.folder
        while stack and stack[-1] is not parent:
            yield f"</{stack.pop().kind}>\n"
        if isinstance(record, Folder):
            stack.append(record)
            yield _opening(record)
        else:
            yield item_xml(record) + "\n"
    while stack:
        yield f"</{stack.pop().kind}>\n"


def _pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """Gather small texts into pieces that are worth a call to the compressor."""
    waiting, size = [], 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= _PIECE:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "replace")


def write(
    path: Path,
    documents: Documents,
    resources: Resources = (),
) -> int:
    """Write a .kml (one document) or .kmz (documents and the files they use), whole or not at all.

    The file is read back and compared before it takes the place of an older one.  Returns the
    number of items.  Raises AtlasError when the place cannot be written to or the check fails.
    """
    path = Path(path)
    with replacing(path) as partial:
        through = _Through()
        if path.suffix.lower() == ".kml":
            _write_plain(partial, documents, through)
        else:
            _write_archive(partial, documents, resources, through)
        _verify(partial, path.name, through)
    return through.items


class _Through:
    """Passes records and bytes on; remembers how many items and which bytes they were."""

    def __init__(self) -> None:
        self.items = 0
        self.sums: List[int] = []

    def records(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            self.items += isinstance(record, Item)
            yield record

    def summed(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        self.sums.append(0)
        for piece in pieces:
            self.sums[-1] = zlib.crc32(piece, self.sums[-1])
            yield piece

    def document(self, records: Iterable[Record]) -> Iterator[bytes]:
        return self.summed(_pieces(kml_text(self.records(records))))


def _write_plain(path: Path, documents: Documents, through: _Through) -> None:
    with path.open("wb") as stream:
        for number, (name, records) in enumerate(documents):
            if number:
                raise refuse(
                    path.name,
                    tr("ExportKml", "“{name}” needs a .kmz: a .kml file holds one document.").format(
                        name=name
                    ),
                )
            for piece in through.document(records):
                stream.write(piece)


def _write_archive(path: Path, documents: Documents, resources: Resources, through: _Through) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, records in documents:
            with archive.open(_member(name), "w", force_zip64=True) as stream:
                for piece in through.document(records):
                    stream.write(piece)
        for name, content in resources:
            if not is_unsafe_name(name):
                archive.writestr(_member(name), content)


def _member(name: str) -> zipfile.ZipInfo:
    # A fixed date: the same atlas gives the same file.
    info = zipfile.ZipInfo(name, _FIXED_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info._compresslevel = LEVEL  # type: ignore[attr-defined]  # an open handle takes it from nowhere else
    info.external_attr = 0o644 << 16
    return info


def _verify(path: Path, label: str, through: _Through) -> None:
    """Read a file just written: the bytes that were meant, and XML that any parser takes.

    A slip of ours, or of the disk, ends here with the older file in place.
    """
    for number, chunks in enumerate(_documents_of(path)):
        parser, read_sum = expat.ParserCreate("utf-8"), 0
        try:
            for piece in chunks:
                read_sum = zlib.crc32(piece, read_sum)
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError as err:
            raise refuse(
                label, tr("ExportKml", "what was written is not well-formed ({err}).").format(err=err)
            ) from err
        if read_sum != through.sums[number]:
            raise refuse(
                label,
                tr("ExportKml", "what was written could not be read back."),
                hint=tr("ExportKml", "Try another disk."),
            )


def _documents_of(path: Path) -> Iterator[Iterator[bytes]]:
    if not zipfile.is_zipfile(path):
        yield file_chunks(path)
        return
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            with archive.open(info) as stream:
                pieces = iter(lambda stream=stream: stream.read(_PIECE), b"")  # type: ignore[misc]
                if info.filename.lower().endswith(".kml"):
                    yield pieces
                for _rest in pieces:
                    pass
