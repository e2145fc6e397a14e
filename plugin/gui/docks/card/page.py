# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A card as a page of Qt's text browser; every word of the data is escaped, links lead to the web only."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from ....core.card import Card, Statement
from ....core.i18n import mark, tr
from ....core.measure.units import format_distance

COPY, SITE = "copy:", "site:"
"""Links that the dock carries out itself: copy a form of the position, show another site."""

FORMS = {
    "decimal": mark("Card", "Decimal degrees"),
    "dms": mark("Card", "Degrees, minutes, seconds"),
    "ddm": mark("Card", "Degrees and minutes"),
    "mgrs": mark("Card", "MGRS"),
    "utm": mark("Card", "UTM"),
}
OPEN_IN = {
    "OpenStreetMap": "https://www.openstreetmap.org/?mlat={lat:.6f}&mlon={lon:.6f}#map=16/{lat:.6f}/{lon:.6f}",
    "Google Maps": "https://www.google.com/maps/search/?api=1&query={lat:.6f},{lon:.6f}",
    "Apple Maps": "https://maps.apple.com/?ll={lat:.6f},{lon:.6f}&q={lat:.6f},{lon:.6f}",
    "Bing Maps": "https://www.bing.com/maps?cp={lat:.6f}~{lon:.6f}&lvl=16&style=h",
    "Yandex Maps": "https://yandex.com/maps/?ll={lon:.6f}%2C{lat:.6f}&pt={lon:.6f},{lat:.6f}&z=16&l=sat",
    "Copernicus": "https://browser.dataspace.copernicus.eu/?zoom=15&lat={lat:.6f}&lng={lon:.6f}",
}
EARTH = "earth:"


def page(card: Card) -> str:
    """Return the page."""
    parts = [_head(card), _facts(card)]
    if card.site.description:
        parts.append(f"<p>{escape(card.site.description)}</p>")
    if card.site.note:
        parts.append(f"<p><i>{escape(card.site.note)}</i></p>")
    parts += [_position(card), _rivals(card), _statements(card), _names(card), _nearest(card)]
    return "".join(part for part in parts if part)


def _heading(text: str) -> str:
    return f"<h4>{escape(text)}</h4>"


def _head(card: Card) -> str:
    korean = escape(card.site.name_ko or "")
    below = f"<br><span style='font-size:large'>{korean}</span>" if korean else ""
    return f"<h2>{escape(card.site.name)}{below}</h2>"


def _facts(card: Card) -> str:
    site = card.site
    status = tr("Words", site.status)
    if site.status == "active":
        dates = sorted(s.imagery_date for s in card.statements if s.imagery_date)
        as_of = tr("Card", "as of {date}").format(date=dates[-1]) if dates else tr("Card", "date not stated")
        status = f"{status} ({as_of})"
    sure = tr("Card", "{likelihood}; confidence in the evidence: {confidence}").format(
        likelihood=tr("Words", site.likelihood), confidence=tr("Words", site.confidence)
    )
    lines = [
        f"<b>{escape(card.category)}</b>, {escape(site.city or '')}" if site.city else escape(card.category)
    ]
    lines += [escape(status), escape(sure)]
    if site.begin_text:
        lines.append(escape(tr("Card", "Begin: {date}").format(date=site.begin_text)))
    if site.end_text:
        lines.append(escape(tr("Card", "End: {date}").format(date=site.end_text)))
    return "<p>" + "<br>".join(lines) + "</p>"


def _position(card: Card) -> str:
    if card.point is None:
        clue = card.site.clue or tr("Card", "No clue is known.")
        return _heading(tr("Card", "Not located")) + f"<p>{escape(clue)}</p>"
    rows = "".join(
        f"<tr><td>{escape(tr('Card', FORMS[key]))}&nbsp;&nbsp;</td><td>{escape(text)}&nbsp;&nbsp;</td>"
        f"<td><a href='{COPY}{key}'>{escape(tr('Card', 'Copy'))}</a></td></tr>"
        for key, text in card.positions().items()
    )
    accuracy = tr("Card", "Accuracy not stated")
    if card.site.accuracy_m:
        distance = format_distance(card.site.accuracy_m, decimals=0)
        accuracy = tr("Card", "Accuracy: ± {distance}").format(distance=distance)
    lon, lat = card.point
    links = [
        f"<a href='{escape(address.format(lon=lon, lat=lat))}'>{escape(title)}</a>"
        for title, address in OPEN_IN.items()
    ]
    links.append(f"<a href='{EARTH}'>Google Earth (KML)</a>")
    opened = escape(tr("Card", "Open in")) + ": " + " · ".join(links)
    return _heading(tr("Card", "Position")) + f"<table>{rows}</table><p>{escape(accuracy)}</p><p>{opened}</p>"


def _rivals(card: Card) -> str:
    if not card.rivals:
        return ""
    lines = []
    for rival in card.rivals:
        text = tr("Card", "{distance} away: {source}").format(
            distance=format_distance(rival.distance_m, decimals=0 if rival.distance_m < 1000 else 1),
            source=rival.source,
        )
        if rival.withheld:
            text = tr("Card", "{text} (not to be used)").format(text=text)
        lines.append(f"<li>{escape(text)}</li>")
    return _heading(tr("Card", "Rival positions")) + f"<ul>{''.join(lines)}</ul>"


def _statements(card: Card) -> str:
    if not card.statements:
        return ""
    lines = "".join(f"<li>{_statement(said)}</li>" for said in card.statements)
    return _heading(tr("Card", "What the sources say")) + f"<ul>{lines}</ul>"


def _statement(said: Statement) -> str:
    source = escape(said.source)
    if urlsplit(said.link).scheme in ("http", "https"):
        source = f"<a href='{escape(said.link)}'>{source}</a>"
    if said.publisher:
        source += f", {escape(said.publisher)}"
    details = [said.kind]
    if said.imagery_date:
        details.append(tr("Card", "imagery of {date}").format(date=said.imagery_date))
    if said.accuracy_m:
        details.append(f"± {format_distance(said.accuracy_m, decimals=0)}")
    if said.confidence:
        details.append(tr("Card", "confidence {word}").format(word=said.confidence))
    text = f"{escape(said.text)}<br>" if said.text else ""
    note = f"<br><i>{escape(said.note)}</i>" if said.note else ""
    return f"{text}<small>{source} — {escape(', '.join(details))}</small>{note}"


def _names(card: Card) -> str:
    lines = []
    for name in card.names:
        detail = f"{name.language}, {name.kind}"
        if not name.verified:
            detail = tr("Card", "{detail}, unverified").format(detail=detail)
        lines.append(
            f"<tr><td>{escape(name.text)}&nbsp;&nbsp;</td><td><small>{escape(detail)}</small></td></tr>"
        )
    return _heading(tr("Card", "Names")) + f"<table>{''.join(lines)}</table>" if lines else ""


def _nearest(card: Card) -> str:
    if not card.nearest:
        return ""
    lines = "".join(
        f"<li><a href='{SITE}{escape(near.uuid)}'>{escape(near.name)}</a>, "
        f"{escape(format_distance(near.distance_m, decimals=0 if near.distance_m < 1000 else 1))}</li>"
        for near in card.nearest
    )
    return _heading(tr("Card", "Nearest")) + f"<ul>{lines}</ul>"
