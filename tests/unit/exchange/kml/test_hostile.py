# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Files made to do harm are refused with a reason that names them; nothing else ever comes out."""

from __future__ import annotations

import random
import struct
import tracemalloc
import zipfile

import pytest
from kmlfiles import DATA, HEAD, TAIL, items, kml, kmz, point, read

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.limits import MB, Limits

SMALL = Limits(item_bytes=MB, head_bytes=2 * MB, tag_bytes=256 * 1024)


def refused(path, words, limits=SMALL):
    with pytest.raises(AtlasError) as caught:
        read(path, limits)
    assert path.name in caught.value.message
    assert words in str(caught.value)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><kml><Document><name>&c;</name></Document></kml>'
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<kml><Document><name>&x;</name></Document></kml>"
)


@pytest.mark.parametrize("text", [BOMB, EXTERNAL, BOMB.replace("<!DOCTYPE", "\n\n<!DOCTYPE")])
def test_entities_of_its_own(tmp_path, text):
    refused(kml(tmp_path, text.encode()), "entities of its own")


def test_an_external_dtd_is_not_fetched_and_its_entities_stay_text(tmp_path):
    text = f'<!DOCTYPE kml SYSTEM "http://127.0.0.1:9/x.dtd"><kml>{point("a &nbsp; &x; b")}</kml>'
    assert items(kml(tmp_path, text.encode()))[0].name == "a \xa0 &x; b"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<OGRVRTDataSource><OGRVRTLayer/></OGRVRTDataSource>", "this is a VRT, not KML"),
        (b"<VRTDataset/>", "this is a VRT, not KML"),
        (b"<!DOCTYPE html><html></html>", "this is a web page, not KML"),
        (b"<gpx/>", "this is a GPX track, not KML"),
        (b"<foo/>", "an XML file of another kind (<foo>)"),
        (b"\x89PNG\r\n\x1a\n", "this is a PNG image, not KML"),
        (b"SQLite format 3\x00" + bytes(100), "an SQLite database"),
        (b"MM\x00*", "this is a TIFF image"),
        (b"%PDF-1.4", "this is a PDF document"),
        (b"", "the file is empty"),
        (b"  \n", "the document is empty"),
        (b"hello, world", "not XML"),
        (bytes(5000), "binary"),
        (b"PK\x03\x04" + bytes(50), "no directory"),
        (b"PK\x05\x06" + bytes(18), "no .kml file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_lie_about_their_kind(tmp_path, data, words):
    refused(kml(tmp_path, data), words)


def test_folders_nested_ten_thousand_deep_are_refused_and_a_hundred_are_read(tmp_path):
    def nest(depth):
        return "<Folder><name>f</name>" * depth + point() + "</Folder>" * depth

    refused(kml(tmp_path, nest(10_000)), "nested more than 500 deep")
    item = items(kml(tmp_path, nest(120)))[0]
    assert len(item.folder.path) == 121


def test_elements_nested_ten_thousand_deep(tmp_path):
    deep = "<ExtendedData>" + "<a>" * 10_000 + "</a>" * 10_000 + "</ExtendedData>"
    refused(kml(tmp_path, point(inner=deep)), "nested more than 200 deep")
    refused(kml(tmp_path, deep), "nested too deep")


def test_a_huge_description_is_left_out_and_the_rest_read(tmp_path):
    huge = f"<description><![CDATA[{'x' * 3 * MB}]]></description>"
    file, records = read(kml(tmp_path, point("a") + point("big", inner=huge) + point("b")), SMALL)
    assert [(record.name, record.problem_code) for record in records[2:]] == [
        ("a", ""), ("big", "oversize"), ("b", ""),
    ]  # fmt: skip
    assert [oddity.code for oddity in file.oddities] == ["oversize"]
    assert records[3].xml == records[3].description == ""


@pytest.mark.parametrize(
    "body",
    [
        "<name>" + "x" * 3 * MB + "</name>",
        "<Style><a>" + "x" * 3 * MB + "</a></Style>",
        "<Style/>" * 400_000,
        f"<Folder id='{'x' * MB}'></Folder>",
        f"<!-- {'x' * MB} -->",
        "<Placemark " + " ".join(f"a{n}='1'" for n in range(60_000)) + "/>",
    ],
    ids=["name", "style", "styles", "attribute", "comment", "attributes"],
)
def test_huge_heads_tags_and_comments(tmp_path, body):
    refused(kml(tmp_path, body), "larger than is read")


def test_memory_stays_small_whatever_the_size(tmp_path):
    big = point(inner=f"<description>{'x' * 3 * MB}</description>")
    path = kml(tmp_path, big * 20 + point("last"))
    tracemalloc.start()
    found = items(path, SMALL)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 21 and peak < 24 * MB


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_off(tmp_path, cut):
    data = (DATA / "everything.kml").read_bytes()
    refused(kml(tmp_path, data[: int(len(data) * cut)]), "cut off")


def test_broken_xml_names_line_and_column(tmp_path):
    refused(kml(tmp_path, "\n\n<Folder></Document>"), "a.kml, line 3: the XML is broken at column 11")


@pytest.mark.parametrize(
    "name", ["O'Brien\"; DROP TABLE sites;--", "\u202eabc", "a\u200fb", "한\u1112\u1161\u11ab", "\U0001f3ed"]
)
def test_names_come_through_as_they_are(tmp_path, name):
    assert items(kml(tmp_path, point(name)))[0].name == name


@pytest.mark.parametrize(
    "broken",
    [
        "<description>a <br> b</description>",
        "<name>x]]>y</name>",
        "<name>never closed",
        "<a b='1' b='2'/>",
        '<Style id="s><a/></Style>',
    ],
)
def test_one_broken_placemark_is_refused_and_the_rest_read(tmp_path, broken):
    body = f"<Folder><name>F</name>\n{point('a')}\n<Placemark><name>bad</name>{broken}</Placemark>\n"
    more = point("b", inner="<description>A & B</description>")
    file, records = read(kml(tmp_path, f"{body}{more}</Folder>{point('c')}"))
    assert [(r.name, r.problem_code, r.line) for r in records[3:]] == [
        ("a", "", 2), ("bad", "broken", 3), ("b", "", 4), ("c", "", 4),
    ]  # fmt: skip
    assert "broken at column" in records[4].problem
    assert records[5].folder.path[-1] == "F" and records[6].folder is not records[5].folder
    assert [oddity.code for oddity in file.oddities] == ["mended"]


def test_folders_that_do_not_close_are_still_refused(tmp_path):
    refused(kml(tmp_path, f"<Folder>{point()}<name>x</Folder>"), "mismatched tag")


def test_the_rest_of_a_huge_feature_is_passed_over_in_any_pieces(tmp_path):
    for filler in (255, 1021, 262_140):
        huge = f"<description>{'x' * (3 * MB + filler)}</description >\n"
        body = point("a") + point("big", inner=huge) + point("b") + "<Folder>" + point("c") + "</Folder>"
        records = read(kml(tmp_path, body), SMALL)[1]
        assert [(r.name, r.line) for r in records[2:] if r.kind == "Placemark"] == [
            ("a", 1), ("big", 1), ("b", 2), ("c", 2),
        ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "<Style><Placemark/></Style>",
        "<wrapper><Folder><Placemark><name>in</name></Placemark></Folder></wrapper>",
        "<Placemark><Style><Placemark/></Style></Placemark>",
        "<NetworkLinkControl><Update><Create><Placemark/></Create></Update></NetworkLinkControl>",
    ],
)
def test_features_where_none_belong_are_told(tmp_path, body):
    file, _records = read(kml(tmp_path, body))
    assert file.oddity_counts["misplaced"] == 1


def test_updates_and_tours_only_refer_to_features(tmp_path):
    change = '<Update><Change><Placemark targetId="a"/></Change></Update>'
    tour = f"<gx:Tour><gx:Playlist><gx:AnimatedUpdate>{change}</gx:AnimatedUpdate></gx:Playlist></gx:Tour>"
    file, _records = read(kml(tmp_path, f"<NetworkLinkControl>{change}</NetworkLinkControl>{tour}"))
    assert "misplaced" not in file.oddity_counts


def test_elements_that_kml_does_not_know_are_told_once(tmp_path):
    file, _records = read(kml(tmp_path, "<PLACEMARK/><PLACEMARK/><my:own/>" + point()))
    assert [oddity.message.split(" ")[0] for oddity in file.oddities] == ["<PLACEMARK>"]


def test_what_stands_behind_the_end_is_counted(tmp_path):
    whole = HEAD + point("a") + TAIL
    file, records = read(kml(tmp_path, (whole + whole).encode()))
    assert [record.name for record in records[2:]] == ["a"]
    assert [oddity.code for oddity in file.oddities] == ["mended", "misplaced"]


def test_geometries_nested_without_end(tmp_path):
    deep = "<Placemark>" + "<MultiGeometry>" * 10_000 + "</MultiGeometry>" * 10_000 + "</Placemark>"
    refused(kml(tmp_path, deep), "nested more than 200 deep")


def test_a_file_of_zeros_is_not_mended_for_ever(tmp_path):
    refused(kml(tmp_path, b"<kml><Document><name>" + bytes(4 * MB)), "more of the text is broken")


# -- archives ------------------------------------------------------------------------------------------


def test_a_zip_bomb_by_ratio(tmp_path):
    refused(kmz(tmp_path, [("doc.kml", "<kml>" + " " * 40 * MB)]), "as a zip bomb does")


def test_a_zip_bomb_beside_the_map(tmp_path):
    refused(kmz(tmp_path, [("doc.kml", HEAD + TAIL), ("a.png", bytes(40 * MB))]), "as a zip bomb does")


def test_many_members_that_are_a_bomb_together(tmp_path):
    members = [("doc.kml", HEAD + TAIL)] + [(f"{n}.png", bytes(15 * MB)) for n in range(6)]
    refused(kmz(tmp_path, members), "as a zip bomb does")


def test_side_files_of_macos_are_left_out(tmp_path):
    path = kmz(tmp_path, [("__MACOSX/._doc.kml", bytes(90)), ("doc.kml", HEAD + point("a") + TAIL)])
    file, records = read(path)
    assert file.documents == ["doc.kml"] and [record.name for record in records[2:]] == ["a"]


def test_why_there_is_no_map_in_an_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.kmz", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("doc.kml", HEAD + TAIL)
    refused(tmp_path / "a.kmz", "packed by a method")


def test_members_that_overlap(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + point() * 50 + TAIL)])
    data = path.read_bytes()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    copies = b"".join(entry.replace(b"doc.kml", b"%03d.kml" % n) for n in range(50))
    record = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 51, 51, len(entry + copies), start, 0)
    path.write_bytes(data[:start] + entry + copies + record)
    refused(path, "overlap")


def test_too_many_members_are_not_even_listed(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + TAIL)])
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x05\x06")
    struct.pack_into("<HH", data, at + 8, 60_000, 60_000)
    path.write_bytes(bytes(data))
    refused(path, "60,000 members")


def test_an_encrypted_map(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + TAIL)])
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    refused(path, "encrypted")


def test_names_that_lead_out_links_and_doubles_are_left_out_and_told(tmp_path):
    link = zipfile.ZipInfo("link.png")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("doc.kml", HEAD + point("first") + TAIL)
        for name in ("../up.png", "/abs.png", "C:\\win.png", "..\\up2.png", "a/../../b.png"):
            archive.writestr(name, "x")
        archive.writestr(link, "/etc/hostname")
        archive.writestr("doc.kml", HEAD + point("second") + TAIL)
        archive.writestr("ok.png", "x")
    file, records = read(path)
    assert file.resources == ["ok.png"]
    assert [record.name for record in records[2:]] == ["first"]
    assert sorted(oddity.message.split("left out: ")[1] for oddity in file.oddities) == [
        "it is a symbolic link.",
        *["its name leads out of the archive."] * 5,
        "the archive holds that name twice.",
    ]  # fmt: skip


def test_a_damaged_member_is_named(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + point() * 500 + TAIL)])
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(bytes(data))
    refused(path, "a.kmz")


def test_a_member_that_unpacks_to_more_than_it_claims_is_not_read_on(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + point() * 5000 + TAIL)])
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 300)
    path.write_bytes(bytes(data))
    refused(path, "a.kmz")


# -- chance --------------------------------------------------------------------------------------------


def mutate(data, chance):
    """Return ``data`` with a few bytes changed, dropped, doubled or replaced by awkward ones."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(data))
        kind = chance.randrange(5)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randrange(1, 40)]
        elif kind == 2:
            data[at:at] = data[at : at + chance.randrange(1, 200)]
        elif kind == 3:
            data[at:at] = chance.choice(
                (b"&", b"<", b">", b"]]>", b"<![CDATA[", b"\x00", b"\xff", b"<!--", b"&#0;")
            )
        else:
            data[at:at] = chance.choice(
                (b"<Folder>", b"</Folder>", b"<Placemark>", b"</Placemark>", b"nan", b"\"'")
            )
        if not data:
            return b"x"
    return bytes(data)


@pytest.mark.parametrize("seed", range(4))
def test_mutations_end_in_records_or_in_a_named_refusal(tmp_path, seed):
    chance = random.Random(seed)
    plain = (DATA / "everything.kml").read_bytes()
    packed = kmz(tmp_path, [("doc.kml", plain), ("files/gun.png", b"x" * 50)]).read_bytes()
    read_well = 0
    for turn in range(100):
        source = packed if turn % 4 == 0 else plain
        path = kml(tmp_path, mutate(source, chance), name="mutant.kml")
        try:
            file, records = read(path)
        except AtlasError as error:
            assert "mutant.kml" in error.message
        else:
            read_well += 1
            assert file.items + len(file.folders) == len(records)
    assert 0 < read_well < 100
