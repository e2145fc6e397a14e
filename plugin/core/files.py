# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Files that are complete or not there: written under another name, then put in place at once."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .errors import AtlasError
from .i18n import tr
from .whole_files import is_whole

UNDER_WAY_SECONDS = 3600.0
"""A file under its first name that nobody has written to for so long was left by a program that died."""
_LEFT = re.compile(r"\.(.+)-[0-9a-f]{12}(\.\w+)(-journal|-wal|-shm)?")


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a name beside ``target`` to write to; on success it takes ``target``'s place in one step.

    The file keeps its suffix, because writers choose their format by it.  It is flushed to the disk and read
    again before it is put in place, because not every library says that the disk is full.  When the block
    fails nothing stays behind and an older ``target`` is as it was.  Raises AtlasError when the place cannot
    be written to, the disk is full or the file is not whole.
    """
    target = Path(os.path.realpath(target))  # a link stays a link: what it leads to is replaced
    if is_protected(target):
        raise AtlasError(
            tr("Files", "{target} is write-protected.").format(target=target),
            hint=tr("Files", "Choose another name, or take the protection away."),
        )
    _require_settled(target)
    remove_left_over(target.parent, target.stem)
    partial = target.with_name(f".{target.stem}-{uuid.uuid4().hex[:12]}{target.suffix}")
    try:
        yield partial
        _sync(partial)
        if not is_whole(partial):
            raise AtlasError(
                tr("Files", "{target} could not be written whole.").format(target=target),
                hint=tr("Files", "Is the disk full? The previous file, if there was one, is unchanged."),
            )
        if target.exists():  # who may read the old one may read the new one, and nobody else
            shutil.copymode(target, partial)
        partial.replace(target)
        sync_folder(target.parent)
    except AtlasError as error:
        # The reader knows the file by its own name, not by the one it had while it was written.
        error.message = error.message.replace(str(partial), str(target))
        raise
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                partial.with_name(partial.name + ending).unlink()


def remove_left_over(folder: Path, stem: str = "") -> None:
    """Remove what killed writers of ``stem`` (of anything, if empty) left in a folder under a first name."""
    for path in folder.glob(".*") if folder.is_dir() else ():
        left = _LEFT.fullmatch(path.name)
        if left and stem in ("", left[1]):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > UNDER_WAY_SECONDS:
                    path.unlink()


def write_text(target: Path, text: str) -> None:
    """Write ``text`` as UTF-8 with ``\\n`` line ends, whole or not at all."""
    with replacing(target) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def write_json(target: Path, report: Any) -> None:
    """Write a report as UTF-8 JSON, keys in the order given; NaN and infinities are refused (ValueError)."""
    write_text(target, json.dumps(report, ensure_ascii=False, allow_nan=False, indent=2) + "\n")


def _sync(path: Path) -> None:
    # Opened for writing: Windows refuses to flush a file that is open for reading only.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the new name itself durable where folders can be opened (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _require_settled(target: Path) -> None:
    """Raise AtlasError while an SQLite log lies beside ``target``: it would be worked into the new file."""
    for ending in ("-wal", "-journal"):
        if has_content(target.with_name(target.name + ending)):
            raise AtlasError(
                tr(
                    "Files",
                    "{target} has unfinished changes beside it ({name}{ending}); they would get into "
                    "the new file.",
                ).format(target=target, name=target.name, ending=ending),
                hint=tr("Files", "Close it where it is open, or choose another name."),
            )


def is_protected(path: Path) -> bool:
    """Tell whether a file is there that nobody may write to.  Root is kept from it too."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (mode & 0o222 and os.access(path, os.W_OK))


def has_content(path: Path) -> bool:
    """Tell whether there is a file of that name with anything in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _unwritable(target: Path, error: OSError) -> AtlasError:
    reason = error.strerror or str(error)
    return AtlasError(
        tr("Files", "{target} could not be written: {reason}.").format(target=target, reason=reason),
        hint=tr(
            "Files", "The previous file, if there was one, is unchanged. Choose another place or make room."
        ),
        detail=repr(error),
    )
