# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one way to PROJ: in threads that stay, and nothing of pyproj is imported before the first use.

Newer pyproj keeps a context for each Python thread and frees it with that.  A thread of QGIS's pool is a
new Python thread at every task, and a transformer or context from an earlier one is freed memory.  So PROJ
runs in the main thread or in one of our own, each with its own transformers.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pyproj import Transformer

Numbers = TypeVar("Numbers")
"""A float, a list or an array: what goes in comes out."""


@lru_cache(maxsize=256)
def _transformer(pipeline: str, _of_main_thread: bool) -> Transformer:
    from pyproj import Transformer

    return Transformer.from_pipeline(pipeline)


@lru_cache(maxsize=1)
def _own_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "city-atlas-proj")


def _run(pipeline: str, x: Numbers, y: Numbers, inverse: bool, in_main: bool) -> tuple[Numbers, Numbers]:
    direction = "INVERSE" if inverse else "FORWARD"
    return _transformer(pipeline, in_main).transform(x, y, direction=direction)


def run(pipeline: str, x: Numbers, y: Numbers, inverse: bool = False) -> tuple[Numbers, Numbers]:
    """Run a PROJ pipeline over one point or many; what PROJ cannot compute comes back as infinity."""
    if threading.current_thread() is threading.main_thread():
        return _run(pipeline, x, y, inverse, True)
    return _own_thread().submit(_run, pipeline, x, y, inverse, False).result()
