#include "sandbox/dataverse/row.h"
#include "sandbox/dataverse/tables.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

QList<Column> contactability()
{
    return {yesNo(u"DoNotBulkEMail", u"Do not allow Bulk Emails", u"Do Not Allow", u"Allow"),
            yesNo(u"DoNotEMail", u"Do not allow Emails", u"Do Not Allow", u"Allow"),
            yesNo(u"DoNotPhone", u"Do not allow Phone Calls", u"Do Not Allow", u"Allow")};
}

/// A table whose rows belong to somebody and are active or not.
Table ownedTable(QStringView schemaName, QStringView entitySet, QStringView label, QStringView idSchemaName,
                 int typeCode, const QList<Column> &columns, QStringView statuses)
{
    Table table = smallTable(schemaName, entitySet, label, idSchemaName, typeCode,
                             columns + stateColumns(statuses) + ownershipColumns(schemaName.toString().toLower()));
    table.ownership = u"UserOwned"_s;
    return table;
}

Table accountTable()
{
    return ownedTable(u"Account", u"accounts", u"Account", u"AccountId", 1,
                      QList<Column>{text(u"Name", u"Account Name", 160).required(u"ApplicationRequired"),
                                    text(u"AccountNumber", u"Account Number", 20),
                                    text(u"EMailAddress1", u"Email", 100, u"Email"),
                                    text(u"Telephone1", u"Main Phone", 50, u"Phone"),
                                    yesNo(u"new_PartnerMail", u"Partner mail", u"Given", u"Refused")} +
                          contactability(),
                      u"1=Active=0|2=Inactive=1");
}

void computeLead(Row &row)
{
    const QString name = (row.text(u"firstname"_s) + u' ' + row.text(u"lastname"_s)).trimmed();
    row.set(u"fullname"_s, name.isEmpty() ? QJsonValue() : QJsonValue(name));
}

Table leadTable()
{
    Table table = ownedTable(u"Lead", u"leads", u"Lead", u"LeadId", 4,
                             QList<Column>{text(u"FullName", u"Name", 160).readOnly(),
                                           text(u"Subject", u"Topic", 300).required(u"ApplicationRequired"),
                                           text(u"FirstName", u"First Name", 50).required(u"Recommended"),
                                           text(u"LastName", u"Last Name", 50).required(u"ApplicationRequired"),
                                           text(u"CompanyName", u"Company Name", 100),
                                           text(u"EMailAddress1", u"Email", 100, u"Email"),
                                           text(u"MobilePhone", u"Mobile Phone", 50, u"Phone"),
                                           choice(u"LeadSourceCode", u"Lead Source", u"1=Advertisement|8=Web|10=Other"),
                                           yesNo(u"new_NewsletterConsent", u"Newsletter consent", u"Given", u"Refused"),
                                           moment(u"new_ConsentDate", u"Consent date", u"UserLocal")} +
                                 contactability(),
                             u"1=New=0|2=Contacted=0|3=Qualified=1|4=Lost=2");
    for (Column &column : table.columns) {
        if (column.type == Type::State)
            column.options = options(u"0=Open|1=Qualified|2=Disqualified");
    }
    table.compute = computeLead;
    return table;
}

Table brandTable()
{
    Table table = smallTable(u"new_Brand", u"new_brands", u"Brand", u"new_BrandId", 10412,
                             {text(u"new_Name", u"Name", 100), text(u"new_Code", u"Code", 20)});
    table.keys = {{u"new_brandcode"_s, u"new_BrandCode"_s, u"Brand code"_s, {u"new_code"_s}, u"Active"_s}};
    return table;
}

/// Rows are known by Didomi's id together with a country, or by a number within a brand.
Table subscriberTable()
{
    Table table = ownedTable(
        u"new_Subscriber", u"new_subscribers", u"Subscriber", u"new_SubscriberId", 10413,
        {text(u"new_Name", u"Name", 200).required(u"ApplicationRequired"), text(u"new_DidomiId", u"Didomi id", 100),
         text(u"new_Country", u"Country", 2), integer(u"new_Number", u"Number", 0, 1000000),
         choice(u"new_Kind", u"Kind", u"100000000=Customer|100000001=Guest|100000002=Employee")
             .required(u"SystemRequired"),
         lookup(u"new_Brand", u"Brand", {{u"new_Brand"_s, {u"new_brand"_s}, u"new_subscriber_Brand_new_brand"_s}}),
         lookup(u"new_Company", u"Company",
                {{u"new_Company_account"_s, {u"account"_s}, u"new_subscriber_Company_account"_s},
                 {u"new_Company_contact"_s, {u"contact"_s}, u"new_subscriber_Company_contact"_s}},
                Type::Customer),
         yesNo(u"new_Newsletter", u"Newsletter", u"Given", u"Refused"),
         yesNo(u"new_DoNotMail", u"Do not mail", u"Do Not Allow", u"Allow"),
         moment(u"new_ConsentDate", u"Consent date", u"UserLocal"), text(u"new_Source", u"Source", 50)},
        u"1=Active=0|2=Inactive=1");
    table.keys = {
        {u"new_subscriberkey"_s,
         u"new_SubscriberKey"_s,
         u"Didomi id and country"_s,
         {u"new_didomiid"_s, u"new_country"_s},
         u"Active"_s},
        {u"new_membershipkey"_s,
         u"new_MembershipKey"_s,
         u"Brand and number"_s,
         {u"new_brand"_s, u"new_number"_s},
         u"Active"_s},
        {u"new_sourcekey"_s,
         u"new_SourceKey"_s,
         u"Didomi id and source"_s,
         {u"new_didomiid"_s, u"new_source"_s},
         u"Failed"_s},
    };
    return table;
}

} // namespace

QList<Table> otherTables()
{
    return {accountTable(), leadTable(), brandTable(), subscriberTable()};
}

bool isForNewRows(QStringView name)
{
    return name == u"lead" || name == u"new_subscriber";
}

} // namespace sandbox::webapi
