<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>cli::ExpiryCommand</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::LiveCommand</name>
    <message numerus="yes">
        <source>%n arrival(s) wait again.</source>
        <translation>
            <numerusform>%n arrival waits again.</numerusform>
            <numerusform>%n arrivals wait again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::MadePlan</name>
    <message numerus="yes">
        <source>%Ln more could not be read.</source>
        <translation>
            <numerusform>%Ln more could not be read.</numerusform>
            <numerusform>%Ln more could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::MappingMatchCommand</name>
    <message numerus="yes">
        <source>%n user(s) read …</source>
        <translation>
            <numerusform>%n user read …</numerusform>
            <numerusform>%n users read …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of Didomi&apos;s users were looked at: %n.</source>
        <translation>
            <numerusform>All of Didomi&apos;s users were looked at: %n.</numerusform>
            <numerusform>All of Didomi&apos;s users were looked at: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of Didomi&apos;s users were looked at.</source>
        <translation>
            <numerusform>The first %n of Didomi&apos;s users were looked at.</numerusform>
            <numerusform>The first %n of Didomi&apos;s users were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n id(s) hold characters that a key&apos;s address cannot hold (%1): their rows are searched for, which takes a request more.</source>
        <translation>
            <numerusform>%n id holds characters that a key&apos;s address cannot hold (%1): its row is searched for, which takes a request more.</numerusform>
            <numerusform>%n ids hold characters that a key&apos;s address cannot hold (%1): their rows are searched for, which takes a request more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) of Didomi could not be read. The first: %1</source>
        <translation>
            <numerusform>%n user of Didomi could not be read. The first: %1</numerusform>
            <numerusform>%n users of Didomi could not be read. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::PlanShowCommand</name>
    <message numerus="yes">
        <source>%Ln people were ticked or unticked.</source>
        <translation>
            <numerusform>%Ln person was ticked or unticked.</numerusform>
            <numerusform>%Ln people were ticked or unticked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::ProgressPrinter</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application users</source>
        <translation>
            <numerusform>%n application user</numerusform>
            <numerusform>%n application users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::ReportCommand</name>
    <message numerus="yes">
        <source>The report on %Ln people is in %1.</source>
        <translation>
            <numerusform>The report on %Ln person is in %1.</numerusform>
            <numerusform>The report on %Ln people is in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::RunCommand</name>
    <message numerus="yes">
        <source>By this plan %Ln people become contactable: confirm it with --allow-permitting.</source>
        <translation>
            <numerusform>By this plan %Ln person becomes contactable: confirm it with --allow-permitting.</numerusform>
            <numerusform>By this plan %Ln people become contactable: confirm it with --allow-permitting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By this plan rows are created for %Ln people: confirm it with --allow-creating.</source>
        <translation>
            <numerusform>By this plan rows are created for %Ln person: confirm it with --allow-creating.</numerusform>
            <numerusform>By this plan rows are created for %Ln people: confirm it with --allow-creating.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::VerifyCommand</name>
    <message numerus="yes">
        <source>%Ln more are told by --json.</source>
        <translation>
            <numerusform>%Ln more is told by --json.</numerusform>
            <numerusform>%Ln more are told by --json.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::WorkplaceCommand</name>
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
    <name>dataverse::AnyOf</name>
    <message numerus="yes">
        <source>More than %n row(s) of %1 match, which is more than one person can have.</source>
        <translation>
            <numerusform>More than %n row of %1 matches, which is more than one person can have.</numerusform>
            <numerusform>More than %n rows of %1 match, which is more than one person can have.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dataverse::Batch</name>
    <message numerus="yes">
        <source>A batch holds at most %n request(s).</source>
        <translation>
            <numerusform>A batch holds at most %n request.</numerusform>
            <numerusform>A batch holds at most %n requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dataverse::Resolve</name>
    <message numerus="yes">
        <source>More than %n row(s) of “%1” have that value.</source>
        <translation>
            <numerusform>More than %n row of “%1” has that value.</numerusform>
            <numerusform>More than %n rows of “%1” have that value.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::Comparison</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) removed: %1.</source>
        <translation>
            <numerusform>%n role removed: %1.</numerusform>
            <numerusform>%n roles removed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) added: %1.</source>
        <translation>
            <numerusform>%n role added: %1.</numerusform>
            <numerusform>%n roles added: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped column(s) gone or of another type: %1.</source>
        <translation>
            <numerusform>%n mapped column gone or of another type: %1.</numerusform>
            <numerusform>%n mapped columns gone or of another type: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped column(s) new: %1.</source>
        <translation>
            <numerusform>%n mapped column new: %1.</numerusform>
            <numerusform>%n mapped columns new: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the Didomi contract switched off: %1.</source>
        <translation>
            <numerusform>%n part of the Didomi contract switched off: %1.</numerusform>
            <numerusform>%n parts of the Didomi contract switched off: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the Didomi contract switched on: %1.</source>
        <translation>
            <numerusform>%n part of the Didomi contract switched on: %1.</numerusform>
            <numerusform>%n parts of the Didomi contract switched on: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s) gone: %1.</source>
        <translation>
            <numerusform>%n purpose gone: %1.</numerusform>
            <numerusform>%n purposes gone: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s) new: %1.</source>
        <translation>
            <numerusform>%n purpose new: %1.</numerusform>
            <numerusform>%n purposes new: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent table(s) gone: %1.</source>
        <translation>
            <numerusform>%n consent table gone: %1.</numerusform>
            <numerusform>%n consent tables gone: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent table(s) new: %1.</source>
        <translation>
            <numerusform>%n consent table new: %1.</numerusform>
            <numerusform>%n consent tables new: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped purpose(s) or topic(s) gone: %1.</source>
        <translation>
            <numerusform>%n mapped purpose or topic gone: %1.</numerusform>
            <numerusform>%n mapped purposes or topics gone: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped purpose(s) or topic(s) new: %1.</source>
        <translation>
            <numerusform>%n mapped purpose or topic new: %1.</numerusform>
            <numerusform>%n mapped purposes or topics new: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::ConsentTablesCheck</name>
    <message numerus="yes">
        <source>The environment lacks %n consent table(s): %1.</source>
        <translation>
            <numerusform>The environment lacks %n consent table: %1.</numerusform>
            <numerusform>The environment lacks %n consent tables: %1.</numerusform>
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
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compliance profile(s)</source>
        <translation>
            <numerusform>%n compliance profile</numerusform>
            <numerusform>%n compliance profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::DidomiCheck</name>
    <message numerus="yes">
        <source>%n part(s) of the contract that this integration uses are switched off: %1.</source>
        <translation>
            <numerusform>%n part of the contract that this integration uses is switched off: %1.</numerusform>
            <numerusform>%n parts of the contract that this integration uses are switched off: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) switched on</source>
        <translation>
            <numerusform>%n part switched on</numerusform>
            <numerusform>%n parts switched on</numerusform>
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
    <message numerus="yes">
        <source>Signed in with key %1, valid %n minute(s)</source>
        <translation>
            <numerusform>Signed in with key %1, valid %n minute</numerusform>
            <numerusform>Signed in with key %1, valid %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the list of users cannot be read.</source>
        <translation>
            <numerusform>%n entry of the list of users cannot be read.</numerusform>
            <numerusform>%n entries of the list of users cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Consents of %n user(s) read</source>
        <translation>
            <numerusform>Consents of %n user read</numerusform>
            <numerusform>Consents of %n users read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::EnvironmentCheck</name>
    <message numerus="yes">
        <source>%n request(s) at once advised</source>
        <translation>
            <numerusform>%n request at once advised</numerusform>
            <numerusform>%n requests at once advised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::Expiry</name>
    <message numerus="yes">
        <source>The %1 of %2 expires in %n day(s), on %3.</source>
        <translation>
            <numerusform>The %1 of %2 expires in %n day, on %3.</numerusform>
            <numerusform>The %1 of %2 expires in %n days, on %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::FurtherUsersCheck</name>
    <message numerus="yes">
        <source>%n further application user(s) signed in</source>
        <translation>
            <numerusform>%n further application user signed in</numerusform>
            <numerusform>%n further application users signed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further application user(s) of the same organization</source>
        <translation>
            <numerusform>%n further application user of the same organization</numerusform>
            <numerusform>%n further application users of the same organization</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further application user(s) may do as much</source>
        <translation>
            <numerusform>%n further application user may do as much</numerusform>
            <numerusform>%n further application users may do as much</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::HostCheck</name>
    <message numerus="yes">
        <source>the clocks differ by %n second(s)</source>
        <translation>
            <numerusform>the clocks differ by %n second</numerusform>
            <numerusform>the clocks differ by %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the clocks differ by %n minute(s)</source>
        <translation>
            <numerusform>the clocks differ by %n minute</numerusform>
            <numerusform>the clocks differ by %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s).</source>
        <translation>
            <numerusform>The certificate of %1 ends in %n day.</numerusform>
            <numerusform>The certificate of %1 ends in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::SampleUsersCheck</name>
    <message numerus="yes">
        <source>The rows of %n user(s) may not be read.</source>
        <translation>
            <numerusform>The rows of %n user may not be read.</numerusform>
            <numerusform>The rows of %n users may not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) one row</source>
        <translation>
            <numerusform>%n matches one row</numerusform>
            <numerusform>%n match one row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n none</source>
        <translation>
            <numerusform>%n none</numerusform>
            <numerusform>%n none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n several</source>
        <translation>
            <numerusform>%n several</numerusform>
            <numerusform>%n several</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n user(s) %1, %2, %3</source>
        <extracomment>&quot;Of 5 users 3 match one row, 1 none, 1 several&quot;</extracomment>
        <translation>
            <numerusform>Of %n user %1, %2, %3</numerusform>
            <numerusform>Of %n users %1, %2, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::SignInCheck</name>
    <message numerus="yes">
        <source>The certificate to sign in with ends in %n day(s), on %1.</source>
        <translation>
            <numerusform>The certificate to sign in with ends in %n day, on %1.</numerusform>
            <numerusform>The certificate to sign in with ends in %n days, on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The client secret expires in %n day(s), on %1.</source>
        <translation>
            <numerusform>The client secret expires in %n day, on %1.</numerusform>
            <numerusform>The client secret expires in %n days, on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A client secret, until %1 (%n day(s))</source>
        <translation>
            <numerusform>A client secret, until %1 (%n day)</numerusform>
            <numerusform>A client secret, until %1 (%n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The token lives only %n more minute(s).</source>
        <translation>
            <numerusform>The token lives only %n more minute.</numerusform>
            <numerusform>The token lives only %n more minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %1, valid %n minute(s)</source>
        <translation>
            <numerusform>For %1, valid %n minute</numerusform>
            <numerusform>For %1, valid %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The token cannot be looked into; valid %n minute(s)</source>
        <translation>
            <numerusform>The token cannot be looked into; valid %n minute</numerusform>
            <numerusform>The token cannot be looked into; valid %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::TableCheck</name>
    <message numerus="yes">
        <source>%n mapped column(s) exist, can be written and fit their values</source>
        <translation>
            <numerusform>%n mapped column exists, can be written and fits its values</numerusform>
            <numerusform>%n mapped columns exist, can be written and fit their values</numerusform>
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
</context>
<context>
    <name>diagnosis::UserCheck</name>
    <message numerus="yes">
        <source>The application user lacks %n privilege(s): %1.</source>
        <translation>
            <numerusform>The application user lacks %n privilege: %1.</numerusform>
            <numerusform>The application user lacks %n privileges: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n privilege(s) do not reach the whole organization: rows of other owners are refused (%1).</source>
        <translation>
            <numerusform>%n privilege does not reach the whole organization: rows of other owners are refused (%1).</numerusform>
            <numerusform>%n privileges do not reach the whole organization: rows of other owners are refused (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n privilege(s), all for the whole organization</source>
        <translation>
            <numerusform>%n privilege, all for the whole organization</numerusform>
            <numerusform>%n privileges, all for the whole organization</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Effects</name>
    <message numerus="yes">
        <source>%Ln person(s) become(s) contactable, %1 stop.</source>
        <extracomment>How many stop being contactable; a number.</extracomment>
        <translation>
            <numerusform>%Ln person becomes contactable, %1 stop.</numerusform>
            <numerusform>%Ln people become contactable, %1 stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) become(s) contactable.</source>
        <translation>
            <numerusform>%Ln person becomes contactable.</numerusform>
            <numerusform>%Ln people become contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) stop(s) being contactable.</source>
        <translation>
            <numerusform>%Ln person stops being contactable.</numerusform>
            <numerusform>%Ln people stop being contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rows will be created for %Ln person(s).</source>
        <translation>
            <numerusform>Rows will be created for %Ln person.</numerusform>
            <numerusform>Rows will be created for %Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new rows of %Ln person(s) lack required columns.</source>
        <translation>
            <numerusform>The new rows of %Ln person lack required columns.</numerusform>
            <numerusform>The new rows of %Ln people lack required columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are warnings for %Ln person(s).</source>
        <translation>
            <numerusform>There are warnings for %Ln person.</numerusform>
            <numerusform>There are warnings for %Ln people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::PeopleSource</name>
    <message numerus="yes">
        <source>%n exported file(s) of Didomi, %1, known at %2.</source>
        <translation>
            <numerusform>%n exported file of Didomi, %1, known at %2.</numerusform>
            <numerusform>%n exported files of Didomi, %1, known at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Didomi, organization %1: %n chosen people.</source>
        <translation>
            <numerusform>Didomi, organization %1: %n chosen person.</numerusform>
            <numerusform>Didomi, organization %1: %n chosen people.</numerusform>
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
        <extracomment>%1 is the row&apos;s name, usually a person&apos;s</extracomment>
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
    <message numerus="yes">
        <source>Creates %n row(s) of consent.</source>
        <translation>
            <numerusform>Creates a row of consent.</numerusform>
            <numerusform>Creates %n rows of consent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writes %n row(s) of consent.</source>
        <translation>
            <numerusform>Writes one row of consent.</numerusform>
            <numerusform>Writes %n rows of consent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Push</name>
    <message numerus="yes">
        <source>%n row(s) were written, but not all: %1</source>
        <extracomment>%n rows of one person; %1 why the others were not</extracomment>
        <translation>
            <numerusform>%n row was written, but not all: %1</numerusform>
            <numerusform>%n rows were written, but not all: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Report</name>
    <message numerus="yes">
        <source>%n of the skipped were left out by hand.</source>
        <translation>
            <numerusform>%n of the skipped was left out by hand.</numerusform>
            <numerusform>%n of the skipped were left out by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of those not reached it is not known whether something was written; resuming the run finds out.</source>
        <translation>
            <numerusform>Of %n of those not reached it is not known whether something was written; resuming the run finds out.</numerusform>
            <numerusform>Of %n of those not reached it is not known whether something was written; resuming the run finds out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) became contactable.</source>
        <translation>
            <numerusform>%n person became contactable.</numerusform>
            <numerusform>%n people became contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) stopped being contactable.</source>
        <translation>
            <numerusform>%n person stopped being contactable.</numerusform>
            <numerusform>%n people stopped being contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n person(s) rows were created.</source>
        <translation>
            <numerusform>For %n person rows were created.</numerusform>
            <numerusform>For %n people rows were created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would become contactable.</source>
        <translation>
            <numerusform>%n person would become contactable.</numerusform>
            <numerusform>%n people would become contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would stop being contactable.</source>
        <translation>
            <numerusform>%n person would stop being contactable.</numerusform>
            <numerusform>%n people would stop being contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n person(s) rows would be created.</source>
        <translation>
            <numerusform>For %n person rows would be created.</numerusform>
            <numerusform>For %n people rows would be created.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Run</name>
    <message numerus="yes">
        <source>By this plan %n people become contactable, and that was not confirmed.</source>
        <translation>
            <numerusform>By this plan %n person becomes contactable, and that was not confirmed.</numerusform>
            <numerusform>By this plan %n people become contactable, and that was not confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By this plan rows are created for %n people, and that was not confirmed.</source>
        <translation>
            <numerusform>By this plan rows are created for %n person, and that was not confirmed.</numerusform>
            <numerusform>By this plan rows are created for %n people, and that was not confirmed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::RunProgress</name>
    <message numerus="yes">
        <source>%n application users write, each with a limit of its own.</source>
        <translation>
            <numerusform>%n application user writes, with a limit of its own.</numerusform>
            <numerusform>%n application users write, each with a limit of its own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Scope</name>
    <message numerus="yes">
        <source>%n chosen people.</source>
        <translation>
            <numerusform>%n chosen person.</numerusform>
            <numerusform>%n chosen people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read from %n file(s) or folder(s).</source>
        <translation>
            <numerusform>Read from %n file or folder.</numerusform>
            <numerusform>Read from %n files or folders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Undo</name>
    <message numerus="yes">
        <source>%n write(s) were about people who were erased since: nothing is known of them any more, so they are not taken back.</source>
        <translation>
            <numerusform>%n write was about somebody who was erased since: nothing is known of it any more, so it is not taken back.</numerusform>
            <numerusform>%n writes were about people who were erased since: nothing is known of them any more, so they are not taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::Why</name>
    <message numerus="yes">
        <source>One row matches this person, and in %n column(s) it differs from what Didomi says, so it is updated.</source>
        <translation>
            <numerusform>One row matches this person, and in %n column it differs from what Didomi says, so it is updated.</numerusform>
            <numerusform>One row matches this person, and in %n columns it differs from what Didomi says, so it is updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No row matches this person and upsert mode is on, so a row with %n column(s) is created.</source>
        <translation>
            <numerusform>No row matches this person and upsert mode is on, so a row with %n column is created.</numerusform>
            <numerusform>No row matches this person and upsert mode is on, so a row with %n columns is created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) of this person’s addresses say something else than Didomi, so they are written.</source>
        <translation>
            <numerusform>One consent of this person’s addresses says something else than Didomi, so it is written.</numerusform>
            <numerusform>%n consents of this person’s addresses say something else than Didomi, so they are written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) that Didomi knows have no row for this person’s addresses yet, so the rows are made.</source>
        <translation>
            <numerusform>One consent that Didomi knows has no row for this person’s addresses yet, so the row is made.</numerusform>
            <numerusform>%n consents that Didomi knows have no row for this person’s addresses yet, so the rows are made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) have no row for this person’s addresses yet and are made, and %1 that say something else than Didomi are written.</source>
        <extracomment>%n rows that are made, %1 rows that are changed</extracomment>
        <translation>
            <numerusform>One consent has no row for this person’s addresses yet and is made, and %1 that say something else than Didomi are written.</numerusform>
            <numerusform>%n consents have no row for this person’s addresses yet and are made, and %1 that say something else than Didomi are written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entra::Certificate</name>
    <message numerus="yes">
        <source>The certificate’s key is too short: %n bit(s).</source>
        <translation>
            <numerusform>The certificate’s key is too short: %n bit.</numerusform>
            <numerusform>The certificate’s key is too short: %n bits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::AfterPanel</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln person(s) could not be written</source>
        <translation>
            <numerusform>Done, but %Ln person could not be written</numerusform>
            <numerusform>Done, but %Ln people could not be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A &amp;sample of %Ln row(s)</source>
        <translation>
            <numerusform>A &amp;sample of %Ln row</numerusform>
            <numerusform>A &amp;sample of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) are not written yet. What was written stays.</source>
        <translation>
            <numerusform>%Ln person is not written yet. What was written stays.</numerusform>
            <numerusform>%Ln people are not written yet. What was written stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %1, with %Ln request(s).</source>
        <translation>
            <numerusform>It took %1, with %Ln request.</numerusform>
            <numerusform>It took %1, with %Ln requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dataverse asked %Ln time(s) to wait.</source>
        <translation>
            <numerusform>Dataverse asked %Ln time to wait.</numerusform>
            <numerusform>Dataverse asked %Ln times to wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were read once more.</source>
        <translation>
            <numerusform>%Ln row was read once more.</numerusform>
            <numerusform>%Ln rows were read once more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln person(s) could not be taken back</source>
        <translation>
            <numerusform>Done, but %Ln person could not be taken back</numerusform>
            <numerusform>Done, but %Ln people could not be taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln application users wrote, each with a limit of its own.</source>
        <translation>
            <numerusform>%Ln application user wrote, with a limit of its own.</numerusform>
            <numerusform>%Ln application users wrote, each with a limit of its own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ChecksPanel</name>
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
    <message numerus="yes">
        <source>and %n more in the report</source>
        <translation>
            <numerusform>and %n more in the report</numerusform>
            <numerusform>and %n more in the report</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CompareDialog</name>
    <message numerus="yes">
        <source>%n mapping(s) of the other side have no counterpart here; they are listed last.</source>
        <translation>
            <numerusform>%n mapping of the other side has no counterpart here; it is listed last.</numerusform>
            <numerusform>%n mappings of the other side have no counterpart here; they are listed last.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s)</source>
        <translation>
            <numerusform>Take over %n row</numerusform>
            <numerusform>Take over %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ConfirmDialog</name>
    <message numerus="yes">
        <source>&amp;Yes, %Ln person(s) become(s) contactable</source>
        <translation>
            <numerusform>&amp;Yes, %Ln person becomes contactable</numerusform>
            <numerusform>&amp;Yes, %Ln people become contactable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lack(s) required columns: Dynamics may refuse those, and forms will ask for them.</source>
        <translation>
            <numerusform>%Ln of them lacks required columns: Dynamics may refuse it, and forms will ask for them.</numerusform>
            <numerusform>%Ln of them lack required columns: Dynamics may refuse those, and forms will ask for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Run %Ln change(s)</source>
        <translation>
            <numerusform>&amp;Run %Ln change</numerusform>
            <numerusform>&amp;Run %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) is (are) written to %1 in %2.</source>
        <extracomment>%1 is a table, %2 a host: &quot;contact&quot;, &quot;org1234.crm4.dynamics.com&quot;</extracomment>
        <translation>
            <numerusform>%Ln change is written to %1 in %2.</numerusform>
            <numerusform>%Ln changes are written to %1 in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) stop(s) being contactable.</source>
        <translation>
            <numerusform>%Ln person stops being contactable.</numerusform>
            <numerusform>%Ln people stop being contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) left out by you stay(s) as they are.</source>
        <translation>
            <numerusform>%Ln person left out by you stays as they are.</numerusform>
            <numerusform>%Ln people left out by you stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, rows are &amp;created for %Ln person(s)</source>
        <translation>
            <numerusform>Yes, rows are &amp;created for %Ln person</numerusform>
            <numerusform>Yes, rows are &amp;created for %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rows are created for %Ln person(s); for all others they are updated.</source>
        <translation>
            <numerusform>Rows are created for %Ln person; for all others they are updated.</numerusform>
            <numerusform>Rows are created for %Ln people; for all others they are updated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ExpiryDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ExpiryWatch</name>
    <message numerus="yes">
        <source>%n more end(s) soon.</source>
        <translation>
            <numerusform>%n more ends soon.</numerusform>
            <numerusform>%n more end soon.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::HistoryPanel</name>
    <message numerus="yes">
        <source>%n plan(s) could not be searched: %1</source>
        <translation>
            <numerusform>%n plan could not be searched: %1</numerusform>
            <numerusform>%n plans could not be searched: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 This computer also noted %n single write(s) about them.</source>
        <translation>
            <numerusform>%1 This computer also noted %n single write about them.</numerusform>
            <numerusform>%1 This computer also noted %n single writes about them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) here are about this person.</source>
        <translation>
            <numerusform>%n plan here is about this person.</numerusform>
            <numerusform>%n plans here are about this person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n noted write(s)</source>
        <translation>
            <numerusform>%n noted write</numerusform>
            <numerusform>%n noted writes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting consent(s)</source>
        <translation>
            <numerusform>%n waiting consent</numerusform>
            <numerusform>%n waiting consents</numerusform>
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
    <name>gui::JsonPanel</name>
    <message numerus="yes">
        <source>Didomi’s shape has no place for something of %n mapping(s), marked above. It is kept in this program’s own file and is not part of an export:</source>
        <translation>
            <numerusform>Didomi’s shape has no place for something of %n mapping, marked above. It is kept in this program’s own file and is not part of an export:</numerusform>
            <numerusform>Didomi’s shape has no place for something of %n mappings, marked above. It is kept in this program’s own file and is not part of an export:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Live</name>
    <message numerus="yes">
        <source>Polling: looked at %n person(s) at %1.</source>
        <translation>
            <numerusform>Polling: looked at %n person at %1.</numerusform>
            <numerusform>Polling: looked at %n persons at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::LivePanel</name>
    <message numerus="yes">
        <source>%n consent(s) that were only shown, or wait, are written to Dynamics now.</source>
        <translation>
            <numerusform>%n consent that was only shown, or waits, is written to Dynamics now.</numerusform>
            <numerusform>%n consents that were only shown, or wait, are written to Dynamics now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <comment>consents in the queue</comment>
        <translation>
            <numerusform>%n waits</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) wait from before; they are worked on when you start.</source>
        <translation>
            <numerusform>%n consent waits from before; it is worked on when you start.</numerusform>
            <numerusform>%n consents wait from before; they are worked on when you start.</numerusform>
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
    <message numerus="yes">
        <source>%n integration(s) tested</source>
        <translation>
            <numerusform>%n integration tested</numerusform>
            <numerusform>%n integrations tested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Didomi’s shape has no place for something of %n mapping(s). It stays in this program and is not in the file.</source>
        <translation>
            <numerusform>Didomi’s shape has no place for something of %n mapping. It stays in this program and is not in the file.</numerusform>
            <numerusform>Didomi’s shape has no place for something of %n mappings. It stays in this program and is not in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MappingEditor</name>
    <message numerus="yes">
        <source>at most %n character(s)</source>
        <translation>
            <numerusform>at most %n character</numerusform>
            <numerusform>at most %n characters</numerusform>
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
        <source>Delete %n mapping(s)</source>
        <translation>
            <numerusform>Delete %n mapping</numerusform>
            <numerusform>Delete %n mappings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n suggestion(s)</source>
        <translation>
            <numerusform>Add %n suggestion</numerusform>
            <numerusform>Add %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s) from “%1”</source>
        <translation>
            <numerusform>Take over %n row from “%1”</numerusform>
            <numerusform>Take over %n rows from “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MatchDialog</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::OutcomeTable</name>
    <message numerus="yes">
        <source>%Ln of those not reached are on their way.</source>
        <translation>
            <numerusform>%Ln of those not reached is on its way.</numerusform>
            <numerusform>%Ln of those not reached are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of those skipped were left out by you.</source>
        <translation>
            <numerusform>%Ln of those skipped was left out by you.</numerusform>
            <numerusform>%Ln of those skipped were left out by you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PersonDialog</name>
    <message numerus="yes">
        <source>%n row(s) more hold no id by which Didomi knows anybody.</source>
        <translation>
            <numerusform>%n row more holds no id by which Didomi knows anybody.</numerusform>
            <numerusform>%n rows more hold no id by which Didomi knows anybody.</numerusform>
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
    <message numerus="yes">
        <source>Write %n row(s)</source>
        <translation>
            <numerusform>Write %n row</numerusform>
            <numerusform>Write %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RateChart</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ResyncPage</name>
    <message numerus="yes">
        <source>%n thing(s) could not be read, and are not in the plan.</source>
        <translation>
            <numerusform>%n thing could not be read, and is not in the plan.</numerusform>
            <numerusform>%n things could not be read, and are not in the plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) are still to be written to %1.</source>
        <translation>
            <numerusform>%Ln person is still to be written to %1.</numerusform>
            <numerusform>%Ln people are still to be written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) of the whole plan become contactable.</source>
        <translation>
            <numerusform>%Ln person of the whole plan becomes contactable.</numerusform>
            <numerusform>%Ln people of the whole plan become contactable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the whole plan are created.</source>
        <translation>
            <numerusform>%Ln row of the whole plan is created.</numerusform>
            <numerusform>%Ln rows of the whole plan are created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write those %Ln person(s) again that were rejected?</source>
        <translation>
            <numerusform>Write the %Ln person again that was rejected?</numerusform>
            <numerusform>Write those %Ln people again that were rejected?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReviewPanel</name>
    <message numerus="yes">
        <source>R&amp;un %Ln change(s)…</source>
        <translation>
            <numerusform>R&amp;un %Ln change…</numerusform>
            <numerusform>R&amp;un %Ln changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) selected</source>
        <translation>
            <numerusform>%Ln person selected</numerusform>
            <numerusform>%Ln people selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected rows were not read yet and stay as they were.</source>
        <translation>
            <numerusform>%Ln of the selected rows was not read yet and stays as it was.</numerusform>
            <numerusform>%Ln of the selected rows were not read yet and stay as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RunPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) looked at</source>
        <translation>
            <numerusform>%Ln row looked at</numerusform>
            <numerusform>%Ln rows looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) written into the file</source>
        <translation>
            <numerusform>%Ln person written into the file</numerusform>
            <numerusform>%Ln people written into the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) planned</source>
        <translation>
            <numerusform>%Ln person planned</numerusform>
            <numerusform>%Ln people planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) done</source>
        <translation>
            <numerusform>%Ln person done</numerusform>
            <numerusform>%Ln people done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 It goes on in %n second(s).</source>
        <translation>
            <numerusform>%1 It goes on in %n second.</numerusform>
            <numerusform>%1 It goes on in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ScopeForm</name>
    <message numerus="yes">
        <source>%1 (%Ln failed)</source>
        <extracomment>An earlier resync: when it was, and how many it could not write.</extracomment>
        <translation>
            <numerusform>%1 (%Ln failed)</numerusform>
            <numerusform>%1 (%Ln failed)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) in the list.</source>
        <translation>
            <numerusform>%Ln person in the list.</numerusform>
            <numerusform>%Ln people in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) in “%1”.</source>
        <translation>
            <numerusform>%Ln person in “%1”.</numerusform>
            <numerusform>%Ln people in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s).</source>
        <translation>
            <numerusform>%Ln person.</numerusform>
            <numerusform>%Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stood there more than once.</source>
        <translation>
            <numerusform>%Ln stood there more than once.</numerusform>
            <numerusform>%Ln stood there more than once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be an id and is (are) left out.</source>
        <translation>
            <numerusform>%Ln line cannot be an id and is left out.</numerusform>
            <numerusform>%Ln lines cannot be ids and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TargetDialog</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
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
    <name>mapping::Lint</name>
    <message numerus="yes">
        <source>%n of the sampled ids hold(s) a character that Dataverse does not take in the address of an alternate key (/ &lt; &gt; * % &amp; : \ ? +); such rows are searched for, which takes a request more.</source>
        <translation>
            <numerusform>%n of the sampled ids holds a character that Dataverse does not take in the address of an alternate key (/ &lt; &gt; * % &amp; : \ ? +); such rows are searched for, which takes a request more.</numerusform>
            <numerusform>%n of the sampled ids hold a character that Dataverse does not take in the address of an alternate key (/ &lt; &gt; * % &amp; : \ ? +); such rows are searched for, which takes a request more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the sampled ids is or are longer than %1 can hold, so no row can be found for them.</source>
        <translation>
            <numerusform>%n of the sampled ids is longer than %1 can hold, so no row can be found for it.</numerusform>
            <numerusform>%n of the sampled ids are longer than %1 can hold, so no row can be found for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the sampled ids become(s) the same key as another: different people in Didomi would write into one row.</source>
        <translation>
            <numerusform>%n of the sampled ids becomes the same key as another: different people in Didomi would write into one row.</numerusform>
            <numerusform>%n of the sampled ids become the same key as another: different people in Didomi would write into one row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mapping::LintCurrent</name>
    <message numerus="yes">
        <source>The organization user id is taken as the address for the channel “%1”, but %n of %2 ids that were looked at can be none.</source>
        <translation>
            <numerusform>The organization user id is taken as the address for the channel “%1”, but %n of %2 ids that were looked at can be none.</numerusform>
            <numerusform>The organization user id is taken as the address for the channel “%1”, but %n of %2 ids that were looked at can be none.</numerusform>
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
    <name>models::Age</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::StepModel</name>
    <message numerus="yes">
        <source>%1 of %n passed</source>
        <translation>
            <numerusform>%1 of %n passed</numerusform>
            <numerusform>%1 of %n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::Target</name>
    <message numerus="yes">
        <source>%n value(s) translated</source>
        <translation>
            <numerusform>%n value translated</numerusform>
            <numerusform>%n values translated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::WriteLine</name>
    <message numerus="yes">
        <source>%n consent(s): %1</source>
        <extracomment>%1 is a list of changes: &quot;Do not allow bulk emails → Allow, …&quot;</extracomment>
        <translation>
            <numerusform>%n consent: %1</numerusform>
            <numerusform>%n consents: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <extracomment>%1 is a list of changes: &quot;Do not allow bulk emails → Allow, …&quot;</extracomment>
        <translation>
            <numerusform>%n column: %1</numerusform>
            <numerusform>%n columns: %1</numerusform>
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
    <name>net::Scheduler</name>
    <message numerus="yes">
        <source>What %1 allows within %n minute(s) is used up.</source>
        <translation>
            <numerusform>What %1 allows within %n minute is used up.</numerusform>
            <numerusform>What %1 allows within %n minutes is used up.</numerusform>
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
    <name>profile::Mapping</name>
    <message numerus="yes">
        <source>%n picked value(s) have an option of the column each.</source>
        <translation>
            <numerusform>%n picked value has an option of the column.</numerusform>
            <numerusform>%n picked values have an option of the column each.</numerusform>
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
<context>
    <name>store::Run</name>
    <message numerus="yes">
        <source>The plan “%1” is not finished: %n person(s) must be planned again, since the source told of them more than once.</source>
        <translation>
            <numerusform>The plan “%1” is not finished: %n person must be planned again, since the source told of them more than once.</numerusform>
            <numerusform>The plan “%1” is not finished: %n people must be planned again, since the source told of them more than once.</numerusform>
        </translation>
    </message>
</context>
</TS>
