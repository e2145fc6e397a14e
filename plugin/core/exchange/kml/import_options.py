# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What an import is set up with: the user's choices, the source, and the maker of rows."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Optional

from ...atlas.model import Category, City, Source, Status
from ...atlas.positions import surroundings
from ...atlas.store.store import Atlas
from ...errors import AtlasError
from ...i18n import tr
from ..import_rules import Rules, read
from ..limits import DEFAULT_LIMITS, Limits
from .feature_rows import CityBox, RowMaker
from .reader import KmlFile


@dataclass
class ImportOptions:
    """What the user chose.  ``source`` is the title of the source, a new one where there is none."""

    source: str
    release: str = ""
    rules: Optional[Rules] = None
    swap: bool = False
    limits: Limits = DEFAULT_LIMITS


def row_maker(atlas: Atlas, source_uuid: str, batch: str, options: ImportOptions) -> RowMaker:
    """Return what turns the features of this import into rows."""
    cities = []
    for city in atlas.rows(City):
        box = surroundings(city)
        if box is not None:
            cities.append(CityBox(city.name, box))
    categories = {category.id: category.importance or 4 for category in atlas.rows(Category)}
    rules = (options.rules or read()).of_categories(categories)
    strange = {rule.status for rule in rules.rules} - {"", *(status.value for status in Status)}
    if strange:
        raise AtlasError(
            tr(
                "ImportOptions", "The import rules name the status “{status}”, which sites cannot have."
            ).format(status=sorted(strange)[0]),
            hint=tr("ImportOptions", "Take one of: {known}.").format(
                known=", ".join(status.value for status in Status)
            ),
        )
    today = dt.datetime.now(dt.timezone.utc).date().isoformat()
    return RowMaker(source_uuid, batch, rules, cities, categories, today)


def find_source(atlas: Atlas, title: str) -> Optional[Source]:
    """Return the source with this title, None where there is none."""
    found = atlas.rows(Source, title=title.strip())
    return found[0] if found else None


def import_note(file: KmlFile, options: ImportOptions) -> str:
    """Return the line that history keeps of an import."""
    return json.dumps(
        {"file": file.path.name, "source": options.source, "release": options.release}, ensure_ascii=False
    )
