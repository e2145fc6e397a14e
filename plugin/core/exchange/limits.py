# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How much a foreign file may ask for, and the error that names the file and the place."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import AtlasError
from ..i18n import tr

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Upper bounds for one foreign file; sizes in bytes, depths and counts as plain numbers.

    The defaults let ten times the largest public country map through and keep the reader far below
    500 MB of memory, whatever the file says about itself.
    """

    file_bytes: int = 1024 * MB
    document_bytes: int = 1024 * MB
    total_bytes: int = 1536 * MB
    members: int = 50_000
    directory_bytes: int = 32 * MB
    ratio: int = 150
    ratio_free_bytes: int = 16 * MB
    folder_depth: int = 500
    element_depth: int = 200
    folders: int = 200_000
    item_bytes: int = 8 * MB
    head_bytes: int = 64 * MB
    tag_bytes: int = 2 * MB
    resource_bytes: int = 64 * MB
    rows: int = 1_048_576
    columns: int = 1_000
    cell_chars: int = 1_000_000
    kept_chars: int = 131_072
    cells: int = 5_000_000
    table_bytes: int = 256 * MB
    table_chars: int = 120_000_000
    line_chars: int = 8_000_000
    oddities: int = 10_000


DEFAULT_LIMITS = Limits()


class Refused(AtlasError):
    """A foreign file (or one place in it) that is not read; the atlas is unchanged."""


def refuse(file_name: str, why: str, *, line: int = 0, hint: str = "", detail: str = "") -> Refused:
    """Return the error for ``file_name`` (base name is enough), with its line where one is known."""
    text = tr("Refused", "{file}, line {line}: {why}") if line else tr("Refused", "{file}: {why}")
    return Refused(text.format(file=file_name, line=line, why=why), hint=hint, detail=detail)
