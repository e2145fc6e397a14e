# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A whole folder in one step: what is there before is the old one, after it the new one, never a mixture."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import sys
import time
import uuid
from collections.abc import Collection
from pathlib import Path

from .files import UNDER_WAY_SECONDS, sync_folder

_SWAP = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""
_HERE = -100
"""AT_FDCWD: names are taken from the working folder."""


def beside(target: Path) -> Path:
    """Return a hidden name beside a folder, to write its successor under; it says which program writes."""
    return target.with_name(f".{target.name}-{os.getpid():08x}{uuid.uuid4().hex[:4]}")


def put_in_place(made: Path, target: Path, own: Collection[str]) -> None:
    """Let the folder ``made`` take the place of ``target`` in one step; the old one is kept until then.

    Whatever else than the files named ``own`` lies in the old folder is in the new one as well.  Raises
    OSError when it cannot be done; ``target`` is as it was then.
    """
    if target.exists():
        _carry_over(target, made, own)
    sync_folder(made)
    if not target.exists():
        made.rename(target)
    elif not _swapped(made, target):
        _moved_aside(made, target)
    sync_folder(target.parent)
    shutil.rmtree(made, ignore_errors=True)


def remove_remnants(target: Path) -> None:
    """Remove what killed writers of a folder left beside it; bring back the old one, should it be missing."""
    left = re.compile(re.escape(f".{target.name}-") + r"([0-9a-f]{8})[0-9a-f]{4}(-old)?")
    for path in target.parent.glob(".*") if target.parent.is_dir() else ():
        found = left.fullmatch(path.name)
        if not found:
            continue
        with contextlib.suppress(OSError):
            if found[2] and not target.exists():
                path.rename(target)
            elif _given_up(path, int(found[1], 16)):
                shutil.rmtree(path, ignore_errors=True)


def _given_up(path: Path, writer: int) -> bool:
    """Tell whether nobody writes to a remnant any more: its program is gone, or has long been silent."""
    if os.name != "nt" and writer != os.getpid():
        try:
            os.kill(writer, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
    return time.time() - path.stat().st_mtime > UNDER_WAY_SECONDS


def _carry_over(old: Path, new: Path, own: Collection[str]) -> None:
    """Put the other files of the old folder into the new one too: as links where possible, else as copies."""
    for path in old.iterdir():
        if path.name in own:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, copy_function=_linked, symlinks=True)
        elif path.is_symlink():
            (new / path.name).symlink_to(path.readlink())
        else:
            _linked(str(path), str(new / path.name))


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _swapped(first: Path, second: Path) -> bool:
    """Exchange two names in one step; False where the system has no call for it."""
    names = os.fsencode(first), os.fsencode(second)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return library.renamex_np(*names, _SWAP) == 0
        return library.renameat2(_HERE, names[0], _HERE, names[1], _SWAP) == 0
    except (OSError, AttributeError, TypeError):
        return False


def _moved_aside(made: Path, target: Path) -> None:
    """The two renames of systems that cannot exchange; ``remove_remnants`` mends a kill between them."""
    old = made.with_name(f"{made.name}-old")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
