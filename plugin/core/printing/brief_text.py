# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The text pages of a brief as markup for Qt's text engine; every word from the data is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import Any, Callable, Optional

from ..atlas.model import City, Figure, Site
from ..coordinates.format import format_decimal, format_mgrs
from ..i18n import mark, tr
from ..measure.comparison import Comparison
from ..measure.nearest_by_category import COLUMNS
from . import content
from .brief_data import Material
from .city_sheets import sheets_of

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
    "cities": mark("Brief", "The cities compared"),
    "claims": mark("Brief", "Claims put to the test"),
    "discrepancies": mark("Brief", "Where sources contradict each other"),
    "kept": mark("Brief", "Results kept"),
    "sites": mark("Brief", "Gazetteer"),
    "unlocated": mark("Brief", "Known, but not located"),
    "sources": mark("Brief", "Sources"),
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
    title = tr("Brief", "{cities}: city brief").format(cities=_cities_named(material))
    korean = " · ".join(filter(None, (_other_names(city) for city in material.cities)))
    lead = tr(
        "Brief",
        "From the atlas “{atlas}”, {date}, {plugin}. Every number is computed from the atlas or stated by a "
        "named source; manifest.json lists each with what it rests on.",
    ).format(atlas=material.atlas.title, date=made, plugin=f"DPRK City Atlas {content.version()}")
    held = f"<h2>{said(tr('Brief', 'What the atlas holds'))}</h2>{_counts(material)}"
    pages = table(
        ("", tr("Brief", "Page")), (84, 16), [(plain(name), right(page)) for name, page in contents]
    )
    columns = [*_figures(material), f"<h2>{said(tr('Brief', 'Contents'))}</h2>{pages}{held}"]
    return "".join((
        f"<h1>{said(title)}</h1>",
        f'<p class="lead">{said(korean)}</p>' if korean and content.has_korean_font() else "",
        f"<p>{said(lead)}<br/>{said(_found(material))}</p>",
        _side_by_side(columns),
    ))  # fmt: skip


def _cities_named(material: Material) -> str:
    names = [city.name for city in material.cities]
    if len(names) == 2:
        return tr("MapSheet", "{first} and {second}").format(first=names[0], second=names[1])
    return ", ".join(names) or material.atlas.title


def _found(material: Material) -> str:
    """Return what came of claims and contradictions, in sentences."""
    verdicts = material.verdicts
    open_ones = sum(not finding.decision for finding in material.discrepancies)
    claims = tr("Brief", "%n claims of the sources were tested.", len(material.claims))
    outcome = tr(
        "Brief", "{agree} agree with the atlas, {differ} differ, {untested} cannot be tested."
    ).format(agree=verdicts["agrees"], differ=verdicts["differs"], untested=verdicts["cannot be tested"])
    found = tr("Brief", "%n contradictions between sources were found.", len(material.discrepancies))
    return " ".join((claims, outcome, found, tr("Brief", "%n of them are open.", open_ones)))


def _side_by_side(columns: Sequence[str]) -> str:
    width = (100 - 3 * (len(columns) - 1)) // len(columns)
    cells = '<td width="3%"></td>'.join(f'<td width="{width}%" valign="top">{text}</td>' for text in columns)
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'


def _other_names(city: City) -> str:
    return " ".join(filter(None, (city.name_ko, content.until_1945(city))))


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
    wanted = dict.fromkeys(uuid for sheet in sheets_of(material.atlas) for uuid in sheet.facts)
    return [by_uuid[uuid] for uuid in wanted if uuid in by_uuid]


def _figure_row(figure: Figure, material: Material) -> list[Cell]:
    source = material.sources.get(figure.source_uuid)
    what, amount = content.fact(figure)
    who = f'<br/><span class="who">{said(source.publisher or source.title)}</span>' if source else ""
    return [(said(what) + who, ""), right(amount)]


def _counts(material: Material) -> str:
    header = (tr("Brief", "Sites"), *(row["city"] for row in material.counts))
    lines = (
        ("located", tr("Brief", "with a position")),
        ("unlocated", tr("Brief", "known, not located")),
        ("confirmed", tr("Brief", "confirmed")),
        ("probable", tr("Brief", "probable")),
        ("possible", tr("Brief", "possible")),
        ("conflicting", tr("Brief", "sources disagree on the place")),
    )
    rows = [(plain(title), *(right(row[key]) for row in material.counts)) for key, title in lines]
    width = 60 // max(len(material.counts), 1)
    return table(header, (40, *([width] * len(material.counts))), rows)


# -- the sections ------------------------------------------------------------------------------------


def section(key: str, body: str) -> str:
    """Return a section of its own page."""
    return f"<h1>{said(tr('Brief', TITLES[key]))}</h1>{body}"


def sections(material: Material) -> list[tuple[str, str]]:
    """Return key and markup of the sections that have something to say."""
    makers: dict[str, Callable[[Material], str]] = {
        "cities": _cities, "claims": _claims, "discrepancies": _discrepancies, "kept": _kept,
        "sites": _located, "unlocated": _unlocated, "sources": _sources,
    }  # fmt: skip
    made = ((key, maker(material)) for key, maker in makers.items())
    return [(key, section(key, body)) for key, body in made if body]


def _cities(material: Material) -> str:
    if not material.comparisons:
        return ""
    return "".join(_compared(made) for made in material.comparisons) + _nearest(material)


def _compared(made: Comparison) -> str:
    """Return what is known of both cities of a comparison, as a table with what it rests on."""
    a, b = made.cities
    header = (
        tr("Brief", "Quantity"), a, b, tr("Brief", "Unit"), tr("Brief", "How"),
        tr("Brief", "Ratio, or why there is none"), tr("Brief", "{city}: date, source").format(city=a),
        tr("Brief", "{city}: date, source").format(city=b),
    )  # fmt: skip
    both = [cells for row, cells in zip(made.rows, made.table()) if all(v is not None for v in row.values)]
    rows = [
        (
            plain(row[0]), right(row[1]), right(row[2]), plain(row[3]), plain(row[4]),
            plain(row[9] or row[10]), plain(row[11]), plain(row[12]),
        )
        for row in both
    ]  # fmt: skip
    lead = tr("Brief", "What is known of both cities, widest differences first.")
    alone = tr("Brief", "%n quantities of one city alone stand in manifest.json.", len(made.rows) - len(both))
    lines = "<br/>".join(said(line) for line in (f"{lead} {alone}", *made.basis))
    heading = f"<h2>{said(tr('MapSheet', '{first} and {second}').format(first=a, second=b))}</h2>"
    return f"{heading}<p>{lines}</p>" + table(header, (20, 10, 10, 6, 7, 19, 14, 14), rows)


def _nearest(material: Material) -> str:
    header, rows = material.nearest
    if not rows:
        return ""
    cells = [
        tuple(
            plain(cell) if place == 0 or place % COLUMNS == 1 else right(cell)
            for place, cell in enumerate(row)
        )
        for row in rows
    ]
    share = 80 // max(len(header) - 1, 1)
    heading = tr("Brief", "Nearest site of each category to each downtown")
    return f"<h2>{said(heading)}</h2>" + table(header, [20, *([share] * (len(header) - 1))], cells)


def _claims(material: Material) -> str:
    header = (
        tr("Brief", "Verdict"), tr("Brief", "Claim"), tr("Brief", "Stated"), tr("Brief", "Computed"),
        tr("Brief", "Why"), tr("Brief", "What would flip it"), tr("Brief", "Source"),
    )  # fmt: skip
    rows = []
    for finding in material.claims:
        source = material.sources.get(finding.claim.source_uuid)
        rows.append((
            (said(finding.outcome), finding.verdict.name.lower()),
            plain(finding.claim.text), plain(finding.stated), plain(finding.computed), plain(finding.why),
            plain(finding.flip), plain(source.title if source else ""),
        ))  # fmt: skip
    if not rows:
        return ""
    lead = tr("Brief", "Computed on the ellipsoid {name}.").format(name=material.geodesic.ellipsoid.name)
    return f"<p>{said(lead)}</p>" + table(header, (8, 24, 10, 12, 18, 14, 14), rows)


def _discrepancies(material: Material) -> str:
    header = (
        tr("Brief", "Grade"), tr("Brief", "Kind"), tr("Brief", "What"), tr("Brief", "Distance"),
        tr("Brief", "Azimuth"), tr("Brief", "Sources"), tr("Brief", "Settled"),
    )  # fmt: skip
    rows = [
        (
            plain(finding.grade), plain(tr("Discrepancies", finding.kind.value)), plain(finding.text),
            right("" if finding.distance_m is None else f"{finding.distance_m:,.0f} m"),
            right("" if finding.azimuth_deg is None else f"{finding.azimuth_deg:.0f}°"),
            plain("; ".join(dict.fromkeys(filter(None, finding.sources)))),
            plain(tr("Discrepancies", finding.decision) if finding.decision else tr("Brief", "open")),
        )
        for finding in material.discrepancies[:LISTED]
    ]  # fmt: skip
    if not rows:
        return ""
    lead = tr("Brief", "Grade 1: wrong somewhere; 2: look at it; 3: may be right.")
    whole = table(header, (5, 15, 36, 9, 7, 20, 8), rows)
    return f"<p>{said(lead)}</p>{whole}" + _more(len(material.discrepancies))


def _kept(material: Material) -> str:
    header = ("", tr("Brief", "Value"), tr("Brief", "Unit"))
    parts = []
    for result in material.kept:
        rows = [
            (
                plain(label),
                right(tr("Brief", "not computed") if value is None else f"{value:,.10g}"),
                plain(unit),
            )
            for label, value, unit in result.numbers
        ]
        inputs = "; ".join(f"{key}: {value}" for key, value in result.inputs.items())
        parts.append(
            f"<h2>{said(result.title)}</h2>"
            + f"<p>{said(' '.join(filter(None, (result.made_at[:10], result.made_by))))}<br/>"
            + f"{said(inputs)}<br/>{said(result.note)}</p>"
            + table(header, (60, 20, 20), rows)
        )
    return "".join(parts)


def _located(material: Material) -> str:
    header = (
        tr("Brief", "Name"), tr("Brief", "Korean"), tr("Brief", "Category"),
        tr("Brief", "Latitude, longitude"), "MGRS", "± m", tr("Brief", "Likelihood"),
        tr("Brief", "Confidence"), tr("Brief", "Source of the point"),
    )  # fmt: skip
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
            plain(tr("Words", site.likelihood)), plain(tr("Words", site.confidence)),
            plain(place.source),
        ))  # fmt: skip
    return table(header, (21, 11, 12, 13, 12, 4, 7, 7, 13), rows) + _more(len(sites)) if rows else ""


def _unlocated(material: Material) -> str:
    header = (
        tr("Brief", "Name"), tr("Brief", "City"), tr("Brief", "Category"), tr("Brief", "Clue"),
        tr("Brief", "Source"),
    )  # fmt: skip
    sites = [site for site in _ordered(material) if not site.geom]
    rows = [
        (
            plain(site.name), plain(site.city), plain(_label(material, site)), plain(site.clue),
            plain(_source(material, site)),
        )
        for site in sites[:LISTED]
    ]  # fmt: skip
    if not rows:
        return ""
    lead = tr("Brief", "Named by a source; no source gives a position, and none is made up here.")
    return f"<p>{said(lead)}</p>" + table(header, (24, 9, 14, 37, 16), rows) + _more(len(sites))


def _sources(material: Material) -> str:
    used = {finding.claim.source_uuid for finding in material.claims}
    used |= {site.source_uuid for site in material.dataset.sites.values() if site.source_uuid}
    used |= {figure.source_uuid for figure in material.figures}
    rows = [
        (plain(row.publisher), plain(row.title), plain(row.date_text), plain(row.licence), plain(row.url))
        for row in sorted(material.sources.values(), key=lambda row: (row.publisher or row.title).lower())
        if row.uuid in used
    ]  # fmt: skip
    header = (
        tr("Brief", "Author or publisher"), tr("Brief", "Title"), tr("Brief", "Date"), tr("Brief", "Licence"),
        tr("Brief", "Address"),
    )  # fmt: skip
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
    more = tr("Brief", "The first {listed} of {all}; sites.csv and atlas.kmz hold all sites.")
    return f"<p>{said(more.format(listed=LISTED, all=f'{number:,}'))}</p>"
