# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What kind of file this really is, and a KMZ opened without extracting or trusting anything.

Everything the directory of an archive claims is checked before a byte is unpacked; members are read in
pieces into memory, never to disk.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Dict, Iterator, List

from ..i18n import mark, tr
from .kml.records import Oddity
from .limits import DEFAULT_LIMITS, Limits, Refused, refuse

CHUNK = 256 * 1024
ENCRYPTED = 0x1
_END = b"PK\x05\x06"
_LOCATOR64 = b"PK\x06\x07"
_DRIVE = re.compile(r"^[A-Za-z]:")
_KINDS = (
    (b"SQLite format 3\x00", mark("Archive", "an SQLite database or GeoPackage")),
    (b"\x89PNG", mark("Archive", "a PNG image")),
    (b"\xff\xd8\xff", mark("Archive", "a JPEG image")),
    (b"GIF8", mark("Archive", "a GIF image")),
    (b"II*\x00", mark("Archive", "a TIFF image")),
    (b"MM\x00*", mark("Archive", "a TIFF image")),
    (b"II+\x00", mark("Archive", "a TIFF image")),
    (b"%PDF", mark("Archive", "a PDF document")),
    (b"\x1f\x8b", mark("Archive", "a gzip archive")),
    (b"7z\xbc\xaf", mark("Archive", "a 7-Zip archive")),
    (b"Rar!", mark("Archive", "a RAR archive")),
    (b"BZh", mark("Archive", "a bzip2 archive")),
    (b"\x00\x00\x27\x0a", mark("Archive", "a shapefile")),
    (b"\xd0\xcf\x11\xe0", mark("Archive", "an old Office document")),
    (b"\x7fELF", mark("Archive", "a program")),
    (b"MZ", mark("Archive", "a program")),
)


def kind_by_magic(head: bytes) -> str:
    """Return "zip", "text" or what the first bytes say the file is, translated ("a PNG image")."""
    if head.startswith((b"PK\x03\x04", _END)):
        return "zip"
    for magic, kind in _KINDS:
        if head.startswith(magic):
            return tr("Archive", kind)
    return "text"


class Archive:
    """A zip file whose directory has been checked.

    ``names`` are the members that may be read, in order; what was left out and why is in ``oddities``.
    Raises Refused for encrypted, overlapping, oversized or absurdly compressed content.
    """

    def __init__(self, path: Path, limits: Limits = DEFAULT_LIMITS) -> None:
        self.path = path
        self.limits = limits
        self.oddities: List[Oddity] = []
        _check_directory(path, limits)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as err:
            raise refuse(
                path.name,
                tr("Archive", "the archive is damaged ({err}).").format(err=err),
                hint=tr("Archive", "Get the file again."),
            ) from err
        self._members: Dict[str, zipfile.ZipInfo] = {}
        try:
            self._collect()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._zip.close()

    @property
    def names(self) -> List[str]:
        """Names of the readable members, in the order of the archive."""
        return list(self._members)

    def size(self, name: str) -> int:
        """Return the unpacked size of a member in bytes, as the directory gives it."""
        return self._members[name].file_size

    def _collect(self) -> None:
        total_packed = 0
        for info in self._zip.infolist():
            total_packed += info.compress_size
            if info.is_dir():
                continue
            reason = self._why_left_out(info)
            if reason:
                self.oddities.append(
                    Oddity(
                        "archive",
                        tr("Archive", "“{filename}” is left out: {reason}.").format(
                            filename=info.filename[:120], reason=reason
                        ),
                    )
                )
            else:
                self._members[info.filename] = info
        if total_packed > self.path.stat().st_size:
            raise refuse(
                self.path.name, tr("Archive", "the members of the archive overlap, as in a zip bomb.")
            )
        total = sum(info.file_size for info in self._members.values())
        if total > 4 * self.limits.ratio_free_bytes and total > self.limits.ratio * self.path.stat().st_size:
            raise refuse(
                self.path.name,
                tr("Archive", "it claims to unpack to {total} bytes, as a zip bomb does.").format(
                    total=f"{total:,}"
                ),
            )
        if total > self.limits.total_bytes:
            raise refuse(
                self.path.name,
                tr("Archive", "its members unpack to {total} bytes, more than are read.").format(
                    total=f"{total:,}"
                ),
            )

    def _why_left_out(self, info: zipfile.ZipInfo) -> str:
        name = info.filename
        if name.startswith("__MACOSX/"):
            return tr("Archive", "it is a side file of macOS")
        if is_unsafe_name(name):
            return tr("Archive", "its name leads out of the archive")
        if stat.S_ISLNK(info.external_attr >> 16):
            return tr("Archive", "it is a symbolic link")
        if name in self._members:
            return tr("Archive", "the archive holds that name twice")
        if info.flag_bits & ENCRYPTED:
            if name.lower().endswith(".kml"):
                raise refuse(
                    self.path.name,
                    tr("Archive", "“{name}” is encrypted.").format(name=name),
                    hint=tr("Archive", "Save it without a password."),
                )
            return tr("Archive", "it is encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return tr("Archive", "it is packed by a method that KMZ does not know")
        if self._is_bomb(info):
            raise refuse(
                self.path.name,
                tr(
                    "Archive",
                    "“{name}” claims to unpack from {packed} to {unpacked} bytes, as a zip bomb does.",
                ).format(name=name, packed=f"{info.compress_size:,}", unpacked=f"{info.file_size:,}"),
            )
        return ""

    def _is_bomb(self, info: zipfile.ZipInfo) -> bool:
        ratio = info.file_size / max(info.compress_size, 1)
        return info.file_size > self.limits.ratio_free_bytes and ratio > self.limits.ratio

    def chunks(self, name: str, size: int = CHUNK) -> Iterator[bytes]:
        """Give a member in pieces; never more bytes than its directory entry claims."""
        try:
            with self._zip.open(self._members[name]) as stream:
                while True:
                    piece = stream.read(size)
                    if not piece:
                        return
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as err:
            raise refuse(
                f"{self.path.name}/{name}",
                tr("Archive", "the archive is damaged ({err}).").format(err=err),
                hint=tr("Archive", "Get the file again."),
            ) from err

    def read(self, name: str) -> bytes:
        """Return a whole member.  Raises Refused above ``limits.resource_bytes``."""
        if self.size(name) > self.limits.resource_bytes:
            raise refuse(
                f"{self.path.name}/{name}",
                tr("Archive", "{size} bytes are too many to carry over.").format(size=f"{self.size(name):,}"),
            )
        return b"".join(self.chunks(name))


def is_unsafe_name(name: str) -> bool:
    """Tell whether a member's name could point outside the folder it would be unpacked to."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or bool(_DRIVE.match(name)) or "\x00" in name


def _check_directory(path: Path, limits: Limits) -> None:
    """Look at the end record before zipfile reads the whole directory into memory."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        stream.seek(max(size - 66_000, 0))
        tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        raise refuse(
            path.name,
            tr("Archive", "the archive has no directory; the file is cut off."),
            hint=tr("Archive", "Get the file again."),
        )
    members, directory = struct.unpack_from("<HI", tail, at + 10)
    if tail.rfind(_LOCATOR64) >= 0 and (members == 0xFFFF or directory == 0xFFFFFFFF):
        members, directory = _zip64_counts(path, tail)
    if members > limits.members or directory > limits.directory_bytes:
        raise refuse(
            path.name,
            tr("Archive", "an archive of {members} members is more than is read.").format(
                members=f"{members:,}"
            ),
        )


def _zip64_counts(path: Path, tail: bytes) -> tuple[int, int]:
    at = tail.rfind(_LOCATOR64)
    try:
        offset = struct.unpack_from("<Q", tail, at + 8)[0]
        with path.open("rb") as stream:
            stream.seek(min(offset, path.stat().st_size))
            record = stream.read(56)
        return struct.unpack_from("<Q", record, 32)[0], struct.unpack_from("<Q", record, 40)[0]
    except (struct.error, OSError, OverflowError) as err:
        raise refuse(path.name, tr("Archive", "the archive's directory is damaged.")) from err


__all__ = ["CHUNK", "Archive", "Refused", "is_unsafe_name", "kind_by_magic"]
