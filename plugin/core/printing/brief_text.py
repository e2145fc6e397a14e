# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The text pages of a brief as markup for Qt's text engine; every word from the data is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import Any, Callable, Optional

from ..atlas.model import Figure, Site, shipped_uuid
from ..coordinates.format import format_decimal, format_mgrs
from . import content
from .brief_data import Material
from .sheet_specs import SHEETS

LISTED = 500
"""Rows of a table that are printed; the files beside the PDF hold all."""

STYLE = """
body { color: #1f1f1f; }
h1 { font-size: 17pt; font-weight: 600; margin: 0 0 2pt 0; }
h2 { font-size: 10pt; font-weight: 600; margin: 8pt 0 2pt 0; }
p { font-size: 8pt; margin: 2pt 0 4pt 0; }
p.lead { font-size: 9pt; color: #5a5a5a; }
th { font-size: 7pt; font-weight: 600; color: #5a5a5a; }
td { font-size: 7.5pt; }
span.who { font-size: 6pt; color: #5a5a5a; }
td.row { border-bottom: 1px solid #b9b6ae; }
td.agrees { color: #1b6e8a; font-weight: 600; }
td.differs { color: #b0402a; font-weight: 600; }
td.untested { color: #5a5a5a; }
"""

TITLES = {
    "cities": "The two cities compared",
    "claims": "Claims put to the test",
    "discrepancies": "Where sources contradict each other",
    "kept": "Results kept",
    "sites": "Gazetteer",
    "unlocated": "Known, but not located",
    "sources": "Sources",
}

Cell = tuple[str, str]
"""Markup (already escaped) and class or alignment of a table cell."""


def said(text: Optional[str]) -> str:
    """Return text from the data as markup that shows it as it is."""
    return html.escape(" ".join((text or "").split()))


def table(header: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table whose head is repeated on every page; ``widths`` are shares of the page in percent."""
    lines = []
    kinds: Sequence[str] = ()
    for row in rows:
        kinds = kinds or [kind for _text, kind in row]
        cells = "".join(f"<td{_look(kind)}>{text}</td>" for text, kind in row)
        lines.append(f"<tr>{cells}</tr>")
    head = "".join(
        f'<th align="{"right" if kind == "right" else "left"}" width="{width}%">{said(title)}</th>'
        for title, width, kind in zip(header, widths, kinds)
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="4" border="0">'
        f"<thead><tr>{head}</tr></thead>{''.join(lines)}</table>"
    )


def _look(kind: str) -> str:
    """Return the attributes of a cell of this kind ("right" aligns, others colour)."""
    place = ' align="right"' if kind == "right" else ""
    return f' class="row {kind}"{place} valign="top"'


def plain(text: Any) -> Cell:
    """Return a cell with text from the data."""
    return said("" if text is None else str(text)), ""


def right(text: Any) -> Cell:
    """Return a cell with a number."""
    return said("" if text is None else str(text)), "right"


# -- the first page ----------------------------------------------------------------------------------


def cover(material: Material, contents: Sequence[tuple[str, int]], made: str) -> str:
    """Return the first page: what this is, the cities in figures, what the atlas holds, the contents."""
    names = " and ".join(said(city.name) for city in material.cities) or said(material.atlas.title)
    korean = " · ".join(filter(None, (_other_names(city) for city in material.cities)))
    verdicts = material.verdicts
    open_ones = sum(not finding.decision for finding in material.discrepancies)
    lead = (
        f"From the atlas “{said(material.atlas.title)}”, {said(made)}, DPRK City Atlas "
        f"{said(content.version())}. Every number is computed from the atlas or stated by a named source; "
        "manifest.json lists each with what it rests on."
    )
    found = (
        f"{len(material.claims)} claims of the sources: {verdicts['agrees']} agree with the atlas, "
        f"{verdicts['differs']} differ, {verdicts['cannot be tested']} cannot be tested. "
        f"{len(material.discrepancies)} contradictions between sources, {open_ones} of them open."
    )
    held = f"<h2>What the atlas holds</h2>{_counts(material)}"
    pages = table(("", "Page"), (84, 16), [(plain(title), right(page)) for title, page in contents])
    columns = [*_figures(material), f"<h2>Contents</h2>{pages}{held}"]
    return "".join((
        f"<h1>{names}: city brief</h1>",
        f'<p class="lead">{said(korean)}</p>' if korean and content.has_korean_font() else "",
        f"<p>{lead}<br/>{found}</p>",
        _side_by_side(columns),
    ))  # fmt: skip


def _side_by_side(columns: Sequence[str]) -> str:
    width = (100 - 3 * (len(columns) - 1)) // len(columns)
    cells = '<td width="3%"></td>'.join(f'<td width="{width}%" valign="top">{text}</td>' for text in columns)
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'


def _other_names(city: Any) -> str:
    until = f"{city.name_ja} until 1945" if city.name_ja else ""
    return " ".join(filter(None, (city.name_ko, until)))


def _figures(material: Material) -> list[str]:
    """Return the key figures of each city, each with who states it."""
    columns = []
    for city in material.cities:
        rows = [_figure_row(row, material) for row in key_figures(material) if row.city == city.name]
        if rows:
            columns.append(f"<h2>{said(city.name)}</h2>{table(('', ''), (74, 26), rows)}")
    return columns


def key_figures(material: Material) -> list[Figure]:
    """Return the figures that the map sheets print, in their order, each once."""
    by_uuid = {figure.uuid: figure for figure in material.figures}
    wanted = dict.fromkeys(shipped_uuid("figures", key) for spec in SHEETS for key in spec.facts)
    return [by_uuid[uuid] for uuid in wanted if uuid in by_uuid]


def _figure_row(figure: Figure, material: Material) -> list[Cell]:
    source = material.sources.get(figure.source_uuid)
    what, amount = content.fact(figure)
    who = f'<br/><span class="who">{said(source.publisher or source.title)}</span>' if source else ""
    return [(said(what) + who, ""), right(amount)]


def _counts(material: Material) -> str:
    header = ("Sites", *(row["city"] for row in material.counts))
    lines = (
        ("located", "with a position"), ("unlocated", "known, not located"), ("confirmed", "confirmed"),
        ("probable", "probable"), ("possible", "possible"), ("conflicting", "sources disagree on the place"),
    )  # fmt: skip
    rows = [(plain(title), *(right(row[key]) for row in material.counts)) for key, title in lines]
    width = 60 // max(len(material.counts), 1)
    return table(header, (40, *([width] * len(material.counts))), rows)


# -- the sections ------------------------------------------------------------------------------------


def section(key: str, body: str) -> str:
    """Return a section of its own page."""
    return f"<h1>{said(TITLES[key])}</h1>{body}"


def sections(material: Material) -> list[tuple[str, str]]:
    """Return key and markup of the sections that have something to say."""
    makers: dict[str, Callable[[Material], str]] = {
        "cities": _cities, "claims": _claims, "discrepancies": _discrepancies, "kept": _kept,
        "sites": _located, "unlocated": _unlocated, "sources": _sources,
    }  # fmt: skip
    made = ((key, maker(material)) for key, maker in makers.items())
    return [(key, section(key, body)) for key, body in made if body]


def _cities(material: Material) -> str:
    compared = material.comparison
    if compared is None:
        return ""
    a, b = compared.cities
    header = (
        "Quantity", a, b, "Unit", "How", f"{a} per 100,000", f"{b} per 100,000", "Ratio",
        f"{a}: date, source", f"{b}: date, source",
    )  # fmt: skip
    both = [
        cells for row, cells in zip(compared.rows, compared.table()) if all(v is not None for v in row.values)
    ]
    rows = [
        (
            plain(row[0]), right(row[1]), right(row[2]), plain(row[3]), plain(row[4]), right(row[5]),
            right(row[6]), right(row[9]), plain(row[10]), plain(row[11]),
        )
        for row in both
    ]  # fmt: skip
    basis = "".join(f"<br/>{said(line)}" for line in compared.basis)
    alone = len(compared.rows) - len(both)
    lead = (
        f"<p>What is known of both cities, widest differences first, by rate where there is one; {alone} "
        f"quantities of one city alone are in manifest.json.{basis}</p>"
    )
    return lead + table(header, (19, 8, 8, 6, 7, 8, 8, 5, 15, 16), rows) + _nearest(material)


def _nearest(material: Material) -> str:
    header, rows = material.nearest
    if not rows:
        return ""
    cells = [
        tuple(right(c) if n % 3 in (2, 0) and n else plain(c) for n, c in enumerate(row)) for row in rows
    ]
    share = 80 // max(len(header) - 1, 1)
    return "<h2>Nearest site of each category to each downtown</h2>" + table(
        header, [20, *([share] * (len(header) - 1))], cells
    )


def _claims(material: Material) -> str:
    header = ("Verdict", "Claim", "Stated", "Computed", "Why", "What would flip it", "Source")
    rows = []
    for finding in material.claims:
        source = material.sources.get(finding.claim.source_uuid)
        rows.append((
            (said(finding.verdict.value), finding.verdict.name.lower()),
            plain(finding.claim.text), plain(finding.stated), plain(finding.computed), plain(finding.why),
            plain(finding.flip), plain(source.title if source else ""),
        ))  # fmt: skip
    lead = f"<p>Computed on the ellipsoid {said(material.geodesic.ellipsoid.name)}.</p>"
    return lead + table(header, (8, 24, 10, 12, 18, 14, 14), rows) if rows else ""


def _discrepancies(material: Material) -> str:
    header = ("Grade", "Kind", "What", "Distance", "Azimuth", "Sources", "Settled")
    rows = [
        (
            plain(finding.grade), plain(finding.kind.value), plain(finding.text),
            right("" if finding.distance_m is None else f"{finding.distance_m:,.2f} m"),
            right("" if finding.azimuth_deg is None else f"{finding.azimuth_deg:.2f}°"),
            plain("; ".join(dict.fromkeys(filter(None, finding.sources)))), plain(finding.decision or "open"),
        )
        for finding in material.discrepancies[:LISTED]
    ]  # fmt: skip
    if not rows:
        return ""
    lead = "<p>Grade 1: wrong somewhere; 2: look at it; 3: may be right.</p>"
    return lead + table(header, (5, 15, 36, 9, 7, 20, 8), rows) + _more(len(material.discrepancies))


def _kept(material: Material) -> str:
    parts = []
    for result in material.kept:
        rows = [
            (plain(label), right("not computed" if value is None else f"{value:,.10g}"), plain(unit))
            for label, value, unit in result.numbers
        ]
        inputs = "; ".join(f"{key}: {value}" for key, value in result.inputs.items())
        parts.append(
            f"<h2>{said(result.title)}</h2>"
            + f"<p>{said(' '.join(filter(None, (result.made_at[:10], result.made_by))))}<br/>"
            + f"{said(inputs)}<br/>{said(result.note)}</p>"
            + table(("", "Value", "Unit"), (60, 20, 20), rows)
        )
    return "".join(parts)


def _located(material: Material) -> str:
    header = (
        "Name",
        "Korean",
        "Category",
        "Latitude, longitude",
        "MGRS",
        "± m",
        "Likelihood",
        "Confidence",
        "Source of the point",
    )
    sites = [site for site in _ordered(material) if site.geom]
    rows = []
    for site in sites[:LISTED]:
        place = material.dataset.place(site)
        if place is None:
            continue
        accuracy = "" if site.accuracy_m is None else f"{site.accuracy_m:g}"
        rows.append((
            plain(site.name), plain(site.name_ko if content.has_korean_font() else ""),
            plain(_label(material, site)), plain(format_decimal(place.lon, place.lat)),
            plain(format_mgrs(place.lon, place.lat)), right(accuracy),
            plain(site.likelihood), plain(site.confidence), plain(place.source),
        ))  # fmt: skip
    return table(header, (21, 11, 12, 13, 12, 4, 7, 7, 13), rows) + _more(len(sites)) if rows else ""


def _unlocated(material: Material) -> str:
    header = ("Name", "City", "Category", "Clue", "Source")
    sites = [site for site in _ordered(material) if not site.geom]
    rows = [
        (
            plain(site.name), plain(site.city), plain(_label(material, site)), plain(site.clue),
            plain(_source(material, site)),
        )
        for site in sites[:LISTED]
    ]  # fmt: skip
    lead = "<p>Named by a source; no source gives a position, and none is made up here.</p>"
    return lead + table(header, (24, 9, 14, 37, 16), rows) + _more(len(sites)) if rows else ""


def _sources(material: Material) -> str:
    used = {finding.claim.source_uuid for finding in material.claims}
    used |= {site.source_uuid for site in material.dataset.sites.values() if site.source_uuid}
    used |= {figure.source_uuid for figure in material.figures}
    rows = [
        (plain(row.publisher), plain(row.title), plain(row.date_text), plain(row.licence), plain(row.url))
        for row in sorted(material.sources.values(), key=lambda row: (row.publisher or row.title).lower())
        if row.uuid in used
    ]  # fmt: skip
    header = ("Author or publisher", "Title", "Date", "Licence", "Address")
    return table(header, (20, 36, 8, 12, 24), rows[:LISTED]) + _more(len(rows)) if rows else ""


def _ordered(material: Material) -> list[Site]:
    return sorted(
        material.dataset.sites.values(), key=lambda site: (site.city or "~", site.importance, site.name)
    )


def _label(material: Material, site: Site) -> str:
    category = material.categories.get(site.category)
    return category.label if category else site.category


def _source(material: Material, site: Site) -> str:
    source = material.sources.get(site.source_uuid or "")
    return (source.publisher or source.title) if source else ""


def _more(number: int) -> str:
    if number <= LISTED:
        return ""
    return f"<p>The first {LISTED} of {number:,}; sites.csv and atlas.kmz hold all sites.</p>"
