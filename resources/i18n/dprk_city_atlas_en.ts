<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Algorithms</name>
    <message numerus="yes">
        <location filename="../../plugin/processing/point_sources.py"/>
        <source>{what}: %n features without a point were left out (id {named}).</source>
        <translation>
            <numerusform>{what}: %n feature without a point was left out (id {named}).</numerusform>
            <numerusform>{what}: %n features without a point were left out (id {named}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/processing/importannotation.py"/>
        <source>“{title}” with %n control points.</source>
        <translation>
            <numerusform>“{title}” with %n control point.</numerusform>
            <numerusform>“{title}” with %n control points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/annotation.py"/>
        <source>{file} holds %n georeference annotations.</source>
        <translation>
            <numerusform>{file} holds %n georeference annotation.</numerusform>
            <numerusform>{file} holds %n georeference annotations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n claims of the sources were tested.</source>
        <translation>
            <numerusform>%n claim of the sources was tested.</numerusform>
            <numerusform>%n claims of the sources were tested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n contradictions between sources were found.</source>
        <translation>
            <numerusform>%n contradiction between sources was found.</numerusform>
            <numerusform>%n contradictions between sources were found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n of them are open.</source>
        <translation>
            <numerusform>%n of them is open.</numerusform>
            <numerusform>%n of them are open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/brief_text.py"/>
        <source>%n quantities of one city alone stand in manifest.json.</source>
        <translation>
            <numerusform>%n quantity of one city alone stands in manifest.json.</numerusform>
            <numerusform>%n quantities of one city alone stand in manifest.json.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaptureTool</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/tools/capture.py"/>
        <source>It takes at least %n points.</source>
        <translation>
            <numerusform>It takes at least %n point.</numerusform>
            <numerusform>It takes at least %n points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CitiesTab</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>%n of them can be compared; widest differences first.</source>
        <translation>
            <numerusform>%n of them can be compared.</numerusform>
            <numerusform>%n of them can be compared; widest differences first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/measure/cities.py"/>
        <source>%n quantities.</source>
        <translation>
            <numerusform>%n quantity.</numerusform>
            <numerusform>%n quantities.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/dialogs/claim_dialog.py"/>
        <source>“{name}” is the name of %n sites of this atlas.</source>
        <translation>
            <numerusform>“{name}” is the name of %n site of this atlas.</numerusform>
            <numerusform>“{name}” is the name of %n sites of this atlas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>It is the nearest of %n.</source>
        <translation>
            <numerusform>It is the only one.</numerusform>
            <numerusform>It is the nearest of %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/relations.py"/>
        <source>None of the %n has a position.</source>
        <translation>
            <numerusform>It has no position.</numerusform>
            <numerusform>None of the %n has a position.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoastTab</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/shoreline.py"/>
        <source>%n transects over {years} years: {out} moved seaward and {back} landward beyond the errors, {still} not.</source>
        <translation>
            <numerusform>%n transect over {years} years: {out} moved seaward and {back} landward beyond the errors, {still} not.</numerusform>
            <numerusform>%n transects over {years} years: {out} moved seaward and {back} landward beyond the errors, {still} not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>%n located</source>
        <translation>
            <numerusform>%n located</numerusform>
            <numerusform>%n located</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/measure/comparison.py"/>
        <source>Ratios and rates are made only of figures of the same kind and boundary, at most %n years apart.</source>
        <translation>
            <numerusform>Ratios and rates are made only of figures of the same kind and boundary, at most %n year apart.</numerusform>
            <numerusform>Ratios and rates are made only of figures of the same kind and boundary, at most %n years apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ControlPoints</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>Control points {labels} and %n more</source>
        <translation>
            <numerusform>Control points {labels} and %n more</numerusform>
            <numerusform>Control points {labels} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/point_checks.py"/>
        <source>{method} needs at least {least} control points; enabled: %n ({points}).</source>
        <translation>
            <numerusform>{method} needs at least {least} control points; enabled: %n ({points}).</numerusform>
            <numerusform>{method} needs at least {least} control points; enabled: %n ({points}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coordinates</name>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/mgrs.py"/>
        <source>The grid reference “{text}” has %n digits.</source>
        <translation>
            <numerusform>The grid reference “{text}” has %n digit.</numerusform>
            <numerusform>The grid reference “{text}” has %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” can be read in more than one way (%n numbers).</source>
        <translation>
            <numerusform>“{text}” can be read in more than one way (%n number).</numerusform>
            <numerusform>“{text}” can be read in more than one way (%n numbers).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/angles.py"/>
        <source>“{text}” has %n numbers where degrees, minutes and seconds belong.</source>
        <translation>
            <numerusform>“{text}” has %n number where degrees, minutes and seconds belong.</numerusform>
            <numerusform>“{text}” has %n numbers where degrees, minutes and seconds belong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/coordinates/tokens.py"/>
        <source>“{text}” is too long for a coordinate (%n characters).</source>
        <translation>
            <numerusform>“{text}” is too long for a coordinate (%n character).</numerusform>
            <numerusform>“{text}” is too long for a coordinate (%n characters).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatumPanel</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/datum_panel.py"/>
        <source>Verdict of %n pairs: {verdict}</source>
        <translation>
            <numerusform>Verdict of %n pair: {verdict}</numerusform>
            <numerusform>Verdict of %n pairs: {verdict}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatumTest</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/datum_test.py"/>
        <source>%n pairs: “{best}” leaves {misfit} m, the next {second} m; the hypotheses stand {apart} m apart or more.</source>
        <translation>
            <numerusform>%n pair: “{best}” leaves {misfit} m, the next {second} m; the hypotheses stand {apart} m apart or more.</numerusform>
            <numerusform>%n pairs: “{best}” leaves {misfit} m, the next {second} m; the hypotheses stand {apart} m apart or more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangePart</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/exchange.py"/>
        <source>%n sites are on the clipboard.</source>
        <translation>
            <numerusform>%n site is on the clipboard.</numerusform>
            <numerusform>%n sites are on the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Expressions</name>
    <message numerus="yes">
        <location filename="../../plugin/core/expressions.py"/>
        <source>Feature {feature} of “{layer}” has %n points.</source>
        <translation>
            <numerusform>Feature {feature} of “{layer}” has %n point.</numerusform>
            <numerusform>Feature {feature} of “{layer}” has %n points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Georeference</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/georeference.py"/>
        <source>%n points are too few to tell a wrong one from the others unless it is far off; set more.</source>
        <translation>
            <numerusform>%n point is too few to tell a wrong one from the others unless it is far off; set more.</numerusform>
            <numerusform>%n points are too few to tell a wrong one from the others unless it is far off; set more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>a shape of %n points</source>
        <translation>
            <numerusform>a shape of %n point</numerusform>
            <numerusform>a shape of %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/core/atlas/edits/narration.py"/>
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapSheet</name>
    <message numerus="yes">
        <location filename="../../plugin/core/printing/city_sheets.py"/>
        <source>Map {number} shows %n cities.</source>
        <translation>
            <numerusform>Map {number} shows %n city.</numerusform>
            <numerusform>Map {number} shows %n cities.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NearestTab</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/measure/nearest.py"/>
        <source>%n sites are selected.</source>
        <translation>
            <numerusform>%n site is selected.</numerusform>
            <numerusform>%n sites are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/place_row.py"/>
        <source>%n sites are selected.</source>
        <translation>
            <numerusform>%n site is selected.</numerusform>
            <numerusform>%n sites are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadTable</name>
    <message numerus="yes">
        <location filename="../../plugin/core/exchange/table/read_table.py"/>
        <source>%n formulas have no stored value: open the file in a spreadsheet and save it.</source>
        <translation>
            <numerusform>%n formula has no stored value: open the file in a spreadsheet and save it.</numerusform>
            <numerusform>%n formulas have no stored value: open the file in a spreadsheet and save it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPart</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/recovery.py"/>
        <source>%n rows are back in the edit session, for you to save.</source>
        <translation>
            <numerusform>%n row is back in the edit session, for you to save.</numerusform>
            <numerusform>%n rows are back in the edit session, for you to save.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/recovery.py"/>
        <source>%n were saved already.</source>
        <translation>
            <numerusform>%n was saved already.</numerusform>
            <numerusform>%n were saved already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/scan_panel.py"/>
        <source>Margin masked: %n corners.</source>
        <translation>
            <numerusform>Margin masked: %n corner.</numerusform>
            <numerusform>Margin masked: %n corners.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetAge</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/sheet_age.py"/>
        <source>{first} It may not show: {events}; and %n more.</source>
        <translation>
            <numerusform>{first} It may not show: {events}; and %n more.</numerusform>
            <numerusform>{first} It may not show: {events}; and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SiteForm</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/site_form.py"/>
        <source>A name has at most %n letters; put the rest into the note.</source>
        <translation>
            <numerusform>A name has at most %n letter; put the rest into the note.</numerusform>
            <numerusform>A name has at most %n letters; put the rest into the note.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SiteMenu</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>%n of these sites are not in the edit session of “{layer}”.</source>
        <translation>
            <numerusform>%n of these sites is not in the edit session of “{layer}”.</numerusform>
            <numerusform>%n of these sites are not in the edit session of “{layer}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>%n sites are selected: choose “Show selected features” in the table.</source>
        <translation>
            <numerusform>%n site is selected: choose “Show selected features” in the table.</numerusform>
            <numerusform>%n sites are selected: choose “Show selected features” in the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_menu.py"/>
        <source>&amp;Delete %n sites…</source>
        <translation>
            <numerusform>&amp;Delete %n site…</numerusform>
            <numerusform>&amp;Delete %n sites…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>Delete %n sites?</source>
        <translation>
            <numerusform>Delete %n site?</numerusform>
            <numerusform>Delete %n sites?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/site_edits.py"/>
        <source>delete %n sites</source>
        <translation>
            <numerusform>delete %n site</numerusform>
            <numerusform>delete %n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitesChips</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/chips.py"/>
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} and %n more</numerusform>
            <numerusform>{first} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitesDock</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/sites/result_views.py"/>
        <source>%n selected sites do not meet the filter: not selected any more.</source>
        <translation>
            <numerusform>%n selected site does not meet the filter: not selected any more.</numerusform>
            <numerusform>%n selected sites do not meet the filter: not selected any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Survival</name>
    <message numerus="yes">
        <location filename="../../plugin/core/historic/survival.py"/>
        <source>%n shifts are few; 99 or more are usual.</source>
        <translation>
            <numerusform>%n shift is few; 99 or more are usual.</numerusform>
            <numerusform>%n shifts are few; 99 or more are usual.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TracingTab</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/docks/historic/tracing.py"/>
        <source>Saved. %n schematic traces of this part of the sheet gave way; history keeps them.</source>
        <translation>
            <numerusform>Saved. %n schematic trace of this part of the sheet gave way; history keeps it.</numerusform>
            <numerusform>Saved. %n schematic traces of this part of the sheet gave way; history keeps them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message numerus="yes">
        <location filename="../../plugin/gui/parts/undo.py"/>
        <source>%n rows were worked on since and stay.</source>
        <translation>
            <numerusform>%n row was worked on since and stays.</numerusform>
            <numerusform>%n rows were worked on since and stay.</numerusform>
        </translation>
    </message>
</context>
</TS>
