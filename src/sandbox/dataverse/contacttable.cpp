#include "sandbox/dataverse/row.h"
#include "sandbox/dataverse/tables.h"
#include "sandbox/people.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

void computeContact(Row &row)
{
    const QString name = (row.text(u"firstname"_s) + u' ' + row.text(u"lastname"_s)).trimmed();
    row.set(u"fullname"_s, name.isEmpty() ? QJsonValue() : QJsonValue(name));
    row.set(u"new_reachableby"_s, row.text(u"emailaddress1"_s).isEmpty()
                                      ? (row.text(u"mobilephone"_s).isEmpty() ? u"nothing"_s : u"phone"_s)
                                      : u"e-mail"_s);
}

QList<Column> standardColumns()
{
    Column id = identifier(u"ContactId", u"Contact").required(u"SystemRequired");
    id.isForUpdate = false;
    Column state = choice(u"StateCode", u"Status", u"0=Active|1=Inactive").required(u"SystemRequired").startingAt(0);
    state.type = Type::State;
    state.isForCreate = false;
    Column status = choice(u"StatusCode", u"Status Reason", u"1=Active=0|2=Inactive=1").startingAt(1);
    status.type = Type::Status;
    Column owner =
        lookup(u"OwnerId", u"Owner", {{u"ownerid"_s, {u"systemuser"_s, u"team"_s}, u"owner_contacts"_s}}, Type::Owner)
            .required(u"SystemRequired");

    return {
        id, // first: the primary id
        text(u"FirstName", u"First Name", 50).required(u"Recommended"),
        text(u"MiddleName", u"Middle Name", 50),
        text(u"LastName", u"Last Name", 50).required(u"ApplicationRequired"),
        text(u"NickName", u"Nickname", 100),
        text(u"FullName", u"Full Name", 160).readOnly(),
        text(u"Salutation", u"Salutation", 100),
        text(u"JobTitle", u"Job Title", 100),
        text(u"Department", u"Department", 100),
        text(u"EMailAddress1", u"Email", 100, u"Email"),
        text(u"EMailAddress2", u"Email Address 2", 100, u"Email"),
        text(u"EMailAddress3", u"Email Address 3", 100, u"Email"),
        text(u"MobilePhone", u"Mobile Phone", 50, u"Phone"),
        text(u"Telephone1", u"Business Phone", 50, u"Phone"),
        text(u"Telephone2", u"Home Phone", 50, u"Phone"),
        text(u"Telephone3", u"Telephone 3", 50, u"Phone"),
        text(u"Fax", u"Fax", 50),
        text(u"WebSiteUrl", u"Website", 200, u"Url"),
        text(u"ExternalUserIdentifier", u"External User Identifier", 50),
        text(u"EmployeeId", u"Employee", 50),
        text(u"GovernmentId", u"Government", 50),
        text(u"Address1_Line1", u"Address 1: Street 1", 250),
        text(u"Address1_PostalCode", u"Address 1: ZIP/Postal Code", 20),
        text(u"Address1_City", u"Address 1: City", 80),
        text(u"Address1_Country", u"Address 1: Country/Region", 80),
        number(Type::Double, u"Address1_Latitude", u"Address 1: Latitude", -90, 90, 5),
        memo(u"Description", u"Description", 2000),
        moment(u"BirthDate", u"Birthday", u"DateOnly"),
        moment(u"Anniversary", u"Anniversary", u"DateOnly"),
        integer(u"NumberOfChildren", u"No. of Children", 0, 1000000000),
        number(Type::Money, u"CreditLimit", u"Credit Limit", 0, 100000000000000.0, 2),
        number(Type::Money, u"AnnualIncome", u"Annual Income", 0, 100000000000000.0, 2),
        yesNo(u"CreditOnHold", u"Credit Hold", u"Yes", u"No"),
        yesNo(u"DoNotBulkEMail", u"Do not allow Bulk Emails", u"Do Not Allow", u"Allow"),
        yesNo(u"DoNotBulkPostalMail", u"Do not allow Bulk Mails", u"Yes", u"No"),
        yesNo(u"DoNotEMail", u"Do not allow Emails", u"Do Not Allow", u"Allow"),
        yesNo(u"DoNotFax", u"Do not allow Faxes", u"Do Not Allow", u"Allow"),
        yesNo(u"DoNotPhone", u"Do not allow Phone Calls", u"Do Not Allow", u"Allow"),
        yesNo(u"DoNotPostalMail", u"Do not allow Mails", u"Do Not Allow", u"Allow"),
        yesNo(u"DoNotSendMM", u"Send Marketing Materials", u"Do Not Send", u"Send"),
        yesNo(u"FollowEmail", u"Follow Email Activity", u"Allow", u"Do Not Allow", true),
        yesNo(u"MarketingOnly", u"Marketing Only", u"Yes", u"No"),
        yesNo(u"msdyn_isminor", u"Is Minor", u"Yes", u"No"),
        yesNo(u"msdyn_isminorwithparentalconsent", u"Is Minor with Parental Consent", u"Yes", u"No"),
        yesNo(u"msdyn_disablewebtracking", u"Disable Web Tracking", u"Yes", u"No"),
        yesNo(u"msgdpr_donottrack", u"Do not allow tracking", u"Do Not Allow", u"Allow"),
        yesNo(u"msgdpr_gdprischild", u"Is a child", u"Yes", u"No"),
        choice(u"msgdpr_gdprconsent", u"GDPR consent",
               u"587030001=Consent|587030002=Transactional|587030003=Subscriptions|587030004=Marketing|587030005="
               u"Profiling",
               u"msgdpr_gdprconsent")
            .startingAt(587030001),
        choice(u"PreferredContactMethodCode", u"Preferred Method of Contact", u"1=Any|2=Email|3=Phone|4=Fax|5=Mail")
            .startingAt(1),
        choice(u"AccountRoleCode", u"Role", u"1=Decision Maker|2=Employee|3=Influencer"),
        choice(u"GenderCode", u"Gender", u"1=Male|2=Female"),
        choice(u"FamilyStatusCode", u"Marital Status", u"1=Single|2=Married|3=Divorced|4=Widowed"),
        choice(u"PreferredAppointmentDayCode", u"Preferred Day",
               u"0=Sunday|1=Monday|2=Tuesday|3=Wednesday|4=Thursday|5=Friday|6=Saturday"),
        lookup(u"ParentCustomerId", u"Company Name",
               {{u"parentcustomerid_account"_s, {u"account"_s}, u"contact_customer_accounts"_s},
                {u"parentcustomerid_contact"_s, {u"contact"_s}, u"contact_customer_contacts"_s}},
               Type::Customer),
        lookup(u"TransactionCurrencyId", u"Currency",
               {{u"transactioncurrencyid"_s, {u"transactioncurrency"_s}, u"transactioncurrency_contact"_s}}),
        lookup(u"PreferredSystemUserId", u"Preferred User",
               {{u"preferredsystemuserid"_s, {u"systemuser"_s}, u"system_user_contacts"_s}}),
        number(Type::Decimal, u"ExchangeRate", u"Exchange Rate", 1e-12, 100000000000.0, 12).readOnly(),
        owner,
        state,
        status,
        moment(u"CreatedOn", u"Created On", u"UserLocal").readOnly(),
        moment(u"ModifiedOn", u"Modified On", u"UserLocal").readOnly(),
        lookup(u"CreatedBy", u"Created By", {{u"createdby"_s, {u"systemuser"_s}, u"lk_contactbase_createdby"_s}})
            .readOnly(),
        lookup(u"ModifiedBy", u"Modified By", {{u"modifiedby"_s, {u"systemuser"_s}, u"lk_contactbase_modifiedby"_s}})
            .readOnly(),
        bigInteger(u"VersionNumber", u"Version Number").readOnly(),
    };
}

/// What this customer added: one column of each type that a consent may be mapped to, and some that must be refused.
QList<Column> customColumns()
{
    return {
        text(u"new_DidomiUserId", u"Didomi user id", 100),
        yesNo(u"new_NewsletterConsent", u"Newsletter consent", u"Given", u"Refused"),
        yesNo(u"new_SmsConsent", u"SMS consent", u"Given", u"Refused"),
        choice(u"new_NewsletterFrequency", u"Newsletter frequency",
               u"100000000=Daily|100000001=Weekly|100000002=Monthly"),
        choice(u"new_NewsletterChoice", u"Newsletter choice", u"100000000=Given|100000001=Refused|100000002=Pending",
               u"new_consentchoice"),
        choices(u"new_Topics", u"Topics", u"1=Sports|2=Culture|3=Travel", u"new_topic"),
        choices(u"new_Channels", u"Channels", u"1=E-mail|2=SMS|9=Post"),
        moment(u"new_ConsentDate", u"Consent date", u"UserLocal"),
        moment(u"new_ConsentDay", u"Consent day", u"DateOnly"),
        moment(u"new_ConsentClock", u"Consent time at the person's place", u"TimeZoneIndependent"),
        text(u"new_ConsentNote", u"Consent note", 20),
        memo(u"new_ConsentHistory", u"Consent history", 4000),
        number(Type::Decimal, u"new_Score", u"Score", 0, 100, 2),
        number(Type::Double, u"new_Ratio", u"Ratio", 0, 1, 4),
        integer(u"new_Counter", u"Counter", 0, 1000),
        bigInteger(u"new_BigCounter", u"Big counter"),
        number(Type::Money, u"new_Spend", u"Spend", 0, 1000000, 2),
        lookup(u"new_FavouriteBrand", u"Favourite brand",
               {{u"new_FavouriteBrand"_s, {u"new_brand"_s}, u"new_contact_FavouriteBrand_new_brand"_s}}),
        text(u"new_SecretNote", u"Confidential note", 100).secured(),
        text(u"new_ReachableBy", u"Reachable by", 100).calculated(),
        text(u"new_Unlabelled", u"", 100),
    };
}

} // namespace

Table contactTable()
{
    Table table{.name = u"contact"_s,
                .schemaName = u"Contact"_s,
                .entitySet = u"contacts"_s,
                .label = u"Contact"_s,
                .pluralLabel = u"Contacts"_s,
                .primaryName = u"fullname"_s,
                .privilege = u"Contact"_s,
                .ownership = u"UserOwned"_s,
                .typeCode = 2,
                .compute = computeContact};
    table.columns = standardColumns() + customColumns();
    table.keys = {
        {u"new_didomikey"_s,
         u"new_DidomiKey"_s,
         u"Didomi user id"_s,
         {QString::fromUtf16(column::didomiId)},
         u"Active"_s},
        // Two people share an employee number, so the index of this one could not be built.
        {u"new_employeekey"_s, u"new_EmployeeKey"_s, u"Employee number"_s, {u"employeeid"_s}, u"Failed"_s},
        {u"new_brandscorekey"_s,
         u"new_BrandScoreKey"_s,
         u"Brand and counter"_s,
         {u"new_favouritebrand"_s, u"new_counter"_s},
         u"Pending"_s},
    };
    return table;
}

} // namespace sandbox::webapi
