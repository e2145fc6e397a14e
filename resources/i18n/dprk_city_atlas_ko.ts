<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AlgorithmRun</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>It could not be measured; see the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Algorithms</name>
    <message>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <location filename="../../plugin/processing/create.py"/>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <location filename="../../plugin/processing/importkml.py"/>
        <location filename="../../plugin/processing/importtable.py"/>
        <location filename="../../plugin/processing/printmap.py"/>
        <source>Atlas</source>
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
        <location filename="../../plugin/processing/survival.py"/>
        <source>Choose a line layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Choose another layer or selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Class (historic)</source>
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
        <source>Covered (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Datum of the map coordinates</source>
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
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/checkclaims.py"/>
        <location filename="../../plugin/processing/coverage.py"/>
        <location filename="../../plugin/processing/discrepancies.py"/>
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
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Error (m, one sigma)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/exportkmz.py"/>
        <source>Filter (expression on sites)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/brief.py"/>
        <source>Folder of the brief</source>
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
        <source>Georeferenced sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Give OLD and NEW, or LINES with a date field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/discrepancies.py"/>
        <source>Grade {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importtable.py"/>
        <source>Grid references are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>Historic lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/nearest.py"/>
        <source>How many (0 = all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/importkml.py"/>
        <source>Import rules</source>
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
        <location filename="../../plugin/processing/nearest.py"/>
        <source>Only sites where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/georeference.py"/>
        <source>Operation: {}</source>
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
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Shorelines of several dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
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
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>Smoothing (m)</source>
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
        <location filename="../../plugin/processing/matrix.py"/>
        <source>Targets</source>
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
        <location filename="../../plugin/processing/datumtest.py"/>
        <source>Verdict</source>
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
        <location filename="../../plugin/processing/coverage.py"/>
        <source>covered {}×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/shoreline.py"/>
        <source>{name} is empty.</source>
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
        <location filename="../../plugin/processing/create.py"/>
        <source>{} is open in this project. Close it first, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/processing/survival.py"/>
        <source>“{text}” is no list of metres (BUFFERS).</source>
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
        <source>Go to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/locator.py"/>
        <source>“{}” has no position: see Sites, Unlocated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AtlasPart</name>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Choose it in the list to replace it, or type another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Close the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Dark map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Go back to the state before an import, merge or upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Labels and map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Open an atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Open another atlas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Open the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Open the atlas of Hamhung and Chongjin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Recent atlases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Save atlas as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Save atlas as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Save the backup as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>Saved as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>The atlas is as it was at {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/atlas.py"/>
        <source>{} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>A backup is made before every import, merge, upgrade and restore; the newest {} are kept in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Backups of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/backup_dialog.py"/>
        <source>Go back to the state of {}?</source>
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
        <source>the upgrade from format </source>
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
        <source>Drawing: {}…</source>
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
        <source>The brief is in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/brief/brief_dock.py"/>
        <source>Written: {}</source>
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
    <message>
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>It takes at least {} points.</source>
        <translation type="unfinished"></translation>
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
    <name>CitiesTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>Chart</source>
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
        <source>Sites this near to downtown are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>What both cities have, widest differences first; counts per 100,000 people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>{} quantities, {} of them of both cities; widest differences first.</source>
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
        <source>Give or take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>It says</source>
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
        <source>or from the nearest where</source>
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
        <source>The claim was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>add a claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/claims.py"/>
        <source>{} claims: {} agree, {} differ, {} cannot be tested.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoastTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>1944 or 1944-06-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Choose the coast of two dates. The sea lies on the right of the lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Choose then and now, or a layer of several dates under “More”.</source>
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
        <source>Keep for the brief</source>
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
        <source>Shoreline change, {:.0f} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>The date of “{}” is empty.</source>
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
        <source>Two coastlines are needed.</source>
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
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>transects</source>
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
        <source>was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/conflict_dialog.py"/>
        <source>{} of {}: “{}” ({}) {} by somebody else while you edited it.</source>
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
    <name>DiscrepanciesTab</name>
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
        <source>Keep both</source>
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
        <source>{} of grade {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/discrepancies.py"/>
        <source>{} open ({}), {} settled. Grade 1: wrong somewhere, 2: look at it, 3: may be right.</source>
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
    <name>EditPart</name>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Add a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Add a site, or place one of the unlocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Click the site that is to be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Done again: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Draw a compound or district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Draw a historic line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Draw a trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Draw an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Give a site a new position; the old one is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Move a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Saved: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>There is no site here. Click nearer to its marker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>Undone: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>add a trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>add an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>add “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>move “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>place “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/edit.py"/>
        <source>{} rows were worked on since and stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangePart</name>
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
        <source>Imported {}: {:,} sites, {:,} lines and areas; {:,} refused. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>Written and read back: {} ({:,} features).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>import “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>take values of the new release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>{:,} sites are on the clipboard.</source>
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
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>Exporting {}</source>
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
        <source>Selected ({:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/export_dialog.py"/>
        <source>The file will say: {}</source>
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
        <source>{} is there already. Replace it?</source>
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
    <name>HelpPart</name>
    <message>
        <location filename="../../plugin/gui/parts/help.py"/>
        <source>About the atlas</source>
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
        <source>Open: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoricDock</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/historic_dock.py"/>
        <source>Historic</source>
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
        <source>History of “{}”</source>
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
        <source>Restore the state after this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/history_dialog.py"/>
        <source>Row</source>
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
        <source>Table</source>
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
</context>
<context>
    <name>HitsModel</name>
    <message>
        <location filename="../../plugin/gui/models/hits_model.py"/>
        <source>{}, azimuth {}, back {}</source>
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
        <source>Importing {}</source>
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
        <source>Oddities</source>
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
        <source>Read as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>Reading {}</source>
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
        <source>What was odd</source>
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
        <source>the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{:,} features: {:,} sites ({:,} without a position), {:,} lines, {:,} areas, {:,} overlays; {:,} listed only, {:,} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{:,} lines written to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/import_dialog.py"/>
        <source>{:,} rows: {:,} with a position, {:,} without, {:,} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalPart</name>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>Rows back in the edit session, for you to save: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>Save to a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>Save to a new file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>Saved already: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>The atlas is being saved…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>Who changed what and when; of the selected site, or of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>bring back “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>edits in “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>restore a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>settle “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>undo “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/journal.py"/>
        <source>{} was deleted or replaced: nothing was saved. Your edits are kept.</source>
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
    <name>MeasureDock</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/project_units.py"/>
        <source>Geodesics on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/measure_dock.py"/>
        <source>Measure</source>
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
        <source>{}: a = {:.3f} m, 1/f = {:.9g}. Set in the project's properties.</source>
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
        <source>Something unexpected went wrong: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NearestTab</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source> within {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>. Listed: the nearest {:,}.</source>
        <translation type="unfinished"></translation>
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
        <source>From {} (geodesics on {})</source>
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
        <source>Saved {}.</source>
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
        <source>within {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>{:,} sites{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>{} has no position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>{} sites are selected.</source>
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
        <source>Traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/overlays.py"/>
        <source>confidence: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairChart</name>
    <message>
        <location filename="../../plugin/gui/docks/measure/bar_chart.py"/>
        <source>Bar chart of {} and {}</source>
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
        <source>Area {}</source>
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
        <source>Keep for the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>Measure a path or an area.</source>
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
        <source>Path {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>The log is saved with the project. Click a line to draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/path.py"/>
        <source>no area (sides cross)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsFace</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source> · {:.1f} m left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>A graticule crossing: longitude, latitude on the sheet's own datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Best by leave-one-out: {} {:.1f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Datum: {} · points span {:.0%} of the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Georeference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Leave-one-out error: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Longitude and latitude as printed on the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>On the selected site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>RMSE as QGIS, √(Σ/(n−k)): {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>RMSE √(Σ/n): {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Read a .points file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Remove the selected points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Scan window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>Write a .points file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>printed: 127°32′, 39°55′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_form.py"/>
        <source>{} of {} points in use. Click the scan, then the map; drag points to move them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsModel</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>This point contradicts the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points_model.py"/>
        <source>sheet</source>
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
        <source>Click the scan first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Corner {} of 4, going around the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>For example 127°32′00″, 39°55′00″.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Georeferencing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>No place on the scan is picked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Now click the same place on the map, or give its printed coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Read control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Reading {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Select one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>The margin outside these corners will be transparent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>The printed place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>There are not enough control points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Write control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>Write the georeferenced sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>move control point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>read control points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>{} is written and shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>{} sites are selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/control_points.py"/>
        <source>“{}” is no longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionBox</name>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Click the map, or type 39.9186, 127.5206</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Degrees in any form, MGRS, UTM or the old US Army grid. Latitude first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Degrees, MGRS or UTM (WGS 84)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Is the sign wrong? Without it: {:.6f}, {:.6f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>US Army grid of the 1940s–50s, Tokyo 1892</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/widgets/inputs.py"/>
        <source>US Army grid of the 1940s–50s, Tokyo 1918</source>
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
        <source>Open a map sheet in the layout designer</source>
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
        <source>Edits of {} that were not saved when QGIS ended: {}</source>
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
        <source>Throw away the unsaved edits of {} ({})?</source>
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
        <source>Edits of {} were not saved: {}.</source>
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
        <source>Where is {} now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>{} was edited and not saved ({}: {}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>{}, which has moved or gone, was edited and not saved ({}: {}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/parts/recovery_offers.py"/>
        <source>“{}” of {} was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Both you and the source changed these. Yours stand; tick what shall come from the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Conflicts ({:,})</source>
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
        <source>Last release</source>
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
        <source>New release of “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Nothing that you changed was changed by the source as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Save the choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/release_dialog.py"/>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
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
        <source>Saved {}.</source>
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
        <source>Rings around the selected sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/measure/rings.py"/>
        <source>Rings: {}</source>
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
        <source>The rings were not drawn.</source>
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
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/charts.py"/>
        <source>then</source>
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
    <name>RunBar</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/runs.py"/>
        <source>Cancelled.</source>
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
        <source>“{}” is kept for the brief.</source>
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
        <source>Scan: {}</source>
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
        <source>{} ({}, unlocated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/shape_dialog.py"/>
        <source>“{}” is not a date.</source>
        <translation type="unfinished"></translation>
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
        <source>Source: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>Work on this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/cards.py"/>
        <source>content {}</source>
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
        <source>{:.0f} m (leave-one-out)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetTab</name>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Attach a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Attach scan…</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Datum: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Delete the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Delete the sheet “{}” from the atlas? Its scan stays as it is.</source>
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
        <source>Margin masked: {} corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Margin: set its corners in the scan window.</source>
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
        <source>No scan. TIFF, JPEG, PNG, JPEG 2000 or PDF; it is never altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>No sheet is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Operation: {}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Pictures ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Places on the sheet and on the ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Printed coordinates move here by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Save sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Show the margin again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Test the datum…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>The sheet has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Verdict of {} pairs: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>What the margin says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>Year printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>delete a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>page </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/sheet.py"/>
        <source>“{}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shoreline</name>
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
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Shoreline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/shoreline_layers.py"/>
        <source>Shorelines of several dates</source>
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
</context>
<context>
    <name>SiteDialog</name>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>1927, c. 1930s, after 2017</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>2019-05 or 12 May 2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>A name has at most {} letters; put the rest into the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Add a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Choose a category of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Choose the source of the position, or enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Click the map or type a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Clue: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>How good the evidence is, apart from the likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>How likely it is that this is what it is said to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>How we know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Imagery of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Korean name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>May be the same thing (double click shows it):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Move “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>New site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Page, link or record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Place “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Proposed from the map's scale: 0.5 mm on the screen and {:g} m for the imagery itself, added as independent errors and rounded up. Say better if you know better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Site to place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>The site needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>Where in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>{} — unlocated: double click places it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/site_dialog.py"/>
        <source>“{}” is not a date ({}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteMenu</name>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Copy coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Measure from here</source>
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
        <source>Show &amp;assertions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>{} sites are selected: choose “Show selected features” in the table.</source>
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
        <source>Remove this criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>Remove {}</source>
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
        <source>within {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>without dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>{} and {} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesDock</name>
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
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>In no name: these are the sites of which a description or a source says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Name, 함흥, ㅎㅎ, Kankō…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>No atlas is open. City Atlas ▸ Open the atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Nothing meets the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Reading… {} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/head.py"/>
        <source>Search ({})</source>
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
        <source>Similar names are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>Switch a criterion off, or clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>The map shows the most important site of each spot ({} of {}). Zoom in to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>The map style of the sites cannot be filtered; the list is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
        <source>The sites are no longer in the project. City Atlas ▸ Open the atlas.</source>
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
        <location filename="../../plugin/gui/docks/sites/sites_dock.py"/>
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
        <source>Located only</source>
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
        <source>Selected</source>
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
        <source>only sites without dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/filter_page.py"/>
        <source>only what surely stood</source>
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
        <source>Selected; the filter leaves it out.</source>
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
        <location filename="../../plugin/core/atlas/store/blob.py"/>
        <source>The file may be damaged.</source>
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
    <name>Survival</name>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Area</source>
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
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Historic lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>Modern lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>The historic layer holds only coastlines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/survival_layers.py"/>
        <source>The traces' accuracy asks for a buffer of {least} m; {listed} m lose streets that exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/core/historic/features.py"/>
        <source>{layer} holds no polygons.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurvivalTab</name>
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
        <source>Choose the lines of then and now. Any line layer will do, also OSM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Choose then and now.</source>
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
        <source>Survival: {} in {} at {:g} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Surviving and lost ({:g} m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/survival.py"/>
        <source>Two line layers are needed.</source>
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
        <source>The two cities side by side</source>
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
        <source>Vertical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>(found by itself)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>(one column)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>As written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Columns: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Coordinates in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Grid references are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Latitude, longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Letters are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Longitude, latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Only rows that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>Plain numbers are</source>
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
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>and in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/dialogs/table_page.py"/>
        <source>no position: goes into the unlocated queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceControls</name>
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
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>{} digitized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/traces.py"/>
        <source>{} schematic</source>
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
        <source>Draw lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Follow existing lines between two clicks (QGIS's tracing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Follow lines</source>
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
        <source>Lines over “{}” are good to ± {:g} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Snap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Snap to points and lines of all layers (QGIS's snapping)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Survives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Year shown</source>
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
    <message>
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>{} schematic traces of this sheet gave way; history keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Twins</name>
    <message>
        <location filename="../../plugin/gui/compare/linked_maps.py"/>
        <source>The two cities at one scale</source>
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
        <source>Drawn: {}</source>
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
        <source>Show where the clue says that it is (Enter in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Sources: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>Start the tool with this site (Shift+Enter in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin/gui/docks/sites/unlocated.py"/>
        <source>These are the {} most important ones.</source>
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
</TS>
