# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The texts of the code reach translators and come back: nothing is lost, nothing wrong goes in."""

from __future__ import annotations

import house
import pytest
import translations
from translations import Entry, Text, as_ts, extract, faults, merged, read


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """Returns what is extracted from a module of that source."""
    monkeypatch.setattr(house, "ROOT", tmp_path)

    def run(source):
        path = tmp_path / "plugin" / "dock.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")
        house.tree.cache_clear()
        return extract([path])

    yield run
    house.tree.cache_clear()


def test_texts_marked_texts_and_plurals_are_found_once_with_their_files(texts):
    found, problems = texts(
        'tr("Dock", "Filter")\ntr("Dock", "Filter")\nT = mark("Dock", "All")\ntr("Dock", T)\n'
        'tr("Dock", "%n sites", 3)\n'
    )
    assert problems == []
    assert [(t.source, t.plural) for t in found] == [("%n sites", True), ("All", False), ("Filter", False)]
    assert found[0].files == ["plugin/dock.py"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('tr("Dock", f"{n} sites")', "f-string"),
        ("tr(CONTEXT, 'Filter')", "context of tr is not a literal"),
        ('tr("Dock")', "takes a context and a text"),
        ('tr("Dock", "a" + name)', "text of tr is not a literal"),
        ('mark("Dock", NAME)', "text of mark is not a literal"),
        ('tr("Dock", title)', "no text is marked"),
        ('tr("Dock", "%n a", 1)\ntr("Dock", "%n a")', "with and without a number"),
        ('tr("Dock", "")', "empty text"),
    ],
)
def test_what_cannot_be_translated_is_told_with_its_line(texts, line, complaint):
    _found, problems = texts(f"\n{line}\n")
    assert len(problems) == 1
    assert complaint in problems[0]
    assert problems[0].startswith("plugin/dock.py:")


def entry(source, *forms, plural=False):
    return Entry(Text("Dock", source, plural), list(forms))


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (entry("{name} of {city}", "{name} in"), "the fields are ['city', 'name']"),
        (entry("{size:.1f} m", "{groesse} m"), "the fields are ['size']"),
        (entry("&File", "Datei"), "access key"),
        (entry("File", "&Datei"), "access key"),
        (entry("%n sites", "ein Ort", "Orte", plural=True), "%n is missing"),
        (entry("%n sites", "", "%n Orte", plural=True), "a form of the plural is missing"),
    ],
)
def test_a_translation_that_would_break_the_window_is_refused(wrong, complaint):
    assert complaint in faults([wrong], "de")[0]


def test_a_right_translation_passes():
    right = [
        entry("&File", "파일(&F)"),
        entry("a &amp; b", "b &amp; a"),
        entry("this & that", "das & jenes"),
        entry("%n sites", "ein Ort", "%n Orte", plural=True),
        entry("{{literal}} {x}", "{x}"),
        entry("Not yet", ""),
    ]
    assert faults(right, "de") == []


def test_translations_are_kept_and_those_no_longer_asked_for_stand_aside(tmp_path):
    path = tmp_path / "dprk_city_atlas_ko.ts"
    path.write_text("", encoding="utf-8")
    first = [Text("Dock", "Filter <b>", False, ["plugin/a.py"]), Text("Dock", "%n sites", True)]
    entries = merged(first, read(path), "ko")
    entries[0].forms, entries[1].forms = ["필터 <b>"], ["곳 %n"]
    entries[0].note = "QGIS: 필터"
    path.write_text(as_ts(entries, "ko"), encoding="utf-8")
    assert as_ts(merged(first, read(path), "ko"), "ko") == path.read_text(encoding="utf-8")
    later = merged([Text("Dock", "New", False)], read(path), "ko")
    assert [(e.text.source, e.obsolete, e.finished) for e in later][0] == ("New", False, False)
    assert {(e.text.source, e.obsolete) for e in later[1:]} == {("Filter <b>", True), ("%n sites", True)}
    path.write_text(as_ts(later, "ko"), encoding="utf-8")
    back = merged(first, read(path), "ko")
    assert [e.forms for e in back] == [e.forms for e in entries]
    assert 'type="vanished"' in path.read_text(encoding="utf-8")


def test_a_language_without_known_plurals_is_named():
    with pytest.raises(translations.TranslationError, match="“xx”"):
        merged([Text("Dock", "%n sites", True)], {}, "xx")


def test_what_ships_is_right():
    """Every translation that ships keeps the fields, numbers and access keys of its text."""
    for path in translations.languages():
        entries = list(read(path).values())
        assert faults(entries, translations.code(path)) == []
