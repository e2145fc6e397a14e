# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Results that the user keeps in the atlas (a survival curve, a measured path): the brief prints them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Optional

from .model import Result
from .store.store import Atlas, now, user_name

Number = tuple[str, Optional[float], str]
"""Label, value (None where there is none), unit."""


@dataclass(frozen=True)
class Kept:
    """A kept result, its numbers and inputs read."""

    uuid: str
    kind: str
    title: str
    numbers: tuple[Number, ...]
    inputs: dict[str, Any]
    made_at: str
    made_by: str
    note: str


def keep(
    atlas: Atlas,
    kind: str,
    title: str,
    numbers: Iterable[Number],
    inputs: Mapping[str, Any],
    note: str = "",
) -> str:
    """Save a result in one transaction and return its batch in the history.

    Numbers that are not finite are kept as "no value"; ``inputs`` must be plain data (JSON).
    """
    row = Result(kind=kind, title=title, made_at=now(), made_by=user_name() or None, note=note or None)
    row.numbers = json.dumps([[label, _finite(value), unit] for label, value, unit in numbers])
    row.inputs = json.dumps(dict(inputs), ensure_ascii=False)
    with atlas.transaction("keep result", note=title) as writer:
        writer.insert(row)
    return writer.batch


def kept(atlas: Atlas) -> list[Kept]:
    """Return what was kept, oldest first."""
    return [_read(row) for row in atlas.rows(Result)]


def drop(atlas: Atlas, uuid: str) -> str:
    """Take a kept result back (a flag, like every deletion) and return the batch."""
    with atlas.transaction("drop result") as writer:
        for row in writer.rows(Result, uuid=uuid):
            writer.delete(row)
    return writer.batch


def _finite(value: Optional[float]) -> Optional[float]:
    return None if value is None or not math.isfinite(value) else value


def _read(row: Result) -> Kept:
    numbers = tuple(
        (str(label), None if value is None else float(value), str(unit))
        for label, value, unit in json.loads(row.numbers)
    )
    return Kept(
        row.uuid, row.kind, row.title, numbers, json.loads(row.inputs), row.made_at or "",
        row.made_by or "", row.note or "",
    )  # fmt: skip
