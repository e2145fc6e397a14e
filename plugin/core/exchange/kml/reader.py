# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""KML and KMZ files as a stream of records, losing nothing and trusting nothing.

The file is read once when it is sound.  When the parser stumbles, the encoding is looked into, then the
usual slips are mended, and the reading goes on behind the last record that had been given out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict, Iterable, Iterator, List, Optional, Union

from ...i18n import mark, tr
from .. import encoding as enc
from ..archive import CHUNK, Archive, kind_by_magic
from ..limits import DEFAULT_LIMITS, Limits, refuse
from .parse_errors import NeedsRepair
from .parser import Parser
from .records import Folder, Item, Oddity
from .repair import Mender, TooBroken

Record = Union[Folder, Item]
Progress = Callable[[float], None]
"""Called now and then with the share of the file that is done (0 to 1); may raise to stop."""

_MENDED = {
    "ampersand": mark("Kml", "a bare & was read as &amp;"),
    "entity": mark("Kml", "an HTML entity was read as its character"),
    "less-than": mark("Kml", "a bare < was read as &lt;"),
    "character": mark("Kml", "a character that XML forbids was replaced by �"),
}


class KmlFile:
    """A KML or KMZ file on disk.

    ``records()`` may be called again; ``oddities``, ``encodings`` and ``documents`` are filled meanwhile.
    Raises Refused (an AtlasError) naming file and line for anything that is not read.
    """

    def __init__(self, path: Path, limits: Limits = DEFAULT_LIMITS) -> None:
        self.path = Path(path)
        self.limits = limits
        self.oddities: List[Oddity] = []
        self.oddity_counts: Dict[str, int] = {}
        self.encodings: Dict[str, str] = {}
        self.folders: List[Folder] = []
        self.items = 0
        self.is_archive = False
        """Whether this is a KMZ (whatever its name)."""
        self.resources: List[str] = []
        """Names of the files packed with the documents (icons, images)."""
        self._archive: Optional[Archive] = None
        self._open()

    def __enter__(self) -> KmlFile:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._archive is not None:
            self._archive.__exit__()
            self._archive = None

    def _open(self) -> None:
        try:
            size = self.path.stat().st_size
            with self.path.open("rb") as stream:
                head = stream.read(4096)
        except OSError as err:
            raise refuse(
                self.path.name, tr("Kml", "cannot be opened ({reason}).").format(reason=err.strerror)
            ) from err
        if not head:
            raise refuse(self.path.name, tr("Kml", "the file is empty."))
        if size > self.limits.file_bytes:
            raise refuse(
                self.path.name,
                tr("Kml", "{size} bytes are more than are read.").format(size=f"{size:,}"),
                hint=tr("Kml", "Split the map."),
            )
        kind = kind_by_magic(head)
        if kind == "zip":
            self._open_archive()
            return
        if kind != "text":
            raise refuse(
                self.path.name,
                tr("Kml", "this is {kind}, not KML.").format(kind=kind),
                hint=tr("Kml", "Choose a .kml or .kmz file."),
            )
        self.documents = [self.path.name]
        self.total_bytes = size

    def _open_archive(self) -> None:
        self._archive = Archive(self.path, self.limits)
        names = [name for name in self._archive.names if name.lower().endswith(".kml")]
        if not names:
            why = next((odd.message for odd in self._archive.oddities if ".kml" in odd.message.lower()), "")
            self.close()
            raise refuse(
                self.path.name, tr("Kml", "the archive holds no .kml file that can be read."), hint=why
            )
        # As Google Earth does: doc.kml at the top, else the first one in the archive.
        main = next((name for name in names if name.lower() == "doc.kml"), names[0])
        self.documents = [main] + [name for name in names if name != main]
        self.total_bytes = sum(self._archive.size(name) for name in names)
        self.is_archive = True
        self.resources = [name for name in self._archive.names if name not in names]
        for name in names:
            if self._archive.size(name) > self.limits.document_bytes:
                raise refuse(f"{self.path.name}/{name}", tr("Kml", "the document is larger than is read."))

    def read_resource(self, name: str) -> bytes:
        """Return a packed file.  Raises Refused above the size limit."""
        if self._archive is None:
            raise refuse(self.path.name, tr("Kml", "a plain KML file packs no other files."))
        return self._archive.read(name)

    def _chunks(self, document: str) -> Iterable[bytes]:
        if self._archive is not None:
            return self._archive.chunks(document)
        return file_chunks(self.path)

    def records(self, progress: Optional[Progress] = None) -> Iterator[Record]:
        """Yield folders (before their content) and items in file order, document after document."""
        self.oddities = list(self._archive.oddities) if self._archive is not None else []
        self.oddity_counts, self.encodings, self.folders, self.items = {}, {}, [], 0
        done = 0
        for number, document in enumerate(self.documents):
            reading = _Reading(self, number, document, done, progress)
            yield from reading.records()
            done = reading.done

    def note(self, oddity: Oddity) -> None:
        """Keep an oddity for the report; beyond the limit only their number is kept."""
        self.oddity_counts[oddity.code] = self.oddity_counts.get(oddity.code, 0) + 1
        if len(self.oddities) < self.limits.oddities:
            self.oddities.append(oddity)


class _Reading:
    """One pass, or several, over one document."""

    def __init__(
        self, file: KmlFile, number: int, document: str, done: int, progress: Optional[Progress]
    ) -> None:
        self.file = file
        self.number = number
        self.document = document
        self.label = f"{file.path.name}/{document}" if file.is_archive else document
        self.done = done
        self._progress = progress
        self._start = done
        self._mend = False
        self._decode = False
        self._first_folder = len(file.folders)
        self._first_oddity = len(file.oddities)

    def records(self) -> Iterator[Record]:
        """Yield the records of this document."""
        encoding = self._settle_encoding()
        given = 0
        while True:
            again: Optional[str] = None
            try:
                for count, record in enumerate(self._pass(encoding), 1):
                    if count > given:
                        given = count
                        self.file.items += isinstance(record, Item)
                        yield record
            except TooBroken as broken:
                raise refuse(
                    self.label, tr("Kml", "more of the text is broken than can be mended."), line=broken.line
                ) from broken
            except NeedsRepair as stumble:
                again = self._after(stumble, encoding)
            if again is None:
                return
            encoding = again

    def _settle_encoding(self) -> str:
        head = next(iter(self.file._chunks(self.document)), b"")
        if not head.replace(b"\xef\xbb\xbf", b"").strip():
            raise refuse(self.label, tr("Kml", "the document is empty."))
        marked = enc.by_mark(head)
        if marked is None and b"\x00" in head[:1024] and not head.lstrip().startswith(b"<"):
            raise refuse(self.label, tr("Kml", "this is a binary file, not KML."))
        said = enc.declared(head)
        found = marked or said or "utf-8"
        # Whoever writes the declaration by hand gets it wrong: text that is valid UTF-8 is UTF-8.
        if not marked and found != "utf-8" and enc.is_valid(self.file._chunks(self.document), "utf-8"):
            found = "utf-8"
            self._note("encoding", tr("Kml", "the file says {said} but is UTF-8").format(said=said))
        self.file.encodings[self.document] = found
        return found

    def _after(self, stumble: NeedsRepair, encoding: str) -> str:
        """Choose how to read on after the parser stumbled, or raise its error."""
        chunks = self.file._chunks
        if encoding == "utf-8" and not self._mend and not enc.is_valid(chunks(self.document), "utf-8"):
            sample = enc.foreign_sample(chunks(self.document))
            said = enc.declared(next(iter(chunks(self.document)), b""))
            found = enc.guess(sample, said)
            self._restart()
            self.file.encodings[self.document] = found
            if found == "utf-8":
                self._mend = self._decode = True
                return found
            self._note(
                "encoding",
                tr("Kml", "the text is not UTF-8 as it should be; it was read as {found}").format(
                    found=found
                ),
            )
            return found
        if self._mend or not stumble.mendable:
            raise refuse(self.label, stumble.message, line=stumble.line, hint=stumble.hint)
        self._mend = True
        self._restart()
        return encoding

    def _restart(self) -> None:
        kept = [o for o in self.file.oddities[self._first_oddity :] if o.code == "encoding"]
        del self.file.oddities[self._first_oddity :]
        self.file.oddities += kept
        self.file.oddity_counts = {}
        for oddity in self.file.oddities:
            self.file.oddity_counts[oddity.code] = self.file.oddity_counts.get(oddity.code, 0) + 1

    def _pass(self, encoding: str) -> Iterator[Record]:
        chunks: Iterable[bytes] = self._counted(self.file._chunks(self.document))
        if encoding != "utf-8" or self._decode:
            chunks = enc.as_utf8(chunks, encoding, self._replaced)
        if self._mend:
            chunks = Mender(self._mended).mend(chunks)
        parser = Parser(
            self.label,
            self.number,
            self.file.limits,
            self.file.folders,
            self._first_folder,
            self._note,
            leave_out_broken=self._mend,
        )
        for chunk in chunks:
            yield from parser.feed(chunk)
        yield from parser.close()

    def _counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        self.done = self._start
        for chunk in chunks:
            self.done += len(chunk)
            if self._progress is not None:
                self._progress(min(self.done / max(self.file.total_bytes, 1), 1.0))
            yield chunk

    def _replaced(self) -> None:
        self._note("encoding", tr("Kml", "bytes that cannot be decoded were replaced by �"))

    def _mended(self, code: str, line: int) -> None:
        self._note("mended", tr("Kml", _MENDED[code]), line)

    def _note(self, code: str, message: str, line: int = 0, name: str = "") -> None:
        self.file.note(Oddity(code, message, self.document, line, name))


def file_chunks(path: Path) -> Iterator[bytes]:
    """Give a file in pieces."""
    with path.open("rb") as stream:
        while True:
            piece = stream.read(CHUNK)
            if not piece:
                return
            yield piece
