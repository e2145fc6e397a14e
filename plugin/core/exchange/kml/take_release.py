# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Settles conflicts of a release merge in favour of the source, where the analyst says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ...atlas.edits import edit_session, gestures
from ...atlas.model import Assertion, AssertionKind, Site
from ...atlas.store.blob import lonlat
from ...atlas.store.store import Atlas, Writer, replace
from ...dates import bounds_of
from ...errors import AtlasError
from ...i18n import tr

FIELDS = ("name", "description", "begin_text", "end_text", "category", "status", "place")
"""What of a conflict can be taken over here; a line that was edited is replaced by drawing."""
SAME_DEGREES = 1e-6


def takeable(conflict: dict[str, Any]) -> bool:
    """Tell whether the source's value of a conflict can be taken."""
    return conflict["field"] in FIELDS


def take_release(atlas: Atlas, conflicts: Iterable[dict[str, Any]]) -> str:
    """Give sites the new release's values of these conflicts in one step; return the batch's id."""
    by_site: dict[str, dict[str, Any]] = defaultdict(dict)
    for conflict in conflicts:
        if takeable(conflict):
            by_site[conflict["row"]][conflict["field"]] = conflict["new_release"]
    if not by_site:
        raise AtlasError(
            tr("TakeRelease", "None of these can be taken over."),
            hint=tr("TakeRelease", "Edit the line or area itself."),
        )
    with atlas.transaction("take release") as writer:
        for uuid, values in by_site.items():
            _take(writer, uuid, dict(values))
        return writer.batch


def _take(writer: Writer, uuid: str, values: dict[str, Any]) -> None:
    sites = writer.rows(Site, uuid=uuid)
    if not sites:
        raise AtlasError(
            tr("TakeRelease", "A site of these conflicts is no longer in the atlas."),
            hint=tr("TakeRelease", "Merge again."),
        )
    if "place" in values:
        _choose(writer, sites[0], values.pop("place"))
    if not values:
        return
    before = writer.rows(Site, uuid=uuid)[0]
    after = replace(before, **values)
    if "begin_text" in values or "end_text" in values:
        after = replace(after, **bounds_of(after.begin_text, after.end_text))
    writer.update(after)
    edit_session.follow_site(writer, before, after)


def _choose(writer: Writer, site: Site, place: Any) -> None:
    """Choose the position that the merge wrote down beside the analyst's own."""
    rows = writer.rows(Assertion, site_uuid=site.uuid, kind=AssertionKind.LOCATION.value)
    wanted = [row for row in rows if row.geom and _near(lonlat(row.geom), place)] if place else []
    if place and not wanted:
        raise AtlasError(
            tr("TakeRelease", "The new position of “{site}” is no longer in the atlas.").format(
                site=site.name
            ),
            hint=tr("TakeRelease", "Merge again."),
        )
    for row in rows:
        if row.chosen:
            writer.update(replace(row, chosen=False))
    for row in wanted[-1:]:
        current = writer.rows(Assertion, uuid=row.uuid)[0]
        writer.update(replace(current, chosen=True))
    gestures.settle(writer, [site.uuid])


def _near(one: tuple[float, float], other: Any) -> bool:
    return all(abs(a - b) < SAME_DEGREES for a, b in zip(one, other))
