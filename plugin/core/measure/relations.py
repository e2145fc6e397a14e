# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How each relation of a claim is computed."""

from __future__ import annotations

import math
from typing import Any, Callable, Optional

import numpy as np

from ..atlas.model import Claim, Relation, Site, Trace
from ..atlas.store.blob import vertices
from ..errors import AtlasError
from .dataset import Dataset, NamedPoint
from .geodesics import Geodesic
from .judgement import (
    NEXT_TO_M,
    ClaimFinding,
    ClaimVerdict,
    NotTestable,
    bounds,
    distance_text,
    metres,
    named,
    number,
)

Handler = Callable[[Claim, Dataset, Geodesic], ClaimFinding]


# -- distances ---------------------------------------------------------------------------------------


def distance(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subject lies at a distance from the reference."""
    low, high = bounds(claim, metres(1.0, claim))
    return _judged(claim, dataset, geodesic, low, high)


def within(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subject lies within a radius of the reference."""
    return _judged(claim, dataset, geodesic, 0.0, _radius(claim))


def next_to(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subject lies beside the reference: within 1 km unless the claim says."""
    radius = NEXT_TO_M if claim.radius_m is None and claim.threshold is None else _radius(claim)
    return _judged(claim, dataset, geodesic, 0.0, radius)


def _radius(claim: Claim) -> float:
    return claim.radius_m if claim.radius_m is not None else metres(claim.threshold, claim)


def _judged(claim: Claim, dataset: Dataset, geodesic: Geodesic, low: float, high: float) -> ClaimFinding:
    """Compare the distance of subject and reference with a range of metres."""
    subject = _subject(claim, dataset)
    references = _references(claim, dataset)
    spans = _distances(geodesic, subject, references)
    nearest = int(np.argmin(spans))
    reference, span = references[nearest], float(spans[nearest])
    fits = low <= span <= high
    others = _alternatives(claim, dataset, geodesic, subject, low, high, fits)
    why = f"{named(subject)} lies {distance_text(span)} from {named(reference)}."
    if len(references) > 1:
        why += f" It is the nearest of {len(references)}."
    sites = [uuid for uuid in (subject.uuid, reference.uuid) if uuid]
    return ClaimFinding(
        claim, ClaimVerdict.AGREES if fits else ClaimVerdict.DIFFERS, distance_text(span), why,
        " ".join([_margin(span, low, high), *others]), span, sites,
        [((subject.lon, subject.lat), (reference.lon, reference.lat))],
    )  # fmt: skip


def _margin(span: float, low: float, high: float) -> str:
    """Say how far either point could move without changing the verdict, by the triangle inequality."""
    if low <= span <= high:
        room = min(span - low if low > 0.0 else math.inf, high - span)
        return f"Holds for any reference within {distance_text(room)} of this one."
    missing = low - span if span < low else span - high
    direction = "farther" if span < low else "nearer"
    return f"Would agree if the points lay {distance_text(missing)} {direction}."


def _alternatives(
    claim: Claim,
    dataset: Dataset,
    geodesic: Geodesic,
    subject: NamedPoint,
    low: float,
    high: float,
    fits: bool,
) -> list[str]:
    """Say which other published points of subject or reference would change the verdict."""
    pairs = [(subject, other) for other in _other_references(claim, dataset)]
    main = _references(claim, dataset)
    if claim.subject_site:
        pairs += [(other, main[0]) for other in dataset.other_places(_site(dataset, claim.subject_site))]
    told = []
    for first, second in pairs:
        span = float(geodesic.distance(first.lon, first.lat, second.lon, second.lat))
        if (low <= span <= high) != fits:
            moved = second if first is subject else first
            word = "agrees" if not fits else "differs"
            told.append(f"With {named(moved)} it is {distance_text(span)} and {word}.")
    return told


def _subject(claim: Claim, dataset: Dataset) -> NamedPoint:
    site = _site(dataset, claim.subject_site, claim.text)
    place = dataset.place(site)
    if place is None:
        clue = f" Clue: {site.clue}." if site.clue else ""
        raise NotTestable(
            f"{site.name} has no known position.{clue}", hint="A position of the subject would decide it."
        )
    return place


def _site(dataset: Dataset, uuid: Optional[str], text: str = "") -> Site:
    if not uuid or uuid not in dataset.sites:
        raise AtlasError(f"“{text}” names no site as its subject.", hint="Choose the subject.")
    return dataset.sites[uuid]


def _references(claim: Claim, dataset: Dataset) -> list[NamedPoint]:
    """Return the points that the claim's reference means."""
    if claim.reference_filter:
        sites = [s for s in dataset.matching(claim.reference_filter) if s.uuid != claim.subject_site]
        places = [place for place in map(dataset.place, sites) if place is not None]
        if not places:
            raise NotTestable(f"No located site matches “{claim.reference_filter}”.")
        return places
    if claim.reference_site:
        place = dataset.place(_site(dataset, claim.reference_site, claim.text))
        if place is None:
            name = dataset.sites[claim.reference_site].name
            raise NotTestable(f"{name} has no known position.", hint="A position of it would decide it.")
        return [place]
    if claim.reference_city:
        return [dataset.downtown(claim.reference_city)]
    raise AtlasError(f"“{claim.text}” has no reference.", hint="Choose what it is measured from.")


def _other_references(claim: Claim, dataset: Dataset) -> list[NamedPoint]:
    if claim.reference_filter:
        return []
    if claim.reference_site:
        return dataset.other_places(_site(dataset, claim.reference_site))
    return dataset.other_downtowns(claim.reference_city) if claim.reference_city else []


def _distances(geodesic: Geodesic, origin: NamedPoint, targets: list[NamedPoint]) -> np.ndarray:
    lons, lats = [place.lon for place in targets], [place.lat for place in targets]
    return np.atleast_1d(geodesic.distance(origin.lon, origin.lat, lons, lats))


# -- counts ------------------------------------------------------------------------------------------


def count_within(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """So many members lie within a radius of the reference."""
    if claim.radius_m is None:
        raise AtlasError(f"“{claim.text}” has no radius.", hint="Fill in the radius in metres.")
    origin = _references(claim, dataset)[0]
    members = dataset.matching(claim.subject_filter or "")
    places = [place for place in map(dataset.place, members) if place is not None]
    # What is unlocated but said to belong to the other city cannot lie in this circle.
    home = claim.reference_city or claim.city
    unlocated = [s for s in members if not s.geom and (not home or s.city in (None, "", home))]
    spans = _distances(geodesic, origin, places) if places else np.zeros(0)
    order = np.argsort(spans, kind="stable")
    inside = [places[i] for i in order if spans[i] <= claim.radius_m]
    finding = _counted(claim, len(inside), unlocated, unlocated)
    reach = distance_text(claim.radius_m)
    finding.why = f"{len(inside)} of {len(places)} located lie within {reach} of {named(origin)}."
    finding.why += _unlocated_text(unlocated)
    finding.flip = _next_text(np.sort(spans), len(inside), claim, finding.flip)
    finding.sites = [place.uuid for place in inside]
    finding.lines = [((origin.lon, origin.lat), (place.lon, place.lat)) for place in inside]
    return finding


def count(claim: Claim, dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """There are so many members."""
    members = dataset.matching(claim.subject_filter or "")
    groups = [site for site in members if dataset.is_group(site)]
    known = [site for site in members if not dataset.is_group(site)]
    finding = _counted(claim, len(known), groups, [site for site in known if not site.geom])
    located = sum(1 for site in known if site.geom)
    finding.why = f"The atlas lists {len(known)}, {located} of them with a position."
    if not known:
        finding.why = "The atlas lists none one by one."
    if groups:
        finding.why += f" Only named as a group: {', '.join(site.name for site in groups)}."
    finding.sites = [site.uuid for site in known]
    return finding


def _counted(claim: Claim, found: int, open_rows: list[Site], unlocated: list[Site]) -> ClaimFinding:
    """Judge a count; rows that may add to it leave too low a count open."""
    low, high = bounds(claim)
    fits = low <= found <= high
    if found > high:
        verdict = ClaimVerdict.DIFFERS
    elif fits and not (open_rows and math.isfinite(high)):
        verdict = ClaimVerdict.AGREES
    elif open_rows or not (found or unlocated):
        verdict = ClaimVerdict.UNTESTED
    else:
        verdict = ClaimVerdict.DIFFERS
    return ClaimFinding(claim, verdict, number(found), "", _count_flip(found, low, high), float(found))


def _count_flip(found: int, low: float, high: float) -> str:
    if found > high:
        return f"{number(found - math.floor(high))} fewer would agree."
    if found < low:
        return f"{number(math.ceil(low) - found)} more would agree."
    spare = found - math.ceil(low) if math.isfinite(low) else math.inf
    room = math.floor(high) - found if math.isfinite(high) else math.inf
    words = [f"{number(spare + 1)} fewer" if math.isfinite(spare) else ""]
    words.append(f"{number(room + 1)} more" if math.isfinite(room) else "")
    return f"{' or '.join(word for word in words if word)} would differ."


def _next_text(spans: np.ndarray, inside: int, claim: Claim, flip: str) -> str:
    """Say where the radius would take in one more, and where it would lose the last."""
    parts = [flip] if spans.size else []
    if inside < spans.size:
        parts.append(f"Next at {distance_text(float(spans[inside]))}.")
    if inside:
        parts.append(f"The farthest inside is at {distance_text(float(spans[inside - 1]))}.")
    return " ".join(parts) or "A position of any of them would begin to decide it."


def _unlocated_text(unlocated: list[Site]) -> str:
    if not unlocated:
        return ""
    names = ", ".join(site.name for site in unlocated[:3]) + (", …" if len(unlocated) > 3 else "")
    return f" Without a position: {names}."


# -- lines -------------------------------------------------------------------------------------------


def along(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subjects lie along a line (a river): each within the radius of it."""
    width = NEXT_TO_M if claim.radius_m is None else claim.radius_m
    trace = _trace(claim, dataset)
    members = _members(claim, dataset)
    places = [place for place in map(dataset.place, members) if place is not None]
    if not places:
        raise NotTestable(
            f"None of the {len(members)} has a position.{_unlocated_text(members)}",
            hint="Positions would decide it.",
        )
    spans = [nearest_on(geodesic, place, vertices(trace.geom))[0] for place in places]
    farthest = max(spans)
    doubt = trace.accuracy_m or 0.0
    if farthest <= width:
        verdict = ClaimVerdict.AGREES
    else:
        # The line itself is only drawn to its accuracy: what that explains is no contradiction.
        verdict = ClaimVerdict.DIFFERS if farthest > width + doubt else ClaimVerdict.UNTESTED
    which = "It" if len(places) == 1 else f"The farthest of {len(places)}"
    why = (
        f"{which} lies {distance_text(farthest)} from {trace.name or 'the line'}, which is drawn to "
        f"{distance_text(doubt)}; along means within {distance_text(width)}."
    )
    flip = f"Holds for a width of {distance_text(farthest)} and more."
    return ClaimFinding(
        claim,
        verdict,
        f"up to {distance_text(farthest)}",
        why,
        flip,
        farthest,
        [place.uuid for place in places],
    )


def side(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subject lies on the left or right bank, looking downstream (the line runs downstream)."""
    if claim.operator not in ("left", "right"):
        raise AtlasError(f"“{claim.text}” names no bank.", hint="The operator is left or right.")
    trace = _trace(claim, dataset)
    if claim.subject_site:
        subject = _subject(claim, dataset)
    else:
        subject = dataset.downtown(claim.reference_city or claim.city or "")
    span, bank = nearest_on(geodesic, subject, vertices(trace.geom))
    doubt = (trace.accuracy_m or 0.0) + subject.accuracy
    why = f"{named(subject)} lies {distance_text(span)} off {trace.name}, on the {bank} bank."
    sites = [subject.uuid] if subject.uuid else []
    if span <= doubt:
        why += f" That is within the accuracy of both ({distance_text(doubt)})."
        return ClaimFinding(
            claim, ClaimVerdict.UNTESTED, f"{bank} bank", why, "A sharper line of the river.", span, sites
        )
    verdict = ClaimVerdict.AGREES if bank == claim.operator else ClaimVerdict.DIFFERS
    flip = f"The river would have to run {distance_text(span)} farther over to the other side."
    return ClaimFinding(claim, verdict, f"{bank} bank", why, flip, span, sites)


def nearest_on(
    geodesic: Geodesic, place: NamedPoint, vertices: list[tuple[float, float]]
) -> tuple[float, str]:
    """Return the distance of a place from a line, metres, and on which bank it lies (left or right).

    In the azimuthal equidistant plane about the place distances from it are true; a segment's bend in that
    plane over some kilometres is below a metre, and lines are drawn to hundreds.
    """
    if len(vertices) < 2:
        raise NotTestable("The line has no course.", hint="Draw it.")
    lons, lats = np.array(vertices).T
    found = geodesic.inverse(place.lon, place.lat, lons, lats)
    angle = np.radians(np.nan_to_num(found.azimuth))
    x, y = found.distance * np.sin(angle), found.distance * np.cos(angle)
    dx, dy = np.diff(x), np.diff(y)
    length = np.maximum(dx * dx + dy * dy, 1e-12)
    share = np.clip(-(x[:-1] * dx + y[:-1] * dy) / length, 0.0, 1.0)
    px, py = x[:-1] + share * dx, y[:-1] + share * dy
    spans = np.hypot(px, py)
    nearest = int(np.argmin(spans))
    # The place is the origin: it lies left of a segment when course x view is positive.
    turn = dx[nearest] * -py[nearest] - dy[nearest] * -px[nearest]
    return float(spans[nearest]), "left" if turn > 0.0 else "right"


def _trace(claim: Claim, dataset: Dataset) -> Trace:
    traces = [trace for trace in dataset.matching_traces(claim.reference_filter or "FALSE") if trace.geom]
    if not traces:
        raise NotTestable("The atlas has no line of it.", hint="Draw the line as a trace.")
    return traces[0]


def _members(claim: Claim, dataset: Dataset) -> list[Site]:
    if claim.subject_site:
        return [_site(dataset, claim.subject_site, claim.text)]
    members = dataset.matching(claim.subject_filter or "FALSE")
    if not members:
        raise NotTestable(f"No site matches “{claim.subject_filter}”.")
    return members


# -- figures -----------------------------------------------------------------------------------------


def figure(claim: Claim, dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """A stated figure against another source's, or against the sum or count behind it."""
    other = _figure(claim.reference_figure, claim, dataset)
    low, high = bounds(claim)
    value = float(other.value)
    fits = low <= value <= high
    source = dataset.sources.get(other.source_uuid)
    computed = f"{number(value)} {other.unit or ''}".strip()
    why = f"{source.title if source else 'Another source'} gives {computed} ({other.label})."
    if claim.threshold:
        why += f" That is {100.0 * (value / claim.threshold - 1.0):+.1f} % from what is stated."
    need = max(value - claim.threshold, claim.threshold - value) if claim.threshold is not None else 0.0
    flip = f"Agrees for a tolerance of {number(need)} {other.unit or ''} and more."
    sites = [other.site_uuid] if other.site_uuid else []
    return ClaimFinding(
        claim, ClaimVerdict.AGREES if fits else ClaimVerdict.DIFFERS, computed, why, flip, value, sites
    )


def ratio(claim: Claim, dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """Two figures stand in a ratio."""
    over, under = (
        _figure(claim.subject_figure, claim, dataset),
        _figure(claim.reference_figure, claim, dataset),
    )
    if not under.value:
        raise NotTestable(f"{under.label} is 0.")
    value = float(over.value) / float(under.value)
    low, high = bounds(claim)
    fits = low <= value <= high
    why = (
        f"{over.label} {over.city or ''} {number(over.value or 0)} against {under.label} {under.city or ''} "
        f"{number(under.value)}."
    )
    edge = low if math.isfinite(low) else high
    flip = f"Turns where {over.label} {over.city or ''} is {number(edge * under.value)}."
    verdict = ClaimVerdict.AGREES if fits else ClaimVerdict.DIFFERS
    return ClaimFinding(
        claim, verdict, number(value, 4), " ".join(why.split()), " ".join(flip.split()), value
    )


def _figure(uuid: Optional[str], claim: Claim, dataset: Dataset) -> Any:
    """Return a figure that has a value."""
    found = dataset.figures.get(uuid or "")
    if found is None or found.value is None:
        raise NotTestable(
            f"There is no figure to compare “{claim.text}” with.", hint="A published figure would decide it."
        )
    return found


def stated_only(claim: Claim, _world: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """Nothing in an atlas can tell."""
    why = claim.note or "Nothing in the atlas measures this; it is kept as stated."
    return ClaimFinding(claim, ClaimVerdict.UNTESTED, "", why, "Data of that kind would decide it.")


HANDLERS: dict[Relation, Handler] = {
    Relation.DISTANCE: distance,
    Relation.WITHIN: within,
    Relation.NEXT_TO: next_to,
    Relation.COUNT_WITHIN: count_within,
    Relation.COUNT: count,
    Relation.ALONG: along,
    Relation.SIDE: side,
    Relation.FIGURE: figure,
    Relation.RATIO: ratio,
    Relation.STATED: stated_only,
}
