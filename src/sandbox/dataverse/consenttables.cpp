#include "sandbox/dataverse/tables.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "msdynmkt_"_L1;
constexpr char16_t channels[] = u"534120000=Email|534120001=Text Message|534120002=Custom|534120003=Voice";
constexpr char16_t consentValues[] = u"534120000=Not Set|534120001=Opted In|534120002=Opted Out";
constexpr char16_t enforcementModels[] = u"534120000=Restrictive|534120001=Non-Restrictive|534120002=Disabled";

/// A lookup of the consent solution: its navigation property has the letter case of its schema name.
Column reference(QStringView table, QStringView schemaName, QStringView label, QStringView target,
                 QStringView relationship = {})
{
    const QString name =
        relationship.isEmpty() ? u"%1_%2_%3"_s.arg(table, schemaName, target) : relationship.toString();
    return lookup(schemaName, label, {{schemaName.toString(), {target.toString()}, name}});
}

/// A table of the consent solution. The schema names of tables are their logical names; "s" makes the set.
Table consentTable(const QString &name, QStringView label, int typeCode, const QList<Column> &columns,
                   QStringView statuses = u"1=Active=0|2=Inactive=1")
{
    Table table = smallTable(name, name + u's', label, name + u"id"_s, typeCode,
                             columns + stateColumns(statuses) + ownershipColumns(name));
    table.ownership = u"UserOwned"_s;
    return table;
}

/// dynamics-consent-tables section 4.
Table contactPointConsents(const QString &name, int typeCode)
{
    const auto required = [](const Column &column) { return column.required(u"ApplicationRequired"); };
    Column migrated = moment(u"OverriddenCreatedOn", u"Record Created On", u"UserLocal");
    migrated.isForUpdate = false;
    Column message = lookup(u"msdynmkt_messageid", u"Message",
                            {{u"email_msdynmkt_messageid"_s, {u"email"_s}, QString(name + u"_email_messageid"_s)}});
    return consentTable(
        name, u"Contact Point Consent", typeCode,
        {required(text(u"msdynmkt_contactpointvalue", u"Contact Point Value", 400)),
         required(choice(u"msdynmkt_contactpointtype", u"Channel", channels, u"msdynmkt_contactpointtype")),
         choice(u"msdynmkt_contactpointconsenttype", u"Consent type", u"534120000=Purpose|534120001=Topic",
                u"msdynmkt_consentlevel"),
         required(choice(u"msdynmkt_value", u"Consent status", consentValues, u"msdynmkt_consentvalue")),
         required(reference(name, u"msdynmkt_purposeId", u"Purpose", u"msdynmkt_purpose")),
         reference(name, u"msdynmkt_topicId", u"Topic", u"msdynmkt_topic"),
         required(choice(u"msdynmkt_logicalreason", u"Reason",
                         u"534119999=No reasons|534120000=Advertisement|534120001=Landing page|534120002=Events|"
                         u"534120003=Content is irrelevant|534120004=Messages are too frequent|"
                         u"534120005=Did not recall signing up|534120006=Privacy concerns|534120007=One-click "
                         u"unsubscribe",
                         u"msdynmkt_reason")),
         text(u"msdynmkt_reason", u"Reason Description", 500),
         required(choice(u"msdynmkt_source", u"Source",
                         u"534120000=Internal|534120001=Preference page|534120002=Text message|534120003=Loaded|"
                         u"534120004=Preference Center|534120005=Realtime Marketing Form|534120006=Subscription "
                         u"Center|534120007=Email list-unsubscribe",
                         u"msdynmkt_consentsource"))
             .startingAt(534120000),
         text(u"msdynmkt_modifiedonbehalf", u"Who requested the change", 500), message,
         moment(u"msdynmkt_migrationtimestamp", u"Migration Timestamp", u"TimeZoneIndependent"),
         choice(u"msdynmkt_uionly_value_tracking", u"Consent status (tracking)", consentValues,
                u"msdynmkt_consentvalue"),
         migrated});
}

} // namespace

bool isConsentTable(QStringView name)
{
    return name.startsWith(prefix);
}

QList<Table> consentTables()
{
    // dynamics-consent-tables section 5
    const Table purpose = consentTable(
        u"msdynmkt_purpose"_s, u"Purpose", 10601,
        {text(u"msdynmkt_name", u"Name", 100), text(u"msdynmkt_description", u"Description", 100),
         choice(u"msdynmkt_type", u"Type", u"534120000=Commercial|534120001=Transactional|534120002=Tracking"),
         choice(u"msdynmkt_enforcementmodel", u"Enforcement model (email)", enforcementModels).startingAt(534120000),
         choice(u"msdynmkt_smsenforcementmodel", u"Enforcement model (text message)", enforcementModels)
             .startingAt(534120000),
         choice(u"msdynmkt_customenforcementmodel", u"Enforcement model (custom)", enforcementModels)
             .startingAt(534120000),
         choice(u"msdynmkt_voiceenforcementmodel", u"Enforcement model (voice)", enforcementModels)
             .startingAt(534120000),
         integer(u"msdynmkt_topiccount", u"Topic count", 0, 2147483647),
         text(u"msdynmkt_extendedentityid", u"Extended entity", 100)});
    const Table topic =
        consentTable(u"msdynmkt_topic"_s, u"Topic", 10602,
                     {text(u"msdynmkt_name", u"Name", 100), text(u"msdynmkt_description", u"Description", 100),
                      reference(u"msdynmkt_topic", u"msdynmkt_purposeId", u"Purpose", u"msdynmkt_purpose",
                                u"msdynmkt_msdynmkt_purpose_msdynmkt_topic")
                          .required(u"ApplicationRequired")});
    const Table profile = consentTable(
        u"msdynmkt_compliancesettings4"_s, u"Compliance Profile", 10603,
        {text(u"msdynmkt_name", u"Name", 100), text(u"msdynmkt_legaladdress", u"Company address", 300),
         choice(u"msdynmkt_consentlinktype", u"Consent link type",
                u"534120000=Preference page|534120001=Subscription center|534120002=External link|"
                u"534120003=Preference center"),
         text(u"msdynmkt_consentlink", u"Consent link", 200, u"Url"),
         text(u"msdynmkt_consentlink_leads", u"Consent link for leads", 200, u"Url"),
         text(u"msdynmkt_consentlink_customerprofile", u"Consent link for customer profiles", 200, u"Url"),
         reference(u"msdynmkt_compliancesettings4", u"msdynmkt_TrackingConsentPurpose", u"Tracking purpose",
                   u"msdynmkt_purpose"),
         reference(u"msdynmkt_compliancesettings4", u"msdynmkt_ConsentProviderId", u"Consent provider",
                   u"msdynmkt_consentprovider"),
         yesNo(u"msdynmkt_gettrackingconsents", u"Get tracking consents", u"Yes", u"No", true),
         choice(u"msdynmkt_doistatus", u"Double opt-in", u"534120000=Not enabled|534120001=Enabled|534120002=Enabled")
             .startingAt(534120000),
         choice(u"msdynmkt_doijobstatus", u"Double opt-in set-up",
                u"0=Accepted|1=Started|2=Preparing|3=Creating|4=Publishing|5=Finishing|6=Completed|7=Failed|"
                u"8=Failed to prepare|9=Failed to create|10=Failed to publish|11=Failed to finish"),
         text(u"msdynmkt_doifailurereason", u"Double opt-in failure", 500),
         choice(u"msdynmkt_doiconfirmationtype", u"Confirmation", u"534120000=Text|534120001=Url"),
         text(u"msdynmkt_doiconfirmationtext", u"Confirmation text", 500),
         text(u"msdynmkt_doiconfirmationurl", u"Confirmation address", 200, u"Url"),
         yesNo(u"msdynmkt_globaldoienabled", u"Send the double opt-in email only once", u"Yes", u"No")});
    const Table centre = consentTable(u"msdynmkt_preferencecenter"_s, u"Preference Center", 10604,
                                      {text(u"msdynmkt_name", u"Name", 100),
                                       reference(u"msdynmkt_preferencecenter", u"msdynmkt_complianceid",
                                                 u"Compliance profile", u"msdynmkt_compliancesettings4"),
                                       yesNo(u"msdynmkt_isdefault", u"Is default", u"Yes", u"No")},
                                      u"1=Draft=0|2=Live=0|3=Live editing=0|100=Inactive=1");
    const Table provider =
        consentTable(u"msdynmkt_consentprovider"_s, u"Consent Provider", 10605, {text(u"msdynmkt_name", u"Name", 100)});
    return {contactPointConsents(u"msdynmkt_contactpointconsent4"_s, 10600),
            contactPointConsents(QString::fromUtf16(newerConsentTable), 10606),
            purpose,
            topic,
            profile,
            centre,
            provider};
}

QList<Link> consentLinks()
{
    constexpr char16_t name[] = u"msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4";
    return {linkOf(name, name, u"msdynmkt_purpose", u"msdynmkt_compliancesettings4")};
}

} // namespace sandbox::webapi
