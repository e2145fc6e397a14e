# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Making the shipped atlas: ``layers/`` and the house styles into one file."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from . import seed
from .layers import styles
from .model import Assertion, Category, Claim, Site, Trace
from .store import store

TITLE = "Hamhung and Chongjin"
FILE_NAME = "hamhung-chongjin.gpkg"


def make(path: Path, *, empty: bool = False, last_word: Optional[Callable[[], None]] = None) -> store.Atlas:
    """Write a new atlas to ``path`` (whole or not at all) and return it open.

    With ``empty`` it has the cities, categories and base map but no sites, traces or claims.
    ``last_word`` as in ``store.create``.
    """
    records = seed.read(empty=empty)
    categories = [record for record in records if isinstance(record, Category)]
    title = "New atlas" if empty else TITLE
    return store.create(path, records, title=title, styles=styles.embedded(categories), last_word=last_word)


def counts(atlas: store.Atlas) -> dict[str, int]:
    """Return how much is in an atlas, under the names that ``cityatlas:create`` reports."""
    return {
        "SITES": atlas.count(Site, '"geom" IS NOT NULL'),
        "UNLOCATED": atlas.count(Site, '"geom" IS NULL'),
        "ASSERTIONS": atlas.count(Assertion),
        "TRACES": atlas.count(Trace),
        "CLAIMS": atlas.count(Claim),
    }
