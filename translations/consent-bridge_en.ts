<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>cli::PushCommand</name>
        <message numerus="yes">
            <source>An earlier run was cut off. %n of its writes had arrived.</source>
            <translation>
                <numerusform>An earlier run was cut off. %n of its writes had arrived.</numerusform>
                <numerusform>An earlier run was cut off. %n of its writes had arrived.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had not.</source>
            <translation>
                <numerusform>%n had not.</numerusform>
                <numerusform>%n had not.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::Event</name>
        <message numerus="yes">
            <source>The file holds %n event(s); exactly one is needed.</source>
            <translation>
                <numerusform>The file holds %n event; exactly one is needed.</numerusform>
                <numerusform>The file holds %n events; exactly one is needed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ParsedPath</name>
        <message numerus="yes">
            <source>“%1” can be read in %n ways, because ids hold “_”. It is read as: %2.</source>
            <translation>
                <numerusform>“%1” can be read in %n way, because ids hold “_”. It is read as: %2.</numerusform>
                <numerusform>“%1” can be read in %n ways, because ids hold “_”. It is read as: %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diagnosis::ConnectionTest</name>
        <message numerus="yes">
            <source>Token for %1, valid %n minute(s)</source>
            <translation>
                <numerusform>Token for %1, valid %n minute</numerusform>
                <numerusform>Token for %1, valid %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n column</numerusform>
                <numerusform>%n columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alternate key(s)</source>
            <translation>
                <numerusform>%n alternate key</numerusform>
                <numerusform>%n alternate keys</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mapped column(s) exist, can be written and fit their values</source>
            <translation>
                <numerusform>%n mapped column exists, can be written and fits its values</numerusform>
                <numerusform>%n mapped columns exist, can be written and fit their values</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Signed in with key %1, valid %n minute(s)</source>
            <translation>
                <numerusform>Signed in with key %1, valid %n minute</numerusform>
                <numerusform>Signed in with key %1, valid %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n purpose(s)</source>
            <translation>
                <numerusform>%n purpose</numerusform>
                <numerusform>%n purposes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n preference(s)</source>
            <translation>
                <numerusform>%n preference</numerusform>
                <numerusform>%n preferences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>engine::Plan</name>
        <message numerus="yes">
            <source>Updates %n column(s) of one row.</source>
            <translation>
                <numerusform>Updates %n column of one row.</numerusform>
                <numerusform>Updates %n columns of one row.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Updates %n column(s) of %1.</source>
            <extracomment>%1 is the row's name, usually a person's</extracomment>
            <translation>
                <numerusform>Updates %n column of %1.</numerusform>
                <numerusform>Updates %n columns of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Creates a row with %n column(s).</source>
            <translation>
                <numerusform>Creates a row with %n column.</numerusform>
                <numerusform>Creates a row with %n columns.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gui::ConnectionPage</name>
        <message numerus="yes">
            <source>%n step(s) failed: see below what to do.</source>
            <translation>
                <numerusform>%n step failed: see below what to do.</numerusform>
                <numerusform>%n steps failed: see below what to do.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Both ends work, with %n thing(s) to look at.</source>
            <translation>
                <numerusform>Both ends work, with %n thing to look at.</numerusform>
                <numerusform>Both ends work, with %n things to look at.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gui::ImportDialog</name>
        <message numerus="yes">
            <source>%n mapping(s)</source>
            <translation>
                <numerusform>%n mapping</numerusform>
                <numerusform>%n mappings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gui::MainWindow</name>
        <message numerus="yes">
            <source>%n mapping(s)</source>
            <translation>
                <numerusform>%n mapping</numerusform>
                <numerusform>%n mappings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n secret(s)</source>
            <translation>
                <numerusform>%n secret</numerusform>
                <numerusform>%n secrets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gui::MappingsPage</name>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n column</numerusform>
                <numerusform>%n columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n purpose(s)</source>
            <translation>
                <numerusform>%n purpose</numerusform>
                <numerusform>%n purposes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mapping(s) selected.</source>
            <translation>
                <numerusform>%n mapping selected.</numerusform>
                <numerusform>%n mappings selected.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>at most %n character(s)</source>
            <translation>
                <numerusform>at most %n character</numerusform>
                <numerusform>at most %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n mapping(s)</source>
            <translation>
                <numerusform>Delete %n mapping</numerusform>
                <numerusform>Delete %n mappings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gui::Preview</name>
        <message numerus="yes">
            <source>Create a row with %n column(s)</source>
            <translation>
                <numerusform>Create a row with %n column</numerusform>
                <numerusform>Create a row with %n columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Write %n column(s)</source>
            <translation>
                <numerusform>Write %n column</numerusform>
                <numerusform>Write %n columns</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>mapping::Convert</name>
        <message numerus="yes">
            <source>%n values were picked, but %1 holds only one option.</source>
            <translation>
                <numerusform>%n values were picked, but %1 holds only one option.</numerusform>
                <numerusform>%n values were picked, but %1 holds only one option.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>mapping::Sentence</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>models::MappingModel</name>
        <message numerus="yes">
            <source>%n value(s) translated</source>
            <translation>
                <numerusform>%n value translated</numerusform>
                <numerusform>%n values translated</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>net::Failure</name>
        <message numerus="yes">
            <source>%1 did not answer within %n second(s).</source>
            <translation>
                <numerusform>%1 did not answer within %n second.</numerusform>
                <numerusform>%1 did not answer within %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>profile::Ids</name>
        <message numerus="yes">
            <source>This is not a client ID: it must have 32 hexadecimal digits in five groups, but the text has %n character(s).</source>
            <translation>
                <numerusform>This is not a client ID: it must have 32 hexadecimal digits in five groups, but the text has %n character.</numerusform>
                <numerusform>This is not a client ID: it must have 32 hexadecimal digits in five groups, but the text has %n characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>profile::Json</name>
        <message numerus="yes">
            <source>The JSON is nested more than %n level(s) deep.</source>
            <translation>
                <numerusform>The JSON is nested more than %n level deep.</numerusform>
                <numerusform>The JSON is nested more than %n levels deep.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>store::Files</name>
        <message numerus="yes">
            <source>“%1” is larger than %n byte(s); it cannot be what is looked for.</source>
            <translation>
                <numerusform>“%1” is larger than %n byte; it cannot be what is looked for.</numerusform>
                <numerusform>“%1” is larger than %n bytes; it cannot be what is looked for.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>store::ProfileStore</name>
        <message numerus="yes">
            <source>%n integration(s) have the name “%1”.</source>
            <translation>
                <numerusform>%n integration has the name “%1”.</numerusform>
                <numerusform>%n integrations have the name “%1”.</numerusform>
            </translation>
        </message>
    </context>
</TS>
