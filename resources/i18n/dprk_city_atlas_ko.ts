<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AlgorithmRow</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>A part of “{layer}” could not be set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>Choose another layer for then or for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>Choose then and now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>It could not be measured; see the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>Two line layers are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>“{layer}” would be compared with itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Algorithms</name>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>A wide table of {columns} columns fits no GeoPackage (limit {most}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Accept points outside Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Accuracy (m, a value or a field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>Adds a sheet with its control points, mask and method from a IIIF Georeference Annotation, as Allmaps writes them.
The image is not fetched; its address stands in the sheet's note. Points outside Korea are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Adds the lines of a layer or selection to the traces of an atlas: a published railway database, a shapefile, lines that a program read off a map.
Kind, year and accuracy are given as values or as names of fields; kinds are also known by the words of other layers (rail, highway, shoreline). Lines that are in the atlas already are left out. Published lines count as surer than schematic ones and less sure than digitized ones; survival takes them with their accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <source>Annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>Annotation (.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <source>Annotation (OUTPUT) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Are longitude and latitude swapped, or is the layer's CRS wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Assertions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <location filename="../../plugin/processing/create.py"/>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <location filename="../../plugin/processing/importannotation.py"/>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importlines.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <source>Atlas (OUTPUT) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Buffer of the cut lines (m; 0 = the middle one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Buffers (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Check claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Check the path and the layer's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Chongjin air defence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Chongjin sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Chongjin then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Choose a line layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Choose another layer or selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Choose another name for the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Choose the long form, or a .csv file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>City brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <location filename="../../plugin/processing/brief.py"/>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Claims (OUTPUT) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Claims that agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Claims that cannot be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Claims that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Class (historic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Columns: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Computes every claim of an atlas (a distance, a count within a radius, an area, a side of a river) from the sites as they are now, and writes a table: what is stated, what comes out, the verdict (agrees, differs, cannot be tested), why, which features are behind it, and what would flip it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>Control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Control points (.points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Coordinate field or fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Coverage by rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Covered (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <source>Create an atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Datum of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Digitized from a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Discrepancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Discrepancies found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Distance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Distance rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>District's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Districts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Draws rings of equal geodesic distance around points: every vertex lies within a millimetre of its radius, chords within half a metre. Radii are typed, in metres (or with units: 5 km, 3 nmi), or taken from a field.
Rings that cross the antimeridian are cut there; one that holds a pole is closed over it.
A ring is a distance and nothing more: whoever reads it as a range should say in RADIUS_SOURCE where the figure comes from; it is kept with every ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Ellipsoid: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/matrix.py"/>
        <location filename="../../plugin/processing/nearest.py"/>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Ellipsoid: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>End it in .tif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Error (m, one sigma)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Export KML or KMZ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <source>Export a georeference annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Feature {fid} has no number in the field “{field}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Feature {fid} has {radius} in the field “{field}”, which is no radius of a ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Features left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Fidelity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the Korean name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the accuracy (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Field of the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Fields: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Fill it in or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Filter (expression on sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Finds the sites nearest to a point: the first K (0 = all), within RADIUS metres if that is given.
Distances are geodesic on the project's ellipsoid and so is the order: nothing is compared in degrees. azimuth_deg leads from the origin to the site, final_azimuth_deg is the same line's where it arrives, back_azimuth_deg looks from the site to the origin; a site at the origin has none. Sites without a point are left out and named in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Finds what contradicts in an atlas: one source with two points for one thing, sources further apart than the size of the thing, figures and states that exclude each other, sites outside their city, names that match where points do not and the reverse, sites entered twice.
Each pair is a line from the first to the second point, with geodesic distance and azimuth on the project's ellipsoid; pairs without two points (figures, statements) have no geometry. Grade 1: wrong somewhere; 2: look at it; 3: may be right. A pair that was settled bears its decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>Folder of the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>Folder of the brief (OUTPUT) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>For example 5, 10, 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Georeference a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Georeferenced sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Give OLD and NEW, or LINES with a date field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Give a number, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Give a point layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Give a polygon layer with at least one feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Give metres above 0 and up to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Grade {grade}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Grid references are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Hamhung air defence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Hamhung sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Hamhung then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Historic lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/datumtest.py"/>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <location filename="../../plugin/processing/georeference.py"/>
        <location filename="../../plugin/processing/importannotation.py"/>
        <location filename="../../plugin/processing/importlines.py"/>
        <location filename="../../plugin/processing/shoreline.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Historic sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>How many (0 = all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Import KML or KMZ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>Import a georeference annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Import a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Import rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>In and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Is the layer's CRS right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>It has {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>KML or KMZ (*.kml *.kmz *.KML *.KMZ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>KML or KMZ file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>KMZ (*.kmz);;KML (*.kml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>KMZ or KML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>KMZ or KML (OUTPUT) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Kind (a value or a field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>LINES needs a date field (DATE_FIELD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Land (tells the side of the sea)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Land won and lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Language of the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Largest difference of bearing (°)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Latitude, longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Left of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Length of transects (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Line {line}, “{name}”: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Line {line}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Lines (INPUT) could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Lines taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Long: a row for each pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Longitude, latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>MGRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <source>Makes a GeoPackage with the atlas of Hamhung and Chongjin: sites, assertions, sources, figures, events, sheets, schematic traces and claims.
With “Empty” it has the two cities, the categories and the base map only. An existing file of that name is replaced when the new one is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Map sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Map sheet (OUTPUT) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Mapping, as the import window saves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <location filename="../../plugin/processing/matrix.py"/>
        <location filename="../../plugin/processing/nearest.py"/>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Measures how a coast moved between two or more dates, along transects from a smoothed baseline, with the statistics of DSAS: SCE, NSM (seaward positive), EPR and its uncertainty; LRR and WLR from three dates up.
Give OLD and NEW with their dates, or one layer LINES with a date field. Without a baseline the oldest shoreline serves. The sea lies where “Sea” says; else beyond a baseline on land; else where the land layer has no land; else on the right of the lines' direction, as in OpenStreetMap, and outside closed lines. Without an error field the newest of LINES has the new error, all others the old one. A change counts as significant beyond 1.96 standard deviations of both positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Measures how much of a historic street or rail network still exists in a modern one.
A stretch survives where a modern line of like bearing lies within the buffer. By accident a lost street does too (S0, from random shifts of the network), so S* = (S − S0) / (1 − S0). Take the buffer from the error budget: twice the root of the summed squares of the errors of sheet, trace and modern layer. Schematic traces are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Measures the geodesic distance of every origin to every target, right to a tenth of a millimetre.
Long: a row for each pair (origin, target, distance_m). Wide: a row for each origin with its point and a column for each target. A .csv or .xlsx as OUTPUT opens in a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Modern lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Name a .csv file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <source>Name a .gpkg file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <source>Name a .json file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Name a .kmz or .kml file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Name a .pdf, .png or .svg file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>Name a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Name of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Nearest sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>New date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>New error (m, one sigma)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>New shoreline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Nulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>Numbers in the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>OUTPUT {path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>OUTPUT: there is no folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Old date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Old error (m, one sigma)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Old shoreline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>On today's map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Only sites where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Operation: {pipeline}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Order of plain numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Origins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Overlays geodesic rings around points: one multipolygon for each depth (how many rings cover it), with its area on the ellipsoid.
RADIUS is a distance in metres (or with a unit) or the name of a field that holds one. With an AREA everything is cut to it, the share covered is given, and the report names the largest gap: the largest circle within the area that no ring reaches into.
What a ring stands for is the user's statement, not the plugin's: RADIUS_SOURCE says where its radius comes from and is kept with every polygon and in the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>PDF (*.pdf);;PNG (*.png);;SVG (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Page (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/datumtest.py"/>
        <source>Pairs (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Pairs measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Print a map sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Printed on the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Prints one of the seven map sheets of an atlas as PDF, PNG or SVG.
Traces that are schematic are named so on the sheet.
With “City” it prints the same kind of sheet of any other city of the atlas; for the cities side by side name two, with a comma between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Published by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>RADIUS “{text}” is neither a distance nor a field of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Radii (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Radius (m), or a field that holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Radius from field (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Reads a KML or KMZ file into an atlas, all of it or nothing: placemarks become sites with what this source says of them, lines become traces, ground overlays sheets. Folders, styles, descriptions, dates and files packed with it are kept and leave again with “Export KML or KMZ”. Network links are listed, never followed.
Folder names give the category by rules (layers/import_rules.csv, or a table of your own). When the atlas holds an earlier release of the same source, the new one is merged: your own edits are never overwritten, and what both changed is listed as a conflict.
The report names every feature that was not taken over, with its line and the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Reads sites from a table (CSV, Excel .xlsx, OpenDocument .ods, or text pasted into a file). Coordinates may be decimal degrees, degrees-minutes-seconds, degrees-minutes, MGRS or UTM, mixed in one column, or the US Army grid of before 1956; in one field or in two (name them “latitude, longitude”).
What the columns are is found by their headings and their values. Where it is not certain which of them state the position, the table is refused and the candidates are named: name the fields, or give the mapping that the import window saved.
Rows with a name and no position become unlocated sites. Rows that name a site of the atlas by its identifier (a table that was exported, edited and comes back) change that site; what was changed in both is a conflict and stays. Every row that could not be read is in the report with its number and the reason; with “Dry run” nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Reference system (datum “other”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/datumtest.py"/>
        <location filename="../../plugin/processing/georeference.py"/>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <location filename="../../plugin/processing/shoreline.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Right of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Round coordinates to decimals of a degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Row {row}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>Run “Multipart to singleparts” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Sea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>Share of the area covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <source>Sheet (title or uuid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Sheet of the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Shoreline change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Shorelines of several dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Sites found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Smoothing (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Source (a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/rings.py"/>
        <source>Source of the radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Spacing (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Survival of a historic network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Surviving and lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Swap latitude and longitude where they only make sense swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Take lines from a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/datumtest.py"/>
        <source>Tells from places that are both on the sheet and on the ground whether the sheet's graticule is on Tokyo 1918, Tokyo 1892 (245 m apart) or neither.
The table has the columns sheet_lon, sheet_lat, ground_lon, ground_lat in degrees (decimal or degrees, minutes, seconds). The verdict is “undetermined” where the pairs scatter too much or no hypothesis fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/datumtest.py"/>
        <source>Test a sheet's datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Text encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>The areas (LAND) could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>The areas could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/rings.py"/>
        <source>The layer has no field “{field}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>The points were taken as printed on the sheet: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>The points were taken as set on today's map: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>The points' map coordinates are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>The result could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>The transects (OUTPUT) could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>The transects could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>The two cities side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Transects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>US Army grid on Bessel, before 1956 (Tokyo 1892)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>US Army grid on Bessel, before 1956 (Tokyo 1918)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Unlocated sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>Updated sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/datumtest.py"/>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Warp what can be read of a damaged scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Warps a scan by control points of QGIS's Georeferencer and says how far it can be trusted.
Methods are to be compared by their leave-one-out error (the miss at a point that the fit has not seen), never by residuals. The datum is the sheet's own: a graticule of the 1940s is on a Tokyo datum. It moves points whose coordinates are printed on the sheet, by some 250 to 330 m; points set on today's map never move. A file does not say which they are: say it, or see in the report what was guessed and why. Degenerate, mirrored and swapped points, points outside Korea and a damaged scan are refused before anything is written. Without an output only the report is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Wide: a column for each target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Withhold coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Within (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Write 1944, 1944-06 or 1944-06-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Writes an atlas as KMZ or KML: folders, styles, dates, descriptions and overlays as they came in, with the changes made here; the atlas's own sites in folders by category with our icons.
The expression chooses sites. Coordinates can be rounded or withheld; the file then says so. A file of that name is replaced when the new one is complete and was read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportannotation.py"/>
        <source>Writes the control points in use, the mask and the method of a sheet as a IIIF Georeference Annotation, which Allmaps reads.
Printed points are brought to WGS 84 by the sheet's datum. Name the sheet by its title or its uuid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>Writes what an atlas says of its cities into one folder: brief.pdf (key figures, the map sheets, the cities compared, claims with verdicts, contradictions, results kept, gazetteer, sources), sites.csv, claims.csv, atlas.kmz and manifest.json (versions, the hash of the data, every number with its inputs).
Files of these names in the folder are replaced when all new ones are complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importlines.py"/>
        <source>Year (a value or a field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <source>covered {}×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>{count} features written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>{features} features: {imported} imported, {listed} listed, {refused} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>{file} (OUTPUT) is no name of a GeoTIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/create.py"/>
        <source>{file} is open in this project. Close it first, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>{file} was read as {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>{layer} has no field {text} ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>{name} {number} is not a distance or count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{name} {x}, {y} was read as longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>{name} “{given}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>{name}: the folder {parent} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>{output} is an input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>{rows} rows: {new} new sites, {changed} changed, {same} as they are here, {refused} not taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>{title} ({name}) could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>{title} ({name}) has no features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>{title} ({name}) is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{title} ({name}): the layer “{layer}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/base.py"/>
        <source>{title} ({name}): there is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/matrix.py"/>
        <source>{what} ({name}) has no points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what} holds no polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: %n features without a point were left out (id {named}).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: The {name} {value} of feature {fid} is no place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: feature {feature_id} has {points} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: feature {feature_id} is not a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: the layer “{layer}” holds no points ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: the point of feature {fid} cannot be brought to WGS 84.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>“{name}”: {field} changed here and in the new release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>“{text}” is no list of metres (BUFFERS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>“{title}” with %n control points.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>Annotated sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>Image: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>It needs a target with a source, and a body with features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>Point {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>Save one of them as a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>Set some in the Points tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>Several sheets of the atlas are called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>There are: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>There is no sheet “{name}” in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file} cannot be read as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file} has more than {count} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file} holds %n georeference annotations.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file} is larger than {size} MB: not an annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file} is not a georeference annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file}, point {number}: its coordinates are not four finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file}, point {number}: {lon}, {lat} is not a longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file}: the mask is not a polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/annotated_sheet.py"/>
        <source>“{title}” has no control points in use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>Save it without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a 7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a GIF image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a JPEG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a PNG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a TIFF image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a bzip2 archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a gzip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>a shapefile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>an SQLite database or GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>an archive of {members} members is more than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>an old Office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>it claims to unpack to {total} bytes, as a zip bomb does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>it is a side file of macOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>it is a symbolic link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>it is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>it is packed by a method that KMZ does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>its members unpack to {total} bytes, more than are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>its name leads out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>the archive has no directory; the file is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>the archive holds that name twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>the archive is damaged ({err}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>the archive's directory is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>the members of the archive overlap, as in a zip bomb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>{size} bytes are too many to carry over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>“{filename}” is left out: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>“{name}” claims to unpack from {packed} to {unpacked} bytes, as a zip bomb does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/archive.py"/>
        <source>“{name}” is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AtlasFilter</name>
    <message>
        <location filename="../../plugin/gui/parts/locator.py"/>
        <source>City Atlas sites and coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/locator.py"/>
        <source>Go to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/locator.py"/>
        <source>“{site}” has no position: see Sites, Unlocated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AtlasLayers</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>{radius} km around downtown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <location filename="../../plugin/gui/background.py"/>
        <source>Enable the Processing plugin of QGIS and load this plugin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/background.py"/>
        <source>It could not be computed; see the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/background.py"/>
        <source>The algorithm {name} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>A backup is made before every import, merge, upgrade and restore; the newest {kept} are kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Backups of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Go back to the state of {when}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Go back to this state…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Made before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Size (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>There is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>What the atlas holds now is kept as a backup, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>an import or merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>going back to a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>the upgrade from format {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsPart</name>
    <message>
        <location filename="../../plugin/gui/parts/backups.py"/>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/backups.py"/>
        <source>Go back to the state before an import, merge or upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/backups.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/backups.py"/>
        <source>Open the atlas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/backups.py"/>
        <source>Save the backup as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/backups.py"/>
        <source>The atlas is as it was at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Basemaps</name>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Address with {z}, {x} and {y}. Its computer will be asked for tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Background from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Background from an XYZ address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Background…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Esri Wayback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Esri Wayback by date… — asks {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>Esri Wayback, published {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>GeoTIFF, MBTiles, VRT; elevation models are shaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>Georeference it first (Historic, Sheet).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Imagery as published on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Imagery or a street map under the atlas; asks the network only when chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Images: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>It begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>It has {z}, {x} and {y} where the numbers of a tile stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Licence: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>List of imagery releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Look whether this computer is on the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>None (offline land and sea)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Picture or elevation model of mine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Pictures (*.tif *.tiff *.vrt *.mbtiles *.jp2 *.asc *.img);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>Take a GeoTIFF, an MBTiles file, a VRT or an elevation model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>Terms: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>The background “{name}” cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>The list of imagery releases cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>The list of imagery releases could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>The offline map has no streets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>The service does not date its images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>Try again later, or take another background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>World Imagery as it was published on a day; the list of days is fetched first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>XYZ address of mine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>published {date}; the images are older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>{file} cannot be read as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>{file} does not say where it lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/basemaps.py"/>
        <source>{title} — asks {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>“{address}” is not a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/basemaps.py"/>
        <source>“{address}” is not an XYZ address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n claims of the sources were tested.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n contradictions between sources were found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n of them are open.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n quantities of one city alone stand in manifest.json.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Author or publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Azimuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Claims put to the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Clue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Computed on the ellipsoid {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>From the atlas “{atlas}”, {date}, {plugin}. Every number is computed from the atlas or stated by a named source; manifest.json lists each with what it rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>Gather them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Grade 1: wrong somewhere; 2: look at it; 3: may be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Known, but not located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Latitude, longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>Make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>Name a folder for the brief.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Named by a source; no source gives a position, and none is made up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Nearest site of each category to each downtown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Ratio, or why there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Results kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Source of the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>The brief could not be put into {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>The brief has no numbers yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>The cities compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>The first {listed} of {all}; sites.csv and atlas.kmz hold all sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>The folder {path} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>The pages of the brief could not all be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>What is known of both cities, widest differences first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>What the atlas holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>What would flip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Where sources contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>known, not located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>map sheet {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_data.py"/>
        <source>no city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>sources disagree on the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>the text pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>with a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>{agree} agree with the atlas, {differ} differ, {untested} cannot be tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>{atlas}: city brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>{cities}: city brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>{city}: date, source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>{path} cannot be written to: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief.py"/>
        <source>{path} is a file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefDock</name>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>A folder to hand on: a PDF with key figures, map sheets, the cities compared, claims, contradictions and the gazetteer, the tables, a KMZ, and a manifest that gives every number with its inputs. Positions are exact; to round or withhold them use Export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Choose where the brief goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>City brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Computing the numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Drawing: {page}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Make the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Map sheets in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>No brief was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>No folder is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Open PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Open an atlas to make a brief of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Results kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>The brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>The brief is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>remove a kept result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>“Keep for the brief” in the Measure and Historic docks puts results here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureTool</name>
    <message>
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>A drawing is begun already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>Finish it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>Finish the drawing first, or press Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>It takes at least %n points.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>The outline crosses itself. Take points back with Backspace and draw on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>This part of the map is nowhere on earth. Zoom in and click again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Accuracy not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Accuracy: ± {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Begin: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Bring it into view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Click a site on the map or choose one in the Sites dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Decimal degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Degrees and minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Degrees, minutes, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>End: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Give it another position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>Hangul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>Hanja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>Japanese reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>MGRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>McCune–Reischauer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Measure from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>No clue is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Not located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Open in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Open its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>Rival positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>The position is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>This site is no longer in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>UTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>What the sources say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Who changed what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>as of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>confidence {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>date not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>imagery of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>romanised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/card.py"/>
        <source>source not in the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>{detail}, unverified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>{distance} away: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>{likelihood}; confidence in the evidence: {confidence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/page.py"/>
        <source>{text} (not to be used)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CitiesTab</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>%n of them can be compared; widest differences first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>%n quantities.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>City beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Figures side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Nearest of each category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Nearest site of each category to each downtown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>No ratio: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Sites this near to downtown are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Two cities with a position are needed to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>What can be compared, widest differences first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CitySwitch</name>
    <message>
        <location filename="../../plugin/gui/parts/city_switch.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/city_switch.py"/>
        <source>Move the map to a city of the atlas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Add a claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Add the source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Choose a name from the list, or use a filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>From site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>It says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>No site of this atlas is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Of site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Stated value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>The atlas has no source to name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>The claim has no statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Tolerance (±)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Within radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Write it like 3.3 or 16738.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Write what the source says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>Write {thousands} or {decimal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>or against figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>or from downtown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>or nearest site matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>or of figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>or of sites where</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>“{name}” is the name of %n sites of this atlas.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>“{text}” can be read in two ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>A course of {line} drawn to better than {accuracy} would decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>A position of {names} would decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>A second source on this would decide it: {claim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/dataset.py"/>
        <source>Add it to the cities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Agrees for a tolerance (±) of {value} and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Another source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Choose the subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Choose what it is measured from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Clue: {clue}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Draw it: its course would decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Fill in the radius in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>Fill in the stated value and one of the units {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>Fill in the stated value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Flips if another source dated it {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Flips if the dates of all other sources lay outside {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Flips if the river ran {distance} farther over to the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Flips if {figure} were above {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Flips if {figure} were below {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Holds for a width of {distance} and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Holds for any reference within {distance} of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>It is the nearest of %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>It rests on what is itself unsure: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Next at {distance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>No located site matches “{filter}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>No second source was entered; kept as stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>No site matches “{filter}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>None of the %n has a position.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Only named as a group: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>That is within the accuracy of both ({distance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>That is {share} % from what is stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The atlas has no dated event of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/dataset.py"/>
        <source>The atlas has no downtown point of “{city}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The atlas has no line that “{filter}” chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The atlas lists none one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The atlas lists {listed}, {located} of them with a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The course of it, drawn as a trace, would decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The farthest inside is at {distance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The farthest of {count} lies {distance} from {line}, which is drawn to {accuracy}; along means within {width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The line has no course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>The operator is left or right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>There is no figure to compare “{claim}” with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>Use one of {operators}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>With {place} it is {computed} and agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>With {place} it is {computed} and differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Without a position: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Would agree if the points lay {distance} farther apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>Would agree if the points lay {distance} nearer to each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>about {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>at least {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>at most {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>cannot be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/dataset.py"/>
        <source>downtown {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>independent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>left bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>less than {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>more than {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>not independent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>one {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>rank {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>right bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>up to {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{figure} is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{first}: {value}; {second}: {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{inside} of {located} located lie within {radius} of {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{label} of {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{number} more {unit} listed would make it agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{number} more {unit} would make it differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{number} {unit} fewer would make it agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{number} {unit} fewer would make it differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>{place} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{site} has no known position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{source} gives {value} ({label}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{source}: {event}, {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{subject} lies {distance} from {line}, which is drawn to {accuracy}; along means within {width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{subject} lies {distance} from {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>{subject} lies {distance} off {line}, on the {bank}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>{verdict}, {witness}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>“{claim}” has no length to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>“{claim}” has no radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>“{claim}” has no reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>“{claim}” names no bank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>“{claim}” names no site as its subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>“{claim}” states no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/judgement.py"/>
        <source>“{operator}” is not an operator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimsTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Add a claim…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>All verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>The claim was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>What would flip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>add a claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>{all} claims: {agree} agree, {differ} differ, {untested} cannot be tested. {own} rest on their own author's rows alone, {contested} are contested.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClueAreas</name>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>Correct its rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>The city has no surroundings in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>The clue is in words only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>The clue of “{site}” cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>around {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>near the label of {river}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>surroundings of {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>up to {high} km from downtown {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>up to {radius} km from {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>within {metres} m of the {river}, as drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>{district}: its bounds are not in the atlas; drawn is the surroundings of {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>{low} to {high} km from downtown {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>“{river}” is not in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/clue_areas.py"/>
        <source>“{site}” has no position itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoastTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>  {district}: mean {mean} m ({count} transects)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>%n transects over {years} years: {out} moved seaward and {back} landward beyond the errors, {still} not.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>1944 or 1944-06-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Areas of land, which tell on which side of a coast the sea is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Choose the coast of two dates, or one layer of several under “More”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Date field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>District's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Districts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Dry land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Error field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Error of the coast's position, one standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Farthest seaward {seaward} m, landward {landward} m; mean {mean} m ({yearly} m a year).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>In the direction in which the lines are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Keep for the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Land lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Land won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Land won and lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Land won and lost as areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Land won {won} ha, lost {lost} ha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Landward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Measure the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Not significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>One layer with the coasts of three dates or more, in place of the two above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Sea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Seaward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Several dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Shoreline change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Shoreline change, {years} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>The date of “{title}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Transects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Write 1944, 1944-06 or 1944-06-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>as the land tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>date, error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>farthest landward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>farthest seaward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>land lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>land won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>left of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>mean movement of the shore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>of these with significant change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>right of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>transects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>⚠ All of it lies within the errors: no change is shown by these lines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Accuracy (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Analyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>As printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Author or publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Basis of the extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Begin, as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Begin, earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Begin, latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>CRS as entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>CRS, when the datum is other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Clue as geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Clue to where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Collar (pixel polygon)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Colour group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Compiled from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Conflicting positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Counts category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/record.py"/>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Discrepancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>End, as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>End, earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>End, latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Entered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Fidelity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Further data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Georeferenced image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Hanja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Id at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Id in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/record.py"/>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Imagery date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Japanese-era reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Korean label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Korean name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Largest disagreement (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Leave-one-out error (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Lines, areas and sheets made of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Name in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Named in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Number of its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Number of the folder around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Order in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Outside its city's surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Page of the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Page, link or record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/history.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Position in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Published length (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Qualifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Radius (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Reference city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Reference figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Reference filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Reference is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Reference site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Replaced by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Replaced by import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/record.py"/>
        <source>Row version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Scale 1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/history.py"/>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Shown in the air-defence view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Source of the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Stated value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Subject figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Subject filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Subject site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Survives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Transformation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Two points of one thing, at most (m) apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Upper value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Usual words and abbreviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>What is asserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Why it is not on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Within (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>X as entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>XML before its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Y as entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Year of the content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Year printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Year shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnRoles</name>
    <message>
        <location filename="../../plugin/gui/dialogs/column_roles.py"/>
        <source>Click to say what this column holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/column_roles.py"/>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>%n located</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>All sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Area of the markets within {radius} km of downtown, together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/nearest_by_category.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Give a distance above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/nearest_by_category.py"/>
        <source>Nearest to {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Ratios and rates are made only of figures of the same kind and boundary, at most %n years apart.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>The atlas has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Two different cities with a position are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Why no ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>a rank has no ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>no number is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>none in the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>none in the atlas, {number} stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>not every market of {city} has a stated area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>number not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>of different boundaries: “{first}” and “{second}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>of different times: {first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>stated of {city} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>the atlas holds none of {city}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>the atlas lacks some of {city}: {number} are stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{city}, date and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{city}, per 100,000 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{city}, per km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{city}: sites not closed, converted, demolished or historic within {radius} km of downtown ({land} km² of land), and those without a position that a source puts into the city.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{known} of {all} markets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{larger} {ratio} × {smaller}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>{radius} m is not a radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>“{words}” is a bound, not a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>All mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>All theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Delete it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Keep theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Save this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Two versions of a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>Your version is kept in the history, whatever you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>{number} of {total}: “{name}” ({table}) was changed by somebody else while you edited it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>{number} of {total}: “{name}” ({table}) was deleted by somebody else while you edited it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <location filename="../../plugin/gui/parts/conflicts.py"/>
        <source>settle “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlPoints</name>
    <message>
        <location filename="../../plugin/core/historic/sheet_points.py"/>
        <source>All points were set on the ground: the sheet's datum drops out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Are they degrees, and another reference system was chosen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Check its map coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Check the coordinates on the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Check the sign of the rows (QGIS counts them downwards, as negative numbers) and of x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>Choose Tokyo 1918, Tokyo 1892 or other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>Choose one (CRS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/sheet_points.py"/>
        <source>Choose the datum in the Sheet tab and save it; the choices lie up to 290 m apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Control point {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>Control point {label} has no finite coordinates and was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Control points {labels} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Control points {labels} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>Decimal commas need semicolons or quotes around them; write points instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Exchange longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>No reference system was given for the datum “other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>One of them is probably wrong; see their leave-one-out errors, or choose a stiffer method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Outside the control points {method} folds {share} % of the scan over itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/sheet_points.py"/>
        <source>Points are given in the sheet's own coordinates, but its datum is not chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Remove or disable one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>Save the points in degrees (EPSG:4326).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Set a point well beside the line: without it nothing holds the sheet across it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Set more points or choose a simpler method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Set them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The control points are on {name}, but the datum chosen is WGS 84: the sheet would be some 280 m off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The control points' system {name} cannot be brought to degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The file says {name}; the points were taken as {chosen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The file says {name}; {given} was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>The header must read {header}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The points are in {name}; they were unprojected and taken as {chosen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>The points enclose only {hull_share} % of the scan; the rest is extrapolated, where polynomials and splines run wild.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>The points lie nearly on one line: across it the sheet is held badly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>The points were taken as set on today's map, so the sheet's datum drops out; printed ones would lie {metres} m elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>The rows are mirrored: .points files count them downwards as negative numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Were scan and map positions paired wrongly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>a Tokyo datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>a Tokyo datum was given for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>a custom system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>as was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>the coordinates are not the round ones of a graticule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>the file's reference system is on a Tokyo datum ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>the file's reference system is one of today's maps ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{everyone} are mirrored: the scan would be seen from behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{everyone} contradict each other: no sheet has them in these places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{everyone}: the map coordinates look swapped (x for y).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{method} folds the sheet over itself. Nearest to the fold: {points}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{method} needs at least {least} control points; enabled: %n ({points}).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{method} with {n} points bends to every error; use twice the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{name} cannot be read as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{name} holds no control points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{name} is larger than {size} MB: no list of points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{name} is no control point file: the header has no {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{n} points are few for {method}: with fewer than {least} its errors cannot be judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} are the same point on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} are the same point on the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} lie in one place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} lie in one place on the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} lie on one line on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} lie on one line on the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} lie within a metre on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} nearly coincide on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points} nearly coincide on the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points}: coordinates that are no finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{points}: far outside the scan of {columns} × {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{point} lies {km} km away from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{where} has {count} values for {width} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{where} has {text} for {key}: no finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>{where} has “{text}” for {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/points_datum.py"/>
        <source>{whole} of {count} points stand on round minutes and seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/control_points.py"/>
        <source>“{line}” is no line of a control point file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Coordinates</name>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>A grid reference has 0 to 5 digits each way, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>A reference of before 1956 (Bessel, for example EB645307) is read when “US Army grid on Bessel” is chosen as the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>Add the digits of easting and northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>Both need the same number of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>Decimal commas were read as decimal points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>Easting and northing need the same number of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>If it is a modern MGRS reference, choose MGRS as the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>It would then lie at {place} (latitude, longitude).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>Keep the one that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>Latitude and longitude may be swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/format.py"/>
        <source>Latitude {lat:.6f} lies outside UTM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/format.py"/>
        <source>Longitude {lon}, latitude {lat} is not a position on the earth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>Read as latitude, longitude: the other order is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>Read as longitude, latitude: the other order is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>Separate latitude and longitude by a comma or mark them N and E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>Swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>Ten digits name a metre; more are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>The US Army grid reference “{text}” does not exist: row {row} does not touch band {band}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” does not exist: column {column} is not in zone {zone} ({first} to {last}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>The grid reference “{text}” does not exist: column {column} is not in zone {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” does not exist: square row {row} does not touch band {band} ({low:g}° to {high:g}°) in zone {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” has %n digits.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>The grid reference “{text}” has a letter that the grid does not use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>The grid reference “{text}” has unequal parts for easting and northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” names band {band}; bands are C to X without I and O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” names row {row}; rows are A to V without I and O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” names zone {zone}; zones run from 1 to 60.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The polar grid reference “{text}” lies outside the polar area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The polar grid reference “{text}” names a square that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>The position lies outside Korea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>The reference names a square outside its own zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>The third number was taken for a height and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>There is no coordinate in an empty text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>There is no grid reference for longitude {lon}, latitude {lat}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>Tokyo 1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>Tokyo 1918</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>US Army grid on Bessel, {datum}, zone {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>UTM is written easting first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/format.py"/>
        <source>Use MGRS, which has polar squares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>Use one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>Write 52N, or the band letter: 52T.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>Write E or W.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>Write decimal points, or a semicolon between latitude and longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>Write it like 52TEM 67848 26312 or 52T EM 678 263.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>Write it like EB645307 or 52TEB 645 307.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>Write it with 0-9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>Write “52 north” for Korea, or easting and northing with mE and mN as Google Earth does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>not shifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” can be read in more than one way (%n numbers).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” can be read in more than one way: commas stand for decimals or between numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” contradicts itself in its letters or signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” contradicts itself: the northing lies at latitude {lat:.2f}°, band {band} runs from {low:g}° to {high:g}°.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” ends in a stray sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has %n numbers where degrees, minutes and seconds belong.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has a sign after its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has both a minus sign and the letter {letter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” has latitude {value:g}; it runs from -90 to 90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” has longitude {value:g}; it runs from -180 to 180.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has {number} minutes; they run to 59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has {number} seconds; they run to 59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has {unit} in the wrong place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” holds broken characters (half of a surrogate pair).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” holds one number or angle; a position needs latitude and longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” is a latitude where a longitude belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” is a longitude where a latitude belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/us_army_grid.py"/>
        <source>“{text}” is not a US Army grid reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” is not a coordinate: “{part}” was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” is not a whole MGRS reference: it needs zone, band and square, such as 52TEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>“{text}” is not an MGRS reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” is too long for a coordinate (%n characters).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” lies outside UTM: eastings run from 100,000 to 900,000 m, northings to 10,000,000 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/links.py"/>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” lies outside the range of degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” names UTM zone {zone}; zones run from 1 to 60.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” names a UTM zone without hemisphere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” names a square of {size:g} km, not a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}” names band {band}; bands are C to X without I and O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” names two latitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” names two longitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” should be one latitude or longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}” states positions that lie {metres:,.0f} m apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” uses digits other than 0-9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}”: O can mean east (Ost) or west (ouest, oeste).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}”: S can mean the southern hemisphere or band S (32° to 40° N).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/grids.py"/>
        <source>“{text}”: easting and northing look swapped: swap?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/parse.py"/>
        <source>“{text}”: latitude and longitude look swapped: swap?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}”: only the last of degrees, minutes and seconds can have decimals.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/charts.py"/>
        <source>buffer (m)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Datum</name>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>Check the coordinates and their reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>Check the signs: longitudes east and latitudes north are positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>Give degrees, longitude first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>Longitude and latitude look swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>Swap them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>There is no datum {datum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>These look like metres: choose the reference system that they are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>Use one of: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>{what}: longitude {lon} and latitude {lat} look swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>{what}: longitude {lon}, latitude {lat} lies in another hemisphere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>{what}: longitude {lon}, latitude {lat} lies outside Korea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>{what}: the coordinates are not finite numbers ({lon}, {lat}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>{what}: {lon}, {lat} is no longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatumPanel</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>  {datum}: {direction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>  {name}: {misfit} m left (RMS {rms} m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Datum: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Operation: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Operation: {name} (± {metres} m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Places on the sheet and on the ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Printed coordinates move here by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Test the datum…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Tokyo 1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Tokyo 1918</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Verdict of %n pairs: {verdict}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>WGS 84</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>not determined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>{metres} m E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>{metres} m N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>{metres} m S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>{metres} m W</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatumTest</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>%n pairs: “{best}” leaves {misfit} m, the next {second} m; the hypotheses stand {apart} m apart or more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>A single pair shows no scatter: confirm it with more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>Give five or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>Needed: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>No hypothesis explains the displacement: another datum, or a sheet whose graticule was moved by local control (then the datum drops out).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>Rows apart from the others, to be checked: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>The pairs scatter by {spread} m, too much for so few to tell the hypotheses apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>The pairs scatter by {spread} m, too much to tell the hypotheses apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>There is no pair of sheet and ground positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>Too many of the pairs contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>tokyo1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>tokyo1918</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>undetermined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>{file}, row {row}, {column}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>{misfit} m remain that no datum explains: paper, compilation or picking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>{name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>{name} has no column {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>{name} is larger than {size} MB: no list of points.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Datums</name>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>EPSG:1305 (-147, 506, 687 m), extrapolated north of 38.6°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Other reference system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Tokyo 1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Tokyo 1918</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>WGS 84</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/datum.py"/>
        <source>longitude + 10.405″ (EPSG:5134), then EPSG:1305 (-147, 506, 687 m), extrapolated north of 38.6°</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Discrepancies</name>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>Both cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/find.py"/>
        <source>Choose one of two positions, statements or figures; else keep both or say what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/find.py"/>
        <source>Look for discrepancies again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/find.py"/>
        <source>The position was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/find.py"/>
        <source>The search for discrepancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>an unstated number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>entered as contradicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>figures differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>one source, two points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>outside its city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>same name, other place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>same name, same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>same place, other name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>sources put it apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/findings.py"/>
        <source>status differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/pair_rules.py"/>
        <source>{one} / {other}: a name in common, but {metres} m apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/pair_rules.py"/>
        <source>{one} / {other}: a name in common, {metres} m apart, no more than its size: entered twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/pair_rules.py"/>
        <source>{one} / {other}: names that match, {metres} m apart: entered twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/pair_rules.py"/>
        <source>{one} / {other}: the same place ({metres} m apart) under names that do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: marked as outside the surroundings of {city}, but it lies inside, {distance} km from downtown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: marked as outside the surroundings of {city}, but it lies inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: marked as {status}, but a source says “{statement}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: marked as {status}, but it ended by {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/position_rules.py"/>
        <source>{site}: one source gives two points {metres} m apart; their accuracies explain {explained} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: said to be in {city}, but it lies outside its surroundings, {distance} km from downtown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: said to be in {city}, but it lies outside its surroundings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/position_rules.py"/>
        <source>{site}: two points entered as contradicting, {metres} m apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/position_rules.py"/>
        <source>{site}: two sources put it {metres} m apart, more than the {limit} m of its kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{site}: “{one}” against “{other}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{subject}: {one} against {other}, {share} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/statement_rules.py"/>
        <source>{subject}: {one} against {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/find.py"/>
        <source>“{text}” has no such side to choose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscrepanciesTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Azimuth (°)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Choose the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Choose the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Distance (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Search again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Show settled ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>settle a discrepancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>take a decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>{count} of grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>{open} open ({grades}), {settled} settled. Grade 1: wrong somewhere, 2: look at it, 3: may be right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <location filename="../../plugin/plugin.py"/>
        <source>Brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/card/card_dock.py"/>
        <location filename="../../plugin/plugin.py"/>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/plugin.py"/>
        <source>Historic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/plugin.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/plugin.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <location filename="../../plugin/core/discrepancies/duplicates.py"/>
        <source>same kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/duplicates.py"/>
        <source>same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/duplicates.py"/>
        <source>same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/duplicates.py"/>
        <source>similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/discrepancies/duplicates.py"/>
        <source>unlocated, similar name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditSessionsPart</name>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>No atlas is open for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>Save to a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>Save to a new file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>The atlas is being saved…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>edits in “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit_sessions.py"/>
        <source>{file} was deleted or replaced: nothing was saved. Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>A position that must not be shown cannot be the chosen one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Choose one that has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Choose one, or enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Click the map again or type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Click the map or type a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Every position needs a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Give it one, if only a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Latitudes run from -90 to 90, longitudes from -180 to 180.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>Name the publication, map or observer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/edit_guard.py"/>
        <source>QGIS reported “{layer}” as saved, but {missing} of {count} rows are not in the file as they were edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>The new source has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/edit_guard.py"/>
        <source>The others are still in the edit session; correct them or discard them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>The position is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>The position {lat:.6f}, {lon:.6f} (latitude, longitude) does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>The site has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>There is no position yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/edit_guard.py"/>
        <source>They are kept in the journal and offered at the next opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/gestures.py"/>
        <source>This assertion has no position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/edit_guard.py"/>
        <source>“{layer}” was not saved whole: {written} of {count} rows were written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <location filename="../../plugin/core/errors.py"/>
        <source>The operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/errors.py"/>
        <source>{what} was cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangePart</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>%n sites are on the clipboard.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Export KMZ, KML, a table, GeoJSON or GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Import KML, KMZ or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Imported {file}: {sites} sites, {lines} lines and areas; {refused} refused. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Written and read back: {file} ({count} features).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>import “{file}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>take values of the new release</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source> decimals of a degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>As they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>CSV (table of the sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Copying the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Exporting {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>GeoJSON (*.geojson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>GeoJSON (sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>GeoPackage (sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Imported maps leave as they came, with your changes; own sites in folders by category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>It stays as it is until the new one is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>KML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>KML (*.kml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>KMZ (*.kmz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>KMZ (Google Earth, icons packed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Make texts inert that a spreadsheet would run as a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>One row for each site, with its source; unlocated ones without a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>OpenDocument (*.ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Puts ' before texts that begin with = + - @. Our own import takes it away again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Rounded to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Selected ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Spreadsheet for Excel (sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Spreadsheet for LibreOffice (sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Table on the clipboard (sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>The file will say: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>The filter is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Those that the Sites dock lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Those that the Sites dock lists ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Where:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Which sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>While a filter of the dock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Write one, or choose All.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>{file} is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportKml</name>
    <message>
        <location filename="../../plugin/core/exchange/kml/export_kml.py"/>
        <source>A .kml cannot pack icons and images; choose .kmz to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/export_kml.py"/>
        <source>Give it one of these endings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/writer.py"/>
        <source>Try another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/writer.py"/>
        <source>what was written could not be read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/writer.py"/>
        <source>what was written is not well-formed ({err}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/export_kml.py"/>
        <source>{file} is neither .kml nor .kmz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/writer.py"/>
        <source>“{name}” needs a .kmz: a .kml file holds one document.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportTable</name>
    <message>
        <location filename="../../plugin/core/exchange/table/export_table.py"/>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/export_table.py"/>
        <source>Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheet_writer.py"/>
        <source>Take CSV or GeoPackage, or export a part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheet_writer.py"/>
        <source>Take CSV or GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/export_table.py"/>
        <source>Take {endings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/export_table.py"/>
        <source>{file} has no ending that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheet_writer.py"/>
        <source>{file}, row {number}: a text of {text} characters; a cell holds {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheet_writer.py"/>
        <source>{file}: a sheet holds {most} rows, and there are more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/export_table.py"/>
        <source>{path} could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/export_table.py"/>
        <source>{path} could not be written whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Expressions</name>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Azimuth in degrees clockwise from north from a to b; NULL where they are one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Bring the point to WGS 84: transform($geometry, @layer_crs, 'EPSG:4326').</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Choose a point layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/expressions.py"/>
        <source>Feature {feature} of “{layer}” has %n points.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Geodesic distance of two points in metres, on the project's ellipsoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Give a layer's name, id or role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Give a point such as $geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Give metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>How many features of a point layer (its name, id or role, e.g. 'sites') lie at most radius_m metres from the point, only those that the filter expression chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>MGRS reference (WGS 84, to the metre) of a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Name of a site, also in another language: 'ko', 'ko-Hani', 'ja', 'ko-Latn', 'ja-Latn'; NULL where the atlas has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Point at the middle of an MGRS square (WGS 84).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Run “Multipart to singleparts” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>The first argument is not a feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>The geometry is not a single point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>The layer “{layer}” has no points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>The radius “{radius}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>There is no layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Use centroid() or point_on_surface().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>Write atlas_name($currentfeature).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>{x}, {y} are not degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/expressions.py"/>
        <source>“{value}” is not a geometry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/facets.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>Choose another name, or take the protection away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>Close it where it is open, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>Is the disk full? The previous file, if there was one, is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>The previous file, if there was one, is unchanged. Choose another place or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>{target} could not be written whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>{target} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>{target} has unfinished changes beside it ({name}{ending}); they would get into the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/files.py"/>
        <source>{target} is write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPart</name>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Choose it in the list to replace it, or type another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>City atlas (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Close the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Open an atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Open another atlas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Open the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Open the atlas of Hamhung and Chongjin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Recent atlases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Save atlas as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Save atlas as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/files.py"/>
        <source>{file} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>Compare it: {filter} = …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>The filter “{filter}” cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>The filter “{filter}” fails on feature {feature}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>The filter “{filter}” gives a text (“{text}”), neither true nor false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>The filter “{filter}” uses a field that is not there: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>The filter “{filter}” uses a variable that is not set: {variables}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>There are the fields {fields}; texts stand in single quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/filters.py"/>
        <source>Write a QGIS expression such as {example}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitPanel</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>Best by leave-one-out: {method} {metres} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>Datum: {datum} · points span {share} of the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>Leave-one-out error: {metres}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>RMSE as QGIS, √(Σ/(n−k)): {metres}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>RMSE √(Σ/n): {metres}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/fit_panel.py"/>
        <source>{method} · {metres} m left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>(not stated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>More than 0 m, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>Not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>One of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormInputs</name>
    <message>
        <location filename="../../plugin/gui/parts/form_inputs.py"/>
        <source>“{text}” is not on the list of “{field}”: the old value stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Georeference</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>%n points are too few to tell a wrong one from the others unless it is far off; set more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>All control points lie in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Check the map coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Control point {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Control point {points} contradicts the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Control points {first} and {second} look exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Control points {points} contradict the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>No leave-one-out error: one of the points cannot be spared by this method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Set or enable some points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>Set points elsewhere or choose a simpler method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>The control points do not determine the transformation (they lie on one curve).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>The control points lie too near each other for a spline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>There is no enabled control point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>There is no method “{method}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>Three or more control points on one line leave the projective transform open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>Use one of {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>With fewer than five points a wrong one cannot be told from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>{everyone}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>{method} misses points it has not seen by {error} m, {best} by {least} m (leave-one-out): choose the latter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/transforms.py"/>
        <source>{method} needs at least {least} control points; there are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>{points}: coordinates that are no finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>{points}: {away} km away from the others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPart</name>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>A sourced, measurable atlas of two North Korean cities: sites with their evidence, historic traces, claims put to the test, printed map sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>About the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>DPRK City Atlas: Hamhung and Chongjin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>Historic traces marked “schematic” are reconstructions, not surveys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>Licence: GPL-2.0-or-later. Each fact names its source; see the tables of the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>Open: {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoricDock</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Coast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Historic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Survival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>(a row of “{table}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>(no longer in the atlas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/history.py"/>
        <source>Look for it among the sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/history.py"/>
        <source>The site is already as it was then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/history.py"/>
        <source>There is nothing to undo in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>a shape of %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>added to {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>another position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>area drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>conflict settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>control points set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>discrepancy reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>discrepancy settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>earlier state restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>edited in QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>historic map added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>historic map deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>historic map described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>import undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>kept apart (lost in a conflict)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>kept result removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>line drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>line traced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>map imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>of: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>position chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>position corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>positions settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>practice map added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>release merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>result kept for the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>shipped categories added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>site added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>site placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>sites deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>statement added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>table imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>values of a release taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>{names} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/history.py"/>
        <source>“{name}” is not deleted any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Bring this site back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Deleted sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>History of the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>History of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>No site is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Nothing has been changed since the atlas was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Restore the state after this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Undo this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>{what} ({step})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>Open the atlas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>Who changed what and when; of the selected site, or of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>bring back “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>restore a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/history.py"/>
        <source>undo “{action}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>Azimuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>Back azimuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>{site}, azimuth {azimuth}, back {back}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Away (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Choose a file. Nothing is imported before you have seen what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Import a map or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Import the table on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Importing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Latitude and longitude look swapped: swap?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Maps and tables (*.kml *.kmz *.csv *.tsv *.txt *.xlsx *.ods *.KML *.KMZ *.CSV *.XLSX);;KML or KMZ (*.kml *.kmz *.KML *.KMZ);;Tables (*.csv *.tsv *.txt *.xlsx *.ods *.CSV *.XLSX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Name in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Preview first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Read as {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Save the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Say what the source is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Site here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Swap latitude and longitude where they only make sense swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Version or date of the map, if it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>What is not taken over, odd or here already, as a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Whose map is it? A known source gets a new release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{count} lines written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{count} sites of the atlas are not in the table: they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{features} features: {sites} sites ({unlocated} without a position), {lines} lines, {areas} areas, {overlays} overlays; {listed} listed only, {refused} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{file} not imported.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{rows} rows: {sites} new sites, {unlocated} new without a position, {changed} changed, {same} as they are here, {refused} not taken over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <location filename="../../plugin/core/exchange/kml/import_options.py"/>
        <source>Take one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/import_options.py"/>
        <source>The import rules name the status “{status}”, which sites cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>line or row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>listed only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_report.py"/>
        <source>{site} stands {metres} m away ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportRules</name>
    <message>
        <location filename="../../plugin/core/exchange/import_rules.py"/>
        <source>Mend it, or put a backslash before its special characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_rules.py"/>
        <source>The import rule “{pattern}” is no regular expression: {err}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_rules.py"/>
        <source>The rules for “{category}” were ignored: this atlas does not have that category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_rules.py"/>
        <source>{file}, line {line_num}: the pattern is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/import_rules.py"/>
        <source>{file}: the column {missing} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>Another QGIS has taken this up meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>Compare your last edits with the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>Keep the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>Look there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>Save it soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>Save your edits soon: they would not survive a crash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>The journal of unsaved edits was damaged and lies in {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>The journal of unsaved edits {path} cannot be written: {err}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>The journal {path} cannot be read: {err}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>The journal {path} cannot be written: {err}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>What you are working on cannot be kept in case of a crash: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>What you are working on is too long to be kept in case of a crash ({size} bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>it has {size} bytes, more than {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>it is not a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>it is of version {version}, this plugin knows version {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/drafts.py"/>
        <source>{word} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/edits/journal.py"/>
        <source>“{title}” was not finished and cannot be continued: {why}. Its text lies in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kml</name>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>&lt;{name}&gt; is no element of KML: it is kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>&lt;{name}&gt; of a folder is larger than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>&lt;{name}&gt; stands outside of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>Choose a .kml or .kmz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>GML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/folder_stack.py"/>
        <source>No map needs that; the file is damaged or made to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>Open it in Google Earth and save it again, or mend that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>OpenStreetMap data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>Remove the DOCTYPE lines if you trust the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>Split the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parser.py"/>
        <source>a &lt;{kind}&gt; behind the end of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>a &lt;{kind}&gt; inside of another element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>a GDAL service description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>a GPX track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parser.py"/>
        <source>a KML feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>a QGIS project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>a VRT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>a bare &amp; was read as &amp;amp;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>a bare &lt; was read as &amp;lt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>a character that XML forbids was replaced by �</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/feature_rows.py"/>
        <source>a line needs two positions, a ring three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>a plain KML file packs no other files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>a point with {count} coordinates “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>a single tag or comment is larger than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>an Atom feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>an HTML entity was read as its character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>an RSS feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>an SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>an XML file of another kind (&lt;{root}&gt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>bytes that cannot be decoded were replaced by �</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>cannot be opened ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>cannot read the coordinates “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>cannot read the coordinates “{token}” (decimal commas?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>coordinates {x}, {y} are not numbers on the globe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>coordinates {x}, {y} are outside -180…180, -90…90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/item.py"/>
        <source>elements are nested more than {depth} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/folder_heads.py"/>
        <source>elements are nested too deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/folder_stack.py"/>
        <source>folders are nested more than {depth} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>it is larger than {megabytes} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>larger than {megabytes} MB: left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>latitude {y} is beyond 90°: longitude and latitude look swapped ({x}, {y})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>more of the text is broken than can be mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/folder_heads.py"/>
        <source>styles and folder descriptions are larger than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>the XML is broken at column {column}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parser.py"/>
        <source>the XML kept for it is not one feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>the altitude in “{token}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>the archive holds no .kml file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/feature_rows.py"/>
        <source>the box of the overlay cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>the document is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>the document is larger than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>the entity &amp;{name}; is not defined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>the file defines entities of its own (a DTD), which no map needs and attacks use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>the file is cut off; it ends in the middle of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>the file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>the file says {said} but is UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/feature_rows.py"/>
        <source>the overlay has {corners} corners instead of 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/feature_rows.py"/>
        <source>the overlay's north {north} is not above its south {south}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/geometry.py"/>
        <source>the point has no coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>the text is not UTF-8 as it should be; it was read as {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parser.py"/>
        <source>the text is not UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/item.py"/>
        <source>the {kind} has no coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/folder_stack.py"/>
        <source>there are more folders than are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>this is a binary file, not KML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <source>this is not XML, so not KML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/parse_errors.py"/>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>this is {kind}, not KML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/document.py"/>
        <source>what follows the end of the document is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/feature_rows.py"/>
        <location filename="../../plugin/core/exchange/kml/item.py"/>
        <source>{problem}; the rest of it is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/reader.py"/>
        <source>{size} bytes are more than are read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KmlImport</name>
    <message>
        <location filename="../../plugin/core/exchange/kml/import_kml.py"/>
        <source>Say whose map this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/import_kml.py"/>
        <source>The source has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/counting.py"/>
        <source>This line or area is in the atlas: change it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/counting.py"/>
        <source>{swapped} of {all} positions look swapped: latitude first? Nothing was swapped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layer</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Assertions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>Base map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Coast (generalised)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Historic traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>KML features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>KML files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>KML folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Land and sea (generalised)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/forms.py"/>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Results kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <location filename="../../plugin/core/atlas/model.py"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/layer_roles.py"/>
        <source>Unlocated sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>World (QGIS, far beyond the cities)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>{children} of {parents}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerMetadata</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Dated events of the two cities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Facts with their sources; see the Sources table. Coast: © OpenStreetMap contributors (ODbL). Compilation: GPL-2.0-or-later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Historic map sheets known to exist, with what is known of their scale, datum and extent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Land and sea filled from the present coast, © OpenStreetMap contributors, ODbL 1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Present coast (± 85 m), © OpenStreetMap contributors, ODbL 1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Roads, railways and coastlines of 1944–46. Schematic traces are drawn from documented facts, hundreds of metres off; digitized ones come from a georeferenced sheet, published ones from the source that they name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Sites of Hamhung and Chongjin. The point of a site is its chosen assertion; all others are in Assertions. Likelihood (is it that?) and confidence (how good is the evidence?) are two things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Statements with a number, bound to what they can be computed from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>The two cities; the point is the downtown node that the source gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Things known to exist without a published position. They have a clue and never a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>What each source says of each site: position, accuracy, date, likelihood, confidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>{layer} of {atlas}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>Check the layer's reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>Choose a layer with features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>Choose another layer or selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>Open a backup of the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>Reading {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>Some coordinates are no positions in {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>The look of “{layer}” in {file} was left aside: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/project.py"/>
        <source>The table “{table}” of {path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>the layer’s system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>{what} holds no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>{what} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>{what} reaches beyond the area in which its coordinates can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>{what}, feature {id}: a coordinate is no finite number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Chosen position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Old coastline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Old coastline 1944–46, digitized or published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Old coastline 1944–46, schematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Other position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Railway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Railway 1944–46, digitized or published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Railway 1944–46, schematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Rejected position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>River</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>River 1944–46, digitized or published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>River 1944–46, schematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Road 1944–46, digitized or published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Road 1944–46, schematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Sea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Town wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Town wall 1944–46, digitized or published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/symbols.py"/>
        <source>Town wall 1944–46, schematic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkedMaps</name>
    <message>
        <location filename="../../plugin/gui/compare/linked_maps.py"/>
        <source>Choose a city, or type a coordinate or the name of a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/linked_maps.py"/>
        <source>Place of this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/linked_maps.py"/>
        <source>Two places at one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/linked_maps.py"/>
        <source>Where the main map is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListBox</name>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>(not stated)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePreview</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/live_preview.py"/>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapLookPart</name>
    <message>
        <location filename="../../plugin/gui/parts/map_look.py"/>
        <source>Dark map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/map_look.py"/>
        <source>Labels and map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapSheet</name>
    <message>
        <location filename="../../plugin/core/printing/items.py"/>
        <source>1 km = 2.55 li</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>1944 and today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>1946 and today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Accuracy unknown, hundreds of metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Accuracy ± {least}–{most} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>Air defence and military sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>Choose 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>Choose A4 or A3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Coast: © OpenStreetMap contributors (ODbL), ± 85 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Coast: © OpenStreetMap contributors (ODbL), ± 85 m; east of {meridians} QGIS's world map, ± 2 km.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Dashed circle: {radius} km around downtown, within which the source counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>It has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Lines of 1944–46 that are dashed are SCHEMATIC: drawn from documented facts, not traced from a sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>Map {number} shows %n cities.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>Name as many, with a comma between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>No font with Korean letters was found on this computer, so Korean names are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>Open the atlas again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>Side by side at one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Sources: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>Stated by the sources; located: with a published position, on this map or beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>The atlas has no city “{name}” with a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>The atlas has not all the cities of this sheet: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>The layer “{layer}” of the atlas is not in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>Then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>There is no map {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>There is no page “{page}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>UTM zone {zones}, WGS 84; graticule WGS 84. {coast} Atlas of {created}, printed {printed}, {plugin}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>Use .pdf, .png or .svg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>a layer of the SVG failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>c. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>not enough memory for this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>number not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/map_sheet.py"/>
        <source>rival positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>the file cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>the pages could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>the printer failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <location filename="../../plugin/core/printing/sheet_specs.py"/>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/content.py"/>
        <source>{name} until 1945</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>{path} could not be printed ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/printing/export_sheet.py"/>
        <source>“{name}” has no ending that can be printed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapTip</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Disputed: up to {value} m apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Extent: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>Since {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>as printed: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>confidence {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>schematic reconstruction, not surveyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/describe.py"/>
        <source>± {value} m</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <location filename="../../plugin/core/measure/rings.py"/>
        <source>A ring needs a located centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/rings.py"/>
        <source>A ring of {radius} m cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/geodesics.py"/>
        <source>Are longitude and latitude swapped, or is the layer's CRS wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/coverage.py"/>
        <source>Check the input layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/geodesics.py"/>
        <source>Choose another ellipsoid in the project's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/ellipsoids.py"/>
        <source>Choose another in the project's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/paths.py"/>
        <source>Click at least two, three for an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/coverage.py"/>
        <source>Give a polygon layer as the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/rings.py"/>
        <source>Give a radius above 0 and up to {most} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/nearest.py"/>
        <source>Give a radius of 0 m or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/rings.py"/>
        <source>Leave out features without a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/nearest.py"/>
        <source>Pick a point or type a coordinate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/shapes.py"/>
        <source>Select features of one part of the world.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/coverage.py"/>
        <source>The area has no surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/coverage.py"/>
        <source>The coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/matrix.py"/>
        <source>The distance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/ellipsoids.py"/>
        <source>The ellipsoid “{acronym}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/geodesics.py"/>
        <source>The ellipsoid “{name}” has no usable axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/shapes.py"/>
        <source>The features lie all around the Earth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/nearest.py"/>
        <source>The origin has no coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/shapes.py"/>
        <source>The polygons could not be united.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/nearest.py"/>
        <source>The radius {radius} m is not a distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/geodesics.py"/>
        <source>The {what} {value} of point {position} is no place on the Earth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/coverage.py"/>
        <source>There are no located features to draw rings around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/paths.py"/>
        <source>Too few places to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/units.py"/>
        <source>Write it like 20 km, 1500 m or 3.5 nmi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/rings.py"/>
        <source>Write them like 5000, 10000, 20000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/geodesics.py"/>
        <source>latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/geodesics.py"/>
        <source>longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/rings.py"/>
        <source>“{text}” holds no radii above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/measure/units.py"/>
        <source>“{text}” is not a distance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureDock</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Discrepancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Geodesics on {ellipsoid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Imperial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Nautical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Units of distances and areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>{ellipsoid}: a = {axis} m, 1/f = {inverse}. Set in the project's properties.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <location filename="../../plugin/gui/messages.py"/>
        <source>Open log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/messages.py"/>
        <source>Something unexpected went wrong: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Helmert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Polynomial 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Polynomial 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Projective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/choices.py"/>
        <source>Thin plate spline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NearestTab</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>%n sites are selected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>39.9186, 127.5206 · 39°55′N 127°31′E · 52S DJ 45 18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Choose an origin first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Choose an origin: click, type, or take the selected site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Click a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Ellipsoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>From the selected site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>From {origin} (geodesics on {ellipsoid})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Keep as a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Keep for the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Nothing was measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Open an atlas to measure from and to its sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Place it, or measure from somewhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Reading the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Saved {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Select one to measure from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Sites around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>The nearest {number} are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>There is nothing to keep yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>any distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>within {radius}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>{number} sites within {radius}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>{number} sites: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>{site} has no position.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <location filename="../../plugin/core/numbers.py"/>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenAtlas</name>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>Choose another place in the options of the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>Give the copy another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>Open it where it is now (Open another atlas…): the layers of the project follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>Save or discard them, then close the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>The atlas of this project, {file}, is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>The folder for the atlas, {folder}, cannot be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>{file} is open for reading only: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>{file} is the atlas that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/open_atlas.py"/>
        <source>“{layer}” has unsaved edits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Check the reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Choose Tokyo 1918 or Tokyo 1892.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Choose another reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>No reference system was given for the datum “other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>No trustworthy operation leads from {label} to WGS 84 at this place: {describe}. {spread}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Reproject the layer, or choose an operation in the project's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>Set the layer's CRS first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>The candidates differ by up to {metres} m here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>The layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>The reference system “{text}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>a grid is missing ({names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>it has no PROJ definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>it is a ballpark operation that moves nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>it is not available here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>its accuracy is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>its area of use is {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>its reference system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>none is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>the custom reference system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>the working plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>{name} (accuracy {accuracy} m): {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>{what} has no reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>{what}: no trustworthy operation leads from {source} to {target}: {describe}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/operations.py"/>
        <source>{what}: {x}, {y} is no position in {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Atlas to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Backups kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Language of the names on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Made at first use. Empty: in your QGIS profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Of each atlas, made before an import or an upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Stands in the history and beside what you assert, and goes with the atlas to whoever gets it. Empty: the name of your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/options_page.py"/>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPart</name>
    <message>
        <location filename="../../plugin/gui/parts/options.py"/>
        <source>Options…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlaysTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>All cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>No sheet of this city yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Open an atlas to see its historic sheets and traces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>Traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>confidence: {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairChart</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/bar_chart.py"/>
        <source>Bar chart of {first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Area {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Azimuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Click on the map; it snaps to sites. Backspace or Ctrl+Z takes the last place back, the right button ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Copy log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Ellipsoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Keep for the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Measure a path or an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Nothing was measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Path {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>The log is saved with the project. Click a line to draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>no area (sides cross)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickTool</name>
    <message>
        <location filename="../../plugin/gui/tools/pick_tool.py"/>
        <source>This part of the map is nowhere on earth. Zoom in and click again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>%n sites are selected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>A graticule crossing: longitude, latitude on the sheet's own datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>Clicks on the map take over a site that is near, with its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>Longitude and latitude as printed on the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>On the selected site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>Select one that has a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>The place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>printed: 127°32′, 39°55′</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointFiles</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Are the map coordinates of “{file}” printed on the sheet (its graticule), or read off today's map? Printed ones move with the sheet's datum: {moves}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Control point {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Most likely printed: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Most likely today's map: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Printed on the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Read control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Set or read some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>The points were taken as printed on the sheet; column “On” changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>The points were taken as today's map; column “On” changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>There are no control points to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Today's map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Where do these coordinates come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>Write control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>read control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/point_files.py"/>
        <source>{datum} by {metres} m</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsModel</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Control point {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>How far the fit misses the point. A spline's residuals are zero by construction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>How far the fit of all other points misses it: the honest error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>How far the map moves here when the point is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Influence
(m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Left out
(m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Residual
(m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>This point contradicts the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>Where the coordinates come from: printed on the sheet (they move with its datum) or today's map (they never do). Double-click to change it, for all selected points at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>edit control point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>name control point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>printed or ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>switch control point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>{point}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsOnMaps</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/points_on_maps.py"/>
        <source>Click the scan first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/points_on_maps.py"/>
        <source>Corner {number} of {all}, going around the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/points_on_maps.py"/>
        <source>No place on the scan is picked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/points_on_maps.py"/>
        <source>Now click the same place on the map, or give its printed coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/points_on_maps.py"/>
        <source>The margin outside these corners will be transparent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/points_on_maps.py"/>
        <source>move control point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Choose a sheet in the Sheet tab and attach its scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Read a .points file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Remove the selected points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Scan window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Write a .points file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>{used} of {all} points in use. Click the scan, then the map; drag points to move them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionBox</name>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Click the map, or type 39.9186, 127.5206</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Degrees in any form, MGRS, UTM or the old US Army grid. Latitude first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Degrees, MGRS or UTM (WGS 84)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Is the sign wrong? Without it: {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>US Army grid of the 1940s–50s, Tokyo 1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/position_box.py"/>
        <source>US Army grid of the 1940s–50s, Tokyo 1918</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Practice: coast 1944</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Practice: coast now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Practice: streets 1944 (truth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Practice: streets now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>Show the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>The practice files could not be copied to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/practice.py"/>
        <source>The practice sheet lies in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintPart</name>
    <message>
        <location filename="../../plugin/gui/parts/print.py"/>
        <source>Map sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/print.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/print.py"/>
        <source>Open a map sheet in the layout designer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/print.py"/>
        <source>Open the atlas first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <location filename="../../plugin/core/exchange/privacy.py"/>
        <source>Coordinates are rounded to {digits} decimals of a degree (up to {metres} m) in this file. Texts were not searched for positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/privacy.py"/>
        <source>Coordinates are withheld in this file. Texts were not searched for positions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadTable</name>
    <message numerus="yes">
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>%n formulas have no stored value: open the file in a spreadsheet and save it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>Close it, or double it where it belongs to the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>Open it in a spreadsheet and save it as .xlsx, .ods or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>Save it as .xlsx, .ods or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>The encoding is not certain; {encoding} was taken. Check the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>The letters cannot all be read as {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>The sheet “{name}” was read; there are others: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>The text is not UTF-8; it was read as {encoding}. Check the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>a cell holds more than {count:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>a quotation mark at the beginning of a cell is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>cannot be opened ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>the file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>the table has more rows or columns than are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>the table holds more text than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>the table is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>there is no sheet “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>there is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>this archive is no spreadsheet (.xlsx or .ods).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>this is JSON, not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>this is XML or HTML, not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>this is {kind}, not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>{size:,} bytes are more than is read of a table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>Edits that were not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>Open the atlas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>Restore the edits of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>The layer “{layer}” is not in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>Use “Save atlas as…” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/recovery.py"/>
        <source>“{name}” cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Discard edits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Edits of {time} that were not saved when QGIS ended: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Restored edits come back into the edit session; you save them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>They cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Throw away the unsaved edits of {time} ({what})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/recovery_dialog.py"/>
        <source>Unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryOffers</name>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Choose the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Edits of {time} were not saved: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Open the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>Where is {file} now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>{file} was edited and not saved ({time}: {number}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>{file}, which has moved or gone, was edited and not saved ({time}: {number}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>“{title}” of {time} was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPart</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/recovery.py"/>
        <source>%n rows are back in the edit session, for you to save.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/recovery.py"/>
        <source>%n were saved already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery.py"/>
        <source>Choose the moved file, a copy or a backup of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery.py"/>
        <source>{file} is not the atlas that was edited.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <location filename="../../plugin/core/exchange/limits.py"/>
        <source>{file}, line {line}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/limits.py"/>
        <source>{file}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Added ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Both you and the source changed these. Yours stand; tick what shall come from the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Changed ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Conflicts ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Gone ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Last release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Moved ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>New release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>New release of “{source}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Nothing that you changed was changed by the source as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Refiled ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Renamed ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Save the choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} refiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>{count} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Nothing was computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Open an atlas to compare its cities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>Open an atlas to see where its sources contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>Open an atlas to see which of its sources' claims hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/report.py"/>
        <source>Saved {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>checking claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>comparing the cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>searching for discrepancies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RingsTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Depth of cover…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Distance matrix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>No site is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Open an atlas to draw rings around its sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Radii</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Rings around the selected sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Rings: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Select sites on the map or in a list, or points of the active layer. Rings are geodesic: vertices at their radius to 1 mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Select the sites that get rings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Source of radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Who states this radius?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>or from field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>radius without a source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>(kept as it is)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Korean name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Latitude: N or S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Latitude: degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Latitude: minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Latitude: seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Longitude: E or W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Longitude: degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Longitude: minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Longitude: seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>MGRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>US Army grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>UTM easting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>UTM northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>UTM zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/roles.py"/>
        <source>WKT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoseChart</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/charts.py"/>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/charts.py"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/charts.py"/>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/charts.py"/>
        <source>{title} · order {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Folder name (regular expression)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Shipped rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>The innermost folder that a rule fits decides; of several rules the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/rules_table.py"/>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/saved_filters.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/saved_filters.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/saved_filters.py"/>
        <source>No saved filters yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/saved_filters.py"/>
        <source>Save filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/saved_filters.py"/>
        <source>Save this filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/saved_filters.py"/>
        <source>The project's saved filters cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>Another program is writing to the atlas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>Open the atlas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>keep a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>{file} can only be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/saving.py"/>
        <source>“{title}” is kept for the brief.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>Choose a picture file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan_alone.py"/>
        <source>Make room for temporary files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan_damage.py"/>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>Save the picture anew with an image program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>Show the margin again and set the corners anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>The corners of the sheet's margin cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>The projective transformation could not be handed to the warper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>There is no scan {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>Use a TIFF, JPEG, PNG, JPEG 2000 or PDF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>{file} cannot be read as a scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>{file} cannot be read as a scan: it is a VRT, which is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>{file} claims {columns} × {rows} pixels, more than can be handled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan_alone.py"/>
        <source>{file} could not be opened beside its own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>{file} holds no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan_damage.py"/>
        <source>{file} is damaged: all of the picture lacks detail that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan_damage.py"/>
        <source>{file} is damaged: {share} of the picture cannot be read (rows {first} to {last}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/scan.py"/>
        <source>{file} names another file that it wants to be shown in its place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Attach a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Attach scan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Margin masked: %n corners.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Margin: set its corners in the scan window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>No scan. TIFF, JPEG, PNG, JPEG 2000 or PDF; it is never altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Pictures ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Reading {file} through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Show the margin again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>page </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanWindow</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Mask the margin: four corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Open it in QGIS to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Scan: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Set and drag points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>Whole scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/scan_window.py"/>
        <source>{file} could not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Seed</name>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>Install the plugin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>a date (year-month-day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>a longitude without a latitude, or the reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>it cannot be read as UTF-8 CSV ({err})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>layers/trace_vertices.csv draws “{stray}”, which layers/traces.csv does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>layers/{name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>layers/{name}, line {line}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>the key “{key}” is missing or used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>there is no column “{column}” in {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>{found} fields where the header has {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>“{column}” names a row that {table}.csv does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>“{text}” is neither yes nor no ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>“{text}” is not a number (seq)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>“{text}” is not a {name} in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>“{text}” is not in the list of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/seed.py"/>
        <source>“{text}” is not {what} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shape</name>
    <message>
        <location filename="../../plugin/core/exchange/table/shape.py"/>
        <source>A row of units under the headings was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/shape.py"/>
        <source>Another table begins in row {row}: it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/shape.py"/>
        <source>The first row looks like data: columns were numbered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/shape.py"/>
        <source>What stands above the headings was left out: “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/shape.py"/>
        <source>What stands below the table was left out: “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/shape.py"/>
        <source>column {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapeDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>1916, by 1944</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Add a trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Add an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Choose the source, or enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Fidelity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Of site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>Survives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>{name} ({city}, unlocated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>“{text}” is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapesPart</name>
    <message>
        <location filename="../../plugin/gui/parts/shapes.py"/>
        <source>Draw a compound or district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/shapes.py"/>
        <source>Draw a historic line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/shapes.py"/>
        <source>Draw a trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/shapes.py"/>
        <source>Draw an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/shapes.py"/>
        <source>add a trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/shapes.py"/>
        <source>add an area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetAge</name>
    <message>
        <location filename="../../plugin/core/historic/sheet_age.py"/>
        <source>Printed {year}, but the content can be as old as {oldest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/sheet_age.py"/>
        <source>{first} It may not show: {events}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/sheet_age.py"/>
        <source>{first} It may not show: {events}; and %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>No source is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>Source: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>Work on this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>content {years}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>georeferenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>no scan yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>scan attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>traced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>year not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>{state} · ± {metres} m (leave-one-out)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Compiled from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Content of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>Year printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_form.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetLayer</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_layer.py"/>
        <source>Add it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet_layer.py"/>
        <source>{file} was written but could not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Choose a sheet, or take the practice sheet to learn the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Choose a sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Delete the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Delete the sheet “{title}” from the atlas? Its scan stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Delete this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Folder for the practice sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>New sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>No reference system was chosen for the datum “other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Save sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>The sheet has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>What the margin says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>delete a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>{title}: {state} · not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>“{title}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shoreline</name>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>All shorelines have the same date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>By its drawing direction the oldest shoreline would have the sea on the other side. If the baseline lies offshore, say with SEA where the sea is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>Choose a smaller spacing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>Choose longer transects or another baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Districts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Feature {number} has no date in {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Feature {number}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Feature {number}: “{text}” in {field} is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>For {count} of {all} lines the land does not tell where the sea is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>Give each its own date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>No transect crosses both shorelines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Shoreline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>Shoreline {label} holds no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Shorelines of several dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>The baseline is too short for a transect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>The baseline lies on land: the shorelines are on its left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>The baseline lies on land: the shorelines are on its right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>The error of shoreline {label} must be 0 m or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>The land layer tells where the sea is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>The sea is taken to lie on the right of the lines, as in OpenStreetMap, outside closed ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>The sea was said to lie on the left of the lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>The sea was said to lie on the right of the lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>The spacing must be larger than 0 m, not {spacing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>Two shorelines of different dates are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>Write 1944, 1944-06 or 1944-06-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>“{text}” is no date that is known to the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline.py"/>
        <source>“{text}” is no date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteColumns</name>
    <message>
        <location filename="../../plugin/core/search/build.py"/>
        <source>It is not an atlas of this plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/build.py"/>
        <source>Reading the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/build.py"/>
        <location filename="../../plugin/core/search/cache.py"/>
        <source>The atlas {file} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/build.py"/>
        <source>The file has no table of sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/build.py"/>
        <source>The sites of {file} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteData</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_data.py"/>
        <source>Counting the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_data.py"/>
        <source>Filtering the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_data.py"/>
        <source>Reading the sites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteEntryPart</name>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>A form with something typed in it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Add a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Add a site, or place one of the unlocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Click the site that is to be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Correct the position of a site, or give it another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Move a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Save or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Saved: {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>The site has not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>There is no site here. Click nearer to its marker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>This site is no longer in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>Throw away what was typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>add “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>another position of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>correct the position of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/site_entry.py"/>
        <source>place “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteFilter</name>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>The circle of the filter needs a centre on the earth and a radius in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>The filter was saved by a newer version of the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>The saved filter could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>There is no filter criterion {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>Update the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>Write a year, a month or a day such as 1946, 1946-05 or c. 1975.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/criteria.py"/>
        <source>“{text}” is not a date that a filter can use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteForm</name>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>1927, c. 1930s, after 2017</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>2019-05 or 12 May 2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>A correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>A name has at most %n letters; put the rest into the note.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Add a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>After a save ask for the next new site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Another opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Choose the source of the position, or enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Click the map or type a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Clue: {clue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>How good the evidence is, apart from the likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>How likely it is that this is what it is said to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>How we know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Imagery of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Keep adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Korean name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>May be the same thing (double click shows it):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Move “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>New site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Page, link or record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Place “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Proposed from the map's scale: 0.5 mm on the screen and {metres:g} m for the imagery itself, added as independent errors and rounded up. Say better if you know better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Save the site (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Say whether this is a correction or another opinion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Site to place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>The old position stands beside it, as what its source says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>The old position was a mistake: it stays in the history only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>The position or its source is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>The site needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>Where in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>{name} ({city}, unlocated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>{name}: unlocated, double click places it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>{name}: {distance}, {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>“{text}” (began) is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>“{text}” (ended) is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>“{text}” (imagery) is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>“{text}” is no category of the atlas. Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteMenu</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>%n of these sites are not in the edit session of “{layer}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>%n sites are selected: choose “Show selected features” in the table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Copy coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Delete %n sites…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Delete…	Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Measure from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Place on the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Zoom to	Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>C&amp;olumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>Copy &amp;rows	Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Delete %n sites?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Delete sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Is the atlas open for reading only?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>Mo&amp;ve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>Open &amp;form	Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>Open source &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>Open the atlas again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Save it first, or delete the located and the unlocated ones apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>Show &amp;assertions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>The assertions are not in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>This site is no longer in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>delete %n sites</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>“{layer}” cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesChips</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>Click to switch it off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>No filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>Remove this criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>Remove {criterion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>map view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>surely dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>unlocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>with dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>within {kilometres} km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>within {metres} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>without dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>{first} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitesDock</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>%n selected sites do not meet the filter: not selected any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Clear the whole filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>Enter: the map goes to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Name, AAA, 함흥, 39.8 127.5…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>No atlas is open. DPRK City Atlas ▸ Open the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>No name matches; found in descriptions and sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>Nothing meets the filter. Similar names are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>Nothing meets the filter. Switch a criterion off, or clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>Reading… {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Search ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Search sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Show these sites in the attribute table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>The map goes to what is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>The map shows the most important site of each spot ({drawn} of {number}). Zoom in to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>The map style of the sites cannot be filtered; the list is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>The sites are no longer in the project. DPRK City Atlas ▸ Open the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Unlocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>map: one per spot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesFilter</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>"accuracy_m" &lt; 50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>1946, 1938-05, c. 1975…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Build the expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Choose a polygon layer in the layer tree and select one or more of its features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Draw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Follows the map as it moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>In the map view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Leaves out what may have stood at some time of the period, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Located only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>No polygon is selected in the current layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>No site is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Select a site that is on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Select one in the list or on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Source of the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Unlocated only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>What is selected has no position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>With or without position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>also sites without dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>of a place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>of centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>of selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>only certain in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>only sites without dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesModel</name>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>A similar name: one letter off what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Edited and not saved yet: stays visible whatever the filter says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>English name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Korean name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>Unlocated: not on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/models/sites_model.py"/>
        <source>no position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesTime</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>A handle at its end leaves that side open. Sites without dates stay visible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>First year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>Play: the period moves on year by year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>Select sites to see when they stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>Show one period only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/time_page.py"/>
        <source>Spans of the selected sites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesView</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_list.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnappingRow</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/snapping_row.py"/>
        <source>Also to layers of today: an old street on a modern line would count as surviving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/snapping_row.py"/>
        <source>Follow existing lines between two clicks (QGIS's tracing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/snapping_row.py"/>
        <source>Follow lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/snapping_row.py"/>
        <source>Snap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/snapping_row.py"/>
        <source>Snap to traces, sheets and sites of the atlas (QGIS's snapping)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/snapping_row.py"/>
        <source>to all layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Choose or type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Enter a source that is not in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Publication, map, imagery or observer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <location filename="../../plugin/core/atlas/store/blob.py"/>
        <source>A geometry in the file is not in GeoPackage form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>A save needs up to {size} MB, {free} MB are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>A text holds half a character, which no file can keep ({text}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Ask whoever gave it to you, or open a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/open_file.py"/>
        <source>Bring the file back from the bin or a backup; your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Choose a GeoPackage (.gpkg).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Choose an atlas made by this plugin; other data comes in by Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Choose another atlas, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/backups.py"/>
        <source>Choose another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Compare both versions; nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Copy both files to a folder of yours and open the copy; here wrong data would show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Copy it to a folder of yours and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Give it the ending .gpkg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>If it is damaged, open the newest backup beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>It may be damaged, or made to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Make a new atlas and import the data into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Make it first, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Nothing was changed. Make room for it beside the atlas, or save the atlas elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Nothing was saved; your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Open a backup, or make a new atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Open a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Put it back, or open a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>QGIS cannot open a file with “{found}” in its path: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>Rename the file or the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Save it to a new file (Save atlas as) before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Save to a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Save your atlas to a new file (Save atlas as) before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>The atlas {path} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>The change was written but could not be read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>The copy {path} is not sound: {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>The disk that holds {path} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/blob.py"/>
        <source>The file may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>The folder for backups {folder} cannot be made: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>The folder {parent} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Type it again; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>Use “Save atlas as…” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>Use “Save atlas as…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/open_file.py"/>
        <source>What was saved in {path} cannot be read any more: {err}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>a newer plugin made it (format {version}; this one knows up to {known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>a row of {table} refers to a missing row of {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/foreign.py"/>
        <source>it holds more than {most} tables and indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>it holds the trigger “{name}”, which no atlas has and which would run at saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>it is damaged ({damage}). The newest good backup lies in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>the column {column} of {table} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>the file is write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>the folder {folder} is write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>the spatial index of {table} does not fit its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>the table {table} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/backups.py"/>
        <source>{name} is a backup of another atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>{name} is not a GeoPackage name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} cannot be read: {err}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} cannot be read: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>{path} has an older format ({version}) and cannot be upgraded where it is: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} has unfinished changes beside it ({name}{ending}), in a place that cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} is a GeoPackage but not an atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} is an SQLite file but no GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} is being written by {holder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} is in use by {holder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} is no atlas: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/backups.py"/>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} is not a GeoPackage, whatever its name says (it begins with {head!r}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>{path} is open for reading only: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} names no valid format version (“{text}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{path} refused the change: {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/checks.py"/>
        <source>{path} takes too long to be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>{path} was replaced by another file since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/geopackage.py"/>
        <source>{program} (process {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>“{name}” in {table} was changed by somebody else since you opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/store.py"/>
        <source>“{name}” in {table} was deleted by somebody else since you opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/foreign.py"/>
        <source>“{name}” is not a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/blob.py"/>
        <source>“{text}” is not a geometry in WKT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/store/blob.py"/>
        <source>“{text}” is not a point.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoredStyle</name>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>a picture’s address comes from the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>a picture’s address is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>a text of its legend is an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>an embedded picture cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>an embedded picture is more than a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it draws with “{kind}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it holds the address “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it holds the broken expression “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it is not a style of QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it shows the file “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>it uses the function “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/layers/stored_style.py"/>
        <source>its labels are web pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Survival</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>%n shifts are few; 99 or more are usual.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/network.py"/>
        <source>All lines of the layer have no length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>At the largest buffers more than half would survive by accident: read the smaller ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>Attach a scan of the sheet, georeference it and trace the streets; the digitized traces then take the place of the schematic ones. Or choose only digitized lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/network.py"/>
        <source>Choose a layer with streets or railways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>Choose another area or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>Choose another layer or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Choose streets or railways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Districts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>For example 5, 10, 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Historic lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/network.py"/>
        <source>Line {int} has a coordinate that is no finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>Measuring survival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Modern lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>No historic line lies inside the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>The angle must lie between 0 and 90 degrees, not {angle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>The buffers must be numbers of metres between 0 and 500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>The historic layer holds only coastlines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/network.py"/>
        <source>The layer holds no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>The network is too small for nulls: moved by 150 m it leaves its surroundings; S stands alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>The number of nulls cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>The traces' accuracy asks for a buffer of {least} m; {listed} m lose streets that exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>Without random shifts accidental agreement is not corrected; S flatters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>{count} of {all} historic lines are schematic: drawn from descriptions, hundreds of metres off, so that overlap with today's streets would say nothing about survival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>{layer} holds no polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>{share} % of the historic network lies outside the extent of the modern one and counts as lost: is the modern layer complete?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurvivalTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>At {buffer} m: {share} of {km} km lies by a modern line (S).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>At {buffer} m: {share} of {km} km lies by a modern line (S); of lost streets {chance} would by chance (S0). Survival S* = {star}, 95 % {low}–{high}, p {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Bearing within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Buffers (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Choose the lines of then and now. Any line layer will do, also OSM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Districts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Keep for the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Measure survival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Only inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Random shifts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>S* from (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>S* to (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Survival: {then} in {now} at {buffer} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Surviving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Surviving and lost ({buffer} m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>by a modern line (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>by chance (S0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>historic lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>survival S*</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwipePart</name>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Drag a curtain between the maps of 1944–46 and today (arrows move it, Esc ends)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>End (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>End the swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Horizontal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Open the atlas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Spyglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Swipe then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>The swipe ended: its map theme was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>There is nothing to swipe between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Two linked maps of equal scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Two places side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/compare/swipe.py"/>
        <source>Vertical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableImport</name>
    <message>
        <location filename="../../plugin/core/exchange/table/open_table.py"/>
        <source>Coordinates stand in one column or in two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/open_table.py"/>
        <source>Name latitude, longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>No column states positions: new sites come without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>Row {number}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>Say where this table is from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>Say which columns they are; candidates: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>The source has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/open_table.py"/>
        <source>The table has no column “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/open_table.py"/>
        <source>There are: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/returning.py"/>
        <source>deleted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/import_table.py"/>
        <source>row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/returning.py"/>
        <source>still in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/site_values.py"/>
        <source>{column}: “{text}” is not a value of this list; it was not taken over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableMap</name>
    <message>
        <location filename="../../plugin/gui/dialogs/table_map.py"/>
        <source>Map of the positions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableMapping</name>
    <message>
        <location filename="../../plugin/core/exchange/table/mapping.py"/>
        <source>Save one in the import window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/mapping.py"/>
        <source>it is of another format ({number}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/mapping.py"/>
        <source>order or grid is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/mapping.py"/>
        <source>{file} is no mapping of a table: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/mapping.py"/>
        <source>{key} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>As written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Away (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Changes ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Here already?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Here already? ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>In the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Keep what the columns and words are, for the algorithm “Import a table”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Mapping (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Name in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Only rows that are not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Read a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Read a mapping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Rows ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Save the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Save the mapping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Site here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Take the positions that are asked about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Take what the columns and words are from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Words ({count} not understood)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>changed here as well: yours stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>deleted here: it stays deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>taken over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePlan</name>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>For {count} rows nothing tells what they were when they were written out: what differs is taken from the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>Its site is no longer in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>Row {number} is about the same site already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>There is neither a name nor a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>as it is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>changed here as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>changes a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>new site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>new site without a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/plan.py"/>
        <source>not taken over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableRows</name>
    <message>
        <location filename="../../plugin/core/exchange/table/row_reader.py"/>
        <source>0, 0 often stands for an unknown position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/row_reader.py"/>
        <source>A formula has no stored value: open the file in a spreadsheet and save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/row_reader.py"/>
        <source>One of its two coordinate fields is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/row_reader.py"/>
        <source>There is neither a name nor a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/row_reader.py"/>
        <source>Whole degrees name an area of 100 km, not a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/row_reader.py"/>
        <source>{lat:.4f}, {lon:.4f} lies far from Korea.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableShape</name>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>(found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Bar (|)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Chinese (Big5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Chinese (GB 18030)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Cyrillic (CP1251)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Decimal sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Grid references are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Heading row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Japanese (EUC-JP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Japanese (Shift-JIS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Korean (CP949)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Korean (Johab)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Latitude, longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Longitude, latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Plain numbers are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Text encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>The row of the headings; 0: there are none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>US Army grid, 1940s–50s (Tokyo 1892)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>US Army grid, 1940s–50s (Tokyo 1918)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>Western (CP1252)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>found ({row})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_shape.py"/>
        <source>found: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeLines</name>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>Feature {number}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>Road, railway, coast, wall or river.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>Say where they come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>Taken over from “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>Taking lines over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>The layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>The lines have no source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>a line without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>it has no line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>its coordinates are no positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>{name} is in the atlas already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>“{text}” holds no year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>“{text}” is not a kind of line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/take_lines.py"/>
        <source>“{text}” is not an accuracy in metres.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeRelease</name>
    <message>
        <location filename="../../plugin/core/exchange/kml/take_release.py"/>
        <source>A site of these conflicts is no longer in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/take_release.py"/>
        <source>Edit the line or area itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/take_release.py"/>
        <source>Merge again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/take_release.py"/>
        <source>None of these can be taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/kml/take_release.py"/>
        <source>The new position of “{site}” is no longer in the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextSearch</name>
    <message>
        <location filename="../../plugin/core/search/engine.py"/>
        <location filename="../../plugin/core/search/question.py"/>
        <source>Filtering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/engine.py"/>
        <location filename="../../plugin/core/search/text_search.py"/>
        <location filename="../../plugin/core/search/textblob.py"/>
        <source>The search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/search/text_search.py"/>
        <source>The texts of {file} could not be searched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceControls</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>%n digitized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>%n imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>%n published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>%n schematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>Opacity of the traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>all years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tracing</name>
    <message>
        <location filename="../../plugin/core/historic/tracing.py"/>
        <source>Georeference it with enough control points that each can be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/tracing.py"/>
        <source>“{title}” has no known accuracy yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TracingTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Choose a sheet in the Sheet tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Click along the line, right click to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Coast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Draw lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Lines over a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Lines over “{title}” are good to ± {metres} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Railway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>River</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Saved. %n schematic traces of this part of the sheet gave way; history keeps them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Survives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Year shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>trace a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Understand</name>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>Degrees and minutes stand in columns of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>Eastings and northings in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>Headings and values say latitude and longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>It is not certain which columns state the position. Candidates: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The UTM zone of the eastings is not stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The first column of short, different texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The heading says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The headings say latitude and longitude, the numbers the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The letters of the hemisphere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The values are marked N and E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The values are numbers of Korea's latitudes and longitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The values are positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The values have the form of the US Army's old grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/understand.py"/>
        <source>The values have the form of {form}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoImport</name>
    <message>
        <location filename="../../plugin/core/exchange/undo_import.py"/>
        <source>A newer release of this source was merged since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/undo_import.py"/>
        <source>There is no such import to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/undo_import.py"/>
        <source>Undo the newer release first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/undo_import.py"/>
        <source>it was edited since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/undo_import.py"/>
        <source>it was edited since, or something refers to it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>%n rows were worked on since and stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>Done again: {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>Undone: {step}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unlocated</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Choose a site to see what is known of its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Drawn: {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Everything in this atlas has a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Known to exist, without a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>No clue is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>None of the unlocated sites meets the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Place on map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Reading the unlocated sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Show where the clue says that it is (Enter in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Sources: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Start the tool with this site (Shift+Enter in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>These are the {number} most important ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Unlocated sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Zoom to clue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <location filename="../../plugin/gui/dialogs/value_words.py"/>
        <source>(not taken over)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/value_words.py"/>
        <source>Becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/value_words.py"/>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/value_words.py"/>
        <source>In the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Warp</name>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Check the control points and the collar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Check the control points that contradict the others: {points}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Check the control points with the largest leave-one-out errors: {points}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Choose another name for the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Georeferencing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>Get a whole copy of it, or let what can be read be warped (DAMAGED).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>The horizon of the projective transformation lies within the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>The warped sheet is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>The warped sheet would have {columns} × {rows} pixels, the scan has {size} × {size2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>{file} is the scan itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>{name} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>{name} could not be written: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>{name} was not written whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/warp.py"/>
        <source>{parent} has {free} MB free; the result needs up to {need} MB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarpRow</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/warp_run.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/warp_run.py"/>
        <source>Georeference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/warp_run.py"/>
        <source>Georeferencing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/warp_run.py"/>
        <source>There are not enough control points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/warp_run.py"/>
        <source>Write the georeferenced sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/warp_run.py"/>
        <source>{file} is written and shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Japanese, romanized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Korean, Hangul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Korean, Hanja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Korean, McCune-Reischauer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Korean, Revised Romanization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Tokyo 1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>Tokyo 1918</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>WGS 84</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>clue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>coast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>count within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>demolished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>digitized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>do not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>existence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>former</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>georeferenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>historic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>japanese-era</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>next to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>no scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>partly active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>railway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>river</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>schematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>stated only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>traced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>under construction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>undetermined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>unspecified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/atlas/vocabulary.py"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>No atlas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>No sheet is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>This sheet is not in the atlas any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>add control point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/workbench.py"/>
        <source>remove control points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>a cell holds more text than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>a cell refers to a text that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the XML inside is broken ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the cells hold more text than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the file brings a DTD, which no spreadsheet needs and attacks use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the rows are out of order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the sheet “{name}” is missing from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the table has more rows or columns than are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the texts of the workbook are more than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/exchange/table/spreadsheets.py"/>
        <source>the workbook has no visible sheet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
