# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How a table is declared: columns with their labels, lists, references and checks; identifiers."""

from __future__ import annotations

import dataclasses
import functools
import uuid as _uuid
from dataclasses import dataclass
from enum import Enum
from typing import Any, Callable, ClassVar, Optional

from ..i18n import mark

NAMESPACE = _uuid.UUID("5b0c8f0e-6f0f-5d3c-9b1e-3d5a8f7c2a10")
"""Namespace of the identifiers of everything shipped in ``layers/`` (stable across releases)."""


def new_uuid() -> str:
    """Return a fresh random identifier."""
    return str(_uuid.uuid4())


def shipped_uuid(table: str, key: str) -> str:
    """Return the stable identifier of the row that ``layers/`` calls ``key``."""
    return str(_uuid.uuid5(NAMESPACE, f"{table}:{key}"))


def storable(text: str) -> str:
    """Return a text as any program can keep it: without NUL, half characters replaced by U+FFFD."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def column(
    label: str,
    kind: str = "text",
    *,
    required: bool = False,
    values: Optional[type[Enum]] = None,
    references: str = "",
    check: str = "",
    default: Any = None,
    factory: Optional[Callable[[], Any]] = None,
    unique: bool = False,
    lines: bool = False,
    note: str = "",
) -> Any:
    """Declare a column: ``kind`` is text, integer, real, boolean, date, datetime, json or blob.

    ``label`` is marked for translation (context Column); ``references`` is ``table.column``; ``check`` is an
    SQL condition that holds for every row; ``lines``: a text of several lines; ``factory`` makes the value
    of a new row; ``note`` is for the reader of the code.
    """
    if isinstance(default, Enum):
        default = default.value
    metadata = {
        "label": label, "kind": kind, "required": required, "values": values, "references": references,
        "check": check, "default": default, "unique": unique, "lines": lines, "note": note,
    }  # fmt: skip
    if factory is not None:
        return dataclasses.field(default_factory=factory, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclass
class Record:
    """What every table has: an identity, deletion as a flag, a version for conflict checks."""

    TABLE: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""
    GEOMETRY: ClassVar[str] = ""

    geom: Optional[str] = None
    uuid: str = column(
        mark("Column", "Identifier"),
        required=True,
        unique=True,
        check="length(uuid) = 36",
        factory=new_uuid,
    )
    deleted: bool = column(
        mark("Column", "Deleted"), "boolean", required=True, default=False, check="deleted IN (0, 1)"
    )
    row_version: int = column(
        mark("Column", "Row version"), "integer", required=True, default=1, check="row_version >= 1"
    )


def columns(record: type[Record]) -> tuple[dataclasses.Field, ...]:
    """Return the attribute columns of a table, in order (without ``fid`` and ``geom``)."""
    key: Any = record  # to mypy a type of dataclasses has no hash
    return _columns(key)


@functools.cache
def _columns(record: Any) -> tuple[dataclasses.Field, ...]:
    return tuple(field for field in dataclasses.fields(record) if field.name != "geom")
