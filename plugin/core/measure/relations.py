# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How each relation of a claim is computed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Callable, Optional

import numpy as np

from ..atlas.model import Claim, Event, Figure, Site, Trace
from ..atlas.store.blob import vertices
from ..atlas.vocabulary import Confidence, Likelihood, Relation
from ..dates import parse_date
from ..errors import AtlasError
from ..i18n import tr
from .dataset import Dataset, NamedPoint
from .geodesics import Geodesic
from .judgement import (
    NEXT_TO_M,
    ClaimFinding,
    ClaimVerdict,
    NotTestable,
    Witness,
    amount,
    bounds,
    distance_text,
    metres,
    named,
    number,
    singular,
    witness_of,
)

Handler = Callable[[Claim, Dataset, Geodesic], ClaimFinding]
EVENT = "event"
"""A claim's reference that is dated events: its filter chooses them, its value or date is a time."""
DECIDES = "would decide it"
"""How a note names the datum that a claim waits for."""


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
    why = [
        tr("Claims", "{subject} lies {distance} from {reference}.").format(
            subject=named(subject), distance=distance_text(span), reference=named(reference)
        )
    ]
    if len(references) > 1:
        why.append(tr("Claims", "It is the nearest of %n.", len(references)))
    sites = [uuid for uuid in (subject.uuid, reference.uuid) if uuid]
    why += _weak(dataset, [dataset.sites[uuid] for uuid in sites if uuid in dataset.sites])
    finding = ClaimFinding(
        claim, ClaimVerdict.AGREES if fits else ClaimVerdict.DIFFERS, distance_text(span), " ".join(why),
        " ".join([_margin(span, low, high), *others]), span, sites,
        [((subject.lon, subject.lat), (reference.lon, reference.lat))],
    )  # fmt: skip
    finding.witness = Witness.CONTESTED if others else _witness_of_sites(claim, dataset, sites)
    return finding


def _witness_of_sites(claim: Claim, dataset: Dataset, uuids: Sequence[str]) -> Witness:
    sources: set[str] = set()
    for uuid in uuids:
        if uuid in dataset.sites:
            sources |= dataset.sources_of(dataset.sites[uuid])
    return witness_of(claim, dataset, sources)


def _weak(dataset: Dataset, sites: Sequence[Site]) -> list[str]:
    """Name the sites that are themselves unsure: a verdict says so when it rests on them."""
    unsure = (Likelihood.POSSIBLE.value, Likelihood.DOUBTFUL.value)
    weak = [
        site.name for site in sites if site.likelihood in unsure or site.confidence == Confidence.LOW.value
    ]  # fmt: skip
    if not weak:
        return []
    return [tr("Claims", "It rests on what is itself unsure: {names}.").format(names=_some(weak))]


def _margin(span: float, low: float, high: float) -> str:
    """Say how far either point could move without changing the verdict, by the triangle inequality."""
    if low <= span <= high:
        room = min(span - low if low > 0.0 else math.inf, high - span)
        return tr("Claims", "Holds for any reference within {distance} of this one.").format(
            distance=distance_text(room)
        )
    if span < low:
        text = tr("Claims", "Would agree if the points lay {distance} farther apart.")
        return text.format(distance=distance_text(low - span))
    text = tr("Claims", "Would agree if the points lay {distance} nearer to each other.")
    return text.format(distance=distance_text(span - high))


def _alternatives(
    claim: Claim, dataset: Dataset, geodesic: Geodesic, subject: NamedPoint, low: float, high: float,
    fits: bool,
) -> list[str]:  # fmt: skip
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
            told.append(_with_other(moved, distance_text(span), fits))
    return told


def _with_other(moved: NamedPoint, computed: str, fits: bool) -> str:
    text = tr("Claims", "With {place} it is {computed} and agrees.")
    if fits:
        text = tr("Claims", "With {place} it is {computed} and differs.")
    return text.format(place=named(moved), computed=computed)


def _subject(claim: Claim, dataset: Dataset) -> NamedPoint:
    site = _site(dataset, claim.subject_site, claim.text)
    place = dataset.place(site)
    if place is None:
        why = tr("Claims", "{site} has no known position.").format(site=site.name)
        if site.clue:
            why += " " + tr("Claims", "Clue: {clue}.").format(clue=site.clue.rstrip("."))
        raise NotTestable(why, hint=_position_decides([site.name]))
    return place


def _position_decides(names: Sequence[str]) -> str:
    return tr("Claims", "A position of {names} would decide it.").format(names=_some(names))


def _some(names: Sequence[str], most: int = 3) -> str:
    """Return names in a row, the first few of many."""
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def _site(dataset: Dataset, uuid: Optional[str], text: str = "") -> Site:
    if not uuid or uuid not in dataset.sites:
        raise AtlasError(
            tr("Claims", "“{claim}” names no site as its subject.").format(claim=text),
            hint=tr("Claims", "Choose the subject."),
        )
    return dataset.sites[uuid]


def _references(claim: Claim, dataset: Dataset) -> list[NamedPoint]:
    """Return the points that the claim's reference means."""
    if claim.reference_filter:
        sites = [s for s in dataset.matching(claim.reference_filter) if s.uuid != claim.subject_site]
        places = [place for place in map(dataset.place, sites) if place is not None]
        if not places:
            raise NotTestable(
                tr("Claims", "No located site matches “{filter}”.").format(filter=claim.reference_filter),
                hint=_position_decides([site.name for site in sites] or [claim.reference_filter]),
            )
        return places
    if claim.reference_site:
        site = _site(dataset, claim.reference_site, claim.text)
        place = dataset.place(site)
        if place is None:
            raise NotTestable(
                tr("Claims", "{site} has no known position.").format(site=site.name),
                hint=_position_decides([site.name]),
            )
        return [place]
    if claim.reference_city:
        return [dataset.downtown(claim.reference_city)]
    raise AtlasError(
        tr("Claims", "“{claim}” has no reference.").format(claim=claim.text),
        hint=tr("Claims", "Choose what it is measured from."),
    )


def _other_references(claim: Claim, dataset: Dataset) -> list[NamedPoint]:
    if claim.reference_filter:
        return []
    if claim.reference_site:
        return dataset.other_places(_site(dataset, claim.reference_site))
    return dataset.other_downtowns(claim.reference_city) if claim.reference_city else []


def _distances(geodesic: Geodesic, origin: NamedPoint, targets: Sequence[NamedPoint]) -> np.ndarray:
    lons, lats = [place.lon for place in targets], [place.lat for place in targets]
    return np.atleast_1d(geodesic.distance(origin.lon, origin.lat, lons, lats))


# -- counts ------------------------------------------------------------------------------------------


def count_within(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """So many members lie within a radius of the reference."""
    if claim.radius_m is None:
        raise AtlasError(
            tr("Claims", "“{claim}” has no radius.").format(claim=claim.text),
            hint=tr("Claims", "Fill in the radius in metres."),
        )
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
    why = [
        tr("Claims", "{inside} of {located} located lie within {radius} of {reference}.").format(
            inside=len(inside),
            located=len(places),
            radius=f"{claim.radius_m / 1000:g} km",
            reference=named(origin),
        ),
        *_unlocated_text(unlocated),
        *_weak(dataset, [dataset.sites[place.uuid] for place in inside]),
    ]
    others = _other_counts(claim, dataset, geodesic, places, len(inside))
    finding.why = " ".join(why)
    finding.flip = " ".join([*_next_texts(np.sort(spans), len(inside), unlocated, finding.flip), *others])
    finding.sites = [place.uuid for place in inside]
    finding.lines = [((origin.lon, origin.lat), (place.lon, place.lat)) for place in inside]
    _witnessed(finding, dataset, bool(others))
    return finding


def _other_counts(
    claim: Claim, dataset: Dataset, geodesic: Geodesic, places: Sequence[NamedPoint], found: int
) -> list[str]:
    """Say at which other published points of the reference the count would change the verdict."""
    low, high = bounds(claim)
    fits, radius, told = low <= found <= high, claim.radius_m or 0.0, []
    for other in _other_references(claim, dataset):
        spans = _distances(geodesic, other, places) if places else np.zeros(0)
        count = int(np.count_nonzero(spans <= radius))
        if (low <= count <= high) != fits:
            told.append(_with_other(other, amount(count, claim.unit), fits))
    return told


def count(claim: Claim, dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """There are so many members."""
    members = dataset.matching(claim.subject_filter or "")
    groups = [site for site in members if dataset.is_group(site)]
    known = [site for site in members if not dataset.is_group(site)]
    finding = _counted(claim, len(known), groups, [site for site in known if not site.geom])
    located = sum(1 for site in known if site.geom)
    why = [tr("Claims", "The atlas lists none one by one.")]
    if known:
        text = tr("Claims", "The atlas lists {listed}, {located} of them with a position.")
        why = [text.format(listed=len(known), located=located)]
    if groups:
        text = tr("Claims", "Only named as a group: {names}.")
        why.append(text.format(names=", ".join(site.name for site in groups)))
    finding.why = " ".join([*why, *_weak(dataset, known)])
    finding.sites = [site.uuid for site in known]
    _witnessed(finding, dataset, contested=False)
    return finding


def _witnessed(finding: ClaimFinding, dataset: Dataset, contested: bool) -> None:
    """Say whose rows a count rests on; where it cannot be tested there is nothing to witness."""
    if finding.verdict is ClaimVerdict.UNTESTED:
        return
    finding.witness = (
        Witness.CONTESTED if contested else _witness_of_sites(finding.claim, dataset, finding.sites)
    )


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
    flip = _count_flip(found, low, high, claim.unit or tr("Claims", "things"))
    return ClaimFinding(claim, verdict, amount(found, claim.unit), "", flip, float(found))


def _count_flip(found: int, low: float, high: float, unit: str) -> str:
    if found > high:
        return _listed(
            tr("Claims", "{number} {unit} fewer would make it agree."), found - math.floor(high), unit
        )
    if found < low:
        missing = math.ceil(low) - found
        return _listed(tr("Claims", "{number} more {unit} listed would make it agree."), missing, unit)
    told = []
    if math.isfinite(low):
        spare = found - math.ceil(low)
        told.append(_listed(tr("Claims", "{number} {unit} fewer would make it differ."), spare + 1, unit))
    if math.isfinite(high):
        room = math.floor(high) - found
        told.append(_listed(tr("Claims", "{number} more {unit} would make it differ."), room + 1, unit))
    return " ".join(told)


def _listed(text: str, how_many: int, unit: str) -> str:
    return text.format(number=number(how_many), unit=singular(unit) if how_many == 1 else unit)


def _next_texts(spans: np.ndarray, inside: int, unlocated: Sequence[Site], flip: str) -> list[str]:
    """Say where the radius would take in one more, and where it would lose the last."""
    parts = [flip] if spans.size else []
    if inside < spans.size:
        parts.append(tr("Claims", "Next at {distance}.").format(distance=distance_text(float(spans[inside]))))
    if inside:
        text = tr("Claims", "The farthest inside is at {distance}.")
        parts.append(text.format(distance=distance_text(float(spans[inside - 1]))))
    if not parts and unlocated:
        parts.append(_position_decides([site.name for site in unlocated]))
    return parts or [flip]


def _unlocated_text(unlocated: Sequence[Site]) -> list[str]:
    if not unlocated:
        return []
    names = _some([site.name for site in unlocated])
    return [tr("Claims", "Without a position: {names}.").format(names=names)]


# -- lines -------------------------------------------------------------------------------------------


def along(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subjects lie along a line (a river): each within the radius of it."""
    width = NEXT_TO_M if claim.radius_m is None else claim.radius_m
    trace = _trace(claim, dataset)
    members = _members(claim, dataset)
    places = [place for place in map(dataset.place, members) if place is not None]
    if not places:
        raise NotTestable(
            " ".join(
                [tr("Claims", "None of the %n has a position.", len(members)), *_unlocated_text(members)]
            ),
            hint=_position_decides([site.name for site in members]),
        )
    spans = [nearest_on(geodesic, place, vertices(trace.geom))[0] for place in places]
    farthest = max(spans)
    doubt = trace.accuracy_m or 0.0
    if farthest <= width:
        verdict = ClaimVerdict.AGREES
    else:
        # The line itself is only drawn to its accuracy: what that explains is no contradiction.
        verdict = ClaimVerdict.DIFFERS if farthest > width + doubt else ClaimVerdict.UNTESTED
    text = tr(
        "Claims",
        "{subject} lies {distance} from {line}, which is drawn to {accuracy}; along means within {width}.",
    )
    if len(places) > 1:
        text = tr(
            "Claims",
            "The farthest of {count} lies {distance} from {line}, which is drawn to {accuracy}; along means "
            "within {width}.",
        )
    why = text.format(
        subject=places[0].name, count=len(places), distance=distance_text(farthest),
        width=distance_text(width), accuracy=distance_text(doubt),
        line=trace.name or tr("Claims", "the line"),
    )  # fmt: skip
    flip = tr("Claims", "Holds for a width of {distance} and more.").format(distance=distance_text(farthest))
    if verdict is ClaimVerdict.UNTESTED:
        flip = _sharper(trace)
    computed = tr("Claims", "up to {distance}").format(distance=distance_text(farthest))
    finding = ClaimFinding(claim, verdict, computed, why, flip, farthest, [place.uuid for place in places])
    _witnessed(finding, dataset, contested=False)
    return finding


def _sharper(trace: Trace) -> str:
    return tr("Claims", "A course of {line} drawn to better than {accuracy} would decide it.").format(
        line=trace.name or tr("Claims", "the line"), accuracy=distance_text(trace.accuracy_m or 0.0)
    )


def side(claim: Claim, dataset: Dataset, geodesic: Geodesic) -> ClaimFinding:
    """The subject lies on the left or right bank, looking downstream (the line runs downstream)."""
    if claim.operator not in ("left", "right"):
        raise AtlasError(
            tr("Claims", "“{claim}” names no bank.").format(claim=claim.text),
            hint=tr("Claims", "The operator is left or right."),
        )
    trace = _trace(claim, dataset)
    if claim.subject_site:
        subject = _subject(claim, dataset)
    else:
        subject = dataset.downtown(claim.reference_city or claim.city or "")
    span, bank = nearest_on(geodesic, subject, vertices(trace.geom))
    doubt = (trace.accuracy_m or 0.0) + subject.accuracy
    computed = tr("Claims", "left bank") if bank == "left" else tr("Claims", "right bank")
    text = tr("Claims", "{subject} lies {distance} off {line}, on the {bank}.")
    why = text.format(subject=named(subject), distance=distance_text(span), line=trace.name, bank=computed)
    sites = [subject.uuid] if subject.uuid else []
    if span <= doubt:
        why += " " + tr("Claims", "That is within the accuracy of both ({distance}).").format(
            distance=distance_text(doubt)
        )
        return ClaimFinding(claim, ClaimVerdict.UNTESTED, computed, why, _sharper(trace), span, sites)
    verdict = ClaimVerdict.AGREES if bank == claim.operator else ClaimVerdict.DIFFERS
    flip = tr("Claims", "Flips if the river ran {distance} farther over to the other side.").format(
        distance=distance_text(span)
    )
    finding = ClaimFinding(claim, verdict, computed, why, flip, span, sites)
    finding.witness = witness_of(claim, dataset, [trace.source_uuid])
    return finding


def nearest_on(geodesic: Geodesic, place: NamedPoint, line: list[tuple[float, float]]) -> tuple[float, str]:
    """Return the distance of a place from a line, metres, and on which bank it lies (left or right).

    In the azimuthal equidistant plane about the place distances from it are true; a segment's bend in that
    plane over some kilometres is below a metre, and lines are drawn to hundreds.
    """
    if len(line) < 2:
        raise NotTestable(
            tr("Claims", "The line has no course."), hint=tr("Claims", "Draw it: its course would decide it.")
        )
    lons, lats = np.array(line).T
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
        raise NotTestable(
            tr("Claims", "The atlas has no line that “{filter}” chooses.").format(
                filter=claim.reference_filter or ""
            ),
            hint=tr("Claims", "The course of it, drawn as a trace, would decide it."),
        )
    return traces[0]


def _members(claim: Claim, dataset: Dataset) -> list[Site]:
    if claim.subject_site:
        return [_site(dataset, claim.subject_site, claim.text)]
    members = dataset.matching(claim.subject_filter or "FALSE")
    if not members:
        raise NotTestable(
            tr("Claims", "No site matches “{filter}”.").format(filter=claim.subject_filter or ""),
            hint=_second_source(claim),
        )
    return members


# -- figures -----------------------------------------------------------------------------------------


def figure(claim: Claim, dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """A stated figure against another source's; a stated time against dated events."""
    if claim.reference_kind == EVENT:
        return _dated(claim, dataset)
    other = _figure(claim.reference_figure, claim, dataset)
    low, high = bounds(claim)
    value = float(other.value or 0.0)
    fits = low <= value <= high
    source = dataset.sources.get(other.source_uuid)
    computed = amount(value, other.unit)
    why = tr("Claims", "{source} gives {value} ({label}).").format(
        source=source.title if source else tr("Claims", "Another source"), value=computed, label=other.label
    )
    if claim.threshold:
        share = f"{100.0 * (value / claim.threshold - 1.0):+.1f}"
        why += " " + tr("Claims", "That is {share} % from what is stated.").format(share=share)
    need = abs(value - claim.threshold) if claim.threshold is not None else 0.0
    flip = tr("Claims", "Agrees for a tolerance (±) of {value} and more.").format(
        value=amount(need, other.unit)
    )
    sites = [other.site_uuid] if other.site_uuid else []
    verdict = ClaimVerdict.AGREES if fits else ClaimVerdict.DIFFERS
    finding = ClaimFinding(claim, verdict, computed, why, flip, value, sites)
    finding.witness = witness_of(claim, dataset, [other.source_uuid])
    if finding.witness is Witness.INDEPENDENT and not fits:
        finding.witness = Witness.CONTESTED
    return finding


def _dated(claim: Claim, dataset: Dataset) -> ClaimFinding:
    """Put the year or period of a claim to the events that are dated: other sources speak before its own."""
    wanted = parse_date(f"{claim.threshold:.0f}" if claim.threshold is not None else claim.date_text)
    events = [event for event in dataset.matching_events(claim.reference_filter or "FALSE") if event.earliest]
    if not events or wanted.earliest is None:
        raise NotTestable(tr("Claims", "The atlas has no dated event of it."), hint=_second_source(claim))
    author = dataset.publisher(claim.source_uuid)
    others = [event for event in events if dataset.publisher(event.source_uuid) != author]
    heard = others or events
    within_it = [event for event in heard if _meet(event, wanted.earliest, wanted.latest)]
    beside_it = [event for event in heard if event not in within_it]
    verdict = ClaimVerdict.AGREES if within_it else ClaimVerdict.DIFFERS
    told = [
        tr("Claims", "{source}: {event}, {date}.").format(
            source=_title(dataset, event), event=event.title, date=event.date_text
        )
        for event in (*within_it, *beside_it)
    ]
    finding = ClaimFinding(
        claim, verdict, "; ".join(dict.fromkeys(event.date_text for event in heard)), " ".join(told),
        _date_flip(claim, verdict, bool(others)), None,
        [event.site_uuid for event in heard if event.site_uuid][:1],
    )  # fmt: skip
    finding.witness = Witness.OWN if not others else Witness.CONTESTED if beside_it else Witness.INDEPENDENT
    return finding


def _meet(event: Event, earliest: str, latest: Optional[str]) -> bool:
    """Tell whether an event's time and a stated one have a day in common."""
    begins, ends = event.earliest or "", event.latest or event.earliest or ""
    return ends >= earliest and (latest is None or begins <= latest)


def _date_flip(claim: Claim, verdict: ClaimVerdict, independent: bool) -> str:
    if not independent:
        return _second_source(claim)
    if verdict is ClaimVerdict.AGREES:
        return tr("Claims", "Flips if the dates of all other sources lay outside {date}.").format(
            date=claim.date_text or ""
        )
    return tr("Claims", "Flips if another source dated it {date}.").format(date=claim.date_text or "")


def _title(dataset: Dataset, event: Event) -> str:
    source = dataset.sources.get(event.source_uuid)
    return source.title if source is not None else ""


def ratio(claim: Claim, dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """Two figures stand in a ratio."""
    over = _figure(claim.subject_figure, claim, dataset)
    under = _figure(claim.reference_figure, claim, dataset)
    if not under.value or over.value is None:
        raise NotTestable(
            tr("Claims", "{figure} is 0.").format(figure=_of(dataset, under)), hint=_second_source(claim)
        )
    value = over.value / under.value
    low, high = bounds(claim)
    fits = low <= value <= high
    why = tr("Claims", "{first}: {value}; {second}: {other}.").format(
        first=_of(dataset, over), value=amount(over.value, over.unit), second=_of(dataset, under),
        other=amount(under.value, under.unit),
    )  # fmt: skip
    edge = amount((low if math.isfinite(low) else high) * under.value, over.unit)
    text = tr("Claims", "Flips if {figure} were below {value}.")
    if value < (low if math.isfinite(low) else high):
        text = tr("Claims", "Flips if {figure} were above {value}.")
    flip = text.format(figure=_of(dataset, over), value=edge)
    verdict = ClaimVerdict.AGREES if fits else ClaimVerdict.DIFFERS
    finding = ClaimFinding(claim, verdict, number(value, 4), why, flip, value)
    finding.witness = witness_of(claim, dataset, [over.source_uuid, under.source_uuid])
    return finding


def _of(dataset: Dataset, row: Figure) -> str:
    """Return what a figure is of: the site that it belongs to, else the city with the label."""
    site = dataset.sites.get(row.site_uuid or "")
    if site is not None:
        return site.name
    return tr("Claims", "{label} of {city}").format(label=row.label, city=row.city) if row.city else row.label


def _figure(uuid: Optional[str], claim: Claim, dataset: Dataset) -> Figure:
    """Return a figure that has a value."""
    found = dataset.figures.get(uuid or "")
    if found is None or found.value is None:
        raise NotTestable(
            tr("Claims", "There is no figure to compare “{claim}” with.").format(claim=claim.text),
            hint=_second_source(claim),
        )
    return found


def stated_only(claim: Claim, _dataset: Dataset, _geodesic: Geodesic) -> ClaimFinding:
    """Nothing in an atlas can tell."""
    if not claim.note:
        why = tr("Claims", "No second source was entered; kept as stated.")
    else:
        why = ". ".join(part for part in _parts(claim) if not _decides(part))
        why = f"{why.rstrip('.')}." if why else ""
    return ClaimFinding(claim, ClaimVerdict.UNTESTED, "", why, _second_source(claim))


def _second_source(claim: Claim) -> str:
    """Return the datum that would decide a claim: what its note names, else another source's word on it."""
    found = next((part for part in _parts(claim) if _decides(part)), "")
    if found:
        return f"{found}."
    text = tr("Claims", "A second source on this would decide it: {claim}.")
    return text.format(claim=claim.text.rstrip("."))


def _parts(claim: Claim) -> list[str]:
    """Return the sentences of a claim's note, without their full stops."""
    return [part.strip().rstrip(".") for part in (claim.note or "").split(". ") if part.strip()]


def _decides(sentence: str) -> bool:
    """Tell whether a sentence names the datum that a claim waits for."""
    return sentence.endswith(DECIDES)


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
